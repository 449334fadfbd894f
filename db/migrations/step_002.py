"""Version 2: a code stands on a target once.

Before, two windows could each put the same code on the same target. The tag that stood first stays, for as long as any
of them did; the history is told anew as if it had always been the only one, so that every step can still be undone.
"""

import json
from collections.abc import Iterator
from typing import Any

from sqlite_utils import Database

_TARGET = ("article_id", "start", "end", "base_article_id", "base_start", "base_end")
_INDEX = """CREATE UNIQUE INDEX tags_by_target ON tags (
        code_id, article_id, start, end, coalesce(base_article_id, -1), coalesce(base_start, -1), coalesce(base_end, -1)
    )"""

Record = dict[str, Any]
Change = tuple[Record | None, Record | None]


def apply(db: Database) -> None:
    """Make every tag the only one of its code on its target, in the history and in the case, and keep it so."""
    standing = _Standing()
    now: dict[str, Record] = {}
    rows = db.execute("SELECT id, changes, undone FROM history ORDER BY id").fetchall()
    for number, kept, undone in rows:
        changes = [(before, after) for before, after in json.loads(_text(kept))]
        told = [change for one in changes for change in standing.follow(*one)]
        if not undone:
            now = dict(standing.kept)
        if told != changes:
            _rewrite(db, number, told)
    _remove_doubles(db, now)
    db.execute(_INDEX)


class _Standing:
    """Which tags stand, step by step: of those of one code on one target, the first is kept for all."""

    def __init__(self) -> None:
        self.kept: dict[str, Record] = {}
        self._ids: dict[str, set[str]] = {}

    def follow(self, before: Record | None, after: Record | None) -> Iterator[Change]:
        """What a change comes to when a tag stands once: itself, nothing, or the same of the tag that is kept."""
        if not any(record and record["kind"] == "tag" for record in (before, after)):
            yield before, after
            return
        gone = before and self._taken(before)
        come = after and self._put(after)
        if gone or come:
            yield gone, come

    def _put(self, tag: Record) -> Record | None:
        key, first = _key(tag), _key(tag) not in self.kept
        self._ids.setdefault(key, set()).add(tag["id"])
        self.kept.setdefault(key, tag)
        return tag if first else None

    def _taken(self, tag: Record) -> Record | None:
        key = _key(tag)
        self._ids.get(key, set()).discard(tag["id"])
        return None if self._ids.get(key) else self.kept.pop(key, tag)


def _key(tag: Record) -> str:
    """What two tags that say the same have in common."""
    return json.dumps([tag["code_id"], *(tag[column] for column in _TARGET)])


def _rewrite(db: Database, number: int, changes: list[Change]) -> None:
    """Keep what a step comes to; one that comes to nothing is not kept."""
    if not changes:
        db.execute("DELETE FROM history WHERE id = ?", [number])
        return
    text = json.dumps(changes, ensure_ascii=False, separators=(",", ":"))
    db.execute("UPDATE history SET changes = ? WHERE id = ?", [_stored(text), number])


def _remove_doubles(db: Database, now: dict[str, Record]) -> None:
    """Leave of the tags of one code on one target the one that the history says is there, else the oldest."""
    seen: dict[str, Record] = {}
    for tag in list(db.query("SELECT * FROM tags ORDER BY created, id")):
        if _key(tag) in seen:
            db.execute("DELETE FROM tags WHERE id = ?", [tag["id"]])
        seen.setdefault(_key(tag), tag)
    for key, tag in seen.items():
        kept = now.get(key, tag)
        db.execute(
            "UPDATE OR IGNORE tags SET id = ?, created = ? WHERE id = ?", [kept["id"], kept["created"], tag["id"]]
        )


def _text(kept: str | bytes) -> str:
    return kept.decode("utf-8", "surrogatepass") if isinstance(kept, bytes) else kept


def _stored(text: str) -> str | bytes:
    """A text that UTF-8 cannot carry is kept as bytes."""
    try:
        text.encode()
    except UnicodeEncodeError:
        return text.encode("utf-8", "surrogatepass")
    return text
