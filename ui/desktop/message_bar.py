"""Where the window says what went wrong: a bar above the work, never a box in front of it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QWidget

from ui.desktop.plain import breakable, plain
from ui.desktop.spoken import Role, speak_as

_MOST = 600


class MessageBar(QWidget):
    """One sentence and a button that takes it away. It never takes the focus; screen readers say it at once."""

    told = Signal()
    """Something went wrong: the sentence is new."""
    visible_changed = Signal()
    """The bar was shown or taken away."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("problem")
        speak_as(self, Role.AlertMessage, "No message")
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
        shown = _shown(sentence)
        self.text.setText(shown)
        self.text.setAccessibleName(sentence)
        self.setAccessibleName(f"Problem: {sentence}")
        self.show()
        said = QAccessibleAnnouncementEvent(self, sentence)
        said.setPoliteness(QAccessible.AnnouncementPoliteness.Assertive)
        QAccessible.updateAccessibility(said)
        self.told.emit()

    def says(self, sentence: str) -> bool:
        """Whether it shows this sentence."""
        return not self.isHidden() and self.text.text() == _shown(sentence)

    def setVisible(self, visible: bool) -> None:
        """Show the bar or take it away."""
        super().setVisible(visible)
        self.visible_changed.emit()


def _shown(sentence: str) -> str:
    """A sentence as it is shown: a name in it may be as long as a page, and of one word."""
    return breakable(plain(sentence if len(sentence) <= _MOST else f"{sentence[:_MOST]}…"))
