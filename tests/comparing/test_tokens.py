"""What counts as one token."""

import pytest
from hypothesis import given

from tests.comparing.strategies import anything
from workbench.comparing.tokens import tokens


@pytest.mark.parametrize(
    "word",
    [
        "well-known",
        "don’t",
        "Norway's",
        "$340",
        "US$3.5bn",
        "31%",
        "9,000",
        "2–0",
        "€4.2–4.4",
        "2:11:53",
        "U.S.",
        "a.m.",
        "cafe\u0301",
        "AT&T",
        "snake_case",
        "👩\u200d👩\u200d👧",
        "🇫🇷",
        "...",
    ],
)
def test_it_is_one_token(word: str) -> None:
    found = tokens(f"so {word} it")
    assert [found.shown(index) for index in range(len(found))] == ["so", word, "it"]


def test_marks_are_tokens_of_their_own() -> None:
    found = tokens('"Yes," he said.')
    assert [found.shown(index) for index in range(len(found))] == ['"', "Yes", ",", '"', "he", "said", "."]


def test_keys_are_folded_and_shown_tokens_are_not() -> None:
    found = tokens("Don’t")
    assert (found.keys[0], found.shown(0)) == ("don't", "Don’t")


@given(anything)
def test_tokens_and_gaps_make_up_the_text(text: str) -> None:
    found = tokens(text)
    parts = [gap + found.shown(index) for index, gap in enumerate(found.gaps[:-1])]
    assert "".join([*parts, found.gaps[-1]]) == text
    assert all(not gap.strip() for gap in found.gaps)


def test_quotation_marks_are_counted_by_paragraph() -> None:
    found = tokens('He said "yes\n\nand "no" then')
    assert found.marks_before == [0, 0, 0, 1, 0, 0, 1, 1, 2, 2]
