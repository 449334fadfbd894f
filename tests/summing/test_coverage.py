"""How much of an article is shared text."""

from dataclasses import replace

from tests.provenance.pages import Desk
from tests.provenance.reading import Case
from workbench.model import Family, Place, Witness
from workbench.spans import Span
from workbench.summing.coverage import coverage_of
from workbench.text.words import words


def test_words_in_two_passages_that_overlap_count_once() -> None:
    desk = Desk()
    first = desk.page("Amber Gazette", "One two |three four five| six seven eight.")
    second = desk.page("Basalt Herald", "|three four five|")
    third = desk.page("Cobalt Tribune", "|five six|")
    text = desk.texts[1]
    overlapping = Place(1, Span(text.index("five"), text.index(" seven")))
    families = [
        Family(1, (Witness(1, first), Witness(2, second))),
        Family(2, (Witness(3, overlapping), Witness(4, third))),
    ]
    found = coverage_of(desk.articles[1], families, desk.articles, desk.texts)
    assert (found.words, found.shared, found.share) == (8, 4, 0.5)
    assert [(one.words, one.others) for one in found.passages] == [(3, (second,)), (2, (third,))]
    assert found.sentences[0].text.startswith("4 of the 8 words of this story (50 %) stand in other articles too")
    assert found.sentences[1].text == "Three words (38 %) from character 9 stand also in Basalt Herald."


def test_page_furniture_and_passages_within_one_article_do_not_count() -> None:
    desk = Desk()
    place = desk.page("Amber Gazette", "One two |three four five| six.")
    other = desk.page("Basalt Herald", "|three four five|")
    family = Family(1, (Witness(1, place), Witness(2, other)))
    within = Family(2, (Witness(1, place), Witness(2, Place(1, Span(0, 3)))))
    found = coverage_of(desk.articles[1], [replace(family, boilerplate=True), within], desk.articles, desk.texts)
    assert (found.shared, found.passages) == (0, ())
    assert found.sentences[0].text == "No passage of this story was found in another article."


def test_the_sample_is_counted_as_by_hand(sample: Case) -> None:
    article = next(one for one in sample.articles.values() if one.outlet == "Radio Velm")
    found = coverage_of(article, sample.snapshot.families, sample.articles, sample.texts)
    text = sample.texts[article.id]
    assert found.words == sum(len(words(span.of(text))) for span in article.body)
    assert found.shared == sum(passage.words for passage in found.passages)
    assert len(found.passages) == 4
