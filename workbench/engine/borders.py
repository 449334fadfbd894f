"""Where a passage begins and ends: at the border of a sentence or of a quotation, where the text allows."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from functools import cache
from typing import NamedTuple, Protocol

from workbench.engine.tokens import Corpus, Longs
from workbench.spans import Span
from workbench.text.sentences import sentences

_REACH = ((16, 4), (10, 3), (6, 2), (0, 1))
"""How many words away a border is taken, by the words of the passage: a long one is not lengthened much by four words.

A figure or a name that one side changed often stands right at the beginning of a sentence.
"""
_QUOTE_REACH = 6
"""How many words a border moves outwards to take in a whole quotation, if that is no more than half of the passage."""
_LONG_REACH = 8
_OPENING = re.compile(r"(?:(?<=[\s(\[—–])|^)[\"“„«‘'](?=\w)|\)\s*[—–-]\s*(?=\w)")
"""An opening quotation mark, or the dash that ends a dateline: "(3 May 2024) — "."""
_CLOSING = re.compile(r"(?<=[\w.,!?…])[\"”»’'](?=[\s.,;:!?)\]—–]|$)")


class _Text(Protocol):
    @property
    def text(self) -> str: ...


class _Marks(NamedTuple):
    """Tokens where sentences and quotations begin or end, and those where quotations alone do; all sorted."""

    starts: list[int]
    ends: list[int]
    quote_starts: list[int]
    quote_ends: list[int]


class Borders:
    """Moves the borders of passages to where a sentence or quotation begins or ends."""

    def __init__(self, corpus: Corpus, articles: Sequence[_Text], stretch: Longs) -> None:
        self._corpus, self._articles, self._stretch = corpus, articles, stretch
        self._marks = cache(self._find)

    def spans(self, members: Sequence[tuple[int, int, int]]) -> list[Span]:
        """The spans of the witnesses of a family, each an article's number with its first and last token (half open).

        The first witness is the model. Where its text begins or ends something, the others are moved further to do so
        too: what one outlet changed often stands right at the border ("More than 4,000" for "At least 3,800").
        """
        doc, first, last = members[0]
        begin, finish = self._moved(doc, first, last, 0, 0)
        marks = self._marks(doc)
        start_reach = _LONG_REACH if begin in marks.starts else 0
        end_reach = _LONG_REACH if finish in marks.ends else 0
        moved = [(begin, finish), *(self._moved(*member, start_reach, end_reach) for member in members[1:])]
        return [Span(int(self._corpus.start[begin]), int(self._corpus.end[finish])) for begin, finish in moved]

    def _moved(self, doc: int, first: int, last: int, start_reach: int, end_reach: int) -> tuple[int, int]:
        """The first and the last token after moving the borders.

        A border moves by a few tokens at most, and only to where the text begins or ends something; outwards it moves
        further to where a quotation begins or ends, since a quotation is one thing.
        """
        marks = self._marks(doc)
        low, high = self._limits(doc, first)
        final, size = last - 1, last - first
        reach = next(reach for words, reach in _REACH if size >= words)
        whole_quote = min(_QUOTE_REACH, size // 2)
        begin = _nearest(first, marks.starts, max(low, first - reach), min(final, first + reach))
        if begin is None:
            begin = _nearest(first, marks.quote_starts, max(low, first - whole_quote), first)
        if begin is None:
            begin = _nearest(first, marks.starts, max(low, first - min(start_reach, size // 3)), first)
        begin = first if begin is None else begin
        finish = None
        if begin in marks.quote_starts:
            around = min(_LONG_REACH, size // 3)
            finish = _nearest(final, marks.quote_ends, max(begin, final - around), min(high - 1, final + around))
        if finish is None:
            finish = _nearest(final, marks.ends, max(begin, final - reach), min(high - 1, final + reach))
        if finish is None:
            finish = _nearest(final, marks.quote_ends, final, min(high - 1, final + whole_quote))
        if finish is None:
            finish = _nearest(final, marks.ends, final, min(high - 1, final + min(end_reach, size // 3)))
        return begin, final if finish is None else finish

    def _limits(self, doc: int, token: int) -> tuple[int, int]:
        low, high = self._corpus.tokens_of(doc)
        stretch = self._stretch[low:high]
        here = self._stretch[token]
        return low + bisect_left(stretch, here), low + bisect_right(stretch, here)

    def _find(self, doc: int) -> _Marks:
        """Where sentences and quotations of an article begin and end."""
        text = self._articles[doc].text
        low, high = self._corpus.tokens_of(doc)
        start, end = self._corpus.start[low:high], self._corpus.end[low:high]

        def first(characters: list[int]) -> list[int]:
            return [low + int(token) for token in start.searchsorted(characters)]

        def final(characters: list[int]) -> list[int]:
            return [low + int(token) - 1 for token in end.searchsorted(characters, side="right")]

        pieces = sentences(text)
        opens = first([found.end() for found in _OPENING.finditer(text)])
        closes = final([found.start() for found in _CLOSING.finditer(text)])
        return _Marks(
            sorted({*first([piece.start for piece in pieces]), *opens}),
            sorted({*final([piece.end for piece in pieces]), *closes}),
            opens,
            closes,
        )


def _nearest(wanted: int, borders: list[int], low: int, high: int) -> int | None:
    """The border nearest to `wanted` from `low` to `high`, if there is one."""
    near = borders[bisect_left(borders, low) : bisect_right(borders, high)]
    return min(near, key=lambda border: (abs(border - wanted), border), default=None)
