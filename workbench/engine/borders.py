"""Where a passage begins and ends: at the border of a sentence or of a quotation, where the text allows."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from typing import NamedTuple, Protocol

import numpy as np

from workbench.engine.archive import STOP, Archive
from workbench.engine.grouping import Gathering, Stretch
from workbench.engine.marks import Marks, Sides, marks_of
from workbench.spans import Span

_REACH = ((16, 4), (10, 3), (6, 2), (0, 1))
"""How many words away a border is taken, by the words of the passage: a long one is not lengthened much by four words.

A figure or a name that one side changed often stands right at the beginning of a sentence.
"""
_MOST_LOST = 6
"""A border moves inwards by no more than one word in six, but for one word always."""
_QUOTE_REACH = 6
"""How many words a border moves outwards to take in a whole quotation, if that is no more than half of the passage."""
_LONG_REACH, _MOST_DANGLING = 8, 2
_MOST_OF_IT = 0.6
"""How much of a passage its quotation must be for the outlet's own words around it to be left out."""
_GAP = re.compile("\n\n+")
"""What parts paragraphs; no sentence and no quotation runs across."""
_REMEMBERED = 50_000
"""Of so many paragraphs the marks are kept; they take half a kilobyte each."""


class _Text(Protocol):
    @property
    def text(self) -> str: ...


class _Lead(NamedTuple):
    """How many tokens away a sentence may begin and end for a border to move out to it."""

    start: int
    end: int


_UNLED = _Lead(0, 0)


class _Moved(NamedTuple):
    """A stretch with its borders moved, and how many tokens of the outlet's own were cut off behind a quotation."""

    stretch: Stretch
    cut: int


class _Paragraphs(NamedTuple):
    """The paragraphs of an article, in order: first token, first character and the one behind the last, and marks."""

    first: list[int]
    begin: list[int]
    end: list[int]
    marks: list[Marks | None]


