"""What every kind of decision rests on: the case as it stands, and a step that changes it."""

from abc import ABC, abstractmethod
from datetime import UTC, datetime

from workbench.snapshot import Snapshot
from workbench.steps import RecordChange


class Decider(ABC):
    """Carries out decisions; each is one step, written to the history and undone as a whole."""

    @abstractmethod
    def snapshot(self) -> Snapshot:
        """The case as it stands."""

    @abstractmethod
    def _do(self, summary: str, *changes: RecordChange) -> Snapshot:
        """Replace records, each before by after; raises `UserError` when another window was quicker."""


def now() -> datetime:
    """The time of a decision, in UTC."""
    return datetime.now(UTC)
