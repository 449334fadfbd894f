"""The rows of the history: steps, newest first, under the days on which they were made; and how they are painted."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QPainter
from PySide6.QtWidgets import QStyleOptionViewItem

from ui.desktop import fonts
from ui.desktop.lists.models import ROW_ROLE, Index
from ui.desktop.painting import CardDelegate, size
from ui.history import day_words
from workbench.history_told import Told

_ROOT = QModelIndex()
_PAD, _TIME, _STATE = 14, 54, 64


@dataclass(frozen=True, slots=True)
class HistoryRow:
    """One step: when it was made, in local time, what was done and where, and whether it is undone."""

    id: int
    at: datetime
    undone: bool
    told: Told

    @property
    def day(self) -> str:
        """The day it was made."""
        return day_words(self.at)

    @property
    def spoken(self) -> str:
        """The step in words, as a screen reader says it."""
        state = "undone: " if self.undone else ""
        return f"{state}{self.told.sentence}, {self.at:%H:%M}, {self.day}"

    def holds(self, words: Sequence[str]) -> bool:
        """Whether the row has every one of some words, which are in small letters."""
        searched = self.spoken.casefold() if words else ""
        return all(word in searched for word in words)


class HistoryModel(QAbstractListModel):
    """The steps that were read so far and hold the words of the filter; more are asked for when they are scrolled to.

    A day is a row of its own that cannot be chosen.
    """

    wanted = Signal()
    """Somebody has come to the end of what is here, and there is more."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: list[HistoryRow] = []
        self._shown: list[HistoryRow | str] = []
        self._words: list[str] = []
        self.size = 0
        """How many steps there are in the case."""

    @property
    def rows(self) -> Sequence[HistoryRow]:
        """Every step read so far, whatever the filter."""
        return self._rows

    @property
    def count(self) -> int:
        """How many steps are shown."""
        return sum(isinstance(row, HistoryRow) for row in self._shown)

    @property
    def filtered(self) -> bool:
        """Whether there is a filter."""
        return bool(self._words)

    @property
    def complete(self) -> bool:
        """Whether every step has been read."""
        return len(self._rows) >= self.size

    def set_filter(self, text: str) -> None:
        """Show the steps that hold every word of `text`."""
        self._words = text.casefold().split()
        self._show_anew(self._rows)

    def set_rows(self, rows: Sequence[HistoryRow], total: int) -> None:
        """Show these steps, the newest of `total`."""
        self.size = total
        self._show_anew(list(rows))

    def add(self, rows: Sequence[HistoryRow]) -> None:
        """Put older steps below; those that do not follow the last one are not taken."""
        older = [row for row in rows if not self._rows or row.id < self._rows[-1].id]
        if not older:
            self.size = len(self._rows)
        fresh = self._with_days(older, self._last_day())
        self._rows += older
        if fresh:
            self.beginInsertRows(_ROOT, len(self._shown), len(self._shown) + len(fresh) - 1)
            self._shown += fresh
            self.endInsertRows()

    def index_of(self, number: int) -> QModelIndex:
        """The index of the step with that id; an invalid one when it is not shown."""
        for at, row in enumerate(self._shown):
            if isinstance(row, HistoryRow) and row.id == number:
                return self.index(at)
        return QModelIndex()

    def rowCount(self, parent: Index = _ROOT) -> int:
        """How many rows there are, days among them."""
        return 0 if parent.isValid() else len(self._shown)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The row object, or its words."""
        if not index.isValid() or not 0 <= index.row() < len(self._shown):
            return None
        row = self._shown[index.row()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return row if isinstance(row, str) else row.spoken
        return row if role == ROW_ROLE else None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """A step can be chosen, a day cannot."""
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        if isinstance(self.data(index, ROW_ROLE), HistoryRow):
            return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemNeverHasChildren
        return Qt.ItemFlag.ItemNeverHasChildren

    def canFetchMore(self, parent: Index) -> bool:
        """Whether there are steps that have not been read."""
        return not parent.isValid() and not self.complete

    def fetchMore(self, parent: Index) -> None:
        """Ask for more; they come when they are read."""
        if self.canFetchMore(parent):
            self.wanted.emit()

    def _show_anew(self, rows: list[HistoryRow]) -> None:
        self.beginResetModel()
        self._rows, self._shown = rows, self._with_days(rows, "")
        self.endResetModel()

    def _last_day(self) -> str:
        last = self._shown[-1] if self._shown else ""
        return last.day if isinstance(last, HistoryRow) else last

    def _with_days(self, rows: Iterable[HistoryRow], day: str) -> list[HistoryRow | str]:
        found: list[HistoryRow | str] = []
        for row in rows:
            if row.holds(self._words):
                if row.day != day:
                    day = row.day
                    found.append(day)
                found.append(row)
        return found


class HistoryCard(CardDelegate):
    """A step: the time, what was done, where below it; what is undone is grey, and says so. A day is a heading."""

    def sizeHint(self, option: QStyleOptionViewItem, _: Index) -> QSize:
        """Two lines; all rows are alike, so that a long history is laid out at once."""
        return size(self.row_width(option), 2 * QFontMetricsF(fonts.interface_font()).lineSpacing() + 14)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint a step, or a day."""
        row = index.data(ROW_ROLE)
        painter.save()
        area = QRectF(option.rect).adjusted(_PAD, 4, -_PAD, -6)
        if isinstance(row, HistoryRow):
            self.paint_ground(painter, option)
            self._paint_step(painter, area, row)
        elif isinstance(row, str):
            painter.fillRect(option.rect, self.colour("panel"))
            low = QRectF(area.left(), area.center().y(), area.width(), area.height() / 2)
            self.line(painter, low, row, "muted", fonts.interface_font(bold=True))
        painter.restore()

    def _paint_step(self, painter: QPainter, area: QRectF, row: HistoryRow) -> None:
        plain, small = fonts.interface_font(), fonts.interface_font(0.92)
        half = area.height() / 2
        ink = "faint" if row.undone else "text"
        self.line(painter, QRectF(area.left(), area.top(), _TIME, half), f"{row.at:%H:%M}", "muted", small)
        words = area.adjusted(_TIME, 0, -_STATE, 0)
        self.line(painter, QRectF(words.left(), words.top(), words.width(), half), row.told.what, ink, plain)
        below = QRectF(words.left(), words.top() + half, words.width() + _STATE, half)
        self.line(painter, below, row.told.where, "faint" if row.undone else "muted", small)
        if row.undone:
            state = QRectF(area.right() - _STATE, area.top(), _STATE, half)
            self.line(painter, state, "undone", "faint", small, right=True)
