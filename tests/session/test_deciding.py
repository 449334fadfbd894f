"""What a person decides in a case, and takes back."""

from contextlib import closing

import pytest

from db.casefile import open_case
from tests.session.bridge import code, decisions, edit_target, pair, quote_family
from workbench.errors import UserError
from workbench.session import Session
from workbench.settings import Settings
from workbench.snapshot import Snapshot


def test_a_tag_is_put_on_and_taken_away(aligned: Session) -> None:
    target = edit_target(aligned)
    tagged = aligned.toggle_tag(target, code(aligned))
    assert [tag.code_id for tag in tagged.tags_on(target)] == [code(aligned).id]
    assert tagged.undo_summary == f"Tag “{code(aligned).name}”"
    cleared = aligned.toggle_tag(target, code(aligned))
    assert cleared.tags_on(target) == ()
    assert cleared.undo_summary.startswith("Remove tag")


def test_every_decision_can_be_undone_and_done_again(aligned: Session) -> None:
    target, family = edit_target(aligned), quote_family(aligned.snapshot())
    _, other = pair(aligned.snapshot(), family)
    states = [
        aligned.snapshot(),
        aligned.toggle_tag(target, code(aligned, 2)),
        aligned.set_note(target, " Who says so? "),
        aligned.set_note(target, "The mayor."),
        aligned.choose_base(family, other),
        aligned.set_note(target, ""),
    ]
    for state in reversed(states[:-1]):
        assert decisions(aligned.undo()) == decisions(state)
    assert aligned.snapshot().undo_summary == ""
    for state in states[1:]:
        assert decisions(aligned.redo()) == decisions(state)
    assert aligned.snapshot().redo_summary == ""


def test_a_note_that_stays_the_same_is_no_step(aligned: Session) -> None:
    target = edit_target(aligned)
    aligned.set_note(target, "Who?")
    aligned.set_note(target, "  Who? ")
    assert aligned.snapshot().note_on(target).text == "Who?"
    assert len(aligned.store.history()) == 1


def test_the_base_is_the_persons_choice_and_stays_one(aligned: Session) -> None:
    family = quote_family(aligned.snapshot())
    base, other = pair(aligned.snapshot(), family)
    assert aligned.choose_base(family, other).base(family) == other
    assert aligned.choose_base(family, base).base(family) == base
    assert len(aligned.snapshot().base_choices) == 1


def test_a_session_sees_what_another_window_does_and_does_not_write_over_it(aligned: Session) -> None:
    target = edit_target(aligned)
    with closing(Session(open_case(aligned.store.path))) as other:
        other.snapshot()
        aligned.set_note(target, "mine")
        assert other.snapshot().note_on(target).text == "mine"
        stale = other.snapshot
        other.snapshot = lambda: Snapshot(codes=stale().codes)
        with pytest.raises(UserError, match="Another window changed"):
            other.set_note(target, "yours")
    assert aligned.snapshot().note_on(target).text == "mine"


def test_undo_takes_back_only_what_the_person_saw(aligned: Session) -> None:
    target = edit_target(aligned)
    seen = aligned.toggle_tag(target, code(aligned))
    with closing(Session(open_case(aligned.store.path))) as other:
        other.set_note(target, "from the other window")
        with pytest.raises(UserError, match="Another window changed this case meanwhile: look at it and undo again"):
            aligned.undo()
        assert decisions(aligned.snapshot()) == decisions(other.snapshot())
        assert aligned.snapshot().note_on(target).text == "from the other window"
        with pytest.raises(UserError, match="undo again"):
            aligned.undo(seen)
        assert len(aligned.store.notes()) == 1
        undone = aligned.undo(aligned.snapshot())
        assert (undone.notes, undone.tags, undone.undo_summary) == ((), seen.tags, seen.undo_summary)
        with pytest.raises(UserError, match="undo again"):
            other.undo()
        assert other.undo().tags == ()


def test_redo_does_again_only_what_the_person_saw(aligned: Session) -> None:
    target = edit_target(aligned)
    aligned.toggle_tag(target, code(aligned))
    seen = aligned.undo()
    with closing(Session(open_case(aligned.store.path))) as other:
        other.set_note(target, "from the other window")
        other.undo()
        for attempt in (aligned.redo, lambda: aligned.redo(seen)):
            with pytest.raises(UserError, match="look at it and redo again"):
                attempt()
        assert decisions(aligned.snapshot()) == decisions(seen)
        assert aligned.redo().notes == other.snapshot().notes != ()


def test_undo_and_redo_without_a_look_or_without_a_step_change_nothing(aligned: Session) -> None:
    target = edit_target(aligned)
    with closing(Session(open_case(aligned.store.path))) as fresh:
        assert decisions(fresh.undo()) == decisions(fresh.redo()) == ((), (), ())
    tagged = aligned.toggle_tag(target, code(aligned))
    with closing(Session(open_case(aligned.store.path))) as fresh:
        assert fresh.undo().tags == ()
        assert fresh.redo().tags == tagged.tags


def test_undo_does_not_take_back_what_a_person_has_not_seen_set(aligned: Session) -> None:
    seen = aligned.change_settings(Settings(shortest=8))
    with closing(Session(open_case(aligned.store.path))) as other:
        other.change_settings(Settings(shortest=9))
    with pytest.raises(UserError, match="undo again"):
        aligned.undo(seen)
    assert aligned.snapshot().settings == Settings(shortest=9)
