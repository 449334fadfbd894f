"""Extending and trimming the passage of a witness by keys, in the text itself."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, QPointF, QRectF, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPen, QTextCursor
from PySide6.QtWidgets import QApplication, QWidget

from ui.actions import KeyRow, Menu
from ui.desktop.marking.bar import SpanBar
from ui.desktop.marking.steps import Border, Steps, Unit
from ui.desktop.sides.pane import Pane
from ui.desktop.spoken import Role, speak_as
from ui.desktop.theme import Themes
from ui.desktop.wording import count
from workbench.spans import Span

_KNOB, _LINE = 4.5, 2.0
_TINT = 40
"""How much of the colour of 255 lies over the text of the passage."""
_KEYS = "← → by words, Shift: by characters, ↑ ↓ by sentences, [ ] other end. Return keeps, Esc leaves."
BORDER_KEYS = (
    KeyRow(Menu.FAMILY, "Move the end by a word", ("Left", "Right")),
    KeyRow(Menu.FAMILY, "Move the end by a character", ("Shift+Left", "Shift+Right")),
    KeyRow(Menu.FAMILY, "Move the end by a sentence", ("Up", "Down")),
    KeyRow(Menu.FAMILY, "Move the start, or the end, from now on", ("[", "]")),
    KeyRow(Menu.FAMILY, "Keep the passage as it is now", ("Return",)),
    KeyRow(Menu.FAMILY, "Leave it as it was", ("Esc",)),
)
"""What the keys do meanwhile, in the order of the shortcut sheet."""
_UNITS = {
    Qt.Key.Key_Left: (Unit.WORD, -1),
    Qt.Key.Key_Right: (Unit.WORD, 1),
    Qt.Key.Key_Up: (Unit.SENTENCE, -1),
    Qt.Key.Key_Down: (Unit.SENTENCE, 1),
}


@dataclass(frozen=True, slots=True)
class Bordered:
    """A passage whose borders move: where it was, where it is now, which end is moved."""

    before: Span
    span: Span
    border: Border = Border.END


class BorderMode(QObject):
    """While it is on, keys in the pane move the ends of the passage and do nothing else."""

    def __init__(
        self, pane: Pane, bar: SpanBar, themes: Themes, say: Callable[[str], None], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._pane, self._bar, self._say = pane, bar, say
        self._steps = Steps("")
        self._keep: Callable[[Span], None] = lambda _: None
        self.now: Bordered | None = None
        self.handles = Handles(pane, themes)
        pane.installEventFilter(self)
        pane.verticalScrollBar().valueChanged.connect(lambda _: self.handles.update())
        pane.moved.connect(self.handles.update)
        pane.document().contentsChanged.connect(self._gone)
        bar.taken.connect(self.leave)

    def begin(self, span: Span, language: str, keep: Callable[[Span], None]) -> None:
        """Let the ends of a passage of the text in the pane be moved; `keep` is called with the span that is kept."""
        self._steps, self._keep = Steps(self._pane.page.text, language or "en"), keep
        self._pane.setFocus(Qt.FocusReason.OtherFocusReason)
        self._bar.stand_below(self._pane)
        self._bar.show_decided((), None)
        self._set(Bordered(span, span))

    def leave(self, sentence: str = "The passage stays as it was.") -> None:
        """Leave the passage as it was."""
        if self.now is not None:
            self._end()
            self._say(sentence)

    def words(self) -> str:
        """How long the passage is now, as in: 41 words, 6 more than before. The end moves."""
        if self.now is None:
            return ""
        total, before = (self._steps.words_in(span) for span in (self.now.span, self.now.before))
        more = total - before
        change = f", {abs(more)} {'more' if more > 0 else 'fewer'} than before" if more else ", as many as before"
        change = ", as before" if self.now.span == self.now.before else change
        end = "end" if self.now.border is Border.END else "start"
        return f"{count(total, 'word')}{change}. The {end} moves."

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Move the ends; no key without Ctrl or Alt does anything else meanwhile."""
        if self.now is None:
            return False
        if event.type() == QEvent.Type.FocusOut and QApplication.activePopupWidget() is None:
            self.leave()
        if event.type() == QEvent.Type.Resize:
            self.handles.fit()
        if not isinstance(event, QKeyEvent):
            return False
        if event.modifiers() & (Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier):
            return False
        if _goes_on(Qt.Key(event.key())):
            return False
        if event.type() == QEvent.Type.KeyPress:
            return self._press(event)
        if event.type() == QEvent.Type.ShortcutOverride:
            event.accept()
        return True

    def _press(self, event: QKeyEvent) -> bool:
        """What a key does."""
        key = Qt.Key(event.key())
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._take()
        elif key is Qt.Key.Key_Escape:
            self.leave()
        elif event.text() in ("[", "]") and self.now:
            border = Border.START if event.text() == "[" else Border.END
            self._set(Bordered(self.now.before, self.now.span, border))
        elif key in _UNITS:
            self._move(*_UNITS[key], fine=bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier))
        return True

    def _move(self, unit: Unit, by: int, *, fine: bool) -> None:
        now = self.now
        if now is None:
            return
        if unit is Unit.WORD:
            unit = Unit.CHARACTER if fine else unit
            backwards = self._pane.textCursor().block().textDirection() == Qt.LayoutDirection.RightToLeft
            by = -by if backwards else by
        moved = self._steps.moved(now.span, now.border, unit, by)
        self._set(Bordered(now.before, moved, now.border))

    def _take(self) -> None:
        now, keep = self.now, self._keep
        if now is None:
            return
        if now.span == now.before:
            self.leave()
            return
        self._end()
        keep(now.span)

    def _set(self, now: Bordered) -> None:
        self.now = now
        cursor = QTextCursor(self._pane.document())
        cursor.setPosition(self._pane.page.to_document(now.span.end if now.border is Border.END else now.span.start))
        self._pane.setTextCursor(cursor)
        self.look()
        self.handles.show_ends(now, self.words())
        self._bar.say(self.words(), _KEYS)

    def look(self) -> None:
        """Bring the end that moves into view again, with its handle."""
        if self.now is None:
            return
        self._pane.ensureCursorVisible()
        below = self._pane.cursorRect().bottom() + round(2 * _KNOB) - self._pane.viewport().height()
        if below > 0:
            scrolled = self._pane.verticalScrollBar()
            scrolled.setValue(scrolled.value() + below)

    def _end(self) -> None:
        self.now = None
        self.handles.hide()
        self._bar.forget()

    def _gone(self) -> None:
        """Another text stands in the pane."""
        if self.now is not None and self._pane.page.text != self._steps.text:
            self._end()


