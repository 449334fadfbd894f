"""Work in the background, and trouble with it."""

import os
import shutil
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path
from threading import Event

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from db.casefile import open_case
from ui.desktop.app import start
from ui.desktop.case.lanes import Lane
from ui.desktop.window import MainWindow
from workbench.session import Session

Settle = Callable[[], None]


# Work in the background


def test_an_import_says_what_it_did_and_what_it_refused(opened: MainWindow, settle: Settle, tmp_path: Path) -> None:
    empty = tmp_path / "empty.txt"
    empty.write_bytes(b"")
    fresh = tmp_path / "fresh.txt"
    fresh.write_text("Fresh\n\nA story that no one else has, told at some length for once.", encoding="utf-8")
    said: list[str] = []
    opened.case.imported.connect(lambda _: said.append(opened.status.text.text()))
    opened.case.import_paths([empty, fresh])
    settle()
    assert said == ["1 source imported."]
    assert "empty.txt" in opened.problem.text.text()
    assert opened.problem.isVisible()
    assert len(opened.case.snapshot.articles) == 4


def test_tags_stay_when_a_case_grows_and_is_aligned_anew(opened: MainWindow, settle: Settle, tmp_path: Path) -> None:
    opened.commands["tag_edit_1"].trigger()
    settle()
    target = opened.where.edit_target
    fresh = tmp_path / "fresh.txt"
    fresh.write_text("Fresh\n\nA story that no one else has, told at some length for once.", encoding="utf-8")
    opened.case.import_paths([fresh])
    settle()
    assert opened.case.snapshot.tags_on(target)
    assert opened.where.family is not None, "one stays with the family that holds the same witnesses"
    assert opened.where.comparison is not None


def test_a_stopped_alignment_changes_nothing(opened: MainWindow, settle: Settle) -> None:
    before = opened.case.snapshot.families
    opened.case.align()
    opened.commands["stop"].trigger()
    settle()
    assert opened.case.snapshot.families == before
    assert opened.status.text.text().startswith("Stopped: finding shared passages")


def test_progress_and_cancel_show_while_work_runs_and_go_with_it(
    opened: MainWindow, qtbot: QtBot, settle: Settle
) -> None:
    running, listening = True, Event()

    def work(report: Callable[[str, int, int], None]) -> None:
        while running:
            report("Comparing", 3, 10)
        listening.wait(30)

    job = opened.lanes.submit(Lane.COMPUTE, work, title="Finding shared passages")
    qtbot.waitUntil(opened.status.cancel.isVisible)
    qtbot.waitUntil(lambda: opened.status.bar.value() == 3)
    assert opened.status.stage.text() == "Finding shared passages: comparing"
    opened.lanes.progressed.emit(job, job.title, 3, 10)
    assert opened.status.stage.text() == "Finding shared passages…", "nothing is said twice"
    assert opened.commands["stop"].isEnabled()
    with closing(open_case(opened.case.state.path)) as store:
        other = Session(store)
        other.toggle_tag(opened.where.edit_target, other.snapshot().codes[0])
    opened.case.look_again()
    qtbot.waitUntil(lambda: len(opened.case.snapshot.tags) == 1)  # work elsewhere does not keep it from being seen
    running = False
    QTest.keyClick(opened, Qt.Key.Key_Period, Qt.KeyboardModifier.ControlModifier)
    assert opened.status.stage.text() == "Stopping: finding shared passages…", "that it was heard is said at once"
    listening.set()
    settle()
    qtbot.waitUntil(lambda: not opened.status.cancel.isVisible())


def test_another_window_s_decisions_are_seen_when_the_window_comes_to_the_front(
    opened: MainWindow, settle: Settle, tmp_path: Path
) -> None:
    other = Session(open_case(tmp_path / "Harbour.variorum"))
    other.toggle_tag(opened.where.edit_target, other.snapshot().codes[0])
    other.close()
    opened.case.look_again()
    settle()
    assert len(opened.case.snapshot.tags) == 1


def test_taking_back_a_decision_leaves_alone_what_another_window_decided_since(
    opened: MainWindow, settle: Settle, tmp_path: Path
) -> None:
    opened.commands["tag_edit_1"].trigger()
    settle()
    other = Session(open_case(tmp_path / "Harbour.variorum"))
    other.set_note(opened.where.edit_target, "from the other window")
    other.close()
    opened.commands["undo"].trigger()
    settle()
    assert opened.problem.isVisible()
    assert len(opened.case.snapshot.tags) == 1
    assert [note.text for note in opened.case.snapshot.notes] == ["from the other window"]


# Trouble


def test_a_file_that_is_no_case_is_refused_and_the_open_case_stays(
    opened: MainWindow, settle: Settle, tmp_path: Path
) -> None:
    stray = tmp_path / "stray.variorum"
    stray.write_bytes(b"not a case at all" * 100)
    opened.open_case(stray)
    settle()
    assert "stray.variorum" in opened.problem.text.text()
    assert opened.windowTitle() == "Harbour — Variorum"
    opened.commands["tag_edit_1"].trigger()
    settle()
    assert len(opened.case.snapshot.tags) == 1
    opened.problem.dismiss.click()
    assert not opened.problem.isVisible()


def test_a_report_of_an_unknown_kind_is_refused(opened: MainWindow, tmp_path: Path) -> None:
    opened.decisions._write_report(tmp_path / "report.docx", "docx")
    assert "“.docx”" in opened.problem.text.text()
    assert ".pdf" in opened.problem.text.text()


def test_a_report_that_cannot_be_written_is_answered_in_a_sentence(
    opened: MainWindow, settle: Settle, tmp_path: Path
) -> None:
    opened.case.export(tmp_path / "no such folder" / "report.json", "json")
    settle()
    assert opened.problem.isVisible()
    assert "report.json" in opened.problem.text.text() or "no such folder" in opened.problem.text.text()
    assert not opened.commands["open_export"].isEnabled()


@pytest.fixture
def locked(aligned_case: Path) -> Iterator[Path]:
    """A case in a folder that nobody may write, looked at by somebody who is not the superuser."""
    folder = Path(tempfile.mkdtemp(prefix="variorum-"))
    copy = Path(shutil.copy(aligned_case, folder / "Locked.variorum"))
    copy.chmod(0o444)
    folder.chmod(0o555)
    superuser = os.geteuid() == 0
    if superuser:
        os.seteuid(65534)
    yield copy
    if superuser:
        os.seteuid(0)
    folder.chmod(0o755)
    shutil.rmtree(folder)


@pytest.mark.skipif(sys.platform == "win32", reason="folders are protected in another way on Windows")
def test_a_case_on_a_read_only_disk_can_be_looked_at(window: MainWindow, settle: Settle, locked: Path) -> None:
    before = locked.read_bytes()
    start(window, locked)
    settle()
    assert window.where.comparison is not None
    assert "not changed" in window.problem.text.text()
    for name in ("import_files", "align", "tag_edit_1", "tag_witness_1", "note", "note_witness", "base"):
        assert not window.commands[name].isEnabled()
    for name in ("next_edit", "next_witness", "export"):
        assert window.commands[name].isEnabled()
    assert not window.workspace.notes.field.isEnabled()
    window.case.decide(lambda session: session.undo())
    window.close()
    assert locked.read_bytes() == before
