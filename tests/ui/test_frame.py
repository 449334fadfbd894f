"""Menus, toolbar, status line, dialogs, overlays and empty pages."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, Qt, QUrl
from PySide6.QtGui import QDesktopServices, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel, QLineEdit, QToolBar
from pytestqt.qtbot import QtBot

from tests.ui.by_hand import article, source
from ui.actions import ACTIONS, Enabled, Menu, action, key_rows
from ui.desktop.app import start
from ui.desktop.casework import CaseState, import_sentence, refusal_sentence
from ui.desktop.choosing import case_among, dropped_paths, report_kind_sentence
from ui.desktop.empty import (
    NO_ARTICLES,
    NO_CASE,
    NO_FAMILIES,
    NOT_ALIGNED,
    ONE_ARTICLE,
    ONLY_BOILERPLATE,
    Lack,
    lack_of,
)
from ui.desktop.lanes import Lane
from ui.desktop.overlays import CommandPalette, ShortcutSheet, shown_key
from ui.desktop.window import MainWindow
from ui.desktop.wording import aligned_sentence, case_words
from workbench.model import Family, Place, Witness
from workbench.session import ImportResult, Refusal
from workbench.snapshot import Snapshot
from workbench.spans import Span

Settle = Callable[[], None]


def family(number: int, *, boilerplate: bool = False) -> Family:
    places = (Place(k, Span(0, 5)) for k in (1, 2))
    return Family(number, tuple(Witness(number * 10 + k, place) for k, place in enumerate(places)), boilerplate)


def state(articles: int, *families: Family, aligned: bool = True) -> CaseState:
    numbers = range(1, articles + 1)
    snapshot = Snapshot(
        tuple(source(k) for k in numbers), tuple(article(k, "some text") for k in numbers), families, aligned=aligned
    )
    return CaseState(Path("a.variorum"), snapshot, dict.fromkeys(numbers, "some text"), False)


# Commands


def test_every_action_of_the_table_is_in_its_menu(window: MainWindow) -> None:
    for entry, menu in ((entry, m) for m in window.menuBar().actions() for entry in ACTIONS):
        if menu.text().replace("&", "") != entry.menu.value:
            continue
        submenus = [sub.menu() for sub in menu.menu().actions() if sub.menu()]
        held = [*menu.menu().actions(), *(one for sub in submenus for one in sub.actions())]
        assert window.commands[entry.id] in held


def test_menus_stand_in_the_order_of_the_table(window: MainWindow) -> None:
    titles = [menu.text().replace("&", "") for menu in window.menuBar().actions()]
    assert titles == [menu.value for menu in Menu]
    letters = [menu.text()[menu.text().index("&") + 1] for menu in window.menuBar().actions()]
    assert len(set(letters)) == len(letters), "every menu opens by a letter of its own"


def test_the_keys_of_the_window_are_those_of_the_table(window: MainWindow) -> None:
    for entry in ACTIONS:
        portable = [
            key.toString(QKeySequence.SequenceFormat.PortableText) for key in window.commands[entry.id].shortcuts()
        ]
        assert portable == list(entry.keys)


def test_no_two_actions_of_the_window_share_a_key(window: MainWindow) -> None:
    keys = [key.toString() for one in window.commands.all() for key in one.shortcuts()]
    assert len(keys) == len(set(keys))


def test_the_toolbar_holds_what_the_table_says(window: MainWindow) -> None:
    (bar,) = window.findChildren(QToolBar)
    held = [one.objectName() for one in bar.actions() if one.objectName()]
    assert held == [entry.id for entry in ACTIONS if entry.toolbar]
    for entry in ACTIONS:
        if entry.toolbar:
            assert bar.widgetForAction(window.commands[entry.id]).toolTip().startswith(entry.plain_text)


def test_without_a_case_only_what_needs_none_can_be_done(window: MainWindow) -> None:
    for entry in ACTIONS:
        assert window.commands[entry.id].isEnabled() == (entry.enabled is Enabled.ALWAYS)


def test_with_families_all_but_redo_stop_and_the_like_can_be_done(opened: MainWindow) -> None:
    seen = [entry for entry in ACTIONS if opened.commands[entry.id].isVisible()]
    off = {entry.id for entry in seen if not opened.commands[entry.id].isEnabled()}
    assert off == {"undo", "redo", "take_back", "stop", "open_export", "unplaced"}


def test_tagging_actions_bear_the_names_of_the_codes(opened: MainWindow) -> None:
    assert opened.commands["tag_edit_1"].text() == "Tag the edit: Figure changed"
    assert opened.commands["tag_witness_2"].text() == "Tag the witness: Quote altered"
    used = {code.digit for code in opened.case.snapshot.codes}
    for digit in range(10):
        assert opened.commands[f"tag_edit_{digit}"].isVisible() == (digit in used)


# Palette and sheet


def test_the_palette_lists_what_can_be_seen_and_disables_what_cannot_be_done(opened: MainWindow) -> None:
    palette = CommandPalette(opened.commands.all(), opened)
    listed = {palette.list.model().index(k, 0).data(): k for k in range(palette.list.model().rowCount())}
    assert "Next edit" in listed
    assert "Tag the edit with code 0" not in listed
    flags = palette.list.model().index(listed["Undo"], 0).flags()
    assert not flags & Qt.ItemFlag.ItemIsEnabled
    spoken = palette.list.model().index(listed["Next edit"], 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == "Next edit, key Alt+Down"
    palette.close()


@pytest.mark.parametrize("typed", ["next ed", "ED NEXT", "edit next"])
def test_the_palette_finds_words_in_any_order(opened: MainWindow, typed: str) -> None:
    palette = CommandPalette(opened.commands.all(), opened)
    palette.field.setText(typed)
    found = [palette.list.model().index(k, 0).data() for k in range(palette.list.model().rowCount())]
    assert found == ["Next edit"]
    palette.close()


@pytest.mark.parametrize("typed", ["(", "[a", "*", "\\", "…"])
def test_signs_typed_into_the_palette_are_only_signs(opened: MainWindow, typed: str) -> None:
    palette = CommandPalette(opened.commands.all(), opened)
    palette.field.setText(typed)
    assert palette.list.model().rowCount() <= len(ACTIONS)
    QTest.keyClick(palette.field, Qt.Key.Key_Return)
    assert not palette.isVisible()


def test_the_palette_paints_its_keys(opened: MainWindow) -> None:
    palette = CommandPalette(opened.commands.all(), opened)
    palette.show()
    assert not palette.grab().isNull()
    palette.close()


def test_the_sheet_shows_every_row_of_the_table(opened: MainWindow) -> None:
    sheet = ShortcutSheet(opened)
    shown = {label.text() for label in sheet.findChildren(QLabel)}
    for row in key_rows():
        assert row.text in shown
        assert {shown_key(key) for key in row.keys} <= shown
    assert {menu.value for menu in Menu} <= shown
    sheet.close()


# Status line


def test_the_status_line_rests_on_what_the_case_holds(opened: MainWindow, settle: Settle) -> None:
    opened.status.say("Something.")
    opened.commands["tag_edit_1"].trigger()
    settle()
    assert opened.status.text.text() == "Something."
    opened.status._calm.timeout.emit()
    assert "3 articles" in opened.status.text.text()
    assert "1 tag" in opened.status.text.text()


def test_the_exported_report_is_opened_by_the_system(
    opened: MainWindow, settle: Settle, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[QUrl] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: asked.append(url) or True)
    target = tmp_path / "table.csv"
    opened.case.export(target, "csv")
    settle()
    assert target.exists()
    assert opened.status.open_button.isVisible()
    opened.commands["open_export"].trigger()
    assert [Path(url.toLocalFile()) for url in asked] == [target]


def test_a_report_that_no_program_opens_is_still_found(
    opened: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda _: False)
    opened.status.offer_report(tmp_path / "out.pdf")
    opened.status.open_report()
    assert str(tmp_path / "out.pdf") in opened.status.text.text()


def test_another_case_forgets_the_report(opened: MainWindow, settle: Settle, tmp_path: Path) -> None:
    opened.status.offer_report(tmp_path / "out.pdf")
    assert opened.commands["open_export"].isEnabled()
    opened.open_case(tmp_path / "Other.variorum", create=True)
    settle()
    assert not opened.commands["open_export"].isEnabled()
    assert opened.windowTitle() == "Other — Variorum"


def test_work_without_a_title_shows_no_progress(opened: MainWindow, qtbot: QtBot, settle: Settle) -> None:
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
    assert "Ctrl+R looks again" in case_words(state(2, family(1), aligned=False).snapshot)
    assert "Ctrl+R" not in case_words(state(2, family(1)).snapshot)


# Empty pages


@pytest.mark.parametrize(
    ("case", "lack"),
    [
        (None, NO_CASE),
        (state(0), NO_ARTICLES),
        (state(1), ONE_ARTICLE),
        (state(2, aligned=False), NOT_ALIGNED),
        (state(2), NO_FAMILIES),
        (state(2, family(1, boilerplate=True)), ONLY_BOILERPLATE),
        (state(2, family(1)), None),
    ],
)
def test_what_is_missing_is_known(case: CaseState | None, lack: Lack | None) -> None:
    assert lack_of(case) is lack


@pytest.mark.parametrize("lack", [NO_CASE, NO_ARTICLES, ONE_ARTICLE, NOT_ALIGNED, NO_FAMILIES, ONLY_BOILERPLATE])
def test_every_empty_page_names_a_key_that_does_it(window: MainWindow, lack: Lack) -> None:
    page = window.workspace.empty
    page.show_lack(lack)
    entry = action(lack.action)
    assert entry.keys
    assert entry.keys[0] in page.button.accessibleName()
    assert page.words.height() >= page.words.heightForWidth(page.words.width())


# Choosing


def test_only_local_files_are_taken_from_a_drop(tmp_path: Path) -> None:
    data = QMimeData()
    data.setUrls([QUrl("https://example.org/page.html"), QUrl.fromLocalFile(str(tmp_path))])
    assert dropped_paths(data) == [tmp_path]


def test_a_case_among_dropped_files_is_seen_by_its_suffix(tmp_path: Path) -> None:
    case = tmp_path / "a.variorum"
    assert case_among([case]) is None, "it is not there"
    case.write_bytes(b"")
    assert case_among([tmp_path / "a.txt", case]) == case
    folder = tmp_path / "b.variorum"
    folder.mkdir()
    assert case_among([folder]) is None


@pytest.mark.parametrize("kind", ["pdf", "html", "json", "csv"])
def test_reports_of_four_kinds_can_be_written(kind: str) -> None:
    assert report_kind_sentence(kind) == ""


def open_dialog(qtbot: QtBot, window: MainWindow) -> QFileDialog:
    qtbot.waitUntil(lambda: any(dialog.isVisible() for dialog in window.findChildren(QFileDialog)))
    return next(dialog for dialog in window.findChildren(QFileDialog) if dialog.isVisible())


def accept(dialog: QFileDialog, path: Path) -> None:
    field = dialog.findChild(QLineEdit)
    assert field is not None
    field.setText(str(path))
    QTest.keyClick(field, Qt.Key.Key_Return)
    QApplication.sendPostedEvents()
    assert dialog.isHidden()


def test_a_new_case_gets_its_suffix(
    window: MainWindow, own_dialogs: None, qtbot: QtBot, settle: Settle, tmp_path: Path
) -> None:
    window.commands["new_case"].trigger()
    accept(open_dialog(qtbot, window), tmp_path / "Fresh")
    settle()
    assert (tmp_path / "Fresh.variorum").exists()
    assert window.windowTitle() == "Fresh — Variorum"


def test_a_case_is_opened_by_dialog(
    window: MainWindow, own_dialogs: None, qtbot: QtBot, settle: Settle, aligned_case: Path
) -> None:
    window.commands["open_case"].trigger()
    accept(open_dialog(qtbot, window), aligned_case)
    settle()
    assert window.where.comparison is not None
    assert window.choose.folder == aligned_case.parent


def test_files_and_folders_are_imported_by_dialog(
    window: MainWindow, own_dialogs: None, qtbot: QtBot, settle: Settle, pages: Path, tmp_path: Path
) -> None:
    start(window, tmp_path / "Empty.variorum", None)
    window.open_case(tmp_path / "Empty.variorum", create=True)
    settle()
    window.problem.hide()
    window.commands["import_files"].trigger()
    accept(open_dialog(qtbot, window), pages / "alder-news.txt")
    settle()
    assert len(window.case.snapshot.articles) == 1
    window.commands["import_folder"].trigger()
    accept(open_dialog(qtbot, window), pages)
    settle()
    assert len(window.case.snapshot.articles) == 3


def test_a_report_gets_the_suffix_of_the_kind_chosen(
    opened: MainWindow, own_dialogs: None, qtbot: QtBot, settle: Settle, tmp_path: Path
) -> None:
    opened.commands["export"].trigger()
    dialog = open_dialog(qtbot, opened)
    dialog.selectNameFilter("Data (JSON) (*.json)")
    dialog.filterSelected.emit("Data (JSON) (*.json)")
    accept(dialog, tmp_path / "data")
    settle()
    assert (tmp_path / "data.json").read_text("utf-8").startswith("{")


def test_a_dialog_that_is_left_does_nothing(
    opened: MainWindow, own_dialogs: None, qtbot: QtBot, settle: Settle
) -> None:
    before = opened.case.state
    for name in ("open_case", "new_case", "import_files", "import_folder", "export"):
        opened.commands[name].trigger()
        open_dialog(qtbot, opened).reject()
        QApplication.sendPostedEvents()
    settle()
    assert opened.case.state is before
