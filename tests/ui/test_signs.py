import pytest

from tests.ui.by_hand import comparison
from ui.desktop.signs import Piece, Sign, base_rendering, edit_sign, rendering, side_sign
from workbench.model import Edit, Label, LabelKind
from workbench.spans import Span


def edit(base: int, witness: int, *kinds: LabelKind) -> Edit:
    return Edit(Span(0, base), Span(0, witness), tuple(Label(kind) for kind in kinds))


@pytest.mark.parametrize(
    ("found", "whole", "base", "witness"),
    [
        (edit(3, 4, LabelKind.WORDING), Sign.ADDED, Sign.REMOVED, Sign.ADDED),
        (edit(3, 0, LabelKind.OMITTED), Sign.REMOVED, Sign.REMOVED, Sign.ADDED),
        (edit(0, 4, LabelKind.ADDED), Sign.ADDED, Sign.REMOVED, Sign.ADDED),
        (edit(3, 3, LabelKind.MOVED, LabelKind.WORDING), Sign.MOVED, Sign.MOVED, Sign.MOVED),
        (edit(3, 0, LabelKind.MOVED), Sign.AWAY, Sign.AWAY, Sign.AWAY),
        (edit(0, 3, LabelKind.MOVED), Sign.MOVED, Sign.MOVED, Sign.MOVED),
        (edit(3, 3, LabelKind.STYLE), Sign.STYLE, Sign.STYLE, Sign.STYLE),
        (edit(3, 3, LabelKind.STYLE, LabelKind.NUMBER), Sign.ADDED, Sign.REMOVED, Sign.ADDED),
    ],
)
def test_each_edit_has_one_sign_a_side(found: Edit, whole: Sign, base: Sign, witness: Sign) -> None:
    assert (edit_sign(found), side_sign(found, base=True), side_sign(found, base=False)) == (whole, base, witness)


def test_only_an_edit_of_nothing_but_style_is_quiet() -> None:
    assert edit(1, 1, LabelKind.STYLE).is_style_only
    assert not edit(1, 1, LabelKind.STYLE, LabelKind.NUMBER).is_style_only
    assert not edit(1, 1).is_style_only


def words(pieces: tuple[Piece, ...], *signs: Sign) -> list[str]:
    return [piece.text.strip() for piece in pieces if piece.sign in signs]


def test_a_rendering_shows_what_was_removed_before_what_came_instead() -> None:
    found = rendering(
        comparison("The minister said on Monday that 12 people came", "The minister said that 20 people came")
    )
    text = "".join(piece.text for piece in found if piece.sign is not Sign.GAP)
    assert "on Monday" in words(found, Sign.REMOVED)
    assert words(found, Sign.ADDED) == ["20"]
    assert text.index("12") < text.index("20")


def test_a_rendering_holds_the_whole_witness() -> None:
    base, witness = "One fine  morning\n\nthey all left the town", "One morning they\nquietly left the old town"
    found = rendering(comparison(base, witness))
    assert " ".join(words(found, Sign.SAME, Sign.ADDED, Sign.STYLE)).split() == witness.split()


def test_what_moved_away_does_not_stand_in_the_rendering_as_if_it_were_there() -> None:
    found = comparison(
        "On Monday evening in the old town hall the council voted for the new bridge.",
        "The council voted for the new bridge on Monday evening in the old town hall.",
    )
    pieces = rendering(found)
    kept = " ".join(words(pieces, Sign.SAME, Sign.ADDED, Sign.MOVED, Sign.STYLE)).split()
    assert "".join(kept) == "".join(found.witness_text.split())
    assert words(pieces, Sign.AWAY, Sign.MOVED)


def test_pieces_know_their_edit() -> None:
    found = comparison("It was 12 men", "It was 20 men")
    assert {piece.edit for piece in rendering(found) if piece.sign in (Sign.ADDED, Sign.REMOVED)} == {0}


def test_long_stretches_without_edits_are_shortened_around_the_edits() -> None:
    many = " ".join(f"word{k}" for k in range(60))
    found = rendering(comparison(f"{many} twelve {many}", f"{many} twenty {many}"), keep=4)
    text = "".join(piece.text for piece in found)
    assert words(found, Sign.ADDED) == ["twenty"]
    assert "…" in text
    assert "word59" in text
    assert len(text) < 120


def test_a_rendering_without_edits_still_says_how_it_begins() -> None:
    many = " ".join(f"word{k}" for k in range(60))
    text = "".join(piece.text for piece in base_rendering(many, Span(0, len(many)), keep=4))
    assert text.startswith("word0 word1")
    assert text.endswith("…")


def test_who_is_cited_stands_beside_a_rendering_as_its_frame() -> None:
    text = "It rained.\n\n“The barges will leave at dawn,” a ministry\ninsider admitted. Nobody else spoke."
    start = text.index("The barges")
    pieces = base_rendering(text, Span(start, start + len("The barges will leave at dawn")))
    assert [(piece.sign, piece.text) for piece in pieces] == [
        (Sign.FRAME, "“"),
        (Sign.SAME, "The barges will leave at dawn"),
        (Sign.FRAME, ",” a ministry insider admitted."),
    ]


def test_a_long_frame_is_cut_at_the_far_end() -> None:
    text = f"{'The minister who ' * 12}said that the barges will leave at dawn, {'and then some more ' * 12}he said."
    start = text.index("the barges")
    before, _, after = base_rendering(text, Span(start, start + len("the barges will leave at dawn")))
    assert before.text.startswith("… ")
    assert before.text.endswith("said that ")
    assert after.text.startswith(", and then")
    assert after.text.endswith(" …")
