"""Name, key, description and colour of a code, and codebooks in files."""

from pathlib import Path

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from tests.ui.codebook_editing import ALT, CTRL, Press, Settle, editor, go_to, paths, press, type_in
from tests.ui.test_choosing import accept, open_dialog
from ui.desktop.codebook.window import CodebookWindow
from ui.desktop.window import MainWindow
from workbench.codebook import default_codes
from workbench.codebook_files import read_codebook

__all__ = ["editor", "press"]


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
