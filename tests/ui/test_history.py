"""The history as a log: told in words, filtered, gone along, gone back in, by keys alone."""

import csv
import io
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from db.casefile import open_case
from tests.ui.features import feature_of
from tests.ui.scenes import Stage
from tests.ui.test_accessible import name_of, reachable
from ui.desktop.history.desk import HistoryDesk
from ui.desktop.history.rows import HistoryModel, HistoryRow
from ui.desktop.history.window import HistoryWindow
from ui.desktop.lists.models import ROW_ROLE
from ui.desktop.window import MainWindow
from workbench.model import Place, Target
from workbench.session import Session
from workbench.spans import Span

Settle = Callable[[], None]
CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
pytestmark = pytest.mark.filterwarnings("error")


def desk(window: MainWindow) -> HistoryDesk:
    return feature_of(window, HistoryDesk)


def decide(window: MainWindow, settle: Settle) -> None:
    """Three tags and a note on the first edits."""
    for digit in (1, 2):
        window.decisions._tag_by_digit(digit, on_witness=False)
    window.commands["next_edit"].trigger()
    window.decisions._tag_by_digit(3, on_witness=False)
    target = window.where.edit_target
    assert target is not None
    window.decisions.write_note(target, "Who counted <b>them</b>?")
    settle()


@pytest.fixture
def shown(opened: MainWindow, settle: Settle) -> HistoryWindow:
    decide(opened, settle)
    return open_log(opened, settle)


@pytest.fixture
def log(seen: MainWindow, harbour: Stage) -> HistoryWindow:
    """The same steps in a window that is only looked at."""
    if not seen.case.snapshot.tags:
        decide(seen, harbour.settle)
    found = open_log(seen, harbour.settle)
    found.field.clear()
    return found


def open_log(window: MainWindow, settle: Settle) -> HistoryWindow:
    QTest.keyClick(window, Qt.Key.Key_H, CTRL | SHIFT)
    settle()
    found = desk(window).window
    assert found is not None
    assert found.isVisible()
    return found


def rows(window: HistoryWindow) -> list[HistoryRow]:
    listed = [window.rows.index(number).data(ROW_ROLE) for number in range(window.rows.rowCount())]
    return [row for row in listed if isinstance(row, HistoryRow)]


def test_steps_are_told_in_words_newest_first_under_their_days(log: HistoryWindow, seen: MainWindow) -> None:
    texts = [row.told.sentence for row in rows(log)]
    names = [code.name for code in seen.case.snapshot.codes]
    assert texts[0].startswith("Wrote the note “Who counted <b>them</b>?” on “")
    assert [text.partition(" on ")[0] for text in texts[1:]] == [f"Tagged “{names[k]}”" for k in (2, 1, 0)]
    assert all(" in The Morning Lamp, against Alder News" in text for text in texts)
    heading = log.rows.index(0)
    assert heading.data() == rows(log)[0].day
    assert not heading.flags() & Qt.ItemFlag.ItemIsSelectable
    assert log.row == rows(log)[0]
    assert log.counted.text() == "4 steps, all kept in the case."


def test_a_screen_reader_hears_every_step_whole(log: HistoryWindow) -> None:
    row = rows(log)[1]
    spoken = log.rows.index_of(row.id).data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == f"{row.told.sentence}, {row.at:%H:%M}, {row.day}"
    assert all(name_of(widget).strip() for widget in reachable(log))
    interface = QAccessible.queryAccessibleInterface(log.view)
    assert interface.childCount() == log.rows.rowCount()


def test_undone_steps_say_so_and_new_ones_come_to_the_top(
    shown: HistoryWindow, opened: MainWindow, settle: Settle
) -> None:
    opened.commands["undo"].trigger()
    settle()
    assert [row.undone for row in rows(shown)] == [True, False, False, False]
    assert rows(shown)[0].spoken.startswith("undone: Wrote the note")
    opened.decisions._tag_by_digit(5, on_witness=False)
    settle()
    assert [row.undone for row in rows(shown)] == [False] * 4
    assert shown.row == rows(shown)[0]


def test_the_filter_keeps_the_steps_with_its_words(log: HistoryWindow) -> None:
    QTest.keyClick(log, Qt.Key.Key_F, CTRL)
    QTest.keyClicks(log.field, "note counted")
    assert [row.told.what[:5] for row in rows(log)] == ["Wrote"]
    assert log.counted.text() == "1 of 4 steps have these words."
    log.field.setText("nothing has this")
    assert rows(log) == []
    assert log.row is None
    assert not log.go.isEnabled()
    assert not log.back.isEnabled()


