"""Unites families of different components: a sentence, and the renderings of it that were cut to a half.

`uniting` does the same inside a component; passages that share little more than half of the longer one stand in two.
"""

from collections import defaultdict
from collections.abc import Sequence
from typing import NamedTuple

import numpy as np

from workbench.engine.grouping import COVERED
from workbench.engine.repeats import inside
from workbench.engine.tokens import Longs
from workbench.engine.uniting import LEAST_COMMON, LEAST_SHARE
from workbench.model import Place
from workbench.ports import FoundFamily
from workbench.spans import Span


class Roomy(NamedTuple):
    """A family, and for each of its places the sentences that it stands in, from border to border."""

    family: FoundFamily
    rooms: tuple[Span, ...]


def with_trimmed(families: Sequence[Roomy]) -> list[FoundFamily]:
    """The families, each long one united with the short one that has the same sentence trimmed."""
    alive: dict[int, tuple[Place, ...]] = {number: family.places for number, (family, _) in enumerate(families)}
    for long, short in _candidates(families):
        if long in alive and short in alive:
            together = _together(alive[long], alive[short])
            if together:
                alive[long] = together
                del alive[short]
    return [FoundFamily(places, families[number].family.boilerplate) for number, places in alive.items()]


def _candidates(families: Sequence[Roomy]) -> list[tuple[int, int]]:
    """Pairs of a long family and a short one that most of its witnesses hold trimmed, the longest first."""
    found = inside([family for family, _ in families])
    length = found.end - found.start
    low, high = _rooms(families, found.order, found.shift)
    small, large = found.small, found.large
    share = length[small] / length[large]
    trimmed = (share >= LEAST_SHARE) & (share < 1)
    trimmed &= (low[small] <= found.start[large]) & (found.end[large] <= high[small])
    seen = np.unique(np.stack((found.number[large], found.number[small], large), axis=1)[trimmed], axis=0)
    pairs, counts = np.unique(seen[:, :2], axis=0, return_counts=True)
    sizes = np.bincount(found.number, minlength=len(families))
    whole = np.bincount(found.number, length, minlength=len(families))
    enough = counts >= LEAST_COMMON * sizes[pairs[:, 0]]
    pairs, counts = pairs[enough], counts[enough]
    order = np.lexsort((pairs[:, 1], -counts, pairs[:, 0], -whole[pairs[:, 0]]))
    return [(long, short) for long, short in pairs[order].tolist()]


def _rooms(families: Sequence[Roomy], order: Longs, shift: Longs) -> tuple[Longs, Longs]:
    rooms = np.array([(room.start, room.end) for _, held in families for room in held], np.int64).reshape(-1, 2)
    return rooms[order, 0] + shift, rooms[order, 1] + shift


def _together(long: tuple[Place, ...], short: tuple[Place, ...]) -> tuple[Place, ...] | None:
    """The places of both; `None` where a short one stands partly in a long one."""
    known = defaultdict[int, list[Span]](list)
    for place in long:
        known[place.article_id].append(place.span)
    new = []
    for place in short:
        shared = [span.overlap(place.span) for span in known[place.article_id]]
        if not any(shared):
            new.append(place)
        elif max(shared) < COVERED * len(place.span):
            return None
    return tuple(sorted([*long, *new]))
