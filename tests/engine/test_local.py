"""The best stretch of many pairs at once is what the plain table of Smith and Waterman gives for each."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from workbench.engine.local import A_BLANK, B_BLANK, Costs, Rows, best_scores, best_stretches
from workbench.engine.weights import UNITS

COSTS = Costs(0.6, 0.4)
WEIGHTS = (22, 26, 11, 6)
PAIR = st.tuples(
    st.lists(st.integers(0, 5), min_size=1, max_size=12), st.lists(st.integers(0, 5), min_size=1, max_size=12)
)


def rows(sides: list[list[int]], width: int, blank: np.uint32) -> Rows:
    """Rows as columns of a table; a token's weight is told by its number."""
    ids, weights = np.full((width, len(sides)), blank, np.uint32), np.zeros((width, len(sides)), np.uint8)
    for column, side in enumerate(sides):
        ids[: len(side), column] = side
        weights[: len(side), column] = [WEIGHTS[token % 4] for token in side]
    return Rows(ids, weights)


def plain(a: list[int], b: list[int]) -> float:
    """The best score, cell by cell."""
    reached = np.zeros((len(a) + 1, len(b) + 1))
    shared = np.full((len(a) + 1, len(b) + 1), -1e9)
    for i, x in enumerate(a, 1):
        for j, y in enumerate(b, 1):
            if x == y:
                before = max(reached[i - 1, j - 1], shared[i - 1, j - 1] + COSTS.neighbour)
                shared[i, j] = before + WEIGHTS[x % 4] / UNITS
            gap = max(reached[i - 1, j - 1], reached[i - 1, j], reached[i, j - 1]) - COSTS.gap
            reached[i, j] = max(0, shared[i, j], gap)
    return float(max(0, shared.max()))


@settings(max_examples=150)
@given(st.lists(PAIR, min_size=1, max_size=5))
def test_all_pairs_score_what_each_scores_alone(pairs: list[tuple[list[int], list[int]]]) -> None:
    width = max(len(side) for pair in pairs for side in pair)
    found = best_scores(rows([a for a, _ in pairs], width, A_BLANK), rows([b for _, b in pairs], width, B_BLANK), COSTS)
    assert found.score == pytest.approx([plain(a, b) for a, b in pairs])


@settings(max_examples=150)
@given(PAIR)
def test_the_best_stretch_scores_as_much_by_itself(pair: tuple[list[int], list[int]]) -> None:
    a, b = pair
    width = max(len(a), len(b))
    a_rows, b_rows = rows([a], width, A_BLANK), rows([b], width, B_BLANK)
    best = best_scores(a_rows, b_rows, COSTS)
    if best.score[0] <= 0:
        return
    found = best_stretches(a_rows, b_rows, best, COSTS)
    a_part = a[int(found.a_start[0]) : int(found.a_end[0])]
    b_part = b[int(found.b_start[0]) : int(found.b_end[0])]
    assert a_part[0] == b_part[0]
    assert a_part[-1] == b_part[-1]
    assert plain(a_part, b_part) == pytest.approx(float(best.score[0]))
    assert 0 < found.shared[0] <= min(len(a_part), len(b_part))
