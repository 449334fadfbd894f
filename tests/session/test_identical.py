"""The same edit at other places is found to the letter, and what was decided of one is given to others in one step."""

from collections.abc import Iterable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.applying import Given, decided_on
from workbench.errors import Cancelled
from workbench.identical import Twin, twins_elsewhere, twins_in, words_of
from workbench.model import LabelKind, Place
from workbench.session import Session
from workbench.snapshot import target_of
from workbench.spans import Span

QUOTE = (
    "“{number} keepers of the {side} lights will {be} relieved before the equinox, and the boat that carries their "
    "coal to Skerry Point has been ordered to wait at the pier,” the harbour office said."
)
WORDS = (
    ("Some 30", "north", "be"),
    ("Some 40", "north", "be"),
    ("Some 40", "south", "not be"),
    ("Some 400", "north", "not be"),
)


@pytest.fixture
def lights(session: Session, tmp_path: Path) -> Session:
    folder = tmp_path / "lights"
    folder.mkdir()
    own = ("Rain fell.", "A gull sat there.", "No bells rang.", "The tide was out.")
    for number, (words, alone) in enumerate(zip(WORDS, own, strict=True), start=1):
        text = QUOTE.format(number=words[0], side=words[1], be=words[2])
        (folder / f"{number}.txt").write_text(
            f"Lights\n\nPaper {number}\n\n{number} May 2031\n\n{alone}\n\n{text}\n", encoding="utf-8"
        )
    session.import_paths([folder])
    session.align()
    return session


def every_edit(session: Session) -> list[Twin]:
    snapshot = session.snapshot()
    (family,) = snapshot.families
    base, found = snapshot.base(family), []
    for witness in snapshot.others(family):
        one = session.comparison(family, base, witness)
        for edit in one.edits:
            target = target_of(edit, base.place, witness.place)
            found.append(Twin(family, base, witness, edit, target, "", ""))
    return found


def words_at(session: Session, twin: Twin) -> tuple[str, str]:
    texts = session.store.texts()
    sides = texts[twin.base.place.article_id], texts[twin.witness.place.article_id]
    return words_of(twin.edit.base.of(sides[0]), twin.edit.witness.of(sides[1]))


def found(session: Session, words: tuple[str, str], known: object = None) -> set[tuple[int, Span]]:
    snapshot = session.snapshot()
    extra = {"known": known} if known else {}
    twins = twins_elsewhere(snapshot, snapshot.families, session.store.texts(), words, **extra)
    assert all(words_at(session, twin) == words for twin in twins)
    return {(twin.target.place.article_id, twin.target.place.span) for twin in twins}


def test_numbers_names_and_negations_are_the_same_to_the_letter_only(lights: Session) -> None:
    said = {words_at(lights, twin) for twin in every_edit(lights)}
    assert {("30", "40"), ("30", "400"), ("north", "south")} <= said
    assert len(found(lights, ("30", "40"))) == 2
    assert len(found(lights, ("30", "400"))) == 1
    assert found(lights, ("30", "4")) == set()
    assert found(lights, ("North", "south")) == set()
    negation = next(words for words in said if "not" in words[1].split())
    assert len(found(lights, negation)) == 2


def test_known_edits_lead_to_the_same_places(lights: Session) -> None:
    spots: dict[tuple[Place, Place], set[tuple[Span, Span]]] = {}
    for twin in every_edit(lights):
        spots.setdefault((twin.base.place, twin.witness.place), set()).add((twin.edit.base, twin.edit.witness))
    for words in {words_at(lights, twin) for twin in every_edit(lights)}:
        assert found(lights, words, lambda base, witness: spots.get((base, witness), set())) == found(lights, words)


def test_the_edit_itself_is_not_among_them_and_words_around_are_its_own(lights: Session) -> None:
    edits = every_edit(lights)
    first = next(twin for twin in edits if words_at(lights, twin) == ("30", "40"))
    same = lights.comparison(first.family, first.base, first.witness)
    assert list(twins_in(same, ("30", "40"), first.target)) == []
    (twin,) = twins_in(same, ("30", "40"))
    assert twin.before.endswith("Some")
    assert twin.after.startswith("keepers of the")


@given(st.text(alphabet=" \t\n\u00a0ab"), st.text(alphabet=" \t\n\u00a0ab"))
def test_white_space_is_folded_and_nothing_else(base: str, witness: str) -> None:
    words = words_of(base, witness)
    if base.split() or witness.split():
        assert words == words_of(f" {base}\n", f"\t{witness} ")
        assert [side.split() for side in words] == [base.split(), witness.split()]
    else:
        assert words == (base, witness)


def test_a_search_that_is_stopped_stops(lights: Session) -> None:
    def stop(_stage: str, _done: int, _total: int) -> None:
        raise Cancelled

    with pytest.raises(Cancelled):
        twins_elsewhere(lights.snapshot(), lights.snapshot().families, lights.store.texts(), ("a", "b"), report=stop)


def pairs(twins: Iterable[Twin]) -> list[tuple[object, object]]:
    return [(twin.edit, twin.target) for twin in twins]


def test_all_is_given_in_one_step_and_taken_back_at_once(lights: Session) -> None:
    edits = every_edit(lights)
    code = lights.snapshot().codes[0]
    wanted = Given((code.id,), "Look here", (LabelKind.NUMBER,), reviewed=True)
    after = lights.apply(pairs(edits), wanted)
    assert {decided_on(after, twin.target) for twin in edits} == {wanted}
    assert after.undo_summary == f"Apply to {len(edits)} edits"
    assert lights.apply(pairs(edits), wanted) is after, "nothing is given twice"
    undone = lights.undo()
    assert (undone.tags, undone.notes, undone.rulings, undone.reviews) == ((), (), (), ())


def test_what_stands_there_stays_unless_it_is_to_be_replaced(lights: Session) -> None:
    first, second, *_ = every_edit(lights)
    lights.set_note(first.target, "mine")
    lights.rule(first.target, (LabelKind.NUMBER,), ())
    given = Given(note="theirs", labels=(LabelKind.DATE,))
    after = lights.apply(pairs([first, second]), given)
    assert after.undo_summary == "Apply to 1 edit"
    assert decided_on(after, first.target) == Given(note="mine", labels=())
    replaced = lights.apply(pairs([first]), Given(note="theirs", labels=(LabelKind.DATE,), replacing=True))
    assert decided_on(replaced, first.target) == given
    assert decided_on(lights.undo(), first.target) == Given(note="mine", labels=())
