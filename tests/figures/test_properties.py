"""What holds for every set of articles."""

import random
import string
from itertools import chain

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.figures.stories import PAIRS, article
from workbench.figures.conflicts import conflicting_figures
from workbench.figures.mentions import mentions_of
from workbench.model import Article

SENTENCES = sorted({text for pair in PAIRS for text in (pair["a"], pair["b"])})
NUMBERS = st.sampled_from(
    [
        "12",
        "3-1",
        "$",
        "%",
        "½",
        "٣",
        "10²",
        "1,2,3",
        "0",
        "00",
        "9" * 40,
        "1e9",
        "half a",
        "dozen of",
        "-",
        "between",
        "more than",
        "31 April",
    ]
)
WILD = st.text(st.sampled_from(string.printable + "“”‘’—–…äßЖ中\u0301\u200d\U0001f600\ud800")) | NUMBERS
"""Odds and ends of texts, among them what no one writes."""


@st.composite
def cases(draw: st.DrawFn) -> list[tuple[Article, str]]:
    texts = draw(st.lists(st.lists(st.sampled_from(SENTENCES) | WILD, max_size=4).map(" ".join), max_size=6))
    days = draw(st.lists(st.sampled_from(["", "2024-05-08", "2024-02-29"]), min_size=len(texts), max_size=len(texts)))
    return [article(number, text, day) for number, (text, day) in enumerate(zip(texts, days, strict=True), 1)]


@given(cases())
@settings(max_examples=60)
def test_every_span_reads_back_and_no_text_raises(case: list[tuple[Article, str]]) -> None:
    texts = {one.id: text for one, text in case}
    for conflict in conflicting_figures(case, least_score=0.0):
        left, right = texts[conflict.left.place.article_id], texts[conflict.right.place.article_id]
        assert conflict.left.place.article_id != conflict.right.place.article_id
        assert 0 <= conflict.score <= 1
        for side, text in ((conflict.left, left), (conflict.right, right)):
            assert side.place.span.of(text) == side.figure
            assert side.sentence.contains(side.place.span)
            assert side.counted in text
            for other in side.others:
                assert other.span.of(texts[other.article_id]).strip()
        for agreement in conflict.agreements:
            assert agreement.left.of(left) == agreement.left_text != ""
            assert agreement.right.of(right) == agreement.right_text != ""


@given(cases(), st.randoms(use_true_random=False))
@settings(max_examples=30)
def test_the_order_of_articles_does_not_matter(case: list[tuple[Article, str]], chance: random.Random) -> None:
    shuffled = case.copy()
    chance.shuffle(shuffled)
    assert conflicting_figures(shuffled) == conflicting_figures(case)


@given(st.lists(WILD, max_size=12).map(" ".join))
@settings(max_examples=150)
def test_any_text_has_figures_that_stand_in_it(text: str) -> None:
    one, _ = article(1, text, "2024-05-08")
    for mention in mentions_of(one, text):
        assert mention.place.span.of(text) == mention.text
        assert mention.setting.sentence.contains(mention.place.span)
        assert mention.amount.least <= mention.amount.most


@given(st.integers(0, 5), st.sampled_from([pair for pair in PAIRS if pair["conflict"] and "a_date" not in pair]))
@settings(max_examples=30)
def test_a_key_stays_when_articles_are_added(more: int, pair: dict[str, str]) -> None:
    few = [article(1, pair["a"]), article(2, pair["b"])]
    later = chain((article(3, pair["b"]), article(4, pair["a"])), (article(5 + k, SENTENCES[k]) for k in range(more)))
    (before,) = conflicting_figures(few)
    assert before.key in {conflict.key for conflict in conflicting_figures([*few, *later])}
