"""What the first hundred bytes of a file tell, read before SQLite may touch it.

The layout is that of https://www.sqlite.org/fileformat2.html, section 1.3; all numbers are big-endian.
"""

import stat
from pathlib import Path
from typing import NamedTuple

from db.errors import damaged, shown, unreadable
from workbench.errors import UserError

APPLICATION_ID = 0x5641524D
"""`VARM`: marks an SQLite file as a case of Variorum."""

_MAGIC = b"SQLite format 3\0"
_SIZE = 100


class Header(NamedTuple):
    """The fields of an SQLite header that say whose file it is; `pages` is 0 where the header does not know."""

    application_id: int
    version: int
    page_size: int
    pages: int


def parse(head: bytes) -> Header | None:
    """The header in the first hundred bytes of a file; `None` when they are not those of an SQLite file."""
    if len(head) < _SIZE or not head.startswith(_MAGIC):
        return None

    def number(start: int, length: int = 4) -> int:
        return int.from_bytes(head[start : start + length], "big")

    page_size = number(16, 2)
    counted = number(24) == number(92)
    return Header(number(68), number(60), 65536 if page_size == 1 else page_size, number(28) if counted else 0)


def missing(path: Path) -> bool:
    """Whether nothing stands at `path`, not even something that cannot be read."""
    try:
        path.lstat()
    except FileNotFoundError:
        return True
    except OSError:
        return False
    return False


def companions(path: Path) -> list[Path]:
    """The files that SQLite left beside a case which is open elsewhere or was not closed."""
    beside = (path.with_name(path.name + ending) for ending in ("-wal", "-journal"))
    return [file for file in beside if file.exists()]


def refuse_foreign(path: Path, newest: int) -> Header:
    """The header of the case at `path`, whose version is at most `newest`.

    Raises `UserError` for anything that is not a case, is newer, or ends before its last page; nothing is written.
    """
    size, head = _peek(path)
    if not size:
        raise UserError(f"“{shown(path)}” is empty and not a case: choose another file or a new name.")
    header = parse(head)
    if header is None and _MAGIC.startswith(head[: len(_MAGIC)]):
        raise damaged(path)
    if header is None:
        raise UserError(f"“{shown(path)}” is not a case of Variorum: choose a case, or import the file into one.")
    if header.application_id != APPLICATION_ID:
        raise UserError(f"“{shown(path)}” is a database of another program, not a case of Variorum: choose another.")
    refuse_newer(path, header.version, newest)
    if size < header.page_size * header.pages and not companions(path):
        raise damaged(path)
    return header


def refuse_newer(path: Path, version: int, newest: int) -> None:
    """Raise `UserError` when a case was written by a later version of the program."""
    if version > newest:
        raise UserError(f"“{shown(path)}” was made by a newer version of Variorum: update the program to open it.")


def _peek(path: Path) -> tuple[int, bytes]:
    try:
        mode = path.stat().st_mode
        if stat.S_ISDIR(mode):
            raise UserError(f"“{shown(path)}” is a folder, not a case: choose a file.")
        if not stat.S_ISREG(mode):
            raise UserError(f"“{shown(path)}” is not a file that can hold a case: choose another.")
        with path.open("rb") as file:
            return path.stat().st_size, file.read(_SIZE)
    except FileNotFoundError as error:
        raise UserError(f"There is no case “{shown(path)}” at that place: check the name or make a new one.") from error
    except OSError as error:
        raise unreadable(error, path) from error
