"""The stretch of an article that a person marks by keyboard: where it is, and how its borders move."""

from dataclasses import dataclass, replace
from unicodedata import bidirectional

from PySide6.QtCore import QObject, Signal

from ui.desktop.marking.panes import Text
from ui.desktop.marking.steps import Border, Steps, Unit
from ui.desktop.sides.pane import Pane
from ui.desktop.wording import count
from workbench.model import Place
from workbench.spans import Span
from workbench.text.sentence_parts import both_ends

_QUOTED = 90


@dataclass(frozen=True, slots=True)
class Marked:
    """What is marked in which text, and which border the keys move."""

    text: Text
    span: Span
    border: Border = Border.END

    @property
    def place(self) -> Place:
        """The stretch as a place of its article."""
        return Place(self.text.article_id, self.span)


class SpanCursor(QObject):
    """One stretch at a time. Views show it; what tags, notes and corrections are put on asks for its `place`."""

    changed = Signal()
    """Another stretch is marked, or none any more."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._steps = Steps("")
        self.marked: Marked | None = None

    def place(self) -> Place | None:
        """The place that is marked; `None` while none is."""
        return self.marked.place if self.marked else None

    @property
    def pane(self) -> Pane | None:
        """The pane in which a stretch is marked."""
        return self.marked.text.pane if self.marked else None

    def mark(self, text: Text, span: Span, language: str = "en") -> None:
        """Mark a stretch; of an empty one the word at that place. Nothing is marked in a text without words."""
        whole = text.own
        if whole != self._steps.text:
            self._steps = Steps(whole, language)
        wanted = span if len(span) else self._steps.word_at(span.start)
        self._set(Marked(text, wanted) if wanted else None)

    def move(self, unit: Unit, by: int) -> bool:
        """Move the border that is active a step on or back; whether there was such a step."""
        if self.marked is None:
            return False
        span = self._steps.moved(self.marked.span, self.marked.border, unit, by)
        if span == self.marked.span:
            return False
        self._set(replace(self.marked, span=span))
        return True

    def take(self, border: Border | None = None) -> None:
        """Make a border the one that moves; the other one when none is named."""
        if self.marked is not None:
            other = Border.START if self.marked.border is Border.END else Border.END
            self._set(replace(self.marked, border=border or other))

    def leave(self) -> None:
        """Mark nothing any more."""
        self._set(None)

    def words(self) -> str:
        """What is marked, in words: `“rush through the wall”, 4 words`."""
        if self.marked is None:
            return ""
        whole, span = self._steps.text, self.marked.span
        number = self._steps.words_in(span)
        return f"“{_quoted(span.of(whole))}”, {count(number, 'word')}" if number else f"“{_quoted(span.of(whole))}”"

    def hint(self) -> str:
        """Which keys move what now."""
        if self.marked is None:
            return ""
        if self.marked.border is Border.END:
            return "Arrow keys move its end; [ moves the start."
        return "Arrow keys move its start; ] moves the end."

    def _set(self, marked: Marked | None) -> None:
        if marked != self.marked:
            self.marked = marked
            self.changed.emit()


def _quoted(text: str) -> str:
    """A stretch in one line: of a long one how it begins and how it ends, since its borders are what matters.

    What runs from right to left is kept to itself, so that the sentence around it runs on from left to right.
    """
    line = both_ends(text, _QUOTED)
    leftward = any(bidirectional(char) in ("R", "AL") for char in line)
    return f"\u2068{line}\u2069" if leftward else line
