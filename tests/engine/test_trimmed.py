"""A sentence and its halves are one family, wherever they were grouped; a sentence of its own is not."""

from collections.abc import Sequence

from tests.engine.familiar import Told, families_of, family, found
from workbench.engine.trimmed import with_trimmed


def united(*families: Told) -> list[Sequence[int]]:
    """The articles of each family."""
    return sorted([article for article, _, _ in each] for each in families_of(with_trimmed(found(*families))))


LONG = family((1, 0, 100), (2, 0, 100), (3, 0, 100))


def test_the_first_half_that_another_outlet_kept_joins_the_sentence() -> None:
    assert united(LONG, family((1, 0, 60), (2, 0, 60), (3, 0, 60), (4, 10, 70))) == [[1, 2, 3, 4]]


def test_the_whole_sentence_stays_the_witness_where_both_stand() -> None:
    half = family((1, 0, 60), (2, 0, 60), (4, 10, 70))
    assert families_of(with_trimmed(found(LONG, half))) == [[*LONG.places, (4, 10, 70)]]


def test_a_sentence_of_its_own_inside_a_longer_passage_stays_apart() -> None:
    sentence = family((1, 0, 60), (2, 0, 60), (4, 10, 70), room=(0, 60))
    assert united(LONG, sentence) == [[1, 2, 3], [1, 2, 4]]


def test_a_small_part_stays_apart() -> None:
    assert united(LONG, family((1, 0, 40), (2, 0, 40), (3, 0, 40), (4, 0, 40))) == [[1, 2, 3], [1, 2, 3, 4]]


def test_a_half_that_few_of_the_sentences_share_stays_apart() -> None:
    assert united(LONG, family((1, 0, 60), (4, 0, 60), (5, 0, 60))) == [[1, 2, 3], [1, 4, 5]]


def test_boilerplate_is_not_united_with_passages() -> None:
    half = family((1, 0, 60), (2, 0, 60), (3, 0, 60), (4, 0, 60), boilerplate=True)
    assert united(LONG, half) == [[1, 2, 3], [1, 2, 3, 4]]


def test_nothing_comes_of_nothing() -> None:
    assert families_of(with_trimmed(found())) == []


def test_no_chain_of_ever_shorter_renderings_is_united() -> None:
    half = family((1, 0, 60), (2, 0, 60), (3, 0, 60), (4, 0, 60))
    third = family((1, 0, 34), (2, 0, 34), (3, 0, 34), (4, 0, 34), (5, 0, 34))
    assert united(LONG, half, third) == [[1, 2, 3, 4], [1, 2, 3, 4, 5]]


def test_a_place_that_lies_half_in_a_witness_keeps_two_families_apart() -> None:
    across = family((1, 0, 60), (2, 0, 60), (3, 70, 130))
    assert united(LONG, across) == [[1, 2, 3], [1, 2, 3]]
