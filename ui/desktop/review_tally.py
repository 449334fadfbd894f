"""How much of the case was reviewed: kept family by family, and counted anew only where something changed."""

from collections.abc import Iterable
from collections.abc import Set as AbstractSet

from PySide6.QtCore import QObject, QTimer, Signal

from ui.desktop.casework import Casework
from ui.desktop.digest import PairKey, pairs_of
from ui.desktop.reviewed import Reviewed, added_up, reviewed_among, reviewed_in
from ui.desktop.whereabouts import Whereabouts
from workbench.model import Family, Target
from workbench.snapshot import Snapshot, Spot, spot_of

_AT_ONCE = 400
"""So many families are counted before the window gets its turn."""


class ReviewTally(QObject):
    """Counts for the current witness, the current family and the case; boilerplate is no part of the case here."""

    changed = Signal()
    """One of the counts may be different from before."""

    def __init__(self, case: Casework, where: Whereabouts, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._case, self._where = case, where
        self._seen = Snapshot()
        self._pairs: dict[int, list[PairKey]] = {}
        self._counts: dict[int, Reviewed] = {}
        self._all: Reviewed | None = None  # all of these added up, while they are what they were
        self._waiting: list[Family] = []  # families that are still to be counted, in the order of the case
        self._marked: dict[tuple[int, int], set[Spot]] = {}  # what is reviewed, kept step by step: there may be a lot
        self._indexed: tuple[Family, ...] = ()
        self._at: dict[int, set[int]] = {}  # the families of those that are indexed, by their articles
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(0)
        self._soon.timeout.connect(self._count)
        case.opened.connect(self._leave)
        case.changed.connect(self._follow)
        case.digested.connect(self._count)
        where.listing_changed.connect(self._recount)
        for signal in (where.compared, where.witness_changed, where.family_changed):
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
            self._all = added_up(self._counts.values())
        return self._all

    def count_of(self, family_id: int) -> Reviewed | None:
        """How much of a family is reviewed, known already; `None` while it is being counted, and for boilerplate."""
        return self._counts.get(family_id)

    @property
    def is_whole(self) -> bool:
        """Whether all edits of the case are counted."""
        return not self._waiting

    def may_have_left(self, family_id: int) -> bool:
        """Whether a family has something to review, or may have, as it is still being counted."""
        family = self._case.snapshot.family[family_id]
        known = self._counts.get(family_id) or self._count_of(family)
        return known is None or not known.is_done

    def _leave(self) -> None:
        self._seen = Snapshot()
        self._marked.clear()
        self._forget()

    def _forget(self) -> None:
        self._pairs.clear()
        self._counts.clear()
        self._all = None

    def _follow(self) -> None:
        """After a change: count the families anew that it touches."""
        before, now = self._seen, self._case.snapshot
        self._seen = now
        if before.words.lexicon is not now.words.lexicon:
            self._forget()
        elif before.families is not now.families:
            self._let_go(_other_families(before, now))
        turned = before.reviewed ^ now.reviewed
        self._mark(turned)
        self._let_go(self._families_at(_touched(before, now, turned)))
        self._waiting = [family for family in now.families if _counts(family) and family.id not in self._counts]
        self._count()

    def _mark(self, turned: Iterable[Target]) -> None:
        """Mark what was not marked, and the reverse."""
        for target in turned:
            if target.base is not None:
                spots = self._marked.setdefault((target.base.article_id, target.place.article_id), set())
                spots ^= {spot_of(target.base.span, target.place.span)}

    def _families_at(self, articles: Iterable[int]) -> Iterable[int]:
        if self._indexed is not self._seen.families:
            self._indexed, self._at = self._seen.families, {}
            for family in self._indexed:
                for witness in family.witnesses:
                    self._at.setdefault(witness.place.article_id, set()).add(family.id)
        return {number for article in articles for number in self._at.get(article, ())}

    def _let_go(self, families: Iterable[int]) -> None:
        for number in families:
            self._pairs.pop(number, None)
            self._counts.pop(number, None)
        self._all = None

    def _recount(self) -> None:
        self._counts.clear()
        self._all = None
        self._waiting = [family for family in self._seen.families if _counts(family)]
        self._count()

    def _count(self) -> None:
        """Count what is waiting, up to the first family whose edits are not known: digests come in the same order."""
        done = 0
        for family in self._waiting[:_AT_ONCE]:
            count = self._count_of(family)
            if count is None:
                break
            self._counts[family.id] = count
            self._all = None
            done += 1
        del self._waiting[:done]
        if done == _AT_ONCE and self._waiting:
            self._soon.start()
        self.changed.emit()

    def _count_of(self, family: Family) -> Reviewed | None:
        snapshot = self._case.snapshot
        pairs = self._pairs.get(family.id)
        if pairs is None:
            pairs = self._pairs[family.id] = pairs_of(snapshot, family)
        return reviewed_among(snapshot, pairs, self._case.digests, self._where.listed, self._marked)


def _counts(family: Family) -> bool:
    return not family.boilerplate


def _other_families(before: Snapshot, now: Snapshot) -> set[int]:
    """The families that are not what they were."""
    return {number for number, family in before.family.items() if now.family.get(number) != family}


def _touched(before: Snapshot, now: Snapshot, turned: AbstractSet[Target]) -> frozenset[int]:
    """The articles that something was decided of which counts and bases rest on."""
    targets = turned | (before.remarked ^ now.remarked) | (before.ruled ^ now.ruled)
    places = [place for one in targets for place in (one.place, one.base) if place]
    places += [choice.place for choice in {*before.base_choices} ^ {*now.base_choices}]
    return frozenset(place.article_id for place in places)
