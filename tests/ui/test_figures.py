"""Figures that conflict: listed, shown side by side, set aside and brought back, all by keyboard."""

import shutil
import threading
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.ui.conftest import aligned
from tests.ui.painted import inks, row_image
from ui.desktop.app import start
from ui.desktop.case import studies
from ui.desktop.case.lanes import Lane
from ui.desktop.case.studies import COMPARING, Standing
from ui.desktop.lists.figure_rows import FigureRow
from ui.desktop.lists.list_panel import FAMILIES, FIGURES
from ui.desktop.lists.models import ROW_ROLE
from ui.desktop.theme import Scheme
from ui.desktop.window import MainWindow
from workbench.word_lists import all_lists

Settle = Callable[[], None]
CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier

WIRE = (
    "Ferry runs aground off Ostrel\n\nPolar Wire, 5 January 2024\n\n"
    "Fourteen passengers were injured when the ferry Ilmar struck the rocks near Ostrel, the coast guard said.\n\n"
    "The crane at Port Velm cost 40 million crowns when the harbour board of Velm bought it in spring.\n"
)
PACKET = (
    "Night of fear on the Ilmar\n\nEvening Packet, 6 January 2024\n\n"
    "😀 Twenty-three passengers were injured when the ferry Ilmar struck the rocks near Ostrel, says the hospital.\n\n"
    "The crane at Port Velm cost 65 million crowns when the harbour board of Velm bought it in spring.\n"
)


