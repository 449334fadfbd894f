"""What a person tries first: a passage edited in every way a newsroom edits, and what only looks like one."""

import pytest

from tests.engine.newsroom import Edition, borders_agree, read, story
from tests.engine.stories import filler

SENTENCE = (
    "The government will reopen the northern border crossings on Monday and allow trucks carrying grain, medicine "
    "and fuel to pass without inspection until the end of the winter"
)
TOLL = (
    "At least 41 people were killed and 130 wounded when a crowded ferry struck the pier of Halvern shortly before "
    "dawn on Sunday, the coast guard reported"
)

EDITED = read("edited.toml")


@pytest.mark.parametrize("way", EDITED)
def test_an_edited_passage_is_found_whole_in_both_articles(way: str) -> None:
    original, edited = EDITED[way]["original"], EDITED[way]["edited"]
    Edition.with_passages(f"⟦{original}⟧, Adler said.", f"⟦{edited}⟧.").assert_one_family()


@pytest.mark.parametrize("way", EDITED)
def test_an_edited_passage_joins_those_that_copied_it(way: str) -> None:
    original, edited = EDITED[way]["original"], EDITED[way]["edited"]
    copies = [f"⟦{original}⟧, he said."] + [f"A spokesman said: ⟦{original}⟧."] * 3
    edition = Edition.with_passages(*copies, f"⟦{edited}⟧.")
    (first, *_) = edition.families()
    edition.assert_witnesses(first)


STOCK = (
    "did not immediately respond to a request for comment",
    "did not immediately respond to requests for comment on Tuesday",
    "could not immediately be reached for comment",
    "speaking on condition of anonymity because he was not authorized to speak publicly",
    "who spoke on the condition of anonymity because they were not authorized to discuss the matter publicly",
    "according to a person familiar with the matter",
    "according to two people with knowledge of the matter who asked not to be named",
    "it was not immediately clear how many people had been hurt",
    "the cause of the fire was not immediately known",
    "has repeatedly denied any wrongdoing",
    "this is a developing story and will be updated",
    "told reporters at a news conference on Wednesday",
    "for the first time since the end of the Second World War",
    "the statement said, without giving further details",
)


@pytest.mark.parametrize("phrase", STOCK)
def test_a_stock_phrase_in_unrelated_stories_is_no_family(phrase: str) -> None:
    subjects = (
        "The museum’s trustees",
        "A lawyer of the railway",
        "The club’s press office",
        "Two nuns",
        "The shipyard",
    )
    stories = [story(2 * k, f"{subject} {phrase}. {filler(k + 900, 1)}") for k, subject in enumerate(subjects)]
    edition = Edition.of(stories)
    assert [edition.told(family) for family in edition.families()] == []


def test_a_thousand_wire_copies_are_one_family_with_a_thousand_witnesses() -> None:
    wire = (
        "HALVERN (Polar Wire) — A crowded ferry struck a pier in fog on Sunday and at least 41 people drowned, the "
        "coast guard reported. Divers searched the wreck until nightfall and brought up the ship’s log.\n\n"
        "“We heard a bang, then all the lights went out,” said Marta Olsen, a nurse who swam ashore with two "
        "children. The captain, who was rescued, is being questioned.\n\n"
        "It was the worst accident on the fjord since the mail boat Aurora burnt in 1911."
    )
    changes = (("41", "57"), ("drowned", "perished"), ("nightfall", "dusk"), ("Marta", "Martha"), ("burnt", "burned"))
    copies = []
    for k in range(1000):
        copy = wire
        for bit, (old, new) in enumerate(changes):
            copy = copy.replace(old, new) if k >> bit & 1 else copy
        copies.append(f"⟦{copy.removesuffix('.')}⟧. {filler(k, 1)}")
    edition = Edition.of(copies)
    edition.assert_one_family()


COMMON = "we will do what we have to do and we will do it when we have to"


def test_a_quote_of_common_words_in_two_hundred_articles_is_one_family() -> None:
    edition = Edition.of([f"{filler(k, 2)} “⟦{COMMON}⟧,” she said. {filler(k + 500, 2)}" for k in range(200)])
    edition.assert_one_family(off=2)