class Borders:
    """Moves the borders of passages to where a sentence or quotation begins or ends."""

    def __init__(self, archive: Archive, articles: Sequence[_Text]) -> None:
        self._archive, self._articles = archive, articles
        self._remembered: dict[str, Marks] = {}
        self._paragraphs: dict[int, _Paragraphs] = {}
        self._turns: list[int] = archive.turns.tolist()

    def settled(self, gathering: Gathering) -> Gathering:
        """The family with its borders moved; places of one article that would meet by it stay as they were.

        Where the text of the model, the first member, begins or ends something, the others are moved further to do so
        too: what one outlet changed often stands right at the border ("More than 4,000" for "At least 3,800"). Where
        most members end with their quotation, the outlet's own words behind it left out, those without marks do too.
        """
        doc, model = gathering.members[0]
        led = self._moved(doc, model, _UNLED)
        lead = self._lead(doc, led.stretch)
        moved = [led, *(self._moved(doc, stretch, lead) for doc, stretch in gathering.members[1:])]
        cut = [place for place in moved if place.cut]
        if 2 * len(cut) >= len(moved):
            moved = [
                place if place.cut else self._ended_like(cut[0], place, stretch.end)
                for (_, stretch), place in zip(gathering.members, moved, strict=True)
            ]
        settled = Gathering([])
        for (doc, stretch), place in zip(gathering.members, moved, strict=True):
            if len(gathering.at(doc)) == 1:
                settled.add(doc, place.stretch)
                continue
            known = [*settled.at(doc), *(other for other in gathering.at(doc) if other != stretch)]
            settled.add(doc, stretch if any(place.stretch.meets(other) for other in known) else place.stretch)
        return settled

    def _lead(self, doc: int, model: Stretch) -> _Lead:
        """How far the others are moved: far where the model begins or ends something."""
        (before, first), (behind, last) = self._marks(doc, model.start), self._marks(doc, model.end - 1)
        return _Lead(
            _LONG_REACH if before.begins(model.start - first) else 0,
            _LONG_REACH if behind.ends_with(model.end - 1 - last) else 0,
        )

    def _moved(self, doc: int, stretch: Stretch, lead: _Lead) -> _Moved:
        """The stretch with its borders moved, by a few tokens, to where the text begins or ends something.

        A quotation is one thing: borders move further to take all of it, and what the outlet wrote behind it falls
        away.
        """
        low, high = self._limits(stretch.start)
        marks, origin = self._marks(doc, stretch.start)
        begin = origin + _beginning(stretch.moved(-origin), marks, low - origin, lead.start)
        if begin != stretch.start:
            marks, origin = self._marks(doc, begin)
        end = _end_of_only_quotation(begin - origin, stretch.end - 1 - origin, marks)
        if end is not None:
            return _Moved(Stretch(begin, origin + end + 1), stretch.end - 1 - origin - end)
        marks, origin = self._marks(doc, stretch.end - 1)
        finish = _finish(stretch.moved(-origin), max(begin, stretch.start) - origin, marks, high - origin, lead.end)
        last = origin + finish if finish is not None else self._without_dangling(max(begin, stretch.start), stretch.end)
        return _Moved(Stretch(begin, last + 1), 0)

    def _ended_like(self, other: _Moved, place: _Moved, end: int) -> _Moved:
        """A place that ends with the same word as another one of the family, if it has that word where it should.

        `end` is where the place ended before it was moved.
        """
        stem, start = self._archive.stem, place.stretch.start
        wanted, word = end - 1 - other.cut, stem[other.stretch.end - 1]
        near = range(max(start, wanted - _REACH[0][1]), min(end, place.stretch.end))
        found = _nearest(wanted, [token for token in near if stem[token] == word])
        if found is None or found + 1 - start < _MOST_OF_IT * (end - start):
            return place
        return _Moved(Stretch(start, found + 1), end - 1 - found)

    def room(self, doc: int, stretch: Stretch) -> Span:
        """The sentences that a stretch stands in, in code points: from where one may begin to where the next may."""
        low, high = self._archive.tokens_of(doc)
        before, behind = self._archive.breaks[low : stretch.start + 1], self._archive.breaks[stretch.end : high]
        # The first token of a text begins a sentence.
        first = low + len(before) - 1 - int(before[::-1].argmax())
        end = stretch.end + int(behind.argmax()) if behind.any() else high
        return self.span(doc, Stretch(first, end))

    def span(self, doc: int, stretch: Stretch) -> Span:
        """A stretch of tokens in code points of its article's text."""
        first, offsets = self._archive.tokens_of(doc)[0], self._archive.offsets(doc)
        return Span(int(offsets.start[stretch.start - first]), int(offsets.end[stretch.end - 1 - first]))

    def _without_dangling(self, begin: int, end: int) -> int:
        """The last token but for stop words that lead on to words no longer shared ("to thousands of")."""
        last = end - 1
        for token in range(last, max(begin, last - _MOST_DANGLING) - 1, -1):
            if not self._archive.marks[token] & STOP:
                return token
        return last

    def _limits(self, token: int) -> tuple[int, int]:
        """The first token of the stretch of text that a token stands in, and the one after its last."""
        behind = bisect_right(self._turns, token)
        return self._turns[behind - 1], self._turns[behind]

    def _marks(self, doc: int, token: int) -> tuple[Marks, int]:
        """The marks of the paragraph that a token of an article stands in, and the paragraph's first token."""
        paragraphs = self._paragraphs.get(doc) or self._cut(doc)
        k = bisect_right(paragraphs.first, token) - 1
        marks = paragraphs.marks[k]
        if marks is None:
            marks = paragraphs.marks[k] = self._marked(doc, paragraphs, k)
        return marks, paragraphs.first[k]

    def _cut(self, doc: int) -> _Paragraphs:
        """The paragraphs of an article that have tokens."""
        text, first = self._articles[doc].text, self._archive.tokens_of(doc)[0]
        starts = self._archive.offsets(doc).start
        gaps = [gap.span() for gap in _GAP.finditer(text)]
        begins, ends = np.array([0, *(end for _, end in gaps)]), np.array([*(start for start, _ in gaps), len(text)])
        low = starts.searchsorted(begins)
        some = np.append(low[1:], len(starts)) > low
        paragraphs = _Paragraphs(
            (low[some] + first).tolist(), begins[some].tolist(), ends[some].tolist(), [None] * int(some.sum())
        )
        if len(self._paragraphs) >= _REMEMBERED:
            self._paragraphs.clear()
        self._paragraphs[doc] = paragraphs
        return paragraphs

    def _marked(self, doc: int, paragraphs: _Paragraphs, k: int) -> Marks:
        """The marks of a paragraph, remembered by its text: copies of one story have paragraphs in common."""
        begin, end = paragraphs.begin[k], paragraphs.end[k]
        paragraph = self._articles[doc].text[begin:end]
        marks = self._remembered.get(paragraph)
        if marks is None:
            offsets, first = self._archive.offsets(doc), self._archive.tokens_of(doc)[0]
            low = paragraphs.first[k] - first
            high = paragraphs.first[k + 1] - first if k + 1 < len(paragraphs.first) else len(offsets.start)
            marks = marks_of(paragraph, *((side[low:high] - begin).tolist() for side in offsets))
            if len(self._remembered) >= _REMEMBERED:
                self._remembered.clear()
            self._remembered[paragraph] = marks
        return marks


