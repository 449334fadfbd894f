"""Families that say nothing new are taken into the larger one."""

from tests.engine.familiar import Row, Told, families_of, family, found
from workbench.engine.repeats import without_repeats


def left(*families: Told) -> list[list[Row]]:
    """The places of the families that are left."""
    return families_of(without_repeats(found(*families)))


LARGE = family((1, 0, 100), (2, 0, 100), (3, 0, 100), (4, 0, 100))


def test_a_family_whose_witnesses_all_stand_in_a_larger_one_is_dropped() -> None:
    assert left(LARGE, family((1, 0, 90), (2, 5, 100))) == [[*LARGE.places]]


def test_so_is_one_of_short_pieces_when_all_of_them_stand_there() -> None:
    assert left(LARGE, family((1, 80, 100), (2, 80, 100))) == [[*LARGE.places]]


def test_a_short_one_with_a_witness_elsewhere_stays() -> None:
    small = family((1, 80, 100), (2, 80, 100), (9, 0, 20))
    assert left(LARGE, small) == [[*LARGE.places], [*small.places]]


def test_most_of_the_same_passages_bring_the_others_along() -> None:
    (together,) = left(LARGE, family((1, 0, 90), (2, 0, 90), (3, 0, 90), (9, 0, 90)))
    assert together == [*LARGE.places, (9, 0, 90)]


def test_the_longer_one_of_two_witnesses_of_an_article_stays() -> None:
    (together,) = left(LARGE, family((1, 0, 90), (2, 0, 90), (3, 0, 90), (4, 0, 130)))
    assert together == [*LARGE.places[:3], (4, 0, 130)]


def test_families_that_only_overlap_stay_apart() -> None:
    other = family((1, 0, 90), (2, 0, 90), (3, 0, 90), (4, 60, 160))
    assert left(LARGE, other) == [[*LARGE.places], [*other.places]]


def test_boilerplate_and_passages_are_told_apart() -> None:
    furniture = family((1, 0, 90), (2, 0, 90), boilerplate=True)
    assert left(LARGE, furniture) == [[*LARGE.places], [*furniture.places]]


def test_nothing_comes_of_nothing() -> None:
    assert left() == []
