"""Choosing files and folders: dialogs, and what was dropped."""

import shutil
from collections.abc import Callable
from pathlib import Path

import platformdirs
import pytest
from PySide6.QtCore import QEvent, QMimeData, Qt, QUrl
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QLineEdit
from pytestqt.qtbot import QtBot

from ui.desktop.app import start
from ui.desktop.choosing import case_among, dropped_paths, report_kind_sentence
from ui.desktop.window import MainWindow

Settle = Callable[[], None]


def test_only_local_files_are_taken_from_a_drop(tmp_path: Path) -> None:
    data = QMimeData()
    data.setUrls([QUrl("https://example.org/page.html"), QUrl.fromLocalFile(str(tmp_path))])
    assert dropped_paths(data) == [tmp_path]


def test_a_case_among_dropped_files_is_seen_by_its_suffix(tmp_path: Path) -> None:
    case = tmp_path / "a.variorum"
    assert case_among([case]) is None, "it is not there"
    case.write_bytes(b"")
    assert case_among([tmp_path / "a.txt", case]) == case
    folder = tmp_path / "b.variorum"
    folder.mkdir()
    assert case_among([folder]) is None


@pytest.mark.parametrize("kind", ["pdf", "html", "json", "csv"])
def test_reports_of_four_kinds_can_be_written(kind: str) -> None:
    assert report_kind_sentence(kind) == ""


def open_dialog(qtbot: QtBot, window: MainWindow) -> QFileDialog:
    qtbot.waitUntil(lambda: any(dialog.isVisible() for dialog in window.findChildren(QFileDialog)))
    return next(dialog for dialog in window.findChildren(QFileDialog) if dialog.isVisible())


def accept(dialog: QFileDialog, path: Path) -> None:
    field = dialog.findChild(QLineEdit)
    assert field is not None
    field.setText(str(path))
    QTest.keyClick(field, Qt.Key.Key_Return)
    QApplication.sendPostedEvents()
    assert dialog.isHidden()


def test_a_new_case_gets_its_suffix(
    window: MainWindow, own_dialogs: None, qtbot: QtBot, settle: Settle, tmp_path: Path
) -> None:
    window.commands["new_case"].trigger()
    accept(open_dialog(qtbot, window), tmp_path / "Fresh")
    settle()
    assert (tmp_path / "Fresh.variorum").exists()
    assert window.windowTitle() == "Fresh — Variorum"


def test_a_case_is_opened_by_dialog(
    window: MainWindow, own_dialogs: None, qtbot: QtBot, settle: Settle, aligned_case: Path
) -> None:
    window.commands["open_case"].trigger()
    accept(open_dialog(qtbot, window), aligned_case)
    settle()
    assert window.where.comparison is not None
    assert window.choose.folder == aligned_case.parent


def test_files_and_folders_are_imported_by_dialog(
    window: MainWindow, own_dialogs: None, qtbot: QtBot, settle: Settle, pages: Path, tmp_path: Path
) -> None:
    start(window, tmp_path / "Empty.variorum", None)
    window.open_case(tmp_path / "Empty.variorum", create=True)
    settle()
    window.problem.hide()
    window.commands["import_files"].trigger()
    accept(open_dialog(qtbot, window), pages / "alder-news.txt")
    settle()
    assert len(window.case.snapshot.articles) == 1
    window.commands["import_folder"].trigger()
    accept(open_dialog(qtbot, window), pages)
    settle()
    assert len(window.case.snapshot.articles) == 3


def own_folder() -> Path:
    folder = platformdirs.user_data_path("Variorum", appauthor=False)
    folder.mkdir(parents=True, exist_ok=True)
    return folder


@pytest.mark.parametrize("name", ["export", "import_files", "new_case"])
@pytest.mark.parametrize("there", [True, False])
def test_for_a_case_of_the_program_s_own_the_documents_are_offered(
    window: MainWindow,
    own_dialogs: None,
    qtbot: QtBot,
    settle: Settle,
    aligned_case: Path,
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
    name: str,
    there: bool,
) -> None:
    papers = tmp_path / "Papers"
    monkeypatch.setattr(platformdirs, "user_documents_path", lambda: papers)
    if there:
        papers.mkdir()
    start(window, Path(shutil.copy(aligned_case, own_folder() / "Sample case.variorum")))
    settle()
    window.commands[name].trigger()
    dialog = open_dialog(qtbot, window)
    assert Path(dialog.directory().absolutePath()) == (papers if there else Path.home())
    dialog.reject()


def test_a_case_is_opened_from_where_the_last_one_lies(
    window: MainWindow, own_dialogs: None, qtbot: QtBot, settle: Settle, aligned_case: Path, tmp_path: Path
) -> None:
    start(window, Path(shutil.copy(aligned_case, own_folder() / "Sample case.variorum")))
    settle()
    for folder in (own_folder(), tmp_path / "cases"):
        folder.mkdir(exist_ok=True)
        window.open_case(Path(shutil.copy(aligned_case, folder / "Mine.variorum")))
        settle()
        window.choose.folder = tmp_path
        window.commands["open_case"].trigger()
        dialog = open_dialog(qtbot, window)
        assert Path(dialog.directory().absolutePath()) == folder
        dialog.reject()
        QApplication.sendPostedEvents()


class GreedyField(QLineEdit):
    """A field of one line as it is on some systems, where Ctrl+E goes to the end of it."""

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.ShortcutOverride:
            event.accept()
            return True
        return super().event(event)


def test_a_report_is_offered_a_place_beside_a_case_of_one_s_own(
    opened: MainWindow, own_dialogs: None, qtbot: QtBot, tmp_path: Path
) -> None:
    field = GreedyField(opened.workspace.lists.families)
    field.show()
    field.setFocus()
    QTest.keyClick(field, Qt.Key.Key_E, Qt.KeyboardModifier.ControlModifier)
    assert field.text() == ""
    dialog = open_dialog(qtbot, opened)
    assert Path(dialog.directory().absolutePath()) == tmp_path
    assert Path(dialog.selectedFiles()[0]) == tmp_path / "Harbour.pdf"
    name = dialog.findChild(QLineEdit)
    assert name is not None
    qtbot.waitUntil(lambda: name.selectedText() == "Harbour")  # what is typed takes its place, not that of the ending
    dialog.reject()


def test_a_report_gets_the_suffix_of_the_kind_chosen(
    opened: MainWindow, own_dialogs: None, qtbot: QtBot, settle: Settle, tmp_path: Path
) -> None:
    opened.commands["export"].trigger()
    dialog = open_dialog(qtbot, opened)
    dialog.selectNameFilter("Data (JSON) (*.json)")
    dialog.filterSelected.emit("Data (JSON) (*.json)")
    accept(dialog, tmp_path / "data")
    settle()
    assert (tmp_path / "data.json").read_text("utf-8").startswith("{")


def test_a_dialog_that_is_left_does_nothing(
    opened: MainWindow, own_dialogs: None, qtbot: QtBot, settle: Settle
) -> None:
    before = opened.case.state
    for name in ("open_case", "new_case", "import_files", "import_folder", "export"):
        opened.commands[name].trigger()
        open_dialog(qtbot, opened).reject()
        QApplication.sendPostedEvents()
    settle()
    assert opened.case.state is before
