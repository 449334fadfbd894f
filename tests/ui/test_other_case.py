"""Going from one case to another: nothing that was meant for the first ever reaches the second."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from db.casefile import open_case
from tests.ui.test_window import drop
from ui.desktop.case.casework import Casework
from ui.desktop.case.lanes import Lanes
from ui.desktop.window import MainWindow
from workbench.errors import UserError
from workbench.model import Target
from workbench.ports import CaseStore
from workbench.session import Session
from workbench.snapshot import Snapshot

Settle = Callable[[], None]


@pytest.fixture
def other(aligned_case: Path, tmp_path: Path) -> Path:
    """A second case, whose articles have the same numbers as those of the first."""
    return Path(shutil.copy(aligned_case, tmp_path / "Other.variorum"))


@pytest.fixture
def stray(tmp_path: Path) -> Path:
    path = tmp_path / "stray.variorum"
    path.write_bytes(b"not a case at all" * 100)
    return path


def content(path: Path) -> Snapshot:
    session = Session(open_case(path))
    try:
        return session.snapshot()
    finally:
        session.close()


def test_a_decision_made_while_another_case_opens_is_not_written_into_it(
    opened: MainWindow, settle: Settle, other: Path
) -> None:
    before = content(other)
    opened.open_case(other)
    opened.decisions._tag_by_digit(1, on_witness=False)
    opened.decisions._tag_by_digit(2, on_witness=True)
    opened.decisions._make_base()
    opened.decisions.write_note(opened.where.edit_target, "meant for the first case")
    settle()
    assert opened.windowTitle() == "Other — Variorum"
    assert opened.case.snapshot == before
    opened.close()
    assert content(other) == before


def test_a_note_typed_before_another_case_opens_goes_into_its_own_case(
    opened: MainWindow, settle: Settle, other: Path, tmp_path: Path
) -> None:
    opened.commands["note"].trigger()
    QTest.keyClicks(opened.workspace.notes.field, "typed in the first case")
    opened.open_case(other)
    settle()
    assert opened.case.snapshot.notes == ()
    assert opened.workspace.notes.field.toPlainText() == ""
    assert [note.text for note in content(tmp_path / "Harbour.variorum").notes] == ["typed in the first case"]


def test_a_note_still_in_the_field_does_not_follow_into_the_next_case(
    opened: MainWindow, settle: Settle, other: Path
) -> None:
    opened.open_case(other)
    opened.workspace.notes.field.setPlainText("set after all")
    settle()
    opened.workspace.notes.save()
    settle()
    assert opened.case.snapshot.notes == ()
    assert opened.workspace.notes.field.toPlainText() == ""


def test_nothing_can_be_decided_while_a_case_is_opening(opened: MainWindow, settle: Settle, other: Path) -> None:
    deciding = ("tag_edit_1", "tag_witness_1", "note", "base", "import_files", "align", "export")
    panels = opened.workspace
    buttons = list(panels.codebook._buttons.values())
    opened.open_case(other)
    assert not any(opened.commands[name].isEnabled() for name in deciding)
    assert not any(button.isEnabled() for button in buttons)
    assert not panels.notes.field.isEnabled()
    settle()
    assert all(opened.commands[name].isEnabled() for name in deciding)
    assert all(button.isEnabled() for button in panels.codebook._buttons.values())
    assert panels.notes.field.isEnabled()


def test_when_the_other_case_cannot_be_opened_one_can_go_on_deciding(
    opened: MainWindow, settle: Settle, stray: Path
) -> None:
    opened.open_case(stray)
    opened.decisions._tag_by_digit(1, on_witness=False)
    settle()
    assert len(opened.case.snapshot.tags) == 1, "the first case stayed, so the decision is its own"
    assert opened.commands["tag_edit_1"].isEnabled()
    assert opened.workspace.notes.field.isEnabled()


def test_a_case_opened_in_between_is_shown_when_the_last_one_fails(
    opened: MainWindow, settle: Settle, other: Path, stray: Path
) -> None:
    opened.open_case(other)
    opened.open_case(stray)
    settle()
    assert opened.windowTitle() == "Other — Variorum"
    opened.commands["tag_edit_1"].trigger()
    settle()
    opened.close()
    assert len(content(other).tags) == 1


def test_what_was_found_for_one_case_is_not_kept_in_another(
    opened: MainWindow, settle: Settle, other: Path, qtbot: QtBot
) -> None:
    articles = opened.case.snapshot.articles
    asked = opened.case._shown
    opened.open_case(other)
    settle()
    before = opened.case.snapshot.families
    assert before
    assert opened.case.snapshot.articles == articles
    opened.case._keep(asked, [], [])
    opened.case.align()
    opened.open_case(other)
    settle()
    assert opened.case.snapshot.families == before


def test_an_alignment_goes_on_when_the_other_case_cannot_be_opened(
    opened: MainWindow, settle: Settle, stray: Path, qtbot: QtBot
) -> None:
    opened.case.align()
    with qtbot.waitSignal(opened.case.aligned, timeout=30000):
        opened.open_case(stray)
    settle()


def test_files_dropped_while_a_case_is_opening_are_answered_in_a_sentence(
    opened: MainWindow, settle: Settle, other: Path, pages: Path
) -> None:
    opened.open_case(other)
    assert drop(opened, pages)
    assert "drop the files again" in opened.problem.text.text()
    settle()


def test_a_case_that_opens_but_cannot_be_read_leaves_the_one_before(
    qtbot: QtBot, aligned_case: Path, tmp_path: Path, other: Path
) -> None:
    class Unreadable:
        """A case file that breaks after it was opened."""

        def __init__(self, store: CaseStore) -> None:
            self._store = store

        def __getattr__(self, name: str) -> object:
            if name == "articles":
                raise UserError("“Other.variorum” is damaged.")
            return getattr(self._store, name)

    first = Path(shutil.copy(aligned_case, tmp_path / "First.variorum"))
    lanes = Lanes()
    case = Casework(lanes, lambda path, create=False: Unreadable(open_case(path)) if path == other else open_case(path))
    refused: list[str] = []
    lanes.refused.connect(refused.append)
    case.open(first)
    case.open(other)
    qtbot.waitUntil(lambda: lanes.idle, timeout=30000)
    assert refused == ["“Other.variorum” is damaged."]
    code = case.snapshot.codes[0]
    family = case.snapshot.families[0]
    base = case.snapshot.base(family)
    case.decide(lambda session: session.toggle_tag(Target(base.place), code))
    qtbot.waitUntil(lambda: lanes.idle, timeout=30000)
    assert len(case.snapshot.tags) == 1
    case.close()
