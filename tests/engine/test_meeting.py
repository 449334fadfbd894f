"""Which stretches meet, held to trying each with each."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from workbench.engine.meeting import Stretches, met
from workbench.engine.ordering import in_order

STRETCHES = st.lists(st.tuples(st.integers(0, 30), st.integers(1, 12)), max_size=12)


def _stretches(found: list[tuple[int, int]]) -> Stretches:
    start, length = np.array(found, np.int64).reshape(-1, 2).T
    return Stretches(start, start + length)


@given(st.data())
def test_all_pairs_that_meet_are_found_once(data: st.DataObject) -> None:
    some, others = (_stretches(data.draw(STRETCHES)) for _ in range(2))
    found = met(some, others)
    shared = {
        (k, m): min(one[1], other[1]) - max(one[0], other[0])
        for k, one in enumerate(zip(*some, strict=True))
        for m, other in enumerate(zip(*others, strict=True))
    }
    told = list(zip(found.one.tolist(), found.other.tolist(), strict=True))
    assert sorted(told) == sorted(pair for pair, size in shared.items() if size > 0)
    assert [shared[pair] for pair in told] == found.shared.tolist()


def test_every_stretch_meets_itself() -> None:
    stretches = Stretches(np.array([5, 0]), np.array([6, 9]))
    found = met(stretches, stretches)
    assert sorted(zip(found.one.tolist(), found.other.tolist(), strict=True)) == [(0, 0), (0, 1), (1, 0), (1, 1)]


@given(st.lists(st.tuples(st.integers(0, 3), st.integers(0, 3)), max_size=20))
def test_the_fine_key_decides_among_equals_and_is_asked_of_them_only(items: list[tuple[int, int]]) -> None:
    asked = []

    def fine(item: tuple[int, int]) -> int:
        asked.append(item[0])
        return item[1]

    assert in_order(items, lambda item: item[0], fine) == sorted(items)
    assert all([first for first, _ in items].count(key) > 1 for key in asked)
