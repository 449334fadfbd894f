"""Why the current family was found, read and copied by keyboard."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.ui.scenes import Stage
from tests.ui.test_accessible import name_of, reachable
from ui.desktop.inspector.why_dialog import WhyDialog
from ui.desktop.window import MainWindow

CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def dialog(seen: MainWindow, qtbot: QtBot) -> WhyDialog:
    QTest.keyClick(seen, Qt.Key.Key_W, CTRL | SHIFT)
    (shown,) = seen.findChildren(WhyDialog)
    qtbot.waitUntil(shown.isActiveWindow)
    qtbot.waitUntil(lambda: "words shared" in shown.text.toPlainText())
    return shown


def test_it_tells_of_every_witness(dialog: WhyDialog, seen: MainWindow) -> None:
    told = dialog.text.toPlainText()
    assert told.count("words shared, the longest run of") == len(seen.where.comparisons) == 2
    assert told.count("First noticed by") == 2
    assert "Base: Alder News, 12 Mar 2019." in told
    assert "asks for a score of 7." in told


def test_it_is_selected_and_copied_by_keyboard(dialog: WhyDialog) -> None:
    assert dialog.text.hasFocus()
    QTest.keyClick(dialog.text, Qt.Key.Key_A, CTRL)
    QTest.keyClick(dialog.text, Qt.Key.Key_C, CTRL)
    assert "words shared, the longest run of" in QApplication.clipboard().text()


def test_nothing_can_be_written_into_it(dialog: WhyDialog) -> None:
    before = dialog.text.toPlainText()
    QTest.keyClicks(dialog.text, "1n")
    assert dialog.text.toPlainText() == before


def test_everything_in_it_has_a_name(dialog: WhyDialog) -> None:
    assert all(name_of(widget).strip() for widget in reachable(dialog))


def test_escape_closes_it_also_while_it_is_still_being_told(seen: MainWindow, harbour: Stage) -> None:
    seen.commands["explain"].trigger()
    (shown,) = seen.findChildren(WhyDialog)
    QTest.keyClick(shown.text, Qt.Key.Key_Escape)
    harbour.settle()
    assert not seen.findChildren(WhyDialog)


def test_without_a_family_there_is_nothing_to_explain(window: MainWindow) -> None:
    assert not window.commands["explain"].isEnabled()
