"""What there is to say of one code: name, key, description, colour; each is kept when a person is done with it."""

from dataclasses import replace

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QComboBox, QLabel, QLineEdit, QVBoxLayout, QWidget

from ui.desktop.codebook.colours import ColourField
from ui.desktop.codebook.model import tag_count
from ui.desktop.fonts import interface_scale
from ui.desktop.inspector.note_panel import NoteField
from ui.desktop.parts import hint
from ui.desktop.theme import Themes
from workbench.codebook import LONGEST_NAME
from workbench.codebook_tree import JOINT, CodeTree
from workbench.model import Code

_WIDTH = 272
_DIGITS = (1, 2, 3, 4, 5, 6, 7, 8, 9, 0)


class CodeForm(QWidget):
    """The fields of the code that is current in the tree."""

    renamed = Signal(object, str)
    described = Signal(object, str)
    recoloured = Signal(object, str)
    keyed = Signal(object, int)
    finished = Signal()
    """A person is done here and wants to go back to the tree."""

    def __init__(self, themes: Themes) -> None:
        super().__init__()
        self.code: Code | None = None
        self.place = hint()
        self.name, self.key, self.description = QLineEdit(), QComboBox(), NoteField()
        self.colour = ColourField(themes)
        self.name.setMaxLength(LONGEST_NAME)
        self.description.setTabChangesFocus(True)
        self.description.setAcceptDrops(False)
        self.description.setMinimumHeight(64)
        self.description.setPlaceholderText("When to use it. Ctrl+Return goes back to the codes.")
        self.key.view().setAccessibleName("Keys")
        self.key.setAccessibleName("Key of the code")
        self.setFixedWidth(int(_WIDTH * interface_scale()))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(5)
        layout.addWidget(self.place)
        for text, field in (("&Name", self.name), ("&Key", self.key), ("&Description", self.description)):
            layout.addWidget(_named(text, field))
            layout.addWidget(field, int(field is self.description))
        layout.addWidget(_named("Co&lour", self.colour.grid))
        layout.addWidget(self.colour)
        self._connect()

    def _connect(self) -> None:
        self.name.editingFinished.connect(self._save_name)
        self.name.returnPressed.connect(self.finished)
        self.key.activated.connect(self._save_key)
        self.description.left.connect(self.save)
        self.description.finished.connect(self.finished)
        self.colour.picked.connect(self._save_colour)

    def show_code(self, code: Code | None, tree: CodeTree, tags: int, *, editable: bool) -> None:
        """Show a code, or that none is there; what was typed for another is kept for that one first."""
        fresh = code is None or self.code is None or code.id != self.code.id
        if fresh:
            self.save()
        before, self.code = self.code, code
        self.setEnabled(code is not None)
        if code is None:
            self._empty()
            return
        above = JOINT.join(one.name for one in tree.above(code))
        self.place.setText(f"{f'Under {above}' if above else 'At the top'} · {tag_count(tags)}")
        if fresh or not self.name.hasFocus() or (before and before.name != code.name):
            self.name.setText(code.name)
        if fresh or not self.description.hasFocus() or (before and before.description != code.description):
            self._describe(code.description)
        self._show_keys(code, tree)
        self.colour.show_colour(code.colour)
        for field in (self.name, self.description):
            field.setReadOnly(not editable)
        self.key.setEnabled(editable)
        self.colour.enable(editable)

    def _describe(self, text: str) -> None:
        if self.description.toPlainText() != text:
            with QSignalBlocker(self.description):
                self.description.setPlainText(text)

    def _empty(self) -> None:
        self.place.setText("No code is chosen. Ins makes one.")
        self.name.clear()
        self._describe("")
        self.key.clear()

    def _show_keys(self, code: Code, tree: CodeTree) -> None:
        held = {one.digit: one for one in tree.code.values() if one.digit >= 0}
        with QSignalBlocker(self.key):
            self.key.clear()
            self.key.addItem("No key", -1)
            for digit in _DIGITS:
                holder = held.get(digit)
                other = f"  (now {holder.name})" if holder and holder.id != code.id else ""
                self.key.addItem(f"{digit}{other}", digit)
            self.key.setCurrentIndex(self.key.findData(code.digit))

    def save(self) -> None:
        """Keep what has been typed."""
        if self.code is None:
            return
        text = self.description.toPlainText().strip()
        if text != self.code.description.strip() and not self.description.isReadOnly():
            before, self.code = self.code, replace(self.code, description=text)  # or it is asked for twice
            self.described.emit(before, text)
        self._save_name()

    def _save_name(self) -> None:
        if self.code is not None and self.name.text().strip() != self.code.name and not self.name.isReadOnly():
            before, self.code = self.code, replace(self.code, name=self.name.text().strip())
            self.renamed.emit(before, self.name.text())

    def _save_colour(self, colour: str) -> None:
        if self.code is not None and colour != self.code.colour:
            self.recoloured.emit(self.code, colour)

    def _save_key(self, number: int) -> None:
        digit = self.key.itemData(number)
        if self.code is not None and digit != self.code.digit:
            self.keyed.emit(self.code, digit)


def _named(text: str, field: QWidget) -> QLabel:
    label = QLabel(text)
    label.setBuddy(field)
    label.setTextFormat(Qt.TextFormat.PlainText)
    if not field.accessibleName():
        field.setAccessibleName(text.replace("&", ""))
    return label
