import random
from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.engine import blocks as blocks_module
from workbench.engine.arrays import Ints
from workbench.engine.blocks import Block, closed_up, equal_blocks

rows = st.lists(st.integers(0, 6), max_size=60)


def row(numbers: list[int]) -> Ints:
    return np.array(numbers, np.int32)


def assert_sound(found: list[Block], a: list[int], b: list[int]) -> None:
    reached_a = reached_b = 0
    for block in found:
        assert block.length > 0
        assert block.a >= reached_a
        assert block.b >= reached_b
        assert a[block.a : block.a + block.length] == b[block.b : block.b + block.length]
        reached_a, reached_b = block.a + block.length, block.b + block.length


@given(rows, rows)
def test_blocks_are_equal_runs_in_order(a: list[int], b: list[int]) -> None:
    assert_sound(equal_blocks(row(a), row(b)), a, b)


@given(rows)
def test_a_row_shares_all_of_itself(a: list[int]) -> None:
    assert sum(block.length for block in equal_blocks(row(a), row(a))) == len(a)


@pytest.fixture
def cut_early(monkeypatch: pytest.MonkeyPatch) -> None:
    """Rows count as long from 100 tokens on, so that short ones show what happens to long ones."""
    monkeypatch.setattr(blocks_module, "_LARGEST_PRODUCT", 10_000)
    monkeypatch.setattr(blocks_module, "_PIECE", 40)


@pytest.mark.usefixtures("cut_early")
def test_long_rows_lose_nothing_but_what_was_changed() -> None:
    rng = random.Random(5)
    a = [rng.randrange(5000) for _ in range(3000)]
    b = [-1 if k % 50 == 0 else value for k, value in enumerate(a)]
    found = equal_blocks(row(a), row(b))
    assert_sound(found, a, b)
    assert sum(block.length for block in found) == sum(value >= 0 for value in b)


@pytest.mark.usefixtures("cut_early")
def test_long_rows_without_an_anchor_share_nothing_that_is_certain() -> None:
    assert equal_blocks(row([1, 2] * 500), row([2, 1] * 500)) == []


@pytest.mark.usefixtures("cut_early")
def test_the_longer_part_counts_where_two_parts_changed_places() -> None:
    rng = random.Random(6)
    long, short = [rng.randrange(10_000) for _ in range(400)], [rng.randrange(10_000) for _ in range(200)]
    a, b = long + short, short + long
    found = equal_blocks(row(a), row(b))
    assert_sound(found, a, b)
    assert sum(block.length for block in found) >= 400


def test_a_run_is_moved_up_to_its_neighbour_where_the_same_words_stand_beside_it() -> None:
    row, text = list("abcdefg"), list("abcxyabcdefg")
    torn = [Block(0, 0, 3), Block(3, 8, 4)]
    assert closed_up(torn, row, text) == [Block(0, 5, 7)]
    assert closed_up([Block(0, 0, 4), Block(4, 9, 3)], row, list("abcdefgxyefg")) == [Block(0, 0, 7)]


def test_runs_whose_words_stand_nowhere_else_stay_where_they_are() -> None:
    blocks = [Block(0, 0, 3), Block(3, 5, 4)]
    assert closed_up(blocks, list("abcdefg"), list("abcxydefg")) == blocks


@given(st.text("abc", max_size=30), st.text("abc", max_size=30))
def test_moving_runs_keeps_the_alignment_one_of_equal_words_in_order(a: str, b: str) -> None:
    rows = np.array([ord(c) for c in a], np.int32), np.array([ord(c) for c in b], np.int32)
    before = equal_blocks(*rows)
    after = closed_up(before, a, b)
    assert sum(block.length for block in after) == sum(block.length for block in before)
    assert len(after) <= len(before)
    assert all(a[x : x + n] == b[y : y + n] for x, y, n in after)
    assert all(one.a + one.length <= two.a and one.b + one.length <= two.b for one, two in pairwise(after))
