"""How a collation is laid out: columns in bands, like the lines of a score, so that nothing is scrolled sideways.

Places are pixels, x from where the text begins (at the right in a text that runs from right to left), y from the top of
the whole score.
"""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QFontMetricsF, QTextLayout, QTextOption

from ui.desktop import fonts
from ui.desktop.collation.table import CollationColumn, CollationTable
from ui.desktop.utf16 import Utf16Map, displayed

GAP = 14.0
"""The room between two bands."""
STRIP = 9.0
"""How high the heat over the columns of a band is."""
PAD = 3.0
"""The room around the words of a cell."""
_ANYHOW = QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere
_WIDE = 0.6
_LINES = 400
_ABSENT = 18.0
"""The least width of a column, so that a mark for what is missing can be seen."""


class Words:
    """The words of cells, broken into lines, each text laid out once for all cells that have it."""

    def __init__(self, scale: float, *, leftward: bool) -> None:
        self.font = fonts.reading_font(0.95 * scale)
        self.metrics = QFontMetricsF(self.font)
        self.line_height = self.metrics.lineSpacing()
        self._way = Qt.LayoutDirection.RightToLeft if leftward else Qt.LayoutDirection.LeftToRight
        self._widths: dict[str, float] = {}
        self._layouts: dict[tuple[str, int], QTextLayout] = {}

    def width(self, text: str) -> float:
        """How wide a text is in one line."""
        if text not in self._widths:
            self._widths[text] = self.metrics.horizontalAdvance(displayed(text))
        return self._widths[text]

    def layout(self, text: str, width: float) -> QTextLayout:
        """A text in lines of that width."""
        key = text, round(width)
        if key not in self._layouts:
            mode = _ANYHOW if self.width(text) > width + 0.5 else QTextOption.WrapMode.NoWrap
            self._layouts[key] = self._lay_out(displayed(text), width, mode)
        return self._layouts[key]

    def fitting(self, text: str, width: float, *, anyhow: bool) -> int:
        """How many characters of a text fit a line, whole words only unless something has to be taken `anyhow`."""
        mode = _ANYHOW if anyhow else QTextOption.WrapMode.WordWrap
        layout = self._lay_out(displayed(text), width, mode, 1)
        line = layout.lineAt(0)  # which lives as long as its layout
        if not anyhow and line.naturalTextWidth() > width + 0.5:
            return 0
        return Utf16Map(text).from_qt(line.textLength())

    def _lay_out(self, text: str, width: float, mode: QTextOption.WrapMode, most: int = _LINES) -> QTextLayout:
        layout, option = QTextLayout(text, self.font), QTextOption()
        option.setWrapMode(mode)
        option.setTextDirection(self._way)
        layout.setTextOption(option)
        layout.setCacheEnabled(True)
        layout.beginLayout()
        for number in range(most if mode is not QTextOption.WrapMode.NoWrap else 1):
            line = layout.createLine()
            if not line.isValid():
                break
            line.setLineWidth(max(8.0, width))
            line.setPosition(QPointF(0, number * self.line_height))
        layout.endLayout()
        return layout


@dataclass(frozen=True, slots=True)
class Slot:
    """Where a column stands in a band. A column that flows has one in each band it goes through.

    `start` and `end` are the characters of its shared text that stand in it; `end` is -1 for the whole cell.
    """

    column: int
    x: float
    width: float
    start: int = 0
    end: int = -1

    def part(self, text: str) -> str:
        """What of a cell's text stands here."""
        return text if self.end < 0 else text[self.start : self.end].strip()


@dataclass(frozen=True, slots=True)
class Band:
    """One line of the score. `tops` are where its rows begin, with the end of the last."""

    top: float
    slots: tuple[Slot, ...]
    tops: tuple[float, ...]

    @property
    def bottom(self) -> float:
        """Where it ends."""
        return self.tops[-1]

    def row_at(self, y: float) -> int:
        """The row at a height; -1 above the first, the last below it."""
        return min(bisect_right(self.tops, y), len(self.tops) - 1) - 1


