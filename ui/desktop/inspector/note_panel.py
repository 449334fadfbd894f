"""The note on the current edit or on the whole witness; it is kept as it is written."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QSignalBlocker, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QLabel, QPlainTextEdit, QVBoxLayout, QWidget

from ui.desktop.case.casework import Casework
from ui.desktop.case.lanes import Job
from ui.desktop.case.whereabouts import Whereabouts
from ui.desktop.parts import can_take_back
from ui.desktop.wording import shortened
from workbench.errors import UserError
from workbench.model import Target

_PAUSE = 1500
_RETRY = 5000
_SHOWN = 40
_LEAST = 40
"""So high is the field at least, in pixels, in a window of the smallest size."""


class NoteField(QPlainTextEdit):
    """A field that says when a person is done with it."""

    left = Signal()
    """The focus went elsewhere."""
    finished = Signal()
    """Escape was pressed."""
    done = Signal()
    """Ctrl+Return was pressed."""

    def __init__(self) -> None:
        super().__init__()
        self._hint = ""

    def set_hint(self, hint: str) -> None:
        """Say something while the field is empty: as many sentences of it as it has room for."""
        self._hint = hint
        sentences = hint.split(". ")
        shown = [". ".join(sentences[:number]).removesuffix(".") + "." for number in range(len(sentences), 0, -1)]
        self.setPlaceholderText(next(filter(self._has_room, shown), shown[-1]) if hint else "")

    def _has_room(self, words: str) -> bool:
        """Whether words are seen whole in the empty field."""
        area, margin = self.viewport().rect(), int(self.document().documentMargin())
        room = area.adjusted(margin, margin, -margin, 0)
        wrap = Qt.TextFlag.TextWordWrap
        return self.fontMetrics().boundingRect(room, wrap, words).height() <= room.height()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Say as much as there is room for now."""
        super().resizeEvent(event)
        if self._hint:
            self.set_hint(self._hint)

    def event(self, event: QEvent) -> bool:
        """What is typed while nothing can be written here is lost, but never taken for a key that decides."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.ShortcutOverride and self.isReadOnly():
            with_modifier = event.modifiers() & (Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier)
            if event.text() and event.key() != Qt.Key.Key_Escape and not with_modifier:
                event.accept()
                return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape leaves the field, Ctrl+Return goes on to the next edit."""
        returned = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if event.key() == Qt.Key.Key_Escape:
            self.finished.emit()
        elif returned and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.done.emit()
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Tell that the focus went elsewhere."""
        super().focusOutEvent(event)
        self.left.emit()


@dataclass(eq=False)
class Writing:
    """A note on its way into the case. `saved` is said on the store's lane, before the job of saving is over."""

    target: Target
    text: str
    again: bool = False
    saved: bool = False
    job: Job | None = None


