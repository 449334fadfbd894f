"""What a code may be called, coloured and described, and the palettes that are offered."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.codebook import (
    checked_colour,
    checked_description,
    checked_name,
    free_colour,
    named_colours,
    same_name,
)
from workbench.errors import UserError


@pytest.mark.parametrize(
    ("name", "why"),
    [("", "needs a name"), (" \t ", "needs a name"), ("two\nlines", "one line"), ("a\x00b", "one line"),
     ("\ud800", "one line"), ("x" * 81, "80 characters at most, this one 81")],
)  # fmt: skip
def test_a_name_that_cannot_be_is_refused_in_one_sentence(name: str, why: str) -> None:
    with pytest.raises(UserError, match=why) as refused:
        checked_name(name)
    assert "\n" not in str(refused.value)
    assert str(refused.value).endswith(".")


def test_a_name_loses_only_the_spaces_around_it() -> None:
    assert checked_name("  Größe / حجم 😀 ") == "Größe / حجم 😀"
    assert checked_name("x" * 80) == "x" * 80


def test_names_that_differ_in_capitals_only_are_the_same() -> None:
    assert same_name("STRASSE") == same_name("straße")
    assert same_name("e\u0301") == same_name("É".lower())


@pytest.mark.parametrize(
    ("given_", "kept"), [("#CC6677", "#cc6677"), ("abc", "#aabbcc"), (" #0f0 ", "#00ff00"), ("332288", "#332288")]
)
def test_a_colour_is_taken_however_it_is_written(given_: str, kept: str) -> None:
    assert checked_colour(given_) == kept


@pytest.mark.parametrize("colour", ["", "red", "#12345", "#gggggg", "#1234567", "rgb(1,2,3)"])
def test_what_is_no_colour_is_refused(colour: str) -> None:
    with pytest.raises(UserError, match="no colour"):
        checked_colour(colour)


@given(st.text())
def test_a_description_keeps_its_lines_and_nothing_that_steers(text: str) -> None:
    kept = checked_description(text)
    assert "\r" not in kept
    assert checked_description(kept) == kept


def test_a_description_that_is_far_too_long_is_refused() -> None:
    with pytest.raises(UserError, match="5,000 characters at most"):
        checked_description("x" * 5001)


def test_the_palettes_name_every_colour_once_in_each() -> None:
    colours = named_colours()
    assert len(colours) >= 20
    assert len({(one.palette, one.name) for one in colours}) == len(colours)
    assert len({one.colour for one in colours}) == len(colours)
    assert all(re.fullmatch("#[0-9a-f]{6}", one.colour) for one in colours)
    assert {one.palette for one in colours} == {"Tol, muted", "Okabe and Ito", "Tol, bright"}


def test_a_new_code_gets_a_colour_that_is_free_as_long_as_there_is_one() -> None:
    used: list[str] = []
    for _ in named_colours():
        used.append(free_colour(used))
    assert len(set(used)) == len(used)
    assert free_colour(used) in used
