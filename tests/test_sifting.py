"""What the settings leave of the families found. The texts are invented."""

from collections.abc import Sequence
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.model import Article, DatePrecision, Place, PublicationDate
from workbench.ports import FoundFamily
from workbench.settings import Settings
from workbench.sifting import chosen, period_of
from workbench.spans import Span

PRECISIONS = {0: DatePrecision.UNKNOWN, 4: DatePrecision.YEAR, 7: DatePrecision.MONTH, 10: DatePrecision.DAY}
TEXT = "the lamp in the tower was lit again that night"


def article(number: int, published: str = "", outlet: str = "") -> Article:
    when = PublicationDate(published, PRECISIONS.get(len(published), DatePrecision.TIME), published)
    return Article(number, number, Span(0, len(TEXT)), "", outlet, "", "", when, "", "en", ())


def articles(*published: str, outlets: Sequence[str] = ()) -> dict[int, Article]:
    names = outlets or [f"Outlet {number}" for number in range(len(published))]
    return {number: article(number, *pair) for number, pair in enumerate(zip(published, names, strict=True))}


def family(*numbers: int, boilerplate: bool = False, length: int = len(TEXT)) -> FoundFamily:
    return FoundFamily(tuple(Place(number, Span(0, length)) for number in numbers), boilerplate)


def numbers(families: Sequence[FoundFamily]) -> list[list[int]]:
    return [[place.article_id for place in found.places] for found in families]


def split(days: int, *published: str) -> list[list[int]]:
    found = family(*range(len(published)))
    return sorted(numbers(chosen([found], articles(*published), {}, Settings(days=days))))


def test_the_defaults_keep_what_was_found_as_it_was_found() -> None:
    found = [family(0, 1, 2), family(1, 2), family(0, 2), family(0, 1, 2, boilerplate=True)]
    assert chosen(found, articles("", "2020", "2020-01-02"), {}, Settings()) == found


def test_boilerplate_is_left_out_where_that_is_wished() -> None:
    found = [family(0, 1), family(0, 1, boilerplate=True)]
    assert chosen(found, articles("", ""), {}, Settings(boilerplate=False)) == found[:1]


def test_a_family_is_as_long_as_its_longest_witness() -> None:
    short = TEXT.index(" was")  # five words
    whole = FoundFamily((Place(0, Span(0, len(TEXT))), Place(1, Span(0, short))), boilerplate=False)
    cut = family(0, 1, length=short)
    texts = {0: TEXT, 1: TEXT}
    assert chosen([whole, cut], articles("", ""), texts, Settings(shortest=10)) == [whole]
    assert chosen([whole, cut], articles("", ""), texts, Settings(shortest=11)) == []


def test_scripts_without_spaces_count_by_characters() -> None:
    text = "灯台の灯がまたともった"
    found = [family(0, 1, length=len(text))]
    texts = {0: text, 1: text}
    assert chosen(found, articles("", ""), texts, Settings(shortest=len(text))) == found
    assert chosen(found, articles("", ""), texts, Settings(shortest=len(text) + 1)) == []


@pytest.mark.parametrize("figure", ["3,800", "3.800", "3 800", "3\u00a0800", "1,203,800", "3.75", "10:30"])
def test_a_figure_is_one_word_however_it_is_parted(figure: str) -> None:
    parted_by_a_space = " " in figure
    text = f"the ferry took {figure} lamps to the island"
    found = [family(0, 1, length=len(text))]
    texts = {0: text, 1: text}
    count = 8 + parted_by_a_space
    assert chosen(found, articles("", ""), texts, Settings(shortest=count)) == found
    assert chosen(found, articles("", ""), texts, Settings(shortest=count + 1)) == []


@pytest.mark.parametrize(
    ("outlets", "kept"),
    [
        (("The Lantern", "lantern"), False),
        (("Lantern", "Lantern Weekly"), True),
        (("", ""), True),
        (("Lantern", ""), True),
    ],
)
def test_passages_of_one_outlet_are_left_out_where_that_is_wished(outlets: tuple[str, str], kept: bool) -> None:
    found, of = [family(0, 1)], articles("", "", outlets=outlets)
    assert chosen(found, of, {}, Settings(same_outlet=False)) == (found if kept else [])
    assert chosen(found, of, {}, Settings()) == found


