"""The bar below a text in which one types what to look for."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QLabel, QLineEdit, QPushButton, QWidget

from ui.desktop.parts import fit_row
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
        self._asked, self._buttons = QHBoxLayout(), QHBoxLayout()
        self._asked.addWidget(self.field, 3)
        self._asked.addWidget(self.count)
        self._buttons.addStretch(1)
        for button in (self.previous, self.next, self.close_button):
            self._buttons.addWidget(button)
        self._rows = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._rows.setContentsMargins(18, 7, 14, 7)
        for part in (self._rows, self._asked, self._buttons):
            part.setSpacing(10)
        self._rows.addLayout(self._asked, 3)
        self._rows.addLayout(self._buttons, 1)
        self.field.textChanged.connect(self.typed)
        self.previous.clicked.connect(lambda: self.stepped.emit(-1))
        self.next.clicked.connect(lambda: self.stepped.emit(1))
        self.close_button.clicked.connect(self.closed)
        self.hide()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Stand in two lines where one is too narrow."""
        super().resizeEvent(event)
        fit_row(self._rows, self.width())

    def minimumSizeHint(self) -> QSize:
        """As narrow as the buttons are."""
        margins = self._rows.contentsMargins()
        widest = max(self._asked.minimumSize().width(), self._buttons.minimumSize().width())
        return QSize(widest + margins.left() + margins.right(), super().minimumSizeHint().height())

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
