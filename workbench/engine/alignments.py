"""Alignments: where two articles share a passage, from first to last shared word, with a score.

Each chain is aligned with a margin on both sides, and the best-scoring stretch is kept: shared words earn their
weight, words without a counterpart cost (`local`). Long chains are aligned over the blocks of a longest common
subsequence, with the same costs.
"""

from collections.abc import Iterator
from dataclasses import replace
from functools import cached_property
from itertools import pairwise
from typing import NamedTuple

import numpy as np

from workbench.engine.archive import CLOSES, NAME, OPENS, STOP, Archive
from workbench.engine.blocks import equal_blocks
from workbench.engine.bridging import bridged
from workbench.engine.chains import Chains
from workbench.engine.local import A_BLANK, B_BLANK, Costs, Locals, Rows, best_scores, best_stretches
from workbench.engine.long import Local, best_stretch
from workbench.engine.passages import Passages, Scores, without_parts
from workbench.engine.swapping import crossing, swapped
from workbench.engine.tokens import Flags, Ints, Longs
from workbench.engine.weights import STOP_WEIGHT, UNITS
from workbench.engine.workers import mapped
from workbench.progress import ProgressReport, silent
from workbench.settings import Sensitivity

MARGIN = 12
"""How many tokens beyond a chain are looked at."""
GAP_COST = 0.6
"""What one token without a counterpart costs."""
NEIGHBOUR_BONUS = 0.4
"""What each shared token earns on top when it follows the shared token before it on both sides."""
QUOTATION_BONUS = 1.5
"""What a border earns that is the border of a quotation on one side at least."""
LEAST_SCORE = Sensitivity.BALANCED.least_score
LEAST_SHARED = 6
LEAST_CONTENT, SHORT = 3, 12
"""In fewer than 12 shared tokens, outside quotation marks, so many must be neither names nor stop words: "the Ministry
of Inland Waters" is a name, and no passage."""
LEAST_SIMILARITY = 0.5
_STAGE = "Aligning"
COSTS = Costs(GAP_COST, NEIGHBOUR_BONUS)
_WIDTHS = (32, 40, 48, 64, 80, 96, 128)
_WIDEST = _WIDTHS[-1]
_TOGETHER = 2048
"""Pairs of rows aligned in one go."""
_BARE = 20
"""So long runs of equal words stand as they are where nothing around them is shared."""
_ENOUGH_PIECES = 12
"""A process takes a second to start: it must have so many pieces to align."""


class _Windows(NamedTuple):
    """The rows of tokens in which chains are aligned: token numbers, half open, of both sides."""

    a_low: Longs
    a_high: Longs
    b_low: Longs
    b_high: Longs

    @property
    def width(self) -> Longs:
        """The length of the longer side."""
        width: Longs = np.maximum(self.a_high - self.a_low, self.b_high - self.b_low)
        return width

    def some(self, which: Longs | Flags) -> "_Windows":
        """Some of the windows."""
        return _Windows(*(side[which] for side in self))


class _Task(NamedTuple):
    """Rows to be aligned, which need nothing else: they may go to another process."""

    a: Rows
    b: Rows
    least: float


