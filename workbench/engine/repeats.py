"""Families that say nothing new: most of their witnesses stand, word for word or nearly, in a larger family."""

import numpy as np

from workbench.engine.arrays import Longs
from workbench.engine.found import Found, Witnesses
from workbench.engine.grouping import COVERED
from workbench.engine.meeting import Met, Stretches, met

_LEAST_SHARE = 0.4
"""How much of the longer witness that is at least: a sentence is no repeat of the story it stands in."""
_MOST = 0.75
"""How many of a family's witnesses must stand in the larger one; all of them where those are much longer."""


def without_repeats(found: Found) -> Found:
    """The families, each that repeats a larger one taken into it, with the witnesses that one had not.

    Larger families must stand before smaller ones. Boilerplate and other families are told apart.
    """
    line = on_one_line(found)
    witnesses = found.witnesses()
    homes, gone = _homes(found, line), set[int]()
    for number in sorted(homes):
        home = homes[number]
        while home in gone:
            home = homes[home]
        together = _together(line, witnesses[home], witnesses[number])
        if together is not None:
            witnesses[home] = together
            gone.add(number)
    left = [number for number in range(len(found)) if number not in gone]
    return found.rearranged(np.array(left, np.int64), [witnesses[number] for number in left])


def on_one_line(found: Found) -> Stretches:
    """Where the places of families stand when all texts stand one behind the other, those of boilerplate apart."""
    shift = shift_of(found)
    return Stretches(found.places.start + shift, found.places.end + shift)


def shift_of(found: Found) -> Longs:
    """Where on the line the article of each place begins."""
    places = found.places
    shift: Longs = places.article * 2 + np.repeat(found.boilerplate, found.sizes)
    return shift * (int(places.end.max(initial=0)) + 1)


def in_line(line: Stretches, witnesses: Witnesses) -> Witnesses:
    """Places in order on the line."""
    return witnesses[np.lexsort((line.end[witnesses], line.start[witnesses]))]


def _together(line: Stretches, large: Witnesses, small: Witnesses) -> Witnesses | None:
    """The places of two families, of two that meet the longer one; `None` where two only overlap."""
    known, newcomers = line.some(large), line.some(small)
    new, old, shared = met(newcomers, known)
    covered, replaced = np.zeros(len(small), np.bool_), np.zeros(len(large), np.bool_)
    covered[new[shared >= COVERED * newcomers.length[new]]] = True
    beyond = ~covered[new]
    if (shared[beyond] < COVERED * known.length[old[beyond]]).any():
        return None
    replaced[old[beyond]] = True
    return in_line(line, np.concatenate((large[~replaced], small[~covered])))


def _homes(found: Found, line: Stretches) -> dict[int, int]:
    """For each family that repeats a larger one the number of that one."""
    inside = held(found, line)
    family, length = found.family, line.length
    comparable = inside.shared >= _LEAST_SHARE * length[inside.other]
    larger = family[inside.other] < family[inside.one]
    told = np.stack((family[inside.one], family[inside.other], inside.one), axis=1)
    sizes = found.sizes
    homes: dict[int, int] = {}
    for least, which in ((1.0, larger), (_MOST, larger & comparable)):
        pairs, counts = pairs_counted(told[which])
        # The one that has most of them, of several the largest.
        for k in np.lexsort((-pairs[:, 1], counts)).tolist():
            small, large = pairs[k].tolist()
            if counts[k] >= least * sizes[small]:
                homes[small] = large
    return homes


def pairs_counted(told: Longs) -> tuple[Longs, Longs]:
    """The pairs of families in rows of a family, another one and a witness, and how many witnesses tell of each."""
    order = np.lexsort((told[:, 2], told[:, 1], told[:, 0]))
    told = told[order]
    new = np.ones(len(told), np.bool_)
    new[1:] = (told[1:] != told[:-1]).any(axis=1)
    told = told[new]
    first = np.ones(len(told), np.bool_)
    first[1:] = (told[1:, :2] != told[:-1, :2]).any(axis=1)
    starts = np.flatnonzero(first)
    return told[starts, :2], np.diff(np.append(starts, len(told)))


def held(found: Found, line: Stretches) -> Met:
    """Which witnesses lie in those of other families, nearly or whole."""
    pairs = met(line, line)
    family = found.family
    most = pairs.shared >= COVERED * line.length[pairs.one]
    told = most & (family[pairs.one] != family[pairs.other])
    return Met(pairs.one[told], pairs.other[told], pairs.shared[told])
