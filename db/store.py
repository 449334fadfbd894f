"""The case file as the workbench sees it."""

import hashlib
from collections.abc import Collection, Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

from sqlite_utils import Database

from db import sources, steps
from db.connection import transaction
from db.errors import shown, stale, told
from db.record_rows import FOUND_WITH, row_of_settings
from db.records import BASE_CHOICES, CODES, NOTES, SETTINGS, TAGS, R, kind_named, settings_in_force
from db.remembered import keep, kept
from db.rows import article_of, families_of, source_of
from db.texts import restored, restored_time, stored, stored_time
from workbench.errors import UserError, VariorumError
from workbench.model import Article, BaseChoice, Code, Family, Note, Source, Tag
from workbench.ports import FoundFamily, HistoryEnds, HistoryEntry, Remembered
from workbench.reading.model import Reading
from workbench.settings import Settings
from workbench.spans import OffsetMap
from workbench.steps import Step

_NOT_ALIGNED = -1
"""Kept in place of the number of articles when families are kept that were not sought in all of them."""

_ALIGNED = """SELECT
    (SELECT count(*) FROM articles) = coalesce((SELECT articles FROM alignment), 0)
    AND (NOT EXISTS (SELECT * FROM articles) OR 1 = (
        SELECT count(*) FROM (SELECT DISTINCT sensitivity, shortest, boilerplate, same_outlet, days FROM settings)
    ))"""
"""Whether all articles were aligned, with the settings that are in force."""

_NEWEST_STEP = "SELECT id, summary, changes FROM history WHERE NOT undone ORDER BY id DESC LIMIT 1"
_NEXT_STEP = "SELECT id, summary, changes FROM history WHERE undone ORDER BY id LIMIT 1"


