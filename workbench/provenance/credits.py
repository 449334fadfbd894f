"""Whom an article names for a passage: wire credits, citations, agencies in the byline.

A credit belongs to a passage when it stands in its sentence or right before it, or when the sentence takes up a source
that was named before ("the source said") or is the continuation of an unattributed quotation.
"""

import re
from collections.abc import Iterable, Mapping
from functools import cache
from typing import NamedTuple

from workbench.comparing.kinds import reporting_verbs
from workbench.comparing.lemmas import lemma
from workbench.model import Article, Place, ZoneKind
from workbench.provenance.model import Credit
from workbench.reading.outlets import same_outlet
from workbench.resources import read_toml
from workbench.spans import Span
from workbench.text.folding import fold
from workbench.text.surroundings import rest_of_sentence

_NAME = r"(?:[A-Z][\w.&]*[’'-]?\w*)(?: (?:of |de |the )?[A-Z][\w&]*[’'-]?\w*){0,4}"
_WORD = re.compile(r"[^\W\d_]+")
_REACH_BACK = 2_000
"""In how many characters before a passage that takes up a source that source is looked for."""
_RIGHT_BEFORE = 400
_RIGHT_AFTER = 250
_LONGEST = 200_000
"""Characters of an article that are read for credits; longer ones are read around the passage and at the beginning."""


_OPENING = frozenset('“„«"‘')
_NO_WORDS = ("the", "com", "org", "net", "www")
_OWN = re.compile(r"\b(?:this|our|its own)\s+\w+", re.I)
"""“This newspaper” is the outlet itself, and no source named before."""


class Named(NamedTuple):
    """An outlet that an article names for something: where, and whether a word such as “agency” marks it as one."""

    outlet: str
    span: Span


class Outlets:
    """The names of the outlets of a case, looked up by a name that a page gives one of them."""

    def __init__(self, names: Iterable[str]) -> None:
        self._by_word: dict[str, list[str]] = {}
        self._by_rarest: dict[str, list[str]] = {}
        self._known: dict[str, frozenset[str]] = {}
        unique = sorted({name for name in names if name.strip()})
        for name in unique:
            for word in {*_words_of(name), "".join(_words_of(name))}:
                self._by_word.setdefault(word, []).append(name)
        for name in unique:
            for word in {self._rarest(_words_of(name)), "".join(_words_of(name))}:
                self._by_rarest.setdefault(word, []).append(name)

    def named(self, name: str) -> frozenset[str]:
        """The outlets that a name may mean: "Tessera" means the "Tessera News Agency"."""
        if name not in self._known:
            words = _words_of(name)
            near = set(self._by_word.get(self._rarest(words), ()))
            near.update(outlet for word in {*words, "".join(words)} for outlet in self._by_rarest.get(word, ()))
            self._known[name] = frozenset(outlet for outlet in near if same_outlet(name, outlet))
        return self._known[name]

    def _rarest(self, words: list[str]) -> str:
        """The word that the fewest outlets have in their names: two names of one outlet have that of one in common."""
        return min(words, key=lambda word: (len(self._by_word.get(word, ())), word), default="")


def _words_of(name: str) -> list[str]:
    return [word for word in re.findall(r"[^\W_]+", name.casefold()) if word not in _NO_WORDS]


def outlets_in(text: str, outlets: Outlets) -> list[Named]:
    """All outlets that a text names as the origin of something, in order; `outlets` are those of the case."""
    found: dict[int, Named] = {}
    for pattern in _patterns():
        for match in pattern.finditer(text[:_LONGEST]):
            name, start = match["x"], match.start("x")
            marked = bool(_marked().search(match.group()[: start - match.start()]))
            marked = marked or match.group()[match.end("x") - match.start() :].strip().lower().endswith("agency")
            while name and not (marked or _is_outlet(name, outlets)):
                name = name.rpartition(" ")[0]  # "Tessera Ms" of "told Tessera. Ms. Lee"
            if name:
                name = name.removesuffix("’s").removesuffix("'s").rstrip(".,")
                held = found.get(start)
                if held is None or len(held.outlet) < len(name):
                    found[start] = Named(name, Span(start, start + len(name)))
    return [_in_full(found[start], found.values()) for start in sorted(found)]


def _in_full(one: Named, named: Iterable[Named]) -> Named:
    """An outlet by the longest name that the article gives it: "the Star" is the "Daily Star" named before."""
    forms = [other.outlet for other in named if same_outlet(one.outlet, other.outlet)]
    return Named(max([one.outlet, *forms], key=lambda form: (len(form), form)), one.span)


def credits_of(article: Article, text: str, passage: Span, named: Iterable[Named]) -> tuple[Credit, ...]:
    """The outlets, other than its own, that an article names; those that belong to the passage are `near`.

    `named` is what `outlets_in` found in `text`, the article's text.
    """
    others = [one for one in named if not is_own(one.outlet, article)]
    near = _belonging(article, text, passage, others)
    named_here = [Credit(one.outlet, Place(article.id, one.span), one in near) for one in others]
    return (*_signed(article, text), *named_here)


def _signed(article: Article, text: str) -> tuple[Credit, ...]:
    """The agencies in the byline of an outlet that is none of them."""
    zones = [zone.span for zone in article.zones if zone.kind is ZoneKind.BYLINE]
    found = []
    for span in zones:
        for match in _agency().finditer(span.of(text)):
            place = Place(article.id, Span(match.start(), match.end()).shifted(span.start))
            if not is_own(match.group(), article):
                found.append(Credit(match.group(), place, True))
    return tuple(found)


