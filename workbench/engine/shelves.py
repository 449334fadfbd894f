"""Where the witnesses of many families stand, quick to look up by place."""

from bisect import bisect_left, insort

from workbench.engine.grouping import Gathering


class Shelves:
    """For every article the stretches that are witnesses, by their first token, with their families' numbers."""

    def __init__(self) -> None:
        self._by_doc: dict[int, list[tuple[int, int, int]]] = {}

    def put(self, family: int, gathering: Gathering) -> None:
        """Put every witness of a family into its place."""
        for doc, stretch in gathering.members:
            insort(self._by_doc.setdefault(doc, []), (stretch.start, stretch.end, family))

    def starting(self, doc: int, low: int, high: int) -> list[tuple[int, int, int]]:
        """The witnesses in an article whose first token lies from `low` to `high`, half open: start, end and family."""
        shelf = self._by_doc.get(doc, [])
        begin = bisect_left(shelf, (low, -1, -1))
        return shelf[begin : bisect_left(shelf, (high, -1, -1), begin)]
