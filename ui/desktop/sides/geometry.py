"""Where stretches of an article's text stand in the document that shows it."""

from collections.abc import Iterator
from typing import cast

from PySide6.QtCore import QRectF
from PySide6.QtGui import QTextLine

from ui.desktop.sides.article_layout import ArticleLayout
from ui.desktop.sides.page import Page
from workbench.spans import Span

BlockShare = tuple[int, float]
"""A block of the page by its number, and how far down in it something stands: 0 to 1."""


class Geometry:
    """Rectangles of spans, in pixels of the document. All but `extent` lay out what they are asked for."""

    def __init__(self, layout: ArticleLayout, page: Page) -> None:
        self._layout, self._page = layout, page

    def rects(self, span: Span) -> list[QRectF]:
        """The rectangles, one for each line at least, that a span covers; one without width for an empty span."""
        if not self._page.blocks:
            return []
        if not len(span):
            return [self.place(span.start)]
        return [rect for start, end in self._page.ranges(span) for rect in self._line_rects(start, end)]

    def place(self, position: int) -> QRectF:
        """The place between two characters: a rectangle without width, as high as its line."""
        if not self._page.blocks:
            return QRectF()
        number, inside = self._inside(self._page.to_document(position))
        line = self._layout.line_at(number, inside)
        at = self._layout.place(number)
        if not line.isValid() or self._page.blocks[number].folded:
            return QRectF(at.x(), at.y(), 0, self._layout.height(number))
        return QRectF(x_of(line, inside), line.y(), 0, line.height()).translated(at)

    def extent(self, span: Span) -> tuple[float, float]:
        """About from which height to which a span reaches: exact where it is laid out, for what is far a guess."""
        top = self.height_of(span.start)
        return top, max(top, self.height_of(span.end) if len(span) else top)

    def height_of(self, position: int) -> float:
        """About at which height a position stands, by its share of its block."""
        return self._layout.height_at(*self.block_share(position)) if self._page.blocks else 0.0

    def block_share(self, position: int) -> BlockShare:
        """Where a position stands, whatever the heights of blocks: its block, and its share of that."""
        if not self._page.blocks:
            return 0, 0.0
        number = self._page.block_at(position)
        block = self._page.blocks[number]
        share = (position - block.span.start) / max(1, len(block.span))
        return number, 0.0 if block.folded else min(1.0, max(0.0, share))

    def _inside(self, place: int) -> tuple[int, int]:
        block = self._layout.document().findBlock(place)
        return block.blockNumber(), place - block.position()

    def _line_rects(self, start: int, end: int) -> Iterator[QRectF]:
        number, reached = self._inside(start)
        until = reached + end - start
        while reached < until:
            line = self._layout.line_at(number, reached)
            if not line.isValid():
                return
            stop = min(until, line.textStart() + line.textLength())
            at = self._layout.place(number)
            for left, right in _stretches(line, reached, stop):
                yield QRectF(left, line.y(), right - left, line.height()).translated(at)
            reached = stop if stop > reached else until


def _stretches(line: QTextLine, start: int, end: int) -> list[tuple[float, float]]:
    """From where to where some characters of a line stand; words of two directions may stand apart."""
    left, right = x_of(line, start), x_of(line, end)
    runs = line.glyphRuns(start, end - start) if right < left or _mixed(line, start, end, left, right) else []
    boxes = [run.boundingRect() for run in runs]
    if not boxes:
        return [(min(left, right), max(left, right))]
    joined: list[tuple[float, float]] = []
    for low, high in sorted((box.left(), box.right()) for box in boxes):
        if joined and low <= joined[-1][1] + 1:
            joined[-1] = joined[-1][0], max(high, joined[-1][1])
        else:
            joined.append((low, high))
    return joined


def _mixed(line: QTextLine, start: int, end: int, left: float, right: float) -> bool:
    """Whether the middle of a stretch stands outside of its ends: then its directions change on the way."""
    middle = x_of(line, (start + end) // 2)
    return not left <= middle <= right


def x_of(line: QTextLine, position: int) -> float:
    """Where in its line a character begins; Qt gives it with the position it corrected, or without."""
    x = cast("float | tuple[float, int]", line.cursorToX(position))
    return x[0] if isinstance(x, tuple) else x
