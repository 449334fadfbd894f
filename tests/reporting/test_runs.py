"""Edits put in place."""

from hypothesis import given
from hypothesis import strategies as st

from workbench.comparing.compare import compare
from workbench.model import Edit, Label, LabelKind
from workbench.reporting.model import RunKind, TextRun
from workbench.reporting.runs import runs_of
from workbench.spans import Span

WORDING = (Label(LabelKind.WORDING),)
words = st.lists(st.sampled_from(["the", "quay", "will", "close", "1,200", "“now”", "—", "on", "\n\n"]), max_size=12)


def whole(text: str) -> Span:
    return Span(0, len(text))


def test_a_rewording_stands_as_removed_words_and_then_added_ones() -> None:
    edits = (Edit(Span(9, 13), Span(9, 17), WORDING),)
    assert runs_of("a source said so", "a source admitted so", Span(0, 20), edits) == (
        TextRun("a source "),
        TextRun("said", RunKind.REMOVED),
        TextRun("admitted", RunKind.ADDED),
        TextRun(" so"),
    )


def test_a_difference_of_style_shows_the_witness_alone() -> None:
    edits = (Edit(Span(0, 1), Span(0, 1), (Label(LabelKind.STYLE),)),)
    assert runs_of("“yes", "‘yes", Span(0, 4), edits) == (TextRun("‘", RunKind.STYLE), TextRun("yes"))


def test_a_style_edit_that_leaves_nothing_in_the_witness_still_shows() -> None:
    edits = (Edit(Span(3, 4), Span(3, 3), (Label(LabelKind.STYLE),)),)
    assert runs_of("yes,", "yes", Span(0, 3), edits) == (TextRun("yes"), TextRun(",", RunKind.REMOVED))


def test_moved_words_stand_where_the_witness_has_them_and_where_the_base_has_them() -> None:
    moved = (Label(LabelKind.MOVED),)
    edits = (Edit(Span(0, 5), Span(0, 0), moved), Edit(Span(10, 10), Span(5, 10), moved))
    assert runs_of("then we go", "we go then", Span(0, 10), edits) == (
        TextRun("then ", RunKind.MOVED_AWAY),
        TextRun("we go"),
        TextRun(" then", RunKind.MOVED),
    )


def test_an_edit_that_reaches_out_of_the_passage_is_cut_to_fit() -> None:
    edits = (Edit(Span(0, 3), Span(0, 9), WORDING), Edit(Span(4, 5), Span(4, 6), WORDING))
    runs = runs_of("abcdefgh", "0123456789", Span(2, 7), edits)
    assert "".join(run.text for run in runs if not run.away) == "23456"


@given(words, words)
def test_the_passage_is_whole_whatever_the_edits(base_words: list[str], witness_words: list[str]) -> None:
    base, witness = " ".join(base_words), " ".join(witness_words)
    runs = runs_of(base, witness, whole(witness), compare(base, witness))
    assert "".join(run.text for run in runs if not run.away) == witness
    assert all(run.text for run in runs)
