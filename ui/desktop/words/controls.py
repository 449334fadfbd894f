"""What the dialog of word lists is made of: list chooser, filter, entries, the field for a new one, the buttons."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListView,
    QVBoxLayout,
    QWidget,
)

from ui.desktop.parts import hint
from ui.desktop.sheet import push_button, sheet_foot
from ui.desktop.spoken import tab_through
from ui.desktop.theme import Themes
from ui.desktop.words.rows import EntryDelegate, entry_model, lists_by_group, place_of

_MARGIN = 20
CHANGED = "changed"
"""The choice of what was changed in any list."""


class WordControls(QWidget):
    """The widgets, in the order in which the Tab key goes through them."""

    def __init__(self, themes: Themes) -> None:
        super().__init__()
        self.chooser = QComboBox()
        self.chooser.setAccessibleName("List")
        self.chooser.addItem("All lists", "")
        self.chooser.addItem("Changed in this case", CHANGED)
        for _, lists in lists_by_group():
            self.chooser.insertSeparator(self.chooser.count())
            for where in lists:
                self.chooser.addItem(place_of(where), where.id)
        self.chooser.setMaxVisibleItems(32)
        self.chooser.view().setAccessibleName("Lists")
        self.field = _line("Find a word or phrase", "Find in the lists")
        self.field.setClearButtonEnabled(True)
        self.new = _line("", "New entry")
        self.meaning, self.version, self.message = hint(), hint(), hint()
        self.message.setAccessibleName("What was done")
        self.rows, self.delegate = entry_model(self), EntryDelegate(themes, self)
        self.view = QListView()
        self.view.setModel(self.rows)
        self.view.setItemDelegate(self.delegate)
        self.view.setUniformItemSizes(True)
        self.view.setFrameShape(QFrame.Shape.NoFrame)
        self.view.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.view.setAccessibleName("Entries")
        self.view.setObjectName("entries")
        self.add, self.take, self.move_button = push_button("&Add"), push_button("&Remove"), push_button("&Move to…")
        self.undo, self.reset = push_button("&Undo"), push_button("Rese&t all")
        self.bring, self.write_button, self.done = (
            push_button("&Import…"),
            push_button("E&xport…"),
            push_button("&Close"),
        )
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(self._head())
        layout.addWidget(self.view, 1)
        layout.addWidget(self._foot())
        self._order()

    def _order(self) -> None:
        """Let the Tab key go through everything as it is read."""
        above = self.chooser, self.field, self.view, self.new, self.add, self.take, self.move_button
        tab_through(*above, self.undo, self.reset, self.bring, self.write_button, self.done)

    def _head(self) -> QVBoxLayout:
        head = QVBoxLayout()
        head.setContentsMargins(_MARGIN, 16, _MARGIN, 10)
        head.setSpacing(8)
        head.addLayout(
            _row(_name_of("&List", self.chooser), (self.chooser, 1), _name_of("&Find", self.field), (self.field, 1))
        )
        head.addWidget(self.meaning)
        return head

    def _foot(self) -> QWidget:
        foot = sheet_foot()
        layout = QVBoxLayout(foot)
        layout.setContentsMargins(_MARGIN, 10, _MARGIN, 12)
        layout.setSpacing(8)
        layout.addLayout(_row(_name_of("&New", self.new), (self.new, 1), self.add, self.take, self.move_button))
        layout.addWidget(self.message)
        layout.addWidget(self.version)
        layout.addLayout(_row(self.undo, self.reset, self.bring, self.write_button, (_gap(), 1), self.done))
        return foot


def _line(placeholder: str, name: str) -> QLineEdit:
    line = QLineEdit()
    line.setPlaceholderText(placeholder)
    line.setAccessibleName(name)
    return line


def _name_of(text: str, widget: QWidget) -> QLabel:
    label = QLabel(text)
    label.setBuddy(widget)
    return label


def _gap() -> QWidget:
    return QWidget()


def _row(*widgets: QWidget | tuple[QWidget, int]) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(8)
    for one in widgets:
        widget, stretch = one if isinstance(one, tuple) else (one, 0)
        row.addWidget(widget, stretch)
    return row
