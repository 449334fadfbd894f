"""How an edit of the list is painted."""

from PySide6.QtCore import QPointF, QRectF, QSize
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QTextLayout
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem

from ui.desktop import fonts
from ui.desktop.icons import label_icon, paint_icon
from ui.desktop.inspector.edit_rows import EditRow
from ui.desktop.lists.models import ROW_ROLE, Index
from ui.desktop.painting import CardDelegate, chip, chip_width, code_chips, layout_height, pieces_layout, size
from ui.desktop.review.words import verdict_icon, verdict_words
from ui.desktop.wording import ALTERED_QUOTE, LABEL_WORDS, shortened
from workbench.model import Label, LabelKind
from workbench.rulings import Verdict, Word

_PAD = 8.0
_LINES = 3
_SIGN = "altered"


class EditCard(CardDelegate):
    """An edit: its number, its labels with their icon, what became of what, tags, note."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """As high as the words and the marks."""
        row: EditRow = index.data(ROW_ROLE)
        line = QFontMetricsF(fonts.interface_font(0.92)).lineSpacing()
        codes, note, verdict = row.marks
        marks = (line + 6) * codes + line * note + (line + 2) * verdict
        text = layout_height(self._text(row, self.row_width(option)))
        return size(self.row_width(option), text + line + 5 + marks + 2 * _PAD)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint an edit."""
        row: EditRow = index.data(ROW_ROLE)
        painter.save()
        self.paint_ground(painter, option)
        area = QRectF(option.rect).adjusted(_PAD + 6, _PAD - 1, -_PAD - 4, -_PAD)
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        y = self._paint_head(painter, area, row, selected)
        text = self._text(row, float(option.rect.width()))
        painter.setPen(self.colour("muted"))
        text.draw(painter, QPointF(area.left(), y))
        y += layout_height(text) + 3
        if row.verdict is not None:
            y += self._paint_verdict(painter, QPointF(area.left(), y), area.right(), row.verdict)
        line = QFontMetricsF(fonts.interface_font(0.92)).lineSpacing()
        if row.codes:
            code_chips(painter, QPointF(area.left(), y), area.width(), row.codes, self.themes)
            y += line + 6
        if row.note:
            note = QRectF(area.left(), y, area.width(), line)
            self.line(painter, note, f"Note: {shortened(row.note, 200)}", "muted", fonts.interface_font(0.92))
        painter.restore()

    def _paint_verdict(self, painter: QPainter, at: QPointF, right: float, verdict: Verdict) -> float:
        """What a person said of the labels, with its sign; returns how high the line is."""
        font = fonts.interface_font(0.92)
        height = QFontMetricsF(font).lineSpacing()
        ink = "problem" if verdict.otherwise else "accent"
        paint_icon(painter, verdict_icon(verdict), QRectF(at.x(), at.y() + height / 2 - 7, 14, 14), self.colour(ink))
        room = QRectF(at.x() + 19, at.y(), right - at.x() - 19, height)
        self.line(painter, room, verdict_words(verdict), "text", font)
        return height + 2

    def _paint_head(self, painter: QPainter, area: QRectF, row: EditRow, selected: bool) -> float:
        font = fonts.interface_font(0.92, bold=not row.edit.is_style_only)
        height = QFontMetricsF(font).lineSpacing()
        if row.reviewed:
            corner = QRectF(area.right() - 16, area.top() + height / 2 - 8, 16, 16)
            paint_icon(painter, "reviewed", corner, self.colour("accent"))
            area = area.adjusted(0, 0, -22, 0)
        overruled = row.verdict is not None and row.verdict.word is not Word.ACCEPTED
        number = QRectF(area.left(), area.top(), 22, height)
        self.line(painter, number, str(row.number + 1), "text" if selected else "muted", fonts.interface_font(0.92))
        ink = "muted" if row.edit.is_style_only or overruled else "text"
        named = QFont(font)
        named.setStrikeOut(overruled)
        x = area.left() + 22
        for label in row.edit.labels or (Label(LabelKind.WORDING),):
            paint_icon(
                painter, label_icon(label.kind), QRectF(x, area.top() + height / 2 - 7, 14, 14), self.colour(ink)
            )
            room = QRectF(x + 18, area.top(), area.right() - x - 18, height)
            x += 18 + self.line(painter, room, LABEL_WORDS[label.kind], ink, named) + 10
        if row.altered:
            word = ALTERED_QUOTE if x + chip_width(ALTERED_QUOTE, icon=True) <= area.right() else "!"
            chip(painter, QPointF(x, area.top()), word, self.themes, ground="problem_ground", ink="problem", icon=_SIGN)
        return area.top() + height + 3

    def _text(self, row: EditRow, width: float) -> QTextLayout:
        font, room = fonts.list_font(0.92), width - 2 * _PAD - 10
        return self.laid(row.pieces, width, lambda: pieces_layout(row.pieces, font, room, _LINES, self.themes))
