"""Marks of a paragraph: where its sentences and quotations begin and end."""

import re
from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from workbench.engine.quotations import outermost, quotations
from workbench.text.sentences import sentences

_DATELINE = re.compile(r"\)\s*[—–-]\s*(?=\w)")
"""What ends a dateline: "(3 May 2024) — "."""
_SEPARATOR = re.compile(r"\s[#*|•·▪■►/]+(?:\s+[#*|•·▪■►/]+)*\s")
"""Signs that stand alone part what stands beside them: " | ", " * * * "."""


class Sides(NamedTuple):
    """Tokens where quotations begin (or end), sorted, and beside each the token where that quotation ends (begins)."""

    at: "array[int]"
    beyond: "array[int]"


class Marks(NamedTuple):
    """Tokens of a paragraph where sentences begin or end, sorted, and its quotations from both sides.

    They are counted from the first token of the paragraph. The first token behind it begins something too, and the
    last one before it ends something.
    """

    starts: "array[int]"
    ends: "array[int]"
    opening: Sides
    closing: Sides
    closed: frozenset[int]
    """Ends of quotations, inside no other, with a comma or stop before the mark: what follows is the outlet's own."""

    def begins(self, token: int) -> bool:
        """Whether a sentence or a quotation begins with a token."""
        return _holds(self.starts, token) or _holds(self.opening.at, token)

    def ends_with(self, token: int) -> bool:
        """Whether a sentence or a quotation ends with a token."""
        return _holds(self.ends, token) or _holds(self.closing.at, token)


def marks_of(text: str, starting: list[int], ending: list[int]) -> Marks:
    """The marks of a paragraph whose tokens begin and end at some characters."""

    def first(characters: list[int]) -> list[int]:
        return [bisect_left(starting, character) for character in characters]

    def final(characters: list[int]) -> list[int]:
        return [bisect_right(ending, character) - 1 for character in characters]

    pieces, quoted = sentences(text), quotations(text)
    opening, closing = first([q.start for q in quoted]), final([q.end for q in quoted])
    parts = [found.span() for found in _SEPARATOR.finditer(text)]
    datelines = [found.end() for found in _DATELINE.finditer(text)]
    begins = first([*(piece.start for piece in pieces), *(after for _, after in parts), *datelines])
    ends = final([*(piece.end for piece in pieces), *(before for before, _ in parts)])
    return Marks(
        array("q", sorted({*begins, len(starting)})),
        array("q", sorted({*ends, -1})),
        _sides(zip(opening, closing, strict=True)),
        _sides(zip(closing, opening, strict=True)),
        frozenset(final([q.end for q in outermost(quoted) if q.closed])),
    )


def _sides(pairs: Iterable[tuple[int, int]]) -> Sides:
    ordered = sorted(set(pairs))
    return Sides(array("q", [at for at, _ in ordered]), array("q", [beyond for _, beyond in ordered]))


def _holds(borders: Sequence[int], token: int) -> bool:
    k = bisect_left(borders, token)
    return k < len(borders) and borders[k] == token
