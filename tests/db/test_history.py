"""The history page by page, and going to any of its steps in one go."""

from contextlib import closing
from itertools import pairwise

import pytest

from db.casefile import open_case
from db.store import CaseFile
from tests.db.builders import NOON, place, put, tag
from workbench.errors import Cancelled, UserError
from workbench.model import Note, Target
from workbench.steps import Change, Step


@pytest.fixture
def stepped(store: CaseFile, filled: CaseFile) -> CaseFile:
    """A case in which tags 1 to 9 were put, one step each."""
    for number in range(2, 10):
        filled.do(put(tag(number)))
    return filled


def ids(store: CaseFile) -> list[int]:
    return [entry.id for entry in store.history()]


def test_pages_are_newest_first_and_make_up_the_whole(stepped: CaseFile) -> None:
    assert stepped.history_size() == 9
    first = stepped.history_page(most=4)
    rest = stepped.history_page(first[-1].id, 100)
    assert (*first, *rest) == tuple(reversed(stepped.history()))
    assert stepped.history_page(rest[-1].id) == ()


def test_all_after_a_step_is_taken_back_and_done_again_one_by_one(stepped: CaseFile) -> None:
    before, numbers = stepped.tags(), ids(stepped)
    assert stepped.wind(numbers[2], numbers[-1]) == 6
    assert [found.id for found in stepped.tags()] == ["tag-1", "tag-2", "tag-3"]
    assert [entry.undone for entry in stepped.history()] == [False] * 3 + [True] * 6
    stepped.redo()
    assert len(stepped.tags()) == 4
    assert stepped.wind(numbers[-1], numbers[3]) == 5
    assert stepped.tags() == before
    assert stepped.wind(numbers[-1], numbers[-1]) == 0
    assert stepped.wind(0, numbers[-1]) == 9
    assert stepped.tags() == ()
    stepped.do(put(tag(50)))
    assert len(stepped.history()) == 1, "what was undone can no longer be done again"


def test_steps_that_build_on_each_other_are_taken_back_in_their_order(filled: CaseFile) -> None:
    target = Target(place())
    texts = ["one", "two", "three"]
    filled.do(put(Note(target, "one", NOON)))
    for old, new in pairwise(texts):
        filled.do(Step("Edit note", (Change(Note(target, old, NOON), Note(target, new, NOON)),)))
    numbers = ids(filled)
    filled.wind(numbers[1], numbers[-1])
    assert [note.text for note in filled.notes()] == ["one"]
    filled.wind(numbers[-1], numbers[1])
    assert [note.text for note in filled.notes()] == ["three"]


def test_nothing_is_taken_back_when_another_window_was_quicker(stepped: CaseFile) -> None:
    numbers = ids(stepped)
    with closing(open_case(stepped.path)) as other:
        other.do(put(tag(40)))
    with pytest.raises(UserError, match="Another window changed this case meanwhile: look at it and choose the step"):
        stepped.wind(numbers[2], numbers[-1])
    assert len(stepped.tags()) == 10


def test_who_stops_it_has_taken_back_nothing(stepped: CaseFile) -> None:
    numbers = ids(stepped)

    def stop(_: str, done: int, total: int) -> None:
        assert total == 8
        if done == 5:
            raise Cancelled

    with pytest.raises(Cancelled):
        stepped.wind(numbers[0], numbers[-1], stop)
    assert len(stepped.tags()) == 9
    assert not any(entry.undone for entry in stepped.history())
