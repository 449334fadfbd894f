"""The editor of the codebook in front of a real case, and what it takes to work in it by keyboard."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from ui.desktop.codebook.window import CodebookWindow
from ui.desktop.window import MainWindow
from workbench.model import Code

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
