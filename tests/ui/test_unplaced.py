"""Tags and notes that fit no family any more stay in sight."""

import shutil
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from db.casefile import open_case
from tests.ui.by_hand import comparison, snapshot_of
from ui.desktop.app import start
from ui.desktop.case.digest import digest_pairs
from ui.desktop.case.family_book import FamilyBook
from ui.desktop.lists.list_panel import UNPLACED
from ui.desktop.lists.models import ROW_ROLE
from ui.desktop.lists.unplaced import unplaced_rows
from ui.desktop.window import MainWindow
from workbench.comparing.lexicon import SHIPPED
from workbench.model import BaseChoice, Code, Family, Note, Place, Tag, Target
from workbench.ports import FoundFamily
from workbench.session import Session
from workbench.snapshot import Snapshot, target_of
from workbench.spans import Span

Settle = Callable[[], None]
NOW = datetime(2024, 5, 1, tzinfo=UTC)
BASE, WITNESS = "About 40 boats lay idle on the Tarn.", "More than 50 boats lay idle on the Tarn."
FOUND = comparison(BASE, WITNESS)
TEXTS = {1: BASE, 2: WITNESS}
CODE = Code("c", "Inflated", "#aa3300", 1)


def case(*targets: Target, note: Target | None = None, families: tuple[Family, ...] | None = None) -> Snapshot:
    plain = snapshot_of(FOUND)
    tags = tuple(Tag(str(number), "c", target, NOW) for number, target in enumerate(targets))
    notes = (Note(note, "Who counted?", NOW),) if note else ()
    shown = plain.families if families is None else families
    return Snapshot(plain.sources, plain.articles, shown, (CODE,), tags, notes, aligned=True)


def book_of(snapshot: Snapshot) -> FamilyBook:
    book = FamilyBook()
    book.take(snapshot, TEXTS)
    return book


def rows(snapshot: Snapshot, *, digested: bool = True) -> list[Target]:
    book = book_of(snapshot)
    if digested:
        book.learn(digest_pairs(book.missing(100), TEXTS, SHIPPED))
    return [row.target for row in unplaced_rows(book)]


ON_EDIT = target_of(FOUND.edits[0], FOUND.base.place, FOUND.witness.place)
ON_WITNESS, ON_BASE = Target(FOUND.witness.place), Target(FOUND.base.place)
ON_NO_EDIT = Target(Place(2, Span(13, 18)), Place(1, Span(9, 14)))
OUTSIDE = Target(Place(2, Span(0, 4)))


def test_what_stands_on_an_edit_a_witness_or_the_base_is_in_its_place() -> None:
    assert rows(case(ON_EDIT, ON_WITNESS, ON_BASE, note=ON_EDIT)) == []


def test_what_stands_on_neither_is_listed_once_and_in_order_of_time() -> None:
    assert rows(case(OUTSIDE, ON_EDIT, ON_NO_EDIT, OUTSIDE, note=ON_NO_EDIT)) == [OUTSIDE, ON_NO_EDIT]


def test_an_edit_against_another_base_is_no_edit_of_the_family() -> None:
    assert ON_EDIT.base is not None
    turned = Target(ON_EDIT.base, ON_EDIT.place)
    assert rows(case(turned)) == [], "what a person has judged edits against is the base"
    assert rows(replace(case(turned), base_choices=(BaseChoice(FOUND.base.place),))) == [turned]


def test_without_families_everything_is_listed() -> None:
    everything = [ON_EDIT, ON_WITNESS, OUTSIDE]
    assert rows(case(*everything, families=())) == everything


def test_boilerplate_is_mostly_out_of_sight_and_does_not_count() -> None:
    hidden = Family(1, FOUND.family.witnesses, boilerplate=True)
    assert rows(case(ON_EDIT, ON_WITNESS, families=(hidden,))) == [ON_EDIT, ON_WITNESS]


def test_nothing_is_listed_rashly_while_edits_are_still_counted() -> None:
    assert rows(case(ON_EDIT, ON_NO_EDIT, OUTSIDE), digested=False) == [OUTSIDE]


def test_a_row_in_words() -> None:
    snapshot = case(ON_EDIT, OUTSIDE, note=OUTSIDE, families=())
    edit, place = unplaced_rows(book_of(snapshot))
    assert edit.quoted == f"“{FOUND.edits[0].base.of(BASE)}” to “{FOUND.edits[0].witness.of(WITNESS)}”"
    assert place.spoken == "Outlet 2, 14 Mar 2019, “More”, tagged Inflated, note: Who counted?"
    assert all(word in place.searched for word in ("outlet 2", "more", "inflated", "who counted?"))


