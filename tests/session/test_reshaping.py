"""Families joined, split, taken out and dismissed in a real case: kept and taken back."""

import shutil
from collections.abc import Callable
from contextlib import closing, suppress
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from db.casefile import open_case
from tests.session.bridge import code
from tests.session.ferry_case import (
    CRANES,
    FERRY,
    LATE,
    OTHER,
    case,
    import_page,
    model_case,
    name_of,
    names,
    place_of,
    shape,
    with_text,
    witness_of,
)
from workbench.errors import UserError
from workbench.model import Target
from workbench.session import Session
from workbench.settings import Sensitivity, Settings
from workbench.spans import Span

__all__ = ["case", "model_case"]


def test_the_case_has_two_families(case: Session) -> None:
    assert names(case.snapshot()) == [["bell", "crow", "dune"], ["bell", "elm", "fern"]]


def test_families_are_joined_and_parted_again(case: Session) -> None:
    before = case.snapshot()
    after = case.join(before.families)
    assert names(after) == [["bell", "bell", "crow", "dune", "elm", "fern"]]
    assert after.undo_summary == "Join 2 families"
    assert shape(case.undo()) == shape(before)
    assert names(case.redo()) == names(after)


def test_what_was_joined_can_be_split_and_joined_again(case: Session) -> None:
    joined = case.join(case.snapshot().families).families[0]
    parted = case.split(joined, [one for one in joined.witnesses if name_of(case.snapshot(), one.place) != "bell"][:2])
    assert sorted(map(len, names(parted))) == [2, 4]
    again = case.join(parted.families)
    assert len(again.families) == 1
    assert len(again.corrections) == 1, "nothing is left of corrections that became one"


def test_halves_of_one_passage_become_one_when_joined(case: Session) -> None:
    gap = FERRY.index(" ", 50)
    cut = FERRY.index(" ", gap + 20)
    family = with_text(case.snapshot(), case, "salt islands will")
    case.dismiss(family)
    first, second = (
        [place_of(case, name, half) for name in ("bell", "crow")] for half in (FERRY[:gap], FERRY[gap + 1 : cut])
    )
    one = case.add_family(first)
    tagged = case.toggle_tag(Target(first[0]), code(case))
    two = case.add_family(second)
    made = [family for family in two.families if family.id < 0]
    assert len(made) == len(one.by_hand) + 1
    joined = case.join(made)
    (whole,) = (family for family in joined.families if family.id < 0)
    assert [len(witness.place.span) for witness in whole.witnesses] == [cut, cut]
    assert tagged.tags[0].target != joined.tags[0].target == Target(whole.witnesses[0].place)


def test_one_witness_split_off_is_taken_out(case: Session) -> None:
    family = with_text(case.snapshot(), case, "night ferry")
    after = case.split(family, [witness_of(case.snapshot(), family, "dune")])
    assert names(after) == [["bell", "crow"], ["bell", "elm", "fern"]]
    assert after.undo_summary == "Take a witness out"


def test_an_article_added_later_joins_the_part_of_a_split_family_that_it_resembles(
    case: Session, tmp_path: Path
) -> None:
    five = CRANES.replace("Four new cranes", "Five rusty cranes").replace("inspectors", "engineers")
    many = import_page(case, tmp_path, "heron", f"Rust\n\nThey came by sea.\n\n{five}, one hears.\n")
    family = with_text(many, case, "Five rusty cranes")
    snapshot = case.take_out(family, witness_of(many, family, "elm"))
    snapshot = import_page(case, tmp_path, "ibis", f"More rust\n\nBy sea they came.\n\n{five}, all say.\n")
    family = with_text(snapshot, case, "Five rusty cranes")
    case.split(family, [witness_of(snapshot, family, name) for name in ("heron", "ibis")])
    parts = [["bell", "crow", "dune"], ["bell", "fern"], ["heron", "ibis"]]
    assert sorted(names(case.snapshot())) == parts
    late = f"Rust again\n\nNobody asked.\n\n{five.replace('Oldhaven', 'Newhaven')}, it says.\n"
    assert sorted(names(import_page(case, tmp_path, "jay", late))) == [*parts[:2], ["heron", "ibis", "jay"]]
    late = f"Four\n\nNobody knew.\n\n{CRANES.replace('new', 'big')}, it says.\n"
    after = sorted(names(import_page(case, tmp_path, "kite", late)))
    assert after == [parts[0], ["bell", "fern", "kite"], ["heron", "ibis", "jay"]]


def test_a_witness_taken_out_stays_out_when_more_is_imported(case: Session, tmp_path: Path) -> None:
    family = with_text(case.snapshot(), case, "night ferry")
    case.take_out(family, witness_of(case.snapshot(), family, "dune"))
    assert names(case.align()) == [["bell", "crow"], ["bell", "elm", "fern"]]
    after = import_page(case, tmp_path, "late", LATE)
    assert names(after) == [["bell", "crow", "late"], ["bell", "elm", "fern"]]
    assert names(case.undo()) == [["bell", "crow", "dune", "late"], ["bell", "elm", "fern"]]


