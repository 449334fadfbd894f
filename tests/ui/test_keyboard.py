"""The road by keyboard alone: no test here sends a mouse event."""

from collections.abc import Callable
from pathlib import Path

import pypdfium2
import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QLineEdit
from pytestqt.qtbot import QtBot

from db.casefile import open_case
from ui.desktop.overlays import CommandPalette, ShortcutSheet
from ui.desktop.window import MainWindow
from workbench.model import LabelKind

Key, Mod = Qt.Key, Qt.KeyboardModifier
NONE, ALT, CTRL = Mod.NoModifier, Mod.AltModifier, Mod.ControlModifier
CTRL_SHIFT = CTRL | Mod.ShiftModifier
Press = Callable[..., None]


class MouseWatch(QObject):
    """Fails the test that sends a mouse event."""

    KINDS = (QEvent.Type.MouseButtonPress, QEvent.Type.MouseButtonRelease, QEvent.Type.MouseButtonDblClick)

    def __init__(self) -> None:
        super().__init__()
        self.seen = 0

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        self.seen += event.type() in self.KINDS
        return False


@pytest.fixture
def press(window: MainWindow, settle: Callable[[], None]) -> Press:
    def send(key: Qt.Key, modifiers: Qt.KeyboardModifier = NONE) -> None:
        QTest.keyClick(QApplication.focusWidget() or window, key, modifiers)
        settle()

    return send


def choose_by_keyboard(qtbot: QtBot, window: MainWindow, path: Path) -> None:
    """Type a path into the file dialog that is open and accept it."""
    qtbot.waitUntil(lambda: bool(window.findChildren(QFileDialog)))
    (dialog,) = window.findChildren(QFileDialog)
    field = dialog.findChild(QLineEdit)
    assert field is not None
    field.selectAll()
    QTest.keyClicks(field, str(path))
    QTest.keyClick(field, Key.Key_Return)


def test_the_whole_road(
    opened: MainWindow, own_dialogs: None, qtbot: QtBot, press: Press, settle: Callable[[], None], tmp_path: Path
) -> None:
    watch = MouseWatch()
    application = QApplication.instance()
    assert application is not None
    application.installEventFilter(watch)
    where, case = opened.where, opened.case

    assert where.family is not None, "a case opens on its first family"
    assert len(where.family.witnesses) == 3
    assert where.comparison is not None
    before = where.edit_number
    press(Key.Key_Down, ALT)
    assert where.edit_number == before + 1
    edit = where.edit_target
    press(Key.Key_5)
    assert [tag.code_id for tag in case.snapshot.tags_on(edit)] == [c.id for c in case.snapshot.codes if c.digit == 5]

    press(Key.Key_N)
    QTest.keyClicks(QApplication.focusWidget(), "Was 4200 in the wire copy?")
    press(Key.Key_Escape)
    assert case.snapshot.note_on(edit).text == "Was 4200 in the wire copy?"
    assert len(case.snapshot.tags) == 1, "digits typed into the note are text"

    press(Key.Key_Z, CTRL)
    assert case.snapshot.note_on(edit) is None
    press(Key.Key_Backspace)
    assert case.snapshot.tags == ()
    press(Key.Key_Z, CTRL_SHIFT)
    press(Key.Key_Z, CTRL_SHIFT)
    assert len(case.snapshot.tags) == 1
    assert case.snapshot.note_on(edit).text == "Was 4200 in the wire copy?"

    press(Key.Key_E, CTRL)
    target = tmp_path / "out.pdf"
    choose_by_keyboard(qtbot, opened, target)
    settle()
    report = pypdfium2.PdfDocument(target)
    text = " ".join(page.get_textpage().get_text_bounded() for page in report)
    assert "Was 4200 in the wire copy?" in " ".join(text.split())
    assert str(target) in opened.status.text.text()
    assert opened.commands["open_export"].isEnabled()
    assert watch.seen == 0
    application.removeEventFilter(watch)


def test_what_was_decided_is_in_the_file(opened: MainWindow, press: Press, tmp_path: Path) -> None:
    press(Key.Key_3)
    press(Key.Key_4, CTRL)
    press(Key.Key_N)
    QTest.keyClicks(QApplication.focusWidget(), "half a sent")
    opened.close()
    store = open_case(tmp_path / "Harbour.variorum")
    try:
        assert len(store.tags()) == 2
        assert [note.text for note in store.notes()] == ["half a sent"]
    finally:
        store.close()


def test_witnesses_are_walked_in_their_order_and_the_ends_are_said(opened: MainWindow, press: Press) -> None:
    where = opened.where
    seen = [where.comparison.witness.id]
    press(Key.Key_Right, ALT)
    seen.append(where.comparison.witness.id)
    assert len(set(seen)) == 2
    press(Key.Key_Right, ALT)
    assert where.number == 1
    assert "last witness" in opened.status.text.text()
    press(Key.Key_Left, ALT)
    assert where.comparison.witness.id == seen[0]


def test_first_and_last_edit(opened: MainWindow, press: Press) -> None:
    press(Key.Key_End, ALT)
    assert opened.where.edit_number == len(opened.where.comparison.edits) - 1
    press(Key.Key_F8)
    assert "last edit" in opened.status.text.text()
    press(Key.Key_Home, ALT)
    assert opened.where.edit_number == 0
    press(Key.Key_F7)
    assert "first edit" in opened.status.text.text()


def test_a_witness_becomes_the_base_and_the_former_base_is_compared_with_it(opened: MainWindow, press: Press) -> None:
    before = opened.where.comparison
    press(Key.Key_B)
    after = opened.where.comparison
    assert after.base.place == before.witness.place
    assert after.witness.place == before.base.place
    press(Key.Key_Backspace)
    assert opened.where.comparison.base.place == before.base.place


