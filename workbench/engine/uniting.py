"""Unites a passage with its trimmed renderings.

An outlet that cut the second half of a sentence still renders the same sentence: it belongs into the same family,
where the cut shows as an omission. A sentence that stands inside a longer passage of several sentences is another
text, and stays a family of its own.
"""

from collections import Counter
from collections.abc import Callable, Sequence

from rapidfuzz.distance import LCSseq

from workbench.engine.archive import Archive
from workbench.engine.grouping import COVERED, Gathering, Stretch
from workbench.engine.shelves import Shelves

LEAST_SHARE = 0.5
"""How much of the whole sentence a trimmed rendering must keep."""
_LEAST_OF_MODEL = 0.4
"""How long every witness of the shorter family must be, beside the longer one's model: no chains of families."""
_LEAST_COMPARABLE = 0.7
"""How long a passage must be beside one that holds it for the two to say the same."""
_LEAST_ALIKE = 0.5
"""How alike a passage and the model must be for it to be taken in: twice the shared words by all."""
LEAST_COMMON = 0.6
"""In how many of its articles the longer family must hold the shorter one inside it."""


def united(gatherings: Sequence[Gathering], archive: Archive, look: Callable[[], None]) -> list[Gathering]:
    """The families, each long one united with the short one that has the same sentence trimmed."""
    if len(gatherings) < 2:
        return list(gatherings)
    families: dict[int, Gathering] = dict(enumerate(gatherings))
    homes = Shelves()
    for k, gathering in families.items():
        homes.put(k, gathering)
    longest_first = sorted(families, key=lambda k: -sum(len(stretch) for _, stretch in families[k].members))
    for k in longest_first:
        look()
        long = families.get(k)
        if long is None:
            continue
        inside = Counter(other for doc, stretch in long.members for other in _inside(k, doc, stretch, homes, archive))
        for other, common in sorted(inside.items(), key=lambda item: (-item[1], item[0])):
            if other not in families or common < LEAST_COMMON * len(long.members):
                continue
            if _fits(families[other], long):
                for doc, stretch in families.pop(other).members:
                    long.add(doc, stretch)
    return _without_repeats(list(families.values()), archive)


def _without_repeats(gatherings: list[Gathering], archive: Archive) -> list[Gathering]:
    """The families, largest first, without those that tell of the same passages as a larger one.

    Two families may have grown alike when their borders were moved and others were united with them.
    """
    kept: list[Gathering] = []
    homes = Shelves()
    for gathering in sorted(gatherings, key=_largest_first):
        known = Counter(k for doc, stretch in gathering.members for k in _same(doc, stretch, homes))
        home, common = min(known.items(), key=lambda item: (-item[1], item[0]), default=(0, 0))
        if common >= COVERED * len(gathering.members) and _taken_in(gathering, kept[home], archive):
            continue
        homes.put(len(kept), gathering)
        kept.append(gathering)
    return kept


def _largest_first(gathering: Gathering) -> tuple[int, list[tuple[int, int]]]:
    return -len(gathering.members), [(stretch.start, stretch.end) for _, stretch in gathering.members]


def _same(doc: int, stretch: Stretch, homes: Shelves) -> set[int]:
    """The families that have just this passage of an article, but for a few words."""
    slack = int(len(stretch) * (1 / COVERED - 1)) + 1
    nearby = homes.starting(doc, stretch.start - slack, stretch.start + slack + 1)
    return {
        k
        for start, end, k in nearby
        if min(end, stretch.end) - max(start, stretch.start) >= COVERED * max(len(stretch), end - start)
    }


def _taken_in(gathering: Gathering, home: Gathering, archive: Archive) -> bool:
    """Whether another family has a rendering wherever this one has, or takes in those that are like its model."""
    newcomers = []
    for doc, stretch in gathering.members:
        if any(_comparable(stretch, known) for known in home.at(doc)):
            continue
        if any(stretch.meets(known) for known in home.at(doc)) or not _alike(stretch, home.members[0][1], archive):
            return False
        newcomers.append((doc, stretch))
    for doc, stretch in newcomers:
        home.add(doc, stretch)
    return True


def _comparable(one: Stretch, other: Stretch) -> bool:
    """Whether one of two passages lies in the other, and is not much shorter."""
    short, long = sorted((one, other), key=len)
    return short.share_in(long) >= COVERED and len(short) >= _LEAST_COMPARABLE * len(long)


def _alike(one: Stretch, other: Stretch, archive: Archive) -> bool:
    shared = LCSseq.similarity(
        archive.stem[one.start : one.end].tolist(), archive.stem[other.start : other.end].tolist()
    )
    return 2 * shared >= _LEAST_ALIKE * (len(one) + len(other))


def _inside(k: int, doc: int, long: Stretch, homes: Shelves, archive: Archive) -> set[int]:
    """The families other than `k` that have a trimmed rendering of the passage inside it."""
    slack = int(len(long) * (1 - COVERED)) + 1
    nearby = homes.starting(doc, long.start - slack, long.start + int(len(long) * (1 - LEAST_SHARE)) + slack + 1)
    return {other for start, end, other in nearby if other != k and _trimmed(Stretch(start, end), long, archive)}


def _fits(short: Gathering, long: Gathering) -> bool:
    """Whether a family's witnesses are long enough, and stand inside one of the longer family or clear of them all."""
    least = _LEAST_OF_MODEL * len(long.members[0][1])
    return all(len(stretch) >= least for _, stretch in short.members) and all(
        stretch.share_in(known) >= COVERED or not stretch.meets(known)
        for doc, stretch in short.members
        for known in long.at(doc)
    )


def _trimmed(short: Stretch, long: Stretch, archive: Archive) -> bool:
    """Whether one passage is the other without its beginning or end, which belong to the same sentence."""
    if not LEAST_SHARE <= len(short) / len(long) < 1 or short.share_in(long) < COVERED:
        return False
    before, after = slice(long.start + 1, short.start + 1), slice(short.end, long.end)
    return not archive.breaks[before].any() and not archive.breaks[after].any()
