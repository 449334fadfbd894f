"""The editor of the codebook, by keyboard alone, on a real case."""

import os
import shutil
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from db.casefile import open_case
from tests.ui.test_accessible import name_of, reachable
from tests.ui.test_choosing import accept, open_dialog
from ui.desktop.app import start
from ui.desktop.codebook.chooser import CodeChooser
from ui.desktop.codebook.window import CodebookWindow
from ui.desktop.theme import Scheme
from ui.desktop.window import MainWindow
from workbench.codebook import default_codes
from workbench.codebook_files import read_codebook
from workbench.model import Code
from workbench.session import Session

Settle = Callable[[], None]
Press = Callable[..., None]
NONE, SHIFT, CTRL, ALT = (
    Qt.KeyboardModifier.NoModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.AltModifier,
)


@pytest.fixture
def editor(opened: MainWindow, qtbot: QtBot) -> CodebookWindow:
    return shown_editor(opened, qtbot)


def shown_editor(window: MainWindow, qtbot: QtBot) -> CodebookWindow:
    QTest.keyClick(window, Qt.Key.Key_B, CTRL)
    (shown,) = window.findChildren(CodebookWindow)
    qtbot.waitUntil(shown.isActiveWindow)
    return shown


@pytest.fixture
def press(settle: Settle) -> Press:
    """Press a key where the focus is, and wait until all came of it."""

    def act(key: Qt.Key, modifier: Qt.KeyboardModifier = NONE) -> None:
        focused = QApplication.focusWidget()
        assert focused
        QTest.keyClick(focused, key, modifier)
        settle()

    return act


def type_in(text: str) -> None:
    QTest.keyClicks(QApplication.focusWidget(), text)


def go_to(editor: CodebookWindow, name: str) -> Code:
    code = named(editor, name)
    editor.controls.view.setCurrentIndex(editor.model.find(code.id))
    editor.controls.view.setFocus()
    return code


def named(editor: CodebookWindow, name: str) -> Code:
    (found,) = (code for code in editor.model.tree.code.values() if code.name == name)
    return found


def paths(window: MainWindow) -> set[str]:
    tree = window.case.snapshot.code_tree
    return {tree.path(code) for code in tree.code.values()}


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


def test_name_key_description_and_colour_are_kept_when_one_is_done(
    editor: CodebookWindow, opened: MainWindow, press: Press
) -> None:
    go_to(editor, "Loaded word")
    form = editor.controls.form
    press(Qt.Key.Key_N, ALT)
    assert form.name.hasFocus()
    form.name.selectAll()
    type_in("Charged")
    press(Qt.Key.Key_Return)
    assert editor.controls.view.hasFocus()
    press(Qt.Key.Key_D, ALT)
    form.description.selectAll()
    type_in("Words that take sides.")
    press(Qt.Key.Key_Return, CTRL)
    press(Qt.Key.Key_K, ALT)
    assert form.key.hasFocus()
    press(Qt.Key.Key_Up)
    press(Qt.Key.Key_L, ALT)
    assert form.colour.grid.hasFocus()
    before = form.colour.name.text()
    press(Qt.Key.Key_Right)
    assert form.colour.name.text() != before
    assert form.colour.name.text().endswith("; Return takes it")
    press(Qt.Key.Key_Return)
    after = opened.case.snapshot.code["loaded"]
    assert (after.name, after.description, after.digit) == ("Charged", "Words that take sides.", 4)
    assert after.colour == "#882255"
    assert len(opened.case.snapshot.codes) == 9


def test_any_colour_can_be_typed_and_what_is_none_is_refused(
    editor: CodebookWindow, opened: MainWindow, press: Press
) -> None:
    go_to(editor, "Loaded word")
    field = editor.controls.form.colour.code
    for text, kept in (("mauve", "#88ccee"), ("#0AF", "#00aaff")):
        field.setFocus()
        field.selectAll()
        type_in(text)
        press(Qt.Key.Key_Return)
        assert opened.case.snapshot.code["loaded"].colour == kept
    field.setFocus()
    field.selectAll()
    type_in("red")
    press(Qt.Key.Key_Return)
    assert "“red” is no colour" in editor.controls.message.text()


def test_what_was_typed_is_kept_for_the_code_it_was_typed_for(
    editor: CodebookWindow, opened: MainWindow, settle: Settle
) -> None:
    go_to(editor, "Loaded word")
    editor.controls.form.description.setFocus()
    editor.controls.form.description.setPlainText("One")
    go_to(editor, "Hedge dropped")
    settle()
    editor.controls.form.description.setFocus()
    editor.controls.form.description.setPlainText("Two")
    editor.close()
    settle()
    described = {code.name: code.description for code in opened.case.snapshot.codes}
    assert (described["Loaded word"], described["Hedge dropped"]) == ("One", "Two")


def test_a_codebook_is_written_and_brought_in(
    editor: CodebookWindow, opened: MainWindow, settle: Settle, press: Press, tmp_path: Path
) -> None:
    editor.write(tmp_path / "a.qdc")
    assert editor.controls.message.text().startswith("Wrote “a.qdc”. A .qdc file has no place for keys")
    assert len(read_codebook(tmp_path / "a.qdc").codes) == 9
    (tmp_path / "b.csv").write_text("name,parent\nSlur,Loaded word\n", "utf-8")
    editor.bring_in(tmp_path / "b.csv")
    settle()
    assert "Loaded word / Slur" in paths(opened)
    assert editor.controls.message.text() == "1 code added, 0 changed."
    press(Qt.Key.Key_Z, CTRL)
    assert opened.case.snapshot.codes == default_codes()
    for name, why in (("none.csv", "cannot be read"), ("a.doc", ".qdc or .csv")):
        editor.bring_in(tmp_path / name)
        assert why in editor.controls.message.text()
    editor.write(tmp_path / "nowhere" / "a.qdc")
    assert "does not exist" in editor.controls.message.text()


