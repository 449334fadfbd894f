"""The signs of the passages beside the text that is read, each level with its first line."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from ui.desktop import fonts
from ui.desktop.marking.geometry import in_sight, line_rects
from ui.desktop.marking.overlay import Bracket
from ui.desktop.sides.pane import Pane
from ui.desktop.spoken import Role, speak_as
from ui.desktop.theme import Themes

_WIDTH, _RING = 28, 19.0


class Gutter(QWidget):
    """Painted beside a pane; screen readers have the passages from the list."""

    def __init__(self, pane: Pane, themes: Themes) -> None:
        super().__init__()
        self._pane, self._themes = pane, themes
        self._brackets: tuple[Bracket, ...] = ()
        self.setFixedWidth(_WIDTH)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        what = "The list beside the text says the same in words."
        speak_as(self, Role.Graphic, "Numbers of the passages at the margin", what)
        pane.moved.connect(self.update)
        themes.changed.connect(self.update)

    def show_brackets(self, brackets: tuple[Bracket, ...]) -> None:
        """Show the signs of these passages."""
        self._brackets = brackets
        self.update()

    def paintEvent(self, _: QPaintEvent) -> None:
        """Paint the signs that can be seen; two that begin in one line stand below each other."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(fonts.fitted_font(0.78, bold=True))
        reached, shown = -1e9, in_sight(self._pane)
        for bracket in self._brackets:
            if bracket.span.overlap(shown) and (rects := line_rects(self._pane, bracket.span)):
                top = max(rects[0].center().y() - _RING / 2 + self._pane.viewport().y(), reached + 1)
                reached = top + _RING
                self._paint_sign(painter, QRectF((_WIDTH - _RING) / 2 + 2, top, _RING, _RING), bracket)
        painter.end()

    def _paint_sign(self, painter: QPainter, ring: QRectF, bracket: Bracket) -> None:
        edge = self._themes.colour("passage_edge")
        painter.setPen(QPen(edge, 1))
        painter.setBrush(edge if bracket.current else self._themes.colour("page"))
        painter.drawEllipse(ring)
        painter.setPen(self._themes.colour("on_accent") if bracket.current else edge)
        painter.drawText(ring, Qt.AlignmentFlag.AlignCenter, bracket.sign)