class Aligner:
    """Aligns the chains of one archive."""

    def __init__(self, archive: Archive, least_score: float = LEAST_SCORE) -> None:
        self._archive, self._least_score = archive, least_score
        plain = ~(archive.has(NAME) | archive.has(STOP))
        self._plain_before = np.concatenate((np.zeros(1, np.int32), np.cumsum(plain, dtype=np.int32)))

    def align(self, chains: Chains, report: ProgressReport = silent, jobs: int = 1) -> Passages:
        """The passages around the chains, without those that prove nothing and those that are part of another.

        `jobs` is the number of processes that work on it, where there is enough for them to do.
        """
        windows = self._windows(chains)
        bare = self._bare(chains, windows)
        found = [self._as_they_are(chains.some(bare))]
        windows, bare = self._with_clauses(chains, windows, bare)
        pieces = list(_pieces(windows.width, np.flatnonzero(~bare)))
        tasks = (self._task(windows.some(piece)) for piece in pieces)
        results = mapped(
            _aligned,
            tasks,
            lambda done: report(_STAGE, done, len(pieces)),
            jobs if len(pieces) >= _ENOUGH_PIECES * jobs else 1,
        )
        found += [self._placed(windows, piece, result) for piece, result in zip(pieces, results, strict=True)]
        passages, proved = self._judged(Passages.joined(found))
        strong, weak = (without_parts(passages.some(some), self._archive.stretch) for some in (proved, ~proved))
        both = Passages.joined([strong, weak])
        whole = bridged(both, np.arange(len(both)) < len(strong), self._archive, COSTS)
        turned = swapped(both, self._archive, COSTS, self._least_score)
        return without_parts(Passages.joined([strong, whole, turned]), self._archive.stretch).in_order()

    def _windows(self, chains: Chains) -> _Windows:
        """The chains with their margins, inside their stretches of text."""
        turns, stretch = self._archive.turns, self._archive.stretch
        a, b = stretch[chains.a_start], stretch[chains.b_start]
        return _Windows(
            np.maximum(turns[a], chains.a_start - MARGIN),
            np.minimum(turns[a + 1], chains.a_end + MARGIN),
            np.maximum(turns[b], chains.b_start - MARGIN),
            np.minimum(turns[b + 1], chains.b_end + MARGIN),
        )

    def _with_clauses(self, chains: Chains, windows: _Windows, bare: Flags) -> tuple[_Windows, Flags]:
        """The windows, and for swapped clauses windows without the other clause, none of them bare."""
        early, late = crossing(chains, self._archive.stretch)
        first, second = windows.some(early), windows.some(late)
        cut_first = first._replace(a_high=chains.a_start[late], b_low=chains.b_end[late])
        cut_second = second._replace(a_low=chains.a_end[early], b_high=chains.b_start[early])
        every = _Windows(*(np.concatenate(sides) for sides in zip(windows, cut_first, cut_second, strict=True)))
        return every, np.append(bare, np.zeros(2 * len(early), np.bool_))

    def _bare(self, chains: Chains, windows: _Windows) -> Flags:
        """Which chains are one run of equal words with nothing in common around it."""
        length = chains.a_end - chains.a_start
        bare: Flags = (chains.seeds == 1) & (length == chains.b_end - chains.b_start) & (length >= _BARE)
        which = np.flatnonzero(bare)
        for k in range(0, len(which), _TOGETHER):
            piece = which[k : k + _TOGETHER]
            some = chains.some(piece)
            a_low, a_high, b_low, b_high = windows.some(piece)
            bare[piece] = (
                (self._archive.word[some.a_start] == self._archive.word[some.b_start])
                & ~self._common(a_low, some.a_start, b_low, some.b_start)
                & ~self._common(some.a_end, a_high, some.b_end, b_high)
            )
        return bare

    def _common(self, a_low: Longs, a_high: Longs, b_low: Longs, b_high: Longs) -> Flags:
        """Whether margins have a word in common, stop words aside."""
        a, b = self._rows(a_low, a_high, MARGIN, A_BLANK), self._rows(b_low, b_high, MARGIN, B_BLANK)
        a.ids[a.weights == round(STOP_WEIGHT * UNITS)] = A_BLANK
        found = np.zeros(len(a_low), np.bool_)
        for row in a.ids:
            found |= (b.ids == row).any(axis=0)
        return found

    def _as_they_are(self, chains: Chains) -> Passages:
        """Chains that are runs of equal words, as passages."""
        a_start, a_end, b_start, b_end = chains.a_start, chains.a_end, chains.b_start, chains.b_end
        length = a_end - a_start
        score = np.maximum(self._weight(a_start, a_end), self._weight(b_start, b_end)) + NEIGHBOUR_BONUS * (length - 1)
        return Passages(a_start, a_end, b_start, b_end, length, score)

    def _weight(self, start: Longs, end: Longs) -> Scores:
        """What the tokens of some stretches weigh together."""
        weight: Scores = (self._units_before[end] - self._units_before[start]) / UNITS
        return weight

    @cached_property
    def _units_before(self) -> Longs:
        return np.concatenate((np.zeros(1, np.int64), np.cumsum(self._archive.units, dtype=np.int64)))

    def _task(self, windows: _Windows) -> _Task:
        width = int(windows.width.max())
        a = self._rows(windows.a_low, windows.a_high, width, A_BLANK)
        b = self._rows(windows.b_low, windows.b_high, width, B_BLANK)
        return _Task(a, b, self._least_score - 2 * QUOTATION_BONUS)

    def _rows(self, low: Longs, high: Longs, width: int, blank: np.uint32) -> Rows:
        """Rows of tokens as columns of a table."""
        at = low[None, :] + np.arange(width)[:, None]
        outside = at >= high[None, :]
        at[outside] = 0
        ids = self._archive.stem[at]
        ids[outside] = blank
        return Rows(ids, self._archive.units[at])

    def _placed(self, windows: _Windows, which: Longs, found: tuple[Longs, Locals]) -> Passages:
        """What was found in some windows, in token numbers."""
        kept, local = found
        low = windows.some(which[kept])
        return Passages(
            low.a_low + local.a_start,
            low.a_low + local.a_end,
            low.b_low + local.b_start,
            low.b_low + local.b_end,
            local.shared.astype(np.int64),
            local.score,
        )

    def _judged(self, found: Passages) -> tuple[Passages, Flags]:
        """Passages with what the borders of quotations earn, and which are alike enough, say and score enough."""
        opens, closes = self._archive.has(OPENS), self._archive.has(CLOSES)
        opened = opens[found.a_start] | opens[found.b_start]
        closed = closes[found.a_end - 1] | closes[found.b_end - 1]
        score = found.score + QUOTATION_BONUS * (opened.astype(np.int64) + closed)
        plain = np.minimum(self._plain(found.a_start, found.a_end), self._plain(found.b_start, found.b_end))
        says_something = (found.shared >= SHORT) | opened | closed | (plain >= LEAST_CONTENT)
        size = found.a_end - found.a_start + found.b_end - found.b_start
        alike = 2 * found.shared >= LEAST_SIMILARITY * size
        proved = (found.shared >= LEAST_SHARED) & alike & says_something & (score >= self._least_score)
        return replace(found, score=score), proved

    def _plain(self, start: Longs, end: Longs) -> Ints:
        """How many words that are neither names nor stop words stand in some stretches."""
        plain: Ints = self._plain_before[end] - self._plain_before[start]
        return plain


