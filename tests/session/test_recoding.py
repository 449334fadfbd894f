"""The codebook changed by a person: each change one step, refused whole where it makes no sense, undone whole."""

from collections.abc import Callable
from contextlib import closing
from dataclasses import replace

import pytest

from db.casefile import open_case
from tests.session.bridge import code, edit_target, pair, quote_family
from workbench.codebook import DEEPEST, default_codes
from workbench.codebook_changes import Orphans
from workbench.codebook_import import ForeignCode
from workbench.codebook_tree import CodeTree
from workbench.errors import UserError
from workbench.model import Code, Target
from workbench.qdc import qdc_of, read_qdc
from workbench.recoding import NO_DIGIT
from workbench.session import Session
from workbench.snapshot import Snapshot


def named(session: Session, name: str) -> Code:
    (found,) = (one for one in session.snapshot().codes if one.name == name)
    return found


def paths(session: Session) -> set[str]:
    tree = CodeTree(session.snapshot().codes)
    return {tree.path(one) for one in tree.code.values()}


def add(session: Session, name: str, under: str = "") -> Code:
    session.add_code(name, named(session, under) if under else None)
    return next(one for one in session.snapshot().codes if one.name == name)


def witness_target(session: Session) -> Target:
    base, _ = pair(session.snapshot(), quote_family(session.snapshot()))
    return Target(base.place)


@pytest.fixture
def nested(session: Session) -> Session:
    """The codebook of a new case, with codes under “Loaded word” and “Verb of saying”."""
    for name, under in (("Slur", "Loaded word"), ("Praise", "Loaded word"), ("Warm", "Praise")):
        add(session, name, under)
    session.add_code("slur", named(session, "Verb of saying"))
    return session


CHANGES: dict[str, Callable[[Session], Snapshot]] = {
    "add": lambda s: s.add_code("Irony", named(s, "Praise"), colour="#abc", description="Says the opposite."),
    "rename": lambda s: s.rename_code(named(s, "Slur"), "Insult"),
    "recolour": lambda s: s.recolour_code(named(s, "Slur"), "#0072B2"),
    "describe": lambda s: s.describe_code(named(s, "Slur"), "A word that wounds."),
    "digit": lambda s: s.set_digit(named(s, "Slur"), 0),
    "swap": lambda s: s.set_digit(named(s, "Loaded word"), 4),
    "move": lambda s: s.move_code(named(s, "Praise"), named(s, "Claim added")),
    "merge": lambda s: s.merge_code(named(s, "Loaded word"), named(s, "Verb of saying")),
    "delete": lambda s: s.delete_code(named(s, "Praise")),
    "delete all": lambda s: s.delete_code(named(s, "Loaded word"), Orphans.DELETE),
    "import": lambda s: s.import_codebook([ForeignCode("Ebb", digit=1), ForeignCode("Low", 0)]),
}


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES)
def test_every_change_is_one_step_that_can_be_undone_and_done_again(
    nested: Session, change: Callable[[Session], Snapshot]
) -> None:
    before, steps = nested.snapshot().codes, len(nested.store.history())
    after = change(nested).codes
    assert after != before
    assert len(nested.store.history()) == steps + 1
    assert nested.undo().codes == before
    assert nested.redo().codes == after
    with closing(Session(open_case(nested.store.path))) as again:
        assert again.snapshot().codes == after


STALE: dict[str, tuple[Callable[[Session, Code], Snapshot], Callable[[Session, Code], Snapshot]]] = {
    "rename": (lambda s, c: s.rename_code(c, "Mine"), lambda s, c: s.rename_code(c, "Yours")),
    "recolour": (lambda s, c: s.recolour_code(c, "#000"), lambda s, c: s.recolour_code(c, "#fff")),
    "describe": (lambda s, c: s.describe_code(c, "Mine"), lambda s, c: s.describe_code(c, "Yours")),
    "digit": (lambda s, c: s.set_digit(c, 0), lambda s, c: s.set_digit(c, NO_DIGIT)),
    "move": (lambda s, c: s.move_code(c, None), lambda s, c: s.move_code(c, named(s, "To be checked"))),
    "merge": (lambda s, c: s.rename_code(c, "Mine"), lambda s, c: s.merge_code(c, named(s, "To be checked"))),
    "delete": (lambda s, c: s.rename_code(c, "Mine"), lambda s, c: s.delete_code(c)),
    "gone": (lambda s, c: s.delete_code(c), lambda s, c: s.describe_code(c, "Yours")),
    "under one that is gone": (lambda s, c: s.delete_code(c), lambda s, c: s.add_code("Yours", c)),
}


