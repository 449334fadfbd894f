"""Steps as JSON, so that the history of a case outlives the session that made it."""

from functools import lru_cache
from typing import Any, cast

from sqlite_utils import Database

from db.records import kind_called, kind_of
from db.texts import restored, restored_json, stored_json
from workbench.steps import Change, Record, Step


class Conflict(Exception):
    """The case does not hold what the step starts from."""


def apply(db: Database, step: Step) -> None:
    """Carry out the changes of a step in order; the caller holds the transaction.

    Raises `Conflict` when a record is not as it was before, because another window was quicker.
    """
    for change in step.changes:
        _apply_change(db, change)


def _apply_change(db: Database, change: Change) -> None:
    before, after = change.before, change.after
    for record in (before, after):
        if record is not None and kind_of(record).find(db, record) != (before if _same_key(record, before) else None):
            raise Conflict
    if before is not None:
        kind_of(before).delete(db, before)
    if after is not None:
        kind_of(after).insert(db, after)


def _same_key(one: Record, other: Record | None) -> bool:
    return type(one) is type(other) and kind_of(one).key_of(one) == kind_of(one).key_of(other)


def stored_changes(step: Step) -> str | bytes:
    """The changes of a step as JSON: a list of pairs, each side `null` or an object with a `kind`."""
    return stored_json([[_object(change.before), _object(change.after)] for change in step.changes])


@lru_cache(maxsize=100_000)
def restored_step(summary: str | bytes, changes: str | bytes) -> Step:
    """The step kept as its summary and its changes. Steps never change, and a case is asked for all of them often."""
    return Step(
        restored(summary),
        tuple(Change(_record(before), _record(after)) for before, after in restored_json(changes)),
    )


def _object(record: Record | None) -> dict[str, Any] | None:
    if record is None:
        return None
    kind = kind_of(record)
    columns = kind.to_row(record).items()
    return {"kind": kind.word, **{name: restored(v) if isinstance(v, bytes) else v for name, v in columns}}


def _record(value: dict[str, Any] | None) -> Record | None:
    return None if value is None else cast("Record", kind_called(value["kind"]).from_row(value))
