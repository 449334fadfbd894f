"""Brings together families that were gathered around different models but render the same text."""

from collections import defaultdict
from collections.abc import Callable, Sequence

import numpy as np

from workbench.engine.gathering import Gathering, Stretch
from workbench.engine.grouping import COVERED, Grouper
from workbench.engine.meeting import Stretches, met
from workbench.engine.ordering import in_order

_LEAST_COMPARABLE = 0.4
"""A passage much shorter than another is not a rendering of the same text, though it stands inside it."""


def merged(gatherings: Sequence[Gathering], grouper: Grouper, look: Callable[[], None]) -> list[Gathering]:
    """The families without repeats, largest first.

    A family most of whose witnesses stand in a larger one is dissolved into it, when its other witnesses render that
    one's model too; a family all of whose witnesses stand there says nothing new. `look` is called again and again.
    """
    if len(gatherings) < 2:
        return list(gatherings)
    families = in_order(gatherings, _size, _places)
    homes = _homes(families)
    kept: dict[int, Gathering] = {}
    for number, gathering in enumerate(families):
        look()
        if not any(_dissolved(gathering, kept[home], grouper) for home in homes[number] if home in kept):
            kept[number] = gathering
    return list(kept.values())


def _size(gathering: Gathering) -> tuple[int, int, int]:
    return -len(gathering.docs), -len(gathering.members), -sum(len(stretch) for _, stretch in gathering.members)


def _places(gathering: Gathering) -> list[tuple[int, int]]:
    return sorted((stretch.start, stretch.end) for _, stretch in gathering.members)


def _homes(families: Sequence[Gathering]) -> dict[int, list[int]]:
    """For each family the larger ones in which at least half of its witnesses stand, those with the most first."""
    rows = [(k, stretch.start, stretch.end) for k, each in enumerate(families) for _, stretch in each.members]
    family, start, end = np.array(rows, np.int64).T
    stretches = Stretches(start, end)
    one, other, shared = met(stretches, stretches)
    length = stretches.length
    held = (family[other] < family[one]) & (shared >= COVERED * length[one])
    held &= shared >= _LEAST_COMPARABLE * length[other]
    # Of several witnesses of a home that hold the same passage one counts.
    places = np.unique(one[held] * np.int64(len(families)) + family[other[held]])
    pairs, counts = np.unique(
        family[places // len(families)] * len(families) + places % len(families), return_counts=True
    )
    small, large = np.divmod(pairs, len(families))
    sizes = np.bincount(family, minlength=len(families))
    enough = np.flatnonzero(2 * counts >= sizes[small])
    homes: dict[int, list[int]] = defaultdict(list)
    for k in enough[np.lexsort((large[enough], -counts[enough]))].tolist():
        homes[int(small[k])].append(int(large[k]))
    return homes


def _dissolved(gathering: Gathering, home: Gathering, grouper: Grouper) -> bool:
    """Whether every witness of a family renders the text of another one, which takes in the places new to it."""
    newcomers = []
    for doc, stretch in gathering.members:
        if any(_holds(stretch, known) for known in home.at(doc)):
            continue
        found = grouper.rendering(home, stretch)
        if not found or stretch.share_in(found.stretch) < COVERED:
            return False
        newcomers.append((doc, found.stretch))
    for doc, witness in newcomers:
        home.add(doc, witness)
    return True


def _holds(stretch: Stretch, home: Stretch) -> bool:
    """Whether most of a stretch lies in another one that is not too much longer."""
    shared = min(stretch.end, home.end) - max(stretch.start, home.start)
    return shared >= COVERED * len(stretch) and shared >= _LEAST_COMPARABLE * len(home)
