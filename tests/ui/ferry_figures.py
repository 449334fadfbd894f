"""A window on a case of two articles that differ in two figures."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from ui.desktop.app import start
from ui.desktop.lists.figure_rows import FigureRow
from ui.desktop.lists.models import ROW_ROLE
from ui.desktop.window import MainWindow

Settle = Callable[[], None]
CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier

WIRE = (
    "Ferry runs aground off Ostrel\n\nPolar Wire, 5 January 2024\n\n"
    "Fourteen passengers were injured when the ferry Ilmar struck the rocks near Ostrel, the coast guard said.\n\n"
    "The crane at Port Velm cost 40 million crowns when the harbour board of Velm bought it in spring.\n"
)
PACKET = (
    "Night of fear on the Ilmar\n\nEvening Packet, 6 January 2024\n\n"
    "😀 Twenty-three passengers were injured when the ferry Ilmar struck the rocks near Ostrel, says the hospital.\n\n"
    "The crane at Port Velm cost 65 million crowns when the harbour board of Velm bought it in spring.\n"
)


@pytest.fixture
def ferry(tmp_path: Path) -> Path:
    folder = tmp_path / "ferry"
    folder.mkdir()
    (folder / "packet.txt").write_text(PACKET, "utf-8")
    (folder / "wire.txt").write_text(WIRE, "utf-8")
    return folder


@pytest.fixture
def two_pairs(window: MainWindow, settle: Settle, ferry: Path, tmp_path: Path) -> MainWindow:
    """A window on a case of two articles that differ in two figures."""
    start(window, tmp_path / "Ferry.variorum", ferry)
    settle()
    return window


@pytest.fixture
def shown(two_pairs: MainWindow, settle: Settle) -> MainWindow:
    """The same with the list of figures in front."""
    QTest.keyClick(two_pairs, Qt.Key.Key_G, CTRL | SHIFT)
    settle()
    return two_pairs


def rows(window: MainWindow) -> list[FigureRow]:
    model = window.workspace.lists.figures.filtered
    return [model.index(number, 0).data(ROW_ROLE) for number in range(model.rowCount())]


def in_view(window: MainWindow) -> tuple[str, str]:
    """The two figures that are boxed."""
    view = window.workspace.figures
    (left,), (right,) = (pane.extraSelections() for pane in view.panes)
    return left.cursor.selectedText(), right.cursor.selectedText()
