"""Steps: decisions as changes of records, which can be taken back and done again."""

from dataclasses import dataclass

from workbench.amendments import Amendment
from workbench.model import BaseChoice, Code, Correction, Derivation, Dismissal, Note, Review, Ruling, Tag
from workbench.settings import Settings

Record = Code | Tag | Note | BaseChoice | Settings | Amendment | Derivation | Dismissal | Review | Ruling | Correction
"""What a person decides; everything of these kinds is undoable."""

RecordChange = tuple[Record | None, Record | None]
"""A record before and after, as decisions hand it to a step."""


@dataclass(frozen=True, slots=True)
class Change:
    """A record before and after; `None` where it did not exist. Swapping the two takes the change back."""

    before: Record | None
    after: Record | None

    def inverse(self) -> "Change":
        """The change that takes this one back."""
        return Change(self.after, self.before)


@dataclass(frozen=True, slots=True)
class Step:
    """One decision of a person: all its changes happen together or not at all, and are undone together."""

    summary: str
    changes: tuple[Change, ...]

    def inverse(self) -> "Step":
        """The step that takes this one back."""
        return Step(self.summary, tuple(change.inverse() for change in reversed(self.changes)))
