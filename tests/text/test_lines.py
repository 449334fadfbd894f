"""Text on one line."""

from hypothesis import given
from hypothesis import strategies as st

from workbench.text.lines import beginning, one_line


def test_white_space_of_every_kind_is_folded() -> None:
    assert one_line(" Two\nberths\u00a0 close.\t") == "Two berths close."


def test_a_short_text_is_its_own_beginning() -> None:
    assert beginning("Two\nberths  close.", 68) == "Two berths close."


@given(st.text(), st.integers(8, 80))
def test_beginnings_are_one_line_of_bounded_length_and_begin_as_the_text(text: str, length: int) -> None:
    shown = beginning(text, length)
    assert len(shown) <= length
    assert "\n" not in shown
    assert " ".join(text.split()).startswith(shown.removesuffix("…"))


def test_beginnings_end_at_a_word() -> None:
    assert (
        beginning("About 1,200 workers will be moved, from the north quay", 36) == "About 1,200 workers will be moved…"
    )
