"""How an open case file is held: read, written and closed, and what is done when it is gone from its place."""

import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from sqlite_utils import Database

from db.connection import connect, empty_log, remove_empty_log, transaction
from db.copies import private_copy, save_copy
from db.errors import primary_code, shown, told
from db.header import refuse_foreign
from db.migrations import VERSION
from db.records import Known
from db.standing import REPLACED, Loss, Standing, loss_of, standing_of
from workbench.errors import UserError, VariorumError
from workbench.progress import ProgressReport, silent

_EPOCH = 1 << 40
"""Revisions of one connection are smaller than this."""


class HeldFile:
    """The connection to a case file, for as long as the file stands where it was opened.

    Where it is gone, a private copy is read in its stead, so that SQLite's own files are let go of, and nothing is
    written; where it is back, so is everything.
    """

    def __init__(self, db: Database, path: Path, read_only: bool) -> None:
        self._db = db
        self._known: Known = {}
        self._path = path
        self._protected = read_only
        self._closed = False
        self._epoch = 0
        self._loss: Loss | None = None
        self._private = False  # whether a copy is read in the place of the file
        self._adrift = False  # whether there is no connection at all
        self._standing: Standing
        self._stranger: Standing | None = None  # what was seen in the place of the file
        self._version = 0
        self._first = ""
        self._get_to_know()

    @property
    def path(self) -> Path:
        """Where the case file stands."""
        return self._path

    @property
    def read_only(self) -> bool:
        """Whether the case can be looked at but not changed, as far as was seen last."""
        return self._protected or self._loss is not None

    def close(self) -> None:
        """Let go of the file; the last window to do so leaves nothing beside it."""
        if self._closed:
            return
        with told(self._path):
            self._db.close()
        self._closed = True

    def revision(self) -> int:
        """A number that differs whenever another window has changed the case since it was asked for last."""
        with self._reading():
            return self._epoch * _EPOCH + self._data_version()

    def loss(self) -> str:
        """Look where the file is; why nothing can be written to it, in one sentence, empty while it stands as it was.

        A case that was opened for looking only has no loss while it is there.
        """
        if self._closed:
            return ""
        self._loss = loss_of(self._path, self._standing)
        if self._loss is not None and self._loss.away:
            self._let_go()
            if self._private and self._another_stands_there():
                self._take_up_again(as_it_was=True)
        elif self._private or self._adrift or self._changed_from_outside():
            self._take_up_again()
        return self._loss.sentence if self._loss else ""

    def save_copy(self, target: Path, report: ProgressReport = silent) -> None:
        """Write the whole case into a new file; raises `UserError` when a file is there, `Cancelled` when stopped."""
        self.loss()
        with self._reading() as db:
            save_copy(db, target, report)

    # How the file is reached

    @contextmanager
    def _reading(self) -> Iterator[Database]:
        if self._closed:
            raise VariorumError(f"The case “{shown(self._path)}” is closed.")
        if self._adrift and self._loss is not None:
            raise UserError(self._loss.sentence)
        with told(self._path):
            yield self._db

    @contextmanager
    def _writing(self) -> Iterator[Database]:
        if self._protected:
            raise UserError(
                f"“{shown(self._path)}” is write-protected and can only be looked at: copy it elsewhere to change it."
            )
        if sentence := self.loss():
            raise UserError(sentence)
        with self._reading() as db:
            with transaction(db):
                yield db
                if (lost := loss_of(self._path, self._standing)) is not None:  # it went while this was going on
                    raise UserError(lost.sentence)
            empty_log(db)
            with suppress(OSError):
                self._standing = standing_of(self._path)._replace(protected=self._standing.protected)

    def _data_version(self) -> int:
        return int(self._db.execute("PRAGMA data_version").fetchone()[0])

    # When it is gone, and when it is back

    def _changed_from_outside(self) -> bool:
        """Whether the file was written by anything but a window of this program, as by copying over it."""
        try:
            now, version = standing_of(self._path), self._data_version()
        except sqlite3.Error as error:
            return primary_code(error) in (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB)
        except OSError:
            return False
        touched = (now.written, now.size) != (self._standing.written, self._standing.size)
        by_window = version != self._version
        self._version = version
        if by_window:
            self._standing = now._replace(protected=self._standing.protected)
        return touched and not by_window

    def _let_go(self) -> None:
        """Read a private copy from now on, and leave what may stand in the place of the file alone.

        A file that cannot even be read any more is held as it is: closing it would not bring it back.
        """
        if self._private or self._adrift:
            return
        try:
            copy = private_copy(self._db)
        except sqlite3.Error:
            return
        self._close_connection()
        self._db, self._private, self._adrift = copy, True, False
        real = Path(os.path.realpath(self._path))
        if not os.path.lexists(real):
            remove_empty_log(real)

    def _another_stands_there(self) -> bool:
        """Whether there is a file at the place that was not there when this was asked last."""
        before, self._stranger = self._stranger, None
        with suppress(OSError):
            self._stranger = standing_of(self._path)
        return self._stranger not in (None, before)

    def _take_up_again(self, *, as_it_was: bool = False) -> None:
        """Connect anew to the file at the place, if it holds this case; `as_it_was` when it must hold just the same."""
        if not self._private:
            self._close_connection()
        real = Path(os.path.realpath(self._path))
        try:
            refuse_foreign(real, VERSION)
            db, protected = connect(real)
        except UserError as error:
            self._loss = self._loss or Loss(str(error), away=True)
            return
        if (self._first and _first_source(db) != self._first) or (as_it_was and _mark(db) != _mark(self._db)):
            db.close()
            self._loss = Loss(REPLACED.format(name=shown(self._path)), away=True)
            return
        self._close_connection()
        self._db, self._protected, self._private, self._adrift = db, protected, False, False
        self._loss = None
        self._get_to_know()

    def _close_connection(self) -> None:
        with suppress(sqlite3.Error):
            self._db.close()
        self._adrift = True
        self._epoch += 1

    def _get_to_know(self) -> None:
        with told(self._path):
            self._standing = standing_of(self._path)
            self._version = self._data_version()
            self._first = _first_source(self._db)


def _first_source(db: Database) -> str:
    """What tells one case from another: sources are never taken out, so the first one stays."""
    found = db.execute("SELECT sha256 FROM sources ORDER BY id LIMIT 1").fetchone()
    return str(found[0]) if found else ""


def _mark(db: Database) -> tuple[object, ...]:
    """What two copies of a case have in common that stand at the same step, with the same sources and families."""
    return (
        *db.execute("SELECT count(*), max(id), max(sha256) FROM sources").fetchone(),
        *db.execute("SELECT count(*), max(id), max(at), total(undone) FROM history").fetchone(),
        *db.execute("SELECT count(*), max(id) FROM witnesses").fetchone(),
    )
