import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.text.sentences import sentences
from workbench.text.words import words


def told(text: str) -> list[str]:
    return [span.of(text) for span in sentences(text)]


def test_abbreviations_do_not_end_a_sentence() -> None:
    text = "Lt. Gen. Ames left Ft. Worth at 10 a.m. Monday. Mr. Roe stayed."
    assert told(text) == ["Lt. Gen. Ames left Ft. Worth at 10 a.m. Monday.", "Mr. Roe stayed."]


def test_a_clock_time_may_end_a_sentence() -> None:
    assert told("He came at 5 p.m. She left.") == ["He came at 5 p.m.", "She left."]


@pytest.mark.parametrize(
    "text",
    [
        "Он жил в 1990 г. в Москве.",
        "Sie kamen z. B. am 3. Mai und am 14. Dezember.",
        "He left ... and came back.",
        "He left … and came back.",
        "Bu 19. yüzyılda oldu.",
    ],
)
def test_a_sentence_does_not_begin_with_a_small_letter_nor_with_a_month(text: str) -> None:
    assert told(text) == [text]


def test_a_paragraph_break_ends_a_sentence() -> None:
    assert told("A headline without a stop\n\nThe story.") == ["A headline without a stop", "The story."]


@given(st.text())
def test_sentences_are_ordered_and_hold_all_that_is_not_white_space(text: str) -> None:
    spans = sentences(text)
    assert spans == sorted(spans)
    assert "".join("".join(span.of(text).split()) for span in spans) == "".join(text.split())


def test_compounds_and_possessives_are_one_word() -> None:
    assert [word.text for word in words("Deir ez-Zor’s “two-day” truce, 9 ships")] == [
        "Deir",
        "ez-Zor’s",
        "two-day",
        "truce",
        "9",
        "ships",
    ]


@given(st.text())
def test_words_stand_where_they_say(text: str) -> None:
    assert all(text[word.start : word.end] == word.text for word in words(text))


def test_the_places_of_sentences_hold_to_the_end_of_a_long_text() -> None:
    paragraph = "The dam has leaked since spring. Nobody from the ministry answered. “Move the cattle!” she cried."
    text = "\n\n".join(f"{k}: {paragraph}" for k in range(500))
    spans = sentences(text)
    assert len(spans) == 1500
    assert all(span.of(text)[-1] in ".!d" for span in spans)
    assert spans[-1].end == len(text)
    assert {span.of(text).split()[-1] for span in spans} == {"spring.", "answered.", "cried."}


@pytest.mark.parametrize("space", ["\u00a0", "\u202f", "\u3000", "\u2028", "\x85"])
def test_an_initial_before_an_unusual_space_is_no_trouble(space: str) -> None:
    assert told(f"He chose plan B{space}. She did not.")[-1] == "She did not."


@pytest.mark.parametrize(
    "text",
    ["他走了。她来了！真的吗？", "वह गया। वह आई। क्या?", "សួស្តី។អរគុណ។លា។", "قال نعم. هل جاء؟ نعم۔", "သွားသည်။လာသည်။ရပ်သည်။"],
)
def test_sentences_end_by_the_stops_of_other_scripts(text: str) -> None:
    assert len(told(text)) == 3


@given(st.text(st.sampled_from("aB .!?\n\r\u00a0\u2028“”。😀é\ud800"), min_size=1, max_size=40), st.integers(1, 1500))
def test_long_texts_keep_all_that_is_not_white_space(piece: str, times: int) -> None:
    text = piece * times
    assert "".join("".join(span.of(text).split()) for span in sentences(text)) == "".join(text.split())
