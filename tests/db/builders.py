"""Readings, records and places for the tests of the case file; the texts are invented."""

import hashlib
from collections.abc import Sequence
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

from db.casefile import open_case
from workbench.model import DatePrecision, Place, PublicationDate, Tag, Target, Zone, ZoneKind
from workbench.ports import CaseStore
from workbench.reading.model import ReadArticle, Reading
from workbench.spans import OffsetMap, Span
from workbench.steps import Change, Record, Step

STORY = "Bridge closed\nThe harbour bridge will be closed until May, the mayor said.\nShare this page"
NOON = datetime(2026, 3, 4, 12, 0, 0, 5, UTC)


def article(start: int, end: int, outlet: str = "Harbour Post", zones: Sequence[Zone] = ()) -> ReadArticle:
    published = PublicationDate("2026-03-04", DatePrecision.DAY, "4 March 2026")
    url = "https://harbour.example/bridge"
    return ReadArticle(Span(start, end), "Bridge closed", outlet, "", "Ann Lee", published, url, "en", tuple(zones))


def reading(
    text: str = STORY,
    *,
    content: bytes | None = None,
    name: str = "bridge.txt",
    articles: Sequence[ReadArticle] | None = None,
    offsets: OffsetMap | None = None,
) -> Reading:
    content = text.encode("utf-8", "surrogatepass") if content is None else content
    return Reading(
        name=name,
        origin=f"/articles/{name}",
        content=content,
        sha256=hashlib.sha256(content).hexdigest(),
        media_type="text/plain",
        encoding="utf-8",
        text=text,
        offsets=offsets or OffsetMap(),
        articles=tuple(articles) if articles is not None else (article(0, len(text)),),
    )


def zoned() -> tuple[Zone, ...]:
    return (
        Zone(ZoneKind.HEADLINE, Span(0, 13)),
        Zone(ZoneKind.BODY, Span(14, 70)),
        Zone(ZoneKind.FURNITURE, Span(71, 86)),
    )


def place(start: int = 18, end: int = 32, article_id: int = 1) -> Place:
    return Place(article_id, Span(start, end))


def tag(number: int = 1, code_id: str = "figure", target: Target | None = None) -> Tag:
    """A tag; each number has a target of its own where none is given."""
    return Tag(f"tag-{number}", code_id, target or Target(place(18, 31 + number)), NOON)


def put(record: Record, summary: str = "Put") -> Step:
    return Step(summary, (Change(None, record),))


def filled_case(path: Path) -> Path:
    """A case of two articles with a tag, closed again."""
    with closing(open_case(path, create=True)) as store:
        fill(store)
    return path


def fill(store: CaseStore) -> None:
    store.add_reading(reading())
    store.add_reading(reading(STORY.replace("said", "admitted"), name="admitted.txt"))
    store.do(put(tag()))


def beside(path: Path) -> list[str]:
    """The names of the files that stand beside a case and belong to it."""
    return sorted(file.name for file in path.parent.iterdir() if file.name.startswith(path.name) and file != path)
