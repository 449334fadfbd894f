"""Finds the passage of one document that sums up the other: its words come from all over that document.

A summary's sentences need not be like any one sentence of what they sum up. So the measure is how much of a passage's
wording is found anywhere in the other document, against how much of the wording around it is; and no single place
of the other document may account for it, else it is a rewording of that place.
"""

import math
from collections.abc import Sequence
from typing import NamedTuple

import numpy as np

from workbench.engine.arrays import Flags
from workbench.engine.bags import Bags, Floats
from workbench.engine.sentences import Region
from workbench.spans import Span

_COST = 0.5
"""What a word that the other document has not costs a summary."""
_LEAST_CONTRAST = 0.48
"""How much more of a summary's wording is found in the other document than of the text around it."""
_USUAL, _USUAL_TOKENS, _USUAL_GROWTH = 0.26, 600, 0.08
"""How much of a text's wording an unrelated document of so many tokens has, and how much more one of twice as many."""
_USUAL_VALUE = 100.0
"""The usual share counts as if seen in other words of the same document, of this value together."""
_SHORTEST, _LONGEST = 40, 300
"""Tokens; a shorter passage may find its words anywhere by chance, and an abstract is no longer."""
_LEAST_PROOF = 10.0
"""What a summary must gain, in values of stems, after what other passages account for."""
_LEAST_RATIO = 3.0
"""What is summed up is at least so many times longer."""
_PLACE = 1.25
"""How much longer than a passage the place is that it may be a rewording of."""
_PART = 0.4
"""A sentence is summed up if so much of its wording is in the summary."""
_WHOLE = 0.5
"""A summary of so much of a document is one of all of it."""


class Found(NamedTuple):
    """A passage already found, copied or in other words: its side in either document, and its likeness, 0 to 1."""

    sides: tuple[Span, Span]
    likeness: float


class Summary(NamedTuple):
    """A passage of document a (side 0) or b (side 1) that sums up what `region` has of the other."""

    region: Region
    side: int


def summary(bags: Bags, found: Sequence[Found]) -> Summary | None:
    """The passage of either document that sums up the other, unless the passages already found account for it."""
    runs = [(side, run) for side in (0, 1) if (run := _run(bags, side)) and _stands_out(bags, side, run)]
    proof, side, run = max(
        ((_proof(bags, side, run, found), side, run) for side, run in runs), default=(0.0, 0, (0, 0))
    )
    if proof < _LEAST_PROOF:
        return None
    drawn = _drawn_on(bags, side, run)
    return Summary(Region(*run, *drawn) if side == 0 else Region(*drawn, *run), side)


def _run(bags: Bags, side: int) -> tuple[int, int] | None:
    """First and last of the run of sentences of one document that gains most by the other, if a summary is so long."""
    shared, every = _found_anywhere(bags, side)
    total = np.concatenate(([0.0], np.cumsum(shared - _COST * every)))
    last = int(np.argmax(total[1:] - np.minimum.accumulate(total)[:-1]))
    run = int(np.argmin(total[: last + 1])), last
    tokens, summed_up = bags.sentences.tokens(side, *run), bags.sentences.all_tokens(1 - side)
    return run if _SHORTEST <= tokens <= _LONGEST and summed_up >= _LEAST_RATIO * tokens else None


def _found_anywhere(bags: Bags, side: int) -> tuple[Floats, Floats]:
    """For each sentence of one document the value of its stems that the other has anywhere, and of all its stems."""
    return bags.shared(side, 0, bags.sentences.counts[side] - 1, bags.present_anywhere(1 - side))


def _stands_out(bags: Bags, side: int, run: tuple[int, int]) -> bool:
    """Whether much more of a run's wording is found in the other document than of the text around it."""
    shared, every = _found_anywhere(bags, side)
    within = slice(run[0], run[1] + 1)
    inside, total = shared[within].sum(), every[within].sum()
    around = shared.sum() - inside + _usual(bags, 1 - side) * _USUAL_VALUE
    return bool(inside > (_LEAST_CONTRAST + around / (every.sum() - total + _USUAL_VALUE)) * total)


def _usual(bags: Bags, side: int) -> float:
    """How much of its wording an unrelated text shares with one of the documents."""
    return min(0.9, max(0.1, _USUAL + _USUAL_GROWTH * math.log2(bags.sentences.all_tokens(side) / _USUAL_TOKENS)))


def _proof(bags: Bags, side: int, run: tuple[int, int], found: Sequence[Found]) -> float:
    """What the run gains, less what one place of the other document or a passage already found accounts for."""
    opposite = bags.present_anywhere(1 - side)
    shared, every = bags.shared(side, *run, opposite)
    wanted = bags.present(side, *run) & opposite
    local = _best_place(bags, side, run, wanted) / float(bags.value[wanted].sum())
    return float((shared - _COST * every).sum()) * (1 - local) * (1 - _accounted(bags, side, run, found))


def _accounted(bags: Bags, side: int, run: tuple[int, int], found: Sequence[Found]) -> float:
    """How much of a run the passages already found account for, each by its likeness."""
    whole = bags.sentences.span(side, *run)
    return min(1.0, sum(likeness * whole.overlap(sides[side]) for sides, likeness in found) / len(whole))


def _best_place(bags: Bags, side: int, run: tuple[int, int], wanted: Flags) -> float:
    """The greatest value of `wanted` stems that one place of the other document has, a little longer than the run."""
    sentences, other = bags.sentences, 1 - side
    size = _PLACE * sentences.tokens(side, *run)
    seen = np.zeros(bags.kinds, np.int64)
    best, value, end = 0.0, 0.0, 0
    for start in range(sentences.counts[other]):
        while end < sentences.counts[other] and (end <= start or sentences.tokens(other, start, end) <= size):
            stems = bags.stem[bags.entries(other, end, end)]
            stems = stems[wanted[stems]]
            value += float(bags.value[stems[seen[stems] == 0]].sum())
            seen[stems] += 1
            end += 1
        best = max(best, value)
        stems = bags.stem[bags.entries(other, start, start)]
        stems = stems[wanted[stems]]
        seen[stems] -= 1
        value -= float(bags.value[stems[seen[stems] == 0]].sum())
    return best


def _drawn_on(bags: Bags, side: int, run: tuple[int, int]) -> tuple[int, int]:
    """The sentences of the other document that a summary draws on: from the first to the last, or all."""
    last = bags.sentences.counts[1 - side] - 1
    shared, every = bags.shared(1 - side, 0, last, bags.present(side, *run))
    parts = np.flatnonzero(shared > _PART * every)
    if not len(parts) or parts[-1] - parts[0] >= _WHOLE * last:
        return 0, last
    return int(parts[0]), int(parts[-1])
