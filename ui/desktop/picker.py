"""Choosing one thing of many by typing: the command palette, recent cases, fonts and the like."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPersistentModelIndex, QSize, QSortFilterProxyModel, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPalette, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import (
    QDialog,
    QFrame,
    QLineEdit,
    QListView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from ui.desktop.parts import hint

_PADDING = 6
_GAP = 24
_CHOICE_ROLE = Qt.ItemDataRole.UserRole
_SIZE = QSize(460, 380)


@dataclass(frozen=True, slots=True)
class Choice:
    """One thing to choose: its words, what stands beside them at the right, and what is done when it is chosen."""

    words: str
    take: Callable[[], None] = lambda: None
    beside: str = ""
    spoken: str = ""
    enabled: bool = True


class Picker(QDialog):
    """A field to type into over a list of choices; Return takes the one that is marked, Escape takes none."""

    def __init__(
        self, title: str, wanted: str, choices: Iterable[Choice], parent: QWidget, *, size: QSize = _SIZE
    ) -> None:
        super().__init__(parent, Qt.WindowType.Popup | Qt.WindowType.FramelessWindowHint)
        self.setObjectName("palette")
        self.setAccessibleName(title)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.field = QLineEdit()
        self.field.setPlaceholderText(wanted)
        self.field.setAccessibleName(wanted)
        self.field.installEventFilter(self)
        self.items = QStandardItemModel(self)
        for choice in choices:
            self.items.appendRow(_item(choice))
        self._filtered = QSortFilterProxyModel(self)
        self._filtered.setSourceModel(self.items)
        self._filtered.setFilterCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.list = self._make_list(title)
        self.nothing = hint("Nothing of that name")
        self.nothing.setContentsMargins(_PADDING, _PADDING, _PADDING, _PADDING)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(10, 10, 10, 10)
        self.column.setSpacing(8)
        self.column.addWidget(self.field)
        self.column.addWidget(self.nothing)
        self.column.addWidget(self.list, 1)
        self.field.textChanged.connect(self._filter)
        self.resize(size.boundedTo(parent.size()))
        self.move(parent.mapToGlobal(parent.rect().center()) - self.rect().center())
        self._filter("")
        self.field.setFocus()

    def _make_list(self, title: str) -> QListView:
        made = QListView()
        made.setModel(self._filtered)
        made.setItemDelegate(ChoiceDelegate(made))
        made.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        made.setFrameShape(QFrame.Shape.NoFrame)
        made.setAccessibleName(title)
        made.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        made.setUniformItemSizes(True)
        made.activated.connect(lambda _: self.take())
        made.clicked.connect(lambda _: self.click())
        return made

    def _filter(self, text: str) -> None:
        words = r"(?s)\A" + "".join(f"(?=.*{_escaped(word)})" for word in text.split())
        self._filtered.setFilterRegularExpression(words)
        lacking = not self._filtered.rowCount()
        self.nothing.setVisible(lacking)
        self.field.setAccessibleDescription(self.nothing.text() if lacking else "")
        self.mark_first(text)

    def mark_first(self, _text: str) -> None:
        """Mark the first choice there is for what was typed."""
        enabled = (n for n in range(self._filtered.rowCount()) if self._can(n))
        self.list.setCurrentIndex(self._filtered.index(next(enabled, 0), 0))

    def current_item(self) -> QStandardItem | None:
        """The choice that is marked, if any is."""
        return self.items.itemFromIndex(self._filtered.mapToSource(self.list.currentIndex()))

    def _can(self, number: int) -> bool:
        return bool(self._filtered.flags(self._filtered.index(number, 0)) & Qt.ItemFlag.ItemIsEnabled)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Up, Down, a page of them, Home and End walk the list while one types; Return takes the command.

        With a modifier, Home and End stay with the text that is typed.
        """
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            by = self._way(event.key())
            if by and not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
                self._step(by)
                return True
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self.take()
                return True
        return super().eventFilter(watched, event)

    def _way(self, key: int) -> int:
        """How many rows a key goes on or back; 0 for keys that go nowhere."""
        whole = self._filtered.rowCount()
        page = max(1, self.list.viewport().height() // max(1, self.list.sizeHintForRow(0)) - 1)
        ways = {Qt.Key.Key_Down: 1, Qt.Key.Key_PageDown: page, Qt.Key.Key_End: whole}
        back = {Qt.Key.Key_Up: 1, Qt.Key.Key_PageUp: page, Qt.Key.Key_Home: whole}
        return ways.get(Qt.Key(key), 0) - back.get(Qt.Key(key), 0)

    def _step(self, by: int) -> None:
        """Go to the command nearest to so many rows from here that can be taken, on the way and not where one is."""
        here = self.list.currentIndex().row()
        able = [number for number in range(self._filtered.rowCount()) if self._can(number)]
        onward = [number for number in able if (number - here) * by > 0]
        if onward:
            number = min(onward, key=lambda one: abs(one - here - by))
            self.list.setCurrentIndex(self._filtered.index(number, 0))

    def click(self) -> None:
        """A choice was clicked."""
        self.take()

    def take(self) -> None:
        """Do what is chosen, and leave."""
        choice = self.list.currentIndex().data(_CHOICE_ROLE)
        self.accept()
        if isinstance(choice, Choice) and choice.enabled:
            choice.take()


def _item(choice: Choice) -> QStandardItem:
    item = QStandardItem(choice.words)
    item.setData(choice, _CHOICE_ROLE)
    item.setData(choice.spoken or choice.words, Qt.ItemDataRole.AccessibleTextRole)
    item.setEnabled(choice.enabled)
    return item


def _escaped(word: str) -> str:
    return "".join(char if char.isalnum() else f"\\{char}" for char in word)


class ChoiceDelegate(QStyledItemDelegate):
    """A choice with what stands beside it at the right."""

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """One line with the padding of the style sheet, which the list asks for before it has its style."""
        return QSize(super().sizeHint(option, index).width(), option.fontMetrics.height() + 2 * _PADDING)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Paint the choice as any list does, then what stands beside it, cut where there is no room."""
        super().paint(painter, option, index)
        painter.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        choice: Choice = index.data(_CHOICE_ROLE)
        ink = QPalette.ColorRole.PlaceholderText if choice.enabled else QPalette.ColorRole.Dark
        painter.setPen(option.palette.color(ink))
        area = option.rect.adjusted(option.fontMetrics.horizontalAdvance(choice.words) + _GAP, 0, -12, 0)
        words = option.fontMetrics.elidedText(choice.beside, Qt.TextElideMode.ElideMiddle, max(0, area.width()))
        painter.drawText(area, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, words)
