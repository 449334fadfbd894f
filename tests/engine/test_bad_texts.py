"""What no newsroom writes but some file holds: the engine ends in a clear state, and finds what is there to find."""

import random

import pytest

from tests.engine.newsroom import Edition, story
from tests.engine.stories import QUOTE, filler
from workbench.engine.families import EngineArticle, find_families
from workbench.engine.pairs import align_pair
from workbench.model import Zone, ZoneKind
from workbench.ports import FoundFamily
from workbench.spans import Span


def families(*texts: str) -> list[FoundFamily]:
    """The families of texts, after a look at what holds for all families."""
    found = find_families([EngineArticle(k, text) for k, text in enumerate(texts)])
    for family in found:
        assert len({place.article_id for place in family.places}) >= 2
        assert all(0 <= place.span.start < place.span.end <= len(texts[place.article_id]) for place in family.places)
    return found


def invented(count: int, seed: int) -> str:
    """So many words, few of which are alike."""
    rng = random.Random(seed)
    return " ".join(f"{rng.randrange(36**4):x}{'bdfg'[k % 4]}" for k in range(count))


NOTHING = {
    "no article": [],
    "one article": [story(0, QUOTE)],
    "one empty article": [""],
    "many empty articles": [""] * 500,
    "white space": [" \n\t\u00a0\u2028", "\r\n\r\n", "\u3000"],
    "marks": ["… — “”", "?!?!?!" * 1000, "— — —" * 1000],
    "empty articles and one story": ["", story(1, QUOTE), "", " "],
    "control characters": ["\x00\x01\x02" * 500, "\x1b[31m\x07" * 500, "\x00"],
    "lone surrogates": ["\ud800" * 500, "\udfff\ud800" * 500, "\ud800\udc00"],
    "byte order marks": ["\ufeff", "\ufeff" * 100, "\ufffe\uffff"],
    "one word each": ["word", "word", "word"],
    "five words each": ["nobody saw the grey heron"] * 3,
    "unassigned characters": ["\u0378\U000e0fff" * 100, "\U0010ffff" * 100],
}


@pytest.mark.parametrize("texts", NOTHING.values(), ids=NOTHING.keys())
def test_hardly_any_text_has_no_families(texts: list[str]) -> None:
    assert families(*texts) == []


@pytest.mark.parametrize("texts", NOTHING.values(), ids=NOTHING.keys())
def test_hardly_any_text_does_no_harm_beside_a_passage(texts: list[str]) -> None:
    found = families(story(3, QUOTE), *texts[:20], story(4, QUOTE))
    assert len(found) == 1
    assert {0, len(texts[:20]) + 1} <= {place.article_id for place in found[0].places}


PUT_IN = {
    "NUL": "\x00",
    "an escape": "\x1b",
    "a lone surrogate": "\ud800",
    "a byte order mark": "\ufeff",
    "a replacement character": "\ufffd",
    "an emoji of several characters": "👩🏽\u200d🚒",
    "letters beyond the basic plane": "𝕳𝖆𝖑𝖑𝖔",
    "a mark of direction": "\u202e",
    "a combining mark": "\u0301",
    "thirty combining marks": "\u0301" * 30,
    "a line separator": "\u2028",
    "the last character": "\U0010ffff",
}


@pytest.mark.parametrize("put_in", PUT_IN.values(), ids=PUT_IN.keys())
def test_odd_characters_between_the_words_of_a_passage_do_not_hide_it(put_in: str) -> None:
    words = QUOTE.split()
    odd = " ".join(f"{word} {put_in}" if k % 5 == 2 else word for k, word in enumerate(words))
    Edition.with_passages(f"{put_in}⟦{QUOTE}⟧.", f"{put_in} ⟦{odd}⟧.{put_in}").assert_one_family()


@pytest.mark.parametrize("put_in", PUT_IN.values(), ids=PUT_IN.keys())
def test_odd_characters_at_the_ends_of_words_do_not_hide_a_passage(put_in: str) -> None:
    odd = " ".join(f"{word}{put_in}" if k % 6 == 3 else word for k, word in enumerate(QUOTE.split()))
    Edition.with_passages(f"⟦{QUOTE}⟧.", f"⟦{odd}⟧.").assert_one_family()


def test_a_passage_in_letters_beyond_the_basic_plane_is_found_by_code_points() -> None:
    gothic = "𐌰𐍄𐍄𐌰 𐌿𐌽𐍃𐌰𐍂 𐌸𐌿 𐌹𐌽 𐌷𐌹𐌼𐌹𐌽𐌰𐌼 𐍅𐌴𐌹𐌷𐌽𐌰𐌹 𐌽𐌰𐌼𐍉 𐌸𐌴𐌹𐌽 𐌵𐌹𐌼𐌰𐌹 𐌸𐌹𐌿𐌳𐌹𐌽𐌰𐍃𐍃𐌿𐍃 𐌸𐌴𐌹𐌽𐍃"
    Edition.with_passages(f"😀😀 ⟦{gothic}⟧.", f"𝕏 ⟦{gothic}⟧!").assert_one_family(off=1)


