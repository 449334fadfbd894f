"""Writing a file whole or not at all."""

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
    if not path.parent.is_dir():
        raise UserError(f"The folder “{path.parent}” does not exist; make it first or choose another place.")
    if never and path.exists() and path.samefile(never):
        raise UserError(f"“{path}” is the case itself; choose another name for the export.")


def write_whole(path: Path, content: bytes) -> None:
    """Write `content` to `path` by way of a temporary file beside it, so that nobody ever sees half a file.

    Raises `UserError` when the folder, the disk or another program is in the way; an older file is then as it was.
    """
    check_target(path)
    temporary = path.with_name(f".{path.name[:60]}.{uuid4().hex}.part")
    try:
        with temporary.open("xb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        temporary.replace(path)
    except OSError as error:
        raise UserError(_reason(path, error)) from error
    finally:
        with suppress(OSError):
            temporary.unlink(missing_ok=True)


def _reason(path: Path, error: OSError) -> str:
    if isinstance(error, PermissionError):
        return (
            f"“{path}” could not be written; close it if another program has it open, "
            "or choose a folder that you may write to."
        )
    return f"“{path}” could not be written ({error.strerror or error}); free some space or choose another place."
