"""What the tests of families corrected by hand ask and press."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from ui.desktop.reshaping.chooser import FamilyPicker
from ui.desktop.sides.pane import Pane
from ui.desktop.window import MainWindow

Key, Mod = Qt.Key, Qt.KeyboardModifier
NONE, ALT, CTRL, SHIFT = Mod.NoModifier, Mod.AltModifier, Mod.ControlModifier, Mod.ShiftModifier
Press = Callable[..., None]


@pytest.fixture
def press(window: MainWindow, settle: Callable[[], None], qtbot: QtBot) -> Press:
    def send(key: Qt.Key, modifiers: Qt.KeyboardModifier = NONE, times: int = 1) -> None:
        front = next((one for one in window.findChildren(FamilyPicker) if one.isVisible()), window)
        front.activateWindow()  # which a desktop does by itself when a dialog opens or closes
        qtbot.waitUntil(front.isActiveWindow)
        for _ in range(times):
            QTest.keyClick(QApplication.focusWidget() or front, key, modifiers)
        settle()

    return send


def sizes(window: MainWindow) -> list[int]:
    return sorted(len(family.witnesses) for family in window.case.snapshot.families)


def asking(window: MainWindow) -> FamilyPicker:
    (found,) = (one for one in window.findChildren(FamilyPicker) if one.isVisible())
    return found


def said(window: MainWindow) -> str:
    return window.status.text.text()


def select(pane: Pane, words: str) -> None:
    """Select words of a pane's article, as Shift and the arrow keys do."""
    start = pane.page.text.index(words)
    cursor = QTextCursor(pane.document())
    cursor.setPosition(pane.page.to_document(start))
    cursor.setPosition(pane.page.to_document(start + len(words)), QTextCursor.MoveMode.KeepAnchor)
    pane.setTextCursor(cursor)


def passage(window: MainWindow) -> str:
    shown = window.where.comparison
    return shown.witness.place.span.of(shown.witness_text)
