"""Clauses in the other order: "B, A" for "A, B" is one passage, though an alignment that goes forward sees one of both.

Such a pair stands next to each other on both sides, the first on one side behind the other on the other side, and
together they are most of what stands there.
"""

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from workbench.engine.archive import Archive
from workbench.engine.arrays import Flags, Ints, Longs, Words
from workbench.engine.blocks import Block, equal_blocks
from workbench.engine.chains import Chains
from workbench.engine.local import Costs
from workbench.engine.long import DEAREST, Local, best_stretch
from workbench.engine.passages import Passages

_OVERLAP, _NEAR = 2, 3
"""How many words two clauses may have in common, and how many may stand between them ("and", "he said")."""
_INTO = 1
"""A passage may reach so many words into the next sentence."""
_FAR = 10
"""How far apart the seeds of two clauses may be."""
_LONGEST = 60
"""So many tokens two clauses have at most together."""
_LEAST_LIKENESS = 0.7
"""How alike the two sides must be: twice the shared tokens by all."""
_LEAST_GAIN = 3
"""So many tokens more than in the order as it stands must be shared when clauses change places."""
_LOOK_AHEAD = 3
"""How many passages behind one are looked at."""


def crossing(chains: Chains, stretch: Ints) -> tuple[Longs, Longs]:
    """Pairs of chains that may be swapped clauses: the earlier one on side a, and the other."""
    return _crossing(chains, stretch, _FAR)


def _crossing(sides: Chains | Passages, stretch: Ints, near: int) -> tuple[Longs, Longs]:
    order = np.lexsort((sides.b_start, sides.a_start, stretch[sides.b_start], stretch[sides.a_start]))
    found = [(np.zeros(0, np.int64), np.zeros(0, np.int64))]
    for lag in range(1, min(_LOOK_AHEAD + 1, len(order))):
        early, late = order[:-lag], order[lag:]
        a, b = sides.a_start[late] - sides.a_end[early], sides.b_start[early] - sides.b_end[late]
        fits = (stretch[sides.a_start[early]] == stretch[sides.a_start[late]]) & (np.minimum(a, b) >= -_OVERLAP)
        fits &= (stretch[sides.b_start[early]] == stretch[sides.b_start[late]]) & (np.maximum(a, b) <= near)
        # One of them inside the other is no pair of clauses.
        fits &= (sides.a_end[late] > sides.a_end[early]) & (sides.b_start[early] > sides.b_start[late])
        fits &= (sides.a_start[late] > sides.a_start[early]) & (sides.b_end[early] > sides.b_end[late])
        fits &= sides.a_end[late] - sides.a_start[early] <= _LONGEST
        found.append((early[fits], late[fits]))
    early, late = (np.concatenate(side) for side in zip(*found, strict=True))
    return early, late


def swapped(passages: Passages, archive: Archive, costs: Costs, least_score: float) -> Passages:
    """What comes of joining passages that are swapped clauses, where they score enough together.

    On both sides they stand in one sentence, with no quotation mark between them: else they are two quotations.
    """
    early, late = _crossing(passages, archive.stretch, _NEAR)
    first, second = passages.some(early), passages.some(late)
    a_size, b_size = second.a_end - first.a_start, first.b_end - second.b_start
    one = Passages(
        first.a_start,
        second.a_end,
        second.b_start,
        first.b_end,
        np.minimum(first.shared + second.shared, np.minimum(a_size, b_size)),
        first.score + second.score - costs.gap * DEAREST,
    )
    fits = 2 * one.shared >= _LEAST_LIKENESS * (a_size + b_size)
    fits &= one.score >= least_score
    fits &= ~(_parted(first.a_end, second.a_start, archive) | _parted(second.b_end, first.b_start, archive))
    return one.some(fits)