def test_return_goes_to_the_place_of_a_step(shown: HistoryWindow, opened: MainWindow, settle: Settle) -> None:
    wanted = rows(shown)[-1]
    opened.where.go_to_witness(1)
    shown.choose(wanted.id)
    QTest.keyClick(shown.view, Qt.Key.Key_Return)
    settle()
    assert opened.where.edit_target == wanted.told.target
    assert shown.message.text() == ""


def test_a_step_about_the_whole_case_has_no_place(shown: HistoryWindow, opened: MainWindow, settle: Settle) -> None:
    opened.case.decide(lambda session: session.toggle_dismissal("abcd1234"))
    settle()
    assert rows(shown)[0].told.sentence == "Set conflicting figures aside"
    assert not shown.go.isEnabled()
    assert desk(opened)._way.go(None).startswith("This step is about the whole case")
    place = opened.case.snapshot.families[0].witnesses[0].place
    outside = Target(type(place)(place.article_id, type(place.span)(0, 3)))
    assert desk(opened)._way.go(outside).startswith("What this step is about is in none of the families")


def test_one_goes_back_to_a_step_and_forward_step_by_step(
    shown: HistoryWindow, opened: MainWindow, settle: Settle
) -> None:
    whole = opened.case.snapshot
    shown.choose(rows(shown)[-1].id)
    assert shown.back.text() == "&Undo back to here"
    shown.back.setFocus()
    QTest.keyClick(shown.back, Qt.Key.Key_Space)
    settle()
    assert len(opened.case.snapshot.tags) == 1
    assert opened.case.snapshot.notes == ()
    assert [row.undone for row in rows(shown)] == [True, True, True, False]
    assert shown.message.text() == "3 steps taken back; Ctrl+Shift+Z does them again, one by one."
    assert shown.row == rows(shown)[-1]
    assert QApplication.focusWidget() is shown.view, "the next Space presses no other button"
    QTest.keyClick(shown.view, Qt.Key.Key_Z, CTRL | SHIFT)
    settle()
    assert shown.message.text().startswith("Done again: "), "what was said is true no more"
    assert len(opened.case.snapshot.tags) == 2
    shown.choose(rows(shown)[0].id)
    assert shown.back.text() == "Do a&gain up to here"
    shown.back.click()
    shown.field.setFocus()
    settle()
    assert QApplication.focusWidget() is shown.field, "who went on to type meanwhile goes on typing"
    assert (opened.case.snapshot.tags, opened.case.snapshot.notes) == (whole.tags, whole.notes)


def test_going_back_is_refused_when_another_window_was_quicker(
    shown: HistoryWindow, opened: MainWindow, settle: Settle
) -> None:
    path, target = opened.case.state.path, opened.where.edit_target
    with closing(open_case(path)) as store:
        other = Session(store)
        other.toggle_tag(target, other.snapshot().codes[5])
    shown.choose(rows(shown)[-1].id)
    shown.back.click()
    settle()
    assert shown.message.text() == "Another window changed this case meanwhile: look at it and choose the step again."
    assert len(opened.case.snapshot.tags) == 4, "nothing was taken back, and it is shown"
    assert len(rows(shown)) == 5


def test_keys_of_undo_and_redo_act_in_the_log_too(shown: HistoryWindow, opened: MainWindow, settle: Settle) -> None:
    QTest.keyClick(shown.view, Qt.Key.Key_Z, CTRL)
    settle()
    assert opened.case.snapshot.notes == ()
    QTest.keyClick(shown.view, Qt.Key.Key_Z, CTRL | SHIFT)
    settle()
    assert len(opened.case.snapshot.notes) == 1


def test_the_history_is_written_as_a_table(
    log: HistoryWindow, seen: MainWindow, harbour: Stage, tmp_path: Path
) -> None:
    desk(seen).write(tmp_path / "log.csv")
    harbour.settle()
    written = list(csv.reader(io.StringIO((tmp_path / "log.csv").read_text("utf-8-sig"))))
    assert written[0] == ["step", "time_utc", "state", "what", "where"]
    assert [row[3] for row in written[1:]] == [row.told.what for row in rows(log)]
    assert str(tmp_path / "log.csv") in log.message.text()


