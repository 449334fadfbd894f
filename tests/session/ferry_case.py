"""A case of two families and an article that shares nothing, for corrections by hand."""

import shutil
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from db.casefile import open_case
from workbench.model import Family, Place, Witness
from workbench.session import Session
from workbench.snapshot import Snapshot
from workbench.spans import Span

FERRY = (
    "The night ferry between Marrow Point and the salt islands will stop running in October because its engine room "
    "was flooded twice during the summer storms"
)
CRANES = (
    "Four new cranes from the shipyard at Oldhaven were delivered without the brakes that the harbour inspectors had "
    "asked for in writing last winter"
)
OTHER = "Nobody in the town hall wanted to say who had signed the papers for the brakes of those cranes."
PAGES = {
    "bell": (
        f"Ferry to stop\n\nIslanders are worried.\n\n{FERRY}, the company said.\n\n"
        f"Not all believed it.\n\n{CRANES}, it was told.\n\n{OTHER}"
    ),
    "crow": f"No boat at night\n\nA long season ends.\n\n{FERRY.replace('twice', 'two times')}, it is said.\n",
    "dune": f"Dark crossing\n\nWhat will the bakers do?\n\n{FERRY.replace('will stop', 'is to stop')}.\n\nMore below.",
    "elm": f"Cranes arrive\n\nThey are tall and red.\n\n{CRANES.replace('Four', 'Five')}, we hear.\n",
    "fern": f"Brakes missing\n\nA letter tells of it.\n\n{CRANES.replace('last winter', 'in January')}.\n",
    "gull": "Weather\n\nIt will rain on the salt islands for some days and then no more until the week after.\n",
}


@pytest.fixture(scope="module")
def model_case(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("ferry")
    for name, text in PAGES.items():
        (folder / f"{name}.txt").write_text(text, encoding="utf-8")
    with closing(Session(open_case(folder / "ferry.variorum", create=True))) as session:
        session.import_paths([folder / f"{name}.txt" for name in PAGES])
        session.align()
    return folder / "ferry.variorum"


@pytest.fixture
def case(model_case: Path, tmp_path: Path) -> Iterator[Session]:
    with closing(Session(open_case(Path(shutil.copy(model_case, tmp_path))))) as session:
        yield session


def with_text(snapshot: Snapshot, session: Session, words: str) -> Family:
    """The one family whose first witness has these words."""
    texts = session.store.texts()
    (found,) = (
        one
        for one in snapshot.families
        if any(words in witness.place.span.of(texts[witness.place.article_id]) for witness in one.witnesses)
    )
    return found


def name_of(snapshot: Snapshot, place: Place) -> str:
    return snapshot.source[snapshot.article[place.article_id].source_id].name.removesuffix(".txt")


def shape(snapshot: Snapshot) -> set[frozenset[Place]]:
    return {frozenset(witness.place for witness in family.witnesses) for family in snapshot.families}


def names(snapshot: Snapshot) -> list[list[str]]:
    return sorted(sorted(name_of(snapshot, w.place) for w in family.witnesses) for family in snapshot.families)


def witness_of(snapshot: Snapshot, family: Family, name: str) -> Witness:
    (found,) = (one for one in family.witnesses if name_of(snapshot, one.place) == name)
    return found


def place_of(session: Session, name: str, words: str) -> Place:
    snapshot = session.snapshot()
    (article,) = (one for one in snapshot.articles if name_of(snapshot, Place(one.id, Span(0, 0))) == name)
    start = session.store.texts()[article.id].index(words)
    return Place(article.id, Span(start, start + len(words)))


def import_page(session: Session, folder: Path, name: str, text: str) -> Snapshot:
    (folder / f"{name}.txt").write_text(text, encoding="utf-8")
    session.import_paths([folder / f"{name}.txt"])
    return session.align()


LATE = f"Late ferry news\n\nThe harbour bell rang.\n\n{FERRY.replace('October', 'autumn')}, a cook said.\n"
