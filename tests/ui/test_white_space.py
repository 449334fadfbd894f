"""Edits of white space alone are not listed, counted or stepped through, unless one asks for them."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from db.casefile import open_case
from tests.ui.conftest import QUOTE
from ui.desktop.app import start
from ui.desktop.lists.models import ROW_ROLE
from ui.desktop.window import MainWindow
from ui.desktop.wording import edit_words
from workbench.comparison import Comparison
from workbench.session import Session
from workbench.visible import differs_in_white_space_only

Settle = Callable[[], None]

SAID = QUOTE.format(tail="an official of the harbour board said.")
WRAPPED = SAID.replace(" of ", "\nof ").replace(" to ", "\nto ")
PAGES = {
    "one.txt": "Dock workers to leave\n\nAlder News\n\n12 March 2019\n\nThe board met on Tuesday in its old house.\n\n"
    f"{SAID}\n\nThe union had no comment when this newspaper went to press.",
    "two.txt": "Out they go\n\nThe Morning Lamp\n\n14 March 2019\n\nReaders will remember our story of last winter.\n\n"
    f"{WRAPPED.replace('finish', 'rush through')}\n\nSeven families told us that they would rather not go.",
    "three.txt": "To the islands\n\nKestria Post\n\n15 March 2019\n\nWhat is planned is known at last.\n\n"
    f"{WRAPPED}\n\nWork begins after the spring tides, when the days are long.",
}


@pytest.fixture(scope="session")
def wrapped_case(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A case of three articles, two of which are wrapped at other words."""
    folder = tmp_path_factory.mktemp("wrapped")
    for name, text in PAGES.items():
        (folder / name).write_text(text, encoding="utf-8")
    session = Session(open_case(folder / "Wrapped.variorum", create=True))
    session.import_paths([folder / name for name in PAGES])
    session.align()
    session.close()
    return folder / "Wrapped.variorum"


@pytest.fixture
def wrapped(window: MainWindow, settle: Settle, wrapped_case: Path, tmp_path: Path) -> MainWindow:
    start(window, Path(shutil.copy(wrapped_case, tmp_path)))
    settle()
    return window


def only_white_space(found: Comparison) -> list[bool]:
    return [differs_in_white_space_only(edit, found.base_text, found.witness_text) for edit in found.edits]


def test_only_edits_of_the_text_are_listed(wrapped: MainWindow) -> None:
    found, panels = wrapped.where.comparison, wrapped.workspace
    assert [edit_words(edit, found.base_text, found.witness_text) for edit in found.edits] == [
        "“finish” to “rush through”"
    ]
    assert wrapped.where.left_out >= 3
    assert panels.edits.rows.rowCount() == 1
    assert panels.edits.heading.text().startswith("Edit 1 of 1")


def test_a_witness_that_is_only_wrapped_otherwise_has_the_passage_word_for_word(wrapped: MainWindow) -> None:
    wrapped.commands["next_witness"].trigger()
    panels, where = wrapped.workspace, wrapped.where
    assert where.edit is None
    assert panels.edits.heading.text() == "No edits"
    left_out = f"{where.left_out} edits of white space can be listed by the View menu."
    assert panels.edits.reason.text() == f"This outlet has the passage word for word. {left_out}"
    row = panels.witnesses.rows.index(where.number + 1).data(ROW_ROLE)
    assert row.did == "word for word"
    said: list[str] = []
    where.told.connect(said.append)
    wrapped.commands["next_edit"].trigger()
    assert said == ["This witness has no edits: it says the same as the base."]


def test_the_view_menu_lists_them_and_leaves_them_out_again(wrapped: MainWindow) -> None:
    where, rows = wrapped.where, wrapped.workspace.edits.rows
    edit, left_out = where.edit, where.left_out
    toggle = wrapped.commands["white_space"]
    assert toggle.isCheckable()
    assert not toggle.isChecked()
    toggle.trigger()
    assert rows.rowCount() == left_out + 1
    assert where.left_out == 0
    assert any(only_white_space(where.comparison))
    assert where.edit == edit, "the current edit stays current"
    where.go_to_edit(only_white_space(where.comparison).index(True))
    toggle.trigger()
    assert rows.rowCount() == 1
    assert where.edit == edit


def test_the_choice_holds_for_the_witnesses_and_families_one_goes_to(wrapped: MainWindow, settle: Settle) -> None:
    wrapped.commands["white_space"].trigger()
    wrapped.commands["next_witness"].trigger()
    assert wrapped.workspace.edits.rows.rowCount() > 1
    row = wrapped.workspace.witnesses.rows.index(wrapped.where.number + 1).data(ROW_ROLE)
    assert row.did == "3 edits of style"
    wrapped.commands["base"].trigger()
    settle()
    assert any(any(only_white_space(found)) for found in wrapped.where.comparisons)


def test_a_tag_on_such_an_edit_is_never_lost_from_sight(wrapped: MainWindow, settle: Settle) -> None:
    where, toggle = wrapped.where, wrapped.commands["white_space"]
    toggle.trigger()
    where.go_to_edit(only_white_space(where.comparison).index(True))
    target = where.edit_target
    wrapped.commands["tag_edit_1"].trigger()
    settle()
    toggle.trigger()
    assert [where.target(number) for number in range(len(where.comparison.edits))].count(target) == 1
    assert len(where.comparison.edits) == 2
    wrapped.commands["undo"].trigger()
    settle()
    assert len(where.comparison.edits) == 2, "nothing goes away under one's hands"
    wrapped.commands["next_witness"].trigger()
    wrapped.decisions.write_note(target, "wrapped by hand")
    settle()
    wrapped.commands["previous_witness"].trigger()
    assert len(where.comparison.edits) == 2


def test_a_note_from_another_window_brings_its_edit_into_the_list(wrapped: MainWindow, settle: Settle) -> None:
    where = wrapped.where
    number = only_white_space(where._whole[0]).index(True)
    edit = where._whole[0].edits[number]
    wrapped.commands["white_space"].trigger()
    where.go_to_edit(where.comparison.edits.index(edit))
    target = where.edit_target
    wrapped.commands["white_space"].trigger()
    assert edit not in where.comparison.edits
    wrapped.decisions.write_note(target, "seen elsewhere")
    settle()
    assert edit in where.comparison.edits
    index = wrapped.workspace.edits.rows.index(where.comparison.edits.index(edit))
    assert index.data(ROW_ROLE).note == "seen elsewhere"
    assert "note: seen elsewhere" in index.data(Qt.ItemDataRole.AccessibleTextRole)
