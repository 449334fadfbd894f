"""Work in a process of its own: what goes in and comes out, progress, cancelling, and what fails there."""

import multiprocessing
import os
from collections.abc import Iterator
from signal import SIGTERM

import pytest

from workbench.apart import apart
from workbench.errors import Cancelled, UserError
from workbench.progress import ProgressReport, silent


def squares(parts: Iterator[int], report: ProgressReport) -> Iterator[tuple[int, int]]:
    for done, part in enumerate(parts):
        report("Squaring", done, 0)
        yield part * part, os.getpid()


def without_end(_parts: Iterator[int], report: ProgressReport) -> Iterator[int]:
    for done in iter(int, 1):
        report("Going on", done, 0)
    yield 0


def refused(_parts: Iterator[int], _report: ProgressReport) -> Iterator[int]:
    raise UserError("This cannot be done.")
    yield 0


def mistaken(_parts: Iterator[int], _report: ProgressReport) -> Iterator[int]:
    yield 1 // 0


def killed(_parts: Iterator[int], _report: ProgressReport) -> Iterator[int]:
    os.kill(os.getpid(), SIGTERM)
    yield 0


def test_parts_go_in_and_results_come_out_in_their_order_from_another_process() -> None:
    found = apart(squares, range(50), silent)
    assert [square for square, _ in found] == [number * number for number in range(50)]
    assert os.getpid() not in {process for _, process in found}
    assert not multiprocessing.active_children()


def test_a_person_sees_how_far_it_is_and_cancels_it() -> None:
    stages = []

    def report(stage: str, _done: int, _total: int) -> None:
        stages.append(stage)
        if stage == "Going on":
            raise Cancelled

    with pytest.raises(Cancelled):
        apart(without_end, [1], report)
    assert not multiprocessing.active_children()


def test_what_the_person_is_told_there_is_told_here() -> None:
    with pytest.raises(UserError, match=r"This cannot be done\."):
        apart(refused, [], silent)


def test_a_process_that_is_killed_is_told_in_a_sentence() -> None:
    with pytest.raises(UserError, match="ended before its time"):
        apart(killed, [], silent)


def test_a_mistake_of_ours_there_is_one_here() -> None:
    with pytest.raises(RuntimeError, match="another process failed"):
        apart(mistaken, [], silent)
