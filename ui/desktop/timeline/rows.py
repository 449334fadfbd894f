"""A witness as the timeline shows it."""

from dataclasses import dataclass

from ui.desktop.timeline.scale import Stretch
from ui.desktop.wording import listed
from workbench.model import Witness

BASE = -1
"""The number of the base, which is compared with nothing."""


@dataclass(frozen=True, slots=True)
class TimelineRow:
    """A witness in time. `number` counts the witnesses that are compared with the base.

    `parent` is the row that it was probably derived from, -1 without one; `by_hand` says that a person decided so.
    `verdict` says in a sentence where it is from, `reasons` why.
    """

    witness: Witness
    number: int
    outlet: str
    date: str
    stretch: Stretch | None
    credits: tuple[str, ...] = ()
    verdict: str = ""
    reasons: tuple[str, ...] = ()
    parent: int = -1
    by_hand: bool = False
    place: str = ""

    @property
    def credit_words(self) -> str:
        """Whom the page names, in words."""
        return f"credits {listed(self.credits)}" if self.credits else ""

    @property
    def spoken(self) -> str:
        """The row in words."""
        parts = [self.place, self.outlet, "base" if self.number == BASE else "", self.date, self.credit_words]
        return ", ".join(part for part in parts if part) + (f". {self.verdict}" if self.verdict else "")
