"""Where stretches of an article stand on the screen, in the viewport of the pane that shows it."""

from PySide6.QtCore import QRectF, Qt

from ui.desktop.sides.pane import Pane
from workbench.spans import Span


def runs_leftward(pane: Pane, position: int) -> bool:
    """Whether the text at a position runs from right to left."""
    block = pane.document().findBlock(pane.page.to_document(position))
    return block.textDirection() is Qt.LayoutDirection.RightToLeft


def line_rects(pane: Pane, span: Span) -> list[QRectF]:
    """The rectangles, one for each line on the screen, that a span covers, in the viewport of its pane."""
    return [rect.translated(0, -pane.offset) for rect in pane.places.rects(span)]


def in_sight(pane: Pane) -> Span:
    """The stretch of the article that can be seen, whole blocks of it; an empty one where there is nothing."""
    numbers, blocks = pane.blocks.numbers_between(pane.offset, pane.offset + pane.room), pane.page.blocks
    if not numbers or numbers[-1] >= len(blocks):
        return Span(0, 0)
    return Span(blocks[numbers[0]].span.start, blocks[numbers[-1]].span.end)