class CaseFile:
    """One open case file; the `CaseStore` of `workbench.ports`, which says what each method does.

    Every writing method takes the lock first and is one transaction. Whatever goes wrong with the file is a `UserError`
    of one sentence.
    """

    def __init__(self, db: Database, path: Path, read_only: bool) -> None:
        self._db = db
        self._path = path
        self._read_only = read_only
        self._closed = False

    @property
    def path(self) -> Path:
        """Where the case file stands."""
        return self._path

    @property
    def read_only(self) -> bool:
        """Whether the case can be looked at but not changed."""
        return self._read_only

    def close(self) -> None:
        """Let go of the file; the last window to do so leaves nothing beside it."""
        if self._closed:
            return
        with told(self._path):
            self._db.close()
        self._closed = True

    def revision(self) -> int:
        """A number that differs whenever another window has changed the case since it was asked for last."""
        with self._reading() as db:
            return int(db.execute("PRAGMA data_version").fetchone()[0])

    # Sources and articles

    def sources(self) -> tuple[Source, ...]:
        """Every source, in the order of import."""
        with self._reading() as db:
            return tuple(source_of(row) for row in db.query("SELECT * FROM sources ORDER BY id"))

    def source_bytes(self, source_id: int) -> bytes:
        """The bytes of a source as they were imported, compared with their SHA-256.

        Raises `UserError` when they are not the same any more, `LookupError` when there is no such source.
        """
        with self._reading() as db:
            content, sha256 = sources.content(db, source_id)
        if hashlib.sha256(content).hexdigest() != sha256:
            raise UserError(f"A source inside “{shown(self._path)}” was altered: go back to a copy of the case.")
        return content

    def offset_map(self, source_id: int) -> OffsetMap:
        """The way from the readable text of a source back to its decoded file."""
        with self._reading() as db:
            return sources.offset_map(db, source_id)

    def articles(self) -> tuple[Article, ...]:
        """Every article, in the order of import and of their place in the source."""
        with self._reading() as db:
            rows = db.query("SELECT * FROM articles ORDER BY source_id, start, id")
            return tuple(article_of(row) for row in rows)

    def texts(self, article_ids: Collection[int] | None = None) -> Mapping[int, str]:
        """The text of the articles asked for (of all with `None`), by id."""
        with self._reading() as db:
            return sources.texts(db, article_ids)

    def add_reading(self, reading: Reading) -> Source | None:
        """Add a source and its articles; `None`, and nothing changed, when a source of the same bytes is there."""
        with self._writing() as db:
            return sources.add(db, reading, datetime.now(UTC))

    # Families

    def families(self) -> tuple[Family, ...]:
        """Every family, as the last alignment left them."""
        with self._reading() as db:
            return families_of(
                db.query(
                    "SELECT witnesses.*, boilerplate FROM witnesses JOIN families ON families.id = family_id"
                    " ORDER BY family_id, article_id, start, end, witnesses.id"
                )
            )

    def replace_families(
        self,
        found: Sequence[FoundFamily],
        article_ids: Collection[int] | None = None,
        settings: Settings | None = None,
        remembered: Remembered | None = None,
    ) -> None:
        """Put the result of aligning the articles `article_ids` with `settings` in the place of the families before.

        The case is aligned then only if these are all its articles and its settings by now; `None` says that they are.
        `remembered` is kept for the next alignment.
        """
        with self._writing() as db:
            db.execute("DELETE FROM witnesses")
            db.execute("DELETE FROM families")
            for family in found:
                number = db.execute("INSERT INTO families (boilerplate) VALUES (?)", [family.boilerplate]).lastrowid
                rows = [(number, place.article_id, place.span.start, place.span.end) for place in family.places]
                db.conn.executemany(
                    "INSERT INTO witnesses (family_id, article_id, start, end) VALUES (?, ?, ?, ?)", rows
                )
            present = {article_id for (article_id,) in db.execute("SELECT id FROM articles")}
            whole = article_ids is None or present == set(article_ids)
            db.execute("INSERT OR REPLACE INTO alignment VALUES (1, ?)", [len(present) if whole else _NOT_ALIGNED])
            row = row_of_settings(settings or settings_in_force(db), FOUND_WITH)
            db.table(SETTINGS.table).insert(dict(row), replace=True)
            keep(db, remembered)

    def remembered(self) -> Remembered | None:
        """What was kept for the next alignment, if anything was."""
        with self._reading() as db:
            return kept(db)

    def aligned(self) -> bool:
        """Whether the families are those of the articles and the settings now in the case."""
        with self._reading() as db:
            (aligned,) = db.execute(_ALIGNED).fetchone()
            return bool(aligned)

    # Decisions

    def settings(self) -> Settings:
        """How passages are to be found; a step changes it."""
        with self._reading() as db:
            return settings_in_force(db)

    def records(self, kind: type[R]) -> tuple[R, ...]:
        """All that people decided of one kind, in its order; a step changes it."""
        with self._reading() as db:
            return kind_named(kind).all(db)

    def codes(self) -> tuple[Code, ...]:
        """The codebook, in the order of its digits."""
        with self._reading() as db:
            return CODES.all(db)

    def tags(self) -> tuple[Tag, ...]:
        """Every tag, oldest first."""
        with self._reading() as db:
            return TAGS.all(db)

    def notes(self) -> tuple[Note, ...]:
        """Every note, oldest first."""
        with self._reading() as db:
            return NOTES.all(db)

    def base_choices(self) -> tuple[BaseChoice, ...]:
        """The witnesses a person chose as base."""
        with self._reading() as db:
            return BASE_CHOICES.all(db)

    def do(self, step: Step) -> None:
        """Carry out a step and write it to the history; steps that were undone can no longer be done again.

        Raises `UserError`, and changes nothing, when the case is not as the step found it: another window was quicker.
        """
        with self._writing() as db:
            self._apply(step)
            db.execute("DELETE FROM history WHERE undone")
            db.execute(
                "INSERT INTO history (at, summary, changes) VALUES (?, ?, ?)",
                [stored_time(datetime.now(UTC)), stored(step.summary), steps.stored_changes(step)],
            )

    def undo(self, expected: int | None = None) -> Step | None:
        """Take back the newest step that is not undone and return it; `None` when there is none.

        With `expected`, raises `UserError`, and changes nothing, when the step has another id than this; 0 is that of
        no step.
        """
        with self._writing() as db:
            found = self._step_with_id(_NEWEST_STEP, expected, "undo")
            if found is None:
                return None
            number, step = found
            self._apply(step.inverse())
            db.execute("UPDATE history SET undone = 1 WHERE id = ?", [number])
            return step

    def redo(self, expected: int | None = None) -> Step | None:
        """Do the step again that was undone last and return it; `None` when there is none.

        `expected` is as in `undo`.
        """
        with self._writing() as db:
            found = self._step_with_id(_NEXT_STEP, expected, "redo")
            if found is None:
                return None
            number, step = found
            self._apply(step)
            db.execute("UPDATE history SET undone = 0 WHERE id = ?", [number])
            return step

    def history_ends(self) -> HistoryEnds:
        """Between which steps the case stands."""
        with self._reading() as db:
            done, undone = (db.execute(sql).fetchone() for sql in (_NEWEST_STEP, _NEXT_STEP))
            newest, undo = (done[0], restored(done[1])) if done else (0, "")
            next_, redo = (undone[0], restored(undone[1])) if undone else (0, "")
            return HistoryEnds(newest, undo, next_, redo)

    def history(self) -> tuple[HistoryEntry, ...]:
        """Every step, oldest first, with those that can be done again last."""
        with self._reading() as db:
            return tuple(
                HistoryEntry(restored_time(at), steps.restored_step(summary, changes), bool(undone), number)
                for number, at, summary, changes, undone in db.execute(
                    "SELECT id, at, summary, changes, undone FROM history ORDER BY id"
                )
            )

    # How the file is reached

    def _apply(self, step: Step) -> None:
        try:
            steps.apply(self._db, step)
        except steps.Conflict:
            raise stale(self._path) from None

    def _step_with_id(self, sql: str, expected: int | None, what: str) -> tuple[int, Step] | None:
        row = self._db.execute(sql).fetchone()
        if expected is not None and expected != (row[0] if row else 0):
            raise UserError(f"Another window changed this case meanwhile: look at it and {what} again.")
        return (row[0], steps.restored_step(*row[1:])) if row else None

    @contextmanager
    def _reading(self) -> Iterator[Database]:
        if self._closed:
            raise VariorumError(f"The case “{shown(self._path)}” is closed.")
        with told(self._path):
            yield self._db

    @contextmanager
    def _writing(self) -> Iterator[Database]:
        if self._read_only:
            raise UserError(
                f"“{shown(self._path)}” is write-protected and can only be looked at: copy it elsewhere to change it."
            )
        with self._reading() as db, transaction(db):
            yield db
