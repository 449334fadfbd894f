"""Dates as pages state them, and the dates beside them that are not of publication."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.model import DatePrecision
from workbench.reading.dates import dates_in, from_machine, is_clock, publication_date, says_published


@pytest.mark.parametrize(
    ("line", "iso"),
    [
        ("November 14, 2018", "2018-11-14"),
        ("November 9th, 2018 - by admin", "2018-11-09"),
        ("(November, 9, 2018) —", "2018-11-09"),
        ("Wire & Co – 2018-11-09 21:47:05", "2018-11-09T21:47"),
        ("20 Oct 2016", "2016-10-20"),
        ("Oct. 3, 2016", "2016-10-03"),
        ("Jul.15.2018", "2018-07-15"),
        ("3rd of May 2016", "2016-05-03"),
        ("Monday 3 May, 2016", "2016-05-03"),
        ("12-Oct-2016", "2016-10-12"),
        ("20.10.2016", "2016-10-20"),
        ("05.10.2016", "2016-10-05"),
        ("2016/10/20", "2016-10-20"),
        ("13/10/2016", "2016-10-13"),
        ("10/13/2016", "2016-10-13"),
        ("05/05/2016", "2016-05-05"),
        ("2016年10月12日", "2016-10-12"),
        ("12. Oktober 2016", "2016-10-12"),
        ("le 12 octobre 2016", "2016-10-12"),
        ("12 de octubre de 2016", "2016-10-12"),
        ("12 октября 2016", "2016-10-12"),
        ("October 2016", "2016-10"),
        ("18:39 25.03.2017", "2017-03-25T18:39"),
        ("May 12, 2016 at 10:15 pm", "2016-05-12T22:15"),
        ("12:05 a.m. EDT, May 12, 2016", "2016-05-12T00:05"),
        ("2016-10-12T08:15:00+02:00", "2016-10-12T08:15"),
    ],
)
def test_a_date_is_read_to_the_precision_with_which_it_is_stated(line: str, iso: str) -> None:
    assert [found.iso for found in dates_in(line)] == [iso]


@pytest.mark.parametrize("line", ["10/12/2016", "03-04-2016"])
def test_of_a_numeric_date_with_two_meanings_only_the_year_is_taken(line: str) -> None:
    found = publication_date(line)
    assert (found.iso, found.precision) == ("2016", DatePrecision.YEAR)


@pytest.mark.parametrize(
    "line",
    [
        "Feb 30, 2016",
        "31.02.2016",
        "45 words 2016",
        "in 2016",
        "3 May",
        "1200 dead 12",
        "Flight 12-2016",
        "Room 2016, 12 chairs",
        "99/99/2016",
    ],
)
def test_what_is_no_day_of_the_calendar_is_no_date(line: str) -> None:
    assert dates_in(line) == ()


def test_a_time_that_does_not_exist_is_left_out() -> None:
    assert dates_in("3 May 2016 at 27:99")[0].iso == "2016-05-03"


@pytest.mark.parametrize(
    ("line", "iso"),
    [
        ("Published: 12 May 2016 | Updated: 13 May 2016", "2016-05-12"),
        ("Updated 13 May 2016, published 12 May 2016", "2016-05-12"),
        ("First published on 12 May 2016", "2016-05-12"),
        ("Last updated: October 3, 2016", ""),
        ("Retrieved on 3 October 2016", ""),
        ("Printed October 3, 2016", ""),
        ("Accessed 2016-10-03", ""),
        ("Last modified 2016-10-03 by admin", ""),
        ("Copyright © October 2016", ""),
        ("Archived from the original on 3 October 2016", ""),
        ("07:15 GMT +212 April 2019", ""),
        ("07:15 GMT +2 12 April 2019", ""),
        ("Sunday, 15 July 2018 5-Day Forecast", ""),
        ("Wednesday, 17 April 2024 08:52 Dravik 9°C, light rain", ""),
        ("Oct. 12, 2016, 6:39 PM GMT", "2016-10-12T18:39"),
    ],
)
def test_only_the_date_of_publication_counts(line: str, iso: str) -> None:
    assert publication_date(line).iso == iso


def test_the_evidence_quotes_the_line() -> None:
    found = publication_date("  Harbour Wire, November 14, 2018 ")
    assert found.evidence == "Harbour Wire, November 14, 2018"
    assert found.precision is DatePrecision.DAY


@pytest.mark.parametrize(
    ("line", "clock"),
    [
        ("07:15 GMT +212 April 2019", True),
        ("Today is Monday, 3 May 2016", True),
        ("Printed on 3 May 2016", True),
        ("3/25/2017, 6:39 PM A Page Title - The Wire", True),
        ("May 3, 2016", False),
        ("Weather forces ships to turn back", False),
        ("Today the ministers met in Paris", False),
        ("Saved from the flood: a town remembers 2016", False),
    ],
)
def test_a_clock_of_the_page_is_told_from_a_date(line: str, clock: bool) -> None:
    assert is_clock(line) is clock


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("Published 3 May 2016", True),
        ("Posted on May 3, 2016", True),
        ("Date: 2016-05-03", True),
        ("3 May 2016", False),
        ("Updated 3 May 2016", False),
    ],
)
def test_whether_the_line_says_that_it_is_the_date_of_publication(line: str, said: bool) -> None:
    assert says_published(line) is said


@pytest.mark.parametrize(
    ("value", "iso", "precision"),
    [
        ("2016-10-12T08:15:00Z", "2016-10-12T08:15", DatePrecision.TIME),
        ("2016-10-12", "2016-10-12", DatePrecision.DAY),
        ("2016-10", "2016-10", DatePrecision.MONTH),
        ("2016-13", "", DatePrecision.UNKNOWN),
        ("Wed, 12 Oct 2016 08:15:00 GMT", "2016-10-12T08:15", DatePrecision.TIME),
        ("yesterday", "", DatePrecision.UNKNOWN),
        ("", "", DatePrecision.UNKNOWN),
    ],
)
def test_dates_in_attributes(value: str, iso: str, precision: DatePrecision) -> None:
    found = from_machine(value)
    assert (found.iso, found.precision) == (iso, precision)


@given(
    st.dates(date(1900, 1, 1), date(2100, 12, 31)),
    st.sampled_from(["%Y-%m-%d", "%d %B %Y", "%B %d, %Y", "%b %d %Y", "%d.%m.%Y"]),
)
def test_every_day_written_out_is_read_back(day: date, form: str) -> None:
    assert dates_in(day.strftime(form))[0].iso == day.isoformat()


@given(st.text(max_size=200))
def test_any_line_can_be_asked(line: str) -> None:
    for found in dates_in(line):
        assert 0 <= found.start < found.end <= len(line)
    publication_date(line)
