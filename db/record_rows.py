"""What people decide as rows, and back: codes, tags, notes, bases, settings and so on. Steps keep the same columns."""

from db.rows import Row
from db.texts import restored, restored_json, restored_time, stored, stored_json, stored_time
from workbench.amendments import Amendment
from workbench.model import (
    BaseChoice,
    Code,
    Correction,
    Derivation,
    Dismissal,
    LabelKind,
    Note,
    Place,
    Review,
    Ruling,
    Tag,
    Target,
)
from workbench.settings import Sensitivity, Settings
from workbench.spans import Span

IN_FORCE, FOUND_WITH = 1, 2
"""The two rows of settings: those in force, and those that the families now in the case were found with."""


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


def row_of_code(code: Code) -> Row:
    """A code of the codebook as a row."""
    return {
        "id": code.id,
        "name": stored(code.name),
        "colour": code.colour,
        "digit": code.digit,
        "description": stored(code.description),
        "parent": code.parent,
    }


def code_of(row: Row) -> Code:
    """The code that a row holds; rows of early versions say nothing of what it stands under."""
    name, description = restored(row["name"]), restored(row["description"])
    return Code(row["id"], name, row["colour"], row["digit"], description, row.get("parent", ""))


def row_of_tag(tag: Tag) -> Row:
    """A tag as a row."""
    return {"id": tag.id, "code_id": tag.code_id, **row_of_target(tag.target), "created": stored_time(tag.created)}


def tag_of(row: Row) -> Tag:
    """The tag that a row holds."""
    return Tag(row["id"], row["code_id"], target_of_row(row), restored_time(row["created"]))


def row_of_note(note: Note) -> Row:
    """A note as a row."""
    return {**row_of_target(note.target), "text": stored(note.text), "changed": stored_time(note.changed)}


def note_of(row: Row) -> Note:
    """The note that a row holds."""
    return Note(target_of_row(row), restored(row["text"]), restored_time(row["changed"]))


def row_of_choice(choice: BaseChoice) -> Row:
    """The choice of a base as a row."""
    place = choice.place
    return {"article_id": place.article_id, "start": place.span.start, "end": place.span.end}


def choice_of(row: Row) -> BaseChoice:
    """The choice of a base that a row holds."""
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


def row_of_dismissal(dismissal: Dismissal) -> Row:
    """That a pair of figures was set aside, as a row."""
    return {"key": stored(dismissal.key)}


def dismissal_of(row: Row) -> Dismissal:
    """Which pair of figures a row says was set aside."""
    return Dismissal(restored(row["key"]))


def row_of_review(review: Review) -> Row:
    """That an edit was looked at, as a row."""
    return {**row_of_target(review.target), "at": stored_time(review.at)}


def review_of_row(row: Row) -> Review:
    """Which edit a row says was looked at, and when."""
    return Review(target_of_row(row), restored_time(row["at"]))


def row_of_ruling(ruling: Ruling) -> Row:
    """What a person says of the labels of an edit, as a row."""
    return {**row_of_target(ruling.target), "said": " ".join(ruling.said), "labels": " ".join(ruling.labels)}


def ruling_of_row(row: Row) -> Ruling:
    """What a row says of the labels of an edit."""
    return Ruling(target_of_row(row), _kinds(row["said"]), _kinds(row["labels"]))


def _kinds(words: str) -> tuple[LabelKind, ...]:
    return tuple(map(LabelKind, words.split()))


def row_of_correction(correction: Correction) -> Row:
    """Which passages a person says are a family, as a row."""
    return {
        "number": correction.number,
        "places": stored_json(_spots(correction.places)),
        "settled": stored_json(_spots(correction.settled)),
        "boilerplate": int(correction.boilerplate),
    }


def correction_of_row(row: Row) -> Correction:
    """What a row says are the passages of a family."""
    places, settled = (_places(restored_json(row[side])) for side in ("places", "settled"))
    return Correction(row["number"], places, settled, bool(row["boilerplate"]))


def _spots(places: tuple[Place, ...]) -> list[list[int]]:
    return [[place.article_id, place.span.start, place.span.end] for place in places]


def _places(spots: list[list[int]]) -> tuple[Place, ...]:
    return tuple(Place(article_id, Span(start, end)) for article_id, start, end in spots)
