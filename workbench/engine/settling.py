"""Moves the borders of a passage to where sentences stop sharing words with the whole other side."""

import numpy as np

from workbench.engine.arrays import Flags
from workbench.engine.bags import Bags
from workbench.engine.sentences import Region

_OUTSIDE_COST, _INSIDE_COST = 0.55, 0.35
"""What an unshared word costs a sentence beyond a border, and one within: borders move only for good reason."""
_REACH = 3
"""How many sentences a border may move outwards."""


def settled(bags: Bags, region: Region) -> Region:
    """The passage with its borders moved, each side in turn."""
    a, b = region.side(0), region.side(1)
    for _ in range(2):
        a = _moved(bags, 0, a, bags.present(1, *b))
        b = _moved(bags, 1, b, bags.present(0, *a))
    return Region(*a, *b)


def _moved(bags: Bags, side: int, run: tuple[int, int], opposite: Flags) -> tuple[int, int]:
    """New first and last sentence on one side: the run with the greatest gain through the middle of the old one."""
    first, last = run
    low, high = max(0, first - _REACH), min(bags.sentences.counts[side] - 1, last + _REACH)
    shared, every = bags.shared(side, low, high, opposite)
    cost = np.full(len(shared), _OUTSIDE_COST)
    cost[first - low : last - low + 1] = _INSIDE_COST
    total = np.concatenate(([0.0], np.cumsum(shared - cost * every)))
    middle = (first + last) // 2 - low
    return low + int(np.argmin(total[: middle + 1])), low + middle + int(np.argmax(total[middle + 1 :]))