def test_a_code_that_the_codebook_has_no_longer_goes_by_its_id() -> None:
    snapshot = case(OUTSIDE)
    (row,) = unplaced_rows(book_of(Snapshot(articles=snapshot.articles, tags=snapshot.tags)))
    assert [code.name for code in row.codes] == ["c"]


# In the window


@pytest.fixture
def moved(window: MainWindow, settle: Settle, aligned_case: Path, tmp_path: Path) -> MainWindow:
    """A case whose families begin later than they did when an edit, a witness and a note were marked."""
    path = Path(shutil.copy(aligned_case, tmp_path))
    session = Session(open_case(path))
    snapshot = session.snapshot()
    family = snapshot.families[0]
    base, other = snapshot.base(family), snapshot.others(family)[0]
    edit = session.comparison(family, base, other).edits[0]
    session.toggle_tag(target_of(edit, base.place, other.place), snapshot.codes[0])
    session.toggle_tag(Target(other.place), snapshot.codes[1])
    session.set_note(Target(other.place), "the whole of it")
    later = [
        Place(w.place.article_id, Span(max(w.place.span.start, w.place.span.end - 90), w.place.span.end))
        for w in family.witnesses
    ]
    session.store.replace_families([FoundFamily(tuple(later), False)])
    session.close()
    start(window, path)
    settle()
    return window


def test_after_a_new_alignment_the_tags_and_notes_are_a_key_away(moved: MainWindow, qtbot: QtBot) -> None:
    lists = moved.workspace.lists
    assert lists.tabText(UNPLACED) == "Other  2"
    assert lists.isTabVisible(UNPLACED)
    action = moved.commands["unplaced"]
    assert action.isEnabled()
    qtbot.keyClick(moved, Qt.Key.Key_O, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    assert lists.unplaced.view.hasFocus()
    shown = [lists.unplaced.filtered.index(n, 0).data(ROW_ROLE) for n in range(lists.unplaced.filtered.rowCount())]
    assert [len(row.codes) for row in shown] == [1, 1]
    assert shown[1].note == "the whole of it"
    assert shown[0].quoted.startswith("“")
    words = lists.unplaced.view.currentIndex().data(Qt.ItemDataRole.AccessibleTextRole)
    assert "tagged" in words
    assert not lists.grab().isNull()


def test_return_goes_to_the_family_that_comes_nearest(moved: MainWindow, settle: Settle) -> None:
    lists = moved.workspace.lists
    moved.commands["unplaced"].trigger()
    moved.where.family = None
    QTest.keyClick(lists.unplaced.view, Qt.Key.Key_Return)
    settle()
    assert moved.where.family is not None
    assert moved.where.comparison is not None


def test_the_filter_finds_a_note(moved: MainWindow) -> None:
    lists = moved.workspace.lists
    moved.commands["unplaced"].trigger()
    moved.commands["filter"].trigger()
    assert lists.unplaced.field.hasFocus()
    QTest.keyClicks(lists.unplaced.field, "whole of it")
    assert lists.unplaced.filtered.rowCount() == 1


def test_the_list_goes_when_the_last_of_them_is_taken_back(moved: MainWindow, settle: Settle) -> None:
    lists = moved.workspace.lists
    moved.commands["unplaced"].trigger()
    for _ in range(3):
        moved.commands["undo"].trigger()
        settle()
    assert moved.case.snapshot.tags == ()
    assert not lists.isTabVisible(UNPLACED)
    assert lists.families.view.hasFocus()
    assert not moved.commands["unplaced"].isEnabled()


def test_a_case_whose_tags_all_fit_shows_no_such_list(opened: MainWindow, settle: Settle) -> None:
    opened.commands["tag_edit_1"].trigger()
    opened.commands["tag_witness_2"].trigger()
    settle()
    assert len(opened.case.snapshot.tags) == 2
    assert not opened.workspace.lists.isTabVisible(UNPLACED)


def test_a_tag_on_an_edit_stays_in_sight_when_another_witness_becomes_the_base(
    opened: MainWindow, settle: Settle
) -> None:
    opened.commands["tag_edit_1"].trigger()
    opened.commands["base"].trigger()
    settle()
    opened.workspace.lists.refresh()
    assert opened.workspace.lists.tabText(UNPLACED) == "Other  1"
    assert opened.workspace.lists.isTabVisible(UNPLACED)