@pytest.mark.parametrize(("mine", "yours"), STALE.values(), ids=STALE)
def test_what_another_window_changed_meanwhile_is_not_written_over(nested: Session, mine, yours) -> None:
    seen = named(nested, "Praise")
    with closing(Session(open_case(nested.store.path))) as other:
        other.snapshot()
        mine(nested, seen)
        steps = nested.store.history()
        with pytest.raises(UserError, match="Another window changed the codebook meanwhile"):
            yours(other, seen)
    assert nested.store.history() == steps


def test_an_import_and_a_deletion_are_refused_when_more_was_changed_than_the_person_saw(aligned: Session) -> None:
    seen = aligned.snapshot().codes
    aligned.toggle_tag(edit_target(aligned), code(aligned))
    with pytest.raises(UserError, match="Another window"):
        aligned.delete_code(code(aligned), tags=0)
    aligned.set_digit(code(aligned), 0)
    with pytest.raises(UserError, match="Another window"):
        aligned.import_codebook([ForeignCode("Ebb")], seen)


REFUSED: dict[str, tuple[Callable[[Session], Snapshot], str]] = {
    "empty name": (lambda s: s.add_code(" "), "needs a name"),
    "two lines": (lambda s: s.rename_code(named(s, "Slur"), "a\nb"), "one line"),
    "long": (lambda s: s.add_code("x" * 81), "80 characters at most"),
    "same name": (lambda s: s.add_code("loaded WORD"), "at the top of the codebook already"),
    "same name below": (lambda s: s.add_code("praise", named(s, "Loaded word")), "under “Loaded word” already"),
    "renamed to a sibling": (lambda s: s.rename_code(named(s, "Slur"), "praise"), "already"),
    "moved beside its like": (lambda s: s.move_code(named(s, "slur"), named(s, "Loaded word")), "already"),
    "under itself": (lambda s: s.move_code(named(s, "Praise"), named(s, "Praise")), "cannot stand under itself"),
    "circle": (lambda s: s.move_code(named(s, "Loaded word"), named(s, "Warm")), "cannot stand under itself"),
    "with itself": (lambda s: s.merge_code(named(s, "Slur"), named(s, "Slur")), "cannot be merged with itself"),
    "into a child": (lambda s: s.merge_code(named(s, "Loaded word"), named(s, "Warm")), "which stands under it"),
    "no colour": (lambda s: s.recolour_code(named(s, "Slur"), "mauve"), "is no colour"),
    "two digits": (lambda s: s.set_digit(named(s, "Slur"), 12), "one digit"),
}


@pytest.mark.parametrize(("change", "why"), REFUSED.values(), ids=REFUSED)
def test_what_makes_no_sense_is_refused_in_one_sentence(nested: Session, change, why: str) -> None:
    before = nested.store.history()
    with pytest.raises(UserError, match=why) as refused:
        change(nested)
    assert "\n" not in str(refused.value)
    assert nested.store.history() == before


@pytest.mark.parametrize(
    "change",
    [
        lambda s: s.rename_code(named(s, "Slur"), " Slur "),
        lambda s: s.set_digit(named(s, "Slur"), NO_DIGIT),
        lambda s: s.move_code(named(s, "Slur"), named(s, "Loaded word")),
        lambda s: s.recolour_code(named(s, "Quote altered"), "#332288"),
        lambda s: s.import_codebook([ForeignCode("Loaded word"), ForeignCode("Slur", 0)]),
    ],
)
def test_a_change_to_what_is_so_already_is_no_step(nested: Session, change) -> None:
    before = nested.store.history()
    change(nested)
    assert nested.store.history() == before


def test_a_name_may_change_its_capitals(nested: Session) -> None:
    nested.rename_code(named(nested, "Slur"), "SLUR")
    assert "Loaded word / SLUR" in paths(nested)


def test_a_key_that_another_code_has_is_swapped(session: Session) -> None:
    session.set_digit(named(session, "Loaded word"), 1)
    assert (named(session, "Loaded word").digit, named(session, "Figure changed").digit) == (1, 5)
    fresh = add(session, "Irony")
    session.set_digit(fresh, 1)
    assert (named(session, "Irony").digit, named(session, "Loaded word").digit) == (1, NO_DIGIT)
    assert session.snapshot().undo_summary == "Key 1 for code “Irony”"


def test_a_new_code_stands_where_it_was_put_in_a_colour_of_its_own(session: Session) -> None:
    add(session, "Irony", "Loaded word")
    assert "Loaded word / Irony" in paths(session)
    colours = [one.colour for one in session.snapshot().codes]
    assert len(set(colours)) == len(colours)
    assert session.snapshot().undo_summary == "Add code “Irony”"


