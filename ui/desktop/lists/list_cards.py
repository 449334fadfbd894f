"""How the rows of the two lists at the left are painted."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPen, QTextLayout
from PySide6.QtWidgets import QStyleOptionViewItem

from ui.desktop import fonts
from ui.desktop.case.reviewed import Reviewed
from ui.desktop.icons import label_icon, paint_icon
from ui.desktop.lists.figure_rows import SET_ASIDE, FigureRow
from ui.desktop.lists.models import ROW_ROLE
from ui.desktop.lists.rows import ArticleRow, FamilyRow
from ui.desktop.lists.unplaced import UnplacedRow
from ui.desktop.painting import (
    LEADING,
    CardDelegate,
    Index,
    chip,
    chip_width,
    code_chips,
    layout_height,
    pieces_layout,
    size,
    wrapped,
)
from ui.desktop.theme import Themes
from ui.desktop.wording import LABEL_WORDS, count, date_words, listed, outlet_words, shortened
from workbench.model import Article

_PAD = 12.0
_EXCERPT_LINES = 2
_QUOTE_LINES = 3
_SUMMARY_LINES = 4
_LEAST_FOR_NOTE = 40


class ListCard(CardDelegate):
    """What they have in common. Where there may be thousands all are of one height: nobody lays them out to know it."""

    @property
    def _fact_height(self) -> float:
        return QFontMetricsF(fonts.interface_font(0.92)).lineSpacing()

    def _text_height(self, lines: int, *, bold: bool) -> float:
        font = fonts.list_font(0.92 if bold else 0.9, bold=bold)
        return lines * QFontMetricsF(font).lineSpacing() * LEADING

    def _paint_outlet(self, painter: QPainter, line: QRectF, article: Article) -> None:
        """Outlet and date of an article in one line."""
        font, strong = fonts.interface_font(0.92), fonts.interface_font(0.92, bold=True)
        date = date_words(article.published)
        date_width = QFontMetricsF(font).horizontalAdvance(date)
        self.line(painter, line.adjusted(0, 0, -date_width - 10, 0), outlet_words(article), "text", strong)
        self.line(painter, line, date, "muted", font, right=True)


def _paint_ring(painter: QPainter, at: QPointF, reviewed: Reviewed, themes: Themes) -> None:
    """An empty ring, one that is filled as far as one has come, or a full one with a tick."""
    ring = QRectF(at.x() + 0.5, at.y() + 0.5, 10, 10)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    ink = themes.colour("accent")
    painter.setPen(QPen(ink if reviewed.done else themes.colour("strong_rule"), 1.4))
    painter.setBrush(ink if reviewed.is_done else Qt.BrushStyle.NoBrush)
    painter.drawEllipse(ring)
    if reviewed.is_begun:
        painter.setBrush(ink)
        painter.drawPie(ring, 90 * 16, -round(360 * 16 * reviewed.done / reviewed.total))
    elif reviewed.is_done:
        painter.setPen(QPen(themes.colour("on_accent"), 1.6))
        tick = [QPointF(2.6, 5.2), QPointF(4.4, 7), QPointF(7.6, 3.4)]
        painter.drawPolyline([ring.topLeft() + point for point in tick])
    painter.restore()


class FamilyCard(ListCard):
    """A family: the text of its passage, who has it and since when, how much it was edited, labels, tags."""

    def sizeHint(self, option: QStyleOptionViewItem, _index: Index) -> QSize:
        """As high as the excerpt and four lines of facts, whether they are full or not."""
        height = self._text_height(_EXCERPT_LINES, bold=False) + 4 * self._fact_height + 2 * _PAD + 16
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
        self._paint_marks(painter, QRectF(area.left(), y + 3, area.width(), self._fact_height), row)
        painter.restore()

    def _paint_marks(self, painter: QPainter, area: QRectF, row: FamilyRow) -> None:
        """How much a person has looked at, the codes, and what the note says."""
        x, font = area.left(), fonts.interface_font(0.86)
        if row.reviewed and row.reviewed.total:
            _paint_ring(painter, QPointF(x, area.center().y() - 5.5), row.reviewed, self.themes)
            ink = "text" if row.reviewed.done else "muted"
            room = QRectF(x + 15, area.top(), area.width() - 15, area.height())
            x += 15 + self.line(painter, room, row.reviewed.state, ink, font) + 8
        x += code_chips(painter, QPointF(x, area.top()), area.right() - x, row.codes, self.themes)
        if row.notes and area.right() - x > _LEAST_FOR_NOTE:
            paint_icon(painter, "note", QRectF(x, area.center().y() - 6, 12, 12), self.colour("muted"))
            room = QRectF(x + 15, area.top(), area.right() - x - 15, area.height())
            self.line(painter, room, shortened(" · ".join(row.notes), 120), "muted", font)

    def _paint_facts(self, painter: QPainter, area: QRectF, row: FamilyRow) -> float:
        font = fonts.interface_font(0.92)
        height = QFontMetricsF(font).lineSpacing()
        number = count(len(row.family.witnesses), "witness", "witnesses") + (" · by hand" if row.family.by_hand else "")
        line = QRectF(area.left(), area.top(), area.width(), height)
        strong = fonts.interface_font(0.92, bold=True)
        used = self.line(painter, line, number, "text", strong)
        self.line(painter, line.adjusted(used + 8, 0, 0, 0), row.dates, "muted", font, right=True)
        self.line(painter, line.translated(0, height), listed(row.outlets, 4), "muted", font)
        return area.top() + 2 * height

    def _paint_labels(self, painter: QPainter, area: QRectF, row: FamilyRow) -> float:
        """How much was edited, and the labels that came most often."""
        x, y = area.left(), area.top() + 5
        edits = row.digest.edits if row.digest else 0
        text = count(edits, "edit") if edits else row.edits_words
        ink = "text" if edits else "muted"
        x += chip(painter, QPointF(x, y), text, self.themes, ground="style_ground", ink=ink) + 4
        for kind, _ in row.digest.labels if row.digest else ():
            word = LABEL_WORDS[kind]
            if x + chip_width(word, icon=True) > area.right():
                break
            look = {"ground": "style_ground", "ink": "muted", "icon": label_icon(kind)}
            x += chip(painter, QPointF(x, y), word, self.themes, **look) + 4
        return area.top() + self._fact_height + 7

    @staticmethod
    def _excerpt(row: FamilyRow, width: float) -> QTextLayout:
        return wrapped(row.excerpt, fonts.list_font(0.9), width - 2 * _PAD - 2, _EXCERPT_LINES)


class ArticleCard(ListCard):
    """An article: title, outlet, date, how much of it is shared."""

    def sizeHint(self, option: QStyleOptionViewItem, _index: Index) -> QSize:
        """As high as a title of two lines and three lines of facts."""
        title = self._text_height(2, bold=True)
        return size(self.row_width(option), title + 3 * self._fact_height + 2 * _PAD + 2)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint an article."""
        row: ArticleRow = index.data(ROW_ROLE)
        painter.save()
        self.paint_ground(painter, option)
        area = QRectF(option.rect).adjusted(_PAD + 2, _PAD - 1, -_PAD, -_PAD)
        title = self._title(row, float(option.rect.width()))
        painter.setPen(self.colour("text"))
        title.draw(painter, area.topLeft())
        font, height = fonts.interface_font(0.92), self._fact_height
        line = QRectF(area.left(), area.top() + layout_height(title) + 3, area.width(), height)
        self._paint_outlet(painter, line, row.article)
        self.line(painter, line.translated(0, height), row.shared_words, "muted", font)
        self.line(painter, line.translated(0, 2 * height), row.source, "faint", fonts.interface_font(0.86))
        painter.restore()

    @staticmethod
    def _title(row: ArticleRow, width: float) -> QTextLayout:
        return wrapped(row.article.title or "Untitled", fonts.list_font(0.92, bold=True), width - 2 * _PAD - 2, 2)


