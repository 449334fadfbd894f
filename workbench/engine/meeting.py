"""Which stretches of one line meet."""

from typing import NamedTuple

import numpy as np

from workbench.engine.arrays import Longs


class Stretches(NamedTuple):
    """Stretches of one line, half open, none of them empty."""

    start: Longs
    end: Longs

    @property
    def length(self) -> Longs:
        """How long each is."""
        return self.end - self.start

    def some(self, which: Longs) -> "Stretches":
        """Some of them."""
        return Stretches(self.start[which], self.end[which])


class Met(NamedTuple):
    """Pairs of stretches, by their places in two rows, and how much they share."""

    one: Longs
    other: Longs
    shared: Longs


def met(some: Stretches, others: Stretches) -> Met:
    """Each of some stretches with each of others that it meets."""
    order = np.argsort(others.start, kind="stable")
    ahead = others.some(order)
    reached = np.maximum.accumulate(ahead.end) if len(order) else ahead.end
    low = np.searchsorted(reached, some.start, side="right")
    sizes = np.maximum(0, np.searchsorted(ahead.start, some.end) - low)
    one = np.repeat(np.arange(len(sizes)), sizes)
    other = order[np.arange(len(one)) + np.repeat(low - np.cumsum(sizes) + sizes, sizes)]
    shared = np.minimum(some.end[one], others.end[other]) - np.maximum(some.start[one], others.start[other])
    truly = shared > 0
    return Met(one[truly], other[truly], shared[truly])
