"""Cases that were open lately are opened by typing a part of their names."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from ui.cases import remember_case, sample_case
from ui.desktop.picker import Choice, Picker
from ui.desktop.recent import RecentCases
from ui.desktop.window import MainWindow


def words_of(picker: Picker) -> list[str]:
    model = picker.list.model()
    return [model.index(number, 0).data() for number in range(model.rowCount())]


@pytest.fixture
def others(opened: MainWindow, tmp_path: Path) -> list[Path]:
    """Two further cases that were open before the one that is open now."""
    here = opened.case.state.path
    paths = [Path(shutil.copy(here, tmp_path / name)) for name in ("Ferry.variorum", "Sea wall & dykes.variorum")]
    for path in (*paths, here):
        remember_case(path)
    return paths


def test_cases_are_listed_newest_first_without_the_one_that_is_open(opened: MainWindow, others: list[Path]) -> None:
    opened.commands["recent"].trigger()
    (picker,) = opened.findChildren(RecentCases)
    assert words_of(picker) == ["Sea wall & dykes", "Ferry"]
    picker.close()


def test_a_case_is_opened_by_typing(opened: MainWindow, others: list[Path], settle: Callable[[], None]) -> None:
    opened.commands["recent"].trigger()
    (picker,) = opened.findChildren(RecentCases)
    QTest.keyClicks(picker.field, "ferr")
    assert words_of(picker) == ["Ferry"]
    QTest.keyClick(picker.field, Qt.Key.Key_Return)
    settle()
    assert opened.case.state.path == others[0]


def test_cases_that_are_gone_are_not_offered_and_the_sample_case_is(opened: MainWindow, others: list[Path]) -> None:
    others[0].unlink()
    sample, _ = sample_case()
    shutil.copy(others[1], sample)
    picker = RecentCases(opened.open_case, opened.case.state, opened)
    assert words_of(picker) == ["Sea wall & dykes", "Sample case"]
    picker.close()


def test_without_any_other_case_the_list_says_so(opened: MainWindow) -> None:
    picker = RecentCases(opened.open_case, opened.case.state, opened)
    assert words_of(picker) == []
    assert picker.nothing.isVisibleTo(picker)
    QTest.keyClick(picker.field, Qt.Key.Key_Return)


def test_a_choice_that_cannot_be_taken_is_not_taken(opened: MainWindow) -> None:
    taken: list[str] = []
    choices = [Choice("one", lambda: taken.append("one"), enabled=False), Choice("two", lambda: taken.append("two"))]
    picker = Picker("Things", "Find a thing", choices, opened)
    assert picker.list.currentIndex().row() == 1
    QTest.keyClick(picker.field, Qt.Key.Key_Return)
    assert taken == ["two"]
