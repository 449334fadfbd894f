"""How much is reviewed, as the foot of the window and the cards count it."""

import shutil
from dataclasses import replace
from pathlib import Path

from tests.ui.reviewing import Key, Press, Settle, four, four_case, four_pages, press
from ui.desktop.app import start
from ui.desktop.case.reviewed import PLACES
from ui.desktop.lists.rows import family_row
from ui.desktop.window import MainWindow

__all__ = ["four", "four_case", "four_pages", "press"]


def test_a_witness_without_edits_is_one_thing_to_review(
    window: MainWindow, settle: Settle, press: Press, four_pages: Path, tmp_path: Path
) -> None:
    pages = tmp_path / "two"
    pages.mkdir()
    for name in ("harrow-star.txt", "gate-mirror.txt"):
        shutil.copy(four_pages / name, pages)
    start(window, tmp_path / "Same.variorum", pages)
    settle()
    assert window.where.comparison.edits == ()
    assert window.status.meters.family.label.text() == "Family 0 of 1"
    press(Key.Key_Space)
    (review,) = window.case.snapshot.reviews
    assert review.target.base is not None
    assert window.workspace.edits.heading.text() == "No edits · reviewed"
    assert window.status.meters.case.label.text() == "Case 1 of 1"


def test_the_counts_are_spoken(four: MainWindow, press: Press) -> None:
    press(Key.Key_Space)
    assert four.status.meters.family.accessibleName() == "1 of 6 places reviewed in this family"


def test_the_witness_bar_says_how_much_is_reviewed(four: MainWindow, press: Press) -> None:
    press(Key.Key_Space)
    rows = four.workspace.witnesses.rows.rows
    assert "1 of 2 places reviewed" in rows[1].spoken
    press(Key.Key_Space)
    assert four.workspace.witnesses.rows.rows[1].reviewed.is_done


def test_hidden_edits_of_style_do_not_count(framed: MainWindow, settle: Settle) -> None:
    meters = framed.status.meters
    before = meters.family.label.text()
    framed.where.list_edits(style=False, white_space=False)
    settle()
    hidden = sum(framed.where.style_hidden(number) for number in range(len(framed.where.comparisons)))
    assert hidden
    assert meters.family.label.text() != before
    in_family = meters.family.label.text().rpartition(" ")[2]
    framed.where.list_edits(style=True, white_space=False)
    assert int(meters.family.label.text().rpartition(" ")[2]) >= int(in_family)
    assert meters.family.label.text() == before


def test_the_numbers_of_the_cards_add_up_to_the_places_of_the_meters(framed: MainWindow) -> None:
    meters, witnesses = framed.status.meters, framed.workspace.witnesses.rows.rows[1:]
    assert meters.title.text() == "Places reviewed"
    assert meters.family.toolTip().endswith(PLACES)
    assert "2 edits of style" in [row.did for row in witnesses]
    both = replace(witnesses[0], edits=3, quiet=2)
    assert both.did == "3 edits + 2 of style"
    places = sum(row.edits + row.quiet or 1 for row in witnesses)
    assert meters.family.label.text() == f"Family 0 of {places}"
    card = family_row(framed.case.book, framed.where.family.id)
    assert card.digest.edits == sum(row.edits for row in witnesses) < places
    assert card.digest.style == sum(row.quiet for row in witnesses)
    assert "1 edit + 2 of style, " in card.spoken
    alike = replace(card, digest=replace(card.digest, edits=0))
    assert alike.edits_words == "2 edits of style", "what differs in style only is not word for word"
