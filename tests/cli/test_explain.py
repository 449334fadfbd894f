"""Why a family was found, on the command line."""

from pathlib import Path

import pytest


def test_it_says_what_is_shared_how_it_scores_and_what_was_noticed_first(variorum, case: Path) -> None:
    outcome = variorum("explain", case, 1)
    assert (outcome.status, outcome.err) == (0, "")
    told = " ".join(outcome.out.split())
    assert told.startswith("Family 1 “")
    assert "Base: Polar Wire, 5 Jan 2024." in told
    assert "sensitivity “balanced” asks for a score of 7." in told
    assert "Evening Packet, 6 Jan 2024" in told
    assert "words shared, the longest run of" in told
    assert "on the north bank and nobody knows when the next boat will sail”" in told
    assert "at least 7.2 needed." in told
    assert "First noticed by the same words in a row: “" in told
    assert max(map(len, outcome.out.splitlines())) <= 100


def test_without_a_number_the_families_are_listed(variorum, case: Path) -> None:
    outcome = variorum("explain", case)
    assert outcome.status == 0
    assert "Polar Wire" in outcome.out


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        ((2,), "There is no family 2; the case has 1 family, numbered from 1."),
        ((0,), "There is no family 0; the case has 1 family, numbered from 1."),
        ((1, "--boilerplate"), "The case has no families of boilerplate; “align” looks for them."),
        (("one",), "'one' is not a valid integer"),
    ],
)
def test_a_number_that_is_no_family_is_refused_in_a_sentence(variorum, case: Path, arguments, sentence: str) -> None:
    assert sentence in variorum("explain", case, *arguments).sentence


def test_the_settings_in_force_say_what_was_needed(variorum, case: Path) -> None:
    variorum("settings", case, "--sensitivity", "careful")
    assert "at least 8.5 needed" in " ".join(variorum("explain", case, 1).out.split())
