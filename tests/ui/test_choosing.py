"""Choosing files and folders: dialogs, and what was dropped."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, Qt, QUrl
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
