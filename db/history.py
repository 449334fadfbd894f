"""The history of a case as a log: read page by page, and gone back to any of its steps in one go."""

from typing import Any

from sqlite_utils import Database

from db import steps
from db.texts import restored_time
from workbench.ports import HistoryEntry
from workbench.progress import ProgressReport

_PAGE = "SELECT id, at, summary, changes, undone FROM history WHERE id < ? ORDER BY id DESC LIMIT ?"
_LARGEST = 2**63 - 1
_NEWER_DONE = "SELECT id, summary, changes FROM history WHERE NOT undone AND id > ? ORDER BY id DESC"
_OLDER_UNDONE = "SELECT id, summary, changes FROM history WHERE undone AND id <= ? ORDER BY id"


def page(db: Database, before: int | None, most: int) -> tuple[HistoryEntry, ...]:
    """At most `most` steps, newest first; only those older than the step `before`, where one is given."""
    return tuple(map(_entry, db.execute(_PAGE, [_LARGEST if before is None else before, most])))


def _entry(row: tuple[Any, ...]) -> HistoryEntry:
    number, at, summary, changes, undone = row
    return HistoryEntry(restored_time(at), steps.restored_step(summary, changes), bool(undone), number)


def newest_done(db: Database) -> int:
    """The id of the newest step that is not undone; 0 when there is none."""
    return int(db.execute("SELECT coalesce(max(id), 0) FROM history WHERE NOT undone").fetchone()[0])


def wind(db: Database, to: int, report: ProgressReport) -> int:
    """Take back every step after the step `to`, or do those again that were undone, up to it; returns how many.

    The caller holds the transaction. Raises `steps.Conflict` where a record is not as a step left it.
    """
    back = db.execute(_NEWER_DONE, [to]).fetchall()
    again = db.execute(_OLDER_UNDONE, [to]).fetchall() if not back else []
    stage, undone = ("Taking steps back", 1) if back else ("Doing steps again", 0)
    rows = back or again
    for done, (number, summary, changes) in enumerate(rows):
        report(stage, done, len(rows))
        step = steps.restored_step(summary, changes)
        steps.apply(db, step.inverse() if undone else step)
        db.execute("UPDATE history SET undone = ? WHERE id = ?", [undone, number])
    return len(rows)