def test_one_article_that_says_a_thing_twice_is_one_outlet_even_if_unknown() -> None:
    twice = FoundFamily((Place(0, Span(0, 20)), Place(0, Span(25, 46))), boilerplate=False)
    assert chosen([twice], articles("", outlets=[""]), {}, Settings(same_outlet=False)) == []


def test_a_gap_in_time_splits_a_family() -> None:
    assert split(7, "2020-01-01", "2020-03-01", "2020-01-08", "2020-03-05") == [[0, 2], [1, 3]]
    assert split(6, "2020-01-01", "2020-01-08") == []
    assert split(7, "2020-01-01", "2020-01-08") == [[0, 1]]


def test_witnesses_that_follow_one_another_closely_stay_together_however_long_it_goes_on() -> None:
    days = [f"2020-01-{day:02d}" for day in range(1, 30, 2)]
    assert split(2, *days) == [list(range(len(days)))]


def test_no_days_means_the_same_day_whatever_the_time() -> None:
    assert split(0, "2020-01-01T08:00", "2020-01-01", "2020-01-02T00:10", "2020-01-02T23:59") == [[0, 1], [2, 3]]


def test_a_coarse_date_stands_for_all_of_its_month_or_year() -> None:
    assert split(1, "2020-01", "2020-02-01") == [[0, 1]]
    assert split(1, "2020-01", "2020-02-02") == []
    assert split(0, "2020", "2020-12-31", "2020-06") == [[0, 1, 2]]
    assert split(0, "2019-12-31", "2020") == []


def test_what_has_no_date_stays_with_the_largest_part_the_earliest_of_several() -> None:
    assert split(7, "", "2020-01-01", "2020-05-01", "2020-05-02") == [[0, 2, 3]]
    assert split(7, "2020-05-01", "", "2020-01-01") == [[1, 2]]
    assert split(7, "", "", "") == [[0, 1, 2]]


def test_parts_stand_among_the_families_by_their_size() -> None:
    found = [family(0, 1, 2, 3), family(0, 1, 2)]
    of = articles("2020-01-01", "2020-01-01", "2020-01-02", "2021-01-01")
    assert numbers(chosen(found, of, {}, Settings(days=30))) == [[0, 1, 2], [0, 1, 2]]
    of = articles("2020-01-01", "2021-01-01", "2020-01-02", "2021-01-01")
    assert numbers(chosen(found, of, {}, Settings(days=30))) == [[0, 2], [1, 3], [0, 2]]


@pytest.mark.parametrize(
    ("published", "days"),
    [
        ("2020", (date(2020, 1, 1), date(2020, 12, 31))),
        ("2020-02", (date(2020, 2, 1), date(2020, 2, 29))),
        ("2019-12", (date(2019, 12, 1), date(2019, 12, 31))),
        ("2020-02-29", (date(2020, 2, 29), date(2020, 2, 29))),
        ("2020-02-29T23:59+02:00", (date(2020, 2, 29), date(2020, 2, 29))),
        ("", None),
        ("2021-02-29", None),
        ("0000", None),
        ("2020-13", None),
    ],
)
def test_the_days_that_a_date_can_mean(published: str, days: tuple[date, date] | None) -> None:
    assert period_of(article(0, published).published) == days


DATES = st.lists(st.sampled_from(["", "2020", "2020-02", *(f"2020-02-{day:02d}" for day in range(1, 29))]), min_size=2)


@given(DATES, st.integers(0, 40))
def test_a_window_loses_no_witness_but_those_that_stand_alone_and_makes_none(published: list[str], days: int) -> None:
    parts = split(days, *published)
    every = [number for part in parts for number in part]
    assert len(every) == len(set(every))
    assert all(len(part) > 1 and part == sorted(part) for part in parts)
    assert split(10_000, *published) == [list(range(len(published)))]


@given(st.permutations(["", "2020-01-05", "2020-01-06", "2020-03-01", "2020-03", "2021"]), st.integers(0, 100))
def test_the_order_of_the_articles_does_not_matter(published: list[str], days: int) -> None:
    def dates(order: list[str]) -> set[frozenset[str]]:
        return {frozenset(order[number] for number in part) for part in split(days, *order)}

    assert dates(published) == dates(sorted(published))
