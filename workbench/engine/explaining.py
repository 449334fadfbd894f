"""Why two passages were found to be one text: what they share, how that scores, and what first brought them together.

Computed anew from the two articles by the engine's own steps. No score depends on any other article, so what is told
here is what the search saw.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np

from workbench.engine.alignments import Aligner
from workbench.engine.archive import Archive
from workbench.engine.arrays import Longs
from workbench.engine.articles import SHORT, STOP, EngineArticle
from workbench.engine.blocks import equal_blocks
from workbench.engine.chains import chain
from workbench.engine.passages import Passages
from workbench.engine.seeds import TIERS, Seeds, find_seeds
from workbench.spans import Span

_SHORTEST_RUN = TIERS[0].length
_LARGEST_PRODUCT = 4_000_000
_REACH = 10
"""In how many tokens from its first one the three words of a seed stand."""


class Passage(NamedTuple):
    """A passage and the article that it stands in; `span` is in code points of the article's text."""

    article: EngineArticle
    span: Span


@dataclass(frozen=True, slots=True)
class Run:
    """Words that both passages have one after the other: how many, and the words as the base has them."""

    words: int
    text: str


@dataclass(frozen=True, slots=True)
class Explanation:
    """What a passage shares with the base, in words; a word of Chinese, Japanese or Thai is a character.

    `shared` of the `words` of the base stand in the witness in the same order, inflected perhaps. `longest` is the
    longest run word for word. `score` is that of the alignment of the two, `None` where the two would not have been
    found to be one text, and `reach` the words of the base that it goes over; `runs` are the seeds, longest first,
    `triples` those of three words near one another.
    """

    words: int
    witness_words: int
    shared: int
    longest: Run
    score: float | None
    reach: int
    runs: tuple[Run, ...]
    triples: tuple[tuple[str, ...], ...]


def explain(base: Passage, witness: Passage) -> Explanation:
    """What brought a witness and its base together."""
    pair = _Pair(*_apart(base, witness))
    seeds = find_seeds(pair.archive, lambda _done, _total: None)
    passages = Aligner(pair.archive, 0.0).align(chain(seeds, pair.archive.stretch))
    runs = tuple(dict.fromkeys(pair.run(start, length) for start, length in pair.runs_among(seeds)))
    score, reach = pair.scored(passages)
    return Explanation(
        pair.a_high - pair.a_low,
        pair.b_high - pair.b_low,
        pair.shared(),
        pair.longest_run(runs),
        score,
        reach,
        runs,
        () if runs else tuple(dict.fromkeys(pair.triples_among(seeds))),
    )


def _apart(base: Passage, witness: Passage) -> tuple[Passage, Passage]:
    """The two passages, each alone where both stand in one article: every word of it would be found in it again."""
    if base.article.id != witness.article.id:
        return base, witness
    alone = (EngineArticle(passage.article.id, passage.span.of(passage.article.text)) for passage in (base, witness))
    one, other = (Passage(article, Span(0, len(article.text))) for article in alone)
    return one, other


class _Pair:
    """The tokens of two articles, and which of them are those of the passages, half open."""

    def __init__(self, base: Passage, witness: Passage) -> None:
        self.archive = Archive([base.article, witness.article])
        self._text = base.article.text
        self.a_low, self.a_high = self._tokens(0, base.span)
        self.b_low, self.b_high = self._tokens(1, witness.span)
        self._starts, self._ends = self.archive.offsets(0)

    def _tokens(self, doc: int, span: Span) -> tuple[int, int]:
        offsets, first = self.archive.offsets(doc), self.archive.tokens_of(doc)[0]
        low = int(np.searchsorted(offsets.end, span.start, side="right"))
        high = int(np.searchsorted(offsets.start, span.end, side="left"))
        return first + low, first + max(low, high)

    def quoted(self, start: int, end: int) -> str:
        """The words of the base from a token to another one, as they stand in its text."""
        return self._text[int(self._starts[start]) : int(self._ends[end - 1])]

    def run(self, start: int, length: int) -> Run:
        """A run of words of the base."""
        return Run(length, self.quoted(start, start + length))

    def shared(self) -> int:
        """How many words of the base stand in the witness in the same order."""
        stem = self.archive.stem
        blocks = equal_blocks(stem[self.a_low : self.a_high], stem[self.b_low : self.b_high])
        return sum(block.length for block in blocks)

    def longest_run(self, runs: Sequence[Run]) -> Run:
        """The longest run of the same words; of long passages the longest seed."""
        a, b = self.archive.word[self.a_low : self.a_high], self.archive.word[self.b_low : self.b_high]
        if len(a) * len(b) > _LARGEST_PRODUCT:
            return max(runs, key=lambda run: run.words, default=Run(0, ""))
        best, end = 0, 0
        reached = np.zeros(len(b) + 1, np.int64)
        for row, word in enumerate(a):
            reached[1:] = np.where(b == word, reached[:-1] + 1, 0)
            if len(b) and (top := int(reached.max())) > best:
                best, end = top, self.a_low + row + 1
        return self.run(end - best, best) if best else Run(0, "")

    def runs_among(self, seeds: Seeds) -> list[tuple[int, int]]:
        """First token and length of the seeds that are runs of words of both passages, the longest first."""
        found = []
        for a, b, length in self._inside(seeds):
            cut = max(0, self.a_low - a, self.b_low - b)
            inside = min(length, self.a_high - a, self.b_high - b) - cut
            here, there = (self.archive.word[start + cut : start + cut + inside] for start in (a, b))
            if inside >= _SHORTEST_RUN and np.array_equal(here, there):
                found.append((a + cut, inside))
        return sorted(found, key=lambda run: (-run[1], run[0]))

    def triples_among(self, seeds: Seeds) -> Iterator[tuple[str, ...]]:
        """The words of the seeds of three words near one another."""
        telling = ~self.archive.has(SHORT) & ~self.archive.has(STOP)
        stem = self.archive.stem
        for a, b, _ in self._inside(seeds):
            there = {int(stem[k]) for k in range(b, min(b + _REACH, self.b_high)) if telling[k]}
            here = [k for k in range(a, min(a + _REACH, self.a_high)) if telling[k] and int(stem[k]) in there]
            if len(here) >= 3:
                yield tuple(self.quoted(k, k + 1) for k in here[:3])

    def _inside(self, seeds: Seeds) -> list[tuple[int, int, int]]:
        """The seeds that lie in both passages, in part at least."""
        inside = (seeds.a + seeds.length > self.a_low) & (seeds.a < self.a_high)
        inside &= (seeds.b + seeds.length > self.b_low) & (seeds.b < self.b_high)
        columns: list[Longs] = [seeds.a[inside], seeds.b[inside], seeds.length[inside]]
        return list(zip(*(column.tolist() for column in columns), strict=True))

    def scored(self, passages: Passages) -> tuple[float | None, int]:
        """The score of the alignment that has most of both passages, and how many words of the base it goes over."""
        a = np.minimum(passages.a_end, self.a_high) - np.maximum(passages.a_start, self.a_low)
        b = np.minimum(passages.b_end, self.b_high) - np.maximum(passages.b_start, self.b_low)
        common = np.minimum(a, b)
        if not len(common) or common.max() <= 0:
            return None, 0
        best = int(common.argmax())
        return float(passages.score[best]), int(passages.a_end[best] - passages.a_start[best])
