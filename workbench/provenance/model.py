"""What is said of where the witnesses of a family come from. Every finding has its reasons, every reason its places."""

from dataclasses import dataclass
from enum import StrEnum

from workbench.model import Place, PublicationDate


class Strength(StrEnum):
    """How much speaks for a descent. None of them is certainty: what no page states can only be made likely."""

    STRONG = "strong"
    FAIR = "fair"
    WEAK = "weak"
    NONE = "none"
    """Nothing that a careful person would rely on: “can't tell”."""
    BY_HAND = "by hand"
    """A person decided it."""


class ReasonKind(StrEnum):
    """What sort of evidence a reason is."""

    CREDIT = "credit"
    """The page names where it has the passage from, beside the passage."""
    CREDIT_ELSEWHERE = "credit-elsewhere"
    """The page names the outlet, but not for this passage."""
    CREDITED_BY_OTHERS = "credited-by-others"
    """Other witnesses of the family name that outlet for the passage."""
    SHARED_EDIT = "shared-edit"
    """The two have an edit in common that is hardly made twice by chance."""
    SAME_OUTLET = "same-outlet"
    DATE = "date"
    WORDING = "wording"
    """How much of the words the two have in common."""
    SHARED_PASSAGES = "shared-passages"
    """The two articles have other passages in common too."""
    AGAINST = "against"
    """What speaks against the descent or leaves it open."""
    BY_HAND = "by-hand"


@dataclass(frozen=True, slots=True)
class Reason:
    """One piece of evidence: a clause that begins small and has no stop, and the places a person can check it at."""

    kind: ReasonKind
    text: str
    places: tuple[Place, ...] = ()


@dataclass(frozen=True, slots=True)
class Credit:
    """An article names an outlet: `outlet` as the page writes it, `place` the words that name it.

    `near` says that the words belong to the passage: its own sentence, or the one that it takes up.
    """

    outlet: str
    place: Place
    near: bool


@dataclass(frozen=True, slots=True)
class Descent:
    """Where one witness probably comes from.

    `parent` is the witness it was probably derived from; `outside` an outlet that is named for the passage but is no
    witness of the family. Where both are empty nothing can be told, and `among` lists witnesses between which it is
    open, if they are few. `statement` says all of it in one sentence; `verdict` is what it says without its reasons, a
    clause that begins small and has no stop.
    """

    place: Place
    parent: Place | None
    outside: str
    strength: Strength
    reasons: tuple[Reason, ...]
    among: tuple[Place, ...]
    statement: str
    verdict: str


@dataclass(frozen=True, slots=True)
class Standing:
    """A witness in time.

    `after` counts the witnesses that surely came before it, `open` those of which it cannot be told; a witness without
    a date is open to all.
    """

    place: Place
    published: PublicationDate
    after: int
    open: int


@dataclass(frozen=True, slots=True)
class SourceGroup:
    """Witnesses that count as one independent source, in order of date, and why."""

    places: tuple[Place, ...]
    reason: str


@dataclass(frozen=True, slots=True)
class Provenance:
    """What can be said of where a family comes from; independent of the order of its witnesses.

    `dated` is in order of date, `undated` in order of place, `descents` and `credits` in order of place, one descent
    for each witness. `independent_sources` counts at most as many sources as there are: whoever copied without saying
    so, and changed much, is not found out.
    """

    dated: tuple[Standing, ...]
    undated: tuple[Standing, ...]
    descents: tuple[Descent, ...]
    credits: tuple[Credit, ...]
    groups: tuple[SourceGroup, ...]

    @property
    def independent_sources(self) -> int:
        """How many independent sources the family has, as far as can be seen."""
        return len(self.groups)

    def descent_of(self, place: Place) -> Descent | None:
        """The descent of the witness at a place."""
        return next((descent for descent in self.descents if descent.place == place), None)
