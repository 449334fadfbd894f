"""A whole family by keyboard alone: reviewed edit by edit, tagged, annotated, ruled on, applied; kept, and undone."""

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings, Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from db.casefile import open_case
from db.search import WordIndex
from tests.ui.conftest import aligned
from tests.ui.features import feature_of
from tests.ui.test_accessible import name_of, reachable
from tests.ui.test_keyboard import CTRL, MouseWatch, press
from ui.desktop.app import build, start
from ui.desktop.review.label_picker import LabelPicker
from ui.desktop.review.twin_panel import TwinPanel
from ui.desktop.review.twins import ReviewTwins
from ui.desktop.window import MainWindow
from workbench.model import LabelKind
from workbench.rulings import Word, kinds_of, verdict_on

__all__ = ["press"]

Key, Mod = Qt.Key, Qt.KeyboardModifier
SHIFT = Mod.ShiftModifier
Press = Callable[..., None]
Settle = Callable[[], None]

QUOTE = (
    "“{number} river pilots will be {verb} from Dunmere before the first frost, and the lock at Harrow End "
    "{may} stay shut until the new gates have been tested twice,” {who} said{when}."
)
RENDERED = {
    "dunmere-wire.txt": ("1 June 2031", "Some 320", "moved", "may", "a keeper of the lock", " on Monday"),
    "harrow-star.txt": ("2 June 2031", "Some 400", "driven", "may", "a keeper of the lock", " on Monday"),
    "frost-post.txt": ("3 June 2031", "Some 400", "moved", "will", "a keeper of the lock", ""),
    "gate-mirror.txt": ("4 June 2031", "Some 400", "driven", "may", "a man at the lock", " on Monday"),
}
TOLL = (
    "The toll on the {place} bridge will be paid by {number} carts a day from the middle of autumn, the council wrote"
)
OWN = (
    "Nobody at the wharf had heard of it.", "It rained on the quay all day.",
    "The ferry was late again.", "A dog slept through the meeting.",
)  # fmt: skip
BETWEEN = {
    "dunmere-wire.txt": (
        "Readers of this paper wrote many letters about the smell of tar in spring. One had kept bees for forty "
        "years and never seen such weather. Another asked where the old signal lamp had gone. We have no answer. "
        "The museum shop sells a small copy of it, painted green, for the price of a good lunch."
    ),
    "harrow-star.txt": (
        "Our correspondent saw geese, two barges, an empty stall and a broken lamp on his walk along the bank. He met "
        "nobody there but a child with a kite. Later it hailed. Everyone who could went home early, and by six the "
        "square was as quiet as a church on a weekday, apart from somebody practising the trombone."
    ),
}


