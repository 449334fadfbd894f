"""How an article is laid out on a page: which stretch of its text stands in which block, and which blocks keep level.

No widgets here. Positions are code points of the article's text, document positions are Qt's UTF-16 units.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Collection, Iterator, Sequence
from copy import copy
from dataclasses import dataclass
from itertools import pairwise
from typing import Self
from unicodedata import category

from ui.desktop.sides.inlay import Inlay
from ui.desktop.utf16 import Utf16Map, displayed, qt_length
from workbench.model import Zone, ZoneKind
from workbench.spans import Span


@dataclass(frozen=True, slots=True)
class Block:
    """A stretch of text that is one block of the page.

    `continued` when it goes on in the middle of a paragraph; `passage` when it is part of the passage compared;
    `folded` says how many paragraphs are folded into one line that stands for them, 0 for text as it is.
    """

    span: Span
    kind: ZoneKind
    passage: bool
    continued: bool
    folded: int = 0


class Page:
    """An article cut into blocks, with the way between its text and the document that shows it.

    `inlay` says what in the text is not the article's own.
    """

    def __init__(
        self, text: str, zones: Sequence[Zone], passage: Span, cuts: Collection[int] = (), inlay: Inlay | None = None
    ) -> None:
        self.text, self.inlay = text, inlay or Inlay()
        self._units = Utf16Map(text)
        self.lay_out(tuple(_blocks(text, zones, passage, cuts)))

    def lay_out(self, blocks: tuple[Block, ...]) -> None:
        """Show these blocks of the text, one after another."""
        self.blocks = blocks
        self._starts = [block.span.start for block in blocks]
        self._document_starts = list(self._lengths())

    def _lengths(self) -> Iterator[int]:
        position = 0
        for number in range(len(self.blocks)):
            yield position
            position += qt_length(self.shown(number)) + 1

    def folded(self, runs: Sequence[range]) -> Self:
        """The same page with runs of its blocks folded to one line each."""
        blocks, reached = list[Block](), 0
        for run in runs:
            first, last = self.blocks[run.start], self.blocks[run.stop - 1]
            count = sum(not block.continued for block in self.blocks[run.start : run.stop])
            span = Span(first.span.start, last.span.end)
            blocks += self.blocks[reached : run.start]
            blocks.append(Block(span, first.kind, first.passage, continued=False, folded=max(1, count)))
            reached = run.stop
        page = copy(self)
        page.lay_out((*blocks, *self.blocks[reached:]))
        return page

    def shown(self, number: int) -> str:
        """What the document shows for a block."""
        block = self.blocks[number]
        if block.folded:
            return f"⋯ {block.folded} paragraph{'s' if block.folded > 1 else ''}"
        return displayed(block.span.of(self.text))

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
        if self.blocks[number].folded:
            return self._document_starts[number]
        inside = min(max(position, span.start), span.end)
        return self._document_starts[number] + self._units.to_qt(inside) - self._units.to_qt(span.start)

    def from_document(self, position: int) -> int:
        """The code point that stands at a position of the document."""
        if not self.blocks:
            return 0
        number = max(0, bisect_right(self._document_starts, position) - 1)
        span = self.blocks[number].span
        if self.blocks[number].folded:
            return span.start
        units = self._units.to_qt(span.start) + position - self._document_starts[number]
        return min(self._units.from_qt(units), span.end)

    def ranges(self, span: Span) -> list[tuple[int, int]]:
        """The stretches of the document that show `span`, one for each block it touches."""
        found: list[tuple[int, int]] = []
        for number in range(self.block_at(span.start), len(self.blocks)):
            if self.blocks[number].span.start >= span.end:
                break
            found += self.ranges_in(number, span)
        return found

    def ranges_in(self, number: int, span: Span) -> list[tuple[int, int]]:
        """The stretch of the document that shows `span` in one block; none where they do not meet."""
        block = self.blocks[number]
        start, end = max(span.start, block.span.start), min(span.end, block.span.end)
        if start >= end or block.folded:
            return []
        first = self._document_starts[number] + self._units.to_qt(start) - self._units.to_qt(block.span.start)
        return [(first, first + self._units.to_qt(end) - self._units.to_qt(start))]

    def document_start(self, number: int) -> int:
        """Where in the document a block begins."""
        return self._document_starts[number]

    def span_between(self, start: int, end: int) -> Span:
        """The text between two positions of the document; of what is folded all that the two embrace."""
        first, last = self.from_document(start), self.from_document(end)
        number = bisect_right(self._document_starts, end) - 1
        if number >= 0 and self.blocks[number].folded and end > max(start, self._document_starts[number]):
            last = self.blocks[number].span.end
        return Span(first, max(first, last))


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


def _blocks(text: str, zones: Sequence[Zone], passage: Span, cuts: Collection[int]) -> Iterator[Block]:
    edges = sorted({passage.start, passage.end, *cuts})
    starts = [zone.span.start for zone in zones]
    for line in _lines(text):
        inner = edges[bisect_right(edges, line.start) : bisect_left(edges, line.end)]
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
