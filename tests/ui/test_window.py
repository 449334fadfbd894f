"""A first start, a window without anything to compare, and what is dropped on it."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication

from db.casefile import open_case
from ui.desktop.app import start
from ui.desktop.window import MainWindow
from workbench.session import Session

Settle = Callable[[], None]
LEFT, NONE = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier


def drop(window: MainWindow, *paths: Path) -> bool:
    """Drag files over the window and let them go; whether the window took them."""
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    enter = QDragEnterEvent(QPoint(5, 5), Qt.DropAction.CopyAction, data, LEFT, NONE)
    enter.ignore()
    QApplication.sendEvent(window, enter)
    if enter.isAccepted():
        QApplication.sendEvent(window, QDropEvent(QPointF(5, 5), Qt.DropAction.CopyAction, data, LEFT, NONE))
    return enter.isAccepted()


@pytest.fixture
def empty_case(window: MainWindow, settle: Settle, tmp_path: Path) -> MainWindow:
    window.open_case(tmp_path / "New.variorum", create=True)
    settle()
    return window


def shown_lack(window: MainWindow) -> str:
    page = window.workspace.empty
    return page.title.text() if page.isVisible() else ""


# A first start


def test_a_new_case_is_filled_aligned_and_shown(
    window: MainWindow, settle: Settle, pages: Path, tmp_path: Path
) -> None:
    start(window, tmp_path / "First.variorum", pages)
    settle()
    assert window.windowTitle() == "First — Variorum"
    assert len(window.case.snapshot.articles) == 3
    assert window.case.snapshot.aligned
    assert window.where.comparison is not None
    assert window.workspace.lists.families.view.hasFocus()


def test_a_case_that_is_there_is_not_filled_again(
    window: MainWindow, settle: Settle, aligned_case: Path, tmp_path: Path
) -> None:
    other = tmp_path / "other"
    other.mkdir()
    (other / "more.txt").write_text("Another story altogether.", encoding="utf-8")
    copy = tmp_path / "Copy.variorum"
    copy.write_bytes(aligned_case.read_bytes())
    start(window, copy, other)
    settle()
    assert len(window.case.snapshot.articles) == 3


# Empty states


def test_without_a_case_the_window_says_how_to_get_one(window: MainWindow) -> None:
    window.workspace.refresh()
    assert shown_lack(window) == "No case is open"
    assert "Ctrl+O" in window.workspace.empty.button.text()


def test_an_empty_case_says_what_to_import(empty_case: MainWindow) -> None:
    assert shown_lack(empty_case) == "This case holds no articles yet"
    assert "Ctrl+I" in empty_case.workspace.empty.button.text()
    assert not empty_case.commands["align"].isEnabled()


def test_articles_that_share_nothing_are_said_to_share_nothing(
    empty_case: MainWindow, settle: Settle, tmp_path: Path
) -> None:
    one, other = tmp_path / "one.txt", tmp_path / "other.txt"
    one.write_text("Grain prices fell for the third month in a row.", encoding="utf-8")
    empty_case.case.import_paths([one])
    settle()
    assert shown_lack(empty_case) == "One article alone shares nothing"
    other.write_text("A tram went off its rails near the old bridge last night.", encoding="utf-8")
    empty_case.case.import_paths([other])
    settle()
    assert shown_lack(empty_case) == "No shared passages were found"


def test_a_case_not_yet_aligned_offers_to_be(window: MainWindow, settle: Settle, pages: Path, tmp_path: Path) -> None:
    path = tmp_path / "Raw.variorum"
    session = Session(open_case(path, create=True))
    session.import_paths([pages])
    session.close()
    start(window, path)
    settle()
    assert shown_lack(window) == "The shared passages have not been looked for yet"
    assert window.workspace.empty.button.hasFocus()
    window.workspace.empty.button.click()
    settle()
    assert shown_lack(window) == ""
    assert window.where.comparison is not None


# Drag and drop


def test_dropped_files_and_folders_are_imported_and_aligned(
    empty_case: MainWindow, settle: Settle, pages: Path
) -> None:
    assert drop(empty_case, pages)
    settle()
    assert len(empty_case.case.snapshot.articles) == 3
    assert empty_case.case.snapshot.aligned


@pytest.mark.parametrize("suffix", [".variorum", ".VARIORUM"])
def test_a_dropped_case_is_opened(
    empty_case: MainWindow, settle: Settle, aligned_case: Path, tmp_path: Path, suffix: str
) -> None:
    assert drop(empty_case, Path(shutil.copy(aligned_case, tmp_path / f"Harbour{suffix}")))
    settle()
    assert empty_case.windowTitle() == "Harbour — Variorum"


def test_files_dropped_on_no_case_are_answered_in_a_sentence(window: MainWindow, pages: Path) -> None:
    assert drop(window, pages)
    assert window.problem.text.text() == "Open a case, or make a new one, before you import articles into it."


def test_what_is_no_file_is_not_taken(empty_case: MainWindow) -> None:
    data = QMimeData()
    data.setText("just words")
    enter = QDragEnterEvent(QPoint(5, 5), Qt.DropAction.CopyAction, data, LEFT, NONE)
    enter.ignore()
    QApplication.sendEvent(empty_case, enter)
    assert not enter.isAccepted()
