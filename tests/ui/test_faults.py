"""What befalls a case file under the open window: nothing shown as saved is lost, nothing typed leaves the screen."""

import shutil
import sqlite3
import sys
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QLineEdit
from pytestqt.qtbot import QtBot

from db import connection
from db.casefile import open_case
from ui.desktop.case.case_watch import CaseWatch
from ui.desktop.window import MainWindow
from workbench.session import Session
from workbench.snapshot import Snapshot

Settle = Callable[[], None]
posix = pytest.mark.skipif(sys.platform == "win32", reason="on Windows nobody can take an open file away")

GONE = "“Harbour.variorum” was moved, renamed or deleted while it was open: put it back, open it where it is now, or "


def content(path: Path) -> Snapshot:
    with closing(sqlite3.connect(path)) as db:
        assert db.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    session = Session(open_case(path))
    try:
        return session.snapshot()
    finally:
        session.close()


def path_of(window: MainWindow) -> Path:
    assert window.case.state is not None
    return window.case.state.path


def look(window: MainWindow, settle: Settle) -> None:
    """What the window does by itself every few seconds."""
    window.case.look_again()
    settle()


def tag(window: MainWindow, settle: Settle, digit: int = 1) -> None:
    window.decisions._tag_by_digit(digit, on_witness=False)
    settle()


def type_note(window: MainWindow, text: str) -> None:
    window.commands["note"].trigger()
    QTest.keyClicks(window.workspace.notes.field, text)


@posix
@pytest.mark.parametrize("seen_first", [True, False], ids=["seen first", "tagged first"])
def test_a_deleted_case_is_told_and_saved_as_a_copy(
    opened: MainWindow, settle: Settle, tmp_path: Path, seen_first: bool
) -> None:
    tag(opened, settle)
    path_of(opened).unlink()
    if seen_first:
        look(opened, settle)
    tag(opened, settle, 2)
    assert opened.problem.text.text().startswith(GONE)
    assert len(opened.case.snapshot.tags) == 1, "what is shown is what is saved"
    assert not opened.commands["tag_edit_1"].isEnabled()
    assert opened.commands["export"].isEnabled()
    assert len(opened.workspace.lists.families.view.model().index(0, 0).data()) > 0
    copy = tmp_path / "Rescued.variorum"
    opened.commands["save_copy"].trigger()
    dialog = next(dialog for dialog in opened.findChildren(QFileDialog) if dialog.isVisible())
    dialog.close()
    next(one for one in opened.features if isinstance(one, CaseWatch)).save_copy(copy)
    settle()
    assert opened.windowTitle() == "Rescued — Variorum", "one goes on with the copy"
    assert opened.problem.isHidden()
    tag(opened, settle, 2)
    assert len(content(copy).tags) == 2
    assert [file.name for file in tmp_path.glob("Harbour*")] == []


@posix
@pytest.mark.parametrize("way", ["file", "folder"])
def test_a_moved_case_is_gone_on_with_when_it_is_back(
    window: MainWindow, settle: Settle, aligned_case: Path, tmp_path: Path, way: str
) -> None:
    folder = tmp_path / "cases"
    folder.mkdir()
    path = Path(shutil.copy(aligned_case, folder))
    window.open_case(path)
    settle()
    moved = path if way == "file" else folder
    moved.rename(tmp_path / "elsewhere")
    look(window, settle)
    assert not window.problem.isHidden()
    assert not window.case.writable
    (tmp_path / "elsewhere").rename(moved)
    look(window, settle)
    assert window.problem.isHidden()
    assert "is in its place again" in window.status.text.text()
    tag(window, settle)
    assert len(content(path).tags) == 1


@posix
def test_a_case_replaced_by_another_is_left_alone_and_can_be_opened(
    opened: MainWindow, settle: Settle, aligned_case: Path, tmp_path: Path
) -> None:
    path = path_of(opened)
    tag(opened, settle)
    Path(shutil.copy(aligned_case, tmp_path / "other")).replace(path)
    tag(opened, settle, 2)
    assert opened.problem.text.text().startswith("Another file stands in the place of “Harbour.variorum” now: ")
    assert content(path).tags == ()
    opened.open_case(path)
    settle()
    assert opened.problem.isHidden()
    assert opened.case.snapshot.tags == ()
    tag(opened, settle, 3)
    opened.close()
    assert len(content(path).tags) == 1


