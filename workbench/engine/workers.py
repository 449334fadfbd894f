"""Doing a piece of work many times, in this process or in several, with an ear for the cancel button."""

import signal
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Executor, Future, ProcessPoolExecutor, ThreadPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from functools import partial
from itertools import islice
from multiprocessing import active_children, get_context
from typing import TypeVar, cast

from workbench.errors import UserError

_PATIENCE = 0.2
"""Seconds between two looks at the cancel button while others work."""
_WAITING = 3
"""Tasks handed out ahead to each process or thread."""

State = TypeVar("State")
Task = TypeVar("Task")
Result = TypeVar("Result")


def mapped(
    work: Callable[[State, Task], Result],
    tasks: Iterable[Task],
    step: Callable[[int], None],
    jobs: int,
    prepare: Callable[[], State],
) -> Iterator[Result]:
    """The results of all tasks, in their order, by `jobs` other processes.

    `work` must be a function that other processes can import; it is given what `prepare` made in the process that it
    runs in. `step` is told how many tasks are done, again and again; when it raises, the processes end.
    """
    others = set(active_children())
    # Forking is not safe beside the threads of a desktop: start afresh on every system.
    pool = ProcessPoolExecutor(jobs, get_context("spawn"), _begin, (prepare,))
    try:
        yield from _side_by_side(pool, partial(_done, work), tasks, step, jobs)
    except BrokenProcessPool as error:
        raise UserError(
            "A process that aligned passages ended before its time, perhaps for lack of memory: close other programs, "
            "or align with fewer jobs."
        ) from error
    finally:
        pool.shutdown(wait=False, cancel_futures=True)
        # After a cancellation the processes would first finish what they are at.
        for process in set(active_children()) - others:
            process.terminate()


_prepared: list[object] = []
"""What this process made before its first task."""


def _begin(prepare: Callable[[], object]) -> None:
    # Ctrl+C is the main process's to hear; it ends the others.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    _prepared[:] = [prepare()]


def _done(work: Callable[[State, Task], Result], task: Task) -> Result:
    (state,) = _prepared
    return work(cast(State, state), task)


def threaded(
    work: Callable[[Task], Result], tasks: Iterable[Task], step: Callable[[int], None], jobs: int
) -> Iterator[Result]:
    """The results of all tasks, in their order, by `jobs` threads: for what numpy does, which lets others go on.

    `step` is told how many tasks are done, again and again; when it raises, the tasks at hand are finished and no
    other is begun.
    """
    if jobs > 1:
        with ThreadPoolExecutor(jobs) as pool:
            try:
                yield from _side_by_side(pool, work, tasks, step, jobs)
            finally:
                pool.shutdown(cancel_futures=True)
    else:
        yield from _one_by_one(work, tasks, step)


def _one_by_one(work: Callable[[Task], Result], tasks: Iterable[Task], step: Callable[[int], None]) -> Iterator[Result]:
    for done, task in enumerate(tasks):
        step(done)
        yield work(task)


def _side_by_side(
    pool: Executor, work: Callable[[Task], Result], tasks: Iterable[Task], step: Callable[[int], None], jobs: int
) -> Iterator[Result]:
    ahead = deque[Future[Result]]()
    waiting, done = iter(tasks), 0
    while True:
        ahead.extend(pool.submit(work, task) for task in islice(waiting, _WAITING * jobs - len(ahead)))
        if not ahead:
            return
        yield _awaited(ahead.popleft(), partial(step, done))
        done += 1


def _awaited(future: Future[Result], look: Callable[[], None]) -> Result:
    look()
    while not wait([future], timeout=_PATIENCE).done:
        look()
    return future.result()
