"""What people decide as the case file keeps it: each kind of record found, put in, taken out, sorted."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, Generic, TypeVar, cast

from sqlite_utils import Database

from db.record_rows import (
    IN_FORCE,
    amendment_of_row,
    choice_of,
    code_of,
    correction_of_row,
    derivation_of_row,
    dismissal_of,
    note_of,
    review_of_row,
    row_of_amendment,
    row_of_choice,
    row_of_code,
    row_of_correction,
    row_of_derivation,
    row_of_dismissal,
    row_of_note,
    row_of_review,
    row_of_ruling,
    row_of_settings,
    row_of_tag,
    ruling_of_row,
    settings_of_row,
    tag_of,
)
from db.rows import Row
from workbench.amendments import Amendment
from workbench.model import BaseChoice, Code, Correction, Derivation, Dismissal, Note, Review, Ruling, Tag
from workbench.settings import Settings
from workbench.steps import Record

R = TypeVar("R", bound=Record)
Known = dict[str, dict[tuple[Any, ...], Any]]
"""The records that were read from each table, by their rows."""


@dataclass(frozen=True)
class Kind(Generic[R]):
    """How one kind of record is kept: its table, the columns that tell one from another, and the order people see.

    `word` is what it is called in the history.
    """

    word: str
    table: str
    key: tuple[str, ...]
    order: str
    to_row: Callable[[R], Row]
    from_row: Callable[[Row], R]

    def all(self, db: Database, known: Known) -> tuple[R, ...]:
        """Every record, in order; `known` has those that were read before by what stands in their rows.

        Records never change, and to make twenty thousand of them takes far longer than to read their rows.
        """
        found = db.execute(f"SELECT * FROM {self.table} ORDER BY {self.order}")  # noqa: S608 - both are constants
        columns, before = [column[0] for column in found.description], known.get(self.table, {})
        rows: list[tuple[Any, ...]] = found.fetchall()
        records: list[R] = []
        for row in rows:
            record = before.get(row)
            records.append(self.from_row(dict(zip(columns, row, strict=True))) if record is None else record)
        known[self.table] = dict(zip(rows, records, strict=True))
        return tuple(records)

    def find(self, db: Database, like: R) -> R | None:
        """The record that has the key of `like`."""
        rows = db.table(self.table).rows_where(self._where, self.key_of(like))
        return next(map(self.from_row, rows), None)

    def insert(self, db: Database, record: R) -> None:
        """Put a record in."""
        db.table(self.table).insert(dict(self.to_row(record)))

    def delete(self, db: Database, record: R) -> None:
        """Take out the record that has the key of `record`."""
        db.table(self.table).delete_where(self._where, self.key_of(record))

    @property
    def _where(self) -> str:
        return " AND ".join(f"{column} IS :{column}" for column in self.key)

    def key_of(self, record: R) -> dict[str, Any]:
        """The columns that tell a record from all others of its kind."""
        row = self.to_row(record)
        return {column: row[column] for column in self.key}


_PLACE = ("article_id", "start", "end")
_TARGET = (*_PLACE, "base_article_id", "base_start", "base_end")

CODES = Kind("code", "codes", ("id",), "digit < 0, (digit + 9) % 10, name, id", row_of_code, code_of)
"""The codebook, in the order of the digits on the keyboard, those without one last."""

TAGS = Kind("tag", "tags", ("id",), "created, id", row_of_tag, tag_of)
"""Tags, oldest first."""

NOTES = Kind("note", "notes", _TARGET, f"changed, {', '.join(_TARGET)}", row_of_note, note_of)
"""Notes, oldest first."""

BASE_CHOICES = Kind("base choice", "base_choices", _PLACE, ", ".join(_PLACE), row_of_choice, choice_of)
"""Choices of a base, in the order of their articles."""

SETTINGS = Kind("settings", "settings", ("id",), "id", row_of_settings, settings_of_row)
"""The settings in force come first."""

AMENDMENTS = Kind("amendment", "amendments", ("list_id", "key"), "list_id, key", row_of_amendment, amendment_of_row)
"""Changes to the word lists, by list and entry."""

DERIVATIONS = Kind("derivation", "derivations", _PLACE, ", ".join(_PLACE), row_of_derivation, derivation_of_row)
"""What people say of where passages are from, in the order of their articles."""

DISMISSALS = Kind("dismissal", "dismissals", ("key",), "key", row_of_dismissal, dismissal_of)
"""Pairs of conflicting figures that were set aside."""

REVIEWS = Kind("review", "reviews", _TARGET, f"at, {', '.join(_TARGET)}", row_of_review, review_of_row)
"""Which edits were looked at, in the order of time."""

RULINGS = Kind("ruling", "rulings", _TARGET, ", ".join(_TARGET), row_of_ruling, ruling_of_row)
"""What people say of labels, in the order of their articles."""

CORRECTIONS = Kind("correction", "corrections", ("number",), "number", row_of_correction, correction_of_row)
"""What people say are families, oldest first."""

_KINDS: Mapping[type[Record], Kind[Any]] = {
    Code: CODES,
    Tag: TAGS,
    Note: NOTES,
    BaseChoice: BASE_CHOICES,
    Settings: SETTINGS,
    Amendment: AMENDMENTS,
    Derivation: DERIVATIONS,
    Dismissal: DISMISSALS,
    Review: REVIEWS,
    Ruling: RULINGS,
    Correction: CORRECTIONS,
}

_CALLED: Mapping[str, Kind[Any]] = {kind.word: kind for kind in _KINDS.values()}


def settings_in_force(db: Database) -> Settings:
    """The settings in force; raises `ValueError` when a damaged case has none."""
    (found,) = map(settings_of_row, db.table(SETTINGS.table).rows_where("id = ?", [IN_FORCE]))
    return found


def kind_of(record: Record) -> Kind[Any]:
    """How records like this one are kept."""
    return _KINDS[type(record)]


def kind_called(word: str) -> Kind[Any]:
    """How records are kept that the history calls by a word; raises `ValueError` when there are no such."""
    if word not in _CALLED:
        raise ValueError(f"no such kind of record: {word}")
    return _CALLED[word]


def kind_named(record: type[R]) -> Kind[R]:
    """How records of a class are kept."""
    return cast("Kind[R]", _KINDS[cast("type[Record]", record)])
