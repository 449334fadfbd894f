"""Files written for one test and read back."""

from collections.abc import Callable
from pathlib import Path

import pytest

from workbench.model import ZoneKind
from workbench.reading.files import read_file
from workbench.reading.model import ReadArticle, Reading

ReadText = Callable[..., Reading]


@pytest.fixture
def read(tmp_path: Path) -> ReadText:
    """Write text or bytes to a file and read it as the program does."""

    def write_and_read(content: str | bytes, name: str = "page.txt", encoding: str = "utf-8") -> Reading:
        path = tmp_path / name
        path.write_bytes(content if isinstance(content, bytes) else content.encode(encoding))
        return read_file(path)

    return write_and_read


@pytest.fixture
def zone_text() -> Callable[[Reading, ReadArticle, str], list[str]]:
    """The stretches of one kind of zone of an article, as they stand."""

    def texts(reading: Reading, article: ReadArticle, kind: str) -> list[str]:
        own = article.span.of(reading.text)
        return [zone.span.of(own) for zone in article.zones if zone.kind is ZoneKind(kind)]

    return texts
