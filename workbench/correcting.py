"""Families as people corrected them: what a person says is a family stands, whatever the engine finds of it.

A correction is laid over the families found each time they are read. So it survives every new alignment, can be taken
back at any time, and what the engine finds beyond it - the passage of an article imported later - joins it.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from workbench.model import Correction, Family, Place, Witness
from workbench.snapshot import same_passage

_MOST_WITNESSES = 1 << 20
"""More than any family has; keeps the numbers of witnesses of different corrections apart."""


def corrected(found: Sequence[Family], corrections: Sequence[Correction]) -> tuple[Family, ...]:
    """The families of a case, those that a person corrected in the place of those that the engine found.

    A family found is set aside for the correction that settled most of its passages, at least half of them or half of
    what it settled. What it has that no such correction settled joins that one, unless that was dismissed. Numbers of
    families and witnesses made by hand are negative; they stay the same as long as the correction does.
    """
    if not corrections:
        return tuple(found)
    shelves = _shelved(corrections)
    joining: defaultdict[int, list[Place]] = defaultdict(list)
    stands_for: dict[int, int] = {}
    kept: list[Family | int] = []
    for family in found:
        heirs = _heirs(family, corrections, shelves)
        if not heirs:
            kept.append(family)
            continue
        joining[heirs[0]] += _unsettled(family, heirs, corrections)
        for heir in heirs:
            if heir not in stands_for:
                stands_for[heir] = family.id
                kept.append(heir)
    kept += [number for number in range(len(corrections)) if number not in stands_for]
    made = (one if isinstance(one, Family) else _made(corrections[one], joining[one]) for one in kept)
    return tuple(family for family in made if family.witnesses)


_Shelves = Mapping[int, Sequence[tuple[int, Place]]]
"""By article, the passages that were settled in it, each with the index of its correction."""


def _shelved(corrections: Iterable[Correction]) -> _Shelves:
    shelves: defaultdict[int, list[tuple[int, Place]]] = defaultdict(list)
    for number, correction in enumerate(corrections):
        for place in dict.fromkeys((*correction.places, *correction.settled)):
            shelves[place.article_id].append((number, place))
    return shelves


def _heirs(family: Family, corrections: Sequence[Correction], shelves: _Shelves) -> list[int]:
    """The corrections that take the place of a family, the one that settled most of it first."""
    held: Counter[int] = Counter()
    for witness in family.witnesses:
        settled = shelves.get(witness.place.article_id, ())
        held.update({number for number, place in settled if same_passage(place, witness.place)})
    of_own = {number: sum(_is_among(w.place, corrections[number].places) for w in family.witnesses) for number in held}
    enough = [
        number
        for number, count in held.items()
        if 2 * count >= min(len(family.witnesses), len(corrections[number].settled))
    ]
    return sorted(enough, key=lambda number: (-of_own[number], -held[number], number))


def _unsettled(family: Family, heirs: Sequence[int], corrections: Sequence[Correction]) -> Iterator[Place]:
    settled = [place for heir in heirs for place in (*corrections[heir].places, *corrections[heir].settled)]
    return (witness.place for witness in family.witnesses if not _meets(witness.place, settled))


def _is_among(place: Place, others: Iterable[Place]) -> bool:
    return any(same_passage(other, place) for other in others)


def _meets(place: Place, others: Iterable[Place]) -> bool:
    return any(place.article_id == other.article_id and place.span.overlap(other.span) for other in others)


def _made(correction: Correction, joining: Iterable[Place]) -> Family:
    """The family that a correction makes; without witnesses when it was dismissed, or has but one."""
    places = list(correction.places)
    if places:
        for place in joining:
            if not _meets(place, places):
                places.append(place)
    first = -correction.number * _MOST_WITNESSES
    if len(places) < 2:
        places = []
    places.sort()
    witnesses = tuple(Witness(first - index, place) for index, place in enumerate(places))
    return Family(-correction.number, witnesses, correction.boilerplate)
