import threading
from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from ui.desktop.case.lanes import Job, Lane, Lanes
from workbench.errors import UserError
from workbench.progress import ProgressReport


@pytest.fixture
def lanes(qtbot: QtBot) -> Iterator[Lanes]:
    made = Lanes()
    yield made
    made.close(lambda: None)


def idle(qtbot: QtBot, lanes: Lanes) -> None:
    qtbot.waitUntil(lambda: lanes.idle, timeout=10000)


def test_a_result_comes_to_the_thread_of_the_window(qtbot: QtBot, lanes: Lanes) -> None:
    got: list[tuple[int, int]] = []
    here = threading.get_ident()
    lanes.submit(
        Lane.COMPUTE, lambda _: threading.get_ident(), lambda there: got.append((there, threading.get_ident()))
    )
    idle(qtbot, lanes)
    assert got[0][1] == here
    assert got[0][0] != here


def test_the_store_has_one_thread_for_ever(qtbot: QtBot, lanes: Lanes) -> None:
    threads: list[int] = []
    for _ in range(5):
        lanes.submit(Lane.STORE, lambda _: threading.get_ident(), threads.append)
        idle(qtbot, lanes)
    lanes.close(lambda: threads.append(threading.get_ident()))
    assert len(set(threads)) == 1
    assert len(threads) == 6


def test_jobs_of_a_lane_come_one_after_the_other(qtbot: QtBot, lanes: Lanes) -> None:
    order: list[int] = []
    for number in range(20):
        lanes.submit(Lane.STORE, lambda _, number=number: number, order.append)
    idle(qtbot, lanes)
    assert order == list(range(20))


def test_a_stale_result_is_dropped(qtbot: QtBot, lanes: Lanes) -> None:
    go, got = threading.Event(), []
    lanes.submit(Lane.COMPUTE, lambda _: go.wait(10) and "old", got.append, topic="align")
    lanes.submit(Lane.STORE, lambda _: "new", got.append, topic="align")
    go.set()
    idle(qtbot, lanes)
    assert got == ["new"]


def test_another_topic_makes_nothing_stale(qtbot: QtBot, lanes: Lanes) -> None:
    got: list[str] = []
    lanes.submit(Lane.COMPUTE, lambda _: "one", got.append, topic="align")
    lanes.submit(Lane.STORE, lambda _: "other", got.append, topic="compare")
    idle(qtbot, lanes)
    assert sorted(got) == ["one", "other"]


def test_a_cancelled_job_stops_at_its_next_report_and_hands_over_nothing(qtbot: QtBot, lanes: Lanes) -> None:
    steps: list[int] = []
    got: list[object] = []
    said: list[str] = []
    lanes.refused.connect(said.append)
    first = threading.Event()

    def work(report: ProgressReport) -> str:
        for step in range(100000):
            report("Working", step, 100000)
            steps.append(step)
            first.set()
            first.wait(0.001)
        return "done"

    lanes.submit(Lane.COMPUTE, work, got.append, title="Work")
    first.wait(10)
    assert [job.title for job in lanes.shown()] == ["Work"]
    lanes.stop_shown()
    idle(qtbot, lanes)
    assert got == []
    assert said == []
    assert 0 < len(steps) < 100000


def test_progress_is_told_with_the_job(qtbot: QtBot, lanes: Lanes) -> None:
    told: list[tuple[str, str, int, int]] = []
    lanes.progressed.connect(lambda job, stage, done, total: told.append((job.title, stage, done, total)))
    lanes.submit(Lane.COMPUTE, lambda report: report("Reading", 1, 2), title="Importing")
    idle(qtbot, lanes)
    assert told == [("Importing", "Reading", 1, 2)]


def test_trouble_in_the_users_world_is_told_in_its_sentence(qtbot: QtBot, lanes: Lanes) -> None:
    said: list[str] = []
    lanes.refused.connect(said.append)

    def work(_: ProgressReport) -> None:
        raise UserError("The disk is full; make room and try again.")

    lanes.submit(Lane.STORE, work)
    idle(qtbot, lanes)
    assert said == ["The disk is full; make room and try again."]


def test_a_mistake_of_ours_is_handed_on_and_the_lane_lives(qtbot: QtBot, lanes: Lanes) -> None:
    crashed: list[Exception] = []
    got: list[str] = []
    lanes.crashed.connect(crashed.append)
    lanes.submit(Lane.STORE, lambda _: 1 // 0)
    lanes.submit(Lane.STORE, lambda _: "still here", got.append)
    idle(qtbot, lanes)
    assert isinstance(crashed[0], ZeroDivisionError)
    assert got == ["still here"]


def test_closing_finishes_what_the_store_has_to_do_and_stops_the_rest(qtbot: QtBot) -> None:
    lanes, done = Lanes(), []

    def endless(report: ProgressReport) -> None:
        while True:
            report("Computing", 0, 0)

    lanes.submit(Lane.COMPUTE, endless, title="For ever")
    for number in range(5):
        lanes.submit(Lane.STORE, lambda _, number=number: done.append(number))
    lanes.close(lambda: done.append("closed"))
    assert done == [0, 1, 2, 3, 4, "closed"]


def test_every_job_has_its_own_number(lanes: Lanes) -> None:
    jobs: list[Job] = [lanes.submit(Lane.STORE, lambda _: None) for _ in range(3)]
    assert len({job.id for job in jobs}) == 3
