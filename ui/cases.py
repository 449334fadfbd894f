"""Which case a start without arguments shows: the one used last, or the sample case. Knows no Qt."""

import json
import os
import tempfile
from contextlib import suppress
from pathlib import Path

import platformdirs

from workbench.errors import UserError
from workbench.ports import CaseStore, OpenCase
from workbench.reporting.atomic import write_whole
from workbench.resources import RESOURCES

SAMPLE_PAGES = RESOURCES / "sample"
"""The folder of saved pages that the sample case is made of."""
_NAME = "Variorum"
_KEPT = 10


def first_case() -> tuple[Path, Path | None]:
    """The case to open in a window, and for the sample case the folder that fills it while it is new or empty."""
    sample, pages = sample_case()
    latest = next(iter(recent_cases()), sample)
    return latest, pages if latest == sample else None


def sample_case() -> tuple[Path, Path]:
    """Where the sample case is kept, and the folder that fills it: what a start without a window works on."""
    return _data_folder() / "Sample case.variorum", SAMPLE_PAGES


def recent_cases() -> list[Path]:
    """The cases opened last and still there, newest first."""
    try:
        listed = json.loads(_list_file().read_text("utf-8"))
    except (OSError, ValueError):
        return []
    paths = [Path(name) for name in listed if isinstance(name, str)] if isinstance(listed, list) else []
    return [path for path in paths if is_there(path)]


def is_there(path: Path) -> bool:
    """Whether a file stands at a path; no where one may not look, and where no file can have such a name."""
    return os.path.isfile(path)  # noqa: PTH113 - `Path.is_file` raises then, on the oldest Python we run on


def remember_case(path: Path) -> None:
    """Put a case at the head of the recent ones. A list that cannot be written troubles nobody."""
    path = path.absolute()
    names = [str(path), *(str(other) for other in recent_cases() if other != path)]
    with suppress(OSError, UserError):
        _list_file().parent.mkdir(parents=True, exist_ok=True)
        write_whole(_list_file(), json.dumps(names[:_KEPT], ensure_ascii=False, indent=1).encode("utf-8", "replace"))


def remembering(open_case: OpenCase) -> OpenCase:
    """The same way into cases, which puts every case it opened among the recent ones."""

    def opened(path: Path, *, create: bool = False) -> CaseStore:
        store = open_case(path, create=create)
        remember_case(path)
        return store

    return opened


def _list_file() -> Path:
    return platformdirs.user_state_path(_NAME, appauthor=False) / "recent.json"


def _data_folder() -> Path:
    """The user's data folder for this program; a temporary one where none can be made."""
    folder = platformdirs.user_data_path(_NAME, appauthor=False)
    with suppress(OSError):
        folder.mkdir(parents=True, exist_ok=True)
    return folder if os.access(folder, os.W_OK) else Path(tempfile.mkdtemp(prefix="variorum-"))
