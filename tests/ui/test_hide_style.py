"""Differences of style can be hidden: on the page, in the list of edits, in the counts."""

from collections.abc import Callable

from PySide6.QtCore import QSettings, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from db.casefile import open_case
from db.search import WordIndex
from ui.desktop.app import build
from ui.desktop.window import MainWindow

Settle = Callable[[], None]
CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


def hide(window: MainWindow) -> None:
    QTest.keyClick(window, Qt.Key.Key_Y, CTRL | SHIFT)


def did(window: MainWindow) -> list[str]:
    return [row.did for row in window.workspace.witnesses.rows.rows[1:]]


def test_they_are_hidden_on_the_page_in_the_list_and_in_the_counts(framed: MainWindow) -> None:
    framed.commands["next_witness"].trigger()
    panels = framed.workspace
    assert did(framed) == ["1 edit", "2 edits of style"]
    assert panels.edits.rows.rowCount() == 2
    hide(framed)
    assert framed.commands["hide_style"].isChecked()
    assert did(framed) == ["1 edit", "same words"]
    assert panels.edits.rows.rowCount() == 0
    assert panels.edits.hidden.text() == "2 differences of style hidden."
    assert panels.edits.reason.text() == "This outlet has the same words; it differs in style only."
    assert panels.comparison.witness.mark_rect(0).isEmpty()
    assert panels.inspector.tabText(0) == "Edits  0"
    hide(framed)
    assert did(framed) == ["1 edit", "2 edits of style"]
    assert panels.edits.rows.rowCount() == 2
    assert panels.edits.hidden.isHidden()


def test_edits_of_the_words_stay(framed: MainWindow) -> None:
    hide(framed)
    assert [row.spoken for row in framed.workspace.edits.rows.rows] == [
        "Edit 1 of 1: wording, “leave” to “flee”, altered quote"
    ]
    assert framed.workspace.edits.hidden.isHidden()


def test_what_is_tagged_is_never_hidden(framed: MainWindow, settle: Settle) -> None:
    framed.commands["next_witness"].trigger()
    framed.commands["tag_edit_1"].trigger()
    settle()
    hide(framed)
    assert framed.workspace.edits.rows.rowCount() == 1
    assert framed.workspace.edits.hidden.text() == "1 difference of style hidden."


def test_it_holds_for_other_families_and_bases(framed: MainWindow, settle: Settle) -> None:
    hide(framed)
    framed.commands["next_witness"].trigger()
    framed.commands["base"].trigger()
    settle()
    assert "2 edits of style" not in did(framed)
    assert "same words" in did(framed)


def test_who_wants_white_space_listed_hides_no_style(framed: MainWindow) -> None:
    hide(framed)
    framed.commands["white_space"].trigger()
    assert not framed.commands["hide_style"].isChecked()
    hide(framed)
    assert not framed.commands["white_space"].isChecked()


def test_the_window_remembers_it(framed: MainWindow, settings: QSettings, qtbot: QtBot) -> None:
    hide(framed)
    framed.close()
    again, _ = build(open_case, QSettings(settings.fileName(), QSettings.Format.IniFormat), WordIndex)
    qtbot.addWidget(again)
    assert again.commands["hide_style"].isChecked()
    assert again.where.listed.style is False
    again.close()
