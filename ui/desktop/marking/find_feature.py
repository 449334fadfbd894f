"""Finding words in the text that one reads."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QKeyEvent, QTextCursor
from PySide6.QtWidgets import QApplication

from ui.actions import Enabled
from ui.desktop.feature import Feature, Handlers
from ui.desktop.marking.feature import Marking
from ui.desktop.marking.find_bar import FindBar
from ui.desktop.marking.find_text import first_from, matches
from ui.desktop.sides.pane import Pane
from workbench.spans import Span

_LONGEST = 60
"""So long is a selection at most that is taken for what one wants to find."""


class Finding(Feature):
    """Looks in one pane at a time. What was found is set off in it until the bar is closed."""

    def __init__(self, bar: FindBar, marking: Marking, panes: tuple[Pane, ...]) -> None:
        super().__init__(bar)
        self._bar, self._marking, self._panes = bar, marking, panes
        self._pane: Pane | None = None
        self._found: list[Span] = []
        self._at = -1
        self.elsewhere: Callable[[], None] = lambda: None
        """What looking for something does where no text has the focus."""
        self._again = QTimer(self)
        self._again.setSingleShot(True)
        self._again.setInterval(0)
        self._again.timeout.connect(self._look_again)
        for pane in panes:
            pane.document().contentsChanged.connect(self._again.start)
            pane.installEventFilter(self)
        bar.typed.connect(self._look)
        bar.stepped.connect(self.step)
        bar.closed.connect(self.close)

    def handlers(self) -> Handlers:
        """Looking for something, in the text that has the focus or else in the lists; on and back among the matches."""
        return {"filter": self._search, "find_next": lambda: self.step(1), "find_previous": lambda: self.step(-1)}

    def can(self) -> Mapping[Enabled, bool]:
        """There is something to go on to while the bar is open."""
        return {Enabled.FINDING: self._pane is not None}

    @property
    def found(self) -> tuple[Span, ...]:
        """The matches, in the order of the text."""
        return tuple(self._found)

    @property
    def current(self) -> Span | None:
        """The match that one looks at."""
        return self._found[self._at] if 0 <= self._at < len(self._found) else None

    def _search(self) -> None:
        if not self.open_here():
            self.elsewhere()

    def open_here(self) -> bool:
        """Open the bar for the text that has the focus; whether one has it, or the bar is open already."""
        focused = QApplication.focusWidget()
        if focused is self._bar.field:
            self._bar.open()
            return True
        pane = next((pane for pane in self._panes if pane is focused), None)
        if pane is None:
            return False
        if pane is not self._pane:
            self._clear()
        self._pane = pane
        selected = pane.textCursor().selectedText().strip()
        self._bar.open(selected if 0 < len(selected) <= _LONGEST else "")
        self._look(self._bar.field.text())
        self.can_changed.emit()
        return True

    def step(self, by: int) -> None:
        """Go on to the next match, or back; behind the last one comes the first."""
        if self._found:
            self._at = (self._at + by) % len(self._found)
            self._show()

    def close(self) -> None:
        """Close the bar; the match one looked at is selected in its text."""
        pane, match = self._pane, self.current
        self._clear()
        self._bar.hide()
        if pane is not None and pane.isVisible():
            if match is not None:
                _select(pane, match)
            pane.setFocus(Qt.FocusReason.OtherFocusReason)
        self.can_changed.emit()

    def _clear(self) -> None:
        if self._pane is not None:
            self._marking.overlay(self._pane).show_matches((), -1)
        self._pane, self._found, self._at = None, [], -1

    def _look(self, wanted: str) -> None:
        """Find what is typed, and go to the first match from where one is on."""
        if self._pane is not None:
            here = self.current
            self._found = matches(self._pane.page.text, wanted)
            self._at = first_from(self._found, here.start if here else self._pane.caret_position())
            self._show()

    def _look_again(self) -> None:
        """Another text stands in the pane, or the same one anew."""
        if self._pane is not None:
            match = self.current
            self._found = matches(self._pane.page.text, self._bar.field.text())
            self._at = self._found.index(match) if match in self._found else first_from(self._found, 0)
            self._marking.overlay(self._pane).show_matches(self._found, self._at)
            self._bar.tell(self._at, len(self._found))

    def _show(self) -> None:
        if self._pane is not None:
            self._marking.overlay(self._pane).show_matches(self._found, self._at)
            self._bar.tell(self._at, len(self._found))
            if self.current is not None:
                self._pane.set_caret(self.current.start)

    def view_changed(self) -> None:
        """Another view stands in the middle: what is out of sight is no longer looked through."""
        if self._pane is not None and not self._pane.isVisible():
            self._clear()
            self._bar.hide()
            self.can_changed.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Escape in the text closes the bar too."""
        escape = isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape and watched is self._pane
        if escape and self._marking.cursor.marked is None:
            if event.type() == QEvent.Type.ShortcutOverride:
                event.accept()
                return True
            if event.type() == QEvent.Type.KeyPress:
                self.close()
                return True
        return super().eventFilter(watched, event)


def _select(pane: Pane, span: Span) -> None:
    cursor = QTextCursor(pane.document())
    cursor.setPosition(pane.page.to_document(span.start))
    cursor.setPosition(pane.page.to_document(span.end), QTextCursor.MoveMode.KeepAnchor)
    pane.setTextCursor(cursor)
    pane.ensureCursorVisible()
