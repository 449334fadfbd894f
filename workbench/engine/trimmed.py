"""Unites a passage with its trimmed renderings.

An outlet that cut the second half of a sentence still renders the same sentence: it belongs into the same family,
where the cut shows as an omission. A sentence that stands inside a longer passage of several sentences is another
text, and stays a family of its own.
"""

import numpy as np

from workbench.engine.found import Found, Witnesses
from workbench.engine.grouping import COVERED
from workbench.engine.meeting import Stretches, met
from workbench.engine.repeats import held, in_line, on_one_line, pairs_counted, shift_of

_LEAST_SHARE = 0.5
"""How much of the whole sentence a trimmed rendering must keep."""
_LEAST_COMMON = 0.6
"""In how many of its places the longer family must hold the shorter one inside it."""


def with_trimmed(found: Found) -> Found:
    """The families, each long one united with the short one that has the same sentence trimmed."""
    line = on_one_line(found)
    alive = dict[int, Witnesses](enumerate(found.witnesses()))
    for long, short in _candidates(found, line):
        if long in alive and short in alive:
            together = _together(line, alive[long], alive[short])
            if together is not None:
                alive[long] = together
                del alive[short]
    return found.rearranged(np.array(list(alive), np.int64), list(alive.values()))


def _candidates(found: Found, line: Stretches) -> list[tuple[int, int]]:
    """Pairs of a long family and a short one that most of its witnesses hold trimmed, the longest first."""
    inside = held(found, line)
    family, length, shift = found.family, line.length, shift_of(found)
    small, large = inside.one, inside.other
    share = length[small] / length[large]
    low, high = (side[small] + shift[small] for side in (found.places.room_start, found.places.room_end))
    trimmed = (share >= _LEAST_SHARE) & (share < 1) & (low <= line.start[large]) & (line.end[large] <= high)
    pairs, counts = pairs_counted(np.stack((family[large], family[small], large), axis=1)[trimmed])
    whole = np.bincount(family, length, minlength=len(found))
    enough = counts >= _LEAST_COMMON * found.sizes[pairs[:, 0]]
    pairs, counts = pairs[enough], counts[enough]
    order = np.lexsort((pairs[:, 1], -counts, pairs[:, 0], -whole[pairs[:, 0]]))
    return [(long, short) for long, short in pairs[order].tolist()]


def _together(line: Stretches, long: Witnesses, short: Witnesses) -> Witnesses | None:
    """The places of both; `None` where a short one stands partly in a long one."""
    newcomers = line.some(short)
    one, _, shared = met(newcomers, line.some(long))
    covered = np.zeros(len(short), np.bool_)
    covered[one[shared >= COVERED * newcomers.length[one]]] = True
    return in_line(line, np.concatenate((long, short[~covered]))) if covered[one].all() else None
