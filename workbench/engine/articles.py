"""Articles as the engine takes them, and what it reads of them: rows of tokens with marks."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from workbench.engine.arrays import Ints, Longs, Words
from workbench.engine.tokens import Corpus
from workbench.engine.weights import UNITS, stop_flags, token_weights
from workbench.model import Zone, ZoneKind

_LEFT_OUT = (ZoneKind.COMMENTS, ZoneKind.BYLINE)
_SHORT_WORD, _LONG_WORD = 2, 8
"""Characters of the longest word that cannot bring two articles together on its own merits, and of a long word."""

BREAK, NAME, OPENS, CLOSES, STOP, SHORT, LONG, USABLE, TURN, ALONE, LEADS = (np.uint16(1 << bit) for bit in range(11))
"""What a token's mark says: a sentence may begin here; a name; a quotation begins before, ends after it; a stop word;
a very short word; a long one; takes part; here begins a stretch of text, which no passage may cross; a
character of a language written without spaces; a paragraph begins with it."""

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


class Part(NamedTuple):
    """What is read of some articles, and how many tokens each of them has."""

    row: Row
    offsets: Offsets
    counts: Longs


@cache
def weights_of_marks() -> Units:
    """The weight in units of a token with each mark that there may be."""
    marks = np.arange(int(LEADS) * 2)
    stop, name, long, alone = ((marks & int(mark)) != 0 for mark in (STOP, NAME, LONG, ALONE))
    return np.rint(token_weights(stop, name, long, alone) * UNITS).astype(np.uint8)


def read(articles: Sequence[EngineArticle]) -> Part:
    """The tokens of some articles."""
    corpus = Corpus([article.text for article in articles])
    row = Row(corpus.word, corpus.stem, _marks(articles, corpus))
    return Part(row, Offsets(corpus.start, corpus.end), np.diff(corpus.first))


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
        USABLE: ~np.isin(kind, _UNUSABLE),
        TURN: turn,
        ALONE: corpus.alone,
        LEADS: corpus.leads,
    }
    marks = np.zeros(len(corpus), np.uint16)
    for mark, flag in flags.items():
        marks |= flag * mark
    return marks


def _group(kind: ZoneKind) -> int:
    """The kinds of zone that one passage may run through: a caption between two paragraphs does not end it."""
    return 0 if kind in (ZoneKind.BODY, ZoneKind.CAPTION) else 1 + list(ZoneKind).index(kind)


_UNUSABLE = np.array([_group(kind) for kind in _LEFT_OUT], np.uint8)
_NO_WORDS, _NO_PLACES = np.zeros(0, np.uint32), np.zeros(0, np.int32)
NOTHING = Part(
    Row(_NO_WORDS, _NO_WORDS, np.zeros(0, np.uint16)), Offsets(_NO_PLACES, _NO_PLACES), np.zeros(0, np.int64)
)