class Score:
    """A table in bands of one width."""

    def __init__(self, table: CollationTable, words: Words, room: float, least_row: float) -> None:
        self.table, self.words, self.room = table, words, max(60.0, room)
        self._least = max(least_row, words.line_height + 2 * PAD)
        self._space = words.width(" ")
        self.bands = tuple(self._stacked())
        self._tops = [band.top for band in self.bands]
        self._band_of: dict[int, int] = {}
        for number, band in enumerate(self.bands):
            for slot in band.slots:
                self._band_of.setdefault(slot.column, number)

    @property
    def height(self) -> float:
        """How high all bands are together."""
        return self.bands[-1].bottom + GAP if self.bands else 0.0

    def band_of(self, column: int) -> int:
        """The band in which a column begins."""
        return self._band_of.get(column, 0)

    def column_beyond(self, column: int, way: int) -> int:
        """The first column that begins in the next band, or in the one before; the same where there is none."""
        number = self.band_of(column) + way
        while 0 <= number < len(self.bands):
            begun = [slot.column for slot in self.bands[number].slots if self.band_of(slot.column) == number]
            if begun:
                return begun[0]
            number += way
        return column

    def bands_between(self, top: float, bottom: float) -> Sequence[Band]:
        """The bands of which anything stands between two heights."""
        first = max(0, bisect_right(self._tops, top) - 1)
        return self.bands[first : max(first, bisect_right(self._tops, bottom))]

    def slot_at(self, x: float, y: float) -> tuple[int, int] | None:
        """The row and column at a place, x as it is laid out; `None` where there is none."""
        for band in self.bands_between(y, y):
            row = band.row_at(y)
            slot = next((slot for slot in band.slots if slot.x - 4 <= x < slot.x + slot.width + 4), None)
            if slot is not None and row >= 0 and y < band.bottom:
                return row, slot.column
        return None

    # How it is laid out

    def _stacked(self) -> Iterator[Band]:
        top = 0.0
        for slots in self._lines():
            heights = [self._least] * len(self.table.rows)
            for slot in slots:
                self._make_room(heights, slot)
            tops = tuple(accumulate(heights, initial=top + STRIP))
            yield Band(top, tuple(slots), tops)
            top = tops[-1] + GAP

    def _make_room(self, heights: list[float], slot: Slot) -> None:
        """Let the rows be as high as what wraps in them."""
        column = self.table.columns[slot.column]
        if slot.end >= 0 or self._natural(column) <= slot.width:
            return
        for text, rows in column.readings:
            lines = self.words.layout(text, slot.width - 2 * PAD).lineCount()
            for row in rows if lines > 1 else ():
                heights[row] = max(heights[row], lines * self.words.line_height + 2 * PAD)

    def _natural(self, column: CollationColumn) -> float:
        widest = max(self.words.width(text) for text, _ in column.readings)
        return max(_ABSENT, widest + 2 * PAD + 1)

    def _lines(self) -> Iterator[list[Slot]]:
        line: list[Slot] = []
        for number, column in enumerate(self.table.columns):
            natural, x = self._natural(column), self._next_x(line)
            if column.flows and natural > self.room - x:
                *full, line = self._flowing(line, number, column)
                yield from full
                continue
            width = natural if natural <= self.room * _WIDE else min(self.room, max(self.room * _WIDE, natural / 4))
            if line and x + width > self.room:
                yield line
                line, x = [], 0.0
            line.append(Slot(number, x, width))
        if line:
            yield line

    def _next_x(self, line: Sequence[Slot]) -> float:
        if not line:
            return 0.0
        last = line[-1]
        return last.x + last.width + (self._space if self.table.columns[last.column].spaced else 1.0)

    def _flowing(self, line: list[Slot], number: int, column: CollationColumn) -> list[list[Slot]]:
        """The line begun and those that a column goes on in, the last one still open."""
        lines, text, start = [line], column.text, 0
        while start < len(text):
            x = self._next_x(lines[-1])
            room = self.room - x - 2 * PAD - 1
            taken = self.words.fitting(text[start:], room, anyhow=not lines[-1]) if room > _ABSENT else 0
            if taken:
                part = text[start : start + taken].strip()
                width = max(_ABSENT, self.words.width(part) + 2 * PAD + 1)
                lines[-1].append(Slot(number, x, width, start, start + taken))
                start += taken
            if start < len(text):
                lines.append([])
        return lines
