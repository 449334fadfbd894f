"""What people decide - codes, tags, notes, bases, settings and so on - as rows: found, put in, taken out, sorted."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from sqlite_utils import Database

from db.rows import Row
from db.texts import restored, restored_time, stored, stored_time
from workbench.amendments import Amendment
from workbench.model import BaseChoice, Code, Derivation, Dismissal, Note, Place, Record, Tag, Target
from workbench.settings import Sensitivity, Settings
from workbench.spans import Span

R = TypeVar("R", Code, Tag, Note, BaseChoice, Settings, Amendment, Derivation, Dismissal)

IN_FORCE, FOUND_WITH = 1, 2
"""The two rows of settings: those in force, and those that the families now in the case were found with."""


@dataclass(frozen=True)
class Kind(Generic[R]):
    """How one kind of record is kept: its table, the columns that tell one from another, and the order people see."""

    table: str
    key: tuple[str, ...]
    order: str
    to_row: Callable[[R], Row]
    from_row: Callable[[Row], R]

    def all(self, db: Database) -> tuple[R, ...]:
        """Every record, in order."""
        return tuple(self.from_row(row) for row in db.table(self.table).rows_where(order_by=self.order))

    def find(self, db: Database, like: R) -> R | None:
        """The record that has the key of `like`."""
        rows = db.table(self.table).rows_where(self._where, self._key_of(like))
        return next(map(self.from_row, rows), None)

    def insert(self, db: Database, record: R) -> None:
        """Put a record in."""
        db.table(self.table).insert(dict(self.to_row(record)))

    def delete(self, db: Database, record: R) -> None:
        """Take out the record that has the key of `record`."""
        db.table(self.table).delete_where(self._where, self._key_of(record))

    @property
    def _where(self) -> str:
        return " AND ".join(f"{column} IS :{column}" for column in self.key)

    def _key_of(self, record: R) -> dict[str, Any]:
        row = self.to_row(record)
        return {column: row[column] for column in self.key}


def row_of_target(target: Target) -> Row:
    """The six columns that say what a tag or note is put on."""
    base = target.base
    return {
        "article_id": target.place.article_id,
        "start": target.place.span.start,
        "end": target.place.span.end,
        "base_article_id": base.article_id if base else None,
        "base_start": base.span.start if base else None,
        "base_end": base.span.end if base else None,
    }


def target_of_row(row: Row) -> Target:
    """What the six columns of a row say."""
    base = None
    if row["base_article_id"] is not None:
        base = Place(row["base_article_id"], Span(row["base_start"], row["base_end"]))
    return Target(Place(row["article_id"], Span(row["start"], row["end"])), base)


def _row_of_code(code: Code) -> Row:
    return {
        "id": code.id,
        "name": stored(code.name),
        "colour": code.colour,
        "digit": code.digit,
        "description": stored(code.description),
    }


def _code_of(row: Row) -> Code:
    return Code(row["id"], restored(row["name"]), row["colour"], row["digit"], restored(row["description"]))


def _row_of_tag(tag: Tag) -> Row:
    return {"id": tag.id, "code_id": tag.code_id, **row_of_target(tag.target), "created": stored_time(tag.created)}


def _tag_of(row: Row) -> Tag:
    return Tag(row["id"], row["code_id"], target_of_row(row), restored_time(row["created"]))


def _row_of_note(note: Note) -> Row:
    return {**row_of_target(note.target), "text": stored(note.text), "changed": stored_time(note.changed)}


def _note_of(row: Row) -> Note:
    return Note(target_of_row(row), restored(row["text"]), restored_time(row["changed"]))


def _row_of_choice(choice: BaseChoice) -> Row:
    place = choice.place
    return {"article_id": place.article_id, "start": place.span.start, "end": place.span.end}


def _choice_of(row: Row) -> BaseChoice:
    return BaseChoice(Place(row["article_id"], Span(row["start"], row["end"])))


def row_of_settings(settings: Settings, number: int = IN_FORCE) -> Row:
    """Settings as a row, that of the settings in force unless said otherwise."""
    return {
        "id": number,
        "sensitivity": settings.sensitivity.value,
        "shortest": settings.shortest,
        "boilerplate": int(settings.boilerplate),
        "same_outlet": int(settings.same_outlet),
        "days": settings.days,
    }


def settings_of_row(row: Row) -> Settings:
    """The settings that a row holds."""
    return Settings(
        Sensitivity(row["sensitivity"]),
        row["shortest"],
        bool(row["boilerplate"]),
        bool(row["same_outlet"]),
        row["days"],
    )


def row_of_amendment(amendment: Amendment) -> Row:
    """A change to a word list as a row."""
    return {
        "list_id": amendment.list_id,
        "key": stored(amendment.key),
        "entry": stored(amendment.entry),
        "removed": int(amendment.removed),
        "against": amendment.against,
    }


def amendment_of_row(row: Row) -> Amendment:
    """The change to a word list that a row holds."""
    return Amendment(row["list_id"], restored(row["entry"]), bool(row["removed"]), row["against"])


def row_of_derivation(derivation: Derivation) -> Row:
    """A person's word on where a passage is from, as a row."""
    place, parent = derivation.place, derivation.parent
    return {
        "article_id": place.article_id,
        "start": place.span.start,
        "end": place.span.end,
        "parent_article_id": parent.article_id if parent else None,
        "parent_start": parent.span.start if parent else None,
        "parent_end": parent.span.end if parent else None,
    }


