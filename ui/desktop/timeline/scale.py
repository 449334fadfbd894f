"""Dates on a line: what a date stands for, where it lies, and which moments are named beneath. No widgets here."""

from calendar import monthrange
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from workbench.model import DatePrecision, PublicationDate

_HOUR, _DAY, _MONTH = timedelta(hours=1), timedelta(days=1), timedelta(days=30)
_STEPS: tuple[tuple[timedelta, str], ...] = (
    (_HOUR, "hour"),
    (3 * _HOUR, "hour"),
    (6 * _HOUR, "hour"),
    (12 * _HOUR, "hour"),
    (_DAY, "day"),
    (2 * _DAY, "day"),
    (3 * _DAY, "day"),
    (5 * _DAY, "day"),
    (7 * _DAY, "day"),
    (14 * _DAY, "day"),
)
_FIRST_YEAR, _LAST_YEAR = 1000, 9000
"""What lies beyond is a slip of a page, and would leave no room for the rest."""
_MONTHS = (1, 2, 3, 6, 12, 24, 60, 120, 240, 600, 1200)


@dataclass(frozen=True, slots=True)
class Stretch:
    """From when to when an article may have appeared; `exact` when that is one day or less: it is drawn as a dot."""

    start: datetime
    end: datetime
    exact: bool

    @property
    def middle(self) -> datetime:
        """The moment half way."""
        return self.start + (self.end - self.start) / 2


@dataclass(frozen=True, slots=True)
class Tick:
    """A moment that is named on the line: where it lies, from 0 to 1, and how it is called."""

    at: float
    words: str


def stretch_of(published: PublicationDate) -> Stretch | None:
    """The time that a date stands for; `None` for one that is unknown, or that no calendar has."""
    if published.precision is DatePrecision.UNKNOWN or not published.iso:
        return None
    try:
        found = _stretch(published)
    except (ValueError, OverflowError):
        return None
    return found if _FIRST_YEAR <= found.start.year <= _LAST_YEAR else None


def _stretch(published: PublicationDate) -> Stretch:
    iso = published.iso
    if published.precision is DatePrecision.TIME:
        moment = datetime.fromisoformat(iso[:16])
        return Stretch(moment, moment, exact=True)
    if published.precision is DatePrecision.DAY:
        day = datetime.fromisoformat(iso[:10])
        return Stretch(day, day + _DAY, exact=True)
    year = int(iso[:4])
    if published.precision is DatePrecision.YEAR:
        return Stretch(datetime(year, 1, 1), datetime(year, 12, 31, 23, 59), exact=False)  # noqa: DTZ001 - as printed
    month = int(iso[5:7])
    last = monthrange(year, month)[1]
    return Stretch(datetime(year, month, 1), datetime(year, month, last, 23, 59), exact=False)  # noqa: DTZ001


class Scale:
    """Where moments lie between the first and the last of some stretches, from 0 to 1, with a little room around."""

    def __init__(self, stretches: Sequence[Stretch]) -> None:
        first = min((one.start for one in stretches), default=datetime(2000, 1, 1))  # noqa: DTZ001 - any will do
        last = max((one.end for one in stretches), default=first)
        room = max((last - first) * 0.04, 3 * _HOUR)
        self._first, self._length = first - room, last - first + 2 * room
        self._midnight = first.replace(hour=0, minute=0, second=0, microsecond=0)

    def at(self, moment: datetime) -> float:
        """Where a moment lies."""
        return (moment - self._first) / self._length

    def ticks(self, most: int) -> list[Tick]:
        """At most `most` moments that are named, evenly apart."""
        for step, unit in _STEPS:
            if self._length / step <= most:
                return [Tick(self.at(moment), _words(moment, unit)) for moment in self._by_time(step)]
        for months in _MONTHS:
            if self._length / (months * _MONTH) <= most:
                unit = "month" if months < 12 else "year"
                return [Tick(self.at(moment), _words(moment, unit)) for moment in self._by_months(months)]
        return []

    def _by_time(self, step: timedelta) -> Iterator[datetime]:
        moment = self._midnight  # of the first date, which is then among those that are named
        while moment <= self._first + self._length:
            if moment >= self._first:
                yield moment
            moment += step

    def _by_months(self, step: int) -> Iterator[datetime]:
        count = self._first.year * 12 + self._first.month - 1
        count -= count % step
        while (moment := datetime(count // 12, count % 12 + 1, 1)) <= self._first + self._length:  # noqa: DTZ001
            if moment >= self._first:
                yield moment
            count += step


def _words(moment: datetime, unit: str) -> str:
    if unit == "hour" and (moment.hour or moment.minute):
        return f"{moment:%H:%M}"
    if unit in ("hour", "day"):
        return f"{moment.day} {moment:%b}"
    return f"{moment:%b %Y}" if unit == "month" else f"{moment.year}"
