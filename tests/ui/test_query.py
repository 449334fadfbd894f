"""What is typed into a search field, taken apart."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ui.desktop.lists.query import OPERATORS, Query, completions, first_day, parse, token_at, value_of, with_operator
from workbench.ports import SearchTerm


def terms(text: str) -> list[SearchTerm]:
    return list(parse(text).terms)


def operators(text: str) -> list[tuple[str, tuple[str, ...], bool]]:
    return [(one.name, one.values, one.excluded) for one in parse(text).operators]


def test_words_phrases_and_what_is_left_out() -> None:
    assert terms('sold "not a word" -fire -"out of" “curly ones”') == [
        SearchTerm("sold"),
        SearchTerm("not a word", whole=True),
        SearchTerm("fire", excluded=True),
        SearchTerm("out of", whole=True, excluded=True),
        SearchTerm("curly ones", whole=True),
    ]


def test_a_phrase_that_is_still_being_typed_may_end_in_the_beginning_of_a_word() -> None:
    assert terms('"the sol') == [SearchTerm("the sol")]


def test_operators_take_values_quoted_or_not_one_or_several() -> None:
    typed = 'outlet:"The Sun",mirror -label:number TAG:“Figure changed” is:tagged before:2016-10'
    assert operators(typed) == [
        ("outlet", ("The Sun", "mirror"), False),
        ("label", ("number",), True),
        ("tag", ("Figure changed",), False),
        ("is", ("tagged",), False),
        ("before", ("2016-10",), False),
    ]
    assert terms(typed) == []


@pytest.mark.parametrize("typed", ["http://example.org", "12:30", "Minister: no", "outlets:x"])
def test_other_words_with_a_colon_are_words(typed: str) -> None:
    assert operators(typed) == []
    assert terms(typed)


@pytest.mark.parametrize("typed", ["", "  ", "outlet:", 'outlet:""', '""', "label:,"])
def test_what_is_not_there_yet_seeks_nothing(typed: str) -> None:
    assert parse(typed) == Query()


@given(st.text())
def test_whatever_is_typed_can_be_taken_apart(text: str) -> None:
    query = parse(text)
    assert all(one.values and 0 <= one.start < one.end <= len(text) for one in query.operators)
    assert all(term.text.strip() for term in query.terms)


@given(st.text('ab "-:,“', max_size=20), st.sampled_from(OPERATORS), st.sampled_from(["The Sun", "x", "a,b", "2016"]))
def test_an_operator_that_is_written_is_there_once_and_goes_again(text: str, name: str, value: str) -> None:
    closed = text if text.count('"') + text.count("“") in (0, 2, 4) else ""
    once = with_operator(closed, name, value)
    assert value_of(parse(once), name) == value
    assert operators(with_operator(with_operator(once, name, "other"), name, "")) == [
        one for one in operators(closed) if one[0] != name
    ]


def test_one_state_makes_room_for_another_of_its_kind_alone() -> None:
    review = ["reviewed", "partly", "unreviewed"]
    text = with_operator("is:reviewed is:boilerplate fire", "is", "partly", review)
    assert operators(text) == [("is", ("boilerplate",), False), ("is", ("partly",), False)]
    assert value_of(parse(text), "is", review) == "partly"
    assert terms(text) == [SearchTerm("fire")]


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ("2016", "2016-01-01"),
        ("2016-10", "2016-10-01"),
        ("2016-10-12", "2016-10-12"),
        ("2016-1-2", "2016-01-02"),
        ("2016-13", None),
        ("2016-02-30", None),
        ("0000", None),
        ("soon", None),
        ("", None),
    ],
)
def test_a_day_a_month_or_a_year(typed: str, day: str | None) -> None:
    assert first_day(typed) == day


def test_the_word_at_the_cursor_is_completed() -> None:
    assert token_at("fire outl", 9) == (5, "outl")
    assert token_at('a outlet:"The S', 15) == (2, 'outlet:"The S')
    assert token_at("fire ", 5) == (5, "")
    assert completions("outl", OPERATORS, []) == ["outlet:"]
    assert completions("-la", OPERATORS, []) == ["-label:"]
    assert completions("o", OPERATORS, []) == [], "one letter is the beginning of any word"
    assert completions("outlet:su", OPERATORS, ["The Sun", "Sunday Post", "Herald"]) == [
        'outlet:"Sunday Post"',
        'outlet:"The Sun"',
    ]
    assert completions("is:tagged", OPERATORS, ["tagged"]) == [], "nothing is left to complete"
