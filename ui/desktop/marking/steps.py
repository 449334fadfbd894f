"""How a chosen stretch of text grows and shrinks: by words, characters and sentences. No widgets here.

Words and sentences are those of the workbench, so that what is chosen by key is what the program itself compares.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from enum import Enum

from PySide6.QtCore import QTextBoundaryFinder

from ui.desktop.utf16 import Utf16Map
from workbench.spans import Span
from workbench.text.sentences import sentences
from workbench.text.words import words

_AROUND = 64
"""So many code points on either side say where a character ends: no family of pictures is longer."""


class Unit(Enum):
    """By what a border moves."""

    CHARACTER = "character"
    WORD = "word"
    SENTENCE = "sentence"


class Border(Enum):
    """Which border of a stretch moves."""

    START = "start"
    END = "end"


class Steps:
    """The places of one text where words and sentences begin and end; they are looked for when first asked for."""

    def __init__(self, text: str, language: str = "en") -> None:
        self.text, self._language = text, language
        self._words: tuple[list[int], list[int]] | None = None
        self._sentences: tuple[list[int], list[int]] | None = None

    def word_at(self, position: int) -> Span | None:
        """The word that holds a position, or the nearest one after it, or before it; `None` in a text without words."""
        starts, ends = self._of(Unit.WORD)
        if not starts:
            return None
        number = min(bisect_left(ends, position + 1), len(ends) - 1)
        if number and ends[number - 1] == position and starts[number] > position:
            number -= 1  # the caret stands right behind a word
        return Span(starts[number], ends[number])

    def moved(self, span: Span, border: Border, unit: Unit, by: int) -> Span:
        """`span` with one border moved a step on (`by` 1) or back (-1); as it is where there is no such step.

        A stretch keeps one character at least.
        """
        if border is Border.END:
            end = self._next(span.end, unit, by, ends=True)
            return Span(span.start, end) if end is not None and end > span.start else span
        start = self._next(span.start, unit, by, ends=False)
        return Span(start, span.end) if start is not None and start < span.end else span

    def words_in(self, span: Span) -> int:
        """How many words a stretch touches."""
        starts, ends = self._of(Unit.WORD)
        return max(0, bisect_left(starts, span.end) - bisect_right(ends, span.start))

    def _next(self, position: int, unit: Unit, by: int, *, ends: bool) -> int | None:
        if unit is Unit.CHARACTER:
            return self._next_character(position, by)
        places = self._of(unit)[1 if ends else 0]
        return _beyond(places, position, by)

    def _next_character(self, position: int, by: int) -> int | None:
        """The next border between characters as a reader sees them: marks and the parts of a picture stay together."""
        if not 0 <= position + by <= len(self.text):
            return None
        first = max(0, position - _AROUND)
        near = self.text[first : position + _AROUND]
        units, finder = Utf16Map(near), QTextBoundaryFinder(QTextBoundaryFinder.BoundaryType.Grapheme, near)
        finder.setPosition(units.to_qt(position - first))
        at = finder.toNextBoundary() if by > 0 else finder.toPreviousBoundary()
        return first + units.from_qt(at) if at >= 0 else None

    def _of(self, unit: Unit) -> tuple[list[int], list[int]]:
        """Where the words, or the sentences, begin and where they end."""
        if unit is Unit.WORD:
            if self._words is None:
                found = words(self.text)
                self._words = [word.start for word in found], [word.end for word in found]
            return self._words
        if self._sentences is None:
            spans = sentences(self.text, self._language)
            self._sentences = [span.start for span in spans], [span.end for span in spans]
        return self._sentences


def _beyond(places: Sequence[int], position: int, by: int) -> int | None:
    """The next of some places after a position, or the last one before it."""
    if by > 0:
        number = bisect_right(places, position)
        return places[number] if number < len(places) else None
    number = bisect_left(places, position)
    return places[number - 1] if number else None
