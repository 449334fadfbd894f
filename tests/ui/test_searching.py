"""Searching, filtering and sorting the lists at the left on a real case, by keyboard alone."""

import shutil
from collections.abc import Callable, Iterable
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QSettings, Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QApplication, QComboBox
from pytestqt.qtbot import QtBot

from db.casefile import open_case
from db.search import WordIndex
from ui.desktop.app import build, start
from ui.desktop.lists.families_listed import DATE, WITNESSES
from ui.desktop.lists.models import ROW_ROLE
from ui.desktop.lists.searched_list import SearchedList
from ui.desktop.window import MainWindow
from workbench.ports import IndexEntry, SearchTerm

Settle = Callable[[], None]
Key, Mod = Qt.Key, Qt.KeyboardModifier


def type_into(found: SearchedList, text: str) -> None:
    found.field.setFocus()
    found.field.selectAll()
    QTest.keyClick(found.field, Key.Key_Delete)
    QTest.keyClicks(found.field, text)
    found.field.completer_popup.hide()


def excerpts(found: SearchedList) -> list[str]:
    rows = [found.filtered.index(k, 0).data(ROW_ROLE) for k in range(found.filtered.rowCount())]
    return [row.excerpt[:12] for row in rows]


QUOTE, FERRY = "About 4,200 ", "The ferry co"


FOUND = {
    "": [QUOTE, FERRY],
    "sea WAL": [QUOTE],
    "shipped": [QUOTE],
    '"ferry company"': [FERRY],
    '"company ferry"': [],
    "-ferry": [QUOTE],
    "kestria": [QUOTE, FERRY],
    "kestria -lamp": [FERRY],
    "2019-03-12": [QUOTE, FERRY],
    'NEAR( "': [],
    "label:number": [QUOTE],
    "outlet:lamp ferry": [],
    "shipped is:unreviewed": [QUOTE],
    "elephant": [],
}


def test_families_are_found_by_all_that_their_witnesses_say(
    two_families: MainWindow, settle: Settle, qtbot: QtBot
) -> None:
    families = two_families.workspace.lists.families
    qtbot.waitUntil(lambda: not two_families.case.book.counting)
    for typed, kept in FOUND.items():
        type_into(families, typed)
        settle()
        assert excerpts(families) == kept, typed
        assert families.nothing.isVisible() == (not kept)
        assert families.told.isVisible() == bool(typed)
        assert families.told.text().startswith(f"{len(kept)} of 2 families" if typed else "")


def test_tags_and_notes_are_searched_as_soon_as_they_are_there(
    two_families: MainWindow, settle: Settle, qtbot: QtBot
) -> None:
    families = two_families.workspace.lists.families
    target = two_families.where.edit_target
    two_families.case.decide(lambda session: session.set_note(target, "Ask the harbourmaster"))
    two_families.commands["tag_edit_1"].trigger()
    settle()
    type_into(families, "harbourm")
    settle()
    qtbot.waitUntil(lambda: len(excerpts(families)) == 1)
    type_into(families, "figure chan")
    settle()
    qtbot.waitUntil(lambda: len(excerpts(families)) == 1)
    two_families.commands["undo"].trigger()
    settle()
    qtbot.waitUntil(lambda: excerpts(families) == [])


class Counting(WordIndex):
    """Counts what is put into it."""

    put_in: list[tuple[str, ...]]

    def __init__(self) -> None:
        super().__init__()
        self.put_in = []
        MADE.append(self)

    def put(self, entries: Iterable[IndexEntry]) -> None:
        batch = list(entries)
        self.put_in += [entry.texts for entry in batch]
        super().put(batch)


MADE: list[Counting] = []


def test_only_what_is_new_or_changed_is_indexed(
    qtbot: QtBot, settings: QSettings, aligned_case: Path, tmp_path: Path
) -> None:
    MADE.clear()
    window, _ = build(open_case, settings, Counting)
    qtbot.addWidget(window)
    window.show()
    start(window, Path(shutil.copy(aligned_case, tmp_path)))
    qtbot.waitUntil(lambda: window.lanes.idle and bool(window.where.comparisons))
    (index,) = MADE
    before = len(index.put_in)
    assert before == len(window.case.snapshot.families)
    window.commands["tag_edit_1"].trigger()
    qtbot.waitUntil(lambda: window.lanes.idle and len(index.put_in) == before + 1)
    assert index.put_in[-1] == (window.case.snapshot.codes[0].name,)
    window.commands["base"].trigger()
    qtbot.waitUntil(lambda: window.lanes.idle)
    assert len(index.put_in) == before + 1, "another base says nothing new"
    assert index.find(SearchTerm("dock")) is not None
    window.close()


def test_the_result_of_a_search_that_was_typed_over_is_dropped(two_families: MainWindow, settle: Settle) -> None:
    families = two_families.workspace.lists.families
    listed = []
    families.listed.connect(lambda: listed.append((families.field.text(), len(families.filtered.keys))))
    families.field.setText("elephant")
    families.field.setText("ferry")
    families.field.setText("")
    settle()
    assert excerpts(families) == [QUOTE, FERRY]
    assert ("", 0) not in listed, "no late result empties the list"


