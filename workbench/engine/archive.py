"""The archive: the tokens of all articles of a case, in the order of import, as the search for passages needs them.

What an archive holds of an article depends on that article alone. So an article's part of it can be kept in the case
and need not be made again when more articles come.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from workbench.engine.tokens import Corpus, Flags, Ints, Longs, Words, borders
from workbench.engine.weights import UNITS, stop_flags, token_weights
from workbench.model import Zone, ZoneKind

_LEFT_OUT = (ZoneKind.COMMENTS, ZoneKind.BYLINE)
_SHORT_WORD, _LONG_WORD = 2, 8
"""Characters of the longest word that cannot bring two articles together on its own merits, and of a long word."""

BREAK, NAME, OPENS, CLOSES, STOP, SHORT, LONG, USABLE, TURN, ALONE = (np.uint16(1 << bit) for bit in range(10))
"""What a token's mark says: a sentence may begin here; a name; a quotation begins before, ends after it; a stop word;
a very short word; a long one; takes part; here begins a stretch of text, which no passage may cross; a
character of a language written without spaces."""

Marks = npt.NDArray[np.uint16]
Units = npt.NDArray[np.uint8]


@dataclass(frozen=True, slots=True)
class EngineArticle:
    """An article as the engine takes it. Without zones all of the text is body."""

    id: int
    text: str
    zones: tuple[Zone, ...] = ()


class Row(NamedTuple):
    """What the archive holds of one article, one entry a token: hashes of word and stem, and the mark."""

    word: Words
    stem: Words
    marks: Marks


class Offsets(NamedTuple):
    """Where the tokens of one article begin and end, in code points of its text."""

    start: Ints
    end: Ints


class Archive:
    """The tokens of many articles in one row of arrays; `first[k]` is the number of the first token of article k.

    `first` has one entry more than there are articles. `kept` are the rows of the first articles, from an earlier run;
    the others are read from their texts.
    """

    def __init__(self, articles: Sequence[EngineArticle], kept: Sequence[Row] = ()) -> None:
        fresh = articles[len(kept) :]
        corpus = Corpus([article.text for article in fresh])
        marks = _marks(fresh, corpus)
        rows = [*kept, Row(corpus.word, corpus.stem, marks)]
        self.word: Words = np.concatenate([row.word for row in rows])
        self.stem: Words = np.concatenate([row.stem for row in rows])
        self.marks: Marks = np.concatenate([row.marks for row in rows])
        known = np.cumsum([0, *(len(row.word) for row in kept)], dtype=np.int64)
        self.first: Longs = np.concatenate((known[:-1], known[-1] + corpus.first))
        self.fresh = len(kept)
        self._articles, self._corpus = articles, corpus

    def __len__(self) -> int:
        return len(self.word)

    def row(self, doc: int) -> Row:
        """What there is of one article."""
        here = slice(*self.tokens_of(doc))
        return Row(self.word[here], self.stem[here], self.marks[here])

    def tokens_of(self, doc: int) -> tuple[int, int]:
        """The numbers of the first token of an article and of the one after its last."""
        return int(self.first[doc]), int(self.first[doc + 1])

    def offsets(self, doc: int) -> Offsets:
        """Where the tokens of an article stand in its text."""
        if doc >= self.fresh:
            low, high = self._corpus.tokens_of(doc - self.fresh)
            return Offsets(self._corpus.start[low:high], self._corpus.end[low:high])
        if doc not in self._cut:
            self._cut[doc] = Offsets(*borders(self._articles[doc].text))
        return self._cut[doc]

    @cached_property
    def _cut(self) -> dict[int, Offsets]:
        return {}

    def has(self, mark: np.uint16) -> Flags:
        """For every token whether it has a mark."""
        found: Flags = (self.marks & mark) != 0
        return found

    def weights(self, low: int, high: int) -> list[float]:
        """The weights of some tokens."""
        weights: list[float] = (weights_of_marks()[self.marks[low:high]] / UNITS).tolist()
        return weights

    @cached_property
    def units(self) -> Units:
        """The weight of every token in units."""
        return weights_of_marks()[self.marks]

    @cached_property
    def breaks(self) -> Flags:
        """For every token whether a sentence may begin with it."""
        return self.has(BREAK)

    @cached_property
    def parted(self) -> Flags:
        """For every token whether a sentence or a quotation may begin with it, or have ended with the one before."""
        behind = np.zeros(len(self), np.bool_)
        behind[1:] = self.has(CLOSES)[:-1]
        return self.breaks | self.has(OPENS) | behind

    @cached_property
    def stretch(self) -> Ints:
        """For every token the number of its stretch of text, which no passage may cross."""
        return np.cumsum(self.has(TURN), dtype=np.int32) - np.int32(1)

    @cached_property
    def turns(self) -> Longs:
        """The number of the first token of every stretch, with the number of tokens as last entry."""
        return np.append(np.flatnonzero(self.has(TURN)), len(self)).astype(np.int64)

    @cached_property
    def doc_of_stretch(self) -> Ints:
        """For every stretch the number of its article."""
        return (np.searchsorted(self.first, self.turns[:-1], side="right") - 1).astype(np.int32)

    def doc_of(self, tokens: Longs) -> Ints:
        """The numbers of the articles that some tokens stand in."""
        docs: Ints = self.doc_of_stretch[self.stretch[tokens]]
        return docs


@cache
def weights_of_marks() -> Units:
    """The weight in units of a token with each mark that there may be."""
    marks = np.arange(int(ALONE) * 2)
    stop, name, long, alone = ((marks & int(mark)) != 0 for mark in (STOP, NAME, LONG, ALONE))
    return np.rint(token_weights(stop, name, long, alone) * UNITS).astype(np.uint8)


def _marks(articles: Sequence[EngineArticle], corpus: Corpus) -> Marks:
    kind = np.zeros(len(corpus), np.uint8)
    for doc, article in enumerate(articles):
        first, last = corpus.tokens_of(doc)
        for zone in article.zones:
            low, high = np.searchsorted(corpus.start[first:last], [zone.span.start, zone.span.end])
            kind[first + low : first + high] = _group(zone.kind)
    turn = np.ones(len(corpus), np.bool_)
    turn[1:] = (corpus.doc[1:] != corpus.doc[:-1]) | (kind[1:] != kind[:-1])
    flags = {
        BREAK: corpus.breaks,
        NAME: corpus.name,
        OPENS: corpus.opens,
        CLOSES: corpus.closes,
        STOP: stop_flags(corpus.word, corpus.first),
        SHORT: corpus.end - corpus.start <= _SHORT_WORD,
        LONG: corpus.end - corpus.start >= _LONG_WORD,
        USABLE: ~np.isin(kind, [_group(zone_kind) for zone_kind in _LEFT_OUT]),
        TURN: turn,
        ALONE: corpus.alone,
    }
    marks = np.zeros(len(corpus), np.uint16)
    for mark, flag in flags.items():
        marks |= np.where(flag, mark, np.uint16(0))
    return marks


def _group(kind: ZoneKind) -> int:
    """The kinds of zone that one passage may run through: a caption between two paragraphs does not end it."""
    return 0 if kind in (ZoneKind.BODY, ZoneKind.CAPTION) else 1 + list(ZoneKind).index(kind)
