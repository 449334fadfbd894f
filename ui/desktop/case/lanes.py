"""The one owner of threads: lanes for the case file, long computing, looking, what comes of itself or may be wanted.

Each lane has one worker. A job says how far it is, can be cancelled, and hands its result to the GUI thread; the
result of a job that has become stale is dropped. Nothing else in the program starts a thread.
"""

from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass, field
from enum import Enum
from itertools import count
from threading import Event
from time import monotonic
from typing import Any

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from workbench.errors import Cancelled, UserError
from workbench.progress import ProgressReport

Work = Callable[[ProgressReport], Any]
"""What a job does, on its lane; it calls the report it is given now and then, and may take or leave a `Cancelled`."""


_TOLD_AGAIN = 0.05
"""How long after one report of progress the next of the same stage is told, in seconds."""
_BACKGROUND_WAITS, _BACKGROUND_GOES_ON = 0.05, 0.004
"""How long work in the background waits for a busy window at most, and goes on without asking for it, in seconds."""


class Lane(Enum):
    """Where a job runs. The case file is opened, read, written and closed on `STORE` and nowhere else.

    What a person waits for with nothing else to see runs on `LOOK`, which imports and alignments leave free. What
    comes of itself, with nobody waiting, runs on `ASIDE`, what a person may want later on `AHEAD`; both stand still
    while there is something to look up. The index that lists are searched by is on `SEARCH` alone.
    """

    STORE = "store"
    COMPUTE = "compute"
    LOOK = "look"
    ASIDE = "aside"
    AHEAD = "ahead"
    SEARCH = "search"


@dataclass(frozen=True, eq=False)
class Job:
    """One piece of work under way. `title` says what it is in words; a job without one is not shown."""

    id: int
    lane: Lane
    topic: str
    title: str
    work: Work
    then: Callable[[Any], None]
    stopped: Event = field(default_factory=Event)

    def stop(self) -> None:
        """Ask the work to stop; its result is dropped."""
        self.stopped.set()


class Lanes(QObject):
    """Runs jobs. All its methods are for the GUI thread; all its signals come there."""

    started = Signal(object)
    """A `Job` was accepted."""
    progressed = Signal(object, str, int, int)
    """A `Job`, the stage in words, steps done, steps in all."""
    ended = Signal(object)
    """A `Job` is over: done, cancelled, stale or failed."""
    stopping = Signal(object)
    """A person asked a `Job` to stop; it ends as soon as it hears of that."""
    refused = Signal(str)
    """A job failed over something in the user's world: the sentence."""
    crashed = Signal(object)
    """A job failed over a mistake of ours: the exception."""

    _finished = Signal(object, object, object)
    _asked = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pools = {lane: ThreadPoolExecutor(1, thread_name_prefix=lane.value) for lane in Lane}
        self._ids = count(1)
        self._running: dict[int, Job] = {}
        self._futures: dict[int, Future[None]] = {}
        self._closed = False
        self._nobody_looks = Event()
        self._nobody_looks.set()
        self._asked.connect(self._answer, Qt.ConnectionType.QueuedConnection)
        self._finished.connect(self._settle, Qt.ConnectionType.QueuedConnection)

    def submit(
        self, lane: Lane, work: Work, then: Callable[[Any], None] = lambda _: None, *, topic: str = "", title: str = ""
    ) -> Job:
        """Queue `work` and call `then` with its result on the GUI thread.

        A job with a `topic` makes earlier ones of the same topic stale.
        """
        if topic:
            self.outdate(topic)
        job = Job(next(self._ids), lane, topic, title, work, then)
        if self._closed:
            job.stop()
            return job
        self._running[job.id] = job
        if lane is Lane.LOOK:
            self._nobody_looks.clear()
        self.started.emit(job)
        self._futures[job.id] = self._pools[lane].submit(self._run, job)
        return job

    def outdate(self, topic: str) -> None:
        """Make the jobs of a topic stale: they are stopped and their results dropped."""
        for job in self._running.values():
            if job.topic == topic:
                job.stop()

    def stop_shown(self) -> None:
        """Stop every job that is shown to the person."""
        for job in self.shown():
            job.stop()
            self.stopping.emit(job)

    def shown(self) -> list[Job]:
        """The jobs under way that have a title, oldest first."""
        return [job for job in self._running.values() if job.title and not job.stopped.is_set()]

    def wait_for(self, job: Job) -> None:
        """Stand still until a job is over, for who must know before the window closes; what is shown is stopped."""
        self.stop_shown()
        if job.id in self._futures:
            self._futures[job.id].result()

    @property
    def idle(self) -> bool:
        """Whether nothing is under way."""
        return not self._running

    def busy(self, lane: Lane) -> bool:
        """Whether anything is under way on a lane."""
        return any(job.lane is lane for job in self._running.values())

    def close(self, last: Callable[[], None]) -> None:
        """Stop what can be stopped, finish what the case file still has to do, then run `last` on its lane and end.

        Closing again does nothing, and jobs that come later are not taken.
        """
        if self._closed:
            return
        self._closed = True
        for job in self._running.values():
            if job.lane is not Lane.STORE or job.title:
                job.stop()
        self._pools[Lane.STORE].submit(last)
        for pool in self._pools.values():
            pool.shutdown(wait=True)
        self._running.clear()

    def _give_way(self) -> float:
        """On a lane: let the window go first, as Python runs one thread at a time, but not for long; gives the time."""
        answer = Event()
        self._asked.emit(answer)
        answer.wait(_BACKGROUND_WAITS)
        return monotonic()

    @staticmethod
    def _answer(asked: Event) -> None:
        """The window has come to this, so that it has done all that came before, and paints what is to be painted."""
        QTimer.singleShot(0, asked.set)

    def _run(self, job: Job) -> None:
        """On the lane: the one place where any exception is caught."""
        result, error = None, None
        try:
            if job.lane is not Lane.STORE:
                self._give_way()
            self._check(job)
            result = job.work(self._report(job))
        except Exception as caught:  # noqa: BLE001 - the owner of the thread answers for whatever happens on it
            error = caught
        self._finished.emit(job, result, error)

    def _let_look(self, job: Job) -> None:
        """On a lane, in the background: stand still while a person waits for what is looked up."""
        while not self._nobody_looks.wait(_BACKGROUND_WAITS):
            self._check(job)

    def _report(self, job: Job) -> ProgressReport:
        in_background = job.lane in (Lane.ASIDE, Lane.AHEAD) or (job.lane is Lane.COMPUTE and not job.title)
        answered, told, said = monotonic(), 0.0, ""

        def report(stage: str, done: int, total: int) -> None:
            nonlocal answered, told, said
            self._check(job)
            if in_background and monotonic() - answered > _BACKGROUND_GOES_ON:
                self._let_look(job)
                answered = self._give_way()
                self._check(job)
            if job.title and (stage != said or done == total or monotonic() - told > _TOLD_AGAIN):
                told, said = monotonic(), stage
                self.progressed.emit(job, stage, done, total)

        return report

    @staticmethod
    def _check(job: Job) -> None:
        if job.stopped.is_set():
            raise Cancelled

    def _settle(self, job: Job, result: object, error: Exception | None) -> None:
        self._futures.pop(job.id, None)
        if self._running.pop(job.id, None) is None:
            return
        if not any(other.lane is Lane.LOOK for other in self._running.values()):
            self._nobody_looks.set()
        self.ended.emit(job)
        if isinstance(error, Cancelled):
            return
        if isinstance(error, UserError):
            self.refused.emit(str(error))
        elif error is not None:
            self.crashed.emit(error)
        elif not job.stopped.is_set():
            job.then(result)
