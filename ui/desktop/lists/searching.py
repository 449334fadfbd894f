"""The full-text search of the families, away from the GUI thread: the index grows beside the work and follows it."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, Signal

from ui.desktop.case.casework import Casework
from ui.desktop.case.lanes import Lane, Lanes
from ui.desktop.lists.indexed import IndexedFamilies
from workbench.ports import MakeIndex, SearchTerm

_AT_ONCE = 100
"""So many families are indexed in one go: a search waits for no more than that."""
_INDEX, _SEARCH = "index", "search"


class Searching(QObject):
    """Keeps the index of the open case and searches it."""

    grown = Signal()
    """More may be found than before."""

    def __init__(self, lanes: Lanes, case: Casework, make_index: MakeIndex, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._lanes, self._case, self._make = lanes, case, make_index
        self._indexed = IndexedFamilies(make_index)
        self._left = 0
        case.leaving.connect(self._forget)
        case.changed.connect(self._follow)

    @property
    def left(self) -> int:
        """How many families are still to be indexed."""
        return self._left

    def find(self, terms: Sequence[SearchTerm], then: Callable[[frozenset[int] | None], None]) -> None:
        """Look for families and call `then` with their ids, `None` when nothing is sought; the last call counts."""
        indexed = self._indexed
        self._lanes.submit(Lane.SEARCH, lambda _: indexed.find(terms), then, topic=_SEARCH)

    def _follow(self) -> None:
        book, indexed = self._case.book, self._indexed
        snapshot, texts = book.snapshot, book.texts
        said = {
            number: (*(snapshot.code[code].name for code in marks.codes if code in snapshot.code), *marks.notes)
            for number, marks in book.marked()
        }
        self._lanes.submit(Lane.SEARCH, lambda _: indexed.plan(snapshot, texts, said), self._go_on, topic=_INDEX)

    def _go_on(self, left: int) -> None:
        grew, self._left, indexed = bool(left) or left != self._left, left, self._indexed
        if left:
            self._lanes.submit(Lane.SEARCH, lambda _: indexed.fill(_AT_ONCE), self._go_on, topic=_INDEX)
        if grew:
            self.grown.emit()

    def _forget(self) -> None:
        for topic in (_INDEX, _SEARCH):
            self._lanes.outdate(topic)
        before, self._indexed, self._left = self._indexed, IndexedFamilies(self._make), 0
        self._lanes.submit(Lane.SEARCH, lambda _: before.close())
