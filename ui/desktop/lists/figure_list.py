"""The list of figures that conflict: which pair is chosen, setting it aside, and why there is none."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout

from ui.actions import action
from ui.desktop.case.casework import Casework
from ui.desktop.case.studies import Standing, Studies
from ui.desktop.lists.figure_rows import FigureRow, figure_rows
from ui.desktop.lists.filtered_list import FilteredList
from ui.desktop.lists.list_cards import FigureCard
from ui.desktop.lists.models import ROW_ROLE, figure_model
from ui.desktop.parts import hint
from ui.desktop.theme import Themes
from ui.figures import ENGLISH_ONLY, none_found

_KEY = action("figures").keys[0]
_WAITING = {
    Standing.WAITING: f"Figures are compared once the shared passages are found; {_KEY} does it now.",
    Standing.RUNNING: "The figures of the articles are being compared…",
    Standing.STOPPED: f"Comparing the figures was stopped or failed; {_KEY} begins it anew.",
}


class FigureList(FilteredList):
    """Pairs of conflicting figures. The pair whose row is current is the one that is shown."""

    listed = Signal()
    """The rows are new."""
    told = Signal(str)
    """What became of a pair, with ids of actions in braces where their keys are to stand."""
    picked = Signal()
    """Another pair is current, or it is shown in another way than before."""

    def __init__(self, case: Casework, studies: Studies, themes: Themes) -> None:
        self.rows = figure_model()
        super().__init__(self.rows, FigureCard, themes, "figures that conflict")
        self.rows.setParent(self)
        self._case, self._studies = case, studies
        self._key = ""  # of the pair that was chosen last
        self._filling = False
        self._basis: tuple[object, ...] = ()  # what the rows were made of
        self.why, self.more = hint(), hint()  # above the list while it is empty, and below it
        self.why.setContentsMargins(12, 10, 12, 10)
        layout = self.layout()
        if isinstance(layout, QVBoxLayout):
            layout.insertWidget(layout.indexOf(self.view), self.why)
        self._foot = self.add_foot(self.more)
        studies.figures_changed.connect(self.refresh)
        case.changed.connect(self.refresh)
        self.view.selectionModel().currentChanged.connect(lambda *_: self._pick())
        self.view.activated.connect(lambda _: self.picked.emit())
        self.refresh()

    @property
    def chosen(self) -> FigureRow | None:
        """The row that is current."""
        row = self.view.currentIndex().data(ROW_ROLE)
        return row if isinstance(row, FigureRow) else None

    @property
    def title(self) -> str:
        """What stands on the tab: with the number of pairs that were not set aside, once it is known."""
        known = self.rows.rows or self._studies.standing is Standing.DONE
        return f"Figures  {self.standing}" if known else "Figures"

    @property
    def standing(self) -> int:
        """How many pairs there are that were not set aside."""
        return sum(not row.set_aside for row in self.rows.rows)

    def come_up(self) -> None:
        """The list comes to the front: its rows are wanted, and one of them is to be current."""
        self._studies.want_figures()
        self._choose(self.view.currentIndex().row())

    def stay_with(self, key: str) -> None:
        """Have a pair chosen as soon as the list is in front."""
        self._key = key
        self._choose(self.view.currentIndex().row())

    def toggle(self) -> None:
        """Set the current pair aside, and go on to the next; or bring it back, and stay with it."""
        row = self.chosen
        if row is None:
            return
        if not row.set_aside:
            following = self.filtered.index(self.view.currentIndex().row() + 1, 0).data(ROW_ROLE)
            if isinstance(following, FigureRow) and not following.set_aside:
                self._key = following.conflict.key
        key, told = row.conflict.key, "Brought back." if row.set_aside else "Set aside; {take_back} brings it back."
        self._case.decide(lambda session: session.toggle_dismissal(key), lambda: self.told.emit(told))

    def refresh(self) -> None:
        """Take the rows from the case anew and stay with the pair that was chosen."""
        snapshot, conflicts = self._case.snapshot, self._studies.conflicts
        basis = snapshot.articles, snapshot.dismissals, conflicts, self._studies.standing
        if len(basis) == len(self._basis) and all(a is b or a == b for a, b in zip(basis, self._basis, strict=True)):
            return
        self._basis = basis
        at, was = self.view.currentIndex().row(), self.chosen
        self._filling = True
        self.rows.set_rows(figure_rows(snapshot, conflicts, self._case.texts))
        self._filling = False
        self._explain()
        if was is not None or self.isVisible():
            self._choose(at)
        self.listed.emit()
        self.picked.emit()

    def _choose(self, at: int) -> None:
        """Make the pair current that was chosen last; where it is no more, the one at that row, or the first."""
        index = self.filtered.mapFromSource(self.rows.find(self._key))
        if not index.isValid() and self.filtered.rowCount():
            index = self.filtered.index(min(max(at, 0), self.filtered.rowCount() - 1), 0)
        if index.isValid():
            self.view.setCurrentIndex(index)  # also where it is so already: the focus makes a row current unselected

    def _pick(self) -> None:
        if not self._filling and self.chosen is not None:
            self._key = self.chosen.conflict.key
            self.picked.emit()

    def _explain(self) -> None:
        """Say why no pair is listed, or that a list that is there is not the last word."""
        done = self._studies.standing is Standing.DONE
        waiting = "" if done else _WAITING[self._studies.standing]
        if self.rows.rows:
            words = f"{waiting} {ENGLISH_ONLY}".strip()
        elif self._case.state is None:
            words = ENGLISH_ONLY
        else:
            words = none_found(self._case.snapshot) if done else waiting
        for label in (self.why, self.more):
            label.setText(words)
        self.why.setVisible(not self.rows.rows)
        self._foot.setVisible(bool(self.rows.rows))
        self.view.setAccessibleDescription(words)
