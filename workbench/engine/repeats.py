"""Families that say nothing new: most of their witnesses stand, word for word or nearly, in a larger family."""

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np

from workbench.engine.grouping import COVERED
from workbench.engine.tokens import Longs
from workbench.model import Place
from workbench.ports import FoundFamily

_LEAST_SHARE = 0.4
"""How much of the longer witness that is at least: a sentence is no repeat of the story it stands in."""
_MOST = 0.75
"""How many of a family's witnesses must stand in the larger one; all of them where those are much longer."""


def without_repeats(families: Sequence[FoundFamily]) -> list[FoundFamily]:
    """The families, each that repeats a larger one taken into it, with the witnesses that one had not.

    Larger families must stand before smaller ones. Boilerplate and other families are told apart.
    """
    homes = _homes(families)
    places = [family.places for family in families]
    gone = set()
    for number in sorted(homes):
        home = homes[number]
        while home in gone:
            home = homes[home]
        together = _together(places[home], places[number])
        if together:
            places[home] = together
            gone.add(number)
    return [
        FoundFamily(places[number], family.boilerplate) for number, family in enumerate(families) if number not in gone
    ]


def _together(large: tuple[Place, ...], small: tuple[Place, ...]) -> tuple[Place, ...] | None:
    """The places of two families, of two that meet the longer one; `None` where two only overlap."""
    together: dict[int, list[Place]] = {}
    for place in large:
        together.setdefault(place.article_id, []).append(place)
    for place in small:
        here = together.setdefault(place.article_id, [])
        met = [known for known in here if known.span.overlap(place.span)]
        if any(known.span.overlap(place.span) >= COVERED * len(place.span) for known in met):
            continue
        if any(known.span.overlap(place.span) < COVERED * len(known.span) for known in met):
            return None
        here[:] = [known for known in here if known not in met] + [place]
    return tuple(sorted(place for places in together.values() for place in places))


def _homes(families: Sequence[FoundFamily]) -> dict[int, int]:
    """For each family that repeats a larger one the number of that one."""
    found = inside(families)
    length = found.end - found.start
    comparable = found.shared >= _LEAST_SHARE * length[found.large]
    larger = found.number[found.large] < found.number[found.small]
    told = np.stack((found.number[found.small], found.number[found.large], found.small), axis=1)
    homes: dict[int, int] = {}
    for least, which in ((1.0, larger), (_MOST, larger & comparable)):
        pairs, counts = np.unique(np.unique(told[which], axis=0)[:, :2], axis=0, return_counts=True)
        # The one that has most of them, of several the largest.
        for k in np.lexsort((-pairs[:, 1], counts)).tolist():
            small, large = pairs[k].tolist()
            if counts[k] >= least * len(families[small].places):
                homes[small] = large
    return homes


class Inside(NamedTuple):
    """Which witnesses lie in those of other families.

    Witnesses are in the order of their places on one line of all articles: `number` is that of their family, `start`
    and `end` their borders on the line, `shift` where their article begins on it, `order` their place among all
    witnesses of all families. `small` lies in `large`, `shared` code points of it.
    """

    number: Longs
    start: Longs
    end: Longs
    shift: Longs
    order: Longs
    small: Longs
    large: Longs
    shared: Longs


def inside(families: Sequence[FoundFamily]) -> Inside:
    """Which witnesses lie in those of other families, boilerplate and other families apart."""
    rows = [
        (family.boilerplate, place.article_id, place.span.start, place.span.end, number)
        for number, family in enumerate(families)
        for place in family.places
    ]
    boilerplate, article, start, end, number = np.array(rows, np.int64).reshape(-1, 5).T
    # One line for all articles: texts one behind the other, those of boilerplate apart.
    shift = (article * 2 + boilerplate) * (int(end.max(initial=0)) + 1)
    order = np.lexsort((end, start + shift))
    shift = shift[order]
    start, end, number = start[order] + shift, end[order] + shift, number[order]
    reached = np.maximum.accumulate(end) if len(end) else end
    low, high = np.searchsorted(reached, start, side="right"), np.searchsorted(start, end)
    small = np.repeat(np.arange(len(start)), high - low)
    ahead = np.cumsum(high - low) - (high - low)
    large = np.arange(len(small)) + np.repeat(low - ahead, high - low)
    shared = np.minimum(end[small], end[large]) - np.maximum(start[small], start[large])
    found = (number[large] != number[small]) & (shared >= COVERED * (end[small] - start[small]))
    return Inside(number, start, end, shift, order, small[found], large[found], shared[found])
