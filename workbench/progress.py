"""How long work says how far it is, and how it learns that it should stop."""

from collections.abc import Callable

ProgressReport = Callable[[str, int, int], None]
"""Called with (stage in words, steps done, steps in all); raises `Cancelled` when a person pressed cancel."""


def silent(stage: str, done: int, total: int) -> None:
    """A report that nobody reads."""


def standing_at(report: ProgressReport, done: int, total: int) -> ProgressReport:
    """What a reader of one file reports to, for a person who is told of files: that it goes on, and may be stopped."""

    def within(stage: str, _done: int, _total: int) -> None:
        report(stage, done, total)

    return within