def test_a_dismissed_family_stays_away_when_more_is_imported_and_comes_back_whole(
    case: Session, tmp_path: Path
) -> None:
    family = with_text(case.snapshot(), case, "night ferry")
    thinned = case.take_out(family, witness_of(case.snapshot(), family, "dune"))
    gone = case.dismiss(with_text(thinned, case, "night ferry"))
    assert names(gone) == [["bell", "elm", "fern"]]
    assert names(import_page(case, tmp_path, "late", LATE)) == [["bell", "elm", "fern"]]
    (dismissed,) = case.snapshot().dismissed
    assert {name_of(case.snapshot(), place) for place in dismissed.settled} == {"bell", "crow"}
    back = case.bring_back([dismissed])
    assert names(back) == [["bell", "crow", "late"], ["bell", "elm", "fern"]], "what was taken out before stays out"
    assert back.dismissed == ()
    with pytest.raises(UserError, match="meanwhile"):
        case.bring_back([dismissed])


def test_several_dismissed_families_come_back_in_one_step(case: Session) -> None:
    before = case.snapshot()
    for family in before.families:
        case.dismiss(family)
    gone = case.snapshot().dismissed
    steps = len(case.store.history())
    back = case.bring_back(gone)
    assert back.families == before.families
    assert back.undo_summary == "Bring 2 families back"
    assert len(case.store.history()) == steps + 1
    assert case.undo().families == ()
    case.bring_back(gone[:1])
    with pytest.raises(UserError, match="One of these families was brought back meanwhile"):
        case.bring_back(gone)


def test_of_dismissed_families_the_one_whose_passages_are_taken_is_named_and_none_comes_back(case: Session) -> None:
    ferry = with_text(case.snapshot(), case, "night ferry")
    places = [witness.place for witness in ferry.witnesses]
    for family in case.snapshot().families:
        case.dismiss(family)
    gone = case.snapshot().dismissed
    case.add_family(places)
    before = case.snapshot()
    with pytest.raises(UserError, match=r"Another family has “[^”]*night ferry[^”]*” by now: dismiss that one first"):
        case.bring_back(gone)
    assert case.snapshot() is before


@pytest.mark.parametrize("wanted", [Settings(Sensitivity.SENSITIVE), Settings(days=0), Settings(shortest=60)])
def test_other_settings_leave_a_corrected_family_as_it_is(case: Session, wanted: Settings) -> None:
    joined = case.join(case.snapshot().families).families
    case.change_settings(wanted)
    after = case.align().families
    assert [family.witnesses for family in after if family.id < 0] == [family.witnesses for family in joined]
    assert {p for f in after if f.id > 0 for p in f.witnesses} == set(), "and nothing of it stands beside it"


choices = st.lists(
    st.tuples(st.sampled_from("jstrxdbaf"), st.integers(0, 9), st.integers(0, 9)), min_size=1, max_size=7
)


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(choices)
def test_any_corrections_stand_after_a_new_alignment_and_undone_give_the_families_as_found(
    model_case: Path, tmp_path_factory: pytest.TempPathFactory, taken: list[tuple[str, int, int]]
) -> None:
    path = Path(shutil.copy(model_case, tmp_path_factory.mktemp("any")))
    with closing(Session(open_case(path))) as case:
        found = case.snapshot().families
        case.toggle_tag(Target(found[0].witnesses[0].place), code(case))
        for what, one, two in taken:
            _try(case, what, one, two)
        corrected = case.snapshot()
        places = [witness.place for family in corrected.families for witness in family.witnesses]
        assert len(places) == len(set(places))
        assert shape(case.align()) == shape(corrected)
        done = len(case.store.history())
        for _ in range(done - 1):
            case.undo()
        assert case.snapshot().corrections == ()
        assert shape(case.snapshot()) == {frozenset(w.place for w in family.witnesses) for family in found}
        for _ in range(done - 1):
            case.redo()
        assert shape(case.snapshot()) == shape(corrected)


def _try(case: Session, what: str, one: int, two: int) -> None:
    """One correction, on whatever there is; what makes no sense is refused and changes nothing."""
    snapshot, history = case.snapshot(), case.store.history()
    with suppress(UserError):
        _correct(case, what, one, two)
        return
    assert case.snapshot() is snapshot
    assert case.store.history() == history


def _correct(case: Session, what: str, one: int, two: int) -> None:
    snapshot = case.snapshot()
    free = place_of(case, "gull", "It will rain"), place_of(case, "bell", OTHER)
    if what == "b" and snapshot.dismissed:
        case.bring_back(snapshot.dismissed[one % 2 :])
    if what == "f":
        case.add_family(free)
    if what in "bf" or not snapshot.families:
        return
    family = snapshot.families[one % len(snapshot.families)]
    witness = family.witnesses[two % len(family.witnesses)]
    start, end = witness.place.span.start, witness.place.span.end
    acts: dict[str, Callable[[], object]] = {
        "j": lambda: case.join(snapshot.families[: 2 + one % 2]),
        "s": lambda: case.split(family, family.witnesses[two % 3 :: 2]),
        "t": lambda: case.take_out(family, witness),
        "r": lambda: case.reshape(family, witness, Span(start, max(start, end + two - 4))),
        "x": lambda: case.reshape(family, witness, Span(start, (start + end) // 2)),
        "d": lambda: case.dismiss(family),
        "a": lambda: case.add_witness(family, free[two % 2]),
    }
    acts[what]()
