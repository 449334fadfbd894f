"""Quotations of a text: what stands between two marks that belong together, one inside another where it does."""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

_MARKS = re.compile("[\"“”„‟«»‘‚‛'’\n](?<!\\w['’](?=\\w))(?:(?<=\n)\\s*\n|(?<!\n)[\"“”„‟«»‘‚‛'’]*)")
"""Marks that stand side by side look the same way: the run in 'Did you?'" he asked closes two quotations. An apostrophe
between two letters is none."""
_SINGLE = "'‘’‚‛"
_OPENS, _CLOSES = "“„‟«‘‚‛", "”»’"
_LEANS_RIGHT, _LEANS_LEFT = "([{—–-/…", ".,;:!?)]}—–-/…"
_ANY = "\"“”„‟«»'‘’‚‛"
_CLOSED = (",", ".", "!", "?", "…")


class Quotation(NamedTuple):
    """What stands between two marks, half open in code points, without the marks.

    `closed` says whether it ends with a comma or a stop: what follows the mark is then the writer's own.
    """

    start: int
    end: int
    closed: bool


def quotations(text: str) -> list[Quotation]:
    """The quotations of `text` whose marks are both there, in the order of their ends.

    A mark that opens while one like it is open says that the first was never closed (a quotation of several
    paragraphs opens each of them, and closes the last only).
    """
    # Plain text says at once that it is plain, and to look for two characters is quicker than for any of fourteen.
    if text.isascii() and '"' not in text and "'" not in text:
        return []
    found: list[Quotation] = []
    waiting: list[tuple[int, bool]] = []
    for place, single, way in _marks(text):
        if way == _BREAK:
            waiting.clear()
            continue
        partner = _partner(waiting, single)
        if way == _OPEN or (way == _EITHER and partner is None):
            if partner is not None:
                del waiting[partner:]
            waiting.append((place, single))
        elif partner is not None:
            start = waiting[partner][0] + 1
            del waiting[partner:]
            if place > start and not text[start:place].isspace():
                found.append(Quotation(start, place, _is_closed(text, place)))
    return found


def outermost(quoted: Sequence[Quotation]) -> list[Quotation]:
    """Those of the quotations of one text that stand in no other."""
    if len(quoted) == 1:
        return list(quoted)
    found: list[Quotation] = []
    for quotation in reversed(quoted):
        if not found or quotation.end <= found[-1].start:
            found.append(quotation)
    return found[::-1]


def _partner(waiting: list[tuple[int, bool]], single: bool) -> int | None:
    """The last mark of its kind that waits for its partner; a single one, maybe an apostrophe, ends nothing else."""
    if single:
        return len(waiting) - 1 if waiting and waiting[-1][1] else None
    for k in range(len(waiting) - 1, -1, -1):
        if not waiting[k][1]:
            return k
    return None


def _is_closed(text: str, place: int) -> bool:
    """Whether a comma or a stop stands before a closing mark, or a comma right behind it."""
    return text[max(0, place - 4) : place].rstrip(_ANY)[-1:] in _CLOSED or text[place + 1 : place + 2] == ","


_OPEN, _CLOSE, _EITHER, _BREAK = range(4)


def _marks(text: str) -> Iterator[tuple[int, bool, int]]:
    """Where quotation marks stand, whether each is a single one, and whether it opens or closes something."""
    for run in _MARKS.finditer(text):
        start, end = run.span()
        if text[start] == "\n":
            yield start, False, _BREAK
            continue
        before, after = text[start - 1 : start], text[end : end + 1]
        way = _way(before, after)
        for place in range(start, end):
            mark = text[place]
            single = mark in _SINGLE
            if way != _EITHER:
                yield place, single, way
            elif not single or before.isspace():
                yield place, single, _OPEN if mark in _OPENS else _CLOSE if mark in _CLOSES else _EITHER


@lru_cache(maxsize=4096)
def _way(before: str, after: str) -> int:
    """Which way marks look by the characters beside them; "" is the border of the text."""
    left = not before or before.isspace() or before in _LEANS_RIGHT
    right = not after or after.isspace() or after in _LEANS_LEFT
    return _EITHER if left == right else _OPEN if left else _CLOSE
