"""Families joined, split, extended, trimmed, added and dismissed in a real case: kept, taken back, refused."""

import shutil
from collections.abc import Callable, Iterator
from contextlib import closing, suppress
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from db.casefile import open_case
from tests.session.bridge import code
from ui.why import why_parts
from workbench.errors import UserError
from workbench.model import Family, Place, Target, Witness
from workbench.session import Session
from workbench.settings import Sensitivity, Settings
from workbench.snapshot import Snapshot, target_of
from workbench.spans import Span

FERRY = (
    "The night ferry between Marrow Point and the salt islands will stop running in October because its engine room "
    "was flooded twice during the summer storms"
)
CRANES = (
    "Four new cranes from the shipyard at Oldhaven were delivered without the brakes that the harbour inspectors had "
    "asked for in writing last winter"
)
OTHER = "Nobody in the town hall wanted to say who had signed the papers for the brakes of those cranes."
PAGES = {
    "bell": (
        f"Ferry to stop\n\nIslanders are worried.\n\n{FERRY}, the company said.\n\n"
        f"Not all believed it.\n\n{CRANES}, it was told.\n\n{OTHER}"
    ),
    "crow": f"No boat at night\n\nA long season ends.\n\n{FERRY.replace('twice', 'two times')}, it is said.\n",
    "dune": f"Dark crossing\n\nWhat will the bakers do?\n\n{FERRY.replace('will stop', 'is to stop')}.\n\nMore below.",
    "elm": f"Cranes arrive\n\nThey are tall and red.\n\n{CRANES.replace('Four', 'Five')}, we hear.\n",
    "fern": f"Brakes missing\n\nA letter tells of it.\n\n{CRANES.replace('last winter', 'in January')}.\n",
    "gull": "Weather\n\nIt will rain on the salt islands for some days and then no more until the week after.\n",
}


@pytest.fixture(scope="module")
def model_case(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("ferry")
    for name, text in PAGES.items():
        (folder / f"{name}.txt").write_text(text, encoding="utf-8")
    with closing(Session(open_case(folder / "ferry.variorum", create=True))) as session:
        session.import_paths([folder / f"{name}.txt" for name in PAGES])
        session.align()
    return folder / "ferry.variorum"


@pytest.fixture
def case(model_case: Path, tmp_path: Path) -> Iterator[Session]:
    with closing(Session(open_case(Path(shutil.copy(model_case, tmp_path))))) as session:
        yield session


def with_text(snapshot: Snapshot, session: Session, words: str) -> Family:
    """The one family whose first witness has these words."""
    texts = session.store.texts()
    (found,) = (
        one
        for one in snapshot.families
        if any(words in witness.place.span.of(texts[witness.place.article_id]) for witness in one.witnesses)
    )
    return found


def name_of(snapshot: Snapshot, place: Place) -> str:
    return snapshot.source[snapshot.article[place.article_id].source_id].name.removesuffix(".txt")


def shape(snapshot: Snapshot) -> set[frozenset[Place]]:
    return {frozenset(witness.place for witness in family.witnesses) for family in snapshot.families}


def names(snapshot: Snapshot) -> list[list[str]]:
    return sorted(sorted(name_of(snapshot, w.place) for w in family.witnesses) for family in snapshot.families)


def witness_of(snapshot: Snapshot, family: Family, name: str) -> Witness:
    (found,) = (one for one in family.witnesses if name_of(snapshot, one.place) == name)
    return found


def place_of(session: Session, name: str, words: str) -> Place:
    snapshot = session.snapshot()
    (article,) = (one for one in snapshot.articles if name_of(snapshot, Place(one.id, Span(0, 0))) == name)
    start = session.store.texts()[article.id].index(words)
    return Place(article.id, Span(start, start + len(words)))


def import_page(session: Session, folder: Path, name: str, text: str) -> Snapshot:
    (folder / f"{name}.txt").write_text(text, encoding="utf-8")
    session.import_paths([folder / f"{name}.txt"])
    return session.align()


LATE = f"Late ferry news\n\nThe harbour bell rang.\n\n{FERRY.replace('October', 'autumn')}, a cook said.\n"


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


@pytest.mark.parametrize(
    ("act", "said"),
    [
        (lambda case, family: case.join([family, family]), "two families or more"),
        (lambda case, family: case.split(family, family.witnesses), "all of its witnesses"),
        (lambda case, family: case.split(family, family.witnesses[1:]), "all but one"),
        (lambda case, family: case.split(family, []), "Choose the witnesses"),
        (lambda case, family: case.reshape(family, family.witnesses[0], Span(0, 10**6)), "beyond the end"),
        (lambda case, family: case.reshape(family, family.witnesses[0], Span(13, 15)), "no word"),
        (lambda case, family: case.add_witness(family, family.witnesses[0].place), "in the family already"),
        (
            lambda case, family: case.add_witness(family, case.snapshot().families[1].witnesses[1].place),
            "Another family",
        ),
        (lambda case, family: case.add_witness(family, Place(999, Span(0, 5))), "not in the case"),
        (lambda case, family: case.add_family([family.witnesses[0].place]), "two passages or more"),
        (lambda case, family: case.add_family([w.place for w in family.witnesses]), "Another family"),
        (
            lambda case, family: case.add_family(
                [place_of(case, "gull", "It will rain"), place_of(case, "gull", "rain on")]
            ),
            "cannot overlap",
        ),
    ],
)
def test_what_makes_no_sense_is_refused_in_a_sentence(
    case: Session, act: Callable[[Session, Family], object], said: str
) -> None:
    before = case.snapshot()
    with pytest.raises(UserError, match=said) as told:
        act(case, with_text(before, case, "night ferry"))
    assert str(told.value).endswith(".")
    assert case.snapshot() is before
    assert case.store.history() == ()


def test_the_last_but_one_witness_stays(case: Session) -> None:
    family = with_text(case.snapshot(), case, "night ferry")
    after = case.take_out(family, family.witnesses[2])
    family = with_text(after, case, "night ferry")
    with pytest.raises(UserError, match="two witnesses or more"):
        case.take_out(family, family.witnesses[0])


def test_extending_into_another_witness_of_the_family_is_refused(case: Session) -> None:
    (joined,) = case.join(case.snapshot().families).families
    one, two = (w for w in joined.witnesses if name_of(case.snapshot(), w.place) == "bell")
    with pytest.raises(UserError, match="cannot overlap"):
        case.reshape(joined, one, Span(one.place.span.start, two.place.span.start + 9))


def test_a_stale_correction_is_refused_and_changes_nothing(case: Session) -> None:
    seen = with_text(case.snapshot(), case, "night ferry")
    with closing(Session(open_case(case.store.path))) as other:
        other.take_out(seen, seen.witnesses[2])
    acts: tuple[Callable[[], object], ...] = (
        lambda: case.dismiss(seen),
        lambda: case.take_out(seen, seen.witnesses[1]),
        lambda: case.join([seen, case.snapshot().families[1]]),
        lambda: case.mark_boilerplate(seen, True),
    )
    for act in acts:
        with pytest.raises(UserError, match="changed since it was shown"):
            act()
    assert len(case.store.history()) == 1


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
