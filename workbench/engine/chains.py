"""Chains: seeds of the same two articles that lie on about the same diagonal, one near the other."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

import numpy as np

from workbench.engine.arrays import Flags, Ints, Longs
from workbench.engine.seeds import Seeds, in_order
from workbench.engine.workers import threaded

DIAGONAL_SLACK = 6
"""How many tokens one side may be longer from one seed to the next."""
GAP = 14
"""How many tokens may lie between one seed and the next."""
SHORTEST = 5
"""A chain of one seed must span so many tokens to count."""
_TOGETHER, _MOST_PARTS = 1 << 17, 256
"""Seeds chained in one go, about, and the most parts they come in."""


@dataclass(frozen=True)
class Chains:
    """Stretches of token numbers, `a_start` to `a_end` against `b_start` to `b_end`, one entry a chain.

    Those of the same two stretches of text stand together.
    """

    a_start: Longs
    a_end: Longs
    b_start: Longs
    b_end: Longs
    seeds: Longs

    def __len__(self) -> int:
        return len(self.a_start)

    def some(self, piece: Longs | Flags) -> "Chains":
        """Some of the chains."""
        return Chains(self.a_start[piece], self.a_end[piece], self.b_start[piece], self.b_end[piece], self.seeds[piece])


def chain(
    seeds: Seeds, stretch: Ints, step: Callable[[int, int], None] = lambda _done, _total: None, jobs: int = 1
) -> Chains:
    """The chains of `seeds`; `stretch` numbers the stretches of text that no chain may cross.

    `step` is told how many of how many parts are chained, and may raise to end it; `jobs` is the number of threads.
    """
    parts = max(1, min(_MOST_PARTS, len(seeds.a) // _TOGETHER))
    # Seeds of the same two stretches fall into the same part, and parts are in the order of their stretches.
    of_part = stretch.take(seeds.a).astype(np.int64) * parts // (int(stretch[-1]) + 1) if len(stretch) else seeds.a
    order = np.argsort(of_part.astype(np.uint8), kind="stable")
    bounds = np.cumsum(np.bincount(of_part, minlength=parts))
    found = threaded(
        partial(_chained, seeds, stretch), np.split(order, bounds[:-1]), lambda done: step(done, parts), jobs
    )
    columns = zip(*((c.a_start, c.a_end, c.b_start, c.b_end, c.seeds) for c in found), strict=True)
    return Chains(*map(np.concatenate, columns))


def _chained(seeds: Seeds, stretch: Ints, some: Longs) -> Chains:
    """The chains of some seeds."""
    a, b, length = seeds.a.take(some), seeds.b.take(some), seeds.length.take(some)
    group = _numbered(stretch.take(a), stretch.take(b))
    for _ in range(2):
        order = in_order(group, a - b)
        a, b, length, group = a[order], b[order], length[order], group[order]
        group = _split(group, np.diff(a - b) > DIAGONAL_SLACK)
        order = in_order(group, a)
        a, b, length, group = a[order], b[order], length[order], group[order]
        group = _split(group, a[1:] - _reached(a + length, group)[:-1] > GAP)
    return _bounds(a, b, length, group)


def _bounds(a: Longs, b: Longs, length: Longs, group: Longs) -> Chains:
    if not len(a):
        return Chains(a, a, b, b, a)
    starts = np.flatnonzero(np.concatenate(([True], group[1:] != group[:-1])))
    a_start, b_start = np.minimum.reduceat(a, starts), np.minimum.reduceat(b, starts)
    a_end, b_end = np.maximum.reduceat(a + length, starts), np.maximum.reduceat(b + length, starts)
    seeds = np.diff(np.append(starts, len(group)))
    kept = (a_end - a_start >= SHORTEST) | (seeds >= 2)
    return Chains(a_start[kept], a_end[kept], b_start[kept], b_end[kept], seeds[kept])


def _numbered(first: Ints, second: Ints) -> Longs:
    """One number for each pair of values."""
    return first.astype(np.int64) * (int(second.max(initial=0)) + 1) + second


def _reached(end: Longs, group: Longs) -> Longs:
    """How far the seeds up to each one reach, within its group; groups have rising numbers."""
    beyond = int(end.max(initial=0)) + 1
    reached: Longs = np.maximum.accumulate(group * beyond + end) - group * beyond
    return reached


def _split(group: Longs, cut: Flags) -> Longs:
    """New numbers for sorted groups, cut further where `cut` says so between two neighbours."""
    if not len(group):
        return group
    return np.cumsum(np.concatenate(([False], (group[1:] != group[:-1]) | cut))).astype(np.int64)
