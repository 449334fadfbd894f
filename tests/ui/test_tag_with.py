"""Tagging with any code by typing its name, and the codes in the inspector as they stand under one another."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from ui.desktop.codebook.chooser import CodeChooser, by_last_use
from ui.desktop.codebook.window import CodebookWindow
from ui.desktop.window import MainWindow

Settle = Callable[[], None]
CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def many(opened: MainWindow, settle: Settle) -> MainWindow:
    """A window on a case with more codes than there are keys."""
    for name in ("Slur", "Praise", "Irony", "Jargon", "Nickname & co"):
        opened.case.decide(lambda session, name=name: session.add_code(name, session.snapshot().code["loaded"]))
    settle()
    opened.workspace.comparison.witness.setFocus()
    return opened


def chooser(window: MainWindow) -> CodeChooser:
    return next(shown for shown in window.findChildren(CodeChooser) if shown.isVisible())


def listed(window: MainWindow) -> list[str]:
    model = chooser(window).list.model()
    return [model.index(row, 0).data() for row in range(model.rowCount())]


def choose(window: MainWindow, text: str, settle: Settle) -> None:
    QTest.keyClicks(chooser(window).field, text)
    QTest.keyClick(chooser(window).field, Qt.Key.Key_Return)
    settle()


def test_a_code_without_a_key_is_put_on_the_edit_and_taken_away(many: MainWindow, settle: Settle, qtbot: QtBot) -> None:
    QTest.keyClick(many.workspace.comparison.witness, Qt.Key.Key_T)
    choose(many, "slu", settle)
    (tag,) = many.case.snapshot.tags
    assert many.case.snapshot.code[tag.code_id].name == "Slur"
    assert tag.target == many.where.edit_target
    many.activateWindow()
    qtbot.waitUntil(many.isActiveWindow)
    QTest.keyClick(many.workspace.comparison.witness, Qt.Key.Key_T)
    assert listed(many)[0] == "Loaded word / Slur", "the one used last comes first"
    assert chooser(many).list.model().index(0, 0).data(Qt.ItemDataRole.UserRole).beside == "✓ on it"
    choose(many, "", settle)
    assert many.case.snapshot.tags == ()


def test_a_code_is_put_on_the_whole_witness(many: MainWindow, settle: Settle) -> None:
    QTest.keyClick(many.workspace.comparison.witness, Qt.Key.Key_T, CTRL)
    choose(many, "loaded irony", settle)
    (tag,) = many.case.snapshot.tags
    assert (many.case.snapshot.code[tag.code_id].name, tag.target) == ("Irony", many.where.witness_target)


def test_those_used_last_come_first_and_each_once(many: MainWindow, settle: Settle) -> None:
    for digit in (3, 1, 3):
        many.commands[f"tag_edit_{digit}"].trigger()
        settle()
        many.commands["next_edit"].trigger()
    names = [code.name for code in by_last_use(many.case.snapshot)]
    assert names[:3] == ["Hedge dropped", "Figure changed", "Quote altered"]
    assert len(names) == len(set(names)) == len(many.case.snapshot.codes)


def test_what_no_code_is_called_is_said_and_escape_leaves(many: MainWindow, settle: Settle) -> None:
    QTest.keyClick(many.workspace.comparison.witness, Qt.Key.Key_T)
    shown = chooser(many)
    QTest.keyClicks(shown.field, "zzz")
    assert shown.nothing.text() == "No code of that name"
    assert shown.nothing.isVisible()
    QTest.keyClick(shown.field, Qt.Key.Key_Return)
    settle()
    assert many.case.snapshot.tags == ()


def test_the_panel_shows_what_stands_under_what_and_no_more_than_fits(many: MainWindow, qtbot: QtBot) -> None:
    panel = many.workspace.codebook
    buttons = panel.findChildren(QPushButton, "code")
    by_name = {button.text(): button for button in buttons}
    assert len(buttons) == 14
    assert by_name["Slur"].x() > by_name["Loaded word"].x()
    assert by_name["Slur"].accessibleName() == "Loaded word / Slur"
    assert by_name["Loaded word"].accessibleName() == "Loaded word, key 5"
    assert "Nickname && co" in by_name
    assert panel.more.isVisible()
    assert panel._scroll.height() < panel._scroll.widget().sizeHint().height()
    last = by_name["To be checked"]
    last.setFocus()
    seen = last.mapTo(panel._scroll.viewport(), QPoint(0, last.height() - 1)).y()
    assert 0 < seen <= panel._scroll.viewport().height()


def test_a_nested_code_is_put_on_by_its_button(many: MainWindow, settle: Settle) -> None:
    button = next(b for b in many.workspace.codebook.findChildren(QPushButton, "code") if b.text() == "Slur")
    button.click()
    settle()
    assert [many.case.snapshot.code[tag.code_id].name for tag in many.case.snapshot.tags] == ["Slur"]
    assert button.isChecked()


def test_the_panel_opens_the_editor(opened: MainWindow) -> None:
    assert not opened.workspace.codebook.more.isVisible(), "every code has a key"
    opened.workspace.codebook.edit.click()
    assert [shown.isVisible() for shown in opened.findChildren(CodebookWindow)] == [True]


def test_the_panel_gives_room_by_the_height_of_the_window(many: MainWindow, qtbot: QtBot) -> None:
    rows = many.workspace.codebook._scroll
    at_800 = rows.height()
    assert at_800 % many.workspace.codebook.findChild(QPushButton, "code").sizeHint().height() == 0, "no row is cut"
    many.resize(1280, 1400)
    qtbot.waitUntil(lambda: rows.height() > at_800)
    assert rows.height() == rows.widget().sizeHint().height()
    many.resize(1280, 620)
    one = many.workspace.codebook.findChild(QPushButton, "code").sizeHint().height()
    qtbot.waitUntil(lambda: 5 * one <= rows.height() < at_800)


def test_an_empty_codebook_is_said(opened: MainWindow, settle: Settle) -> None:
    for code in opened.case.snapshot.codes:
        opened.case.decide(lambda session, code=code: session.delete_code(code))
    settle()
    opened.commands["tag_with"].trigger()
    assert opened.status.text.text() == "The codebook has no codes yet; Ctrl+B opens it."
    assert opened.workspace.codebook._scroll.height() == 0


def test_what_is_marked_comes_before_the_edit(many: MainWindow, settle: Settle) -> None:
    many.workspace.marking.begin()
    marked = many.workspace.marking.target()
    assert marked is not None
    many.commands["tag_with"].trigger()
    assert chooser(many).accessibleName() == "Tag what is marked with…"
    choose(many, "irony", settle)
    assert [tag.target for tag in many.case.snapshot.tags] == [marked]
