"""Comparing families before a person gets to them: who is done with one mostly goes on to the next."""

from collections.abc import Callable
from functools import partial
from typing import NamedTuple

from PySide6.QtCore import QObject

from ui.desktop.case.casework import Casework
from ui.desktop.case.digest import Texts, compared
from ui.desktop.case.lanes import Lane
from ui.desktop.case.whereabouts import Whereabouts
from workbench.comparing.lexicon import Lexicon
from workbench.comparison import Comparison
from workbench.model import Family
from workbench.progress import ProgressReport
from workbench.snapshot import Snapshot

_KEPT = 8
"""So many families are kept compared."""
_LONGEST = 20_000
"""So many characters the witnesses of a family have together at most that is compared ahead: it takes a moment only."""

Found = tuple[Comparison, ...]


class _Basis(NamedTuple):
    """All that comparisons hang on; articles never change."""

    family: Family
    base: int
    lexicon: Lexicon


def _basis(snapshot: Snapshot, family: Family) -> _Basis:
    return _Basis(family, snapshot.base(family).id, snapshot.words.lexicon)


class Ahead(QObject):
    """Keeps what was compared last, compares the families beside the current one, and answers for `where` from it."""

    def __init__(self, case: Casework, where: Whereabouts, parent: QObject) -> None:
        super().__init__(parent)
        self._case, self._where = case, where
        self._known: dict[_Basis, Found] = {}
        where.compare = self.compare
        where.compared.connect(self._look_ahead)
        case.leaving.connect(self.forget)

    def forget(self) -> None:
        """Compare everything anew when it is asked for."""
        self._known.clear()

    def compare(self, family: Family, then: Callable[[Found], None]) -> None:
        """Compare every witness of a family with its base; `then` is called at once where that was done before."""
        basis = _basis(self._case.snapshot, family)
        known = self._known.get(basis)
        if known is not None:
            self._case.stop_looking()
            then(known)
            return

        def done(found: Found) -> None:
            self._keep(basis, found)
            then(found)

        self._case.compare(family, done)

    def _keep(self, basis: _Basis, found: Found) -> None:
        self._known.pop(basis, None)
        self._known[basis] = found
        if len(self._known) > _KEPT:
            del self._known[next(iter(self._known))]

    def _look_ahead(self) -> None:
        """Compare the next family of the list at once, as it is soon done, and the one before when nobody waits."""
        snapshot, where = self._case.snapshot, self._where
        for topic, number, lane in zip(("ahead", "behind"), where.beside, (Lane.LOOK, Lane.AHEAD), strict=True):
            family = snapshot.family.get(number) if not where.loading else None
            if family is not None and family.characters <= _LONGEST and _basis(snapshot, family) not in self._known:
                self._case.look(partial(_with_basis, family), lambda found: self._keep(*found), topic, lane)


def _with_basis(family: Family, snapshot: Snapshot, texts: Texts, report: ProgressReport) -> tuple[_Basis, Found]:
    return _basis(snapshot, family), compared(snapshot, family, texts, report)