@pytest.fixture(scope="session")
def ferry(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("ferry")
    (folder / "packet.txt").write_text(PACKET, "utf-8")
    (folder / "wire.txt").write_text(WIRE, "utf-8")
    return folder


@pytest.fixture(scope="session")
def ferry_case(ferry: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return aligned(tmp_path_factory.mktemp("case") / "Ferry.variorum", ferry)


@pytest.fixture
def two_pairs(window: MainWindow, settle: Settle, ferry_case: Path, tmp_path: Path) -> MainWindow:
    """A window on a case of two articles that differ in two figures."""
    start(window, Path(shutil.copy(ferry_case, tmp_path)))
    settle()
    return window


@pytest.fixture
def shown(two_pairs: MainWindow, settle: Settle) -> MainWindow:
    """The same with the list of figures in front."""
    QTest.keyClick(two_pairs, Qt.Key.Key_G, CTRL | SHIFT)
    settle()
    return two_pairs


def rows(window: MainWindow) -> list[FigureRow]:
    model = window.workspace.lists.figures.filtered
    return [model.index(number, 0).data(ROW_ROLE) for number in range(model.rowCount())]


def in_view(window: MainWindow) -> tuple[str, str]:
    """The two figures that are boxed."""
    view = window.workspace.figures
    (left,), (right,) = (pane.extraSelections() for pane in view.panes)
    return left.cursor.selectedText(), right.cursor.selectedText()


def test_after_the_first_alignment_the_pairs_are_counted_on_the_tab(two_pairs: MainWindow) -> None:
    lists = two_pairs.workspace.lists
    assert lists.tabText(FIGURES) == "Figures  2"
    assert two_pairs.studies.standing is Standing.DONE
    assert not two_pairs.workspace.shows_figures, "families stay in front until a person asks"


def test_a_key_brings_the_list_and_the_first_pair_stands_side_by_side(shown: MainWindow) -> None:
    lists, view = shown.workspace.lists, shown.workspace.figures
    assert lists.figures.view.hasFocus()
    assert lists.figures.view.selectionModel().isSelected(lists.figures.view.currentIndex())
    assert shown.workspace.shows_figures
    assert view.isVisible()
    assert set(in_view(shown)) in ({"Fourteen", "Twenty-three"}, {"40 million crowns", "65 million crowns"})
    assert view.summary.text() == rows(shown)[0].summary
    assert "Both " in view.reasons.toPlainText()
    assert "What speaks against it" in view.reasons.toPlainText()


def test_arrow_keys_go_from_pair_to_pair_and_the_sentences_come_into_view(shown: MainWindow, settle: Settle) -> None:
    before = in_view(shown)
    QTest.keyClick(shown.workspace.lists.figures.view, Qt.Key.Key_Down)
    settle()
    assert in_view(shown) != before
    for pane in shown.workspace.figures.panes:
        rect, top = pane.mark_rect(0), pane.verticalScrollBar().value()
        assert top <= rect.top() <= rect.bottom() <= top + pane.viewport().height()
    assert {"Twenty-three", "Fourteen"} <= {word for pair in (before, in_view(shown)) for word in pair}, (
        "after an emoji"
    )


def test_the_sides_say_to_a_screen_reader_who_gives_which_figure(shown: MainWindow) -> None:
    view, row = shown.workspace.figures, rows(shown)[0]
    left = view.left.accessibleName()
    assert left.startswith(f"{row.left.outlet}, ")
    assert f"gives {row.conflict.left.figure}: " in left
    spoken = shown.workspace.lists.figures.view.currentIndex().data(Qt.ItemDataRole.AccessibleTextRole)
    assert row.left.outlet in spoken
    assert row.right.outlet in spoken


def test_no_tag_falls_on_an_edit_that_is_out_of_sight(shown: MainWindow, settle: Settle) -> None:
    for name in ("tag_edit_1", "tag_witness_1", "note", "base", "next_edit", "explain"):
        assert not shown.commands[name].isEnabled(), name
    QTest.keyClick(shown.workspace.lists.figures.view, Qt.Key.Key_1)
    settle()
    assert shown.case.snapshot.tags == ()
    QTest.keyClick(shown, Qt.Key.Key_F, CTRL | SHIFT)
    settle()
    assert shown.commands["next_edit"].isEnabled() == (shown.where.comparison is not None)
    assert not shown.commands["set_aside"].isEnabled()


def test_one_key_sets_a_pair_aside_and_goes_on_to_the_next(shown: MainWindow, settle: Settle) -> None:
    first, second = rows(shown)
    QTest.keyClick(shown.workspace.lists.figures.view, Qt.Key.Key_X)
    settle()
    assert [(row.conflict.key, row.set_aside) for row in rows(shown)] == [
        (second.conflict.key, False),
        (first.conflict.key, True),
    ]
    assert shown.case.snapshot.dismissals == {first.conflict.key}
    assert shown.workspace.lists.tabText(FIGURES) == "Figures  1"
    chosen = shown.workspace.lists.figures.chosen
    assert chosen is not None
    assert chosen.conflict.key == second.conflict.key
    assert shown.workspace.figures.row == chosen
    assert rows(shown)[1].spoken.startswith("Set aside; ")


def test_the_same_key_brings_it_back_and_stays_with_it(shown: MainWindow, settle: Settle) -> None:
    lists = shown.workspace.lists
    QTest.keyClick(lists.figures.view, Qt.Key.Key_X)
    settle()
    QTest.keyClick(lists.figures.view, Qt.Key.Key_End)
    assert shown.workspace.figures.button.text().startswith("Bring back")
    assert shown.workspace.figures.mark.isVisible()
    key = lists.figures.chosen.conflict.key
    QTest.keyClick(lists.figures.view, Qt.Key.Key_X)
    settle()
    assert shown.case.snapshot.dismissals == frozenset()
    assert lists.figures.chosen.conflict.key == key
    assert not shown.workspace.figures.mark.isVisible()


def test_setting_aside_can_be_undone_like_any_decision(shown: MainWindow, settle: Settle) -> None:
    before = rows(shown)
    shown.workspace.figures.button.click()
    settle()
    assert shown.commands["undo"].text() == "Undo: Set figures aside"
    QTest.keyClick(shown, Qt.Key.Key_Z, CTRL)
    settle()
    assert rows(shown) == before


def test_with_the_last_pair_set_aside_one_stays_where_one_is(shown: MainWindow, settle: Settle) -> None:
    for _ in range(2):
        QTest.keyClick(shown.workspace.lists.figures.view, Qt.Key.Key_X)
        settle()
    assert len(shown.case.snapshot.dismissals) == 2
    assert shown.workspace.lists.figures.chosen is not None
    assert shown.workspace.lists.tabText(FIGURES) == "Figures  0"


def test_the_filter_looks_at_summaries_outlets_and_sentences(shown: MainWindow, settle: Settle) -> None:
    QTest.keyClick(shown, Qt.Key.Key_F, CTRL)
    field = shown.workspace.lists.figures.field
    assert field.hasFocus()
    for typed, kept in (("hospital", 1), ("POLAR", 2), ("crane", 1), ("elephant", 0)):
        field.setText(typed)
        assert len(rows(shown)) == kept, typed
    assert shown.workspace.lists.figures.nothing.isVisible()
    field.setText("crowns")
    QTest.keyClick(field, Qt.Key.Key_Down)
    settle()
    assert "million crowns" in in_view(shown)[0]


def test_the_letter_goes_into_the_filter_while_one_types_there(shown: MainWindow, settle: Settle) -> None:
    shown.commands["filter"].trigger()
    QTest.keyClicks(shown.workspace.lists.figures.field, "x")
    settle()
    assert shown.case.snapshot.dismissals == frozenset()


def test_f6_goes_through_list_articles_and_reasons(shown: MainWindow) -> None:
    view, seen = shown.workspace.figures, []
    for _ in range(4):
        QTest.keyClick(shown, Qt.Key.Key_F6)
        seen.append(QApplication.focusWidget())
    assert seen == [view.left, view.right, view.reasons, shown.workspace.lists.figures.view]


def test_going_to_a_family_leaves_the_figures(shown: MainWindow, settle: Settle) -> None:
    QTest.keyClick(shown, Qt.Key.Key_Down, CTRL)
    settle()
    assert shown.workspace.lists.currentIndex() == FAMILIES
    assert not shown.workspace.shows_figures


def test_zoom_and_colours_reach_the_articles(shown: MainWindow, settle: Settle) -> None:
    pane = shown.workspace.figures.left
    height = pane.mark_rect(0).height()
    for _ in range(4):
        shown.commands["zoom_in"].trigger()
    settle()
    assert pane.mark_rect(0).height() > height * 1.2
    shown.themes.choose(Scheme.DARK)
    settle()
    assert in_view(shown)[0]
    assert pane.extraSelections()[0].format.background().color() == shown.themes.colour("current_ground")


def test_rows_are_painted_set_aside_ones_muted(shown: MainWindow, settle: Settle) -> None:
    shown.commands["set_aside"].trigger()
    settle()
    view = shown.workspace.lists.figures.view
    standing, aside = (row_image(shown, view.delegate, view, number) for number in (0, 1))
    assert shown.themes.colour("text").name() in inks(standing)
    assert shown.themes.colour("style_ground").name() in inks(aside)
    assert aside.height() > standing.height()


# Why there is none, and when it is computed


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


# How much of each article is shared


def test_articles_say_with_whom_they_share_how_much(opened: MainWindow) -> None:
    lists = opened.workspace.lists
    lists.show_list(1)
    words = [lists.articles.filtered.index(n).data(ROW_ROLE).shared_words for n in range(3)]
    assert sorted(word.partition(" %, with ")[2] for word in words) == [
        "Alder News and Kestria Post",
        "Alder News and The Morning Lamp",
        "Kestria Post and The Morning Lamp",
    ]
    index = lists.articles.view.currentIndex()
    tip = index.data(Qt.ItemDataRole.ToolTipRole)
    assert "words of this story" in tip
    assert tip.splitlines()[0] in index.data(Qt.ItemDataRole.AccessibleTextRole)


def test_shared_text_is_counted_again_after_an_alignment_and_not_after_a_decision(
    opened: MainWindow, settle: Settle, tmp_path: Path, pages: Path
) -> None:
    counted: list[int] = []
    opened.studies.coverage_changed.connect(lambda: counted.append(len(opened.studies.coverages)))
    opened.commands["tag_edit_1"].trigger()
    settle()
    assert counted == []
    fresh = tmp_path / "copy.txt"
    fresh.write_text(
        "Copied\n\nThe Copyist, 20 March 2019\n\n" + (pages / "alder-news.txt").read_text("utf-8"), "utf-8"
    )
    opened.case.import_paths([fresh])
    settle()
    assert counted[-1] == 4
    assert opened.studies.coverages[4].coverage.share > 0.5


def test_figures_of_a_very_large_case_are_compared_when_one_looks_for_them(
    window: MainWindow, settle: Settle, ferry: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(studies, "_MOST_UNASKED", 10)
    start(window, tmp_path / "Large.variorum", ferry)
    settle()
    assert window.case.snapshot.aligned
    assert window.studies.standing is Standing.WAITING
    window.commands["figures"].trigger()
    settle()
    assert window.studies.standing is Standing.DONE
    assert window.workspace.lists.tabText(FIGURES) == "Figures  2"
