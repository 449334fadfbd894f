"""Marking stretches of a text by keyboard, and tags and notes on them."""

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QMenu, QMenuBar, QWidget

from ui.actions import Enabled
from ui.actions.keymap import KeyMap
from ui.desktop.case.casework import Casework
from ui.desktop.case.whereabouts import Whereabouts
from ui.desktop.feature import Feature, Handlers
from ui.desktop.marking.bar import SpanBar
from ui.desktop.marking.cursor import SpanCursor
from ui.desktop.marking.geometry import runs_leftward
from ui.desktop.marking.keys import Pressed, pressed
from ui.desktop.marking.marks import SpanMark, is_seen, marks_of, painted
from ui.desktop.marking.overlay import Choice, SpanOverlay
from ui.desktop.marking.panes import Text, Texts
from ui.desktop.marking.steps import Border
from ui.desktop.sides.pane import Pane
from ui.desktop.signs import bare_span
from ui.desktop.theme import Themes
from workbench.model import Code, Target
from workbench.session import Session
from workbench.snapshot import Snapshot
from workbench.spans import Span

_DECIDE = "Digits tag it, {note} writes a note, Esc leaves."
_PASSED_OVER = "Words only of the base are passed over: they are not in this article."


class Marking(Feature):
    """Shows what is marked and what stands on the text; puts tags and notes on what is marked."""

    picked_for_edit = Signal(object)
    """A `Code` was picked while nothing is marked."""

    def __init__(self, case: Casework, where: Whereabouts, themes: Themes, texts: Texts, bar: SpanBar) -> None:
        super().__init__(bar)
        self._case, self._where, self._themes, self._texts, self._bar = case, where, themes, texts, bar
        self.cursor = SpanCursor(self)
        self.all_marks: set[Pane] = set()
        """Panes in which edits that are tagged are painted, and visited, as well."""
        self.kept: Sequence[QWidget] = ()
        """Panels into which the focus may go while what is marked stays so."""
        self.choose_code: Callable[[Target], None] = lambda _: None
        """Asks by name for a code to put on what is marked."""
        self.keys: Callable[[], KeyMap] = KeyMap
        self.filled: Callable[[str], str] = str
        """Puts the keys in force into a sentence."""
        self._overlays: dict[Pane, SpanOverlay] = {}
        self._touched: set[Pane] = set()
        self._target: Target | None = None
        self.cursor.changed.connect(self._show)
        case.changed.connect(self._show_decided)
        case.leaving.connect(self._forget)
        texts.laid_out.connect(self._laid_out)
        texts.entered.connect(lambda _: self.can_changed.emit())
        themes.changed.connect(self._paint_all)
        where.edit_changed.connect(self._touched.clear, Qt.ConnectionType.QueuedConnection)
        bar.written.connect(self._write_note)
        bar.finished.connect(self._back_to_text)
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._focus_went)

    def overlay(self, pane: Pane) -> SpanOverlay:
        """The glass above a pane."""
        if pane not in self._overlays:
            self._overlays[pane] = SpanOverlay(pane, self._themes)
            pane.installEventFilter(self)
            pane.cursorPositionChanged.connect(lambda: self._touched.add(pane))
        return self._overlays[pane]

    def handlers(self) -> Handlers:
        """Marking, and going from one marked stretch to another."""
        return {
            "mark": self.begin,
            "next_marked": lambda: self.step(1),
            "previous_marked": lambda: self.step(-1),
        }

    def can(self) -> Mapping[Enabled, bool]:
        """A text has to be there, and a case that can be changed."""
        shown = bool(self._texts.all())
        return {Enabled.TEXT: shown, Enabled.SPANS: shown and self._case.writable}

    def target(self) -> Target | None:
        """What a tag on the marked stretch is put on."""
        place = self.cursor.place()
        return Target(place) if place else None

    # Marking

    def begin(self) -> None:
        """Mark what is selected, else the word at the caret, else the current edit where nobody moved the caret."""
        text = self._texts.current
        if text is not None:
            self.mark(text, self._wanted(text))
            if self.cursor.marked is None:
                self._where.told.emit("There is no word here that could be marked.")

    def mark(self, text: Text, span: Span) -> None:
        """Mark a stretch of a text, and go there."""
        self._bar.save()
        self._bar.stand_below(text.pane)
        article = self._case.snapshot.article.get(text.article_id)
        self.cursor.mark(text, span, article.language if article else "en")
        text.pane.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _wanted(self, text: Text) -> Span:
        selected, edit = text.selected, self._edit_in(text)
        if not len(selected) and edit is not None and text.pane not in self._touched:
            return bare_span(text.own, edit)
        return selected

    def _edit_in(self, text: Text) -> Span | None:
        """Where the current edit stands in a text."""
        comparison, edit = self._where.comparison, self._where.edit
        if comparison is None or edit is None or text.pane in self.all_marks:
            return None
        sides = ((comparison.witness, edit.witness), (comparison.base, edit.base))
        return next((span for side, span in sides if side.place.article_id == text.article_id), None)

    def step(self, by: int) -> None:
        """Mark the next stretch that has a tag or note, or the one before."""
        text = self._texts.current
        if text is None:
            return
        spans = list(dict.fromkeys(mark.span for mark in self._marks_in(text)))
        marked = self.cursor.marked
        at = marked.span if marked and marked.text == text else None
        here = at or Span(text.caret, text.caret)
        beyond = [span for span in spans if (span > here if by > 0 else span < here)]
        if beyond:
            self.mark(text, beyond[0] if by > 0 else beyond[-1])
        elif spans:
            self._where.told.emit(f"There is no marked stretch {'after' if by > 0 else 'before'} this one.")
        else:
            self._where.told.emit(self.filled("No stretch of this text has a tag or note. {mark} marks one."))

    def _marks_in(self, text: Text) -> list[SpanMark]:
        """The marks that are seen in a text."""
        found = marks_of(self._case.snapshot, text.article_id)
        return [mark for mark in found if is_seen(mark, edits=text.pane in self.all_marks)]

    # Deciding

    def toggle(self, digit: int) -> None:
        """Put the code of a digit on what is marked, or take it away."""
        code = next((code for code in self._case.snapshot.codes if code.digit == digit), None)
        if code is None:
            self._where.told.emit(f"No code of the codebook has the key {digit}.")
        else:
            self.tag(code)

    def pick(self, code: Code) -> None:
        """A code was picked in the codebook: it goes on what is marked, else on the edit."""
        if not self.tag(code):
            self.picked_for_edit.emit(code)

    def tag(self, code: Code) -> bool:
        """Put a code on what is marked, or take it away; whether anything is marked."""
        target = self.target()
        if target is not None and self._case.writable:
            self._case.decide(lambda session: session.toggle_tag(target, code))
        return target is not None

    def write_note(self) -> None:
        """Open the note on what is marked."""
        self._target = self.target()
        if self._target is not None and self._case.writable:
            note = self._case.snapshot.note_on(self._target)
            self._bar.write(note.text if note else "")

    def _write_note(self, text: str) -> None:
        target = self._target

        def write(session: Session) -> Snapshot:
            return session.set_note(target, text) if target else session.snapshot()

        self._case.decide(write)

    def _back_to_text(self) -> None:
        if self.cursor.pane is not None:
            self.cursor.pane.setFocus(Qt.FocusReason.OtherFocusReason)

    # Keys

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """While a stretch is marked in the pane that has the focus, its keys are for that."""
        if watched is self.cursor.pane and isinstance(event, QKeyEvent) and isinstance(watched, Pane):
            if event.type() == QEvent.Type.ShortcutOverride and pressed(event, self.keys()) is not None:
                event.accept()
                return True
            if event.type() == QEvent.Type.KeyPress and (key := pressed(event, self.keys())) is not None:
                self._take(key)
                return True
        return super().eventFilter(watched, event)

    def _take(self, key: Pressed) -> None:
        marked = self.cursor.marked
        if key.unit is not None and marked is not None:
            start = marked.text.shown(marked.span)[0].start
            by = -key.by if key.sideways and runs_leftward(marked.text.pane, start) else key.by
            if not self.cursor.move(key.unit, by):
                self._bar.announce("It goes no further that way.")
        elif key.digit >= 0:
            self.toggle(key.digit)
        elif key.note:
            self.write_note()
        elif key.by_name:
            if marked is not None and self._case.writable:
                self.choose_code(Target(marked.place))
        elif key.leave:
            self.cursor.leave()
        else:
            self.cursor.take(key.border)

    def _focus_went(self, _: QWidget | None, now: QWidget | None) -> None:
        """In another panel of the window one works on something else; a dialog may be about what is marked."""
        pane = self.cursor.pane
        if pane is None or now is None or now is pane or isinstance(now, QMenu | QMenuBar):
            return
        if now.window() is pane.window() and not any(k is now or k.isAncestorOf(now) for k in (self._bar, *self.kept)):
            self.cursor.leave()

    # Showing

    def _show(self) -> None:
        marked = self.cursor.marked
        for pane, overlay in self._overlays.items():
            mine = marked is not None and marked.text.pane is pane
            overlay.show_choice(Choice(marked.text.shown(marked.span), marked.border) if marked and mine else None)
        if marked is None:
            self._bar.forget()
            return
        hint = f"{self.filled(_DECIDE)} {_PASSED_OVER if marked.text.mixed else ''}".rstrip()
        self._bar.say(f"{self.cursor.words()}. {self.cursor.hint()}", hint)
        shown = marked.text.shown(marked.span)
        marked.text.pane.set_caret(shown[0].start if marked.border is Border.START else shown[-1].end)
        self._show_decided()

    def _show_decided(self) -> None:
        target = self.target()
        if target is not None:
            snapshot = self._case.snapshot
            self._bar.show_decided(snapshot.codes_on(target), snapshot.note_on(target))
        self._paint_all()
        self.can_changed.emit()

    def _paint_all(self) -> None:
        for text in self._texts.all():
            self._paint(text)

    def _paint(self, text: Text) -> None:
        marks = marks_of(self._case.snapshot, text.article_id)
        text.pane.show_spans(painted(marks, self._themes, text.shown, edits=text.pane in self.all_marks))

    def _laid_out(self, pane: Pane) -> None:
        """Another text stands in a pane, or the same one in another size or colour."""
        text, marked = self._texts.of(pane), self.cursor.marked
        self._touched.discard(pane)
        if marked is not None and marked.text.pane is pane and marked.text != text:
            self.cursor.leave()
        elif marked is not None and marked.text.pane is pane:
            self._show()
        if text is not None:
            self._paint(text)
        self.can_changed.emit()

    def view_changed(self) -> None:
        """Another view stands in the middle: what is out of sight is marked no more."""
        if self.cursor.pane is not None and not self.cursor.pane.isVisible():
            self.cursor.leave()
        self._paint_all()
        self.can_changed.emit()

    def save(self) -> None:
        """Write down the note that is being typed."""
        self._bar.save()

    def _forget(self) -> None:
        self.cursor.leave()
