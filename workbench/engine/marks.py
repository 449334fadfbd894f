"""Marks of a paragraph: where its sentences and quotations begin and end."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from typing import NamedTuple

from workbench.engine.quotations import outermost, quotations
from workbench.text.sentences import sentence_borders

_DATELINE = re.compile(r"\)\s*[—–-]\s*(?=\w)")
"""What ends a dateline: "(3 May 2024) — "."""
_PLAIN_SIGNS = "#*|/"
_SIGNS = f"{_PLAIN_SIGNS}•·▪■►"
_SEPARATOR = re.compile(rf"\s[{_SIGNS}]+(?:\s+[{_SIGNS}]+)*\s")
"""Signs that stand alone part what stands beside them: " | ", " * * * "."""


class Sides(NamedTuple):
    """Tokens where quotations begin (or end), sorted, and beside each the token where that quotation ends (begins)."""

    at: tuple[int, ...]
    beyond: tuple[int, ...]


_NO_SIDES = Sides((), ())


class Marks(NamedTuple):
    """Tokens of a paragraph where sentences begin or end, sorted, and its quotations from both sides.

    They are counted from the first token of the paragraph. The first token behind it begins something too, and the
    last one before it ends something.
    """

    starts: tuple[int, ...]
    ends: tuple[int, ...]
    opening: Sides
    closing: Sides
    closed: tuple[int, ...]
    """Ends of quotations, inside no other, with a comma or stop before the mark: what follows is the outlet's own."""

    def begins(self, token: int) -> bool:
        """Whether a sentence or a quotation begins with a token."""
        return _holds(self.starts, token) or _holds(self.opening.at, token)


def marks_of(text: str, starting: list[int], ending: list[int]) -> Marks:
    """The marks of a paragraph whose tokens begin and end at some characters."""
    begins, ends = {len(starting)}, {-1}
    for start, end in sentence_borders(text):
        begins.add(bisect_left(starting, start))
        ends.add(bisect_right(ending, end) - 1)
    # To look for a character or two is so much quicker than for a pattern that it is worth doing first.
    if any(map(text.__contains__, _PLAIN_SIGNS if text.isascii() else _SIGNS)):
        for found in _SEPARATOR.finditer(text):
            begins.add(bisect_left(starting, found.end()))
            ends.add(bisect_right(ending, found.start()) - 1)
    if ")" in text:
        for found in _DATELINE.finditer(text):
            begins.add(bisect_left(starting, found.end()))
    return Marks(tuple(sorted(begins)), tuple(sorted(ends)), *_quoted(text, starting, ending))


def _quoted(text: str, starting: list[int], ending: list[int]) -> tuple[Sides, Sides, tuple[int, ...]]:
    """What the marks of a paragraph say of its quotations: where they open, where they close, and which are closed."""
    quoted = quotations(text)
    if not quoted:
        return _NO_SIDES, _NO_SIDES, ()
    pairs = [(bisect_left(starting, start), bisect_right(ending, end) - 1) for start, end, _ in quoted]
    closed = [bisect_right(ending, end) - 1 for _, end, is_closed in outermost(quoted) if is_closed]
    return _sides(pairs), _sides([(last, first) for first, last in pairs]), tuple(closed)


def _sides(pairs: Sequence[tuple[int, int]]) -> Sides:
    ordered = pairs if len(pairs) == 1 else sorted(set(pairs))
    return Sides(tuple([at for at, _ in ordered]), tuple([beyond for _, beyond in ordered]))


def _holds(borders: Sequence[int], token: int) -> bool:
    k = bisect_left(borders, token)
    return k < len(borders) and borders[k] == token
