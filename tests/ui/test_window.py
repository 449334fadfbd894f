"""What the window does besides keys: dropping, empty states, background work, trouble, remembering."""

import os
import shutil
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QMimeData, QPoint, QPointF, QSettings, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QWheelEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from db.casefile import open_case
from ui.desktop.app import build, start
from ui.desktop.lanes import Lane
from ui.desktop.theme import Scheme
from ui.desktop.window import MainWindow
from workbench.session import Session

Settle = Callable[[], None]
LEFT, NONE = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier


def drop(window: MainWindow, *paths: Path) -> bool:
    """Drag files over the window and let them go; whether the window took them."""
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    enter = QDragEnterEvent(QPoint(5, 5), Qt.DropAction.CopyAction, data, LEFT, NONE)
    enter.ignore()
    QApplication.sendEvent(window, enter)
    if enter.isAccepted():
        QApplication.sendEvent(window, QDropEvent(QPointF(5, 5), Qt.DropAction.CopyAction, data, LEFT, NONE))
    return enter.isAccepted()


@pytest.fixture
def empty_case(window: MainWindow, settle: Settle, tmp_path: Path) -> MainWindow:
    window.open_case(tmp_path / "New.variorum", create=True)
    settle()
    return window


def shown_lack(window: MainWindow) -> str:
    page = window.workspace.empty
    return page.title.text() if page.isVisible() else ""


# A first start


def test_a_new_case_is_filled_aligned_and_shown(
    window: MainWindow, settle: Settle, pages: Path, tmp_path: Path
) -> None:
    start(window, tmp_path / "First.variorum", pages)
    settle()
    assert window.windowTitle() == "First — Variorum"
    assert len(window.case.snapshot.articles) == 3
    assert window.case.snapshot.aligned
    assert window.where.comparison is not None
    assert window.workspace.lists.families.view.hasFocus()


def test_a_case_that_is_there_is_not_filled_again(
    window: MainWindow, settle: Settle, aligned_case: Path, tmp_path: Path
) -> None:
    other = tmp_path / "other"
    other.mkdir()
    (other / "more.txt").write_text("Another story altogether.", encoding="utf-8")
    copy = tmp_path / "Copy.variorum"
    copy.write_bytes(aligned_case.read_bytes())
    start(window, copy, other)
    settle()
    assert len(window.case.snapshot.articles) == 3


# Empty states


def test_without_a_case_the_window_says_how_to_get_one(window: MainWindow) -> None:
    window.workspace.refresh()
    assert shown_lack(window) == "No case is open"
    assert "Ctrl+O" in window.workspace.empty.button.text()


def test_an_empty_case_says_what_to_import(empty_case: MainWindow) -> None:
    assert shown_lack(empty_case) == "This case holds no articles yet"
    assert "Ctrl+I" in empty_case.workspace.empty.button.text()
    assert not empty_case.commands["align"].isEnabled()


def test_articles_that_share_nothing_are_said_to_share_nothing(
    empty_case: MainWindow, settle: Settle, tmp_path: Path
) -> None:
    one, other = tmp_path / "one.txt", tmp_path / "other.txt"
    one.write_text("Grain prices fell for the third month in a row.", encoding="utf-8")
    empty_case.case.import_paths([one])
    settle()
    assert shown_lack(empty_case) == "One article alone shares nothing"
    other.write_text("A tram went off its rails near the old bridge last night.", encoding="utf-8")
    empty_case.case.import_paths([other])
    settle()
    assert shown_lack(empty_case) == "No shared passages were found"


def test_a_case_not_yet_aligned_offers_to_be(window: MainWindow, settle: Settle, pages: Path, tmp_path: Path) -> None:
    path = tmp_path / "Raw.variorum"
    session = Session(open_case(path, create=True))
    session.import_paths([pages])
    session.close()
    start(window, path)
    settle()
    assert shown_lack(window) == "The shared passages have not been looked for yet"
    assert window.workspace.empty.button.hasFocus()
    window.workspace.empty.button.click()
    settle()
    assert shown_lack(window) == ""
    assert window.where.comparison is not None


# Drag and drop


def test_dropped_files_and_folders_are_imported_and_aligned(
    empty_case: MainWindow, settle: Settle, pages: Path
) -> None:
    assert drop(empty_case, pages)
    settle()
    assert len(empty_case.case.snapshot.articles) == 3
    assert empty_case.case.snapshot.aligned


@pytest.mark.parametrize("suffix", [".variorum", ".VARIORUM"])
def test_a_dropped_case_is_opened(
    empty_case: MainWindow, settle: Settle, aligned_case: Path, tmp_path: Path, suffix: str
) -> None:
    assert drop(empty_case, Path(shutil.copy(aligned_case, tmp_path / f"Harbour{suffix}")))
    settle()
    assert empty_case.windowTitle() == "Harbour — Variorum"


