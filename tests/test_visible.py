"""Edits of white space are told from edits of the text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.comparing.compare import compare
from workbench.model import Edit, Label, LabelKind
from workbench.spans import Span
from workbench.visible import differs_in_white_space_only, without_white_space_edits

STYLE = (Label(LabelKind.STYLE),)


def edit(before: str, after: str, *kinds: LabelKind) -> tuple[Edit, str, str]:
    """An edit in the middle of two texts."""
    labels = tuple(Label(kind) for kind in kinds)
    return Edit(Span(2, 2 + len(before)), Span(2, 2 + len(after)), labels), f"ab{before}cd", f"ab{after}cd"


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (" ", "\n"),
        ("\n\n", " "),
        (" ", "  "),
        (" ", "\u00a0"),
        ("", " "),
        ("\n", ""),
        ("of the\nquay", "of the quay"),
        ("New York ", "New\u202fYork\t"),
    ],
)
def test_other_white_space_is_white_space_only(before: str, after: str) -> None:
    assert differs_in_white_space_only(*edit(before, after, LabelKind.STYLE))


@pytest.mark.parametrize(
    ("before", "after"), [("quay", "Quay"), (" –", ","), ("a b", "ab"), ("it’s", "it's"), (",\n", " "), ("x", "x")]
)
def test_anything_else_is_not(before: str, after: str) -> None:
    assert not differs_in_white_space_only(*edit(before, after, LabelKind.STYLE))


@pytest.mark.parametrize("kinds", [(), (LabelKind.MOVED,), (LabelKind.STYLE, LabelKind.QUOTE)])
def test_an_edit_that_is_more_than_style_is_never_white_space_only(kinds: tuple[LabelKind, ...]) -> None:
    assert not differs_in_white_space_only(*edit(" ", "\n", *kinds))


def test_what_is_wanted_all_the_same_is_kept_in_its_place() -> None:
    base, witness = "one two three", "one\ntwo\nthree"
    first, second = (Edit(Span(k, k + 1), Span(k, k + 1), STYLE) for k in (3, 7))
    assert without_white_space_edits((first, second), base, witness) == ()
    assert without_white_space_edits((first, second), base, witness, keep=lambda e: e is second) == (second,)


@given(st.lists(st.sampled_from(["the", "boat", "said", "no", "ice,", "“quay”"]), min_size=1), st.randoms())
def test_text_that_is_only_wrapped_otherwise_has_no_edits_to_look_at(words: list[str], random) -> None:
    base = " ".join(words)
    witness = "".join(word + random.choice([" ", "\n", "  ", "\u00a0"]) for word in words).rstrip()
    assert without_white_space_edits(compare(base, witness), base, witness) == ()
