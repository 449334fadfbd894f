"""What a conflict of figures is. Every span is in code points of the text of the article it is said of."""

from dataclasses import dataclass
from enum import StrEnum

from workbench.model import Place
from workbench.spans import Span


class FigureKind(StrEnum):
    """What a figure is of."""

    COUNT = "count"
    MONEY = "money"
    PERCENT = "percent"
    DATE = "date"
    AGE = "age"
    DISTANCE = "distance"
    WEIGHT = "weight"
    DURATION = "duration"
    AREA = "area"
    VOLUME = "volume"
    SPEED = "speed"
    TEMPERATURE = "temperature"
    POWER = "power"


@dataclass(frozen=True, slots=True)
class Side:
    """What one article says.

    `place` is the figure with its bound and unit ("more than 60", "80 kilometres"), `sentence` the sentence it stands
    in, `figure` and `counted` the words as they stand ("62", "soldiers"; empty where nothing is named). `least` and
    `most` are what the figure allows, in the first unit of its kind (metres, kilograms, seconds; days since the year 1
    for dates), `most` possibly infinite. `others` are the places of further articles that give the figure for the same.
    """

    place: Place
    sentence: Span
    figure: str
    counted: str
    least: float
    most: float
    others: tuple[Place, ...] = ()


@dataclass(frozen=True, slots=True)
class Agreement:
    """One thing that both sides have in common: `what` ("counted", "event", "name", "word", "time") and the words.

    `left_text` and `right_text` are the words as they stand at `left` and `right`.
    """

    what: str
    left: Span
    right: Span
    left_text: str
    right_text: str

    @property
    def words(self) -> str:
        """The agreement in words a person can check: “killed” (also “dead”)."""
        if self.left_text.casefold() == self.right_text.casefold():
            return f"“{self.left_text}”"
        return f"“{self.left_text}” and “{self.right_text}”"


@dataclass(frozen=True, slots=True)
class Conflict:
    """Two figures for what looks like the same event; `left` is the smaller or earlier of the two.

    `key` stays the same when articles are added, so that a person's dismissal can be kept by it. `score` is 0 to 1,
    `summary` says in a sentence what conflicts, `cautions` what speaks against it.
    """

    key: str
    kind: FigureKind
    left: Side
    right: Side
    agreements: tuple[Agreement, ...]
    score: float
    summary: str
    cautions: tuple[str, ...] = ()
