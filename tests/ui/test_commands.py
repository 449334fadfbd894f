"""Menus, toolbar, command palette and key sheet: all made from the table of actions."""

from collections import defaultdict
from itertools import combinations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QToolBar

from ui.actions import ACTIONS, Enabled, Menu, action, apart, key_rows
from ui.desktop.keys import shown_key
from ui.desktop.overlays import CommandPalette, ShortcutSheet
from ui.desktop.window import MainWindow

# Commands


def test_every_action_of_the_table_is_in_its_menu(window: MainWindow) -> None:
    for entry, menu in ((entry, m) for m in window.menuBar().actions() for entry in ACTIONS):
        if menu.text().replace("&", "") != entry.menu.value:
            continue
        submenus = [sub.menu() for sub in menu.menu().actions() if sub.menu()]
        held = [*menu.menu().actions(), *(one for sub in submenus for one in sub.actions())]
        assert window.commands[entry.id] in held


def test_menus_stand_in_the_order_of_the_table(window: MainWindow) -> None:
    titles = [menu.text().replace("&", "") for menu in window.menuBar().actions()]
    assert titles == [menu.value for menu in Menu]
    letters = [menu.text()[menu.text().index("&") + 1] for menu in window.menuBar().actions()]
    assert len(set(letters)) == len(letters), "every menu opens by a letter of its own"


def test_the_keys_of_the_window_are_those_of_the_table(window: MainWindow) -> None:
    for entry in ACTIONS:
        portable = [
            key.toString(QKeySequence.SequenceFormat.PortableText) for key in window.commands[entry.id].shortcuts()
        ]
        assert portable == list(entry.keys)


def test_no_two_actions_of_the_window_share_a_key(window: MainWindow) -> None:
    holders: defaultdict[str, list[Enabled]] = defaultdict(list)
    for one in window.commands.all():
        for key in one.shortcuts():
            holders[key.toString()].append(action(one.objectName()).enabled)
    shared = [pair for rivals in holders.values() for pair in combinations(rivals, 2)]
    assert all(apart(*pair) for pair in shared), "one may mean two things only where the two are never there together"


def test_the_toolbar_holds_what_the_table_says(window: MainWindow) -> None:
    (bar,) = window.findChildren(QToolBar)
    held = [one.objectName() for one in bar.actions() if one.objectName()]
    assert held == [entry.id for entry in ACTIONS if entry.toolbar]
    for entry in ACTIONS:
        if entry.toolbar:
            assert bar.widgetForAction(window.commands[entry.id]).toolTip().startswith(entry.plain_text)


def test_without_a_case_only_what_needs_none_can_be_done(window: MainWindow) -> None:
    for entry in ACTIONS:
        assert window.commands[entry.id].isEnabled() == (entry.enabled is Enabled.ALWAYS)


def test_with_families_all_but_redo_stop_and_the_like_can_be_done(seen: MainWindow) -> None:
    listed = [entry for entry in ACTIONS if seen.commands[entry.id].isVisible()]
    off = {entry.id for entry in listed if not seen.commands[entry.id].isEnabled()}
    assert off == {
        "undo", "redo", "take_back", "stop", "open_export", "set_aside", "unplaced", "dismiss", "collation_style",
        "find_next", "find_previous", "bring_back",
    }  # fmt: skip


def test_tagging_actions_bear_the_names_of_the_codes(seen: MainWindow) -> None:
    assert seen.commands["tag_edit_1"].text() == "Tag the edit: Figure changed"
    assert seen.commands["tag_witness_2"].text() == "Tag the witness: Quote altered"
    used = {code.digit for code in seen.case.snapshot.codes}
    for digit in range(10):
        assert seen.commands[f"tag_edit_{digit}"].isVisible() == (digit in used)


# Palette and sheet


