"""Families that a person has touched keep their witnesses when passages are found anew, so that decisions stand.

Tags and notes on edits hold as long as both passages stay as they were, character for character. So a touched family
is not what the engine makes of it today: it is what it was, and what is new joins it.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain

from workbench.by_hand import touch
from workbench.model import BaseChoice, Correction, Derivation, Family, Note, Place, Review, Ruling, Tag, Target
from workbench.ports import FoundFamily
from workbench.snapshot import same_passage
from workbench.steps import Record


def kept(found: Sequence[FoundFamily], before: Sequence[Family], decisions: Iterable[Record]) -> list[FoundFamily]:
    """The families to keep: those found, with the families `before` that a person has touched in their midst.

    A touched family takes the place of the one found that has most of its passages; every witness that is new there
    joins it, but none that belongs to another touched family. One that is found no more stays as it was, and what is
    found of it a second time, in a family with nothing new, goes, unless that stood beside it `before` just so. All
    others are as they were found, in that order.
    """
    touched = list(_touched(before, decisions))
    old = [_Old(family) for family in touched]
    if not old:
        return list(found)
    heirs = _heirs(old, found)
    claims = _shelved((number, one.places) for number, one in enumerate(old))
    grown = {
        number: one.joined_by(found[heirs[number]], number, claims) if number in heirs else one.as_found
        for number, one in enumerate(old)
    }
    taken = {heir: grown[number] for number, heir in heirs.items()}
    shelves = _shelved((number, family.places) for number, family in grown.items())
    mine = {family.id for family in touched}
    beside = {frozenset(one.place for one in family.witnesses) for family in before if family.id not in mine}
    rest = (
        taken.get(number, family)
        for number, family in enumerate(found)
        if number in taken or frozenset(family.places) in beside or not _is_held(family, shelves)
    )
    lost = (family for number, family in grown.items() if number not in heirs)
    return sorted(chain(rest, lost), key=lambda family: (family.boilerplate, -len(family.places)))


_Shelves = Mapping[int, Sequence[tuple[int, Place]]]
"""By article, the witnesses in it, each with the number of its family."""


def _shelved(families: Iterable[tuple[int, Iterable[Place]]]) -> _Shelves:
    shelves: defaultdict[int, list[tuple[int, Place]]] = defaultdict(list)
    for number, places in families:
        for place in places:
            shelves[place.article_id].append((number, place))
    return shelves


class _Old:
    """A family that a person has touched."""

    def __init__(self, family: Family) -> None:
        self.places = tuple(witness.place for witness in family.witnesses)
        self._boilerplate = family.boilerplate

    @property
    def as_found(self) -> FoundFamily:
        """The family as it was."""
        return FoundFamily(self.places, self._boilerplate)

    def likenesses(self, shelves: _Shelves) -> dict[int, float]:
        """By the number of each family found: how many passages are in it still, each counted by its share that is."""
        likenesses: defaultdict[int, float] = defaultdict(float)
        for place in self.places:
            best: dict[int, float] = {}
            for number, other in shelves[place.article_id]:
                if same_passage(place, other):
                    best[number] = max(best.get(number, 0.0), _share(place, other))
            for number, share in best.items():
                likenesses[number] += share
        return likenesses

    def joined_by(self, family: FoundFamily, number: int, claims: _Shelves) -> FoundFamily:
        """The family with what is new in another one: it touches none of its witnesses, and no other one claims it.

        `number` is that of this family among the `claims`.
        """
        new = (
            place
            for place in family.places
            if not any(touch(place, own) for own in self.places)
            and not any(owner != number and same_passage(place, own) for owner, own in claims[place.article_id])
        )
        return FoundFamily(tuple(sorted((*self.places, *new))), self._boilerplate)


def _heirs(old: Sequence[_Old], found: Sequence[FoundFamily]) -> dict[int, int]:
    """For every touched family the number of the one found that it goes on in, likest first; no two go on in one."""
    shelves = _shelved((number, family.places) for number, family in enumerate(found))
    likenesses = (
        (-likeness, mine, theirs)
        for mine, one in enumerate(old)
        for theirs, likeness in one.likenesses(shelves).items()
    )
    taken: set[int] = set()
    heirs: dict[int, int] = {}
    for _, mine, theirs in sorted(likenesses):
        if mine not in heirs and theirs not in taken:
            heirs[mine] = theirs
            taken.add(theirs)
    return heirs


def _is_held(family: FoundFamily, shelves: _Shelves) -> bool:
    """Whether one family of the shelves has all passages of another."""
    holders: set[int] | None = None
    for place in family.places:
        here = {number for number, own in shelves[place.article_id] if same_passage(place, own)}
        holders = here if holders is None else holders & here
        if not holders:
            return False
    return True


def _share(one: Place, other: Place) -> float:
    return one.span.overlap(other.span) / max(len(one.span), len(other.span))


def _touched(families: Sequence[Family], decisions: Iterable[Record]) -> Iterator[Family]:
    """The families that any decision is about, in their order."""
    if not families:
        return
    shelves = _shelved((number, [w.place for w in family.witnesses]) for number, family in enumerate(families))
    touched: set[int] = set()
    for decision in decisions:
        match decision:
            case Tag(target=target) | Note(target=target) | Review(target=target) | Ruling(target=target):
                touched |= _about(target, shelves)
            case Derivation(place, parent):
                ends = (place, parent) if parent else (place,)
                touched |= {number for end in ends for number, own in shelves[end.article_id] if own == end}
            case Correction(places=places, settled=settled):
                touched |= {
                    number for end in (*places, *settled) for number, own in shelves[end.article_id] if own == end
                }
            case BaseChoice(place):
                touched |= {number for number, own in shelves[place.article_id] if same_passage(place, own)}
    yield from (families[number] for number in sorted(touched))


def _about(target: Target, shelves: _Shelves) -> set[int]:
    """The families with a witness at the target, or with one on either side of an edit."""
    if target.base is None:
        return {number for number, own in shelves[target.place.article_id] if own == target.place}
    base = target.base
    on_base = {(number, own) for number, own in shelves[base.article_id] if own.span.contains(base.span)}
    return {
        number
        for number, own in shelves[target.place.article_id]
        if own.span.contains(target.place.span) and any(other == number and place != own for other, place in on_base)
    }
