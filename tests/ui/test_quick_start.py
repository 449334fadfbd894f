"""What a quick start and a window that answers at once rest on."""

import subprocess
import sys
from pathlib import Path
from threading import Event, get_ident

import pytest
from PySide6.QtCore import QSize, Qt, QTimer
from PySide6.QtGui import QColor, QIcon, QImage
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from ui.desktop.case.lanes import Lane, Lanes
from ui.desktop.icons import icon
from workbench.progress import ProgressReport

NOT_NEEDED = {"trafilatura", "simplemma", "dateparser", "typst", "jinja2", "text_to_num", "numpy", "rapidfuzz", "lxml"}
"""What takes long to import, and is for reading pages, comparing and reporting."""
_START = """
import sys
import main
main.way_in()
import ui.desktop.app
print(*sys.modules)
"""


def test_the_window_comes_without_what_only_later_work_needs(checkout: Path) -> None:
    done = subprocess.run([sys.executable, "-c", _START], cwd=checkout, capture_output=True, text=True, check=True)
    assert {name for name in done.stdout.split() if "." not in name} & NOT_NEEDED == set()


@pytest.mark.parametrize("lane", [Lane.ASIDE, Lane.COMPUTE])
def test_work_in_the_background_begins_when_the_window_has_nothing_to_do(qtbot: QtBot, lane: Lane) -> None:
    lanes, told = Lanes(), []

    def work(_: ProgressReport) -> int:
        told.append("work")
        return get_ident()

    def busy() -> None:
        lanes.submit(lane, work, lambda _: told.append("done"))
        Event().wait(0.01)
        told.append("window")

    QTimer.singleShot(0, busy)
    qtbot.waitUntil(lambda: "done" in told)
    assert told == ["window", "work", "done"]
    lanes.close(lambda: None)


def test_work_in_the_background_goes_on_though_the_window_is_never_quiet(qtbot: QtBot) -> None:
    lanes, told = Lanes(), []

    def work(report: ProgressReport) -> None:
        for step in range(3):
            report("Counting", step, 3)
            told.append(step)

    def busy() -> None:
        lanes.submit(Lane.ASIDE, work)
        while len(told) < 3:
            Event().wait(0.001)

    QTimer.singleShot(0, busy)
    qtbot.waitUntil(lambda: lanes.idle and len(told) == 3)
    lanes.close(lambda: None)


def test_work_in_the_background_stands_still_while_a_person_waits_for_what_is_looked_up(qtbot: QtBot) -> None:
    lanes, told = Lanes(), []
    begun = Event()

    def work(report: ProgressReport) -> None:
        begun.set()
        for step in range(20):
            Event().wait(0.005)
            report("Counting", step, 20)
        told.append("counted")

    def look(_: ProgressReport) -> None:
        Event().wait(0.3)
        told.append("looked")

    lanes.submit(Lane.ASIDE, work)
    qtbot.waitUntil(begun.is_set)
    lanes.submit(Lane.LOOK, look)
    qtbot.waitUntil(lambda: lanes.idle)
    assert told == ["looked", "counted"]
    lanes.close(lambda: None)


def test_progress_is_told_so_often_as_a_person_can_see_and_each_stage_at_once(qtbot: QtBot) -> None:
    lanes, told = Lanes(), []
    lanes.progressed.connect(lambda _job, stage, done, _total: told.append((stage, done)))

    def work(report: ProgressReport) -> None:
        for stage in ("Reading", "Comparing"):
            for step in range(5001):
                report(stage, step, 5000)

    lanes.submit(Lane.COMPUTE, work, title="Working")
    qtbot.waitUntil(lambda: lanes.idle)
    assert len(told) < 500
    assert {("Reading", 0), ("Reading", 5000), ("Comparing", 0), ("Comparing", 5000)} <= set(told)
    lanes.close(lambda: None)


def _colours(image: QImage) -> set[str]:
    pixels = (image.pixelColor(x, y) for x in range(image.width()) for y in range(image.height()))
    return {pixel.name() for pixel in pixels if pixel.alpha() == 255}


@pytest.mark.parametrize("side", [16, 18, 36, 80])
def test_icons_are_drawn_in_every_size_in_the_colour_of_their_state(qapp: QApplication, side: int) -> None:
    drawn = icon("export", QColor("#123456"), QColor("#abcdef"))
    drawn = QIcon(drawn)  # a copy draws the same
    for mode, colour in ((QIcon.Mode.Normal, "#123456"), (QIcon.Mode.Disabled, "#abcdef")):
        pixmap = drawn.pixmap(QSize(side, side), mode)
        assert pixmap.size() == QSize(side, side)
        assert _colours(pixmap.toImage()) == {colour}
        assert pixmap.toImage().hasAlphaChannel()


def test_an_icon_is_as_sharp_as_the_screen(qapp: QApplication) -> None:
    drawn = icon("export", QColor(Qt.GlobalColor.black), QColor(Qt.GlobalColor.gray))
    pixmap = drawn.pixmap(QSize(18, 18), 2.0)
    assert pixmap.size() == QSize(36, 36)
    assert pixmap.devicePixelRatio() == 2.0
