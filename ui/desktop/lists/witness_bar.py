"""The variorum at a glance: every witness of the family, one under the other, with what it did to the base."""

from collections.abc import Sequence
from dataclasses import replace
from operator import is_

from PySide6.QtCore import QModelIndex, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QResizeEvent, QTextLayout
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QStyleOptionViewItem, QVBoxLayout, QWidget

from ui.desktop import fonts
from ui.desktop.case.casework import Casework
from ui.desktop.case.findings_desk import FindingsDesk
from ui.desktop.case.reviewed import reviewed_in
from ui.desktop.case.whereabouts import Whereabouts
from ui.desktop.lists.filtered_list import RowView
from ui.desktop.lists.models import ROW_ROLE, Index, RowModel
from ui.desktop.lists.witness_rows import WitnessRow, hand_words, witness_rows
from ui.desktop.painting import CardDelegate, chip, chip_width, code_chips, is_cut, layout_height, pieces_layout, size
from ui.desktop.review.sign import paint_reviewed
from ui.desktop.theme import Themes
from ui.desktop.wording import OUTLET_UNKNOWN, date_words, shortened

_PAD = 7.0
_FACTS = 186.0
_LINES = 7
_MARK = 20
"""How high the sign of an altered quotation is with its room, in pixels."""


def _signs(rows: Sequence[WitnessRow]) -> list[tuple[bool, bool]]:
    """Which rows have signs that take room."""
    return [(bool(row.altered), bool(row.by_hand)) for row in rows]


class WitnessModel(RowModel[WitnessRow]):
    """The witnesses; the base can be read but not made current, as there is nothing to compare it with."""

    def flags(self, index: Index) -> Qt.ItemFlag:
        """What can be done with a row."""
        row = index.data(ROW_ROLE)
        if isinstance(row, WitnessRow) and row.is_base:
            return Qt.ItemFlag.ItemNeverHasChildren
        return super().flags(index)


class WitnessCard(CardDelegate):
    """A witness: who and when at the left, its rendering with the edits in place at the right."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """As high as the rendering or the facts, whichever is higher."""
        row: WitnessRow = index.data(ROW_ROLE)
        fact = QFontMetricsF(fonts.interface_font()).lineSpacing()
        facts = 2 * fact + (0 if self._chip_beside(row) else 22) + (fact if row.title else 0) + 2 * _PAD + 2
        facts += (_MARK + 2 if row.altered else 0) + (_MARK + 2 if row.by_hand else 0)
        marks = fact + 6 if row.codes or row.note else 0
        text = layout_height(self._text(row, self.row_width(option))) + 2 * _PAD + marks
        return size(self.row_width(option), max(facts, text))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint a witness."""
        row: WitnessRow = index.data(ROW_ROLE)
        painter.save()
        self.paint_ground(painter, option)
        area = QRectF(option.rect).adjusted(_PAD + 5, _PAD - 1, -_PAD - 3, -_PAD)
        if row.is_base:
            painter.fillRect(QRectF(option.rect).adjusted(0, 0, 0, -1), self.colour("passage_ground"))
        self._paint_facts(painter, QRectF(area.left(), area.top(), _FACTS - 12, area.height()), row)
        text = self._text(row, float(option.rect.width()))
        painter.setPen(self.colour("text"))
        corner = QPointF(area.left() + _FACTS, area.top() - 1)
        text.draw(painter, corner)
        if is_cut(text):
            self.line(painter, QRectF(area.right() - 14, area.bottom() - 18, 14, 18), "…", "muted", text.font())
        self._paint_marks(painter, QPointF(corner.x(), corner.y() + layout_height(text) + 3), area.right(), row)
        painter.restore()

    def _paint_facts(self, painter: QPainter, area: QRectF, row: WitnessRow) -> None:
        font = fonts.interface_font()
        height = QFontMetricsF(font).lineSpacing()
        line = QRectF(area.left(), area.top(), area.width(), height)
        name = line.adjusted(0, 0, -paint_reviewed(self, painter, line, row.reviewed), 0)
        self.line(painter, name, row.article.outlet or OUTLET_UNKNOWN, "text", fonts.interface_font(bold=True))
        self.line(painter, line.translated(0, height), date_words(row.article.published), "muted", font)
        corner = QPointF(area.left(), area.top() + 2 * height + 4)
        if self._chip_beside(row):
            date = QFontMetricsF(font).horizontalAdvance(date_words(row.article.published))
            corner = QPointF(area.left() + date + 8, area.top() + height)
        ground, ink = ("accent", "on_accent") if row.is_base else ("style_ground", "text" if row.edits else "muted")
        chip(painter, corner, _chip_word(row), self.themes, ground=ground, ink=ink)
        below = 2 * height + 3 if self._chip_beside(row) else 2 * height + 25
        if row.altered:
            corner = QPointF(area.left(), area.top() + below + 1)
            chip(painter, corner, row.marked, self.themes, ground="problem_ground", ink="problem", icon="altered")
            below += _MARK
        if row.by_hand:
            corner = QPointF(area.left(), area.top() + below + 1)
            chip(painter, corner, row.by_hand, self.themes, ground="notice_ground", ink="notice", icon="hand")
            below += _MARK
        if row.title:
            self.line(painter, line.translated(0, below), row.title, "muted", fonts.interface_font(0.9))

    @staticmethod
    def _chip_beside(row: WitnessRow) -> bool:
        """Whether what the outlet did fits beside the date."""
        date = QFontMetricsF(fonts.interface_font()).horizontalAdvance(date_words(row.article.published))
        return date + 8 + chip_width(_chip_word(row)) <= _FACTS - 8

    def _paint_marks(self, painter: QPainter, corner: QPointF, right: float, row: WitnessRow) -> None:
        used = code_chips(painter, corner, (right - corner.x()) * 0.7, row.codes, self.themes)
        if row.note:
            font = fonts.interface_font(0.9)
            area = QRectF(corner.x() + used + 4, corner.y(), right - corner.x() - used - 4, 18)
            self.line(painter, area, f"Note: {shortened(row.note, 200)}", "muted", font)

    def _text(self, row: WitnessRow, width: float) -> QTextLayout:
        font = fonts.reading_font(0.9 * self.scale)
        room = width - _FACTS - 2 * _PAD - 8
        now = row.current_edit
        return self.laid(
            (row.pieces, now), width, lambda: pieces_layout(row.pieces, font, room, _LINES, self.themes, now)
        )


