"""Bridges over a gap: two passages of the same stretches of text become one where something was put in or left out.

An ellipsis may stand for twenty words, and an attribution or a whole sentence may be put into the middle of a
quotation. Word by word such a gap costs more than a passage earns; but as it is one edit, what it costs is bounded, as
with the affine gaps of Gotoh (1982).
"""

import numpy as np

from workbench.engine.archive import Archive
from workbench.engine.arrays import Flags, Ints, Longs
from workbench.engine.local import Costs
from workbench.engine.long import DEAREST, NARROW, WIDEST
from workbench.engine.passages import Passages

_OVERLAP = 2
"""Words that stand at both ends of a gap may belong to both passages."""
_MOST_ON_NARROW, _NONE_OR_A_SENTENCE = 1, (0, 2)
"""Where sentences may begin in a gap: on the narrow side once, on the wide side never, or before and behind a whole
sentence. Two quotations with the outlet's words between them are two passages."""
_LONGEST = 60
"""So many tokens a bridged passage has at most: a quotation, or a paragraph. Copied stories are whole without."""
_LEAST_LIKENESS = 0.6
"""How alike the two sides of a bridged passage must be: twice the shared tokens by all."""
_LOOK_AHEAD = 3
"""How many passages behind one are looked at to find the one that it goes on with."""


def bridged(passages: Passages, strong: Flags, archive: Archive, costs: Costs) -> Passages:
    """What comes of bridging the gaps between a strong passage and another, strong or not.

    What becomes of the passages of two stretches of text depends on these alone.
    """
    stretch = archive.stretch
    several = np.flatnonzero(_have_company(stretch[passages.a_start], stretch[passages.b_start]))
    if not len(several):
        return passages.some(several)
    before = np.append(np.int32(0), np.cumsum(archive.breaks, dtype=np.int32))
    some, strong = passages.some(several), strong[several]
    whole = np.zeros(len(some), np.bool_)
    while True:
        order = np.lexsort((some.b_end, some.b_start, some.a_end, some.a_start, *_pair(some, stretch)))
        some, strong, whole = some.some(order), strong[order], whole[order]
        first, second = _links(some, strong, stretch, before)
        if not len(first):
            return some.some(whole)
        left = np.ones(len(some), np.bool_)
        left[first] = left[second] = False
        some = Passages.joined([_one(some.some(first), some.some(second), costs), some.some(left)])
        strong, whole = (np.append(np.ones(len(first), np.bool_), flags[left]) for flags in (strong, whole))


def _pair(passages: Passages, stretch: Ints) -> tuple[Ints, Ints]:
    return stretch[passages.b_start], stretch[passages.a_start]


def _have_company(a: Ints, b: Ints) -> Flags:
    """Which passages are not the only one of their two stretches."""
    order = np.lexsort((b, a))
    same = (np.diff(a[order]) == 0) & (np.diff(b[order]) == 0)
    found = np.zeros(len(a), np.bool_)
    found[order] = np.append(same, False)[: len(a)] | np.insert(same, 0, False)[: len(a)]
    return found


def _links(passages: Passages, strong: Flags, stretch: Ints, breaks_before: Ints) -> tuple[Longs, Longs]:
    """Pairs of passages that are the nearest to each other over a gap that can be bridged; none is in two pairs."""
    early, late = _candidates(passages, strong, stretch, breaks_before)
    distance = passages.a_start[late] - passages.a_end[early] + passages.b_start[late] - passages.b_end[early]
    order = np.lexsort((late, early, distance))
    early, late = early[order], late[order]
    nearest = np.zeros(len(early), np.bool_)
    nearest[np.intersect1d(np.unique(early, return_index=True)[1], np.unique(late, return_index=True)[1])] = True
    early, late = early[nearest], late[nearest]
    # Of a row of three only the first two meet now; the third joins them in the next round.
    free = ~np.isin(early, late)
    return early[free], late[free]


def _candidates(passages: Passages, strong: Flags, stretch: Ints, breaks_before: Ints) -> tuple[Longs, Longs]:
    """All pairs of passages, in order of their first side, with a gap between them that can be bridged."""
    found = [(np.zeros(0, np.int64), np.zeros(0, np.int64))]
    for lag in range(1, _LOOK_AHEAD + 1):
        early = np.arange(max(0, len(passages) - lag))
        late = early + lag
        fits = _can_be_bridged(passages.some(early), passages.some(late), stretch, breaks_before)
        fits &= strong[early] | strong[late]
        found.append((early[fits], late[fits]))
    early, late = (np.concatenate(side) for side in zip(*found, strict=True))
    return early, late


def _can_be_bridged(early: Passages, late: Passages, stretch: Ints, breaks_before: Ints) -> Flags:
    """Whether one passage goes on with the other behind a gap that is nothing on one side and not too wide."""
    a, b = late.a_start - early.a_end, late.b_start - early.b_end
    together = (stretch[early.a_start] == stretch[late.a_start]) & (stretch[early.b_start] == stretch[late.b_start])
    in_order = (np.minimum(a, b) >= -_OVERLAP) & (late.a_end > early.a_end) & (late.b_end > early.b_end)
    near = (np.minimum(a, b) <= NARROW) & (np.maximum(a, b) <= WIDEST)
    a_breaks = breaks_before[late.a_start + 1] - breaks_before[early.a_end]
    b_breaks = breaks_before[late.b_start + 1] - breaks_before[early.b_end]
    on_narrow = np.where(a < b, a_breaks, np.where(b < a, b_breaks, np.minimum(a_breaks, b_breaks)))
    on_wide = a_breaks + b_breaks - on_narrow
    in_sentences = (on_narrow <= _MOST_ON_NARROW) & np.isin(on_wide, _NONE_OR_A_SENTENCE)
    a_size, b_size = late.a_end - early.a_start, late.b_end - early.b_start
    alike = 2 * (early.shared + late.shared) >= _LEAST_LIKENESS * (a_size + b_size)
    short = np.maximum(a_size, b_size) <= _LONGEST
    fits: Flags = together & in_order & near & in_sentences & alike & short
    return fits


def _one(early: Passages, late: Passages, costs: Costs) -> Passages:
    """Passages with those that go on behind a gap, as one each."""
    wide = np.maximum(late.a_start - early.a_end, late.b_start - early.b_end)
    cost = costs.gap * np.clip(wide, 0, DEAREST)
    score = np.maximum(early.score + late.score - cost, np.maximum(early.score, late.score))
    return Passages(early.a_start, late.a_end, early.b_start, late.b_end, early.shared + late.shared, score)
