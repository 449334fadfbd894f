"""A whole article in miniature at the outer edge of its side: its parts, passages, edits, and what of it shows."""

from collections.abc import Iterator, Sequence

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, QTimer
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent, QPen, QPixmap, QWheelEvent
from PySide6.QtWidgets import QApplication, QSizePolicy, QWidget

from ui.desktop.sides.formats import APART
from ui.desktop.sides.pane import Mark, Pane
from ui.desktop.signs import Sign
from ui.desktop.spoken import Role, speak_as
from ui.desktop.theme import Themes
from workbench.model import ZoneKind
from workbench.spans import Span

WIDTH = 26
_LARGEST = 0.35
"""No article is shown larger than in this proportion."""
_TICK = 2.0
_SHORT = 120
"""An edit of so many characters, a line or two, is a tick and no more."""
_LEAST_FRAME = 10.0
_PATIENCE = 60
"""Milliseconds until heights that were estimates before are shown as they are; at this scale they differ little."""
_PITCH = 3.0
"""Lines of text are shown one by one where they are at least so far apart, in pixels."""
_LINE, _SLACK = 24.0, 1.25
"""How high a line is; how much nearer or farther lines come before an article is shown in the other way."""


class OverviewStrip(QWidget):
    """A click or a drag goes to that part of the article. It takes no focus: the text beside it says all it shows."""

    def __init__(self, pane: Pane, themes: Themes) -> None:
        super().__init__()
        self._pane, self._themes = pane, themes
        self._marks: tuple[Mark, ...] = ()
        self._shared: tuple[Span, ...] = ()
        self._current = -1
        self._picture, self._revision = QPixmap(), 0
        self._drawn: object = None
        self._decided_for: object = None
        self._by_lines = False
        self.setFixedWidth(WIDTH)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setObjectName("overview")
        what = "The whole article in miniature, with its edits. A click goes to that part of it."
        speak_as(self, Role.Graphic, "Overview of the article", what)
        self._refine = QTimer(self)
        self._refine.setSingleShot(True)
        self._refine.setInterval(_PATIENCE)
        self._refine.timeout.connect(self._draw_again)
        pane.moved.connect(self.update)

    def sizeHint(self) -> QSize:
        """As wide as it has to be."""
        return QSize(WIDTH, 100)

    def show_article(self, marks: Sequence[Mark], shared: Sequence[Span]) -> None:
        """Show the article of the pane, its edits and the passages of other families."""
        self._marks, self._shared, self._current, self._drawn = tuple(marks), tuple(shared), -1, None
        self.update()

    def set_current(self, number: int) -> None:
        """Emphasise an edit; -1 for none."""
        self._current = number
        self.update()

    # Where things stand

    @property
    def ratio(self) -> float:
        """How many of its pixels a pixel of the document takes."""
        return min(_LARGEST, self.height() / max(1.0, self._pane.blocks.whole))

    def frame(self) -> QRectF:
        """Where the frame around what shows is."""
        height = max(_LEAST_FRAME, self._pane.room * self.ratio)
        top = min(self._pane.offset * self.ratio, self.height() - height)
        return QRectF(0.5, max(0.0, top) + 0.5, self.width() - 1, height - 1)

    def _go(self, y: float) -> None:
        self._pane.scroll_to(y / self.ratio - self._pane.room / 2)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Go to where the mouse is."""
        self._go(event.position().y())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Go along with the mouse."""
        if event.buttons() & Qt.MouseButton.LeftButton:
            self._go(event.position().y())

    def wheelEvent(self, event: QWheelEvent) -> None:
        """The wheel scrolls the article."""
        QApplication.sendEvent(self._pane.verticalScrollBar(), event)

    # Painting

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the article, kept as a picture, and what of it shows and is current."""
        state = (self.size(), self.devicePixelRatioF(), self._themes.theme.name)
        if self._drawn != state:
            self._picture, self._drawn, self._revision = self._draw(), state, self._pane.blocks.revision
        elif self._revision != self._pane.blocks.revision and not self._refine.isActive():
            self._refine.start()
        painter = QPainter(self)
        painter.drawPixmap(0, 0, self._picture)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_current(painter)
        shade = self._themes.colour("muted")
        painter.setPen(QPen(shade, 1.0))
        shade.setAlpha(28)
        painter.setBrush(shade)
        painter.drawRoundedRect(self.frame(), 2, 2)
        painter.end()

    def _draw_again(self) -> None:
        self._drawn = None
        self.update()

    def _draw(self) -> QPixmap:
        scale = self.devicePixelRatioF()
        picture = QPixmap(self.size() * scale)
        picture.setDevicePixelRatio(scale)
        picture.fill(self._themes.colour("panel"))
        painter = QPainter(picture)
        ratio = self.ratio
        self._choose_lines(ratio)
        for number in range(len(self._pane.page.blocks)):
            self._draw_block(painter, number, ratio)
        for span in self._shared:
            top, bottom = self._extent(span, ratio)
            painter.fillRect(QRectF(1, top, 2, max(2.0, bottom - top)), self._themes.colour("strong_rule"))
        colours = {sign: self._themes.colour(sign.colour) for sign in {mark.sign for mark in self._marks}}
        for mark in self._marks:
            painter.fillRect(self.tick(mark, ratio), colours[mark.sign])
        painter.end()
        return picture

    def _choose_lines(self, ratio: float) -> None:
        """Show lines one by one, or blocks whole: alike in all of an article, and as before while heights are refined.

        Otherwise it would look like another article a moment after it is shown.
        """
        least = _PITCH
        if self._decided_for is self._pane.page:
            least = _PITCH / _SLACK if self._by_lines else _PITCH * _SLACK
        self._decided_for, self._by_lines = self._pane.page, ratio * _LINE >= least

    def _draw_block(self, painter: QPainter, number: int, ratio: float) -> None:
        block, blocks = self._pane.page.blocks[number], self._pane.blocks
        top, height = blocks.tops[number] * ratio, blocks.height(number) * ratio
        if block.passage:
            painter.fillRect(QRectF(0, top - 1, self.width(), height + 2), self._themes.colour("selected"))
            painter.fillRect(QRectF(0, top - 1, 2, height + 2), self._themes.colour("passage_edge"))
        colour, left = self._themes.colour("rule"), 5.0
        if block.kind is ZoneKind.HEADLINE:
            colour = self._themes.colour("strong_rule")
        elif block.kind in APART:
            colour, left = self._themes.colour("furniture_ground"), 8.0
        count = max(1, round(blocks.height(number) / _LINE)) if self._by_lines else 0
        for line in _lines(top, height, count):
            painter.fillRect(QRectF(left, line.top(), (self.width() - left - 4) * line.width(), line.height()), colour)

    def tick(self, mark: Mark, ratio: float) -> QRectF:
        """Where an edit is: what is removed at the left half, added at the right, moved across, style in the middle."""
        top = bottom = self._pane.places.height_of(mark.span.start) * ratio
        if len(mark.span) > _SHORT:
            bottom = self._pane.places.height_of(mark.span.end) * ratio
        left, right = self._edges(mark.sign)
        return QRectF(left, top, right - left, max(_TICK, bottom - top))

    def _edges(self, sign: Sign) -> tuple[float, float]:
        middle = self.width() / 2
        edges = {
            Sign.REMOVED: (4.0, middle),
            Sign.ADDED: (middle, self.width() - 3.0),
            Sign.STYLE: (middle - 3, middle + 3),
        }
        return edges.get(sign, (3.0, self.width() - 3.0))

    def _extent(self, span: Span, ratio: float) -> tuple[float, float]:
        top, bottom = self._pane.places.extent(span)
        return top * ratio, bottom * ratio

    def _paint_current(self, painter: QPainter) -> None:
        if not 0 <= self._current < len(self._marks):
            return
        tick = self.tick(self._marks[self._current], self.ratio).adjusted(-2, -1.5, 2, 1.5)
        painter.setPen(QPen(self._themes.colour("current_edge"), 1.6))
        painter.setBrush(self._themes.colour("current_ground"))
        painter.drawRoundedRect(tick, 1.5, 1.5)
        middle = tick.center().y()
        painter.setBrush(self._themes.colour("current_edge"))
        points = QPointF(0, middle - 3.5), QPointF(4, middle), QPointF(0, middle + 3.5)
        painter.drawPolygon(points)


def _lines(top: float, height: float, count: int) -> Iterator[QRectF]:
    """Bars for the lines of a block: `count` of them, or one for all where it is 0. Widths are shares."""
    if not count:
        yield QRectF(0, top, 1.0, max(1.0, height - 0.5))
        return
    pitch = height / count
    for number in range(count):
        yield QRectF(0, top + number * pitch + pitch * 0.25, 0.62 if number == count - 1 else 1.0, pitch * 0.5)
