"""What a figure allows: "more than 60" holds 62, "nearly 4,000" holds 3,950, and so they are no conflict."""

from enum import IntEnum
from functools import cache
from math import floor, inf, log10
from typing import NamedTuple

from workbench.resources import read_toml

_ABOUT = 0.1
"""How far off an "about" may be, as a share of the figure."""
_SLIGHTLY = 0.15


class Fit(IntEnum):
    """How two amounts stand to one another."""

    SAME = 0
    ROUNDED = 1
    """Different, but one may be the other rounded."""
    APART = 2


class Amount(NamedTuple):
    """A number and what it allows, `least` to `most`; `vague` has no number ("dozens"), `exact` allows itself only."""

    value: float
    least: float
    most: float
    vague: bool = False

    @property
    def exact(self) -> bool:
        """Whether nothing but the number itself is allowed."""
        return self.least == self.most

    def times(self, factor: float) -> "Amount":
        """The amount in another unit."""
        return Amount(self.value * factor, self.least * factor, self.most * factor, self.vague)


def exactly(value: float) -> Amount:
    """An amount without any bound."""
    return Amount(value, value, value)


def bounded(value: float, bound: str) -> Amount:
    """An amount with one of the bounds of `bounds.toml` ("at_least", "nearly"); none with an empty one."""
    limits = {
        "": (value, value),
        "at_least": (value, inf),
        "at_most": (0.0, value),
        "nearly": (value * (1 - _SLIGHTLY), value),
        "just_over": (value, value * (1 + _SLIGHTLY)),
        "about": (value - _slack(value), value + _slack(value)),
    }[bound]
    return Amount(value, *limits)


def fit(a: Amount, b: Amount) -> Fit:
    """Whether two amounts, in one unit, allow the same, may be one rounded, or exclude each other."""
    if a.least <= b.most * (1 + 1e-9) and b.least <= a.most * (1 + 1e-9):
        return Fit.SAME
    if a.exact and b.exact and _rounds_to(a.value, b.value):
        return Fit.ROUNDED
    gap = max(a.least - b.most, b.least - a.most)
    return Fit.ROUNDED if not (a.exact and b.exact) and gap <= 0.05 * max(a.value, b.value) else Fit.APART


def _rounds_to(x: float, y: float) -> bool:
    """Whether the finer of two numbers, rounded as coarsely as the other is written, is the other."""
    coarse, fine = sorted((x, y), key=_digits)
    digits = _digits(coarse)
    if digits == _digits(fine) or not coarse or not fine:
        return False
    step = 10.0 ** (floor(log10(abs(coarse))) + 1 - digits)
    return step > 1 and abs(x - y) <= step / 2 * (1 + 1e-9)


def _digits(value: float) -> int:
    """How many digits of a number are not mere noughts at its end."""
    return len(f"{abs(value):.6e}".partition("e")[0].replace(".", "").rstrip("0")) or 1


def _slack(value: float) -> float:
    return abs(value) * _ABOUT


@cache
def phrases(place: str) -> dict[tuple[str, ...], str]:
    """The phrases that bound a figure `before` or `after` it, as words, with the name of the bound."""
    table: dict[str, list[str]] = read_toml("figures/bounds.toml")[place]
    return {tuple(phrase.split()): bound for bound, listed in table.items() for phrase in listed}


@cache
def vague_phrases() -> dict[tuple[str, ...], Amount]:
    """Quantities without a number ("tens of thousands"), as words, by what they allow."""
    table: dict[str, list[float]] = read_toml("figures/bounds.toml")["vague"]
    return {tuple(phrase.split()): Amount(low, low, high, vague=True) for phrase, (low, high) in table.items()}


@cache
def vague_starts() -> frozenset[str]:
    """The words that such quantities begin with."""
    return frozenset(words[0] for words in vague_phrases())
