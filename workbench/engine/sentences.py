"""Two documents as sentences, for alignment: none so short that it says nothing, none so long that it says all."""

from typing import NamedTuple

import numpy as np

from workbench.engine.arrays import Flags, Longs
from workbench.engine.tokens import Corpus
from workbench.spans import Span

_SHORTEST = 6
"""Tokens; shorter sentences join the one before."""
_LONGEST = 90
_PIECE = 60
"""Text without full stops is cut every so many tokens."""


class Region(NamedTuple):
    """A passage as sentence numbers, first and last, of document a and of document b."""

    a_first: int
    a_last: int
    b_first: int
    b_last: int

    def side(self, side: int) -> tuple[int, int]:
        """First and last sentence in document a (0) or b (1)."""
        return self[2 * side], self[2 * side + 1]


class Sentences:
    """The sentences of two documents, each document's numbered from 0, with the tokens of both as `corpus`.

    `borders[d]` has the number of the first token of each sentence of document d, and of the one after its last;
    `first_row[d]` is the number of its first sentence when those of both are counted on.
    """

    def __init__(self, a: str, b: str) -> None:
        self.texts = a, b
        self.corpus = corpus = Corpus(self.texts)
        middle = corpus.tokens_of(1)[0]
        self.borders = _borders(corpus.breaks[:middle]), middle + _borders(corpus.breaks[middle:])
        self.counts = len(self.borders[0]) - 1, len(self.borders[1]) - 1
        self.first_row = 0, self.counts[0]

    def __len__(self) -> int:
        return sum(self.counts)

    def rows(self) -> Longs:
        """For every token the number of its sentence, document b's counted on from document a's."""
        return np.repeat(np.arange(len(self)), np.concatenate([np.diff(borders) for borders in self.borders]))

    def spans(self, region: Region) -> tuple[Span, Span]:
        """The two sides of a passage in code points of the two texts."""
        return self.span(0, *region.side(0)), self.span(1, *region.side(1))

    def span(self, side: int, first: int, last: int) -> Span:
        """The stretch from one sentence of a document to another, in code points."""
        borders = self.borders[side]
        return Span(int(self.corpus.start[borders[first]]), int(self.corpus.end[borders[last + 1] - 1]))

    def tokens(self, side: int, first: int, last: int) -> int:
        """How many tokens the stretch from one sentence of a document to another has."""
        return int(self.borders[side][last + 1] - self.borders[side][first])

    def all_tokens(self, side: int) -> int:
        """How many tokens a document has."""
        return self.tokens(side, 0, self.counts[side] - 1)


def _borders(breaks: Flags) -> Longs:
    """The numbers of the tokens at which sentences begin, with the number of tokens as last entry."""
    borders = [0]
    for token in np.flatnonzero(breaks).tolist():
        if token - borders[-1] >= _SHORTEST:
            borders.append(token)
    cut = []
    for start, end in zip(borders, [*borders[1:], len(breaks)], strict=True):
        cut.append(start)
        while end - cut[-1] > _LONGEST:
            cut.append(cut[-1] + _PIECE)
    return np.array([*cut, len(breaks)], np.int64)
