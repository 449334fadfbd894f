"""Alignments: where two articles share a passage, from first to last shared word, with a score.

Each chain is aligned with a margin on both sides, and the best-scoring stretch is kept: shared words earn their
weight, words without a counterpart cost (`local`). Long chains are aligned over the blocks of a longest common
subsequence, with the same costs.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from workbench.engine.archive import CLOSES, NAME, OPENS, STOP, Archive
from workbench.engine.blocks import Block, equal_blocks
from workbench.engine.chains import Chains
from workbench.engine.local import A_BLANK, B_BLANK, Costs, Locals, Rows, best_scores, best_stretches
from workbench.engine.tokens import Flags, Ints, Longs
from workbench.engine.weights import STOP_WEIGHT, UNITS
from workbench.engine.workers import mapped
from workbench.progress import ProgressReport, silent

MARGIN = 12
"""How many tokens beyond a chain are looked at."""
GAP_COST = 0.6
"""What one token without a counterpart costs."""
NEIGHBOUR_BONUS = 0.4
"""What each shared token earns on top when it follows the shared token before it on both sides."""
QUOTATION_BONUS = 1.5
"""What a border earns that is the border of a quotation on one side at least."""
LEAST_SCORE = 7.0
LEAST_SHARED = 6
LEAST_CONTENT, SHORT = 3, 12
"""In fewer than 12 shared tokens, outside quotation marks, so many must be neither names nor stop words: "the Ministry
of Inland Waters" is a name, and no passage."""
LEAST_SIMILARITY = 0.5
_STAGE = "Aligning"
_COSTS = Costs(GAP_COST, NEIGHBOUR_BONUS)
_WIDTHS = (32, 40, 48, 64, 80, 96, 128)
_WIDEST = _WIDTHS[-1]
_TOGETHER = 2048
"""Pairs of rows aligned in one go."""
_BARE = 20
"""So long runs of equal words stand as they are where nothing around them is shared."""
_ENOUGH_PIECES = 12
"""A process takes a second to start: it must have so many pieces to align."""


class Local(NamedTuple):
    """The best-scoring stretch of two token rows, relative to them, half open, with the tokens they share."""

    a_start: int
    a_end: int
    b_start: int
    b_end: int
    shared: int
    score: float


@dataclass(frozen=True)
class Passages:
    """Shared passages, one entry a passage: token numbers of both sides, half open, and the score.

    Side a is that of the earlier article. They are in the order of their later side, so that those of articles that
    are added stand last.
    """

    a_start: Longs
    a_end: Longs
    b_start: Longs
    b_end: Longs
    score: npt.NDArray[np.float64]

    def __len__(self) -> int:
        return len(self.score)

    def __getitem__(self, piece: slice | Longs | Flags) -> "Passages":
        """Some of the passages."""
        return Passages(self.a_start[piece], self.a_end[piece], self.b_start[piece], self.b_end[piece], self.score[piece])

    @classmethod
    def joined(cls, parts: Sequence["Passages"]) -> "Passages":
        """Several rows of passages as one."""
        longs = (
            np.concatenate([np.zeros(0, np.int64), *(getattr(part, name) for part in parts)])
            for name in ("a_start", "a_end", "b_start", "b_end")
        )
        return cls(*longs, np.concatenate([np.zeros(0, np.float64), *(part.score for part in parts)]))


def best_stretch(blocks: list[Block], weights: list[float]) -> Local | None:
    """The stretch of an alignment with the highest score; the weights are those of the tokens of the first row."""
    best, best_score = None, 0.0
    score, shared, start = 0.0, 0, Block(0, 0, 0)
    reached_a = reached_b = 0
    for block in blocks:
        score -= GAP_COST * max(block.a - reached_a, block.b - reached_b)
        if score <= 0:
            score, shared, start = 0.0, 0, block
        score += sum(weights[block.a : block.a + block.length]) + NEIGHBOUR_BONUS * (block.length - 1)
        shared += block.length
        reached_a, reached_b = block.a + block.length, block.b + block.length
        if score > best_score:
            best_score = score
            best = Local(start.a, reached_a, start.b, reached_b, shared, score)
    return best


class _Windows(NamedTuple):
    """The rows of tokens in which chains are aligned: token numbers, half open, of both sides."""

    a_low: Longs
    a_high: Longs
    b_low: Longs
    b_high: Longs

    @property
    def width(self) -> Longs:
        """The length of the longer side."""
        return np.maximum(self.a_high - self.a_low, self.b_high - self.b_low)

    def some(self, which: Longs | Flags) -> "_Windows":
        """Some of the windows."""
        return _Windows(*(side[which] for side in self))


class _Task(NamedTuple):
    """Rows to be aligned, which need nothing else: they may go to another process."""

    a: Rows
    b: Rows
    least: float


