"""Where stretches of an article stand on the screen, in the viewport of the pane that shows it."""

from typing import cast

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QTextLine

from ui.desktop.pane import Pane
from workbench.spans import Span


def runs_leftward(pane: Pane, position: int) -> bool:
    """Whether the text at a position runs from right to left."""
    block = pane.document().findBlock(pane.page.to_document(position))
    return block.textDirection() is Qt.LayoutDirection.RightToLeft


def line_rects(pane: Pane, span: Span) -> list[QRectF]:
    """The rectangles, one for each line on the screen, that a span covers, in the viewport of its pane."""
    found: list[QRectF] = []
    scrolled = QPointF(0, -pane.verticalScrollBar().value())
    for start, end in pane.page.ranges(span):
        block = pane.document().findBlock(start)
        pane.document().documentLayout().blockBoundingRect(block)  # a block that was not seen yet has no lines
        layout = block.layout()
        for number in range(layout.lineCount()):
            line = layout.lineAt(number)
            first = max(start - block.position(), line.textStart())
            last = min(end - block.position(), line.textStart() + line.textLength())
            if first < last:
                left, right = sorted((_x_of(line, first), _x_of(line, last)))
                rect = QRectF(left, line.y(), right - left, line.height())
                found.append(rect.translated(layout.position() + scrolled))
    return found


def in_sight(pane: Pane) -> Span:
    """The stretch of the article that can be seen, a little more at both ends."""
    view = pane.viewport().rect()
    first = pane.page.from_document(pane.cursorForPosition(view.topLeft()).position())
    last = pane.page.from_document(pane.cursorForPosition(view.bottomRight()).position())
    return Span(max(0, first - 1), max(first, last) + 1)


def _x_of(line: QTextLine, position: int) -> float:
    x = cast("float | tuple[float, int]", line.cursorToX(position))
    return x[0] if isinstance(x, tuple) else x
