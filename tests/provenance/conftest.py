"""Cases read from files: the sample and the seeds."""

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from db.casefile import open_case
from tests.provenance.reading import Case
from workbench.session import Session


def _case(folder: Path, file: Path) -> Iterator[Case]:
    with closing(Session(open_case(file, create=True))) as session:
        session.import_paths([folder])
        yield Case(session.align(), session.store.texts())


@pytest.fixture(scope="session")
def sample(checkout: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Case]:
    """Our own sample case."""
    yield from _case(checkout / "resources" / "sample", tmp_path_factory.mktemp("sample") / "sample.variorum")


@pytest.fixture(scope="session")
def seeds(shared: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Case]:
    """The five real pages, where they are present."""
    yield from _case(shared / "seeds", tmp_path_factory.mktemp("seeds") / "seeds.variorum")
