"""Figures and number words by value."""

import pytest

from workbench.comparing.numbers import has_number, quantities, same_notation

VALUES = [
    *(("12", 12, ""), ("a dozen", 12, ""), ("two dozen", 24, ""), ("half a million", 500_000, ""), ("9,000", 9000, "")),
    *(
        ("nine thousand", 9000, ""),
        ("two hundred and five", 205, ""),
        ("twenty-one", 21, ""),
        ("1.4 million", 1.4e6, ""),
    ),
    *(("31 percent", 31, "%"), ("31 per cent", 31, "%"), ("31%", 31, "%"), ("4th", 4, "th"), ("fourth", 4, "th")),
    *(("$9bn", 9e9, "$"), ("$9 billion", 9e9, "$"), ("9 billion dollars", 9e9, "$")),
]


@pytest.mark.parametrize(("text", "value", "unit"), VALUES)
def test_a_number_has_its_value_and_unit(text: str, value: float, unit: str) -> None:
    (found,) = quantities(text.split())
    assert found.value == pytest.approx(value)
    assert found.unit == unit
    assert (found.start, found.end) == (0, len(text.split()))


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("ten", "10"),
        ("12", "a dozen"),
        ("4.1 percent", "4.1%"),
        ("$9bn", "$9 billion"),
        ("tenth", "10%"),
        ("500,000", "half a million"),
    ],
)
def test_two_notations_of_one_value_are_the_same(a: str, b: str) -> None:
    assert same_notation(a.split(), b.split())
    assert same_notation(b.split(), a.split())


@pytest.mark.parametrize(
    ("a", "b"),
    [("ten", "12"), ("31%", "31 million"), ("$9", "€9"), ("two dozen", "dozen"), ("nothing", "none")],
)
def test_different_values_or_units_are_never_the_same(a: str, b: str) -> None:
    assert not same_notation(a.split(), b.split())


@pytest.mark.parametrize("text", ["", "no number here", "the city"])
def test_text_without_numbers_has_none(text: str) -> None:
    assert quantities(text.split()) == []


@pytest.mark.parametrize(
    ("key", "expected"),
    [("12", True), ("three-shot", True), ("second-largest", True), ("fifth", True), ("city", False)],
)
def test_a_number_inside_a_word_is_seen(key: str, expected: bool) -> None:
    assert has_number(key) is expected
