"""The command palette and the shortcut sheet: both read the table of actions, neither knows what an action does."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from ui.actions import Action, KeyRow, Menu, key_rows
from ui.actions.keymap import KeyMap
from ui.desktop.codebook.tree_view import codebook_key_rows
from ui.desktop.collation.keys import collation_key_rows
from ui.desktop.keys import shown_key
from ui.desktop.marking.keys import marking_key_rows
from ui.desktop.picker import Choice, Picker
from ui.desktop.plain import uncaptioned
from ui.desktop.reshaping.borders import BORDER_KEYS
from ui.desktop.sheet import Sheet
from ui.desktop.spoken import Role, speak_as

_SIZE = QSize(1240, 960)
_COLUMNS = ((Menu.FILE, Menu.CASE, Menu.FIND, Menu.HELP), (Menu.DECIDE, Menu.FAMILY), (Menu.GO, Menu.VIEW))


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


class ShortcutSheet(Sheet):
    """Every key, by menu."""

    def __init__(self, actions: Sequence[Action], parent: QWidget) -> None:
        super().__init__("Keys at a glance", parent)
        rows, keymap = key_rows(actions), KeyMap({entry.id: entry.keys for entry in actions})
        columns = QHBoxLayout()
        columns.setContentsMargins(24, 18, 24, 18)
        columns.setSpacing(36)
        for menus in _COLUMNS:
            column = QVBoxLayout()
            column.setSpacing(6)
            for menu in menus:
                column.addWidget(_menu_box(menu.value, [row for row in rows if row.menu is menu]))
                for title, further in _further(keymap).get(menu, ()):
                    column.addWidget(_menu_box(title, further))
            column.addStretch(1)
            columns.addLayout(column, 1)
        content = QWidget()
        content.setLayout(columns)
        scroll = QScrollArea()
        scroll.setWidget(content)
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        speak_as(scroll, Role.Document, "Keys by menu")
        hint = QLabel(
            "Keys without Ctrl or Alt act while no text field has the focus. The arrow keys scroll, Esc closes."
        )
        hint.setObjectName("hint")
        hint.setContentsMargins(24, 8, 24, 10)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(scroll, 1)
        layout.addWidget(hint)
        self.resize(_SIZE.boundedTo(parent.size() - QSize(40, 40)))
        scroll.setFocus()


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
    return box


def _further(keymap: KeyMap) -> Mapping[Menu, Sequence[tuple[str, Sequence[KeyRow]]]]:
    """Keys of one view or mode alone, after the menu that they come nearest to."""
    return {
        Menu.HELP: (("In the codebook", codebook_key_rows()),),
        Menu.FAMILY: (("While the ends of a passage move", BORDER_KEYS), ("In the collation", collation_key_rows())),
        Menu.VIEW: (("While a stretch of a text is marked", marking_key_rows(keymap)),),
    }


def _menu_box(title: str, rows: Sequence[KeyRow]) -> QWidget:
    box = QWidget()
    lines = QVBoxLayout(box)
    lines.setContentsMargins(0, 0, 0, 12)
    lines.setSpacing(3)
    heading = QLabel(title)
    heading.setObjectName("heading")
    lines.addWidget(heading)
    for row in rows:
        line = QHBoxLayout()
        line.setSpacing(12)
        text = QLabel(row.text)
        text.setWordWrap(True)
        line.addWidget(text, 1)
        line.addWidget(_caps(row.keys), 0, Qt.AlignmentFlag.AlignTop)
        lines.addLayout(line)
    return box
