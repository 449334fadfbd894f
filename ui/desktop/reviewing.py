"""How much of a family a person has looked at."""

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from ui.desktop.digest import PairDigest, PairKey
from ui.desktop.reviewed import Listed, reviewed_among
from workbench.snapshot import Snapshot


class Reviewed(NamedTuple):
    """So many edits of so many were looked at."""

    done: int
    total: int

    @property
    def whole(self) -> bool:
        """Whether nothing is left to look at."""
        return self.done >= self.total

    @property
    def partly(self) -> bool:
        """Whether some was looked at, and some is left."""
        return 0 < self.done < self.total

    @property
    def words(self) -> str:
        """In words: `3 of 8 reviewed`."""
        if not self.total:
            return "nothing to review"
        return "reviewed" if self.whole else f"{self.done} of {self.total} reviewed" if self.done else "not reviewed"


def reviewed_of(snapshot: Snapshot, pairs: Iterable[PairKey], digests: Mapping[PairKey, PairDigest]) -> Reviewed:
    """How many edits of some comparisons have been looked at, counted as everywhere else."""
    found = reviewed_among(snapshot, pairs, digests, Listed(), snapshot.reviewed_between)
    return Reviewed(found.done, found.total) if found else Reviewed(0, 0)