def _parted(end: Longs, start: Longs, archive: Archive) -> Flags:
    """Whether a sentence or a quotation ends between two passages, one of which ends where, about, the other begins."""
    parted = np.zeros(len(end), np.bool_)
    low, high = np.minimum(end, start) - _INTO, np.maximum(end, start) + _INTO
    for step in range(max(_OVERLAP, _NEAR) + 2 * _INTO + 1):
        parted |= archive.parted(np.minimum(low + step, high))
    return parted


@dataclass(frozen=True)
class ClauseRow:
    """A row of tokens: their stems, and whether a sentence or a quotation parts each from the one before."""

    stem: Words
    is_parted: Callable[[], Flags]

    @cached_property
    def parted(self) -> Flags:
        """Told when it is asked for: most rows have no clauses that could change places."""
        return self.is_parted()


def clause_row(archive: Archive, start: int, end: int) -> ClauseRow:
    """The tokens of an article from one number to another."""
    return ClauseRow(archive.stem[start:end], lambda: archive.parted(np.arange(start, end)))


def turned(blocks: list[Block], row: ClauseRow, text: ClauseRow) -> list[Block]:
    """The runs that two short rows share, or those that they share once the two clauses of `text` change places.

    Then the runs are in the order of `row`, those of the second clause standing before those of the first in `text`.
    """
    shared, length = sum(block.length for block in blocks), len(text.stem)
    if max(len(row.stem), length) > _LONGEST or min(len(row.stem), length) - shared < _LEAST_GAIN:
        return blocks
    # No order of the words of one row shares more with the other one than the rows have in common.
    if (Counter(row.stem.tolist()) & Counter(text.stem.tolist())).total() < shared + _LEAST_GAIN:
        return blocks
    best = blocks
    long_runs = [block for block in blocks if block.length >= _LEAST_GAIN]
    for cut in sorted({at for block in long_runs for at in (block.b, block.b + block.length)} - {0, length}):
        found = list(_turned_back(equal_blocks(row.stem, np.roll(text.stem, -cut)), cut, length))
        gained = sum(block.length for block in found)
        enough = gained >= shared + (_LEAST_GAIN if best is blocks else 1)
        if enough and not text.parted[cut - _INTO : cut + _INTO + 1].any() and not _parted_at_turn(found, row):
            best, shared = found, gained
    return best


def _parted_at_turn(blocks: Sequence[Block], row: ClauseRow) -> bool:
    """Whether a sentence or a quotation ends between the two clauses of the row that stands as it stood."""
    turn = _turn(blocks)
    if turn is None:
        return False
    before = blocks[turn - 1]
    return bool(row.parted[before.a + before.length - _INTO : blocks[turn].a + _INTO + 1].any())


def _turn(blocks: Sequence[Block]) -> int | None:
    """The first run of the second clause, if they are swapped."""
    return next((k for k in range(1, len(blocks)) if blocks[k].b < blocks[k - 1].b), None)


def _turned_back(blocks: Sequence[Block], cut: int, length: int) -> Iterator[Block]:
    """Runs of a text whose first `cut` tokens were put behind the others, where they stand in the text itself."""
    seam = length - cut
    for block in blocks:
        before = min(max(0, seam - block.b), block.length)
        if before:
            yield Block(block.a, block.b + cut, before)
        if before < block.length:
            yield Block(block.a + before, max(block.b, seam) - seam, block.length - before)


def best_turned_stretch(blocks: list[Block], weights: list[float], costs: Costs) -> Local | None:
    """The stretch of an alignment with the highest score, or both clauses of one where they changed places."""
    turn = _turn(blocks)
    if turn is None:
        return best_stretch(blocks, weights, costs)
    first, second = best_stretch(blocks[:turn], weights, costs), best_stretch(blocks[turn:], weights, costs)
    if not first or not second:
        return first or second
    both = Local(
        first.a_start,
        second.a_end,
        second.b_start,
        first.b_end,
        first.shared + second.shared,
        first.score + second.score - costs.gap * DEAREST,
    )
    size = both.a_end - both.a_start + both.b_end - both.b_start
    return both if 2 * both.shared >= _LEAST_LIKENESS * size else max(first, second, key=lambda side: side.score)
