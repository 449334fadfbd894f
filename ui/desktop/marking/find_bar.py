"""The bar below a text in which one types what to look for."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QPushButton, QWidget

from ui.desktop.spoken import Role, speak_as


class FindBar(QWidget):
    """Says which match is current. It knows no text: who opens it looks for what is typed."""

    typed = Signal(str)
    """Something else is looked for."""
    stepped = Signal(int)
    """A person wants to see the next match (1) or the one before (-1)."""
    closed = Signal()
    """A person is done."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("span_bar")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        speak_as(self, Role.Grouping, "Find in the text")
        self.field, self.count = QLineEdit(), QLabel()
        self.field.setPlaceholderText("Find in this text")
        self.field.setAccessibleName("Find in this text")
        self.field.setClearButtonEnabled(True)
        self.field.setAcceptDrops(False)
        self.field.setMaximumWidth(360)
        self.count.setTextFormat(Qt.TextFormat.PlainText)
        self.count.setMinimumWidth(96)
        self.previous = _button("Previous", "Previous match")
        self.next = _button("Next", "Next match")
        self.close_button = _button("Close   Esc", "Close, key Esc")
        row = QHBoxLayout(self)
        row.setContentsMargins(18, 7, 14, 7)
        row.setSpacing(10)
        row.addWidget(self.field, 3)
        row.addWidget(self.count)
        row.addStretch(1)
        for button in (self.previous, self.next, self.close_button):
            row.addWidget(button)
        self.field.textChanged.connect(self.typed)
        self.previous.clicked.connect(lambda: self.stepped.emit(-1))
        self.next.clicked.connect(lambda: self.stepped.emit(1))
        self.close_button.clicked.connect(self.closed)
        self.hide()

    def open(self, text: str = "") -> None:
        """Show the bar, ready to type; with a text that is looked for at once."""
        self.show()
        if text:
            self.field.setText(text)
        self.field.selectAll()
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def tell(self, number: int, total: int) -> None:
        """Say which match is current, from 0, of how many."""
        wanted = bool(self.field.text().strip())
        words = f"{number + 1} of {total}" if total else "Nothing found" if wanted else ""
        for button in (self.previous, self.next):
            button.setEnabled(bool(total))
        if words != self.count.text():
            self.count.setText(words)
            self.setAccessibleDescription(words)
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, words))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Return goes on, Shift+Return back, Escape closes."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.stepped.emit(-1 if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 1)
        elif event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)


def _button(text: str, name: str) -> QPushButton:
    button = QPushButton(text)
    button.setObjectName("cancel")
    button.setAccessibleName(name)
    return button
