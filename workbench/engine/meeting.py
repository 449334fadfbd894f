"""Which stretches of one line meet."""

from typing import NamedTuple

import numpy as np

from workbench.engine.tokens import Longs


class Met(NamedTuple):
    """Pairs of stretches, by their numbers, and how much they share: each of some with each of others that it meets."""

    one: Longs
    other: Longs
    shared: Longs


def met(start: Longs, end: Longs, some: Longs | None = None, others: Longs | None = None) -> Met:
    """Which of some stretches meet which of others, those of them with the same number too; all of them if not given.

    Stretches are half open, and not empty.
    """
    everything = np.arange(len(start))
    some, others = (everything if numbers is None else numbers for numbers in (some, others))
    others = others[np.argsort(start[others], kind="stable")]
    reached = np.maximum.accumulate(end[others]) if len(others) else end[:0]
    low = np.searchsorted(reached, start[some], side="right")
    sizes = np.maximum(0, np.searchsorted(start[others], end[some]) - low)
    one = np.repeat(some, sizes)
    other = others[np.arange(len(one)) + np.repeat(low - np.cumsum(sizes) + sizes, sizes)]
    shared = np.minimum(end[one], end[other]) - np.maximum(start[one], start[other])
    truly = shared > 0
    return Met(one[truly], other[truly], shared[truly])
