"""From shared passages of two articles to families of many.

A family gathers around a passage of one article, its model: every article that shares most of the model is a witness,
by the words that align with it. So a family holds together by construction; there are no chains of loosely linked
passages. A sentence quoted alone by some and inside a paragraph by others makes two families, since the paragraph's
model is shared by fewer.
"""

from collections.abc import Callable, Iterable, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np

from workbench.engine.alignments import COSTS
from workbench.engine.archive import Archive
from workbench.engine.blocks import Block, closed_up, equal_blocks
from workbench.engine.passages import Passages, equal_sides
from workbench.engine.swapping import best_turned_stretch, clause_row, turned
from workbench.engine.tokens import Flags, Longs

SHARE_OF_MODEL = 0.75
"""How much of the model an alignment must reach over for its other side to be gathered."""
LEAST_LIKENESS = 0.6
"""How alike a witness and the model must be: twice the shared tokens by all."""
COMPARABLE = 0.6
"""A passage tells of a witness, too, when they share so much of the longer one."""
COVERED = 0.8
"""How much of both sides of an alignment two witnesses must cover for it to need no family of its own."""
_UNKNOWN = -1


@dataclass(frozen=True, slots=True)
class Stretch:
    """Token numbers of one article, half open."""

    start: int
    end: int

    def __len__(self) -> int:
        return self.end - self.start

    def moved(self, by: int) -> "Stretch":
        """The stretch so many tokens further on."""
        return Stretch(self.start + by, self.end + by)

    def share_in(self, other: "Stretch") -> float:
        """How much of this stretch lies in `other`, 0 to 1."""
        return max(0, min(self.end, other.end) - max(self.start, other.start)) / max(1, len(self))

    def meets(self, other: "Stretch") -> bool:
        """Whether the two have a token in common."""
        return self.start < other.end and other.start < self.end


Member = tuple[int, Stretch]
"""The number of an article and the tokens of it that render the text."""


class Gathering:
    """A family in the making. Its first member is the model; an article that has the text twice is in it twice."""

    def __init__(self, members: Iterable[Member]) -> None:
        self._by_doc: dict[int, list[Stretch]] = {}
        self.members: list[Member] = []
        for doc, stretch in members:
            self.add(doc, stretch)

    @property
    def docs(self) -> AbstractSet[int]:
        """The articles in the family."""
        return self._by_doc.keys()

    def at(self, doc: int) -> Sequence[Stretch]:
        """Where the text stands in one article."""
        return self._by_doc.get(doc, ())

    def add(self, doc: int, stretch: Stretch) -> None:
        """Take in a place, unless a part of it is in the family already."""
        known = self._by_doc.setdefault(doc, [])
        if not any(stretch.meets(other) for other in known):
            known.append(stretch)
            self.members.append((doc, stretch))


class Links:
    """Passages seen from both sides, so that those that meet a stretch of an article are quick to find.

    Entry k and entry k + n are the two sides of passage k of n: `doc` and `start`, `end` of this side.
    """

    def __init__(self, passages: Passages, archive: Archive) -> None:
        self.start = np.append(passages.a_start, passages.b_start)
        self.end = np.append(passages.a_end, passages.b_end)
        self.length = self.end - self.start
        self.score = np.tile(passages.score, 2)
        self.doc = archive.doc_of(self.start).astype(np.int64)
        self._passages, self._stem = passages, archive.stem
        self._plain = np.full(len(passages), _UNKNOWN, np.int8)
        self.count = len(passages)
        self._by_start = np.argsort(self.start, kind="stable")
        self._starts = self.start[self._by_start]
        self._reached = np.maximum.accumulate(self.end[self._by_start]) if self.count else self.end

    def __len__(self) -> int:
        return self.count

    def meeting(self, start: Longs | int, end: Longs | int) -> tuple[Longs, Longs]:
        """Where in `by_start` the entries begin and end among which are all that meet some stretches."""
        return np.searchsorted(self._reached, start, side="right"), np.searchsorted(self._starts, end)

    def met_by(self, entries: Longs) -> Longs:
        """The entries that the stretches of some entries meet, those themselves included."""
        low, high = self.meeting(self.start[entries], self.end[entries])
        return np.unique(np.concatenate([self.between(*bounds) for bounds in zip(low, high, strict=True)]))

    def between(self, low: int, high: int) -> Longs:
        """Entries by their start, from one number to another."""
        return self._by_start[low:high]

    def other(self, entries: Longs) -> Longs:
        """The entries of the other sides."""
        return np.where(entries < self.count, entries + self.count, entries - self.count)

    def plain(self, entries: Longs) -> Flags:
        """Whether the two sides are the same, stem by stem: compared when first asked for, many at once soonest."""
        passages = entries % self.count
        new = np.unique(passages[self._plain[passages] == _UNKNOWN])
        if len(new):
            self._plain[new] = equal_sides(self._passages.some(new), self._stem)
        same: Flags = self._plain[passages] == 1
        return same

    def stretch(self, entry: int) -> Stretch:
        """The tokens of one side."""
        return Stretch(int(self.start[entry]), int(self.end[entry]))


