"""Both sides are scrolled along what they share: what belongs together meets at one height of the window."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ui.desktop.sides.scroll_map import Extent, ScrollMap, with_leads

ROOM = 600.0
BASE, WITNESS = Extent(9_000, ROOM), Extent(5_000, ROOM)
PASSAGE = ((4_000.0, 1_000.0), (4_800.0, 1_800.0))


def scrolled(passages: list[tuple[tuple[float, float], tuple[float, float]]]) -> ScrollMap:
    return ScrollMap(with_leads(passages, BASE, WITNESS), BASE, WITNESS)


@pytest.mark.parametrize("at", [0.0, 150.0, 400.0, 800.0])
def test_within_the_passage_both_sides_are_level(at: float) -> None:
    found = scrolled([PASSAGE])
    assert found.other(0, 4_000 + at - ROOM / 3, 0) == pytest.approx(1_000 + at - ROOM / 3)
    assert found.other(1, 1_000 + at - ROOM / 3, 0) == pytest.approx(4_000 + at - ROOM / 3)


def test_a_little_before_and_after_the_passage_too() -> None:
    found = scrolled([PASSAGE])
    for base in (4_000 - 250, 4_800 + 250):
        assert found.other(0, base - ROOM / 3, 0) == pytest.approx(base - 3_000 - ROOM / 3)


def test_each_of_several_passages_is_met_at_the_line_one_looks_at() -> None:
    second = ((7_000.0, 2_600.0), (7_200.0, 2_900.0))
    found = scrolled([PASSAGE, second])
    for base, witness in (*PASSAGE, *second):
        assert found.other(0, base - ROOM / 3, 0) == pytest.approx(witness - ROOM / 3)


def test_both_begin_and_end_together() -> None:
    found = scrolled([PASSAGE])
    assert found.other(0, 0, 0) == 0
    assert found.other(0, BASE.most, 0) == pytest.approx(WITNESS.most)
    assert found.other(1, WITNESS.most, BASE.most) == pytest.approx(BASE.most)


def test_a_passage_near_the_beginning_of_one_text_is_level_all_the_same() -> None:
    found = scrolled([((50.0, 3_000.0), (150.0, 3_100.0))])
    assert found.other(1, 2_950, 0) == pytest.approx(0)
    assert found.other(0, 0, 2_950) == pytest.approx(2_950), "the other side stays where the passage is level"


@pytest.mark.parametrize("end", [4_400.4, 4_399.6])
def test_at_the_end_of_one_text_the_other_stays_where_its_passage_is(end: float) -> None:
    base, witness = Extent(9_000, ROOM), Extent(end + ROOM, ROOM)
    passage = ((4_000.0, end + ROOM - 100), (4_090.0, end + ROOM - 10))
    found = ScrollMap(with_leads([passage], base, witness), base, witness)
    for rounded in (4_400.0, end):
        assert found.other(1, rounded, 3_500.0) == pytest.approx(3_500, abs=2)


def test_a_text_that_fits_its_view_is_never_scrolled() -> None:
    short = Extent(300, ROOM)
    found = ScrollMap(with_leads([((100.0, 2_000.0), (200.0, 2_100.0))], short, WITNESS), short, WITNESS)
    assert {found.other(1, float(value), 0) for value in range(0, 4_400, 100)} == {0.0}


HEIGHTS = st.floats(1, 20_000)


@given(st.lists(st.tuples(HEIGHTS, HEIGHTS), max_size=8), HEIGHTS, HEIGHTS, st.floats(50, 2_000))
def test_scrolling_on_never_takes_the_other_side_back(
    places: list[tuple[float, float]], base: float, witness: float, room: float
) -> None:
    extents = Extent(base, room), Extent(witness, room)
    knots = list(zip(sorted(b for b, _ in places), sorted(w for _, w in places), strict=True))
    found = ScrollMap(with_leads([(knot, knot) for knot in knots], *extents), *extents)
    for side in (0, 1):
        now, last = 0.0, -1.0
        for step in range(21):
            now = found.other(side, extents[side].most * step / 20, now)
            assert -0.01 <= now <= extents[1 - side].most + 0.01
            assert now >= last - 0.01
            last = now
