"""Which tokens two rows have in common, in order: a longest common subsequence, for rows of any length.

Long rows are cut first where a run of tokens stands exactly once in each (the anchors of Bram Cohen's patience diff),
since the subsequence takes time and memory by the product of the lengths.
"""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from typing import NamedTuple

import numpy as np
from rapidfuzz.distance import Indel

from workbench.engine.arrays import Hashes, Longs, Words, mix

_LARGEST_PRODUCT = 4_000_000
_RUN = 8
_PIECE = 1_000
"""Tokens between two cuts, at least."""
_BASE = np.uint64(0x9E3779B97F4A7C15)


class Block(NamedTuple):
    """A run of equal tokens: `length` of them from `a` and from `b` on, relative to the two rows compared."""

    a: int
    b: int
    length: int


def equal_blocks(a: Words, b: Words) -> list[Block]:
    """The runs of tokens that two rows of token ids share, in order."""
    if len(a) * len(b) <= _LARGEST_PRODUCT:
        return _subsequence(a, b, 0, 0)
    blocks: list[Block] = []
    for a_start, a_end, b_start, b_end in _pieces(a, b):
        if (a_end - a_start) * (b_end - b_start) <= _LARGEST_PRODUCT:
            blocks += _subsequence(a[a_start:a_end], b[b_start:b_end], a_start, b_start)
    return blocks


def _subsequence(a: Words, b: Words, a_origin: int, b_origin: int) -> list[Block]:
    return [
        Block(a_origin + op.src_start, b_origin + op.dest_start, op.src_end - op.src_start)
        for op in Indel.opcodes(a.tolist(), b.tolist())
        if op.tag == "equal"
    ]


def closed_up(blocks: Sequence[Block], a: Sequence[int], b: Sequence[int]) -> list[Block]:
    """The same alignment with runs moved up to their neighbours, where the rows have their tokens there too.

    Of a row that repeats itself ("I will ask. Will I? I will ask him") a longest common subsequence takes the words of
    either place, and may take some of a passage from here and some from there.
    """
    done: list[Block] = []
    for block in reversed(_joined(blocks, a, b)):
        following = done[-1] if done else None
        if following and _fits_before(block, following, a, b):
            done[-1] = Block(following.a - block.length, following.b - block.length, block.length + following.length)
        else:
            done.append(block)
    return done[::-1]


def _joined(blocks: Sequence[Block], a: Sequence[int], b: Sequence[int]) -> list[Block]:
    """The runs of an alignment, each moved to the end of the one before where it fits."""
    done: list[Block] = []
    for block in blocks:
        before = done[-1] if done else None
        if before and _fits_behind(before, block, a, b):
            done[-1] = Block(before.a, before.b, before.length + block.length)
        else:
            done.append(block)
    return done


def _fits_behind(before: Block, block: Block, a: Sequence[int], b: Sequence[int]) -> bool:
    """Whether the tokens of a run, next to the run before in one row, stand right behind it in the other row too."""
    a_end, b_end, length = before.a + before.length, before.b + before.length, block.length
    if block.a == a_end:
        return block.b > b_end and a[a_end : a_end + length] == b[b_end : b_end + length]
    return block.b == b_end and a[a_end : a_end + length] == b[b_end : b_end + length]


def _fits_before(block: Block, following: Block, a: Sequence[int], b: Sequence[int]) -> bool:
    """Whether the tokens of a run, next to the run behind in one row, stand right before it in the other row too."""
    length = block.length
    if block.a + length != following.a and block.b + length != following.b:
        return False
    a_start, b_start = following.a - length, following.b - length
    return a[a_start : following.a] == b[b_start : following.b]


def _pieces(a: Words, b: Words) -> Iterator[tuple[int, int, int, int]]:
    """Stretches of the two rows that belong together, from anchor to anchor."""
    a_start = b_start = 0
    for a_cut, b_cut in _anchors(a, b):
        if a_cut - a_start >= _PIECE or b_cut - b_start >= _PIECE:
            yield a_start, a_cut, b_start, b_cut
            a_start, b_start = a_cut, b_cut
    yield a_start, len(a), b_start, len(b)


def _anchors(a: Words, b: Words) -> list[tuple[int, int]]:
    """Where runs of tokens stand that are unique in both rows, those in the same order on both sides."""
    a_hashes, a_at = _unique_runs(a)
    b_hashes, b_at = _unique_runs(b)
    _, in_a, in_b = np.intersect1d(a_hashes, b_hashes, assume_unique=True, return_indices=True)
    order = np.argsort(a_at[in_a], kind="stable")
    return _rising(a_at[in_a][order].tolist(), b_at[in_b][order].tolist())


def _unique_runs(row: Words) -> tuple[Hashes, Longs]:
    """The hashes of the runs that stand once in a row, sorted, and where they stand."""
    count = len(row) - _RUN + 1
    hashes = np.zeros(max(0, count), np.uint64)
    for k in range(_RUN):
        hashes = hashes * _BASE + row[k : k + len(hashes)].astype(np.uint64) + np.uint64(1)
    found, first, counts = np.unique(mix(hashes), return_index=True, return_counts=True)
    return found[counts == 1], first[counts == 1].astype(np.int64)


def _rising(first: list[int], second: list[int]) -> list[tuple[int, int]]:
    """The longest run of pairs, sorted by their first number, whose second number rises too (Fredman 1975)."""
    tails: list[int] = []
    ends: list[int] = []
    before: list[int] = []
    for k, value in enumerate(second):
        at = bisect_left(tails, value)
        before.append(ends[at - 1] if at else -1)
        tails[at : at + 1] = [value]
        ends[at : at + 1] = [k]
    chosen, k = [], ends[-1] if ends else -1
    while k >= 0:
        chosen.append((first[k], second[k]))
        k = before[k]
    return chosen[::-1]
