"""Sources and the texts of their articles."""

import hashlib
from collections.abc import Collection, Iterable, Iterator, Mapping
from datetime import datetime

from sqlite_utils import Database

from db.rows import Row, row_of_article, source_of
from db.texts import packed, packed_offsets, restored, stored, stored_time, unpacked, unpacked_offsets
from workbench.model import Source
from workbench.reading.model import Reading
from workbench.spans import OffsetMap


def add(db: Database, reading: Reading, imported: datetime) -> Source | None:
    """Put a source and its articles in, unless its bytes are there already; the caller holds the transaction."""
    sha256 = hashlib.sha256(reading.content).hexdigest()
    if db.execute("SELECT 1 FROM sources WHERE sha256 = ?", [sha256]).fetchone():
        return None
    source_id = (
        db.table("sources")
        .insert(
            {
                "name": stored(reading.name),
                "origin": stored(reading.origin),
                "sha256": sha256,
                "media_type": reading.media_type,
                "encoding": reading.encoding,
                "imported": stored_time(imported),
            },
        )
        .last_rowid
    )
    assert source_id is not None
    db.table("contents").insert(
        {
            "source_id": source_id,
            "size": len(reading.content),
            "content": packed(reading.content),
            "text": stored(reading.text),
            "offsets": packed_offsets(reading.offsets),
        },
    )
    articles = sorted(reading.articles, key=lambda article: article.span)
    db.table("articles").insert_all(dict(row_of_article(article, source_id)) for article in articles)
    return source_of(_one(db, "SELECT * FROM sources WHERE id = ?", source_id))


def content(db: Database, source_id: int) -> tuple[bytes, str]:
    """The bytes of a source as they are kept, and the SHA-256 they had when they were imported."""
    row = _one(db, "SELECT content, size, sha256 FROM contents JOIN sources ON id = source_id WHERE id = ?", source_id)
    return unpacked(row["content"], row["size"]), row["sha256"]


def offset_map(db: Database, source_id: int) -> OffsetMap:
    """The way from the readable text of a source back to its decoded file."""
    return unpacked_offsets(_one(db, "SELECT offsets FROM contents WHERE source_id = ?", source_id)["offsets"])


def texts(db: Database, article_ids: Collection[int] | None) -> Mapping[int, str]:
    """The texts of articles by id; each source is taken up once, however many articles it holds."""
    wanted = None if article_ids is None else frozenset(article_ids)
    spans: dict[int, list[tuple[int, int, int]]] = {}
    for article_id, source_id, start, end in db.execute("SELECT id, source_id, start, end FROM articles ORDER BY id"):
        if wanted is None or article_id in wanted:
            spans.setdefault(source_id, []).append((article_id, start, end))
    found = {}
    for source_id, kept in _kept_texts(db, None if wanted is None else spans):
        text = restored(kept)
        found.update({article_id: text[start:end] for article_id, start, end in spans.get(source_id, ())})
    if len(found) < sum(map(len, spans.values())):
        raise ValueError("an article without the text of its source")
    if wanted is not None and len(found) < len(wanted):
        raise LookupError(f"no such article: {min(wanted - found.keys())}")
    return found


def _kept_texts(db: Database, source_ids: Iterable[int] | None) -> Iterator[tuple[int, str | bytes]]:
    """Some sources' texts one by one, or all of them at once, which is quicker by far; those that are there."""
    if source_ids is None:
        yield from db.execute("SELECT source_id, text FROM contents ORDER BY source_id")
        return
    for source_id in source_ids:
        yield from db.execute("SELECT source_id, text FROM contents WHERE source_id = ?", [source_id])


def _one(db: Database, sql: str, source_id: int) -> Row:
    row = next(db.query(sql, [source_id]), None)
    if row is None:
        raise LookupError(f"no such source: {source_id}")
    return row
