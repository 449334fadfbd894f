"""Families as people corrected them: what a person says is a family stands, whatever the engine finds of it.

A correction is laid over the families found each time they are read. So it survives every new alignment, can be taken
back at any time, and what the engine finds beyond it - the passage of an article imported later - joins it. Where a
person made several families of what the engine finds as one, it joins the one that it is nearest to.

A family that was dismissed has a correction of its own, without places; what was corrected of it before stays beneath
and comes back with it. A dismissal holds for the corrections before it, never for a family made later of the same text.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from workbench.by_hand import touch
from workbench.model import Correction, Family, Place, Witness
from workbench.parting import TextsOf, nearest_parts
from workbench.snapshot import same_passage

_MOST_WITNESSES = 1 << 20
"""More than any family has; keeps the numbers of witnesses of different corrections apart."""


class Corrected(NamedTuple):
    """The families of a case, and by the number of each that a person corrected what the engine found in its place."""

    families: tuple[Family, ...]
    found: Mapping[int, tuple[Family, ...]]


def corrected(found: Sequence[Family], corrections: Sequence[Correction], texts_of: TextsOf) -> Corrected:
    """The families of a case, those that a person corrected in the place of those that the engine found.

    What a family found has that was not decided about joins the correction that stands for it: of several the nearest,
    and with one that was dismissed it stays away. `texts_of` is asked only where there are several. Numbers of families
    and witnesses made by hand are negative; those of a family stay the same as long as its correction does.
    """
    if not corrections:
        return Corrected(tuple(found), {})
    dismissals = _dismissals(corrections)
    claims = [_Claim(one, dismissed=_is_dismissed(one, dismissals)) for one in corrections]
    heirs = _heirs(found, claims)
    owned = _shelved((0, place) for claim in claims if not claim.dismissed for place in claim.correction.places)
    kept: list[Family | _Claim] = []
    for number, family in enumerate(found):
        if not heirs[number]:
            kept.append(family)
            continue
        kept += (claim for claim in heirs[number] if not claim.found)
        for claim in heirs[number]:
            claim.found.append(family)
        _let_join(tuple(_unsettled(family, heirs[number], owned)), heirs[number], texts_of)
    kept += (claim for claim in claims if not claim.found)
    made = {-claim.correction.number: claim for claim in claims if not claim.dismissed}
    living = (one for one in kept if isinstance(one, Family) or not one.dismissed)
    whole = [one if isinstance(one, Family) else one.family() for one in living]
    whole.sort(key=lambda family: (family.boilerplate, -len(family.witnesses)))
    families = tuple(family for family in whole if len(family.witnesses) > 1)
    return Corrected(families, {one.id: tuple(made[one.id].found) for one in families if one.id in made})


class _Claim:
    """A correction, the families found that it stands for, and what joins it."""

    def __init__(self, correction: Correction, *, dismissed: bool) -> None:
        self.correction, self.dismissed = correction, dismissed
        self.own = frozenset(correction.settled if dismissed else correction.places)
        self.settled = tuple(dict.fromkeys((*correction.places, *correction.settled)))
        self.found: list[Family] = []
        self.joining: list[Place] = []

    def family(self) -> Family:
        """The family that the correction makes."""
        places = list(self.correction.places)
        for place in self.joining:
            if not any(touch(place, other) for other in places):
                places.append(place)
        first = -self.correction.number * _MOST_WITNESSES
        witnesses = tuple(Witness(first - index, place) for index, place in enumerate(sorted(places)))
        return Family(-self.correction.number, witnesses, self.correction.boilerplate)


def _let_join(new: Sequence[Place], heirs: Sequence[_Claim], texts_of: TextsOf) -> None:
    """Let each new passage of a family found join the nearest of the corrections that stand for it."""
    parts = [claim.correction.places or claim.correction.settled for claim in heirs]
    for place, number in zip(new, nearest_parts(new, parts, texts_of), strict=True):
        heirs[number].joining.append(place)


_Dismissals = Mapping[Place, Sequence[tuple[int, frozenset[Place]]]]
"""By each passage of a dismissed family, the number of the dismissal and all of that family's passages."""


