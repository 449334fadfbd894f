"""Both sides stay level: what belongs together begins at the same height, whatever wraps where."""

from collections.abc import Callable
from itertools import pairwise
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings
from PySide6.QtGui import QTextCharFormat
from pytestqt.qtbot import QtBot

from tests.ui.by_hand import comparison
from ui.desktop import app
from ui.desktop.sides.anchors import anchors
from ui.desktop.sides.comparison_view import ComparisonView
from ui.desktop.sides.level import blocks_apart
from ui.desktop.sides.level import level as level_blocks
from ui.desktop.sides.page import Page
from ui.desktop.sides.pane import Mark, Pane
from ui.desktop.signs import Sign, side_sign
from ui.desktop.theme import Themes
from ui.desktop.window import MainWindow
from workbench.comparison import Comparison
from workbench.spans import Span

SENTENCE = "The harbour board will send dock workers to the islands before the winter storms set in again. "
BASE = f"Headline\n\n{SENTENCE * 3}\n\n{SENTENCE * 2}\n\nTwelve ships were seen.\n\n{SENTENCE * 4}\n\nThe end."
WITNESS = (
    f"Headline 😀 of the other\n\n{SENTENCE}\n\nSomething else came first here. {SENTENCE * 6}\n\n"
    f"{SENTENCE}It goes without saying that this cannot be true in any way. {SENTENCE}\n\nTwenty ships were seen.\n\n"
    f"{SENTENCE * 4}\n\nAnd so on for a while. {SENTENCE}"
)


@pytest.fixture
def found() -> Comparison:
    start, other = BASE.index("\n\n", 12) + 2, WITNESS.index("\n\n", WITNESS.index("Something")) + 2
    ends = BASE.index("\n\nThe end"), WITNESS.index("\n\nAnd so on")
    return comparison(BASE, WITNESS, (Span(start, ends[0]), Span(other, ends[1])))


@pytest.fixture
def panes(qtbot: QtBot, settings: QSettings, found: Comparison) -> tuple[Pane, Pane]:
    themes = Themes(settings)
    made = []
    places = (found.base_text, found.base.place.span), (found.witness_text, found.witness.place.span)
    for side, (text, span) in enumerate(places):
        cuts = [anchor.witness if side else anchor.base for anchor in anchors(found)]
        marks = [Mark(edit.witness if side else edit.base, side_sign(edit, base=not side)) for edit in found.edits]
        pane = Pane(themes)
        pane.resize(420 - 90 * side, 500)
        pane.show_page(Page(text, (), span, cuts), span, marks, 1.0)
        qtbot.addWidget(pane)
        pane.show()
        made.append(pane)
    return made[0], made[1]


def level(base: Pane, witness: Pane, found: Comparison) -> None:
    """Level both sides, whole."""
    for pane in (base, witness):
        pane.lay_out_all()
    level_blocks(base, witness, list(blocks_apart(base, witness, anchors(found))))


def tops(panes: tuple[Pane, Pane], found: Comparison) -> list[tuple[float, float]]:
    return [(panes[0].text_top(anchor.base), panes[1].text_top(anchor.witness)) for anchor in anchors(found)]


@pytest.mark.parametrize("widths", [(420, 330), (260, 700), (700, 260), (500, 500)])
def test_paragraphs_that_belong_together_begin_at_the_same_height(
    panes: tuple[Pane, Pane], found: Comparison, widths: tuple[int, int]
) -> None:
    for pane, width in zip(panes, widths, strict=True):
        pane.resize(width, 500)
    level(*panes, found)
    heights = tops(panes, found)
    assert len(heights) >= 4
    ahead = heights[0][0] - heights[0][1]
    assert all(one - other == pytest.approx(ahead, abs=1) for one, other in heights)
    assert all(a[0] < b[0] for a, b in pairwise(heights))


def test_what_is_not_looked_at_is_level_by_what_is_known_of_it(panes: tuple[Pane, Pane], found: Comparison) -> None:
    level_blocks(*panes, list(blocks_apart(*panes, anchors(found))))
    heights = tops(panes, found)
    assert all(one - other == pytest.approx(heights[0][0] - heights[0][1], abs=1) for one, other in heights)


def test_levelling_again_changes_nothing(panes: tuple[Pane, Pane], found: Comparison) -> None:
    level(*panes, found)
    before = tops(panes, found)
    level(*panes, found)
    assert tops(panes, found) == before


def test_the_text_before_the_passage_stays_with_it(panes: tuple[Pane, Pane], found: Comparison) -> None:
    base = panes[0]
    passage = found.base.place.span.start
    gap = base.text_top(passage) - base.text_top(0)
    level(*panes, found)
    assert base.text_top(passage) - base.text_top(0) == pytest.approx(gap, abs=1)


