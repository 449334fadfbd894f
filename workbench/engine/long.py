"""Local alignment of two long rows of tokens: over the blocks of a longest common subsequence."""

from typing import NamedTuple

from workbench.engine.blocks import Block
from workbench.engine.local import Costs

DEAREST = 8
"""A gap costs no more than so many tokens, where one side has nearly nothing in it: it is one edit."""
WIDEST, NARROW = 30, 3
"""So it is with gaps of so many tokens at most on one side, and a few on the other."""


class Local(NamedTuple):
    """The best-scoring stretch of two token rows, relative to them, half open, with the tokens they share."""

    a_start: int
    a_end: int
    b_start: int
    b_end: int
    shared: int
    score: float


def best_stretch(blocks: list[Block], weights: list[float], costs: Costs) -> Local | None:
    """The stretch of an alignment with the highest score; the weights are those of the tokens of the first row."""
    best, best_score = None, 0.0
    score, shared, start = 0.0, 0, Block(0, 0, 0)
    reached_a = reached_b = 0
    for block in blocks:
        score -= costs.gap * _counted(block.a - reached_a, block.b - reached_b)
        if score <= 0:
            score, shared, start = 0.0, 0, block
        score += sum(weights[block.a : block.a + block.length]) + costs.neighbour * (block.length - 1)
        shared += block.length
        reached_a, reached_b = block.a + block.length, block.b + block.length
        if score > best_score:
            best_score = score
            best = Local(start.a, reached_a, start.b, reached_b, shared, score)
    return best


def _counted(a: int, b: int) -> int:
    """How many tokens of a gap count that has so many on either side."""
    narrow, wide = sorted((a, b))
    return min(wide, DEAREST) if wide <= WIDEST and narrow <= NARROW else wide