def test_files_dropped_on_no_case_are_answered_in_a_sentence(window: MainWindow, pages: Path) -> None:
    assert drop(window, pages)
    assert window.problem.text.text() == "Open a case, or make a new one, before you import articles into it."


def test_what_is_no_file_is_not_taken(empty_case: MainWindow) -> None:
    data = QMimeData()
    data.setText("just words")
    enter = QDragEnterEvent(QPoint(5, 5), Qt.DropAction.CopyAction, data, LEFT, NONE)
    enter.ignore()
    QApplication.sendEvent(empty_case, enter)
    assert not enter.isAccepted()


# Work in the background


def test_an_import_says_what_it_did_and_what_it_refused(opened: MainWindow, settle: Settle, tmp_path: Path) -> None:
    empty = tmp_path / "empty.txt"
    empty.write_bytes(b"")
    fresh = tmp_path / "fresh.txt"
    fresh.write_text("Fresh\n\nA story that no one else has, told at some length for once.", encoding="utf-8")
    said: list[str] = []
    opened.case.imported.connect(lambda _: said.append(opened.status.text.text()))
    opened.case.import_paths([empty, fresh])
    settle()
    assert said == ["1 source imported."]
    assert "empty.txt" in opened.problem.text.text()
    assert opened.problem.isVisible()
    assert len(opened.case.snapshot.articles) == 4


def test_tags_stay_when_a_case_grows_and_is_aligned_anew(opened: MainWindow, settle: Settle, tmp_path: Path) -> None:
    opened.commands["tag_edit_1"].trigger()
    settle()
    target = opened.where.edit_target
    fresh = tmp_path / "fresh.txt"
    fresh.write_text("Fresh\n\nA story that no one else has, told at some length for once.", encoding="utf-8")
    opened.case.import_paths([fresh])
    settle()
    assert opened.case.snapshot.tags_on(target)
    assert opened.where.family is not None, "one stays with the family that holds the same witnesses"
    assert opened.where.comparison is not None


def test_a_stopped_alignment_changes_nothing(opened: MainWindow, settle: Settle) -> None:
    before = opened.case.snapshot.families
    opened.case.align()
    opened.commands["stop"].trigger()
    settle()
    assert opened.case.snapshot.families == before
    assert opened.status.text.text().startswith("Stopped: finding shared passages")


def test_progress_and_cancel_show_while_work_runs_and_go_with_it(
    opened: MainWindow, qtbot: QtBot, settle: Settle
) -> None:
    running = True

    def work(report: Callable[[str, int, int], None]) -> None:
        while running:
            report("Comparing", 3, 10)

    opened.lanes.submit(Lane.COMPUTE, work, title="Finding shared passages")
    qtbot.waitUntil(opened.status.cancel.isVisible)
    qtbot.waitUntil(lambda: opened.status.bar.value() == 3)
    assert opened.status.stage.text() == "Finding shared passages: comparing"
    assert opened.commands["stop"].isEnabled()
    opened.status.cancel.click()
    running = False
    settle()
    qtbot.waitUntil(lambda: not opened.status.cancel.isVisible())


def test_another_window_s_decisions_are_seen_when_the_window_comes_to_the_front(
    opened: MainWindow, settle: Settle, tmp_path: Path
) -> None:
    other = Session(open_case(tmp_path / "Harbour.variorum"))
    other.toggle_tag(opened.where.edit_target, other.snapshot().codes[0])
    other.close()
    opened.case.look_again()
    settle()
    assert len(opened.case.snapshot.tags) == 1


# Trouble


def test_a_file_that_is_no_case_is_refused_and_the_open_case_stays(
    opened: MainWindow, settle: Settle, tmp_path: Path
) -> None:
    stray = tmp_path / "stray.variorum"
    stray.write_bytes(b"not a case at all" * 100)
    opened.open_case(stray)
    settle()
    assert "stray.variorum" in opened.problem.text.text()
    assert opened.windowTitle() == "Harbour — Variorum"
    opened.commands["tag_edit_1"].trigger()
    settle()
    assert len(opened.case.snapshot.tags) == 1
    opened.problem.dismiss.click()
    assert not opened.problem.isVisible()


def test_a_report_of_an_unknown_kind_is_refused(opened: MainWindow, tmp_path: Path) -> None:
    opened.decisions._write_report(tmp_path / "report.docx", "docx")
    assert "“.docx”" in opened.problem.text.text()
    assert ".pdf" in opened.problem.text.text()


