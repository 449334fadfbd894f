"""Clauses in the other order are one passage, whole on both sides; quotations in another order are not."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.engine.newsroom import Edition
from workbench.engine.arrays import Words
from workbench.engine.blocks import equal_blocks
from workbench.engine.swapping import ClauseRow, turned

CLAUSES = [
    ("Once the pilot strike is over", "the herring fleet will sail for Orrin"),
    ("The council refused to pay for the broken lock", "because no barge had passed it since the spring"),
    ("Unless the bakers lower their prices before the winter fair", "the bishop will buy all his bread in Maddock"),
]


@pytest.mark.parametrize(("first", "second"), CLAUSES)
@pytest.mark.parametrize("between", [", ", " "])
def test_two_renderings_with_their_clauses_swapped_are_one_family(first: str, second: str, between: str) -> None:
    turned_round = f"{second}{between}{first[0].lower()}{first[1:]}"
    Edition.with_passages(
        f"“⟦{first}{between}{second}⟧”, said the reeve.", f"“⟦{turned_round}⟧”, she told the moot."
    ).assert_one_family(off=1)


def test_a_swapped_rendering_joins_the_family_of_the_others() -> None:
    first, second = CLAUSES[1]
    straight, turned_round = f"{first}, {second}", f"{second}, {first}"
    Edition.with_passages(
        *(f"“⟦{text}⟧”, said the reeve." for text in [straight] * 4 + [turned_round] * 2)
    ).assert_one_family(off=1)


def test_swapped_clauses_may_be_edited_and_have_a_word_put_between_them() -> None:
    Edition.with_passages(
        "⟦The clerks were not authorised to speak of the private letters and so wrote to the mayor by other names⟧.",
        "⟦They wrote to the mayor by other names because the clerks were not authorised to speak of private letters⟧.",
    ).assert_one_family(off=2)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("“{0}.” “{1}.”", "“{1}.” “{0}.”"),
        ("{0}. {1}.", "{1}. {0}."),
        ("“{0},” he said, and “{1}”.", "“{1},” he said, and “{0}”."),
    ],
)
def test_two_quotations_or_sentences_in_the_other_order_are_two(one: str, other: str) -> None:
    first = "The council refused to pay for the broken lock beneath the tannery"
    second = "No barge has passed the northern weir since the flood in spring"
    passages = f"⟦{first}⟧", f"⟦{second}⟧"
    edition = Edition.with_passages(one.format(*passages), other.format(*passages))
    (a_first, a_second), (b_second, b_first) = edition.marked
    assert edition.joins((0, a_first), (1, b_first))
    assert edition.joins((0, a_second), (1, b_second))
    assert len(edition.families()) == 2


def test_clauses_far_from_each_other_are_two_passages() -> None:
    first, second = CLAUSES[1]
    edition = Edition.with_passages(
        f"⟦{first}⟧, ⟦{second}⟧.",
        f"It rained ⟦{second}⟧, and the reeve, who had waited for the ferry since dawn, heard that ⟦{first}⟧.",
    )
    assert len(edition.families()) == 2


def whole(stem: Words) -> ClauseRow:
    """A row that is one sentence."""
    return ClauseRow(stem, lambda: np.zeros(len(stem), np.bool_))


@given(st.integers(3, 12), st.integers(3, 12))
def test_a_row_turned_round_is_shared_whole(first: int, second: int) -> None:
    row = np.arange(first + second, dtype=np.uint32)
    text = np.roll(row, -first)
    blocks = turned(equal_blocks(row, text), whole(row), whole(text))
    assert sum(block.length for block in blocks) == len(row)
    for block in blocks:
        assert row[block.a : block.a + block.length].tolist() == text[block.b : block.b + block.length].tolist()


@given(st.lists(st.integers(0, 6), max_size=30), st.lists(st.integers(0, 6), max_size=30))
def test_runs_are_shared_ones_and_do_not_overlap(one: list[int], other: list[int]) -> None:
    row, text = np.array(one, np.uint32), np.array(other, np.uint32)
    blocks = turned(equal_blocks(row, text), whole(row), whole(text))
    for block in blocks:
        assert row[block.a : block.a + block.length].tolist() == text[block.b : block.b + block.length].tolist()
    for side in ([block.a for block in blocks], [block.b for block in blocks]):
        taken = [at + k for at, block in zip(side, blocks, strict=True) for k in range(block.length)]
        assert len(taken) == len(set(taken))
    assert [block.a for block in blocks] == sorted(block.a for block in blocks)
