import re

import pytest

from workbench.engine.articles import EngineArticle
from workbench.engine.furniture import Witness, without_furniture
from workbench.model import Zone, ZoneKind
from workbench.resources import read_toml
from workbench.spans import Span

LICENCE = "All rights reserved. Please donate to keep this paper free, and subscribe to our newsletter."
NEWS = "The ferry to Velm will not sail before the ice has left the upper lake."


def witness(number: int, text: str, *zones: Zone) -> Witness:
    return EngineArticle(number, text, zones), Span(0, len(text))


def furniture(end: int) -> Zone:
    return Zone(ZoneKind.FURNITURE, Span(0, end))


def test_a_family_whose_words_are_those_of_page_furniture_is_boilerplate() -> None:
    witnesses = [witness(k, LICENCE) for k in range(3)]
    assert without_furniture(witnesses) == ([True] * 3, True)


@pytest.mark.parametrize("text", [LICENCE.upper(), LICENCE.lower(), LICENCE.title()])
def test_case_does_not_matter(text: str) -> None:
    assert without_furniture([witness(k, text) for k in range(2)])[1]


def test_news_is_no_boilerplate() -> None:
    witnesses = [witness(k, NEWS) for k in range(3)]
    assert without_furniture(witnesses) == ([True] * 3, False)


def test_one_sign_in_a_long_story_proves_nothing() -> None:
    assert not without_furniture([witness(k, f"{NEWS} " * 40 + "Getty Images") for k in range(2)])[1]


def test_the_few_witnesses_that_are_furniture_are_left_out() -> None:
    news = [witness(k, NEWS) for k in range(3)]
    assert without_furniture([*news, witness(3, LICENCE)]) == ([True] * 3 + [False], False)


def test_none_is_left_out_where_less_than_two_articles_would_be_left() -> None:
    twice = [witness(0, NEWS), witness(0, NEWS), witness(1, LICENCE)]
    assert without_furniture(twice) == ([True] * 3, False)


def test_where_there_are_zones_they_decide_and_not_the_words() -> None:
    body = [witness(k, LICENCE, Zone(ZoneKind.BODY, Span(0, len(LICENCE)))) for k in range(2)]
    assert without_furniture(body) == ([True] * 2, False)
    beside = [witness(k, NEWS, furniture(len(NEWS))) for k in range(2)]
    assert without_furniture(beside) == ([True] * 2, True)


@pytest.mark.parametrize(("share", "expected"), [(0.4, False), (0.6, True)])
def test_a_witness_is_furniture_when_most_of_it_lies_in_furniture(share: float, expected: bool) -> None:
    witnesses = [witness(k, NEWS, furniture(int(share * len(NEWS)))) for k in range(2)]
    assert without_furniture(witnesses)[1] is expected


def test_furniture_that_zones_count_twice_counts_once() -> None:
    zones = furniture(len(NEWS) * 2 // 5), furniture(len(NEWS) * 2 // 5)
    assert not without_furniture([witness(k, NEWS, *zones) for k in range(2)])[1]


def test_every_sign_is_written_in_lower_case_and_is_an_expression() -> None:
    patterns = [pattern for sign in read_toml("engine/boilerplate.toml")["sign"] for pattern in sign["patterns"]]
    assert patterns
    for pattern in patterns:
        assert (plain := re.sub(r"\\.", "", pattern)) == plain.lower()
        assert not re.compile(pattern).fullmatch("")
