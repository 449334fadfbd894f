"""What the editor of the codebook is made of: tree, line for a new code, question, hints of keys, form, buttons."""

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget

from ui.desktop.codebook.form import CodeForm
from ui.desktop.codebook.model import CodeTreeModel
from ui.desktop.codebook.tree_view import HINTS, CodeTreeView
from ui.desktop.keys import shown_key
from ui.desktop.parts import hint
from ui.desktop.sheet import push_button, sheet_foot
from ui.desktop.theme import Themes
from workbench.codebook import LONGEST_NAME

_MARGIN, _COLUMNS = 18, 4


class NewLine(QWidget):
    """A line for the name of a new code; Return adds it and stays for the next one, Escape leaves."""

    named = Signal(str)
    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.where, self.field = hint(), QLineEdit()
        self.field.setMaxLength(LONGEST_NAME)
        self.field.setAccessibleName("Name of the new code")
        self.field.setPlaceholderText("Name; Return adds it, Esc leaves")
        self.field.installEventFilter(self)
        self.field.returnPressed.connect(self._add)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(10, 6, 10, 8)
        layout.setSpacing(4)
        layout.addWidget(self.where)
        layout.addWidget(self.field)
        self.hide()

    def ask(self, where: str) -> None:
        """Ask for the name of a code that is to stand there."""
        self.where.setText(f"New code {where}")
        self.field.setAccessibleDescription(self.where.text())
        self.show()
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def _add(self) -> None:
        if self.field.text().strip():
            self.named.emit(self.field.text())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Escape leaves the line, not the editor."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and event.key() == Qt.Key.Key_Escape:
            self.field.clear()
            self.hide()
            self.left.emit()
            return True
        return super().eventFilter(watched, event)


class Question(QWidget):
    """What becomes of the codes under one that is to be deleted: three buttons, the harmless one first."""

    answered = Signal(str)
    """`up`, `too` or nothing at all."""

    def __init__(self) -> None:
        super().__init__()
        self.words = QLabel()
        self.words.setWordWrap(True)
        self.words.setTextFormat(Qt.TextFormat.PlainText)
        self.up, self.too, self.keep = (QPushButton(text) for text in ("&Move them up", "Delete them &too", "C&ancel"))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(10, 8, 10, 8)
        layout.setSpacing(6)
        layout.addWidget(self.words)
        row = QHBoxLayout()
        for button, answer in ((self.up, "up"), (self.too, "too"), (self.keep, "")):
            button.setAutoDefault(False)
            button.clicked.connect(lambda _=False, answer=answer: self._answer(answer))
            button.installEventFilter(self)
            row.addWidget(button)
        row.addStretch(1)
        layout.addLayout(row)
        self.setObjectName("foot")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.hide()

    def ask(self, words: str) -> None:
        """Ask."""
        self.words.setText(words)
        for button in (self.up, self.too, self.keep):
            button.setAccessibleDescription(words)
        self.show()
        self.up.setFocus(Qt.FocusReason.OtherFocusReason)

    def _answer(self, answer: str) -> None:
        self.hide()
        self.answered.emit(answer)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Return presses the button that has the focus, Escape leaves all as it is."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if event.key() == Qt.Key.Key_Escape:
                self._answer("")
                return True
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and isinstance(watched, QPushButton):
                watched.click()
                return True
        return super().eventFilter(watched, event)


class CodebookControls(QWidget):
    """The widgets, in the order in which the Tab key goes through them."""

    def __init__(self, model: CodeTreeModel, themes: Themes) -> None:
        super().__init__()
        self.view, self.new, self.question = CodeTreeView(model, themes), NewLine(), Question()
        self.form, self.message = CodeForm(themes), hint()
        self.message.setAccessibleName("What was done")
        self.undo, self.bring, self.write, self.done = (
            push_button(text) for text in ("&Undo", "&Import…", "E&xport…", "&Close")
        )
        left = QVBoxLayout()
        left.setContentsMargins(0, 0, 0, 0)
        left.setSpacing(0)
        for widget in (self.view, self.new, self.question):
            left.addWidget(widget, int(widget is self.view))
        middle = QHBoxLayout()
        middle.setContentsMargins(0, 0, _MARGIN, 0)
        middle.setSpacing(_MARGIN)
        middle.addLayout(left, 1)
        form = QVBoxLayout()
        form.setContentsMargins(0, 12, 0, 12)
        form.addWidget(self.form)
        middle.addLayout(form)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(middle, 1)
        layout.addWidget(self._foot())

    def _foot(self) -> QWidget:
        foot = sheet_foot()
        layout = QVBoxLayout(foot)
        layout.setContentsMargins(_MARGIN, 10, _MARGIN, 12)
        layout.setSpacing(10)
        layout.addWidget(_hints())
        layout.addWidget(self.message)
        row = QHBoxLayout()
        row.setSpacing(8)
        for button in (self.undo, self.bring, self.write):
            row.addWidget(button)
        row.addStretch(1)
        row.addWidget(self.done)
        layout.addLayout(row)
        return foot


def _hints() -> QWidget:
    box = QWidget()
    grid = QGridLayout(box)
    grid.setContentsMargins(0, 0, 0, 0)
    grid.setHorizontalSpacing(14)
    grid.setVerticalSpacing(6)
    for number, (keys, words) in enumerate(HINTS):
        grid.addWidget(_key_hint(keys, words), number // _COLUMNS, number % _COLUMNS)
    grid.setColumnStretch(_COLUMNS, 1)
    return box


def _key_hint(keys: tuple[str, ...], words: str) -> QWidget:
    box = QWidget()
    row = QHBoxLayout(box)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(4)
    for key in keys:
        cap = QLabel(key if key == "…" else shown_key(key))
        cap.setObjectName("hint" if key == "…" else "key")
        row.addWidget(cap)
    text = QLabel(words)
    text.setObjectName("hint")
    row.addWidget(text)
    row.addStretch(1)
    return box
