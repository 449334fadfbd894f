"""Item models: what the list views, the filter and screen readers take rows from."""

from collections.abc import Callable, Sequence
from typing import Generic, TypeVar

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, QSortFilterProxyModel, Qt

from ui.desktop.figure_rows import FigureRow
from ui.desktop.plain import tip
from ui.desktop.rows import ArticleRow, FamilyRow
from ui.desktop.unplaced import UnplacedRow

Row = TypeVar("Row")
Index = QModelIndex | QPersistentModelIndex

ROW_ROLE = Qt.ItemDataRole.UserRole
"""The row object, for delegates."""
SEARCH_ROLE = Qt.ItemDataRole.UserRole + 1
"""The text the filter looks at."""

_ROOT = QModelIndex()


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

    @property
    def rows(self) -> Sequence[Row]:
        """The rows in their order."""
        return self._rows

    def set_rows(self, rows: Sequence[Row]) -> None:
        """Show these rows."""
        self._search = []
        if [self._key(row) for row in rows] != [self._key(row) for row in self._rows]:
            self.beginResetModel()
            self._rows = list(rows)
            self.endResetModel()
            return
        changed = [number for number, row in enumerate(rows) if row != self._rows[number]]
        self._rows = list(rows)
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
        for number, row in enumerate(self._rows):
            if self._key(row) == key:
                return self.index(number)
        return QModelIndex()


ListedRows = RowModel[FamilyRow] | RowModel[ArticleRow] | RowModel[FigureRow] | RowModel[UnplacedRow]
"""The rows of one of the lists at the left."""


class FilterModel(QSortFilterProxyModel):
    """Rows that hold every word of the filter; families of boilerplate only when asked for."""

    def __init__(self, source: ListedRows, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._listed = source
        self._words: list[str] = []
        self._boilerplate = False
        self.setSourceModel(source)

    def set_filter(self, text: str) -> None:
        """Keep the rows that hold every word of `text`."""
        self._words = text.casefold().split()
        self.invalidate()

    def show_boilerplate(self, shown: bool) -> None:
        """Keep families of boilerplate, or hide them."""
        self._boilerplate = shown
        self.invalidate()

    def filterAcceptsRow(self, row: int, _parent: Index) -> bool:
        """Whether a row is kept."""
        item = self._listed.rows[row]
        if isinstance(item, FamilyRow) and item.family.boilerplate and not self._boilerplate:
            return False
        searched = self._listed.searched(row) if self._words else ""
        return all(word in searched for word in self._words)


def family_model(parent: QObject | None = None) -> RowModel[FamilyRow]:
    """The model of the list of families."""
    return RowModel(lambda row: row.family.id, lambda row: row.spoken, lambda row: row.searched, parent)


def article_model(parent: QObject | None = None) -> RowModel[ArticleRow]:
    """The model of the list of articles."""
    return RowModel(
        lambda row: row.article.id, lambda row: row.spoken, lambda row: row.searched, parent, lambda row: row.told
    )


def figure_model(parent: QObject | None = None) -> RowModel[FigureRow]:
    """The model of the list of figures that conflict."""
    return RowModel(lambda row: row.conflict.key, lambda row: row.spoken, lambda row: row.searched, parent)


def unplaced_model(parent: QObject | None = None) -> RowModel[UnplacedRow]:
    """The model of the list of tags and notes that fit no family."""
    return RowModel(lambda row: row.target, lambda row: row.spoken, lambda row: row.searched, parent)