def test_a_quote_of_common_words_in_two_articles_is_found() -> None:
    Edition.with_passages(f"“⟦{COMMON}⟧,” she said.", f"He repeated: “⟦{COMMON}⟧.”").assert_one_family(off=2)


def test_a_six_word_quotation_is_found_in_many_articles() -> None:
    quote = "hunger is a very patient teacher"
    passages = [f"{filler(k + 300, 1)} “⟦{quote}⟧” {filler(k + 400, 1)}" for k in range(30)]
    Edition.with_passages(*passages).assert_one_family(off=0)


def test_a_sentence_quoted_alone_and_inside_a_paragraph_makes_a_family_of_each() -> None:
    before = "The minister arrived by sledge, an hour late, with frost in his beard and no speech in his pocket."
    after = "Then he asked for tea, looked at the harbour through a borrowed glass and left by the same road."
    paragraph = f"{before} ⟦{SENTENCE}⟧. {after}"
    edition = Edition.with_passages(paragraph, paragraph, f"⟦{SENTENCE}⟧, he said.", f"“⟦{SENTENCE}⟧.”", paragraph)
    wide, alone = sorted(edition.families(), key=lambda family: len(family.places))
    edition.assert_witnesses(alone)
    assert [place.article_id for place in wide.places] == [0, 1, 4]
    assert all(text.startswith("The minister") and text.endswith("same road") for _, text in edition.told(wide))


def test_overlapping_quotations_are_told_apart() -> None:
    first = "Nobody on this island has forgotten the winter when the mail boat burnt and the bread ran out."
    second = "We chopped up the dance hall for firewood and slept in the bakery, forty of us to a room."
    third = "So when a banker from the capital tells me about hardship, I offer him a chair and a hot drink."
    early, late = f"{first} {second}", f"{second} {third}"
    edition = Edition.with_passages(*(f"“⟦{text}⟧”" for text in (early, early, late, late)))
    spans = [marked[0] for marked in edition.marked]
    at_second = [
        type(span)(edition.articles[k].text.index(second), edition.articles[k].text.index(second) + len(second))
        for k, span in enumerate(spans)
    ]
    assert edition.joins((0, spans[0]), (1, spans[1]))
    assert edition.joins((2, spans[2]), (3, spans[3]))
    assert edition.joins((0, at_second[0]), (3, at_second[3]))
    assert len(edition.families()) == 3


def test_what_one_article_repeats_is_no_family_when_no_other_article_has_it() -> None:
    edition = Edition.of([story(0, f"{SENTENCE}. {filler(71, 2)} {SENTENCE}."), story(1, filler(72, 2)), story(2, "")])
    assert edition.families() == []


def test_both_places_of_an_article_that_repeats_itself_are_witnesses_and_the_family_is_one() -> None:
    twice = f"⟦{SENTENCE}⟧. {filler(73, 3)} “⟦{SENTENCE}⟧,” he said."
    Edition.with_passages(twice, f"⟦{SENTENCE}⟧.", f"“⟦{SENTENCE}⟧.”").assert_one_family()


def test_a_paragraph_copied_but_for_one_sentence_is_one_family() -> None:
    parts = [
        "The dam at Orrin was built by prisoners and has leaked since the first spring.",
        "Last week a fisherman noticed that the moss on its western face had turned from green to brown.",
        "Inspectors found a crack wide enough to take a hand and followed it for sixty metres.",
        "Farmers downstream have begun to move their cattle to the chapel hill.",
        "The water board insists that there is no danger and has forbidden photographs.",
    ]
    other = "Nobody from the ministry answered the telephone when this newspaper rang on Friday afternoon."
    edited = [*parts[:2], other, *parts[3:]]
    Edition.with_passages(f"⟦{' '.join(parts)}⟧", f"⟦{' '.join(edited)}⟧").assert_one_family()


