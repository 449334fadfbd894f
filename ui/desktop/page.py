"""How an article is laid out on a page: which stretch of its text stands in which block, and which blocks keep level.

No widgets here. Positions are code points of the article's text, document positions are Qt's UTF-16 units.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from unicodedata import category

from ui.desktop.utf16 import Utf16Map, qt_length
from workbench.comparison import Comparison
from workbench.model import Edit, LabelKind, Zone, ZoneKind
from workbench.spans import Span


@dataclass(frozen=True, slots=True)
class Block:
    """A stretch of text that is one block of the page.

    `continued` when it goes on in the middle of a paragraph; `passage` when it is part of the passage compared.
    """

    span: Span
    kind: ZoneKind
    passage: bool
    continued: bool


@dataclass(frozen=True, slots=True)
class Anchor:
    """A position in the base and one in the witness that are to stand at the same height."""

    base: int
    witness: int


class Page:
    """An article cut into blocks, with the way between its text and the document that shows it."""

    def __init__(self, text: str, zones: Sequence[Zone], passage: Span, cuts: Collection[int] = ()) -> None:
        self.text = text
        self.blocks = tuple(_blocks(text, zones, passage, cuts))
        self._units = Utf16Map(text)
        self._starts = [block.span.start for block in self.blocks]
        self._document_starts = list(self._lengths())

    def _lengths(self) -> Iterator[int]:
        position = 0
        for block in self.blocks:
            yield position
            position += qt_length(block.span.of(self.text)) + 1

    def block_at(self, position: int) -> int:
        """The number of the block that holds a position, or the one before it when it is between two."""
        return max(0, bisect_right(self._starts, position) - 1)

    def block_from(self, position: int) -> int | None:
        """The number of the first block that starts at a position or after it; `None` when there is none."""
        number = bisect_left(self._starts, position)
        return number if number < len(self.blocks) else None

    def to_document(self, position: int) -> int:
        """Where in the document the code point at `position` stands; what no block shows maps to the nearest end."""
        if not self.blocks:
            return 0
        number = self.block_at(position)
        span = self.blocks[number].span
        inside = min(max(position, span.start), span.end)
        return self._document_starts[number] + self._units.to_qt(inside) - self._units.to_qt(span.start)

    def from_document(self, position: int) -> int:
        """The code point that stands at a position of the document."""
        if not self.blocks:
            return 0
        number = max(0, bisect_right(self._document_starts, position) - 1)
        span = self.blocks[number].span
        units = self._units.to_qt(span.start) + position - self._document_starts[number]
        return min(self._units.from_qt(units), span.end)

    def ranges(self, span: Span) -> list[tuple[int, int]]:
        """The stretches of the document that show `span`, one for each block it touches."""
        found = []
        for block in self.blocks[self.block_at(span.start) :]:
            if block.span.start >= span.end:
                break
            start, end = max(span.start, block.span.start), min(span.end, block.span.end)
            if start < end:
                found.append((self.to_document(start), self.to_document(start) + qt_length(self.text[start:end])))
        return found


def set_off(text: str, passage: Span) -> Span:
    """What is set off as the passage: with the quotation marks it opens with and the punctuation that closes it."""
    start, end = passage.start, passage.end
    while start > 0 and _opens(text, start - 1):
        start -= 1
    while end < len(text) and (category(text[end]) in ("Pe", "Pf", "Po") or text[end] in "”’"):
        end += 1
    return Span(start, end)


def _opens(text: str, position: int) -> bool:
    """Whether the character at a position opens what follows; a straight quote does so after a space only."""
    if text[position] in "\"'":
        return position == 0 or text[position - 1].isspace()
    return category(text[position]) in ("Ps", "Pi")


def anchors(comparison: Comparison) -> tuple[Anchor, ...]:
    """Where base and witness keep level: the start of the passage, each paragraph within it, what follows it.

    In both texts they come one after the other; a paragraph break inside an edit has no counterpart and none here.
    """
    base = set_off(comparison.base_text, comparison.base.place.span)
    witness = set_off(comparison.witness_text, comparison.witness.place.span)
    found = {Anchor(base.start, witness.start), Anchor(base.end, witness.end)}
    edges = list(_edges(comparison))
    for edit, other in edges:
        if _begins_line(comparison.base_text, edit.start) and _begins_line(comparison.witness_text, other.start):
            found.add(Anchor(edit.start, other.start))
    for one, other in _equal_runs(edges):
        found.update(Anchor(p, q) for p, q in _paired_breaks(comparison.base_text, one, comparison.witness_text, other))
        found.update(Anchor(q, p) for p, q in _paired_breaks(comparison.witness_text, other, comparison.base_text, one))
    return tuple(_rising(sorted(found, key=lambda anchor: (anchor.base, anchor.witness))))


def _edges(comparison: Comparison) -> Iterator[tuple[Span, Span]]:
    """The edits that keep their order on both sides, with the two ends of the passage."""
    base, witness = comparison.base.place.span, comparison.witness.place.span
    last = Span(base.start, base.start), Span(witness.start, witness.start)
    yield last
    for edit in sorted(comparison.edits, key=lambda edit: (edit.base, edit.witness)):
        if not _moved(edit) and edit.base.start >= last[0].end and edit.witness.start >= last[1].end:
            last = edit.base, edit.witness
            yield last
    yield Span(base.end, base.end), Span(witness.end, witness.end)


def _equal_runs(edges: Sequence[tuple[Span, Span]]) -> Iterator[tuple[Span, Span]]:
    """The stretches between the edits, on both sides."""
    for (one, other), (next_one, next_other) in pairwise(edges):
        if one.end <= next_one.start and other.end <= next_other.start:
            yield Span(one.end, next_one.start), Span(other.end, next_other.start)


def _begins_line(text: str, position: int) -> bool:
    return "\n" in text[len(text[:position].rstrip()) : position]


def _moved(edit: Edit) -> bool:
    return any(label.kind is LabelKind.MOVED for label in edit.labels)


def _paired_breaks(text: str, run: Span, other_text: str, other: Span) -> Iterator[tuple[int, int]]:
    """Paragraph starts in a run and where their word stands in the equal run of the other text."""
    for start in _paragraph_starts(text, run):
        solid = sum(not char.isspace() for char in text[run.start : start])
        for position in range(other.start, other.end):
            if other_text[position].isspace():
                continue
            if solid == 0:
                yield start, position
                break
            solid -= 1


def _paragraph_starts(text: str, span: Span) -> Iterator[int]:
    """Where a line begins within a span; at its very start too, when only white space stands between."""
    before = len(text[: span.start].rstrip())
    position = text.find("\n", before, span.end)
    while position >= 0:
        while position < span.end and text[position].isspace():
            position += 1
        if span.start <= position < span.end:
            yield position
        position = text.find("\n", position + 1, span.end)


def _rising(found: Sequence[Anchor]) -> Iterator[Anchor]:
    last = Anchor(-1, -1)
    for anchor in found:
        if anchor.base > last.base and anchor.witness > last.witness:
            last = anchor
            yield anchor


def _blocks(text: str, zones: Sequence[Zone], passage: Span, cuts: Collection[int]) -> Iterator[Block]:
    edges = sorted({passage.start, passage.end, *cuts})
    starts = [zone.span.start for zone in zones]
    for line in _lines(text):
        inner = [edge for edge in edges if line.start < edge < line.end]
        for number, (start, end) in enumerate(pairwise((line.start, *inner, line.end))):
            span = _trimmed(text, Span(start, end))
            if len(span):
                yield Block(span, _kind(zones, starts, span), passage.overlap(span) > 0, number > 0)


def _lines(text: str) -> Iterator[Span]:
    """The lines that are not blank, without the white space around them."""
    start = 0
    for line in text.split("\n"):
        span = _trimmed(text, Span(start, start + len(line)))
        if len(span):
            yield span
        start += len(line) + 1


def _trimmed(text: str, span: Span) -> Span:
    part = span.of(text)
    start = span.start + len(part) - len(part.lstrip())
    return Span(start, max(start, span.start + len(part.rstrip())))


def _kind(zones: Sequence[Zone], starts: Sequence[int], span: Span) -> ZoneKind:
    number = bisect_right(starts, span.start) - 1
    if number >= 0 and zones[number].span.end > span.start:
        return zones[number].kind
    return ZoneKind.BODY
