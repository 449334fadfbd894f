"""A person's word on where a passage comes from, given and taken back by keyboard."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from tests.ui.test_accessible import name_of, reachable
from tests.ui.test_frame_panel import lines, told
from ui.desktop.inspector.frame_words import BY_HAND
from ui.desktop.inspector.origin_dialog import NONE, OPEN, OriginDialog, ways
from ui.desktop.window import MainWindow

Settle = Callable[[], None]


@pytest.fixture
def ask(framed: MainWindow, qtbot: QtBot) -> Callable[[], OriginDialog]:
    def opened() -> OriginDialog:
        framed.activateWindow()  # which a desktop does by itself when a dialog closes
        qtbot.waitUntil(framed.isActiveWindow)
        QTest.keyClick(framed, Qt.Key.Key_P)
        dialog = framed.findChildren(OriginDialog)[-1]
        qtbot.waitUntil(dialog.isActiveWindow)
        return dialog

    return opened


def words(dialog: OriginDialog) -> list[str]:
    return [dialog.list.item(number).text() for number in range(dialog.list.count())]


def choose(dialog: OriginDialog, down: int) -> None:
    for _ in range(down):
        QTest.keyClick(dialog.list, Qt.Key.Key_Down)
    QTest.keyClick(dialog.list, Qt.Key.Key_Return)


def verdict(window: MainWindow) -> list[str]:
    at = lines(window).index("Where it probably comes from")
    return lines(window)[at + 1 : at + 3]


def test_it_offers_the_other_witnesses_none_of_them_and_the_program(ask: Callable[[], OriginDialog]) -> None:
    dialog = ask()
    assert words(dialog) == [
        f"{OPEN} (as it is now)",
        NONE,
        "Velm Wire, 2 May 2031 — “Barges to leave Velm” (probable, says the program)",
        "Morning Post, 4 May 2031 — “No word to the harbour”",
    ]
    assert dialog.list.currentRow() == 0
    assert "So far: Probably derived from Velm Wire." in [label.text() for label in dialog.findChildren(QLabel)]
    assert all(name_of(widget).strip() for widget in reachable(dialog))


def test_what_is_chosen_is_kept_at_once_and_shown_as_by_hand(
    ask: Callable[[], OriginDialog], framed: MainWindow, settle: Settle
) -> None:
    choose(ask(), 3)
    settle()
    place, parent = next(iter(framed.case.snapshot.overrides.items()))
    article = framed.case.snapshot.article
    assert (article[place.article_id].outlet, article[parent.article_id].outlet) == (
        "The Evening Lantern",
        "Morning Post",
    )
    assert verdict(framed) == ["A person decided that it derives from Morning Post.", BY_HAND]
    assert words(ask())[3].endswith("(as it is now, by hand)")


def test_none_of_them_and_back_to_the_program(
    ask: Callable[[], OriginDialog], framed: MainWindow, settle: Settle
) -> None:
    choose(ask(), 1)
    settle()
    assert verdict(framed) == ["A person decided that it derives from no witness here.", BY_HAND]
    dialog = ask()
    assert dialog.list.currentRow() == 1, "what holds is chosen"
    QTest.keyClick(dialog.list, Qt.Key.Key_Home)
    choose(dialog, 0)
    settle()
    assert framed.case.snapshot.overrides == {}
    assert verdict(framed)[0] == "Probably derived from Velm Wire."


def test_it_is_undone_and_done_again(ask: Callable[[], OriginDialog], framed: MainWindow, settle: Settle) -> None:
    choose(ask(), 3)
    settle()
    framed.commands["undo"].trigger()
    settle()
    assert framed.case.snapshot.overrides == {}
    assert BY_HAND not in told(framed)
    framed.commands["redo"].trigger()
    settle()
    assert BY_HAND in told(framed)


def test_escape_and_what_holds_already_change_nothing(
    ask: Callable[[], OriginDialog], framed: MainWindow, settle: Settle
) -> None:
    QTest.keyClick(ask().list, Qt.Key.Key_Escape)
    settle()
    choose(ask(), 0)
    settle()
    assert framed.case.snapshot.overrides == {}
    assert framed.case.snapshot.undo_summary == ""
    assert not framed.findChildren(OriginDialog)


def test_a_witness_is_not_from_one_that_is_from_itself(
    ask: Callable[[], OriginDialog], framed: MainWindow, settle: Settle
) -> None:
    choose(ask(), 3)
    settle()
    framed.commands["next_witness"].trigger()
    dialog = ask()
    assert words(dialog)[3].endswith("(comes from this one, by hand)")
    for _ in range(9):
        QTest.keyClick(dialog.list, Qt.Key.Key_Down)
        assert dialog.list.currentRow() != 3, "it is stepped over"
    dialog.list.setCurrentRow(3)
    choose(dialog, 0)
    settle()
    assert dialog.isVisible()
    assert len(framed.case.snapshot.overrides) == 1
    dialog.reject()
    (way,) = [way for way in ways(framed.case.snapshot, framed.where.comparison, None) if way.hindered]
    assert way.words.startswith("The Evening Lantern")


def test_where_nothing_is_compared_nothing_is_asked(window: MainWindow) -> None:
    assert not window.commands["origin"].isEnabled()
