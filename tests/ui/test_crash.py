import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from ui.desktop.case.lanes import Lane
from ui.desktop.crash import CrashHook
from ui.desktop.window import MainWindow


@pytest.fixture
def hooks() -> Iterator[None]:
    kept = sys.excepthook, threading.excepthook
    yield
    sys.excepthook, threading.excepthook = kept


def failing() -> None:
    raise RuntimeError("a mistake of ours")


def test_a_mistake_is_told_in_one_sentence_and_written_down(tmp_path: Path) -> None:
    told: list[str] = []
    hook = CrashHook(told.append, tmp_path / "logs")
    try:
        failing()
    except RuntimeError as error:
        hook.report(error)
    assert told == [f"Something went wrong inside Variorum. Your case is safe; what happened is written in {hook.log}."]
    log = hook.log.read_text("utf-8")
    assert "a mistake of ours" in log
    assert "in failing" in log


def test_a_second_mistake_is_added_to_the_log(tmp_path: Path) -> None:
    hook = CrashHook(lambda _: None, tmp_path)
    hook.report(ValueError("one"))
    hook.report(ValueError("two"))
    assert hook.log.read_text("utf-8").count("ValueError") == 2


def test_a_log_that_cannot_be_written_is_no_second_mistake(tmp_path: Path) -> None:
    told: list[str] = []
    (tmp_path / "taken").write_text("a file where the folder should be", encoding="utf-8")
    CrashHook(told.append, tmp_path / "taken").report(ValueError("one"))
    assert "could not be written" in told[0]


def test_the_hook_takes_what_nothing_else_took(hooks: None, tmp_path: Path) -> None:
    told: list[str] = []
    CrashHook(told.append, tmp_path).install()
    sys.excepthook(RuntimeError, RuntimeError("loose"), None)
    thread = threading.Thread(target=failing)
    thread.start()
    thread.join()
    assert len(told) == 2


def test_a_mistake_on_a_lane_leaves_the_case_usable(
    opened: MainWindow, crashes: list[BaseException], qtbot: object, settle: object
) -> None:
    opened.lanes.submit(Lane.STORE, lambda _: failing())
    settle()
    assert [str(error) for error in crashes] == ["a mistake of ours"]
    assert "Your case is safe" in opened.problem.text.text()
    opened.commands["tag_edit_1"].trigger()
    settle()
    assert len(opened.case.snapshot.tags) == 1
    crashes.clear()
