"""Real cases made of invented stories, ready to be exported."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from db.casefile import open_case
from tests.reporting.cases import COURIER, LANTERN, POST, WIRE, CaseMaker


@pytest.fixture
def maker(tmp_path: Path) -> Iterator[CaseMaker]:
    """An empty case, to be filled."""
    store = open_case(tmp_path / "harbour.variorum", create=True)
    yield CaseMaker(store)
    store.close()


@pytest.fixture
def quay(maker: CaseMaker) -> CaseMaker:
    """Four outlets and one quote: the same with another verb, with another number and noun, shortened; one undated."""
    wire = maker.article(WIRE, "Tessera News Agency", "2031-05-02T08:15", url="https://tessera.example/2031/quay?id=7")
    courier = maker.article(COURIER, "Harbour Courier", "2031-05-02")
    lantern = maker.article(LANTERN, "Daily Lantern", "2031-05")
    post = maker.article(POST, "Northern Post")
    maker.families((wire, courier, lantern, post))
    return maker
