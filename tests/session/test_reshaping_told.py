"""What is known of a corrected family later: after the session, in its history, in why it was found."""

from contextlib import closing

from db.casefile import open_case
from tests.session.ferry_case import OTHER, case, model_case, place_of, shape, with_text, witness_of
from ui.why import why_parts
from workbench.session import Session

__all__ = ["case", "model_case"]


def test_corrections_outlive_the_session_and_are_undone_in_the_next(case: Session) -> None:
    before = shape(case.snapshot())
    case.join(case.snapshot().families)
    with closing(Session(open_case(case.store.path))) as later:
        assert len(later.snapshot().families) == 1
        assert shape(later.undo()) == before


def test_the_history_of_a_family_is_known(case: Session) -> None:
    family = with_text(case.snapshot(), case, "night ferry")
    case.take_out(family, family.witnesses[2])
    case.join(case.snapshot().families)
    (made,) = case.snapshot().by_hand.values()
    assert [step.summary for step in made.steps] == ["Take a witness out", "Join 2 families"]
    assert len(made.found) == 2
    case.undo()
    assert [[step.summary for step in one.steps] for one in case.snapshot().by_hand.values()] == [
        ["Take a witness out"]
    ]


def test_why_a_family_was_found_says_that_a_person_changed_it(case: Session) -> None:
    family = with_text(case.snapshot(), case, "night ferry")
    after = case.take_out(family, witness_of(case.snapshot(), family, "dune"))
    family = with_text(after, case, "night ferry")
    opening = why_parts(after, family, (), case.store.texts())[0].lines
    assert opening[0].startswith("Corrected by hand on ")
    outlet = after.article[place_of(case, "dune", "Dark").article_id].outlet
    assert f"had found a family of 3 witnesses here; not in this family by hand: {outlet}" in opening[0]
    assert opening[1].endswith("UTC: Take a witness out.")
    place = place_of(case, "gull", "It will rain"), place_of(case, "bell", OTHER)
    made = case.add_family(place)
    (unfound,) = (number for number, one in made.by_hand.items() if not one.found)
    told = why_parts(made, made.family[unfound], (), case.store.texts())
    assert "Made by hand on " in told[0].lines[0]
    assert told[0].lines[0].endswith("the program had found no family here.")


def test_numbers_are_never_used_again_and_fit_the_file(case: Session) -> None:
    family = with_text(case.snapshot(), case, "night ferry")
    first = case.dismiss(family).dismissed[0].number
    case.undo()
    second = case.dismiss(family).dismissed[0].number
    assert second >= first > 10**12
    case.undo()
    (joined,) = case.join(case.snapshot().families).families
    made = case.split(joined, joined.witnesses[:3])
    assert len({abs(witness.id) for one in made.families for witness in one.witnesses}) == 6
    assert all(abs(witness.id) < 2**62 for one in made.families for witness in one.witnesses)
