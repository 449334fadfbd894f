"""Alignments: where two articles share a passage, from first to last shared word, with a score.

Each chain is aligned with a margin on both sides by the longest common subsequence of stems, and the best-scoring
stretch is kept: shared words earn their weight, gaps cost (the local alignment of Smith and Waterman 1981, over the
blocks of an LCS).
"""

from dataclasses import dataclass
from typing import NamedTuple

import numpy as np

from workbench.engine.blocks import Block, equal_blocks
from workbench.engine.chains import Chains
from workbench.engine.tokens import Corpus, Flags, Longs
from workbench.engine.weights import Weights

MARGIN = 12
"""How many tokens beyond a chain are looked at."""
GAP_COST = 0.6
"""What one token without a counterpart costs."""
NEIGHBOUR_BONUS = 0.4
"""What each shared token earns on top when it follows the shared token before it on both sides."""
QUOTATION_BONUS = 1.5
"""What a border earns that is the border of a quotation on one side at least."""
LEAST_SCORE = 7.0
"""Measured: of 275,000 pairs of unrelated articles four share a passage that scores 7 or more, one 8."""
LEAST_SHARED = 6
LEAST_CONTENT, _SHORT = 3, 12
"""In fewer than 12 shared tokens, outside quotation marks, so many must be neither names nor stop words: "the Ministry
of Inland Waters" is a name, and no passage."""
LEAST_SIMILARITY = 0.5


class Local(NamedTuple):
    """The best-scoring stretch of two token rows, relative to them, half open, with the tokens they share."""

    a_start: int
    a_end: int
    b_start: int
    b_end: int
    shared: int
    score: float

    @property
    def similarity(self) -> float:
        """Twice the shared tokens by all tokens of both sides, 0 to 1."""
        return 2 * self.shared / max(1, self.a_end - self.a_start + self.b_end - self.b_start)


@dataclass(frozen=True, slots=True)
class Aligned:
    """A shared passage: token numbers of both sides, half open, and its score."""

    a_start: int
    a_end: int
    b_start: int
    b_end: int
    score: float

    def covers(self, a_start: int, a_end: int, b_start: int, b_end: int) -> bool:
        """Whether both sides hold the sides of another passage of the same articles."""
        return self.a_start <= a_start and a_end <= self.a_end and self.b_start <= b_start and b_end <= self.b_end


def best_stretch(blocks: list[Block], a_weights: list[float], b_weights: list[float]) -> Local | None:
    """The stretch of an alignment with the highest score; the weights are those of the tokens of the two rows.

    A token weighs what it weighs on the side where it weighs more: a word is a name only when both sides write it as
    one.
    """
    best, best_score = None, 0.0
    score, shared, start = 0.0, 0, Block(0, 0, 0)
    reached_a = reached_b = 0
    for block in blocks:
        score -= GAP_COST * max(block.a - reached_a, block.b - reached_b)
        if score <= 0:
            score, shared, start = 0.0, 0, block
        pairs = zip(
            a_weights[block.a : block.a + block.length], b_weights[block.b : block.b + block.length], strict=True
        )
        score += sum(max(pair) for pair in pairs) + NEIGHBOUR_BONUS * (block.length - 1)
        shared += block.length
        reached_a, reached_b = block.a + block.length, block.b + block.length
        if score > best_score:
            best_score = score
            best = Local(start.a, reached_a, start.b, reached_b, shared, score)
    return best


class Aligner:
    """Aligns chains of one corpus. Holds plain arrays only, so that it can be sent to another process.

    `weights` has the weight of every token, `plain` says which are neither names nor stop words, `stretch` is the
    number of the stretch of text each stands in.
    """

    def __init__(self, corpus: Corpus, weights: Weights, plain: Flags, stretch: Longs) -> None:
        self._stem, self._opens, self._closes = corpus.stem, corpus.opens, corpus.closes
        self._plain = plain
        self._weights, self._stretch, self._bounds = weights, stretch, stretch_bounds(stretch)

    def align(self, chains: Chains) -> list[Aligned]:
        """The passages around the chains, without those that prove nothing and those that are part of another."""
        pair, here, found = (-1, -1), list[Aligned](), list[Aligned]()
        rows = zip(
            chains.a_start.tolist(), chains.a_end.tolist(), chains.b_start.tolist(), chains.b_end.tolist(), strict=True
        )
        for a_start, a_end, b_start, b_end in rows:
            stretches = int(self._stretch[a_start]), int(self._stretch[b_start])
            if stretches != pair:
                pair, here = stretches, []
            if any(x.covers(a_start, a_end, b_start, b_end) for x in here):
                continue
            aligned = self._around(a_start, a_end, b_start, b_end)
            if aligned and aligned not in here:
                here.append(aligned)
                found.append(aligned)
        return found

    def _around(self, a_start: int, a_end: int, b_start: int, b_end: int) -> Aligned | None:
        """The best passage in the neighbourhood of a chain, if it proves enough."""
        a_low, a_high = self._window(a_start, a_end)
        b_low, b_high = self._window(b_start, b_end)
        local = best_stretch(
            equal_blocks(self._stem[a_low:a_high], self._stem[b_low:b_high]),
            self._weights[a_low:a_high].tolist(),
            self._weights[b_low:b_high].tolist(),
        )
        if not local or local.shared < LEAST_SHARED or local.similarity < LEAST_SIMILARITY:
            return None
        a_first, a_last = a_low + local.a_start, a_low + local.a_end
        b_first, b_last = b_low + local.b_start, b_low + local.b_end
        quoted = int(self._opens[a_first] or self._opens[b_first]) + int(
            self._closes[a_last - 1] or self._closes[b_last - 1]
        )
        score = local.score + QUOTATION_BONUS * quoted
        says_something = (
            local.shared >= _SHORT
            or quoted
            or min(self._plain[a_first:a_last].sum(), self._plain[b_first:b_last].sum()) >= LEAST_CONTENT
        )
        return Aligned(a_first, a_last, b_first, b_last, score) if says_something and score >= LEAST_SCORE else None

    def _window(self, start: int, end: int) -> tuple[int, int]:
        """A stretch of tokens with its margin, inside its stretch of text."""
        stretch = int(self._stretch[start])
        return max(int(self._bounds[stretch]), start - MARGIN), min(int(self._bounds[stretch + 1]), end + MARGIN)


def stretch_bounds(stretch: Longs) -> Longs:
    """The number of the first token of every stretch, with the number of tokens as last entry."""
    return np.searchsorted(stretch, np.arange(int(stretch.max(initial=-1)) + 2)).astype(np.int64)
