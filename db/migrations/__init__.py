"""The history of the case file's layout: one step a version, appended to and never changed.

A step imports nothing of the program, so that it does for ever what it did on the day it was written.
"""

from collections.abc import Callable, Sequence

from sqlite_utils import Database, Migrations

from db.migrations import step_001, step_002, step_003, step_004, step_005, step_006, step_007

MigrationStep = Callable[[Database], None]

STEPS: tuple[MigrationStep, ...] = (
    step_001.apply,
    step_002.apply,
    step_003.apply,
    step_004.apply,
    step_005.apply,
    step_006.apply,
    step_007.apply,
)
"""Step n brings a case from version n - 1 to version n."""

VERSION = len(STEPS)
"""The version that this program writes."""


def migrate(db: Database, steps: Sequence[MigrationStep] = STEPS) -> None:
    """Bring a case to the version of the last step; the caller holds the transaction."""
    history = Migrations("variorum")
    for number, step in enumerate(steps, 1):
        history(name=f"{number:03d}")(_numbered(step, number))
    history.apply(db)


def _numbered(step: MigrationStep, number: int) -> Callable[[Database], None]:
    def run(db: Database) -> None:
        step(db)
        db.execute(f"PRAGMA user_version = {number}")

    return run
