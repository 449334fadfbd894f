"""Corrections that make no sense, or come too late, are refused in a sentence."""

from collections.abc import Callable
from contextlib import closing

import pytest

from db.casefile import open_case
from tests.session.ferry_case import case, model_case, name_of, place_of, with_text
from workbench.errors import UserError
from workbench.model import Family, Place
from workbench.session import Session
from workbench.spans import Span

__all__ = ["case", "model_case"]


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