def test_a_report_that_cannot_be_written_is_answered_in_a_sentence(
    opened: MainWindow, settle: Settle, tmp_path: Path
) -> None:
    opened.case.export(tmp_path / "no such folder" / "report.json", "json")
    settle()
    assert opened.problem.isVisible()
    assert "report.json" in opened.problem.text.text() or "no such folder" in opened.problem.text.text()
    assert not opened.commands["open_export"].isEnabled()


@pytest.fixture
def locked(aligned_case: Path) -> Iterator[Path]:
    """A case in a folder that nobody may write, looked at by somebody who is not the superuser."""
    folder = Path(tempfile.mkdtemp(prefix="variorum-"))
    copy = Path(shutil.copy(aligned_case, folder / "Locked.variorum"))
    copy.chmod(0o444)
    folder.chmod(0o555)
    superuser = os.geteuid() == 0
    if superuser:
        os.seteuid(65534)
    yield copy
    if superuser:
        os.seteuid(0)
    folder.chmod(0o755)
    shutil.rmtree(folder)


@pytest.mark.skipif(sys.platform == "win32", reason="folders are protected in another way on Windows")
def test_a_case_on_a_read_only_disk_can_be_looked_at(window: MainWindow, settle: Settle, locked: Path) -> None:
    before = locked.read_bytes()
    start(window, locked)
    settle()
    assert window.where.comparison is not None
    assert "not changed" in window.problem.text.text()
    for name in ("import_files", "align", "tag_edit_1", "tag_witness_1", "note", "note_witness", "base"):
        assert not window.commands[name].isEnabled()
    for name in ("next_edit", "next_witness", "export"):
        assert window.commands[name].isEnabled()
    assert not window.workspace.notes.field.isEnabled()
    window.case.decide(lambda session: session.undo())
    window.close()
    assert locked.read_bytes() == before


# Remembering and comfort


def test_size_zoom_and_colours_are_remembered(
    opened: MainWindow, settings: QSettings, qtbot: QtBot, settle: Settle
) -> None:
    opened.commands["zoom_in"].trigger()
    opened.commands["theme_dark"].trigger()
    opened.resize(1100, 640)
    opened.close()
    again, _ = build(open_case, settings)
    qtbot.addWidget(again)
    assert again.size().height() == 640
    assert again.workspace.scale == opened.workspace.scale > 1
    assert again.themes.scheme is Scheme.DARK
    again.commands["theme_light"].trigger()
    again.close()


def test_spoilt_settings_do_no_harm(settings: QSettings, qtbot: QtBot) -> None:
    settings.setValue("scale", "enormous")
    settings.setValue("scheme", "plaid")
    again, _ = build(open_case, settings)
    qtbot.addWidget(again)
    assert again.workspace.scale == 1.0
    again.close()


def test_ctrl_and_the_wheel_zoom(opened: MainWindow) -> None:
    pane = opened.workspace.comparison.base.viewport()
    where = QPointF(20, 20)
    for turn in (120, -120):
        event = QWheelEvent(
            where, where, QPoint(), QPoint(0, turn), Qt.MouseButton.NoButton, Qt.KeyboardModifier.ControlModifier,
            Qt.ScrollPhase.NoScrollPhase, False,
        )  # fmt: skip
        QApplication.sendEvent(pane, event)
        assert (opened.workspace.scale > 1) == (turn > 0)


def test_picking_an_article_goes_to_what_it_shares(opened: MainWindow) -> None:
    lists = opened.workspace.lists
    opened.commands["articles"].trigger()
    assert lists.articles.view.hasFocus()
    lists.articles.view.activated.emit(lists.articles.view.currentIndex())
    article = lists.articles.view.currentIndex().data(Qt.ItemDataRole.UserRole).article
    assert article.id in {witness.place.article_id for witness in opened.where.family.witnesses}


def test_filtering_does_not_carry_one_away(opened: MainWindow) -> None:
    family = opened.where.family
    field = opened.workspace.lists.families.field
    opened.commands["filter"].trigger()
    field.setText("no such words anywhere")
    assert opened.workspace.lists.families.nothing.isVisible()
    assert opened.where.family is family
    field.clear()
    assert not opened.workspace.lists.families.nothing.isVisible()


def test_dark_and_light_repaint_what_is_open(opened: MainWindow, qtbot: QtBot) -> None:
    light = opened.grab().toImage()
    opened.commands["theme_dark"].trigger()
    dark = opened.grab().toImage()
    opened.commands["theme_light"].trigger()
    corner = QPoint(light.width() // 2, light.height() - 60)
    assert light.pixelColor(corner).lightness() > 180
    assert dark.pixelColor(corner).lightness() < 80
    assert opened.event(QEvent(QEvent.Type.None_)) is False
