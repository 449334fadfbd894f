"""Any stretch of any article is marked, tagged and annotated by keys alone."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from tests.ui.painted import inks
from tests.ui.scenes import Stage
from ui.desktop.marking.keys import MARKING_KEYS, marking_key_table
from ui.desktop.marking.steps import Border
from ui.desktop.overlays import ShortcutSheet
from ui.desktop.picker import Picker
from ui.desktop.window import MainWindow
from workbench.model import Target

Key, Mod = Qt.Key, Qt.KeyboardModifier
SHIFT, ALT = Mod.ShiftModifier, Mod.AltModifier
Press = Callable[..., None]


def pressing(window: MainWindow, settle: Callable[[], None]) -> Press:
    def send(key: Qt.Key, modifiers: Qt.KeyboardModifier = Mod.NoModifier, text: str = "") -> None:
        QTest.sendKeyEvent(QTest.KeyAction.Click, QApplication.focusWidget() or window, key, text, modifiers)
        settle()

    return send


@pytest.fixture
def press(window: MainWindow, settle: Callable[[], None]) -> Press:
    return pressing(window, settle)


@pytest.fixture
def strike(seen: MainWindow, harbour: Stage) -> Press:
    return pressing(seen, harbour.settle)


def put_caret(window: MainWindow, words: str) -> None:
    pane = window.workspace.comparison.witness
    pane.setFocus()
    QApplication.processEvents()
    pane.set_caret(pane.page.text.index(words))


def marked(window: MainWindow) -> str:
    place = window.workspace.marking.cursor.place()
    return place.span.of(window.case.texts[place.article_id]) if place else ""


def go_to_lamp(window: MainWindow, settle: Callable[[], None]) -> MainWindow:
    for _ in range(2):
        if "rush through" not in window.where.comparison.witness_text:
            window.where.step_witness(1)
    settle()
    put_caret(window, "rush")
    return window


@pytest.fixture
def at_lamp(opened: MainWindow, settle: Callable[[], None]) -> MainWindow:
    """A window on the witness that says “rush through”."""
    return go_to_lamp(opened, settle)


@pytest.fixture
def seen_lamp(seen: MainWindow, harbour: Stage) -> MainWindow:
    """The same where nothing is put on what is marked."""
    return go_to_lamp(seen, harbour.settle)


def test_borders_are_moved_by_arrows_and_the_change_is_said(seen_lamp: MainWindow, strike: Press) -> None:
    strike(Key.Key_M)
    assert marked(seen_lamp) == "rush"
    for _ in range(3):
        strike(Key.Key_Right)
    bar = seen_lamp.workspace.views.span_bar
    assert marked(seen_lamp) == "rush through a large"
    assert bar.words.text() == "“rush through a large”, 4 words. Arrow keys move its end; [ moves the start."
    assert bar.accessibleDescription().startswith(bar.words.text())
    strike(Key.Key_Left, SHIFT)
    assert marked(seen_lamp) == "rush through a larg"
    strike(Key.Key_BracketLeft, text="[")
    assert seen_lamp.workspace.marking.cursor.marked.border is Border.START
    strike(Key.Key_Left)
    assert marked(seen_lamp) == "to rush through a larg"
    strike(Key.Key_Tab)
    strike(Key.Key_Down)
    assert marked(seen_lamp).endswith(".")
    strike(Key.Key_Return)
    assert marked(seen_lamp) == ""
    assert bar.isHidden()


def test_a_digit_tags_the_stretch_and_takes_the_tag_away(at_lamp: MainWindow, press: Press) -> None:
    press(Key.Key_M)
    press(Key.Key_Right)
    press(Key.Key_5, text="5")
    (tag,) = at_lamp.case.snapshot.tags
    assert tag.target == Target(at_lamp.workspace.marking.cursor.place())
    assert "Tagged: " in at_lamp.workspace.views.span_bar.on_it.text()
    press(Key.Key_5, text="5")
    assert at_lamp.case.snapshot.tags == ()
    press(Key.Key_Escape)
    press(Key.Key_5, text="5")
    (tag,) = at_lamp.case.snapshot.tags
    assert tag.target.base is not None, "without a marked stretch digits tag the edit"


def test_a_code_picked_in_the_codebook_goes_on_what_is_marked(
    at_lamp: MainWindow, press: Press, settle: Callable[[], None]
) -> None:
    press(Key.Key_M)
    code = at_lamp.case.snapshot.codes[0]
    at_lamp.workspace.codebook.picked.emit(code)
    settle()
    (tag,) = at_lamp.case.snapshot.tags
    assert tag.target == Target(at_lamp.workspace.marking.cursor.place())


def test_any_code_is_put_on_what_is_marked_by_typing_its_name(at_lamp: MainWindow, press: Press) -> None:
    press(Key.Key_M)
    code = at_lamp.case.snapshot.codes[-1]
    press(Key.Key_T, text="t")
    (picker,) = at_lamp.findChildren(Picker)
    QTest.keyClicks(picker.field, code.name)
    press(Key.Key_Return)
    (tag,) = at_lamp.case.snapshot.tags
    assert (tag.code_id, tag.target) == (code.id, Target(at_lamp.workspace.marking.cursor.place()))


def test_a_note_is_written_on_the_stretch_and_escape_goes_back_to_it(at_lamp: MainWindow, press: Press) -> None:
    press(Key.Key_M)
    place = at_lamp.workspace.marking.cursor.place()
    press(Key.Key_N, text="n")
    QTest.keyClicks(QApplication.focusWidget(), "Who rushes? 5")
    press(Key.Key_Escape)
    assert at_lamp.case.snapshot.note_on(Target(place)).text == "Who rushes? 5"
    assert at_lamp.case.snapshot.tags == ()
    assert at_lamp.workspace.comparison.witness.hasFocus()
    assert at_lamp.workspace.marking.cursor.place() == place


def test_a_note_being_typed_is_saved_when_the_window_closes(
    at_lamp: MainWindow, press: Press, settle: Callable[[], None]
) -> None:
    press(Key.Key_M)
    place = at_lamp.workspace.marking.cursor.place()
    press(Key.Key_N, text="n")
    QTest.keyClicks(QApplication.focusWidget(), "half a")
    at_lamp.workspace.marking.save()
    settle()
    assert at_lamp.case.snapshot.note_on(Target(place)).text == "half a"


def test_a_note_being_typed_is_saved_when_another_text_comes_to_stand_there(at_lamp: MainWindow, press: Press) -> None:
    press(Key.Key_M)
    place = at_lamp.workspace.marking.cursor.place()
    press(Key.Key_N, text="n")
    QTest.keyClicks(QApplication.focusWidget(), "half a")
    at_lamp.commands["previous_witness" if at_lamp.where.number else "next_witness"].trigger()
    press(Key.Key_Shift)
    assert at_lamp.workspace.marking.cursor.marked is None
    note = at_lamp.case.snapshot.note_on(Target(place))
    assert note is not None
    assert note.text == "half a"


def test_marking_begins_at_the_edit_where_nobody_moved_the_caret(
    opened: MainWindow, press: Press, settle: Callable[[], None]
) -> None:
    press(Key.Key_Down, ALT)
    press(Key.Key_M)
    edit = opened.where.edit
    assert marked(opened) == edit.witness.of(opened.where.comparison.witness_text).strip()


def test_in_place_the_words_of_the_witness_are_marked_and_those_of_the_base_passed_over(
    at_lamp: MainWindow, press: Press
) -> None:
    press(Key.Key_2, ALT)
    press(Key.Key_Down, ALT)
    pane, comparison, bar = at_lamp.workspace.inline.pane, at_lamp.where.comparison, at_lamp.workspace.views.span_bar
    before = next(edit for edit in comparison.edits if "rush" in edit.witness.of(comparison.witness_text))
    removed = before.base.of(comparison.base_text).strip()
    pane.set_caret(pane.page.text.index(f"{removed}\u2009rush") - len("to "))
    press(Key.Key_M)
    press(Key.Key_Right)
    press(Key.Key_Right)
    assert marked(at_lamp) == "to rush through"
    assert at_lamp.workspace.marking.cursor.place().article_id == comparison.witness.place.article_id
    assert "Words only of the base are passed over" in bar.hint.text()
    press(Key.Key_4, text="4")
    (tag,) = at_lamp.case.snapshot.tags
    assert tag.target == Target(at_lamp.workspace.marking.cursor.place())
    ink = {code.digit: code.colour.lower() for code in at_lamp.case.snapshot.codes}[4]
    assert ink in inks(pane.grab().toImage())
    press(Key.Key_Escape)
    pane.set_caret(pane.page.text.index(f"{removed}\u2009rush") + 1)
    press(Key.Key_M)
    assert marked(at_lamp) == "rush", "a caret in words of the base stands before those of the witness"
    press(Key.Key_1, ALT)
    assert marked(at_lamp) == ""
    assert ink in inks(at_lamp.workspace.comparison.witness.grab().toImage())
    at_lamp.workspace.comparison.witness.setFocus()
    press(Key.Key_M)
    assert "Words only of the base" not in bar.hint.text()


def test_what_is_tagged_is_painted_and_visited_by_keys(at_lamp: MainWindow, press: Press) -> None:
    pane = at_lamp.workspace.comparison.witness
    codes = {code.digit: code for code in at_lamp.case.snapshot.codes}
    for words, digit in (("rush", Key.Key_4), ("islands", Key.Key_8)):
        put_caret(at_lamp, words)
        press(Key.Key_M)
        press(digit, text=chr(digit))
        press(Key.Key_Escape)
    colours = inks(pane.grab().toImage())
    assert codes[4].colour.lower() in colours
    pane.set_caret(0)
    seen = []
    for _ in range(2):
        press(Key.Key_PageDown, ALT)
        seen.append(marked(at_lamp))
    text = pane.page.text
    assert seen == sorted(("rush", "islands"), key=text.index)
    press(Key.Key_PageDown, ALT)
    assert "no marked stretch after" in at_lamp.status.text.text()
    press(Key.Key_PageUp, ALT)
    assert marked(at_lamp) == seen[0]


def test_what_is_put_on_a_whole_witness_is_seen_in_every_text_and_visited(at_lamp: MainWindow, press: Press) -> None:
    code = {code.digit: code for code in at_lamp.case.snapshot.codes}[4]
    panes = [at_lamp.workspace.comparison.witness, at_lamp.workspace.inline.pane, at_lamp.workspace.reader.pane]
    press(Key.Key_4, Mod.ControlModifier)
    for pane, key, modifiers in zip(panes, (Key.Key_1, Key.Key_2, Key.Key_R), (ALT, ALT, Mod.NoModifier), strict=True):
        press(key, modifiers)
        image = pane.grab().toImage()
        assert code.colour.lower() in inks(image.copy(image.width() - 40, 0, 40, image.height()))
    panes[2].setFocus()
    panes[2].set_caret(0)
    press(Key.Key_PageDown, ALT)
    place = at_lamp.where.comparison.witness.place
    assert at_lamp.workspace.marking.cursor.place() == place
    press(Key.Key_4, text="4")
    assert at_lamp.case.snapshot.tags == (), "what is marked is the whole witness"


def test_marking_ends_when_one_goes_to_another_panel_or_witness(
    seen_lamp: MainWindow, strike: Press, qtbot: QtBot
) -> None:
    strike(Key.Key_M)
    strike(Key.Key_F6)
    assert marked(seen_lamp) == ""
    put_caret(seen_lamp, "rush")
    strike(Key.Key_M)
    seen_lamp.where.step_witness(-1 if seen_lamp.where.number else 1)
    qtbot.waitUntil(lambda: marked(seen_lamp) == "")


def test_each_change_is_told_to_whoever_asks(seen_lamp: MainWindow, strike: Press) -> None:
    cursor, seen = seen_lamp.workspace.marking.cursor, []
    cursor.changed.connect(lambda: seen.append(cursor.place()))
    strike(Key.Key_M)
    strike(Key.Key_Right)
    strike(Key.Key_Escape)
    assert len(seen) == 3
    assert seen[-1] is None
    assert seen[0] != seen[1]


def test_the_readme_and_the_sheet_have_the_keys(opened: MainWindow, checkout: Path) -> None:
    assert marking_key_table() in (checkout / "README.md").read_text("utf-8")
    sheet = ShortcutSheet(opened.keys.actions, opened)
    said = {label.text() for label in sheet.findChildren(QLabel)}
    assert {row.text for row in MARKING_KEYS} <= said


def test_ctrl_and_shift_go_by_words_too_and_select_nothing_besides(seen_lamp: MainWindow, strike: Press) -> None:
    strike(Key.Key_M)
    strike(Key.Key_Right, Mod.ControlModifier | SHIFT)
    strike(Key.Key_Right, Mod.ControlModifier)
    assert marked(seen_lamp) == "rush through a"
    assert not seen_lamp.workspace.comparison.witness.textCursor().hasSelection()