def test_files_are_chosen_in_dialogs_that_know_their_endings(
    editor: CodebookWindow, opened: MainWindow, own_dialogs: None, qtbot: QtBot, settle: Settle, tmp_path: Path
) -> None:
    editor.controls.write.click()
    accept(open_dialog(qtbot, editor), tmp_path / "ours")
    assert len(read_codebook(tmp_path / "ours.qdc").codes) == 9
    (tmp_path / "more.csv").write_text("name\nIrony\n", "utf-8")
    editor.controls.bring.click()
    accept(open_dialog(qtbot, editor), tmp_path / "more.csv")
    settle()
    assert "Irony" in paths(opened)


def test_what_another_window_changed_is_said_and_shown(
    editor: CodebookWindow, opened: MainWindow, settle: Settle
) -> None:
    code = go_to(editor, "Loaded word")
    assert opened.case.state
    with closing(Session(open_case(opened.case.state.path))) as other:
        other.rename_code(code, "Theirs")
    editor.rename(code, "Mine")
    settle()
    assert "Another window changed the codebook" in editor.controls.message.text()
    assert named(editor, "Theirs")


def test_what_is_closed_stays_closed_while_the_case_changes(
    editor: CodebookWindow, opened: MainWindow, press: Press
) -> None:
    go_to(editor, "Hedge dropped")
    press(Qt.Key.Key_Right, ALT | SHIFT)
    go_to(editor, "Quote altered")
    press(Qt.Key.Key_Left)
    assert not editor.controls.view.isExpanded(editor.model.find("quote"))
    go_to(editor, "To be checked")
    press(Qt.Key.Key_Delete)
    assert not editor.controls.view.isExpanded(editor.model.find("quote"))


def test_a_case_that_cannot_be_changed_is_shown(
    window: MainWindow, settle: Settle, aligned_case: Path, tmp_path: Path, qtbot: QtBot, press: Press
) -> None:
    case = Path(shutil.copy(aligned_case, tmp_path))
    case.chmod(0o444)
    if os.access(case, os.W_OK):
        pytest.skip("whoever runs this may write everywhere")
    start(window, case)
    settle()
    editor = shown_editor(window, qtbot)
    for key in (Qt.Key.Key_Delete, Qt.Key.Key_Insert, Qt.Key.Key_M, Qt.Key.Key_F2, Qt.Key.Key_5):
        press(key)
    assert editor.controls.message.text() == "This case can be looked at but not changed."
    assert window.case.snapshot.codes == default_codes()


def test_without_leave_to_write_all_is_shown_and_nothing_changed(
    editor: CodebookWindow, opened: MainWindow, press: Press
) -> None:
    opened.case.state = opened.case.state._replace(read_only=True)
    editor.refresh()
    for key in (Qt.Key.Key_Delete, Qt.Key.Key_Insert, Qt.Key.Key_M, Qt.Key.Key_F2, Qt.Key.Key_5):
        press(key)
        assert editor.controls.view.hasFocus()
    assert editor.controls.form.name.isReadOnly()
    assert editor.controls.form.description.isReadOnly()
    assert not editor.controls.bring.isEnabled()
    assert editor.controls.write.isEnabled()
    assert opened.case.snapshot.codes == default_codes()
    assert editor.controls.message.text() == "This case can be looked at but not changed."


def test_everything_that_takes_the_focus_has_a_name_and_keys_are_shown(editor: CodebookWindow) -> None:
    assert [f"{type(w).__name__}" for w in reachable(editor) if not name_of(w).strip()] == []
    shown = {label.text() for label in editor.findChildren(QLabel)}
    assert {"Return", "Ins", "Del", "M", "rename", "merge into…", "one level up"} <= shown


def test_the_tab_key_goes_round(editor: CodebookWindow) -> None:
    seen: list[QWidget] = []
    while editor.focusWidget() not in seen:
        seen.append(editor.focusWidget())
        editor.focusNextChild()
    controls, form = editor.controls, editor.controls.form
    wanted = [controls.view, form.name, form.key, form.description, form.colour.grid, form.colour.code, controls.done]
    assert [widget for widget in seen if widget in wanted] == wanted


def test_it_goes_when_another_case_comes(
    editor: CodebookWindow, opened: MainWindow, settle: Settle, aligned_case: Path, tmp_path: Path
) -> None:
    opened.open_case(Path(shutil.copy(aligned_case, tmp_path / "Other.variorum")))
    settle()
    assert not [shown for shown in opened.findChildren(CodebookWindow) if shown.isVisible()]


def test_dark_is_dark(editor: CodebookWindow, opened: MainWindow) -> None:
    light = editor.grab().toImage()
    opened.themes.choose(Scheme.DARK)
    dark = editor.grab().toImage()
    opened.themes.choose(Scheme.LIGHT)
    spot = editor.controls.view.rect().center()
    assert light.pixelColor(spot).lightness() > 180
    assert dark.pixelColor(spot).lightness() < 80
