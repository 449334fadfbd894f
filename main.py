"""Variorum's composition root: chooses desktop or command line and hands the case file's way in to whichever it is."""

import builtins
import gc
import importlib
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from db.search import WordIndex
from ui.cases import first_case, remembering, sample_case
from ui.cli.guarding import guarded
from ui.display import missing_library, platforms
from workbench.errors import UserError
from workbench.ports import OpenCase


def main(arguments: Sequence[str]) -> int:
    """Run the program and return its exit status.

    Without arguments, or with nothing but a case file, the desktop opens; anything else is a command line.
    """
    if not arguments:
        return guarded(lambda: open_desktop(*(first_case() if platforms() else sample_case())))
    if len(arguments) == 1 and arguments[0].lower().endswith(".variorum"):
        return guarded(lambda: open_desktop(Path(arguments[0]), None))
    from ui.cli.app import run

    return run(arguments, way_in())


def open_desktop(case: Path, import_first: Path | None) -> int:
    """Open the window on a case; where there is no display, do the same job without one."""
    available = platforms()
    if not available:
        from ui.cli.windowless import work_without_window

        return work_without_window(way_in(), case, import_first)
    if lacking := missing_library(available):
        raise UserError(lacking)
    gc.disable()  # nothing is thrown away while the parts come in; `app.run` turns it on again
    with unwatched_imports():
        from ui.desktop import app

    return app.run(remembering(way_in()), WordIndex, case, import_first)


@contextmanager
def unwatched_imports() -> Iterator[None]:
    """Import modules without PySide looking on.

    It would read the source of each to see whether it takes anything `from __feature__`. None of ours does, and the
    window would wait for it.
    """
    importlib.import_module("PySide6.QtCore")  # which puts its own way of importing in the place of Python's
    watched, builtins.__import__ = builtins.__import__, importlib.__import__
    try:
        yield
    finally:
        builtins.__import__ = watched


def way_in() -> OpenCase:
    """How case files are opened.

    sqlite_utils takes numpy in where it is installed, to know the types of its numbers. We write none, and the window
    would wait for it.
    """
    absent = "numpy" not in sys.modules
    if absent:
        sys.modules["numpy"] = None  # type: ignore[assignment] # so that it is not found
    try:
        from db.casefile import open_case
    finally:
        if absent:
            del sys.modules["numpy"]
    return open_case


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
