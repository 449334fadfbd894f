"""What people said of a whole passage goes along when a person moves its borders."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import TypeVar

from workbench.model import BaseChoice, Derivation, Note, Place, Review, Ruling, Target
from workbench.snapshot import Snapshot, same_passage
from workbench.steps import RecordChange

Moves = Mapping[Place, Place]
"""Where passages were, and where they are to be."""
_ByTarget = TypeVar("_ByTarget", Review, Ruling)


def moved_along(snapshot: Snapshot, moves: Moves) -> list[RecordChange]:
    """The changes that take tags, notes, reviews, rulings, descent and bases of whole passages to where these go.

    What is said of an edit stays where it is. Where something of the same kind stands there already, codes are not put
    on twice, and the texts of two notes become one.
    """
    whole = {witness.place for family in snapshot.families for witness in family.witnesses} | set(moves)
    to = _Moving(moves, whole)
    pairs = [
        *_tags(snapshot, to),
        *_by_target(snapshot.reviews, to),
        *_by_target(snapshot.rulings, to),
        *_derivations(snapshot.derivations, to),
        *_choices(snapshot.base_choices, to),
        *_notes(snapshot.notes, to),
    ]
    gone: list[RecordChange] = [(before, None) for before, _ in pairs if before]
    return gone + [(None, after) for _, after in pairs if after]


class _Moving:
    """Says where a place or a target goes."""

    def __init__(self, moves: Moves, whole: set[Place]) -> None:
        self.moves, self._whole = moves, whole

    def place(self, place: Place) -> Place:
        """Where a place goes; where it is when it stays."""
        return self.moves.get(place, place)

    def target(self, target: Target) -> Target:
        """Where a target goes that is a whole passage, or two of them side by side."""
        if target.base is None:
            return Target(self.place(target.place))
        if target.place in self._whole and target.base in self._whole:
            return Target(self.place(target.place), self.place(target.base))
        return target


def _tags(snapshot: Snapshot, to: _Moving) -> Iterator[RecordChange]:
    put: set[tuple[str, Target]] = {
        (tag.code_id, tag.target) for tag in snapshot.tags if to.target(tag.target) == tag.target
    }
    for tag in snapshot.tags:
        target = to.target(tag.target)
        if target != tag.target:
            there = (tag.code_id, target) in put
            put.add((tag.code_id, target))
            yield tag, None if there else replace(tag, target=target)


def _by_target(records: Sequence[_ByTarget], to: _Moving) -> Iterator[RecordChange]:
    held = {record.target for record in records if to.target(record.target) == record.target}
    for record in records:
        target = to.target(record.target)
        if target != record.target:
            yield record, None if target in held else replace(record, target=target)
            held.add(target)


def _derivations(records: Iterable[Derivation], to: _Moving) -> Iterator[RecordChange]:
    known = list(records)
    held = {one.place for one in known if to.place(one.place) == one.place}
    for one in known:
        place, parent = to.place(one.place), to.place(one.parent) if one.parent else None
        if (place, parent) == (one.place, one.parent):
            continue
        clashes = place == parent or (place != one.place and place in held)
        held.add(place)
        yield one, None if clashes else Derivation(place, parent)


def _choices(records: Sequence[BaseChoice], to: _Moving) -> Iterator[RecordChange]:
    def where(place: Place) -> Place:
        return next((new for old, new in to.moves.items() if same_passage(place, old)), place)

    held = {one.place for one in records if where(one.place) == one.place}
    for one in records:
        place = where(one.place)
        if place != one.place:
            yield one, None if place in held else BaseChoice(place)
            held.add(place)


def _notes(notes: Iterable[Note], to: _Moving) -> Iterator[RecordChange]:
    """Notes on one target become one text, that which was there first, so that no word is lost."""
    gathered: dict[Target, list[Note]] = {}
    for note in notes:
        gathered.setdefault(to.target(note.target), []).append(note)
    for target, found in gathered.items():
        if [note.target for note in found] != [target]:
            yield from ((note, None) for note in found)
            yield None, Note(target, "\n\n".join(note.text for note in found), max(note.changed for note in found))
