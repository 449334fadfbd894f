"""How near renderings of one text are to each other: by what they have in common, in tokens that keep their order.

That is the longest common subsequence of their tokens, bit-parallel; what order the words have counts, what case or
quotation marks they have does not.
"""

import zlib
from collections.abc import Callable, Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray
from rapidfuzz.distance import Indel
from rapidfuzz.process import cdist

from workbench.comparing.tokens import Tokens

Floats = NDArray[np.float64]
MOST_CELLS = 4e10
"""With more cells than this over all pairs (about two seconds), only a part of the vocabulary is looked at."""
CHUNK_CELLS = 2e9
"""So many cells are computed at a time, so that a person can stop it."""


class Nearness(NamedTuple):
    """Of each two texts how many tokens they have in common, and what share of both that is, from 0 to 1."""

    common: Floats
    alike: Floats


def nearness(ones: Sequence[Tokens], others: Sequence[Tokens], look: Callable[[], None] = lambda: None) -> Nearness:
    """How near each of some texts, by row, is to each of others, by column. Raises what `look` raises."""
    totals = sum(map(len, ones)), sum(map(len, others))
    part, letters = _thinning(*totals), dict[str, str]()
    rows = _encoded(ones, letters, part)
    common = _common(rows, rows if others is ones else _encoded(others, letters, part), look)
    lengths = _lengths(ones)[:, None] + _lengths(others)[None, :]
    return Nearness(common, 2 * common / lengths)


def _lengths(sides: Sequence[Tokens]) -> Floats:
    return np.array([max(1, len(side)) for side in sides], np.float64)


def _encoded(sides: Sequence[Tokens], letters: dict[str, str], part: int) -> list[str]:
    """Each text with one character for each token; `letters` are those of the tokens seen so far."""
    return [
        "".join(letters.setdefault(key, _letter(len(letters))) for key in side.keys if part == 1 or _drawn(key, part))
        for side in sides
    ]


def _thinning(one: int, other: int) -> int:
    """Of how many words one is looked at so that comparing all texts with each other stays bounded."""
    part = 1
    while (one / part) * (other / part) / 2 > MOST_CELLS:
        part *= 2
    return part


def _drawn(key: str, part: int) -> bool:
    return zlib.crc32(key.encode("utf-8", "surrogatepass")) % part == 0


def _letter(number: int) -> str:
    """A character for a word, past the surrogates; the rarest words of a huge archive share one."""
    return chr(number if number < 0xD800 else 0xE000 + (number - 0xD800) % 0x100000)


def _common(rows: list[str], columns: list[str], look: Callable[[], None]) -> Floats:
    """How many tokens each two texts have in common, in their order."""
    total = sum(map(len, columns)) or 1
    found = np.zeros((len(rows), len(columns)))
    start = 0
    while start < len(rows):
        look()
        end = start + 1
        while end < len(rows) and sum(map(len, rows[start : end + 1])) * total <= CHUNK_CELLS:
            end += 1
        found[start:end] = cdist(rows[start:end], columns, scorer=Indel.similarity, dtype=np.int32, workers=1)
        start = end
    return found / 2
