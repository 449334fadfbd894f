"""The generated sets are what they are said to be."""

import json
from collections import Counter
from itertools import islice
from pathlib import Path

import pytest

from tests.benchmarks.generator import FURNITURE, Article, Generator, Plan, write_set
from tests.benchmarks.planting import distance
from tests.benchmarks.pool import Pool, load_pool

PLAN = Plan(300, viral=5)


@pytest.fixture(scope="session")
def pool(shared: Path) -> Pool:
    return load_pool(shared)


@pytest.fixture(scope="session")
def articles(pool: Pool) -> list[Article]:
    return list(Generator(PLAN, pool))


def test_planted_texts_stand_where_they_are_said_to_be(articles: list[Article], pool: Pool) -> None:
    seen = Counter[str]()
    for article in articles:
        for planted in article.planted:
            text = article.text[slice(*planted.span)]
            whole = {"wire": pool.paragraphs, "furniture": FURNITURE}.get(planted.what)
            if whole is not None:
                assert text == whole[planted.of]
            elif planted.what != "copy":
                assert distance(text, pool.quotes[planted.of]) == pytest.approx(planted.distance)
                assert (text == pool.quotes[planted.of]) == (planted.kind == "exact")
            seen[planted.what] += 1
    assert set(seen) == {"quote", "viral", "wire", "copy", "furniture"}


def test_edits_of_several_words_are_in_their_class_of_distance(articles: list[Article]) -> None:
    found = {"several <= .10": 0, "several <= .20": 0}
    for planted in (planted for article in articles for planted in article.planted if planted.kind in found):
        low, high = (0.0, 0.1) if planted.kind.endswith(".10") else (0.1, 0.2)
        assert low < planted.distance <= high
        found[planted.kind] += 1
    assert all(found.values())


def test_copies_have_the_text_of_their_original_but_for_a_few_words(articles: list[Article]) -> None:
    copies = [planted for article in articles for planted in article.planted if planted.what == "copy"]
    assert len(copies) == round(PLAN.copy_share * PLAN.articles)
    for copy in copies:
        words = articles[copy.article].text[slice(*copy.span)].split(" ")
        original = articles[copy.of].text.split(" ")
        assert sum(a != b for a, b in zip(words[:-1], original, strict=False)) <= 8


def test_a_quotation_is_planted_nowhere_but_where_it_is_listed(articles: list[Article], pool: Pool) -> None:
    quotes = {planted.of for article in articles for planted in article.planted if planted.what in ("quote", "viral")}
    for article in articles:
        planted_here = {planted.of for planted in article.planted if planted.what in ("quote", "viral")}
        assert not any(pool.quotes[quote] in article.text for quote in quotes - planted_here)


def test_the_same_seed_gives_the_same_articles_and_another_seed_others(articles: list[Article], pool: Pool) -> None:
    assert list(islice(Generator(PLAN, pool), 20)) == articles[:20]
    assert Generator(PLAN, pool).article(7) == articles[7]
    assert Generator(Plan(300, seed=2), pool).article(7) != articles[7]


def test_articles_have_the_length_asked_for(articles: list[Article]) -> None:
    mean = sum(len(article.text.split()) for article in articles) / len(articles)
    assert 0.9 * PLAN.words < mean < 1.1 * PLAN.words


def test_a_set_is_written_as_json_lines_with_its_planted_places(pool: Pool, tmp_path: Path) -> None:
    places = write_set(Generator(Plan(40, viral=1), pool), tmp_path / "set.jsonl")
    rows = [json.loads(line) for line in (tmp_path / "set.jsonl").read_text(encoding="utf-8").splitlines()]
    assert [row["id"] for row in rows] == list(range(40))
    for place in json.loads(places.read_text(encoding="utf-8")):
        assert 0 <= place["span"][0] < place["span"][1] <= len(rows[place["article"]]["text"])