def test_merging_moves_tags_and_leaves_one_where_there_were_both(aligned: Session) -> None:
    one, other = code(aligned, 1), code(aligned, 2)
    both, alone = edit_target(aligned), witness_target(aligned)
    for target, put in ((both, one), (both, other), (alone, one)):
        aligned.toggle_tag(target, put)
    before = aligned.snapshot()
    after = aligned.merge_code(one, other)
    assert [tag.code_id for tag in after.tags_on(both)] == [other.id]
    assert [tag.code_id for tag in after.tags_on(alone)] == [other.id]
    assert after.tags_on(alone)[0].created == before.tags_on(alone)[0].created
    assert one.id not in after.code
    assert after.undo_summary == f"Merge code “{one.name}” into “{other.name}”"
    assert (aligned.undo().tags, aligned.snapshot().codes) == (before.tags, before.codes)


def test_merging_joins_children_of_one_name_and_moves_the_rest(nested: Session) -> None:
    add(nested, "Faint", "slur")
    nested.merge_code(named(nested, "Loaded word"), named(nested, "Verb of saying"))
    under = {path for path in paths(nested) if path.startswith("Verb of saying / ")}
    assert under == {f"Verb of saying / {rest}" for rest in ("slur", "slur / Faint", "Praise", "Praise / Warm")}


def test_a_child_may_be_merged_into_its_parent(nested: Session) -> None:
    nested.add_code("Praise", named(nested, "Praise"))
    outer = next(one for one in nested.snapshot().codes if one.name == "Praise" and one.parent == "loaded")
    nested.merge_code(outer, named(nested, "Loaded word"))
    assert {path for path in paths(nested) if path.startswith("Loaded")} == {
        "Loaded word", "Loaded word / Praise", "Loaded word / Slur", "Loaded word / Warm",
    }  # fmt: skip


def test_what_the_other_lacks_is_taken_over_when_codes_are_merged(session: Session) -> None:
    bare = add(session, "Irony")
    session.merge_code(code(session, 3), bare)
    kept = session.snapshot().code[bare.id]
    assert (kept.digit, kept.description, kept.name) == (3, default_codes()[2].description, "Irony")


def test_deleting_takes_the_tags_along_and_brings_them_back(aligned: Session) -> None:
    target = edit_target(aligned)
    aligned.toggle_tag(target, code(aligned, 1))
    before = aligned.toggle_tag(target, code(aligned, 2))
    after = aligned.delete_code(code(aligned, 1), tags=1)
    assert [tag.code_id for tag in after.tags] == [default_codes()[1].id]
    assert (aligned.undo().tags, aligned.snapshot().codes) == (before.tags, before.codes)


def test_children_move_up_or_go_too_when_a_code_is_deleted(nested: Session) -> None:
    whole = named(nested, "Loaded word")
    nested.delete_code(whole)
    assert {"Slur", "Praise", "Praise / Warm"} <= paths(nested)
    nested.undo()
    after = nested.delete_code(whole, Orphans.DELETE)
    assert paths(nested).isdisjoint({"Slur", "Praise", "Warm"})
    assert after.undo_summary == "Delete code “Loaded word” and 3 under it"


def test_a_child_whose_name_is_taken_above_cannot_move_up(nested: Session) -> None:
    nested.add_code("Warm", named(nested, "Loaded word"))
    before = nested.store.history()
    with pytest.raises(UserError, match="“Warm” under “Loaded word” already"):
        nested.delete_code(next(one for one in nested.snapshot().codes if one.name == "Praise"))
    assert nested.store.history() == before


def test_an_import_adds_and_updates_in_one_step(aligned: Session) -> None:
    target = edit_target(aligned)
    aligned.toggle_tag(target, code(aligned))
    figure = code(aligned)
    after = aligned.import_codebook([ForeignCode(figure.name, description="Ours."), ForeignCode("Rounded", 0)])
    assert after.code[figure.id] == replace(figure, description="Ours.")
    assert "Figure changed / Rounded" in paths(aligned)
    assert after.undo_summary == "Import 2 codes"
    assert len(after.tags_on(target)) == 1


def test_a_codebook_can_be_emptied_and_filled_again(session: Session) -> None:
    for one in default_codes():
        session.delete_code(one)
    assert session.snapshot().codes == ()
    assert [one.name for one in session.add_code("Irony").codes] == ["Irony"]


def test_codes_stand_no_deeper_than_other_programs_read(session: Session) -> None:
    deepest = add(session, "Level 1")
    for number in range(2, DEEPEST + 1):
        deepest = add(session, f"Level {number}", deepest.name)
    before = session.snapshot().codes
    with pytest.raises(UserError, match="50 levels"):
        session.add_code("Too deep", deepest)
    other = next(one for one in before if not one.parent and one.name != "Level 1")
    with pytest.raises(UserError, match="50 levels"):
        session.move_code(other, deepest)
    assert session.snapshot().codes == before
    assert len(read_qdc(qdc_of(session.snapshot().code_tree), "levels.qdc")[0]) == len(before)