def on_screen(view: ComparisonView, base: int, witness: int) -> tuple[float, float]:
    """At which heights of the window two positions are seen."""
    heights = view.base.text_top(base), view.witness.text_top(witness)
    return heights[0] - view.base.offset, heights[1] - view.witness.offset


def test_the_passage_is_level_in_the_window(opened: MainWindow, qtbot: QtBot) -> None:
    view, where = opened.workspace.comparison, opened.where

    def all_level() -> None:
        for anchor in anchors(where.comparison):
            one, other = on_screen(view, anchor.base, anchor.witness)
            assert one == pytest.approx(other, abs=1.5)

    for width in (1150, 1500):
        before = view.width()
        opened.resize(width, 700)
        qtbot.waitUntil(lambda before=before: view.width() != before)
        qtbot.waitUntil(all_level)


def test_the_current_edit_is_in_view(opened: MainWindow, qtbot: QtBot) -> None:
    view, where = opened.workspace.comparison, opened.where
    before = view.height()
    opened.resize(900, 560)

    def in_view() -> None:
        rect = view.witness.mark_rect(where.edit_number)
        top = view.witness.verticalScrollBar().value()
        assert top <= rect.top()
        assert rect.bottom() <= top + view.witness.viewport().height()

    qtbot.waitUntil(lambda: view.height() != before)
    for _ in where.comparison.edits:
        qtbot.waitUntil(in_view)
        where.step_edit(1)


def test_a_passage_near_the_end_of_one_article_stays_level_when_a_message_comes_and_goes(
    window: MainWindow, settle: Callable[[], None], tmp_path: Path, qtbot: QtBot
) -> None:
    app.start(window, tmp_path / "Sample.variorum", Path("resources/sample"))
    window.guide.begin()
    window.resize(1266, 680)
    settle()
    view, where = window.workspace.comparison, window.where
    while "You can tie up" not in where.comparison.base.place.span.of(where.comparison.base_text):
        where.step_family(1)
        settle()
    anchor = anchors(where.comparison)[0]
    for _ in range(2):
        for change in (lambda: window.problem.tell("Something is wrong."), window.problem.hide):
            before = view.witness.room
            change()
            qtbot.waitUntil(lambda before=before: view.witness.room != before)
            qtbot.wait(50)
            settle()
            one, other = on_screen(view, anchor.base, anchor.witness)
            assert one == pytest.approx(other, abs=6)


def written(pane: Pane, position: int) -> QTextCharFormat:
    """How a character of the document is written."""
    block = pane.document().findBlock(position)
    inside, letters = position - block.position(), QTextCharFormat()
    for found in block.layout().formats():
        if found.start <= inside < found.start + found.length:
            letters.merge(found.format)
    return letters


def test_every_edit_is_written_with_its_sign_where_it_stands(panes: tuple[Pane, Pane], found: Comparison) -> None:
    for pane, base in zip(panes, (True, False), strict=True):
        pane.lay_out_all()
        cursor = pane.textCursor()
        for edit in found.edits:
            span = edit.base if base else edit.witness
            for start, end in pane.page.ranges(span):
                cursor.setPosition(start)
                cursor.setPosition(end, cursor.MoveMode.KeepAnchor)
                assert cursor.selectedText().split() == span.of(pane.page.text).split()
                struck = side_sign(edit, base=base) is Sign.REMOVED
                for letters in (written(pane, start), written(pane, end - 1)):
                    assert letters.fontStrikeOut() == struck
                    assert (letters.underlineStyle() != QTextCharFormat.UnderlineStyle.NoUnderline) != struck
            for start, _ in pane.page.ranges(Span(span.end, span.end + 1)):
                assert not written(pane, start).fontStrikeOut()


def test_markup_in_an_article_is_shown_as_it_stands(qtbot: QtBot, settings: QSettings) -> None:
    text = "<b>Bold</b> & <img src='file:///etc/passwd'> [link](http://example.org)\n<script>x</script>"
    pane = Pane(Themes(settings))
    qtbot.addWidget(pane)
    pane.show_page(Page(text, (), Span(0, 11)), Span(0, 11), (), 1.0)
    assert pane.toPlainText() == text.replace("</b> ", "</b>\n", 1)


def test_a_place_where_nothing_stands_can_be_current(panes: tuple[Pane, Pane], found: Comparison) -> None:
    number = next(k for k, edit in enumerate(found.edits) if not len(edit.base))
    panes[0].set_current(number)
    rect = panes[0].mark_rect(number)
    assert rect.width() == 0
    assert rect.height() > 0
    assert not panes[0].grab().isNull()
