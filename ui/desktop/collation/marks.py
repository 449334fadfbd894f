"""The marks of a collation: how the words of a witness are set off from those of the base, by form and by colour."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QPolygonF, QTextLayout
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.desktop.collation.kinds import Kind
from ui.desktop.collation.score import PAD, Words
from ui.desktop.spoken import Role, speak_as
from ui.desktop.theme import Themes

MISSING = {Kind.LACKS: Qt.PenStyle.SolidLine, Kind.OUTSIDE: Qt.PenStyle.DotLine, Kind.AWAY: Qt.PenStyle.DashLine}
"""The line that stands for words of the base which a witness does not have there."""


class Marks:
    """Paints words with and without marks."""

    def __init__(self, painter: QPainter, themes: Themes, words: Words) -> None:
        self._painter, self._themes, self._words = painter, themes, words

    def paint(self, kind: Kind, text: str, area: QRectF, ink: str = "faint") -> None:
        """A cell as its kind has it; `ink` is for words without a mark."""
        if kind in MISSING:
            self.paint_missing(kind, area)
        elif kind in (Kind.SAME, Kind.BLANK):
            self.write(text, area, ink)
        else:
            self.paint_marked(kind, text, area)

    def write(self, text: str, area: QRectF, ink: str) -> QTextLayout:
        """Words without a mark."""
        layout = self._words.layout(text, area.width() - 2 * PAD)
        self._painter.setPen(self._colour(ink))
        layout.draw(self._painter, QPointF(area.left() + PAD, area.top() + PAD))
        return layout

    def paint_marked(self, kind: Kind, text: str, area: QRectF) -> None:
        """Differs: underlined. Adds: boxed too. Moved: a wave. Style: dots. Each on its ground."""
        colour = kind.sign.colour
        self._painter.setBrush(self._colour(f"{colour}_ground"))
        self._painter.setPen(QPen(self._colour(colour), 1.2) if kind is Kind.ADDS else Qt.PenStyle.NoPen)
        self._painter.drawRoundedRect(area.adjusted(0.5, 1.5, -0.5, -1), 2, 2)
        layout = self.write(text, area, colour)
        pen = QPen(self._colour(colour), 1.3)
        pen.setStyle(Qt.PenStyle.DotLine if kind is Kind.STYLE else Qt.PenStyle.SolidLine)
        self._painter.setPen(pen)
        for number in range(layout.lineCount()):
            rect = layout.lineAt(number).naturalTextRect().translated(area.left() + PAD, area.top() + PAD)
            if kind is Kind.MOVED:
                self._painter.drawPolyline(_wave(rect))
            else:
                self._painter.drawLine(rect.bottomLeft() - QPointF(0, 1), rect.bottomRight() - QPointF(0, 1))

    def paint_missing(self, kind: Kind, area: QRectF) -> None:
        """Lacks: a line with ends. Elsewhere: a broken one. Not reached: dots without a ground."""
        colour = "strong_rule" if kind is Kind.OUTSIDE else kind.sign.colour
        if kind is not Kind.OUTSIDE:
            self._painter.fillRect(area.adjusted(0, 1, 0, -1), self._colour(f"{colour}_ground"))
        pen = QPen(self._colour(colour), 1.4)
        pen.setStyle(MISSING[kind])
        self._painter.setPen(pen)
        left, right = QPointF(area.left() + PAD, area.center().y()), QPointF(area.right() - PAD, area.center().y())
        self._painter.drawLine(left, right)
        if kind is Kind.LACKS:
            for end in (left, right):
                self._painter.drawLine(end - QPointF(0, 3), end + QPointF(0, 3))

    def _colour(self, name: str) -> QColor:
        return self._themes.colour(name)


def _wave(rect: QRectF) -> QPolygonF:
    """A zigzag along the foot of a line of text."""
    points, x, up = [], rect.left(), False
    while x <= rect.right():
        points.append(QPointF(x, rect.bottom() - (2.5 if up else 0.0)))
        x, up = x + 2.5, not up
    return QPolygonF(points)


_LEGEND = (
    (Kind.DIFFERS, "differs"),
    (Kind.ADDS, "adds"),
    (Kind.LACKS, "lacks"),
    (Kind.MOVED, "moved"),
    (Kind.STYLE, "style"),
    (Kind.OUTSIDE, "not reached"),
)
_DASH = 22.0


class Legend(QWidget):
    """What the marks mean."""

    def __init__(self, themes: Themes) -> None:
        super().__init__()
        self._themes = themes
        speak_as(self, Role.Graphic, "Marks: " + ", ".join(word for _, word in _LEGEND))
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self._fit()
        themes.changed.connect(self._fit)

    def _fit(self) -> None:
        """Letters may be larger than before."""
        self._words = Words(0.88, leftward=False)
        self.setFixedHeight(int(self._words.line_height + 2 * PAD + 4))
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The marks in a row, each on its word, as many as there is room for."""
        painter = QPainter(self)
        painter.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        marks, x = Marks(painter, self._themes, self._words), 0.0
        height = self._words.line_height + 2 * PAD
        for kind, word in _LEGEND:
            width = self._words.width(word) + 2 * PAD + 1
            needed = width + (_DASH + 3 if kind in MISSING else 0)
            if x + needed > self.width():
                break
            if kind in MISSING:
                marks.paint(kind, "", QRectF(x, 2, _DASH, height))
                marks.write(word, QRectF(x + _DASH + 3, 2, width, height), "muted")
            else:
                marks.paint(kind, word, QRectF(x, 2, width, height))
            x += needed + 10
