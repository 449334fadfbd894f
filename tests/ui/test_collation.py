"""The collation in place of the two sides: keys, focus, what is spoken, and how it follows the work around it."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel

from ui.desktop.collation.keys import collation_key_table
from ui.desktop.collation.kinds import Kind
from ui.desktop.collation.panel import CollationPanel
from ui.desktop.overlays import ShortcutSheet
from ui.desktop.window import MainWindow

Key, Mod = Qt.Key, Qt.KeyboardModifier
Settle = Callable[[], None]
Press = Callable[..., None]


@pytest.fixture
def press(window: MainWindow, settle: Settle) -> Press:
    def send(key: Qt.Key, modifiers: Qt.KeyboardModifier = Mod.NoModifier) -> None:
        QTest.keyClick(QApplication.focusWidget() or window, key, modifiers)
        settle()

    return send


@pytest.fixture
def own(opened: MainWindow, press: Press) -> CollationPanel:
    """The collation of three witnesses, opened by its key, in a window of its own."""
    press(Key.Key_C, Mod.ControlModifier | Mod.ShiftModifier)
    return opened.workspace.collation


@pytest.fixture
def panel(seen: MainWindow, send: Press) -> CollationPanel:
    """The same in a window that is only looked at."""
    send(Key.Key_C, Mod.ControlModifier | Mod.ShiftModifier)
    return seen.workspace.collation


def cell(panel: CollationPanel) -> tuple[str, Kind]:
    row, column = panel.view.current
    found = panel.view.table.columns[column].cells[row]
    return found.text, found.kind


def test_its_key_opens_it_at_the_current_edit_with_the_focus_in_it(seen: MainWindow, panel: CollationPanel) -> None:
    where = seen.where
    assert panel.view.hasFocus()
    assert panel.isVisible()
    assert not seen.workspace.comparison.isVisible()
    assert seen.commands["collation"].isChecked()
    assert cell(panel)[0] in where.edit.witness.of(where.comparison.witness_text)


def test_arrows_go_from_difference_to_difference_and_ctrl_through_every_column(
    panel: CollationPanel, send: Press
) -> None:
    table = panel.view.table
    variants = table.variants(style=True)
    send(Key.Key_Home)
    seen = [panel.view.current[1]]
    for _ in variants[1:]:
        send(Key.Key_Right)
        seen.append(panel.view.current[1])
    assert seen == variants
    send(Key.Key_Right)
    assert panel.view.current[1] == variants[-1]
    send(Key.Key_Left)
    assert panel.view.current[1] == variants[-2]
    send(Key.Key_Home, Mod.ControlModifier)
    assert panel.view.current[1] == 0
    send(Key.Key_Right, Mod.ControlModifier)
    assert panel.view.current[1] == 1
    send(Key.Key_End, Mod.ControlModifier)
    assert panel.view.current[1] == len(table.columns) - 1
    score = panel.view.score
    band = score.band_of(panel.view.current[1])
    send(Key.Key_PageUp)
    assert score.band_of(panel.view.current[1]) == band - 1
    send(Key.Key_PageDown)
    assert score.band_of(panel.view.current[1]) == band


def test_up_and_down_go_through_the_witnesses_and_the_inspector_follows(
    seen: MainWindow, panel: CollationPanel, send: Press
) -> None:
    send(Key.Key_Home)
    column = panel.view.current[1]
    before = seen.where.number
    send(Key.Key_Down if before == 0 else Key.Key_Up)
    assert seen.where.number != before
    assert panel.view.current == (seen.where.number + 1, column)
    for _ in range(3):
        send(Key.Key_Up)
    assert panel.view.current[0] == 1, "the base can be read but there is nothing to compare it with"


def test_a_cell_is_the_edit_that_lies_in_it_and_can_be_tagged(
    opened: MainWindow, own: CollationPanel, press: Press
) -> None:
    press(Key.Key_Home)
    while cell(own)[1] in (Kind.SAME, Kind.BLANK):
        press(Key.Key_Right)
    target = opened.where.edit_target
    assert target is not None
    press(Key.Key_1)
    assert opened.case.snapshot.tags_on(target)
    assert own.view.hasFocus()


def test_where_a_witness_reads_as_the_base_no_edit_is_current(
    seen: MainWindow, panel: CollationPanel, send: Press
) -> None:
    table = panel.view.table
    shared = next(k for k, column in enumerate(table.columns) if column.kinds == {Kind.SAME})
    panel.go_to(1, shared)
    assert seen.where.edit is None
    assert not seen.commands["tag_edit_1"].isEnabled()
    assert "word for word" not in seen.workspace.edits.reason.text()
    send(Key.Key_Down, Mod.AltModifier)
    assert seen.where.edit_number == 0
    assert panel.view.current[1] != shared


def test_the_next_edit_takes_the_cell_along(seen: MainWindow, panel: CollationPanel, send: Press) -> None:
    where = seen.where
    send(Key.Key_Home, Mod.AltModifier)
    for edit in where.comparison.edits:
        text, kind = cell(panel)
        base = panel.view.table.columns[panel.view.current[1]].cells[0].text
        assert where.edit == edit
        assert text in edit.witness.of(where.comparison.witness_text) or base in edit.base.of(
            where.comparison.base_text
        )
        assert kind is not Kind.BLANK
        send(Key.Key_Down, Mod.AltModifier)


def test_what_is_current_is_spoken_and_shown_in_the_status_line(
    seen: MainWindow, panel: CollationPanel, send: Press
) -> None:
    send(Key.Key_Home)
    spoken = panel.view.table.spoken(*panel.view.current)
    assert "witnesses" in spoken
    assert panel.view.accessibleName() == spoken
    assert seen.status.text.text() == spoken
    assert panel.view.accessibleDescription().startswith(f"Column {panel.view.current[1] + 1} of ")
    assert panel.readings.text() == panel.view.table.apparatus(panel.view.current[1])


def test_enter_opens_the_place_side_by_side_and_its_key_comes_back(
    seen: MainWindow, panel: CollationPanel, send: Press
) -> None:
    send(Key.Key_Home)
    while cell(panel)[1] in (Kind.SAME, Kind.BLANK):
        send(Key.Key_Right)
    place, edit = panel.view.current, seen.where.edit
    send(Key.Key_Return)
    assert seen.workspace.comparison.witness.hasFocus()
    assert seen.where.edit == edit
    assert not seen.commands["collation"].isChecked()
    send(Key.Key_C, Mod.ControlModifier | Mod.ShiftModifier)
    assert panel.view.hasFocus()
    assert panel.view.current == place


def test_enter_on_shared_words_selects_them_in_the_article(
    seen: MainWindow, panel: CollationPanel, send: Press
) -> None:
    shared = next(k for k, column in enumerate(panel.view.table.columns) if column.kinds == {Kind.SAME})
    panel.go_to(2, shared)
    words = cell(panel)[0]
    send(Key.Key_Return)
    assert seen.workspace.comparison.witness.textCursor().selectedText() == words


def test_escape_goes_back(seen: MainWindow, panel: CollationPanel, send: Press) -> None:
    send(Key.Key_Escape)
    assert seen.workspace.comparison.isVisible()
    assert seen.workspace.comparison.witness.hasFocus()


def test_the_sides_show_what_became_current_meanwhile(seen: MainWindow, panel: CollationPanel, send: Press) -> None:
    send(Key.Key_Down if seen.where.number == 0 else Key.Key_Up)
    send(Key.Key_Escape)
    shown = seen.workspace.comparison.witness.toPlainText().split()
    assert shown == seen.where.comparison.witness_text.split()


def test_b_makes_the_witness_the_base_without_collating_again(
    opened: MainWindow, own: CollationPanel, press: Press
) -> None:
    row = own.view.table.rows[own.view.current[0]]
    before = own.view.table.collation
    press(Key.Key_B)
    assert own.view.table.rows[0].articles == row.articles
    assert own.view.table.collation is before
    assert own.collated == 1
    press(Key.Key_Z, Mod.ControlModifier)
    assert own.view.table.rows[0].articles != row.articles
    assert own.collated == 1


def test_another_family_is_collated_and_the_first_is_remembered(
    two_families: MainWindow, press: Press, settle: Settle
) -> None:
    panel = two_families.workspace.collation
    two_families.commands["collation"].trigger()
    settle()
    first = panel.view.table.collation
    press(Key.Key_Down, Mod.ControlModifier)
    assert panel.view.table.total == len(two_families.where.family.witnesses)
    assert panel.view.table.collation is not first
    assert panel.collated == 2
    press(Key.Key_Up, Mod.ControlModifier)
    assert panel.view.table.collation is first
    assert panel.collated == 2


def test_what_comes_too_late_is_dropped(two_families: MainWindow, settle: Settle) -> None:
    panel, where = two_families.workspace.collation, two_families.where
    two_families.commands["collation"].trigger()
    where.step_family(1)
    where.step_family(-1)
    where.step_family(1)
    settle()
    assert panel.view.table.total == len(where.family.witnesses)
    assert [row.articles[0].id for row in panel.view.table.rows[:1]] == [where.comparison.base.place.article_id]


def test_nothing_is_collated_while_the_sides_are_shown(opened: MainWindow) -> None:
    assert opened.workspace.collation.view.table is None
    assert opened.workspace.collation.collated == 0


def test_another_case_leaves_nothing_behind(
    opened: MainWindow, own: CollationPanel, settle: Settle, tmp_path: Path
) -> None:
    opened.open_case(tmp_path / "New.variorum", create=True)
    settle()
    assert own.view.table is None


def test_style_is_left_out_by_its_key_and_by_its_box(seen: MainWindow, panel: CollationPanel, send: Press) -> None:
    send(Key.Key_S)
    assert not panel.style_box.isChecked()
    assert panel.heading.text().startswith("3 witnesses, differing in ")
    panel.style_box.click()
    assert seen.commands["collation_style"].isChecked()


def test_the_style_key_is_free_while_the_sides_are_shown(seen: MainWindow, panel: CollationPanel) -> None:
    assert seen.commands["collation_style"].isEnabled()
    seen.commands["collation"].trigger()
    assert not seen.commands["collation_style"].isEnabled()


def test_text_grows_with_the_zoom(opened: MainWindow, own: CollationPanel) -> None:
    before = own.view.score.height
    opened.commands["zoom_in"].trigger()
    opened.commands["zoom_in"].trigger()
    assert own.view.score.height > before


def test_a_click_goes_to_a_cell_and_a_click_on_the_heat_to_its_column(panel: CollationPanel, settle: Settle) -> None:
    score = panel.view.score
    band = score.bands[0]
    slot = band.slots[-1]
    x = panel.view.width() - 12 - (score.room - slot.x) + slot.width / 2
    QTest.mouseClick(panel.view.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(int(x) - 8, int(band.tops[2] + 12)))
    assert panel.view.current == (2, slot.column)
    last = len(panel.view.table.columns) - 1
    QTest.mouseClick(panel.heat, Qt.MouseButton.LeftButton, pos=panel.heat.bar(last).center().toPoint())
    assert panel.view.current == (2, last)


def test_the_panel_key_reaches_it(seen: MainWindow, panel: CollationPanel, send: Press) -> None:
    seen.workspace.lists.families.view.setFocus()
    send(Key.Key_F6)
    assert panel.view.hasFocus()


@pytest.mark.parametrize("scheme", ["theme_light", "theme_dark"])
def test_light_and_dark_paint_it_on_their_own_page(opened: MainWindow, own: CollationPanel, scheme: str) -> None:
    opened.commands[scheme].trigger()
    image = own.view.grab().toImage()
    foot = image.pixelColor(image.width() // 2, image.height() - 6)
    assert foot.name() == opened.themes.colour("page").name()
    opened.commands["theme_light"].trigger()


def test_its_keys_are_on_the_sheet_and_in_the_readme(seen: MainWindow, checkout: Path) -> None:
    sheet = ShortcutSheet(seen.keys.actions, seen)
    assert "In the collation" in [label.text() for label in sheet.findChildren(QLabel)]
    sheet.close()
    assert collation_key_table() in (checkout / "README.md").read_text("utf-8")
