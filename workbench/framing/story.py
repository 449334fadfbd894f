"""An article's text as the frame reads it: paragraphs with what they are, quotations, sentences, cues."""

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from workbench.comparing.lexicon import by_lexicon
from workbench.framing.colons import colon_cue
from workbench.framing.cues import Cue, Stretch, content_end, has_verb
from workbench.framing.lines import Line, lines
from workbench.framing.phrases import phrase_cues
from workbench.framing.quoting import Marked, marked, paragraphs
from workbench.framing.sayings import saying_cues
from workbench.model import Zone, ZoneKind
from workbench.spans import Span

_LONG_LINE = 130
_LONGEST = 10_000
"""A paragraph without end is cut, so that it can be read in bounded time."""


@dataclass(frozen=True)
class Paragraph:
    """A paragraph and the kind of zone it stands in, `None` outside of all."""

    span: Span
    kind: ZoneKind | None


@dataclass(frozen=True)
class PlacedCue:
    """A cue with its places in the article's text."""

    line: Line
    cue: Cue
    clause: Span
    scope: tuple[Span, ...]

    @property
    def apparatus(self) -> tuple[Span, ...]:
        """The words that only tell who says it, where and when: the clause and what describes the source."""
        end = content_end(self.line, self.cue.clause[1] - 1)
        before = [low for low, _ in self.cue.scope if low < self.cue.clause[0]]
        after = [low for low, _ in self.cue.scope if low >= self.cue.clause[1]]
        stop = min(after, default=max(self.cue.clause[1], end) if before else self.cue.clause[1])
        first = self.cue.clause[0] if before or not after or self._leads else 0
        return (self.line.span(first, max(first + 1, stop)),)

    @property
    def _leads(self) -> bool:
        """Whether words with a verb of their own stand before the clause."""
        return has_verb(self.line, 0, self.cue.clause[0])

    @property
    def is_quoted(self) -> bool:
        """Whether the clause itself stands in quotation marks."""
        return self.line.quoted[self.cue.verb[0]] >= 0

    def place(self, stretch: Stretch) -> Span:
        """Where tokens of the cue's line stand in the text."""
        return self.line.span(*stretch)


class Story:
    """The paragraphs of a text in order, with their quotations and, read when asked for, their cues."""

    def __init__(self, text: str, zones: tuple[Zone, ...]) -> None:
        self.text = text
        self.paragraphs = list(_zoned(text, zones))
        self.quotations = marked(text, [paragraph.span for paragraph in self.paragraphs])
        self._cues: dict[int, tuple[list[Line], list[PlacedCue]]] = {}

    @cached_property
    def _starts(self) -> list[int]:
        return [paragraph.span.start for paragraph in self.paragraphs]

    @cached_property
    def _quotation_starts(self) -> list[int]:
        return [quotation.span.start for quotation in self.quotations]

    def paragraph_at(self, position: int) -> int:
        """The number of the paragraph a place stands in or, between two, of the one before; -1 before the first."""
        return bisect_right(self._starts, position) - 1

    def quotations_in(self, span: Span) -> list[Marked]:
        """The quotations that touch a span or hold it."""
        first = max(0, bisect_right(self._quotation_starts, span.start) - 1)
        last = bisect_right(self._quotation_starts, span.end)
        touching = self.quotations[first:last]
        return [q for q in touching if q.span.overlap(span) or q.inner.start <= span.start <= span.end <= q.inner.end]

    def read(self, number: int) -> tuple[list[Line], list[PlacedCue]]:
        """The sentences of a paragraph and the cues in them."""
        if number not in self._cues:
            span = self.paragraphs[number].span
            found = lines(self.text, span, self.quotations_in(span))
            self._cues[number] = found, [cue for line in found for cue in self._placed(line)]
        return self._cues[number]

    def _placed(self, line: Line) -> Iterator[PlacedCue]:
        found = [*saying_cues(line), *phrase_cues(line)] or list(colon_cue(line))
        for cue in _whole(found):
            scope = tuple(line.span(*stretch) for stretch in cue.scope if stretch[1] > stretch[0])
            inside = line.quoted[cue.verb[0]]
            if inside >= 0:
                here = self.quotations_in(line.span(*cue.verb))
                scope = tuple(_cut(span, here[0].span) for span in scope if here and span.overlap(here[0].span))
            yield PlacedCue(line, cue, line.span(*cue.clause), scope)


def _cut(span: Span, limits: Span) -> Span:
    return Span(max(span.start, limits.start), min(span.end, limits.end))


def _whole(cues: list[Cue]) -> list[Cue]:
    """Without those that are part of another; the scope of each ends before the clause of one that holds it."""
    kept = []
    for cue in cues:
        inside = [
            other
            for other in cues
            if other is not cue and other.clause[0] <= cue.clause[0] and cue.clause[1] <= other.clause[1]
        ]
        if not any(
            len(other.sources) >= len(cue.sources) and other.clause != cue.clause for other in inside
        ) and not any(other.clause == cue.clause and cues.index(other) < cues.index(cue) for other in inside):
            kept.append(cue)
    return [_without_outer(cue, kept) for cue in kept]


def _without_outer(cue: Cue, others: list[Cue]) -> Cue:
    """Of "data show that X, the centre said" what the data show ends before "the centre said"."""
    outer = [
        other.clause[0]
        for other in others
        if other.clause[0] >= cue.clause[1]
        and any(low <= cue.clause[0] and cue.clause[1] <= high for low, high in other.scope)
    ]
    if not outer:
        return cue
    end = min(outer)
    scope = tuple((low, min(high, end)) for low, high in cue.scope if low < end)
    return Cue(cue.sources, cue.verb, cue.lemma, cue.clause, scope, cue.strong)


def _zoned(text: str, zones: tuple[Zone, ...]) -> Iterator[Paragraph]:
    reached = 0
    for zone in sorted(zones, key=lambda zone: zone.span):
        low, high = max(zone.span.start, reached), min(zone.span.end, len(text))
        if low < high:
            yield from _pieces(text, reached, low, None)
            yield from _pieces(text, low, high, zone.kind)
            reached = high
    yield from _pieces(text, reached, len(text), None)


def _pieces(text: str, low: int, high: int, kind: ZoneKind | None) -> Iterator[Paragraph]:
    for span in paragraphs(text, low, high):
        rows = span.of(text).split("\n")
        if len(rows) > 1 and max(map(len, rows)) > _LONG_LINE:
            start = span.start
            for row in rows:
                if row.strip():
                    yield Paragraph(Span(start, start + len(row)), kind)
                start += len(row) + 1
        else:
            for start in range(span.start, span.end, _LONGEST):
                yield Paragraph(Span(start, min(span.end, start + _LONGEST)), kind)


@by_lexicon(maxsize=16)
def story_of(text: str, zones: tuple[Zone, ...]) -> Story:
    """The story of a text, kept for the next passage of the same article."""
    return Story(text, zones)
