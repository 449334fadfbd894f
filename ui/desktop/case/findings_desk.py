"""What was found of the current family beyond its edits: looked for away from the GUI thread, kept while it holds."""

from collections.abc import Callable
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject, QTimer, Signal

from ui.desktop.case.casework import Casework
from ui.desktop.case.digest import Texts
from ui.desktop.case.lanes import Lane
from ui.desktop.case.whereabouts import Whereabouts
from workbench.comparing.lexicon import Lexicon
from workbench.model import Family, Place
from workbench.progress import ProgressReport
from workbench.snapshot import Snapshot

if TYPE_CHECKING:
    from workbench.findings import Findings

_PAUSE = 300
"""How long a person stands still before anything is looked for ahead, in milliseconds."""
_KEPT = 200
"""So many families are remembered at most."""
_LONGEST = 200_000
"""So many characters the witnesses of a family have together at most that is looked at ahead."""


class _Basis(NamedTuple):
    """All that findings hang on and that can change: tags and notes are not among it."""

    family: Family
    base: Place
    lexicon: Lexicon
    said: tuple[tuple[Place, Place | None], ...]
    families: tuple[Family, ...]

    def same(self, other: "_Basis") -> bool:
        """Whether the other would lead to the same findings."""
        return self.about_the_same(other) and self.said == other.said and self.families == other.families

    def about_the_same(self, other: "_Basis") -> bool:
        """Whether at least frames and altered quotations would be the same."""
        known = self.family == other.family and self.base == other.base
        return known and self.lexicon is other.lexicon


def _basis(snapshot: Snapshot, family: Family) -> _Basis:
    said = tuple(sorted(snapshot.overrides.items(), key=lambda pair: pair[0]))
    return _Basis(family, snapshot.base(family).place, snapshot.words.lexicon, said, snapshot.families)


class FindingsDesk(QObject):
    """Looks for what there is to say of the current family, after its comparisons have come, then of the next one.

    What is known when a family is first shown moves nothing later: altered quotations make rows of witnesses higher.
    """

    changed = Signal()
    """`findings` or `looking` is different from before."""

    def __init__(self, case: Casework, where: Whereabouts, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._case, self._where = case, where
        self._known: dict[int, tuple[_Basis, Findings]] = {}
        self._asked: _Basis | None = None
        self._ahead: _Basis | None = None
        self.findings: Findings | None = None
        """What was found of the current family; while `looking`, what was found before a person said more of it."""
        self.looking = False
        """Whether the findings are still on their way."""
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(_PAUSE)
        self._soon.timeout.connect(self._look_ahead)
        case.opened.connect(self._forget)
        where.edit_changed.connect(self._wait)
        for signal in (case.changed, where.family_changed, where.compared):
            signal.connect(self._follow)

    def _forget(self) -> None:
        """Another case is open, in which the same ids mean something else."""
        self._known.clear()
        self._asked = self._ahead = None

    def _follow(self) -> None:
        """Show what is known of the current family, and look for what is not."""
        family = self._where.family
        if family is None or self._where.loading:
            self._asked = self._ahead = None  # comparing is a look too, and has made what was asked stale
            self._set(None, looking=family is not None)
            return
        basis = _basis(self._case.snapshot, family)
        before, found = self._known.get(family.id, (None, None))
        fresh = before is not None and before.same(basis)
        self._set(found if before is not None and before.about_the_same(basis) else None, looking=not fresh)
        if fresh:
            self._soon.start()
        elif not (self._asked is not None and self._asked.same(basis)):
            self._ask(basis)

    def _wait(self) -> None:
        """Who steps from edit to edit just now is not to be kept waiting by what is looked for ahead."""
        if self._soon.isActive():
            self._soon.start()

    def _ask(self, basis: _Basis) -> None:
        self._asked = basis

        def done(found: "Findings") -> None:
            self._asked = None
            self._keep(basis, found)
            self._follow()

        self._find(basis.family, done, "compare", Lane.LOOK)

    def _look_ahead(self) -> None:
        """Look at the next family of the list before anybody gets to it."""
        snapshot = self._case.snapshot
        family = snapshot.family.get(self._where.beside[0])
        if family is None or family.characters > _LONGEST:
            return
        basis = _basis(snapshot, family)
        known = self._known[family.id][0] if family.id in self._known else self._ahead
        if known is None or not known.same(basis):
            self._ahead = basis
            self._find(family, lambda found: self._keep(basis, found), "findings", Lane.AHEAD)

    def _keep(self, basis: _Basis, found: "Findings") -> None:
        self._known.pop(basis.family.id, None)
        self._known[basis.family.id] = basis, found
        if len(self._known) > _KEPT:
            del self._known[next(iter(self._known))]

    def _find(self, family: Family, then: Callable[["Findings"], None], topic: str, lane: Lane) -> None:
        def find(snapshot: Snapshot, texts: Texts, report: ProgressReport) -> "Findings":
            from workbench.findings import findings_of

            return findings_of(snapshot, family, texts, report)

        self._case.look(find, then, topic, lane)

    def _set(self, findings: "Findings | None", *, looking: bool) -> None:
        if findings is not self.findings or looking != self.looking:
            self.findings, self.looking = findings, looking
            self.changed.emit()
