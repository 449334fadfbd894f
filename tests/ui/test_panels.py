"""The panels one by one, on a real case: what they show and what they do when used."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QPushButton, QStyle, QStyleOptionViewItem
from pytestqt.qtbot import QtBot

from tests.ui.by_hand import comparison, snapshot_of
from ui.desktop.fonts import reading_font
from ui.desktop.models import ROW_ROLE
from ui.desktop.painting import CardDelegate, is_cut, layout_height, pieces_layout, wrapped
from ui.desktop.signs import Piece, Sign
from ui.desktop.window import MainWindow
from ui.desktop.witness_bar import witness_rows
from workbench.spans import Span

Settle = Callable[[], None]


def inks(image: QImage) -> set[str]:
    """Every colour of an image."""
    return {image.pixelColor(x, y).name() for x in range(image.width()) for y in range(image.height())}


def row_image(window: MainWindow, delegate: CardDelegate, view: object, row: int, *, selected: bool = False) -> QImage:
    """One painted row."""
    index = view.model().index(row, 0)
    option = QStyleOptionViewItem()
    option.rect = QRect(0, 0, 700, 10)
    option.rect = QRect(QPoint(0, 0), QSize(700, delegate.sizeHint(option, index).height()))
    if selected:
        option.state |= QStyle.StateFlag.State_Selected
    image = QImage(option.rect.size(), QImage.Format.Format_RGB32)
    painter = QPainter(image)
    delegate.paint(painter, option, index)
    painter.end()
    return image


# Codebook


def buttons(window: MainWindow) -> list[QPushButton]:
    return window.workspace.codebook.findChildren(QPushButton, "code")


def test_every_code_has_a_button_with_its_key(opened: MainWindow) -> None:
    codes = opened.case.snapshot.codes
    assert {button.text() for button in buttons(opened)} == {code.name for code in codes}
    named = {button.accessibleName() for button in buttons(opened)}
    assert {f"{code.name}, key {code.digit}" for code in codes if code.digit >= 0} <= named


def test_a_button_does_what_its_digit_does_and_shows_it(opened: MainWindow, settle: Settle) -> None:
    first = next(button for button in buttons(opened) if button.text() == "Figure changed")
    first.click()
    settle()
    assert first.isChecked()
    assert [tag.code_id for tag in opened.case.snapshot.tags] == ["figure"]
    opened.commands["tag_edit_1"].trigger()
    settle()
    assert not first.isChecked()


def test_the_buttons_follow_the_current_edit(opened: MainWindow, settle: Settle) -> None:
    opened.commands["tag_edit_2"].trigger()
    settle()
    pressed = [button.text() for button in buttons(opened) if button.isChecked()]
    assert pressed == ["Quote altered"]
    opened.commands["next_edit"].trigger()
    assert not any(button.isChecked() for button in buttons(opened))


def test_what_is_on_the_whole_witness_is_said_apart(opened: MainWindow, settle: Settle) -> None:
    panel = opened.workspace.codebook
    assert panel.on_witness.isHidden()
    opened.commands["tag_witness_8"].trigger()
    settle()
    assert panel.on_witness.text() == "On the whole witness: Claim added"
    assert not any(button.isChecked() for button in buttons(opened))


# Edits


def test_the_head_of_the_edits_says_where_one_is_and_why(opened: MainWindow) -> None:
    panel = opened.workspace.edits
    number = opened.where.edit_number
    assert panel.heading.text().startswith(f"Edit {number + 1} of {len(opened.where.comparison.edits)} · ")
    opened.where.go_to_edit(number + 1)
    assert panel.heading.text().startswith(f"Edit {number + 2} of ")
    assert panel.view.currentIndex().row() == number + 1
    assert panel.view.accessibleDescription().startswith(f"Edit {number + 2} of ")


def test_walking_the_list_of_edits_by_arrow_moves_the_current_edit(opened: MainWindow) -> None:
    view = opened.workspace.edits.view
    view.setFocus()
    number = opened.where.edit_number
    QTest.keyClick(view, Qt.Key.Key_Down)
    assert opened.where.edit_number == number + 1


def test_an_edit_shows_its_tags_and_note(opened: MainWindow, settle: Settle) -> None:
    number = opened.where.edit_number
    opened.commands["tag_edit_3"].trigger()
    opened.decisions.write_note(opened.where.edit_target, "Ask the desk")
    settle()
    row = opened.workspace.edits.rows.rows[number]
    assert [code.name for code in row.codes] == ["Hedge dropped"]
    assert row.spoken.endswith("tagged Hedge dropped, note: Ask the desk")
    taller = opened.workspace.edits.view.sizeHintForRow(number)
    opened.commands["undo"].trigger()
    settle()
    assert opened.workspace.edits.view.sizeHintForRow(number) < taller


# Witnesses


def test_the_bar_shows_every_witness_with_the_base_first(opened: MainWindow) -> None:
    rows = opened.workspace.witnesses.rows.rows
    assert len(rows) == 3
    assert [row.is_base for row in rows] == [True, False, False]
    assert "3 witnesses" in opened.workspace.witnesses.heading.text()


def test_the_bar_and_the_sides_go_together(opened: MainWindow) -> None:
    bar = opened.workspace.witnesses.view
    bar.setFocus()
    assert bar.currentIndex().row() == 1
    QTest.keyClick(bar, Qt.Key.Key_Down)
    assert opened.where.number == 1
    assert opened.workspace.comparison.witness_head.role.text() == "WITNESS 2 OF 2"
    opened.commands["previous_witness"].trigger()
    assert bar.currentIndex().row() == 1


def test_the_base_is_not_entered_by_arrow(opened: MainWindow) -> None:
    bar = opened.workspace.witnesses.view
    bar.setFocus()
    QTest.keyClick(bar, Qt.Key.Key_Up)
    assert bar.currentIndex().row() == 1
    assert opened.where.number == 0


def test_a_rendering_is_painted_with_its_signs(opened: MainWindow) -> None:
    panel = opened.workspace.witnesses
    image = row_image(opened, panel.view.delegate, panel.view, 1)
    grounds = {opened.themes.colour(f"{name}_ground").name() for name in ("added", "removed", "current")}
    assert grounds <= inks(image)
    base = inks(row_image(opened, panel.view.delegate, panel.view, 0))
    assert not grounds & base
    assert opened.themes.colour("accent").name() in base


def test_the_selected_row_is_told_by_more_than_its_ground(opened: MainWindow) -> None:
    panel = opened.workspace.witnesses
    image = row_image(opened, panel.view.delegate, panel.view, 1, selected=True)
    assert image.pixelColor(1, 10) == opened.themes.colour("selected_edge")


def test_all_painted_rows_can_be_painted_at_any_width(opened: MainWindow) -> None:
    lists = opened.workspace.lists
    for view in (
        lists.families.view,
        lists.articles.view,
        opened.workspace.witnesses.view,
        opened.workspace.edits.view,
    ):
        for width in (60, 200, 1500):
            option = QStyleOptionViewItem()
            option.rect = QRect(0, 0, width, 10)
            index = view.model().index(0, 0)
            hint = view.delegate.sizeHint(option, index)
            assert hint.height() > 20
            option.rect = QRect(0, 0, width, hint.height())
            image = QImage(option.rect.size(), QImage.Format.Format_RGB32)
            painter = QPainter(image)
            view.delegate.paint(painter, option, index)
            painter.end()


def test_many_witnesses_are_shortened_so_that_all_can_be_seen() -> None:
    many = " ".join(f"word{k}" for k in range(40))
    found = comparison(f"{many} twelve", f"{many} twenty")
    few = witness_rows(snapshot_of(found), (found,), 0, 0)[1]
    crowd = witness_rows(snapshot_of(found), (found,) * 6, 0, 0)[1]
    assert not any(piece.sign is Sign.GAP and piece.text == "…" for piece in few.pieces)
    assert any(piece.sign is Sign.GAP and piece.text == "…" for piece in crowd.pieces)
    assert [piece.text for piece in crowd.pieces if piece.sign is Sign.ADDED] == ["twenty"]


# Laying out


def test_text_that_does_not_fit_ends_in_an_ellipsis(qapp: QApplication) -> None:
    font = reading_font()
    short, long = wrapped("A few words", font, 300, 2), wrapped("many words " * 60, font, 300, 2)
    assert not is_cut(short)
    assert short.text() == "A few words"
    assert long.lineCount() == 2
    assert long.text().endswith("…")
    assert layout_height(long) > layout_height(short)


def test_signs_stand_where_their_pieces_stand_also_after_an_emoji(opened: MainWindow) -> None:
    pieces = (Piece("😀 plain ", Sign.SAME), Piece("new 😀", Sign.ADDED, 0), Piece(" end", Sign.SAME))
    layout = pieces_layout(pieces, reading_font(), 600, 3, opened.themes)
    marked = [found for found in layout.formats() if found.format.fontUnderline()]
    units = layout.text().encode("utf-16-le")
    assert [units[2 * f.start : 2 * (f.start + f.length)].decode("utf-16-le") for f in marked] == ["new 😀"]


def test_a_very_long_rendering_is_laid_out_no_further_than_it_is_seen(opened: MainWindow) -> None:
    pieces = (*(Piece("many words ", Sign.SAME) for _ in range(900)), Piece("x" * 9000, Sign.ADDED, 0))
    layout = pieces_layout(pieces, reading_font(), 400, 3, opened.themes)
    assert layout.lineCount() == 3
    assert len(layout.text()) < 2000
    layout = pieces_layout(pieces[-1:], reading_font(), 400, 3, opened.themes)
    assert layout.lineCount() == 3
    assert len(layout.text()) < 2000


# Lists


def test_the_tabs_count_what_they_list(opened: MainWindow) -> None:
    lists = opened.workspace.lists
    hidden = sum(family.boilerplate for family in opened.case.snapshot.families)
    assert lists.tabText(0) == f"Families  {len(opened.case.snapshot.families) - hidden}"
    assert lists.tabText(1) == "Articles  3"


def test_the_list_of_families_says_how_much_was_edited_after_a_while(opened: MainWindow, qtbot: QtBot) -> None:
    rows = opened.workspace.lists.family_rows
    qtbot.waitUntil(lambda: rows.rows[0].digest is not None)
    assert rows.rows[0].digest.edits > 0
    assert "counting" not in rows.rows[0].spoken


def test_down_leads_from_the_filter_into_the_list(opened: MainWindow) -> None:
    lists = opened.workspace.lists
    lists.families.field.setFocus()
    QTest.keyClick(lists.families.field, Qt.Key.Key_Down)
    assert lists.families.view.hasFocus()


def test_the_filter_of_the_articles_is_its_own(opened: MainWindow) -> None:
    lists = opened.workspace.lists
    opened.commands["articles"].trigger()
    opened.commands["filter"].trigger()
    assert lists.articles.field.hasFocus()
    QTest.keyClicks(lists.articles.field, "lamp")
    assert lists.articles.filtered.rowCount() == 1
    assert lists.families.filtered.rowCount() >= 1
    row = lists.articles.filtered.index(0, 0).data(ROW_ROLE)
    assert row.source == "morning-lamp.txt"


# Sides


def test_the_heads_say_who_when_what_and_from_where(opened: MainWindow) -> None:
    head, found = opened.workspace.comparison.witness_head, opened.where.comparison
    article = opened.case.snapshot.article[found.witness.place.article_id]
    source = opened.case.snapshot.source[article.source_id]
    assert head.title.accessibleName() == article.title
    assert source.name in head.source.accessibleName()
    assert source.sha256[:12] in head.source.accessibleName()
    assert "2019" in head.date.text()


@pytest.mark.parametrize("width", [90, 2000])
def test_a_head_too_long_for_its_place_keeps_its_text_as_tool_tip(opened: MainWindow, width: int) -> None:
    title = opened.workspace.comparison.base_head.title
    title.setFixedWidth(width)
    opened.workspace.comparison.base_head.layout().activate()
    title._fit()
    cut = title.text() != title.accessibleName()
    assert cut == (width == 90)
    assert title.toolTip() == (title.accessibleName() if cut else "")


def test_the_whole_article_is_there_with_the_passage_set_off(opened: MainWindow) -> None:
    pane, found = opened.workspace.comparison.base, opened.where.comparison
    assert pane.toPlainText().split() == found.base_text.split()
    passage = "".join(b.span.of(pane.page.text) for b in pane.page.blocks if b.passage)
    assert found.base.place.span.of(found.base_text) in passage
    image = pane.viewport().grab().toImage()
    assert QColor(opened.themes.colour("passage_edge")).name() in inks(image.copy(0, 0, 3, image.height()))


def test_a_pane_takes_no_text(opened: MainWindow) -> None:
    pane = opened.workspace.comparison.base
    before = pane.toPlainText()
    pane.setFocus()
    QTest.keyClicks(pane, "xyz")
    QTest.keyClick(pane, Qt.Key.Key_Delete)
    assert pane.toPlainText() == before


def test_an_empty_article_can_be_shown(opened: MainWindow) -> None:
    from ui.desktop.page import Page

    pane = opened.workspace.comparison.base
    pane.show_page(Page("", (), Span(0, 0)), Span(0, 0), (), 1.0)
    pane.set_current(0)
    assert pane.toPlainText() == ""
    assert pane.mark_rect(0).isEmpty()
    assert pane.page.to_document(5) == pane.page.from_document(5) == 0
    assert not pane.grab().isNull()


# Notes


def test_a_note_is_saved_while_one_types(opened: MainWindow, settle: Settle, qtbot: QtBot) -> None:
    notes = opened.workspace.notes
    notes._pause.setInterval(1)
    opened.commands["note"].trigger()
    QTest.keyClicks(notes.field, "typing")
    qtbot.waitUntil(lambda: bool(opened.case.snapshot.notes))
    assert notes.field.hasFocus()
    QTest.keyClicks(notes.field, " on")
    qtbot.waitUntil(lambda: opened.case.snapshot.notes[0].text == "typing on")
    settle()
    assert notes.field.toPlainText() == "typing on"


def test_the_focus_goes_back_to_where_it_was(opened: MainWindow) -> None:
    for widget in (opened.workspace.lists.families.view, opened.workspace.witnesses.view):
        widget.setFocus()
        opened.commands["note"].trigger()
        assert opened.workspace.notes.field.hasFocus()
        QTest.keyClick(opened.workspace.notes.field, Qt.Key.Key_Escape)
        assert widget.hasFocus()


def test_an_emptied_note_is_removed(opened: MainWindow, settle: Settle) -> None:
    opened.decisions.write_note(opened.where.edit_target, "gone soon")
    settle()
    opened.commands["note"].trigger()
    field = opened.workspace.notes.field
    assert field.toPlainText() == "gone soon"
    field.selectAll()
    QTest.keyClick(field, Qt.Key.Key_Backspace)
    QTest.keyClick(field, Qt.Key.Key_Escape)
    settle()
    assert opened.case.snapshot.notes == ()
    assert opened.case.snapshot.undo_summary == "Remove note"


def test_undoing_a_note_shows_in_the_field(opened: MainWindow, settle: Settle) -> None:
    opened.decisions.write_note(opened.where.edit_target, "one")
    opened.decisions.write_note(opened.where.edit_target, "two")
    settle()
    assert opened.workspace.notes.field.toPlainText() == "two"
    opened.commands["undo"].trigger()
    settle()
    assert opened.workspace.notes.field.toPlainText() == "one"


# Message bar


def test_a_message_goes_by_escape(opened: MainWindow) -> None:
    opened.problem.tell("The disk is full; make room and try again.")
    assert opened.problem.accessibleName() == "Problem: The disk is full; make room and try again."
    opened.problem.dismiss.setFocus()
    QTest.keyClick(opened.problem.dismiss, Qt.Key.Key_Escape)
    assert opened.problem.isHidden()


def test_no_button_of_the_window_is_without_words_or_icon(opened: MainWindow) -> None:
    for button in opened.findChildren(QAbstractButton):
        if button.isVisible() and not button.objectName().startswith("qt_"):
            assert button.text() or not button.icon().isNull()
