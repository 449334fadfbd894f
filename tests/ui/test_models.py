from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import UTC, datetime

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.modeltest import ModelTester

from tests.ui.by_hand import article, comparison, snapshot_of, source
from ui.desktop.case.digest import digest_pairs
from ui.desktop.case.family_book import FamilyBook
from ui.desktop.case.studies import Shared, shared_text
from ui.desktop.lists.families_listed import FamiliesListed
from ui.desktop.lists.models import ROW_ROLE, FilterModel, KeyedRows, RowModel
from ui.desktop.lists.query import parse
from ui.desktop.lists.rows import ArticleRow, FamilyRow, article_row, family_row
from ui.desktop.lists.witness_bar import WitnessModel
from ui.desktop.lists.witness_rows import witness_rows
from ui.desktop.window import MainWindow
from workbench.comparing.lexicon import SHIPPED
from workbench.comparison import Comparison
from workbench.model import Code, Family, Note, Place, Tag, Target, Witness
from workbench.progress import silent
from workbench.snapshot import Snapshot
from workbench.spans import Span

BASE, WITNESS = "The board said that 12 men may go.", "The board admitted that 20 men will go."
CODE = Code("figure", "Figure changed", "#cc6677", 1)


@pytest.fixture
def found() -> Comparison:
    return comparison(BASE, WITNESS)


def tag(target: Target) -> Tag:
    return Tag("t", CODE.id, target, datetime(2020, 1, 1, tzinfo=UTC))


def note(target: Target) -> Note:
    return Note(target, "Look again", datetime(2020, 1, 1, tzinfo=UTC))


def many(count: int) -> tuple[Snapshot, dict[int, str]]:
    """A case of `count` families of two; every third is boilerplate."""
    texts = {k: f"Passage number {k} of the case" for k in range(2 * count)}
    articles = tuple(article(k, texts[k]) for k in texts)
    families = tuple(
        Family(
            k,
            tuple(Witness(2 * k + j, Place(2 * k + j, Span(0, 10))) for j in range(2)),
            boilerplate=k % 3 == 0,
        )
        for k in range(count)
    )
    return Snapshot(tuple(source(k) for k in texts), articles, families, aligned=True), texts


def book_of(snapshot: Snapshot, texts: dict[int, str], *, counted: bool = False) -> FamilyBook:
    book = FamilyBook()
    book.take(snapshot, texts)
    while counted and book.counting:
        book.learn(digest_pairs(book.missing(100), texts, SHIPPED))
    return book


def family_rows(snapshot: Snapshot, texts: dict[int, str], *, counted: bool = False) -> list[FamilyRow]:
    book = book_of(snapshot, texts, counted=counted)
    return [family_row(book, family.id) for family in snapshot.families]


def article_rows(snapshot: Snapshot, shared: Mapping[int, Shared]) -> list[ArticleRow]:
    return [article_row(snapshot, article.id, shared) for article in snapshot.articles]


def test_the_models_keep_the_rules_of_qt_while_a_case_changes(qtmodeltester: ModelTester) -> None:
    book = FamilyBook()
    rows = KeyedRows(lambda key: family_row(book, key), lambda row: row.spoken)
    few: RowModel[str] = RowModel(lambda row: row, lambda row: row, lambda row: row)
    listed = FilterModel(few)  # type: ignore[arg-type]
    for model in (rows, listed):
        QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    for size in (0, 7, 7, 3, 12, 0):
        book.take(*many(size))
        rows.renew()
        rows.show_keys(FamiliesListed(book).listing(parse(""), None, FamiliesListed.orders[0], turned=False).keys)
        rows.renew({1, 2, 99})
        few.set_rows([f"number {k}" for k in range(size)])
        listed.set_filter("number 4" if size == 12 else "")
    qtmodeltester.check(rows)


def test_rows_are_made_when_somebody_looks_at_them_and_kept() -> None:
    made = []

    def make(key: int) -> int:
        made.append(key)
        return key

    model: KeyedRows[int] = KeyedRows(make, str)
    model.show_keys(range(5000))
    assert (model.rowCount(), made) == (5000, [])
    assert [model.index(4711).data(ROW_ROLE) for _ in range(3)] == [4711] * 3
    assert model.find(4711).row() == 4711
    assert made == [4711]
    changed = []
    model.dataChanged.connect(lambda first, last: changed.append((first.row(), last.row())))
    model.renew({4711, 12, 6000})
    assert changed == [(4711, 4711)], "nobody looked at the others"
    model.show_keys([4711, 3])
    assert model.index(0).data(ROW_ROLE) == 4711
    assert made == [4711, 4711]
    assert not model.find(12).isValid()


def test_the_same_keys_again_leave_the_list_alone() -> None:
    model: KeyedRows[int] = KeyedRows(lambda key: key, str)
    model.show_keys([3, 1, 2])
    resets = []
    model.modelReset.connect(lambda: resets.append(True))
    model.show_keys([3, 1, 2])
    assert resets == []
    model.show_keys([1, 2, 3])
    assert resets == [True]


def test_the_models_of_the_window_keep_the_rules_of_qt(opened: MainWindow, settle: Callable[[], None]) -> None:
    panels = opened.workspace
    lists = panels.lists
    models = (lists.families.filtered, lists.articles.filtered, panels.witnesses.rows, panels.edits.rows)
    testers = [QAbstractItemModelTester(m, QAbstractItemModelTester.FailureReportingMode.Fatal) for m in models]
    for name in ("next_edit", "next_witness", "tag_edit_1", "base", "undo", "undo"):
        opened.commands[name].trigger()
        settle()
    assert len(testers) == 4


