"""What was found of the witness beyond its edits, on a real case: what the window says and when."""

from collections.abc import Callable, Iterator
from pathlib import Path
from threading import Event

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.ui.painted import inks, row_image
from tests.ui.scenes import Stage
from tests.ui.stage import staged
from tests.ui.test_accessible import name_of
from ui.desktop.app import start
from ui.desktop.case.ahead import Ahead
from ui.desktop.case.lanes import Lane
from ui.desktop.inspector.frame_passage import LOOKING
from ui.desktop.inspector.frame_words import GRAVE
from ui.desktop.theme import Scheme
from ui.desktop.window import MainWindow
from workbench.progress import ProgressReport

Settle = Callable[[], None]
CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


@pytest.fixture(scope="module")
def stage(qapp: QApplication, framed_case: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Stage]:
    """One window for all tests that change nothing in the case."""
    with staged(framed_case, tmp_path_factory.mktemp("stage")) as made:
        yield made


@pytest.fixture
def looked_at(stage: Stage) -> MainWindow:
    """A window on a case in which one quotation was altered inside its marks and one differs in style only."""
    stage.rest()
    stage.begin()
    return stage.window


@pytest.fixture
def free() -> Iterator[Event]:
    event = Event()
    yield event
    event.set()


def hold(window: MainWindow, free: Event) -> None:
    """Keep the lane on which one looks at work until it is free."""

    def work(report: ProgressReport) -> None:
        while not free.wait(0.005):
            report("Looking", 1, 2)

    window.lanes.submit(Lane.LOOK, work)


def told(window: MainWindow) -> str:
    return window.workspace.frame.view.toPlainText()


def lines(window: MainWindow) -> list[str]:
    return told(window).split("\n")


# What it says


def test_what_was_altered_inside_quotation_marks_stands_first(looked_at: MainWindow) -> None:
    assert lines(looked_at)[:4] == [
        "The Evening Lantern, 3 May 2031",
        f"\xa0⚠ {GRAVE}\xa0".replace("\xa0", " "),
        "Beside Velm Wire; nothing on the page shows it:",
        "“leave” became “flee”",
    ]
    view = looked_at.workspace.frame.view
    assert view.accessibleDescription() == "1 place altered inside quotation marks"
    html = view.toHtml()
    assert looked_at.themes.colour("problem").name() in html
    assert looked_at.themes.colour("problem_ground").name() in html


def test_it_says_who_is_cited_how_and_where_it_stands(looked_at: MainWindow) -> None:
    shown = told(looked_at)
    assert "The Evening Lantern cites The Velm Wire, which cites a source (not named)." in shown
    assert "Cites “The Velm Wire cited a source as saying” before it, in quotation marks." in shown
    assert "“saying” takes no side." in shown
    assert "Paragraph 2 of 3." in shown
    assert "Before it: “What is <b>hidden</b> at the lock of Velm?”" in shown, "words of an article are no markup"
    assert "After it: “We shall be there.”" in shown


def test_it_says_where_the_passage_probably_comes_from_and_why(looked_at: MainWindow) -> None:
    at = lines(looked_at).index("Where it probably comes from")
    assert lines(looked_at)[at + 1] == "Probably derived from Velm Wire."
    assert "It names The Velm Wire for it." in lines(looked_at)[at + 2 : at + 6]


def test_it_tells_of_the_base_and_of_the_family_too(looked_at: MainWindow) -> None:
    shown = told(looked_at)
    assert "The base: Velm Wire, 2 May 2031\nVelm Wire cites a source in the port (not named)." in shown
    assert "At most 1 independent source." in shown
    assert "The Evening Lantern turned “leave” into “flee”." in shown


def test_it_follows_the_witness(looked_at: MainWindow) -> None:
    looked_at.commands["next_witness"].trigger()
    assert lines(looked_at)[0] == "Morning Post, 4 May 2031"
    assert GRAVE not in told(looked_at), "a change of style alters nothing that was said"
    assert looked_at.workspace.frame.view.accessibleDescription() == ""
    assert name_of(looked_at.workspace.frame.view) == "Frame: Morning Post, 4 May 2031"


def test_the_tab_says_in_words_that_a_quotation_was_altered(looked_at: MainWindow) -> None:
    tabs = looked_at.workspace.inspector
    assert [tabs.tabText(0), tabs.tabText(1)] == ["Edits  1", "Frame: altered quote"]
    assert not tabs.tabIcon(1).isNull()
    looked_at.commands["next_witness"].trigger()
    assert tabs.tabText(1) == "Frame"
    assert tabs.tabIcon(1).isNull()


def test_without_a_case_it_says_what_it_is_for(window: MainWindow) -> None:
    assert "Choose a family" in told(window)


@pytest.mark.parametrize("scheme", [Scheme.LIGHT, Scheme.DARK])
def test_it_is_written_in_the_colours_of_the_theme(framed: MainWindow, scheme: Scheme) -> None:
    framed.commands[f"theme_{scheme.value}"].trigger()
    framed.commands["frame"].trigger()
    image = framed.workspace.frame.view.viewport().grab().toImage()
    assert framed.themes.colour("problem_ground").name() in inks(image)
    assert framed.themes.colour("page").name() in inks(image)


# The witness bar


def test_the_bar_marks_the_altered_quotation_with_a_word(looked_at: MainWindow) -> None:
    bar = looked_at.workspace.witnesses
    assert [row.marked for row in bar.rows.rows] == ["", "altered quote", ""]
    assert "1 edit, altered quote in 1 place," in bar.rows.rows[1].spoken
    ground = looked_at.themes.colour("problem_ground").name()
    marked, plain = (inks(row_image(looked_at, bar.view.delegate, bar.view, number)) for number in (1, 2))
    assert ground in marked
    assert ground not in plain
    height = looked_at.workspace._middle.height()
    assert bar.height() >= min(bar.wanted_height(), int(height * 0.56)), "no row is cut that there is room for"


