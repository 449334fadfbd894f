"""The tree of codes in the editor of the codebook, by keyboard alone: made, renamed, moved, merged, deleted."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from tests.ui.codebook_editing import ALT, CTRL, SHIFT, Press, Settle, editor, go_to, named, paths, press, type_in
from tests.ui.test_accessible import name_of, reachable
from ui.desktop.codebook.chooser import CodeChooser
from ui.desktop.codebook.window import CodebookWindow
from ui.desktop.window import MainWindow
from workbench.codebook import default_codes

__all__ = ["editor", "press"]


def test_the_code_that_is_current_has_its_edge_at_the_edge_of_the_list(
    opened: MainWindow, editor: CodebookWindow
) -> None:
    view = editor.controls.view
    line = view.visualRect(view.currentIndex())
    shown = view.viewport().grab().toImage()
    assert line.left() > 5, "codes stand in from the edge, for those that stand under others"
    assert shown.pixelColor(1, line.center().y()) == opened.themes.colour("selected_edge")


def test_a_key_opens_it_once_with_the_focus_on_the_codes(
    editor: CodebookWindow, opened: MainWindow, settle: Settle
) -> None:
    assert editor.controls.view.hasFocus()
    assert editor.code == default_codes()[0]
    opened.commands["codebook"].trigger()
    assert len(opened.findChildren(CodebookWindow)) == 1
    assert not editor.isModal(), "work goes on beside it"


def test_a_code_is_made_beside_and_under_another(editor: CodebookWindow, opened: MainWindow, press: Press) -> None:
    go_to(editor, "Loaded word")
    press(Qt.Key.Key_Insert, SHIFT)
    type_in("Slur")
    press(Qt.Key.Key_Return)
    assert editor.code == named(editor, "Slur")
    type_in("Praise")
    press(Qt.Key.Key_Return)
    press(Qt.Key.Key_Escape)
    assert editor.isVisible()
    assert editor.controls.view.hasFocus()
    press(Qt.Key.Key_Return, CTRL)
    type_in("Warm praise")
    press(Qt.Key.Key_Return)
    press(Qt.Key.Key_Escape)
    press(Qt.Key.Key_Insert)
    assert editor.controls.new.where.text() == "New code under “Praise”"
    press(Qt.Key.Key_Escape)
    go_to(editor, "Loaded word")
    press(Qt.Key.Key_Insert)
    type_in("Irony")
    press(Qt.Key.Key_Return)
    assert {"Irony", "Loaded word / Slur", "Loaded word / Praise / Warm praise"} <= paths(opened)


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_F2])
def test_a_code_is_renamed_in_its_place(editor: CodebookWindow, opened: MainWindow, press: Press, key: Qt.Key) -> None:
    go_to(editor, "Loaded word")
    press(key)
    field = QApplication.focusWidget()
    assert field.accessibleName() == "Name of the code"
    field.selectAll()
    type_in("Charged word")
    press(Qt.Key.Key_Return)
    assert opened.case.snapshot.code["loaded"].name == "Charged word"
    assert editor.code == named(editor, "Charged word")
    assert opened.commands["undo"].text() == "Undo: Rename code “Loaded word” to “Charged word”"
    press(Qt.Key.Key_Z, CTRL)
    assert opened.case.snapshot.code["loaded"].name == "Loaded word"
    press(Qt.Key.Key_Y, CTRL)
    assert opened.case.snapshot.code["loaded"].name == "Charged word"


def test_a_name_that_is_taken_is_refused_in_the_editor(
    editor: CodebookWindow, opened: MainWindow, press: Press
) -> None:
    go_to(editor, "Loaded word")
    press(Qt.Key.Key_F2)
    QApplication.focusWidget().selectAll()
    type_in("quote ALTERED")
    press(Qt.Key.Key_Return)
    assert "There is a code “quote ALTERED” at the top" in editor.controls.message.text()
    assert editor.controls.message.objectName() == "wrong"
    assert editor.controls.form.name.text() == "Loaded word"
    assert opened.case.snapshot.codes == default_codes()


def test_digits_give_the_key_swap_it_and_take_it_away(editor: CodebookWindow, opened: MainWindow, press: Press) -> None:
    go_to(editor, "Loaded word")
    press(Qt.Key.Key_1)
    digits = {code.name: code.digit for code in opened.case.snapshot.codes}
    assert (digits["Loaded word"], digits["Figure changed"]) == (1, 5)
    assert editor.controls.message.text() == "Key 1 is “Loaded word” now. “Figure changed” has key 5 now."
    assert editor.code == named(editor, "Loaded word")
    press(Qt.Key.Key_1)
    assert named(editor, "Loaded word").digit == -1
    assert opened.case.snapshot.tags == (), "digits here tag nothing"


def test_codes_move_in_and_out_by_keys(editor: CodebookWindow, opened: MainWindow, press: Press) -> None:
    go_to(editor, "Hedge dropped")
    press(Qt.Key.Key_Right, ALT | SHIFT)
    assert "Quote altered / Hedge dropped" in paths(opened)
    go_to(editor, "Verb of saying")
    press(Qt.Key.Key_Right, ALT | SHIFT)
    press(Qt.Key.Key_Right, ALT | SHIFT)
    assert "Quote altered / Hedge dropped / Verb of saying" in paths(opened)
    assert editor.code == named(editor, "Verb of saying")
    press(Qt.Key.Key_Right, ALT | SHIFT)
    assert "There is no code before" in editor.controls.message.text()
    for _ in range(2):
        press(Qt.Key.Key_Left, ALT | SHIFT)
    assert "Verb of saying" in paths(opened)
    press(Qt.Key.Key_Left, ALT | SHIFT)
    assert "stands at the top already" in editor.controls.message.text()


def test_one_code_is_merged_into_another_by_typing(
    editor: CodebookWindow, opened: MainWindow, press: Press, settle: Settle
) -> None:
    opened.decisions.tag_current(named(editor, "Loaded word"))
    settle()
    go_to(editor, "Loaded word")
    press(Qt.Key.Key_M)
    (chooser,) = editor.findChildren(CodeChooser)
    assert chooser.accessibleName() == "Merge “Loaded word” into…"
    assert all(name_of(widget).strip() for widget in reachable(chooser))
    QTest.keyClicks(chooser.field, "hedge")
    QTest.keyClick(chooser.field, Qt.Key.Key_Return)
    settle()
    assert [tag.code_id for tag in opened.case.snapshot.tags] == ["hedge"]
    assert "Loaded word" not in paths(opened)
    editor.controls.view.setFocus()
    press(Qt.Key.Key_Z, CTRL)
    assert [tag.code_id for tag in opened.case.snapshot.tags] == ["loaded"]


def test_deleting_asks_only_where_codes_stand_under_one(
    editor: CodebookWindow, opened: MainWindow, press: Press
) -> None:
    go_to(editor, "Hedge dropped")
    press(Qt.Key.Key_Right, ALT | SHIFT)
    go_to(editor, "Quote altered")
    press(Qt.Key.Key_Delete)
    assert editor.controls.question.words.text() == "Delete “Quote altered” with 0 tags? A code stands under it."
    press(Qt.Key.Key_Escape)
    assert editor.isVisible()
    assert len(opened.case.snapshot.codes) == 9
    press(Qt.Key.Key_Delete)
    press(Qt.Key.Key_Return)
    assert "Hedge dropped" in paths(opened)
    assert len(opened.case.snapshot.codes) == 8
    press(Qt.Key.Key_Z, CTRL)
    go_to(editor, "Quote altered")
    press(Qt.Key.Key_Delete)
    press(Qt.Key.Key_Tab)
    press(Qt.Key.Key_Return)
    assert {"Quote altered", "Hedge dropped"}.isdisjoint(paths(opened))
    assert len(opened.case.snapshot.codes) == 7
    go_to(editor, "Verb of saying")
    press(Qt.Key.Key_Delete)
    assert editor.controls.message.text() == "“Verb of saying” is gone; Ctrl+Z brings it back."
    assert editor.code == named(editor, "Loaded word"), "the one in its line is current"


def test_the_last_code_may_go_and_the_first_come(editor: CodebookWindow, opened: MainWindow, press: Press) -> None:
    for _ in default_codes():
        press(Qt.Key.Key_Delete)
    assert opened.case.snapshot.codes == ()
    assert not editor.controls.form.isEnabled()
    press(Qt.Key.Key_Delete)
    press(Qt.Key.Key_M)
    press(Qt.Key.Key_5)
    press(Qt.Key.Key_Insert)
    type_in("Irony")
    press(Qt.Key.Key_Return)
    assert paths(opened) == {"Irony"}
    assert editor.controls.form.name.text() == "Irony"