def test_a_family_says_how_much_it_was_edited_once_that_is_known(found: Comparison) -> None:
    snapshot, texts = snapshot_of(found), {1: BASE, 2: WITNESS}
    (row,) = family_rows(snapshot, texts)
    assert row.edits_words == "counting edits…"
    (row,) = family_rows(snapshot, texts, counted=True)
    assert row.digest is not None
    assert row.digest.edits == len(found.edits)
    assert 0 < row.digest.share < 1
    assert f"{len(found.edits)} edits" in row.spoken
    assert row.dates == "12 – 14 Mar 2019"


def test_a_family_that_nobody_edited_is_word_for_word() -> None:
    same = comparison(BASE, BASE)
    (row,) = family_rows(snapshot_of(same), {1: BASE, 2: BASE}, counted=True)
    assert row.edits_words == "word for word"


def test_tags_and_notes_inside_a_family_show_on_its_row(found: Comparison) -> None:
    target = Target(Place(2, found.edits[0].witness), Place(1, found.edits[0].base))
    snapshot = replace(snapshot_of(found), codes=(CODE,), tags=(tag(target),), notes=(note(target),))
    (row,) = family_rows(snapshot, {1: BASE, 2: WITNESS})
    assert (row.codes, row.notes) == ((CODE,), ("Look again",))
    assert "tagged Figure changed, note: Look again" in row.spoken


def test_articles_say_how_much_of_their_story_is_shared_and_with_whom(found: Comparison) -> None:
    snapshot, texts = snapshot_of(found), {1: BASE, 2: WITNESS}
    rows = article_rows(snapshot, shared_text(snapshot, texts, silent))
    assert [row.shared_words for row in rows] == ["100 %, with Outlet 2", "100 %, with Outlet 1"]
    assert rows[0].told == (
        "8 of the 8 words of this story (100 %) stand in other articles too, in one passage.\n"
        "Eight words (100 %) from character 1 stand also in Outlet 2."
    )
    model = KeyedRows(lambda key: rows[key - 1], lambda row: row.spoken, tip=lambda row: row.told)
    model.show_keys([1, 2])
    assert model.index(0).data(Qt.ItemDataRole.ToolTipRole) == rows[0].told
    assert rows[0].told.splitlines()[1] in model.index(0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert "outlet 2" not in rows[0].searched, "the filter finds the articles of an outlet"


def test_an_article_says_that_its_shared_text_is_still_being_counted(found: Comparison) -> None:
    (row, _) = article_rows(snapshot_of(found), {})
    assert (row.shared_words, row.told) == ("counting shared text…", "")
    assert row.spoken.endswith("counting shared text…")


def test_an_article_that_shares_much_with_many_is_told_in_a_few_lines() -> None:
    texts = dict.fromkeys(range(1, 5), "The ferry has not come today. " * 14)
    spans = [Span(30 * k, 30 * k + 29) for k in range(14)]
    families = tuple(
        Family(n, tuple(Witness(10 * n + k, Place(k, span)) for k in texts)) for n, span in enumerate(spans)
    )
    snapshot = Snapshot(tuple(source(k) for k in texts), tuple(article(k, texts[k]) for k in texts), families)
    row = article_rows(snapshot, shared_text(snapshot, texts, silent))[0]
    assert row.shared_words == "100 %, with Outlet 2 and 2 others"
    assert len(row.told.splitlines()) == 11
    assert row.told.endswith("5 further passages are shared too.")


def test_an_article_that_nobody_shares_says_so() -> None:
    snapshot = Snapshot((source(1),), (article(1, BASE),))
    (row,) = article_rows(snapshot, shared_text(snapshot, {1: BASE}, silent))
    assert row.shared_words == "nothing shared"
    assert row.told == "No passage of this story was found in another article."


def test_the_base_of_a_family_can_be_read_but_not_compared(found: Comparison) -> None:
    model = WitnessModel(lambda row: row.number, lambda row: row.spoken)
    model.set_rows(witness_rows(snapshot_of(found), (found,), 0, 0))
    assert model.rowCount() == 2
    assert not model.index(0).flags() & Qt.ItemFlag.ItemIsSelectable
    assert model.index(1).flags() & Qt.ItemFlag.ItemIsSelectable
    assert "the base" in model.index(0).data()
    spoken = model.index(1).data(Qt.ItemDataRole.AccessibleTextRole)
    assert "left out “said”; put in “admitted”" in spoken
    assert "left out “12”; put in “20”" in spoken


def test_marks_on_a_whole_witness_show_on_its_row(found: Comparison) -> None:
    target = Target(found.witness.place)
    snapshot = replace(snapshot_of(found), codes=(CODE,), tags=(tag(target),), notes=(note(target),))
    row = witness_rows(snapshot, (found,), 0, 0)[1]
    assert (row.codes, row.note) == ((CODE,), "Look again")


def test_rows_that_only_change_in_content_do_not_reset_the_list() -> None:
    model: RowModel[tuple[int, str]] = RowModel(lambda row: row[0], lambda row: row[1])
    model.set_rows([(1, "a"), (2, "b")])
    resets: list[int] = []
    changed: list[int] = []
    model.modelReset.connect(lambda: resets.append(1))
    model.dataChanged.connect(lambda first, *_: changed.append(first.row()))
    model.set_rows([(1, "a"), (2, "b")])
    assert (resets, changed) == ([], [])
    model.set_rows([(1, "a"), (2, "c")])
    assert (resets, changed) == ([], [1])
    assert model.find(2).row() == 1
    model.set_rows([(2, "c")])
    assert (resets, model.find(2).row(), model.find(1).isValid()) == ([1], 0, False)


def test_an_index_outside_the_list_holds_nothing() -> None:
    model: KeyedRows[int] = KeyedRows(lambda key: key, str)
    assert model.data(QModelIndex(), ROW_ROLE) is None
    assert not model.find(99).isValid()
