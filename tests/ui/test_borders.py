"""The borders of a passage are moved by keys alone, and nothing is lost of what is on it."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from tests.ui.reshaping import ALT, CTRL, NONE, SHIFT, Key, Press, passage, press, said, sizes
from ui.desktop.window import MainWindow
from workbench.model import Target

__all__ = ["press"]


def test_the_passage_is_trimmed_and_extended_by_words_characters_and_sentences(
    opened: MainWindow, press: Press
) -> None:
    press(Key.Key_Right, ALT)
    before, place = passage(opened), opened.where.comparison.witness.place
    pane, mode = opened.workspace.comparison.witness, opened.reshape.borders
    press(Key.Key_E)
    assert QApplication.focusWidget() is pane
    bar = opened.workspace.views.span_bar
    assert "as before. The end moves." in bar.words.text()
    press(Key.Key_Left, times=3)
    assert ", 3 fewer than before. The end moves." in bar.words.text()
    assert mode.handles.isVisible()
    assert mode.handles.accessibleName() == mode.words()
    pane.viewport().scroll(0, -20)
    assert mode.handles.geometry() == pane.viewport().geometry(), "they stay over the text when it is scrolled"
    scrolled = pane.verticalScrollBar()
    scrolled.setValue(scrolled.value() + pane.cursorRect().bottom() - pane.viewport().height() + 1)
    mode.look()
    assert pane.cursorRect().bottom() + 8 < pane.viewport().height(), "the handle is seen whole"
    press(Key.Key_BracketLeft)
    press(Key.Key_Right)
    assert ", 4 fewer than before. The start moves." in bar.words.text()
    press(Key.Key_Left, SHIFT)
    press(Key.Key_1)
    assert opened.case.snapshot.tags == (), "digits do nothing meanwhile"
    press(Key.Key_Return)
    assert not mode.handles.isVisible()
    assert bar.isHidden()
    after = passage(opened)
    assert after in before
    assert len(after.split()) == len(before.split()) - 4
    assert opened.where.number == 1, "the witness stays current"
    assert "was trimmed. Ctrl+Z takes it back." in said(opened)
    press(Key.Key_Z, CTRL)
    assert opened.where.family is not None
    assert {place} <= {witness.place for witness in opened.where.family.witnesses}
    assert opened.case.snapshot.by_hand == {}


def test_how_long_the_passage_is_stands_below_the_texts_and_covers_none_of_them(
    opened: MainWindow, press: Press
) -> None:
    opened.resize(1000, 520)
    opened.workspace.zoom(5)
    opened.where.go_to_edit(0)
    pane, bar = opened.workspace.comparison.witness, opened.workspace.views.span_bar
    press(Key.Key_E)
    below = pane.mapTo(opened, pane.rect().bottomLeft()).y()
    assert bar.mapTo(opened, bar.rect().topLeft()).y() > below
    assert "Return keeps" in bar.hint.text()
    caret = pane.cursorRect()
    assert 0 <= caret.top() < caret.bottom() <= pane.viewport().height(), "the end that moves is in view"


def test_nothing_is_marked_any_more_when_borders_are_moved(opened: MainWindow, press: Press) -> None:
    opened.workspace.comparison.witness.setFocus()
    press(Key.Key_M)
    press(Key.Key_2)
    press(Key.Key_E)
    bar = opened.workspace.views.span_bar
    assert opened.workspace.marking.cursor.marked is None
    assert "The end moves." in bar.words.text()
    assert bar.on_it.isHidden()
    press(Key.Key_Escape)
    assert said(opened) == "The passage stays as it was."


def test_no_border_is_moved_any_more_when_a_stretch_is_marked(opened: MainWindow, press: Press) -> None:
    opened.workspace.comparison.witness.setFocus()
    press(Key.Key_E)
    opened.commands["mark"].trigger()  # as from the palette: the key itself does nothing while a border is moved
    assert opened.workspace.marking.cursor.marked is not None
    assert opened.reshape.borders.now is None
    bar = opened.workspace.views.span_bar
    assert "Arrow keys move" in bar.words.text()
    assert bar.isVisible()


def test_in_the_text_of_the_base_it_is_the_base_that_is_trimmed_and_taken_out(opened: MainWindow, press: Press) -> None:
    base, witness = opened.where.comparison.base.place, opened.where.comparison.witness.place
    opened.workspace.comparison.base.setFocus()
    press(Key.Key_E)
    assert opened.reshape.base_borders.handles.isVisible()
    press(Key.Key_Left)
    press(Key.Key_Return)
    shown = opened.where.comparison
    assert (shown.base.place.article_id, shown.witness.place) == (base.article_id, witness)
    assert shown.base.place.span.end < base.span.end
    press(Key.Key_Delete)
    assert sizes(opened) == [2]
    assert base.article_id not in {one.place.article_id for one in opened.where.family.witnesses}


def test_a_sentence_more_is_taken_in(opened: MainWindow, press: Press) -> None:
    before = passage(opened)
    press(Key.Key_E)
    press(Key.Key_Down, times=2)
    press(Key.Key_Return)
    assert passage(opened).startswith(before)
    assert passage(opened).endswith(".")
    assert "was extended" in said(opened)


@pytest.mark.parametrize(
    "leave", [(Key.Key_Escape, NONE), (Key.Key_Right, ALT), (Key.Key_F6, NONE), (Key.Key_Tab, NONE)]
)
def test_a_passage_stays_as_it_was_when_its_borders_are_left(
    opened: MainWindow, press: Press, leave: tuple[Qt.Key, Qt.KeyboardModifier]
) -> None:
    before = opened.case.snapshot.families
    press(Key.Key_E)
    press(Key.Key_Left, times=2)
    press(*leave)
    assert opened.reshape.borders.now is None
    assert not opened.reshape.borders.handles.isVisible()
    assert opened.case.snapshot.families == before
    press(Key.Key_1)
    assert len(opened.case.snapshot.tags) == 1, "keys mean again what they did"


def test_what_makes_no_sense_is_refused_in_a_sentence_and_nothing_is_said_of_it_as_done(
    two_families: MainWindow, press: Press
) -> None:
    two_families.where.go_to_family(min(two_families.case.snapshot.families, key=lambda f: len(f.witnesses)).id)
    press(Key.Key_F6)
    press(Key.Key_Delete)
    assert "two witnesses or more" in two_families.problem.text.text()
    assert "taken out of the family" not in said(two_families)
    assert sizes(two_families) == [2, 3]


def test_tags_go_along_with_a_passage_that_is_trimmed(opened: MainWindow, press: Press) -> None:
    press(Key.Key_2, CTRL)
    press(Key.Key_E)
    press(Key.Key_Left)
    press(Key.Key_Return)
    (tag,) = opened.case.snapshot.tags
    assert tag.target == Target(opened.where.comparison.witness.place)


def test_an_end_cannot_pass_the_other_one(opened: MainWindow, press: Press) -> None:
    press(Key.Key_E)
    press(Key.Key_Left, times=300)
    now = opened.reshape.borders.now
    assert now is not None
    assert 0 < len(now.span) < 20
    press(Key.Key_Escape)