def test_another_case_has_another_history(
    shown: HistoryWindow, opened: MainWindow, settle: Settle, aligned_case: Path, tmp_path: Path
) -> None:
    other = tmp_path / "Other.variorum"
    other.write_bytes(aligned_case.read_bytes())
    opened.open_case(other)
    settle()
    assert not shown.isVisible()
    opened.commands["history"].trigger()
    settle()
    assert rows(shown) == []
    assert shown.counted.text() == "Nothing was decided in this case yet."


def test_a_long_history_comes_as_it_is_scrolled_and_is_searched_whole(
    opened: MainWindow, settle: Settle, tmp_path: Path
) -> None:
    path = opened.case.state.path
    with closing(open_case(path)) as store:
        session = Session(store)
        target = opened.where.edit_target
        session.set_note(target, "the very first")
        with store._writing() as db:
            db.execute(
                "WITH RECURSIVE n(k) AS (SELECT 1 UNION ALL SELECT k + 1 FROM n WHERE k < 50000)"
                " INSERT INTO history (at, summary, changes) SELECT at, 'Step ' || k, '[]' FROM history, n"
            )
    opened.commands["history"].trigger()
    settle()
    window = desk(opened).window
    assert window.rows.size == 50001
    assert len(window.rows.rows) < 3000, "only what is looked at is read"
    assert rows(window)[0].told.what == "Step 50000"
    window.rows.fetchMore(window.rows.index(-1))
    settle()
    assert len(window.rows.rows) > 2000
    window.field.setText("very first")
    settle()
    assert [row.told.what for row in rows(window)] == ["Wrote the note “the very first”"]
    assert window.rows.complete
    assert window.counted.text() == "1 of 50,001 steps have these words."


def test_the_model_of_the_history_is_sound(log: HistoryWindow, qtbot: QtBot) -> None:
    model = HistoryModel()
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    some = rows(log)
    model.set_rows(some[:2], 4)
    asked: list[int] = []
    model.wanted.connect(lambda: asked.append(1))
    model.fetchMore(model.index(-1))
    assert asked
    model.add(some[2:])
    assert not model.canFetchMore(model.index(-1))
    model.set_filter("note")
    model.set_filter("")
    model.set_rows((), 0)
    assert model.rowCount() == 0


def test_every_row_is_painted(shown: HistoryWindow, opened: MainWindow, settle: Settle) -> None:
    before = shown.view.grab().toImage()
    opened.commands["undo"].trigger()
    settle()
    QApplication.sendPostedEvents()
    assert shown.view.grab().toImage() != before


def test_escape_closes_it_and_the_case_stays(log: HistoryWindow, seen: MainWindow) -> None:
    focused: QWidget = log.view
    QTest.keyClick(focused, Qt.Key.Key_Escape)
    assert not log.isVisible()
    assert seen.isVisible()


@pytest.mark.parametrize(
    ("key", "modifiers", "told"),
    [
        (Qt.Key.Key_Delete, Qt.KeyboardModifier.NoModifier, "Took a witness out at “"),
        (Qt.Key.Key_Delete, SHIFT, "Dismissed a family at “"),
    ],
)
def test_a_correction_is_told_with_its_place(
    opened: MainWindow, settle: Settle, key: Qt.Key, modifiers: Qt.KeyboardModifier, told: str
) -> None:
    gone = opened.where.comparison.witness.place
    QTest.keyClick(opened, key, modifiers)
    settle()
    QTest.keyClick(opened, Qt.Key.Key_H, CTRL | SHIFT)
    settle()
    window = desk(opened).window
    assert window is not None
    newest = rows(window)[0].told
    assert newest.sentence.startswith(told)
    assert newest.target is not None
    if not modifiers:
        assert newest.target.place == gone
        assert newest.where.endswith("in The Morning Lamp")


def test_the_passage_that_was_extended_is_gone_to(opened: MainWindow, settle: Settle) -> None:
    opened.where.step_witness(1)
    shown = opened.where.comparison
    longer = Span(shown.witness.place.span.start - 1, shown.witness.place.span.end)
    opened.case.decide(lambda session: session.reshape(shown.family, shown.witness, longer))
    settle()
    opened.where.step_witness(-1)
    QTest.keyClick(opened, Qt.Key.Key_H, CTRL | SHIFT)
    settle()
    window = desk(opened).window
    assert window is not None
    newest = rows(window)[0].told
    assert newest.sentence.startswith("Extended a passage at “")
    assert newest.target == Target(Place(shown.witness.place.article_id, longer))
    QTest.keyClick(window.view, Qt.Key.Key_Return)
    settle()
    assert opened.where.comparison.witness.place == newest.target.place
