"""Rows to domain objects and back: sources, articles, families."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from itertools import groupby
from operator import itemgetter
from typing import Any

from db.texts import restored, restored_json, restored_time, stored, stored_json
from workbench.model import (
    Article,
    DatePrecision,
    Family,
    Place,
    PublicationDate,
    Source,
    Witness,
    Zone,
    ZoneKind,
)
from workbench.reading.model import ReadArticle
from workbench.spans import Span

_ZONES = {kind.value: kind for kind in ZoneKind}
Row = Mapping[str, Any]
"""A row by the names of its columns."""


def source_of(row: Row) -> Source:
    """The source a row of `sources` holds."""
    return Source(
        id=row["id"],
        name=restored(row["name"]),
        origin=restored(row["origin"]),
        sha256=row["sha256"],
        media_type=row["media_type"],
        encoding=row["encoding"],
        imported=restored_time(row["imported"]),
    )


def article_of(row: Row) -> Article:
    """The article a row of `articles` holds."""
    return Article(
        id=row["id"],
        source_id=row["source_id"],
        span=Span(row["start"], row["end"]),
        title=restored(row["title"]),
        outlet=restored(row["outlet"]),
        republisher=restored(row["republisher"]),
        byline=restored(row["byline"]),
        published=PublicationDate(row["published"], DatePrecision(row["precision"]), restored(row["evidence"])),
        url=restored(row["url"]),
        language=row["language"],
        zones=_zones_of(row["zones"]),
    )


def _zones_of(kept: Any) -> tuple[Zone, ...]:
    try:
        return tuple(Zone(_ZONES[kind], Span(start, end)) for kind, start, end in restored_json(kept))
    except TypeError as error:
        raise ValueError("zones that are none") from error


def row_of_article(article: ReadArticle, source_id: int) -> Row:
    """An article just read, as a row of `articles`."""
    return {
        "source_id": source_id,
        "start": article.span.start,
        "end": article.span.end,
        "title": stored(article.title),
        "outlet": stored(article.outlet),
        "republisher": stored(article.republisher),
        "byline": stored(article.byline),
        "published": article.published.iso,
        "precision": article.published.precision.value,
        "evidence": stored(article.published.evidence),
        "url": stored(article.url),
        "language": article.language,
        "zones": stored_json([[zone.kind.value, zone.span.start, zone.span.end] for zone in article.zones]),
    }


def families_of(witnesses: Iterable[Sequence[int]], boilerplate: Collection[int]) -> tuple[Family, ...]:
    """The families of `witnesses` (family, article, start, end, id), sorted by family; some are of boilerplate."""
    return tuple(
        Family(number, tuple(map(_witness_of, members)), number in boilerplate)
        for number, members in groupby(witnesses, key=itemgetter(0))
    )


def _witness_of(row: Sequence[int]) -> Witness:
    _, article_id, start, end, number = row
    return Witness(number, Place(article_id, Span(start, end)))
