"""Families as the engine finds them, many in one row of arrays."""

from collections.abc import Sequence
from dataclasses import dataclass, fields

import numpy as np

from workbench.engine.arrays import Flags, Longs
from workbench.engine.ordering import in_order
from workbench.model import Place
from workbench.ports import FoundFamily
from workbench.spans import Span

Witnesses = Longs
"""The witnesses of one family: the numbers of rows of `Places`, in order."""


@dataclass(frozen=True)
class Places:
    """Passages of articles, one a row: the article's id, and in code points the passage and its room.

    The room are the sentences that a passage stands in, from border to border.
    """

    article: Longs
    start: Longs
    end: Longs
    room_start: Longs
    room_end: Longs

    def __len__(self) -> int:
        return len(self.article)

    def some(self, which: Longs | Flags) -> "Places":
        """Some of the passages."""
        return Places(*(getattr(self, field.name)[which] for field in fields(self)))

    @classmethod
    def joined(cls, parts: Sequence["Places"]) -> "Places":
        """Several rows of passages as one."""
        return cls(*(np.concatenate([_NO_LONGS, *(getattr(part, f.name) for part in parts)]) for f in fields(cls)))


@dataclass(frozen=True)
class Found:
    """Families: for each the root of the component of passages that it was found in, and whether it is boilerplate.

    Family k has the places from `first[k]` to `first[k + 1]`, in order; `first` has one entry more than there are
    families.
    """

    root: Longs
    boilerplate: Flags
    first: Longs
    places: Places

    def __len__(self) -> int:
        return len(self.root)

    @property
    def sizes(self) -> Longs:
        """How many places each family has."""
        return np.diff(self.first)

    @property
    def family(self) -> Longs:
        """For every place the number of its family."""
        return np.repeat(np.arange(len(self)), self.sizes)

    def witnesses(self) -> list[Witnesses]:
        """The places of every family, as numbers of rows."""
        return np.split(np.arange(len(self.places)), self.first[1:-1]) if len(self) else []

    def some(self, which: Longs | Flags) -> "Found":
        """Some of the families."""
        numbers = np.arange(len(self))[which]
        return self.rearranged(numbers, [np.arange(*self.first[k : k + 2]) for k in numbers.tolist()])

    def rearranged(self, numbers: Longs, witnesses: Sequence[Witnesses]) -> "Found":
        """Families of these numbers, each with other places."""
        sizes = np.array([0, *map(len, witnesses)], np.int64)
        places = self.places.some(np.concatenate([_NO_LONGS, *witnesses]))
        return Found(self.root[numbers], self.boilerplate[numbers], np.cumsum(sizes), places)

    @classmethod
    def joined(cls, parts: Sequence["Found"]) -> "Found":
        """Several rows of families as one."""
        sizes = [_NO_LONGS, np.zeros(1, np.int64), *(part.sizes for part in parts)]
        return cls(
            np.concatenate([_NO_LONGS, *(part.root for part in parts)]),
            np.concatenate([np.zeros(0, np.bool_), *(part.boilerplate for part in parts)]),
            np.cumsum(np.concatenate(sizes)),
            Places.joined([part.places for part in parts]),
        )

    def in_order(self) -> "Found":
        """The families, boilerplate last, largest first, of those with as many places the longer first.

        Nothing depends on the numbers of articles, but where two families say the same at the same places.
        """
        length = np.bincount(self.family, self.places.end - self.places.start, minlength=len(self)).astype(np.int64)
        keys = list(zip(self.boilerplate.tolist(), (-self.sizes).tolist(), (-length).tolist(), strict=True))
        return self.some(np.array(in_order(range(len(self)), keys.__getitem__, self._detail), np.int64))

    def _detail(self, number: int) -> tuple[list[tuple[int, int]], list[int]]:
        here = slice(*self.first[number : number + 2].tolist())
        spans = zip(self.places.start[here].tolist(), self.places.end[here].tolist(), strict=True)
        return sorted(spans), self.places.article[here].tolist()

    def families(self) -> list[FoundFamily]:
        """The families one by one."""
        rows = zip(self.places.article.tolist(), self.places.start.tolist(), self.places.end.tolist(), strict=True)
        told = [Place(article, Span(start, end)) for article, start, end in rows]
        bounds = zip(self.first[:-1].tolist(), self.first[1:].tolist(), self.boilerplate.tolist(), strict=True)
        return [FoundFamily(tuple(told[low:high]), boilerplate) for low, high, boilerplate in bounds]


_NO_LONGS: Longs = np.zeros(0, np.int64)
NOTHING_FOUND = Found.joined([])
