"""Dates as pages write them, cut to the precision with which they are stated."""

import re
from datetime import date, datetime
from functools import cache, lru_cache
from typing import NamedTuple

import dateparser

from workbench.model import DatePrecision, PublicationDate
from workbench.resources import read_toml

_MAX_EVIDENCE = 160
_MAX_LINE = 300
"""Characters of a line that are searched: dates of publication stand in short lines or near the beginning."""
_TIME = r"(?P<hour>\d{1,2}):(?P<minute>\d{2})(?::\d{2}(?:\.\d+)?)?\s*(?P<half>[ap]\.?m\b\.?)?"
_DAY = r"\b(?P<d>\d{1,2})(?:st|nd|rd|th|º|er)?"
_DATES = tuple(
    re.compile(pattern, re.I)
    for pattern in (
        r"\b(?P<y>\d{4})(?P<sep>[-/.])(?P<m>\d{1,2})(?P=sep)(?P<d>\d{1,2})(?!\d)",
        r"\b(?P<y>\d{4})年(?P<m>\d{1,2})月(?P<d>\d{1,2})日",
        r"\b(?P<word>[^\W\d_]{3,12})(?:\.?,?\s+|\.)(?P<d>\d{1,2})(?:st|nd|rd|th)?(?:,?\s+|[.,])(?P<y>\d{4})\b",
        rf"{_DAY}[. -]\s?(?:of\s|de\s)?(?P<word>[^\W\d_]{{3,12}})\.?(?:,\s?|-|\sde\s|\s)(?P<y>\d{{4}})\b",
        r"\b(?P<first>\d{1,2})(?P<sep>[./-])(?P<second>\d{1,2})(?P=sep)(?P<y>\d{4})\b",
        r"\b(?P<word>[^\W\d_]{3,12})\.?,?\s+(?P<y>\d{4})\b",
    )
)
_TIME_AFTER = re.compile(rf"(?:T|[\s,|•·–—-]|\bat\b|\bum\b|\bà\b){{0,8}}{_TIME}", re.I)
_TIME_BEFORE = re.compile(rf"{_TIME}\s*(?:[A-Z]{{2,4}}\b)?[\s,|•·–—-]{{0,4}}$", re.I)
_NO_DATE = PublicationDate()


class FoundDate(NamedTuple):
    """A date in a line: `start` and `end` within the line, and what it says."""

    start: int
    end: int
    iso: str
    precision: DatePrecision

    def stated(self, line: str) -> PublicationDate:
        """As the date of publication, with `line` as its evidence."""
        return PublicationDate(self.iso, self.precision, line.strip()[:_MAX_EVIDENCE])


@lru_cache(maxsize=4096)
def dates_in(line: str) -> tuple[FoundDate, ...]:
    """Every date with a year that `line` states, in order; a numeric date of two meanings counts only for its year."""
    found: list[FoundDate] = []
    for pattern in _DATES:
        for match in pattern.finditer(line[:_MAX_LINE]):
            taken = any(match.start() < other.end and other.start < match.end() for other in found)
            if not taken and (read := _read(match)):
                found.append(_with_time(line, FoundDate(match.start(), match.end(), *read)))
    return tuple(sorted(found))


def publication_date(line: str) -> PublicationDate:
    """The date of publication that a line states; one said to be of an update, a visit or a copyright is none."""
    if is_clock(line):
        return _NO_DATE
    reached = 0
    for found in dates_in(line):
        before = line[reached : found.start]
        reached = found.end
        if not _other_dates().search(before):
            return found.stated(line)
    return _NO_DATE


def says_published(line: str) -> bool:
    """Whether the line says in words that its date is that of publication."""
    return any(_published().search(line[: found.start]) for found in dates_in(line)[:1])


def is_clock(line: str) -> bool:
    """Whether the line is a clock, a print mark or a weather line: the moment of looking, not of publishing."""
    line = line.strip()
    if len(line) > _MAX_EVIDENCE or not _clock().search(line):
        return False
    return bool(dates_in(line)) or bool(re.match(r"\d{1,2}:\d{2}", line))


