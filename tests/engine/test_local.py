"""The best stretch of many pairs at once is what the plain table of Smith and Waterman gives for each."""

import random

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from workbench.engine.local import CROWDED, WIDEST, Costs, Tokens, Windows, best_stretches, find_matches
from workbench.engine.weights import LONG_WEIGHT, UNITS

COSTS = Costs(0.6, 0.4)
GAP, NEIGHBOUR = (round(cost * UNITS) for cost in COSTS)
WEIGHTS = (22, 26, 11, 6)
LONG = round(LONG_WEIGHT * UNITS)
Pair = tuple[list[int], list[int]]
Path = tuple[int, int, tuple[int, int]]
PAIR = st.tuples(
    st.lists(st.integers(0, 5), min_size=1, max_size=12), st.lists(st.integers(0, 5), min_size=1, max_size=12)
)
NOTHING: Path = (0, 0, (-1, -1))
BLANKS = (0xFFFFFFFF, 0xFFFFFFFE)


def laid_out(pairs: list[Pair]) -> tuple[Tokens, Windows]:
    """The rows one behind the other; a token's weight is told by its number."""
    sides = [side for pair in pairs for side in pair]
    bounds = np.cumsum([0, *map(len, sides)])
    ids = np.array([token for side in sides for token in side], np.uint32)
    units = np.array(WEIGHTS, np.uint8)[ids % 4]
    return Tokens(ids, units), Windows(bounds[:-1:2], bounds[1::2], bounds[1:-1:2], bounds[2::2])


def found(pairs: list[Pair]) -> dict[int, tuple[int, ...]]:
    """The best stretch of every pair that shares anything: borders on a and b, shared tokens, score in units."""
    tokens, windows = laid_out(pairs)
    best, crowded = best_stretches(tokens, windows, COSTS)
    assert not len(crowded)
    number = np.searchsorted(windows.a_high, best.a_start, side="right")
    return {
        int(k): (
            int(best.a_start[at] - windows.a_low[k]),
            int(best.a_end[at] - windows.a_low[k]),
            int(best.b_start[at] - windows.b_low[k]),
            int(best.b_end[at] - windows.b_low[k]),
            int(best.shared[at]),
            round(best.score[at] * UNITS),
        )
        for at, k in enumerate(number)
    }


def plain(a: list[int], b: list[int]) -> tuple[int, ...] | None:
    """The same of one pair, cell by cell.

    Of paths that score the same the better one shares more, then ends sooner, and then begins later.
    """
    reached = [[NOTHING] * (len(b) + 1) for _ in range(len(a) + 1)]
    shared: dict[tuple[int, int], Path] = {}
    for i, x in enumerate(a, 1):
        for j, y in enumerate(b, 1):
            if x == y:
                shared[i, j] = onward(i, j, reached[i - 1][j - 1], shared.get((i - 1, j - 1)), WEIGHTS[x % 4])
            score, count, start = max(reached[i - 1][j - 1], reached[i - 1][j], reached[i][j - 1])
            gap = (score - GAP, count, start) if score >= GAP else NOTHING
            reached[i][j] = max(shared.get((i, j), NOTHING), gap)
    if not shared:
        return None
    (i, j), (score, count, (a_start, b_start)) = max(
        shared.items(), key=lambda cell: (cell[1][:2], (-cell[0][0], -cell[0][1]), cell[1][2])
    )
    return a_start - 1, i, b_start - 1, j, count, score


def onward(i: int, j: int, reached: Path, neighbour: Path | None, weight: int) -> Path:
    """The best path to a shared token."""
    score, count, start = reached if neighbour is None else max(reached, (neighbour[0] + NEIGHBOUR, *neighbour[1:]))
    return score + weight, count + 1, start if count else (i, j)


@settings(max_examples=300)
@given(st.lists(PAIR, min_size=1, max_size=5))
def test_all_pairs_have_the_stretch_that_each_has_alone(pairs: list[Pair]) -> None:
    expected = {k: plain(a, b) for k, (a, b) in enumerate(pairs)}
    assert found(pairs) == {k: stretch for k, stretch in expected.items() if stretch}


@pytest.mark.parametrize("words", [60, 200, 1000])
def test_wide_pairs_with_edits_have_the_stretch_that_each_has_alone(words: int) -> None:
    chance = random.Random(words)
    pairs = []
    for size in (WIDEST, WIDEST, 100, 70, 33, 5):
        a = [chance.randrange(words) for _ in range(size)]
        b = [chance.randrange(words) if chance.random() < 0.2 else token for token in a if chance.random() < 0.9]
        pairs += [(a, b), (b, a)]
    assert found(pairs) == {k: plain(a, b) for k, (a, b) in enumerate(pairs)}


def test_rows_as_long_and_as_heavy_as_can_be_score_all_they_earn() -> None:
    row = list(range(1, 4 * WIDEST, 4))
    score = WIDEST * LONG + (WIDEST - 1) * NEIGHBOUR
    assert found([(row, row), ([1], row), (row, row[-1:])]) == {
        0: (0, WIDEST, 0, WIDEST, WIDEST, score),
        1: (0, 1, 0, 1, 1, LONG),
        2: (WIDEST - 1, WIDEST, 0, 1, 1, LONG),
    }


def test_of_stretches_that_score_the_same_the_first_counts_and_of_its_beginnings_the_last() -> None:
    assert found([([1], [9, 1, 1]), ([1, 5, 1], [1]), ([8, 1, 9, 1], [1])]) == {
        0: (0, 1, 1, 2, 1, LONG),
        1: (0, 1, 0, 1, 1, LONG),
        2: (1, 2, 0, 1, 1, LONG),
    }
    assert found([([3, 8, 7, 9, 4], [3, 2, 5, 6, 3, 4])]) == {0: plain([3, 8, 7, 9, 4], [3, 2, 5, 6, 3, 4])}


def test_pairs_that_share_too_much_are_left_out_and_told() -> None:
    side = int(CROWDED**0.5)
    tokens, windows = laid_out([([1] * WIDEST, [1] * WIDEST), ([2] * side, [2] * side), ([3], [4])])
    best, crowded = best_stretches(tokens, windows, COSTS)
    assert crowded.tolist() == [0]
    assert best.shared.tolist() == [side]


@pytest.mark.parametrize("blank", BLANKS)
def test_what_fills_up_rows_is_equal_to_no_token(blank: int) -> None:
    ids = np.array([7, blank, 8, 9, blank], np.uint32)
    tokens = Tokens(ids, np.full(5, 20, np.uint8))
    ends = (np.array(side) for side in ([0, 1], [1, 2], [2, 2], [5, 3]))
    assert find_matches(tokens, Windows(*ends)).size.tolist() == [0, 0]


def test_rows_without_tokens_share_nothing() -> None:
    tokens, _ = laid_out([([1], [1])])
    none = np.zeros(3, np.int64)
    best, crowded = best_stretches(tokens, Windows(none, none, none, none), COSTS)
    assert not len(best)
    assert not len(crowded)
