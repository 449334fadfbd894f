"""Steps are done, undone and done again, across restarts, and the case is each time exactly as it was."""

from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)

from db.casefile import open_case
from tests.db.builders import NOON, STORY, article, place, put, reading, tag
from workbench.errors import UserError
from workbench.model import BaseChoice, Code, Note, Tag, Target
from workbench.ports import CaseStore
from workbench.steps import Change, Step

EDIT = Target(place(18, 32), place(18, 30, article_id=2))
PASSAGE = Target(place(18, 32))


def decisions(store: CaseStore) -> tuple[object, ...]:
    return store.codes(), store.tags(), store.notes(), store.base_choices()


def remove(record, summary: str = "Remove") -> Step:
    return Step(summary, (Change(record, None),))


def test_what_was_done_is_there_after_reopening(filled) -> None:
    note = Note(EDIT, "Who says so?", NOON)
    choice = BaseChoice(place())
    for record in (tag(2, "quote", EDIT), note, choice):
        filled.do(put(record))
    filled.close()
    with closing(open_case(filled.path)) as store:
        assert store.tags() == (tag(1), tag(2, "quote", EDIT))
        assert store.notes() == (note,)
        assert store.base_choices() == (choice,)
        assert [entry.undone for entry in store.history()] == [False] * 4


def test_history_tells_when_and_what(filled) -> None:
    before = datetime.now(UTC)
    filled.do(put(tag(2), "Tag “Quote altered”"))
    entry = filled.history()[-1]
    assert before <= entry.at <= datetime.now(UTC)
    assert entry.step == put(tag(2), "Tag “Quote altered”")


def test_undo_and_redo_outlive_the_window(filled) -> None:
    filled.do(put(Note(PASSAGE, "first", NOON), "Write note"))
    filled.close()
    with closing(open_case(filled.path)) as store:
        assert store.undo() == put(Note(PASSAGE, "first", NOON), "Write note")
        assert store.undo() == put(tag())
        assert store.undo() is None
        assert store.tags() == store.notes() == ()
        assert [entry.undone for entry in store.history()] == [True, True]
    with closing(open_case(filled.path)) as store:
        assert store.redo() == put(tag())
        assert store.redo() == put(Note(PASSAGE, "first", NOON), "Write note")
        assert store.redo() is None
        assert store.tags() == (tag(),)


def test_a_new_step_drops_those_that_were_undone(filled) -> None:
    filled.do(put(tag(2)))
    filled.undo()
    filled.do(put(tag(3)))
    assert filled.redo() is None
    assert [entry.step for entry in filled.history()] == [put(tag(1)), put(tag(3))]
    assert [found.id for found in filled.tags()] == ["tag-1", "tag-3"]


def test_the_default_codebook_cannot_be_undone(store) -> None:
    assert store.undo() is None
    assert len(store.codes()) == 9


def test_the_codebook_stands_in_the_order_of_the_keyboard(store) -> None:
    for number, digit in enumerate((0, -1, -1)):
        store.do(put(Code(f"new-{number}", "New", "#000000", digit)))
    assert [code.digit for code in store.codes()] == [1, 2, 3, 4, 5, 6, 7, 8, 9, 0, -1, -1]


def test_two_codes_swap_their_digits_in_one_step(store) -> None:
    first, second = store.codes()[:2]
    before = decisions(store)
    swap = Change(first, replace(first, digit=2)), Change(second, replace(second, digit=1))
    store.do(Step("Swap", swap))
    assert [code.id for code in store.codes()[:2]] == [second.id, first.id]
    store.undo()
    assert decisions(store) == before


@pytest.mark.parametrize("code_first", [True, False])
def test_a_code_leaves_with_its_tags_in_any_order_and_comes_back_with_them(filled, code_first: bool) -> None:
    before = decisions(filled)
    changes = [Change(filled.codes()[0], None), Change(tag(), None)]
    filled.do(Step("Remove code", tuple(changes if code_first else reversed(changes))))
    assert filled.tags() == ()
    filled.undo()
    assert decisions(filled) == before


def test_a_code_in_use_does_not_leave_its_tags_behind(filled) -> None:
    before = decisions(filled)
    with pytest.raises(UserError):
        filled.do(remove(filled.codes()[0]))
    assert decisions(filled) == before
    assert len(filled.history()) == 1


def test_a_code_is_renamed_while_tags_carry_it(filled) -> None:
    code = filled.codes()[0]
    filled.do(Step("Rename", (Change(code, replace(code, name="Rounded")),)))
    assert filled.codes()[0].name == "Rounded"
    assert filled.tags() == (tag(),)


def test_changes_of_one_record_in_one_step_are_taken_back_last_first(filled) -> None:
    before = decisions(filled)
    filled.do(Step("Move tag", (Change(tag(), None), Change(None, replace(tag(), code_id="quote")))))
    assert filled.tags()[0].code_id == "quote"
    filled.undo()
    assert decisions(filled) == before


def test_a_note_is_rewritten_and_read_back(filled) -> None:
    first, second = Note(EDIT, "first", NOON), Note(EDIT, "second\ud800\0", NOON + timedelta(hours=1))
    filled.do(put(first))
    filled.do(Step("Edit note", (Change(first, second),)))
    assert filled.notes() == (second,)
    filled.undo()
    assert filled.notes() == (first,)


