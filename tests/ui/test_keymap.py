"""Keys that a person changes: kept, told everywhere, and never standing for two things."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QSettings, Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QAbstractItemModelTester, QTest
from pytestqt.qtbot import QtBot

from db.casefile import open_case
from db.search import WordIndex
from ui.actions import ACTIONS, action, collisions, key_rows
from ui.actions.keymap import KeyMap, restored_keymap
from ui.desktop.app import build
from ui.desktop.keys_dialog import KeysDialog
from ui.desktop.window import MainWindow
from workbench.errors import UserError

Key, Mod = Qt.Key, Qt.KeyboardModifier


def test_a_key_is_given_and_taken_back() -> None:
    changed = KeyMap().with_key("note", "F12")
    assert changed.keys_of("note") == ("F12", "N")
    assert changed.without_keys("note").keys_of("note") == ()
    assert changed.with_defaults("note") == KeyMap()


@pytest.mark.parametrize(
    ("key", "says"),
    [
        ("Ctrl+K", "stands for “All commands”"),
        ("ctrl+k", "All commands"),
        ("Tab", "moves the focus"),
        ("Up", "moves"),
        ("Alt+C", "opens the menu “Case”"),
    ],
)
def test_a_key_that_is_taken_is_refused_with_the_name_of_its_holder(key: str, says: str) -> None:
    with pytest.raises(UserError, match=says):
        KeyMap().with_key("note", key)


def test_a_key_that_was_given_away_stays_with_its_new_holder() -> None:
    changed = KeyMap().without_keys("palette").with_key("note", "Ctrl+K")
    assert changed.holder("Ctrl+K", "palette").id == "note"
    with pytest.raises(UserError, match="stands for “Write a note on the edit” by now"):
        changed.with_defaults("palette")
    assert collisions(changed.actions) == []


def test_two_views_that_are_never_shown_together_may_share_a_key() -> None:
    changed = KeyMap().with_key("set_aside", "N")
    assert changed.keys_of("set_aside")[0] == "N"
    assert collisions(changed.actions) == []


def test_what_is_kept_comes_back() -> None:
    changed = KeyMap().with_key("note", "F12").without_keys("quit")
    assert restored_keymap(changed.kept()) == changed


@pytest.mark.parametrize("kept", [None, "", "{", "[]", '{"note": 3}', '{"nothing": ["F12"]}', '{"note": [""]}', 7])
def test_what_cannot_be_read_is_left_out(kept: object) -> None:
    assert restored_keymap(kept) == KeyMap()


def test_a_key_that_a_later_version_needs_itself_is_free_again() -> None:
    assert restored_keymap('{"note": ["Alt+C", "F12"]}').keys_of("note") == ("F12",)
    assert restored_keymap('{"note": ["Alt+C"]}') == KeyMap()
    assert restored_keymap('{"note": []}').keys_of("note") == ()


def test_a_key_that_a_later_version_gave_away_stays_with_the_person() -> None:
    """The person's keys were kept by a version that did not know “All commands” had Ctrl+K."""
    keymap = restored_keymap('{"note": ["Ctrl+K"]}')
    assert keymap.keys_of("note") == ("Ctrl+K",)
    assert keymap.keys_of("palette") == ()
    assert collisions(keymap.actions) == []


def test_a_digit_with_another_key_stands_on_its_own_line() -> None:
    rows = key_rows(KeyMap().with_key("tag_edit_3", "F12").actions)
    assert [row.keys for row in rows if row.text == action("tag_edit_3").plain_text] == [("F12", "3")]


@pytest.fixture
def dialog(opened: MainWindow, qtbot: QtBot) -> KeysDialog:
    opened.commands["keys"].trigger()
    (found,) = opened.findChildren(KeysDialog)
    qtbot.waitUntil(found.isVisible)
    return found


def choose(dialog: KeysDialog, words: str) -> None:
    dialog.field.clear()
    QTest.keyClicks(dialog.field, words)
    QTest.keyClick(dialog.field, Key.Key_Return)
    assert dialog.waiting


def test_a_key_is_changed_by_keyboard_and_acts_at_once(
    opened: MainWindow, dialog: KeysDialog, settle: Callable[[], None], qtbot: QtBot
) -> None:
    choose(dialog, "next edit")
    QTest.keyClick(dialog.field, Key.Key_F11, Mod.ControlModifier)
    assert opened.commands["next_edit"].shortcut() == QKeySequence("Ctrl+F11")
    assert "Ctrl+F11" in opened.commands["next_edit"].toolTip()
    dialog.accept()
    opened.activateWindow()
    qtbot.waitUntil(opened.isActiveWindow)
    before = opened.where.edit_number
    QTest.keyClick(opened.workspace.edits.view, Key.Key_F11, Mod.ControlModifier)
    settle()
    assert opened.where.edit_number == before + 1


def test_a_collision_is_told_and_changes_nothing(opened: MainWindow, dialog: KeysDialog) -> None:
    choose(dialog, "next edit")
    QTest.keyClick(dialog.field, Key.Key_K, Mod.ControlModifier)
    assert "All commands" in dialog.told.text()
    assert opened.keys.map == KeyMap()
    assert not dialog.waiting


def test_escape_leaves_the_key_and_modifiers_alone_are_no_key(opened: MainWindow, dialog: KeysDialog) -> None:
    choose(dialog, "next edit")
    QTest.keyClick(dialog.field, Key.Key_Control)
    assert dialog.waiting
    QTest.keyClick(dialog.field, Key.Key_Escape)
    assert not dialog.waiting
    assert dialog.isVisible()
    assert opened.keys.map == KeyMap()


def test_keys_are_taken_away_and_come_back(opened: MainWindow, dialog: KeysDialog) -> None:
    QTest.keyClicks(dialog.field, "write a note on the edit")
    QTest.keyClick(dialog.field, Key.Key_Down)
    QTest.keyClick(dialog.list, Key.Key_Delete)
    assert opened.commands["note"].shortcuts() == []
    assert opened.commands["note"].toolTip() == "Write a note on the edit"
    QTest.keyClick(dialog.list, Key.Key_Backspace, Mod.ControlModifier)
    assert opened.commands["note"].shortcut() == QKeySequence("N")


def test_the_list_is_sound_and_says_what_was_changed(opened: MainWindow, dialog: KeysDialog) -> None:
    QAbstractItemModelTester(dialog.rows, QAbstractItemModelTester.FailureReportingMode.Fatal)
    assert dialog.rows.rowCount() == len(ACTIONS)
    opened.keys.change(lambda keymap: keymap.with_key("note", "F12"))
    spoken = dialog.rows.find("note").data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken.startswith("Write a note on the edit: F12")
    assert spoken.endswith("changed")
    QTest.keyClick(dialog.defaults, Key.Key_Space)
    assert opened.keys.map == KeyMap()
    assert dialog.told.text() == "All keys are as they came. The same button brings yours back."
    QTest.keyClick(dialog.defaults, Key.Key_Space)
    assert opened.keys.map == KeyMap().with_key("note", "F12"), "it was pressed by mistake"


def test_keys_are_remembered(window: MainWindow, settings: QSettings, qtbot: QtBot) -> None:
    window.keys.change(lambda keymap: keymap.with_key("note", "F12"))
    window.close()
    again, _ = build(open_case, settings, WordIndex)
    qtbot.addWidget(again)
    assert again.commands["note"].shortcuts()[0] == QKeySequence("F12")
    again.close()
