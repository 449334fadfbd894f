"""Text made fit to be shown."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.reporting.clean import BREAK, REPLACEMENT, breakable, every_text, flowing, shown

SHA = "0123456789abcdef" * 4


@pytest.mark.parametrize(
    "bad", ["\x00", "\x07", "\x1b", "\x7f", "\x9b", "\ud83d", "\uffff", "\u202e", "\ue000", "\U0003fffd"]
)
def test_what_no_page_can_show_becomes_a_sign_of_its_own(bad: str) -> None:
    assert shown(f"a{bad}b") == f"a{REPLACEMENT}b"


@pytest.mark.parametrize("good", ["\n", "\u00a0", "“", "ß", "Ж", "ع", "語", "😀", "\U0001faff", "a\u0301", "\u2014"])
def test_what_a_page_can_show_stays(good: str) -> None:
    assert shown(good) == good


@given(st.text())
def test_shown_text_can_be_encoded_and_has_no_control_characters(text: str) -> None:
    result = shown(text + "\ud800\x00")
    result.encode("utf-8")
    assert not [char for char in result if unicodedata.category(char) == "Cc" and char not in "\t\n\v\f\r\x85"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("one\ntwo", "one two"),
        ("one \r\n two", "one two"),
        ("one\n \n\n two", "one\ntwo"),
        ("one\u2029two", "one\ntwo"),
        ("one\u00a0\u00a0two", "one\u00a0\u00a0two"),
        ("  one\t two ", " one two "),
    ],
)
def test_line_breaks_close_up_and_paragraphs_stay(text: str, expected: str) -> None:
    assert flowing(text) == expected


@given(st.text())
def test_breaks_add_nothing_but_themselves(text: str) -> None:
    assert breakable(shown(text)).replace(BREAK, "") == shown(text)


def test_long_addresses_and_hashes_can_be_broken() -> None:
    url = "https://example.org/a/rather/long/path?with=a&query=string"
    assert max(map(len, breakable(url).split(BREAK))) <= 12
    assert max(map(len, breakable(SHA).split(BREAK))) <= 4


@pytest.mark.parametrize("text", ["a plain sentence of words", "antidisestablish", "وبالإضافةإلىذلكفقدقالواأيضا"])
def test_common_words_and_joined_scripts_are_not_broken(text: str) -> None:
    assert breakable(text) == text


def test_every_text_of_a_tree_is_changed_and_its_keys_are_not() -> None:
    tree = {"a": ["x", ("y", 1, None)], "b": {"c": "z", "d": True}}
    assert every_text(str.upper, tree) == {"a": ["X", ["Y", 1, None]], "b": {"c": "Z", "d": True}}
