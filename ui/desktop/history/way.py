"""From a step of the history to the place in the case that it is about."""

from PySide6.QtCore import QObject

from ui.desktop.case.casework import Casework
from ui.desktop.case.whereabouts import Whereabouts
from workbench.model import Family, Place, Target
from workbench.snapshot import Snapshot

NO_PLACE = "This step is about the whole case, not about one place in it."
NOT_THERE = "What this step is about is in none of the families as they are now."


def family_of(target: Target, snapshot: Snapshot) -> Family | None:
    """The family that holds a target: best the one with its base, and no boilerplate; `None` where none does."""

    def rank(family: Family) -> tuple[bool, bool, bool]:
        base = snapshot.base(family).place
        return (
            target.base is not None and base.holds(target.base),
            target.base is None or _holds(family, target.base),
            not family.boilerplate,
        )

    found = [family for family in snapshot.families if _holds(family, target.place)]
    return max(found, key=rank, default=None)


def _holds(family: Family, place: Place) -> bool:
    return any(witness.place.holds(place) for witness in family.witnesses)


class Way(QObject):
    """Makes family, witness and edit of a target current, as soon as they are compared."""

    def __init__(self, case: Casework, where: Whereabouts, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._case, self._where = case, where
        self._target: Target | None = None
        where.compared.connect(self._arrive)

    def go(self, target: Target | None) -> str:
        """Go there; the sentence that says why that cannot be, else an empty one."""
        family = family_of(target, self._case.snapshot) if target else None
        if family is None:
            return NOT_THERE if target else NO_PLACE
        self._target = target
        self._where.go_to_family(family.id)
        if not self._where.loading:
            self._arrive()
        return ""

    def _arrive(self) -> None:
        target, self._target = self._target, None
        if target is None:
            return
        for number, one in enumerate(self._where.comparisons):
            if one.witness.place.holds(target.place):
                spans = (target.base.span if target.base else None, target.place.span)
                edits = [(edit.base, edit.witness) for edit in one.edits]
                self._where.go_to_witness(number, edits.index(spans) if spans in edits else None)
                return
