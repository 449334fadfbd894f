from hypothesis import given
from hypothesis import strategies as st

from ui.desktop.utf16 import Utf16Map, displayed, qt_length

TEXTS = st.text(st.sampled_from("ab 😀𝔘é\n\u2028\ufdd0\ufffc中"), max_size=40)


def units(text: str) -> int:
    return len(text.encode("utf-16-le")) // 2


def test_an_emoji_takes_two_units() -> None:
    there = Utf16Map("a😀b")
    assert [there.to_qt(k) for k in range(4)] == [0, 1, 3, 4]
    assert [there.from_qt(k) for k in (0, 1, 3, 4)] == [0, 1, 2, 3]


@given(TEXTS)
def test_every_position_is_where_utf16_has_it_and_leads_back(text: str) -> None:
    there = Utf16Map(text)
    for position in range(len(text) + 1):
        assert there.to_qt(position) == units(text[:position])
        assert there.from_qt(there.to_qt(position)) == position


@given(TEXTS)
def test_what_is_displayed_is_as_long_as_the_text_in_both_counts(text: str) -> None:
    shown = displayed(text)
    assert len(shown) == len(text)
    assert qt_length(shown) == qt_length(text) == units(text)


@given(TEXTS)
def test_nothing_displayed_can_be_taken_for_structure(text: str) -> None:
    assert not set(displayed(text)) & set("\n\r\0\u2028\u2029\ufdd0\ufdd1\ufffc")