def _chip_word(row: WitnessRow) -> str:
    return "BASE" if row.is_base else row.did


class WitnessView(RowView):
    """The bar itself. Its rows wrap, so that another width means other heights."""

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay the rows out anew."""
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()


class Head(QWidget):
    """How many witnesses there are and, where there is room for it, what the signs mean; stands beside the switch."""

    def __init__(self, heading: QLabel, legend: QLabel) -> None:
        super().__init__()
        self._heading, self._legend = heading, legend
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.addWidget(heading, 1)
        self._row.addWidget(legend)
        heading.setMinimumWidth(1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the words to another width."""
        super().resizeEvent(event)
        self.fit()

    def count_witnesses(self, words: str) -> None:
        """Say how many witnesses there are."""
        self._heading.setText(words)
        self.fit()

    def fit(self) -> None:
        """Show the number of witnesses, and what the signs mean beside it, only where they can be read whole."""
        heading = self._heading.sizeHint().width()
        self._heading.setVisible(heading <= self.width())
        self._legend.setVisible(heading + self._row.spacing() + self._legend.sizeHint().width() <= self.width())


class WitnessBar(QWidget):
    """The witnesses of the current family; the current row is the current witness."""

    def __init__(self, case: Casework, where: Whereabouts, desk: FindingsDesk, themes: Themes) -> None:
        super().__init__()
        self.setLayoutDirection(Qt.LayoutDirection.LeftToRight)  # in which it is painted
        self._case, self._where, self._desk = case, where, desk
        self._made_of: tuple[object, ...] = ()
        self.rows = WitnessModel(lambda row: (row.number, row.article.id), lambda row: row.spoken, parent=self)
        self.view = WitnessView(WitnessCard, themes, "Witnesses of the family", self)
        self.view.setModel(self.rows)
        self.heading = QLabel("Witnesses")
        self.heading.setObjectName("heading")
        self.legend = QLabel()
        self.legend.setObjectName("hint")
        self.legend.setTextFormat(Qt.TextFormat.RichText)
        self._themes = themes
        self.head = Head(self.heading, self.legend)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.view)
        self._write_legend()
        themes.changed.connect(self._write_legend)
        themes.changed.connect(self.view.viewport().update)
        for signal in (where.compared, where.witness_changed, where.edit_changed, case.changed, desk.changed):
            signal.connect(self.refresh)
        self.view.selectionModel().currentChanged.connect(self._picked)

    def refresh(self) -> None:
        """Take the rows anew and follow the current witness."""
        where, snapshot = self._where, self._case.snapshot
        found = self._desk.findings
        made_of = (snapshot, where.comparisons, found, where.family, where.number, where.edit_number)
        if len(self._made_of) == len(made_of) and all(map(is_, made_of, self._made_of)):
            return  # one step of a person is told by several signals
        self._made_of = made_of
        rows = witness_rows(
            snapshot, where.comparisons, where.number, where.edit_number, found.altered if found else {}
        )
        rows = [row if row.is_base else self._counted(row) for row in rows]
        hands = hand_words(snapshot, where.comparisons)
        rows = [replace(row, by_hand=hands.get(number, "")) for number, row in enumerate(rows)]
        changed = _signs(rows) != _signs(self.rows.rows)
        self.rows.set_rows(rows)
        others = len(rows) - 1
        made = ", by hand" if where.family is not None and where.family.by_hand else ""
        self.head.count_witnesses(f"{others + 1} witnesses{made}" if rows else "Witnesses")
        index = self.rows.index(where.number + 1)
        if index.isValid() and index != self.view.currentIndex():
            self.view.setCurrentIndex(index)
        if changed:
            self.view.scheduleDelayedItemsLayout()

    def _counted(self, row: WitnessRow) -> WitnessRow:
        number, reviewed = row.number, reviewed_in(self._case.snapshot, self._where.comparisons[row.number])
        return replace(row, hidden=self._where.style_hidden(number), reviewed=reviewed)

    def wanted_height(self) -> int:
        """How high the bar would have to be to show every witness."""
        return sum(self.view.sizeHintForRow(number) for number in range(self.rows.rowCount()))

    def _picked(self, index: QModelIndex) -> None:
        row = index.data(ROW_ROLE)
        if isinstance(row, WitnessRow) and not row.is_base and row.number != self._where.number:
            self._where.go_to_witness(row.number)

    def _write_legend(self) -> None:
        """The signs in words; constant text, no word of an article."""
        added, removed, moved = (self._themes.colour(name).name() for name in ("added", "removed", "moved"))
        self.legend.setText(
            f'<span style="color:{removed}"><s>left out</s></span>&nbsp;&nbsp; '
            f'<span style="color:{added}"><u>put in</u></span>&nbsp;&nbsp; '
            f'<span style="color:{moved}">moved ⤳</span>'
        )
        self.head.fit()
