"""Edits are marked as looked at, labels accepted, rejected or changed; all of it is kept, and taken back in steps."""

from workbench.model import LabelKind, Target
from workbench.session import Session
from workbench.snapshot import target_of


def test_edits_are_reviewed_once_and_let_go_together(aligned: Session) -> None:
    family = aligned.snapshot().families[0]
    base, witness = aligned.snapshot().base(family), aligned.snapshot().others(family)[0]
    edits = aligned.comparison(family, base, witness).edits
    targets = [*(target_of(edit, base.place, witness.place) for edit in edits), Target(witness.place, base.place)]
    assert aligned.review(targets[:1]).reviewed == {targets[0]}
    after = aligned.review(targets)
    assert after.reviewed == set(targets)
    assert aligned.review(targets) is after, "nothing is marked twice"
    assert aligned.undo().reviewed == {targets[0]}
    assert aligned.take_back_review(targets).reviewed == frozenset()


def test_a_ruling_takes_the_place_of_the_one_before(aligned: Session) -> None:
    family = aligned.snapshot().families[0]
    base, witness = aligned.snapshot().base(family), aligned.snapshot().others(family)[0]
    edit = aligned.comparison(family, base, witness).edits[0]
    target, said = target_of(edit, base.place, witness.place), tuple(label.kind for label in edit.labels)
    assert aligned.rule(target, said, said).undo_summary == "Accept the labels"
    assert aligned.rule(target, said, ()).ruling_on(target).labels == ()
    changed = aligned.rule(target, said, (LabelKind.LOADED,))
    assert [ruling.labels for ruling in changed.rulings] == [(LabelKind.LOADED,)]
    assert aligned.rule(target, said, None).rulings == ()
    assert aligned.undo().ruling_on(target).labels == (LabelKind.LOADED,)
