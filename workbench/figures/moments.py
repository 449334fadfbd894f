"""Days that a sentence names: "17 September", and "on Monday" by the date of the article."""

from collections.abc import Iterable
from datetime import date, timedelta
from functools import cache
from typing import NamedTuple

from workbench.figures.words import Words
from workbench.model import DatePrecision, PublicationDate
from workbench.resources import read_toml

_WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_SHORT = {"mon": 0, "tue": 1, "tues": 1, "wed": 2, "thu": 3, "thur": 3, "thurs": 3, "fri": 4, "sat": 5, "sun": 6}
_RELATIVE = {"yesterday": -1, "today": 0, "tonight": 0, "tomorrow": 1}
_FUTURE = frozenset(
    ("will", "next", "planned", "scheduled", "due", "upcoming", "shall", "coming", "'ll", "expected", "ahead")
)


class Moment(NamedTuple):
    """Words `first` to `last` of a sentence and the days they may mean (ordinals), each as (first day, last day).

    Without `days` the words name a day that cannot be told. `day` says that one day is meant, not a month or a year.
    """

    first: int
    last: int
    days: tuple[tuple[int, int], ...]
    day: bool


def moments_of(words: Words, published: PublicationDate) -> list[Moment]:
    """The days, months and years that a sentence names, in order."""
    today = _day_of(published)
    found: list[Moment] = []
    index = 0
    while index < len(words.tokens):
        if not _may_begin(words.tokens.keys[index]):
            index += 1
            continue
        moment = (
            _named_day(words, index, published, today)
            or _weekday(words, index, today)
            or _relative(words, index, today)
        )
        moment = moment or _year(words, index)
        if moment:
            found.append(moment)
            index = moment.last
        index += 1
    return found


def _may_begin(key: str) -> bool:
    """Whether a folded word may begin a moment: nearly all do not, and are done with here."""
    return key[0].isdigit() or key.removesuffix("'s") in _beginnings()


@cache
def _beginnings() -> frozenset[str]:
    return frozenset((*_WEEKDAYS, *_SHORT, *_RELATIVE, *_months()))


def _named_day(words: Words, index: int, published: PublicationDate, today: date | None) -> Moment | None:
    """Read "17 September 2016", "September 17", "17th of September", "September 2016"."""
    month = _month(words, index)
    if month:
        day, last = _number(words.key(index + 1)), index + 1
        year, end = _year_after(words, last + 1)
        if not day:
            year, end = _year_after(words, index + 1)
            return _whole_month(index, end, month, year) if year else None
        return _on(index, end if year else last, (year, month, day), published, today)
    day = _number(words.key(index))
    at = index + 2 if words.key(index + 1) == "of" else index + 1
    month = _month(words, at) if day else 0
    if not month:
        return None
    year, end = _year_after(words, at + 1)
    return _on(index, end if year else at, (year, month, day), published, today)


def _on(first: int, last: int, parts: tuple[int, int, int], published: PublicationDate, today: date | None) -> Moment:
    """One day; without a year that which is nearest to the day of publication, else that of its year."""
    year, month, day = parts
    guess = 0 if today or published.precision is DatePrecision.UNKNOWN else int(published.iso[:4])
    years = [year] if year else [today.year - 1, today.year, today.year + 1] if today else [guess] if guess else []
    days = [found for one in years if (found := _safe(one, month, day))]
    if today and days:
        days = [min(days, key=lambda one: abs((one - today).days))]
    if not days:
        return Moment(first, last, _anyway(month, day), True)
    return Moment(first, last, tuple((one.toordinal(), one.toordinal()) for one in days), True)


def _anyway(month: int, day: int) -> tuple[tuple[int, int], ...]:
    """A day without a year, in a year that stands for all of them: the negative of its place in the calendar."""
    found = _safe(4, month, day)
    return ((-found.toordinal(), -found.toordinal()),) if found else ()


