"""Where a passage begins and ends: at the border of a sentence or of a quotation, where the text allows."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from functools import cache
from typing import Protocol

from workbench.engine.tokens import Corpus, Longs
from workbench.spans import Span
from workbench.text.sentences import sentences

_REACH = ((16, 4), (10, 3), (6, 2), (0, 1))
"""How many words away a border is taken, by the words of the passage: a long one is not lengthened much by four words.

A figure or a name that one side changed often stands right at the beginning of a sentence.
"""
_OPENING = re.compile(r"(?:(?<=[\s(\[—–])|^)[\"“„«‘'](?=\w)|\)\s*[—–-]\s*(?=\w)")
"""An opening quotation mark, or the dash that ends a dateline: "(3 May 2024) — "."""
_CLOSING = re.compile(r"(?<=[\w.,!?…])[\"”»’'](?=[\s.,;:!?)\]—–]|$)")


class _Text(Protocol):
    @property
    def text(self) -> str: ...


class Borders:
    """Moves the borders of passages to where a sentence or quotation begins or ends."""

    def __init__(self, corpus: Corpus, articles: Sequence[_Text], stretch: Longs) -> None:
        self._corpus, self._articles, self._stretch = corpus, articles, stretch
        self._starts_and_ends = cache(self._find)

    def span(self, doc: int, first: int, last: int) -> Span:
        """The span of tokens `first` to `last` (half open) of an article, in code points of its text.

        A border moves by a few tokens at most, and only to where the text begins or ends something.
        """
        starts, ends = self._starts_and_ends(doc)
        low, high = self._limits(doc, first)
        reach = next(reach for words, reach in _REACH if last - first >= words)
        begin = _nearest(first, starts, max(low, first - reach), min(last - 1, first + reach))
        finish = _nearest(last - 1, ends, max(begin, last - 1 - reach), min(high - 1, last - 1 + reach))
        return Span(int(self._corpus.start[begin]), int(self._corpus.end[finish]))

    def _limits(self, doc: int, token: int) -> tuple[int, int]:
        low, high = self._corpus.tokens_of(doc)
        stretch = self._stretch[low:high]
        here = self._stretch[token]
        return low + bisect_left(stretch, here), low + bisect_right(stretch, here)

    def _find(self, doc: int) -> tuple[list[int], list[int]]:
        """The numbers of the tokens that begin and of those that end a sentence or quotation."""
        text = self._articles[doc].text
        low, high = self._corpus.tokens_of(doc)
        start, end = self._corpus.start[low:high], self._corpus.end[low:high]
        pieces = sentences(text)
        opens = [piece.start for piece in pieces] + [found.end() for found in _OPENING.finditer(text)]
        closes = [piece.end for piece in pieces] + [found.start() for found in _CLOSING.finditer(text)]
        first = {low + int(k) for k in start.searchsorted(opens)}
        final = {low + int(k) - 1 for k in end.searchsorted(closes, side="right")}
        return sorted(first), sorted(final)


def _nearest(wanted: int, borders: list[int], low: int, high: int) -> int:
    """The border nearest to `wanted` from `low` to `high`; `wanted` itself where there is none."""
    near = borders[bisect_left(borders, low) : bisect_right(borders, high)]
    return min(near, key=lambda border: (abs(border - wanted), border), default=wanted)
