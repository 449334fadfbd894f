"""The command palette and the shortcut sheet: both read the table of actions, neither knows what an action does."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QDialog, QFrame, QGridLayout, QHBoxLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from ui.actions import Action, KeyRow, Menu, key_rows
from ui.actions.keymap import KeyMap
from ui.desktop.codebook_tree_view import codebook_key_rows
from ui.desktop.collation_keys import collation_key_rows
from ui.desktop.keys import shown_key
from ui.desktop.picker import Choice, Picker
from ui.desktop.plain import uncaptioned
from ui.desktop.reshape_borders import BORDER_KEYS
from ui.desktop.span_keys import marking_key_rows
from ui.desktop.spoken import Role, speak_as

_KEY_WIDTH = 138


class CommandPalette(Picker):
    """Every action that can be taken now, found by typing; Return takes it."""

    def __init__(self, actions: Sequence[QAction], parent: QWidget) -> None:
        shown = (entry for entry in actions if entry.isVisible())
        super().__init__("All commands", "Type what you want to do", map(_choice, shown), parent)
        self.nothing.setText("No command of that name")


def _choice(entry: QAction) -> Choice:
    key = entry.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
    words = uncaptioned(entry.text())
    return Choice(words, entry.trigger, key, f"{words}, key {key}" if key else words, entry.isEnabled())


class ShortcutSheet(QDialog):
    """Every key, by menu."""

    def __init__(self, actions: Sequence[Action], parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle("Keys at a glance")
        self.setAccessibleName("Keys at a glance")
        self.setObjectName("sheet")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        rows, keymap = key_rows(actions), KeyMap({entry.id: entry.keys for entry in actions})
        columns = QHBoxLayout()
        columns.setContentsMargins(24, 20, 24, 20)
        columns.setSpacing(40)
        for menus in ((Menu.GO, Menu.HELP), (Menu.DECIDE, Menu.FAMILY), (Menu.FILE, Menu.CASE, Menu.VIEW)):
            column = QVBoxLayout()
            column.setSpacing(6)
            for menu in menus:
                column.addWidget(_menu_box(menu.value, [row for row in rows if row.menu is menu]))
            if Menu.DECIDE in menus:
                column.addWidget(_menu_box("In the collation", collation_key_rows()))
            if Menu.CASE in menus:
                column.addWidget(_menu_box("In the codebook", codebook_key_rows()))
            if Menu.HELP in menus:
                column.addWidget(_menu_box("While the ends of a passage move", BORDER_KEYS))
                column.addWidget(_menu_box("While a stretch of a text is marked", marking_key_rows(keymap)))
            column.addStretch(1)
            columns.addLayout(column, 1)
        content = QWidget()
        content.setLayout(columns)
        scroll = QScrollArea()
        scroll.setWidget(content)
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        speak_as(scroll, Role.Document, "Keys by menu")
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
