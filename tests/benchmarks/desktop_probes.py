"""What is measured of the desktop, each in a process of its own that drives the real program as a person would.

`python -m tests.benchmarks.probed NAME CASE` opens the case by the program's own `main` and prints JSON: a list of
milliseconds by what was measured. `bare` is the peer of `start`: a main window with a text field.
"""

import json
import os
import sys
import time
from collections.abc import Callable, Generator, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QPoint, QPointF, Qt, QTimer
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QAbstractScrollArea, QApplication, QWidget

from tests.benchmarks.watching import Heartbeat, Painted, Told

if TYPE_CHECKING:
    from ui.desktop.window import MainWindow

Steps = Generator[Callable[[], bool], None, None]
"""A probe: it yields what it waits for."""
_PATIENCE = 60.0
_LOOK = 3
_BUDGET = 25.0
"""How many seconds a measurement goes on at most, however slow the program is."""
_FAMILIES, _EDITS, _SCROLLS, _TAGS = 40, 60, 200, 6


class Probe:
    """The running program, and what is found out about it."""

    def __init__(self, steps: Callable[["Probe"], Steps]) -> None:
        self.told: Told = {}
        self.heart = Heartbeat()
        self._steps = steps(self)
        self._waiting: Callable[[], bool] = lambda: True
        self._since = time.perf_counter()
        self._timer = QTimer()
        self._timer.timeout.connect(self._go_on)
        self._timer.start(_LOOK)

    def _go_on(self) -> None:
        if time.perf_counter() - self._since > _PATIENCE:
            self.tell("gave up", 1)
            self._end()
        elif self._waiting():
            self._since = time.perf_counter()
            try:
                self._waiting = next(self._steps)
            except StopIteration:
                self._end()

    def _end(self) -> None:
        self._timer.stop()
        print(json.dumps(self.told), flush=True)
        os._exit(0)  # how the program ends is not what is measured, and must not cost the next probe anything

    def tell(self, name: str, value: float) -> None:
        """Keep a value."""
        self.told.setdefault(name, []).append(value)

    @property
    def window(self) -> "MainWindow":
        """The main window of the program."""
        from ui.desktop.window import MainWindow

        return next(widget for widget in QApplication.topLevelWidgets() if isinstance(widget, MainWindow))

    @property
    def sides(self) -> list[QWidget]:
        """What the two sides are painted on: the two largest areas of the comparison that scroll."""
        areas = self.window.workspace.comparison.findChildren(QAbstractScrollArea)
        areas.sort(key=lambda area: -area.width() * area.height())
        return [area.viewport() for area in areas[:2]]

    def usable(self) -> Steps:
        """Wait until the list stands there painted, with families and with the focus in it."""
        yield (
            lambda: (
                "ui.desktop.window" in sys.modules
                and any(type(widget).__name__ == "MainWindow" for widget in QApplication.topLevelWidgets())
            )
        )
        families = self.window.workspace.lists.families
        yield lambda: families.view.model() is not None and families.view.model().rowCount() > 0
        painted = Painted(families.view.viewport())
        families.view.viewport().update()
        yield lambda: painted.count > 0 and families.view.hasFocus()
        painted.forget()
        self.tell("usable", time.time() * 1000)
        self.tell("processor", time.process_time() * 1000)

    def settled(self) -> Steps:
        """Wait until the first family stands there and nothing is under way, but not for ever."""
        end = time.perf_counter() + _BUDGET
        where = self.window.where
        yield lambda: bool(where.comparisons) and (self.window.lanes.idle or time.perf_counter() > end)

    def pause(self, seconds: float) -> Steps:
        """Wait some time."""
        end = time.perf_counter() + seconds
        yield lambda: time.perf_counter() > end


def _press(key: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier, text: str = "") -> None:
    """A key, as the system would send it: shortcuts count."""
    from PySide6.QtTest import QTest

    target = QApplication.focusWidget()
    assert target is not None
    if text:
        QTest.keyClicks(target, text)
    else:
        QTest.keyClick(target, key, modifiers)


def start(probe: Probe) -> Steps:
    """Until one can begin."""
    yield from probe.usable()


