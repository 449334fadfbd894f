"""A whole family by keyboard alone: reviewed edit by edit, tagged, annotated, ruled on, applied; kept, and undone."""

from pathlib import Path

from PySide6.QtCore import QSettings, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from tests.ui.reviewing import (
    SHIFT,
    Key,
    Mod,
    Press,
    Settle,
    four,
    four_case,
    four_pages,
    no_mouse,
    press,
    started_again,
    take_all_back,
    twins_of,
    type_into_focus,
)
from tests.ui.test_keyboard import CTRL
from ui.desktop.review.label_picker import LabelPicker
from ui.desktop.window import MainWindow
from workbench.model import LabelKind
from workbench.rulings import Word, verdict_on

__all__ = ["four", "four_case", "four_pages", "no_mouse", "press"]


def test_a_whole_family_is_reviewed_tagged_ruled_on_and_undone(
    four: MainWindow, no_mouse: None, press: Press, settle: Settle, qtbot: QtBot, settings: QSettings, tmp_path: Path
) -> None:
    where, case, meters = four.where, four.case, four.status.meters
    assert meters is not None
    assert meters.family.label.text() == "Family 0 of 6"
    assert meters.case.label.text() == "Case 0 of 7"
    before = case.snapshot

    # The first edit: tag, labels accepted, note; Esc comes back, then it is applied to the same edit elsewhere.
    first = where.edit_target
    press(Key.Key_1)
    press(Key.Key_A)
    assert verdict_on(where.edit, case.snapshot.ruling_on(first)).word is Word.ACCEPTED
    press(Key.Key_N)
    type_into_focus("The wire has 320 A X 1")
    press(Key.Key_Escape)
    press(Key.Key_Space)
    assert meters.witness.label.text() == "Witness 1 of 2"
    second = where.edit_target
    assert second != first

    press(Key.Key_Up, Mod.AltModifier)
    assert where.edit_target == first
    press(Key.Key_I)
    panel = twins_of(four)
    assert panel.view.hasFocus()
    assert len(panel.rows.rows) == 3, "two in this family, one in another"
    assert panel.apply.text() == "Apply to 3 edits   Return"
    press(Key.Key_Return)
    for row in panel.rows.rows:
        target = row.twin.target
        assert case.snapshot.note_on(target).text == "The wire has 320 A X 1"
        assert [tag.code_id for tag in case.snapshot.tags_on(target)] == ["figure"]
        assert case.snapshot.ruling_on(target).labels == (LabelKind.NUMBER,)
        assert target in case.snapshot.reviewed
    assert case.snapshot.undo_summary == "Apply to 3 edits"
    assert meters.family.label.text() == "Family 3 of 6"

    # Space from an edit that is reviewed goes on; the next one is rejected, tagged and annotated, Ctrl+Return goes on.
    press(Key.Key_Space)
    assert where.edit_target == second
    press(Key.Key_X)
    assert verdict_on(where.edit, case.snapshot.ruling_on(second)).word is Word.REJECTED
    press(Key.Key_5)
    press(Key.Key_N)
    type_into_focus("Loaded")
    press(Key.Key_Return, CTRL)
    assert second in case.snapshot.reviewed
    assert (where.number, where.edit_number) == (1, 1), "what was applied to needs no second look"

    # The third is changed by hand.
    third = where.edit_target
    press(Key.Key_L)
    (picker,) = four.findChildren(LabelPicker)
    QTest.keyClick(picker.field, Key.Key_Space)
    QTest.keyClicks(picker.field, "negat")
    QTest.keyClick(picker.field, Key.Key_Space)
    QTest.keyClick(picker.field, Key.Key_Return)
    settle()
    assert LabelKind.NEGATION in case.snapshot.ruling_on(third).labels
    press(Key.Key_Space)
    press(Key.Key_Space)
    assert meters.family.label.text() == "Family 6 of 6"
    assert "All places of the case are reviewed" in four.status.text.text()
    assert meters.case.label.text() == "Case 7 of 7"

    decided = case.snapshot
    four.close()
    again = started_again(qtbot, settings, tmp_path / "Lock.variorum")
    kept = again.case.snapshot
    assert (kept.reviews, kept.rulings, kept.tags, kept.notes) == (
        decided.reviews, decided.rulings, decided.tags, decided.notes,
    )  # fmt: skip
    assert again.status.meters.case.label.text() == "Case 7 of 7"
    row = again.workspace.edits.rows.rows[0]
    assert row.reviewed
    assert row.spoken.endswith("reviewed, tagged Figure changed, labels accepted, note: The wire has 320 A X 1")

    take_all_back(qtbot, again)
    undone = again.case.snapshot
    assert (undone.reviews, undone.rulings, undone.tags, undone.notes) == ((), (), before.tags, before.notes)
    assert again.status.meters.case.label.text() == "Case 0 of 7"
    again.close()


