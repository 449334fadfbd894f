"""The case file as the workbench sees it."""

import hashlib
import json
from collections.abc import Collection, Mapping, Sequence
from datetime import UTC, datetime

from db import history, sources, steps
from db.errors import changed_meanwhile, shown, stale
from db.held import HeldFile
from db.record_rows import FOUND_WITH, row_of_settings
from db.records import BASE_CHOICES, CODES, NOTES, SETTINGS, TAGS, R, kind_named, settings_in_force
from db.remembered import keep, kept
from db.rows import article_of, families_of, source_of
from db.texts import restored, restored_time, stored, stored_time
from workbench.errors import UserError
from workbench.model import Article, BaseChoice, Code, Family, Note, Source, Tag
from workbench.ports import FoundFamily, HistoryEnds, HistoryEntry, Remembered
from workbench.progress import ProgressReport, silent
from workbench.reading.model import Reading
from workbench.settings import Settings
from workbench.spans import OffsetMap
from workbench.steps import Step

_NOT_ALIGNED = -1
"""Kept in place of the number of articles when families are kept that were not sought in all of them."""

_NO_WITNESS = """SELECT 1 FROM witnesses WHERE NOT (
    typeof(id) = 'integer' AND typeof(family_id) = 'integer' AND typeof(article_id) = 'integer'
    AND typeof(start) = 'integer' AND typeof(end) = 'integer'
) LIMIT 1"""
"""Rows that no case can hold; a file that is too large to be checked page by page may have them."""

_ALIGNED = """SELECT
    (SELECT count(*) FROM articles) = coalesce((SELECT articles FROM alignment), 0)
    AND (NOT EXISTS (SELECT * FROM articles) OR 1 = (
        SELECT count(*) FROM (SELECT DISTINCT sensitivity, shortest, boilerplate, same_outlet, days FROM settings)
    ))"""
"""Whether all articles were aligned, with the settings that are in force."""

_NEWEST_STEP = "SELECT id, summary, changes FROM history WHERE NOT undone ORDER BY id DESC LIMIT 1"
_NEXT_STEP = "SELECT id, summary, changes FROM history WHERE undone ORDER BY id LIMIT 1"


class CaseFile(HeldFile):
    """One open case file; the `CaseStore` of `workbench.ports`, which says what each method does.

    Every writing method takes the lock first and is one transaction. Whatever goes wrong with the file is a `UserError`
    of one sentence.
    """

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
            if db.execute(_NO_WITNESS).fetchone() is not None:
                raise ValueError("a witness that is none")
            furniture = {number for (number,) in db.execute("SELECT id FROM families WHERE boilerplate")}
            # All in one row: between two of them Python may let another thread run, and a busy one keeps us waiting.
            (rows,) = db.execute(
                "SELECT json_group_array(json_array(family_id, article_id, start, end, id)) FROM witnesses"
            ).fetchone()
            return families_of(sorted(json.loads(rows)), furniture)

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
            return kind_named(kind).all(db, self._known)

    def codes(self) -> tuple[Code, ...]:
        """The codebook, in the order of its digits."""
        with self._reading() as db:
            return CODES.all(db, self._known)

    def tags(self) -> tuple[Tag, ...]:
        """Every tag, oldest first."""
        with self._reading() as db:
            return TAGS.all(db, self._known)

    def notes(self) -> tuple[Note, ...]:
        """Every note, oldest first."""
        with self._reading() as db:
            return NOTES.all(db, self._known)

    def base_choices(self) -> tuple[BaseChoice, ...]:
        """The witnesses a person chose as base."""
        with self._reading() as db:
            return BASE_CHOICES.all(db, self._known)

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

    def history_page(self, before: int | None = None, most: int = 500) -> tuple[HistoryEntry, ...]:
        """At most `most` steps, newest first; only those older than the step `before`, where one is given."""
        with self._reading() as db:
            return history.page(db, before, most)

    def history_size(self) -> int:
        """How many steps there are in the history, undone ones too."""
        with self._reading() as db:
            return int(db.execute("SELECT count(*) FROM history").fetchone()[0])

    def wind(self, to: int, newest: int, report: ProgressReport = silent) -> int:
        """Take back all steps after the step `to`, or do the undone ones again up to it; returns how many.

        Raises `UserError`, and changes nothing, when the newest step that is not undone has another id than `newest`.
        """
        with self._writing() as db:
            if history.newest_done(db) != newest:
                raise changed_meanwhile("choose the step")
            try:
                return history.wind(db, to, report)
            except steps.Conflict:
                raise stale(self._path) from None

    # How the file is reached

    def _apply(self, step: Step) -> None:
        try:
            steps.apply(self._db, step)
        except steps.Conflict:
            raise stale(self._path) from None

    def _step_with_id(self, sql: str, expected: int | None, what: str) -> tuple[int, Step] | None:
        row = self._db.execute(sql).fetchone()
        if expected is not None and expected != (row[0] if row else 0):
            raise changed_meanwhile(what)
        return (row[0], steps.restored_step(*row[1:])) if row else None
