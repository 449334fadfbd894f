"""Undo and redo in the window: what was decided is taken back or done again, and the place it is about is shown."""

from collections.abc import Sequence

from PySide6.QtCore import QObject, Signal

from ui.desktop.case.casework import Casework
from ui.desktop.case.whereabouts import Whereabouts
from ui.desktop.feature import Feature, Handlers
from ui.desktop.history.way import Way
from ui.desktop.lists.list_panel import FAMILIES, FIGURES
from ui.desktop.workspace import Workspace
from workbench.model import Dismissal, Place, Target
from workbench.session import Session
from workbench.snapshot import Snapshot
from workbench.steps import Step

_NOTHING = "There is no decision left to take back.", "There is nothing left to do again."


class TakingBack(Feature):
    """Takes decisions back one by one. Who is where a decision was taken stays there; all others are led to it."""

    told = Signal(str)
    """What was taken back or done again."""

    def __init__(self, case: Casework, where: Whereabouts, panels: Workspace, parent: QObject) -> None:
        super().__init__(parent)
        self._case, self._where, self._panels, self._way = case, where, panels, Way(case, where, self)

    def handlers(self) -> Handlers:
        """What to call for each of its actions."""
        return {"undo": self.undo, "take_back": self.undo, "redo": self.redo}

    def undo(self) -> None:
        """Take the newest decision back."""
        self._turn(back=True)

    def redo(self) -> None:
        """Do again what was taken back last."""
        self._turn(back=False)

    def _turn(self, *, back: bool) -> None:
        turned: list[Step] = []

        def turn(session: Session) -> Snapshot:
            after = session.undo() if back else session.redo()
            turned.extend([session.turned] if session.turned else [])
            return after

        def tell() -> None:
            if not turned:
                self.told.emit(_NOTHING[not back])
                return
            self._show(turned[0])
            self.told.emit(f"{'Taken back' if back else 'Done again'}: {turned[0].summary}.")

        self._case.decide(turn, tell)

    def _show(self, step: Step) -> None:
        """Show what a step is about, where it is about a place, or a pair of figures."""
        from workbench.history_told import targets_of  # comes in with the first step that is taken back

        pair = next((change.after or change.before for change in step.changes), None)
        if isinstance(pair, Dismissal):
            self._panels.lists.figures.stay_with(pair.key)
            self._panels.lists.show_list(FIGURES)
        target = self._nearest(targets_of(step))
        if target is not None:
            self._show_place(target)

    def _nearest(self, targets: Sequence[Target]) -> Target | None:
        """Of what a step is about what is current; else the first in the family that is shown; else the first."""
        family = self._where.family
        here = [one for one in targets if family and any(w.place.holds(one.place) for w in family.witnesses)]
        current = [one for one in here if self._is_current(one)]
        return next(iter((*current, *here, *targets)), None)

    def _is_current(self, target: Target) -> bool:
        """Whether it is the current edit, or the whole of the current witness."""
        shown = self._where.comparison
        if shown is None:
            return False
        whole = target.place == shown.witness.place and target.base in (None, shown.base.place)
        return whole or target == self._where.edit_target

    def _show_place(self, target: Target) -> None:
        panels = self._panels
        if panels.shows_figures:
            panels.lists.show_list(FAMILIES)
        if panels.viewing.reading and panels.reader.article_id == target.place.article_id:
            self._show_in_text(target.place)
            return
        panels.viewing.leave()
        if not self._is_current(target) and self._way.go(target):
            self._show_in_text(target.place)

    def _show_in_text(self, place: Place) -> None:
        """Show a stretch in the text where that is on the screen, else in its article alone."""
        marked = self._panels.marking.cursor.marked
        if marked is not None and marked.place == place:
            return
        for text in self._panels.views.texts.all():
            if text.article_id == place.article_id:
                text.pane.reveal(place.span)
                return
        if place.article_id in self._case.snapshot.article:
            self._panels.viewing.open_article(place.article_id, place.span.start)
