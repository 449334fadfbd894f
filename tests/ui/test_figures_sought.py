"""When figures are compared, and why none are listed."""

import threading
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.ui.ferry_figures import CTRL, PACKET, SHIFT, Settle, ferry, rows, shown, two_pairs
from ui.desktop.app import start
from ui.desktop.case import studies
from ui.desktop.case.lanes import Lane
from ui.desktop.case.studies import COMPARING, Standing
from ui.desktop.lists.list_panel import FIGURES
from ui.desktop.window import MainWindow
from workbench.word_lists import all_lists

__all__ = ["ferry", "shown", "two_pairs"]


@pytest.mark.parametrize(
    ("texts", "sentence"),
    [
        (
            ("The ferry is late again today, say all who wait.", "The ferry is late again today, say all who wait."),
            (
                "No two of the 2 articles in English give different figures for what looks like the same event; "
                "other languages are not read."
            ),
        ),
        (
            ("Die Fähre ist heute wieder zu spät, und niemand weiß warum.", "Die Fähre liegt heute noch im Hafen."),
            "None of the 2 articles are in English, and no other language is read.",
        ),
        (("The ferry is late again.",), "Figures are compared between articles, and this case has 1 article."),
    ],
)
def test_where_nothing_conflicts_the_list_says_why(
    window: MainWindow, settle: Settle, tmp_path: Path, texts: tuple[str, ...], sentence: str
) -> None:
    folder = tmp_path / "plain"
    folder.mkdir()
    for number, text in enumerate(texts):
        (folder / f"{number}.txt").write_text(f"{text} {number}\n\n{text}\n" * 3, "utf-8")
    start(window, tmp_path / "Plain.variorum", folder)
    settle()
    window.commands["figures"].trigger()
    settle()
    figures = window.workspace.lists.figures
    assert rows(window) == []
    assert figures.why.text() == sentence
    assert figures.view.accessibleDescription() == sentence
    assert figures.why.isVisible()
    assert not window.workspace.shows_figures
    assert not window.commands["set_aside"].isEnabled()


def test_a_decision_does_not_compare_the_figures_again(shown: MainWindow, settle: Settle) -> None:
    began: list[str] = []
    shown.lanes.started.connect(lambda job: began.append(job.title))
    shown.commands["set_aside"].trigger()
    shown.commands["families"].trigger()
    shown.commands["figures"].trigger()
    settle()
    assert COMPARING not in began


def test_an_import_compares_them_anew_with_what_was_found_before_in_sight(
    shown: MainWindow, settle: Settle, tmp_path: Path
) -> None:
    fresh = tmp_path / "fresh.txt"
    fresh.write_text(PACKET.replace("65 million", "90 million").replace("Evening Packet", "Northern Post"), "utf-8")
    counts: list[int] = []
    shown.workspace.lists.figures.listed.connect(lambda: counts.append(len(rows(shown))))
    shown.case.import_paths([fresh])
    settle()
    assert len(rows(shown)) > 2
    assert min(counts) == 2
    assert shown.studies.standing is Standing.DONE


def test_comparing_can_be_stopped_and_begun_anew(
    shown: MainWindow, settle: Settle, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    real, go_on, begun = studies.conflicts_in, threading.Event(), threading.Event()

    def slow(snapshot: object, texts: object, report: Callable[[str, int, int], None]) -> object:
        begun.set()
        while not go_on.wait(0.005):
            report("Reading figures", 1, 4)
        return real(snapshot, texts, report)  # type: ignore[arg-type]

    monkeypatch.setattr(studies, "conflicts_in", slow)
    fresh = tmp_path / "fresh.txt"
    fresh.write_text(PACKET.replace("65 million", "90 million"), "utf-8")
    shown.case.import_paths([fresh])
    qtbot.waitUntil(begun.is_set, timeout=20000)
    qtbot.waitUntil(shown.status.cancel.isVisible)
    assert shown.status.stage.text().startswith(COMPARING)
    shown.commands["stop"].trigger()
    settle()
    assert shown.studies.standing is Standing.STOPPED
    lists = shown.workspace.lists
    assert "stopped" in lists.figures.why.text()
    assert lists.figures.standing == 2, "what was found before stays"
    go_on.set()
    assert lists.figures.isVisible(), "and the list is in front all the while"
    QTest.keyClick(shown, Qt.Key.Key_G, CTRL | SHIFT)
    settle()
    assert shown.studies.standing is Standing.DONE
    assert lists.figures.standing > 2


def test_figures_of_an_unaligned_case_are_compared_when_one_looks_for_them(
    window: MainWindow, settle: Settle, ferry: Path, tmp_path: Path
) -> None:
    window.open_case(tmp_path / "Raw.variorum", create=True)
    settle()
    window.lanes.started.connect(lambda job: job.stop() if job.topic == "align" and job.lane is Lane.COMPUTE else None)
    window.case.import_paths([ferry])
    settle()
    assert not window.case.snapshot.aligned
    assert window.studies.standing is Standing.WAITING
    assert "once the shared passages are found" in window.workspace.lists.figures.why.text()
    assert window.workspace.lists.tabText(FIGURES) == "Figures", "no number while none is known"
    window.commands["figures"].trigger()
    settle()
    assert len(rows(window)) == 2
    assert window.workspace.shows_figures


def test_another_word_list_compares_them_anew(shown: MainWindow, settle: Settle) -> None:
    began: list[str] = []
    shown.lanes.started.connect(lambda job: began.append(job.title))
    entry = next(entry for where in all_lists() for entry in shown.case.snapshot.words.entries(where))
    shown.case.decide(lambda session: session.change_words(lambda words: words.remove(entry.list_id, entry.text)))
    settle()
    assert began.count(COMPARING) == 1
    shown.commands["undo"].trigger()
    settle()
    assert began.count(COMPARING) == 2
    assert len(rows(shown)) == 2


def test_another_case_has_its_own_figures(shown: MainWindow, settle: Settle, aligned_case: Path) -> None:
    shown.open_case(aligned_case)
    settle()
    numbers = {article.id for article in shown.case.snapshot.articles}
    assert all(row.left.id in numbers for row in rows(shown))
    assert not any("Ilmar" in row.sentences for row in rows(shown))
    assert len(shown.studies.coverages) == 3
