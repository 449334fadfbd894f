"""The figures of a sentence with bounds and units: "up to 500", "between 300 and 400", "three times"."""

import re
from typing import NamedTuple

from workbench.comparing.numbers import Quantity, quantities
from workbench.figures.amounts import Amount, bounded, phrases, vague_phrases, vague_starts
from workbench.figures.lexicon import listed, unit_of
from workbench.figures.model import FigureKind
from workbench.figures.words import Words, is_plural

_RANGE = re.compile(r"(?P<low>\d[\d,]*(?:\.\d+)?)-(?P<high>\d[\d,]*(?:\.\d+)?)")
_COMPOUND = re.compile(r"(?P<number>\d[\d,.]*|[a-z]+)-(?P<unit>[a-z]+)(?P<old>-olds?)?")
_SIGNS = frozenset("$€£¥₹₽₩₺₴₪")
_OFTEN = {"twice": 2.0, "thrice": 3.0}
_MAGNITUDES = frozenset(("dozen", "hundred", "thousand", "million", "billion", "trillion"))
_UNCOUNTED = frozenset(("of", "several", "few", "many", "couple", "half", "some"))
_DEFINITE = frozenset(("the", "their", "our", "its", "his", "her", "your", "these", "those", "my"))
_LONGEST_PHRASE = 4
_OLDEST = 120
_MOST = 1e15
"""Larger numbers are no figures of the news but keys, telephone numbers and the like."""


class Figure(NamedTuple):
    """A figure in a sentence: words `first` to `last` with bound and unit, of which the number ends before `after`.

    `unit` is what must be the same for two figures to be compared: "" for a count, a currency, a kind of measure.
    `compound` says that it stands before a noun as one word with its unit ("120-metre").
    """

    first: int
    last: int
    amount: Amount
    kind: FigureKind
    unit: str
    compound: bool = False
    word: bool = False


def figures_of(words: Words, taken: frozenset[int] = frozenset()) -> list[Figure]:
    """The figures of a sentence, in order, without those among the words `taken`, which belong to dates."""
    found: list[Figure] = []
    ready = {quantity.start: quantity for quantity in quantities(words.tokens.keys)}
    index = 0
    while index < len(words.tokens):
        key = words.tokens.keys[index]
        may = index in ready or "-" in key or key in _OFTEN or key in vague_starts()
        figure = _figure_at(words, index, ready) if may and index not in taken else None
        if figure and not taken.intersection(range(index, figure.last + 1)):
            found.append(figure)
            index = figure.last
        index += 1
    return found


def _figure_at(words: Words, index: int, ready: dict[int, Quantity]) -> Figure | None:
    return _vague(words, index) or _range(words, index, ready) or _compound(words, index) or _plain(words, index, ready)


def _plain(words: Words, index: int, ready: dict[int, Quantity]) -> Figure | None:
    """A number with what stands before and after it."""
    often = _OFTEN.get(words.key(index))
    if often:
        return Figure(index, index, bounded(often, ""), FigureKind.COUNT, "times", word=True)
    quantity = ready.get(index)
    if quantity is None or not 0 < quantity.value < _MOST or _names_something(words, quantity):
        return None
    first, bound = _bound_before(words, index)
    last, after = _bound_after(words, quantity.end)
    word = not words.key(index)[-1:].isdigit() and not any(map(str.isdigit, words.key(index)))
    return _measured(words, (first, last), quantity.unit, bounded(quantity.value, bound or after), word)


def _names_something(words: Words, quantity: Quantity) -> bool:
    """Whether a number names a thing ("tank six", "2018") or is a rank or a pronoun ("one of them")."""
    index, key = quantity.start, words.key(quantity.start)
    single = quantity.end == index + 1
    if quantity.unit == "th" or (single and key in ("one", "once")) or (quantity.value < 1 and not quantity.unit):
        return True
    if single and key.isdigit() and len(key) == 4 and 1000 <= quantity.value < 2200:
        return quantity.value >= 1500 and not (quantity.value < 1900 and is_plural(words, index + 1))
    if single and key.isalpha() and key in _MAGNITUDES and words.key(index - 1) in _UNCOUNTED:
        return True
    if quantity.value <= 3 and words.key(index - 1) in _DEFINITE:
        return True
    if single and len(key) > 1 and key.startswith("0") and "." not in key:
        return True
    before = words.key(index - 1)
    label = before in listed("bounds", "labels", "words") or (before == "." and words.key(index - 2) in ("no", "nos"))
    titled = label and words.is_word(index - 1) and words.tokens.shown(index - 1)[:1].isupper()
    return (
        titled
        or (label and not is_plural(words, quantity.end))
        or before in ("#", "/", "+")
        or words.key(quantity.end) == "/"
    )


def _bound_before(words: Words, index: int) -> tuple[int, str]:
    """Where the bound before a number begins, and which it is."""
    for length in range(_LONGEST_PHRASE, 0, -1):
        bound = phrases("before").get(tuple(words.tokens.keys[max(0, index - length) : index]))
        if bound and index >= length:
            return index - length, bound
    return index, ""


def _bound_after(words: Words, index: int) -> tuple[int, str]:
    """Where a number with the bound after it ends, and which it is."""
    for length in range(3, 0, -1):
        bound = phrases("after").get(tuple(words.tokens.keys[index : index + length]))
        if bound:
            return index + length, bound
    return (index + 1, "at_least") if words.key(index) == "+" else (index, "")


