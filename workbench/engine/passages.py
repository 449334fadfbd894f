"""The passages that pairs of articles share, many of them in one row of arrays."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields

import numpy as np
import numpy.typing as npt

from workbench.engine.arrays import Flags, Ints, Longs, Words
from workbench.engine.sharing import Array

Scores = npt.NDArray[np.float64]

_TOGETHER = 1_000_000
"""Tokens looked at in one go."""


@dataclass(frozen=True)
class Passages:
    """Shared passages, one entry a passage: token numbers of both sides, half open, shared tokens and score.

    Side a is that of the earlier article.
    """

    a_start: Longs
    a_end: Longs
    b_start: Longs
    b_end: Longs
    shared: Longs
    score: Scores

    def __len__(self) -> int:
        return len(self.score)

    def some(self, which: slice | Longs | Flags) -> "Passages":
        """Some of the passages."""
        return Passages(*(getattr(self, field.name)[which] for field in fields(self)))

    @property
    def columns(self) -> dict[str, Array]:
        """The arrays that the passages consist of."""
        return {field.name: getattr(self, field.name) for field in fields(self)}

    @classmethod
    def of(cls, columns: Mapping[str, Array]) -> "Passages":
        """The passages whose arrays are among `columns`."""
        return cls(**{field.name: columns[field.name] for field in fields(cls)})

    @classmethod
    def joined(cls, parts: Sequence["Passages"]) -> "Passages":
        """Several rows of passages as one."""
        rows = [_NONE, *parts]
        return cls(*(np.concatenate([getattr(row, field.name) for row in rows]) for field in fields(cls)))

    def in_order(self) -> "Passages":
        """The passages by their later side, so that those of articles that are added stand last."""
        return self.some(np.lexsort((self.a_end, self.b_end, self.a_start, self.b_start)))


_NO_LONGS: Longs = np.zeros(0, np.int64)
_NONE = Passages(_NO_LONGS, _NO_LONGS, _NO_LONGS, _NO_LONGS, _NO_LONGS, np.zeros(0, np.float64))


def without_parts(passages: Passages, stretch: Ints) -> Passages:
    """The passages none of which is part of another passage of the same two stretches of text, nor the same.

    `stretch` numbers the stretch of text of every token.
    """
    pair = stretch[passages.a_start].astype(np.int64) * (int(stretch.max(initial=0)) + 1)
    pair += stretch[passages.b_start]
    order = np.lexsort((passages.b_start, passages.a_start, passages.a_start - passages.a_end, pair))
    passages, pair = passages.some(order), pair[order]
    part = np.zeros(len(pair), np.bool_)
    late = np.arange(len(pair))
    for lag in range(1, len(pair)):
        late = late[late >= lag]
        late = late[pair[late] == pair[late - lag]]
        if not len(late):
            break
        early = late - lag
        part[late] |= (
            (passages.a_start[early] <= passages.a_start[late])
            & (passages.a_end[late] <= passages.a_end[early])
            & (passages.b_start[early] <= passages.b_start[late])
            & (passages.b_end[late] <= passages.b_end[early])
        )
    return passages.some(~part)


def equal_sides(passages: Passages, stem: Words) -> Flags:
    """Which passages have the same stems on both sides."""
    length = passages.a_end - passages.a_start
    equal: Flags = length == passages.b_end - passages.b_start
    which = np.flatnonzero(equal)
    for piece in np.array_split(which, 1 + int(length[which].sum()) // _TOGETHER):
        sizes = length[piece]
        ahead = np.cumsum(sizes) - sizes
        within = np.arange(int(sizes.sum())) - np.repeat(ahead, sizes)
        a, b = (np.repeat(start[piece], sizes) + within for start in (passages.a_start, passages.b_start))
        if len(piece):
            equal[piece] = np.logical_and.reduceat(stem[a] == stem[b], ahead)
    return equal
