"""Articles as a few arrays, and back: so they can be shared with other processes."""

from collections.abc import Mapping, Sequence
from typing import overload

import numpy as np

from workbench.engine.articles import EngineArticle
from workbench.engine.sharing import Array
from workbench.model import Zone, ZoneKind
from workbench.spans import Span

_KINDS = list(ZoneKind)
_REMEMBERED = 1000


def columns_of(articles: Sequence[EngineArticle]) -> dict[str, Array]:
    """The articles as arrays."""
    texts = [article.text.encode("utf-8", "surrogatepass") for article in articles]
    zones = [
        (_KINDS.index(zone.kind), zone.span.start, zone.span.end) for article in articles for zone in article.zones
    ]
    return {
        "id": np.array([article.id for article in articles], np.int64),
        "text": np.frombuffer(b"".join(texts), np.uint8),
        "text_first": np.cumsum([0, *map(len, texts)], dtype=np.int64),
        "zones": np.array(zones, np.int64).reshape(-1, 3),
        "zones_first": np.cumsum([0, *(len(article.zones) for article in articles)], dtype=np.int64),
    }


class ArticlesInColumns(Sequence[EngineArticle]):
    """The articles whose arrays these are; each is made when it is asked for."""

    def __init__(self, columns: Mapping[str, Array]) -> None:
        self._columns = columns
        self._made: dict[int, EngineArticle] = {}

    def __len__(self) -> int:
        return len(self._columns["id"])

    @overload
    def __getitem__(self, index: int) -> EngineArticle: ...
    @overload
    def __getitem__(self, index: slice) -> Sequence[EngineArticle]: ...
    def __getitem__(self, index: int | slice) -> EngineArticle | Sequence[EngineArticle]:
        if isinstance(index, slice):
            return [self[k] for k in range(*index.indices(len(self)))]
        if not -len(self) <= index < len(self):
            raise IndexError(index)
        index %= len(self)
        made = self._made.get(index)
        if made is None:
            if len(self._made) >= _REMEMBERED:
                self._made.clear()
            made = self._made[index] = self._article(index)
        return made

    def _article(self, index: int) -> EngineArticle:
        columns = self._columns
        low, high = columns["text_first"][index : index + 2].tolist()
        text = columns["text"][low:high].tobytes().decode("utf-8", "surrogatepass")
        first, last = columns["zones_first"][index : index + 2].tolist()
        zones = tuple(
            Zone(_KINDS[kind], Span(start, end)) for kind, start, end in columns["zones"][first:last].tolist()
        )
        return EngineArticle(int(columns["id"][index]), text, zones)
