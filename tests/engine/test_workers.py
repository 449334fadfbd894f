import os
import signal
import sys
from collections.abc import Callable, Iterator
from functools import partial
from multiprocessing import active_children
from multiprocessing.connection import wait

import pytest

from workbench.engine.workers import mapped, threaded
from workbench.errors import Cancelled, UserError


def multiplied(factor: int, number: int) -> int:
    return factor * number


def seven() -> int:
    return 7


def by_processes(step: Callable[[int], None], jobs: int, count: int = 40) -> list[int]:
    """Numbers times seven, where each process must first find out what seven is."""
    return list(mapped(multiplied, numbers(count), step, jobs, seven))


def by_threads(step: Callable[[int], None], jobs: int, count: int = 40) -> list[int]:
    return list(threaded(partial(multiplied, 7), numbers(count), step, jobs))


Way = Callable[[Callable[[int], None], int], list[int]]


def numbers(count: int = 40) -> Iterator[int]:
    yield from range(count)


def at(done: int, what: Callable[[], None]) -> Callable[[int], None]:
    """Do something once so many tasks are done."""
    return lambda now: what() if now == done else None


def refuse() -> None:
    raise Cancelled


@pytest.mark.parametrize("way", [by_processes, by_threads])
@pytest.mark.parametrize("jobs", [1, 2])
def test_results_come_in_the_order_of_their_tasks(way: Way, jobs: int) -> None:
    assert way(lambda done: None, jobs) == [7 * k for k in range(40)]


@pytest.mark.parametrize("way", [by_processes, by_threads])
@pytest.mark.parametrize("jobs", [1, 2])
def test_it_is_told_how_many_are_done(way: Way, jobs: int) -> None:
    told: list[int] = []
    way(told.append, jobs)
    assert sorted(set(told)) == list(range(40))
    assert told == sorted(told)


def test_cancelling_ends_the_processes() -> None:
    # A process has ended when its sentinel says so; whether it still counts as a child depends on who asked last.
    running: list[int] = []

    def refuse_later(done: int) -> None:
        if done == 2:
            running.extend(process.sentinel for process in active_children())
            raise Cancelled

    with pytest.raises(Cancelled):
        by_processes(refuse_later, 2)
    assert running
    while running:
        ended = wait(running, timeout=60)
        assert ended
        running = [sentinel for sentinel in running if sentinel not in ended]


def test_cancelling_is_heard_in_one_thread_too() -> None:
    with pytest.raises(Cancelled):
        by_threads(at(2, refuse), 1)


@pytest.mark.skipif(sys.platform == "win32", reason="processes are killed by signal")
def test_a_process_that_dies_is_told_in_one_sentence() -> None:
    def kill() -> None:
        for process in active_children():
            if process.pid:
                os.kill(process.pid, signal.SIGKILL)

    with pytest.raises(UserError, match="ended before its time"):
        by_processes(at(2, kill), 2, count=4000)


def test_threads_begin_nothing_more_once_it_is_cancelled() -> None:
    begun: list[int] = []

    def work(number: int) -> int:
        begun.append(number)
        return number

    with pytest.raises(Cancelled):
        list(threaded(work, numbers(1000), at(3, refuse), 2))
    assert len(begun) < 20