def first_seconds(probe: Probe) -> Steps:
    """The longest block in the ten seconds after the list is there, and the memory then and at the end."""
    yield from probe.usable()
    with probe.heart.listening(probe.told, "longest block of ten seconds"):
        yield from probe.pause(10)
    late = sorted(probe.heart.late)
    probe.tell("late ticks of ten seconds, 99th percentile", late[len(late) * 99 // 100])
    probe.tell("ticks of ten seconds", len(late))
    probe.tell("megabytes after ten seconds", _megabytes())
    began = time.perf_counter()
    yield from probe.settled()
    probe.tell("seconds until nothing is under way", 10 + time.perf_counter() - began)
    probe.tell("megabytes at rest", _megabytes())


def families(probe: Probe) -> Steps:
    """From the key to the comparison painted, family by family; next edits on the way."""
    yield from probe.usable()
    yield from probe.settled()
    yield from _open_families(probe, "open a family", _FAMILIES)
    yield from _step_edits(probe)
    yield from _tag(probe)
    yield from _filter(probe)


def busy(probe: Probe) -> Steps:
    """The same right after the start, while the program still counts and compares by itself."""
    yield from probe.usable()
    yield lambda: bool(probe.window.where.comparisons)
    yield from _open_families(probe, "open a family, just started", _FAMILIES // 2)


def _open_families(probe: Probe, name: str, count: int) -> Steps:
    where, painted = probe.window.where, Painted(*probe.sides)
    end = time.perf_counter() + _BUDGET
    for _ in range(count):
        if time.perf_counter() > end:
            break
        painted.after(where.compared)
        began = time.perf_counter()
        _press(Qt.Key.Key_Down, Qt.KeyboardModifier.ControlModifier)
        yield lambda: bool(painted.first)
        probe.tell(name, (painted.first - began) * 1000)
        yield from probe.pause(0.03)
    painted.forget()


def _step_edits(probe: Probe) -> Steps:
    where, painted = probe.window.where, Painted(*probe.sides)
    done, end = 0, time.perf_counter() + _BUDGET
    while done < _EDITS and time.perf_counter() < end:
        edit, seen, began = where.edit_number, painted.count, time.perf_counter()
        _press(Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
        if where.edit_number == edit:
            _press(Qt.Key.Key_Down, Qt.KeyboardModifier.ControlModifier)
            yield from probe.pause(0.3)
        else:
            yield lambda seen=seen: painted.count > seen
            probe.tell("next edit", (painted.last - began) * 1000)
            done += 1
    painted.forget()


def _tag(probe: Probe) -> Steps:
    """Put a code on an edit and take it away: until it is shown as saved, and how long nothing else could happen."""
    window, end = probe.window, time.perf_counter() + _BUDGET
    for _ in range(_TAGS):
        if time.perf_counter() > end:
            break
        while window.where.edit is None:
            _press(Qt.Key.Key_Down, Qt.KeyboardModifier.ControlModifier)
            yield from probe.pause(0.3)
        before, painted = window.case.state, Painted(window.workspace.edits.view.viewport())
        with probe.heart.listening(probe.told, "tag, longest block"):
            began = time.perf_counter()
            _press(Qt.Key.Key_1)
            yield lambda before=before: window.case.state is not before
            seen = painted.count
            yield lambda seen=seen, painted=painted: painted.count > seen
            probe.tell("tag", (painted.last - began) * 1000)
            yield from probe.pause(0.5)
        painted.forget()


def _filter(probe: Probe) -> Steps:
    _press(Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    for word in ("harbour inquiry", "Fennick 4", "zzzz"):
        for letter in word:
            with probe.heart.listening(probe.told, "filter, longest block"):
                _press(Qt.Key.Key_unknown, text=letter)
                yield from probe.pause(0.15)
        with probe.heart.listening(probe.told, "filter cleared, longest block"):
            _press(Qt.Key.Key_Escape)
            yield from probe.pause(0.3)


def long_articles(probe: Probe) -> Steps:
    """Two articles of 20,000 words: first painting and scrolling, by the wheel."""
    from tests.benchmarks.big_case import LONG_TITLE

    yield from probe.usable()
    yield from probe.settled()
    window = probe.window
    snapshot = window.case.snapshot
    long = {article.id for article in snapshot.articles if article.title.startswith(LONG_TITLE)}
    chosen = [family for family in snapshot.families if {w.place.article_id for w in family.witnesses} == long]
    short = next(family for family in snapshot.families if family not in chosen)
    painted = Painted(*probe.sides)
    for family in chosen[:6]:
        for kind, which in (("", short), ("long articles, first painting", family)):
            painted.after(window.where.compared)
            began = time.perf_counter()
            window.where.go_to_family(which.id)
            yield lambda: bool(painted.first)
            if kind:
                probe.tell(kind, (painted.first - began) * 1000)
            yield from probe.pause(0.3)
    yield from _scroll(probe)


def _scroll(probe: Probe) -> Steps:
    """Each step: the wheel, and all that follows from it until both sides are painted."""
    side = probe.sides[-1]
    where, none = QPointF(side.width() / 2, side.height() / 2), Qt.KeyboardModifier.NoModifier
    phase = Qt.ScrollPhase.NoScrollPhase
    for number in range(_SCROLLS):
        turn = QPoint(0, -120 if number % 50 < 25 else 120)
        event = QWheelEvent(where, side.mapToGlobal(where), QPoint(), turn, Qt.MouseButton.NoButton, none, phase, False)
        began = time.perf_counter()
        QCoreApplication.sendEvent(side, event)
        QCoreApplication.sendPostedEvents()
        QApplication.processEvents()
        probe.tell("scroll step", (time.perf_counter() - began) * 1000)
        yield from probe.pause(0.005)


def _megabytes() -> float:
    from tests.benchmarks.processes import megabytes

    return megabytes(os.getpid()) or 0.0


def bare() -> None:
    """A main window with a text field, until it is painted and has the focus."""
    from PySide6.QtWidgets import QMainWindow, QTextEdit

    app = QApplication(sys.argv[:1])
    window, field = QMainWindow(), QTextEdit()
    window.setCentralWidget(field)
    window.resize(1360, 860)
    painted = Painted(field.viewport())
    timer = QTimer()

    def look() -> None:
        if painted.count and field.hasFocus():
            print(json.dumps({"usable": [time.time() * 1000], "processor": [time.process_time() * 1000]}), flush=True)
            os._exit(0)

    timer.timeout.connect(look)
    timer.start(_LOOK)
    window.show()
    field.setFocus()
    app.exec()


_PROBES: dict[str, Callable[[Probe], Steps]] = {
    probe.__name__: probe for probe in (start, first_seconds, families, busy, long_articles)
}


def drive(main: Callable[[Sequence[str]], int], arguments: Sequence[str]) -> None:
    """Run the program on a case with a probe in it; `arguments` are the name of the probe and the case."""
    app = QApplication(sys.argv[:1])
    probe = Probe(_PROBES[arguments[0]])
    main(arguments[1:])
    del app, probe
