"""Page furniture is known by its words where a text has no zones."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.engine.newsroom import story
from tests.engine.stories import QUOTE
from workbench.engine.families import EngineArticle, find_families
from workbench.engine.furniture import literal
from workbench.resources import read_toml

FURNITURE = {
    "a licence": (
        "You may republish this story for nothing under a Creative Commons licence, as long as you name the author "
        "and link to this page."
    ),
    "a donation line": (
        "If you like what we write, please support our journalism with a donation by PayPal or Patreon this year."
    ),
    "a call for gifts": "Our paper needs readers who pay. Donate today or sign up for our newsletter at the foot.",
    "a copyright line": (
        "© 2023 Harbour Publishing Company. All rights reserved. May not be reproduced without our consent."
    ),
    "a disclaimer": (
        "The contents are the sole responsibility of the author. We make such material available under the provisions "
        "of fair use for educational purposes."
    ),
    "lines under a headline": (
        "By Harbour Desk\n\nWorld Observer, March 3, 2021\n\nHarbour Desk\n\nRegion: Northern Isles and Straits"
    ),
}
STORIES = {
    "of signing up": (
        "“We will not sign up for a war,” the bishop said by the light of one candle in the crypt of the abbey."
    ),
    "of a gift": (
        "A donation of four million crowns bought the minister’s silence, a court heard, and a seat in the "
        "casino on the pier, where his brother had run a bar without papers since the flood."
    ),
    "of a region": "By noon the region was under water, and telephone lines were down from the lighthouse to the mill.",
    "of an advertisement": "The widow placed an advertisement for a husband who could mend nets.",
    "of a newsletter": "For thirty years the vicar filled the parish newsletter with recipes nobody dared to cook.",
}


def families_of(passage: str) -> list[bool]:
    texts = [f"{story(1, passage)}\n\n{QUOTE}.", f"{story(2, passage)}\n\n“{QUOTE}”"]
    return [family.boilerplate for family in find_families([EngineArticle(k, text) for k, text in enumerate(texts)])]


@pytest.mark.parametrize("passage", FURNITURE.values(), ids=FURNITURE.keys())
def test_furniture_is_set_apart_from_the_passages(passage: str) -> None:
    assert families_of(passage) == [False, True]


@pytest.mark.parametrize("passage", STORIES.values(), ids=STORIES.keys())
def test_a_story_that_has_a_word_of_furniture_in_it_stays_a_passage(passage: str) -> None:
    assert families_of(passage) == [False, False]


@given(
    st.data(), st.sampled_from([p for sign in read_toml("engine/boilerplate.toml")["sign"] for p in sign["patterns"]])
)
def test_what_a_sign_finds_holds_the_literal_that_is_looked_for_first(data: st.DataObject, pattern: str) -> None:
    told = literal(pattern)
    assert told
    found = data.draw(st.from_regex(pattern).filter(lambda text: text == text.lower()))
    assert told in re.search(pattern, found)[0]  # type: ignore[index]


@pytest.mark.parametrize(
    ("pattern", "told"),
    [
        ("read more\\s*:", "read more"),
        ("licen[cs]e", "licen"),
        ("(ap|reuters)? photos?", " photo"),
        ("hal{2}o+ you\\.com", " you.com"),
        ("\\(c\\)", "(c)"),
        ("^a.b$", "a"),
        ("one|two", ""),
        ("(one|two)", ""),
    ],
)
def test_the_literal_of_a_pattern_leaves_out_what_may_be_otherwise(pattern: str, told: str) -> None:
    assert literal(pattern) == told