class NotePanel(QWidget):
    """A field for the note. Its text is saved after a pause, when the focus leaves and before the target changes.

    What could not be saved stays in the field, marked, and is tried again until it is saved.
    """

    written = Signal(object)
    """A `Writing`: what is to be saved."""
    done = Signal()
    """A person is done with the current edit, its note written."""
    wanted = Signal()
    """A person wants to write, wherever the panel is hidden."""

    def __init__(self, case: Casework, where: Whereabouts) -> None:
        super().__init__()
        self._case, self._where = case, where
        self._target: Target | None = None
        self._on_witness = False
        self._known = ""
        self._came_from: QWidget | None = None
        self._underway: dict[Target, Writing] = {}
        self._failed: dict[Target, str] = {}
        self._warned = False
        self.heading = QLabel("Note")
        self.heading.setObjectName("heading")
        self.field = NoteField()
        self.field.setAcceptDrops(False)
        self.field.setTabChangesFocus(True)
        self.field.setMinimumHeight(_LEAST)
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
        self._retry = QTimer(self)
        self._retry.setInterval(_RETRY)
        self._retry.timeout.connect(self.try_again)
        self.field.textChanged.connect(self._pause.start)
        self.field.left.connect(self._leave)
        self.field.finished.connect(self._give_back)
        self.field.done.connect(self._finish)
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
        if can_take_back(self._came_from):
            self._came_from.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.focusPreviousChild()

    def _finish(self) -> None:
        """Done with the edit: it is reviewed, and the focus goes back to where it was. A witness is not done by it."""
        of_edit = not self._on_witness
        self._give_back()
        if of_edit:
            self.save()
            self.done.emit()

    def save(self) -> None:
        """Write down what has been typed."""
        self._pause.stop()
        text = self.field.toPlainText().strip()
        if self._target is not None and text != self._known:
            self._known = text
            self._write(self._target, text)

    # What could not be saved

    @property
    def unsaved(self) -> Mapping[Target, str]:
        """The texts that could not be saved yet, by what they are on."""
        return self._failed

    def try_again(self) -> None:
        """Try to save what could not be saved before; where that fails once more, it is not told again."""
        if self._case.writable:
            for target, text in list(self._failed.items()):
                if target not in self._underway:
                    self._write(target, text, again=True)

    def _write(self, target: Target, text: str, *, again: bool = False) -> None:
        writing = Writing(target, text, again)
        self._underway[target] = writing
        self.written.emit(writing)

    def job_ended(self, job: Job) -> None:
        """See what came of saving a note, just before the window shows the case as it is then."""
        for target, writing in list(self._underway.items()):
            if writing.job is job:
                del self._underway[target]
                self._settle(writing)

    def _settle(self, writing: Writing) -> None:
        if writing.saved:
            self._failed.pop(writing.target, None)
        else:
            self._failed[writing.target] = writing.text
        self._warned = self._warned and bool(self._failed)
        if self._failed:
            self._retry.start()
        else:
            self._retry.stop()
        if not writing.saved:
            self._refresh()

    def refusal_to_close(self, wait_for: Callable[[Job], None]) -> str:
        """Why the window cannot be closed yet, once it is known whether what was just typed is saved."""
        for writing in self._underway.values():
            if writing.job is not None:
                wait_for(writing.job)
        return self.refusal_to_leave()

    def check_leaving(self) -> None:
        """Before another case is opened, on the store's lane: raise `UserError` where a note would be lost."""
        if refusal := self.refusal_to_leave():
            raise UserError(refusal)

    def refusal_to_leave(self) -> str:
        """Why the case cannot be left yet, in one sentence; who wants it once more may leave what is not saved."""
        lost = [*self._failed.values(), *(one.text for one in list(self._underway.values()) if not one.saved)]
        if not lost or self._warned:
            return ""
        self._warned = True
        what = f"The note “{shortened(lost[0], _SHOWN)}” is" if len(lost) == 1 else f"{len(lost)} notes are"
        return f"{what} not saved yet: see that the case can be written to, or do the same again to leave without."

    def _leave(self) -> None:
        self.save()
        if self._on_witness:
            self._on_witness = False
            self._refresh()

    def _forget(self) -> None:
        """Another case is open: what was typed belongs to the one before."""
        self._pause.stop()
        self._retry.stop()
        self._underway.clear()
        self._failed.clear()
        self._warned = False
        self._target, self._known = None, ""
        self._show("")

    def _refresh(self) -> None:
        """Show the note of what is current; what was typed for another target is saved to that one first."""
        target = self._where.witness_target if self._on_witness else self._where.taggable
        if target != self._target:
            self.save()
            self._target = target
            self._show_note(target)
        elif not (self.field.hasFocus() and self._pause.isActive()):
            self._show_note(target)
        self._mark(target)

    def _show_note(self, target: Target | None) -> None:
        """Show the note of a target: what is on its way or could not be saved, else what is in the case."""
        note = self._case.snapshot.note_on(target) if target else None
        text = note.text if note else ""
        if target is not None:
            on_its_way = self._underway.get(target)
            text = on_its_way.text if on_its_way else self._failed.get(target, text)
        if text != self._known or self.field.toPlainText().strip() != text:
            self._show(text)
        self._known = text

    def _mark(self, target: Target | None) -> None:
        """Say what the note is on, and whether it could be saved."""
        failed = target in self._failed
        what = (
            "the whole witness" if self._on_witness or not self._where.edit else f"edit {self._where.edit_number + 1}"
        )
        heading = f"Note on {what}" if target else "Note"
        self.heading.setText(f"{heading} · not saved yet" if failed else heading)
        self.field.setAccessibleName(f"{heading}, not saved yet" if failed else heading)
        if self.field.property("unsaved") != failed:
            self.field.setProperty("unsaved", failed)
            self.field.style().polish(self.field)  # by the rules for it
        writable = self._case.writable
        typed = failed or (target is not None and self._pause.isActive())
        self.field.setReadOnly(self._where.loading or not writable)
        self.field.setEnabled((writable and (target is not None or self._where.loading)) or typed)

    def _show(self, text: str) -> None:
        with QSignalBlocker(self.field):
            self.field.setPlainText(text)
