"""A person’s word on the labels of an edit: accepted, rejected, changed, and left to the program again."""

from PySide6.QtTest import QTest

from tests.ui.reviewing import Key, Press, Settle, four, four_case, four_pages, press
from ui.desktop.review.label_picker import LabelPicker
from ui.desktop.window import MainWindow
from workbench.model import LabelKind
from workbench.rulings import kinds_of

__all__ = ["four", "four_case", "four_pages", "press"]


def test_a_label_accepted_twice_is_left_to_the_program(four: MainWindow, press: Press) -> None:
    press(Key.Key_A)
    assert four.workspace.edits.rows.rows[0].spoken.endswith("labels accepted")
    assert four.workspace.edits.reason.text().endswith("; labels accepted"), "as the rest of the sentence"
    press(Key.Key_X)
    assert four.workspace.edits.rows.rows[0].spoken.endswith("labels rejected")
    press(Key.Key_X)
    assert four.case.snapshot.rulings == ()


def test_the_chooser_starts_with_the_labels_of_the_program_and_escape_keeps_nothing(
    four: MainWindow, press: Press, settle: Settle
) -> None:
    edit = four.where.edit
    press(Key.Key_L)
    (picker,) = four.findChildren(LabelPicker)
    assert picker.kinds == kinds_of(edit)
    QTest.keyClicks(picker.field, "loaded")
    QTest.keyClick(picker.field, Key.Key_Space)
    assert LabelKind.LOADED in picker.kinds
    assert "loaded word, ticked" in picker.field.accessibleDescription()
    QTest.keyClick(picker.field, Key.Key_Escape)
    settle()
    assert four.case.snapshot.rulings == ()


def test_a_ruling_on_what_the_program_says_no_more_is_shown_as_such(four: MainWindow, settle: Settle) -> None:
    target = four.where.edit_target
    four.case.decide(lambda session: session.rule(target, (LabelKind.STYLE,), (LabelKind.STYLE,)))
    settle()
    assert "the program says otherwise now" in four.workspace.edits.rows.rows[0].spoken
    assert "the program says otherwise now" in four.workspace.edits.reason.text()
