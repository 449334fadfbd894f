"""Alignments: where two articles share a passage, from first to last shared word, with a score.

Each chain is aligned with a margin on both sides, and the best-scoring stretch is kept: shared words earn their
weight, words without a counterpart cost (`local`). Long chains, and those full of the same few words, are aligned over
the blocks of a longest common subsequence, with the same costs.
"""

from collections.abc import Iterator
from dataclasses import replace

import numpy as np

from workbench.engine.archive import Archive
from workbench.engine.arrays import Flags, Longs
from workbench.engine.articles import CLOSES, NAME, OPENS, STOP, Marks, weights_of_marks
from workbench.engine.blocks import equal_blocks
from workbench.engine.bridging import bridged
from workbench.engine.chains import Chains
from workbench.engine.local import WIDEST, Costs, Tokens, Windows, best_stretches, find_matches
from workbench.engine.long import Local, best_stretch
from workbench.engine.passages import Passages, Scores, without_parts
from workbench.engine.swapping import crossing, swapped
from workbench.engine.weights import STOP_WEIGHT, UNITS
from workbench.engine.workers import threaded
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
_TOGETHER = 8192
"""Windows aligned in one go, at most."""
_CELLS = 1 << 23
"""Pairs of tokens compared in one go, at most."""
_BARE = 20
"""So long runs of equal words stand as they are where nothing around them is shared."""


