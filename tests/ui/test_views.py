"""Views take each other's place by key and by the switch; each follows what is current."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QApplication

from ui.desktop.timeline.rows import BASE
from ui.desktop.view_switch import SWITCHED, View, action_of
from ui.desktop.window import MainWindow

Key, Mod = Qt.Key, Qt.KeyboardModifier
ALT, CTRL = Mod.AltModifier, Mod.ControlModifier
Press = Callable[..., None]


@pytest.fixture
def press(window: MainWindow, settle: Callable[[], None]) -> Press:
    def send(key: Qt.Key, modifiers: Qt.KeyboardModifier = Mod.NoModifier) -> None:
        QTest.keyClick(QApplication.focusWidget() or window, key, modifiers)
        settle()

    return send


def test_each_view_has_a_key_and_the_switch_follows(seen: MainWindow, send: Press) -> None:
    middle = seen.workspace.middle
    for number, view in enumerate(SWITCHED):
        if view is not middle.view:
            send(Qt.Key(Key.Key_1 + number), ALT)
        assert middle.view is view
        assert SWITCHED[middle.switch.currentIndex()] is view
        assert [v for v in SWITCHED if seen.commands[action_of(v)].isChecked()] == [view]


def test_the_switch_is_reached_by_tab_and_worked_by_arrows(seen: MainWindow, send: Press) -> None:
    switch = seen.workspace.middle.switch
    assert switch.focusPolicy() & Qt.FocusPolicy.TabFocus
    switch.setFocus()
    send(Key.Key_Right)
    assert seen.workspace.middle.view is View.INLINE
    assert switch.hasFocus()


def test_edits_are_walked_and_tagged_in_place(opened: MainWindow, press: Press) -> None:
    press(Key.Key_2, ALT)
    pane = opened.workspace.inline.pane
    assert pane.hasFocus()
    press(Key.Key_Down, ALT)
    press(Key.Key_3)
    assert opened.case.snapshot.tags_on(opened.where.edit_target)
    edit, comparison = opened.where.edit, opened.where.comparison
    assert edit.base.of(comparison.base_text).strip() in pane.page.text
    before = pane.page.text
    press(Key.Key_Right, ALT)
    assert pane.page.text != before
    assert opened.where.comparison.witness_text.split()[0] in pane.page.text


def test_the_timeline_goes_from_witness_to_witness_and_opens_one(seen: MainWindow, send: Press) -> None:
    send(Key.Key_4, ALT)
    timeline = seen.workspace.timeline
    QAbstractItemModelTester(timeline.rows, QAbstractItemModelTester.FailureReportingMode.Fatal)
    rows = timeline.rows.rows
    assert [row.date for row in rows] == ["12 Mar 2019", "14 Mar 2019", "15 Mar 2019"]
    assert [row.number for row in rows].count(BASE) == 1
    send(Key.Key_End)
    assert seen.where.number == rows[-1].number
    assert rows[-1].verdict in timeline.reasons.text()
    send(Key.Key_Return)
    assert seen.workspace.middle.view is View.SIDES
    assert seen.where.number == rows[-1].number


def test_what_is_decided_by_hand_is_told_and_drawn_as_such(
    opened: MainWindow, press: Press, settle: Callable[[], None]
) -> None:
    comparison = opened.where.comparison
    opened.case.decide(lambda session: session.say_source(comparison.witness, comparison.base))
    settle()
    press(Key.Key_4, ALT)
    (row,) = (row for row in opened.workspace.timeline.rows.rows if row.by_hand)
    assert row.witness == comparison.witness
    assert opened.workspace.timeline.rows.rows[row.parent].witness == comparison.base
    before = opened.workspace.timeline.view.grab().toImage()
    opened.case.decide(lambda session: session.leave_source_open(comparison.witness))
    settle()
    assert opened.workspace.timeline.view.grab().toImage() != before


def test_find_goes_through_the_text_and_escape_selects_what_was_found(seen: MainWindow, send: Press) -> None:
    pane = seen.workspace.comparison.witness
    pane.setFocus()
    send(Key.Key_F, CTRL)
    bar = seen.workspace.views.find_bar
    assert bar.field.hasFocus()
    QTest.keyClicks(bar.field, "THE")
    total = len(seen.workspace.finding.found)
    assert total > 2
    assert bar.count.text() == f"{seen.workspace.finding.found.index(seen.workspace.finding.current) + 1} of {total}"
    first = seen.workspace.finding.current
    send(Key.Key_F3)
    assert seen.workspace.finding.current != first
    send(Key.Key_F3, Mod.ShiftModifier)
    assert seen.workspace.finding.current == first
    send(Key.Key_Escape)
    assert bar.isHidden()
    assert pane.hasFocus()
    assert pane.textCursor().selectedText().lower() == "the"
    send(Key.Key_M)
    assert seen.workspace.marking.cursor.place().span == first


def test_what_is_not_there_is_said_and_the_list_is_filtered_elsewhere(seen: MainWindow, send: Press) -> None:
    seen.workspace.comparison.base.setFocus()
    send(Key.Key_F, CTRL)
    QTest.keyClicks(seen.workspace.views.find_bar.field, "zeppelin")
    assert seen.workspace.views.find_bar.count.text() == "Nothing found"
    send(Key.Key_Escape)
    seen.workspace.lists.families.view.setFocus()
    send(Key.Key_F, CTRL)
    assert seen.workspace.lists.families.field.hasFocus()


def test_the_bar_goes_with_its_text(seen: MainWindow, send: Press) -> None:
    seen.workspace.comparison.witness.setFocus()
    send(Key.Key_F, CTRL)
    QTest.keyClicks(seen.workspace.views.find_bar.field, "the")
    send(Key.Key_3, ALT)
    assert seen.workspace.views.find_bar.isHidden()
    assert seen.workspace.finding.found == ()


def test_a_long_text_is_searched_and_painted_where_one_looks(seen: MainWindow, send: Press) -> None:
    send(Key.Key_R)
    send(Key.Key_F, CTRL)
    QTest.keyClicks(seen.workspace.views.find_bar.field, "e")
    finding, pane = seen.workspace.finding, seen.workspace.reader.pane
    before = pane.grab().toImage()
    send(Key.Key_F3)
    assert pane.grab().toImage() != before
    assert finding.current in finding.found


def test_the_passage_is_in_sight_when_the_text_with_its_edits_is_shown_for_the_first_time(
    opened: MainWindow, press: Press
) -> None:
    opened.resize(1280, 640)
    press(Key.Key_2, ALT)
    pane = opened.workspace.inline.pane
    QTest.qWait(50)
    top = pane.places.height_of(opened.workspace.inline._passage.start) - pane.offset  # type: ignore[union-attr]
    assert 0 <= top < pane.room / 2
