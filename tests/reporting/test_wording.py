"""The report's own words."""

import locale
from datetime import UTC, datetime, timedelta, timezone

import pytest

from workbench.model import DatePrecision, PublicationDate
from workbench.reporting.wording import counted, label, moment_in_words, when


@pytest.mark.parametrize(
    ("iso", "precision", "expected"),
    [
        ("2016-10-12T08:15", DatePrecision.TIME, "12 October 2016, 08:15"),
        ("2016-10-12T08:15+02:00", DatePrecision.TIME, "12 October 2016, 08:15 UTC+02:00"),
        ("2016-10-12T08:15Z", DatePrecision.TIME, "12 October 2016, 08:15 UTC"),
        ("2016-10-12", DatePrecision.DAY, "12 October 2016"),
        ("2016-03", DatePrecision.MONTH, "March 2016"),
        ("2016", DatePrecision.YEAR, "2016"),
        ("", DatePrecision.UNKNOWN, "date unknown: the page states none"),
        ("", DatePrecision.DAY, "date unknown: the page states none"),
        ("12/10/16", DatePrecision.DAY, "12/10/16"),
    ],
)
def test_dates_say_how_exactly_they_are_known(iso: str, precision: DatePrecision, expected: str) -> None:
    assert when(PublicationDate(iso, precision)) == expected


def test_months_are_english_whatever_the_system_speaks(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LC_ALL", "C")
    locale.setlocale(locale.LC_ALL, "C")
    assert when(PublicationDate("2031-05-02", DatePrecision.DAY)) == "2 May 2031"


def test_the_programs_own_moments_are_told_in_utc() -> None:
    assert moment_in_words(datetime(2031, 5, 9, 14, 5, tzinfo=UTC)) == "9 May 2031, 14:05 UTC"
    assert moment_in_words(datetime(2031, 5, 9, 1, 5, tzinfo=timezone(timedelta(hours=2)))) == "8 May 2031, 23:05 UTC"


def test_numbers_agree_with_their_nouns() -> None:
    assert [counted(n, "witness", "witnesses") for n in (0, 1, 1200)] == ["0 witnesses", "1 witness", "1,200 witnesses"]


def test_labels_are_plain_words() -> None:
    assert label("report-verb") == "report verb"