@pytest.fixture(scope="session")
def four_pages(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Four renderings of one quote, and of a second passage that two pages share with the same change of a number."""
    folder = tmp_path_factory.mktemp("four")
    for (name, (date, number, verb, may, who, when)), own in zip(RENDERED.items(), OWN, strict=True):
        outlet = name.removesuffix(".txt").replace("-", " ").title()
        quote = QUOTE.format(number=number, verb=verb, may=may, who=who, when=when)
        toll = TOLL.format(place="old iron", number=number.removeprefix("Some "))
        rest = f"\n\n{BETWEEN[name]}\n\n{toll}." if name in BETWEEN else ""
        (folder / name).write_text(
            f"News of the lock\n\n{outlet}\n\n{date}\n\n{own}\n\n{quote}{rest}\n", encoding="utf-8"
        )
    return folder


@pytest.fixture(scope="session")
def four_case(four_pages: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return aligned(tmp_path_factory.mktemp("case") / "Lock.variorum", four_pages)


@pytest.fixture
def four(window: MainWindow, settle: Settle, four_case: Path, tmp_path: Path) -> MainWindow:
    start(window, Path(shutil.copy(four_case, tmp_path)))
    settle()
    return window


@pytest.fixture
def no_mouse() -> Iterator[None]:
    watch, application = MouseWatch(), QApplication.instance()
    assert application is not None
    application.installEventFilter(watch)
    yield
    application.removeEventFilter(watch)
    assert watch.seen == 0


def twins_of(window: MainWindow) -> TwinPanel:
    return feature_of(window, ReviewTwins).panel


def type_into_focus(text: str) -> None:
    QTest.keyClicks(QApplication.focusWidget(), text)


def started_again(qtbot: QtBot, settings: QSettings, case: Path) -> MainWindow:
    """Another window on the same file, after the first one was closed."""
    again, _ = build(open_case, settings, WordIndex)
    qtbot.addWidget(again)
    again.resize(1280, 800)
    with qtbot.waitExposed(again):
        again.show()
    again.activateWindow()
    start(again, case)
    qtbot.waitUntil(lambda: again.lanes.idle and again.where.comparison is not None, timeout=30000)
    return again


def take_all_back(qtbot: QtBot, window: MainWindow) -> None:
    """Press Backspace until there is nothing left to take back."""
    for _ in range(40):
        if window.case.snapshot.undo_summary:
            QTest.keyClick(QApplication.focusWidget() or window, Key.Key_Backspace)
            qtbot.waitUntil(lambda: window.lanes.idle, timeout=30000)


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
    assert "All edits of the case are reviewed" in four.status.text.text()
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
    assert four.status.text.text() == "Family 1 of 2 is done; 1 edit left."
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
    assert four.status.text.text() == "On to another family; 7 edits left."


def test_what_was_passed_over_comes_again_before_the_family_is_left(four: MainWindow, press: Press) -> None:
    passed = four.where.edit_target
    press(Key.Key_Space, CTRL)
    for _ in range(5):
        press(Key.Key_Space)
    assert four.where.edit_target == passed
    assert four.status.text.text() == "1 edit of this family left, further up."


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


def test_a_witness_without_edits_is_one_thing_to_review(
    window: MainWindow, settle: Settle, press: Press, four_pages: Path, tmp_path: Path
) -> None:
    pages = tmp_path / "two"
    pages.mkdir()
    for name in ("harrow-star.txt", "gate-mirror.txt"):
        shutil.copy(four_pages / name, pages)
    start(window, tmp_path / "Same.variorum", pages)
    settle()
    assert window.where.comparison.edits == ()
    assert window.status.meters.family.label.text() == "Family 0 of 1"
    press(Key.Key_Space)
    (review,) = window.case.snapshot.reviews
    assert review.target.base is not None
    assert window.workspace.edits.heading.text() == "No edits · reviewed"
    assert window.status.meters.case.label.text() == "Case 1 of 1"


def test_the_counts_are_spoken(four: MainWindow, press: Press) -> None:
    press(Key.Key_Space)
    assert four.status.meters.family.accessibleName() == "1 of 6 reviewed in this family"


# Labels


def test_a_label_accepted_twice_is_left_to_the_program(four: MainWindow, press: Press) -> None:
    press(Key.Key_A)
    assert four.workspace.edits.rows.rows[0].spoken.endswith("labels accepted")
    assert "Labels accepted" in four.workspace.edits.reason.text()
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
    assert picker.ticked == kinds_of(edit)
    QTest.keyClicks(picker.field, "loaded")
    QTest.keyClick(picker.field, Key.Key_Space)
    assert LabelKind.LOADED in picker.ticked
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


# The same edit elsewhere


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


def test_the_witness_bar_says_how_much_is_reviewed(four: MainWindow, press: Press) -> None:
    press(Key.Key_Space)
    rows = four.workspace.witnesses.rows.rows
    assert "1 of 2 reviewed" in rows[1].spoken
    press(Key.Key_Space)
    assert four.workspace.witnesses.rows.rows[1].reviewed.is_done


def test_hidden_edits_of_style_do_not_count(framed: MainWindow, settle: Settle) -> None:
    meters = framed.status.meters
    before = meters.family.label.text()
    framed.where.list_edits(style=False, white_space=False)
    settle()
    hidden = sum(framed.where.style_hidden(number) for number in range(len(framed.where.comparisons)))
    assert hidden
    assert meters.family.label.text() != before
    in_family = meters.family.label.text().rpartition(" ")[2]
    framed.where.list_edits(style=True, white_space=False)
    assert int(meters.family.label.text().rpartition(" ")[2]) >= int(in_family)
    assert meters.family.label.text() == before
