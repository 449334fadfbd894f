"""Families that say nothing new are taken into the larger one."""

from workbench.engine.repeats import without_repeats
from workbench.model import Place
from workbench.ports import FoundFamily
from workbench.spans import Span


def family(*places: tuple[int, int, int], boilerplate: bool = False) -> FoundFamily:
    return FoundFamily(tuple(Place(article, Span(start, end)) for article, start, end in places), boilerplate)


LARGE = family((1, 0, 100), (2, 0, 100), (3, 0, 100), (4, 0, 100))


def test_a_family_whose_witnesses_all_stand_in_a_larger_one_is_dropped() -> None:
    assert without_repeats([LARGE, family((1, 0, 90), (2, 5, 100))]) == [LARGE]


def test_so_is_one_of_short_pieces_when_all_of_them_stand_there() -> None:
    assert without_repeats([LARGE, family((1, 80, 100), (2, 80, 100))]) == [LARGE]


def test_a_short_one_with_a_witness_elsewhere_stays() -> None:
    small = family((1, 80, 100), (2, 80, 100), (9, 0, 20))
    assert without_repeats([LARGE, small]) == [LARGE, small]


def test_most_of_the_same_passages_bring_the_others_along() -> None:
    (found,) = without_repeats([LARGE, family((1, 0, 90), (2, 0, 90), (3, 0, 90), (9, 0, 90))])
    assert found.places == (*LARGE.places, Place(9, Span(0, 90)))


def test_the_longer_one_of_two_witnesses_of_an_article_stays() -> None:
    (found,) = without_repeats([LARGE, family((1, 0, 90), (2, 0, 90), (3, 0, 90), (4, 0, 130))])
    assert found.places == (*LARGE.places[:3], Place(4, Span(0, 130)))


def test_families_that_only_overlap_stay_apart() -> None:
    other = family((1, 0, 90), (2, 0, 90), (3, 0, 90), (4, 60, 160))
    assert without_repeats([LARGE, other]) == [LARGE, other]


def test_boilerplate_and_passages_are_told_apart() -> None:
    furniture = family((1, 0, 90), (2, 0, 90), boilerplate=True)
    assert without_repeats([LARGE, furniture]) == [LARGE, furniture]


def test_nothing_comes_of_nothing() -> None:
    assert without_repeats([]) == []
