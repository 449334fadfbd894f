"""Words with their places. A hyphenated compound and a possessive are one word."""

import re
from typing import NamedTuple

_WORD = re.compile(r"[^\W_]+(?:['’ʼ‑‐-][^\W_]+)*")


class Word(NamedTuple):
    """A word of a text: `start` and `end` in code points, half open, and the word as it stands there."""

    start: int
    end: int
    text: str


def words(text: str) -> list[Word]:
    """The words of `text`, in order."""
    return [Word(found.start(), found.end(), found.group()) for found in _WORD.finditer(text)]
