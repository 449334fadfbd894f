"""From shared passages of two articles to families of many.

A family gathers around a passage of one article, its model: every article that shares most of the model is a witness,
by the words that align with it. So a family holds together by construction; there are no chains of loosely linked
passages. A sentence quoted alone by some and inside a paragraph by others makes two families, since the paragraph's
model is shared by fewer.
"""

from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple

import numpy as np

from workbench.engine.alignments import COSTS
from workbench.engine.archive import Archive
from workbench.engine.arrays import Flags, Longs
from workbench.engine.blocks import Block, closed_up, equal_blocks
from workbench.engine.gathering import Gathering, Stretch
from workbench.engine.links import Links
from workbench.engine.swapping import best_turned_stretch, clause_row, turned

SHARE_OF_MODEL = 0.75
"""How much of the model an alignment must reach over for its other side to be gathered."""
LEAST_LIKENESS = 0.6
"""How alike a witness and the model must be: twice the shared tokens by all."""
COMPARABLE = 0.6
"""A passage tells of a witness, too, when they share so much of the longer one."""
COVERED = 0.8
"""How much of both sides of an alignment two witnesses must cover for it to need no family of its own."""
LEAST_CORE = 5.0
"""What the words that most witnesses share must score: of a longer passage "said a person who was there" says little.
"""


class Grouper:
    """Groups passages of one archive into families."""

    def __init__(self, archive: Archive, links: Links) -> None:
        self._archive, self._links = archive, links
        self._open = np.zeros(2 * len(links), np.bool_)
        self._inside = np.zeros(2 * len(links), np.bool_)

    def gathered(self, passages: Longs, look: Callable[[], None]) -> list[Gathering]:
        """The families that gather around some of the passages, each with two articles or more.

        `look` is called again and again; when it raises, the grouper must not be used any more.
        """
        links, n = self._links, len(self._links)
        a, b = passages, passages + n
        shorter = np.minimum(links.length(a), links.length(b))
        order = passages[np.lexsort((links.start[b], links.start[a], -shorter, -links.score(a)))]
        self._open[a] = self._open[b] = True
        # Of both sides of every passage: between which numbers what meets them stands.
        sides = [zip(*(bound.tolist() for bound in links.met_of(order + side)), strict=True) for side in (0, n)]
        found = []
        for k, *bounds in zip(order.tolist(), *sides, strict=True):
            if not self._open[k]:
                continue
            look()
            gathering = self._gather((k, k + n), bounds)
            self._open[[k, k + n]] = False
            if len(gathering.docs) > 1:
                self._close_covered(gathering)
                found.append(gathering)
        self._open[a] = self._open[b] = False
        return found

    def _gather(self, entries: tuple[int, int], bounds: Sequence[tuple[int, int]]) -> Gathering:
        """The family around one passage: its better supported side is the model."""
        models = [self._links.stretch(entry) for entry in entries]
        near = [self._reaching_over(model, *between) for model, between in zip(models, bounds, strict=True)]
        better = int(len(near[1]) > len(near[0]))
        return self._with_common_core(int(self._links.doc[entries[better]]), models[better], near[better])

    def _reaching_over(self, model: Stretch, low: int, high: int) -> Longs:
        """The entries from one number to another that reach over enough of a model, best first."""
        links = self._links
        here = links.between(low, high)
        shared = np.minimum(links.end[here], model.end) - np.maximum(links.start[here], model.start)
        here = here[shared >= SHARE_OF_MODEL * len(model)]
        return here[np.lexsort((here, -links.score(here)))] if len(here) > 1 else here

    def _with_common_core(self, doc: int, model: Stretch, near: Longs) -> Gathering:
        """The witnesses of the model, after trimming it to what most of them share."""
        links = self._links
        others = links.other(near)
        start = links.start[others]
        low, high = np.maximum(links.start[near], model.start), np.minimum(links.end[near], model.end)
        runs = _Runs(*(side.astype(np.int64) for side in (low - model.start, low - links.start[near], high - low)))
        plain = links.plain(near)
        edited = self._edited(model, others[~plain])
        core = _common_core(len(model), runs.some(plain), edited)
        if len(core) < len(model) and not self._says_enough(model, core):
            return Gathering([(doc, model)])
        begin, end = runs.witnesses(core)
        begin[~plain], end[~plain] = self._edited_witnesses(model, core, edited)
        gathering = Gathering([(doc, Stretch(model.start + core.start, model.start + core.end))])
        some = np.flatnonzero(end > begin)
        gathering.take_in(links.doc[others[some]], start[some] + begin[some], start[some] + end[some])
        return gathering

    def _says_enough(self, model: Stretch, core: Stretch) -> bool:
        """Whether what is left of a model is a passage still."""
        weights = self._archive.weights(model.start + core.start, model.start + core.end)
        return sum(weights) + COSTS.neighbour * (len(core) - 1) >= LEAST_CORE

    def _edited(self, model: Stretch, others: Longs) -> list[list[Block]]:
        """What stands on other sides, aligned with the model; equal texts share their row of blocks."""
        links, stem = self._links, self._archive.stem
        known: dict[bytes, list[Block]] = {}
        found = []
        for start, end in zip(links.start[others].tolist(), links.end[others].tolist(), strict=True):
            key = stem[start:end].tobytes()
            blocks = known.get(key)
            if blocks is None:
                blocks = known[key] = self._blocks(model, Stretch(start, end))
            found.append(blocks)
        return found

    def _edited_witnesses(self, model: Stretch, core: Stretch, edited: Sequence[list[Block]]) -> tuple[Longs, Longs]:
        """Where in them what renders the core of the model begins and ends; nowhere both are the same."""
        weights = self._archive.weights(model.start, model.end) if edited else []
        known: dict[int, tuple[int, int]] = {}
        for blocks in edited:
            if id(blocks) not in known:
                found = _witness(weights, core, blocks)
                known[id(blocks)] = (found.stretch.start, found.stretch.end) if found else (0, 0)
        begin, end = np.array([known[id(blocks)] for blocks in edited], np.int64).reshape(-1, 2).T
        return begin, end

    def rendering(self, gathering: Gathering, there: Stretch) -> "Rendering | None":
        """The part of a passage of any article that renders the model of a family; `None` when it does not."""
        model = gathering.members[0][1]
        weights = self._archive.weights(model.start, model.end)
        found = _witness(weights, Stretch(0, len(model)), self._blocks(model, there))
        return found and found._replace(stretch=found.stretch.moved(there.start))

    def _blocks(self, model: Stretch, there: Stretch) -> list[Block]:
        """A model aligned with a stretch of an article."""
        row, text = (self._archive.stem[side.start : side.end] for side in (model, there))
        if len(row) == len(text) and (row == text).all():
            return [Block(0, 0, len(row))]
        blocks = closed_up(equal_blocks(row, text), row.tolist(), text.tolist())
        return turned(blocks, *(clause_row(self._archive, side.start, side.end) for side in (model, there)))

    def _close_covered(self, gathering: Gathering) -> None:
        """Close every passage that this family accounts for: both its sides lie in witnesses."""
        links = self._links
        start, end = np.array([(stretch.start, stretch.end) for _, stretch in gathering.members]).T
        low, high = links.meeting(start, end)
        sizes = high - low
        here = links.among(low, high)
        start, end = np.repeat(start, sizes), np.repeat(end, sizes)
        shared = np.minimum(links.end[here], end) - np.maximum(links.start[here], start)
        length = links.length(here)
        told = (shared >= COVERED * length) | (shared >= COMPARABLE * np.maximum(length, end - start))
        entries = here[told]
        self._inside[entries] = True
        accounted = entries[self._inside[links.other(entries)]]
        self._open[accounted] = False
        self._inside[entries] = False


