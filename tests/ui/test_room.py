"""Room for the texts: how the middle is shared out, what can be hidden, what is brief where room is short."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QSettings, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QBoxLayout, QMenu, QToolBar, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.by_hand import comparison, snapshot_of
from ui.desktop.inspector.note_panel import NoteField
from ui.desktop.marking.find_bar import FindBar
from ui.desktop.parts import headed
from ui.desktop.review.twin_panel import TwinPanel
from ui.desktop.sided import LISTS, MARGIN, Sided
from ui.desktop.sides.side_header import SideHeader
from ui.desktop.theme import Themes
from ui.desktop.view_switch import SWITCHED
from ui.desktop.window import MainWindow

Key, Mod = Qt.Key, Qt.KeyboardModifier
LOWEST_SCREEN = 768
SMALLEST = 940, 600
"""A small screen at twice the size, in pixels of the program."""
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
    head.count_witnesses("3 witnesses, by hand and by much more")
    assert seen.workspace.witnesses.legend.isHidden(), "it gives way to longer words too"
    head.count_witnesses("3 witnesses")
    assert not seen.workspace.witnesses.legend.isHidden()
    head.resize(wide - 20, 30)
    assert seen.workspace.witnesses.legend.isHidden()
    assert not seen.workspace.witnesses.heading.isHidden()
    head.resize(20, 30)
    assert seen.workspace.witnesses.heading.isHidden()


def test_the_number_of_witnesses_is_never_cut_when_its_words_grow(
    opened: MainWindow, settle: Callable[[], None]
) -> None:
    bar, family = opened.workspace.witnesses, opened.where.family
    assert family is not None
    bar.head.setFixedWidth(bar.heading.sizeHint().width() + 2)
    assert not bar.heading.isHidden()
    opened.commands["interface_larger"].trigger()
    assert bar.heading.isHidden(), "its letters grew"
    opened.commands["interface_normal"].trigger()
    assert not bar.heading.isHidden()
    opened.case.decide(lambda session: session.take_out(family, family.witnesses[2]))
    settle()
    assert bar.heading.text() == "2 witnesses, by hand"
    assert bar.heading.isHidden(), "there are more words"


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


def test_a_panel_grows_with_the_window_until_its_border_is_moved(qtbot: QtBot, settings: QSettings) -> None:
    def made() -> Sided:
        panel, work = QWidget(), QWidget()
        both = Sided(LISTS, panel, panel, work)
        qtbot.addWidget(both)
        both.resize(1280, 600)
        both.show()
        return both

    sided = made()
    widths = [sided.sizes()[0]]
    for width in (1920, 3840):
        sided.resize(width, 600)
        widths.append(sided.sizes()[0])
    assert widths[0] == LISTS.width
    assert widths[0] < widths[1] < widths[2] == LISTS.most
    sided.keep(settings, "here")
    assert settings.value("here") is None, "nothing a person did"
    sided.resize(1280, 600)
    sided.moveSplitter(500, 1)
    sided.resize(1400, 600)
    assert sided.sizes()[0] == 500
    sided.keep(settings, "here")
    again = made()
    again.take_back(settings, "here")
    again.resize(1600, 600)
    assert again.sizes()[0] == 500
    assert MARGIN.at(MARGIN.of) == MARGIN.width


def test_a_window_of_another_size_shares_its_height_out_anew(opened: MainWindow, settle: Callable[[], None]) -> None:
    opened.resize(1280, 500)
    settle()
    wanted = opened.workspace.witnesses.wanted_height()
    halves = opened.workspace._middle
    assert halves.sizes()[0] < wanted, "not every witness fits a low window"
    opened.resize(1280, 1100)
    settle()
    assert halves.sizes()[0] >= wanted


def test_whatever_is_opened_fits_the_smallest_window(opened: MainWindow) -> None:
    opened.commands["filters"].trigger()
    assert opened.workspace.lists.families.panel.isVisible()
    assert opened.minimumSizeHint().height() <= SMALLEST[1]
    opened.workspace.comparison.witness.setFocus()
    opened.commands["filter"].trigger()
    assert opened.workspace.views.find_bar.isVisible()
    assert opened.minimumSizeHint().width() <= SMALLEST[0]


def test_the_find_bar_stands_in_two_lines_where_one_is_too_narrow(qtbot: QtBot) -> None:
    bar = FindBar()
    column = headed(bar, QWidget())
    qtbot.addWidget(column)
    column.show()
    bar.show()
    for width, in_two in ((bar.minimumSizeHint().width(), True), (900, False)):
        column.resize(width, 200)
        QApplication.sendPostedEvents()
        assert (bar.next.geometry().top() > bar.field.geometry().bottom()) == in_two


def test_buttons_stand_one_above_the_other_where_their_words_would_be_cut(qtbot: QtBot, settings: QSettings) -> None:
    ground = QWidget()
    qtbot.addWidget(ground)
    panel = TwinPanel(Themes(settings))
    panel.setParent(ground)
    ground.show()
    panel.show()
    for width, above in ((140, True), (500, False)):
        panel.resize(width, 400)
        assert (panel._foot.direction() is QBoxLayout.Direction.TopToBottom) == above


def test_a_narrow_head_names_the_outlet_rather_than_what_the_side_is(qtbot: QtBot) -> None:
    head = SideHeader("WITNESS")
    qtbot.addWidget(head)
    found = comparison("The barges will leave at dawn", "The barges left at dawn")
    head.resize(500, 60)
    head.show()
    head.show_place(snapshot_of(found), found.witness.place, "WITNESS 1 OF 3")
    assert head.role.text() == "WITNESS 1 OF 3"
    head.resize(190, 60)
    QApplication.sendPostedEvents()
    assert head.role.text() == "1 OF 3"
    assert head.outlet.text() == "Outlet 2"
    assert head.role.toolTip() == "Witness 1 of 3"
    head.resize(500, 60)
    assert head.role.text() == "WITNESS 1 OF 3"


def test_a_low_field_says_as_many_sentences_as_it_has_room_for(qtbot: QtBot) -> None:
    field = NoteField()
    qtbot.addWidget(field)
    field.resize(260, 100)
    field.show()
    field.set_hint("N writes a note. It is saved as you type. Esc stays.")
    assert field.placeholderText() == "N writes a note. It is saved as you type. Esc stays."
    field.resize(150, 34)
    assert field.placeholderText() == "N writes a note."


def test_no_tool_is_hidden_in_a_narrow_window(opened: MainWindow, settle: Callable[[], None]) -> None:
    bar = opened.findChild(QToolBar)
    assert bar is not None

    def tools() -> list[QToolButton]:
        found = [bar.widgetForAction(entry) for entry in bar.actions()]
        return [one for one in found if isinstance(one, QToolButton)]

    worded = [one.toolButtonStyle() for one in tools()]
    wide = opened.width()
    opened.resize(opened.minimumSizeHint().width(), 700)
    settle()
    assert all(one.isVisible() and one.geometry().right() < bar.width() for one in tools())
    assert [one.toolButtonStyle() for one in tools()] != worded, "words give way to buttons"
    assert all(one.toolTip() for one in tools())
    opened.resize(wide, 700)
    settle()
    assert [one.toolButtonStyle() for one in tools()] == worded
