"""Local alignment of many pairs of short rows of tokens at once (Smith and Waterman 1981).

Shared tokens earn their weight, and a bonus on top where they follow one another on both sides; tokens without a
counterpart cost, no matter on how many sides. Few cells of the table are shared tokens, and the best path can turn
nowhere else: so the dynamic programme goes from shared token to shared token only (Wilbur and Lipman 1983), one step
for all pairs together.
"""

from collections.abc import Iterator
from typing import NamedTuple

import numpy as np
import numpy.typing as npt
from numpy.lib.stride_tricks import sliding_window_view

from workbench.engine.arrays import Flags, Longs, Words
from workbench.engine.passages import Passages
from workbench.engine.weights import UNITS

Bytes = npt.NDArray[np.uint8]

WIDEST = 128
"""So many tokens the rows may have."""
CROWDED = 512
"""With more matches than this, going through them takes longer than other ways."""
_AT_ONCE = 1 << 15
"""Matches gone through together: so many stay in the cache."""
_A_BLANK, _B_BLANK = np.uint32(0xFFFFFFFF), np.uint32(0xFFFFFFFE)
"""What fills up shorter rows; two that are equal to nothing."""

_PLACE_BITS, _COUNT_BITS = 7, 8
_PLACE, _COUNT = (1 << _PLACE_BITS) - 1, (1 << _COUNT_BITS) - 1
_CELL = (1 << 2 * _PLACE_BITS) - 1
_END_FROM = 2 * _PLACE_BITS
_COUNT_FROM = _END_FROM + 2 * _PLACE_BITS
_SCORE_FROM = _COUNT_FROM + _COUNT_BITS
"""A path is one number, the better the greater. From its highest bits on: the score in units; how many tokens are
shared; the cell where it ends, the nearest as the greatest; the cell where it begins. A cell is its places on a and b.
"""
_NEVER = -(1 << 62)


class Costs(NamedTuple):
    """What a token without a counterpart costs, and what each shared token earns on top when it follows another."""

    gap: float
    neighbour: float


class Windows(NamedTuple):
    """Pairs of rows of tokens, one entry a pair: token numbers, half open, of both sides."""

    a_low: Longs
    a_high: Longs
    b_low: Longs
    b_high: Longs

    @property
    def width(self) -> Longs:
        """The length of the longer side."""
        width: Longs = np.maximum(self.a_high - self.a_low, self.b_high - self.b_low)
        return width

    def some(self, which: Longs | Flags) -> "Windows":
        """Some of the windows."""
        return Windows(*(side[which] for side in self))


class Tokens:
    """The ids of all tokens, laid out so that many short rows of them are soon at hand, and their weights in units."""

    def __init__(self, ids: Words, units: Bytes) -> None:
        self._ids, self.units = ids, units
        # Where rows in full width would reach beyond the last token.
        self._end = np.append(ids[-WIDEST:], np.full(WIDEST, _A_BLANK))

    def rows(self, low: Longs, high: Longs, blank: np.uint32) -> Words:
        """Rows of ids as columns of a table, filled up with blanks below."""
        length = high - low
        width = int(length.max(initial=1))
        rows = np.empty((width, len(low)), np.uint32)
        beyond = low + width > len(self._ids)
        for some, ids, first in ((~beyond, self._ids, 0), (beyond, self._end, max(0, len(self._ids) - WIDEST))):
            if some.any():
                rows[:, some] = sliding_window_view(ids, width)[low[some] - first].T
        # No id may be a blank.
        np.minimum(rows, _B_BLANK - np.uint32(1), out=rows)
        for place in range(int(length.min(initial=width)), width):
            rows[place, length <= place] = blank
        return rows


class Matches(NamedTuple):
    """The tokens that both sides of a window share, window by window, by their places on side a and then on side b."""

    windows: Longs
    """The windows, those with the fewest matches first."""
    size: Longs
    """How many matches each of them has."""
    a: Longs
    b: Longs

    def each(self, of_window: Longs) -> Longs:
        """For every match what belongs to its window."""
        return np.repeat(of_window[self.windows], self.size)


