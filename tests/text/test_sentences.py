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
