"""Room for the texts: how the middle is shared out, what can be hidden, what is brief where room is short."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QSettings, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu

from ui.desktop.sides.side_header import SideHeader
from ui.desktop.view_switch import SWITCHED
from ui.desktop.window import MainWindow

Key, Mod = Qt.Key, Qt.KeyboardModifier
LOWEST_SCREEN = 768
BARS = 60
"""What a window's title and its menu bar take of a screen, in pixels."""


@pytest.fixture
def press(window: MainWindow, settle: Callable[[], None]) -> Callable[..., None]:
    def send(key: Qt.Key, modifiers: Qt.KeyboardModifier = Mod.NoModifier) -> None:
        QTest.keyClick(QApplication.focusWidget() or window, key, modifiers)
        settle()

    return send


def test_texts_have_nearly_half_of_the_middle_at_least(seen: MainWindow) -> None:
    above, below = seen.workspace._middle.sizes()
    assert above > 0
    assert below >= 0.43 * (above + below)


def test_a_border_that_was_moved_stays_for_the_next_family_and_the_next_start(
    opened: MainWindow, settings: QSettings, settle: Callable[[], None]
) -> None:
    halves = opened.workspace._middle
    halves.moveSplitter(120, 1)
    moved = halves.sizes()
    halves.fit("another family")
    assert halves.sizes() == moved
    halves.save(settings)
    halves.setSizes([300, 200])
    halves.restore(settings)
    settle()
    assert halves.sizes() == moved


def test_a_key_hides_lists_and_witnesses_and_shows_them_again(seen: MainWindow, send: Callable[..., None]) -> None:
    panels = seen.workspace
    panels.lists.families.view.setFocus()
    send(Key.Key_F11)
    assert panels.lists.isHidden()
    assert panels.witnesses.isHidden()
    focused = QApplication.focusWidget()
    assert focused is not None
    assert focused.isVisible(), "what had the focus was hidden: it must be somewhere that can be seen"
    send(Key.Key_F11)
    assert panels.lists.isVisible()
    assert panels.witnesses.isVisible()


@pytest.mark.parametrize("wanted", ["families", "articles", "filter", "filters"])
def test_asking_for_a_list_brings_it_back(seen: MainWindow, send: Callable[..., None], wanted: str) -> None:
    send(Key.Key_F11)
    seen.workspace.inspector.edits.view.setFocus()
    seen.commands[wanted].trigger()
    assert seen.workspace.lists.isVisible()
    assert not seen.commands["room"].isChecked()


def test_the_loop_goes_on_while_lists_are_hidden(two_families: MainWindow, press: Callable[..., None]) -> None:
    press(Key.Key_F11)
    before = two_families.where.family
    press(Key.Key_Down, Mod.ControlModifier)
    assert two_families.where.family is not before
    assert two_families.workspace.lists.isHidden()


def test_no_view_of_the_switch_is_cut(seen: MainWindow, settle: Callable[[], None]) -> None:
    switch = seen.workspace.middle.switch
    for view in SWITCHED:
        seen.workspace.middle.show_view(view)
        settle()
        last = switch.tabRect(len(SWITCHED) - 1)
        assert last.right() <= switch.width(), view
        needed = switch.fontMetrics().horizontalAdvance(SWITCHED[-1].value)
        assert last.width() > needed


def test_what_the_signs_mean_stands_beside_the_switch_where_there_is_room(seen: MainWindow) -> None:
    head = seen.workspace.witnesses.head
    wide = head.sizeHint().width()
    head.resize(wide + 20, 30)
    assert not seen.workspace.witnesses.legend.isHidden()
    head.resize(wide - 20, 30)
    assert seen.workspace.witnesses.legend.isHidden()
    assert not seen.workspace.witnesses.heading.isHidden()
    head.resize(20, 30)
    assert seen.workspace.witnesses.heading.isHidden()


def test_a_head_takes_two_lines_where_there_is_little_room_and_says_the_rest_as_tool_tip(seen: MainWindow) -> None:
    head: SideHeader = seen.workspace.comparison.base_head
    head.set_compact(False)
    three = head.sizeHint().height()
    head.set_compact(True)
    assert head.sizeHint().height() < three
    assert head.source.isHidden()
    assert head.source._whole in head.toolTip()
    head.set_compact(False)
    assert head.sizeHint().height() == three


def test_every_menu_fits_a_small_screen(seen: MainWindow) -> None:
    for entry in seen.menuBar().actions():
        menu = entry.menu()
        assert isinstance(menu, QMenu)
        assert menu.sizeHint().height() <= LOWEST_SCREEN - BARS, entry.text()


def test_no_two_menus_share_a_letter(seen: MainWindow) -> None:
    letters = [entry.text()[entry.text().index("&") + 1].lower() for entry in seen.menuBar().actions()]
    assert len(set(letters)) == len(letters)


def test_a_lock_between_the_heads_says_whether_both_sides_scroll_together(
    seen: MainWindow, send: Callable[..., None]
) -> None:
    sides = seen.workspace.comparison
    button = sides.lock_button
    assert button.isVisible()
    closed = button.icon().pixmap(18, 18).toImage()
    button.setFocus()
    send(Key.Key_Space)
    assert not sides.locked
    assert button.icon().pixmap(18, 18).toImage() != closed
    assert seen.status.text.text() == "Each side scrolls alone."
    seen.commands["lock"].trigger()
    assert sides.locked
    assert button.icon().pixmap(18, 18).toImage() == closed


def test_the_foot_is_as_high_while_work_is_shown_as_without(opened: MainWindow, settle: Callable[[], None]) -> None:
    status = opened.status
    settle()
    still = status.height()
    for widget in (status.stage, status.bar, status.cancel, status.open_button):
        widget.show()
    settle()
    assert status.height() == still
