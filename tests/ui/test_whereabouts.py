"""Where one is in a case, and how that follows the case when it changes."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from tests.ui.by_hand import article, source
from ui.desktop.case.casework import CaseState
from ui.desktop.case.family_book import FamilyBook
from ui.desktop.case.whereabouts import Whereabouts
from ui.desktop.window import MainWindow
from workbench.comparison import Comparison
from workbench.model import BaseChoice, Edit, Family, Label, LabelKind, Place, Witness
from workbench.snapshot import Snapshot
from workbench.spans import Span

TEXT = "The council voted for the bridge on Monday."


class FakeSignal:
    """Enough of a signal for an object that only connects to it."""

    def __init__(self) -> None:
        self.heard: list[Callable[[], None]] = []

    def connect(self, slot: Callable[[], None]) -> None:
        self.heard.append(slot)

    def emit(self) -> None:
        for slot in self.heard:
            slot()


class HandCase:
    """A case whose comparisons come when the test says so."""

    def __init__(self, snapshot: Snapshot) -> None:
        self.opened, self.changed = FakeSignal(), FakeSignal()
        self.snapshot, self.book = snapshot, FamilyBook()
        self.asked: list[tuple[Family, Callable[[tuple[Comparison, ...]], None]]] = []

    def compare(self, family: Family, then: Callable[[tuple[Comparison, ...]], None]) -> None:
        self.asked.append((family, then))

    def answer(self) -> None:
        """Answer the last question."""
        family, then = self.asked[-1]
        base = self.snapshot.base(family)
        then(tuple(Comparison(family, base, w, TEXT, TEXT, EDITS) for w in self.snapshot.others(family)))

    def change(self, snapshot: Snapshot) -> None:
        self.snapshot = snapshot
        self.changed.emit()


STYLE = Edit(Span(0, 3), Span(0, 3), (Label(LabelKind.STYLE),))
EDITS = (STYLE, *(Edit(Span(k, k + 2), Span(k, k + 2), (Label(LabelKind.WORDING),)) for k in (4, 12, 18)))


def family(number: int, *articles: int) -> Family:
    return Family(number, tuple(Witness(number * 10 + k, Place(k, Span(0, 20 + number))) for k in articles))


@pytest.fixture
def case() -> HandCase:
    families = family(1, 1, 2, 3), family(2, 2, 3)
    dated = tuple(article(k, TEXT, iso=f"2019-03-{10 + k}") for k in (1, 2, 3))
    return HandCase(Snapshot(tuple(source(k) for k in (1, 2, 3)), dated, families, aligned=True))


@pytest.fixture
def where(case: HandCase) -> Whereabouts:
    made = Whereabouts(case)  # type: ignore[arg-type]
    made.set_order([1, 2])
    case.answer()
    return made


def test_the_first_family_of_the_list_is_taken_first(case: HandCase, where: Whereabouts) -> None:
    assert where.family is case.snapshot.families[0]
    assert [found.witness.place.article_id for found in where.comparisons] == [2, 3]


def test_one_begins_at_the_first_edit_that_is_more_than_style(where: Whereabouts) -> None:
    assert where.edit_number == 1
    assert where.edit is EDITS[1]


def test_without_comparisons_there_is_nothing_to_tag(case: HandCase) -> None:
    where = Whereabouts(case)  # type: ignore[arg-type]
    assert (where.comparison, where.edit, where.edit_target, where.witness_target) == (None, None, None, None)
    where.set_order([2])
    assert where.family is not None
    assert where.edit_target is None, "the comparisons are still on their way"


def test_a_target_is_made_of_both_places(where: Whereabouts) -> None:
    target = where.edit_target
    assert target is not None
    assert target.base is not None
    assert (target.place.article_id, target.base.article_id) == (2, 1)
    assert where.witness_target is not None
    assert where.witness_target.base is None


def test_steps_stop_at_the_ends(where: Whereabouts) -> None:
    said: list[str] = []
    where.told.connect(said.append)
    where.step_edit(1)
    where.step_edit(1)
    where.step_edit(1)
    assert where.edit_number == 3
    where.first_edit()
    where.step_edit(-1)
    assert where.edit_number == 0
    assert said == ["That was the last edit of this witness.", "This is the first edit."]


def test_a_step_to_another_witness_begins_at_its_first_edit(where: Whereabouts) -> None:
    where.last_edit()
    where.step_witness(1)
    assert (where.number, where.edit_number) == (1, 1)


def test_a_number_that_is_not_there_leads_nowhere(where: Whereabouts) -> None:
    where.go_to_witness(7)
    where.go_to_edit(99)
    where.go_to_family(99)
    assert (where.number, where.edit_number) == (0, 1)
    assert where.target(99) is None
    assert where.target(-1) is None


def test_going_to_the_same_family_asks_for_nothing(case: HandCase, where: Whereabouts) -> None:
    where.go_to_family(1)
    assert len(case.asked) == 1
    where.step_family(1)
    assert len(case.asked) == 2


def test_a_family_that_is_not_listed_is_left_for_the_first(where: Whereabouts) -> None:
    where.set_order([2])
    where.step_family(1)
    assert where.family is not None
    assert where.family.id == 2


def test_another_base_is_compared_and_the_witness_kept(case: HandCase, where: Whereabouts) -> None:
    where.step_witness(1)
    chosen = BaseChoice(case.snapshot.families[0].witnesses[1].place)
    case.change(replace(case.snapshot, base_choices=(chosen,)))
    case.answer()
    assert where.comparison is not None
    assert where.comparison.base.place.article_id == 2
    assert where.comparison.witness.place.article_id == 3


def test_a_witness_made_the_base_gives_way_to_the_former_base(case: HandCase, where: Whereabouts) -> None:
    chosen = BaseChoice(case.snapshot.families[0].witnesses[1].place)
    case.change(replace(case.snapshot, base_choices=(chosen,)))
    case.answer()
    assert where.comparison is not None
    assert where.comparison.witness.place.article_id == 1


def test_a_tag_moves_nothing(case: HandCase, where: Whereabouts) -> None:
    where.step_edit(1)
    case.change(replace(case.snapshot, undo_summary="Tag"))
    assert where.edit_number == 2
    assert len(case.asked) == 1


def test_after_a_new_alignment_one_is_where_the_same_witnesses_are(case: HandCase, where: Whereabouts) -> None:
    before = case.snapshot.families
    renumbered = tuple(Family(40 + k, one.witnesses) for k, one in enumerate(reversed(before)))
    case.change(replace(case.snapshot, families=renumbered))
    assert where.family is not None
    assert where.family.witnesses == before[0].witnesses


def test_a_new_alignment_leaves_the_edit_current_even_when_two_come_at_once(case: HandCase, where: Whereabouts) -> None:
    case.answer()
    where.step_witness(1)
    where.last_edit()
    at = where.comparison.witness.place, where.edit_number
    family = where.family
    for number in (91, 92):
        moved = replace(family, id=number)
        rest = tuple(one for one in case.snapshot.families if one.id not in (family.id, number - 1))
        case.snapshot = replace(case.snapshot, families=(moved, *rest))
        case.changed.emit()
    case.answer()
    assert (where.comparison.witness.place, where.edit_number) == at


def test_a_family_that_is_gone_is_left(case: HandCase, where: Whereabouts) -> None:
    case.change(replace(case.snapshot, families=()))
    assert where.family is None
    assert where.comparison is None
    where.set_order([])
    where.step_family(1)
    assert where.family is None


def test_another_case_begins_anew(case: HandCase, where: Whereabouts) -> None:
    case.opened.emit()
    assert where.family is None
    where.set_order([2])
    assert where.family is not None
    assert where.family.id == 2


def test_a_witness_without_edits_says_so(case: HandCase, where: Whereabouts) -> None:
    said: list[str] = []
    where.told.connect(said.append)
    where.comparisons = tuple(replace(found, edits=()) for found in where.comparisons)
    where.go_to_witness(0)
    assert where.edit_number == -1
    where.step_edit(1)
    assert said == ["This witness has no edits: it says the same as the base."]
    where.last_edit()
    assert where.edit_number == -1


def test_late_comparisons_of_a_family_one_has_left_are_not_shown(
    opened: MainWindow, settle: Callable[[], None]
) -> None:
    """The real road: a second request makes the first one stale."""
    family_now = opened.where.family
    assert family_now is not None
    got: list[str] = []
    opened.case.compare(family_now, lambda _: got.append("first"))
    opened.case.compare(family_now, lambda _: got.append("second"))
    settle()
    assert got == ["second"]


def test_the_state_of_a_case_is_whole(opened: MainWindow) -> None:
    state = opened.case.state
    assert isinstance(state, CaseState)
    assert set(state.texts) == {one.id for one in state.snapshot.articles}
    assert not state.read_only


def test_a_correction_of_the_family_leaves_one_at_the_edit_where_one_is(
    framed: MainWindow, settle: Callable[[], None]
) -> None:
    where = framed.where
    last, number = max((len(one.edits), n) for n, one in enumerate(where.comparisons))
    assert last > 1
    where.go_to_witness(number, last - 1)
    family, edit = where.family, where.edit
    assert family is not None
    assert edit is not None
    framed.case.decide(lambda session: session.mark_boilerplate(family, boilerplate=True))
    settle()
    assert where.family is not None
    assert where.family.by_hand
    assert where.edit is not None
    assert (where.number, where.edit.base, where.edit.witness) == (number, edit.base, edit.witness)
