"""The families beside the current one are compared before anybody gets to them, and only as long as that holds."""

import shutil
from collections.abc import Callable
from pathlib import Path
from time import sleep

from pytestqt.qtbot import QtBot

from ui.desktop.app import start
from ui.desktop.case.digest import compared
from ui.desktop.case.lanes import Job, Lane
from ui.desktop.window import MainWindow
from workbench.progress import ProgressReport, silent

Settle = Callable[[], None]


def fresh(window: MainWindow) -> object:
    """What a comparison of the current family finds now."""
    family = window.where.family
    assert family is not None
    return compared(window.case.snapshot, family, window.case.texts, silent)


def test_the_next_family_and_the_one_before_are_there_at_once(two_families: MainWindow) -> None:
    where = two_families.where
    first = where.family
    for action in ("next_family", "previous_family"):
        two_families.commands[action].trigger()
        assert not where.loading
        assert where.comparisons == fresh(two_families)
    assert where.family == first


def test_who_looks_at_a_family_for_a_moment_finds_all_there_is_to_say_of_the_next(
    two_families: MainWindow, qtbot: QtBot
) -> None:
    desk, following = two_families.workspace.desk, two_families.where.beside[0]
    qtbot.waitUntil(lambda: following in desk._known)
    two_families.commands["next_family"].trigger()
    assert desk.findings is not None, "so no row grows after it is shown"


def test_a_family_is_compared_anew_with_another_base(two_families: MainWindow, settle: Settle) -> None:
    where = two_families.where
    two_families.commands["base"].trigger()
    settle()
    based = where.comparisons
    assert based == fresh(two_families)
    two_families.commands["next_family"].trigger()
    settle()
    two_families.commands["undo"].trigger()
    settle()
    two_families.commands["previous_family"].trigger()
    settle()
    assert where.comparisons == fresh(two_families) != based


def test_families_are_compared_anew_by_other_word_lists(two_families: MainWindow, settle: Settle) -> None:
    where = two_families.where
    before, jobs = two_families.case.snapshot.words.lexicon, list[Job]()
    two_families.lanes.started.connect(jobs.append)
    two_families.case.decide(lambda session: session.change_words(lambda words: words.add("loaded-verbs", "promise")))
    settle()
    assert two_families.case.snapshot.words.lexicon is not before
    ahead = [job for job in jobs if job.topic in ("ahead", "behind")]
    assert [job.lane for job in ahead] == [Lane.LOOK], "the next one is there when a person has seen this one"
    for action in ("next_family", "previous_family"):
        two_families.commands[action].trigger()
        settle()
        assert where.comparisons == fresh(two_families)


def test_what_was_asked_for_before_does_not_come_in_the_place_of_what_is_known(
    two_families: MainWindow, settle: Settle
) -> None:
    """Another base has the first family compared once more; before that is over one goes on to a known one."""
    where = two_families.where
    two_families.commands["base"].trigger()
    two_families.commands["next_family"].trigger()
    shown = where.family
    settle()
    assert where.family == shown
    assert where.comparisons == fresh(two_families)


def test_what_is_looked_for_ahead_in_a_case_is_dropped_with_it(
    two_families: MainWindow, settle: Settle, aligned_case: Path, tmp_path: Path
) -> None:
    case, dropped = two_families.case, list[bool]()

    def look_on(_: object, __: object, report: ProgressReport) -> None:
        while not sleep(0.005):
            report("Looking", 0, 1)

    job = case.look(look_on, lambda _: None, "findings", Lane.AHEAD)
    case.opened.connect(lambda: dropped.append(job.stopped.is_set()))
    start(two_families, Path(shutil.copy(aligned_case, tmp_path)))
    settle()
    assert dropped == [True]