def test_space_goes_from_family_to_family_and_says_what_is_left(four: MainWindow, press: Press) -> None:
    family = four.where.family
    for _ in range(6):
        press(Key.Key_Space)
    assert four.where.family != family
    assert four.status.text.text() == "Family 1 of 2 is done; 1 place left."
    assert four.where.edit_target not in four.case.snapshot.reviewed


def test_keys_may_come_quicker_than_the_case_file_takes_them(four: MainWindow, settle: Settle) -> None:
    view = QApplication.focusWidget()
    for _ in range(5):
        QTest.keyClick(view, Key.Key_Space)
    settle()
    assert len(four.case.snapshot.reviews) == 5
    assert four.status.meters.family.label.text() == "Family 5 of 6"


def test_shift_and_space_take_the_mark_away(four: MainWindow, press: Press) -> None:
    target = four.where.edit_target
    press(Key.Key_Space)
    press(Key.Key_Up, Mod.AltModifier)
    assert four.workspace.edits.heading.text().endswith("· reviewed")
    press(Key.Key_Space, SHIFT)
    assert target not in four.case.snapshot.reviewed
    press(Key.Key_Space, SHIFT)
    assert four.status.text.text() == "This is not marked as reviewed."


def test_going_on_without_a_mark_leaves_the_family_at_its_end(four: MainWindow, press: Press) -> None:
    family = four.where.family
    for _ in range(5):
        press(Key.Key_Space, CTRL)
    assert four.where.family == family
    press(Key.Key_F8, SHIFT)
    assert four.where.family != family
    assert four.case.snapshot.reviews == ()
    assert four.status.text.text() == "On to another family; 7 places left."


def test_what_was_passed_over_comes_again_before_the_family_is_left(four: MainWindow, press: Press) -> None:
    passed = four.where.edit_target
    for modifiers in (CTRL, CTRL, *[Mod.NoModifier] * 4):
        press(Key.Key_Space, modifiers)
    assert four.where.edit_target == passed
    assert four.status.text.text() == "2 places of this family left, further up."
    press(Key.Key_Space)
    assert "further up" not in four.status.text.text(), "it is one by now, and below"


def test_a_whole_witness_and_a_whole_family_are_marked_in_one_step(four: MainWindow, press: Press) -> None:
    press(Key.Key_Space, CTRL | SHIFT)
    assert len(four.case.snapshot.reviews) == 2
    four.commands["review_family"].trigger()
    press(Key.Key_Shift)
    assert len(four.case.snapshot.reviews) == 6
    press(Key.Key_Backspace)
    assert len(four.case.snapshot.reviews) == 2


def test_a_note_on_the_whole_witness_reviews_nothing(four: MainWindow, press: Press) -> None:
    press(Key.Key_N, CTRL | SHIFT)
    type_into_focus("sober")
    press(Key.Key_Return, CTRL)
    assert four.case.snapshot.reviews == ()
    assert four.case.snapshot.note_on(four.where.witness_target).text == "sober"


def test_space_is_a_space_in_a_text_and_presses_a_button_that_tab_went_to(four: MainWindow, press: Press) -> None:
    press(Key.Key_N)
    type_into_focus("two words")
    press(Key.Key_Escape)
    assert [note.text for note in four.case.snapshot.notes] == ["two words"]
    code = next(b for b in four.workspace.codebook.findChildren(QPushButton, "code") if b.text() == "Quote altered")
    code.setFocus(Qt.FocusReason.TabFocusReason)
    press(Key.Key_Space)
    assert [tag.code_id for tag in four.case.snapshot.tags] == [c.id for c in four.case.snapshot.codes if c.digit == 2]
    assert four.case.snapshot.reviews == ()
    for view in (four.workspace.lists.families.view, four.workspace.comparison.witness, four.workspace.edits.view):
        before = len(four.case.snapshot.reviews)
        view.setFocus()
        press(Key.Key_Space)
        assert len(four.case.snapshot.reviews) == before + 1