def test_search_and_sort_go_on_when_another_case_is_opened(
    two_families: MainWindow, settle: Settle, aligned_case: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    families = two_families.workspace.lists.families
    type_into(families, "ferry")
    settle()
    two_families.open_case(Path(shutil.copy(aligned_case, tmp_path)))
    settle()
    assert families.field.text() == "", "what was sought there says nothing here"
    type_into(families, "dock")
    settle()
    qtbot.waitUntil(lambda: excerpts(families) == [QUOTE])
    type_into(families, "boats")
    settle()
    qtbot.waitUntil(lambda: excerpts(families) == [])


def test_a_family_that_is_gone_leaves_the_list_at_once_also_while_words_are_sought(
    two_families: MainWindow, settle: Settle
) -> None:
    families = two_families.workspace.lists.families
    type_into(families, "ferry")
    settle()
    (key,) = families.filtered.keys
    with_it = two_families.case.snapshot
    without = replace(with_it, families=tuple(one for one in with_it.families if one.id != key))
    two_families.case._take(two_families.case.state._replace(snapshot=without))
    assert families.filtered.keys == []
    assert not families.grab().isNull()
    settle()
    assert families.filtered.keys == []
    families.field.clear()
    assert excerpts(families) == [QUOTE]


def test_a_family_stays_listed_while_one_is_at_it_and_goes_when_one_has_left(
    two_families: MainWindow, settle: Settle, qtbot: QtBot
) -> None:
    families, case = two_families.workspace.lists.families, two_families.case
    qtbot.waitUntil(lambda: not case.book.counting)
    type_into(families, "is:unreviewed")
    settle()
    assert excerpts(families) == [QUOTE, FERRY]
    case.decide(lambda session: session.review([two_families.where.edit_target]))
    settle()
    assert excerpts(families) == [QUOTE, FERRY], "what was decided about is not taken from under one's hands"
    two_families.commands["next_family"].trigger()
    settle()
    case.decide(lambda session: session.review([two_families.where.edit_target]))
    settle()
    assert excerpts(families) == [FERRY]


# Operators and their panel


def test_an_operator_without_sense_is_told_after_a_moment_and_filters_nothing(
    opened: MainWindow, settle: Settle, qtbot: QtBot
) -> None:
    families = opened.workspace.lists.families
    type_into(families, "before:soon")
    settle()
    assert families.problem.isHidden(), "nobody is scolded while typing"
    qtbot.waitUntil(families.problem.isVisible)
    assert families.problem.text() == "“before:” takes a day, a month or a year: 2016-10-12, 2016-10 or 2016."
    assert families.problem.text() in families.field.accessibleDescription()
    assert len(excerpts(families)) == 1
    QTest.keyClick(families.field, Key.Key_Escape)
    assert families.problem.isHidden()


def test_operators_are_completed_while_one_types(opened: MainWindow) -> None:
    families = opened.workspace.lists.families
    families.field.setFocus()
    QTest.keyClicks(families.field, "outl")
    assert families.field.offered == ["outlet:"]
    popup = families.field.completer_popup
    QTest.keyClick(popup, Key.Key_Down)
    QTest.keyClick(popup, Key.Key_Return)
    assert families.field.text() == "outlet:"
    assert families.field.offered == [
        "outlet:" + one for one in ('"Alder News"', '"Kestria Post"', '"The Morning Lamp"')
    ]
    QTest.keyClicks(families.field, "la")
    assert families.field.offered == ['outlet:"The Morning Lamp"']
    QTest.keyClick(popup, Key.Key_Down)
    QTest.keyClick(popup, Key.Key_Return)
    assert families.field.text() == 'outlet:"The Morning Lamp" '
    assert families.field.offered == []
    assert "outlet The Morning Lamp" in families.told.text()


def choose(box: QComboBox, words: str) -> None:
    """Choose an entry by arrow keys."""
    for _ in range(box.count()):
        if box.currentText() == words:
            return
        QTest.keyClick(box, Key.Key_Down)
    assert box.currentText() == words


def test_the_panel_of_filters_writes_operators_and_follows_what_is_written(
    two_families: MainWindow, settle: Settle, qtbot: QtBot
) -> None:
    families = two_families.workspace.lists.families
    qtbot.waitUntil(lambda: not two_families.case.book.counting)
    QTest.keyClick(two_families, Key.Key_F3, Mod.AltModifier)
    panel = families.panel
    assert panel.isVisible()
    outlet = QApplication.focusWidget()
    assert isinstance(outlet, QComboBox)
    assert outlet.accessibleName() == "Outlet"
    choose(outlet, "The Morning Lamp")
    assert families.field.text() == 'outlet:"The Morning Lamp"'
    settle()
    assert excerpts(families) == [QUOTE]
    assert (panel.after.placeholderText(), panel.before.placeholderText()) == ("2019-03-12", "2019-03-15")
    whole = panel.after.fontMetrics().horizontalAdvance("2019-03-12")
    for width in (400, 240):
        panel.resize(width, panel.height())
        settle()
        assert panel.after.width() > whole + 16, "a whole day is seen also in a narrow panel"
    panel.before.setFocus()
    QTest.keyClicks(panel.before, "2019-03")
    assert families.field.text() == 'outlet:"The Morning Lamp" before:2019-03'
    assert excerpts(families) == []
    families.field.setText("label:name after:2019 fire")
    assert (outlet.currentText(), panel.after.text(), panel.before.hasFocus()) == ("any", "2019", True)
    QTest.keyClick(panel.before, Key.Key_Escape)
    assert not panel.isVisible()
    assert families.field.hasFocus()
    QTest.keyClick(two_families, Key.Key_F3, Mod.AltModifier | Mod.ShiftModifier)
    assert families.field.text() == ""
    assert excerpts(families) == [QUOTE, FERRY]


def test_the_list_is_sorted_and_turned_by_keyboard_and_stays_so(
    two_families: MainWindow, settings: QSettings, qtbot: QtBot
) -> None:
    families = two_families.workspace.lists.families
    QTest.keyClick(two_families, Key.Key_F3, Mod.ControlModifier)
    box = QApplication.focusWidget()
    assert isinstance(box, QComboBox)
    choose(box, "First published")
    assert (families.order, families.turned) == (DATE, False)
    assert families.told.text() == "by first published, earliest first"
    QTest.keyClick(two_families, Key.Key_F3, Mod.ControlModifier | Mod.ShiftModifier)
    assert families.turned
    assert families.panel.way.currentText() == "latest first"
    two_families.workspace.save(settings)
    again, _ = build(open_case, settings, WordIndex)
    qtbot.addWidget(again)
    restored = again.workspace.lists.families
    assert (restored.order, restored.turned) == (DATE, True)
    assert again.workspace.lists.articles.order.name == "import"
    again.close()


def test_an_order_that_nobody_knows_is_let_be(two_families: MainWindow, settings: QSettings) -> None:
    families = two_families.workspace.lists.families
    settings.setValue("families/order", "by moonlight")
    families.restore(settings)
    assert families.order is WITNESSES


def test_families_are_walked_in_the_order_and_within_the_filter_in_force(
    two_families: MainWindow, settle: Settle
) -> None:
    lists = two_families.workspace.lists
    lists.families.sort(WITNESSES, turned=True)
    assert excerpts(lists.families) == [FERRY, QUOTE]
    two_families.commands["previous_family"].trigger()
    settle()
    assert lists.families.view.currentIndex().row() == 0
    assert len(two_families.where.family.witnesses) == 2
    type_into(lists.families, "workers")
    settle()
    two_families.commands["next_family"].trigger()
    settle()
    assert len(two_families.where.family.witnesses) == 3


def test_a_card_says_what_was_reviewed(opened: MainWindow, settle: Settle, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: not opened.case.book.counting)
    target = opened.where.edit_target
    opened.case.decide(lambda session: session.review([target]))
    settle()
    (key, *_) = opened.workspace.lists.families.filtered.keys
    row = opened.workspace.lists.families.filtered.find(key).data(ROW_ROLE)
    assert row.reviewed.done == 1
    assert f"1 of {row.reviewed.total} places reviewed" in row.spoken
    assert row.reviewed.words in opened.workspace.lists.families.filtered.find(key).data()


def test_the_articles_are_searched_filtered_and_sorted_too(opened: MainWindow, settle: Settle, qtbot: QtBot) -> None:
    opened.commands["articles"].trigger()
    articles = opened.workspace.lists.articles
    QAbstractItemModelTester(articles.filtered, QAbstractItemModelTester.FailureReportingMode.Fatal)
    qtbot.waitUntil(lambda: articles.filtered.index(0, 0).data(ROW_ROLE).shared is not None)

    def outlets() -> list[str]:
        rows = [articles.filtered.index(k, 0).data(ROW_ROLE) for k in range(articles.filtered.rowCount())]
        return [row.article.outlet for row in rows]

    for typed, kept in (
        ("outlet:kestria", ["Kestria Post"]),
        ("after:2019-03-14", ["Kestria Post", "The Morning Lamp"]),
        ("before:2019-03-14", ["Alder News"]),
        ("is:unshared", []),
        ("is:shared LAMP", ["The Morning Lamp"]),
        ("-lamp thousands", []),
    ):
        type_into(articles, typed)
        assert outlets() == kept, typed
    type_into(articles, "label:number")
    assert articles.problem.text() == "“label:” says nothing about articles."
    assert len(outlets()) == 3
    articles.field.clear()
    QTest.keyClick(opened, Key.Key_F3, Mod.ControlModifier)
    box = QApplication.focusWidget()
    assert isinstance(box, QComboBox)
    choose(box, "Date")
    assert outlets() == ["Alder News", "The Morning Lamp", "Kestria Post"]
    choose(box, "How much is shared")
    shares = [articles.filtered.index(k, 0).data(ROW_ROLE).shared.coverage.share for k in range(3)]
    assert shares == sorted(shares, reverse=True)
    assert articles.told.text() == "by how much is shared, most first"
