"""Dates lie on a line as exactly as they are known."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ui.desktop.timeline.card import Columns
from ui.desktop.timeline.scale import Scale, stretch_of
from workbench.model import DatePrecision, PublicationDate


def dated(iso: str, precision: DatePrecision) -> PublicationDate:
    return PublicationDate(iso, precision)


@pytest.mark.parametrize(
    ("iso", "precision", "start", "end", "exact"),
    [
        ("2019-03-12T08:15", DatePrecision.TIME, "2019-03-12T08:15", "2019-03-12T08:15", True),
        ("2019-03-12", DatePrecision.DAY, "2019-03-12T00:00", "2019-03-13T00:00", True),
        ("2020-02", DatePrecision.MONTH, "2020-02-01T00:00", "2020-02-29T23:59", False),
        ("2019", DatePrecision.YEAR, "2019-01-01T00:00", "2019-12-31T23:59", False),
    ],
)
def test_a_date_stands_for_a_time(iso: str, precision: DatePrecision, start: str, end: str, exact: bool) -> None:
    found = stretch_of(dated(iso, precision))
    assert found is not None
    assert (f"{found.start:%Y-%m-%dT%H:%M}", f"{found.end:%Y-%m-%dT%H:%M}", found.exact) == (start, end, exact)


@pytest.mark.parametrize("iso", ["", "2019-02-31", "0001-01-01", "9999-12-31", "soon"])
def test_what_no_calendar_has_is_unknown(iso: str) -> None:
    assert stretch_of(dated(iso, DatePrecision.DAY)) is None


days = st.dates().map(lambda day: stretch_of(dated(day.isoformat(), DatePrecision.DAY)))


@given(st.lists(days, min_size=0, max_size=5), st.integers(2, 12))
def test_all_lies_within_the_line_and_names_fit(stretches: list, most: int) -> None:
    known = [stretch for stretch in stretches if stretch]
    scale = Scale(known)
    assert all(0 <= scale.at(moment) <= 1 for one in known for moment in (one.start, one.end))
    ticks = scale.ticks(most)
    assert len(ticks) <= most + 1
    assert all(0 <= tick.at <= 1 for tick in ticks)
    assert sorted(tick.at for tick in ticks) == [tick.at for tick in ticks]


def test_the_first_of_some_days_is_named_and_more_than_one_is_where_there_is_room() -> None:
    days = [stretch_of(dated(f"2019-05-{day:02}", DatePrecision.DAY)) for day in (12, 13, 20)]
    ticks = Scale([day for day in days if day]).ticks(4)
    assert [tick.words for tick in ticks] == ["12 May", "15 May", "18 May", "21 May"]


def test_names_have_more_room_in_a_wide_view_and_time_has_most_of_it() -> None:
    narrow, usual, wide = (Columns(width, lane=True) for width in (440, 680, 1200))
    assert narrow.names < usual.names < wide.names
    assert all(one.right - one.left > 0.3 * one.right for one in (narrow, usual, wide))