class Rendering(NamedTuple):
    """What renders a model: where, how many tokens the two share, and their score."""

    stretch: Stretch
    shared: int
    score: float


def _witness(weights: list[float], core: Stretch, blocks: Iterable[Block]) -> Rendering | None:
    """The part of an aligned stretch, relative to it, that renders the core of a model with these weights.

    `None` when it is not like enough.
    """
    inside = [_clipped(block, core) for block in blocks if block.a < core.end and block.a + block.length > core.start]
    local = best_turned_stretch(inside, weights, COSTS)
    if not local or 2 * local.shared < LEAST_LIKENESS * (len(core) + local.b_end - local.b_start):
        return None
    return Rendering(Stretch(local.b_start, local.b_end), local.shared, local.score)


def _clipped(block: Block, core: Stretch) -> Block:
    cut = max(0, core.start - block.a)
    return Block(block.a + cut, block.b + cut, min(block.a + block.length, core.end) - block.a - cut)


class _Runs(NamedTuple):
    """Runs of a model, one a witness: so many tokens from `a` on in the model, and from `b` on in the witness."""

    a: Longs
    b: Longs
    length: Longs

    def some(self, which: Flags) -> "_Runs":
        return _Runs(*(column[which] for column in self))

    def witnesses(self, core: Stretch) -> tuple[Longs, Longs]:
        """Where the parts that render the core of the model begin and end in the witnesses; nowhere both are 0."""
        cut = np.maximum(0, core.start - self.a)
        shared = np.maximum(0, np.minimum(self.a + self.length, core.end) - self.a - cut)
        alike = 2 * shared >= LEAST_LIKENESS * (len(core) + shared)
        return np.where(alike, self.b + cut, 0), np.where(alike, self.b + cut + shared, 0)


def _common_core(length: int, runs: _Runs, edited: Sequence[list[Block]]) -> Stretch:
    """The part of a model of `length` tokens between the first and the last that at least half of the others share.

    A border word that only a minority shares ("..., the source said") falls away, however long that minority's
    passage is.
    """
    blocks = [(block.a, block.a + block.length) for row in edited for block in row]
    begin, end = np.array(blocks, np.int64).reshape(-1, 2).T
    begins = np.bincount(np.append(begin, runs.a), minlength=length + 1)
    ends = np.bincount(np.append(end, runs.a + runs.length), minlength=length + 1)
    count = len(edited) + len(runs.a)
    enough = np.flatnonzero(np.cumsum(begins - ends)[:-1] * 2 >= count)
    if not len(enough) or not count:
        return Stretch(0, length)
    return Stretch(int(enough[0]), int(enough[-1]) + 1)