def is_own(outlet: str, article: Article) -> bool:
    """Whether an outlet is the article's own, or the site that carries it."""
    return any(own and same_outlet(outlet, own) for own in (article.outlet, article.republisher))


def _belonging(article: Article, text: str, passage: Span, others: list[Named]) -> list[Named]:
    """Those of the outlets named that are named for the passage."""
    before, after = rest_of_sentence(text, passage)
    paragraph_before = _previous_paragraph(text, before.start)
    inside = [one for one in others if before.start <= one.span.start < after.end]
    slug = [one for one in others if _opens_story(article, text, one.span)]
    if inside:
        return inside + slug
    sentence = text[before.start : passage.start] + " " + text[passage.end : after.end]
    is_quote = _is_in_quotes(text, passage)
    if is_quote and _names_a_speaker(sentence):
        return slug
    low = text.rfind("\n\n", 0, before.start) + 1
    beside = [one for one in others if max(low, before.start - _RIGHT_BEFORE) <= one.span.start < before.start]
    if not beside and is_quote:
        beside = [one for one in others if paragraph_before.contains(one.span)]
    takes_up = _takes_up(f"{sentence} {passage.of(text) if not is_quote else ''}")
    if not beside and (takes_up or (is_quote and _goes_on(text, before.start, sentence))):
        beside = [one for one in others if before.start - _REACH_BACK <= one.span.start < before.start]
    if not beside:
        high = _paragraph_end(text, after.end)
        beside = [one for one in others if after.end <= one.span.start < min(high, after.end + _RIGHT_AFTER)][:1]
    return beside[-1:] + slug


def _previous_paragraph(text: str, start: int) -> Span:
    """The paragraph before the one that a place lies in; empty at the beginning."""
    own = text.rfind("\n\n", 0, start)
    if own < 0:
        return Span(0, 0)
    end = len(text[:own].rstrip())
    first = text.rfind("\n\n", 0, end) + 1
    return Span(max(0, first, end - _REACH_BACK), max(end, first))


def _paragraph_end(text: str, position: int) -> int:
    found = text.find("\n\n", position)
    return len(text) if found < 0 else found


def _is_in_quotes(text: str, passage: Span) -> bool:
    """Whether the passage stands in quotation marks, or opens with one."""
    paragraph = text.rfind("\n\n", 0, passage.start) + 1
    stretch = text[max(paragraph, passage.start - _REACH_BACK) : passage.start + 1]
    opened, closed = (sum(stretch.count(mark) for mark in marks) for marks in ("“„«", "”»"))
    return opened > closed or stretch.count('"') % 2 == 1 or stretch.count("‘") > stretch.count("’")


def _names_a_speaker(sentence: str) -> bool:
    """Whether the rest of a sentence names a person or body for its quotation: a name in capitals that is no day."""
    names = re.findall(r"(?<![.!?] )(?<![“„«\"‘])(?<!^)\b[A-Z][^\W\d_]+", sentence.strip())
    return any(word not in _days() for word in names) and not _takes_up(sentence)


def _goes_on(text: str, start: int, sentence: str) -> bool:
    """Whether a paragraph opens with a quotation mark, and the sentence in it does not say who speaks."""
    paragraph = text[text.rfind("\n\n", 0, start) + 1 :].lstrip()
    said = any(lemma(word) in reporting_verbs() for word in _WORD.findall(fold(sentence)))
    return paragraph[:1] in _OPENING and not said


def _takes_up(sentence: str) -> bool:
    """Whether a sentence speaks of a source or report that must have been named before."""
    return any(word.lower() in _list("takes_up") for word in _WORD.findall(_OWN.sub(" ", sentence)))


def _opens_story(article: Article, text: str, span: Span) -> bool:
    """Whether a name stands in brackets at the head of the story, as agencies sign theirs."""
    start = article.body[0].start if article.body else 0
    return span.start - start < 80 and text[max(0, span.start - 1)] == "(" and text[span.end : span.end + 1] == ")"


def _is_outlet(name: str, outlets: Outlets) -> bool:
    """Whether a name is that of an outlet: one of the case, a listed one, or one with a word of outlets in it."""
    bare = name.removeprefix("The ").removesuffix("’s").removesuffix("'s").rstrip(".")
    if bare in _list("known") or name in _list("known"):
        return True
    if outlets.named(bare):
        return bare.casefold() not in ("the", "news")
    words = bare.split()
    return any(word in _list("words") for word in words) and (len(words) > 1 or name.startswith("The "))


@cache
def _patterns() -> tuple[re.Pattern[str], ...]:
    return tuple(re.compile(one.replace("{name}", _NAME)) for one in read_toml("provenance/credits.toml")["credits"])


@cache
def _list(key: str) -> frozenset[str]:
    return frozenset(read_toml("provenance/credits.toml")[key])


@cache
def _marked() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(read_toml('provenance/credits.toml')['marked'])}) (?:the )?$", re.I)


@cache
def _agency() -> re.Pattern[str]:
    names = "|".join(re.escape(name) for name in sorted(_list("known"), key=lambda name: (-len(name), name)))
    return re.compile(rf"\b(?:{names})\b(?!['’-]\w)")


@cache
def _days() -> frozenset[str]:
    time: Mapping[str, list[str]] = read_toml("words/time.toml")
    return frozenset(word for key in ("weekdays", "months") for word in time[key])
