"""The lists, the two sides and the message bar on a real case: what they show and what they do when used."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QDialog, QStyleOptionTab
from pytestqt.qtbot import QtBot

from tests.ui.painted import inks
from ui.desktop.lists.counted_tabs import CountedTabs
from ui.desktop.lists.models import ROW_ROLE
from ui.desktop.overlays import CommandPalette, ShortcutSheet
from ui.desktop.window import MainWindow
from workbench.spans import Span

Settle = Callable[[], None]

# Lists


def test_the_tabs_count_what_they_list(seen: MainWindow) -> None:
    lists = seen.workspace.lists
    hidden = sum(family.boilerplate for family in seen.case.snapshot.families)
    assert lists.tabText(0) == f"Families  {len(seen.case.snapshot.families) - hidden}"
    assert lists.tabText(1) == "Articles  3"


def test_in_a_narrow_window_the_tabs_have_their_whole_names_and_no_numbers(qtbot: QtBot) -> None:
    bar, option = CountedTabs(), QStyleOptionTab()
    qtbot.addWidget(bar)
    bar.addTab("Families  5000")
    bar.addTab("Other  12")
    shown = []
    for width in (bar.whole_width(), bar.whole_width() - 10):
        bar.setFixedWidth(width)
        bar.show()
        bar.initStyleOption(option, 0)
        shown.append(option.text)
    assert shown == ["Families  5000", "Families"]
    assert bar.tabText(0) == "Families  5000", "who listens hears the number"


def test_the_list_of_families_says_how_much_was_edited_after_a_while(seen: MainWindow, qtbot: QtBot) -> None:
    index = seen.workspace.lists.families.filtered.index(0, 0)
    qtbot.waitUntil(lambda: index.data(ROW_ROLE).digest is not None)
    assert index.data(ROW_ROLE).digest.edits > 0
    assert "counting" not in index.data(Qt.ItemDataRole.AccessibleTextRole)


def test_down_leads_from_the_filter_into_the_list(seen: MainWindow) -> None:
    lists = seen.workspace.lists
    lists.families.field.setFocus()
    QTest.keyClick(lists.families.field, Qt.Key.Key_Down)
    assert lists.families.view.hasFocus()


def test_the_filter_of_the_articles_is_its_own(seen: MainWindow) -> None:
    lists = seen.workspace.lists
    seen.commands["articles"].trigger()
    seen.commands["filter"].trigger()
    assert lists.articles.field.hasFocus()
    QTest.keyClicks(lists.articles.field, "lamp")
    assert lists.articles.filtered.rowCount() == 1
    assert lists.families.filtered.rowCount() >= 1
    row = lists.articles.filtered.index(0, 0).data(ROW_ROLE)
    assert row.source == "morning-lamp.txt"


def activate_article(window: MainWindow, name: str) -> None:
    """Press Return on the article that came from a file."""
    articles = window.workspace.lists.articles
    window.commands["articles"].trigger()
    rows = [articles.filtered.index(k, 0) for k in range(articles.filtered.rowCount())]
    articles.view.setCurrentIndex(next(index for index in rows if index.data(ROW_ROLE).source == name))
    QTest.keyClick(articles.view, Qt.Key.Key_Return)


def test_return_on_an_article_goes_to_its_first_family(two_families: MainWindow, settle: Settle) -> None:
    two_families.commands["next_family"].trigger()
    settle()
    first = two_families.workspace.lists.families.filtered.index(0, 0).data(ROW_ROLE).family
    assert two_families.where.family != first
    activate_article(two_families, "alder-news.txt")
    settle()
    assert two_families.where.family == first
    assert two_families.where.comparison.family == first


def test_return_on_an_article_that_shares_nothing_says_so(opened: MainWindow, settle: Settle, tmp_path: Path) -> None:
    lonely = tmp_path / "lonely.txt"
    lonely.write_text("Grain\n\nGrain prices fell for the third month in a row.", encoding="utf-8")
    opened.case.import_paths([lonely])
    settle()
    before = opened.where.family
    activate_article(opened, "lonely.txt")
    assert opened.status.text.text() == "This article shares no passage with another."
    assert opened.where.family == before


def test_an_article_not_yet_looked_at_is_not_said_to_share_nothing(
    opened: MainWindow, settle: Settle, tmp_path: Path
) -> None:
    lonely = tmp_path / "lonely.txt"
    lonely.write_text("Grain\n\nGrain prices fell for the third month in a row.", encoding="utf-8")
    opened.case.imported.disconnect()
    opened.case.align = lambda: None
    opened.case.import_paths([lonely])
    settle()
    activate_article(opened, "lonely.txt")
    assert "have not been looked for yet" in opened.status.text.text()


# Sides


def test_the_heads_say_who_when_what_and_from_where(seen: MainWindow) -> None:
    head, found = seen.workspace.comparison.witness_head, seen.where.comparison
    article = seen.case.snapshot.article[found.witness.place.article_id]
    source = seen.case.snapshot.source[article.source_id]
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


def test_the_whole_article_is_there_with_the_passage_set_off(seen: MainWindow) -> None:
    pane, found = seen.workspace.comparison.base, seen.where.comparison
    assert pane.toPlainText().split() == found.base_text.split()
    passage = "".join(b.span.of(pane.page.text) for b in pane.page.blocks if b.passage)
    assert found.base.place.span.of(found.base_text) in passage
    image = pane.viewport().grab().toImage()
    assert QColor(seen.themes.colour("passage_edge")).name() in inks(image.copy(0, 0, 3, image.height()))


def test_a_pane_takes_no_text(seen: MainWindow) -> None:
    pane = seen.workspace.comparison.base
    before = pane.toPlainText()
    pane.setFocus()
    QTest.keyClicks(pane, "xyz")
    QTest.keyClick(pane, Qt.Key.Key_Delete)
    assert pane.toPlainText() == before


def test_an_empty_article_can_be_shown(opened: MainWindow) -> None:
    from ui.desktop.sides.page import Page

    pane = opened.workspace.comparison.base
    pane.show_page(Page("", (), Span(0, 0)), Span(0, 0), (), 1.0)
    pane.set_current(0)
    assert pane.toPlainText() == ""
    assert pane.mark_rect(0).isEmpty()
    assert pane.page.to_document(5) == pane.page.from_document(5) == 0
    assert not pane.grab().isNull()


# Message bar


@pytest.mark.parametrize("place", ["list", "filter", "note", "pane", "button"])
def test_a_message_goes_by_escape_wherever_the_focus_is(seen: MainWindow, place: str) -> None:
    panels = seen.workspace
    fields = {
        "list": panels.lists.families.view,
        "filter": panels.lists.families.field,
        "note": panels.notes.field,
        "pane": panels.comparison.base,
        "button": seen.problem.dismiss,
    }
    seen.problem.tell("The disk is full; make room and try again.")
    assert seen.problem.accessibleName() == "Problem: The disk is full; make room and try again."
    assert seen.problem.text.accessibleName() == "The disk is full; make room and try again."
    fields[place].setFocus()
    QTest.keyClick(fields[place], Qt.Key.Key_Escape)
    assert seen.problem.isHidden()
    assert place == "button" or fields[place].hasFocus()


@pytest.mark.parametrize(("name", "kind"), [("sheet", ShortcutSheet), ("palette", CommandPalette)])
def test_escape_leaves_a_message_alone_while_a_dialog_is_open(
    seen: MainWindow, qtbot: QtBot, name: str, kind: type[QDialog]
) -> None:
    seen.problem.tell("The disk is full.")
    seen.commands[name].trigger()
    dialog = seen.findChild(kind)
    assert dialog is not None
    dialog.activateWindow()
    qtbot.waitUntil(dialog.isActiveWindow)
    gone = []
    dialog.destroyed.connect(lambda: gone.append(True))
    QTest.keyClick(dialog.focusWidget() or dialog, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: bool(gone))
    assert seen.problem.isVisible()
    assert seen.commands["dismiss"].isEnabled()


def test_escape_is_free_for_others_while_there_is_no_message(seen: MainWindow) -> None:
    assert not seen.commands["dismiss"].isEnabled()
    seen.problem.tell("The disk is full.")
    assert seen.commands["dismiss"].isEnabled()
    seen.problem.dismiss.click()
    assert not seen.commands["dismiss"].isEnabled()


def test_a_message_silences_the_success_before_it(opened: MainWindow, tmp_path: Path) -> None:
    opened.status.say("Found 3 families.")
    opened.problem.tell("The disk is full.")
    assert "3 articles" in opened.status.text.text()
    opened.status.offer_report(tmp_path / "out.pdf")
    opened.problem.tell("The disk is full.")
    assert "out.pdf" not in opened.status.text.text() + opened.status.text.accessibleName()
    assert opened.commands["open_export"].isEnabled(), "the report is still there"


def test_no_button_of_the_window_is_without_words_or_icon(seen: MainWindow) -> None:
    for button in seen.findChildren(QAbstractButton):
        if button.isVisible() and not button.objectName().startswith("qt_"):
            assert button.text() or not button.icon().isNull()
