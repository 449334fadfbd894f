"""Full quotations, partial ones, scare quotes and names in marks told apart."""

import re

from workbench.comparing.kinds import is_finite
from workbench.framing.model import Quotation, QuotationKind
from workbench.framing.quoting import Marked
from workbench.framing.story import Story
from workbench.model import ZoneKind
from workbench.spans import Span
from workbench.text.folding import fold
from workbench.text.words import Word, words

_SCARE_AT_MOST = 4
_STOP_BEFORE_MARK = (",", ".", "?", "!", "…", "—", "-")
_OPENS_SENTENCE = re.compile(r"(?:^|[.!?:,—–-][\"”’»)]*\s*|\n\s*)$")


def quotations_of(story: Story, span: Span) -> tuple[Quotation, ...]:
    """The quotations that touch a span or hold it, each with its kind."""
    return tuple(_quotation(story, found) for found in story.quotations_in(span))


def _quotation(story: Story, found: Marked) -> Quotation:
    return Quotation(found.span, found.inner, _kind(story, found), found.continued, found.resumed)


def _kind(story: Story, found: Marked) -> QuotationKind:
    if found.continued or found.resumed:
        return QuotationKind.FULL
    inner = words(found.inner.of(story.text))
    if not inner:
        return QuotationKind.NAME
    number = story.paragraph_at(found.span.start)
    headline = number >= 0 and story.paragraphs[number].kind is ZoneKind.HEADLINE
    is_laid = number >= 0 and _is_laid(story, number, found)
    so_called = bool(re.search(r"\bso-called\s*$", fold(story.text[max(0, found.span.start - 12) : found.span.start])))
    if so_called:
        return QuotationKind.SCARE
    if _is_sentence(story.text, found, inner, is_laid):
        return QuotationKind.FULL
    if _is_name(inner) and not headline and not (is_laid and len(inner) == 1):
        return QuotationKind.NAME
    if is_laid or len(inner) > _SCARE_AT_MOST:
        return QuotationKind.PARTIAL
    return QuotationKind.SCARE


def _is_sentence(text: str, found: Marked, inner: list[Word], is_laid: bool) -> bool:
    """Whether the marks hold speech that stands by itself: a capital, or a split quotation's rest, and a stop."""
    end = found.inner.end
    stopped = text[end - 1 : end] in _STOP_BEFORE_MARK or (
        text[end + 1 : end + 2] in (",", ".") and found.span.end == end + 1
    )
    begins = (
        inner[0].text[:1].isupper()
        or inner[0].text[:1].isdecimal()
        or not inner[0].text[:1].isalpha()
        or not inner[0].text[:1].islower()
    )
    before = text[max(0, found.span.start - 4) : found.span.start]
    stands = bool(_OPENS_SENTENCE.search(before)) or _follows_verb(before)
    if text[end - 1 : end] in (",", "?", "!", ".") and stands and (begins or is_laid):
        return len(inner) > 1 or is_laid
    has_verb = any(is_finite(fold(word.text)) for word in inner)
    return (
        begins
        and stopped
        and (stands or has_verb)
        and len(inner) >= 3
        and (has_verb or text[end - 1 : end] in (".", "?", "!"))
    )


def _follows_verb(before: str) -> bool:
    return before.endswith((": ", ":\n"))


def _is_name(inner: list[Word]) -> bool:
    """Whether all words of weight have capitals."""
    weighty = [word.text for word in inner if len(word.text) > 3] or [word.text for word in inner]
    return all(word[:1].isupper() or word[:1].isdecimal() for word in weighty)


def _is_laid(story: Story, number: int, found: Marked) -> bool:
    """Whether the sentence of the quotation lays it to somebody."""
    return any(cue.cue.sources and span.overlap(found.span) for cue in story.read(number)[1] for span in cue.scope)
