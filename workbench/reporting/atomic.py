"""Writing a file whole or not at all."""

import errno
import os
from contextlib import suppress
from pathlib import Path
from uuid import uuid4

from workbench.errors import UserError


def check_target(path: Path, *, never: Path | None = None) -> None:
    """Raise `UserError` when `path` cannot become a file or is the file `never`, before anything is computed for it."""
    try:
        _check(path, never)
    except OSError as error:  # a name that is too long, a folder that may not be looked into
        raise UserError(_reason(path, error)) from error


def _check(path: Path, never: Path | None) -> None:
    if path.is_dir():
        raise UserError(f"“{path}” is a folder; choose the name of a file.")
    if path.exists() and not path.is_file():  # a file that is moved there would take the place of the device
        raise UserError(f"“{path}” is a device or a pipe and no ordinary file; choose another name.")
    folder = _behind_links(path).parent
    if not folder.is_dir():
        raise UserError(f"The folder “{folder}” does not exist; make it first or choose another place.")
    if never and path.exists() and path.samefile(never):
        raise UserError(f"“{path}” is the case itself; choose another name for the export.")


def write_whole(path: Path, content: bytes) -> None:
    """Write `content` to `path` by way of a temporary file beside it, so that nobody ever sees half a file.

    Where `path` is a link, the file that it leads to is written. Raises `UserError` when the folder, the disk or
    another program is in the way; an older file is then as it was.
    """
    check_target(path)
    target = _behind_links(path)
    temporary = target.with_name(f".{target.name[:60]}.{uuid4().hex}.part")
    try:
        with temporary.open("xb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        temporary.replace(target)
    except OSError as error:
        raise UserError(_reason(path, error)) from error
    finally:
        with suppress(OSError):
            temporary.unlink(missing_ok=True)


def _behind_links(path: Path) -> Path:
    """The path itself, or the one that a link leads to in the end; raises `OSError` for links in a circle."""
    if not path.is_symlink():
        return path
    real = Path(os.path.realpath(path))
    if real.is_symlink():
        raise OSError(errno.ELOOP, "the links go in a circle")
    return real


def _reason(path: Path, error: OSError) -> str:
    if isinstance(error, PermissionError):
        return (
            f"“{path}” could not be written; close it if another program has it open, "
            "or choose a folder that you may write to."
        )
    return f"“{path}” could not be written ({error.strerror or error}); free some space or choose another place."
