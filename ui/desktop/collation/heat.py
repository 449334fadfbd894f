"""The heat strip: how much the witnesses disagree from the beginning of the passage to its end."""

from bisect import bisect_right
from itertools import accumulate

from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QWidget

from ui.desktop.collation.table import CollationTable
from ui.desktop.spoken import Role, speak_as
from ui.desktop.theme import Themes

_HEIGHT = 30
_MARGIN = 14.0
_LEAST = 3


class HeatStrip(QWidget):
    """The whole passage at a glance: a bar for every column, as wide as its text is long, as high as it is disputed."""

    picked = Signal(int)
    """A person wants to go to that column."""

    def __init__(self, themes: Themes) -> None:
        super().__init__()
        self._themes = themes
        self._table: CollationTable | None = None
        self._edges: list[int] = [0]
        self._current, self._style = -1, True
        self.setFixedHeight(_HEIGHT)
        what = "The higher, the more. The arrow keys go from place to place in the collation below."
        speak_as(self, Role.Chart, "Where the witnesses disagree", what)
        self.setToolTip("Where the witnesses disagree: the higher, the more. Click to go there.")
        themes.changed.connect(self.update)

    def show_table(self, table: CollationTable | None) -> None:
        """Show the heat of a table."""
        self._table, self._current = table, -1
        columns = table.columns if table else ()
        lengths = (max(_LEAST, *(len(text) for text, _ in column.readings)) for column in columns)
        self._edges = list(accumulate(lengths, initial=0))
        self.update()

    def set_current(self, column: int) -> None:
        """Mark a column as the current one."""
        self._current = column
        self.update()

    def set_style(self, shown: bool) -> None:
        """Whether differences of style count."""
        self._style = shown
        self.update()

    def bar(self, column: int) -> QRectF:
        """Where the bar of a column may stand, at its full height."""
        left, right = sorted(self._x(edge) for edge in self._edges[column : column + 2])
        return QRectF(left, 4, max(1.5, right - left - 1), _HEIGHT - 12)

    def _x(self, edge: int) -> float:
        share = edge / max(1, self._edges[-1])
        if self._table is not None and self._table.leftward:
            share = 1 - share
        return _MARGIN + share * (self.width() - 2 * _MARGIN)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the bars and the mark of the current one."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        foot = _HEIGHT - 8.0
        painter.fillRect(QRectF(_MARGIN, foot, self.width() - 2 * _MARGIN, 1), self._themes.colour("strong_rule"))
        for number, column in enumerate(self._table.columns if self._table else ()):
            area = self.bar(number)
            if column.heat and column.is_variant(style=self._style):
                height = max(2.0, area.height() * column.heat)
                bar = QRectF(area.left(), foot - height, area.width(), height)
                painter.fillRect(bar, self._themes.colour("accent"))
            if number == self._current:
                middle = QPointF(area.center().x(), foot + 1)
                painter.setPen(QPen(self._themes.colour("current_edge"), 1.2))
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.drawRect(area.adjusted(-1, -1, 1, 0))
                painter.setBrush(self._themes.colour("current_edge"))
                painter.drawPolygon(QPolygonF([middle, middle + QPointF(-4, 5), middle + QPointF(4, 5)]))
        painter.end()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Go to the column."""
        if self._table is None or not self._table.columns:
            return
        share = (event.position().x() - _MARGIN) / max(1.0, self.width() - 2 * _MARGIN)
        share = 1 - share if self._table.leftward else share
        column = bisect_right(self._edges, share * self._edges[-1]) - 1
        self.picked.emit(min(max(0, column), len(self._table.columns) - 1))
