"""The tree of codes as views and screen readers have it."""

from collections.abc import Iterator
from datetime import UTC, datetime

import pytest
from hypothesis import HealthCheck, given
from hypothesis import settings as rules
from PySide6.QtCore import QAbstractItemModel, QModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication

from tests.codebook.books import BOOK, DRY, FIGURES, LOADED, WORDING, books
from ui.desktop.codebook.model import TAGS_ROLE, CodeTreeModel
from workbench.model import Code, Place, Tag, Target
from workbench.snapshot import Snapshot
from workbench.spans import Span

NOON = datetime(2030, 1, 1, 12, tzinfo=UTC)


def snapshot(codes: tuple[Code, ...], *tagged: Code) -> Snapshot:
    target = Target(Place(1, Span(0, 5)))
    return Snapshot(codes=codes, tags=tuple(Tag(str(n), code.id, target, NOON) for n, code in enumerate(tagged)))


@pytest.fixture
def model(qapp: QApplication) -> Iterator[CodeTreeModel]:
    made = CodeTreeModel()
    tester = QAbstractItemModelTester(made, QAbstractItemModelTester.FailureReportingMode.Fatal)
    yield made
    del tester


def walked(model: QAbstractItemModel, parent: QModelIndex | None = None) -> Iterator[tuple[int, str]]:
    parent = parent or QModelIndex()
    for row in range(model.rowCount(parent)):
        index = model.index(row, 0, parent)
        assert model.parent(index) == parent
        yield 0, index.data()
        yield from ((depth + 1, name) for depth, name in walked(model, index))


def test_codes_stand_under_codes(model: CodeTreeModel) -> None:
    model.show_codes(snapshot(BOOK, LOADED, LOADED), editable=True)
    assert list(walked(model)) == [(0, "Wording"), (1, "Loaded word"), (1, "Drier word"), (0, "Figures")]
    loaded = model.find("loaded")
    assert loaded.data(Qt.ItemDataRole.AccessibleTextRole) == "Loaded word, key 2, 2 tags"
    assert (loaded.data(TAGS_ROLE), model.code(loaded)) == (2, LOADED)
    assert model.find("dry").data(Qt.ItemDataRole.AccessibleTextRole) == "Drier word, 0 tags"
    assert model.find("wording").data(Qt.ItemDataRole.ToolTipRole) == "How it is put."
    assert not model.find("nowhere").isValid()


def test_what_codes_say_changes_in_place_and_their_places_by_a_reset(model: CodeTreeModel) -> None:
    model.show_codes(snapshot(BOOK), editable=True)
    told: list[str] = []
    model.dataChanged.connect(lambda first, _: told.append(first.data()))
    model.modelReset.connect(lambda: told.append("reset"))
    model.show_codes(snapshot(BOOK, FIGURES), editable=True)
    renamed = Code("dry", "Dry word", DRY.colour, -1, "", "wording")
    model.show_codes(snapshot((WORDING, LOADED, renamed, FIGURES), FIGURES), editable=True)
    assert told == ["Figures", "Dry word"]
    model.show_codes(snapshot((WORDING, LOADED, FIGURES), FIGURES), editable=True)
    assert told[-1] == "reset"


def test_a_name_that_is_written_is_asked_for_and_nothing_else(model: CodeTreeModel) -> None:
    asked: list[tuple[str, str]] = []
    model.renamed.connect(lambda code, name: asked.append((code.id, name)))
    model.show_codes(snapshot(BOOK), editable=False)
    assert not model.find("dry").flags() & Qt.ItemFlag.ItemIsEditable
    model.show_codes(snapshot(BOOK), editable=True)
    assert model.find("dry").flags() & Qt.ItemFlag.ItemIsEditable
    for name in ("Drier word", "Driest word"):
        assert not model.setData(model.find("dry"), name)
    assert asked == [("dry", "Driest word")]
    assert model.find("dry").data() == "Drier word"


@rules(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60)
@given(books(), books())
def test_any_codebook_may_follow_any_other(
    model: CodeTreeModel, one: tuple[Code, ...], other: tuple[Code, ...]
) -> None:
    for codes in (one, other):
        model.show_codes(snapshot(codes), editable=True)
        assert sorted(name for _, name in walked(model)) == sorted(code.name for code in codes)
