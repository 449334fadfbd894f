"""Undo and redo lead to the place that a decision was about, wherever one has gone since."""

import pytest
from PySide6.QtCore import Qt

from tests.ui.scenes import Stage
from ui.desktop.view_switch import View
from workbench.model import Place, Target
from workbench.session import Session
from workbench.snapshot import Snapshot
from workbench.spans import Span

Key, CTRL = Qt.Key, Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def begun(stage: Stage) -> Stage:
    """At the second edit of the first witness of the first family."""
    stage.rest()
    where = stage.window.where
    where.go_to_family(where.order[0])
    stage.settle()
    where.go_to_witness(0, 1)
    return stage


def decide_elsewhere(stage: Stage, target: Target) -> None:
    stage.window.case.decide(lambda session: session.toggle_tag(target, session.snapshot().codes[0]))
    stage.settle()


def test_backspace_after_space_leads_back_to_the_edit_that_was_reviewed(begun: Stage) -> None:
    where = begun.window.where
    target = where.edit_target
    begun.press(Key.Key_Space)
    assert where.edit_target != target
    begun.press(Key.Key_Backspace)
    assert where.edit_target == target
    assert begun.window.status.text.text().startswith("Taken back: ")


@pytest.mark.parametrize("decision", ["tag_edit_1", "accept_labels", "review", "review_witness", "base"])
def test_every_decision_is_taken_back_and_done_again_where_it_was_taken(begun: Stage, decision: str) -> None:
    where = begun.window.where
    family, witness, target = where.family, where.comparison.witness, where.edit_target
    begun.take(decision, "next_family", "next_family", "undo")
    assert where.family == family
    assert where.comparison.witness == witness
    if decision not in ("base", "review_witness"):
        assert where.edit_target == target
    begun.take("previous_family" if where.family.id != where.order[0] else "next_family", "redo")
    assert where.family == family
    begun.take("undo")


def test_a_note_is_taken_back_in_sight(begun: Stage) -> None:
    window = begun.window
    target = window.where.edit_target
    window.decisions.write_note(target, "Who says so?")
    begun.settle()
    begun.take("next_witness", "undo")
    assert window.where.edit_target == target
    assert window.workspace.notes.field.toPlainText() == ""


def test_who_stands_at_a_place_of_many_stays_there(begun: Stage) -> None:
    where = begun.window.where
    begun.take("review_family")
    where.go_to_witness(2, 0)
    here = where.edit_target
    begun.take("undo")
    assert where.edit_target == here
    begun.take("tag_witness_1", "next_edit")
    there = where.edit_number
    begun.take("undo")
    assert where.edit_number == there, "the witness it was about is the current one"


def test_from_figures_and_from_a_text_one_comes_back_to_the_family(begun: Stage) -> None:
    window, where = begun.window, begun.window.where
    target = where.edit_target
    begun.take("tag_edit_1", "figures")
    assert window.workspace.shows_figures
    begun.take("undo")
    assert not window.workspace.shows_figures
    assert where.edit_target == target
    begun.take("redo", "read")
    assert window.workspace.viewing.reading
    begun.take("undo")
    assert window.workspace.viewing.reading, "the text that is read is the one it was about"
    begun.take("redo")
    other = where.comparison.base.place.article_id
    window.workspace.viewing.open_article(other, 0)
    begun.take("undo")
    assert window.workspace.middle.view is View.SIDES
    assert where.edit_target == target


def test_a_stretch_that_is_in_no_family_is_shown_in_its_text(begun: Stage) -> None:
    window = begun.window
    snapshot = window.case.snapshot
    shown = {side.place.article_id for side in (window.where.comparison.base, window.where.comparison.witness)}
    shared = {witness.place.article_id: witness.place for family in snapshot.families for witness in family.witnesses}
    article = next(one.id for one in snapshot.articles if one.id not in shown and one.id in shared)
    stretch = Place(article, Span(0, 3))
    assert not any(place.holds(stretch) for place in shared.values())
    decide_elsewhere(begun, Target(stretch))
    begun.take("undo")
    assert window.workspace.reader.article_id == article
    assert window.workspace.viewing.reading
    begun.take("view_sides")
    beside = Place(window.where.comparison.witness.place.article_id, Span(0, 3))
    decide_elsewhere(begun, Target(beside))
    begun.take("undo")
    assert window.workspace.middle.view is View.SIDES
    assert window.workspace.comparison.witness.textCursor().selectedText() != ""


def test_a_pair_of_figures_is_brought_back_in_sight(begun: Stage) -> None:
    lists = begun.window.workspace.lists
    begun.take("figures")
    pair = lists.figures.chosen
    begun.take("set_aside", "families", "undo")
    assert begun.window.workspace.shows_figures
    assert lists.figures.chosen.conflict == pair.conflict


def test_where_nothing_is_left_to_take_back_it_is_said(begun: Stage) -> None:
    window = begun.window

    def unwind(session: Session) -> Snapshot:
        while session.snapshot().undo_summary:
            session.undo()
        return session.snapshot()

    begun.take("tag_edit_1")
    desk = window.commands["undo"]
    window.case.decide(unwind)
    desk.trigger()
    begun.settle()
    assert window.status.text.text() == "There is no decision left to take back."
