"""What a pane paints around its text: grounds and margins below it, places, tags and the current edit above it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPen, QPolygonF

from ui.desktop.sides.article_layout import MARGIN, ArticleLayout
from ui.desktop.sides.formats import APART, PARAGRAPH_GAP
from ui.desktop.sides.geometry import Geometry
from ui.desktop.sides.page import Page
from ui.desktop.sides.pane_spans import PaneSpan, SpanPainter
from ui.desktop.signs import Sign
from ui.desktop.theme import Themes
from workbench.model import ZoneKind
from workbench.spans import Span

_BAR, _FAINT_BAR = 3.0, 2.0
_WEDGE = 3.5


@dataclass(frozen=True, slots=True)
class Mark:
    """A stretch of the article that an edit touches; an empty one is where the other side has more.

    `inside` are the stretches that were edited in what moved.
    """

    span: Span
    sign: Sign
    inside: tuple[Span, ...] = ()


class PanePainter:
    """Paints one article's surroundings, in pixels of the document; `shown` is the part that can be seen."""

    def __init__(self, layout: ArticleLayout, page: Page, themes: Themes, scale: float, width: float) -> None:
        self._layout, self._page, self._themes, self._scale, self._width = layout, page, themes, scale, width
        self._geometry = Geometry(layout, page)

    def grounds(self, painter: QPainter, shown: QRectF) -> None:
        """The grounds of the passage, of page furniture and of folds."""
        numbers = self._layout.numbers_between(shown.top(), shown.bottom())
        self._passage_ground(painter, numbers, shown)
        for number in numbers:
            block = self._page.blocks[number]
            if block.folded:
                self._fold(painter, number)
            elif block.kind in APART:
                self._apart(painter, number, block.kind)

    def _passage_ground(self, painter: QPainter, numbers: range, shown: QRectF) -> None:
        inside = [number for number in numbers if self._page.blocks[number].passage]
        if not inside:
            return
        pad = PARAGRAPH_GAP * self._scale * 0.45
        blocks = self._page.blocks
        goes_on = inside[-1] + 1 < len(blocks) and blocks[inside[-1] + 1].passage
        began = inside[0] > 0 and blocks[inside[0] - 1].passage
        top = shown.top() - 1 if began else self._rect(inside[0]).top() - pad
        bottom = shown.bottom() + 1 if goes_on else self._rect(inside[-1]).bottom() + pad
        painter.fillRect(QRectF(0, top, self._width, bottom - top), self._themes.colour("passage_ground"))
        painter.fillRect(QRectF(0, top, _BAR, bottom - top), self._themes.colour("passage_edge"))

    def _rect(self, number: int) -> QRectF:
        at = self._layout.place(number)
        return QRectF(at.x(), at.y(), self._width - at.x(), self._layout.height(number))

    def _apart(self, painter: QPainter, number: int, kind: ZoneKind) -> None:
        rect = self._rect(number)
        area = QRectF(MARGIN, rect.top() - 3, self._width - 2 * MARGIN + 6, rect.height() + 6)
        painter.fillRect(area, self._themes.colour("furniture_ground"))
        pen = QPen(self._themes.colour("strong_rule"), 1.5)
        pen.setStyle(Qt.PenStyle.DotLine if kind is ZoneKind.COMMENTS else Qt.PenStyle.SolidLine)
        painter.setPen(pen)
        painter.drawLine(QPointF(MARGIN + 1, area.top()), QPointF(MARGIN + 1, area.bottom()))

    def _fold(self, painter: QPainter, number: int) -> None:
        rect = self._rect(number)
        area = QRectF(MARGIN - 8, rect.top() - 3, self._width - 2 * MARGIN + 16, rect.height() + 6)
        painter.setPen(QPen(self._themes.colour("rule"), 1))
        painter.setBrush(self._themes.colour("filler"))
        painter.drawRoundedRect(area, 4, 4)

    def margins(self, painter: QPainter, shared: Iterable[Span], shown: QRectF) -> None:
        """A faint mark beside the passages of other families."""
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._themes.colour("strong_rule"))
        for span in shared:
            top, bottom = self._geometry.extent(span)
            if top < shown.bottom() and bottom > max(top, shown.top()):
                painter.drawRoundedRect(QRectF(7, top + 2, _FAINT_BAR, max(4, bottom - top - 2)), 1, 1)

    def tags(self, painter: QPainter, spans: Iterable[PaneSpan], shown: QRectF) -> None:
        """What people put on the text."""
        SpanPainter(self._geometry, self._themes, self._width).paint(painter, spans, shown)

    def places(self, painter: QPainter, marks: Sequence[Mark], numbers: Iterable[int], current: int) -> None:
        """A wedge where the other side has text that this one lacks."""
        for number in numbers:
            mark = marks[number]
            if len(mark.span) or self._folded(mark.span):
                continue
            rect = self._geometry.place(mark.span.start)
            foot = QPointF(rect.left(), rect.bottom() - 1)
            colour = self._themes.colour("current_edge" if number == current else mark.sign.colour)
            painter.setPen(QPen(colour, 1.4))
            painter.setBrush(colour)
            painter.drawPolygon(QPolygonF([foot, foot + QPointF(-_WEDGE, 5), foot + QPointF(_WEDGE, 5)]))
            painter.drawLine(QPointF(rect.left(), rect.top() + 2), foot)

    def current(self, painter: QPainter, mark: Mark) -> None:
        """The box around the current edit."""
        if self._folded(mark.span):
            return
        path = QPainterPath()
        for rect in self._geometry.rects(mark.span):
            path.addRoundedRect(rect.adjusted(-1, 0, 1, 0) if len(mark.span) else rect.adjusted(-5, -1, 5, 6), 3, 3)
        painter.setPen(QPen(self._themes.colour("current_edge"), 1.6))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPath(path.simplified())

    def _folded(self, span: Span) -> bool:
        blocks = self._page.blocks
        return not blocks or bool(blocks[self._page.block_at(span.start)].folded)
