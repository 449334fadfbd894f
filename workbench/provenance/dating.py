"""What came before what, as far as the stated dates go.

A month says nothing of the order within it, a time of day nothing beside a date without one. Clocks are compared to the
minute only where both pages state their zone; otherwise the days are.
"""

import re
from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta

import numpy as np
import numpy.typing as npt

from workbench.model import Article, DatePrecision, PublicationDate, Witness
from workbench.provenance.model import Standing

_ZONE = re.compile(r"T\d{2}:?\d{2}(?::?\d{2}(?:\.\d+)?)?\s?(?P<zone>Z|[+-]\d{2}:?\d{2})")
_LENGTHS = {DatePrecision.YEAR: 4, DatePrecision.MONTH: 7, DatePrecision.DAY: 10, DatePrecision.TIME: 10}


def came_before(one: PublicationDate, other: PublicationDate) -> bool:
    """Whether the first was surely published before the second, by what their pages state."""
    if DatePrecision.UNKNOWN in (one.precision, other.precision) or not (one.iso and other.iso):
        return False
    first, second = _instant(one), _instant(other)
    if first and second:
        return first < second
    length = min(_LENGTHS[one.precision], _LENGTHS[other.precision])
    return one.iso[:length] < other.iso[:length]


def _instant(published: PublicationDate) -> datetime | None:
    """The moment in UTC, where the page states it with its zone."""
    if published.precision is not DatePrecision.TIME:
        return None
    zone = _ZONE.search(published.evidence)
    try:
        moment = datetime.fromisoformat(published.iso)
        if not zone:
            return None
        sign, digits = zone["zone"][0], re.sub(r"\D", "", zone["zone"])
        if not digits:
            return moment
        offset = timedelta(hours=int(digits[:2]), minutes=int(digits[2:]))
        return moment.replace(tzinfo=None) + (offset if sign == "-" else -offset)
    except (ValueError, OverflowError):
        return None


def order_of(dates: Sequence[PublicationDate]) -> npt.NDArray[np.bool_]:
    """For each pair of dates whether the one of the row surely came before the one of the column."""
    unique = list(dict.fromkeys(dates))
    index = {date: k for k, date in enumerate(unique)}
    table = np.array([[came_before(a, b) for b in unique] for a in unique], dtype=bool).reshape(len(unique), -1)
    rows = np.array([index[date] for date in dates], dtype=int)
    return table[np.ix_(rows, rows)] if len(rows) else np.zeros((0, 0), dtype=bool)


def in_time(
    witnesses: Sequence[Witness], articles: Mapping[int, Article], before: npt.NDArray[np.bool_]
) -> tuple[tuple[Standing, ...], tuple[Standing, ...]]:
    """The dated witnesses in order of date, and the undated ones in order of place.

    A coarse date follows the exact ones that it covers.
    """
    standings = []
    for k, witness in enumerate(witnesses):
        published = articles[witness.place.article_id].published
        after, later = int(before[:, k].sum()), int(before[k].sum())
        standings.append(Standing(witness.place, published, after, len(witnesses) - 1 - after - later))
    dated = [k for k, one in enumerate(standings) if is_dated(one.published)]
    undated = sorted((one for one in standings if not is_dated(one.published)), key=lambda one: one.place)
    return tuple(standings[k] for k in _in_order(dated, standings, before)), tuple(undated)


def _in_order(dated: list[int], standings: list[Standing], before: npt.NDArray[np.bool_]) -> list[int]:
    """By what is written, unless the zones of two clocks say otherwise; a coarse date follows those that it covers."""
    waiting = sorted(dated, key=lambda k: (f"{standings[k].published.iso}~", standings[k].place))
    ordered: list[int] = []
    while waiting:
        held = before[np.ix_(waiting, waiting)].any(axis=0)
        free = int(np.argmin(held))  # the first that nothing waiting came before; the first of all where there is none
        ordered.append(waiting.pop(free))
    return ordered


def is_dated(published: PublicationDate) -> bool:
    """Whether the page states a date of publication at all."""
    return bool(published.iso) and published.precision is not DatePrecision.UNKNOWN
