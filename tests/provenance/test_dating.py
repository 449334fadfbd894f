"""What came before what, as far as dates go."""

import pytest

from tests.provenance.pages import Desk, dated
from workbench.provenance.dating import came_before, is_dated


@pytest.mark.parametrize(
    ("one", "other", "before"),
    [
        ("2021-05-03", "2021-05-04", True),
        ("2021-05-04", "2021-05-03", False),
        ("2021-05-03", "2021-05-03", False),
        ("2021-05", "2021-05-03", False),
        ("2021-05-03", "2021-05", False),
        ("2021-04", "2021-05-03", True),
        ("2020", "2021-05-03", True),
        ("2021", "2021-05", False),
        ("", "2021-05-03", False),
        ("2021-05-03", "", False),
        ("2021-05-03T08:15", "2021-05-04", True),
        ("2021-05-03T08:15", "2021-05-03", False),
        ("2021-05-03T08:15", "2021-05-03T17:40", False),
    ],
)
def test_a_coarse_date_orders_only_as_far_as_it_goes(one: str, other: str, before: bool) -> None:
    assert came_before(dated(one), dated(other)) is before


def test_clocks_are_compared_by_the_minute_only_where_both_state_their_zone() -> None:
    early = dated("2021-05-03T08:15", "2021-05-03T08:15:00+02:00")
    late = dated("2021-05-03T07:40", "2021-05-03T07:40:00Z")
    assert came_before(early, late)
    assert not came_before(late, early)
    assert not came_before(early, dated("2021-05-03T17:40", "3 May 2021, 17:40"))


def test_a_date_without_a_day_is_a_date_and_an_empty_one_is_none() -> None:
    assert is_dated(dated("2021"))
    assert not is_dated(dated(""))


def test_witnesses_stand_in_order_of_date_and_undated_ones_apart() -> None:
    desk = Desk()
    late = desk.page("Amber Gazette", "|The weir broke at night|.", "2021-05-09")
    none = desk.page("Basalt Herald", "|The weir broke at night|.")
    month = desk.page("Cobalt Tribune", "|The weir broke at night|.", "2021-05")
    early = desk.page("Drift Courier", "|The weir broke at night|.", "2021-05-03")
    found = desk.provenance()
    assert [standing.place for standing in found.dated] == [early, late, month]
    assert [standing.place for standing in found.undated] == [none]
    assert [(standing.after, standing.open) for standing in found.dated] == [(0, 2), (1, 2), (0, 3)]


def test_two_clocks_of_different_zones_stand_in_the_order_of_the_moments() -> None:
    desk = Desk()
    west = desk.page("Amber Gazette", "|The weir broke at night|.", "2021-05-02T23:30")
    east = desk.page("Basalt Herald", "|The weir broke at night|.", "2021-05-03T01:00")
    for place, evidence in ((west, "2021-05-02T23:30:00-05:00"), (east, "2021-05-03T01:00:00+02:00")):
        article = desk.articles[place.article_id]
        published = dated(article.published.iso, evidence)
        desk.articles[place.article_id] = type(article)(
            *(published if name == "published" else getattr(article, name) for name in type(article).__slots__)
        )
    assert [standing.place for standing in desk.provenance().dated] == [east, west]
