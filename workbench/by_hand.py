"""What a person made of a family: its correction, what the engine had found there, and when it was changed."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import NamedTuple

from workbench.model import Correction, Family, Place
from workbench.ports import HistoryEntry


class CorrectionStep(NamedTuple):
    """One decision on a family: when it was taken, in UTC, and what it was."""

    at: datetime
    summary: str


@dataclass(frozen=True, slots=True)
class ByHand:
    """A family that a person made or changed: its correction, and the families the engine found in its place."""

    correction: Correction
    found: tuple[Family, ...]
    steps: tuple[CorrectionStep, ...] = ()
    """What was decided about it, oldest first."""


class Reshaped(NamedTuple):
    """A passage as the engine found it, and as a person wants it."""

    found: Place
    now: Place


@dataclass(frozen=True, slots=True)
class Difference:
    """How a family differs from what the engine found: borders moved, passages added and taken out."""

    reshaped: tuple[Reshaped, ...]
    added: tuple[Place, ...]
    taken_out: tuple[Place, ...]

    @property
    def nothing(self) -> bool:
        """Whether every passage is as it was found."""
        return not (self.reshaped or self.added or self.taken_out)


def difference(family: Family, found: Iterable[Family]) -> Difference:
    """How a family differs from all that the engine found in its place."""
    before = tuple(dict.fromkeys(witness.place for one in found for witness in one.witnesses))
    now = tuple(witness.place for witness in family.witnesses)
    return Difference(
        tuple(_reshaped(now, before)),
        tuple(place for place in now if not _met(place, before)),
        tuple(place for place in before if not _met(place, now)),
    )


def _reshaped(now: Sequence[Place], before: Sequence[Place]) -> Iterator[Reshaped]:
    for place in now:
        met = [other for other in before if touch(place, other)]
        if met and place not in met:
            yield Reshaped(max(met, key=lambda other: place.span.overlap(other.span)), place)


def _met(place: Place, others: Iterable[Place]) -> bool:
    return any(touch(place, other) for other in others)


def touch(one: Place, other: Place) -> bool:
    """Whether two places have text in common."""
    return one.article_id == other.article_id and one.span.overlap(other.span) > 0


def steps_by_correction(history: Iterable[HistoryEntry]) -> Mapping[int, tuple[CorrectionStep, ...]]:
    """What was decided about each corrected family and stands, oldest first, by the number of its correction.

    A family that came of others has what was decided about these, too.
    """
    found: dict[int, tuple[CorrectionStep, ...]] = {}
    for entry in history:
        if entry.undone:
            continue
        step = CorrectionStep(entry.at, entry.step.summary)
        before = _numbers(change.before for change in entry.step.changes)
        inherited = tuple(sorted({old for number in before for old in found.get(number, ())}))
        for number in _numbers(change.after for change in entry.step.changes):
            found[number] = (*found.get(number, inherited), step)
    return found


def _numbers(records: Iterable[object]) -> set[int]:
    return {record.number for record in records if isinstance(record, Correction)}
