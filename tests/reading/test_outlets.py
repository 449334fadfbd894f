"""Who wrote it, who carried it, who signed it."""

import pytest

from workbench.reading.outlets import (
    Attribution,
    Credit,
    Evidence,
    attribute,
    looks_like_outlet,
    names_in,
    read_credit,
    same_outlet,
    signs_for_agency,
)


@pytest.mark.parametrize(
    "name", ["The Daily Lamp", "Reuters", "AP", "Lamp News", "lampnews.com", "The Associated Press", "Oslo Courier"]
)
def test_names_of_outlets_are_known_by_their_words(name: str) -> None:
    assert looks_like_outlet(name)


@pytest.mark.parametrize("name", ["Anna Berg", "Facebook", "More", "Sunday", "ET", "", "Middle East", "Oslo", "A"])
def test_other_names_are_not(name: str) -> None:
    assert not looks_like_outlet(name)


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("TrueLamp.com", "True Lamp", True),
        ("The Sun", "Sun", True),
        ("BBC", "BBC News", True),
        ("The Daily Lamp", "Daily Post", False),
        ("", "Daily Post", False),
        ("www.dailypost.co.uk", "Daily Post", True),
    ],
)
def test_forms_of_one_name(one: str, other: str, same: bool) -> None:
    assert same_outlet(one, other) is same


@pytest.mark.parametrize(
    ("line", "credit"),
    [
        ("By Anna Berg", Credit(("Anna Berg",), by=True)),
        ("By ANNA BERG and Jo Li | Oslo Courier", Credit(("ANNA BERG", "Jo Li"), ("Oslo Courier",), by=True)),
        ("By Anna Berg, The Daily Post", Credit(("Anna Berg",), ("The Daily Post",), by=True)),
        ("By Anna Berg | Port Lenn | 3 March 2024", Credit(("Anna Berg",), dated=True, by=True)),
        ("By Anna Berg, staff writer", Credit(("Anna Berg",), by=True)),
        ("Anna Berg / The Lamp", Credit(("Anna Berg",), ("The Lamp",))),
        ("Anna Berg / Daily Lamp", Credit(("Anna Berg",), ("Daily Lamp",))),
        ("Anna Berg and Jo Li, Associated Press", Credit(("Anna Berg", "Jo Li"), ("Associated Press",))),
        ("JO LI Associated Press", Credit((), ("Associated Press",), ("JO LI",))),
        ("Global Lamp, November 14, 2018", Credit(unsure=("Global Lamp",), dated=True)),
        ("November 9th, 2018 - by admin", Credit(("admin",), dated=True, by=True)),
        ("Posted on May 3, 2016 by Anna Lee", Credit(("Anna Lee",), dated=True, by=True)),
        ("Wednesday, 3 May 2016 10:15 BST", Credit(dated=True)),
        ("Arvid Messen in Halm", Credit(unsure=("Arvid Messen",))),
    ],
)
def test_a_line_of_credits_is_taken_apart(line: str, credit: Credit) -> None:
    assert read_credit(line) == credit


@pytest.mark.parametrize(
    ("table", "line", "names"),
    [
        ("original", "The original source of this article is Lamp Post", ("Lamp Post",)),
        ("original", "The original source of this article is Lamp Post Copyright © Lamp Post, 2016", ("Lamp Post",)),
        ("original", "This article was originally published by The Oslo Courier on May 3.", ("The Oslo Courier",)),
        ("original", "It first appeared in The Lamp.", ("The Lamp",)),
        ("original", "Source: Oslo Courier", ("Oslo Courier",)),
        ("original", "Republished with permission from Lamp Post.", ("Lamp Post",)),
        ("copyright", "Copyright © Lamp Post, Jo Li, 2016", ("Lamp Post", "Lamp Post")),
        ("copyright", "© 2016 The Daily Lamp. All rights reserved.", ("The Daily Lamp",)),
        ("copyright", "(c) 2014-2016 Lamp Media Ltd", ("Lamp Media Ltd",)),
        ("site", "Popular on Bright Lamp", ("Bright Lamp",)),
        ("site", "Comment via FacebookComment via Lampnik", ("Lampnik",)),
        ("site", "Comment on Bright Lamp Articles on our message board", ("Bright Lamp",)),
        ("site", "Become a Member of Bright Lamp", ("Bright Lamp",)),
        ("site", "a licence with attribution to the author and BrightLamp.com", ("BrightLamp.com",)),
        ("site", "Follow us on Twitter", ()),
        ("url", "URL: https://lamp.example/a/1", ("https://lamp.example/a/1",)),
        ("url", "https://lamp.example/story", ("https://lamp.example/story",)),
        ("url", "He posted https://lamp.example/x to a friend", ()),
    ],
)
def test_patterns_find_names(table: str, line: str, names: tuple[str, ...]) -> None:
    assert names_in(table, [line]) == names


def test_the_original_source_wrote_it_and_the_dated_line_carried_it() -> None:
    evidence = Evidence(
        credits=(read_credit("By Bright Lamp"), read_credit("Global Echo, November 14, 2018")),
        originals=("Bright Lamp",),
        sites=("Global Echo",),
    )
    assert attribute(evidence) == Attribution("Bright Lamp", "Global Echo", "Bright Lamp")


def test_a_name_in_a_dated_line_beside_a_byline_is_the_outlet() -> None:
    evidence = Evidence(credits=(read_credit("By Anna Berg"), read_credit("Brightness, November 14, 2018")))
    assert attribute(evidence) == Attribution("Brightness", "", "Anna Berg")


def test_without_any_other_name_the_agency_of_the_dateline_is_the_outlet() -> None:
    assert attribute(Evidence(agency="Lampnik")).outlet == "Lampnik"
    assert attribute(Evidence(agency="Lampnik", sites=("Oslo Courier",))).outlet == "Oslo Courier"


def test_a_copyright_owner_counts_only_where_nothing_else_names_the_outlet() -> None:
    assert attribute(Evidence(copyrights=("Lamp Media Ltd",))).outlet == "Lamp Media Ltd"
    assert attribute(Evidence(copyrights=("Lamp Media Ltd",), sites=("Daily Lamp",))) == Attribution("Daily Lamp")


def test_the_form_with_blanks_is_preferred() -> None:
    evidence = Evidence(sites=("BrightLamp.com", "Bright Lamp"))
    assert attribute(evidence).outlet == "Bright Lamp"


def test_accounts_are_no_authors() -> None:
    assert attribute(Evidence(credits=(read_credit("May 3, 2016 by admin"),))).byline == ""
    assert attribute(Evidence(author="admin")).byline == ""


def test_an_author_named_twice_signs_once() -> None:
    evidence = Evidence(credits=(read_credit("By Anna Berg"), read_credit("By ANNA BERG")))
    assert attribute(evidence).byline == "Anna Berg"


def test_nothing_said_is_nothing_known() -> None:
    assert attribute(Evidence()) == Attribution()


@pytest.mark.parametrize(
    ("line", "signed"),
    [
        ("Anna Berg, Associated Press", True),
        ("Trump gains ground, says Reuters", False),
        ("Talks collapse, Reuters", False),
        ("Anna Berg", False),
    ],
)
def test_whether_a_line_signs_for_an_agency(line: str, signed: bool) -> None:
    assert signs_for_agency(line) is signed
