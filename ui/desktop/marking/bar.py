"""The line below a text that says what is marked in it, with the note on it where one is written.

It says too what becomes of a passage whose borders are moved. It covers nothing: the text has so much less room.
"""

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLayout, QVBoxLayout, QWidget

from ui.desktop.inspector.note_panel import NoteField
from ui.desktop.spoken import Role, speak_as
from ui.desktop.wording import shortened
from workbench.model import Code, Note

_PAUSE = 1500
_NOTE_HEIGHT = 64
_SHOWN = 80


class SpanBar(QWidget):
    """Shown while a stretch is marked or a border moved. It says each change to screen readers."""

    written = Signal(str)
    """The text of the note on what is marked."""
    finished = Signal()
    """A person is done with the note."""
    taken = Signal()
    """It is about to stand for something else than before."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("span_bar")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        speak_as(self, Role.Grouping, "What is marked")
        self.words, self.on_it, self.hint = QLabel(), QLabel(), QLabel()
        for label in (self.words, self.on_it, self.hint):
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setWordWrap(True)
        self.hint.setObjectName("hint")
        self.field = NoteField()
        self.field.setAcceptDrops(False)
        self.field.setTabChangesFocus(True)
        self.field.setFixedHeight(_NOTE_HEIGHT)
        self.field.setAccessibleName("Note on what is marked")
        self.field.setPlaceholderText("A note on what is marked. It is saved as you type; Esc goes back to the text.")
        self.field.hide()
        self.homes: dict[QWidget, QLayout] = {}
        """Where it stands below a text that is elsewhere than most texts are."""
        self._home: QLayout | None = None
        self._known = ""
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE)
        self._assemble()
        self._pause.timeout.connect(self.save)
        self.field.textChanged.connect(self._pause.start)
        self.field.left.connect(self._leave)
        self.field.finished.connect(self.finished)
        self.hide()

    def _assemble(self) -> None:
        top = QHBoxLayout()
        top.setSpacing(16)
        top.addWidget(self.words, 3)
        top.addWidget(self.on_it, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(18, 7, 14, 8)
        layout.setSpacing(3)
        layout.addLayout(top)
        layout.addWidget(self.hint)
        layout.addWidget(self.field)

    def stand_below(self, text: QWidget) -> None:
        """Stand below the text that it is about from now on."""
        self.taken.emit()
        parent = self.parentWidget()
        self._home = self._home or (parent.layout() if parent else None)
        home = self.homes.get(text, self._home)
        if home is not None and home.parentWidget() is not parent:
            home.addWidget(self)

    def say(self, sentence: str, hint: str) -> None:
        """Show what is marked and what the keys do; a screen reader says it at once."""
        self.hint.setText(hint)
        if sentence != self.words.text():
            self.words.setText(sentence)
            self.setAccessibleDescription(f"{sentence} {hint}")
            self.announce(sentence)
        self.show()

    def announce(self, sentence: str) -> None:
        """Have a screen reader say a sentence."""
        said = QAccessibleAnnouncementEvent(self, sentence)
        said.setPoliteness(QAccessible.AnnouncementPoliteness.Assertive)
        QAccessible.updateAccessibility(said)

    def show_decided(self, codes: tuple[Code, ...], note: Note | None) -> None:
        """Show which codes and which note are on what is marked."""
        parts = ["Tagged: " + ", ".join(code.name for code in codes)] if codes else []
        parts += [f"Note: {shortened(note.text, _SHOWN)}"] if note else []
        told = " · ".join(parts)
        if told != self.on_it.text():
            self.on_it.setText(told)
            if told:
                self.announce(told)
        self.on_it.setVisible(bool(told))

    # The note

    def write(self, text: str) -> None:
        """Open the field for the note, which says `text` so far."""
        self._known = text
        self.field.setPlainText(text)
        self._pause.stop()
        self.field.show()
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.field.moveCursor(self.field.textCursor().MoveOperation.End)

    def save(self) -> None:
        """Hand over what has been typed."""
        self._pause.stop()
        text = self.field.toPlainText().strip()
        if self.field.isVisibleTo(self) and text != self._known:
            self._known = text
            self.written.emit(text)

    def _leave(self) -> None:
        self.save()
        self.field.hide()

    def forget(self) -> None:
        """Stand for nothing any more; what has been typed is handed over."""
        self.save()
        self._known = ""
        self.field.clear()
        self.field.hide()
        self.hide()