def test_a_passage_is_found_in_an_article_of_a_million_words() -> None:
    head, tail = invented(500_000, 1), invented(500_000, 2)
    found = families(f"{head} {QUOTE}. {tail}", story(2, f"“{QUOTE}”"))
    assert len(found) == 1
    assert found[0].places[0].span.of(f"{head} {QUOTE}") == QUOTE


def test_ten_thousand_identical_articles_are_one_family() -> None:
    text = f"{filler(1, 2)} {QUOTE}."
    (family,) = families(*[text] * 10_000)
    assert [place.article_id for place in family.places] == list(range(10_000))
    assert {place.span for place in family.places} == {Span(0, len(text) - 1)}


def test_identical_long_articles_are_one_family() -> None:
    text = "\n\n".join(filler(k, 6) for k in range(60))
    (family,) = families(*[text] * 40)
    assert len(family.places) == 40
    assert all(len(place.span) >= len(text) - 1 for place in family.places)


@pytest.mark.parametrize("texts", [1, 2, 3], ids=["in one article", "in two", "in three"])
def test_one_word_repeated_a_hundred_thousand_times_is_no_trouble(texts: int) -> None:
    found = families(*["tanker " * 100_000] * texts, story(1, f"{QUOTE}."), story(2, f"“{QUOTE}.”"))
    assert len(found) <= 20
    assert any({texts, texts + 1} <= {place.article_id for place in family.places} for family in found)


def test_one_stop_word_repeated_a_hundred_thousand_times_is_no_trouble() -> None:
    assert len(families("the " * 100_000, "the " * 90_000, story(1, QUOTE))) <= 20


def test_a_sentence_repeated_ten_thousand_times_is_no_trouble() -> None:
    found = families(f"{QUOTE}. " * 10_000, f"{QUOTE}. " * 9_000, story(1, QUOTE))
    assert found
    assert len(found) <= 50


@pytest.mark.parametrize("letters", ["x", "abcdefghij", "中", "ก", "ค\u0e31", "😀", "𐌰", "한"])
def test_a_megabyte_without_spaces_is_no_trouble(letters: str) -> None:
    text = letters * (1_000_000 // len(letters.encode()))
    assert len(families(text, text + letters, story(1, QUOTE))) <= 20


def test_a_megabyte_of_chinese_that_two_articles_share_is_one_family() -> None:
    rng = random.Random(3)
    text = "".join(chr(rng.randrange(0x4E00, 0x9FA0)) for _ in range(330_000))
    (family,) = families(text, f"天地{text}玄黄")
    assert all(len(place.span) >= 0.99 * len(text) for place in family.places)


def test_a_megabyte_of_base64_that_two_articles_share_is_no_trouble() -> None:
    rng = random.Random(4)
    text = "".join(rng.choices("ABCDEFGHIJabcdefghij0123456789+/", k=1_000_000))
    assert len(families(text, text)) <= 1000


def test_a_table_of_numbers_is_no_trouble() -> None:
    rows = [" ".join(str((k * j) % 97) for j in range(20)) for k in range(2000)]
    assert len(families("\n".join(rows), "\n".join(reversed(rows)))) <= 3000


def test_many_articles_of_the_same_few_words_are_no_trouble() -> None:
    rng = random.Random(8)
    words = ["yes", "no", "up", "down", "left", "right", "in", "out", "on", "off"]
    assert len(families(*(" ".join(rng.choices(words, k=300)) for _ in range(30)))) <= 3000


def test_a_zone_may_be_empty_or_hold_nothing_but_marks() -> None:
    text = f"… {QUOTE}."
    zones = (
        Zone(ZoneKind.HEADLINE, Span(0, 0)),
        Zone(ZoneKind.BYLINE, Span(0, 1)),
        Zone(ZoneKind.BODY, Span(1, len(text))),
        Zone(ZoneKind.COMMENTS, Span(len(text), len(text))),
    )
    (family,) = find_families([EngineArticle(1, text, zones), EngineArticle(2, text, zones), EngineArticle(3, "", ())])
    assert {place.span.of(text) for place in family.places} == {QUOTE}


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("", ""),
        ("\x00", "\ud800"),
        ("word " * 20_000, "word " * 20_000),
        ("x" * 300_000, "x" * 300_000),
        ("中" * 100_000, "中" * 100_000),
        ("\n" * 100_000, "." * 100_000),
        ("a. " * 20_000, "a. " * 20_000),
        (QUOTE, invented(200_000, 5)),
    ],
    ids=["nothing", "no words", "one word", "one long word", "one character", "marks", "short sentences", "a long one"],
)
def test_a_pair_of_odd_documents_is_aligned_without_trouble(a: str, b: str) -> None:
    for found in align_pair(a, b):
        assert 0 <= found.a.start < found.a.end <= len(a)
        assert 0 <= found.b.start < found.b.end <= len(b)
