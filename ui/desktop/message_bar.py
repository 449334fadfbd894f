"""Where the window says what went wrong: a bar above the work, never a box in front of it."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QWidget


class MessageBar(QWidget):
    """One sentence and a button that takes it away; Escape does so too while the button has the focus."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("problem")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.text = QLabel()
        self.text.setTextFormat(Qt.TextFormat.PlainText)
        self.text.setWordWrap(True)
        self.text.setAccessibleName("No message")
        self.text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        mark = QLabel("!")
        mark.setObjectName("problem_mark")
        mark.setAlignment(Qt.AlignmentFlag.AlignCenter)
        mark.setFixedSize(20, 20)
        self.dismiss = QPushButton("Dismiss")
        self.dismiss.setAccessibleName("Dismiss this message")
        self.dismiss.setObjectName("cancel")
        self.dismiss.clicked.connect(self.hide)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(14, 8, 10, 8)
        layout.setSpacing(10)
        layout.addWidget(mark)
        layout.addWidget(self.text, 1)
        layout.addWidget(self.dismiss)
        self.hide()

    def tell(self, sentence: str) -> None:
        """Show a sentence."""
        self.text.setText(sentence)
        self.text.setAccessibleName(sentence)
        self.setAccessibleName(f"Problem: {sentence}")
        self.show()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape takes the message away."""
        if event.key() == Qt.Key.Key_Escape:
            self.hide()
        else:
            super().keyPressEvent(event)
