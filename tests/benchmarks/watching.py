"""Watching a running window: when something was painted, and for how long nothing else could happen."""

import time
from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, SignalInstance
from PySide6.QtWidgets import QWidget

Told = dict[str, list[float]]
"""Milliseconds, or megabytes, by what was measured."""
_TICK = 5


class Painted(QObject):
    """Counts the paintings of some widgets that are over; `last` is when the last one was."""

    def __init__(self, *widgets: QWidget) -> None:
        super().__init__()
        self.count, self.last, self.first = 0, 0.0, 0.0
        self._changed = False
        self._widgets = widgets
        for widget in widgets:
            widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """A painting is over when the next event comes; one that began before a change does not show it."""
        if event.type() == QEvent.Type.Paint:
            shows_change = self._changed
            QTimer.singleShot(0, lambda: self._over(shows_change=shows_change))
        return False

    def _over(self, *, shows_change: bool) -> None:
        self.count += 1
        self.last = time.perf_counter()
        if shows_change and not self.first:
            self.first = self.last

    def after(self, change: SignalInstance) -> None:
        """Look out for the first painting that begins after the next emission of a signal: `first` says when."""
        self.first, self._changed = 0.0, False
        change.connect(self._note, Qt.ConnectionType.SingleShotConnection)

    def _note(self) -> None:
        self._changed = True

    def forget(self) -> None:
        """Look at these widgets no more."""
        for widget in self._widgets:
            widget.removeEventFilter(self)


class Heartbeat:
    """Ticks in the GUI thread and keeps by how much each tick came too late, in milliseconds."""

    def __init__(self) -> None:
        self.late: list[float] = []
        self._timer = QTimer()
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._beat)
        self._last = 0.0

    def _beat(self) -> None:
        now = time.perf_counter()
        if self._last:
            self.late.append(max(0.0, (now - self._last) * 1000 - _TICK))
        self._last = now

    @contextmanager
    def listening(self, told: Told, name: str) -> Iterator[None]:
        """Put the longest block from here to the end of the context under `name`."""
        self.late.clear()
        self._last = time.perf_counter()
        self._timer.start(_TICK)
        yield
        self._timer.stop()
        self._beat()
        told.setdefault(name, []).append(max(self.late))
