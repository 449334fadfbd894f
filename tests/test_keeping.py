"""Families that a person has touched keep their witnesses when passages are found anew."""

from collections.abc import Sequence
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.keeping import kept
from workbench.model import BaseChoice, Code, Family, Note, Place, Tag, Target, Witness
from workbench.ports import FoundFamily
from workbench.settings import Settings
from workbench.spans import Span
from workbench.steps import Record

NOW = datetime(2025, 2, 3, tzinfo=UTC)
Spot = tuple[int, int, int]


def place(article: int, start: int, end: int) -> Place:
    return Place(article, Span(start, end))


def family(*spots: Spot, number: int = 1, boilerplate: bool = False) -> Family:
    witnesses = (Witness(100 * number + k, place(*spot)) for k, spot in enumerate(spots))
    return Family(number, tuple(witnesses), boilerplate)


def found(*spots: Spot, boilerplate: bool = False) -> FoundFamily:
    return FoundFamily(tuple(place(*spot) for spot in spots), boilerplate)


def tag(witness: Spot, base: Spot | None = None) -> Tag:
    return Tag("t", "c", Target(place(*witness), place(*base) if base else None), NOW)


OLD = family((1, 100, 200), (2, 50, 150))
TOUCHED: Sequence[Record] = (tag((2, 60, 65), (1, 110, 118)),)


@pytest.mark.parametrize(
    "decision",
    [
        tag((2, 60, 65), (1, 110, 118)),
        tag((1, 110, 118), (2, 60, 65)),
        tag((2, 50, 150)),
        tag((2, 150, 150), (1, 200, 200)),
        Note(Target(place(1, 100, 200)), "why?", NOW),
        Note(Target(place(2, 70, 70), place(1, 120, 128)), "left out", NOW),
        BaseChoice(place(2, 50, 150)),
        BaseChoice(place(2, 48, 140)),
    ],
)
def test_any_decision_on_a_witness_or_an_edit_holds_the_family_together(decision: Record) -> None:
    now = [found((1, 90, 210), (2, 40, 160), (3, 0, 120))]
    assert kept(now, [OLD], [decision]) == [found((1, 100, 200), (2, 50, 150), (3, 0, 120))]


@pytest.mark.parametrize(
    "decision",
    [
        tag((2, 160, 165), (1, 110, 118)),
        tag((2, 60, 65), (1, 90, 118)),
        tag((2, 60, 65), (2, 70, 75)),
        tag((2, 60, 150)),
        tag((3, 60, 65), (1, 110, 118)),
        BaseChoice(place(2, 120, 200)),
        Code("c", "Inflated", "#aa0000"),
        Settings(shortest=9),
    ],
)
def test_a_decision_about_something_else_does_not(decision: Record) -> None:
    now = [found((1, 90, 210), (2, 40, 160), (3, 0, 120))]
    assert kept(now, [OLD], [decision]) == now


def test_nothing_changes_where_nothing_was_touched() -> None:
    now = [found((3, 0, 9), (4, 0, 9)), found((1, 0, 9), (2, 0, 9), boilerplate=True)]
    assert kept(now, [OLD], []) == now
    assert kept(now, [], TOUCHED) == now


def test_a_family_that_is_found_no_more_stays_as_it_was() -> None:
    now = [found((3, 0, 80), (4, 0, 80), (5, 0, 80))]
    assert kept(now, [OLD], TOUCHED) == [*now, found((1, 100, 200), (2, 50, 150))]
    assert kept([], [OLD], TOUCHED) == [found((1, 100, 200), (2, 50, 150))]


def test_a_sentence_does_not_go_on_in_the_paragraph_around_it() -> None:
    paragraph, sentence = found((1, 0, 400), (2, 0, 380), (3, 0, 400)), found((1, 101, 200), (2, 50, 149), (4, 5, 100))
    assert kept([paragraph, sentence], [OLD], TOUCHED) == [
        paragraph,
        found((1, 100, 200), (2, 50, 150), (4, 5, 100)),
    ]
    assert kept([paragraph], [OLD], TOUCHED) == [paragraph, found((1, 100, 200), (2, 50, 150))]


