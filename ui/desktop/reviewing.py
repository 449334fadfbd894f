"""How much of a family a person has looked at."""

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from ui.desktop.digest import PairDigest, PairKey
from workbench.model import Place, Target
from workbench.snapshot import Snapshot


class Reviewed(NamedTuple):
    """So many edits of so many were looked at; those of style do not count."""

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
    """How many edits of some comparisons have been looked at; a witness without edits is to be looked at as a whole."""
    done = total = 0
    for base, witness in pairs:
        digest = digests[base, witness]
        total += max(1, digest.edits)
        if snapshot.reviewed:
            targets = (Target(Place(witness.article_id, w), Place(base.article_id, b)) for b, w in digest.loud())
            wanted = targets if digest.edits else (Target(witness, base),)
            done += sum(target in snapshot.reviewed for target in wanted)
    return Reviewed(done, total)
