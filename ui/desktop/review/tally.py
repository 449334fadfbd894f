"""How much was reviewed: of the witness and the family that are current, and of the case."""

from PySide6.QtCore import QObject, Signal

from ui.desktop.case.casework import Casework
from ui.desktop.case.reviewed import Reviewed, added_up, reviewed_in
from ui.desktop.case.whereabouts import Whereabouts


class ReviewTally(QObject):
    """Counts as the lists count, from the book of the case; boilerplate is no part of the case here."""

    changed = Signal()
    """One of the counts may be different from before."""

    def __init__(self, case: Casework, where: Whereabouts, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._case, self._where = case, where
        self._all: Reviewed | None = None  # of the case, while nothing was decided or counted since
        for signal in (case.changed, case.digested):
            signal.connect(self._forget)
        for signal in (case.changed, case.digested, where.compared, where.witness_changed, where.family_changed):
            signal.connect(self.changed)

    @property
    def witness(self) -> Reviewed:
        """How much of the current witness is reviewed."""
        comparison = self._where.comparison
        return reviewed_in(self._case.snapshot, comparison) if comparison else Reviewed()

    @property
    def family(self) -> Reviewed:
        """How much of the current family is reviewed."""
        return added_up(reviewed_in(self._case.snapshot, one) for one in self._where.comparisons)

    @property
    def case(self) -> Reviewed:
        """How much of the case is reviewed, as far as its edits are counted."""
        if self._all is None:
            families, book = self._case.snapshot.families, self._case.book
            counts = (book.reviewed(family.id) for family in families if not family.boilerplate)
            self._all = added_up(count for count in counts if count is not None)
        return self._all

    def _forget(self) -> None:
        self._all = None

    @property
    def is_whole(self) -> bool:
        """Whether all edits of the case are counted."""
        return not self._case.book.counting

    def may_have_left(self, family_id: int) -> bool:
        """Whether a family has something to review, or may have, as it is still being counted."""
        known = self._case.book.reviewed(family_id)
        return known is None or not known.is_done
