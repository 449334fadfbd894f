"""In which order many renderings are set beside each other: along the tree that joins each to its nearest (Prim 1957).

Nearness is what two texts have in common, in tokens that keep their order (longest common subsequence, bit-parallel).
"""

import zlib
from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray
from rapidfuzz.distance import Indel
from rapidfuzz.process import cdist

from workbench.comparing.tokens import Tokens
from workbench.progress import ProgressReport

STAGE = "Collating"
MOST_CELLS = 4e10
"""With more cells than this over all pairs (about two seconds), only a part of the vocabulary is looked at."""
CHUNK_CELLS = 2e9
"""So many cells are computed at a time, so that a person can stop it."""


class Joining(NamedTuple):
    """The next text to be set in, and the one already there that it has most in common with."""

    text: int
    nearest: int


def joining_order(sides: Sequence[Tokens], report: ProgressReport) -> tuple[int, list[Joining]]:
    """The text that has most in common with all the others, and the order in which these join it.

    Ties go to the text that stands first, so the order of `sides` has to be canonical. Raises what `report` raises.
    """
    common = _common(_encoded(sides), report)
    lengths = np.array([max(1, len(side)) for side in sides], np.float64)
    alike = 2 * common / (lengths[:, None] + lengths[None, :])
    np.fill_diagonal(alike, 0.0)
    first = int(np.argmax(np.round(alike.sum(axis=1), 9)))
    likest, most = alike[first].copy(), common[first] + alike[first] / 2
    nearest = np.full(len(sides), first)
    likest[first] = -1.0
    order = []
    for _ in range(len(sides) - 1):
        text = int(np.argmax(likest))
        order.append(Joining(text, int(nearest[text])))
        shares = common[text] + alike[text] / 2
        closer = shares > most
        most[closer], nearest[closer] = shares[closer], text
        likest = np.where(likest < 0, likest, np.maximum(likest, alike[text]))
        likest[text] = -1.0
    return first, order


def _encoded(sides: Sequence[Tokens]) -> list[str]:
    """Each text with one character for each token."""
    letters: dict[str, str] = {}
    total = sum(map(len, sides))
    part = _thinning(total)
    return [
        "".join(letters.setdefault(key, _letter(len(letters))) for key in side.keys if part == 1 or _drawn(key, part))
        for side in sides
    ]


def _thinning(total: int) -> int:
    """Of how many words one is looked at so that comparing all texts with each other stays bounded."""
    part = 1
    while (total / part) ** 2 / 2 > MOST_CELLS:
        part *= 2
    return part


def _drawn(key: str, part: int) -> bool:
    return zlib.crc32(key.encode("utf-8", "surrogatepass")) % part == 0


def _letter(number: int) -> str:
    """A character for a word, past the surrogates; the rarest words of a huge archive share one."""
    return chr(number if number < 0xD800 else 0xE000 + (number - 0xD800) % 0x100000)


def _common(encoded: list[str], report: ProgressReport) -> NDArray[np.float64]:
    """How many tokens each two texts have in common, in their order."""
    total = sum(map(len, encoded)) or 1
    found = np.zeros((len(encoded), len(encoded)))
    start = 0
    while start < len(encoded):
        report(STAGE, 0, len(encoded))
        end = start + 1
        while end < len(encoded) and sum(map(len, encoded[start : end + 1])) * total <= CHUNK_CELLS:
            end += 1
        found[start:end] = cdist(encoded[start:end], encoded, scorer=Indel.similarity, dtype=np.int32, workers=1)
        start = end
    return found / 2
