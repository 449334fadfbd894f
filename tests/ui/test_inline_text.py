"""The inline text is the witness's article with what the base has more put in, to the letter."""

import pytest

from ui.desktop.sides.inline_text import InlineText, inline_text
from ui.desktop.signs import Sign
from workbench.comparing.lexicon import SHIPPED
from workbench.comparison import Comparison, comparison_of
from workbench.model import Family, Place, Witness, Zone, ZoneKind
from workbench.spans import Span

BASE = "Lead.\n\nAbout 4,200 dock workers 😀 will be moved this autumn to the islands, an official said."
WITNESS = "Other lead.\n\nMore than 5,000 dock workers 😀 will be moved to the far islands, an official admitted."


def compared(base: str, witness: str, start: str, other: str) -> Comparison:
    places = Place(1, Span(base.index(start), len(base))), Place(2, Span(witness.index(other), len(witness)))
    one, two = (Witness(number, place) for number, place in enumerate(places, start=1))
    return comparison_of(Family(1, (one, two)), one, two, {1: base, 2: witness}, SHIPPED)


@pytest.fixture
def shown() -> tuple[Comparison, InlineText]:
    comparison = compared(BASE, WITNESS, "About", "More")
    zones = (Zone(ZoneKind.HEADLINE, Span(0, 11)), Zone(ZoneKind.BODY, Span(13, len(WITNESS))))
    return comparison, inline_text(comparison, zones)


def without(text: str, spans: list[Span]) -> str:
    for span in sorted(spans, reverse=True):
        text = text[: span.start] + text[span.end :]
    return text


def words(text: str) -> list[str]:
    return text.split()


def test_without_what_was_removed_it_is_the_witness(shown: tuple[Comparison, InlineText]) -> None:
    comparison, inline = shown
    removed = [one.span for one in inline.signed if one.sign is Sign.REMOVED]
    assert removed
    assert words(without(inline.text, removed)) == words(comparison.witness_text)


def test_without_what_was_added_the_passage_is_that_of_the_base(shown: tuple[Comparison, InlineText]) -> None:
    comparison, inline = shown
    added = [one.span for one in inline.signed if one.sign is Sign.ADDED]
    passage = without(inline.text, added)[inline.passage.start :].replace("\u2009", "")  # between two parts
    assert words(passage) == words(comparison.base.place.span.of(comparison.base_text))


def test_every_edit_has_its_stretch(shown: tuple[Comparison, InlineText]) -> None:
    comparison, inline = shown
    assert len(inline.edits) == len(comparison.edits)
    for span, edit in zip(inline.edits, comparison.edits, strict=True):
        said = span.of(inline.text)
        assert edit.base.of(BASE).strip() in said
        assert edit.witness.of(WITNESS).strip() in said


def test_zones_stay_with_their_words(shown: tuple[Comparison, InlineText]) -> None:
    _, inline = shown
    headline, body = inline.zones
    assert headline.span.of(inline.text) == "Other lead."
    assert body.span.end == len(inline.text)


def test_what_moved_stands_struck_where_it_was_and_waved_where_it_came_to() -> None:
    base = "Before the storm the crews left the harbour of Ostrel at dawn, and the pilots stayed behind."
    witness = "At dawn, before the storm, the crews left the harbour of Ostrel, and the pilots stayed behind."
    comparison = compared(base, witness, "Before", "At")
    inline = inline_text(comparison, ())
    moved = [one.span.of(inline.text) for one in inline.signed if one.sign is Sign.MOVED]
    away = [one.span.of(inline.text) for one in inline.signed if one.sign is Sign.AWAY]
    assert [text.lower().strip(" ,") for text in moved] == ["at dawn"]
    assert [text.strip(" ,") for text in away] == ["at dawn"]


def test_what_was_edited_on_the_way_is_told_inside_what_moved() -> None:
    base = "Before the storm the crews left the harbour of Ostrel at dawn on Friday, and the pilots stayed behind."
    witness = "At dawn on Monday, before the storm, the crews left the harbour of Ostrel, and the pilots stayed behind."
    inline = inline_text(compared(base, witness, "Before", "At"), ())
    inside = {span.of(inline.text) for one in inline.signed for span in one.inside}
    for move in inline.moves:
        assert inline.edits[move.away].start != inline.edits[move.here].start
    assert inside <= {"Friday", "Monday"}
    assert inside or not inline.moves
