"""Unites a passage with its trimmed renderings.

An outlet that cut the second half of a sentence still renders the same sentence: it belongs into the same family,
where the cut shows as an omission. A sentence that stands inside a longer passage of several sentences is another
text, and stays a family of its own.
"""

from collections import Counter
from collections.abc import Callable, Sequence

from workbench.engine.archive import Archive
from workbench.engine.grouping import COVERED, Gathering, Stretch
from workbench.engine.shelves import Shelves

_LEAST_SHARE = 0.5
"""How much of the whole sentence a trimmed rendering must keep."""
_LEAST_OF_MODEL = 0.4
"""How long every witness of the shorter family must be, beside the longer one's model: no chains of families."""
_LEAST_COMMON = 0.6
"""In how many of its articles the longer family must hold the shorter one inside it."""


def united(gatherings: Sequence[Gathering], archive: Archive) -> list[Gathering]:
    """The families, each long one united with the short one that has the same sentence trimmed."""
    families: dict[int, Gathering] = dict(enumerate(gatherings))
    homes = Shelves()
    for k, gathering in families.items():
        homes.put(k, gathering)
    longest_first = sorted(families, key=lambda k: -sum(len(stretch) for _, stretch in families[k].members))
    for k in longest_first:
        long = families.get(k)
        if long is None:
            continue
        inside = Counter(other for doc, stretch in long.members for other in _inside(k, doc, stretch, homes, archive))
        for other, common in sorted(inside.items(), key=lambda item: (-item[1], item[0])):
            if other not in families or common < _LEAST_COMMON * len(long.members):
                continue
            if _fits(families[other], long):
                for doc, stretch in families.pop(other).members:
                    long.add(doc, stretch)
    return list(families.values())


def _inside(k: int, doc: int, long: Stretch, homes: Shelves, archive: Archive) -> set[int]:
    """The families other than `k` that have a trimmed rendering of the passage inside it."""
    nearby = homes.starting(doc, long.start - len(long), long.end)
    return {other for short, other in nearby if other != k and _trimmed(short, long, archive)}


def _fits(short: Gathering, long: Gathering) -> bool:
    """Whether the witnesses of the shorter family are long enough, and stand inside one of the longer or clear of it."""
    least = _LEAST_OF_MODEL * len(long.members[0][1])
    return all(len(stretch) >= least for _, stretch in short.members) and all(
        stretch.share_in(known) >= COVERED or not stretch.meets(known)
        for doc, stretch in short.members
        for known in long.at(doc)
    )


def _trimmed(short: Stretch, long: Stretch, archive: Archive) -> bool:
    """Whether one passage is the other without its beginning or end, which belong to the same sentence."""
    if short.share_in(long) < COVERED or not _LEAST_SHARE <= len(short) / len(long) < 1:
        return False
    before, after = slice(long.start + 1, short.start + 1), slice(short.end, long.end)
    return not archive.breaks[before].any() and not archive.breaks[after].any()
