"""Steps in words."""

from datetime import UTC, datetime

import pytest

from workbench.amendments import Amendment
from workbench.history_told import Told, line, table, told
from workbench.model import (
    Article,
    BaseChoice,
    Code,
    Correction,
    Derivation,
    Dismissal,
    LabelKind,
    Note,
    Place,
    PublicationDate,
    Review,
    Ruling,
    Tag,
    Target,
)
from workbench.ports import HistoryEntry
from workbench.settings import Sensitivity, Settings
from workbench.snapshot import Snapshot
from workbench.spans import Span
from workbench.steps import Change, Record, Step

NOON = datetime(2026, 3, 4, 12, tzinfo=UTC)
TEXTS = {1: "the mayor said no", 2: "the mayor admitted no", 3: "nobody   knows\nwho said it"}
SAID, ADMITTED = Place(1, Span(10, 14)), Place(2, Span(10, 18))
EDIT = Target(ADMITTED, SAID)


def article(number: int, outlet: str, title: str = "") -> Article:
    return Article(number, number, Span(0, 20), title, outlet, "", "", PublicationDate(), "", "en", ())


SNAPSHOT = Snapshot(
    articles=(article(1, "Alder News"), article(2, "The Morning Lamp"), article(3, "", "A page by nobody")),
    codes=(Code("loaded", "Loaded word", "#112233", 1), Code("other", "R&D <b>", "#445566")),
)


def step(*pairs: tuple[Record | None, Record | None], summary: str = "Do something") -> Step:
    return Step(summary, tuple(Change(before, after) for before, after in pairs))


def tag(code: str = "loaded", target: Target = EDIT, number: int = 1) -> Tag:
    return Tag(f"tag-{number}", code, target, NOON)


WHERE = "on “admitted” for “said” in The Morning Lamp, against Alder News"


@pytest.mark.parametrize(
    ("done", "words"),
    [
        (step((None, tag())), f"Tagged “Loaded word” {WHERE}"),
        (step((tag(), None)), f"Took the tag “Loaded word” away {WHERE}"),
        (step((None, tag("gone")), summary="Tag “Old name”"), f"Tagged “Old name” {WHERE}"),
        (
            step((None, tag()), (None, tag(target=Target(SAID), number=2))),
            f"Tagged “Loaded word” at 2 places {WHERE}, and 1 more",
        ),
        (step((None, Note(EDIT, "why?\nwho?", NOON))), f"Wrote the note “why? who?” {WHERE}"),
        (
            step((Note(EDIT, "why?", NOON), Note(EDIT, "oh", NOON))),
            f"Changed the note to “oh” {WHERE}",
        ),
        (step((Note(EDIT, "why?", NOON), None)), f"Removed the note “why?” {WHERE}"),
        (step((None, BaseChoice(SAID))), "Chose the base on “said” in Alder News"),
        (step((BaseChoice(SAID), None)), "Left the base to the program on “said” in Alder News"),
        (
            step((None, Derivation(ADMITTED, SAID))),
            "Said that a passage is from Alder News on “admitted” in The Morning Lamp",
        ),
        (
            step((None, Derivation(ADMITTED))),
            "Said that a passage is from none of the other witnesses on “admitted” in The Morning Lamp",
        ),
        (step((None, Dismissal("k"))), "Set conflicting figures aside"),
        (step((Dismissal("k"), None)), "Brought conflicting figures back"),
        (
            step((Settings(), Settings(Sensitivity.CAREFUL))),
            "Set how passages are found: sensitivity: careful",
        ),
        (step((Settings(Sensitivity.CAREFUL), Settings())), "Set how passages are found: the defaults"),
        (step((None, SNAPSHOT.codes[0])), "Added the code “Loaded word”"),
        (step((SNAPSHOT.codes[0], None)), "Deleted the code “Loaded word”"),
        (step((SNAPSHOT.codes[0], Code("loaded", "New", "#1"))), "Renamed the code “Loaded word” to “New”"),
        (step((SNAPSHOT.codes[0], Code("loaded", "Loaded word", "#1"))), "Changed the code “Loaded word”"),
        (step((None, Review(EDIT, NOON))), f"Marked as reviewed {WHERE}"),
        (step((Review(EDIT, NOON), None)), f"Marked as not reviewed {WHERE}"),
        (
            step((None, Ruling(EDIT, (LabelKind.NUMBER,), (LabelKind.NUMBER,)))),
            f"Accepted the label number {WHERE}",
        ),
        (step((None, Ruling(EDIT, (LabelKind.NUMBER,), ()))), f"Rejected the label number {WHERE}"),
        (
            step((None, Ruling(EDIT, (LabelKind.NUMBER,), (LabelKind.NAME, LabelKind.QUOTE)))),
            f"Changed the labels to name, quote {WHERE}",
        ),
        (step((Ruling(EDIT, (), ()), None)), f"Left the labels to the program {WHERE}"),
        (step((None, Correction(1, (SAID, ADMITTED), ())), summary="Join two families"), "Joined two families"),
        (
            step((None, Amendment("loaded-nouns", "regime", False, "1")), summary="Add “regime” to loaded-nouns"),
            "Added “regime” to loaded-nouns",
        ),
        (
            step((None, Code("a", "A", "#1")), (None, Code("b", "B", "#1")), summary="Import 2 codes"),
            "Imported 2 codes",
        ),
        (
            step((Code("a", "A", "#1"), None), (Code("b", "B", "#1"), None), summary="Delete code “A” and 1 under it"),
            "Deleted code “A” and 1 under it",
        ),
        (step((None, tag()), (None, Dismissal("k")), summary="Two in one"), f"Two in one {WHERE}"),
        (step(summary="An empty step"), "An empty step"),
    ],
)
def test_every_kind_of_step_has_its_words(done: Step, words: str) -> None:
    assert told(done, SNAPSHOT, TEXTS).sentence == words


@pytest.mark.parametrize(
    ("target", "words"),
    [
        (Target(Place(3, Span(0, 18))), "on “nobody knows who” in A page by nobody"),
        (Target(Place(2, Span(10, 10)), SAID), "on “said” left out in The Morning Lamp, against Alder News"),
        (Target(ADMITTED, Place(1, Span(10, 10))), "on “admitted” in The Morning Lamp, against Alder News"),
        (Target(Place(9, Span(0, 3))), "on “” in an article that is not there"),
        (Target(Place(3, Span(6, 9))), "on “(white space)” in A page by nobody"),
    ],
)
def test_a_place_is_told_by_its_text_and_outlet(target: Target, words: str) -> None:
    found = told(step((None, tag(target=target))), SNAPSHOT, TEXTS)
    assert (found.where, found.target) == (words, target)


def test_nothing_in_the_words_turns_the_rest_round_or_breaks_the_line() -> None:
    assert line("a\nb \u202ec\x00") == "a b \ufffdc\ufffd"
    assert told(step(summary="x\x07\n\u202ey"), SNAPSHOT, TEXTS) == Told("x\ufffd \ufffdy")


def test_no_cell_of_the_table_is_a_formula() -> None:
    entry = HistoryEntry(NOON, step(summary="=1+1"), True, 7)
    assert table([entry], SNAPSHOT, TEXTS).decode("utf-8-sig").splitlines() == [
        "step,time_utc,state,what,where",
        "7,2026-03-04T12:00:00+00:00,undone,'=1+1,",
    ]