def _dismissals(corrections: Iterable[Correction]) -> _Dismissals:
    found: defaultdict[Place, list[tuple[int, frozenset[Place]]]] = defaultdict(list)
    for one in corrections:
        gone = frozenset(() if one.places else one.settled)
        for place in gone:
            found[place].append((one.number, gone))
    return found


def _is_dismissed(correction: Correction, dismissals: _Dismissals) -> bool:
    """Whether a correction makes no family: it is a dismissal, or a later dismissal has all of its passages."""
    if not correction.places:
        return True
    about = dismissals.get(correction.places[0], ())
    return any(number > correction.number and gone.issuperset(correction.places) for number, gone in about)


_Shelves = Mapping[int, Sequence[tuple[int, Place]]]
"""By article, the passages in it, each with a number."""


def _shelved(places: Iterable[tuple[int, Place]]) -> _Shelves:
    shelves: defaultdict[int, list[tuple[int, Place]]] = defaultdict(list)
    for number, place in places:
        shelves[place.article_id].append((number, place))
    return shelves


class _Evidence(NamedTuple):
    """How many passages of a family found a correction has for its own, and how many it decided about at all."""

    own: int
    settled: int


def _heirs(found: Sequence[Family], claims: Sequence[_Claim]) -> Sequence[Sequence[_Claim]]:
    """For every family found the corrections that stand for it, those of living families first, the likest of them."""
    shelves = _shelved((number, witness.place) for number, family in enumerate(found) for witness in family.witnesses)
    ranked: list[list[tuple[bool, _Evidence, _Claim]]] = [[] for _ in found]
    for claim in claims:
        evidence = _evidence(claim, shelves)
        known = sum(one.own for one in evidence.values())
        for number, held in evidence.items():
            if _is_about(held, len(found[number].witnesses), known):
                ranked[number].append((claim.dismissed, held, claim))
    for heirs in ranked:
        heirs.sort(key=lambda heir: (heir[0], -heir[1].own, -heir[1].settled, heir[2].correction.number))
    return [[claim for _, _, claim in heirs] for heirs in ranked]


def _is_about(held: _Evidence, size: int, known: int) -> bool:
    """Whether a correction stands for a family of that size; `known` of its own passages are found in any family.

    Two passages that a person decided about in one family are the family that the person meant. One alone is enough
    where it is half of the family, or half of all that is found of the correction.
    """
    return held.own > 0 and (held.settled > 1 or 2 * held.settled >= size or 2 * held.own >= known)


def _evidence(claim: _Claim, shelves: _Shelves) -> Mapping[int, _Evidence]:
    """By the number of the family found: each passage decided about speaks for the family that has it most exactly."""
    alike = {place: _alike(place, shelves) for place in claim.settled}
    total: defaultdict[int, float] = defaultdict(float)
    for shares in alike.values():
        for number, (share, _) in shares.items():
            total[number] += share
    own: defaultdict[int, set[Place]] = defaultdict(set)
    settled: defaultdict[int, set[Place]] = defaultdict(set)
    for place, shares in alike.items():
        if shares:
            number = max(shares, key=lambda one: (shares[one][0], total[one], -one))
            settled[number].add(shares[number][1])
            if place in claim.own:
                own[number].add(shares[number][1])
    return {number: _Evidence(len(own[number]), len(settled[number])) for number in settled}


def _alike(place: Place, shelves: _Shelves) -> Mapping[int, tuple[float, Place]]:
    """The families found that have a passage still, each with its likest witness and how much of the two is shared."""
    found: dict[int, tuple[float, Place]] = {}
    for number, other in shelves.get(place.article_id, ()):
        if same_passage(place, other):
            share = place.span.overlap(other.span) / max(len(place.span), len(other.span))
            found[number] = max(found.get(number, (0.0, other)), (share, other))
    return found


def _unsettled(family: Family, heirs: Sequence[_Claim], owned: _Shelves) -> Iterator[Place]:
    """What of a family found nobody has decided about: no heir settled it, and no family made by hand has it."""
    settled = _shelved((0, place) for heir in heirs for place in heir.settled)
    for witness in family.witnesses:
        place = witness.place
        near = (other for _, other in settled.get(place.article_id, ()))
        taken = (other for _, other in owned.get(place.article_id, ()))
        if not any(touch(place, other) for other in near) and not any(same_passage(place, other) for other in taken):
            yield place
