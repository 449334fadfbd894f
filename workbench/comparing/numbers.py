"""Figures and number words by value: "a dozen" is 12, "$9bn" is "$9 billion", "half a million" is 500,000."""

import re
from collections.abc import Sequence
from functools import lru_cache
from math import isclose
from typing import NamedTuple

from text_to_num import text2num

from workbench.comparing.lexicon import word_list
from workbench.resources import read_toml

_FIGURE = re.compile(r"^(?P<currency>(?:us|a|c|hk|nz)?[$€£¥₹₽₩₺₴₪])?(?P<number>\d[\d,]*(?:\.\d+)?)(?P<rest>%|[a-z]*)$")
_ORDINAL_ENDING = frozenset(("st", "nd", "rd", "th"))
_CURRENCY_WORDS = {
    "dollar": "$",
    "dollars": "$",
    "euro": "€",
    "euros": "€",
    "pound": "£",
    "pounds": "£",
    "yen": "¥",
    "yuan": "¥",
}
_PERCENT = frozenset(("percent", "%"))


class Quantity(NamedTuple):
    """A number in a phrase, in tokens `start` to `end`; `unit` is "%", a currency sign, "th" for a rank, or empty."""

    value: float
    unit: str
    start: int
    end: int


def quantities(keys: Sequence[str]) -> list[Quantity]:
    """The numbers among folded tokens, in order; scores, clock times and ranges are not among them."""
    found: list[Quantity] = []
    if not any(map(_may_count, keys)):
        return found
    index = 0
    while index < len(keys):
        quantity = _quantity_at(keys, index)
        if quantity:
            found.append(quantity)
            index = quantity.end
        else:
            index += 1
    return found


@lru_cache(maxsize=50_000)
def _may_count(key: str) -> bool:
    """Whether a folded token may be part of a quantity; "a" and "an" alone are none."""
    return has_number(key) or key in _values() or key in _fractions()


def same_quantity(a: Quantity, b: Quantity) -> bool:
    """Whether two quantities are one value in two notations; a unit that one of them leaves out is no difference."""
    x, y = (q.value / 100 if q.unit == "%" else q.value for q in (a, b))
    if {a.unit, b.unit} == {"%", "th"}:  # "a tenth" beside "10%"
        x, y = (1 / value if q.unit == "th" and value else value for q, value in ((a, x), (b, y)))
        return isclose(x, y, rel_tol=1e-6)
    return isclose(x, y, rel_tol=1e-6) and (a.unit == b.unit or "" in (a.unit, b.unit))


def same_notation(a: Sequence[str], b: Sequence[str]) -> bool:
    """Whether two phrases consist of the same quantities and nothing else, written differently."""
    ours, theirs = quantities(a), quantities(b)
    return (
        len(ours) == len(theirs) > 0
        and all(same_quantity(x, y) for x, y in zip(ours, theirs, strict=True))
        and _leftover(a, ours) == _leftover(b, theirs)
    )


def _leftover(keys: Sequence[str], found: list[Quantity]) -> list[str]:
    covered = {index for quantity in found for index in range(quantity.start, quantity.end)}
    return [key for index, key in enumerate(keys) if index not in covered]


def _quantity_at(keys: Sequence[str], start: int) -> Quantity | None:
    factor, index = _leading(keys, start)
    value, unit, index = _core(keys, index)
    if value is None:
        return None
    index_after, value = _magnitudes(keys, index, value)
    unit, end = _unit_after(keys, index_after, unit)
    return Quantity(value * factor, unit, start, end)


def _leading(keys: Sequence[str], start: int) -> tuple[float, int]:
    """The factor of "half a" before a magnitude, and where the rest begins."""
    if keys[start] == "half" and start + 2 < len(keys) and keys[start + 1] == "a" and keys[start + 2] in _values():
        return 0.5, start + 1
    return 1.0, start


