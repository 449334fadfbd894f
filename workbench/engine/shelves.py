"""Where the witnesses of many families stand, quick to look up by place."""

from bisect import bisect_left, insort
from collections.abc import Iterator

from workbench.engine.grouping import Gathering, Stretch


class Shelves:
    """For every article the stretches that are witnesses, by their first token, with their families' numbers."""

    def __init__(self) -> None:
        self._by_doc: dict[int, list[tuple[int, int, int]]] = {}

    def put(self, family: int, gathering: Gathering) -> None:
        """Put every witness of a family into its place."""
        for doc, stretch in gathering.members:
            insort(self._by_doc.setdefault(doc, []), (stretch.start, stretch.end, family))

    def starting(self, doc: int, low: int, high: int) -> Iterator[tuple[Stretch, int]]:
        """The witnesses in an article whose first token lies from `low` to `high`, half open."""
        shelf = self._by_doc.get(doc, [])
        for k in range(bisect_left(shelf, (low, -1, -1)), len(shelf)):
            start, end, family = shelf[k]
            if start >= high:
                return
            yield Stretch(start, end), family
