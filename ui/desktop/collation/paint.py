"""How the score of a collation is painted: heads, cells with their marks, heat, the current cell."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen, QPolygonF

from ui.desktop import fonts
from ui.desktop.collation.kinds import Kind
from ui.desktop.collation.marks import Marks
from ui.desktop.collation.score import PAD, STRIP, Band, Score, Slot
from ui.desktop.collation.table import Cell, CollationRow
from ui.desktop.painting import chip, chip_width
from ui.desktop.theme import Themes
from ui.desktop.utf16 import displayed

_MARGIN = 12.0
_SHARE, _SHARE_STACKED = 0.39, 0.3
"""How much of the width the heads may take, in one line and in two."""
_DITTO = "″"
_MANY = 12
"""In a score of more rows, shared text is repeated as ditto marks, but for the current row."""


@dataclass(frozen=True, slots=True)
class Heads:
    """The frozen column at the left: its width, and whether outlet and date stand in two lines."""

    width: float
    stacked: bool
    scale: float

    @property
    def line(self) -> float:
        """The height of a line of a head."""
        return QFontMetricsF(fonts.interface_font(0.92 * self.scale)).lineSpacing()

    @property
    def least_row(self) -> float:
        """How high a row has to be for its head."""
        return self.line * (2 if self.stacked else 1) + 2 * PAD

    @property
    def indent(self) -> float:
        """Where the text begins."""
        return self.width + _MARGIN

    @staticmethod
    def of_rows(rows: Sequence[CollationRow], width: float, scale: float) -> "Heads":
        """The heads of some rows in a view of that width: one line where all fit into their share of it."""
        plain, bold = (QFontMetricsF(fonts.interface_font(0.92 * scale, bold=bold)) for bold in (False, True))
        needed = max(
            (bold.horizontalAdvance(row.outlet) + plain.horizontalAdvance(row.detail) + _chip(row) for row in rows),
            default=0.0,
        )
        stacked = needed + 24 > width * _SHARE
        return Heads(width * _SHARE_STACKED if stacked else needed + 24, stacked, scale)


@dataclass(frozen=True, slots=True)
class Looks:
    """What is current, and how marks are shown."""

    row: int = 0
    column: int = -1
    style: bool = True
    focused: bool = False


class ScorePainter:
    """Paints a score; positions are those of the viewport scrolled to the top."""

    def __init__(self, painter: QPainter, themes: Themes, score: Score, heads: Heads, looks: Looks) -> None:
        self._painter, self._themes, self._score, self._heads, self._looks = painter, themes, score, heads, looks
        self._marks = Marks(painter, themes, score.words)
        self._many = len(score.table.rows) > _MANY
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)

    def paint(self, area: QRectF) -> None:
        """What stands in `area`. The base of a band that has begun above stays in sight."""
        for band in self._score.bands_between(area.top(), area.bottom()):
            self._paint_strip(band)
            self._paint_grounds(band)
            first, last = max(0, band.row_at(area.top())), band.row_at(area.bottom())
            for row in range(first, last + 1):
                self._paint_row(band, row, band.tops[row])
            self._paint_current(band)

    def paint_base(self, band: Band, top: float) -> None:
        """The base of a band at another height than its own, over the rows that have been scrolled under it."""
        height = band.tops[1] - band.tops[0]
        width = self._heads.indent + self._score.room + _MARGIN
        self._painter.fillRect(QRectF(0, top, width, height), self._colour("passage_ground"))
        self._paint_row(band, 0, top)
        self._painter.fillRect(QRectF(0, top + height - 1, width, 1.5), self._colour("strong_rule"))

    # Columns

    def left(self, slot: Slot) -> float:
        """Where a slot begins at the left."""
        room = self._score.room
        return self._heads.indent + (room - slot.x - slot.width if self._score.table.leftward else slot.x)

    def _paint_strip(self, band: Band) -> None:
        foot = band.top + STRIP - 2
        for slot in band.slots:
            column = self._score.table.columns[slot.column]
            height = 1 + (STRIP - 4) * column.heat
            colour = "rule" if not column.heat else "accent"
            self._painter.fillRect(QRectF(self.left(slot), foot - height, slot.width, height), self._colour(colour))
            if slot.column == self._looks.column:
                middle = QPointF(self.left(slot) + min(slot.width / 2, 20), foot + 1)
                self._fill(QPolygonF([middle, middle + QPointF(-5, -7), middle + QPointF(5, -7)]), "current_edge")

    def _paint_grounds(self, band: Band) -> None:
        top, width = band.tops[0], self._heads.indent + self._score.room + _MARGIN
        self._painter.fillRect(QRectF(0, top, width, band.tops[1] - top), self._colour("passage_ground"))
        for slot in band.slots:
            if self._score.table.columns[slot.column].is_variant(style=self._looks.style):
                area = QRectF(self.left(slot), top, slot.width, band.bottom - top)
                self._painter.fillRect(area, self._colour("furniture_ground"))
        for edge in (top, band.tops[1], band.bottom):
            self._painter.fillRect(QRectF(0, edge, width, 1), self._colour("rule"))

    # Rows

    def _paint_row(self, band: Band, number: int, top: float) -> None:
        height = band.tops[number + 1] - band.tops[number]
        row = self._score.table.rows[number]
        self._paint_head(row, QRectF(0, top, self._heads.width, height), current=number == self._looks.row)
        for slot in band.slots:
            cell = self._score.table.columns[slot.column].cells[number]
            area = QRectF(self.left(slot), top, slot.width, height)
            self._paint_cell(cell, slot, area, number)

    def _paint_head(self, row: CollationRow, area: QRectF, *, current: bool) -> None:
        painter, line = self._painter, self._heads.line
        if current:
            painter.fillRect(area.adjusted(0, 1, 0, 0), self._colour("selected"))
            painter.fillRect(QRectF(0, area.top() + 1, 4, area.height() - 1), self._colour("selected_edge"))
        height = line if self._heads.stacked else self._score.words.line_height
        first = QRectF(10, area.top() + PAD, area.width() - 14, height)
        second = first.translated(0, line) if self._heads.stacked else first
        if row.is_base:
            corner = QPointF(10, second.top() + (height - _chip_height()) / 2 - 1)
            used = chip(painter, corner, "BASE", self._themes, ground="accent", ink="on_accent") + 6
            second = second.adjusted(used, 0, 0, 0)
            first = second if not self._heads.stacked else first
        room = 0.0 if self._heads.stacked else self._text(second, row.detail, "muted", right=True) + 8
        self._text(first.adjusted(0, 0, -room, 0), row.outlet, "text", bold=row.is_base or current)
        if self._heads.stacked:
            self._text(second, row.detail, "muted")

    def _text(self, area: QRectF, text: str, ink: str, *, right: bool = False, bold: bool = False) -> float:
        font = fonts.interface_font(0.92 * self._heads.scale, bold=bold)
        metrics = QFontMetricsF(font)
        shown = metrics.elidedText(displayed(text), Qt.TextElideMode.ElideRight, area.width())
        self._painter.setFont(font)
        self._painter.setPen(self._colour(ink))
        side = Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
        self._painter.drawText(area, side | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine, shown)
        return metrics.horizontalAdvance(shown)

    # Cells

    def _paint_cell(self, cell: Cell, slot: Slot, area: QRectF, row: int) -> None:
        kind = Kind.SAME if cell.kind is Kind.STYLE and not self._looks.style else cell.kind
        if (row, slot.column) == (self._looks.row, self._looks.column):
            self._painter.fillRect(area.adjusted(0, 1, 0, 0), self._colour("current_ground"))
        if kind is Kind.BLANK:
            self._paint_place(slot, area, row)
            return
        ditto = self._many and kind is Kind.SAME and row not in (0, self._looks.row)
        text = _DITTO if ditto else slot.part(cell.text)
        self._marks.paint(kind, text, area, "text" if row in (0, self._looks.row) else "faint")

    def _paint_place(self, slot: Slot, area: QRectF, row: int) -> None:
        """A wedge in the base where others have text that it lacks."""
        kinds = self._score.table.columns[slot.column].kinds
        if row == 0 and not kinds.isdisjoint((Kind.ADDS, Kind.MOVED)):
            foot = QPointF(area.center().x(), area.bottom() - 8)
            colour = Kind.ADDS.sign.colour if Kind.ADDS in kinds else Kind.MOVED.sign.colour
            self._fill(QPolygonF([foot, foot + QPointF(-4, 6), foot + QPointF(4, 6)]), colour)

    def _paint_current(self, band: Band) -> None:
        looks = self._looks
        for slot in band.slots:
            if slot.column != looks.column:
                continue
            top, bottom = band.tops[looks.row], band.tops[looks.row + 1]
            area = QRectF(self.left(slot) - 1.5, top, slot.width + 3, bottom - top)
            self._painter.setBrush(Qt.BrushStyle.NoBrush)
            self._painter.setPen(QPen(self._colour("current_edge"), 2.4 if looks.focused else 1.2))
            self._painter.drawRoundedRect(area, 3, 3)

    def _fill(self, shape: QPolygonF, colour: str) -> None:
        self._painter.setPen(Qt.PenStyle.NoPen)
        self._painter.setBrush(self._colour(colour))
        self._painter.drawPolygon(shape)

    def _colour(self, name: str) -> QColor:
        return self._themes.colour(name)


def _chip(row: CollationRow) -> float:
    return chip_width("BASE") + 6 if row.is_base else 0.0


def _chip_height() -> float:
    return QFontMetricsF(fonts.interface_font(0.86)).height()