def find_matches(tokens: Tokens, windows: Windows) -> Matches:
    """What the two sides of windows share; these are 65,536 at most, and `WIDEST` at most wide."""
    a = tokens.rows(windows.a_low, windows.a_high, _A_BLANK)
    b = tokens.rows(windows.b_low, windows.b_high, _B_BLANK)
    same = np.empty(b.shape, np.bool_)
    found = [np.flatnonzero(np.equal(b, row, out=same)) for row in a]
    a_place = np.repeat(np.arange(len(a)), [len(cells) for cells in found])
    cells, total = np.concatenate(found).astype(np.uint32), np.uint32(b.shape[1])
    b_place = cells // total
    window = cells - b_place * total
    count = np.bincount(window, minlength=b.shape[1])
    order = np.argsort(count, kind="stable")
    rank = np.empty(len(order), np.uint16)
    rank[order] = np.arange(len(order))
    # Numbers of 16 bits are sorted by their digits, in no time.
    by_window = np.argsort(rank[window], kind="stable")
    return Matches(order, count[order], a_place[by_window], b_place[by_window].astype(np.int64))


def best_stretches(tokens: Tokens, windows: Windows, costs: Costs) -> tuple[Passages, Longs]:
    """The best-scoring stretches of those windows that share anything, and which windows were left out as `CROWDED`.

    Of several that score the same, the one with the most shared tokens counts, then the first and shortest.
    """
    matches = find_matches(tokens, windows)
    a_units = tokens.units[matches.each(windows.a_low) + matches.a]
    b_units = tokens.units[matches.each(windows.b_low) + matches.b]
    cell = (matches.a << _PLACE_BITS) | matches.b
    gain = (np.maximum(a_units, b_units).astype(np.int64) << _SCORE_FROM) + (1 << _COUNT_FROM)
    first, last = np.searchsorted(matches.size, (0, CROWDED), side="right").tolist()
    begins, changes = np.append(0, np.cumsum(matches.size)), _changes(costs)
    best = np.zeros(last, np.int64)
    for low, high in _groups(matches.size, first, last):
        here = slice(int(begins[low]), int(begins[high]))
        best[low:high] = _best_paths(matches.size[low:high], cell[here], gain[here], changes)
    return _stretches(windows.some(matches.windows[first:last]), best[first:]), matches.windows[last:]


def _changes(costs: Costs) -> Longs:
    """What is earned from one match to the next, by how many tokens lie between them on the longer side.

    Matches that do not stand behind the first on both sides have numbers below zero there, as unsigned ones.
    """
    gap, neighbour = (round(cost * UNITS) << _SCORE_FROM for cost in costs)
    changes = -gap * np.arange(256)
    changes[0], changes[WIDEST:] = neighbour, _NEVER
    return changes


def _groups(count: Longs, first: int, end: int) -> Iterator[tuple[int, int]]:
    """Groups of windows with about as many matches."""
    while end > first:
        low = max(first, end - max(1, _AT_ONCE // int(count[end - 1])))
        yield low, end
        end = low


def _best_paths(count: Longs, cell: Longs, gain: Longs, changes: Longs) -> Longs:
    """The best path of every window, from the matches of one window after the other."""
    shape = int(count[-1]), len(count)
    rank = np.arange(len(cell)) - np.repeat(np.cumsum(count) - count, count)
    at = rank * len(count) + np.repeat(np.arange(len(count)), count)
    cells, gains = np.zeros((2, *shape), np.int64)
    cells.ravel()[at], gains.ravel()[at] = cell, gain
    a, b = (cells >> _PLACE_BITS).astype(np.uint8), (cells & _PLACE).astype(np.uint8)
    # The places of what fills up shorter columns are 0: behind no match, and it earns nothing.
    paths = cells.copy()
    for k in range(shape[0]):
        paths[k] += gains[k]
        between = np.maximum(a[k + 1 :] - (a[k] + np.uint8(1)), b[k + 1 :] - (b[k] + np.uint8(1)))
        onward = changes.take(between)
        onward += paths[k]
        np.maximum(paths[k + 1 :], onward, out=paths[k + 1 :])
    paths += (_CELL - cells) << _END_FROM
    best: Longs = paths.max(axis=0)
    return best


def _stretches(windows: Windows, best: Longs) -> Passages:
    """Paths as passages."""
    start, end = best & _CELL, _CELL - (best >> _END_FROM & _CELL)
    return Passages(
        windows.a_low + (start >> _PLACE_BITS),
        windows.a_low + (end >> _PLACE_BITS) + 1,
        windows.b_low + (start & _PLACE),
        windows.b_low + (end & _PLACE) + 1,
        best >> _COUNT_FROM & _COUNT,
        (best >> _SCORE_FROM) / UNITS,
    )
