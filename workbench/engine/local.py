"""Local alignment of many pairs of short rows of tokens at once (Smith and Waterman 1981).

Shared tokens earn their weight, and a bonus on top where they follow one another on both sides; tokens without a
counterpart cost, no matter on how many sides. All pairs go through the table of the dynamic programme together, row by
row.
"""

from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from workbench.engine.tokens import Ints, Longs, Words
from workbench.engine.weights import UNITS

Cells = npt.NDArray[np.int32]

_COUNT_BITS = 10
_ONE = 1 << _COUNT_BITS
"""A cell holds the score and, in its lowest bits, how many tokens are shared."""
_NEVER = np.int32(-(1 << 30))
_NO_MATCH = np.int32(-(1 << 28))
_GAP_STEPS = (1, 2, 4, 8)
"""A gap on the side of b may be as long as these together."""


class Costs(NamedTuple):
    """What a token without a counterpart costs, and what each shared token earns on top when it follows another."""

    gap: float
    neighbour: float


A_BLANK, B_BLANK = np.uint32(0xFFFFFFFF), np.uint32(0xFFFFFFFE)
"""What fills up the columns of shorter rows; two that are equal to nothing."""


class Rows(NamedTuple):
    """One side of many pairs: token ids and weights, one column a pair, filled up with blanks below."""

    ids: Words
    weights: npt.NDArray[np.uint8]
    """In units."""

    def some(self, which: Longs) -> "Rows":
        """Some of the pairs."""
        return Rows(self.ids[:, which], self.weights[:, which])


class Best(NamedTuple):
    """The best cell of every pair, and the last shared token on both sides."""

    cell: Cells
    a_last: Ints
    b_last: Ints

    @property
    def score(self) -> npt.NDArray[np.float64]:
        """The scores."""
        return (self.cell >> _COUNT_BITS) / UNITS

    @property
    def shared(self) -> Ints:
        """How many tokens are shared."""
        return self.cell & (_ONE - 1)

    def some(self, which: Longs) -> "Best":
        """Some of the pairs."""
        return Best(self.cell[which], self.a_last[which], self.b_last[which])


class Locals(NamedTuple):
    """The best stretches, one entry a pair: relative to the rows, half open, with shared tokens and score."""

    a_start: Ints | Longs
    a_end: Ints | Longs
    b_start: Ints | Longs
    b_end: Ints | Longs
    shared: Ints | Longs
    score: npt.NDArray[np.float64]


def best_scores(a: Rows, b: Rows, costs: Costs) -> Best:
    """Where the best stretch of every pair ends, and what it scores."""
    return _filled(a, b, costs, anchored=False)


def best_stretches(a: Rows, b: Rows, best: Best, costs: Costs) -> Locals:
    """The stretches that end where `best_scores` says."""
    back = _filled(_reversed(a, best.a_last, A_BLANK), _reversed(b, best.b_last, B_BLANK), costs, anchored=True)
    return Locals(
        best.a_last - back.a_last,
        best.a_last + 1,
        best.b_last - back.b_last,
        best.b_last + 1,
        best.shared,
        best.score,
    )


def _reversed(rows: Rows, last: Ints, blank: np.uint32) -> Rows:
    """The rows from their last shared token backwards."""
    where = last[None, :] - np.arange(len(rows.ids), dtype=np.int32)[:, None]
    outside = where < 0
    where[outside] = 0
    ids = np.take_along_axis(rows.ids, where, 0)
    ids[outside] = blank
    return Rows(ids, np.take_along_axis(rows.weights, where, 0))


def _filled(a: Rows, b: Rows, costs: Costs, *, anchored: bool) -> Best:
    """The best cell of every pair, with its row and column; when `anchored`, of the paths from the first cell on."""
    (height, count), width = a.ids.shape, len(b.ids)
    gap, bonus = (np.int32(round(cost * UNITS) * _ONE) for cost in costs)
    floor = _NEVER if anchored else np.int32(0)
    a_earned, b_earned = (side.weights.astype(np.int32) * np.int32(_ONE) + np.int32(1) for side in (a, b))
    # One more row before the first, for what stands before the first token of b.
    reached = np.full((width + 1, count), floor, np.int32)
    shared = np.full((width + 1, count), _NEVER, np.int32)
    if anchored:
        reached[0] = 0
    here, spare, cells = (np.empty((width, count), np.int32) for _ in range(3))
    same = np.empty((width, count), np.bool_)
    best = np.zeros(count, np.int32)
    best_row, best_column = np.zeros(count, np.int32), np.zeros(count, np.int32)
    for row in range(height):
        np.not_equal(b.ids, a.ids[row], out=same)
        np.maximum(b_earned, a_earned[row], out=spare)
        np.copyto(spare, _NO_MATCH, where=same)
        np.add(shared[:-1], bonus, out=here)
        np.maximum(here, reached[:-1], out=here)
        np.add(here, spare, out=here)
        np.maximum(reached[:-1], reached[1:], out=cells)
        np.subtract(cells, gap, out=cells)
        np.maximum(cells, here, out=cells)
        np.maximum(cells, floor, out=cells)
        for step in _GAP_STEPS:
            if step < width:
                np.subtract(cells[:-step], gap * np.int32(step), out=spare[step:])
                np.maximum(cells[step:], spare[step:], out=cells[step:])
        if anchored:
            reached[0] = _NEVER
        reached[1:], shared[1:] = cells, here
        top = here.max(axis=0)
        better = np.flatnonzero(top > best)
        best[better] = top[better]
        best_row[better] = row
        best_column[better] = here[:, better].argmax(axis=0)
    return Best(best, best_row, best_column)
