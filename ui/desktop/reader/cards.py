"""How the rows at the margin of an article that is read are painted."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen, QTextLayout
from PySide6.QtWidgets import QStyleOptionViewItem

from ui.desktop import fonts
from ui.desktop.lists.models import ROW_ROLE
from ui.desktop.marking.marks import seen_on
from ui.desktop.painting import CardDelegate, Index, code_chips, layout_height, size, wrapped
from ui.desktop.reader.rows import ReaderRow

_PAD = 11.0
_INDENT = 26.0
_BADGE = 18.0
_LINES = 2
_NOTE_LINES = 3


class ReaderCard(CardDelegate):
    """A passage with its sign, who has it too and how it begins; or a mark with its codes and its note."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """As high as what is written in it."""
        row: ReaderRow = index.data(ROW_ROLE)
        width = self.row_width(option)
        height = self._fact_height * (1 + bool(row.detail)) + layout_height(self._quote(row, width)) + 3
        height += (self._fact_height + 7) * bool(row.codes)
        height += layout_height(self._note(row, width)) if row.note else 0
        return size(width, height + 2 * _PAD)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint a row."""
        row: ReaderRow = index.data(ROW_ROLE)
        painter.save()
        self.paint_ground(painter, option)
        width, fact = float(option.rect.width()), self._fact_height
        area = QRectF(option.rect).adjusted(_PAD + 2 + _INDENT, _PAD, -_PAD, -_PAD)
        self._paint_sign(painter, QPointF(area.left() - _INDENT, area.top()), row)
        strong = fonts.interface_font(0.92, bold=True)
        line = QRectF(area.left(), area.top(), area.width(), fact)
        self.line(painter, line, row.heading, "text", strong)
        if row.detail:
            line = line.translated(0, fact)
            self.line(painter, line, row.detail, "muted", fonts.interface_font(0.92))
        quote = self._quote(row, width)
        painter.setPen(self.colour("text"))
        quote.draw(painter, QPointF(area.left(), line.bottom() + 3))
        y = line.bottom() + 3 + layout_height(quote)
        if row.codes:
            code_chips(painter, QPointF(area.left(), y + 3), area.width(), row.codes, self.themes)
            y += fact + 7
        if row.note:
            painter.setPen(self.colour("muted"))
            self._note(row, width).draw(painter, QPointF(area.left(), y))
        painter.restore()

    def _paint_sign(self, painter: QPainter, at: QPointF, row: ReaderRow) -> None:
        """The number of a passage in a ring, as beside the text; a mark has a bar in the colour of its code."""
        if not row.sign:
            ground, notice = self.colour("page"), self.colour("notice")
            colour = seen_on(ground, QColor(row.codes[-1].colour)) if row.codes else notice
            painter.fillRect(QRectF(at.x() + 7, at.y() + 1, 4, self._fact_height - 2), colour)
            return
        ring = QRectF(at.x(), at.y() - 1, _BADGE, _BADGE)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self.colour("passage_edge"), 1))
        painter.setBrush(self.colour("page"))
        painter.drawEllipse(ring)
        painter.setPen(self.colour("passage_edge"))
        painter.setFont(fonts.fitted_font(0.78, bold=True))
        painter.drawText(ring, Qt.AlignmentFlag.AlignCenter, row.sign)

    @property
    def _fact_height(self) -> float:
        return QFontMetricsF(fonts.interface_font(0.92)).lineSpacing()

    @staticmethod
    def _quote(row: ReaderRow, width: float) -> QTextLayout:
        return wrapped(row.quote, fonts.list_font(0.86), width - 2 * _PAD - 2 - _INDENT, _LINES)

    @staticmethod
    def _note(row: ReaderRow, width: float) -> QTextLayout:
        return wrapped(row.note, fonts.interface_font(0.9), width - 2 * _PAD - 2 - _INDENT, _NOTE_LINES)
