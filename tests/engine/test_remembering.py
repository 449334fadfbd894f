"""What the engine knows is kept as bytes and comes back as it was; what is damaged counts as not known."""

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.engine.stories import QUOTE, filler, story
from workbench.engine.articles import EngineArticle
from workbench.engine.families import NOTHING_KNOWN, Known, known_of
from workbench.engine.remembering import recalled, remembered
from workbench.ports import Remembered

IDS = [3, 5, 9, 12]
ARTICLES = [EngineArticle(number, story(number, QUOTE + ".")) for number in IDS[:3]] + [EngineArticle(12, filler(1))]
SCORE = 7.2


@pytest.fixture(scope="module")
def known() -> Known:
    return known_of(ARTICLES)


@pytest.fixture(scope="module")
def kept(known: Known) -> Remembered:
    return remembered(known, IDS, SCORE)


def test_what_is_kept_comes_back_as_it_was(known: Known, kept: Remembered) -> None:
    back = recalled(kept, IDS, SCORE)
    assert back.families == known.families
    assert (back.found.root == known.found.root).all()
    assert (back.found.places.room_end == known.found.places.room_end).all()
    assert len(back.rows) == 4
    for one, other in zip(back.rows, known.rows, strict=True):
        assert all((a == b).all() for a, b in zip(one, other, strict=True))
    assert (back.passages.score == known.passages.score).all()
    assert (back.passages.b_end == known.passages.b_end).all()


def test_more_articles_go_on_from_what_came_back(kept: Remembered) -> None:
    more = [*ARTICLES, EngineArticle(20, story(20, QUOTE + "."))]
    ids = [article.id for article in more]
    assert known_of(more, recalled(kept, ids, SCORE)).families == known_of(more).families


@pytest.mark.parametrize("ids", [[3, 5, 9], [3, 5, 9, 13], [1, 3, 5, 9, 12], []])
def test_what_is_known_of_other_articles_is_not_used(kept: Remembered, ids: list[int]) -> None:
    assert recalled(kept, ids, SCORE) is NOTHING_KNOWN


def test_what_was_found_at_another_sensitivity_is_not_used(kept: Remembered) -> None:
    assert recalled(kept, IDS, 6.0) is NOTHING_KNOWN
    assert recalled(None, IDS, SCORE) is NOTHING_KNOWN


@pytest.mark.parametrize(
    "damage",
    [
        lambda kept: kept._replace(content=kept.content[:-8]),
        lambda kept: kept._replace(content=kept.content[:20]),
        lambda kept: kept._replace(content=b""),
        lambda kept: kept._replace(content=b"\xff" * len(kept.content)),
        lambda kept: kept._replace(rows={**kept.rows, 5: kept.rows[5][:-1]}),
        lambda kept: kept._replace(rows={**kept.rows, 9: b""}),
    ],
)
def test_what_is_damaged_counts_as_not_known(kept: Remembered, damage: Callable[[Remembered], Remembered]) -> None:
    assert recalled(damage(kept), IDS, SCORE) is NOTHING_KNOWN


@given(st.lists(st.text(max_size=80), max_size=5))
def test_any_texts_are_kept_and_come_back(texts: list[str]) -> None:
    articles = [EngineArticle(number, text) for number, text in enumerate(texts)]
    known = known_of(articles)
    ids = [article.id for article in articles]
    back = recalled(remembered(known, ids, SCORE), ids, SCORE)
    assert back.families == known.families
    assert known_of(articles, back).families == known.families
