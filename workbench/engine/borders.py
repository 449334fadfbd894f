"""Where a passage begins and ends: at the border of a sentence or of a quotation, where the text allows."""

from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from workbench.engine.archive import Archive
from workbench.engine.arrays import Flags, Longs
from workbench.engine.articles import STOP, EngineArticle
from workbench.engine.gathering import Gathering, Stretch
from workbench.engine.paragraphs import CLOSED, ENDS, STARTS, Paragraphs

_REACH = ((0, 1), (6, 2), (10, 3), (16, 4))
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
_NEAREST_FIRST = np.array(sorted(range(-_LONG_REACH, _LONG_REACH + 1), key=lambda step: (abs(step), step)), np.int64)


class Settled(NamedTuple):
    """The members of families, one family behind the other: numbers of articles, and tokens, half open.

    `first` has the number of the first member of every family, and that of all members as last entry.
    """

    first: Longs
    doc: Longs
    start: Longs
    end: Longs


class _Passages(NamedTuple):
    """Passages whose borders are to be moved: tokens, half open, and how far away a sentence may begin and end."""

    start: Longs
    end: Longs
    lead_start: Longs
    lead_end: Longs

    @property
    def length(self) -> Longs:
        return self.end - self.start

    @property
    def reach(self) -> Longs:
        """How many words away a border is taken."""
        least, reach = np.array(_REACH, np.int64).T
        found: Longs = reach[np.searchsorted(least, self.length, side="right") - 1]
        return found

    @property
    def inwards(self) -> Longs:
        return np.minimum(self.reach, np.maximum(1, self.length // _MOST_LOST))

    @property
    def whole_quote(self) -> Longs:
        return np.minimum(_QUOTE_REACH, self.length // 2)

    def some(self, which: Flags) -> "_Passages":
        return _Passages(*(column[which] for column in self))


class _Moved(NamedTuple):
    """Stretches with their borders moved, and how many tokens of the outlet's own were cut off behind a quotation."""

    start: Longs
    end: Longs
    cut: Longs


class Borders:
    """Moves the borders of passages to where a sentence or quotation begins or ends."""

    def __init__(self, archive: Archive, articles: Sequence[EngineArticle]) -> None:
        self._archive = archive
        self._paragraphs = Paragraphs(archive, articles)

    def settled(self, gatherings: Sequence[Gathering]) -> Settled:
        """The families with their borders moved; places of one article that would meet by it stay as they were.

        Where the text of the model, the first member, begins or ends something, the others are moved further to do so
        too: what one outlet changed often stands right at the border ("More than 4,000" for "At least 3,800"). Where
        most members end with their quotation, the outlet's own words behind it left out, those without marks do too.
        """
        members = [(doc, stretch.start, stretch.end) for each in gatherings for doc, stretch in each.members]
        doc, start, end = np.array(members, np.int64).reshape(-1, 3).T
        first = np.cumsum([0, *(len(each.members) for each in gatherings)], dtype=np.int64)
        moved = self._moved_like_models(first, start, end)
        for low, high in pairwise(first.tolist()):
            cut = np.flatnonzero(moved.cut[low:high])
            if 0 < len(cut) < high - low <= 2 * len(cut):
                self._end_alike(moved, low, high, low + int(cut[0]), end)
        self._keep_apart(gatherings, first, moved)
        return Settled(first, doc, moved.start, moved.end)

    def _moved_like_models(self, first: Longs, start: Longs, end: Longs) -> _Moved:
        """All members with their borders moved, the model of each family leading the others."""
        models, sizes = first[:-1], np.diff(first)
        none = np.zeros(len(models), np.int64)
        led = self._moved(_Passages(start[models], end[models], none, none))
        lead = [np.repeat(side, sizes) for side in self._leads(led)]
        moved = self._moved(_Passages(start, end, *lead))
        for side, model_side in zip(moved, led, strict=True):
            side[models] = model_side
        return moved

    def _leads(self, led: _Moved) -> tuple[Longs, Longs]:
        """How far the others are moved: far where the model begins or ends something."""
        paragraphs, last = self._paragraphs, led.end - 1
        paragraphs.around(led.start)
        paragraphs.around(last)
        begins = paragraphs.has(STARTS, led.start) | (paragraphs.opening(led.start) > 0)
        ends = paragraphs.has(ENDS, last) | (paragraphs.closing(last) > 0)
        return begins * _LONG_REACH, ends * _LONG_REACH

    def _moved(self, passages: _Passages) -> _Moved:
        """Passages with their borders moved, by a few tokens, to where the text begins or ends something.

        A quotation is one thing: borders move further to take all of it, and what the outlet wrote behind it falls
        away.
        """
        start, last = self._beginnings(passages), passages.end - 1
        quoted = self._ends_of_only_quotations(start, last)
        final = np.where(quoted >= 0, quoted, self._finishes(passages, np.maximum(start, passages.start)))
        return _Moved(start, final + 1, np.where(quoted >= 0, last - quoted, 0))

    def _beginnings(self, passages: _Passages) -> Longs:
        """The first tokens of passages, once their first border is moved."""
        first = passages.start
        low, _ = self._limits(first)
        near = self._near(first)
        # The first token behind a paragraph begins something, too.
        starts = (near.inside & self._paragraphs.has(STARTS, near.tokens)) | (near.places == near.behind)
        length = np.where(near.inside, self._paragraphs.opening(near.tokens), 0)
        taken = np.minimum(near.places + length, passages.end[:, None]) - near.places
        # A quotation the passage begins inside of, or one that is most of it.
        inside_of = (near.places <= first[:, None]) & (near.places + length > first[:, None])
        opens = (length > 0) & (inside_of | ((near.places > first[:, None]) & (2 * taken >= passages.length[:, None])))
        inner = np.minimum(passages.end - 1, first + passages.inwards)
        lead = np.minimum(passages.lead_start, passages.length // 3)
        return near.first_found(
            first,
            (starts | opens, np.maximum(low, first - passages.reach), inner),
            (opens, np.maximum(low, first - passages.whole_quote), first),
            (starts, np.maximum(low, first - lead), first),
        )

    def _finishes(self, passages: _Passages, least: Longs) -> Longs:
        """The last tokens of passages, none before `least`, once their last border is moved."""
        last = passages.end - 1
        _, high = self._limits(passages.start)
        near = self._near(last)
        # The last token before a paragraph ends something, too.
        ends = (near.inside & self._paragraphs.has(ENDS, near.tokens)) | (near.places == near.begin - 1)
        length = np.where(near.inside, self._paragraphs.closing(near.tokens), 0)
        taken = near.places + 1 - np.maximum(near.places + 1 - length, passages.start[:, None])
        inside_of = (near.places >= last[:, None]) & (near.places - length < last[:, None])
        closes = (length > 0) & (inside_of | ((near.places < last[:, None]) & (2 * taken >= passages.length[:, None])))
        lead = np.minimum(passages.lead_end, passages.length // 3)
        return near.first_found(
            self._without_dangling(least, last),
            (
                ends | closes,
                np.maximum(least, last - passages.inwards),
                np.minimum(high - 1, last + passages.reach),
            ),
            (closes, last, np.minimum(high - 1, last + passages.whole_quote)),
            (ends, last, np.minimum(high - 1, last + lead)),
        )

    def _near(self, borders: Longs) -> "_Near":
        begin, behind = self._paragraphs.around(borders)
        places = borders[:, None] + _NEAREST_FIRST
        inside = (places >= begin[:, None]) & (places < behind[:, None])
        return _Near(places, np.where(inside, places, borders[:, None]), inside, begin[:, None], behind[:, None])

    def _limits(self, tokens: Longs) -> tuple[Longs, Longs]:
        """The first tokens of the stretches of text that tokens stand in, and the ones after their last."""
        turns = self._archive.turns
        number = np.searchsorted(turns, tokens, side="right")
        return turns[number - 1], turns[number]

    def _ends_of_only_quotations(self, begin: Longs, last: Longs) -> Longs:
        """Where the quotation ends that a passage opens with, if it is most of it and no other follows; or -1."""
        _, behind = self._paragraphs.around(begin)
        end = begin + self._paragraphs.opening(begin) - 1
        fits = (end >= begin) & (end < last) & (end + 1 - begin >= _MOST_OF_IT * (last + 1 - begin))
        which = np.flatnonzero(fits)
        which = which[self._paragraphs.has(CLOSED, end[which])]
        found = np.full(len(begin), -1, np.int64)
        # What opens behind it, in the same paragraph.
        low, high = end[which] + 1, np.minimum(last[which] + 1, behind[which])
        sizes = np.maximum(0, high - low)
        ahead = np.cumsum(sizes) - sizes
        tokens = np.arange(int(sizes.sum())) + np.repeat(low - ahead, sizes)
        another = np.bincount(
            np.repeat(np.arange(len(which)), sizes), self._paragraphs.opening(tokens) > 0, minlength=len(which)
        )
        found[which[another == 0]] = end[which[another == 0]]
        return found

    def _without_dangling(self, least: Longs, last: Longs) -> Longs:
        """The last tokens but for stop words that lead on to words no longer shared ("to thousands of")."""
        tokens = np.maximum(last[:, None] - np.arange(_MOST_DANGLING + 1), least[:, None])
        telling = (self._archive.marks[tokens] & STOP) == 0
        return np.where(telling.any(1), tokens[np.arange(len(last)), telling.argmax(1)], last)

    def _end_alike(self, moved: _Moved, low: int, high: int, other: int, end: Longs) -> None:
        """Let the members of a family from `low` to `high` end with the same word as one that was cut.

        Those that have this word where it should stand; `end` is where they ended before they were moved.
        """
        stem = self._archive.stem
        word, cut = stem[moved.end[other] - 1], int(moved.cut[other])
        for k in range(low, high):
            if moved.cut[k]:
                continue
            start, before = int(moved.start[k]), int(end[k])
            wanted = before - 1 - cut
            near = range(max(start, wanted - _REACH[-1][1]), min(before, int(moved.end[k])))
            found = min(
                (token for token in near if stem[token] == word),
                key=lambda token: (abs(token - wanted), token),
                default=None,
            )
            if found is not None and found + 1 - start >= _MOST_OF_IT * (before - start):
                moved.end[k], moved.cut[k] = found + 1, before - 1 - found

    def _keep_apart(self, gatherings: Sequence[Gathering], first: Longs, moved: _Moved) -> None:
        """Put the places of one article back that would meet once their borders are moved."""
        for gathering, low in zip(gatherings, first[:-1].tolist(), strict=True):
            if len(gathering.docs) == len(gathering.members):
                continue
            settled: dict[int, list[Stretch]] = {}
            for k, (doc, stretch) in enumerate(gathering.members, low):
                if len(gathering.at(doc)) == 1:
                    continue
                place, before = Stretch(int(moved.start[k]), int(moved.end[k])), settled.setdefault(doc, [])
                known = [*before, *(other for other in gathering.at(doc) if other != stretch)]
                if any(place.meets(other) for other in known):
                    place = stretch
                moved.start[k], moved.end[k] = place.start, place.end
                before.append(place)


class _Near(NamedTuple):
    """The tokens around borders, the nearest first, one row a border; `begin` and `behind` bound its paragraph."""

    places: Longs
    tokens: Longs
    """The places that lie inside; for the others one that does."""
    inside: Flags
    begin: Longs
    behind: Longs

    def first_found(self, otherwise: Longs, *wanted: tuple[npt.NDArray[np.bool_], Longs, Longs]) -> Longs:
        """The nearest place of the first kind that is there at all, between two others."""
        found = otherwise.copy()
        open_ = np.ones(len(found), np.bool_)
        for kind, low, high in wanted:
            fits = kind & (self.places >= low[:, None]) & (self.places <= high[:, None])
            some = open_ & fits.any(1)
            found[some] = self.places[some, fits[some].argmax(1)]
            open_ &= ~some
        return found
