"""A case opened twice, a case that is busy, a case used on the wrong thread."""

import sqlite3
import threading
from contextlib import closing

import pytest

from db.casefile import open_case
from tests.db.builders import NOON, beside, filled_case, place, put, reading, tag
from workbench.errors import UserError, VariorumError
from workbench.model import Note, Target
from workbench.steps import Change, Step


@pytest.fixture
def windows(case_path):
    """Two windows on one case."""
    filled_case(case_path)
    with closing(open_case(case_path)) as first, closing(open_case(case_path)) as second:
        first._db.execute("PRAGMA busy_timeout = 50")
        second._db.execute("PRAGMA busy_timeout = 50")
        yield first, second


def test_both_windows_read_and_write(windows) -> None:
    first, second = windows
    first.do(put(tag(2)))
    second.do(put(tag(3)))
    first.add_reading(reading("Another story.", name="other.txt"))
    assert first.tags() == second.tags()
    assert [found.id for found in second.tags()] == ["tag-1", "tag-2", "tag-3"]
    assert len(second.articles()) == 3


def test_the_last_window_that_closes_clears_up(windows) -> None:
    first, second = windows
    second.do(put(tag(2)))
    second.close()
    assert beside(first.path)
    first.do(put(tag(3)))
    first.close()
    assert beside(first.path) == []


def test_a_window_notices_what_the_other_changed(windows) -> None:
    first, second = windows
    before = first.revision()
    first.do(put(tag(2)))
    assert first.revision() == before
    second.do(put(tag(3)))
    assert first.revision() != before


def test_nobody_overwrites_a_note_that_he_has_not_seen(windows) -> None:
    first, second = windows
    target = Target(place())
    first.do(put(Note(target, "mine", NOON)))
    with pytest.raises(UserError, match="Another window changed"):
        second.do(put(Note(target, "yours", NOON)))
    second.do(Step("Edit note", (Change(Note(target, "mine", NOON), Note(target, "ours", NOON)),)))
    assert [note.text for note in first.notes()] == ["ours"]


def test_each_window_takes_back_the_newest_step_of_all(windows) -> None:
    first, second = windows
    second.do(put(tag(2)))
    assert first.undo() == put(tag(2))
    assert second.redo() == put(tag(2))


def test_a_window_takes_back_no_step_that_it_does_not_expect(windows) -> None:
    first, second = windows
    ids = [entry.id for entry in first.history()]
    second.do(put(tag(2)))
    for attempt in (lambda: first.undo(ids[-1]), lambda: first.undo(0), lambda: first.redo(ids[-1])):
        with pytest.raises(UserError, match="Another window changed this case meanwhile"):
            attempt()
    assert len(first.tags()) == 2
    newest = first.history()[-1].id
    assert newest > ids[-1]
    assert first.redo(0) is None
    assert first.undo(newest) == second.redo(newest) == put(tag(2))


def test_a_busy_case_is_told_and_nothing_is_lost(windows) -> None:
    first, second = windows
    with first._writing() as db:
        db.execute("DELETE FROM notes")
        for attempt in (lambda: second.do(put(tag(2))), second.undo, second.redo, lambda: second.replace_families([])):
            with pytest.raises(UserError, match="Another window is busy"):
                attempt()
        assert len(second.tags()) == 1
    second.do(put(tag(2)))
    assert len(first.tags()) == 2


def test_a_case_that_is_wholly_locked_is_told_at_opening(case_path, monkeypatch) -> None:
    monkeypatch.setattr("db.connection.BUSY_SECONDS", 0.05)
    filled_case(case_path)
    with closing(sqlite3.connect(case_path, isolation_level=None)) as other:
        other.execute("PRAGMA locking_mode = EXCLUSIVE")
        other.execute("BEGIN EXCLUSIVE")
        with pytest.raises(UserError, match="Another window is busy"):
            open_case(case_path)
        other.execute("ROLLBACK")
    with closing(open_case(case_path)) as store:
        assert len(store.tags()) == 1


def test_another_thread_is_turned_away_and_the_case_is_sound(filled) -> None:
    errors: list[VariorumError] = []

    def elsewhere() -> None:
        for attempt in (filled.tags, lambda: filled.do(put(tag(2))), filled.close):
            try:
                attempt()
            except VariorumError as error:
                errors.append(error)

    thread = threading.Thread(target=elsewhere)
    thread.start()
    thread.join()
    assert len(errors) == 3
    assert all("thread" in str(error) for error in errors)
    assert not any(isinstance(error, UserError) for error in errors)
    filled.do(put(tag(2)))
    assert len(filled.tags()) == 2


def test_two_threads_with_a_window_each_lose_nothing(case_path) -> None:
    filled_case(case_path)

    def work(start: int) -> None:
        with closing(open_case(case_path)) as store:
            for number in range(start, start + 20):
                store.do(put(tag(number)))

    threads = [threading.Thread(target=work, args=(start,)) for start in (100, 200, 300)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    with closing(open_case(case_path)) as store:
        assert len(store.tags()) == len(store.history()) == 61


def test_a_closed_case_says_so(store) -> None:
    store.close()
    for attempt in (store.tags, store.undo, store.revision, lambda: store.do(put(tag()))):
        with pytest.raises(VariorumError, match="is closed"):
            attempt()