def test_the_sign_has_room_also_in_a_short_row(looked_at: MainWindow) -> None:
    bar = looked_at.workspace.witnesses
    image = row_image(looked_at, bar.view.delegate, bar.view, 1)
    ground = looked_at.themes.colour("problem_ground").name()
    rows = [y for y in range(image.height()) if image.pixelColor(20, y).name() == ground]
    assert rows
    assert rows[-1] < image.height() - 4


def test_the_list_of_edits_marks_the_edit_that_altered_it(looked_at: MainWindow) -> None:
    panel = looked_at.workspace.edits
    (row,) = panel.rows.rows
    assert row.altered
    assert row.spoken == "Edit 1 of 1: wording, “leave” to “flee”, altered quote"
    assert looked_at.themes.colour("problem_ground").name() in inks(
        row_image(looked_at, panel.view.delegate, panel.view, 0)
    )
    looked_at.commands["next_witness"].trigger()
    assert not any(row.altered for row in panel.rows.rows)


# By keyboard


def test_a_key_shows_it_and_leads_back_to_the_edits(looked_at: MainWindow) -> None:
    panels = looked_at.workspace
    QTest.keyClick(looked_at, Qt.Key.Key_R, CTRL | SHIFT)
    assert panels.frame.view.isVisible()
    assert panels.frame.view.hasFocus()
    QTest.keyClick(panels.frame.view, Qt.Key.Key_R, CTRL | SHIFT)
    assert panels.edits.view.hasFocus()


def test_it_is_scrolled_selected_and_copied_by_keyboard_and_takes_no_text(looked_at: MainWindow) -> None:
    view = looked_at.workspace.frame.view
    looked_at.commands["frame"].trigger()
    before = told(looked_at)
    QTest.keyClicks(view, "xyz")
    assert told(looked_at) == before
    looked_at.resize(900, 600)
    QTest.keyClick(view, Qt.Key.Key_End, CTRL)
    assert view.verticalScrollBar().value() > 0
    QTest.keyClick(view, Qt.Key.Key_A, CTRL)
    QTest.keyClick(view, Qt.Key.Key_C, CTRL)
    assert "“leave” became “flee”" in QApplication.clipboard().text()


def test_one_decides_while_reading_it(framed: MainWindow, settle: Settle) -> None:
    framed.commands["frame"].trigger()
    QTest.keyClick(framed.workspace.frame.view, Qt.Key.Key_2)
    settle()
    assert len(framed.case.snapshot.tags) == 1
    assert framed.workspace.frame.view.hasFocus()
    QTest.keyClick(framed.workspace.frame.view, Qt.Key.Key_N)
    assert framed.workspace.notes.field.hasFocus(), "the note is shown when one wants to write it"
    QTest.keyClick(framed.workspace.notes.field, Qt.Key.Key_Escape)


def test_the_window_fits_a_small_screen(looked_at: MainWindow) -> None:
    looked_at.resize(900, 600)
    assert (looked_at.width(), looked_at.height()) == (900, 600)


# When it is looked for


def test_until_it_is_there_it_says_so_and_the_edits_are_there_already(
    framed: MainWindow, free: Event, qtbot: QtBot, settle: Settle
) -> None:
    framed.where.compared.connect(lambda: hold(framed, free))
    framed.workspace.desk._known.clear()
    framed.findChildren(Ahead)[0].forget()
    hold(framed, free)
    framed.commands["tag_edit_1"].trigger()
    qtbot.waitUntil(lambda: bool(framed.case.snapshot.tags))
    assert lines(framed) == ["The Evening Lantern, 3 May 2031", LOOKING]
    assert framed.workspace.frame.view.accessibleDescription() == LOOKING
    assert framed.workspace.edits.rows.rowCount() == 1
    free.set()
    settle()
    assert "“leave” became “flee”" in told(framed)


def test_what_tags_and_notes_do_not_change_is_not_looked_for_again(framed: MainWindow, settle: Settle) -> None:
    found = framed.workspace.desk.findings
    assert found is not None
    framed.commands["tag_edit_1"].trigger()
    settle()
    framed.commands["next_family"].trigger()
    settle()
    assert framed.workspace.desk.findings is not found
    framed.commands["previous_family"].trigger()
    settle()
    assert framed.workspace.desk.findings is found


def test_another_base_is_looked_at_anew(framed: MainWindow, settle: Settle) -> None:
    framed.commands["base"].trigger()
    settle()
    assert lines(framed)[0] == "Velm Wire, 2 May 2031"
    assert "“flee” became “leave”" in told(framed)


def test_who_leaves_a_family_while_it_is_looked_at_gets_the_other_one(
    framed: MainWindow, free: Event, qtbot: QtBot, settle: Settle
) -> None:
    framed.workspace.desk._known.clear()
    framed.findChildren(Ahead)[0].forget()
    hold(framed, free)
    framed.commands["tag_edit_1"].trigger()
    qtbot.waitUntil(lambda: framed.workspace.desk.looking)
    framed.commands["next_family"].trigger()
    assert lines(framed) == [LOOKING]
    free.set()
    settle()
    assert "The ferry company" in told(framed)
    assert list(framed.workspace.desk._known) == [framed.where.family.id], "what became stale was dropped"


def test_another_case_is_no_longer_that_one(framed: MainWindow, settle: Settle, aligned_case: Path) -> None:
    start(framed, aligned_case)
    settle()
    assert "Velm" not in told(framed)
    assert lines(framed)[0] == "The Morning Lamp, 14 March 2019".replace("March", "Mar")
