"""Variorum's composition root: chooses desktop or command line and hands the case file's way in to whichever it is."""

import sys
from collections.abc import Sequence
from pathlib import Path

from db.casefile import open_case
from ui.cases import first_case, remembering, sample_case
from ui.cli.guarding import guarded
from ui.display import missing_library, platforms
from workbench.errors import UserError


def main(arguments: Sequence[str]) -> int:
    """Run the program and return its exit status.

    Without arguments, or with nothing but a case file, the desktop opens; anything else is a command line.
    """
    if not arguments:
        return guarded(lambda: open_desktop(*(first_case() if platforms() else sample_case())))
    if len(arguments) == 1 and arguments[0].lower().endswith(".variorum"):
        return guarded(lambda: open_desktop(Path(arguments[0]), None))
    from ui.cli.app import run

    return run(arguments, open_case)


def open_desktop(case: Path, import_first: Path | None) -> int:
    """Open the window on a case; where there is no display, do the same job without one."""
    available = platforms()
    if not available:
        from ui.cli.windowless import work_without_window

        return work_without_window(open_case, case, import_first)
    if lacking := missing_library(available):
        raise UserError(lacking)
    from ui.desktop import app

    return app.run(remembering(open_case), case, import_first)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
