"""What the window says at its foot, and the sentences it says."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from pytestqt.qtbot import QtBot

from tests.ui.by_hand import family, state
from ui.desktop.case.lanes import Lane
from ui.desktop.case.studies import Standing
from ui.desktop.window import MainWindow
from ui.desktop.wording import aligned_sentence, case_words, import_sentence, refusal_sentence
from workbench.session import ImportResult, Refusal

Settle = Callable[[], None]


# Status line


def test_the_status_line_rests_on_what_the_case_holds(opened: MainWindow, settle: Settle) -> None:
    opened.status.say("Something.")
    opened.commands["tag_edit_1"].trigger()
    settle()
    assert opened.status.text.text() == "Something."
    long = "The report is in " + "/home/somebody/a-folder-of-cases" * 9 + "/quay.pdf"
    opened.status.say(long)
    assert opened.status.text.toolTip().replace("\u200b", "").endswith("/quay.pdf</p>"), "what is cut can be read"
    one = opened.status.text.grab().toImage()
    opened.status.say(long.replace("quay.pdf", "mill.csv"))
    assert opened.status.text.grab().toImage() != one, "its end is seen, with the name of the file, or the key"
    opened.status._calm.timeout.emit()
    assert "3 articles" in opened.status.text.text()
    assert "1 tag" in opened.status.text.text()


def test_what_is_said_of_where_one_is_goes_when_one_goes_elsewhere(opened: MainWindow) -> None:
    opened.commands["last_edit"].trigger()
    opened.commands["next_edit"].trigger()
    assert opened.status.text.text() == "That was the last edit of this witness."
    opened.commands["next_witness"].trigger()
    assert opened.status.text.text().startswith("3 articles"), "of this witness it is not so"
    opened.status.say("Taken back.")
    opened.commands["previous_witness"].trigger()
    assert opened.status.text.text() == "Taken back.", "what was done is so wherever one goes"


def test_the_exported_report_is_opened_by_the_system(
    opened: MainWindow, settle: Settle, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[QUrl] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: asked.append(url) or True)
    target = tmp_path / "table.csv"
    opened.workspace.lists.families.field.setText("nobody says this")
    opened.case.export(target, "csv")
    settle()
    assert "4,200" in target.read_text("utf-8"), "a report holds the case, whatever is listed"
    assert opened.status.text.text() == f"The report of the whole case, without the filter, is in {target}"
    assert opened.status.open_button.isVisible()
    opened.commands["open_export"].trigger()
    assert [Path(url.toLocalFile()) for url in asked] == [target]
    assert opened.status.text.text() == f"If no window opens, this computer has no program for CSV files: {target}"


def test_a_report_that_no_program_opens_is_still_found(
    opened: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda _: False)
    opened.status.offer_report(tmp_path / "out.pdf")
    opened.commands["open_export"].trigger()
    said = f"This computer has no program that opens PDF files; the report is in {tmp_path / 'out.pdf'}"
    assert opened.status.text.text() == opened.status.text.accessibleName() == said


def test_another_case_forgets_the_report(opened: MainWindow, settle: Settle, tmp_path: Path) -> None:
    opened.status.offer_report(tmp_path / "out.pdf")
    assert opened.commands["open_export"].isEnabled()
    opened.open_case(tmp_path / "Other.variorum", create=True)
    settle()
    assert not opened.commands["open_export"].isEnabled()
    assert opened.windowTitle() == "Other — Variorum"


def test_work_without_a_title_shows_no_progress(opened: MainWindow, qtbot: QtBot, settle: Settle) -> None:
    qtbot.waitUntil(lambda: opened.studies.standing is Standing.DONE)
    settle()
    opened.lanes.submit(Lane.STORE, lambda report: report("quiet", 1, 2))
    assert not opened.commands["stop"].isEnabled()
    settle()
    assert opened.status.cancel.isHidden()


# Sentences


def test_an_import_is_told_in_a_sentence() -> None:
    assert import_sentence(ImportResult(1, 0, ())) == "1 source imported."
    assert import_sentence(ImportResult(2, 1, ())) == "2 sources imported, 1 source already in the case."


def test_refusals_are_told_with_the_first_reason_and_the_other_names() -> None:
    one = Refusal(Path("a.bin"), "“a.bin” is not text.")
    assert refusal_sentence(ImportResult(0, 0, ())) == ""
    assert refusal_sentence(ImportResult(0, 0, (one,))) == "“a.bin” is not text."
    more = refusal_sentence(ImportResult(0, 0, (one, Refusal(Path("b.bin"), "no"), Refusal(Path("c.bin"), "no"))))
    assert more == "“a.bin” is not text. 2 other files could not be imported either: b.bin, c.bin"


def test_an_alignment_is_told_with_boilerplate_apart() -> None:
    snapshot = state(2, family(1), family(2), family(3, boilerplate=True)).snapshot
    assert aligned_sentence(snapshot) == (
        "Found 2 families of shared passages in 2 articles, and 1 family of boilerplate."
    )


def test_passages_out_of_date_are_said_to_be() -> None:
    assert "Ctrl+R looks again" in case_words(state(2, family(1), aligned=False).snapshot, "Ctrl+R")
    assert "Ctrl+R" not in case_words(state(2, family(1)).snapshot, "Ctrl+R")
