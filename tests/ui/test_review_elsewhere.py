"""What was decided of an edit is applied to the same edit elsewhere, after a look at where that is."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QApplication

from tests.ui.features import feature_of
from tests.ui.reviewing import Key, Press, Settle, four, four_case, four_pages, press, twins_of
from tests.ui.test_accessible import name_of, reachable
from ui.desktop.review.label_picker import LabelPicker
from ui.desktop.review.twins import ReviewTwins
from ui.desktop.window import MainWindow

__all__ = ["four", "four_case", "four_pages", "press"]


def test_what_stands_there_is_kept_unless_a_person_wants_it_replaced(
    four: MainWindow, press: Press, settle: Settle
) -> None:
    panel = twins_of(four)
    press(Key.Key_I)
    other = panel.rows.rows[0].twin.target
    press(Key.Key_Escape)
    four.decisions.write_note(other, "mine")
    four.decisions.write_note(four.where.edit_target, "theirs")
    settle()
    press(Key.Key_I)
    assert panel.replacing.isVisible()
    assert "note: mine" in panel.rows.rows[0].spoken
    press(Key.Key_Return)
    assert four.case.snapshot.note_on(other).text == "mine"
    assert len(four.case.snapshot.notes) == 4
    press(Key.Key_I)
    panel.replacing.setFocus(Qt.FocusReason.TabFocusReason)
    press(Key.Key_Space)
    assert panel.replacing.isChecked()
    press(Key.Key_Return)
    assert four.case.snapshot.note_on(other).text == "theirs"
    press(Key.Key_Backspace)
    assert four.case.snapshot.note_on(other).text == "mine"


def test_a_place_that_is_not_ticked_is_left_alone(four: MainWindow, press: Press) -> None:
    press(Key.Key_4)
    press(Key.Key_I)
    panel = twins_of(four)
    press(Key.Key_Down)
    press(Key.Key_Space)
    assert [row.ticked for row in panel.rows.rows] == [True, False, True]
    assert four.case.snapshot.reviews == (), "Space ticks here"
    left_alone = panel.rows.rows[1].twin.target
    press(Key.Key_Return)
    assert len(four.case.snapshot.tags) == 3
    assert four.case.snapshot.tags_on(left_alone) == ()
    assert four.status.text.text() == "Applied to 2 edits. Backspace takes all of it back at once."


def test_labels_that_were_rejected_are_called_so(four: MainWindow, press: Press) -> None:
    press(Key.Key_X)
    press(Key.Key_I)
    assert twins_of(four).labels.text() == "Labels rejected"


def test_escape_leaves_the_panel_and_gives_the_focus_back(four: MainWindow, press: Press) -> None:
    came_from = QApplication.focusWidget()
    press(Key.Key_3)
    press(Key.Key_I)
    inspector = four.workspace.inspector
    assert inspector.currentWidget() is twins_of(four)
    press(Key.Key_Escape)
    assert len(four.case.snapshot.tags) == 1
    assert QApplication.focusWidget() is came_from
    assert not inspector.isTabVisible(inspector.indexOf(twins_of(four)))


def test_what_is_decided_meanwhile_shows_in_the_panel(four: MainWindow, press: Press) -> None:
    press(Key.Key_I)
    panel = twins_of(four)
    assert not panel.apply.isEnabled()
    press(Key.Key_6)
    assert panel.tags.isChecked()
    assert panel.apply.text() == "Apply to 3 edits   Return"


def test_an_edit_that_is_none_any_more_is_taken_from_the_panel(four: MainWindow, press: Press, settle: Settle) -> None:
    press(Key.Key_4)
    press(Key.Key_I)
    panel = twins_of(four)
    elsewhere = [row.twin for row in panel.rows.rows if row.twin.family != four.where.family]
    assert elsewhere
    other = elsewhere[0]
    four.case.decide(lambda session: session.choose_base(other.family, other.witness))
    settle()
    assert [row.twin for row in panel.rows.rows if row.twin.family == other.family] == []
    press(Key.Key_Return)
    assert four.case.snapshot.tags_on(other.target) == ()
    assert len(four.case.snapshot.tags) == 3


def test_what_is_refused_is_not_told_as_done(four: MainWindow, press: Press, settle: Settle) -> None:
    press(Key.Key_4)
    press(Key.Key_I)
    assert four.case.state is not None
    path, told = four.case.state.path, []
    feature_of(four, ReviewTwins).told.connect(told.append)
    path.rename(path.with_name("Elsewhere.variorum"))
    press(Key.Key_Return)
    settle()
    assert "was moved, renamed or deleted" in four.problem.text.text()
    assert told == []
    path.with_name("Elsewhere.variorum").rename(path)
    four.case.look_again()
    settle()


def test_the_rows_of_the_panel_are_a_sound_model(four: MainWindow, press: Press) -> None:
    panel = twins_of(four)
    QAbstractItemModelTester(panel.rows, QAbstractItemModelTester.FailureReportingMode.Fatal, panel)
    press(Key.Key_I)
    press(Key.Key_Space)
    assert panel.rows.index(0).data(Qt.ItemDataRole.CheckStateRole) is Qt.CheckState.Unchecked
    press(Key.Key_Escape)


def test_everything_in_the_panel_and_the_chooser_has_a_name(four: MainWindow, press: Press) -> None:
    press(Key.Key_I)
    assert [w for w in reachable(twins_of(four)) if not name_of(w).strip()] == []
    press(Key.Key_Escape)
    press(Key.Key_L)
    (picker,) = four.findChildren(LabelPicker)
    assert all(name_of(widget).strip() for widget in reachable(picker))
    QTest.keyClick(picker.field, Key.Key_Escape)


def test_f6_comes_to_the_panel_while_it_is_there(four: MainWindow, press: Press) -> None:
    view = twins_of(four).view
    press(Key.Key_I)
    seen = []
    for _ in range(9):
        press(Key.Key_F6)
        seen.append(QApplication.focusWidget())
    assert view in seen
    view.setFocus()
    press(Key.Key_Escape)
    seen = []
    for _ in range(9):
        press(Key.Key_F6)
        seen.append(QApplication.focusWidget())
    assert view not in seen
