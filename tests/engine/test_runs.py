"""The longest run of equal words through a place is what counting word by word finds."""

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from workbench.engine.runs import Runs

ROWS = st.lists(st.lists(st.integers(0, 2), min_size=1, max_size=40), min_size=2, max_size=4)


def counted(words: list[int], stretch: list[int], a: int, b: int) -> tuple[int, int, int]:
    """The run through a and b, word by word."""

    def agree(x: int, y: int) -> bool:
        inside = x >= 0 and y < len(words)
        return inside and stretch[x] == stretch[a] and stretch[y] == stretch[b] and words[x] == words[y]

    back, ahead = 0, 0
    while agree(a - back - 1, b - back - 1):
        back += 1
    while agree(a + ahead, b + ahead):
        ahead += 1
    return a - back, b - back, back + ahead


@settings(max_examples=200)
@given(ROWS, st.data())
def test_runs_are_as_long_as_counted_and_stay_in_their_stretches(rows: list[list[int]], data: st.DataObject) -> None:
    words = [word for row in rows for word in row]
    stretch = [number for number, row in enumerate(rows) for _ in row]
    turns = np.array([0, *np.cumsum([len(row) for row in rows])], np.int64)
    runs = Runs(np.array(words, np.uint32), np.array(stretch, np.int32), turns)
    b = data.draw(st.integers(len(rows[0]), len(words) - 1))
    a = data.draw(st.integers(0, int(turns[stretch[b]]) - 1))
    found = runs.maximal(np.array([a]), np.array([b]))
    assert tuple(int(side[0]) for side in found) == counted(words, stretch, a, b)


def test_a_run_of_ten_thousand_words_is_found_whole() -> None:
    half = np.random.default_rng(4).integers(0, 1000, 10_000).astype(np.uint32)
    words = np.concatenate(([7], half, [8], [9], half, [6])).astype(np.uint32)
    stretch = np.repeat(np.arange(2, dtype=np.int32), 10_002)
    runs = Runs(words, stretch, np.array([0, 10_002, 20_004]))
    a, b, length = runs.maximal(np.array([5000]), np.array([15_002]))
    assert (int(a[0]), int(b[0]), int(length[0])) == (1, 10_003, 10_000)
