"""A person's word on where passages come from, and figures set aside: kept and undone like all else."""

from contextlib import closing

from db.casefile import open_case
from workbench.session import Session


def test_where_a_passage_is_from_is_said_changed_and_left_open(aligned: Session) -> None:
    first, second, *_ = aligned.snapshot().families[0].witnesses
    said = aligned.say_source(second, first)
    assert said.overrides == {second.place: first.place}
    assert aligned.say_source(second, first) is said
    assert aligned.say_source(second, None).overrides == {second.place: None}
    assert aligned.leave_source_open(second).overrides == {}
    assert aligned.undo().overrides == {second.place: None}
    assert aligned.undo().overrides == {second.place: first.place}
    assert aligned.undo().overrides == {}
    assert aligned.redo().overrides == {second.place: first.place}


def test_figures_are_set_aside_and_brought_back(aligned: Session) -> None:
    assert aligned.toggle_dismissal("a|b").dismissals == {"a|b"}
    assert aligned.toggle_dismissal("c|d").dismissals == {"a|b", "c|d"}
    assert aligned.toggle_dismissal("a|b").dismissals == {"c|d"}
    assert aligned.undo().dismissals == {"a|b", "c|d"}


def test_both_outlive_the_window(aligned: Session) -> None:
    first, second, *_ = aligned.snapshot().families[0].witnesses
    aligned.say_source(second, first)
    aligned.toggle_dismissal("a|b")
    path = aligned.store.path
    aligned.close()
    with closing(open_case(path)) as store:
        again = Session(store)
        assert again.snapshot().overrides == {second.place: first.place}
        assert again.snapshot().dismissals == {"a|b"}
        assert again.undo().dismissals == frozenset()


def test_a_family_of_which_a_person_said_where_it_is_from_keeps_its_witnesses(aligned: Session) -> None:
    family = aligned.snapshot().families[0]
    first, second, *_ = family.witnesses
    aligned.say_source(second, first)
    after = aligned.align()
    assert any([w.place for w in one.witnesses] == [w.place for w in family.witnesses] for one in after.families)