def _measured(words: Words, ends: tuple[int, int], sign: str, amount: Amount, word: bool) -> Figure | None:
    """A figure with its unit, from the number itself or the word after it."""
    first, after = ends
    if sign == "%":
        return Figure(first, after - 1, amount, FigureKind.PERCENT, "%", word=word)
    if sign:
        return _with_sign(ends, sign, amount, word)
    if words.key(after) in ("times", "occasions"):
        return Figure(first, after, amount, FigureKind.COUNT, "times", word=word)
    unit = unit_of(words.key(after)) if words.is_word(after) else None
    if unit:
        if unit.kind is FigureKind.DURATION and _is_elsewhere(words, first, after):
            return None
        if words.key(after + 1) == "old":
            return Figure(first, after + 1, amount, FigureKind.AGE, "age", word=word)
        return Figure(first, after, amount.times(unit.factor), unit.kind, unit.name, word=word)
    if _is_age(words, first, after, amount):
        return Figure(first, after - 1, amount, FigureKind.AGE, "age", word=word)
    if words.key(after) in ("percentage", "point", "points", "degrees"):
        return None
    return Figure(first, after - 1, amount, FigureKind.COUNT, "", word=word)


def _with_sign(ends: tuple[int, int], sign: str, amount: Amount, word: bool) -> Figure | None:
    """A figure whose unit is written with it: "$9bn", "38km"; none where the letters are no unit ("5g")."""
    if sign[-1] in _SIGNS:
        return Figure(ends[0], ends[1] - 1, amount, FigureKind.MONEY, sign, word=word)
    unit = unit_of(sign)
    if unit is None:
        return None
    return Figure(ends[0], ends[1] - 1, amount.times(unit.factor), unit.kind, unit.name, word=word)


def _is_elsewhere(words: Words, first: int, unit: int) -> bool:
    """Whether a duration says where in time something lies ("two days ago", "in the last 24 hours")."""
    before = listed("bounds", "elsewhere", "before")
    return (
        words.key(unit + 1) in listed("bounds", "elsewhere", "after")
        or words.key(first - 1) in before
        or (words.key(first - 1) == "the" and words.key(first - 2) in before)
    )


def _vague(words: Words, index: int) -> Figure | None:
    """A quantity without a number: "dozens", "tens of thousands"."""
    for length in (3, 2, 1):
        amount = vague_phrases().get(tuple(words.tokens.keys[index : index + length]))
        if amount:
            first, bound = _bound_before(words, index)
            amount = Amount(amount.value, amount.least, float("inf"), True) if bound == "at_least" else amount
            return Figure(first, index + length - 1, amount, FigureKind.COUNT, "", word=True)
    return None


def _range(words: Words, index: int, ready: dict[int, Quantity]) -> Figure | None:
    """Two numbers that say from where to where: "between 300 and 400", "20-30", "four to six weeks"."""
    joined = _RANGE.fullmatch(words.key(index))
    if joined:
        low, high = (float(joined[name].replace(",", "")) for name in ("low", "high"))
        if low >= high or (1500 <= low < 2200 and "," not in joined["low"]):
            return None
        return _measured(words, (index, index + 1), "", Amount(low, low, high), False)
    first = ready.get(index)
    second = ready.get(first.end + 1) if first else None
    if not first or not second or first.value >= second.value or first.unit not in ("", second.unit):
        return None
    joint, before = words.key(first.end), words.key(index - 1)
    if (joint == "and" and before == "between") or (joint in ("to", "or", "-") and before not in ("from", "by")):
        start = index - 1 if before == "between" else index
        value = first.value
        if value < 1000 <= second.value and second.value % 1000 == 0 and not words.key(first.start).isalpha():
            value = value * _magnitude(second.value) if value * _magnitude(second.value) < second.value else value
        return _measured(words, (start, second.end), second.unit, Amount(value, value, second.value), False)
    return None


def _magnitude(value: float) -> float:
    """The thousand, million or billion in which a number is written."""
    return next(size for size in (1e12, 1e9, 1e6, 1e3) if value >= size)


def _compound(words: Words, index: int) -> Figure | None:
    """A number and its unit as one word before a noun: "120-metre", "two-hour", "38-year-old"."""
    joined = _COMPOUND.fullmatch(words.key(index))
    unit = unit_of(joined["unit"]) if joined else None
    number = quantities([joined["number"]]) if joined and unit else []
    if not joined or not unit or len(number) != 1 or number[0].unit or number[0].value >= _MOST:
        return None
    amount = bounded(number[0].value, "")
    if joined["old"]:
        return Figure(index, index, amount, FigureKind.AGE, "age") if unit.kind is FigureKind.DURATION else None
    return Figure(index, index, amount.times(unit.factor), unit.kind, unit.name, compound=True)


def _is_age(words: Words, first: int, after: int, amount: Amount) -> bool:
    """Whether a number stands between commas behind a name ("Hilde Marsen, 71, saw")."""
    named = first > 1 and words.key(first - 1) == "," and words.names[first - 2]
    return named and words.key(after) in (",", ".") and amount.exact and amount.value < _OLDEST
