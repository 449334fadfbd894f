"""Keys of actions in a field of one line: on some systems the field takes Ctrl and a letter for itself, as Ctrl+E."""

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

from ui.desktop.keys import Keys

_TYPING = ("undo", "redo")
"""Actions whose keys mean the same of what is typed, and are for the field."""


class FieldKeys(QObject):
    """Follows the focus, so that what a key opens from a list it opens from the field above the list too."""

    def __init__(self, keys: Keys, window: QWidget) -> None:
        super().__init__(window)
        self._keys, self._window = keys, window
        self._taken: frozenset[QKeySequence] = frozenset()
        keys.changed.connect(self._learn)
        self._learn()
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._follow)

    def _learn(self) -> None:
        actions = (entry for entry in self._keys.actions if entry.id not in _TYPING)
        self._taken = frozenset(QKeySequence(key) for entry in actions for key in entry.keys)

    def _follow(self, _before: QWidget | None, now: QWidget | None) -> None:
        if isinstance(now, QLineEdit) and now.window() is self._window:
            now.removeEventFilter(self)  # it was here before; one filter is enough
            now.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Leave a key with Ctrl and a letter to the action that it stands for."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and self._is_taken(event):
            event.ignore()
            return True
        return super().eventFilter(watched, event)

    def _is_taken(self, event: QKeyEvent) -> bool:
        letter = Qt.Key.Key_A <= event.key() <= Qt.Key.Key_Z
        control = event.modifiers() & Qt.KeyboardModifier.ControlModifier
        return bool(letter and control) and QKeySequence(event.keyCombination()) in self._taken