@posix
def test_a_case_overwritten_by_something_else_is_told_and_stays_on_the_screen(
    opened: MainWindow, settle: Settle
) -> None:
    families = opened.case.snapshot.families
    path_of(opened).write_bytes(b"shopping list\n" * 9000)
    look(opened, settle)
    assert "“Harbour.variorum” is not a case of Variorum" in opened.problem.text.text()
    assert opened.case.snapshot.families == families
    assert not opened.case.writable
    tag(opened, settle)
    assert path_of(opened).read_bytes().startswith(b"shopping list")


def test_a_case_made_read_only_is_told(opened: MainWindow, settle: Settle) -> None:
    path = path_of(opened)
    path.chmod(0o444)
    tag(opened, settle)
    assert opened.problem.text.text().startswith("“Harbour.variorum” was made read-only while it was open: ")
    path.chmod(0o644)
    look(opened, settle)
    tag(opened, settle)
    assert len(content(path).tags) == 1


@pytest.fixture
def impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(connection, "BUSY_SECONDS", 0.05)


def test_a_case_that_is_locked_for_long_is_told_and_the_note_is_saved_when_it_is_free(
    impatient: None, opened: MainWindow, settle: Settle
) -> None:
    path, notes = path_of(opened), opened.workspace.notes
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        tag(opened, settle)
        assert opened.problem.text.text().startswith("Another window is busy with “Harbour.variorum”; nothing was lost")
        opened.problem.hide()
        type_note(opened, "Who said so?")
        notes.save()
        settle()
        assert notes.field.toPlainText() == "Who said so?"
        assert notes.field.accessibleName().endswith(", not saved yet")
        assert notes.heading.text().endswith("not saved yet")
        opened.problem.hide()
        notes.try_again()
        settle()
        assert opened.problem.isHidden(), "it is not told again and again"
        assert notes.unsaved
        look(opened, settle)
        assert notes.field.toPlainText() == "Who said so?"
        other.execute("ROLLBACK")
    notes.try_again()
    settle()
    assert not notes.unsaved
    assert "not saved" not in notes.field.accessibleName() + notes.heading.text()
    assert [note.text for note in content(path).notes] == ["Who said so?"]
    assert content(path).tags == ()


def test_a_note_that_could_not_be_saved_waits_while_one_goes_on(
    impatient: None, opened: MainWindow, settle: Settle
) -> None:
    path, notes = path_of(opened), opened.workspace.notes
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        type_note(opened, "first")
        opened.commands["next_edit"].trigger()
        settle()
        assert notes.field.toPlainText() == ""
        type_note(opened, "second")
        opened.commands["previous_edit"].trigger()
        settle()
        assert notes.field.toPlainText() == "first"
        assert notes.heading.text().endswith("not saved yet")
        other.execute("ROLLBACK")
    notes.try_again()
    settle()
    assert sorted(note.text for note in content(path).notes) == ["first", "second"]


def test_a_full_disk_during_a_tag_and_a_note(opened: MainWindow, settle: Settle) -> None:
    path, notes = path_of(opened), opened.workspace.notes

    def limit(session: Session, pages: str) -> None:
        session.store._db.execute(f"PRAGMA max_page_count = {pages}")

    tag(opened, settle)
    opened.case.ask(lambda session, _: limit(session, "1"), lambda _: None)  # no page more than there are
    settle()
    text = "so long " * 2000
    opened.commands["note"].trigger()
    notes.field.setPlainText(text)
    notes.save()
    settle()
    assert "is full and nothing was changed" in opened.problem.text.text()
    assert notes.field.toPlainText() == text
    assert len(content(path).tags) == len(opened.case.snapshot.tags) == 1
    opened.case.ask(lambda session, _: limit(session, "1000000"), lambda _: None)
    notes.try_again()
    settle()
    assert [note.text for note in content(path).notes] == [text.strip()]


