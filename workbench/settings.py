"""What a person can set about finding passages: kept in the case, shown in the report. Plain names, sane defaults."""

from dataclasses import dataclass, fields
from enum import StrEnum
from typing import NamedTuple

from workbench.errors import UserError

LEAST_WORDS, MOST_WORDS = 6, 1000
"""Between how many words the shortest passage may be set; the engine finds nothing shorter than the least."""
MOST_DAYS = 36_500
"""The longest window of dates, in days."""


class Sensitivity(StrEnum):
    """How little two passages may have in common to be found."""

    CAREFUL = "careful"
    BALANCED = "balanced"
    SENSITIVE = "sensitive"

    @property
    def least_score(self) -> float:
        """What an alignment must score at least.

        Measured: of 275,000 pairs of unrelated documents two share a passage that scores 7 or more, none 7.2.
        """
        return _LEAST_SCORES[self]


_LEAST_SCORES = {Sensitivity.CAREFUL: 8.5, Sensitivity.BALANCED: 7.2, Sensitivity.SENSITIVE: 6.0}


@dataclass(frozen=True, slots=True)
class Settings:
    """How the passages of a case are found, and which of them are kept.

    `shortest` counts words, `days` is the greatest distance in time (`None`: any), `boilerplate` and `same_outlet` say
    whether such families are kept. Raises `UserError`, one sentence, for numbers that make no sense.
    """

    sensitivity: Sensitivity = Sensitivity.BALANCED
    shortest: int = LEAST_WORDS
    boilerplate: bool = True
    same_outlet: bool = True
    days: int | None = None

    def __post_init__(self) -> None:
        if not LEAST_WORDS <= self.shortest <= MOST_WORDS:
            raise UserError(
                f"The shortest passage cannot have {self.shortest:,} words; choose a number from {LEAST_WORDS} "
                f"to {MOST_WORDS:,}."
            )
        if self.days is not None and not 0 <= self.days <= MOST_DAYS:
            raise UserError(
                f"The dates of a family cannot be kept {self.days:,} days apart; choose a number from 0 to "
                f"{MOST_DAYS:,}, or none at all."
            )


DEFAULTS = Settings()


class Told(NamedTuple):
    """One setting in plain words: what it is called, how it stands, what follows from that."""

    name: str
    value: str
    meaning: str
    changed: bool
    """Whether it is not the default."""


_NAMES = {
    "sensitivity": "Sensitivity",
    "shortest": "Shortest passage",
    "boilerplate": "Boilerplate",
    "same_outlet": "Same outlet",
    "days": "Window of dates",
}
SENSITIVITY_MEANING = {
    Sensitivity.CAREFUL: "Only passages that agree in much are found: nearly no chance likeness, and fewer short "
    "edited quotes.",
    Sensitivity.BALANCED: "Short edited quotes are found, with next to no chance likeness.",
    Sensitivity.SENSITIVE: "More of the short and heavily edited quotes are found, and now and then two sentences "
    "that are alike by chance.",
}
"""What follows from each sensitivity, in a sentence."""


def told(settings: Settings) -> tuple[Told, ...]:
    """Every setting in plain words, for table, dialog and report, in the order in which they are shown."""
    worded = {
        "sensitivity": (settings.sensitivity.value, SENSITIVITY_MEANING[settings.sensitivity]),
        "shortest": (f"{settings.shortest:,} words", _shortest(settings.shortest)),
        "boilerplate": ("kept", "Donation lines, licences and other page furniture are kept, set apart.")
        if settings.boilerplate
        else ("left out", "Donation lines, licences and other page furniture are left out."),
        "same_outlet": ("kept", "Passages that one outlet alone carries, in several of its articles, are kept.")
        if settings.same_outlet
        else ("left out", "Passages that one outlet alone carries, in several of its articles, are left out."),
        "days": _days(settings.days),
    }
    return tuple(
        Told(_NAMES[field.name], *worded[field.name], getattr(settings, field.name) != getattr(DEFAULTS, field.name))
        for field in fields(Settings)
    )


def _shortest(words: int) -> str:
    return f"Passages of fewer than {words:,} words are left out; a shorter rendering of a longer passage stays."


def _days(days: int | None) -> tuple[str, str]:
    if days is None:
        return "any dates", "A passage is one family whenever its articles were published."
    distance = "1 day" if days == 1 else f"{days:,} days"
    if days == 0:
        return "the same day", "Renderings published on different days are families of their own."
    return distance, f"Where more than {distance} lie between two renderings, the later ones are a family of their own."


def differing(settings: Settings) -> str:
    """The settings that are not the defaults, in one line: `sensitivity: careful; boilerplate: left out`."""
    return "; ".join(f"{one.name.lower()}: {one.value}" for one in told(settings) if one.changed)
