import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.engine.stories import QUOTE, filler, story
from workbench.engine.families import EngineArticle, find_families
from workbench.errors import Cancelled
from workbench.model import Zone, ZoneKind
from workbench.ports import FoundFamily
from workbench.settings import Sensitivity
from workbench.spans import Span


def articles(*texts: str) -> list[EngineArticle]:
    return [EngineArticle(k, text) for k, text in enumerate(texts)]


def rendered(family: FoundFamily, found_in: list[EngineArticle]) -> dict[int, str]:
    texts = {article.id: article.text for article in found_in}
    return {place.article_id: place.span.of(texts[place.article_id]) for place in family.places}


EDITED = {
    "trimmed": QUOTE.split(", which")[0],
    "an ellipsis in the middle": QUOTE.replace("to the old refinery docks before", "… before"),
    "brackets put in": QUOTE.replace("the strait", "the strait [of Varn]"),
    "split by he said": QUOTE.replace("before the", "”, the captain said, “before the"),
    "another number": QUOTE.replace("340", "nearly 400"),
    "another tense": QUOTE.replace("will be rerouted", "were rerouted").replace("closes", "closed"),
    "curly quotes and no-break spaces": f"“{QUOTE.replace(' ', chr(0xA0))}”",
    "a hyphen at a line end": QUOTE.replace("refinery", "refi-\nnery"),
    "capitals": QUOTE.upper(),
    "words cut out": QUOTE.replace("from the southern terminal ", "").replace("the old ", ""),
}


@pytest.mark.parametrize("edited", EDITED.values(), ids=EDITED.keys())
def test_a_quotation_is_found_when_it_was_edited(edited: str) -> None:
    given_articles = articles(story(1, f"“{QUOTE},” he said."), story(2, f"{edited}."), filler(3, 30))
    (family,) = find_families(given_articles)
    told = rendered(family, given_articles)
    assert told[0] == QUOTE or QUOTE.startswith(told[0])
    assert told[1].strip("“”") == edited.strip("“”")


def test_a_family_has_every_article_that_renders_the_passage_and_no_other() -> None:
    given_articles = articles(*(story(k, QUOTE + ".") for k in range(5)), *(filler(k, 20) for k in range(50, 60)))
    (family,) = find_families(given_articles)
    assert [place.article_id for place in family.places] == [0, 1, 2, 3, 4]


def test_words_that_only_a_minority_adds_do_not_lengthen_the_family() -> None:
    tail = ", a military source told the harbour paper"
    given_articles = articles(
        story(1, f"“{QUOTE}”{tail}."), story(2, f"“{QUOTE}”{tail}."), *(story(k, f"“{QUOTE}.”") for k in range(3, 7))
    )
    family = find_families(given_articles)[0]
    assert set(rendered(family, given_articles).values()) == {QUOTE}


def test_a_sentence_quoted_alone_and_inside_a_paragraph_makes_two_families() -> None:
    paragraph = f"{filler(90, 3)} {QUOTE}. {filler(91, 3)}"
    given_articles = articles(story(1, paragraph), story(2, paragraph), story(3, QUOTE + "."), story(4, QUOTE + "."))
    found = find_families(given_articles)
    assert [[place.article_id for place in family.places] for family in found] == [[0, 1, 2, 3], [0, 1]]
    assert set(rendered(found[0], given_articles).values()) == {QUOTE}
    assert set(rendered(found[1], given_articles).values()) == {paragraph.rstrip(".")} or all(
        text in paragraph for text in rendered(found[1], given_articles).values()
    )


def test_a_name_with_its_title_is_no_family() -> None:
    name = "Rear Admiral Tomas Ellefsen Varga, Commander of the Northern Fleet Staff,"
    assert not find_families(articles(story(1, f"{name} slept."), story(2, f"{name} agreed.")))


def test_a_stock_phrase_in_unrelated_stories_is_no_family() -> None:
    for phrase in (
        "It remains to be seen whether",
        "at the end of the day it was",
        "for the first time in a long time",
    ):
        assert not find_families(articles(*(story(k, phrase + " " + filler(k + 40, 1)) for k in range(4))))


def test_articles_that_share_nothing_have_no_families() -> None:
    assert find_families(articles(*(filler(k, 20) for k in range(8)))) == []


@pytest.mark.parametrize("texts", [[], [""], ["", ""], ["one"], ["\ud800 \x00 …", "\x00"], ["…", "!?"]])
def test_hardly_any_text_has_no_families(texts: list[str]) -> None:
    assert find_families(articles(*texts)) == []


def test_one_word_repeated_ends() -> None:
    assert isinstance(find_families(articles("word " * 20_000, "word " * 20_000, filler(1))), list)


def test_lone_surrogates_do_no_harm() -> None:
    given_articles = articles(f"\ud800 {QUOTE}. \udfff", f"{filler(3)} \ud800 {QUOTE}.")
    assert set(rendered(find_families(given_articles)[0], given_articles).values()) == {QUOTE}


def test_text_that_repeats_itself_without_end_is_still_one_passage() -> None:
    families = find_families(articles(f"{QUOTE}. " * 300, f"{QUOTE}. " * 300, story(1, QUOTE + ".")))
    assert max(len({place.article_id for place in family.places}) for family in families) >= 2
    assert len(families) < 30


