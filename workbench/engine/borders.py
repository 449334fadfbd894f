"""Where a passage begins and ends: at the border of a sentence or of a quotation, where the text allows."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from functools import cache
from typing import NamedTuple, Protocol

from workbench.engine.grouping import Gathering, Stretch
from workbench.engine.tokens import Corpus, Flags, Longs
from workbench.spans import Span
from workbench.text.sentences import sentences

_REACH = ((16, 4), (10, 3), (6, 2), (0, 1))
"""How many words away a border is taken, by the words of the passage: a long one is not lengthened much by four words.

A figure or a name that one side changed often stands right at the beginning of a sentence.
"""
_QUOTE_REACH = 6
"""How many words a border moves outwards to take in a whole quotation, if that is no more than half of the passage."""
_LONG_REACH = 8
_MOST_DANGLING = 2
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
    closed_ends: list[int]
    """Ends of quotations with a comma or stop before the mark: what follows is the outlet's own."""


class Borders:
    """Moves the borders of passages to where a sentence or quotation begins or ends."""

    def __init__(self, corpus: Corpus, articles: Sequence[_Text], stretch: Longs, content: Flags) -> None:
        self._corpus, self._articles, self._stretch, self._content = corpus, articles, stretch, content
        self._marks = cache(self._find)

    def settled(self, gathering: Gathering) -> Gathering:
        """The family with its borders moved.

        Where the text of the model, the first member, begins or ends something, the others are moved further to do so
        too: what one outlet changed often stands right at the border ("More than 4,000" for "At least 3,800").
        """
        doc, model = gathering.members[0]
        moved = self._moved(doc, model, 0, 0)
        marks = self._marks(doc)
        start_reach = _LONG_REACH if moved.start in marks.starts else 0
        end_reach = _LONG_REACH if moved.end - 1 in marks.ends else 0
        others = ((doc, self._moved(doc, stretch, start_reach, end_reach)) for doc, stretch in gathering.members[1:])
        return Gathering([(doc, moved), *others])

    def _moved(self, doc: int, stretch: Stretch, start_reach: int, end_reach: int) -> Stretch:
        """The stretch with its borders moved, by a few tokens, to where the text begins or ends something.

        A quotation is one thing: borders move further to take all of it, and what the outlet wrote around it falls
        away.
        """
        marks, reach = self._marks(doc), _reach(stretch)
        low, high = self._limits(doc, stretch.start)
        first, last = stretch.start, stretch.end - 1
        whole_quote, third = min(_QUOTE_REACH, len(stretch) // 2), len(stretch) // 3
        begin = _first_found(
            _nearest(first, marks.starts, max(low, first - reach), min(last, first + reach)),
            _nearest(first, marks.quote_starts, max(low, first - whole_quote), first),
            _nearest(first, marks.starts, max(low, first - min(start_reach, third)), first),
            first,
        )
        finish = _first_found(
            _end_of_only_quotation(begin, last, marks),
            _nearest(last, marks.ends, max(begin, last - reach), min(high - 1, last + reach)),
            _nearest(last, marks.quote_ends, last, min(high - 1, last + whole_quote)),
            _nearest(last, marks.ends, last, min(high - 1, last + min(end_reach, third))),
            self._without_dangling(begin, last),
        )
        return Stretch(begin, finish + 1)

    def span(self, stretch: Stretch) -> Span:
        """A stretch of tokens in code points of its article's text."""
        return Span(int(self._corpus.start[stretch.start]), int(self._corpus.end[stretch.end - 1]))

    def _without_dangling(self, begin: int, last: int) -> int:
        """The last token but for stop words that lead on to words no longer shared ("to thousands of")."""
        for token in range(last, max(begin, last - _MOST_DANGLING) - 1, -1):
            if self._content[token]:
                return token
        return last

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
        closing = [found.start() for found in _CLOSING.finditer(text)]
        closes = final(closing)
        return _Marks(
            sorted({*first([piece.start for piece in pieces]), *opens}),
            sorted({*final([piece.end for piece in pieces]), *closes}),
            opens,
            closes,
            final([mark for mark in closing if text[mark - 1] in ",.!?…"]),
        )


def _reach(stretch: Stretch) -> int:
    return next(reach for words, reach in _REACH if len(stretch) >= words)


def _end_of_only_quotation(begin: int, last: int, marks: _Marks) -> int | None:
    """Where the quotation ends that a passage opens with, if it is most of the passage and no other follows."""
    if begin not in marks.quote_starts:
        return None
    end = next((end for end in marks.quote_ends if end >= begin), last)
    if end not in marks.closed_ends:
        return None
    another = any(end < start <= last for start in marks.quote_starts)
    return end if end < last and not another and 2 * (end + 1 - begin) >= last + 1 - begin else None


def _first_found(*candidates: int | None) -> int:
    return next(candidate for candidate in candidates if candidate is not None)


def _nearest(wanted: int, borders: list[int], low: int, high: int) -> int | None:
    """The border nearest to `wanted` from `low` to `high`, if there is one."""
    near = borders[bisect_left(borders, low) : bisect_right(borders, high)]
    return min(near, key=lambda border: (abs(border - wanted), border), default=None)
