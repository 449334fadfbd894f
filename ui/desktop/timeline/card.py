"""How a witness is painted in the timeline: who and when at the left, where it lies in time at the right."""

from PySide6.QtCore import QPointF, QRectF, QSize
from PySide6.QtGui import QFontMetricsF, QPainter, QPen, QTextLayout
from PySide6.QtWidgets import QStyleOptionViewItem, QWidget

from ui.desktop import fonts
from ui.desktop.lists.models import ROW_ROLE
from ui.desktop.painting import CardDelegate, Index, chip, chip_width, layout_height, size, wrapped
from ui.desktop.theme import Themes
from ui.desktop.timeline.rows import BASE, TimelineRow
from ui.desktop.timeline.scale import Scale

_PAD = 9.0
_MOST_NAMES, _NAMES, _WIDE_NAMES = 0.44, 310.0, 0.34
"""So much of the width is for names at most; so many pixels, or in a wide view so much of its width."""
_VERDICT_LINES = 2
_LANE = 92.0
"""The lane at the right for what has no date, in pixels."""
_DOT = 6.0
_BAR = 8.0


class Columns:
    """Where the parts of a row lie in a view of some width: names, time, and the lane of what has no date."""

    def __init__(self, width: float, scale: float = 1.0, *, lane: bool) -> None:
        self.names = min(width * _MOST_NAMES, max(_NAMES * scale, width * _WIDE_NAMES))
        self.lane = _LANE * scale if lane else 0.0
        self.left, self.right = self.names + 20, width - self.lane - 14

    def x(self, at: float) -> float:
        """Where a share of the time lies."""
        return self.left + at * (self.right - self.left)

    @property
    def undated(self) -> float:
        """The middle of the lane at the end."""
        return self.right + 14 + self.lane / 2


class TimelineCard(CardDelegate):
    """Paints rows by the scale that it is given."""

    def __init__(self, themes: Themes, parent: QWidget) -> None:
        super().__init__(themes, parent)
        self.time = Scale(())
        self.lane = False

    def columns(self, width: float) -> Columns:
        """Where the parts of a row lie."""
        return Columns(width, self.scale, lane=self.lane)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Three lines of facts, or four."""
        width = self.row_width(option)
        verdict = layout_height(self._verdict(index.data(ROW_ROLE), width))
        return size(width, 2 * self._line_height + verdict + 2 * _PAD)

    @property
    def _line_height(self) -> float:
        return QFontMetricsF(fonts.interface_font(0.92 * self.scale)).lineSpacing()

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint a witness."""
        row: TimelineRow = index.data(ROW_ROLE)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self.paint_ground(painter, option)
        area, fact = QRectF(option.rect), self._line_height
        columns = self.columns(area.width())
        line = QRectF(area.left() + 16, area.top() + _PAD, columns.names - 16, fact)
        strong, font = fonts.interface_font(0.92 * self.scale, bold=True), fonts.interface_font(0.9 * self.scale)
        used = self.line(painter, line.adjusted(0, 0, -46 * (row.number == BASE), 0), row.outlet, "text", strong)
        if row.number == BASE:
            at = QPointF(min(line.left() + used + 7, line.right() - chip_width("BASE")), line.top() - 1)
            chip(painter, at, "BASE", self.themes, ground="accent", ink="on_accent")
        facts = " · ".join(part for part in (row.date, row.credit_words) if part)
        self.line(painter, line.translated(0, fact), facts, "muted", font)
        painter.setPen(self.colour("text"))
        self._verdict(row, area.width()).draw(painter, line.topLeft() + QPointF(0, 2 * fact))
        self._paint_time(painter, area, row, columns)
        painter.restore()

    def _verdict(self, row: TimelineRow, width: float) -> QTextLayout:
        """Where it is probably from, in as many lines as it takes, up to two."""
        room, font = self.columns(width).names - 16, fonts.interface_font(0.9 * self.scale)
        return self.laid((row.verdict,), width, lambda: wrapped(row.verdict, font, room, _VERDICT_LINES))

    def _paint_time(self, painter: QPainter, area: QRectF, row: TimelineRow, columns: Columns) -> None:
        """A dot for a day, a bar for a month or a year, an open diamond for what has no date."""
        y, ink = area.top() + self.time_height(area.height()), self.colour("accent")
        painter.setPen(QPen(ink, 1.5))
        painter.setBrush(ink)
        if row.stretch is None:
            painter.setBrush(self.colour("page"))
            x, r = columns.undated, _DOT
            painter.drawPolygon([QPointF(x, y - r), QPointF(x + r, y), QPointF(x, y + r), QPointF(x - r, y)])
        elif row.stretch.exact:
            painter.drawEllipse(QPointF(columns.x(self.time.at(row.stretch.middle)), y), _DOT, _DOT)
        else:
            left, right = (columns.x(self.time.at(moment)) for moment in (row.stretch.start, row.stretch.end))
            wash = self.colour("accent")
            wash.setAlpha(70)
            painter.setBrush(wash)
            painter.drawRoundedRect(QRectF(left, y - _BAR / 2, max(_BAR, right - left), _BAR), 4, 4)

    @staticmethod
    def time_height(height: float) -> float:
        """How far below the top of a row its dot stands."""
        return height * 0.5

    def dot(self, area: QRectF, row: TimelineRow) -> QPointF:
        """Where the dot of a row stands, or the middle of its bar."""
        columns, y = self.columns(area.width()), area.top() + self.time_height(area.height())
        x = columns.x(self.time.at(row.stretch.middle)) if row.stretch else columns.undated
        return QPointF(x, y)
