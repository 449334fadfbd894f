"""Fixtures of the tests of a session: real files, a real case."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from db.casefile import open_case
from tests.session.bridge import STORIES
from workbench.session import Session


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder of three stories, of which two share a quote."""
    folder = tmp_path / "stories"
    folder.mkdir()
    for name, text in STORIES.items():
        (folder / f"{name}.txt").write_text(text, encoding="utf-8")
    return folder


@pytest.fixture
def session(tmp_path: Path) -> Iterator[Session]:
    session = Session(open_case(tmp_path / "bridge.variorum", create=True))
    yield session
    session.close()


@pytest.fixture
def aligned(session: Session, folder: Path) -> Session:
    session.import_paths([folder])
    session.align()
    return session
