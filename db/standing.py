"""Whether a case that is open still stands where it was opened.

On Unix a file that was deleted or moved goes on being written through its open handle, and nobody is told: a step would
be kept in a file that stands nowhere. SQLite looks for that only where it does not write ahead.
"""

import stat
from pathlib import Path
from typing import NamedTuple

from db.errors import GONE, OR_COPY, shown

FOLDER_GONE = f"The folder of “{{name}}” is gone or cannot be reached: bring it back to go on, {OR_COPY}."
REPLACED = f"Another file stands in the place of “{{name}}” now: open that one to work on it, {OR_COPY}."
PROTECTED = f"“{{name}}” was made read-only while it was open: allow writing to it again to go on, {OR_COPY}."
UNREACHABLE = f"“{{name}}” cannot be reached ({{reason}}): see that its disk is connected, {OR_COPY}."


class Standing(NamedTuple):
    """What the system says of a file: which one it is, whether anyone may write to it, when it was last written."""

    device: int
    number: int
    protected: bool
    written: int
    size: int

    def same_file(self, other: "Standing") -> bool:
        """Whether both are about one file; a system that numbers no files is taken at its word."""
        return (self.device, self.number) == (other.device, other.number) or not (self.number and other.number)


def standing_of(path: Path) -> Standing:
    """How the file at `path` stands, behind links too; raises `OSError` when there is none."""
    found = path.stat()
    protected = not found.st_mode & (stat.S_IWUSR | stat.S_IWGRP | stat.S_IWOTH)
    return Standing(found.st_dev, found.st_ino, protected, found.st_mtime_ns, found.st_size)


class Loss(NamedTuple):
    """Why nothing may be written, in one sentence; `away` when the file that was opened is not at its place."""

    sentence: str
    away: bool


def loss_of(path: Path, opened: Standing) -> Loss | None:
    """What has become of the case at `path` since it was `opened`; `None` while it stands there as it was.

    The file is only asked after, not opened: on Unix, closing it would let go of the locks that SQLite holds on it.
    """
    name = shown(path)
    try:
        now = standing_of(path)
        if not now.same_file(opened):
            return Loss(REPLACED.format(name=name), away=True)
    except FileNotFoundError:
        return Loss((GONE if path.parent.is_dir() else FOLDER_GONE).format(name=name), away=True)
    except NotADirectoryError:
        return Loss(FOLDER_GONE.format(name=name), away=True)
    except OSError as error:
        return Loss(UNREACHABLE.format(name=name, reason=error.strerror or error), away=True)
    if now.protected and not opened.protected:
        return Loss(PROTECTED.format(name=name), away=False)
    return None
