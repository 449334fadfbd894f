"""Where the quotation marks of a text open and close, also across paragraphs."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from workbench.spans import Span

_PAIRS = {
    "“": "”", "„": "“”", "«": "»", "»": "«", "‹": "›", "「": "」", "『": "』", "‟": "”", "《": "》",
}  # fmt: skip
_PARAGRAPH = re.compile(r"\n\s*\n\s*")
_MARK = re.compile(r"[“”„«»‹›「」『』‟《》\"‘’'＂]")
_RESUMES_WITHIN = 3
_LONGEST_SINGLE = 400


class Marked(NamedTuple):
    """A stretch in quotation marks, marks included, and what stands between them."""

    span: Span
    inner: Span
    continued: bool
    resumed: bool


def paragraphs(text: str, low: int = 0, high: int | None = None) -> list[Span]:
    """The paragraphs of a stretch of text, without the white space around them."""
    high = len(text) if high is None else high
    found, start = [], low
    for gap in [*_PARAGRAPH.finditer(text, low, high), None]:
        end = gap.start() if gap else high
        piece = text[start:end]
        left = len(piece) - len(piece.lstrip())
        if left < len(piece):
            found.append(Span(start + left, start + len(piece.rstrip())))
        start = gap.end() if gap else high
    return found


def marked(text: str, pieces: list[Span]) -> list[Marked]:
    """The outermost quotations of the paragraphs, in order."""
    found: list[Marked] = []
    unclosed: tuple[int, int] | None = None  # the quotation and its paragraph
    for number, paragraph in enumerate(pieces):
        here = list(_in_paragraph(text, paragraph))
        if unclosed and number - unclosed[1] > _RESUMES_WITHIN:
            unclosed = None
        if (
            unclosed
            and here
            and here[0].span.start == paragraph.start
            and _is_same_mark(text, found[unclosed[0]], here[0])
        ):
            here[0] = here[0]._replace(resumed=True)
            found[unclosed[0]] = found[unclosed[0]]._replace(continued=True)
            unclosed = None
        first = len(found)
        found += [quotation._replace(continued=False) for quotation in here]
        if here and here[-1].continued:
            unclosed = first + len(here) - 1, number
    return found


def _is_same_mark(text: str, first: Marked, second: Marked) -> bool:
    return text[first.span.start] == text[second.span.start]


def _in_paragraph(text: str, paragraph: Span) -> Iterator[Marked]:
    position = paragraph.start
    while opening := _MARK.search(text, position, paragraph.end):
        at = opening.start()
        position = at + 1
        closers = _closers(text, at, paragraph)
        if not closers:
            continue
        end = _closing(text, at, paragraph, closers)
        if end >= 0:
            yield Marked(Span(at, end + 1), Span(at + 1, end), continued=False, resumed=False)
            position = end + 1
        elif text[at] not in "‘’'":
            yield Marked(Span(at, paragraph.end), Span(at + 1, paragraph.end), continued=True, resumed=False)
            return


def _closers(text: str, at: int, paragraph: Span) -> str:
    """The marks that close a quotation opened at a place; empty where the mark there opens none."""
    before = text[at - 1] if at > paragraph.start else " "
    after = text[at + 1] if at + 1 < paragraph.end else " "
    opens = not (before.isalnum() or before in ".,!?;:)”’%") and not after.isspace()
    mark = text[at]
    if mark in '"＂':
        return '"＂”' if opens else ""
    if mark == "‘":
        return "’'" if opens else ""
    if mark == "'":
        return "'’" if opens and not after.isdigit() else ""
    if mark == "»" and not opens:
        return ""
    return _PAIRS.get(mark, "")


def _closing(text: str, at: int, paragraph: Span, closers: str) -> int:
    """Where the quotation opened at a place closes in its paragraph; -1 where it does not."""
    single = "’" in closers and "'" in closers
    end = min(paragraph.end, at + _LONGEST_SINGLE) if single else paragraph.end
    for place in range(at + 1, end):
        if text[place] in closers and (not single or _closes_single(text, at, place, paragraph.end)):
            return place
        if not single and text[place] == text[at] and text[at] in "“«「" and _new_paragraph_like(text, place):
            return -1
    return -1


def _new_paragraph_like(text: str, place: int) -> bool:
    return "\n" in text[max(0, place - 2) : place]


def _closes_single(text: str, at: int, place: int, end: int) -> bool:
    """Whether a single mark closes what was opened, and is no apostrophe: "the ministers’ plan"."""
    after = text[place + 1] if place + 1 < end else " "
    before = text[place - 1]
    if after.isalnum() or before.isspace() or place == at + 1:
        return False
    if before == "s" and after == " " and text[place + 2 : place + 3].islower():
        rest = text[place + 1 : min(end, place + 80)]
        later = re.search(r"(?<=\S)[’'](?!\w)", rest)
        return not later or "‘" in rest[: later.start()]
    return True
