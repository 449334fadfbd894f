"""A progress bar on the terminal; nothing where there is none."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import click

from workbench.progress import ProgressReport, silent


class _Bars:
    """One bar a stage, which is filled and left standing when the next stage begins."""

    def __init__(self) -> None:
        self._stage = ""
        self._bar: Any = None

    def __call__(self, stage: str, done: int, total: int) -> None:
        if stage != self._stage or self._bar is None:
            self.finish()
            self._stage = stage
            self._bar = click.progressbar(length=max(total, 1), label=f"{stage:<20}", file=sys.stderr, width=30)
            self._bar.render_progress()
        self._bar.length = max(total, 1)
        self._bar.update(done - self._bar.pos)

    def finish(self) -> None:
        """Fill the bar and go to the next line."""
        if self._bar is not None:
            self._bar.update(self._bar.length - self._bar.pos)
        self.leave()

    def leave(self) -> None:
        """Go to the next line and leave the bar as it is."""
        if self._bar is not None:
            self._bar.render_finish()
            self._bar = None


@contextmanager
def progress() -> Iterator[ProgressReport]:
    """A report that draws on standard error while the block runs, where that is a terminal."""
    if not sys.stderr.isatty():
        yield silent
        return
    bars = _Bars()
    try:
        yield bars
        bars.finish()
    finally:
        bars.leave()
