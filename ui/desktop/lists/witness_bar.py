"""The variorum at a glance: every witness of the family, one under the other, with what it did to the base."""

from collections.abc import Sequence
from dataclasses import replace
from operator import is_

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from ui.desktop.case.casework import Casework
from ui.desktop.case.findings_desk import FindingsDesk
from ui.desktop.case.reviewed import reviewed_in
from ui.desktop.case.whereabouts import Whereabouts
from ui.desktop.lists.filtered_list import RowView
from ui.desktop.lists.models import ROW_ROLE, Index, RowModel
from ui.desktop.lists.witness_card import WitnessCard
from ui.desktop.lists.witness_rows import WitnessRow, hand_words, witness_rows
from ui.desktop.theme import Themes


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
