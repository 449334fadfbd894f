"""How an article stands in its document: block under block, each laid out only when somebody looks at it.

Until then its height is estimated. So two articles of any length can be shown at once, and scrolling costs what is
seen. Heights are pixels of the document; blocks are counted as the page counts them.
"""

from bisect import bisect_right
from collections.abc import Callable, Mapping, Sequence
from itertools import accumulate
from math import inf

from PySide6.QtCore import QPoint, QPointF, QRectF, QSizeF, Qt, Signal
from PySide6.QtGui import (
    QAbstractTextDocumentLayout,
    QPainter,
    QPainterPath,
    QTextBlock,
    QTextDocument,
    QTextLayout,
    QTextLine,
    QTextOption,
)

from ui.desktop.sides.shape import LINE_HEIGHT, NARROWEST, Shape, is_right_to_left

MARGIN = 18.0
"""The room at the left of the text; at its right there is a little less."""

_TOP, _BOTTOM = 12.0, 24.0

Formats = Callable[[int], list[QTextLayout.FormatRange]]


class ArticleLayout(QAbstractTextDocumentLayout):
    """Lays out the blocks of a page on demand. `Pane` alone talks to it."""

    grew = Signal()
    """A block turned out to be of another height than estimated while somebody asked for a place in it."""

    def __init__(self, document: QTextDocument) -> None:
        super().__init__(document)
        self._shapes: Sequence[Shape] = ()
        self._formats: Formats = lambda _: []
        self._heights: list[float] = []
        self._extra: list[float] = []
        self._exact = bytearray()
        self._ahead: dict[int, float] = {}  # heights of blocks that were laid out and stand where they stood still
        self._next = 0
        self._tops: list[float] | None = None
        self.revision = 0
        """Rises whenever blocks stand elsewhere than before."""
        self._bottom = 0.0
        self._above = self._below = 0.0
        self._width = 0.0
        self._measure = inf

    def load(self, shapes: Sequence[Shape], formats: Formats, measure: float = inf) -> None:
        """Take on the blocks of another page; the document holds their text already.

        No line is wider than `measure`, however wide the page is.
        """
        self._shapes, self._formats, self._measure = shapes, formats, measure
        self._extra = [0.0] * len(shapes)
        self._above = self._below = 0.0
        self._estimate()

    def _estimate(self) -> None:
        width = self._text_width()
        self._heights = [shape.estimate(width) for shape in self._shapes]
        self._exact = bytearray(len(self._shapes))
        self._ahead, self._next = {}, 0
        self._tops = None

    def _text_width(self) -> float:
        return min(self._room(), self._measure)

    def _room(self) -> float:
        """How wide a line could be."""
        return max(NARROWEST, self._width - 2 * MARGIN + 2)

    # Where blocks stand

    @property
    def tops(self) -> Sequence[float]:
        """Where the text of each block begins."""
        if self._tops is None:
            before = [shape.gap + extra for shape, extra in zip(self._shapes, self._extra, strict=True)]
            steps = [gap + height for gap, height in zip(before, self._heights, strict=True)]
            bottoms = list(accumulate(steps, initial=_TOP + self._above))
            self._tops = [bottom - height for bottom, height in zip(bottoms[1:], self._heights, strict=True)]
            self._bottom = bottoms[-1]
            self.revision += 1
        return self._tops

    @property
    def natural_tops(self) -> Sequence[float]:
        """Where each block would begin if nothing were pushed down."""
        _, *pushed = accumulate(self._extra, initial=self._above)
        return [top - push for top, push in zip(self.tops, pushed, strict=True)]

    @property
    def bottom(self) -> float:
        """Where the text ends."""
        _ = self.tops
        return self._bottom

    @property
    def whole(self) -> float:
        """The height of everything, with the room above and below."""
        return self.bottom + _BOTTOM + self._below

    def height(self, number: int) -> float:
        """The height of a block, as far as it is known."""
        return self._heights[number]

    def height_at(self, number: int, share: float) -> float:
        """About where a share of the letters of a block ends."""
        return self.tops[number] + share * self._heights[number] if self._heights else 0.0

    def number_at(self, y: float) -> int:
        """The block that stands at a height, or the one above it when it is between two."""
        return max(0, bisect_right(self.tops, y) - 1)

    def numbers_between(self, top: float, bottom: float) -> range:
        """The blocks that show between two heights."""
        if not self._shapes:
            return range(0)
        return range(self.number_at(top), bisect_right(self.tops, bottom))

    def push(self, extra: Mapping[int, float], above: float) -> bool:
        """Push blocks down, and leave room above them all; returns whether that moved anything."""
        pushed = [0.0] * len(self._shapes)
        for number, by in extra.items():
            pushed[number] = by
        if (pushed, above) == (self._extra, self._above):
            return False
        self._extra, self._above, self._tops = pushed, above, None
        return True

    @property
    def below(self) -> float:
        """The room that is left below the text, beyond the usual."""
        return self._below

    def leave_below(self, room: float) -> None:
        """Leave room below the text."""
        self._below = room

    # Laying out

    def lay_out(self, numbers: range) -> bool:
        """Lay out blocks; returns whether any was not before."""
        wanted = [number for number in numbers if not self._exact[number]]
        for number in wanted:
            height = self._ahead.pop(number, None)
            self._heights[number] = self._lay_out_block(number) if height is None else height
            self._exact[number] = 1
        if wanted:
            self._tops = None
        return bool(wanted)

    def lay_out_ahead(self, enough: Callable[[], bool]) -> bool:
        """Lay out blocks that nobody looks at until it is `enough`; they stay where they are estimated to stand.

        Returns whether there are no more; then `lay_out` of them all takes on their heights, and costs nothing.
        """
        while (number := self._exact.find(0, self._next)) >= 0 and not enough():
            if number not in self._ahead:
                self._ahead[number] = self._lay_out_block(number)
            self._next = number + 1
        return number < 0

    def is_rough(self, numbers: range) -> bool:
        """Whether the height of one of these blocks is an estimate only."""
        return 0 in self._exact[numbers.start : numbers.stop]

    def first_rough(self) -> int:
        """The first block of which the height is an estimate only; -1 when there is none."""
        return self._exact.find(0)

    def place(self, number: int) -> QPointF:
        """Where the lines of a block are drawn."""
        return QPointF(MARGIN + self._shapes[number].indent, self.tops[number])

    def _lay_out_block(self, number: int) -> float:
        """Break the lines of a block; returns how high it is."""
        block = self.document().findBlockByNumber(number)
        layout = block.layout()
        layout.setFormats(self._formats(number))
        right = is_right_to_left(block.text())
        option = QTextOption(Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft)
        option.setTextDirection(Qt.LayoutDirection.RightToLeft if right else Qt.LayoutDirection.LeftToRight)
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        layout.setTextOption(option)
        width, y = self._text_width() - self._shapes[number].indent, 0.0
        left = self._room() - self._text_width() if right else 0.0
        layout.beginLayout()
        while (line := layout.createLine()).isValid():
            line.setLineWidth(width)
            line.setPosition(QPointF(left, y))
            y += line.height() * LINE_HEIGHT
        layout.endLayout()
        return y

    def line_at(self, number: int, position: int) -> QTextLine:
        """The line of a block that holds a position, counted from the beginning of the block."""
        if self.lay_out(range(number, number + 1)):
            self.grew.emit()
        return self.document().findBlockByNumber(number).layout().lineForTextPosition(position)

    # What Qt asks of a layout

    def documentChanged(self, position: int, removed: int, added: int) -> None:  # noqa: ARG002
        """Take on the width of the page; the text itself comes with `load`."""
        width = self.document().pageSize().width()
        if width > 0 and width != self._width:
            self._width = width
            self._estimate()

    def documentSize(self) -> QSizeF:
        """The size of everything."""
        return QSizeF(max(0.0, self._width), self.whole)

    def pageCount(self) -> int:
        """One endless page."""
        return 1

    def frameBoundingRect(self, _frame: object) -> QRectF:
        """There is one frame, the whole."""
        return QRectF(QPointF(0, 0), self.documentSize())

    def blockBoundingRect(self, block: QTextBlock) -> QRectF:
        """Where a block stands, once it is laid out."""
        number = block.blockNumber()
        if not 0 <= number < len(self._shapes):
            return QRectF()
        if self.lay_out(range(number, number + 1)):
            self.grew.emit()
        indent = self._shapes[number].indent
        return QRectF(self.place(number), QSizeF(self._room() - indent, self._heights[number]))

    def hitTest(self, point: QPointF | QPoint | QPainterPath.Element, accuracy: Qt.HitTestAccuracy) -> int:
        """The position of the document at a point."""
        if not self._shapes:
            return 0
        point = QPointF(point.x, point.y) if isinstance(point, QPainterPath.Element) else QPointF(point)
        number = self.number_at(point.y())
        self.lay_out(range(number, number + 1))
        inside = point - self.place(number)
        if accuracy is Qt.HitTestAccuracy.ExactHit and not 0 <= inside.y() <= self._heights[number]:
            return -1
        block = self.document().findBlockByNumber(number)
        layout = block.layout()
        lines = [layout.lineAt(k) for k in range(layout.lineCount())]
        line = next((line for line in reversed(lines) if line.y() <= inside.y()), lines[0] if lines else None)
        return block.position() + (int(line.xToCursor(inside.x())) if line else 0)

    def draw(self, painter: QPainter, context: QAbstractTextDocumentLayout.PaintContext) -> None:
        """Draw what shows, with selections and caret."""
        clip = context.clip if context.clip.isValid() else QRectF(0, 0, self._width, self.whole)
        for number in self.numbers_between(clip.top(), clip.bottom()):
            self.lay_out(range(number, number + 1))
            self._draw_block(painter, context, number, clip)

    def _draw_block(
        self, painter: QPainter, context: QAbstractTextDocumentLayout.PaintContext, number: int, clip: QRectF
    ) -> None:
        block, at = self.document().findBlockByNumber(number), self.place(number)
        start, length = block.position(), block.length()
        ranges = []
        for selection in context.selections:
            first, last = selection.cursor.selectionStart() - start, selection.cursor.selectionEnd() - start
            if first < length and last > 0:
                found = QTextLayout.FormatRange()
                found.start, found.length = max(0, first), min(last, length) - max(0, first)
                found.format = selection.format
                ranges.append(found)
        block.layout().draw(painter, at, ranges, clip)
        if start <= context.cursorPosition < start + length:
            painter.setPen(context.palette.text().color())
            block.layout().drawCursor(painter, at, context.cursorPosition - start, 2)