def derivation_of_row(row: Row) -> Derivation:
    """What a row says of where a passage is from."""
    parent = None
    if row["parent_article_id"] is not None:
        parent = Place(row["parent_article_id"], Span(row["parent_start"], row["parent_end"]))
    return Derivation(Place(row["article_id"], Span(row["start"], row["end"])), parent)


def _row_of_dismissal(dismissal: Dismissal) -> Row:
    return {"key": stored(dismissal.key)}


def _dismissal_of(row: Row) -> Dismissal:
    return Dismissal(restored(row["key"]))


_PLACE = ("article_id", "start", "end")
_TARGET = (*_PLACE, "base_article_id", "base_start", "base_end")

CODES = Kind("codes", ("id",), "digit < 0, (digit + 9) % 10, id", _row_of_code, _code_of)
"""The codebook, in the order of the digits on the keyboard, those without one last."""

TAGS = Kind("tags", ("id",), "created, id", _row_of_tag, _tag_of)
"""Tags, oldest first."""

NOTES = Kind("notes", _TARGET, f"changed, {', '.join(_TARGET)}", _row_of_note, _note_of)
"""Notes, oldest first."""

BASE_CHOICES = Kind("base_choices", _PLACE, ", ".join(_PLACE), _row_of_choice, _choice_of)
"""Choices of a base, in the order of their articles."""

SETTINGS = Kind("settings", ("id",), "id", row_of_settings, settings_of_row)
"""The settings in force come first."""

AMENDMENTS = Kind("amendments", ("list_id", "key"), "list_id, key", row_of_amendment, amendment_of_row)
"""Changes to the word lists, by list and entry."""

DERIVATIONS = Kind("derivations", _PLACE, ", ".join(_PLACE), row_of_derivation, derivation_of_row)
"""What people say of where passages are from, in the order of their articles."""

DISMISSALS = Kind("dismissals", ("key",), "key", _row_of_dismissal, _dismissal_of)
"""Pairs of conflicting figures that were set aside."""

_KINDS: Mapping[type[Record], Kind[Any]] = {
    Code: CODES,
    Tag: TAGS,
    Note: NOTES,
    BaseChoice: BASE_CHOICES,
    Settings: SETTINGS,
    Amendment: AMENDMENTS,
    Derivation: DERIVATIONS,
    Dismissal: DISMISSALS,
}


def settings_in_force(db: Database) -> Settings:
    """The settings in force; raises `ValueError` when a damaged case has none."""
    (found,) = map(settings_of_row, db.table(SETTINGS.table).rows_where("id = ?", [IN_FORCE]))
    return found


def kind_of(record: Record) -> Kind[Any]:
    """How records like this one are kept."""
    return _KINDS[type(record)]
