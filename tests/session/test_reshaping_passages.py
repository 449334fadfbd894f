"""Passages extended, added and marked as boilerplate by hand; what was said of them goes along."""

from pathlib import Path

from tests.session.bridge import code
from tests.session.ferry_case import (
    OTHER,
    PAGES,
    case,
    import_page,
    model_case,
    names,
    place_of,
    shape,
    with_text,
    witness_of,
)
from workbench.model import Place, Target
from workbench.session import Session
from workbench.snapshot import target_of
from workbench.spans import Span

__all__ = ["case", "model_case"]


def test_what_was_said_of_a_whole_passage_goes_along_and_what_was_said_of_an_edit_stays(case: Session) -> None:
    snapshot = case.snapshot()
    family = with_text(snapshot, case, "night ferry")
    base, witness = snapshot.base(family), witness_of(snapshot, family, "dune")
    edit = target_of(case.comparison(family, base, witness).edits[0], base.place, witness.place)
    whole = Target(witness.place)
    case.toggle_tag(whole, code(case))
    case.set_note(whole, "the shortest of them")
    case.toggle_tag(edit, code(case, 2))
    case.review([edit, Target(witness.place, base.place)])
    case.say_source(witness, base)
    before = case.choose_base(family, witness)
    shorter = Span(witness.place.span.start, witness.place.span.end - len(" during the summer storms"))
    after = case.reshape(family, witness, shorter)
    now = Place(witness.place.article_id, shorter)
    assert {tag.target for tag in after.tags} == {edit, Target(now)}
    assert [(note.target, note.text) for note in after.notes] == [(Target(now), "the shortest of them")]
    assert after.reviewed == {edit, Target(now, base.place)}
    assert after.overrides == {now: base.place}
    assert [choice.place for choice in after.base_choices] == [now]
    assert after.undo_summary == "Trim a passage"
    undone = case.undo()
    assert (undone.tags, undone.notes, undone.overrides) == (before.tags, before.notes, before.overrides)
    assert shape(undone) == shape(before)


def test_notes_that_meet_become_one_text(case: Session) -> None:
    snapshot = case.snapshot()
    family = with_text(snapshot, case, "night ferry")
    witness = witness_of(snapshot, family, "dune")
    shorter = Span(witness.place.span.start, witness.place.span.end - len(" during the summer storms"))
    case.set_note(Target(witness.place), "on the whole")
    case.set_note(Target(Place(witness.place.article_id, shorter)), "on a part")
    for target in (Target(witness.place), Target(Place(witness.place.article_id, shorter))):
        case.toggle_tag(target, code(case))
    after = case.reshape(family, witness, shorter)
    assert sorted(after.notes[0].text.split("\n\n")) == ["on a part", "on the whole"]
    assert (len(after.notes), len(after.tags)) == (1, 1)
    assert (len(case.undo().notes), len(case.snapshot().tags)) == (2, 2)


def test_a_passage_is_extended_without_the_white_space_around_it(case: Session) -> None:
    family = with_text(case.snapshot(), case, "night ferry")
    witness = witness_of(case.snapshot(), family, "dune")
    text = case.store.texts()[witness.place.article_id]
    after = case.reshape(family, witness, Span(witness.place.span.start, text.index("More below")))
    (longer,) = (w for f in after.families for w in f.witnesses if w.place.article_id == witness.place.article_id)
    assert longer.place.span.of(text).endswith("storms.")
    assert case.reshape(after.family[after.families[0].id], longer, longer.place.span) is case.snapshot()


def test_a_passage_that_the_engine_missed_is_added(case: Session) -> None:
    place = place_of(case, "gull", "It will rain on the salt islands for some days")
    after = case.add_witness(with_text(case.snapshot(), case, "night ferry"), place)
    assert names(after) == [["bell", "crow", "dune", "gull"], ["bell", "elm", "fern"]]
    assert names(case.align()) == names(after)


def test_a_family_is_made_of_passages_and_grows_by_itself(case: Session, tmp_path: Path) -> None:
    made = case.add_family(
        [place_of(case, "gull", PAGES["gull"].split("\n\n")[1].strip()), place_of(case, "bell", OTHER)]
    )
    assert ["bell", "gull"] in names(made)
    after = import_page(case, tmp_path, "hall", f"Who signed?\n\nIn the morning we asked.\n\n{OTHER}\n")
    assert ["bell", "gull", "hall"] in names(after)


def test_boilerplate_is_marked_and_unmarked(case: Session) -> None:
    family = case.snapshot().families[0]
    marked = case.mark_boilerplate(family, True)
    (there,) = (one for one in marked.families if one.boilerplate)
    assert not any(one.boilerplate for one in case.mark_boilerplate(there, False).families)
    assert case.undo().family[there.id].boilerplate