def from_machine(value: str) -> PublicationDate:
    """The date in an attribute or in linked data (ISO 8601 as pages write it), unknown when it is none."""
    value = value.strip()
    found = dates_in(value)
    if found and found[0].start == 0:
        return found[0].stated(value)
    if re.fullmatch(r"\d{4}-\d{2}", value) and 1 <= int(value[5:]) <= 12:
        return PublicationDate(value, DatePrecision.MONTH, value)
    return publication_date(value) if found else _NO_DATE


def _read(match: re.Match[str]) -> tuple[str, DatePrecision] | None:
    """What a match of one of the date patterns means, if it is a day of the calendar."""
    parts = match.groupdict()
    year = int(parts["y"])
    if not 1800 <= year <= 2200:
        return None
    if parts.get("first"):
        return _read_numeric(year, int(parts["first"]), int(parts["second"]), parts["sep"])
    if int(parts.get("d") or 1) > 31:
        return None
    month = _month(parts["word"]) if parts.get("word") else int(parts["m"])
    if not month and parts.get("d"):
        return _read_foreign(match.group())
    if not parts.get("d"):
        return (f"{year:04}-{month:02}", DatePrecision.MONTH) if month else None
    return _day(year, month, int(parts["d"]))


def _read_numeric(year: int, first: int, second: int, separator: str) -> tuple[str, DatePrecision] | None:
    """Day and month where they can be told; with dots the day is always first; else the year alone."""
    day_first, month_first = _day(year, second, first), _day(year, first, second)
    if separator == "." or month_first is None or day_first == month_first:
        return day_first
    return month_first if day_first is None else (f"{year:04}", DatePrecision.YEAR)


def _day(year: int, month: int, day: int) -> tuple[str, DatePrecision] | None:
    """A day in ISO form, if the calendar has it."""
    try:
        return date(year, month, day).isoformat(), DatePrecision.DAY
    except ValueError:
        return None


@lru_cache(maxsize=1024)
def _read_foreign(phrase: str) -> tuple[str, DatePrecision] | None:
    """A day with the name of a month in another language than English."""
    settings = {"REQUIRE_PARTS": ["day", "month", "year"], "STRICT_PARSING": True}
    found: datetime | None = dateparser.parse(phrase, settings=settings)
    return (found.date().isoformat(), DatePrecision.DAY) if found else None


def _with_time(line: str, found: FoundDate) -> FoundDate:
    """The same date with the time of day that stands right behind or before it."""
    if found.precision is not DatePrecision.DAY:
        return found
    after = _TIME_AFTER.match(line, found.end)
    time = after or _TIME_BEFORE.search(line[max(0, found.start - 24) : found.start])
    if not time:
        return found
    hour, minute = int(time["hour"]), int(time["minute"])
    if time["half"]:
        hour = hour % 12 + 12 * (time["half"][0].lower() == "p")
    if hour > 23 or minute > 59:
        return found
    end = after.end() if after else found.end
    return FoundDate(found.start, end, f"{found.iso}T{hour:02}:{minute:02}", DatePrecision.TIME)


def _month(word: str) -> int:
    """The number of an English month, 0 for any other word."""
    months: dict[str, int] = read_toml("reading/dates.toml")["months"]
    return months.get(word.lower(), 0)


@cache
def _other_dates() -> re.Pattern[str]:
    return _labels("other_dates")


@cache
def _published() -> re.Pattern[str]:
    return _labels("published")


def _labels(table: str) -> re.Pattern[str]:
    """The words of a table, as they stand in front of a date, at most a few words away."""
    words = "|".join(read_toml("reading/dates.toml")[table]["before"])
    return re.compile(rf"(?<!\w)(?:{words})(?!\w)[^\d]{{0,30}}$", re.I)


@cache
def _clock() -> re.Pattern[str]:
    return re.compile("|".join(read_toml("reading/dates.toml")["clock"]["lines"]), re.I)
