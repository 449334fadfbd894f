"""What a person is asked about families and passages, before there is any dialog."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

Chosen = Sequence[int]
"""The numbers of the rows that are chosen, in their order."""


@dataclass(frozen=True, slots=True)
class Row:
    """One thing to choose: what it is, what is said of it in the line below, whether it is chosen at first."""

    words: str
    facts: str = ""
    chosen: bool = False


@dataclass(frozen=True, slots=True)
class Question:
    """What is to be chosen: `told` says what will come of a choice, `take` does it.

    With `several` rows are chosen by Space; where none is, the current row is. `least` is how many are needed.
    """

    title: str
    rows: Sequence[Row]
    told: Callable[[Chosen], str]
    take: Callable[[Chosen], None]
    verb: str
    several: bool = True
    least: int = 1
