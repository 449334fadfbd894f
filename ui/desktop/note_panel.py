"""The note on the current edit or on the whole witness; it is kept as it is written."""

from PySide6.QtCore import QEvent, QSignalBlocker, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QApplication, QLabel, QPlainTextEdit, QVBoxLayout, QWidget

from ui.desktop.casework import Casework
from ui.desktop.whereabouts import Whereabouts
from workbench.model import Target

_PAUSE = 1500
_LEAST = 40
"""So high is the field at least, in pixels, in a window of the smallest size."""


class NoteField(QPlainTextEdit):
    """A field that says when a person is done with it."""

    left = Signal()
    """The focus went elsewhere."""
    finished = Signal()
    """Escape or Ctrl+Return was pressed."""

    def event(self, event: QEvent) -> bool:
        """What is typed while nothing can be written here is lost, but never taken for a key that decides."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.ShortcutOverride and self.isReadOnly():
            with_modifier = event.modifiers() & (Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier)
            if event.text() and event.key() != Qt.Key.Key_Escape and not with_modifier:
                event.accept()
                return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape and Ctrl+Return leave the field."""
        returned = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if event.key() == Qt.Key.Key_Escape or (returned and event.modifiers() & Qt.KeyboardModifier.ControlModifier):
            self.finished.emit()
            return
        super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Tell that the focus went elsewhere."""
        super().focusOutEvent(event)
        self.left.emit()


class NotePanel(QWidget):
    """A field for the note. Its text is saved after a pause, when the focus leaves and before the target changes."""

    written = Signal(object, str)
    """A `Target` and the text of its note."""
    wanted = Signal()
    """A person wants to write, wherever the panel is hidden."""

    def __init__(self, case: Casework, where: Whereabouts) -> None:
        super().__init__()
        self._case, self._where = case, where
        self._target: Target | None = None
        self._on_witness = False
        self._known = ""
        self._came_from: QWidget | None = None
        self.heading = QLabel("Note")
        self.heading.setObjectName("heading")
        self.field = NoteField()
        self.field.setAcceptDrops(False)
        self.field.setTabChangesFocus(True)
        self.field.setMinimumHeight(_LEAST)
        self.field.setPlaceholderText("N writes a note on this edit. It is saved as you type.")
        self.field.setAccessibleName("Note on the current edit")
        self.heading.setBuddy(self.field)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(14, 8, 12, 12)
        layout.setSpacing(5)
        layout.addWidget(self.heading)
        layout.addWidget(self.field, 1)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE)
        self._pause.timeout.connect(self.save)
        self.field.textChanged.connect(self._pause.start)
        self.field.left.connect(self._leave)
        self.field.finished.connect(self._give_back)
        case.changed.connect(self._refresh)
        case.leaving.connect(self._forget)
        case.opening_changed.connect(self._refresh)
        for signal in (where.family_changed, where.compared, where.witness_changed, where.edit_changed):
            signal.connect(self._refresh)

    def write(self, *, on_witness: bool) -> None:
        """Put the focus into the field, for the current edit or for the whole witness."""
        self._on_witness = on_witness
        self._refresh()
        if self._target is not None:
            if not self.field.hasFocus():
                self._came_from = QApplication.focusWidget()
            self.wanted.emit()
            self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _give_back(self) -> None:
        """Done: the focus goes back to where it was."""
        if self._came_from is not None and self._came_from.isVisible():
            self._came_from.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.focusPreviousChild()

    def save(self) -> None:
        """Write down what has been typed."""
        self._pause.stop()
        text = self.field.toPlainText().strip()
        if self._target is not None and text != self._known:
            self._known = text
            self.written.emit(self._target, text)

    def _leave(self) -> None:
        self.save()
        if self._on_witness:
            self._on_witness = False
            self._refresh()

    def _forget(self) -> None:
        """Another case is open: what was typed belongs to the one before."""
        self._pause.stop()
        self._target, self._known = None, ""
        self._show("")

    def _refresh(self) -> None:
        """Show the note of what is current; what was typed for another target is saved to that one first."""
        target = self._where.witness_target if self._on_witness else self._where.edit_target
        if target != self._target:
            self.save()
            self._target = target
        elif self.field.hasFocus() and self._pause.isActive():
            return
        note = self._case.snapshot.note_on(target) if target else None
        text = note.text if note else ""
        if text != self._known or self.field.toPlainText().strip() != text:
            self._show(text)
        self._known = text
        what = "the whole witness" if self._on_witness else f"edit {self._where.edit_number + 1}"
        self.heading.setText(f"Note on {what}" if target else "Note")
        self.field.setAccessibleName(self.heading.text())
        self.field.setReadOnly(self._where.loading)
        self.field.setEnabled(self._case.writable and (target is not None or self._where.loading))

    def _show(self, text: str) -> None:
        with QSignalBlocker(self.field):
            self.field.setPlainText(text)
