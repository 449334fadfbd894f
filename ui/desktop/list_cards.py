"""How the rows of the two lists at the left are painted."""

from PySide6.QtCore import QPointF, QRectF, QSize
from PySide6.QtGui import QFontMetricsF, QPainter, QTextLayout
from PySide6.QtWidgets import QStyleOptionViewItem

from ui.desktop import fonts
from ui.desktop.icons import label_icon
from ui.desktop.models import ROW_ROLE
from ui.desktop.painting import CardDelegate, Index, chip, chip_width, code_chips, layout_height, size, wrapped
from ui.desktop.rows import ArticleRow, FamilyRow
from ui.desktop.wording import LABEL_WORDS, count, date_words, listed, outlet_words

_PAD = 12.0
_EXCERPT_LINES = 2


class FamilyCard(CardDelegate):
    """A family: the text of its passage, who has it and since when, how much it was edited, labels, tags."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """As high as the excerpt, four lines of facts at most."""
        row: FamilyRow = index.data(ROW_ROLE)
        fact = QFontMetricsF(fonts.interface_font(0.92)).lineSpacing()
        height = layout_height(self._excerpt(row, self.row_width(option))) + 2 * fact + 2 * _PAD + 5
        height += (fact + 7) * (bool(row.digest and row.digest.labels) + bool(row.codes or row.notes))
        return size(self.row_width(option), height)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint a family."""
        row: FamilyRow = index.data(ROW_ROLE)
        painter.save()
        self.paint_ground(painter, option)
        area = QRectF(option.rect).adjusted(_PAD + 2, _PAD - 1, -_PAD, -_PAD)
        excerpt = self._excerpt(row, float(option.rect.width()))
        painter.setPen(self.colour("muted" if row.family.boilerplate else "text"))
        excerpt.draw(painter, area.topLeft())
        y = area.top() + layout_height(excerpt) + 4
        y = self._paint_facts(painter, QRectF(area.left(), y, area.width(), 0), row)
        y = self._paint_labels(painter, QRectF(area.left(), y, area.width(), 0), row)
        code_chips(painter, QPointF(area.left(), y + 4), area.width(), row.codes, self.themes)
        painter.restore()

    def _paint_facts(self, painter: QPainter, area: QRectF, row: FamilyRow) -> float:
        font = fonts.interface_font(0.92)
        height = QFontMetricsF(font).lineSpacing()
        number = count(len(row.family.witnesses), "witness", "witnesses")
        line = QRectF(area.left(), area.top(), area.width(), height)
        strong = fonts.interface_font(0.92, bold=True)
        used = self.line(painter, line, number, "text", strong)
        self.line(painter, line.adjusted(used + 8, 0, 0, 0), row.dates, "muted", font, right=True)
        self.line(painter, line.translated(0, height), listed(row.outlets, 4), "muted", font)
        return area.top() + 2 * height

    def _paint_labels(self, painter: QPainter, area: QRectF, row: FamilyRow) -> float:
        """How much was edited, and the labels that came most often."""
        if row.digest is None or not row.digest.labels:
            return area.top()
        height = QFontMetricsF(fonts.interface_font(0.92)).lineSpacing()
        x, y = area.left(), area.top() + 5
        text = count(row.digest.edits, "edit")
        x += chip(painter, QPointF(x, y), text, self.themes, ground="style_ground", ink="text") + 4
        for kind, _ in row.digest.labels:
            word = LABEL_WORDS[kind]
            if x + chip_width(word, icon=True) > area.right():
                break
            ink = {"ground": "style_ground", "ink": "muted", "icon": label_icon(kind)}
            x += chip(painter, QPointF(x, y), word, self.themes, **ink) + 4
        return area.top() + height + 7

    @staticmethod
    def _excerpt(row: FamilyRow, width: float) -> QTextLayout:
        return wrapped(row.excerpt, fonts.reading_font(0.9), width - 2 * _PAD - 2, _EXCERPT_LINES)


class ArticleCard(CardDelegate):
    """An article: title, outlet, date, how much of it is shared."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """As high as its title and two lines of facts."""
        fact = QFontMetricsF(fonts.interface_font(0.92)).lineSpacing()
        title = self._title(index.data(ROW_ROLE), self.row_width(option))
        return size(self.row_width(option), layout_height(title) + 3 * fact + 2 * _PAD + 2)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint an article."""
        row: ArticleRow = index.data(ROW_ROLE)
        painter.save()
        self.paint_ground(painter, option)
        area = QRectF(option.rect).adjusted(_PAD + 2, _PAD - 1, -_PAD, -_PAD)
        title = self._title(row, float(option.rect.width()))
        painter.setPen(self.colour("text"))
        title.draw(painter, area.topLeft())
        font, strong = fonts.interface_font(0.92), fonts.interface_font(0.92, bold=True)
        height = QFontMetricsF(font).lineSpacing()
        line = QRectF(area.left(), area.top() + layout_height(title) + 3, area.width(), height)
        date = date_words(row.article.published)
        date_width = QFontMetricsF(font).horizontalAdvance(date)
        self.line(painter, line.adjusted(0, 0, -date_width - 10, 0), outlet_words(row.article), "text", strong)
        self.line(painter, line, date, "muted", font, right=True)
        self.line(painter, line.translated(0, height), row.shared_words, "muted", font)
        self.line(painter, line.translated(0, 2 * height), row.source, "faint", fonts.interface_font(0.86))
        painter.restore()

    @staticmethod
    def _title(row: ArticleRow, width: float) -> QTextLayout:
        return wrapped(row.article.title or "Untitled", fonts.reading_font(0.92, bold=True), width - 2 * _PAD - 2, 2)
