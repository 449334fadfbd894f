"""The five saved pages of the first corpus, against what people marked in them."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from workbench.model import DatePrecision
from workbench.reading.files import read_file, text_files
from workbench.reading.model import ReadArticle, Reading

Zones = Callable[[Reading, ReadArticle, str], list[str]]


@pytest.fixture(scope="module")
def seeds(shared: Path) -> dict[str, Reading]:
    """The seeds as read, by the number in their names."""
    return {path.name[:3]: read_file(path) for path in text_files([shared / "seeds"])}


@pytest.fixture(scope="module")
def gold(shared: Path) -> list[dict[str, Any]]:
    """The marked articles."""
    with (shared / "gold" / "seed_public.json").open(encoding="utf-8") as file:
        articles: list[dict[str, Any]] = json.load(file)["articles"]
    return articles


def test_five_pages_hold_eight_articles(seeds: dict[str, Reading]) -> None:
    assert {name: len(reading.articles) for name, reading in seeds.items()} == {
        "000": 1,
        "001": 1,
        "002": 1,
        "003": 4,
        "004": 1,
    }


def test_titles_outlets_and_dates_are_the_marked_ones(seeds: dict[str, Reading], gold: list[dict[str, Any]]) -> None:
    for name in ("000", "003"):
        marked = [(one["title"], one["outlet"], one["date"]) for one in gold if one["file"] == name]
        found = [(article.title, article.outlet, article.published.iso) for article in seeds[name].articles]
        assert found == marked


def test_bodies_begin_and_end_where_people_marked_them(seeds: dict[str, Reading], gold: list[dict[str, Any]]) -> None:
    for name in ("000", "003"):
        marked = [one["body"] for one in gold if one["file"] == name]
        for article, (start, end) in zip(seeds[name].articles, marked, strict=True):
            body = [zone.span.shifted(article.span.start) for zone in article.zones if zone.kind == "body"]
            assert abs(body[0].start - start) <= 3
            assert abs(body[-1].end - end) <= 3


@pytest.mark.parametrize("name", ["000", "001"])
def test_the_site_that_carried_a_story_is_its_republisher(seeds: dict[str, Reading], name: str) -> None:
    (article,) = seeds[name].articles
    assert article.outlet != article.republisher
    assert article.republisher
    assert article.published.iso == "2016-10-21"


def test_captions_stand_apart_from_the_story(seeds: dict[str, Reading], zone_text: Zones) -> None:
    reading = seeds["002"]
    (article,) = reading.articles
    assert len(zone_text(reading, article, "caption")) == 2
    assert article.published.precision is DatePrecision.UNKNOWN
    body = zone_text(reading, article, "body")
    long = [line for line in reading.text.splitlines() if len(line) > 400]
    assert body[0].startswith(long[0])
    assert body[-1].endswith(long[-1])


def test_the_clock_of_a_page_is_not_its_date(seeds: dict[str, Reading], zone_text: Zones) -> None:
    reading = seeds["004"]
    (article,) = reading.articles
    assert article.published.precision is DatePrecision.UNKNOWN
    (body,) = zone_text(reading, article, "body")
    assert len(body.split("\n\n")) == 4
    assert zone_text(reading, article, "comments")[0].startswith("All comments")


def test_no_story_of_the_digest_holds_lines_of_the_page(seeds: dict[str, Reading]) -> None:
    reading = seeds["003"]
    for article in reading.articles:
        assert "by admin" not in article.span.of(reading.text)
        assert "Title 17" not in article.span.of(reading.text)


def test_every_character_but_white_space_lies_in_exactly_one_zone(seeds: dict[str, Reading]) -> None:
    for reading in seeds.values():
        for article in reading.articles:
            own = article.span.of(reading.text)
            reached = 0
            for zone in article.zones:
                assert not own[reached : zone.span.start].strip()
                assert zone.span.start >= reached
                reached = zone.span.end
            assert not own[reached:].strip()


def test_the_language_is_told(seeds: dict[str, Reading]) -> None:
    assert {article.language for reading in seeds.values() for article in reading.articles} == {"en"}
