"""What the engine knows stands in the case beside the families, and goes when they go."""

from pathlib import Path

import pytest

from db.casefile import open_case
from tests.db.builders import reading
from workbench.ports import CaseStore, Remembered


@pytest.fixture
def store(case_path: Path) -> CaseStore:
    store = open_case(case_path, create=True)
    for text in ("One story of the day.", "Another story of the day.", "A third one."):
        store.add_reading(reading(text))
    return store


def ids(store: CaseStore) -> list[int]:
    return [article.id for article in store.articles()]


def test_nothing_is_remembered_at_first(store: CaseStore) -> None:
    assert store.remembered() is None


def test_what_is_kept_comes_back(store: CaseStore) -> None:
    kept = Remembered("1/7", dict.fromkeys(ids(store), b"row"), b"content\0")
    store.replace_families([], remembered=kept)
    assert store.remembered() == kept


def test_rows_of_articles_that_are_there_stay(store: CaseStore) -> None:
    first, second, third = ids(store)
    store.replace_families([], remembered=Remembered("1/7", {first: b"a", second: b"b"}, b"x"))
    store.replace_families([], remembered=Remembered("1/7", {first: b"?", second: b"?", third: b"c"}, b"y"))
    assert store.remembered() == Remembered("1/7", {first: b"a", second: b"b", third: b"c"}, b"y")


def test_another_key_replaces_all(store: CaseStore) -> None:
    first, second, _ = ids(store)
    store.replace_families([], remembered=Remembered("1/7", {first: b"a", second: b"b"}, b"x"))
    store.replace_families([], remembered=Remembered("1/6", {first: b"c"}, b"y"))
    assert store.remembered() == Remembered("1/6", {first: b"c"}, b"y")


def test_families_from_elsewhere_leave_nothing_remembered(store: CaseStore) -> None:
    store.replace_families([], remembered=Remembered("1/7", {ids(store)[0]: b"a"}, b"x"))
    store.replace_families([])
    assert store.remembered() is None
