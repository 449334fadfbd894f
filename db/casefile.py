"""The way into a case file."""

import os
from pathlib import Path

from sqlite_utils import Database

from db.connection import connect, open_uri, prepare_for_writing, transaction
from db.errors import shown, told
from db.header import APPLICATION_ID, missing, refuse_foreign
from db.migrations import VERSION, migrate
from db.records import CODES
from db.store import CaseFile
from workbench.codebook import default_codes
from workbench.errors import UserError


def open_case(path: Path, *, create: bool = False) -> CaseFile:
    """Open the case at `path`, or make an empty one there when `create` is set and no file is.

    An older case is brought to this version. Where the file or its folder is write-protected, the case is opened for
    looking only. The case belongs to the thread that opened it.

    Raises `UserError`, and changes nothing, for a file that is not a case, is newer than this program, is damaged or
    cannot be read.
    """
    if create and missing(path):
        _create(path)
    real = Path(os.path.realpath(path))  # SQLite's own files stand beside what a link points to
    header = refuse_foreign(real, VERSION)
    db, read_only = connect(real)
    try:
        if header.version < VERSION:
            _bring_up_to_date(db, real, read_only)
    except BaseException:
        db.close()
        raise
    return CaseFile(db, path, read_only)


def _bring_up_to_date(db: Database, path: Path, read_only: bool) -> None:
    if read_only:
        raise UserError(
            f"“{shown(path)}” was made by an older version of Variorum and is write-protected: "
            "copy it to another folder, where it can be brought up to date."
        )
    with told(path), transaction(db):
        migrate(db)


def _create(path: Path) -> None:
    """Make an empty case; a file that is there is left alone, and what could not be finished is removed."""
    try:
        path.open("xb").close()
    except FileExistsError:
        return
    except OSError as error:
        raise UserError(
            f"“{shown(path)}” cannot be made in that folder ({error.strerror}): choose another folder or name."
        ) from error
    try:
        with told(path):
            _fill(path)
    except BaseException:
        for left in (path, path.with_name(f"{path.name}-journal"), path.with_name(f"{path.name}-wal")):
            left.unlink(missing_ok=True)
        raise


def _fill(path: Path) -> None:
    db = open_uri(path, "mode=rw")
    try:
        with transaction(db):
            db.execute(f"PRAGMA application_id = {APPLICATION_ID}")
            migrate(db)
            for code in default_codes():
                CODES.insert(db, code)
        prepare_for_writing(db, path)
    finally:
        db.close()
