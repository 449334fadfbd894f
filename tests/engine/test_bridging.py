"""Passages with something put in or left out are one; two passages that only stand near each other stay two."""

import pytest

from tests.engine.newsroom import Edition

FIRST = "The harbour master ordered every trawler back to port before the storm reached the skerries"
SECOND = "and promised that the lighthouse crews would be paid double for each night they kept the lamps burning"
SAID = "Adler told a crowded hall of fishermen in Norwick late on Thursday"


def test_a_quotation_is_one_passage_on_both_sides_of_a_long_attribution() -> None:
    whole, parted = f"“⟦{FIRST} {SECOND}⟧”, she said.", f"“⟦{FIRST},” {SAID}, “{SECOND}⟧.”"
    Edition.with_passages(whole, parted).assert_one_family()


def test_what_an_ellipsis_leaves_out_may_be_longer_than_what_stands_before_it() -> None:
    left_out = "which had gathered over the northern banks since the morning and frightened even the oldest pilots"
    whole, cut = f"“⟦{FIRST}, {left_out}, {SECOND}⟧”.", f"“⟦{FIRST} … {SECOND}⟧”."
    Edition.with_passages(whole, cut).assert_one_family()


def test_two_gaps_in_a_row_are_bridged_too() -> None:
    first, second = (
        "The harbour master ordered every trawler back to port",
        "before the storm reached the outer skerries",
    )
    third = "because two lighthouse crews had already lost sight of the northern banks"
    parted = f"{first},” {SAID}, “{second},” she read from her notes with a shaking voice, “{third}"
    Edition.with_passages(f"“⟦{first} {second} {third}⟧”.", f"“⟦{parted}⟧.”").assert_one_family()


@pytest.mark.parametrize("sentences", [2, 4])
def test_two_passages_with_other_sentences_between_them_are_two(sentences: int) -> None:
    other = " ".join(
        [
            "Nobody saw the bakers leave.",
            "Their ovens were cold by noon.",
            "Somebody had taken the brass scales.",
            "A dog slept on the counter.",
        ][:sentences]
    )
    second = SECOND.removeprefix("and ").capitalize()
    edition = Edition.with_passages(f"⟦{FIRST}⟧. ⟦{second}⟧.", f"⟦{FIRST}⟧. {other} ⟦{second}⟧.")
    assert len(edition.families()) == 2
