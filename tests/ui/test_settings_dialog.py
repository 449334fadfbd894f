"""The settings of the case, by keyboard alone."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.ui.scenes import Stage
from tests.ui.test_accessible import name_of, reachable
from ui.desktop.settings_dialog import SettingsDialog
from ui.desktop.window import MainWindow
from workbench.settings import Sensitivity, Settings

Settle = Callable[[], None]


def open_in(window: MainWindow, qtbot: QtBot) -> SettingsDialog:
    QTest.keyClick(window, Qt.Key.Key_Comma, Qt.KeyboardModifier.ControlModifier)
    (shown,) = window.findChildren(SettingsDialog)
    qtbot.waitUntil(shown.isActiveWindow)
    return shown


@pytest.fixture
def own_dialog(opened: MainWindow, qtbot: QtBot) -> SettingsDialog:
    """The settings of a case that may be changed."""
    return open_in(opened, qtbot)


@pytest.fixture
def dialog(seen: MainWindow, qtbot: QtBot) -> SettingsDialog:
    """The settings of a case that all tests here share."""
    return open_in(seen, qtbot)


def press(key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    QTest.keyClick(QApplication.focusWidget(), key, modifier)


def test_a_key_opens_it_on_the_settings_of_the_case(dialog: SettingsDialog, seen: MainWindow) -> None:
    assert dialog.settings == seen.case.snapshot.settings == Settings()
    assert dialog.sensitivity[Sensitivity.BALANCED].hasFocus()


def test_it_is_set_by_keyboard_alone_and_passages_are_found_anew(
    own_dialog: SettingsDialog, opened: MainWindow, settle: Settle
) -> None:
    told: list[str] = []
    opened.case.aligned.connect(lambda: told.append("aligned"))
    press(Qt.Key.Key_Right)
    press(Qt.Key.Key_Tab)
    QTest.keyClicks(QApplication.focusWidget(), "9")
    press(Qt.Key.Key_Tab)
    press(Qt.Key.Key_Space)
    press(Qt.Key.Key_Tab)
    press(Qt.Key.Key_Tab)
    press(Qt.Key.Key_Space)
    press(Qt.Key.Key_Tab)
    QTest.keyClicks(QApplication.focusWidget(), "5")
    wanted = Settings(Sensitivity.SENSITIVE, 9, boilerplate=False, days=5)
    assert own_dialog.settings == wanted
    press(Qt.Key.Key_Return)
    settle()
    snapshot = opened.case.snapshot
    assert (snapshot.settings, snapshot.aligned, told) == (wanted, True, ["aligned"])
    assert opened.commands["undo"].text() == "Undo: Change settings"


def test_escape_leaves_everything_as_it_was(dialog: SettingsDialog, seen: MainWindow, harbour: Stage) -> None:
    before = seen.case.snapshot
    press(Qt.Key.Key_Right)
    press(Qt.Key.Key_Escape)
    harbour.settle()
    assert seen.case.snapshot == before
    assert not seen.findChildren(SettingsDialog)


def test_accepting_what_is_set_already_does_nothing(dialog: SettingsDialog, seen: MainWindow, harbour: Stage) -> None:
    before = seen.case.snapshot
    press(Qt.Key.Key_Return)
    harbour.settle()
    assert seen.case.snapshot == before


def test_every_setting_says_what_follows_from_it_as_it_stands(dialog: SettingsDialog) -> None:
    dialog.shortest.setValue(11)
    assert "fewer than 11 words" in dialog._meanings["Shortest passage"].text()
    assert "fewer than 11 words" in dialog.shortest.accessibleDescription()
    dialog.boilerplate.setChecked(False)
    assert dialog._meanings["Boilerplate"].text().endswith("are left out.")
    assert not dialog.days.isEnabled()
    dialog.dated.setChecked(True)
    dialog.days.setValue(1)
    assert "more than 1 day lie" in dialog._meanings["Window of dates"].text()
    assert all(name_of(widget).strip() for widget in reachable(dialog) if widget.parent() is not dialog.shortest)


def test_the_defaults_are_one_key_away(dialog: SettingsDialog, qtbot: QtBot) -> None:
    dialog.show_settings(Settings(Sensitivity.CAREFUL, 20, boilerplate=False, same_outlet=False, days=3))
    press(Qt.Key.Key_D, Qt.KeyboardModifier.AltModifier)
    qtbot.waitUntil(lambda: dialog.settings == Settings())


def test_what_is_taken_back_is_out_of_date_until_passages_are_found_anew(opened: MainWindow, settle: Settle) -> None:
    opened.case.change_settings(Settings(shortest=500))
    settle()
    assert opened.case.snapshot.families == ()
    opened.commands["undo"].trigger()
    settle()
    assert not opened.case.snapshot.aligned
    opened.commands["align"].trigger()
    settle()
    assert opened.case.snapshot.aligned
    assert len(opened.case.snapshot.families) == 1


def test_a_case_that_cannot_be_changed_has_no_settings_to_set(window: MainWindow) -> None:
    assert not window.commands["settings"].isEnabled()