def _goes_on(key: Qt.Key) -> bool:
    """Whether a key does what it always does: Tab and the function keys, which leave the pane or the borders alone."""
    return key in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab) or Qt.Key.Key_F1 <= key <= Qt.Key.Key_F12


class Handles(QWidget):
    """The two ends of a passage over its text, the one that moves filled."""

    def __init__(self, pane: Pane, themes: Themes) -> None:
        super().__init__(pane)  # what lies in the viewport itself is moved with its text where that is scrolled
        self._pane, self._themes = pane, themes
        self._now: Bordered | None = None
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        speak_as(self, Role.Graphic, "Ends of the passage")
        self.hide()

    def show_ends(self, now: Bordered, words: str) -> None:
        """Show where a passage begins and ends."""
        self._now = now
        self.setAccessibleName(words)
        self.fit()
        self.show()
        self.raise_()
        self.update()

    def fit(self) -> None:
        """Lie over all of the text that can be seen."""
        self.setGeometry(self._pane.viewport().geometry())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint both ends, and the ground between them."""
        if self._now is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        start, end = (self._rect(position) for position in (self._now.span.start, self._now.span.end))
        self._paint_ground(painter, start, end)
        self._paint_end(painter, start, top=True, filled=self._now.border is Border.START)
        self._paint_end(painter, end, top=False, filled=self._now.border is Border.END)
        painter.end()

    def _rect(self, position: int) -> QRectF:
        """Where the caret stands before a character, on the screen."""
        cursor = QTextCursor(self._pane.document())
        cursor.setPosition(self._pane.page.to_document(position))
        return QRectF(self._pane.cursorRect(cursor))

    def _paint_ground(self, painter: QPainter, start: QRectF, end: QRectF) -> None:
        """Tint the lines from one end to the other."""
        ground = self._themes.colour("focus")
        ground.setAlpha(_TINT)
        if abs(start.top() - end.top()) < start.height() / 2:
            painter.fillRect(QRectF(start.topLeft(), end.bottomRight()).normalized(), ground)
            return
        painter.fillRect(QRectF(start.left(), start.top(), self.width() - start.left(), start.height()), ground)
        painter.fillRect(QRectF(0, start.bottom(), self.width(), end.top() - start.bottom()), ground)
        painter.fillRect(QRectF(0, end.top(), end.left(), end.height()), ground)

    def _paint_end(self, painter: QPainter, rect: QRectF, *, top: bool, filled: bool) -> None:
        ink = self._themes.colour("focus")
        painter.setPen(QPen(ink, _LINE + (1 if filled else 0)))
        painter.setBrush(ink if filled else self._themes.colour("page"))
        painter.drawLine(QPointF(rect.left(), rect.top()), QPointF(rect.left(), rect.bottom()))
        painter.drawEllipse(QPointF(rect.left(), rect.top() if top else rect.bottom()), _KNOB, _KNOB)