def _beginning(stretch: Stretch, marks: Marks, low: int, lead: int) -> int:
    """Where a stretch begins, once its first border is moved; tokens are counted as in the marks."""
    if marks.begins(stretch.start):
        return stretch.start
    first, reach, whole_quote = stretch.start, _reach(stretch), min(_QUOTE_REACH, len(stretch) // 2)
    inner, outer = min(stretch.end - 1, first + _inwards(stretch)), max(low, first - reach)
    return _first_found(
        _nearest(first, [*_between(marks.starts, outer, inner), *_opening(marks.opening, stretch, outer, inner)]),
        _nearest(first, _opening(marks.opening, stretch, max(low, first - whole_quote), first)),
        _nearest(first, _between(marks.starts, max(low, first - min(lead, len(stretch) // 3)), first)),
        first,
    )


def _finish(stretch: Stretch, least: int, marks: Marks, high: int, lead: int) -> int | None:
    """The last token of a stretch, `least` or later, once its last border is moved; `None` where nothing ends."""
    if marks.ends_with(stretch.end - 1):
        return stretch.end - 1
    last, reach, whole_quote = stretch.end - 1, _reach(stretch), min(_QUOTE_REACH, len(stretch) // 2)
    inner, outer = max(least, last - _inwards(stretch)), min(high - 1, last + reach)
    return next(
        (
            end
            for end in (
                _nearest(last, [*_between(marks.ends, inner, outer), *_closing(marks.closing, stretch, inner, outer)]),
                _nearest(last, _closing(marks.closing, stretch, last, min(high - 1, last + whole_quote))),
                _nearest(last, _between(marks.ends, last, min(high - 1, last + min(lead, len(stretch) // 3)))),
            )
            if end is not None
        ),
        None,
    )


def _reach(stretch: Stretch) -> int:
    return next(reach for words, reach in _REACH if len(stretch) >= words)


def _inwards(stretch: Stretch) -> int:
    return min(_reach(stretch), max(1, len(stretch) // _MOST_LOST))


def _opening(borders: Sides, stretch: Stretch, low: int, high: int) -> list[int]:
    """Where, from `low` to `high`, quotations open: those the stretch begins inside of, or that are most of it."""
    near = range(bisect_left(borders.at, low), bisect_right(borders.at, high))
    return [
        borders.at[k]
        for k in near
        if (
            borders.beyond[k] >= stretch.start
            if borders.at[k] <= stretch.start
            else 2 * (min(borders.beyond[k] + 1, stretch.end) - borders.at[k]) >= len(stretch)
        )
    ]


def _closing(borders: Sides, stretch: Stretch, low: int, high: int) -> list[int]:
    """Where, from `low` to `high`, quotations close: those the stretch ends inside of, or that are most of it."""
    last = stretch.end - 1
    near = range(bisect_left(borders.at, low), bisect_right(borders.at, high))
    return [
        borders.at[k]
        for k in near
        if (
            borders.beyond[k] <= last
            if borders.at[k] >= last
            else 2 * (borders.at[k] + 1 - max(borders.beyond[k], stretch.start)) >= len(stretch)
        )
    ]


def _end_of_only_quotation(begin: int, last: int, marks: Marks) -> int | None:
    """Where the quotation ends that a passage opens with, if it is most of the passage and no other follows."""
    opening = marks.opening
    k = bisect_right(opening.at, begin) - 1
    if k < 0 or opening.at[k] != begin or opening.beyond[k] not in marks.closed:
        return None
    end = opening.beyond[k]
    another = bool(_between(opening.at, end + 1, last))
    return end if begin <= end < last and not another and end + 1 - begin >= _MOST_OF_IT * (last + 1 - begin) else None


def _first_found(*candidates: int | None) -> int:
    return next(candidate for candidate in candidates if candidate is not None)


def _between(borders: Sequence[int], low: int, high: int) -> Sequence[int]:
    """The borders from `low` to `high`."""
    return borders[bisect_left(borders, low) : bisect_right(borders, high)]


def _nearest(wanted: int, borders: Sequence[int]) -> int | None:
    """The border nearest to `wanted`, if there is one."""
    return min(borders, key=lambda border: (abs(border - wanted), border), default=None)