def test_two_touched_families_are_never_melted_into_one() -> None:
    one = family((1, 0, 100), (2, 0, 100), (5, 0, 100), number=1)
    other = family((3, 0, 100), (4, 0, 100), number=2)
    now = [found((1, 0, 101), (2, 0, 101), (3, 0, 101), (4, 0, 101), (5, 0, 101), (6, 0, 101))]
    decisions = [tag((1, 0, 100)), tag((4, 0, 100))]
    assert kept(now, [one, other], decisions) == [
        found((1, 0, 100), (2, 0, 100), (5, 0, 100), (6, 0, 101)),
        found((3, 0, 100), (4, 0, 100)),
    ]
    assert kept(now, [one, other], decisions[:1]) == [
        found((1, 0, 100), (2, 0, 100), (3, 0, 101), (4, 0, 101), (5, 0, 100), (6, 0, 101))
    ]


def test_what_is_found_a_second_time_goes_but_not_what_has_something_new() -> None:
    whole = family((1, 0, 100), (2, 0, 100), (3, 0, 100), (4, 0, 100))
    decisions = [tag((1, 0, 100))]
    halves = [found((1, 0, 100), (2, 0, 100)), found((3, 0, 98), (4, 0, 100))]
    everything = found((1, 0, 100), (2, 0, 100), (3, 0, 100), (4, 0, 100))
    assert kept(halves, [whole], decisions) == [everything]
    more = found((3, 0, 98), (4, 0, 100), (5, 0, 90))
    assert kept([halves[0], more], [whole], decisions) == [everything, more]


def test_what_stood_beside_a_touched_family_stands_there_still() -> None:
    beside = family((1, 120, 240), (2, 70, 190), number=2)
    now = [found((1, 100, 200), (2, 50, 150)), found((1, 120, 240), (2, 70, 190))]
    assert kept(now, [OLD, beside], TOUCHED) == now, "it says more than the other, if not much"
    assert kept(now, [OLD], TOUCHED) == now[:1], "it is new, and says nothing new"


def test_a_new_place_in_an_article_that_is_there_already_joins_unless_it_touches() -> None:
    now = [found((1, 100, 200), (1, 300, 400), (2, 40, 150), (2, 149, 152))]
    assert kept(now, [OLD], TOUCHED) == [found((1, 100, 200), (1, 300, 400), (2, 50, 150))]


def test_boilerplate_stays_what_a_person_saw() -> None:
    now = [found((1, 100, 200), (2, 50, 150), boilerplate=True), found((3, 0, 9), (4, 0, 9), boilerplate=True)]
    assert [one.boilerplate for one in kept(now, [OLD], TOUCHED)] == [False, True]


spots = st.tuples(st.integers(1, 5), st.integers(0, 6).map(lambda k: 10 * k), st.sampled_from([8, 10, 35]))
members = st.lists(spots, min_size=2, max_size=5, unique_by=lambda spot: spot[0]).map(
    lambda chosen: tuple(sorted((article, start, start + length) for article, start, length in chosen))
)
cases = st.lists(members, max_size=5)


@given(cases, cases, st.data())
def test_every_touched_family_is_in_one_of_its_own_and_the_rest_is_as_found(before, now, data: st.DataObject) -> None:
    old = [family(*one, number=number) for number, one in enumerate(before, 1)]
    picked = data.draw(st.lists(st.sampled_from(old), unique_by=lambda one: one.id)) if old else []
    decisions = [Tag("t", "c", Target(one.witnesses[0].place), NOW) for one in picked]
    given_now = [found(*one) for one in now]
    result = kept(given_now, old, decisions)
    touched = {tag.target.place for tag in decisions}
    own = [
        {witness.place for witness in one.witnesses}
        for one in old
        if any(witness.place in touched for witness in one.witnesses)
    ]
    homes = [[number for number, one in enumerate(result) if places <= set(one.places)] for places in own]
    assert all(homes)
    assert len(result) >= len(own)
    new = [one for one in result if one not in given_now]
    assert len(new) <= len(own)
    again = [family(*((p.article_id, p.span.start, p.span.end) for p in one.places), number=number)
             for number, one in enumerate(result, 1)]  # fmt: skip
    assert kept(result, again, decisions) == result
    if not own:
        assert result == given_now
