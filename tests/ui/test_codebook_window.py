"""The window of the codebook beside others: what changes under it, what it may not change, how one goes round in it."""

import os
import shutil
from contextlib import closing
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from db.casefile import open_case
from tests.ui.codebook_editing import ALT, SHIFT, Press, Settle, editor, go_to, named, press, shown_editor
from tests.ui.test_accessible import name_of, reachable
from ui.desktop.app import start
from ui.desktop.codebook.window import CodebookWindow
from ui.desktop.theme import Scheme
from ui.desktop.window import MainWindow
from workbench.codebook import default_codes
from workbench.session import Session

__all__ = ["editor", "press"]


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