def test_the_palette_lists_what_can_be_seen_and_disables_what_cannot_be_done(seen: MainWindow) -> None:
    palette = CommandPalette(seen.commands.all(), seen)
    listed = {palette.list.model().index(k, 0).data(): k for k in range(palette.list.model().rowCount())}
    assert "Next edit" in listed
    assert "Tag the edit with code 0" not in listed
    flags = palette.list.model().index(listed["Undo"], 0).flags()
    assert not flags & Qt.ItemFlag.ItemIsEnabled
    spoken = palette.list.model().index(listed["Next edit"], 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == "Next edit, key Alt+Down"
    palette.close()


@pytest.mark.parametrize("typed", ["next ed", "ED NEXT", "edit next"])
def test_the_palette_finds_words_in_any_order(seen: MainWindow, typed: str) -> None:
    palette = CommandPalette(seen.commands.all(), seen)
    palette.field.setText(typed)
    found = [palette.list.model().index(k, 0).data() for k in range(palette.list.model().rowCount())]
    assert found == ["Next edit", "Next edit not reviewed"]
    palette.close()


@pytest.mark.parametrize("typed", ["(", "[a", "*", "\\", "…"])
def test_signs_typed_into_the_palette_are_only_signs(seen: MainWindow, typed: str) -> None:
    palette = CommandPalette(seen.commands.all(), seen)
    palette.field.setText(typed)
    assert palette.list.model().rowCount() <= len(ACTIONS)
    QTest.keyClick(palette.field, Qt.Key.Key_Return)
    assert not palette.isVisible()


def test_the_palette_is_walked_by_rows_pages_and_ends(seen: MainWindow) -> None:
    palette = CommandPalette(seen.commands.all(), seen)
    palette.show()
    model = palette.list.model()
    able = [k for k in range(model.rowCount()) if model.index(k, 0).flags() & Qt.ItemFlag.ItemIsEnabled]

    def press(key: Qt.Key) -> int:
        QTest.keyClick(palette.field, key)
        return palette.list.currentIndex().row()

    assert press(Qt.Key.Key_End) == able[-1]
    assert press(Qt.Key.Key_Down) == able[-1]
    assert press(Qt.Key.Key_Home) == able[0]
    assert press(Qt.Key.Key_Up) == able[0]
    assert press(Qt.Key.Key_Down) == able[1]
    below = press(Qt.Key.Key_PageDown)
    assert below in able[5:-5], "a page is more than a few rows and less than all"
    assert press(Qt.Key.Key_PageUp) in able[:4], "a command that cannot be taken is never where one comes to stand"
    palette.close()


def test_home_with_shift_stays_with_what_is_typed(seen: MainWindow) -> None:
    palette = CommandPalette(seen.commands.all(), seen)
    palette.show()
    QTest.keyClicks(palette.field, "edit")
    QTest.keyClick(palette.field, Qt.Key.Key_Home, Qt.KeyboardModifier.ShiftModifier)
    assert palette.field.selectedText() == "edit"
    palette.close()


def test_the_palette_says_that_nothing_matches(seen: MainWindow) -> None:
    palette = CommandPalette(seen.commands.all(), seen)
    palette.show()
    assert palette.nothing.isHidden()
    palette.field.setText("elephant")
    assert palette.nothing.isVisible()
    assert palette.nothing.text() == palette.field.accessibleDescription() == "No command of that name"
    palette.field.setText("edit")
    assert palette.nothing.isHidden()
    assert palette.field.accessibleDescription() == ""
    palette.close()


def test_the_palette_paints_its_keys(seen: MainWindow) -> None:
    palette = CommandPalette(seen.commands.all(), seen)
    palette.show()
    assert not palette.grab().isNull()
    palette.close()


def test_the_sheet_shows_every_row_of_the_table(seen: MainWindow) -> None:
    sheet = ShortcutSheet(seen.keys.actions, seen)
    shown = {label.text() for label in sheet.findChildren(QLabel)}
    for row in key_rows():
        assert row.text in shown
        assert {shown_key(key) for key in row.keys} <= shown
    assert {menu.value for menu in Menu} <= shown
    sheet.close()
