"""The desktop as the program starts it."""

import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from db.casefile import open_case
from db.search import WordIndex
from ui.desktop.app import run
from ui.desktop.window import MainWindow


@pytest.fixture
def hooks() -> Iterator[None]:
    kept = sys.excepthook, threading.excepthook
    yield
    sys.excepthook, threading.excepthook = kept


class Visitor:
    """Looks at the window while the program runs, and closes it when everything is done."""

    def __init__(self) -> None:
        self.title, self.problem, self.lack, self.compared = "", "", "", False
        self._timer = QTimer()
        self._timer.timeout.connect(self._look)
        self._timer.start(20)

    def _look(self) -> None:
        windows = [widget for widget in QApplication.topLevelWidgets() if isinstance(widget, MainWindow)]
        for window in windows:
            if window.isVisible() and window.lanes.idle:
                self._timer.stop()
                self.title, self.problem = window.windowTitle(), window.problem.text.text()
                self.compared = window.where.comparison is not None
                page = window.workspace.empty
                self.lack = page.title.text() if page.isVisible() else ""
                window.close()


def test_a_first_start_shows_the_pages_it_was_given(
    qapp: QApplication, hooks: None, pages: Path, tmp_path: Path
) -> None:
    visitor = Visitor()
    assert run(open_case, WordIndex, tmp_path / "Sample.variorum", pages) == 0
    assert visitor.title == "Sample — Variorum"
    assert visitor.compared
    assert [path.name for path in tmp_path.glob("Sample*")] == ["Sample.variorum"], "nothing is left beside the case"
    again = Visitor()
    assert run(open_case, WordIndex, tmp_path / "Sample.variorum") == 0
    assert again.compared


def test_a_start_on_what_is_no_case_says_so_in_the_window(qapp: QApplication, hooks: None, tmp_path: Path) -> None:
    visitor = Visitor()
    stray = tmp_path / "stray.variorum"
    stray.write_bytes(b"nothing of the kind" * 50)
    assert run(open_case, WordIndex, stray) == 0
    assert "stray.variorum" in visitor.problem
    assert visitor.title == "Variorum"
    assert visitor.lack == "No case is open"
    assert stray.read_bytes() == b"nothing of the kind" * 50
