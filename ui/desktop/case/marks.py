"""Which families the tags, notes and choices of a person are about."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from operator import attrgetter
from typing import Any

from workbench.model import Family, Place, Target
from workbench.snapshot import Snapshot

_DECISIONS = ("tags", "notes", "base_choices", "reviews", "rulings")


@dataclass(frozen=True, slots=True)
class Marks:
    """The ids of the codes on a family and its edits, and what the notes say."""

    codes: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()


def marks_of(snapshot: Snapshot, families: Iterable[Family]) -> dict[int, Marks]:
    """The marks of the families that have any, by the families' ids."""
    placed = _placed(snapshot)
    found = {}
    for family in families:
        codes: dict[str, None] = {}
        notes: list[str] = []
        for witness in family.witnesses:
            for place, code, note in placed.get(witness.place.article_id, ()):
                if witness.place.holds(place):
                    codes |= dict.fromkeys([code] if code else [])
                    notes += [note] if note else []
        if codes or notes:
            found[family.id] = Marks(tuple(codes), tuple(notes))
    return found


def _placed(snapshot: Snapshot) -> dict[int, list[tuple[Place, str, str]]]:
    """Tags (the id of the code) and notes (the text) by article."""
    found: dict[int, list[tuple[Place, str, str]]] = defaultdict(list)
    for tag in snapshot.tags:
        found[tag.target.place.article_id].append((tag.target.place, tag.code_id, ""))
    for note in snapshot.notes:
        found[note.target.place.article_id].append((note.target.place, "", note.text))
    return found


def difference(before: Snapshot, after: Snapshot) -> Iterator[Any]:
    """The decisions that stand in one of two states of a case only."""
    for name in _DECISIONS:
        yield from _in_one(getattr(before, name), getattr(after, name))


def _in_one(before: Sequence[Any], after: Sequence[Any]) -> set[Any]:
    """What stands in one of two rows only; a row mostly differs by what was put to its end, or one that is gone."""
    if before is after:
        return set()
    start, most = 0, min(len(before), len(after))
    while start < most and before[start] == after[start]:
        start += 1
    end = 0
    while end < most - start and before[-1 - end] == after[-1 - end]:
        end += 1
    return set(before[start : len(before) - end]) ^ set(after[start : len(after) - end])


def article_ids_of(decisions: Iterable[Any]) -> Iterator[int]:
    """The articles that some decisions are about."""
    for decision in decisions:
        target = getattr(decision, "target", None)
        yield from _articles(target if isinstance(target, Target) else Target(attrgetter("place")(decision)))


def _articles(target: Target) -> Iterator[int]:
    yield target.place.article_id
    if target.base is not None:
        yield target.base.article_id
