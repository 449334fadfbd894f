"""Which stretches meet, held to trying each with each."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from workbench.engine.meeting import met
from workbench.engine.ordering import in_order

STRETCHES = st.lists(st.tuples(st.integers(0, 30), st.integers(1, 12)), max_size=12)


@given(STRETCHES, st.data())
def test_all_pairs_that_meet_are_found_once(stretches: list[tuple[int, int]], data: st.DataObject) -> None:
    start = np.array([start for start, _ in stretches], np.int64)
    end = np.array([start + length for start, length in stretches], np.int64)
    numbers = st.sets(st.integers(0, len(stretches) - 1)) if stretches else st.just(set[int]())
    some, others = (np.array(sorted(data.draw(numbers)), np.int64) for _ in range(2))
    found = met(start, end, some, others)
    shared = {(int(k), int(m)): int(min(end[k], end[m]) - max(start[k], start[m])) for k in some for m in others}
    told = list(zip(found.one.tolist(), found.other.tolist(), strict=True))
    assert sorted(told) == sorted(pair for pair, size in shared.items() if size > 0)
    assert [shared[pair] for pair in told] == found.shared.tolist()


def test_every_stretch_meets_itself() -> None:
    found = met(np.array([5, 0]), np.array([6, 9]))
    assert sorted(zip(found.one.tolist(), found.other.tolist(), strict=True)) == [(0, 0), (0, 1), (1, 0), (1, 1)]


@given(st.lists(st.tuples(st.integers(0, 3), st.integers(0, 3)), max_size=20))
def test_the_fine_key_decides_among_equals_and_is_asked_of_them_only(items: list[tuple[int, int]]) -> None:
    asked = []

    def fine(item: tuple[int, int]) -> int:
        asked.append(item[0])
        return item[1]

    assert in_order(items, lambda item: item[0], fine) == sorted(items)
    assert all([first for first, _ in items].count(key) > 1 for key in asked)
