"""What was decided stands and is shown when a case grows and passages are found anew."""

import shutil
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from db.casefile import open_case
from tests.ui.conftest import QUOTE
from ui.desktop.app import start
from ui.desktop.lists.unplaced import unplaced_rows
from ui.desktop.window import MainWindow
from workbench.model import Place, Target
from workbench.ports import FoundFamily
from workbench.settings import Settings
from workbench.spans import Span

Settle = Callable[[], None]

LATE = {
    "dawn-mail.txt": (
        "Workers to be sent north\n\nDawn Mail\n\n2 March 2019\n\nOur man at the harbour heard it first.\n\n"
        + QUOTE.format(tail="a member of the harbour board told this newspaper.")
        .replace("About 4,200", "Some 4,000")
        .replace("large ", "")
        + "\n\nThe union had no comment when this newspaper went to press."
    ),
    "islander.txt": (
        "They are coming\n\nThe Islander\n\n20 March 2019\n\nNobody has asked the islands.\n\n"
        "The harbour board spoke on Tuesday about its plans for the coast.\n\n"
        + QUOTE.format(tail="an official of the harbour board said.")
    ),
    "short.txt": (
        "In brief\n\nCoast Letter\n\n21 March 2019\n\nThe plan includes "
        "closing the harbour at Fennick Bay and Ostrel, it was said."
    ),
}


@pytest.fixture
def late(tmp_path: Path) -> Path:
    folder = tmp_path / "late"
    folder.mkdir()
    for name, text in LATE.items():
        (folder / name).write_text(text, encoding="utf-8")
    return folder


@pytest.fixture
def narrow(window: MainWindow, settle: Settle, aligned_case: Path, tmp_path: Path) -> MainWindow:
    """A window on a case whose one family leaves out the beginning of the quote, as an older engine may have had it."""
    path = Path(shutil.copy(aligned_case, tmp_path))
    with closing(open_case(path)) as store:
        (family,) = store.families()
        spots = (witness.place for witness in family.witnesses)
        later = (Place(spot.article_id, Span(spot.span.start + 25, spot.span.end)) for spot in spots)
        store.replace_families([FoundFamily(tuple(later), boilerplate=False)])
    start(window, path)
    settle()
    return window


def unplaced(window: MainWindow) -> list[Target]:
    case = window.case
    return [row.target for row in unplaced_rows(case.book)]


def places(window: MainWindow, target: Target) -> set[Place]:
    """The witnesses of the family that a target lies in."""
    (family,) = (
        family
        for family in window.case.snapshot.families
        if {witness.place.article_id for witness in family.witnesses} >= {1, 2, 3}
        and any(witness.place.holds(target.place) for witness in family.witnesses)
    )
    return {witness.place for witness in family.witnesses}


def import_late(window: MainWindow, settle: Settle, late: Path) -> None:
    window.case.import_paths([late])
    settle()
    assert window.case.snapshot.aligned
    assert len(window.case.snapshot.articles) == 6


def do(window: MainWindow, settle: Settle, *names: str) -> None:
    for name in names:
        window.commands[name].trigger()
        settle()


def test_without_a_decision_the_earliest_article_becomes_the_base(
    narrow: MainWindow, settle: Settle, late: Path
) -> None:
    before = narrow.where.comparison.base.place.article_id
    import_late(narrow, settle, late)
    snapshot = narrow.case.snapshot
    bases = {snapshot.base(family).place.article_id for family in snapshot.families}
    assert before not in bases


def test_tags_and_notes_are_shown_where_they_were_put_after_more_was_imported(
    narrow: MainWindow, settle: Settle, late: Path
) -> None:
    do(narrow, settle, "next_edit", "tag_edit_1", "next_witness", "tag_edit_2", "tag_witness_3")
    on_edit, on_witness = narrow.where.edit_target, narrow.where.witness_target
    narrow.decisions.write_note(on_edit, "counted by whom?")
    settle()
    before = places(narrow, on_edit)
    import_late(narrow, settle, late)
    assert before < places(narrow, on_edit)
    assert len(places(narrow, on_edit)) == 5
    assert unplaced(narrow) == []
    assert not narrow.commands["unplaced"].isEnabled()
    snapshot = narrow.case.snapshot
    assert len(snapshot.tags) == 3
    assert snapshot.note_on(on_edit) is not None
    assert [code.code_id for code in snapshot.tags_on(on_witness)] == [snapshot.codes[2].id]
    shown = {narrow.where.target(k) for k in range(len(narrow.where.comparison.edits))}
    assert on_edit in shown
    do(narrow, settle, *["undo"] * 4)
    assert narrow.case.snapshot.tags == narrow.case.snapshot.notes == ()
    do(narrow, settle, *["redo"] * 4)
    assert (narrow.case.snapshot.tags, narrow.case.snapshot.notes) == (snapshot.tags, snapshot.notes)
    assert unplaced(narrow) == []


def test_a_chosen_base_stays_with_what_was_decided_against_it(narrow: MainWindow, settle: Settle, late: Path) -> None:
    do(narrow, settle, "next_witness", "base", "tag_edit_1")
    base, target = narrow.where.comparison.base.place, narrow.where.edit_target
    import_late(narrow, settle, late)
    assert narrow.where.comparison.base.place == base
    assert unplaced(narrow) == []
    do(narrow, settle, "align")
    assert narrow.where.comparison.base.place == base
    assert narrow.case.snapshot.tags_on(target)
    assert unplaced(narrow) == []
    do(narrow, settle, "undo", "undo", "redo", "redo")
    assert narrow.where.comparison.base.place == base
    assert unplaced(narrow) == []


def test_a_decision_that_was_taken_back_before_can_still_be_made_again_in_its_place(
    narrow: MainWindow, settle: Settle, late: Path
) -> None:
    do(narrow, settle, "tag_edit_1")
    target = narrow.where.edit_target
    do(narrow, settle, "undo")
    import_late(narrow, settle, late)
    do(narrow, settle, "redo")
    assert narrow.case.snapshot.tags_on(target)
    assert unplaced(narrow) == []


def test_a_touched_family_outlives_settings_that_would_not_find_it(narrow: MainWindow, settle: Settle) -> None:
    do(narrow, settle, "tag_edit_1")
    before = narrow.case.snapshot.families
    wanted = Settings(shortest=900)
    narrow.case.change_settings(wanted)
    settle()
    assert narrow.case.snapshot.settings == wanted
    assert [family.witnesses[0].place for family in narrow.case.snapshot.families] == [before[0].witnesses[0].place]
    assert unplaced(narrow) == []
