"""Whole copies of a case: for a person, in a file that was not there before; for ourselves, of a case that is gone."""

import errno
import os
import sqlite3
from contextlib import suppress
from pathlib import Path
from uuid import uuid4

from sqlite_utils import Database

from db.errors import primary_code, sentence, shown
from workbench.errors import UserError
from workbench.progress import ProgressReport
from workbench.reporting.atomic import check_target

_PAGES = 2000
"""So many pages are copied between two reports: about eight megabytes."""


def private_copy(db: Database) -> Database:
    """A copy of all that `db` holds, in a file without a name that goes with its connection."""
    copy = sqlite3.connect("")
    try:
        db.conn.backup(copy)
        if copy.execute("PRAGMA quick_check(1)").fetchone()[0] != "ok":
            raise sqlite3.DatabaseError("the copy is not sound")
        copy.execute("PRAGMA query_only = ON")
        copy.execute("PRAGMA trusted_schema = OFF")
    except BaseException:
        copy.close()
        raise
    return Database(copy, execute_plugins=False)


def save_copy(db: Database, target: Path, report: ProgressReport) -> None:
    """Write all that `db` holds into a new file at `target`, whole or not at all.

    Raises `UserError` when a file is there already or none can be made, `Cancelled` when a person stops it.
    """
    check_target(target)
    if os.path.lexists(target):
        raise UserError(f"“{shown(target)}” is there already and is not overwritten: choose another name for the copy.")
    temporary = target.with_name(f".{target.name[:60]}.{uuid4().hex}.part")
    try:
        _write(db, temporary, report)
        _place(temporary, target)
    except OSError as error:
        if isinstance(error, PermissionError) or error.errno == errno.EROFS:
            folder = shown(target.absolute().parent)
            raise UserError(
                f"The folder “{folder}” cannot be written into: choose another one for the copy."
            ) from error
        raise _refusal(error.strerror or str(error)) from error
    finally:
        for left in (temporary, temporary.with_name(f"{temporary.name}-journal")):
            with suppress(OSError):
                left.unlink(missing_ok=True)


def _write(db: Database, temporary: Path, report: ProgressReport) -> None:
    """Copy page by page what stands at one moment, whatever another window writes meanwhile."""
    with temporary.open("xb"):
        pass
    copy = sqlite3.connect(temporary, isolation_level=None)
    try:
        db.execute("BEGIN")
        try:
            db.execute("SELECT 1 FROM sqlite_schema").fetchone()
            db.conn.backup(
                copy, pages=_PAGES, progress=lambda _, left, total: report("Copying the case", total - left, total)
            )
        finally:
            db.rollback()
        copy.execute("PRAGMA journal_mode = DELETE")  # so that the copy is one file and nothing beside it
    except sqlite3.Error as error:
        if primary_code(error) in (sqlite3.SQLITE_FULL, sqlite3.SQLITE_IOERR, sqlite3.SQLITE_CANTOPEN):
            raise _refusal("the disk has no room for it, or reported a fault") from error
        raise sentence(error, temporary) from error
    finally:
        copy.close()
    with temporary.open("rb+") as file:
        os.fsync(file.fileno())


def _place(temporary: Path, target: Path) -> None:
    """Give the copy its name, in a way that takes nobody else's file away."""
    try:
        os.link(temporary, target)
    except FileExistsError:
        raise
    except OSError:  # a file system without links
        if os.path.lexists(target):
            raise
        temporary.rename(target)
    if os.name == "posix":
        folder = os.open(target.parent, os.O_RDONLY)
        try:
            os.fsync(folder)
        finally:
            os.close(folder)


def _refusal(reason: str) -> UserError:
    return UserError(f"The copy could not be written ({reason}): free some space, or choose another place.")
