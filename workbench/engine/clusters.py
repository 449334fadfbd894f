"""Clusters of alike sentences: the passages of two documents that render each other."""

from collections.abc import Iterator

import numpy as np

from workbench.engine.bags import Bags, Region
from workbench.engine.tokens import Longs

LEAST_LIKENESS = 0.36
"""A cluster less alike than this is clustered again, with a smaller gap."""


def passages(bags: Bags, a: Longs, b: Longs, gap: int) -> list[Region]:
    """Clusters of the pairs of alike sentences `a` and `b` with at most `gap` sentences between neighbours."""
    found, waiting = [], [(np.arange(len(a)), gap)] if len(a) else []
    while waiting:
        members, allowed = waiting.pop()
        for cluster in _clusters(a, b, members, allowed):
            region = Region(int(a[cluster].min()), int(a[cluster].max()), int(b[cluster].min()), int(b[cluster].max()))
            if bags.likeness(region) >= LEAST_LIKENESS:
                found.append(region)
            elif allowed > 0:
                waiting.append((cluster, allowed - 1))
    return sorted(found)


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
