"""Why two passages were found to be one text. The texts are invented."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.engine.stories import QUOTE, filler
from workbench.engine.explaining import Explanation, Passage, explain
from workbench.engine.families import EngineArticle, find_families
from workbench.settings import Sensitivity
from workbench.spans import Span


def passage(number: int, text: str, quote: str | None = None) -> Passage:
    """An article whose passage is the quote, or all of it."""
    start = text.index(quote) if quote else 0
    return Passage(EngineArticle(number, text), Span(start, start + len(quote or text)))


def explained(one: str, other: str) -> Explanation:
    a, b = f"{filler(1)}\n\n{one}. {filler(2)}", f"{filler(3)}\n\n{other}. {filler(4)}"
    return explain(passage(0, a, one), passage(1, b, other))


def test_the_same_words_are_one_run() -> None:
    found = explained(QUOTE, QUOTE)
    words = len(QUOTE.replace(",", "").split())
    assert (found.words, found.witness_words, found.shared) == (words, words, words)
    assert (found.longest.words, found.longest.text) == (words, QUOTE)
    assert found.runs == (found.longest,)
    assert found.triples == ()
    assert found.score is not None
    assert found.score > 20


def test_an_edited_rendering_is_told_by_its_runs_the_longest_first() -> None:
    edited = QUOTE.replace("340", "900").replace("will be rerouted", "are to be moved")
    found = explained(QUOTE, edited)
    assert found.shared < found.words
    texts = [run.text for run in found.runs]
    assert "from the southern terminal to the old refinery docks before the ice closes" in texts[0]
    assert found.longest == found.runs[0]
    assert [run.words for run in found.runs] == sorted((run.words for run in found.runs), reverse=True)
    assert all(text in QUOTE and text in edited for text in texts)


def test_what_was_reworded_is_told_by_words_near_one_another() -> None:
    one = "engineers emptied every flooded tunnel below the harbour before midnight"
    other = "before the engineers emptied all flooded parts, harbour tunnel crews left at midnight"
    found = explained(one, other)
    assert found.runs == ()
    assert all(len(set(triple)) == 3 and all(word in one for word in triple) for triple in found.triples)
    assert {"engineers", "emptied", "flooded"} <= {word for triple in found.triples for word in triple}


def test_what_has_nothing_in_common_has_no_score() -> None:
    found = explained("grey gulls circled above empty nets", "nobody bought pears during that long winter")
    assert (found.shared, found.longest.words, found.score, found.runs, found.triples) == (0, 0, None, (), ())


def test_only_the_passages_count_and_not_what_else_the_articles_share() -> None:
    other = "Elsewhere the old lighthouse keeper counted seventeen boats and no lamp was burning"
    a, b = f"{QUOTE}. {other}.", f"{other}. {filler(9)} {QUOTE}."
    found = explain(passage(0, a, QUOTE), passage(1, b, QUOTE))
    assert found.longest.text == QUOTE
    assert [run.text for run in found.runs] == [QUOTE]


def test_two_places_of_one_article_are_compared_with_each_other() -> None:
    text = f"{QUOTE}. {filler(5)} {QUOTE.replace('old', 'new')}."
    second = QUOTE.replace("old", "new")
    article = EngineArticle(4, text)
    at = text.index(second)
    found = explain(Passage(article, Span(0, len(QUOTE))), Passage(article, Span(at, at + len(second))))
    assert found.shared == found.words - 1
    assert found.longest.words < found.words
    assert found.longest.text in second


def test_characters_count_where_there_are_no_spaces() -> None:
    text = "港の灯台は三月まで閉じられると市長は火曜日に述べた"
    found = explain(passage(0, text), passage(1, text.replace("火曜日", "金曜日")))
    assert found.words == len(text)
    assert found.shared == len(text) - 1


@pytest.mark.parametrize("sensitivity", list(Sensitivity))
def test_whatever_is_found_scores_what_it_must(sensitivity: Sensitivity) -> None:
    words = QUOTE.split()
    for length in range(6, len(words), 3):
        texts = [f"{filler(k)}\n\n{' '.join(words[:length])}. {filler(20 + k)}" for k in (1, 2)]
        articles = [EngineArticle(k, text) for k, text in enumerate(texts)]
        for family in find_families(articles, least_score=sensitivity.least_score):
            one, other = (Passage(articles[place.article_id], place.span) for place in family.places)
            score = explain(one, other).score
            assert score is not None
            assert score >= sensitivity.least_score


@given(st.text(max_size=60), st.text(max_size=60), st.data())
def test_any_two_passages_can_be_explained(one: str, other: str, data: st.DataObject) -> None:
    spans = []
    for text in (one, other):
        start = data.draw(st.integers(0, len(text)))
        spans.append(Span(start, data.draw(st.integers(start, len(text)))))
    found = explain(
        *(Passage(EngineArticle(k, t), s) for k, (t, s) in enumerate(zip((one, other), spans, strict=True)))
    )
    assert 0 <= found.shared <= min(found.words, found.witness_words)
    assert found.longest.words <= found.shared or not found.longest.words
    assert found.longest.text in one
