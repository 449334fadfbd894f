"""Which of the families found are kept, by the settings of the case. Filters only: nothing is looked for here."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, timedelta
from typing import NamedTuple

from workbench.engine.tokens import cut
from workbench.model import Article, DatePrecision, Place, PublicationDate, outlet_name
from workbench.ports import FoundFamily
from workbench.settings import LEAST_WORDS, Settings

_INSIDE_FIGURE = re.compile(r"(?<=\d)(?:[.,:](?=\d)|[\u00a0\u2009\u202f](?=\d{3}(?!\d)))")
"""What parts the digits of one figure: 3,800 or 3.75, or 3 800 with a space that does not break."""


def chosen(
    found: Sequence[FoundFamily], articles: Mapping[int, Article], texts: Mapping[int, str], settings: Settings
) -> list[FoundFamily]:
    """The families to keep, largest first as they were found; articles and texts are by id.

    A family is as long as its longest witness: an outlet that cut a quote short is not left out for it. Families of a
    single outlet are those whose witnesses are all known to be by it; articles of unknown outlets are taken to be of
    different ones. A window of dates splits a family wherever more than so many days lie between two witnesses that
    follow one another in time. Coarse dates stand for all of their month or year; witnesses without a date stay with
    the largest part, the earliest of several. A part of one witness is no family.
    """
    kept = []
    for whole in found:
        if whole.boilerplate and not settings.boilerplate:
            continue
        for family in _parts(whole, articles, settings.days):
            if not _long_enough(family.places, texts, settings.shortest):
                continue
            if settings.same_outlet or len({_outlet(articles[place.article_id]) for place in family.places}) > 1:
                kept.append(family)
    return sorted(kept, key=lambda family: (family.boilerplate, -len(family.places)))


def _long_enough(places: Iterable[Place], texts: Mapping[int, str], words: int) -> bool:
    if words <= LEAST_WORDS:  # the engine finds none that is shorter
        return True
    return any(_words(place.span.of(texts[place.article_id])) >= words for place in places)


def _words(passage: str) -> int:
    """How many words a person counts: the engine's tokens, but a figure is one."""
    return len(cut(passage).start) - len(_INSIDE_FIGURE.findall(passage))


def _outlet(article: Article) -> str | int:
    """What is the same for two articles of one outlet."""
    return outlet_name(article.outlet) or article.id


class _Dated(NamedTuple):
    """A witness with the first and the last day on which it can have been published."""

    first: date
    last: date
    place: Place


def _parts(family: FoundFamily, articles: Mapping[int, Article], days: int | None) -> list[FoundFamily]:
    """The family, or what a window of dates leaves of it, the earliest part first."""
    if days is None:
        return [family]
    dated, undated = [], []
    for place in family.places:
        period = period_of(articles[place.article_id].published)
        if period:
            dated.append(_Dated(*period, place))
        else:
            undated.append(place)
    parts = list(_split(sorted(dated), timedelta(days=days))) or [[]]
    largest = max(range(len(parts)), key=lambda number: (len(parts[number]), -number))
    parts[largest] += undated
    return [FoundFamily(tuple(sorted(part)), family.boilerplate) for part in parts if len(part) > 1]


def _split(dated: Iterable[_Dated], window: timedelta) -> Iterator[list[Place]]:
    """Witnesses in order of time, cut wherever the next may not come that late."""
    part: list[Place] = []
    reached = date.min
    for first, last, place in dated:
        if part and first - reached > window:
            yield part
            part = []
        part.append(place)
        reached = max(reached, last)
    if part:
        yield part


def period_of(published: PublicationDate) -> tuple[date, date] | None:
    """The first and the last day that a date of publication can mean; `None` where the page states none."""
    try:
        match published.precision:
            case DatePrecision.YEAR:
                year = int(published.iso)
                return date(year, 1, 1), date(year, 12, 31)
            case DatePrecision.MONTH:
                first = date.fromisoformat(f"{published.iso}-01")
                return first, (first + timedelta(days=31)).replace(day=1) - timedelta(days=1)
            case DatePrecision.UNKNOWN:
                return None
            case _:
                day = date.fromisoformat(published.iso[:10])
                return day, day
    except (ValueError, OverflowError):
        return None
