"""Brings together families that were gathered around different models but render the same text."""

from collections import Counter
from collections.abc import Callable, Sequence

from workbench.engine.grouping import COVERED, Gathering, Grouper, Stretch
from workbench.engine.shelves import Shelves

_LEAST_COMPARABLE = 0.4
"""A passage much shorter than another is not a rendering of the same text, though it stands inside it."""


def merged(gatherings: Sequence[Gathering], grouper: Grouper, look: Callable[[], None]) -> list[Gathering]:
    """The families without repeats, largest first.

    A family most of whose witnesses stand in a larger one is dissolved into it, when its other witnesses render that
    one's model too; a family all of whose witnesses stand there says nothing new. `look` is called again and again.
    """
    if len(gatherings) < 2:
        return list(gatherings)
    kept: list[Gathering] = []
    homes = Shelves()
    for gathering in sorted(gatherings, key=_largest_first):
        look()
        known = Counter(k for doc, stretch in gathering.members for k in _homes_of(doc, stretch, homes))
        if not any(
            _dissolved(gathering, kept[k], grouper)
            for k, shared in sorted(known.items(), key=lambda item: (-item[1], item[0]))
            if 2 * shared >= len(gathering.members)
        ):
            homes.put(len(kept), gathering)
            kept.append(gathering)
    return kept


def _largest_first(gathering: Gathering) -> tuple[int, int, int, list[tuple[int, int]]]:
    places = sorted((stretch.start, stretch.end) for _, stretch in gathering.members)
    return -len(gathering.docs), -len(places), -sum(end - start for start, end in places), places


def _dissolved(gathering: Gathering, home: Gathering, grouper: Grouper) -> bool:
    """Whether every witness of a family renders the text of another one, which takes in the places new to it."""
    newcomers = []
    for doc, stretch in gathering.members:
        if any(_comparable(stretch, known) for known in home.at(doc)):
            continue
        witness = grouper.rendering(home, stretch)
        if not witness or stretch.share_in(witness) < COVERED:
            return False
        newcomers.append((doc, witness))
    for doc, witness in newcomers:
        home.add(doc, witness)
    return True


def _homes_of(doc: int, stretch: Stretch, homes: Shelves) -> set[int]:
    """The families that have a comparable witness where this one stands."""
    earliest = stretch.start - int(len(stretch) * (1 / _LEAST_COMPARABLE - COVERED)) - 1
    latest = stretch.start + int(len(stretch) * (1 - COVERED)) + 1
    nearby = homes.starting(doc, earliest, latest + 1)
    return {k for start, end, k in nearby if _holds(stretch.start, stretch.end, start, end)}


def _comparable(stretch: Stretch, home: Stretch) -> bool:
    return _holds(stretch.start, stretch.end, home.start, home.end)


def _holds(start: int, end: int, home_start: int, home_end: int) -> bool:
    """Whether most of a stretch lies in another one that is not too much longer."""
    shared = min(end, home_end) - max(start, home_start)
    return shared >= COVERED * (end - start) and shared >= _LEAST_COMPARABLE * (home_end - home_start)