class _Rendering(NamedTuple):
    """A stretch of an article, from `start` on, aligned with a model: the runs of shared tokens, relative to both."""

    doc: int
    start: int
    blocks: list[Block]


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
        shorter = np.minimum(links.length[a], links.length[b])
        order = passages[np.lexsort((links.start[b], links.start[a], -shorter, -links.score[a]))]
        self._open[a] = self._open[b] = True
        found = []
        for k in order.tolist():
            if not self._open[k]:
                continue
            look()
            gathering = self._gather(k)
            self._open[[k, k + n]] = False
            if len(gathering.docs) > 1:
                self._close_covered(gathering)
                found.append(gathering)
        self._open[a] = self._open[b] = False
        return found

    def _gather(self, k: int) -> Gathering:
        """The family around one passage: its better supported side is the model."""
        models = [(entry, self._links.stretch(entry)) for entry in (k, k + len(self._links))]
        near = [self._reaching_over(model) for _, model in models]
        better = int(len(near[1]) > len(near[0]))
        entry, model = models[better]
        return self._with_common_core(int(self._links.doc[entry]), model, near[better])

    def _reaching_over(self, model: Stretch) -> Longs:
        """The entries that reach over enough of a model, best first."""
        links = self._links
        here = links.between(*map(int, links.meeting(model.start, model.end)))
        shared = np.minimum(links.end[here], model.end) - np.maximum(links.start[here], model.start)
        here = here[shared >= SHARE_OF_MODEL * len(model)]
        return here[np.lexsort((here, -links.score[here]))]

    def _with_common_core(self, doc: int, model: Stretch, near: Longs) -> Gathering:
        """The witnesses of the model, after trimming it to what most of them share."""
        renderings = self._renderings(model, near)
        core = _common_core(len(model), [rendering.blocks for rendering in renderings])
        gathering = Gathering([(doc, Stretch(model.start + core.start, model.start + core.end))])
        weights = self._archive.weights(model.start, model.end)
        # Copies share their row of blocks, and with it what of them is a witness.
        known: dict[int, Stretch | None] = {}
        for other, start, blocks in renderings:
            if id(blocks) not in known:
                known[id(blocks)] = _witness(weights, core, blocks)
            witness = known[id(blocks)]
            if witness:
                gathering.add(other, witness.moved(start))
        return gathering

    def _renderings(self, model: Stretch, near: Longs) -> list[_Rendering]:
        """What stands on the other sides of some entries, aligned with the model."""
        links, stem = self._links, self._archive.stem
        others = links.other(near)
        low, high = np.maximum(links.start[near], model.start), np.minimum(links.end[near], model.end)
        runs = zip((low - model.start).tolist(), (low - links.start[near]).tolist(), (high - low).tolist(), strict=True)
        places = links.doc[others].tolist(), links.start[others].tolist(), links.end[others].tolist()
        known: dict[tuple[int, ...] | bytes, list[Block]] = {}
        renderings = []
        for doc, start, end, plain, run in zip(*places, links.plain(near).tolist(), runs, strict=True):
            key = run if plain else stem[start:end].tobytes()
            blocks = known.get(key)
            if blocks is None:
                blocks = known[key] = [Block(*run)] if plain else self._blocks(model, Stretch(start, end))
            renderings.append(_Rendering(doc, start, blocks))
        return renderings

    def rendering(self, gathering: Gathering, there: Stretch) -> Stretch | None:
        """The part of a passage of any article that renders the model of a family; `None` when it does not."""
        model = gathering.members[0][1]
        weights = self._archive.weights(model.start, model.end)
        witness = _witness(weights, Stretch(0, len(model)), self._blocks(model, there))
        return witness and witness.moved(there.start)

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
        here = np.concatenate([links.between(*bounds) for bounds in zip(low.tolist(), high.tolist(), strict=True)])
        start, end = np.repeat(start, high - low), np.repeat(end, high - low)
        shared = np.minimum(links.end[here], end) - np.maximum(links.start[here], start)
        length = links.length[here]
        told = (shared >= COVERED * length) | (shared >= COMPARABLE * np.maximum(length, end - start))
        entries = here[told]
        self._inside[entries] = True
        accounted = entries[self._inside[links.other(entries)]]
        self._open[accounted] = False
        self._inside[entries] = False


def _witness(weights: list[float], core: Stretch, blocks: Iterable[Block]) -> Stretch | None:
    """The part of an aligned stretch, relative to it, that renders the core of a model with these weights.

    `None` when it is not like enough.
    """
    inside = [_clipped(block, core) for block in blocks if block.a < core.end and block.a + block.length > core.start]
    if len(inside) == 1:
        only = inside[0]
        b_start, b_end, shared = only.b, only.b + only.length, only.length
    else:
        local = best_turned_stretch(inside, weights, COSTS)
        if not local:
            return None
        b_start, b_end, shared = local.b_start, local.b_end, local.shared
    if 2 * shared < LEAST_LIKENESS * (len(core) + b_end - b_start):
        return None
    return Stretch(b_start, b_end)


def _clipped(block: Block, core: Stretch) -> Block:
    cut = max(0, core.start - block.a)
    return Block(block.a + cut, block.b + cut, min(block.a + block.length, core.end) - block.a - cut)


def _common_core(length: int, alignments: list[list[Block]]) -> Stretch:
    """The part of a model of `length` tokens between the first and the last that at least half of the others share.

    A border word that only a minority shares ("..., the source said") falls away, however long that minority's
    passage is.
    """
    shared = np.zeros(length + 1, np.int64)
    for blocks in alignments:
        for block in blocks:
            shared[block.a] += 1
            shared[block.a + block.length] -= 1
    enough = np.flatnonzero(np.cumsum(shared[:-1]) * 2 >= len(alignments))
    if not len(enough) or not alignments:
        return Stretch(0, length)
    return Stretch(int(enough[0]), int(enough[-1]) + 1)