def test_the_most_copied_text_of_all_is_one_family() -> None:
    copy = f"{filler(1, 2)} {QUOTE}."
    (family,) = find_families(articles(*[copy] * 3100))
    assert len(family.places) == 3100


def test_near_identical_copies_make_one_family() -> None:
    copy = story(1, QUOTE + ".")
    given_articles = articles(*(copy.replace("tankers", f"tankers{k}") for k in range(60)))
    family = find_families(given_articles)[0]
    assert len(family.places) == 60
    assert all(text.split()[0] == copy.split()[0] for text in rendered(family, given_articles).values())


def test_comments_take_no_part_and_furniture_is_set_apart() -> None:
    comment = "I read that " + QUOTE
    licence = filler(77, 4)
    texts = [
        story(1, QUOTE + ".") + f"\n\n{licence}\n\n{comment}",
        story(2, QUOTE + ".") + f"\n\n{licence}\n\n{comment}",
    ]
    given_articles = []
    for k, text in enumerate(texts):
        furniture, comments = text.index(licence), text.index(comment)
        zones = (
            Zone(ZoneKind.BODY, Span(0, furniture - 2)),
            Zone(ZoneKind.FURNITURE, Span(furniture, comments - 2)),
            Zone(ZoneKind.COMMENTS, Span(comments, len(text))),
        )
        given_articles.append(EngineArticle(k, text, zones))
    passage, boilerplate = find_families(given_articles)
    assert (passage.boilerplate, boilerplate.boilerplate) == (False, True)
    assert set(rendered(passage, given_articles).values()) == {QUOTE}
    assert set(rendered(boilerplate, given_articles).values()) <= {licence, licence.rstrip(".")}


def test_furniture_is_known_by_its_words_where_no_zones_are() -> None:
    licence = "All rights reserved. Please donate to keep our journalism free and subscribe to the newsletter below."
    (family,) = find_families(articles(f"{filler(1)}\n\n{licence}", f"{filler(2)}\n\n{licence}"))
    assert family.boilerplate


def test_the_result_does_not_depend_on_the_order_of_the_articles() -> None:
    given_articles = articles(*(story(k, text + ".") for k, text in enumerate([QUOTE, *EDITED.values()])))
    expected = find_families(given_articles)
    for seed in range(3):
        random.Random(seed).shuffle(given_articles)
        assert find_families(given_articles) == expected


def test_the_result_does_not_depend_on_the_number_of_jobs(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("workbench.engine.alignments._TOGETHER", 2)
    monkeypatch.setattr("workbench.engine.families.ENOUGH", 1)
    given_articles = articles(*(story(k, text + ".") for k, text in enumerate([QUOTE, *EDITED.values()])))
    assert find_families(given_articles, jobs=2) == find_families(given_articles)


def test_cancelling_is_heard_at_every_stage() -> None:
    given_articles = articles(*(story(k, QUOTE) for k in range(4)))
    stages: list[str] = []
    find_families(given_articles, lambda stage, done, total: stages.append(stage))
    for asked in dict.fromkeys(stages):

        def refuse(stage: str, done: int, total: int, asked: str = asked) -> None:
            if stage == asked:
                raise Cancelled

        with pytest.raises(Cancelled):
            find_families(given_articles, refuse)


VOCABULARY = st.sampled_from([filler(k, 1).split()[0].lower() for k in range(400)])


@settings(max_examples=40, deadline=None)
@given(st.lists(VOCABULARY, min_size=13, max_size=40, unique=True), st.data())
def test_text_shared_verbatim_over_twelve_words_is_always_found(shared: list[str], data: st.DataObject) -> None:
    passage = " ".join(shared)
    texts = [
        f"{filler(data.draw(st.integers(1000, 9999)), 4)} {passage} {filler(seed, 4)}" for seed in (10_001, 10_002)
    ]
    families = find_families(articles(*texts))
    at = [Span(text.index(passage), text.index(passage) + len(passage)) for text in texts]
    assert any(
        {0, 1}
        <= {
            place.article_id
            for place in family.places
            if place.span.overlap(at[place.article_id]) >= 0.9 * len(passage)
        }
        for family in families
    )


@settings(max_examples=60, deadline=None)
@given(st.lists(st.text(alphabet="ab “”.\n😀é", max_size=200), max_size=5))
def test_spans_stand_inside_their_texts(texts: list[str]) -> None:
    for family in find_families(articles(*texts)):
        assert len({place.article_id for place in family.places}) > 1
        assert all(0 <= place.span.start < place.span.end <= len(texts[place.article_id]) for place in family.places)


def test_what_is_more_sensitive_finds_more_of_what_was_pulled_apart() -> None:
    def found(between: int, sensitivity: Sensitivity) -> bool:
        gap = "".join(f"{letter} " for letter in "abcdefgh"[:between])
        texts = [
            f"{filler(number)}\n\nThen every miller {inserted}kept grain in the barns. {filler(50 + number)}"
            for number, inserted in enumerate(("", gap))
        ]
        return bool(find_families(articles(*texts), least_score=sensitivity.least_score))

    careful, balanced, sensitive = ({gap for gap in range(8) if found(gap, one)} for one in Sensitivity)
    assert careful < balanced < sensitive
