"""A sentence and its halves are one family, wherever they were grouped; a sentence of its own is not."""

from collections.abc import Sequence

from workbench.engine.trimmed import Roomy, with_trimmed
from workbench.model import Place
from workbench.ports import FoundFamily
from workbench.spans import Span

ROOM = Span(0, 100)
"""The sentence that all these passages stand in."""


def family(*places: tuple[int, int, int], room: Span = ROOM, boilerplate: bool = False) -> Roomy:
    """A family of places, each an article with start and end."""
    told = tuple(Place(article, Span(start, end)) for article, start, end in places)
    return Roomy(FoundFamily(told, boilerplate), tuple(room for _ in told))


def united(*families: Roomy) -> list[Sequence[int]]:
    """The articles of each family."""
    return sorted([place.article_id for place in each.places] for each in with_trimmed(families))


LONG = family((1, 0, 100), (2, 0, 100), (3, 0, 100))


def test_the_first_half_that_another_outlet_kept_joins_the_sentence() -> None:
    assert united(LONG, family((1, 0, 60), (2, 0, 60), (3, 0, 60), (4, 10, 70))) == [[1, 2, 3, 4]]


def test_the_whole_sentence_stays_the_witness_where_both_stand() -> None:
    (found,) = with_trimmed([LONG, family((1, 0, 60), (2, 0, 60), (4, 10, 70))])
    assert found.places == (*LONG.family.places, Place(4, Span(10, 70)))


def test_a_sentence_of_its_own_inside_a_longer_passage_stays_apart() -> None:
    sentence = family((1, 0, 60), (2, 0, 60), (4, 10, 70), room=Span(0, 60))
    assert united(LONG, sentence) == [[1, 2, 3], [1, 2, 4]]


def test_a_small_part_stays_apart() -> None:
    assert united(LONG, family((1, 0, 40), (2, 0, 40), (3, 0, 40), (4, 0, 40))) == [[1, 2, 3], [1, 2, 3, 4]]


def test_a_half_that_few_of_the_sentences_share_stays_apart() -> None:
    assert united(LONG, family((1, 0, 60), (4, 0, 60), (5, 0, 60))) == [[1, 2, 3], [1, 4, 5]]


def test_boilerplate_is_not_united_with_passages() -> None:
    half = family((1, 0, 60), (2, 0, 60), (3, 0, 60), (4, 0, 60), boilerplate=True)
    assert united(LONG, half) == [[1, 2, 3], [1, 2, 3, 4]]


def test_nothing_comes_of_nothing() -> None:
    assert with_trimmed([]) == []