def test_a_digit_taken_twice_takes_the_tag_away(opened: MainWindow, press: Press) -> None:
    press(Key.Key_1)
    press(Key.Key_1)
    assert opened.case.snapshot.tags == ()
    press(Key.Key_2, CTRL)
    assert opened.case.snapshot.tags_on(opened.where.witness_target)
    press(Key.Key_2, CTRL)
    assert opened.case.snapshot.tags == ()


def test_undo_says_what_it_takes_back(opened: MainWindow, press: Press) -> None:
    assert not opened.commands["undo"].isEnabled()
    press(Key.Key_1)
    assert opened.commands["undo"].text() == "Undo: Tag “Figure changed”"
    press(Key.Key_Z, CTRL)
    assert opened.commands["redo"].text() == "Redo: Tag “Figure changed”"
    assert not opened.commands["undo"].isEnabled()


def test_letters_typed_into_the_filter_are_text(opened: MainWindow, press: Press) -> None:
    press(Key.Key_F, CTRL)
    field = opened.workspace.lists.families.field
    assert field.hasFocus()
    QTest.keyClicks(field, "n15b")
    assert field.text() == "n15b"
    assert opened.case.snapshot.tags == ()
    press(Key.Key_Escape)
    assert field.text() == ""
    press(Key.Key_Escape)
    assert opened.workspace.lists.families.view.hasFocus()


def test_a_note_on_the_whole_witness(opened: MainWindow, press: Press) -> None:
    press(Key.Key_N, CTRL_SHIFT)
    QTest.keyClicks(QApplication.focusWidget(), "sober")
    press(Key.Key_Return, CTRL)
    assert opened.case.snapshot.note_on(opened.where.witness_target).text == "sober"
    assert opened.workspace.notes.field.toPlainText() == "", "the field is back on the edit"


def test_a_note_belongs_to_the_edit_it_was_written_on(opened: MainWindow, press: Press) -> None:
    edit = opened.where.edit_target
    press(Key.Key_N)
    QTest.keyClicks(QApplication.focusWidget(), "first")
    press(Key.Key_Down, ALT)
    assert opened.case.snapshot.note_on(edit).text == "first"
    assert opened.workspace.notes.field.toPlainText() == ""
    press(Key.Key_Up, ALT)
    assert opened.workspace.notes.field.toPlainText() == "first"


def test_every_panel_is_reached_and_left_by_f6(opened: MainWindow, press: Press) -> None:
    seen = []
    for _ in range(9):
        seen.append(QApplication.focusWidget())
        press(Key.Key_F6)
    assert len(dict.fromkeys(seen)) == 8
    assert opened.workspace.frame.view in seen, "also what is in the tab behind"
    assert seen[0] is seen[8]
    press(Key.Key_F6, Mod.ShiftModifier)
    assert QApplication.focusWidget() is seen[8]


def test_the_palette_finds_and_does(opened: MainWindow, press: Press, qtbot: QtBot) -> None:
    edit = opened.where.edit_target
    press(Key.Key_K, CTRL)
    (palette,) = opened.findChildren(CommandPalette)
    QTest.keyClicks(palette.field, "figure tag edit")
    QTest.keyClick(palette.field, Key.Key_Return)
    qtbot.waitUntil(lambda: bool(opened.case.snapshot.tags_on(edit)))


def test_the_palette_walks_by_arrow_and_goes_by_escape(opened: MainWindow, press: Press) -> None:
    press(Key.Key_K, CTRL)
    (palette,) = opened.findChildren(CommandPalette)
    first = palette.list.currentIndex().row()
    QTest.keyClick(palette.field, Key.Key_Down)
    assert palette.list.currentIndex().row() > first
    QTest.keyClick(palette.field, Key.Key_Up)
    assert palette.list.currentIndex().row() == first
    QTest.keyClick(palette.field, Key.Key_Escape)
    assert not palette.isVisible()


def test_the_sheet_opens_and_closes(opened: MainWindow, press: Press) -> None:
    press(Key.Key_F1)
    (sheet,) = opened.findChildren(ShortcutSheet)
    assert sheet.isVisible()
    QTest.keyClick(sheet, Key.Key_Escape)
    assert not sheet.isVisible()


def test_zoom_changes_the_size_of_what_is_read_and_back(opened: MainWindow, press: Press) -> None:
    pane = opened.workspace.comparison.witness

    def height() -> float:
        pane.lay_out_all()
        return pane.blocks.bottom

    normal = height()
    press(Key.Key_Plus, CTRL)
    assert height() > normal
    press(Key.Key_0, ALT)
    assert height() == normal
    press(Key.Key_Minus, CTRL)
    assert height() < normal


def test_families_are_walked_as_they_are_listed(opened: MainWindow, press: Press) -> None:
    press(Key.Key_Up, CTRL)
    assert "first family" in opened.status.text.text()
    for _ in range(len(opened.case.snapshot.families)):
        press(Key.Key_Down, CTRL)
    assert "last family" in opened.status.text.text()


def test_the_labels_of_the_edits_are_those_of_the_comparison(opened: MainWindow) -> None:
    kinds = {label.kind for found in opened.where.comparisons for edit in found.edits for label in edit.labels}
    assert LabelKind.NUMBER in kinds
    spoken = [row.spoken for row in opened.workspace.edits.rows.rows]
    total = len(spoken)
    assert [text.split(":")[0] for text in spoken] == [f"Edit {k} of {total}" for k in range(1, total + 1)]
