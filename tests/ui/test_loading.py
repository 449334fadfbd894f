"""While a family loads the list is ahead of what is shown: nothing may be decided of what nobody sees."""

from collections.abc import Callable, Iterator
from threading import Event

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from ui.desktop.case.ahead import Ahead
from ui.desktop.case.lanes import Job, Lane
from ui.desktop.window import MainWindow
from workbench.progress import ProgressReport
from workbench.session import Session
from workbench.snapshot import Snapshot

Settle = Callable[[], None]
DECISIONS = ("tag_edit_1", "tag_witness_1", "note", "note_witness", "base")


@pytest.fixture
def free() -> Iterator[Event]:
    """Lets go of the lanes."""
    event = Event()
    yield event
    event.set()


def hold(window: MainWindow, lane: Lane, free: Event) -> Job:
    """Keep a lane at work until it is free, or the window closes."""

    def work(report: ProgressReport) -> None:
        while not free.wait(0.005):
            report("Reading", 1, 2)

    return window.lanes.submit(lane, work, title="Importing")


@pytest.fixture
def busy(two_families: MainWindow, free: Event) -> MainWindow:
    """A window that shows the first of two families while all its lanes are at work; the other is not compared yet."""
    two_families.findChildren(Ahead)[0].forget()
    for lane in Lane:
        hold(two_families, lane, free)
    return two_families


@pytest.mark.parametrize("lane", [Lane.STORE, Lane.COMPUTE])
def test_a_family_is_shown_while_an_import_or_an_alignment_goes_on(
    two_families: MainWindow, free: Event, qtbot: QtBot, settle: Settle, lane: Lane
) -> None:
    before = two_families.where.comparison
    job = hold(two_families, lane, free)
    two_families.commands["next_family"].trigger()
    qtbot.waitUntil(lambda: not two_families.where.loading)
    assert job in two_families.lanes.shown()
    assert two_families.where.comparison.family != before.family
    assert not two_families.workspace.veil.isVisible()
    target = two_families.where.edit_target
    two_families.commands["tag_edit_1"].trigger()
    free.set()
    settle()
    assert [tag.target for tag in two_families.case.snapshot.tags] == [target]


def test_what_is_compared_here_is_what_the_case_itself_compares(two_families: MainWindow, settle: Settle) -> None:
    found: list[object] = []

    def look(session: Session) -> Snapshot:
        snapshot = session.snapshot()
        family = two_families.where.family
        base = snapshot.base(family)
        found.extend(session.comparison(family, base, witness) for witness in snapshot.others(family))
        return snapshot

    two_families.case.decide(look)
    settle()
    assert tuple(found) == two_families.where._whole != ()


def test_the_family_before_is_covered_until_the_next_is_there(
    busy: MainWindow, free: Event, qtbot: QtBot, settle: Settle
) -> None:
    veil, before = busy.workspace.veil, busy.where.comparison
    assert not veil.isVisible()
    busy.commands["next_family"].trigger()
    qtbot.waitUntil(veil.isVisible)
    assert veil.text() == "Loading…"
    assert veil.geometry() == busy.workspace._work.rect()
    pane = busy.workspace.comparison.base
    assert busy.childAt(pane.mapTo(busy, pane.rect().center())) is veil
    busy.resize(1100, 700)
    qtbot.waitUntil(lambda: veil.geometry() == busy.workspace._work.rect())
    free.set()
    settle()
    assert not veil.isVisible()
    assert busy.where.comparison.family != before.family
    assert pane.toPlainText().split() == busy.where.comparison.base_text.split()


def test_nothing_can_be_decided_of_a_family_that_is_not_there(busy: MainWindow, free: Event, settle: Settle) -> None:
    before = busy.case.snapshot
    busy.commands["next_family"].trigger()
    assert [name for name in DECISIONS if busy.commands[name].isEnabled()] == []
    view = busy.workspace.lists.families.view
    view.setFocus()
    for key in (Qt.Key.Key_1, Qt.Key.Key_B, Qt.Key.Key_N):
        QTest.keyClick(view, key)
    free.set()
    settle()
    assert busy.case.snapshot == before
    assert [name for name in DECISIONS if not busy.commands[name].isEnabled()] == []


def test_a_decision_made_all_the_same_is_refused_with_a_word(busy: MainWindow, free: Event, settle: Settle) -> None:
    before = busy.case.snapshot
    busy.commands["next_family"].trigger()
    code = busy.case.snapshot.codes[0]
    button = next(b for b in busy.workspace.codebook.findChildren(QPushButton) if b.text() == code.name)
    for decide in (button.click, busy.decisions._make_base):
        busy.status.say("")
        decide()
        assert busy.status.text.text() == "This family is still loading; decide when it is there."
    free.set()
    settle()
    assert busy.case.snapshot == before
    assert not button.isChecked()


def test_a_note_goes_to_the_edit_it_was_typed_on_and_to_no_other(busy: MainWindow, free: Event, settle: Settle) -> None:
    field, target = busy.workspace.notes.field, busy.where.edit_target
    busy.commands["note"].trigger()
    QTest.keyClicks(field, "seen")
    busy.commands["next_family"].trigger()
    assert field.toPlainText() == ""
    QTest.keyClicks(field, "unseen 1bn")
    free.set()
    settle()
    assert [(note.target, note.text) for note in busy.case.snapshot.notes] == [(target, "seen")]
    assert busy.case.snapshot.tags == ()
    assert field.hasFocus()
    QTest.keyClicks(field, "again")
    busy.workspace.notes.save()
    settle()
    assert busy.case.snapshot.note_on(busy.where.edit_target).text == "again"


def test_backspace_in_the_note_takes_nothing_back_while_a_family_loads(
    two_families: MainWindow, qtbot: QtBot, settle: Settle, free: Event
) -> None:
    two_families.commands["tag_edit_1"].trigger()
    settle()
    hold(two_families, Lane.LOOK, free)
    two_families.commands["note"].trigger()
    two_families.commands["next_family"].trigger()
    QTest.keyClick(two_families.workspace.notes.field, Qt.Key.Key_Backspace)
    free.set()
    settle()
    assert len(two_families.case.snapshot.tags) == 1


def test_the_focus_stays_where_it_was_while_a_family_loads(
    busy: MainWindow, free: Event, qtbot: QtBot, settle: Settle
) -> None:
    for panel in (busy.workspace.edits.view, busy.workspace.comparison.witness):
        panel.setFocus()
        busy.commands["next_family"].trigger()
        qtbot.waitUntil(lambda: busy.workspace.veil.isVisible() or not busy.where.loading)
        free.set()
        settle()
        assert panel.hasFocus()
        busy.commands["previous_family"].trigger()
        settle()


def test_a_family_is_not_covered_before_it_had_time_to_come(two_families: MainWindow, settle: Settle) -> None:
    two_families.findChildren(Ahead)[0].forget()
    two_families.commands["next_family"].trigger()
    assert two_families.where.loading
    assert not two_families.workspace.veil.isVisible()
    settle()
    assert not two_families.where.loading
    assert not two_families.workspace.veil.isVisible()