class _Found(NamedTuple):
    """The best stretches of some chains: which ones, token numbers of both sides, shared tokens and score."""

    which: Longs
    a_start: Longs
    a_end: Longs
    b_start: Longs
    b_end: Longs
    shared: Longs
    score: npt.NDArray[np.float64]


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
        found = [self._as_they_are(chains, np.flatnonzero(bare))]
        pieces = list(_pieces(windows.width, np.flatnonzero(~bare)))
        tasks = (self._task(windows.some(piece)) for piece in pieces)
        results = mapped(
            _aligned,
            tasks,
            lambda done: report(_STAGE, done, len(pieces)),
            jobs if len(pieces) >= _ENOUGH_PIECES * jobs else 1,
        )
        found += [self._placed(windows, piece, result) for piece, result in zip(pieces, results, strict=True)]
        best = _Found(*map(np.concatenate, zip(*found, strict=True)))
        order = np.argsort(best.which)
        return self._without_parts(self._proved(_Found(*(column[order] for column in best))))

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

    def _bare(self, chains: Chains, windows: _Windows) -> Flags:
        """Which chains are one run of equal words with nothing in common around it."""
        length = chains.a_end - chains.a_start
        bare = (chains.seeds == 1) & (length == chains.b_end - chains.b_start) & (length >= _BARE)
        which = np.flatnonzero(bare)
        for k in range(0, len(which), _TOGETHER):
            piece = which[k : k + _TOGETHER]
            some = chains[piece]
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

    def _as_they_are(self, chains: Chains, which: Longs) -> _Found:
        """Chains that are runs of equal words, as passages."""
        some = chains[which]
        length = some.a_end - some.a_start
        weight = np.maximum(self._weight(some.a_start, some.a_end), self._weight(some.b_start, some.b_end))
        score = weight + NEIGHBOUR_BONUS * (length - 1)
        return _Found(which, some.a_start, some.a_end, some.b_start, some.b_end, length, score)

    def _weight(self, start: Longs, end: Longs) -> npt.NDArray[np.float64]:
        """What the tokens of some stretches weigh together."""
        return (self._units_before[end] - self._units_before[start]) / UNITS

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

    def _placed(self, windows: _Windows, which: Longs, found: tuple[Longs, Locals]) -> _Found:
        """What was found in some windows, in token numbers."""
        kept, local = found
        low = windows.some(which[kept])
        return _Found(
            which[kept],
            low.a_low + local.a_start,
            low.a_low + local.a_end,
            low.b_low + local.b_start,
            low.b_low + local.b_end,
            local.shared.astype(np.int64),
            local.score,
        )

    def _proved(self, found: _Found) -> Passages:
        """Those that are alike enough, say enough, and score enough with what the borders of quotations earn."""
        archive, size = self._archive, found.a_end - found.a_start + found.b_end - found.b_start
        opens, closes = archive.has(OPENS), archive.has(CLOSES)
        quoted = (opens[found.a_start] | opens[found.b_start]).astype(np.int64) + (
            closes[found.a_end - 1] | closes[found.b_end - 1]
        )
        score = found.score + QUOTATION_BONUS * quoted
        plain = np.minimum(self._plain(found.a_start, found.a_end), self._plain(found.b_start, found.b_end))
        says_something = (found.shared >= SHORT) | (quoted > 0) | (plain >= LEAST_CONTENT)
        alike = 2 * found.shared >= LEAST_SIMILARITY * size
        kept = (found.shared >= LEAST_SHARED) & alike & says_something & (score >= self._least_score)
        return Passages(found.a_start, found.a_end, found.b_start, found.b_end, score)[kept]

    def _plain(self, start: Longs, end: Longs) -> Ints:
        """How many words that are neither names nor stop words stand in some stretches."""
        return self._plain_before[end] - self._plain_before[start]

    def _without_parts(self, passages: Passages) -> Passages:
        """The passages none of which is part of another passage of the same two articles, nor the same."""
        archive = self._archive
        pair = archive.stretch[passages.a_start].astype(np.int64) * (len(archive.turns) + 1)
        pair += archive.stretch[passages.b_start]
        order = np.lexsort((passages.b_start, passages.a_start, passages.a_start - passages.a_end, pair))
        passages, pair = passages[order], pair[order]
        part = np.zeros(len(pair), np.bool_)
        late = np.arange(len(pair))
        for lag in range(1, len(pair)):
            late = late[late >= lag]
            late = late[pair[late] == pair[late - lag]]
            if not len(late):
                break
            early = late - lag
            part[late] |= (
                (passages.a_start[early] <= passages.a_start[late])
                & (passages.a_end[late] <= passages.a_end[early])
                & (passages.b_start[early] <= passages.b_start[late])
                & (passages.b_end[late] <= passages.b_end[early])
            )
        passages = passages[~part]
        order = np.lexsort((passages.a_end, passages.b_end, passages.a_start, passages.b_start))
        return passages[order]


def _aligned(task: _Task) -> tuple[Longs, Locals]:
    """The best stretches of those rows that score enough, and which ones these are."""
    a, b, least = task
    if len(a.ids) > _WIDEST:
        return _aligned_by_blocks(a, b, least)
    best = best_scores(a, b, _COSTS)
    kept = np.flatnonzero(best.score >= least)
    return kept, best_stretches(a.some(kept), b.some(kept), best.some(kept), _COSTS)


def _aligned_by_blocks(a: Rows, b: Rows, least: float) -> tuple[Longs, Locals]:
    """The same for long rows, over the blocks of a longest common subsequence."""
    kept, found = [], []
    for k in range(a.ids.shape[1]):
        a_row, b_row = (side.ids[:, k][side.ids[:, k] != blank] for side, blank in ((a, A_BLANK), (b, B_BLANK)))
        local = best_stretch(equal_blocks(a_row, b_row), (a.weights[:, k] / UNITS).tolist())
        if local and local.score >= least:
            kept.append(k)
            found.append(local)
    table = np.array(found, np.float64).reshape(-1, 6)
    return np.array(kept, np.int64), Locals(*table[:, :5].astype(np.int64).T, table[:, 5])


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