class FigureCard(ListCard):
    """A pair of figures that conflict: what conflicts, and the outlet and date of both sides."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """As high as the summary and a line for each side."""
        row: FigureRow = index.data(ROW_ROLE)
        mark = self._fact_height + 7 if row.set_aside else 0
        text = layout_height(self._summary(row, self.row_width(option)))
        return size(self.row_width(option), text + 4 + 2 * self._fact_height + mark + 2 * _PAD)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint a pair."""
        row: FigureRow = index.data(ROW_ROLE)
        painter.save()
        self.paint_ground(painter, option)
        area = QRectF(option.rect).adjusted(_PAD + 2, _PAD - 1, -_PAD, -_PAD)
        summary, fact = self._summary(row, float(option.rect.width())), self._fact_height
        painter.setPen(self.colour("muted" if row.set_aside else "text"))
        summary.draw(painter, area.topLeft())
        line = QRectF(area.left(), area.top() + layout_height(summary) + 4, area.width(), fact)
        self._paint_outlet(painter, line, row.left)
        self._paint_outlet(painter, line.translated(0, fact), row.right)
        if row.set_aside:
            at = QPointF(area.left(), line.top() + 2 * fact + 5)
            chip(painter, at, SET_ASIDE, self.themes, ground="style_ground", ink="muted")
        painter.restore()

    @staticmethod
    def _summary(row: FigureRow, width: float) -> QTextLayout:
        return wrapped(row.summary, fonts.list_font(0.9), width - 2 * _PAD - 2, _SUMMARY_LINES)


class UnplacedCard(ListCard):
    """A tag or note that fits no family: outlet and date, the text it was put on, codes, note."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """As high as the quoted text and the marks."""
        row: UnplacedRow = index.data(ROW_ROLE)
        fact = self._fact_height
        marks = (fact + 7) * bool(row.codes) + fact * bool(row.note)
        text = layout_height(self._quote(row, self.row_width(option)))
        return size(self.row_width(option), fact + 3 + text + marks + 2 * _PAD)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint what was put where."""
        row: UnplacedRow = index.data(ROW_ROLE)
        painter.save()
        self.paint_ground(painter, option)
        area = QRectF(option.rect).adjusted(_PAD + 2, _PAD - 1, -_PAD, -_PAD)
        fact = self._fact_height
        self._paint_outlet(painter, QRectF(area.left(), area.top(), area.width(), fact), row.article)
        quote = self._quote(row, float(option.rect.width()))
        painter.setPen(self.colour("text"))
        quote.draw(painter, QPointF(area.left(), area.top() + fact + 3))
        y = area.top() + fact + 3 + layout_height(quote) + 4
        if row.codes:
            code_chips(painter, QPointF(area.left(), y), area.width(), row.codes, self.themes)
            y += fact + 7
        if row.note:
            note = QRectF(area.left(), y, area.width(), fact)
            self.line(painter, note, f"Note: {shortened(row.note, 200)}", "muted", fonts.interface_font(0.92))
        painter.restore()

    def _quote(self, row: UnplacedRow, width: float) -> QTextLayout:
        return pieces_layout(row.pieces, fonts.list_font(0.9), width - 2 * _PAD - 2, _QUOTE_LINES, self.themes)