def test_a_paragraph_with_a_sentence_put_in_is_one_family() -> None:
    parts = [
        "The dam at Orrin was built by prisoners and has leaked since the first spring.",
        "Inspectors found a crack wide enough to take a hand and followed it for sixty metres.",
        "Farmers downstream have begun to move their cattle to the chapel hill.",
    ]
    more = "Among them is Tilda Krog, whose herd of forty won a medal at the county show."
    edited = [*parts[:2], more, *parts[2:]]
    Edition.with_passages(f"⟦{' '.join(parts)}⟧", f"⟦{' '.join(edited)}⟧").assert_one_family()


def test_two_passages_of_one_article_that_another_brings_in_other_order_are_two_families() -> None:
    one, two = SENTENCE, TOLL
    edition = Edition.of(
        [
            f"{filler(1)}\n\n⟦{one}⟧.\n\n{filler(2)}\n\n⟦{two}⟧.\n\n{filler(3)}",
            f"{filler(4)}\n\n⟦{two}⟧.\n\n{filler(5)}\n\n⟦{one}⟧.\n\n{filler(6)}",
        ]
    )
    (a_one, a_two), (b_two, b_one) = edition.marked
    assert edition.joins((0, a_one), (1, b_one))
    assert edition.joins((0, a_two), (1, b_two))
    assert len(edition.families()) == 2


def test_what_follows_a_passage_by_chance_is_not_part_of_it() -> None:
    edition = Edition.with_passages(f"⟦{SENTENCE}⟧. The weather was fine.", f"⟦{SENTENCE}⟧. The soup was cold.")
    (family,) = edition.families()
    for place in family.places:
        assert borders_agree(
            edition.articles[place.article_id].text, place.span, edition.marked[place.article_id][0], 0
        )


def test_sentences_of_one_pattern_with_other_facts_are_no_family() -> None:
    edition = Edition.with_passages(
        "Police arrested a 34-year-old man from Maddock on Tuesday on suspicion of stealing lead from the church roof.",
        "Police released a 61-year-old woman from Quell on Friday for lack of evidence of arson at the timber yard.",
        "Firefighters rescued a seven-year-old boy from Tamsin on Sunday by sawing through railings at the reservoir.",
    )
    assert [edition.told(family) for family in edition.families()] == []


def test_names_with_titles_are_no_family() -> None:
    name = "Foreign Minister Annegret von Thadden, chairwoman of the Free Democratic Union"
    edition = Edition.with_passages(f"{name}, missed her train.", f"A portrait of {name}, was unveiled.")
    assert [edition.told(family) for family in edition.families()] == []


def test_a_headline_in_capitals_is_found_in_an_article_that_copied_it() -> None:
    headline = "Ferry captain questioned over drowned nurse and missing log"
    Edition.of(
        [f"⟦{headline.upper()}⟧\n\n{story(1, '')}", f"{story(2, f'“⟦{headline}⟧”, ran the front page.')}"]
    ).assert_one_family(off=1)


@pytest.mark.parametrize(
    "headline",
    [
        "FERRY CAPTAIN QUESTIONED OVER DROWNED NURSE AND MISSING LOG",
        "GEMİ KAPTANI BOĞULAN HEMŞİRE VE KAYIP SEYİR DEFTERİ İÇİN SORGUYA ÇEKİLDİ",
        "THE 3,800 TONNE FERRY OF ST. ORRIN SAILED WITHOUT A PILOT",
    ],
)
def test_a_headline_in_capitals_is_found_where_the_other_one_is_in_capitals_too(headline: str) -> None:
    Edition.of([f"⟦{headline}⟧\n\n{story(1, '')}", f"⟦{headline}⟧\n\n{story(2, '')}"]).assert_one_family(off=1)


def test_a_name_in_capitals_inside_a_sentence_is_no_passage() -> None:
    name = "MS ANNEGRET VON THADDEN OF THE FREE UNION"
    edition = Edition.with_passages(f"The ferry {name} missed her tide.", f"A portrait of {name} was unveiled.")
    assert [edition.told(family) for family in edition.families()] == []
