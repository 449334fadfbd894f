"""Passages seen from both sides, quick to find by what they meet."""

import numpy as np

from workbench.engine.archive import Archive
from workbench.engine.arrays import Flags, Ints, Longs
from workbench.engine.gathering import Stretch
from workbench.engine.passages import Passages, Scores, equal_sides

_UNKNOWN = -1


class Links:
    """Passages seen from both sides, so that those that meet a stretch of an article are quick to find.

    Entry k and entry k + n are the two sides of passage k of n of `passages`: `doc` and `start`, `end` of this side.
    """

    def __init__(self, passages: Passages, archive: Archive) -> None:
        # Half as wide as those of the passages: every process has its own.
        self.start: Ints = np.append(passages.a_start, passages.b_start).astype(np.int32)
        self.end: Ints = np.append(passages.a_end, passages.b_end).astype(np.int32)
        self.passages, self._stem, self.count = passages, archive.stem, len(passages)
        self._plain = np.full(len(passages), _UNKNOWN, np.int8)
        self._by_start = np.argsort(self.start, kind="stable").astype(np.int32)
        self._starts = self.start[self._by_start]
        self._reached = np.maximum.accumulate(self.end[self._by_start]) if self.count else self.end
        self.doc = np.empty(2 * self.count, np.int32)
        self.doc[self._by_start] = np.searchsorted(archive.first, self._starts, side="right") - 1

    def __len__(self) -> int:
        return self.count

    def length(self, entries: Longs) -> Longs:
        """How many tokens some sides have."""
        length: Longs = (self.end[entries] - self.start[entries]).astype(np.int64)
        return length

    def score(self, entries: Longs) -> Scores:
        """The scores of the passages that some sides belong to."""
        score: Scores = self.passages.score[entries % self.count]
        return score

    def meeting(self, start: Longs | Ints, end: Longs | Ints) -> tuple[Longs, Longs]:
        """Between which numbers, by their start, the entries stand among which are all that meet some stretches."""
        # Numbers of another width would have the whole row made as wide first.
        first, last = start.astype(np.int32), end.astype(np.int32)
        low = np.searchsorted(self._reached, first, side="right")
        return low, np.maximum(low, np.searchsorted(self._starts, last))

    def between(self, low: int, high: int) -> Longs:
        """Entries by their start, from one number to another."""
        return self._by_start[low:high].astype(np.int64)

    def met_of(self, entries: Longs) -> tuple[Longs, Longs]:
        """Between which numbers, by their start, those stand that meet the stretches of some entries."""
        return self.meeting(self.start[entries], self.end[entries])

    def met_by(self, entries: Longs) -> Longs:
        """The entries that the stretches of some entries meet, those themselves included."""
        return np.unique(self.among(*self.met_of(entries)))

    def among(self, low: Longs, high: Longs) -> Longs:
        """Entries by their start, from some numbers to others, one behind the other."""
        sizes = high - low
        numbers = np.arange(int(sizes.sum())) + np.repeat(low - np.cumsum(sizes) + sizes, sizes)
        entries: Longs = self._by_start[numbers].astype(np.int64)
        return entries

    def other(self, entries: Longs) -> Longs:
        """The entries of the other sides."""
        return np.where(entries < self.count, entries + self.count, entries - self.count)

    def plain(self, entries: Longs) -> Flags:
        """Whether the two sides are the same, stem by stem: compared when first asked for, many at once soonest."""
        passages = entries % self.count
        new = np.unique(passages[self._plain[passages] == _UNKNOWN])
        if len(new):
            self._plain[new] = equal_sides(self.passages.some(new), self._stem)
        same: Flags = self._plain[passages] == 1
        return same

    def stretch(self, entry: int) -> Stretch:
        """The tokens of one side."""
        return Stretch(int(self.start[entry]), int(self.end[entry]))
