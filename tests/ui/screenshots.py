"""Makes the README's pictures anew, of the program itself on the sample case: `python -m tests.ui.screenshots`."""

import os
import sys
import tempfile
from collections.abc import Callable, Mapping
from pathlib import Path

import numpy as np
from PySide6.QtCore import QSettings
from PySide6.QtGui import QImage, QImageWriter, qRgb
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from db.casefile import open_case
from db.search import WordIndex
from ui.cases import SAMPLE_PAGES
from ui.desktop.app import build, start
from ui.desktop.window import MainWindow
from workbench.resources import RESOURCES
from workbench.session import Session

FOLDER = RESOURCES / "readme"
SIZE = (1280, 800)
_COLOURS = 256


def of_few_colours(image: QImage) -> QImage:
    """The picture in 256 colours: one by one the colour that those chosen so far stand for worst."""
    whole = image.convertToFormat(QImage.Format.Format_RGB32)
    shape = whole.height(), whole.bytesPerLine() // 4, 4
    dots = np.frombuffer(whole.constBits(), np.uint8).reshape(shape)[:, : whole.width(), 2::-1].reshape(-1, 3)
    exact, times = np.unique(dots, axis=0, return_counts=True)
    colours, off = exact.astype(np.float64), np.full(len(exact), np.inf)
    chosen = [int(times.argmax())]
    while len(chosen) < min(_COLOURS, len(exact)):
        off = np.minimum(off, ((colours - colours[chosen[-1]]) ** 2).sum(axis=1))
        chosen.append(int((off * np.sqrt(times)).argmax()))
    palette = [qRgb(*map(int, colour)) for colour in exact[chosen]]
    return whole.convertToFormat(QImage.Format.Format_Indexed8, palette)


def settle(window: MainWindow) -> None:
    """Wait until all that was asked for is there."""
    QTest.qWait(50)
    while not window.lanes.idle:
        QTest.qWait(20)
    QTest.qWait(200)


def _sides(window: MainWindow) -> None:
    for action_id in ("next_witness", "next_witness", "next_edit"):
        window.commands[action_id].trigger()
        settle(window)


def _collation(window: MainWindow) -> None:
    window.commands["collation"].trigger()


SCENES: Mapping[str, Callable[[MainWindow], None]] = {"side-by-side": _sides, "collation": _collation}
"""What is done before each picture is taken, one after the other."""


def take(folder: Path) -> list[Path]:
    """Take all the pictures; returns where they are."""
    with tempfile.TemporaryDirectory() as kept:
        case = Path(kept, "Sample case.variorum")
        session = Session(open_case(case, create=True))
        session.import_paths([SAMPLE_PAGES])
        session.align()
        session.close()
        settings = QSettings(str(Path(kept, "settings.ini")), QSettings.Format.IniFormat)
        settings.setValue("scheme", "light")
        window, _ = build(open_case, settings, WordIndex)
        window.resize(*SIZE)
        window.show()
        start(window, case)
        settle(window)
        taken = []
        for name, come in SCENES.items():
            come(window)
            settle(window)
            taken.append(folder / f"{name}.png")
            writer = QImageWriter(str(taken[-1]), b"png")
            writer.setCompression(100)
            writer.write(of_few_colours(window.grab().toImage()))
        window.close()
    return taken


if __name__ == "__main__":
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    app = QApplication(sys.argv)
    FOLDER.mkdir(exist_ok=True)
    for path in take(FOLDER):
        sys.stdout.write(f"{path}: {path.stat().st_size // 1024} KB\n")
