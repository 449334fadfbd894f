"""Item models: what the list views, the filter and screen readers take rows from."""

from collections.abc import Callable, Collection, Sequence
from typing import Generic, TypeVar

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, QSortFilterProxyModel, Qt

from ui.desktop.lists.figure_rows import FigureRow
from ui.desktop.lists.unplaced import UnplacedRow
from ui.desktop.plain import tip

Row = TypeVar("Row")
Index = QModelIndex | QPersistentModelIndex

ROW_ROLE = Qt.ItemDataRole.UserRole
"""The row object, for delegates."""
SEARCH_ROLE = Qt.ItemDataRole.UserRole + 1
"""The text the filter looks at."""

_ROOT = QModelIndex()
_KEPT = 1000
"""So many rows that were looked at are kept at most."""


class RowModel(QAbstractListModel, Generic[Row]):
    """A list of row objects. New rows with the keys of the old replace them in place, so that the selection stays."""

    def __init__(
        self,
        key: Callable[[Row], object],
        spoken: Callable[[Row], str],
        searched: Callable[[Row], str] = lambda _: "",
        parent: QObject | None = None,
        tip: Callable[[Row], str] = lambda _: "",
    ) -> None:
        super().__init__(parent)
        self._key, self._spoken, self._searched, self._tip = key, spoken, searched, tip
        self._rows: list[Row] = []
        self._search: list[str] = []
        self._at: dict[object, int] = {}

    @property
    def rows(self) -> Sequence[Row]:
        """The rows in their order."""
        return self._rows

    def set_rows(self, rows: Sequence[Row]) -> None:
        """Show these rows."""
        self._search, self._at = [], {}
        if [self._key(row) for row in rows] != [self._key(row) for row in self._rows]:
            self.beginResetModel()
            self._rows = list(rows)
            self.endResetModel()
            return
        changed = [number for number, row in enumerate(rows) if row != self._rows[number]]
        for number in changed:  # the others stay the objects that they are, by which delegates know them
            self._rows[number] = rows[number]
        for number in changed:
            self.dataChanged.emit(self.index(number), self.index(number))

    def rowCount(self, parent: Index = _ROOT) -> int:
        """How many rows there are."""
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The row object, its words, its tool tip, or what is searched."""
        if not index.isValid() or not 0 <= index.row() < len(self._rows):
            return None
        row = self._rows[index.row()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return self._spoken(row)
        if role == ROW_ROLE:
            return row
        if role == Qt.ItemDataRole.ToolTipRole:
            return tip(self._tip(row))
        return self.searched(index.row()) if role == SEARCH_ROLE else None

    def searched(self, number: int) -> str:
        """What the filter looks at in a row; made once for all rows and kept until they change."""
        if not self._search:
            self._search = [self._searched(row) for row in self._rows]
        return self._search[number]

    def find(self, key: object) -> QModelIndex:
        """The index of the row with that key; an invalid one when there is none."""
        if not self._at:
            self._at = {self._key(row): number for number, row in enumerate(self._rows)}
        number = self._at.get(key)
        return QModelIndex() if number is None else self.index(number)


class KeyedRows(QAbstractListModel, Generic[Row]):
    """A list of rows known by their keys. A row is made when somebody looks at it, and kept until it is renewed."""

    def __init__(
        self,
        make: Callable[[int], Row],
        spoken: Callable[[Row], str],
        parent: QObject | None = None,
        tip: Callable[[Row], str] = lambda _: "",
    ) -> None:
        super().__init__(parent)
        self._make, self._spoken, self._tip = make, spoken, tip
        self._keys: list[int] = []
        self._at: dict[int, int] = {}
        self._rows: dict[int, Row] = {}

    @property
    def keys(self) -> Sequence[int]:
        """The keys of the rows in their order."""
        return self._keys

    def show_keys(self, keys: Sequence[int]) -> None:
        """List these rows, in this order."""
        if self._keys == keys:
            return
        self.beginResetModel()
        self._keys = list(keys)
        self._at = {key: number for number, key in enumerate(self._keys)}
        self.endResetModel()

    def renew(self, keys: Collection[int] | None = None) -> None:
        """Make these rows anew when somebody looks at them again; all of them with `None`."""
        made = list(self._rows) if keys is None else [key for key in keys if key in self._rows]
        for key in made:
            del self._rows[key]
        numbers = sorted(self._at[key] for key in made if key in self._at)
        if numbers:  # nobody has seen the others; those between do no harm
            self.dataChanged.emit(self.index(numbers[0]), self.index(numbers[-1]))

    def rowCount(self, parent: Index = _ROOT) -> int:
        """How many rows there are."""
        return 0 if parent.isValid() else len(self._keys)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The row object, its words, or its tool tip."""
        if not index.isValid() or not 0 <= index.row() < len(self._keys):
            return None
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return self._spoken(self._row(index.row()))
        if role == ROW_ROLE:
            return self._row(index.row())
        return self._tip(self._row(index.row())) if role == Qt.ItemDataRole.ToolTipRole else None

    def find(self, key: int) -> QModelIndex:
        """The index of the row with that key; an invalid one when it is not listed."""
        number = self._at.get(key)
        return QModelIndex() if number is None else self.index(number)

    def _row(self, number: int) -> Row:
        key = self._keys[number]
        row = self._rows.get(key)
        if row is None:
            if len(self._rows) > _KEPT:
                self._rows.clear()
            row = self._rows[key] = self._make(key)
        return row


ListedRows = RowModel[FigureRow] | RowModel[UnplacedRow]
"""The rows of one of the lists at the left that are few."""


class FilterModel(QSortFilterProxyModel):
    """Rows that hold every word of the filter."""

    def __init__(self, source: ListedRows, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._listed = source
        self._words: list[str] = []
        self.setSourceModel(source)

    def set_filter(self, text: str) -> None:
        """Keep the rows that hold every word of `text`."""
        self._words = text.casefold().split()
        self.invalidate()

    def filterAcceptsRow(self, row: int, _parent: Index) -> bool:
        """Whether a row is kept."""
        searched = self._listed.searched(row) if self._words else ""
        return all(word in searched for word in self._words)


def figure_model(parent: QObject | None = None) -> RowModel[FigureRow]:
    """The model of the list of figures that conflict."""
    return RowModel(lambda row: row.conflict.key, lambda row: row.spoken, lambda row: row.searched, parent)


def unplaced_model(parent: QObject | None = None) -> RowModel[UnplacedRow]:
    """The model of the list of tags and notes that fit no family."""
    return RowModel(lambda row: row.target, lambda row: row.spoken, lambda row: row.searched, parent)
