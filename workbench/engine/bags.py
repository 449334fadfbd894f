"""Two documents as sentences, and sentences as weighted bags of stems (tf-isf, Sanchez-Perez et al. 2014)."""

from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from workbench.engine.tokens import Corpus, Flags, Longs
from workbench.spans import Span

LEAST_COSINE = 0.30
LEAST_DICE = 0.30
_SHORTEST_SENTENCE = 6
"""Shorter ones join the sentence before them."""
_LONGEST_SENTENCE = 90
_PIECE = 60
"""Text without full stops is cut every so many tokens."""
_SHORTEST_STEM = 3
"""Characters; the words shorter than that are mostly function words."""
_OUTSIDE_COST, _INSIDE_COST = 0.55, 0.35
"""What an unshared word costs a sentence beyond a border, and one within: borders move only for good reason."""
_REACH = 3
"""How many sentences a border may move outwards."""

Floats = npt.NDArray[np.float32]


class Region(NamedTuple):
    """A passage as sentence numbers, first and last, of document a and of document b."""

    a_first: int
    a_last: int
    b_first: int
    b_last: int


class Bags:
    """The sentences of two documents, comparable."""

    def __init__(self, corpus: Corpus) -> None:
        middle = corpus.tokens_of(1)[0]
        self._corpus = corpus
        self._borders = _sentence_borders(corpus.breaks[:middle]), middle + _sentence_borders(corpus.breaks[middle:])
        self.a_count, self.b_count = (len(borders) - 1 for borders in self._borders)
        sentences, stems = self.a_count + self.b_count, len(corpus.stem_count)
        lengths = np.concatenate([np.diff(borders) for borders in self._borders])
        counted = corpus.end - corpus.start >= _SHORTEST_STEM
        cells = (np.repeat(np.arange(sentences), lengths) * stems + corpus.stem)[counted]
        counts = np.bincount(cells, minlength=sentences * stems).reshape(sentences, stems).astype(np.float32)
        self._present: Flags = counts > 0
        self._rarity: Floats = np.log(sentences / np.maximum(self._present.sum(0), 1)).astype(np.float32)
        self._bags: Floats = counts * self._rarity
        self._gain_weights = np.minimum(self._rarity, 3) + 0.15

    def alike(self) -> tuple[Longs, Longs]:
        """The pairs of sentences, one of each document, that are alike by cosine and by Dice."""
        a, b = self._bags[: self.a_count], self._bags[self.a_count :]
        norms = np.linalg.norm(self._bags, axis=1) + 1e-9
        cosine = (a @ b.T) / np.outer(norms[: self.a_count], norms[self.a_count :])
        present = self._present.astype(np.float32)
        sizes = present.sum(1)
        shared = present[: self.a_count] @ present[self.a_count :].T
        dice = 2 * shared / (sizes[: self.a_count, None] + sizes[None, self.a_count :] + 1e-9)
        first, second = np.nonzero((cosine > LEAST_COSINE) & (dice > LEAST_DICE))
        return first.astype(np.int64), second.astype(np.int64)

    def likeness(self, region: Region) -> float:
        """The cosine of the two sides of a passage, each taken as one bag, 0 to 1."""
        a = self._bags[region.a_first : region.a_last + 1].sum(0)
        b = self._bags[self.a_count + region.b_first : self.a_count + region.b_last + 1].sum(0)
        return float(a @ b / (np.linalg.norm(a) * np.linalg.norm(b) + 1e-9))

    def spans(self, region: Region) -> tuple[Span, Span]:
        """The two sides of a passage in code points of the two texts."""
        return self._span(0, region.a_first, region.a_last), self._span(1, region.b_first, region.b_last)

    def _span(self, side: int, first: int, last: int) -> Span:
        borders = self._borders[side]
        return Span(int(self._corpus.start[borders[first]]), int(self._corpus.end[borders[last + 1] - 1]))

    def settled(self, region: Region) -> Region:
        """The passage after moving its borders to where sentences stop sharing words with the whole other side."""
        a_first, a_last, b_first, b_last = region
        for _ in range(2):
            a_first, a_last = self._moved(0, self.a_count, a_first, a_last, self._stems(self.a_count, b_first, b_last))
            b_first, b_last = self._moved(self.a_count, self.b_count, b_first, b_last, self._stems(0, a_first, a_last))
        return Region(a_first, a_last, b_first, b_last)

    def _stems(self, origin: int, first: int, last: int) -> Flags:
        found: Flags = np.logical_or.reduce(self._present[origin + first : origin + last + 1], axis=0)
        return found

    def _moved(self, origin: int, count: int, first: int, last: int, opposite: Flags) -> tuple[int, int]:
        """New first and last sentence on one side: the run with the greatest gain through the middle of the old one."""
        low, high = max(0, first - _REACH), min(count - 1, last + _REACH)
        rows = self._present[origin + low : origin + high + 1]
        cost = np.full(len(rows), _OUTSIDE_COST, np.float32)
        cost[first - low : last - low + 1] = _INSIDE_COST
        gain = (rows & opposite) @ self._gain_weights - cost * (rows @ self._gain_weights)
        total = np.concatenate(([0.0], np.cumsum(gain)))
        middle = (first + last) // 2 - low
        return low + int(np.argmin(total[: middle + 1])), low + middle + int(np.argmax(total[middle + 1 :]))


def _sentence_borders(breaks: Flags) -> Longs:
    """The numbers of the tokens at which sentences begin, with the number of tokens as last entry."""
    borders = [0]
    for token in np.flatnonzero(breaks).tolist():
        if token - borders[-1] >= _SHORTEST_SENTENCE:
            borders.append(token)
    cut = []
    for start, end in zip(borders, [*borders[1:], len(breaks)], strict=True):
        cut.append(start)
        while end - cut[-1] > _LONGEST_SENTENCE:
            cut.append(cut[-1] + _PIECE)
    return np.array([*cut, len(breaks)], np.int64)