def test_a_note_on_a_passage_is_not_that_on_an_edit_of_it(filled) -> None:
    filled.do(put(Note(EDIT, "edit", NOON)))
    filled.do(put(Note(PASSAGE, "passage", NOON)))
    assert {note.target: note.text for note in filled.notes()} == {EDIT: "edit", PASSAGE: "passage"}


@pytest.mark.parametrize(
    "step",
    [
        put(tag(1)),
        remove(tag(2)),
        remove(tag(1, "quote")),
        put(tag(2, "no such code")),
        put(tag(2, target=Target(place(article_id=99)))),
        Step("Edit note", (Change(Note(EDIT, "never written", NOON), Note(EDIT, "new", NOON)),)),
        Step("Half of it", (Change(None, tag(2)), Change(None, tag(1)))),
    ],
)
def test_a_step_that_does_not_start_from_the_case_changes_nothing(filled, step: Step) -> None:
    before = decisions(filled), filled.history()
    with pytest.raises(UserError, match="Another window changed"):
        filled.do(step)
    assert (decisions(filled), filled.history()) == before


@pytest.mark.parametrize("target", [EDIT, PASSAGE])
def test_a_code_stands_on_a_target_once(filled, target: Target) -> None:
    filled.do(put(tag(5, "quote", target)))
    before = decisions(filled), filled.history()
    with pytest.raises(UserError, match="Another window changed"):
        filled.do(put(tag(6, "quote", target)))
    assert (decisions(filled), filled.history()) == before
    filled.do(put(tag(6, "hedge", target)))
    filled.do(Step("Exchange", (Change(tag(5, "quote", target), None), Change(None, tag(7, "quote", target)))))
    assert {found.id for found in filled.tags()} >= {"tag-6", "tag-7"}


def test_tags_are_told_oldest_first(filled) -> None:
    earlier = replace(tag(9), created=NOON - timedelta(days=1))
    filled.do(put(earlier))
    assert [found.id for found in filled.tags()] == ["tag-9", "tag-1"]


def test_tags_survive_a_new_alignment(filled) -> None:
    before = decisions(filled)
    filled.replace_families([])
    assert decisions(filled) == before


ids = st.sampled_from(["a", "b", "c"])
places = st.builds(place, st.integers(0, 5), st.integers(5, 9), st.sampled_from([1, 2]))
targets = st.builds(Target, places, st.none() | places)
texts = st.text(alphabet=st.characters(codec=None), min_size=1, max_size=10)
times = st.datetimes(datetime(1990, 1, 1), datetime(2100, 1, 1), timezones=st.just(UTC))  # noqa: DTZ001
records = st.one_of(
    st.builds(
        lambda uuid, target, created: replace(tag(target=target), id=uuid.hex, created=created),
        st.uuids(),
        targets,
        times,
    ),
    st.builds(Note, targets, texts, times),
    st.builds(BaseChoice, places),
    st.builds(Code, ids, texts, st.just("#123456"), st.integers(-1, 9), texts),
)


class Decisions(RuleBasedStateMachine):
    """A case beside a plain list of the states it should have had."""

    @initialize()
    def begin(self) -> None:
        self.folder = TemporaryDirectory()
        self.path = Path(self.folder.name) / "case.variorum"
        self.store = open_case(self.path, create=True)
        for number in (1, 2):
            self.store.add_reading(reading(STORY + str(number), articles=[article(0, 10)]))
        self.past, self.future = [], []
        self.state = decisions(self.store)

    @rule(wanted=st.lists(records, min_size=1, max_size=3), summary=texts)
    def do(self, wanted, summary: str) -> None:
        changes, seen = [], []
        for record in wanted:
            if (key := key_of(record)) not in seen:
                seen.append(key)
                changes.append(Change(self._held(key), None if record in self._all() else record))
        self.store.do(Step(summary, tuple(changes)))
        self.past.append(self.state)
        self.future.clear()
        self.state = decisions(self.store)

    @rule()
    def undo(self) -> None:
        assert (self.store.undo() is None) == (not self.past)
        if self.past:
            self.future.append(self.state)
            self.state = self.past.pop()

    @rule()
    def redo(self) -> None:
        assert (self.store.redo() is None) == (not self.future)
        if self.future:
            self.past.append(self.state)
            self.state = self.future.pop()

    @precondition(lambda self: self.past)
    @rule()
    def reopen(self) -> None:
        self.store.close()
        self.store = open_case(self.path)

    @invariant()
    def the_case_is_as_it_should_be(self) -> None:
        if hasattr(self, "state"):
            assert decisions(self.store) == self.state
            assert [entry.undone for entry in self.store.history()] == [False] * len(self.past) + [True] * len(
                self.future
            )

    def teardown(self) -> None:
        if hasattr(self, "store"):
            self.store.close()
            self.folder.cleanup()

    def _all(self) -> list:
        return [record for kind in self.state for record in kind]

    def _held(self, key: object):
        return next((record for record in self._all() if key_of(record) == key), None)


def key_of(record) -> object:
    match record:
        case Tag():
            return Tag, record.code_id, record.target
        case Note():
            return Note, record.target
        case BaseChoice():
            return BaseChoice, record.place
        case _:
            return type(record), record.id


def test_any_sequence_of_steps_can_be_walked_back_and_forth() -> None:
    run_state_machine_as_test(Decisions, settings=settings(max_examples=25, stateful_step_count=15))