def _whole_month(first: int, last: int, month: int, year: int) -> Moment:
    start = date(year, month, 1)
    end = date(year + month // 12, month % 12 + 1, 1) - timedelta(days=1)
    return Moment(first, last, ((start.toordinal(), end.toordinal()),), False)


def _weekday(words: Words, index: int, today: date | None) -> Moment | None:
    """Read "on Monday": the last one, or the next where the sentence looks ahead; either where it does not say."""
    key = words.key(index).removesuffix("'s")
    number = _WEEKDAYS.index(key) if key in _WEEKDAYS else _SHORT.get(key, -1)
    if (
        number < 0
        or not words.tokens.shown(index)[:1].isupper()
        or (key in ("sun", "sat") and words.key(index + 1) != ".")
    ):
        return None
    if not today or words.key(index - 1) == "every":
        return Moment(index, index, (), True)
    last = today - timedelta(days=(today.weekday() - number) % 7)
    following = last + timedelta(days=7)
    ahead = bool(_FUTURE.intersection(words.tokens.keys))
    days = {last, following} if ahead or not any(key.endswith("ed") for key in words.tokens.keys) else {last}
    if last == today:
        days |= {today - timedelta(days=7)} if not ahead else set()
    if words.key(index - 1) == "last":
        days = {last, last - timedelta(days=7)}
    return Moment(index, index, tuple(sorted((one.toordinal(), one.toordinal()) for one in days)), True)


def _relative(words: Words, index: int, today: date | None) -> Moment | None:
    """Read "yesterday", "today", "tomorrow": counted from the day a text went to press, which may be a day off."""
    step = _RELATIVE.get(words.key(index))
    if step is None:
        return None
    if not today:
        return Moment(index, index, (), True)
    day = today.toordinal() + step
    return Moment(index, index, ((day - 1, day),), True)


def _year(words: Words, index: int) -> Moment | None:
    """A year by itself after a word that says it is one: "in 2014", "since 1996"."""
    key = words.key(index)
    if not (len(key) == 4 and key.isdecimal() and "1500" <= key < "2200"):
        return None
    year = int(key)
    return Moment(index, index, ((date(year, 1, 1).toordinal(), date(year, 12, 31).toordinal()),), False)


def _month(words: Words, index: int) -> int:
    """The month that a word with a capital names, else 0."""
    if not words.is_word(index) or not words.tokens.shown(index)[:1].isupper():
        return 0
    return _months().get(words.key(index), 0)


def _number(key: str) -> int:
    digits = key[:-2] if key.endswith(("st", "nd", "rd", "th")) else key
    return int(digits) if digits.isdecimal() and digits.isascii() and len(digits) <= 2 and 1 <= int(digits) <= 31 else 0


def _year_after(words: Words, index: int) -> tuple[int, int]:
    """A year at an index, a comma before it or not, and where it stands; 0 when there is none."""
    at = index + 1 if words.key(index) == "," else index
    key = words.key(at)
    return (int(key), at) if len(key) == 4 and key.isdecimal() and "1500" <= key < "2200" else (0, at)


def _safe(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _day_of(published: PublicationDate) -> date | None:
    """The day of publication, where the page states one."""
    if published.precision not in (DatePrecision.DAY, DatePrecision.TIME):
        return None
    try:
        return date.fromisoformat(published.iso[:10])
    except ValueError:
        return None


@cache
def _months() -> dict[str, int]:
    months: dict[str, int] = read_toml("reading/dates.toml")["months"]
    return months


def same_time(a: Iterable[Moment], b: Iterable[Moment]) -> bool | None:
    """Whether two sentences speak of one time; `None` where that cannot be told."""
    told = [agree for x in a for y in b if (agree := _overlap(x, y)) is not None]
    return any(told) if told else None


def days_between(a: Moment, b: Moment) -> int:
    """The least number of days between two moments that can be told apart."""
    pairs = [(x, y) for x in _comparable(a, b) for y in _comparable(b, a)]
    return min(max(x[0] - y[1], y[0] - x[1], 0) for x, y in pairs)


def _overlap(a: Moment, b: Moment) -> bool | None:
    ours, theirs = _comparable(a, b), _comparable(b, a)
    if not ours or not theirs:
        return None
    return any(x[0] <= y[1] and y[0] <= x[1] for x in ours for y in theirs)


def _comparable(a: Moment, b: Moment) -> tuple[tuple[int, int], ...]:
    """The days of `a` as they can be set against those of `b`: by month and day alone where a year is unknown."""
    if not any(first < 0 for first, _ in (*a.days, *b.days)):
        return a.days
    if not (a.day and b.day):
        return ()
    return tuple((place, place) for first, _ in a.days for place in (_in_calendar(first),))


def _in_calendar(ordinal: int) -> int:
    if ordinal < 0:
        return -ordinal
    day = date.fromordinal(ordinal)
    return date(4, day.month, day.day).toordinal()
