"""Any article can be read alone, with its passages and all that people put on it."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QApplication

from ui.desktop.app import start
from ui.desktop.view_switch import View
from ui.desktop.window import MainWindow
from workbench.model import Place, Target
from workbench.spans import Span

Key, Mod = Qt.Key, Qt.KeyboardModifier
Press = Callable[..., None]
LONELY = "A quiet day\n\nPort Gazette\n\n3 May 2019\n\nNothing was stolen from the lighthouse, says its keeper."


@pytest.fixture
def press(window: MainWindow, settle: Callable[[], None]) -> Press:
    def send(key: Qt.Key, modifiers: Qt.KeyboardModifier = Mod.NoModifier) -> None:
        QTest.keyClick(QApplication.focusWidget() or window, key, modifiers)
        settle()

    return send


def test_r_opens_the_article_of_the_witness_at_the_passage_and_goes_back(opened: MainWindow, press: Press) -> None:
    comparison, panels = opened.where.comparison, opened.workspace
    assert comparison is not None
    panels.comparison.witness.setFocus()
    press(Key.Key_R)
    assert panels.middle.view is View.READER
    assert panels.reader.article_id == comparison.witness.place.article_id
    assert panels.reader.pane.hasFocus()
    assert (
        comparison.witness.place.span.start - 2
        <= panels.reader.pane.caret_position()
        <= comparison.witness.place.span.end
    )
    assert panels.reader.pane.toPlainText().split() == comparison.witness_text.split()
    press(Key.Key_R)
    assert panels.middle.view is View.SIDES
    assert panels.comparison.witness.hasFocus()


def test_escape_goes_back_to_the_list_one_came_from(opened: MainWindow, press: Press) -> None:
    press(Key.Key_A, Mod.ControlModifier | Mod.ShiftModifier)
    press(Key.Key_Down)
    press(Key.Key_Return)
    assert opened.workspace.reader.pane.hasFocus()
    press(Key.Key_Escape)
    assert opened.workspace.middle.view is View.SIDES
    assert opened.workspace.lists.articles.view.hasFocus()


def test_an_article_that_shares_nothing_can_be_read_and_tagged(
    window: MainWindow, settle: Callable[[], None], press: Press, tmp_path: Path
) -> None:
    (tmp_path / "gazette.txt").write_text(LONELY, encoding="utf-8")
    start(window, tmp_path / "Lonely.variorum", tmp_path / "gazette.txt")
    settle()
    press(Key.Key_A, Mod.ControlModifier | Mod.ShiftModifier)
    press(Key.Key_Down)
    press(Key.Key_Return)
    reader = window.workspace.reader
    assert reader.isVisible()
    assert "lighthouse" in reader.pane.toPlainText()
    assert reader.nothing.isVisible()
    reader.pane.set_caret(reader.pane.page.text.index("stolen"))
    press(Key.Key_M)
    press(Key.Key_1)
    (tag,) = window.case.snapshot.tags
    assert tag.target.place.span.of(window.case.texts[tag.target.place.article_id]) == "stolen"
    assert [row.codes[0].id for row in reader.rows.rows] == [tag.code_id]
    press(Key.Key_Escape)
    press(Key.Key_Escape)
    assert not reader.isVisible()


def test_digits_tag_no_edit_that_is_out_of_sight(opened: MainWindow, press: Press) -> None:
    press(Key.Key_R)
    press(Key.Key_1)
    press(Key.Key_1, Mod.ControlModifier)
    assert opened.case.snapshot.tags == ()


def test_return_on_a_passage_goes_to_its_family(two_families: MainWindow, press: Press) -> None:
    where, reader = two_families.where, two_families.workspace.reader
    shared = next(a for a, held in two_families.case.snapshot.families_of_article.items() if len(held) == 2)
    two_families.workspace.viewing.open_article(shared, 0)
    QAbstractItemModelTester(reader.rows, QAbstractItemModelTester.FailureReportingMode.Fatal)
    assert [row.sign for row in reader.rows.rows] == ["1", "2"]
    for number, row in enumerate(reader.rows.rows):
        two_families.workspace.viewing.open_article(shared, 0)
        reader.list.setFocus()
        reader.list.setCurrentIndex(reader.rows.index(number))
        press(Key.Key_Return)
        assert two_families.workspace.middle.view is View.SIDES
        assert where.family.id == row.family.id
        assert where.comparison is not None


def test_tags_on_edits_and_passages_are_listed_too_and_lead_there(opened: MainWindow, press: Press) -> None:
    press(Key.Key_Down, Mod.AltModifier)
    edit, witness = opened.where.edit_number, opened.where.comparison.witness
    press(Key.Key_2)
    press(Key.Key_3, Mod.ControlModifier)
    press(Key.Key_Home, Mod.AltModifier)
    press(Key.Key_R)
    reader = opened.workspace.reader
    assert [row.heading for row in reader.rows.rows if row.codes] == ["Whole passage", "Edit"]
    reader.list.setFocus()
    reader.list.setCurrentIndex(reader.rows.index(len(reader.rows.rows) - 1))
    press(Key.Key_Return)
    assert (opened.where.comparison.witness, opened.where.edit_number) == (witness, edit)


def test_another_family_takes_the_place_of_the_article_but_a_decision_does_not(
    two_families: MainWindow, press: Press, settle: Callable[[], None]
) -> None:
    press(Key.Key_R)
    place = Place(two_families.workspace.reader.article_id, Span(0, 4))
    code = two_families.case.snapshot.codes[0]
    two_families.case.decide(lambda session: session.toggle_tag(Target(place), code))
    settle()
    assert two_families.workspace.middle.view is View.READER
    press(Key.Key_Down, Mod.ControlModifier)
    assert two_families.workspace.middle.view is View.SIDES
