"""Families that say nothing new: most of their witnesses stand, word for word or nearly, in a larger family."""

from typing import NamedTuple

import numpy as np

from workbench.engine.found import Found, Witnesses
from workbench.engine.grouping import COVERED
from workbench.engine.meeting import Met, met
from workbench.engine.tokens import Longs

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


class Line(NamedTuple):
    """All texts one behind the other, those of boilerplate apart: where every place begins and ends on this line."""

    start: Longs
    end: Longs
    shift: Longs
    """Where the place's article begins."""


def on_one_line(found: Found) -> Line:
    """The places of some families on one line."""
    places = found.places
    room = int(places.end.max(initial=0)) + 1
    shift = (places.article * 2 + np.repeat(found.boilerplate, found.sizes)) * room
    return Line(places.start + shift, places.end + shift, shift)


def in_line(line: Line, witnesses: Witnesses) -> Witnesses:
    """Places in order on the line."""
    return witnesses[np.lexsort((line.end[witnesses], line.start[witnesses]))]


def _together(line: Line, large: Witnesses, small: Witnesses) -> Witnesses | None:
    """The places of two families, of two that meet the longer one; `None` where two only overlap."""
    new, old, shared = met(line.start, line.end, small, large)
    length = line.end - line.start
    covered, replaced = np.zeros(len(length), np.bool_), np.zeros(len(length), np.bool_)
    covered[new[shared >= COVERED * length[new]]] = True
    beyond = ~covered[new]
    if (shared[beyond] < COVERED * length[old[beyond]]).any():
        return None
    replaced[old[beyond]] = True
    return in_line(line, np.concatenate((large[~replaced[large]], small[~covered[small]])))


def _homes(found: Found, line: Line) -> dict[int, int]:
    """For each family that repeats a larger one the number of that one."""
    inside = held(found, line)
    family, length = found.family, line.end - line.start
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


def held(found: Found, line: Line) -> Met:
    """Which witnesses lie in those of other families, nearly or whole."""
    pairs = met(line.start, line.end)
    family = found.family
    most = pairs.shared >= COVERED * (line.end - line.start)[pairs.one]
    told = most & (family[pairs.one] != family[pairs.other])
    return Met(pairs.one[told], pairs.other[told], pairs.shared[told])
