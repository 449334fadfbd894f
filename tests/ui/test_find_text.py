"""Words are found whatever their case and accents, and where they stand is told in the text as it is."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ui.desktop.marking.find_text import first_from, matches
from workbench.spans import Span


@pytest.mark.parametrize(
    ("text", "wanted", "found"),
    [
        ("The Quay, the quay", "QUAY", ["Quay", "quay"]),
        ("Café in Łódź", "lodz", ["Łódź"]),
        ("cafe\u0301 noir", "café n", ["cafe\u0301 n"]),
        ("a long\n\nway off", "long way", ["long\n\nway"]),
        ("😀 “no” and 'no'", '"no"', ["“no”"]),
        ("aaaa", "aa", ["aa", "aa"]),
        ("a.c abc", "a.c", ["a.c"]),
        ("nothing here", "   ", []),
        ("", "x", []),
    ],
)
def test_what_is_found(text: str, wanted: str, found: list[str]) -> None:
    assert [span.of(text) for span in matches(text, wanted)] == found


@given(st.text(max_size=30), st.text(max_size=30), st.text(min_size=1, max_size=8))
def test_what_was_put_in_is_found(before: str, after: str, word: str) -> None:
    spans = matches(before + word + after, word)
    assert bool(spans) or not word.strip() or _is_marks(word)
    assert all(one.end <= other.start for one, other in pairwise(spans))


def _is_marks(word: str) -> bool:
    return not matches(word, word)


def test_the_first_match_from_a_place() -> None:
    found = [Span(2, 4), Span(8, 9)]
    assert [first_from(found, at) for at in (0, 3, 4, 9)] == [0, 0, 1, 0]
    assert first_from([], 0) == -1
