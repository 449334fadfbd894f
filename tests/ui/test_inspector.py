"""Codebook, edits and note on a real case: what they show and what they do when used."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from ui.desktop.window import MainWindow

Settle = Callable[[], None]


# Codebook


def buttons(window: MainWindow) -> list[QPushButton]:
    return window.workspace.codebook.findChildren(QPushButton, "code")


def test_every_code_has_a_button_with_its_key(seen: MainWindow) -> None:
    codes = seen.case.snapshot.codes
    assert {button.text() for button in buttons(seen)} == {code.name for code in codes}
    named = {button.accessibleName() for button in buttons(seen)}
    assert {f"{code.name}, key {code.digit}" for code in codes if code.digit >= 0} <= named


def test_a_button_does_what_its_digit_does_and_shows_it(opened: MainWindow, settle: Settle) -> None:
    first = next(button for button in buttons(opened) if button.text() == "Figure changed")
    first.click()
    settle()
    assert first.isChecked()
    assert [tag.code_id for tag in opened.case.snapshot.tags] == ["figure"]
    opened.commands["tag_edit_1"].trigger()
    settle()
    assert not first.isChecked()


def test_the_buttons_follow_the_current_edit(opened: MainWindow, settle: Settle) -> None:
    opened.commands["tag_edit_2"].trigger()
    settle()
    pressed = [button.text() for button in buttons(opened) if button.isChecked()]
    assert pressed == ["Quote altered"]
    opened.commands["next_edit"].trigger()
    assert not any(button.isChecked() for button in buttons(opened))


def test_what_is_on_the_whole_witness_is_said_apart(opened: MainWindow, settle: Settle) -> None:
    panel = opened.workspace.codebook
    assert panel.on_witness.isHidden()
    opened.commands["tag_witness_8"].trigger()
    settle()
    assert panel.on_witness.text() == "On the whole witness: Claim added"
    assert not any(button.isChecked() for button in buttons(opened))


# Edits


def test_the_head_of_the_edits_says_where_one_is_and_why(seen: MainWindow) -> None:
    panel = seen.workspace.edits
    number = seen.where.edit_number
    assert panel.heading.text().startswith(f"Edit {number + 1} of {len(seen.where.comparison.edits)} · ")
    seen.where.go_to_edit(number + 1)
    assert panel.heading.text().startswith(f"Edit {number + 2} of ")
    assert panel.view.currentIndex().row() == number + 1
    assert panel.view.accessibleDescription().startswith(f"Edit {number + 2} of ")


def test_walking_the_list_of_edits_by_arrow_moves_the_current_edit(seen: MainWindow) -> None:
    view = seen.workspace.edits.view
    view.setFocus()
    number = seen.where.edit_number
    QTest.keyClick(view, Qt.Key.Key_Down)
    assert seen.where.edit_number == number + 1


def test_an_edit_shows_its_tags_and_note(opened: MainWindow, settle: Settle) -> None:
    number = opened.where.edit_number
    opened.commands["tag_edit_3"].trigger()
    opened.decisions.write_note(opened.where.edit_target, "Ask the desk")
    settle()
    row = opened.workspace.edits.rows.rows[number]
    assert [code.name for code in row.codes] == ["Hedge dropped"]
    assert row.spoken.endswith("tagged Hedge dropped, note: Ask the desk")
    taller = opened.workspace.edits.view.sizeHintForRow(number)
    opened.commands["undo"].trigger()
    settle()
    assert opened.workspace.edits.view.sizeHintForRow(number) < taller


# Notes


def test_a_note_is_saved_while_one_types(opened: MainWindow, settle: Settle, qtbot: QtBot) -> None:
    notes = opened.workspace.notes
    notes._pause.setInterval(1)
    opened.commands["note"].trigger()
    QTest.keyClicks(notes.field, "typing")
    qtbot.waitUntil(lambda: bool(opened.case.snapshot.notes))
    assert notes.field.hasFocus()
    QTest.keyClicks(notes.field, " on")
    qtbot.waitUntil(lambda: opened.case.snapshot.notes[0].text == "typing on")
    settle()
    assert notes.field.toPlainText() == "typing on"


def test_the_focus_goes_back_to_where_it_was(opened: MainWindow) -> None:
    for widget in (opened.workspace.lists.families.view, opened.workspace.witnesses.view):
        widget.setFocus()
        opened.commands["note"].trigger()
        assert opened.workspace.notes.field.hasFocus()
        QTest.keyClick(opened.workspace.notes.field, Qt.Key.Key_Escape)
        assert widget.hasFocus()


def test_an_emptied_note_is_removed(opened: MainWindow, settle: Settle) -> None:
    opened.decisions.write_note(opened.where.edit_target, "gone soon")
    settle()
    opened.commands["note"].trigger()
    field = opened.workspace.notes.field
    assert field.toPlainText() == "gone soon"
    field.selectAll()
    QTest.keyClick(field, Qt.Key.Key_Backspace)
    QTest.keyClick(field, Qt.Key.Key_Escape)
    settle()
    assert opened.case.snapshot.notes == ()
    assert opened.case.snapshot.undo_summary == "Remove note"


def test_undoing_a_note_shows_in_the_field(opened: MainWindow, settle: Settle) -> None:
    opened.decisions.write_note(opened.where.edit_target, "one")
    opened.decisions.write_note(opened.where.edit_target, "two")
    settle()
    assert opened.workspace.notes.field.toPlainText() == "two"
    opened.commands["undo"].trigger()
    settle()
    assert opened.workspace.notes.field.toPlainText() == "one"
