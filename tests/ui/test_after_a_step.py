"""What stands on the screen right after a step was taken, taken back or refused: nothing that holds no more."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QToolButton
from pytestqt.qtbot import QtBot

from ui.desktop.view_switch import View
from ui.desktop.window import MainWindow

Key, Mod = Qt.Key, Qt.KeyboardModifier
NONE, ALT, CTRL, SHIFT = Mod.NoModifier, Mod.AltModifier, Mod.ControlModifier, Mod.ShiftModifier
Press = Callable[..., None]


@pytest.fixture
def press(window: MainWindow, settle: Callable[[], None]) -> Press:
    def send(key: Qt.Key, modifiers: Qt.KeyboardModifier = NONE) -> None:
        QTest.keyClick(QApplication.focusWidget() or window, key, modifiers)
        settle()

    return send


def said(window: MainWindow) -> str:
    return window.status.text.text()


def test_undo_and_redo_say_what_they_did_in_place_of_what_holds_no_more(opened: MainWindow, press: Press) -> None:
    press(Key.Key_Delete)
    assert "was taken out of the family" in said(opened)
    press(Key.Key_Z, CTRL)
    assert said(opened) == f"Taken back: {opened.case.snapshot.redo_summary}."
    press(Key.Key_Y, CTRL)
    assert said(opened) == f"Done again: {opened.case.snapshot.undo_summary}."
    press(Key.Key_Backspace)
    assert said(opened).startswith("Taken back: ")


def test_a_refusal_goes_when_the_next_decision_is_carried_out(opened: MainWindow, press: Press) -> None:
    press(Key.Key_Delete)
    press(Key.Key_Delete)
    assert not opened.problem.isHidden()
    press(Key.Key_1)
    assert opened.problem.isHidden()


def test_any_other_message_stays_until_it_is_dismissed(opened: MainWindow, press: Press) -> None:
    opened.problem.tell("Three files could not be read.")
    press(Key.Key_1)
    assert opened.problem.says("Three files could not be read.")


def test_an_edit_that_grows_by_a_decision_stays_whole_in_its_list(
    opened: MainWindow, press: Press, qtbot: QtBot
) -> None:
    opened.resize(1280, 560)
    edits = opened.workspace.edits
    press(Key.Key_End, ALT)
    for key in (Key.Key_1, Key.Key_2, Key.Key_3, Key.Key_X):
        press(key)

    def whole() -> None:
        view = edits.view
        row = view.visualRect(view.currentIndex())
        assert row.bottom() <= view.viewport().height() or row.top() <= 0

    assert edits.view.currentIndex().row() == edits.rows.rowCount() - 1
    qtbot.waitUntil(whole)


def test_nothing_lies_over_the_names_of_the_views(opened: MainWindow, qtbot: QtBot) -> None:
    middle = opened.workspace.middle
    for view in (View.INLINE, View.COLLATION, View.TIMELINE):
        middle.show_view(view)
        qtbot.waitUntil(lambda: middle.switch.width() >= middle.switch.sizeHint().width())
        assert not [button for button in middle.switch.findChildren(QToolButton) if button.isVisible()]


def test_another_case_begins_with_its_families(
    opened: MainWindow, press: Press, settle: Callable[[], None], tmp_path: Path
) -> None:
    press(Key.Key_G, CTRL | SHIFT)
    opened.open_case(tmp_path / "New.variorum", create=True)
    settle()
    assert opened.workspace.lists.front is opened.workspace.lists.families
