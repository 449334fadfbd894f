import os
import signal
import sys
from collections.abc import Callable, Iterator
from multiprocessing import active_children
from multiprocessing.connection import wait

import pytest

from workbench.engine.workers import mapped, threaded
from workbench.errors import Cancelled, UserError

Mapping = Callable[[Callable[[int], int], Iterator[int], Callable[[int], None], int], Iterator[int]]


def squared(number: int) -> int:
    return number * number


def numbers(count: int = 40) -> Iterator[int]:
    yield from range(count)


def at(done: int, what: Callable[[], None]) -> Callable[[int], None]:
    """Do something once so many tasks are done."""
    return lambda now: what() if now == done else None


def refuse() -> None:
    raise Cancelled


@pytest.mark.parametrize("by", [mapped, threaded])
@pytest.mark.parametrize("jobs", [1, 2])
def test_results_come_in_the_order_of_their_tasks(by: Mapping, jobs: int) -> None:
    assert list(by(squared, numbers(), lambda done: None, jobs)) == [k * k for k in range(40)]


@pytest.mark.parametrize("by", [mapped, threaded])
@pytest.mark.parametrize("jobs", [1, 2])
def test_it_is_told_how_many_are_done(by: Mapping, jobs: int) -> None:
    told: list[int] = []
    list(by(squared, numbers(), told.append, jobs))
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
        list(mapped(squared, numbers(), refuse_later, 2))
    assert running
    while running:
        ended = wait(running, timeout=60)
        assert ended
        running = [sentinel for sentinel in running if sentinel not in ended]


def test_cancelling_is_heard_in_one_process_too() -> None:
    with pytest.raises(Cancelled):
        list(mapped(squared, numbers(), at(2, refuse), 1))


@pytest.mark.skipif(sys.platform == "win32", reason="processes are killed by signal")
def test_a_process_that_dies_is_told_in_one_sentence() -> None:
    def kill() -> None:
        for process in active_children():
            if process.pid:
                os.kill(process.pid, signal.SIGKILL)

    with pytest.raises(UserError, match="ended before its time"):
        list(mapped(squared, numbers(4000), at(2, kill), 2))


def test_threads_begin_nothing_more_once_it_is_cancelled() -> None:
    begun: list[int] = []

    def work(number: int) -> int:
        begun.append(number)
        return number

    with pytest.raises(Cancelled):
        list(threaded(work, numbers(1000), at(3, refuse), 2))
    assert len(begun) < 20