def _core(keys: Sequence[str], index: int) -> tuple[float | None, str, int]:
    key = keys[index]
    figure = _FIGURE.match(key)
    if figure:
        return _read_figure(figure, index)
    if (
        key in ("a", "an", "one")
        and index + 1 < len(keys)
        and (keys[index + 1] in _values() or keys[index + 1] in _fractions())
    ):
        after = keys[index + 1]
        return (1.0, "", index + 1) if after in _values() else (_fractions()[after], "", index + 2)
    end = index
    while end < len(keys) and (
        _counts(keys[end]) or (keys[end] == "and" and end > index and _counts(keys[end + 1 : end + 2]))
    ):
        end += 1
    if end > index:
        value = _words_value(" ".join(keys[index:end]))
        if (
            value is not None
            and end < len(keys)
            and keys[end] in _fractions()
            and keys[end] not in ("second", "quarter")
        ):
            return value * _fractions()[keys[end]], "", end + 1
        return (value, "", end) if value is not None else (None, "", index)
    if key in _ordinals():
        return float(_ordinals()[key]), "th", index + 1
    if key in _fractions():
        return _fractions()[key], "", index + 1
    return (1.0, "", index) if key in _values() and key in ("dozen", "million", "billion") else (None, "", index)


def _counts(key: str | Sequence[str]) -> bool:
    """Whether a folded word, or the one word of a list, is part of a number in words."""
    if not isinstance(key, str):
        return bool(key) and _counts(key[0])
    return key in _smalls() or key in ("hundred", "thousand") or _is_compound(key)


def _read_figure(figure: re.Match[str], index: int) -> tuple[float | None, str, int]:
    value = float(figure["number"].replace(",", ""))
    rest, currency = figure["rest"], figure["currency"] or ""
    if rest in _values():
        value *= _values()[rest]
        rest = ""
    unit = currency.removeprefix("us") or ("th" if rest in _ORDINAL_ENDING else rest)
    return value, unit, index + 1


def _magnitudes(keys: Sequence[str], index: int, value: float) -> tuple[int, float]:
    while index < len(keys) and keys[index] in _values() and keys[index] not in ("m", "k", "score"):
        value *= _values()[keys[index]]
        index += 1
    return index, value


def _unit_after(keys: Sequence[str], index: int, unit: str) -> tuple[str, int]:
    if index < len(keys) and not unit:
        if keys[index] in _PERCENT:
            return "%", index + 1
        if keys[index] == "per" and index + 1 < len(keys) and keys[index + 1] == "cent":
            return "%", index + 2
        if keys[index] in _CURRENCY_WORDS:
            return _CURRENCY_WORDS[keys[index]], index + 1
    return unit, index


def _is_compound(key: str) -> bool:
    return "-" in key and all(part in _smalls() for part in key.split("-"))


@lru_cache(maxsize=5_000)
def _words_value(words: str) -> float | None:
    try:
        return float(text2num(words.replace("-", " "), "en"))
    except ValueError:
        return None


def _values() -> dict[str, int]:
    return read_toml("words/numbers.toml")["value"]  # type: ignore[no-any-return]


def _smalls() -> dict[str, int]:
    return read_toml("words/numbers.toml")["small"]  # type: ignore[no-any-return]


def _fractions() -> dict[str, float]:
    return read_toml("words/numbers.toml")["fraction"]  # type: ignore[no-any-return]


def _ordinals() -> dict[str, int]:
    return read_toml("words/numbers.toml")["ordinal"]  # type: ignore[no-any-return]


_MAGNITUDES = frozenset(("dozen", "hundred", "thousand", "million", "billion", "trillion"))


@lru_cache(maxsize=50_000)
def has_number(key: str) -> bool:
    """Whether a folded token is or holds a number: "12", "three-shot", "second-largest", "fifth"."""
    if any(character.isdigit() for character in key):
        return True
    parts = key.split("-")
    return any(
        part in _smalls() or part in _ordinals() or part in _fractions() or part in _MAGNITUDES for part in parts
    )


def is_vague(key: str) -> bool:
    """Whether a folded word is a vague quantity: "many", "dozens", "each"."""
    return key in word_list("numbers", "vague")
