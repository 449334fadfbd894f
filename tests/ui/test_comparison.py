"""The two sides: scrolled together along what they share, joined by ribbons, folded, seen whole at their edges."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.ui.long_case import COUNT, FERRY, passage_of, write_long_case
from tests.ui.painted import inks
from tests.ui.scenes import Stage
from tests.ui.stage import staged
from ui.desktop.sides.comparison_view import ComparisonView
from ui.desktop.sides.pane import Pane
from ui.desktop.sides.ribbons import Kind
from ui.desktop.signs import Sign
from workbench.spans import Span

CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


@pytest.fixture(scope="session")
def long_case(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_long_case(tmp_path_factory.mktemp("long"))


@pytest.fixture(scope="module")
def stage(qapp: QApplication, long_case: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Stage]:
    """One window for all tests: none of them changes anything in the case."""
    with staged(long_case, tmp_path_factory.mktemp("stage")) as made:
        yield made


@pytest.fixture
def view(stage: Stage, qtbot: QtBot) -> ComparisonView:
    """The two sides at the passage that was edited, all of both laid out, nothing folded, scrolled together."""
    window = stage.window
    stage.rest()
    stage.begin()
    found = window.workspace.comparison
    found.collapse(False)
    if not found.locked:
        stage.take("lock")
    window.where.family, compared = passage_of(window.case)
    window.where._arrive((compared,), None, None, lambda _: None)
    window.workspace._middle.setSizes([100, 600])
    qtbot.waitUntil(lambda: all(pane.blocks.first_rough() < 0 for pane in found.panes))
    return found


def seen_at(pane: Pane, words: str) -> float:
    """At which height of the window some words of the article are seen."""
    start_ = pane.page.text.index(words)
    return pane.places.place(start_).top() - pane.offset


def scroll(pane: Pane, words: str) -> None:
    """Scroll by the scroll bar until some words stand a third down."""
    pane.verticalScrollBar().setValue(round(seen_at(pane, words) + pane.offset - pane.room / 3))


# Scrolling


@pytest.mark.parametrize("side", [0, 1])
@pytest.mark.parametrize("words", [COUNT[:5], FERRY[:20]])
def test_what_both_articles_share_meets_whichever_side_is_scrolled(view: ComparisonView, side: int, words: str) -> None:
    scroll(view.panes[side], words)
    assert seen_at(view.base, words) == pytest.approx(seen_at(view.witness, words), abs=3)


def test_both_sides_end_together_and_each_can_be_scrolled_to_its_beginning(view: ComparisonView) -> None:
    for pane, other in (view.panes, view.panes[::-1]):
        bar, other_bar = pane.verticalScrollBar(), other.verticalScrollBar()
        bar.setValue(bar.maximum())
        assert other_bar.value() == other_bar.maximum()
        bar.setValue(0)
        assert bar.value() == 0
        other_bar.setValue(0)
        assert bar.value() == other_bar.value() == 0


def test_unlocked_each_side_is_scrolled_on_its_own_and_locked_they_meet_again(view: ComparisonView) -> None:
    window = view.window()
    QTest.keyClick(view.witness, Qt.Key.Key_K, CTRL | SHIFT)
    assert not view.locked
    assert not window.commands["lock"].isChecked()
    scroll(view.base, COUNT[:5])
    before = view.base.offset
    scroll(view.witness, FERRY[:20])
    assert view.base.offset == before
    assert seen_at(view.witness, FERRY[:20]) != pytest.approx(seen_at(view.base, FERRY[:20]), abs=50)
    view.witness.setFocus()
    QTest.keyClick(view.witness, Qt.Key.Key_K, CTRL | SHIFT)
    assert view.locked
    assert seen_at(view.witness, FERRY[:20]) == pytest.approx(seen_at(view.base, FERRY[:20]), abs=3)


def test_unlocked_the_next_edit_comes_into_view_on_both_sides(view: ComparisonView) -> None:
    view.window().commands["lock"].trigger()
    for pane in view.panes:
        pane.verticalScrollBar().setValue(pane.verticalScrollBar().maximum())
    view.window().commands["last_edit"].trigger()
    number = view.window().where.edit_number
    for pane in view.panes:
        assert pane.offset <= pane.mark_rect(number).top() <= pane.offset + pane.room


def test_what_one_looks_at_stays_when_the_window_changes(view: ComparisonView, qtbot: QtBot) -> None:
    view.window().commands["first_edit"].trigger()
    scroll(view.witness, COUNT[:5])
    before = view.witness.width()
    view.window().resize(1000, 760)
    qtbot.waitUntil(lambda: view.witness.width() != before)
    qtbot.waitUntil(lambda: 0 < seen_at(view.witness, COUNT[:5]) < view.witness.room)


# Ribbons


def test_ribbons_join_the_passage_its_edits_and_the_other_passages(view: ComparisonView) -> None:
    scroll(view.witness, COUNT[:5])
    found = view.ribbons.shown()
    passage = next(ends for ribbon, ends in found if ribbon.kind is Kind.PASSAGE)
    assert passage[0][0] == pytest.approx(passage[1][0], abs=3), "the passage is level"
    scroll(view.witness, FERRY[:20])
    shared = [ribbon for ribbon, _ in view.ribbons.shown() if ribbon.kind is Kind.SHARED]
    assert [r.base.of(view.base.page.text)[:20] for r in shared] == [FERRY[:20]]


def test_a_ribbon_ends_at_the_words_that_it_joins(view: ComparisonView) -> None:
    scroll(view.witness, COUNT[:5])
    number = next(
        k for k, edit in enumerate(view.window().where.comparison.edits)
        if edit.witness.of(view.witness.page.text) == "350"
    )  # fmt: skip
    ends = next(ends for ribbon, ends in view.ribbons.shown() if ribbon.edits == (number,))
    top = view.ribbons.mapFromGlobal(view.base.viewport().mapToGlobal(QPoint(0, 0))).y()
    assert ends[0][0] - top == pytest.approx(seen_at(view.base, "200 families"), abs=1)
    assert ends[1][0] - top == pytest.approx(seen_at(view.witness, "350 families"), abs=1)


def test_ribbons_follow_when_one_side_is_scrolled_alone(view: ComparisonView) -> None:
    scroll(view.witness, COUNT[:5])
    view.window().commands["lock"].trigger()
    before = next(ends for ribbon, ends in view.ribbons.shown() if ribbon.kind is Kind.PASSAGE)
    view.witness.verticalScrollBar().setValue(view.witness.offset + 40)
    after = next(ends for ribbon, ends in view.ribbons.shown() if ribbon.kind is Kind.PASSAGE)
    assert after[0] == before[0]
    assert after[1][0] == pytest.approx(before[1][0] - 40)


def test_what_moved_is_one_ribbon_and_its_edit_is_marked_inside(view: ComparisonView) -> None:
    view.window().commands["last_edit"].trigger()
    scroll(view.witness, "heavy winter")
    (move,) = [ribbon for ribbon, _ in view.ribbons.shown() if ribbon.kind is Kind.MOVE]
    assert len(move.edits) == 2
    assert move.witness.of(view.witness.page.text).strip().startswith("before the heavy")
    inside = [span for mark in view.witness._marks for span in mark.inside]
    assert [span.of(view.witness.page.text) for span in inside] == ["heavy"]
    purple = QColor(view.window().themes.colour("moved")).name()
    assert purple in inks(view.ribbons.grab().toImage())


def test_the_ribbon_of_the_current_edit_is_emphasised(view: ComparisonView) -> None:
    where = view.window().where
    for number in range(len(where.comparison.edits)):
        where.go_to_edit(number)
        ribbon = view.ribbons.shown()[-1][0]
        assert number in ribbon.edits
        assert QColor(view.window().themes.colour("current_edge")).name() in inks(view.ribbons.grab().toImage())


# Overview


@pytest.mark.parametrize("side", [0, 1])
def test_a_click_on_the_overview_goes_there_and_a_drag_goes_along(view: ComparisonView, side: int) -> None:
    strip, pane = view.strips[side], view.panes[side]
    for event in (QTest.mousePress, QTest.mouseMove):
        y = int(pane.text_top(pane.page.text.index(FERRY)) * strip.ratio)
        if event is QTest.mousePress:
            event(strip, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, QPoint(8, y))
            assert 0 < seen_at(pane, FERRY[:20]) < pane.room
    QTest.mouseRelease(strip, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, QPoint(8, 0))
    assert strip.focusPolicy() == Qt.FocusPolicy.NoFocus


def test_the_frame_of_the_overview_shows_what_shows(view: ComparisonView) -> None:
    for strip, pane in zip(view.strips, view.panes, strict=True):
        for value in (0, pane.verticalScrollBar().maximum() // 2, pane.verticalScrollBar().maximum()):
            pane.verticalScrollBar().setValue(value)
            frame = strip.frame()
            assert frame.top() / strip.ratio == pytest.approx(pane.offset, abs=12 / strip.ratio)
            assert 0 <= frame.top() < frame.bottom() <= strip.height()


def test_the_overview_looks_alike_while_the_heights_of_an_article_are_refined(view: ComparisonView) -> None:
    strip = view.strips[0]
    strip._decided_for = None
    seen = []
    for lines_apart in (3.02, 2.95, 2.0, 3.02, 4.0):
        strip._choose_lines(lines_apart / 24)
        seen.append(strip._by_lines)
    assert seen == [True, True, False, False, True]


def test_the_overview_tells_edits_apart_by_their_place_too(view: ComparisonView) -> None:
    strip = view.strips[1]
    ticks = {mark.sign: strip.tick(mark, strip.ratio) for pane in view.panes for mark in pane._marks}
    assert ticks[Sign.REMOVED].right() <= strip.width() / 2 <= ticks[Sign.ADDED].left()
    assert ticks[Sign.MOVED].width() > ticks[Sign.ADDED].width() + 5
    strip.set_current(-1)
    colour = QColor(view.window().themes.colour("moved")).name()
    seen: set[str] = set()
    bar = view.witness.verticalScrollBar()
    for place in (0, bar.maximum()):  # the frame of what shows tints what lies under it
        bar.setValue(place)
        seen |= set(inks(strip.grab().toImage()))
    assert colour in seen


# Folding


def folds(pane: Pane) -> list[int]:
    return [number for number, block in enumerate(pane.page.blocks) if block.folded]


def test_unchanged_text_is_folded_and_unfolded_by_one_key(view: ComparisonView) -> None:
    window, text = view.window(), view.base.toPlainText()
    QTest.keyClick(view.witness, Qt.Key.Key_D, CTRL)
    assert view.collapsed
    assert window.commands["collapse"].isChecked()
    assert "⋯ 6 paragraphs" in view.base.toPlainText()
    assert "paragraphs without edits folded" in window.status.text.text()
    assert all("Forty" in pane.toPlainText() or "Fifty" in pane.toPlainText() for pane in view.panes)
    QTest.keyClick(view.witness, Qt.Key.Key_D, CTRL)
    assert not view.collapsed
    assert view.base.toPlainText() == text


def test_return_on_a_fold_opens_it_and_leaves_the_caret_there(view: ComparisonView) -> None:
    view.collapse(True)
    pane = view.base
    first = folds(pane)[0]
    span, count = pane.page.blocks[first].span, len(folds(pane))
    pane.setFocus()
    pane.set_caret(pane.page.blocks[first - 1].span.start)
    QTest.keyClick(pane, Qt.Key.Key_Down)
    QTest.keyClick(pane, Qt.Key.Key_Return)
    assert len(folds(pane)) == count - 1
    assert pane.caret_position() == span.start
    assert 0 <= pane.cursorRect().top() <= pane.room
    assert view.collapsed


def test_a_click_opens_a_fold(view: ComparisonView) -> None:
    view.collapse(True)
    pane = view.witness
    number = folds(pane)[-1]
    pane.look_at(pane.page.blocks[number].span.start)
    at = QPoint(60, int(pane.blocks.tops[number] - pane.offset + 6))
    QTest.mouseClick(pane.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, at)
    assert number not in folds(pane)


def test_the_edits_are_in_view_and_level_when_text_is_folded(view: ComparisonView) -> None:
    view.collapse(True)
    for number in range(len(view.window().where.comparison.edits)):
        view.window().where.go_to_edit(number)
        for pane in view.panes:
            assert pane.offset <= pane.mark_rect(number).bottom() <= pane.offset + pane.room + 1
    assert seen_at(view.base, COUNT[:5]) == pytest.approx(seen_at(view.witness, COUNT[:5]), abs=2)


def test_what_is_copied_over_a_fold_is_what_the_article_says(view: ComparisonView) -> None:
    view.collapse(True)
    view.base.selectAll()
    assert view.base.createMimeDataFromSelection().text() == view.base.page.text.strip()


def test_another_witness_is_folded_too(view: ComparisonView) -> None:
    view.collapse(True)
    view.window().where.go_to_witness(0)
    assert folds(view.witness)


# The text stays a text


def test_the_caret_goes_through_the_article_by_keyboard(view: ComparisonView) -> None:
    pane = view.base
    pane.setFocus()
    pane.set_caret(0)
    last = -1
    for _ in range(40):
        assert pane.caret_position() > last
        last = pane.caret_position()
        QTest.keyClick(pane, Qt.Key.Key_Down)
    assert 0 <= pane.cursorRect().top() <= pane.room
    QTest.keyClick(pane, Qt.Key.Key_End, CTRL)
    assert pane.caret_position() == len(pane.page.text.rstrip())
    QTest.keyClick(pane, Qt.Key.Key_Home, CTRL | SHIFT)
    assert pane.selection() == Span(pane.page.blocks[0].span.start, len(pane.page.text.rstrip()))


def test_passages_of_other_families_are_marked_at_the_margin(view: ComparisonView) -> None:
    scroll(view.base, FERRY[:20])
    image = view.base.viewport().grab().toImage()
    left = image.copy(5, int(seen_at(view.base, FERRY[:20])), 6, 20)
    assert QColor(view.window().themes.colour("strong_rule")).name() in inks(left)
