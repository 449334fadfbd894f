"""Clusters of alike sentences: the passages of two documents that render each other."""

from collections.abc import Iterator

import numpy as np

from workbench.engine.arrays import Longs
from workbench.engine.bags import Bags
from workbench.engine.sentences import Region

LEAST_LIKENESS = 0.36
"""A cluster less alike than this is clustered again, with a smaller gap."""
_GAP = 4
"""How many sentences may lie between two alike ones of a passage."""
_MOST_LOPSIDED = 3.0
"""How many times longer one side may be than the other; else a chance likeness far off was taken in."""


def passages(bags: Bags, a: Longs, b: Longs) -> list[Region]:
    """Clusters of the pairs of alike sentences `a` and `b`, each of about one length on both sides."""
    found, waiting = [], [(np.arange(len(a)), _GAP)] if len(a) else []
    while waiting:
        members, allowed = waiting.pop()
        for cluster in _clusters(a, b, members, allowed):
            region = Region(int(a[cluster].min()), int(a[cluster].max()), int(b[cluster].min()), int(b[cluster].max()))
            if bags.likeness(region) >= LEAST_LIKENESS and _balanced(bags, region):
                found.append(region)
            elif allowed > 0:
                waiting.append((cluster, allowed - 1))
    return sorted(found)


def _balanced(bags: Bags, region: Region) -> bool:
    """Whether a passage is about as long in one document as in the other."""
    short, long = sorted(bags.sentences.tokens(side, *region.side(side)) for side in (0, 1))
    return long <= _MOST_LOPSIDED * short


def _clusters(a: Longs, b: Longs, members: Longs, gap: int) -> Iterator[Longs]:
    """Split `members` at gaps in document a and in document b, in turn, until neither splits any more."""
    waiting = [(members, 0, False)]
    while waiting:
        cluster, side, settled = waiting.pop()
        positions = (a, b)[side][cluster]
        order = np.argsort(positions, kind="stable")
        cluster, positions = cluster[order], positions[order]
        cuts = np.flatnonzero(np.diff(positions) > gap + 1) + 1
        if len(cuts):
            waiting += [(part, 1 - side, False) for part in np.split(cluster, cuts)]
        elif settled:
            yield cluster
        else:
            waiting.append((cluster, 1 - side, True))