class Aligner:
    """Aligns the chains of one archive."""

    def __init__(self, archive: Archive, least_score: float = LEAST_SCORE) -> None:
        self._archive, self._least_score = archive, least_score
        self._tokens = Tokens(archive.stem, archive.units)

    def align(self, chains: Chains, report: ProgressReport = silent, jobs: int = 1) -> Passages:
        """The passages around the chains, without those that prove nothing and those that are part of another.

        `jobs` is the number of threads that work on it.
        """
        windows = self._windows(chains)
        bare = self._bare(chains, windows)
        found = [self._as_they_are(chains.some(bare))]
        windows, bare = self._with_clauses(chains, windows, bare)
        pieces = list(_pieces(windows.width, np.flatnonzero(~bare)))
        tasks = (windows.some(piece) for piece in pieces)
        found += threaded(self._aligned, tasks, lambda done: report(_STAGE, done, len(pieces)), jobs)
        passages, proved = self._judged(Passages.joined(found))
        strong, weak = (without_parts(passages.some(some), self._archive.stretch) for some in (proved, ~proved))
        both = Passages.joined([strong, weak])
        whole = bridged(both, np.arange(len(both)) < len(strong), self._archive, COSTS)
        turned = swapped(both, self._archive, COSTS, self._least_score)
        return without_parts(Passages.joined([strong, whole, turned]), self._archive.stretch).in_order()

    def _windows(self, chains: Chains) -> Windows:
        """The chains with their margins, inside their stretches of text."""
        turns, stretch = self._archive.turns, self._archive.stretch
        a, b = stretch[chains.a_start], stretch[chains.b_start]
        return Windows(
            np.maximum(turns[a], chains.a_start - MARGIN),
            np.minimum(turns[a + 1], chains.a_end + MARGIN),
            np.maximum(turns[b], chains.b_start - MARGIN),
            np.minimum(turns[b + 1], chains.b_end + MARGIN),
        )

    def _with_clauses(self, chains: Chains, windows: Windows, bare: Flags) -> tuple[Windows, Flags]:
        """The windows, and for swapped clauses windows without the other clause, none of them bare."""
        early, late = crossing(chains, self._archive.stretch)
        first, second = windows.some(early), windows.some(late)
        cut_first = first._replace(a_high=chains.a_start[late], b_low=chains.b_end[late])
        cut_second = second._replace(a_low=chains.a_end[early], b_high=chains.b_start[early])
        every = Windows(*(np.concatenate(sides) for sides in zip(windows, cut_first, cut_second, strict=True)))
        return every, np.append(bare, np.zeros(2 * len(early), np.bool_))

    def _bare(self, chains: Chains, windows: Windows) -> Flags:
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
                & ~self._common(Windows(a_low, some.a_start, b_low, some.b_start))
                & ~self._common(Windows(some.a_end, a_high, some.b_end, b_high))
            )
        return bare

    def _common(self, margins: Windows) -> Flags:
        """Whether margins have a word in common, stop words aside."""
        matches = find_matches(self._tokens, margins)
        counts = self._archive.units[matches.each(margins.a_low) + matches.a] != round(STOP_WEIGHT * UNITS)
        found = np.zeros(len(margins.a_low), np.bool_)
        found[np.repeat(matches.windows, matches.size)[counts]] = True
        return found

    def _as_they_are(self, chains: Chains) -> Passages:
        """Chains that are runs of equal words, as passages."""
        a_start, a_end, b_start, b_end = chains.a_start, chains.a_end, chains.b_start, chains.b_end
        length = a_end - a_start
        score = np.maximum(self._weight(a_start, a_end), self._weight(b_start, b_end)) + NEIGHBOUR_BONUS * (length - 1)
        return Passages(a_start, a_end, b_start, b_end, length, score)

    def _weight(self, start: Longs, end: Longs) -> Scores:
        """What the tokens of some stretches weigh together."""
        weight: Scores = self._archive.totals(weights_of_marks().__getitem__, start, end) / UNITS
        return weight

    def _aligned(self, windows: Windows) -> Passages:
        """The best stretches of some windows, those that score enough, in no order."""
        if int(windows.width.max()) > WIDEST:
            return self._aligned_by_blocks(windows)
        found, crowded = best_stretches(self._tokens, windows, COSTS)
        return Passages.joined([found.some(self._enough(found.score)), self._aligned_by_blocks(windows.some(crowded))])

    def _aligned_by_blocks(self, windows: Windows) -> Passages:
        """The same over the blocks of a longest common subsequence."""
        found = list[Local]()
        for a_low, a_high, b_low, b_high in zip(*(side.tolist() for side in windows), strict=True):
            blocks = equal_blocks(self._archive.stem[a_low:a_high], self._archive.stem[b_low:b_high])
            local = best_stretch(blocks, self._archive.weights(a_low, a_high), COSTS)
            if local:
                a_start, a_end, b_start, b_end, shared, score = local
                found.append(Local(a_low + a_start, a_low + a_end, b_low + b_start, b_low + b_end, shared, score))
        table = np.array(found, np.float64).reshape(-1, 6).T
        a_start, a_end, b_start, b_end, shared = table[:5].astype(np.int64)
        return Passages(a_start, a_end, b_start, b_end, shared, table[5])

    def _enough(self, score: Scores) -> Flags:
        """Which scores may be enough yet, with what the borders of quotations earn."""
        enough: Flags = score >= self._least_score - 2 * QUOTATION_BONUS
        return enough

    def _judged(self, found: Passages) -> tuple[Passages, Flags]:
        """Passages with what the borders of quotations earn, and which are alike enough, say and score enough."""
        marks = self._archive.marks
        opened = ((marks[found.a_start] | marks[found.b_start]) & OPENS) != 0
        closed = ((marks[found.a_end - 1] | marks[found.b_end - 1]) & CLOSES) != 0
        score = found.score + QUOTATION_BONUS * (opened.astype(np.int64) + closed)
        sides = ((found.a_start, found.a_end), (found.b_start, found.b_end))
        plain = np.minimum(*(self._archive.totals(_is_plain, *side) for side in sides))
        says_something = (found.shared >= SHORT) | opened | closed | (plain >= LEAST_CONTENT)
        size = found.a_end - found.a_start + found.b_end - found.b_start
        alike = 2 * found.shared >= LEAST_SIMILARITY * size
        proved = (found.shared >= LEAST_SHARED) & alike & says_something & (score >= self._least_score)
        return replace(found, score=score), proved


def _is_plain(marks: Marks) -> Flags:
    """Which words are neither names nor stop words."""
    plain: Flags = (marks & (NAME | STOP)) == 0
    return plain


def _pieces(width: Longs, which: Longs) -> Iterator[Longs]:
    """Groups of windows of about the same width, few enough to be aligned in one go."""
    which = which[np.argsort(width[which], kind="stable")]
    for some in np.split(which, [int(np.searchsorted(width[which], WIDEST, side="right"))]):
        start = 0
        while start < len(some):
            # The widest one of as many as the narrowest one allows tells how many it may be.
            widest = width[some[start : start + _many(width[some[start]])][-1]]
            end = start + _many(widest)
            yield some[start:end]
            start = end


def _many(width: int) -> int:
    """How many windows of a width are aligned in one go."""
    return max(1, min(_TOGETHER, _CELLS // width**2))
