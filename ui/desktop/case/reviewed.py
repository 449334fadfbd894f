"""How much of a case was reviewed: counted from digests, so that nothing has to be compared again for it."""

from collections.abc import Iterable, Mapping
from collections.abc import Set as AbstractSet
from typing import NamedTuple

from ui.desktop.case.digest import PairDigest, PairKey, edits_in
from workbench.comparison import Comparison
from workbench.model import Target
from workbench.snapshot import EditEnds, Snapshot, target_of

Marked = Mapping[tuple[int, int], AbstractSet[EditEnds]]
"""The edits that are reviewed, by the articles of base and witness."""
_NONE: frozenset[EditEnds] = frozenset()


class Listed(NamedTuple):
    """Which edits a person looks at beside those that change words: what is hidden is not to be reviewed."""

    style: bool = True
    white_space: bool = False


_AS_USUAL = Listed()


PLACES = "A place is an edit, also one of style, or a whole witness that says the same as the base."
"""What is counted: more than the edits that change words, so that it needs a name of its own."""


class Reviewed(NamedTuple):
    """How many places there are to review, and how many of them are done."""

    done: int = 0
    total: int = 0

    @property
    def left(self) -> int:
        """How many are still to be reviewed."""
        return self.total - self.done

    @property
    def words(self) -> str:
        """The count in words: `2 of 5`."""
        return f"{self.done:,} of {self.total:,}"

    @property
    def state(self) -> str:
        """How far one is, in words: `3 of 8 places reviewed`."""
        if not self.total:
            return "nothing to review"
        return "reviewed" if self.is_done else f"{self.words} places reviewed" if self.done else "not reviewed"

    @property
    def is_done(self) -> bool:
        """Whether there is nothing left."""
        return not self.left

    @property
    def is_begun(self) -> bool:
        """Whether some was reviewed, and some is left."""
        return 0 < self.done < self.total


NOTHING = Reviewed()
"""Nothing there is to review."""


def added_up(parts: Iterable[Reviewed]) -> Reviewed:
    """Several counts as one."""
    every = list(parts)
    return Reviewed(sum(part.done for part in every), sum(part.total for part in every))


def targets_of(comparison: Comparison) -> tuple[Target, ...]:
    """What is to be reviewed of a witness: its edits as they are listed, or the whole of it where there are none."""
    base, witness = comparison.base.place, comparison.witness.place
    return tuple(target_of(edit, base, witness) for edit in comparison.edits) or (Target(witness, base),)


def reviewed_in(snapshot: Snapshot, comparison: Comparison) -> Reviewed:
    """How much of one witness was reviewed, as its edits are listed."""
    targets = targets_of(comparison)
    return Reviewed(sum(target in snapshot.reviewed for target in targets), len(targets))


def reviewed_among(
    snapshot: Snapshot,
    pairs: Iterable[PairKey],
    digests: Mapping[PairKey, PairDigest],
    listed: Listed = _AS_USUAL,
    marked: Marked | None = None,
) -> Reviewed | None:
    """How much of some pairs of base and witness was reviewed; `None` while one of them is still being counted.

    `marked` is what is reviewed, for who keeps it step by step.
    """
    marked = snapshot.reviewed_between if marked is None else marked
    done = total = 0
    for pair in pairs:
        digest = digests.get(pair)
        if digest is None:
            return None
        found = _of_pair(pair, _listed(snapshot, pair, digest, listed), marked)
        done, total = done + found.done, total + found.total
    return Reviewed(done, total)


def _of_pair(pair: PairKey, found: frozenset[EditEnds], marked: Marked) -> Reviewed:
    base, witness = pair
    done = marked.get((base.article_id, witness.article_id), _NONE)
    if found:
        return Reviewed(len(found & done), len(found))
    whole = base.span.start, base.span.end, witness.span.start, witness.span.end
    return Reviewed(int(whole in done), 1)


def _listed(snapshot: Snapshot, pair: PairKey, digest: PairDigest, listed: Listed) -> frozenset[EditEnds]:
    """The edits of a pair that are listed: a hidden one that was tagged or annotated is."""
    every = edits_in(digest.places + digest.quiet)
    packed = digest.quiet if not listed.style else b"" if listed.white_space else digest.blank
    if not packed:
        return every
    base, witness = pair
    return every - (edits_in(packed) - snapshot.remarked_between.get((base.article_id, witness.article_id), _NONE))
