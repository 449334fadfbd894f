"""The command palette and the shortcut sheet: both read the table of actions, neither knows what an action does."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPersistentModelIndex, QSize, QSortFilterProxyModel, Qt
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence, QPainter, QPalette, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import (
    QDialog,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListView,
    QScrollArea,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from ui.actions import Action, KeyRow, Menu, key_rows
from ui.desktop.collation_keys import collation_key_rows
from ui.desktop.keys import shown_key

_KEY_WIDTH = 138
_PADDING = 6
_ACTION_ROLE = Qt.ItemDataRole.UserRole


class CommandPalette(QDialog):
    """Every action that can be taken now, found by typing; Return takes it."""

    def __init__(self, actions: Sequence[QAction], parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup | Qt.WindowType.FramelessWindowHint)
        self.setObjectName("palette")
        self.setAccessibleName("All commands")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.chosen: QAction | None = None
        self.field = QLineEdit()
        self.field.setPlaceholderText("Type what you want to do")
        self.field.setAccessibleName("Find a command")
        self.field.installEventFilter(self)
        self._items = QStandardItemModel(self)
        for entry in actions:
            if not entry.isVisible():
                continue
            item = QStandardItem(entry.text())
            item.setData(entry, _ACTION_ROLE)
            item.setData(f"{entry.text()}, key {_first_key(entry)}", Qt.ItemDataRole.AccessibleTextRole)
            item.setEnabled(entry.isEnabled())
            self._items.appendRow(item)
        self._filtered = QSortFilterProxyModel(self)
        self._filtered.setSourceModel(self._items)
        self._filtered.setFilterCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.list = QListView()
        self.list.setModel(self._filtered)
        self.list.setItemDelegate(KeyDelegate(self.list))
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        self.list.setAccessibleName("Commands")
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.activated.connect(lambda _: self._take())
        self.list.clicked.connect(lambda _: self._take())
        self.nothing = QLabel("No command of that name")
        self.nothing.setObjectName("hint")
        self.nothing.setContentsMargins(_PADDING, _PADDING, _PADDING, _PADDING)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(10, 10, 10, 10)
        layout.setSpacing(8)
        layout.addWidget(self.field)
        layout.addWidget(self.nothing)
        layout.addWidget(self.list, 1)
        self.field.textChanged.connect(self._filter)
        self.resize(460, 380)
        self.move(parent.mapToGlobal(parent.rect().center()) - self.rect().center())
        self._filter("")
        self.field.setFocus()

    def _filter(self, text: str) -> None:
        words = "".join(f"(?=.*{_escaped(word)})" for word in text.split())
        self._filtered.setFilterRegularExpression(words)
        enabled = (n for n in range(self._filtered.rowCount()) if self._can(n))
        self.list.setCurrentIndex(self._filtered.index(next(enabled, 0), 0))
        lacking = not self._filtered.rowCount()
        self.nothing.setVisible(lacking)
        self.field.setAccessibleDescription(self.nothing.text() if lacking else "")

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
                self._take()
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

    def _take(self) -> None:
        entry = self.list.currentIndex().data(_ACTION_ROLE)
        self.accept()
        if isinstance(entry, QAction) and entry.isEnabled():
            entry.trigger()


def _escaped(word: str) -> str:
    return "".join(char if char.isalnum() else f"\\{char}" for char in word)


def _first_key(entry: QAction) -> str:
    return entry.shortcut().toString(QKeySequence.SequenceFormat.NativeText)


class KeyDelegate(QStyledItemDelegate):
    """A command with its key at the right."""

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """One line with the padding of the style sheet, which the list asks for before it has its style."""
        return QSize(super().sizeHint(option, index).width(), option.fontMetrics.height() + 2 * _PADDING)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Paint the command as any list does, then its key."""
        super().paint(painter, option, index)
        entry = index.data(_ACTION_ROLE)
        ink = QPalette.ColorRole.PlaceholderText if entry.isEnabled() else QPalette.ColorRole.Dark
        painter.setPen(option.palette.color(ink))
        area = option.rect.adjusted(0, 0, -12, 0)
        painter.drawText(area, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, _first_key(entry))


class ShortcutSheet(QDialog):
    """Every key, by menu."""

    def __init__(self, actions: Sequence[Action], parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle("Keys at a glance")
        self.setAccessibleName("Keys at a glance")
        self.setObjectName("sheet")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        rows = key_rows(actions)
        columns = QHBoxLayout()
        columns.setContentsMargins(24, 20, 24, 20)
        columns.setSpacing(40)
        for menus in ((Menu.GO, Menu.HELP), (Menu.DECIDE,), (Menu.FILE, Menu.CASE, Menu.VIEW)):
            column = QVBoxLayout()
            column.setSpacing(6)
            for menu in menus:
                column.addWidget(_menu_box(menu.value, [row for row in rows if row.menu is menu]))
            if Menu.DECIDE in menus:
                column.addWidget(_menu_box("In the collation", collation_key_rows()))
            column.addStretch(1)
            columns.addLayout(column, 1)
        content = QWidget()
        content.setLayout(columns)
        scroll = QScrollArea()
        scroll.setWidget(content)
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setAccessibleName("Keys by menu")
        hint = QLabel("Keys without Ctrl or Alt act while no text field has the focus. Esc closes this sheet.")
        hint.setObjectName("hint")
        hint.setContentsMargins(24, 6, 24, 14)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(scroll, 1)
        layout.addWidget(hint)
        self.resize(min(1120, parent.width() - 40), min(620, parent.height() - 40))


def _caps(keys: Sequence[str]) -> QWidget:
    """Keys side by side, each in its cap."""
    box = QWidget()
    layout = QHBoxLayout(box)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(4)
    for key in keys:
        cap = QLabel(shown_key(key))
        cap.setObjectName("key")
        layout.addWidget(cap)
    layout.addStretch(1)
    return box


def _menu_box(title: str, rows: Sequence[KeyRow]) -> QWidget:
    box = QWidget()
    grid = QGridLayout(box)
    grid.setContentsMargins(0, 0, 0, 10)
    grid.setHorizontalSpacing(14)
    grid.setVerticalSpacing(5)
    grid.setColumnStretch(1, 1)
    grid.setColumnMinimumWidth(0, _KEY_WIDTH)
    heading = QLabel(title)
    heading.setObjectName("heading")
    grid.addWidget(heading, 0, 0, 1, 2)
    for number, row in enumerate(rows, start=1):
        keys = _caps(row.keys)
        text = QLabel(row.text)
        text.setWordWrap(True)
        grid.addWidget(keys, number, 0, Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        grid.addWidget(text, number, 1)
    return box
