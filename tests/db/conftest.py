from collections.abc import Iterator
from pathlib import Path

import pytest

from db import connection
from db.casefile import open_case
from db.store import CaseFile
from tests.db.builders import fill


@pytest.fixture(autouse=True)
def own_disk(monkeypatch: pytest.MonkeyPatch) -> None:
    """The disk of the tests counts as one of this machine, wherever they run."""
    monkeypatch.setattr(connection, "on_network", lambda _path: False)


@pytest.fixture
def case_path(tmp_path: Path) -> Path:
    """Where a new case can be made."""
    return tmp_path / "bridge.variorum"


@pytest.fixture
def store(case_path: Path) -> Iterator[CaseFile]:
    """A new, empty case."""
    store = open_case(case_path, create=True)
    yield store
    store.close()


@pytest.fixture
def filled(store: CaseFile) -> CaseFile:
    """A case of two articles and one tag."""
    fill(store)
    return store
