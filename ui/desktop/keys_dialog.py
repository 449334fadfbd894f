"""Giving actions other keys: find the action, press the key. One that is taken is refused with its holder's name."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QKeyCombination, QObject, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QPainter
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLineEdit,
    QListView,
    QPushButton,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from ui.actions import Action, action
from ui.actions.keymap import KeyMap
from ui.desktop.keys import Keys, shown_key
from ui.desktop.lists.models import ROW_ROLE, Index, RowModel
from ui.desktop.parts import hint
from workbench.errors import UserError

_MODIFIERS = (
    Qt.Key.Key_Shift,
    Qt.Key.Key_Control,
    Qt.Key.Key_Meta,
    Qt.Key.Key_Alt,
    Qt.Key.Key_AltGr,
    Qt.Key.Key_CapsLock,
    Qt.Key.Key_NumLock,
)
_HINT = "Return gives the action a key, Delete takes its keys away, Ctrl+Backspace gives it those it came with."
_WAITING = "Press the new key for “{}”. Esc leaves it as it is."
_ALL, _BACK = "All as they &came", "Ba&ck to mine"
_SIZE = (560, 540)


class KeyCard(QStyledItemDelegate):
    """An action with its keys at the right; those a person chose are bold and say so."""

    def initStyleOption(self, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint the words alone; the keys are said too, but painted at the right."""
        super().initStyleOption(option, index)
        option.text = index.data(ROW_ROLE).plain_text

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint the action as any list does, then its keys."""
        super().paint(painter, option, index)
        painter.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        entry: Action = index.data(ROW_ROLE)
        own = entry.keys != action(entry.id).keys
        font = painter.font()
        font.setBold(own)
        painter.setFont(font)
        painter.setPen(option.palette.text().color())
        area = option.rect.adjusted(0, 0, -12, 0)
        painter.drawText(area, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, _keys_words(entry))


class KeysDialog(QDialog):
    """Every action with its keys. What is changed here holds at once and from now on."""

    def __init__(self, keys: Keys, parent: QWidget) -> None:
        super().__init__(parent)
        self._keys, self._waiting = keys, ""
        self._before: KeyMap | None = None
        """The keys that “All as they came” replaced, until others are changed."""
        self.setWindowTitle("Change keys")
        self.setAccessibleName("Change keys")
        self.setObjectName("palette")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.rows: RowModel[Action] = RowModel(lambda entry: entry.id, _spoken, parent=self)
        self.field, self.list = QLineEdit(), QListView()
        self.told = hint(_HINT)
        self._make_list()
        self.defaults, self.close_button = QPushButton(_ALL), QPushButton("Close")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(18, 16, 18, 14)
        layout.setSpacing(8)
        for widget in (self.field, self.told, self.list):
            layout.addWidget(widget)
        layout.setStretch(2, 1)
        layout.addLayout(self._foot())
        keys.changed.connect(self._list)
        self.resize(min(_SIZE[0], parent.width() - 40), min(_SIZE[1], parent.height() - 40))
        self._list()
        self.field.setFocus()

    def _make_list(self) -> None:
        self.field.setPlaceholderText("Find an action")
        self.field.setAccessibleName("Find an action")
        self.field.setClearButtonEnabled(True)
        self.field.textChanged.connect(self._list)
        self.list.setModel(self.rows)
        self.list.setItemDelegate(KeyCard(self.list))
        self.list.setAccessibleName("Actions and their keys")
        self.list.setUniformItemSizes(True)
        self.list.setLayoutDirection(Qt.LayoutDirection.LeftToRight)  # in which its rows are painted
        for widget in (self.field, self.list):
            widget.installEventFilter(self)

    def _foot(self) -> QHBoxLayout:
        self.defaults.clicked.connect(self._all_or_back)
        self.close_button.clicked.connect(self.accept)
        foot = QHBoxLayout()
        for button in (self.defaults, self.close_button):
            button.setAutoDefault(False)
        foot.addWidget(self.defaults)
        foot.addStretch(1)
        foot.addWidget(self.close_button)
        return foot

    def _list(self) -> None:
        words = self.field.text().casefold().split()
        current = self.current
        self.rows.set_rows([entry for entry in self._keys.actions if all(word in _found_by(entry) for word in words)])
        index = self.rows.find(current.id) if current else self.rows.index(0)
        self.list.setCurrentIndex(index if index.isValid() else self.rows.index(0))

    @property
    def current(self) -> Action | None:
        """The action that is chosen."""
        entry = self.list.currentIndex().data(ROW_ROLE)
        return entry if isinstance(entry, Action) else None

    @property
    def waiting(self) -> bool:
        """Whether the next key pressed is the one to be given."""
        return bool(self._waiting)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """While a key is waited for, everything pressed is taken; else the keys of the list work from the field too."""
        if not isinstance(event, QKeyEvent) or event.type() not in (QEvent.Type.KeyPress, QEvent.Type.ShortcutOverride):
            return super().eventFilter(watched, event)
        if self.waiting:
            if event.type() == QEvent.Type.ShortcutOverride:
                event.accept()
            else:
                self._take(event.keyCombination())
            return True
        if event.type() == QEvent.Type.KeyPress:
            return self._act(watched, event) or super().eventFilter(watched, event)
        return super().eventFilter(watched, event)

    def _act(self, watched: QObject, event: QKeyEvent) -> bool:
        """Do what a key of the dialog means; false when it means nothing here."""
        entry, key = self.current, event.key()
        if entry is None:
            return False
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._waiting = entry.id
            self._tell(_WAITING.format(entry.plain_text))
        elif key == Qt.Key.Key_Delete and watched is self.list:
            self._change(lambda keymap: keymap.without_keys(entry.id))
        elif key == Qt.Key.Key_Backspace and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self._change(lambda keymap: keymap.with_defaults(entry.id))
        elif key in (Qt.Key.Key_Down, Qt.Key.Key_Up) and watched is self.field:
            self.list.setFocus(Qt.FocusReason.ShortcutFocusReason)
        else:
            return False
        return True

    def _take(self, pressed: QKeyCombination) -> None:
        """Give the key that was pressed to the action that waits for it."""
        if pressed.key() in _MODIFIERS:
            return
        waiting, self._waiting = self._waiting, ""
        plain = pressed.keyboardModifiers() == Qt.KeyboardModifier.NoModifier
        if pressed.key() == Qt.Key.Key_Escape and plain and waiting != "dismiss":
            self._tell(_HINT)
            return
        key = QKeySequence(pressed).toString(QKeySequence.SequenceFormat.PortableText)
        self._change(lambda keymap: keymap.with_key(waiting, key))

    def _all_or_back(self) -> None:
        """Give every action the keys it came with, or take that back: it is easily pressed and hard to undo."""
        before, now = self._before, self._keys.map
        if before is not None:
            self._change(lambda _: before)
        elif now == KeyMap():
            self._tell("All keys are as they came already.")
        else:
            self._change(lambda _: KeyMap())
            self._before = now
            self.defaults.setText(_BACK)
            self._tell("All keys are as they came. The same button brings yours back.")

    def _change(self, change: Callable[[KeyMap], KeyMap]) -> None:
        try:
            self._keys.change(change)
        except UserError as error:
            self._tell(str(error), wrong=True)
        else:
            self._before = None
            self.defaults.setText(_ALL)
            self._tell(_HINT)

    def _tell(self, sentence: str, *, wrong: bool = False) -> None:
        self.told.setObjectName("wrong" if wrong else "hint")
        self.told.style().unpolish(self.told)
        self.told.style().polish(self.told)
        self.told.setText(sentence)
        self.list.setAccessibleDescription(sentence)
        self.field.setAccessibleDescription(sentence)


def _keys_words(entry: Action) -> str:
    return "   ".join(map(shown_key, entry.keys)) or "no key"


def _found_by(entry: Action) -> str:
    return f"{entry.text} {entry.menu.value} {' '.join(entry.keys)}".casefold()


def _spoken(entry: Action) -> str:
    own = ", changed" if entry.keys != action(entry.id).keys else ""
    return f"{entry.plain_text}: {_keys_words(entry)}{own}"
