"""Figures that conflict: listed, shown side by side, set aside and brought back, all by keyboard."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from tests.ui.ferry_figures import CTRL, SHIFT, Settle, ferry, in_view, rows, shown, two_pairs
from tests.ui.painted import inks, row_image
from ui.desktop.app import start
from ui.desktop.case import studies
from ui.desktop.case.studies import Standing
from ui.desktop.lists.list_panel import FAMILIES, FIGURES
from ui.desktop.theme import Scheme
from ui.desktop.window import MainWindow

__all__ = ["ferry", "shown", "two_pairs"]


def test_after_the_first_alignment_the_pairs_are_counted_on_the_tab(two_pairs: MainWindow) -> None:
    lists = two_pairs.workspace.lists
    assert lists.tabText(FIGURES) == "Figures  2"
    assert two_pairs.studies.standing is Standing.DONE
    assert not two_pairs.workspace.shows_figures, "families stay in front until a person asks"


def test_a_key_brings_the_list_and_the_first_pair_stands_side_by_side(shown: MainWindow) -> None:
    lists, view = shown.workspace.lists, shown.workspace.figures
    assert lists.figures.view.hasFocus()
    assert lists.figures.view.selectionModel().isSelected(lists.figures.view.currentIndex())
    assert shown.workspace.shows_figures
    assert view.isVisible()
    assert set(in_view(shown)) in ({"Fourteen", "Twenty-three"}, {"40 million crowns", "65 million crowns"})
    assert view.summary.text() == rows(shown)[0].summary
    assert "Both " in view.reasons.toPlainText()
    assert "What speaks against it" in view.reasons.toPlainText()


def test_arrow_keys_go_from_pair_to_pair_and_the_sentences_come_into_view(shown: MainWindow, settle: Settle) -> None:
    before = in_view(shown)
    QTest.keyClick(shown.workspace.lists.figures.view, Qt.Key.Key_Down)
    settle()
    assert in_view(shown) != before
    for pane in shown.workspace.figures.panes:
        rect, top = pane.mark_rect(0), pane.verticalScrollBar().value()
        assert top <= rect.top() <= rect.bottom() <= top + pane.viewport().height()
    assert {"Twenty-three", "Fourteen"} <= {word for pair in (before, in_view(shown)) for word in pair}, (
        "after an emoji"
    )


def test_the_sides_say_to_a_screen_reader_who_gives_which_figure(shown: MainWindow) -> None:
    view, row = shown.workspace.figures, rows(shown)[0]
    left = view.left.accessibleName()
    assert left.startswith(f"{row.left.outlet}, ")
    assert f"gives {row.conflict.left.figure}: " in left
    spoken = shown.workspace.lists.figures.view.currentIndex().data(Qt.ItemDataRole.AccessibleTextRole)
    assert row.left.outlet in spoken
    assert row.right.outlet in spoken


def test_no_tag_falls_on_an_edit_that_is_out_of_sight(shown: MainWindow, settle: Settle) -> None:
    for name in ("tag_edit_1", "tag_witness_1", "note", "base", "next_edit", "explain"):
        assert not shown.commands[name].isEnabled(), name
    QTest.keyClick(shown.workspace.lists.figures.view, Qt.Key.Key_1)
    settle()
    assert shown.case.snapshot.tags == ()
    QTest.keyClick(shown, Qt.Key.Key_F, CTRL | SHIFT)
    settle()
    assert shown.commands["next_edit"].isEnabled() == (shown.where.comparison is not None)
    assert not shown.commands["set_aside"].isEnabled()


def test_one_key_sets_a_pair_aside_and_goes_on_to_the_next(shown: MainWindow, settle: Settle) -> None:
    first, second = rows(shown)
    QTest.keyClick(shown.workspace.lists.figures.view, Qt.Key.Key_X)
    settle()
    assert [(row.conflict.key, row.set_aside) for row in rows(shown)] == [
        (second.conflict.key, False),
        (first.conflict.key, True),
    ]
    assert shown.case.snapshot.dismissals == {first.conflict.key}
    assert shown.workspace.lists.tabText(FIGURES) == "Figures  1"
    chosen = shown.workspace.lists.figures.chosen
    assert chosen is not None
    assert chosen.conflict.key == second.conflict.key
    assert shown.workspace.figures.row == chosen
    assert rows(shown)[1].spoken.startswith("Set aside; ")


def test_the_same_key_brings_it_back_and_stays_with_it(shown: MainWindow, settle: Settle) -> None:
    lists = shown.workspace.lists
    QTest.keyClick(lists.figures.view, Qt.Key.Key_X)
    settle()
    QTest.keyClick(lists.figures.view, Qt.Key.Key_End)
    assert shown.workspace.figures.button.text().startswith("Bring back")
    assert shown.workspace.figures.mark.isVisible()
    key = lists.figures.chosen.conflict.key
    QTest.keyClick(lists.figures.view, Qt.Key.Key_X)
    settle()
    assert shown.case.snapshot.dismissals == frozenset()
    assert lists.figures.chosen.conflict.key == key
    assert not shown.workspace.figures.mark.isVisible()


def test_setting_aside_can_be_undone_like_any_decision(shown: MainWindow, settle: Settle) -> None:
    before = rows(shown)
    shown.workspace.figures.button.click()
    settle()
    assert shown.commands["undo"].text() == "Undo: Set figures aside"
    QTest.keyClick(shown, Qt.Key.Key_Z, CTRL)
    settle()
    assert rows(shown) == before


def test_with_the_last_pair_set_aside_one_stays_where_one_is(shown: MainWindow, settle: Settle) -> None:
    for _ in range(2):
        QTest.keyClick(shown.workspace.lists.figures.view, Qt.Key.Key_X)
        settle()
    assert len(shown.case.snapshot.dismissals) == 2
    assert shown.workspace.lists.figures.chosen is not None
    assert shown.workspace.lists.tabText(FIGURES) == "Figures  0"


def test_the_filter_looks_at_summaries_outlets_and_sentences(shown: MainWindow, settle: Settle) -> None:
    QTest.keyClick(shown, Qt.Key.Key_F, CTRL)
    field = shown.workspace.lists.figures.field
    assert field.hasFocus()
    for typed, kept in (("hospital", 1), ("POLAR", 2), ("crane", 1), ("elephant", 0)):
        field.setText(typed)
        assert len(rows(shown)) == kept, typed
    assert shown.workspace.lists.figures.nothing.isVisible()
    field.setText("crowns")
    QTest.keyClick(field, Qt.Key.Key_Down)
    settle()
    assert "million crowns" in in_view(shown)[0]


def test_the_letter_goes_into_the_filter_while_one_types_there(shown: MainWindow, settle: Settle) -> None:
    shown.commands["filter"].trigger()
    QTest.keyClicks(shown.workspace.lists.figures.field, "x")
    settle()
    assert shown.case.snapshot.dismissals == frozenset()


def test_f6_goes_through_list_articles_and_reasons(shown: MainWindow) -> None:
    view, seen = shown.workspace.figures, []
    for _ in range(4):
        QTest.keyClick(shown, Qt.Key.Key_F6)
        seen.append(QApplication.focusWidget())
    assert seen == [view.left, view.right, view.reasons, shown.workspace.lists.figures.view]


def test_going_to_a_family_leaves_the_figures(shown: MainWindow, settle: Settle) -> None:
    QTest.keyClick(shown, Qt.Key.Key_Down, CTRL)
    settle()
    assert shown.workspace.lists.currentIndex() == FAMILIES
    assert not shown.workspace.shows_figures


def test_zoom_and_colours_reach_the_articles(shown: MainWindow, settle: Settle) -> None:
    pane = shown.workspace.figures.left
    height = pane.mark_rect(0).height()
    for _ in range(4):
        shown.commands["zoom_in"].trigger()
    settle()
    assert pane.mark_rect(0).height() > height * 1.2
    shown.themes.choose(Scheme.DARK)
    settle()
    assert in_view(shown)[0]
    assert pane.extraSelections()[0].format.background().color() == shown.themes.colour("current_ground")


def test_rows_are_painted_set_aside_ones_muted(shown: MainWindow, settle: Settle) -> None:
    shown.commands["set_aside"].trigger()
    settle()
    view = shown.workspace.lists.figures.view
    standing, aside = (row_image(shown, view.delegate, view, number) for number in (0, 1))
    assert shown.themes.colour("text").name() in inks(standing)
    assert shown.themes.colour("style_ground").name() in inks(aside)
    assert aside.height() > standing.height()


def test_figures_of_a_very_large_case_are_compared_when_one_looks_for_them(
    window: MainWindow, settle: Settle, ferry: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(studies, "_MOST_UNASKED", 10)
    start(window, tmp_path / "Large.variorum", ferry)
    settle()
    assert window.case.snapshot.aligned
    assert window.studies.standing is Standing.WAITING
    window.commands["figures"].trigger()
    settle()
    assert window.studies.standing is Standing.DONE
    assert window.workspace.lists.tabText(FIGURES) == "Figures  2"


def test_stretches_are_marked_and_tagged_in_the_articles_of_a_pair(shown: MainWindow, settle: Settle) -> None:
    view, bar, cursor = shown.workspace.figures, shown.workspace.views.span_bar, shown.workspace.marking.cursor
    view.right.setFocus()
    view.right.set_caret(view.right.page.text.index("crane"))
    QTest.keyClick(view.right, Qt.Key.Key_M)
    settle()
    article = view.article_in(view.right)
    assert cursor.place().article_id == article
    assert cursor.place().span.of(shown.case.texts[article]) == "crane"
    assert bar.isVisible()
    assert view.isAncestorOf(bar)
    QTest.keyClick(view.right, Qt.Key.Key_4)
    settle()
    (tag,) = shown.case.snapshot.tags
    assert tag.target.place == cursor.place()
    QTest.keyClick(view.right, Qt.Key.Key_Escape)
    assert bar.isHidden()
    shown.workspace.lists.show_list(FAMILIES)
    settle()
    QTest.keyClick(shown, Qt.Key.Key_M)
    settle()
    assert shown.workspace.middle.isAncestorOf(bar), "the bar goes with the text"
    assert bar.isVisible()


def test_an_article_of_a_pair_is_read_where_one_is_in_it_and_escape_goes_back(
    shown: MainWindow, settle: Settle
) -> None:
    view, reader = shown.workspace.figures, shown.workspace.reader
    view.right.setFocus()
    view.right.set_caret(view.right.page.text.index("crane"))
    QTest.keyClick(view.right, Qt.Key.Key_R)
    settle()
    assert reader.pane.isVisible()
    assert reader.article_id == view.article_in(view.right)
    QTest.keyClick(reader.pane, Qt.Key.Key_Escape)
    settle()
    assert shown.workspace.shows_figures
    assert view.right.hasFocus()
    QTest.keyClick(view.right, Qt.Key.Key_R)
    settle()
    QTest.keyClick(shown, Qt.Key.Key_G, CTRL | SHIFT)
    settle()
    assert shown.workspace.shows_figures, "who asks for the list of figures wants to see one"
