"""What was decided of one edit, given to others: nothing that stands there is lost unless a person wants that."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from uuid import uuid4

from workbench.model import Edit, LabelKind, Note, Review, Ruling, Tag, Target
from workbench.rulings import kinds_of
from workbench.snapshot import Snapshot
from workbench.steps import RecordChange

_ANY_TIME = datetime.min.replace(tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Given:
    """What is given: the ids of codes, a note, labels by hand (`None` for none at all), whether it is reviewed.

    With `replacing`, a note or labels by hand that stand there make room.
    """

    codes: tuple[str, ...] = ()
    note: str = ""
    labels: tuple[LabelKind, ...] | None = None
    reviewed: bool = False
    replacing: bool = False


def decided_on(snapshot: Snapshot, target: Target) -> Given:
    """All that was decided of an edit."""
    note, ruling = snapshot.note_on(target), snapshot.ruling_on(target)
    codes = dict.fromkeys(tag.code_id for tag in snapshot.tags_on(target))
    labels = ruling.labels if ruling else None
    return Given(tuple(codes), note.text if note else "", labels, target in snapshot.reviewed)


def changes_by(snapshot: Snapshot, edit: Edit, target: Target, given: Given, now: datetime) -> list[RecordChange]:
    """What has to change on an edit so that it has what is given."""
    return [*_tags(snapshot, target, given, now), *_note(snapshot, target, given, now),
            *_ruling(snapshot, edit, target, given), *_review(snapshot, target, given, now)]  # fmt: skip


def would_change(snapshot: Snapshot, edit: Edit, target: Target, given: Given) -> bool:
    """Whether anything has to change on an edit so that it has what is given."""
    return bool(changes_by(snapshot, edit, target, given, _ANY_TIME))


def stands_in_the_way(snapshot: Snapshot, target: Target, given: Given) -> bool:
    """Whether an edit has a note or labels by hand that are not those given."""
    note, ruling = snapshot.note_on(target), snapshot.ruling_on(target)
    other_note = bool(given.note) and note is not None and note.text != given.note
    return other_note or (given.labels is not None and ruling is not None and ruling.labels != given.labels)


def _tags(snapshot: Snapshot, target: Target, given: Given, now: datetime) -> Iterator[RecordChange]:
    there = {tag.code_id for tag in snapshot.tags_on(target)}
    yield from ((None, Tag(uuid4().hex, code, target, now)) for code in given.codes if code not in there)


def _note(snapshot: Snapshot, target: Target, given: Given, now: datetime) -> Iterable[RecordChange]:
    before = snapshot.note_on(target)
    if given.note and (before is None or (given.replacing and before.text != given.note)):
        yield before, Note(target, given.note, now)


def _ruling(snapshot: Snapshot, edit: Edit, target: Target, given: Given) -> Iterable[RecordChange]:
    before = snapshot.ruling_on(target)
    if given.labels is not None and (before is None or (given.replacing and before.labels != given.labels)):
        yield before, Ruling(target, kinds_of(edit), given.labels)


def _review(snapshot: Snapshot, target: Target, given: Given, now: datetime) -> Iterable[RecordChange]:
    if given.reviewed and target not in snapshot.reviewed:
        yield None, Review(target, now)
