"""Steps as JSON, so that the history of a case outlives the session that made it."""

from functools import lru_cache
from typing import Any

from sqlite_utils import Database

from db.records import (
    amendment_of_row,
    derivation_of_row,
    kind_of,
    row_of_amendment,
    row_of_derivation,
    row_of_settings,
    row_of_target,
    settings_of_row,
    target_of_row,
)
from db.texts import restored, restored_json, restored_time, stored_json, stored_time
from workbench.amendments import Amendment
from workbench.model import BaseChoice, Change, Code, Derivation, Dismissal, Note, Place, Record, Step, Tag
from workbench.settings import Settings
from workbench.spans import Span


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
    return other is not None and _key(one) == _key(other)


def _key(record: Record) -> object:
    match record:
        case Code() | Tag():
            return type(record), record.id
        case Note():
            return Note, record.target
        case BaseChoice():
            return BaseChoice, record.place
        case Settings():
            return Settings
        case Amendment():
            return Amendment, record.list_id, record.key
        case Derivation():
            return Derivation, record.place
        case Dismissal():
            return record


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
    match record:
        case None:
            return None
        case Code(id, name, colour, digit, description):
            fields = {"id": id, "name": name, "colour": colour, "digit": digit, "description": description}
            return {"kind": "code", **fields}
        case Tag(id, code_id, target, created):
            fields = {"id": id, "code_id": code_id, "created": stored_time(created)}
            return {"kind": "tag", **fields, **row_of_target(target)}
        case Note(target, text, changed):
            return {"kind": "note", **row_of_target(target), "text": text, "changed": stored_time(changed)}
        case BaseChoice(Place(article_id, Span(start, end))):
            return {"kind": "base choice", "article_id": article_id, "start": start, "end": end}
        case Settings():
            return {"kind": "settings", **row_of_settings(record)}
        case Amendment():
            return {"kind": "amendment", **row_of_amendment(record)}
        case Derivation():
            return {"kind": "derivation", **row_of_derivation(record)}
        case Dismissal(key):
            return {"kind": "dismissal", "key": key}


def _record(value: dict[str, Any] | None) -> Record | None:
    if value is None:
        return None
    match value["kind"]:
        case "code":
            return Code(value["id"], value["name"], value["colour"], value["digit"], value["description"])
        case "tag":
            return Tag(value["id"], value["code_id"], target_of_row(value), restored_time(value["created"]))
        case "note":
            return Note(target_of_row(value), value["text"], restored_time(value["changed"]))
        case "base choice":
            return BaseChoice(Place(value["article_id"], Span(value["start"], value["end"])))
        case "settings":
            return settings_of_row(value)
        case "amendment":
            return amendment_of_row(value)
        case "derivation":
            return derivation_of_row(value)
        case "dismissal":
            return Dismissal(value["key"])
        case kind:
            raise ValueError(f"no such kind of record: {kind}")
