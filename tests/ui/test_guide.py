"""The first steps: shown once on the sample case, done by doing them, in nobody's way."""

import shutil
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QSettings, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from ui.actions import ACTIONS
from ui.cases import sample_case
from ui.desktop.app import start
from ui.desktop.font_picker import FontPicker
from ui.desktop.fonts import chosen_font, reading_font
from ui.desktop.guide import guide_steps
from ui.desktop.window import MainWindow


def test_every_step_names_actions_that_there_are_and_can_be_done() -> None:
    known = {entry.id for entry in ACTIONS}
    steps = guide_steps()
    assert len(steps) > 5
    assert all(step.done and step.done <= known for step in steps)
    assert all(set(step.text) & set("<>") == set() for step in steps)


def test_the_steps_go_on_by_what_is_done(opened: MainWindow, settle: Callable[[], None]) -> None:
    opened.commands["guide"].trigger()
    guide = opened.guide
    assert guide.isVisible()
    assert "Ctrl+Down" in guide.text.text()
    focus = QApplication.focusWidget()
    opened.commands["next_edit"].trigger()
    assert guide.number == 0, "something else was asked for"
    opened.commands["next_family"].trigger()
    assert guide.number == 1
    settle()
    opened.commands["next_edit"].trigger()
    assert guide.number == 2
    assert QApplication.focusWidget() is focus


def test_the_steps_are_walked_by_keyboard_and_closed(opened: MainWindow, settings: QSettings) -> None:
    opened.commands["guide"].trigger()
    guide = opened.guide
    assert not guide.back.isEnabled()
    guide.on.setFocus(Qt.FocusReason.TabFocusReason)
    for _ in range(len(guide_steps()) - 1):
        QTest.keyClick(guide.on, Qt.Key.Key_Space)
    assert guide.on.text() == "Done"
    assert not guide.seen
    QTest.keyClick(guide.on, Qt.Key.Key_Space)
    assert not guide.isVisible()
    assert guide.seen


def test_the_steps_say_the_keys_in_force(opened: MainWindow) -> None:
    opened.commands["guide"].trigger()
    opened.keys.change(lambda keymap: keymap.with_key("next_family", "F12"))
    assert "F12 goes to the next one" in opened.guide.text.text()
    opened.keys.change(lambda keymap: keymap.without_keys("next_family"))
    assert "the menu goes to the next one" in opened.guide.text.text()


def test_the_sample_case_shows_the_steps_until_they_were_seen(window: MainWindow, settle: Callable[[], None]) -> None:
    case, pages = sample_case()
    start(window, case, pages)
    settle()
    assert window.guide.isVisible()
    window.guide.leave()
    start(window, case, pages)
    settle()
    assert not window.guide.isVisible()


def test_the_steps_go_on_where_they_were_left_and_are_of_the_sample_case_only(
    window: MainWindow, settle: Callable[[], None], aligned_case: Path, tmp_path: Path
) -> None:
    case, pages = sample_case()
    start(window, case, pages)
    settle()
    window.commands["next_family"].trigger()
    settle()
    start(window, Path(shutil.copy(aligned_case, tmp_path)))
    settle()
    assert not window.guide.isVisible()
    start(window, case, pages)
    settle()
    assert window.guide.isVisible()
    assert window.guide.number == 1


def test_another_case_shows_no_steps(opened: MainWindow) -> None:
    assert not opened.guide.isVisible()


def test_the_font_of_the_articles_is_chosen_by_typing_and_remembered(
    opened: MainWindow, settings: QSettings, tmp_path: Path
) -> None:
    before = reading_font().families()
    opened.commands["font"].trigger()
    (picker,) = opened.findChildren(FontPicker)
    QTest.keyClicks(picker.field, "noto sans")
    QTest.keyClick(picker.field, Qt.Key.Key_Return)
    assert chosen_font() == "Noto Sans"
    assert reading_font().families()[0] == "Noto Sans"
    assert settings.value("reading_font") == "Noto Sans"
    opened.commands["font"].trigger()
    picker = opened.findChildren(FontPicker)[-1]
    QTest.keyClick(picker.field, Qt.Key.Key_Return)
    assert reading_font().families() == before
