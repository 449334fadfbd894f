"""Where two sequences agree, coarse to fine."""

import random
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.comparing import align
from workbench.comparing.align import Block, matching_blocks

sequences = st.lists(st.sampled_from("abcdefgh"), max_size=40)


@given(sequences, sequences)
def test_blocks_are_equal_runs_in_order_on_both_sides(a: list[str], b: list[str]) -> None:
    reached_a = reached_b = 0
    for block in matching_blocks(a, b):
        assert block.length > 0
        assert block.a >= reached_a
        assert block.b >= reached_b
        assert a[block.a : block.a + block.length] == b[block.b : block.b + block.length]
        reached_a, reached_b = block.a + block.length, block.b + block.length


@given(sequences, sequences)
def test_blocks_that_touch_on_both_sides_are_one(a: list[str], b: list[str]) -> None:
    blocks = matching_blocks(a, b)
    for left, right in pairwise(blocks):
        assert (left.a + left.length, left.b + left.length) != (right.a, right.b)


@given(sequences, sequences)
def test_short_sequences_agree_in_a_longest_common_subsequence(a: list[str], b: list[str]) -> None:
    row = [0] * (len(b) + 1)
    for x in a:
        before = list(row)
        for j, y in enumerate(b, 1):
            row[j] = before[j - 1] + 1 if x == y else max(row[j - 1], before[j])
    assert sum(block.length for block in matching_blocks(a, b)) == row[-1]


@given(sequences)
def test_a_sequence_agrees_with_itself_in_one_block(a: list[str]) -> None:
    assert matching_blocks(a, a) == ([Block(0, 0, len(a))] if a else [])


@pytest.mark.parametrize(("a", "b"), [("", "abc"), ("abc", ""), ("abc", "xyz"), ("", "")])
def test_sequences_without_agreement_have_no_block(a: str, b: str) -> None:
    assert matching_blocks(a, b) == []


def test_rare_runs_anchor_what_is_too_long_to_compare_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(align, "DIRECT", 50)
    chance = random.Random(5)
    common = [chance.choice("ab") for _ in range(60)]
    rare = ["the", "one", "and", "only", "place"]
    a = [*common, *rare, *reversed(common)]
    b = [*common[10:], "x", *rare, "y", *reversed(common[5:])]
    blocks = matching_blocks(a, b)
    place_a, place_b = a.index("the"), b.index("the")
    assert any(
        block.a <= place_a < block.a + block.length and place_a - block.a == place_b - block.b for block in blocks
    )


def test_without_an_anchor_what_is_far_too_long_counts_as_different(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(align, "DIRECT", 10)
    monkeypatch.setattr(align, "UTMOST", 100)
    a, b = list("ab" * 20), list("ba" * 21)
    assert sum(block.length for block in matching_blocks(a, b)) < 40
