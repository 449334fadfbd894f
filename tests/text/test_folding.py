import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.text.folding import bare, fold, is_diacritic

any_text = st.text(alphabet=st.characters())


@given(any_text)
def test_folding_and_baring_keep_every_offset(text: str) -> None:
    assert len(fold(text)) == len(bare(text)) == len(text)


@given(any_text)
def test_what_is_bare_stays_as_it_is(text: str) -> None:
    assert bare(bare(text)) == bare(text)


@given(any_text)
def test_what_is_folded_alike_is_bared_alike(text: str) -> None:
    assert bare(fold(text)) == bare(text)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Łódź", "LODZ"),
        ("İSTANBUL ışık", "istanbul IŞIK"),
        ("ещё Королёв", "ЕЩЕ Королев"),
        ("Ὀδυσσεύς", "ΟΔΥΣΣΕΥΣ"),
        ("４１ Ｋｍ", "41 km"),
        ("crème brûlée", "Creme brulee"),
        ("أحمد على الشاطئ", "احمد علي الشاطي"),
        ("“it’s” – so", '"it\'s" - so'),
        ("a\u202fb\u00a0c", "a b c"),
    ],
)
def test_ways_to_write_one_word_are_bared_alike(one: str, other: str) -> None:
    assert bare(one) == bare(other)


@pytest.mark.parametrize("text", ["がぎ かき", "किक की", "ที่ ที", "값 감", "й"])
def test_letters_are_told_apart_where_the_marks_are_part_of_them(text: str) -> None:
    words = bare(text).split()
    assert len(set(words)) == len(words)


def test_comparing_still_sees_accents() -> None:
    assert fold("Łódź") == "łódź"


@pytest.mark.parametrize("text", ["Élysée naïve", "Ελλάδα", "Việt Nam", "क़लम"])
def test_composed_and_decomposed_text_differ_by_diacritics_only(text: str) -> None:
    composed, decomposed = (unicodedata.normalize(form, text) for form in ("NFC", "NFD"))
    assert without_diacritics(bare(decomposed)) == without_diacritics(bare(composed))


def without_diacritics(text: str) -> str:
    return "".join(character for character in text if not is_diacritic(character))


def test_vowel_signs_of_indic_and_thai_letters_are_no_diacritics() -> None:
    assert not any(map(is_diacritic, "ािीुूেীัี่"))
