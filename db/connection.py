"""How SQLite is brought to a case file: for writing where that can be, else for looking, never for anything else.

Opening rules are those of https://www.sqlite.org/wal.html, sections 5 and 6.
"""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from urllib.parse import quote_from_bytes

from sqlite_utils import Database

from db.disks import on_network
from db.errors import damaged, primary_code, shown, told
from db.header import companions, refuse_newer
from db.migrations import VERSION
from db.schema import expected_schema, schema_of
from workbench.errors import UserError

BUSY_SECONDS = 5.0
"""How long a step waits for another window before it gives up."""

_CHECKED_WHOLE = 256 * 1024 * 1024  # bytes; checking every page takes 1.3 ms a megabyte, a third of a second here


def connect(path: Path) -> tuple[Database, bool]:
    """A connection to the case at `path`, whose header is known to be good, and whether it can only read.

    Raises `UserError` when the file is damaged or cannot be opened; a file that nobody has open is inspected before
    anything may write to it.
    """
    inspected = not companions(path)
    if inspected:
        _inspect_untouched(path)
    db = _connect_for_writing(path) if _writable(path) else None
    read_only = db is None
    db = db or _connect_for_reading(path)
    if not inspected:
        _inspect_or_close(db, path)
    return db, read_only


def inspect(db: Database, path: Path) -> None:
    """Raise `UserError` when the file is newer than the program, damaged, or holds tables that are none of ours.

    Triggers and views of a stranger would run inside our own statements, so they count as damage.
    """
    with told(path):
        version = int(db.execute("PRAGMA user_version").fetchone()[0])
        refuse_newer(path, version, VERSION)
        if path.stat().st_size <= _CHECKED_WHOLE and db.execute("PRAGMA quick_check(1)").fetchone()[0] != "ok":
            raise damaged(path)
        if schema_of(db) != expected_schema(version):
            raise damaged(path)


def open_uri(path: Path, query: str) -> Database:
    """A connection by URI, with the settings that every connection to a case has. Belongs to this thread."""
    posix = path.absolute().as_posix().encode("utf-8", "surrogateescape")
    uri = f"file:///{quote_from_bytes(posix.removeprefix(b'/'))}?{query}"
    connection = sqlite3.connect(uri, uri=True, timeout=BUSY_SECONDS)
    try:
        connection.execute("PRAGMA trusted_schema = OFF")
        connection.execute("PRAGMA cell_size_check = ON")
        connection.execute("PRAGMA foreign_keys = ON")
        return Database(connection, execute_plugins=False)
    except BaseException:
        connection.close()
        raise


@contextmanager
def transaction(db: Database) -> Iterator[None]:
    """One transaction, which has the lock from its beginning: what it reads stays true until it is done."""
    db.execute("BEGIN IMMEDIATE")
    try:
        yield
        db.commit()
    except BaseException:
        db.rollback()
        raise


def empty_log(db: Database) -> None:
    """Leave nothing in the log of a step that is in the file: whatever else came to stand there would be given it.

    Where another window is reading just now, the log stays until the next step. What is done is done in any event.
    """
    with suppress(sqlite3.Error):
        patience = db.execute("PRAGMA busy_timeout").fetchone()[0]
        db.execute("PRAGMA busy_timeout = 0")
        try:
            db.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        finally:
            db.execute(f"PRAGMA busy_timeout = {patience}")


def remove_empty_log(path: Path) -> None:
    """Take away what is left beside a case that is gone; a log with anything in it stays."""
    with suppress(OSError):
        log = path.with_name(f"{path.name}-wal")
        if not (log.exists() and log.stat().st_size):
            log.unlink(missing_ok=True)
            path.with_name(f"{path.name}-shm").unlink(missing_ok=True)


def _inspect_untouched(path: Path) -> None:
    """Inspect a file that nobody has open, in the one way that leaves nothing beside it."""
    with told(path):
        db = open_uri(path, "mode=ro&immutable=1")
    _inspect_or_close(db, path)
    db.close()


def _inspect_or_close(db: Database, path: Path) -> None:
    try:
        inspect(db, path)
    except BaseException:
        db.close()
        raise


def _writable(path: Path) -> bool:
    try:
        with path.open("r+b"):
            return True
    except OSError:
        return False


def _connect_for_writing(path: Path) -> Database | None:
    """A connection that may write; `None` when the folder does not let SQLite work there."""
    with told(path):
        db = open_uri(path, "mode=rw")
        try:
            prepare_for_writing(db, path)
        except sqlite3.OperationalError as error:
            db.close()
            if primary_code(error) in (sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_READONLY, sqlite3.SQLITE_PERM):
                return None
            raise
        except BaseException:
            db.close()
            raise
    return db


def prepare_for_writing(db: Database, path: Path) -> None:
    """Write ahead, so that readers and a writer do not wait for each other, and no tag is lost when the power goes.

    Every step goes on into the file itself at once, so that a copy made while the case is open has it. Where windows
    cannot share memory (a network drive, a file system that SQLite knows to be unfit), they take turns instead.
    """
    if on_network(path) or not _writes_ahead(db):
        _take_turns(db)
    db.execute("PRAGMA synchronous = EXTRA")  # FULL does not wait for the journal to be gone where windows take turns
    db.execute("PRAGMA fullfsync = ON")  # on macOS nothing less waits for the disk
    db.execute("PRAGMA wal_autocheckpoint = 1")


def _writes_ahead(db: Database) -> bool:
    """Whether the file could be set to be written ahead; SQLite answers with the mode in which it really is."""
    try:
        return bool(db.execute("PRAGMA journal_mode = WAL").fetchone()[0] == "wal")
    except sqlite3.OperationalError as error:
        if primary_code(error) != sqlite3.SQLITE_CANTOPEN:
            raise
        return False


def _take_turns(db: Database) -> None:
    """Keep a journal for undoing instead of writing ahead.

    A case that was written ahead elsewhere can only be reached without shared memory by one window that has it alone.
    """
    db.execute("PRAGMA locking_mode = EXCLUSIVE")
    db.execute("PRAGMA journal_mode = DELETE")
    db.execute("PRAGMA locking_mode = NORMAL")
    db.execute("SELECT 1 FROM sqlite_schema LIMIT 1").fetchone()  # only now are the locks let go


def _connect_for_reading(path: Path) -> Database:
    """A connection that cannot write. What another window has open is read with it, what nobody has as it stands.

    Raises `UserError` when the file was left unfinished where it cannot be finished.
    """
    unfinished = any(file.stat().st_size for file in companions(path))
    with told(path):
        db = open_uri(path, "mode=ro" if unfinished else "mode=ro&immutable=1")
    try:
        db.execute("PRAGMA schema_version")
    except sqlite3.Error as error:
        db.close()
        raise UserError(
            f"“{shown(path)}” was not closed and cannot be put right on a write-protected disk: "
            "copy it and the files beside it to another folder."
        ) from error
    return db
