"""Keeps an eye on the file of the open case: tells when it is gone or back, or lets one wait; and copies it."""

import os
from itertools import count
from pathlib import Path

from PySide6.QtCore import QObject, QTimer

from ui.desktop.case.casework import Casework
from ui.desktop.case.lanes import Job, Lane, Lanes
from ui.desktop.choosing import Chooser
from ui.desktop.feature import Feature, Handlers
from ui.desktop.message_bar import MessageBar
from ui.desktop.status import StatusLine

_EVERY = 3000
_SLOW = 1000
WAITING = "Waiting for the case file, which another program is using…"


class CaseWatch(Feature):
    """Looks again every few seconds, so that nobody goes on deciding about a case that is not there any more."""

    def __init__(
        self,
        lanes: Lanes,
        case: Casework,
        choose: Chooser,
        problem: MessageBar,
        status: StatusLine,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._lanes, self._case, self._choose, self._problem, self._status = lanes, case, choose, problem, status
        self._told = ""
        self._waiting: Job | None = None
        self.timer = self._timer(_EVERY, case.look_again)
        self.timer.setSingleShot(False)
        self.timer.start()
        self._slow = self._timer(_SLOW, self._say_waiting)
        case.opened.connect(self._forget)
        case.changed.connect(self._follow)
        lanes.started.connect(self._started)
        lanes.ended.connect(self._ended)

    def handlers(self) -> Handlers:
        """What to call for its action."""
        return {"save_copy": self._ask_where}

    def _timer(self, after: int, then: object) -> QTimer:
        timer = QTimer(self)
        timer.setSingleShot(True)
        timer.setInterval(after)
        timer.timeout.connect(then)
        return timer

    # The file is gone, or back

    def _forget(self) -> None:
        self._told = ""

    def _follow(self) -> None:
        """Say it once when the file is gone, and once when it is back."""
        state = self._case.state
        if state is None or state.loss == self._told:
            return
        before, self._told = self._told, state.loss
        if state.loss:
            self._problem.tell(state.loss)
            return
        if self._problem.says(before):
            self._problem.hide()
        self._status.say(f"“{state.path.name}” is in its place again; you can go on.")

    # It lets one wait

    def _started(self, job: Job) -> None:
        if job.lane is Lane.STORE and not job.title and self._waiting is None:
            self._waiting = job
            self._slow.start()

    def _ended(self, job: Job) -> None:
        if job is self._waiting:
            self._waiting = None
            self._slow.stop()
            if self._status.text.text() == WAITING:
                self._status.hush()

    def _say_waiting(self) -> None:
        if not self._lanes.shown():
            self._status.say(WAITING)

    # A copy

    def _ask_where(self) -> None:
        if self._case.state is not None:
            lost = bool(self._case.state.loss)
            path = self._case.state.path
            self._choose.copy_to_save(path.stem if lost else _free_stem(path), self.save_copy)

    def save_copy(self, path: Path) -> None:
        """Write a copy of the whole case; where the case itself is lost, go on with the copy."""

        def done(_: None) -> None:
            state = self._case.state
            self._status.say(f"The copy of the case is in {path}")
            if state is not None and state.loss and path.absolute() != state.path.absolute():
                self._case.open(path)
            else:
                self._case.look_again()

        self._case.ask(lambda session, report: session.store.save_copy(path, report), done, title="Saving a copy")


def _free_stem(case: Path) -> str:
    """A name for a copy of a case that nothing beside it has yet."""
    names = (f"{case.stem} (copy{f' {number}' if number > 1 else ''})" for number in count(1))
    return next(name for name in names if not os.path.lexists(case.with_name(f"{name}{case.suffix}")))
