"""Small files that a person chose, read in one go: no more than such a file may hold, and nothing that never ends."""

from pathlib import Path

from workbench.errors import UserError


def read_at_most(path: Path, most: int, name: str) -> bytes:
    """The content of a file, of a larger one `most` bytes and one more; raises `UserError`, naming it as `name`.

    A pipe or a device is not opened at all, as one would wait for ever for what comes out of it.
    """
    try:
        if path.exists() and not path.is_file() and not path.is_dir():
            raise UserError(f"“{name}” is no ordinary file: choose a file that was saved.")
        with path.open("rb") as file:
            return file.read(most + 1)
    except (OSError, ValueError) as error:
        reason = error.strerror if isinstance(error, OSError) and error.strerror else error
        raise UserError(f"“{name}” cannot be read: {reason}.") from None