def _aligned(task: _Task) -> tuple[Longs, Locals]:
    """The best stretches of those rows that score enough, and which ones these are."""
    a, b, least = task
    if len(a.ids) > _WIDEST:
        return _aligned_by_blocks(a, b, least)
    best = best_scores(a, b, COSTS)
    kept = np.flatnonzero(best.score >= least)
    return kept, best_stretches(a.some(kept), b.some(kept), best.some(kept), COSTS)


def _aligned_by_blocks(a: Rows, b: Rows, least: float) -> tuple[Longs, Locals]:
    """The same for long rows, over the blocks of a longest common subsequence."""
    kept, found = list[int](), list[Local]()
    for k in range(a.ids.shape[1]):
        a_row, b_row = (side.ids[:, k][side.ids[:, k] != blank] for side, blank in ((a, A_BLANK), (b, B_BLANK)))
        local = best_stretch(equal_blocks(a_row, b_row), (a.weights[:, k] / UNITS).tolist(), COSTS)
        if local and local.score >= least:
            kept.append(k)
            found.append(local)
    table = np.array(found, np.float64).reshape(-1, 6).T
    a_start, a_end, b_start, b_end, shared = table[:5].astype(np.int64)
    return np.array(kept, np.int64), Locals(a_start, a_end, b_start, b_end, shared, table[5])


def _pieces(width: Longs, which: Longs) -> Iterator[Longs]:
    """Groups of windows of about the same width, few enough to be aligned in one go."""
    which = which[np.argsort(width[which], kind="stable")]
    for low, high in pairwise((0, *_WIDTHS)):
        within = which[(width[which] > low) & (width[which] <= high)]
        yield from (within[k : k + _TOGETHER] for k in range(0, len(within), _TOGETHER))
    long, start = which[width[which] > _WIDEST], 0
    while start < len(long):
        # As many long ones as have about the size of one piece of short ones.
        end = start + 1
        while end < len(long) and width[long[end]] * (end + 1 - start) <= _WIDEST * _TOGETHER:
            end += 1
        yield long[start:end]
        start = end
