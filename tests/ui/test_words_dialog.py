"""The word lists of the case, by keyboard alone."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from db.casefile import open_case
from tests.ui.test_accessible import name_of, reachable
from tests.ui.test_choosing import accept, open_dialog
from ui.desktop.app import start
from ui.desktop.theme import Scheme
from ui.desktop.window import MainWindow
from ui.desktop.words.controls import CHANGED
from ui.desktop.words.dialog import WordsDialog
from ui.desktop.words.rows import entry_model
from workbench.amendments import Amended, Amendment, State
from workbench.model import LabelKind
from workbench.steps import Change, Step
from workbench.word_files import read_changes
from workbench.word_lists import all_lists, list_named

Settle = Callable[[], None]
NONE, ALT, CTRL = (
    Qt.KeyboardModifier.NoModifier,
    Qt.KeyboardModifier.AltModifier,
    Qt.KeyboardModifier.ControlModifier,
)


@pytest.fixture
def dialog(opened: MainWindow, qtbot: QtBot) -> WordsDialog:
    QTest.keyClick(opened, Qt.Key.Key_L, CTRL | Qt.KeyboardModifier.ShiftModifier)
    (shown,) = opened.findChildren(WordsDialog)
    qtbot.waitUntil(shown.isActiveWindow)
    return shown


def press(key: Qt.Key, modifier: Qt.KeyboardModifier = NONE) -> None:
    QTest.keyClick(QApplication.focusWidget(), key, modifier)


def type_in(text: str) -> None:
    QTest.keyClicks(QApplication.focusWidget(), text)


def show_list(dialog: WordsDialog, list_id: str) -> None:
    dialog.controls.chooser.setCurrentIndex(dialog.controls.chooser.findData(list_id))


def labels(window: MainWindow) -> set[LabelKind]:
    return {label.kind for found in window.where.comparisons for edit in found.edits for label in edit.labels}


def shown(dialog: WordsDialog) -> list[str]:
    return [entry.text for entry in dialog.controls.rows.rows]


def test_a_key_opens_it_on_all_lists_and_typing_finds_a_word(dialog: WordsDialog) -> None:
    assert dialog.controls.field.hasFocus()
    assert dialog.controls.rows.rowCount() == sum(len(where.shipped) for where in all_lists())
    type_in("regime")
    assert {entry.list_id for entry in dialog.controls.rows.rows} >= {"loaded-nouns", "bodies", "naming-groups"}
    assert dialog.entry
    assert dialog.entry.text == "regime"
    dialog.controls.field.setText("slammed")
    assert set(shown(dialog)) == {"slam"}
    dialog.controls.field.setText("zzz")
    assert shown(dialog) == []
    assert "Nothing there has these letters" in dialog.controls.meaning.text()


def test_a_word_is_put_in_by_keyboard_alone_and_labels_follow(
    dialog: WordsDialog, opened: MainWindow, settle: Settle
) -> None:
    assert LabelKind.LOADED not in labels(opened)
    press(Qt.Key.Key_L, ALT)
    assert dialog.controls.chooser.hasFocus()
    while dialog.where is None or dialog.where.id != "loaded-verbs":
        press(Qt.Key.Key_Down)
    press(Qt.Key.Key_N, ALT)
    assert dialog.controls.new.hasFocus()
    type_in("shipped")
    press(Qt.Key.Key_Return)
    settle()
    assert [one.entry for one in opened.case.snapshot.words.amendments] == ["ship"]
    assert dialog.entry
    assert (dialog.entry.text, dialog.entry.state) == ("ship", State.ADDED)
    assert dialog.isVisible()
    assert dialog.controls.new.text() == ""
    assert LabelKind.LOADED in labels(opened)
    assert opened.commands["undo"].text() == "Undo: Add “ship” to loaded-verbs"


def test_the_families_in_the_list_are_labelled_anew_and_the_edit_stays_current(
    dialog: WordsDialog, opened: MainWindow, settle: Settle
) -> None:
    opened.where.go_to_witness(1)
    opened.where.step_edit(1)
    before, number = opened.where.edit, opened.where.number
    assert before
    counts = {kind for digest in opened.case.digests.values() for kind in digest.labels}
    assert LabelKind.LOADED not in counts
    dialog.change(lambda words: words.add("loaded-verbs", "ship"), "")
    settle()
    assert LabelKind.LOADED in {kind for digest in opened.case.digests.values() for kind in digest.labels}
    assert opened.where.edit
    assert (opened.where.edit.base, opened.where.edit.witness) == (before.base, before.witness)
    assert opened.where.number == number


def test_a_word_is_taken_out_and_put_back_from_the_list(
    dialog: WordsDialog, opened: MainWindow, settle: Settle
) -> None:
    show_list(dialog, "reporting-admission")
    dialog.controls.field.setText("admit")
    press(Qt.Key.Key_Down)
    assert dialog.controls.view.hasFocus()
    press(Qt.Key.Key_Delete)
    settle()
    assert dialog.entry
    assert dialog.entry.state is State.REMOVED
    assert dialog.controls.take.text() == "Put &back"
    assert opened.commands["undo"].text() == "Undo: Remove “admit” from reporting-admission"
    press(Qt.Key.Key_Delete)
    settle()
    assert opened.case.snapshot.words == Amended()


def test_a_word_is_moved_through_a_menu(dialog: WordsDialog, opened: MainWindow, settle: Settle, qtbot: QtBot) -> None:
    show_list(dialog, "reporting-admission")
    dialog.controls.field.setText("admit")
    press(Qt.Key.Key_M, ALT)
    qtbot.waitUntil(lambda: any(found.accessibleName() == "Move to" for found in dialog.findChildren(QMenu)))
    (menu,) = (found for found in dialog.findChildren(QMenu) if found.accessibleName() == "Move to")
    qtbot.waitUntil(menu.isVisible)
    titles = [action.text() for action in menu.actions()]
    assert titles[:3] == ["Neutral", "Claim", "Denial"]
    QTest.keyClick(menu, Qt.Key.Key_Down)
    QTest.keyClick(menu, Qt.Key.Key_Return)
    settle()
    assert opened.case.snapshot.words.holds(list_named("reporting-neutral"), "admit")
    assert not opened.case.snapshot.words.holds(list_named("reporting-admission"), "admit")


def test_every_change_can_be_taken_back_in_the_dialog_but_nothing_from_before_it(
    opened: MainWindow, settle: Settle, qtbot: QtBot
) -> None:
    opened.workspace.notes.field.setPlainText("Who?")
    opened.workspace.notes.save()
    settle()
    QTest.keyClick(opened, Qt.Key.Key_L, CTRL | Qt.KeyboardModifier.ShiftModifier)
    (dialog,) = opened.findChildren(WordsDialog)
    qtbot.waitUntil(dialog.isActiveWindow)
    assert not dialog.controls.undo.isEnabled()
    dialog.change(lambda words: words.add("hedges", "frobly"), "")
    settle()
    dialog.controls.view.setFocus()
    press(Qt.Key.Key_Z, CTRL)
    settle()
    assert opened.case.snapshot.words == Amended()
    press(Qt.Key.Key_Z, CTRL)
    settle()
    assert len(opened.case.snapshot.notes) == 1
    press(Qt.Key.Key_Z, CTRL | Qt.KeyboardModifier.ShiftModifier)
    settle()
    assert len(opened.case.snapshot.words.amendments) == 1
    press(Qt.Key.Key_U, ALT)
    qtbot.waitUntil(lambda: opened.case.snapshot.words == Amended())


REFUSED = [
    ("loaded-nouns", "regime", "“regime” is in “Loaded words · Nouns” already."),
    ("loaded-nouns", "two words", "would never be found in “Loaded words · Nouns”"),
    ("hedges", "maybe, not", "no word has the sign “,”"),
    ("naming-groups", "Burma", "two names or more"),
]


def test_what_makes_no_sense_is_told_in_the_dialog_and_changes_nothing(
    dialog: WordsDialog, opened: MainWindow, settle: Settle
) -> None:
    before = opened.case.snapshot
    for list_id, text, sentence in REFUSED:
        show_list(dialog, list_id)
        dialog.controls.new.clear()
        dialog.controls.new.setFocus()
        type_in(text)
        press(Qt.Key.Key_Return)
        settle()
        assert sentence in dialog.controls.message.text()
        assert sentence in dialog.controls.new.accessibleDescription()
        assert dialog.controls.new.text() == text
        assert opened.case.snapshot == before


def test_what_was_changed_is_listed_apart_and_reset(
    dialog: WordsDialog, opened: MainWindow, settle: Settle, qtbot: QtBot
) -> None:
    dialog.change(lambda words: words.add("hedges", "frobly").remove("loaded-nouns", "regime"), "")
    settle()
    show_list(dialog, CHANGED)
    assert shown(dialog) == ["frobly", "regime"]
    assert "1 added, 1 taken out in this case" in dialog.controls.version.text()
    show_list(dialog, "hedges")
    press(Qt.Key.Key_T, ALT)
    qtbot.waitUntil(lambda: [one.list_id for one in opened.case.snapshot.words.amendments] == ["loaded-nouns"])
    assert not dialog.controls.reset.isEnabled()
    show_list(dialog, CHANGED)
    press(Qt.Key.Key_T, ALT)
    qtbot.waitUntil(lambda: opened.case.snapshot.words == Amended())


def test_lists_are_shared_as_files(
    dialog: WordsDialog, opened: MainWindow, settle: Settle, qtbot: QtBot, own_dialogs: None, tmp_path: Path
) -> None:
    dialog.change(lambda words: words.add("hedges", "frobly"), "")
    settle()
    dialog.controls.write_button.click()
    accept(open_dialog(qtbot, dialog), tmp_path / "ours")
    assert read_changes(tmp_path / "ours.toml") == [("hedges", "frobly", False)]
    assert dialog.controls.message.text() == "Wrote “ours.toml”."
    dialog.change(lambda words: words.reset(), "")
    settle()
    dialog.controls.bring.click()
    accept(open_dialog(qtbot, dialog), tmp_path / "ours.toml")
    settle()
    assert [one.entry for one in opened.case.snapshot.words.amendments] == ["frobly"]
    assert dialog.controls.message.text() == "Read 1 entry of “ours.toml”."
    (tmp_path / "bad.csv").write_text("frobly\n", "utf-8")
    dialog.bring_in(tmp_path / "bad.csv")
    assert "must begin with a line that names its columns" in dialog.controls.message.text()
    dialog.write(tmp_path / "lists.docx")
    assert "give it the suffix .toml or .csv" in dialog.controls.message.text()


def test_a_case_that_cannot_be_changed_lets_its_lists_be_looked_at(
    dialog: WordsDialog, opened: MainWindow, settle: Settle
) -> None:
    assert opened.case.state
    opened.case.state = opened.case.state._replace(read_only=True)
    show_list(dialog, "hedges")
    dialog.controls.new.setText("frobly")
    controls = dialog.controls
    for widget in (controls.new, controls.add, controls.take, controls.move_button, controls.reset, controls.bring):
        assert not widget.isEnabled()
    assert controls.write_button.isEnabled()
    assert "perhaps" in shown(dialog)


def test_everything_in_it_has_a_name_and_entries_are_spoken_with_their_state(dialog: WordsDialog) -> None:
    assert [type(w).__name__ for w in reachable(dialog) if not name_of(w).strip()] == []
    dialog.change(lambda words: words.remove("loaded-nouns", "regime"), "")
    rows = entry_model(dialog)
    QAbstractItemModelTester(rows, QAbstractItemModelTester.FailureReportingMode.Fatal)
    words = Amended().remove("loaded-nouns", "regime").add("loaded-nouns", "zorbist")
    rows.set_rows([e for e in words.entries(list_named("loaded-nouns")) if e.text in ("regime", "zorbist")])
    spoken = [rows.index(number).data(Qt.ItemDataRole.AccessibleTextRole) for number in range(2)]
    assert spoken == [
        "regime, taken out in this case, Loaded words · Nouns",
        "zorbist, added in this case, Loaded words · Nouns",
    ]


def test_the_tab_key_goes_round_in_reading_order(dialog: WordsDialog) -> None:
    controls = dialog.controls
    show_list(dialog, "hedges")
    controls.chooser.setFocus()
    order = []
    for _ in range(8):
        order.append(QApplication.focusWidget())
        press(Qt.Key.Key_Tab)
    assert order[:6] == [
        controls.chooser,
        controls.field,
        controls.view,
        controls.new,
        controls.take,
        controls.move_button,
    ]


def test_signs_are_painted_and_nothing_is_cut_off_in_a_small_window(
    opened: MainWindow, settle: Settle, qtbot: QtBot
) -> None:
    for scheme, size in ((Scheme.LIGHT, (1280, 800)), (Scheme.DARK, (760, 520))):
        opened.resize(*size)
        opened.themes.choose(scheme)
        opened.commands["words"].trigger()
        (dialog,) = opened.findChildren(WordsDialog)
        qtbot.waitUntil(dialog.isVisible)
        assert dialog.width() <= opened.width()
        show_list(dialog, "modals")
        before = dialog.controls.view.grab().toImage()
        dialog.change(lambda words: words.reset() if words.amendments else words.remove("modals", "are to"), "")
        settle()
        assert dialog.controls.view.grab().toImage() != before
        for button in (dialog.controls.undo, dialog.controls.write_button, dialog.controls.done):
            assert dialog.rect().contains(button.mapTo(dialog, button.rect().bottomRight()))
        dialog.reject()
        QApplication.sendPostedEvents()


def test_escape_closes_it_and_so_does_another_case(
    dialog: WordsDialog, opened: MainWindow, settle: Settle, tmp_path: Path
) -> None:
    press(Qt.Key.Key_Escape)
    QApplication.sendPostedEvents()
    assert not opened.findChildren(WordsDialog)
    opened.commands["words"].trigger()
    assert len(opened.findChildren(WordsDialog)) == 1
    opened.open_case(tmp_path / "Fresh.variorum", create=True)
    settle()
    assert not opened.findChildren(WordsDialog)


def test_another_case_has_its_own_lists(opened: MainWindow, settle: Settle, aligned_case: Path, tmp_path: Path) -> None:
    opened.case.decide(lambda session: session.change_words(lambda words: words.add("loaded-verbs", "ship")))
    settle()
    first, path = labels(opened), opened.case.state.path if opened.case.state else tmp_path
    other = tmp_path / "Other.variorum"
    other.write_bytes(aligned_case.read_bytes())
    start(opened, other)
    settle()
    assert LabelKind.LOADED in first
    assert LabelKind.LOADED not in labels(opened)
    assert all(LabelKind.LOADED not in digest.labels for digest in opened.case.digests.values())
    start(opened, path)
    settle()
    assert LabelKind.LOADED in labels(opened)


def test_lists_that_are_newer_than_the_changes_are_told_when_the_case_is_opened(
    window: MainWindow, settle: Settle, aligned_case: Path, tmp_path: Path
) -> None:
    path = tmp_path / "Old.variorum"
    path.write_bytes(aligned_case.read_bytes())
    store = open_case(path)
    store.do(Step("Add", (Change(None, Amendment("hedges", "frobly", False, "0.0.9+00000000")),)))
    store.close()
    start(window, path)
    settle()
    assert "are newer than those that the changes of this case were made against" in window.problem.text.text()
