"""What the dialogs of the window have in common: name, size, how they end, their foot and its buttons."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QPushButton, QWidget

_RIM = 40
"""So much of the window shows round a dialog, at least."""


class Sheet(QDialog):
    """A dialog that Escape closes; it is let go of then unless it is `kept` to be shown again."""

    def __init__(self, title: str, parent: QWidget, *, kept: bool = False) -> None:
        super().__init__(parent)
        self._window = parent
        self.setObjectName("sheet")
        self.setWindowTitle(title)
        self.setAccessibleName(title)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, not kept)

    def fit(self, width: int, height: int) -> None:
        """Be as large as this, in pixels, where the window is larger."""
        within = self._window.size()
        self.resize(min(width, within.width() - _RIM), min(height, within.height() - _RIM))


def sheet_foot() -> QWidget:
    """The box at the foot of a dialog, set off from the rest."""
    foot = QWidget()
    foot.setObjectName("foot")
    foot.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
    return foot


def push_button(text: str) -> QPushButton:
    """A button that Return presses only while it has the focus."""
    button = QPushButton(text)
    button.setAutoDefault(False)
    return button
