"""What a page states of itself in its head."""

# ruff: noqa: E501 - the pages under test are written as they are saved, one line a line

import json

import pytest

from workbench.model import DatePrecision
from workbench.reading.facts import PageFacts, StatedArticle, facts_of, host_of
from workbench.reading.markup import read_markup


def facts(markup: str) -> PageFacts:
    """The facts of a page."""
    return facts_of(read_markup(markup).head)


def stated(data: object) -> tuple[StatedArticle, ...]:
    """The articles that linked data describes."""
    return facts(f'<script type="application/ld+json">{json.dumps(data)}</script>').articles


def test_meta_elements_name_site_headline_author_address_and_date() -> None:
    found = facts(
        "<html lang=de-AT><title>Bridge &amp; ferry - Lamp</title><meta property='og:site_name' content=' The  Lamp '>"
        "<meta property='og:title' content='Bridge &amp; ferry'><meta name='author' content='Anna Berg'>"
        "<meta property='og:url' content='https://lamp.example/1'><meta property='article:published_time' content='2019-05-03T08:00+02:00'>"
    )
    assert (found.title, found.headline, found.site, found.author) == (
        "Bridge & ferry - Lamp",
        "Bridge & ferry",
        "The Lamp",
        "Anna Berg",
    )
    assert (found.url, found.language) == ("https://lamp.example/1", "de")
    assert (found.published.iso, found.published.precision) == ("2019-05-03T08:00", DatePrecision.TIME)
    assert found.published.evidence == "article:published_time: 2019-05-03T08:00+02:00"


def test_a_page_that_states_nothing() -> None:
    assert facts("<p>Text") == PageFacts()


def test_an_address_in_the_place_of_an_author_is_no_author() -> None:
    assert facts("<meta name=author content='https://facebook.example/lamp'>").author == ""


def test_times_are_noted_with_their_place() -> None:
    found = facts("<p>One</p><time datetime='2019-05-03' pubdate>x</time>")
    assert [(position, date.iso, sure) for position, date, sure in found.times] == [(3, "2019-05-03", True)]


@pytest.mark.parametrize(
    "kind",
    [
        "NewsArticle",
        "BlogPosting",
        "http://schema.org/Article",
        ["Thing", "ReportageNewsArticle"],
        "AnalysisNewsArticle",
    ],
)
def test_articles_of_linked_data_are_known_by_their_type(kind: object) -> None:
    (article,) = stated({"@type": kind, "headline": "Bridge &amp; ferry", "datePublished": "2019-05-03"})
    assert article.title == "Bridge & ferry"
    assert article.published.iso == "2019-05-03"


def test_other_things_of_linked_data_are_no_articles() -> None:
    assert (
        stated([{"@type": "WebSite", "name": "Lamp"}, {"@type": "Person"}, {"@type": 3}, {"name": "x"}, None, 4]) == ()
    )


def test_names_come_in_many_shapes() -> None:
    (article,) = stated(
        {
            "@graph": [
                {
                    "@type": "NewsArticle",
                    "author": [{"name": "Anna Berg"}, "Jo Li", {"name": ["X"]}, [[]]],
                    "publisher": "Lamp",
                    "mainEntityOfPage": {"@id": "https://lamp.example/1"},
                }
            ]
        }
    )
    assert article.author == "Anna Berg, Jo Li, X"
    assert (article.outlet, article.url) == ("Lamp", "https://lamp.example/1")


def test_several_articles_are_kept_apart() -> None:
    found = stated([{"@type": "NewsArticle", "headline": name} for name in ("One", "Two")])
    assert [article.title for article in found] == ["One", "Two"]


@pytest.mark.parametrize(
    ("url", "host"),
    [
        ("https://www.lamp.example/1", "lamp.example"),
        ("http://a.lamp.example:80/", "a.lamp.example"),
        ("lamp", ""),
        ("http://[broken", ""),
        ("", ""),
    ],
)
def test_hosts(url: str, host: str) -> None:
    assert host_of(url) == host


def test_half_characters_in_linked_data_become_replacement_characters() -> None:
    (found,) = stated({"@type": "Article", "headline": "Half \ud800 of it", "url": "https://lamp.example/\udfff"})
    assert (found.title, found.url) == ("Half \ufffd of it", "")