def test_the_window_does_not_close_over_a_note_that_is_not_saved(
    impatient: None, opened: MainWindow, settle: Settle
) -> None:
    path = path_of(opened)
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        type_note(opened, "typed just now")
        opened.close()
        assert opened.isVisible()
        assert opened.problem.text.text().startswith("The note “typed just now” is not saved yet: ")
        settle()
        other.execute("ROLLBACK")
    opened.workspace.notes.try_again()
    settle()
    opened.close()
    assert not opened.isVisible()
    assert [note.text for note in content(path).notes] == ["typed just now"]


def test_who_closes_twice_leaves_without_the_note(impatient: None, opened: MainWindow) -> None:
    with closing(sqlite3.connect(path_of(opened), isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        type_note(opened, "never mind")
        opened.close()
        assert opened.isVisible()
        opened.close()
        assert not opened.isVisible()


def test_another_case_is_not_opened_over_a_note_that_is_not_saved(
    impatient: None, opened: MainWindow, settle: Settle, aligned_case: Path, tmp_path: Path
) -> None:
    other = Path(shutil.copy(aligned_case, tmp_path / "Other.variorum"))
    with closing(sqlite3.connect(path_of(opened), isolation_level=None)) as lock:
        lock.execute("BEGIN IMMEDIATE")
        type_note(opened, "kept on the screen")
        opened.open_case(other)
        settle()
        assert opened.windowTitle() == "Harbour — Variorum"
        assert "is not saved yet" in opened.problem.text.text()
        assert opened.workspace.notes.field.toPlainText() == "kept on the screen"
        opened.open_case(other)
        settle()
        assert opened.windowTitle() == "Other — Variorum"
        assert opened.workspace.notes.field.toPlainText() == ""


def test_a_slow_case_file_is_said_to_be_waited_for(opened: MainWindow, settle: Settle, qtbot: QtBot) -> None:
    watch = next(one for one in opened.features if isinstance(one, CaseWatch))
    watch._slow.setInterval(1)
    with closing(sqlite3.connect(path_of(opened), isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        opened.decisions._tag_by_digit(1, on_witness=False)
        qtbot.waitUntil(lambda: "Waiting for the case file" in opened.status.text.text())
        other.execute("ROLLBACK")
    settle()
    assert len(opened.case.snapshot.tags) == 1
    assert "Waiting" not in opened.status.text.text()


def test_two_windows_see_each_other_and_undo_only_what_they_saw(opened: MainWindow, settle: Settle) -> None:
    path = path_of(opened)
    tag(opened, settle, 1)
    with closing(open_case(path)) as store:
        other = Session(store)
        target = opened.where.edit_target
        assert target is not None
        other.toggle_tag(target, other.snapshot().codes[1])
        opened.commands["undo"].trigger()
        settle()
        assert "Another window changed this case meanwhile" in opened.problem.text.text()
        assert len(opened.case.snapshot.tags) == 2, "it is shown now"
        tag(opened, settle, 3)
        assert len(other.snapshot().tags) == 3
        other.toggle_tag(target, other.snapshot().codes[3])
    look(opened, settle)
    assert len(opened.case.snapshot.tags) == 4


@pytest.mark.parametrize("taken", [True, False])
def test_a_copy_is_saved_from_the_keyboard_and_overwrites_nothing(
    opened: MainWindow, own_dialogs: None, qtbot: QtBot, settle: Settle, tmp_path: Path, taken: bool
) -> None:
    copy = tmp_path / "Mine.variorum"
    if taken:
        copy.write_text("a file of mine")
        opened.case.state.path.with_name("Harbour (copy).variorum").touch()
    tag(opened, settle)
    QTest.keyClick(opened, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    qtbot.waitUntil(lambda: any(dialog.isVisible() for dialog in opened.findChildren(QFileDialog)))
    dialog = next(dialog for dialog in opened.findChildren(QFileDialog) if dialog.isVisible())
    field = dialog.findChild(QLineEdit)
    assert field.text() == f"Harbour (copy{' 2' if taken else ''}).variorum"
    field.setText(str(copy.with_suffix("")))
    QTest.keyClick(field, Qt.Key.Key_Return)
    QApplication.sendPostedEvents()
    settle()
    if taken:
        assert "is there already and is not overwritten" in opened.problem.text.text()
        assert copy.read_text() == "a file of mine"
    else:
        assert str(copy) in opened.status.text.text()
        assert content(copy).tags == opened.case.snapshot.tags
    assert opened.windowTitle() == "Harbour — Variorum"
