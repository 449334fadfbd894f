"""The one place where an error of SQLite becomes a sentence."""

import sqlite3
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from workbench.errors import UserError, VariorumError

_SENTENCES = {
    sqlite3.SQLITE_BUSY: "Another window is busy with “{name}”; nothing was lost, try again in a moment.",
    sqlite3.SQLITE_LOCKED: "Another window is busy with “{name}”; nothing was lost, try again in a moment.",
    sqlite3.SQLITE_FULL: "The disk that holds “{name}” is full and nothing was changed: free some space and try again.",
    sqlite3.SQLITE_READONLY: "“{name}” is write-protected and can only be looked at: copy it elsewhere to change it.",
    sqlite3.SQLITE_CORRUPT: "“{name}” is damaged and cannot be read: go back to a copy of it.",
    sqlite3.SQLITE_NOTADB: "“{name}” is damaged and cannot be read: go back to a copy of it.",
    sqlite3.SQLITE_CONSTRAINT: "Another window changed “{name}” meanwhile: look at it again and repeat the step.",
    sqlite3.SQLITE_TOOBIG: "A text is too large to be kept in “{name}”: a case takes up to 1 GB in one piece.",
    sqlite3.SQLITE_CANTOPEN: "“{name}” cannot be opened: see whether the file and its folder may be read.",
    sqlite3.SQLITE_PERM: "“{name}” cannot be opened: see whether the file and its folder may be read.",
    sqlite3.SQLITE_IOERR: "The disk that holds “{name}” reported a fault: see that it is connected and has space left.",
}

OR_COPY = "or choose “Save the case as a copy” in the File menu"
GONE = f"“{{name}}” was moved, renamed or deleted while it was open: put it back, open it where it is now, {OR_COPY}."


def shown(path: Path) -> str:
    """The name of a file as it can be shown: bytes that are no text are replaced."""
    return path.name.encode("utf-8", "replace").decode("utf-8")


def primary_code(error: sqlite3.Error) -> int:
    """SQLite's result code without its extension, 0 for errors of the Python module itself."""
    return int(getattr(error, "sqlite_errorcode", 0)) & 0xFF


def sentence(error: sqlite3.Error, path: Path) -> VariorumError:
    """What went wrong, for a person where it is of the user's world, else for the one who mends the program."""
    moved = getattr(error, "sqlite_errorcode", 0) == sqlite3.SQLITE_READONLY_DBMOVED
    pattern = GONE if moved else _SENTENCES.get(primary_code(error))
    if pattern is None:
        return VariorumError(f"The case “{shown(path)}” was misused: {error}")
    return UserError(pattern.format(name=shown(path)))


def damaged(path: Path) -> UserError:
    """The refusal of a file whose inside is not as it was written."""
    return UserError(_SENTENCES[sqlite3.SQLITE_CORRUPT].format(name=shown(path)))


def unreadable(error: OSError, path: Path) -> UserError:
    """The refusal of a file that the system does not let us read, in the system's words."""
    return UserError(f"“{shown(path)}” cannot be read ({error.strerror}): check the file and its folder.")


def stale(path: Path) -> UserError:
    """The refusal of a step that starts from a state which is no longer there."""
    return UserError(_SENTENCES[sqlite3.SQLITE_CONSTRAINT].format(name=shown(path)))


def changed_meanwhile(what: str) -> UserError:
    """The refusal of a step back or forth that is not the one a person saw; `what` is what to do once more."""
    return UserError(f"Another window changed this case meanwhile: look at it and {what} again.")


@contextmanager
def told(path: Path) -> Iterator[None]:
    """Turn whatever goes wrong with the file inside the block into one sentence.

    Values that no case can hold (a span that ends before it starts, an unknown kind of zone) mean damage too.
    """
    try:
        yield
    except sqlite3.Error as error:
        raise sentence(error, path) from error
    except OSError as error:
        raise unreadable(error, path) from error
    except (ValueError, KeyError, zlib.error) as error:
        raise damaged(path) from error
