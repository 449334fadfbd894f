"""The index of words: what is found by what is typed, and that nothing typed is ever an error."""

from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from db.search import WordIndex
from workbench.ports import IndexEntry, PassageIndex, SearchTerm

TEXTS = {
    1: ("The soldiers’ café in Łódź sold 4,200 loaves—for $5 each.", "Herald"),
    2: ("東京都の首相は昨日、橋を渡った。", "朝日"),
    3: ("ภาษาไทยไม่มีช่องว่าง", "Bangkok Lamp"),
    4: ("हिन्दी में लिखा गया", "Don't go"),
    5: ("Fire 😀 on the quay", "the quay burns"),
}


@pytest.fixture
def index() -> Iterator[WordIndex]:
    made = WordIndex()
    made.put(IndexEntry(number, texts) for number, texts in TEXTS.items())
    yield made
    made.close()


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("sol", {1}),
        ("SOLD", {1}),
        ("oldiers", set()),
        ("cafe", {1}),
        ("CAFÉ", {1}),
        ("lodz", {1}),
        ("4,200", {1}),
        ("4,20", {1}),
        ("$", {1}),
        ("$5", {1}),
        ("loaves for", {1}),
        ("loaves-for", {1}),
        ("each herald", set()),
        ("首相", {2}),
        ("京", {2}),
        ("京首", set()),
        ("朝日", {2}),
        ("ไทย", {3}),
        ("हिन्दी", {4}),
        ("don’t", {4}),
        ("😀", {5}),
        ("on the quay", {5}),
        ("quay the", set()),
    ],
)
def test_words_are_found_by_their_beginning_and_side_by_side_in_one_text(
    index: WordIndex, typed: str, found: set[int]
) -> None:
    assert index.find(SearchTerm(typed)) == found


def test_a_whole_phrase_is_not_the_beginning_of_another_word(index: WordIndex) -> None:
    assert index.find(SearchTerm("the soldier")) == {1}
    assert index.find(SearchTerm("the soldier", whole=True)) == set()
    assert index.find(SearchTerm("the soldiers", whole=True)) == {1}


@pytest.mark.parametrize("typed", ['"', "-", "*", "()", "\0", "\u241f", "…", ":", "'"])
def test_signs_alone_seek_nothing(index: WordIndex, typed: str) -> None:
    assert index.find(SearchTerm(typed)) is None


@pytest.mark.parametrize(
    "typed",
    ['sold"', "sold*", "NEAR(sold fire)", "sold AND", "NOT fire", "text:sold", "^sold", "{text}: sold", "a + b"],
)
def test_the_signs_of_the_query_language_are_text(index: WordIndex, typed: str) -> None:
    found = index.find(SearchTerm(typed))
    assert found in ({1}, set())


SHARED = WordIndex()
SHARED.put([IndexEntry(1, ("One text",))])


@given(st.text(st.characters(codec=None)), st.booleans())
def test_whatever_is_typed_is_no_error(typed: str, whole: bool) -> None:
    found = SHARED.find(SearchTerm(typed, whole))
    assert found is None or found <= {1}


@given(st.text(st.characters(categories=["L", "N", "Zs", "P"]), min_size=1).filter(str.strip))
def test_a_text_is_found_by_itself(text: str) -> None:
    index = WordIndex()
    index.put([IndexEntry(7, (text,))])
    assert index.find(SearchTerm(text)) in ({7}, None)
    index.close()


def test_what_is_dropped_is_found_no_more_and_what_is_put_again_is(index: WordIndex) -> None:
    index.drop([1, 3])
    assert index.find(SearchTerm("sold")) == set()
    assert len(index) == 3
    index.put([IndexEntry(9, ("sold again",))])
    assert index.find(SearchTerm("sold")) == {9}


def test_texts_with_lone_surrogates_and_nul_are_found_by_their_other_words() -> None:
    index: PassageIndex = WordIndex()
    index.put([IndexEntry(1, ("a\ud800b c\0d harbour",))])
    assert index.find(SearchTerm("harb")) == {1}
    assert index.find(SearchTerm("d")) == {1}
    index.close()
