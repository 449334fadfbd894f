"""How the blocks of one article are dressed: room, letters, and the signs of the edits in them."""

from collections.abc import Iterable, Sequence

from PySide6.QtGui import QFontMetricsF, QTextCharFormat, QTextLayout

from ui.desktop import fonts
from ui.desktop.sides.formats import char_format, gap_before, indent, look, sign_format
from ui.desktop.sides.page import Page
from ui.desktop.sides.pane_paint import Mark
from ui.desktop.sides.shape import Shape
from ui.desktop.signs import Sign
from ui.desktop.theme import Themes
from ui.desktop.utf16 import qt_length

_SAMPLE = "the rest of it"
_LOSS = 1.06
"""Lines are not full: by how much more room a text takes than its letters need."""


class Dressing:
    """The looks of one page with its marks; blocks that look alike share their letters."""

    def __init__(self, page: Page, marks: Sequence[Mark], scale: float, themes: Themes) -> None:
        self._page, self._marks, self._scale, self._themes = page, marks, scale, themes
        self._letters: dict[object, QTextCharFormat] = {}
        self._marks_of = self._marks_by_block()

    @property
    def measure(self) -> float:
        """How wide a line is at most, in pixels."""
        return fonts.measure(fonts.reading_font(self._scale))

    def marks_in(self, numbers: Iterable[int]) -> list[int]:
        """The numbers of the marks that touch some blocks."""
        return list(dict.fromkeys(mark for number in numbers for mark in self._marks_of.get(number, ())))

    def shapes(self) -> list[Shape]:
        """What is known of each block before it is laid out."""
        shapes, blocks = [], self._page.blocks
        widths: dict[object, tuple[float, float]] = {}
        for number, block in enumerate(blocks):
            if look(block) not in widths:
                metrics = QFontMetricsF(self._letters_of(number).font())
                widths[look(block)] = metrics.horizontalAdvance(_SAMPLE) / len(_SAMPLE) * _LOSS, metrics.height()
            width, height = widths[look(block)]
            gap, letters = gap_before(blocks, number, self._scale), 1 if block.folded else len(block.span)
            shapes.append(Shape(gap, indent(block), letters, width, height))
        return shapes

    def formats(self, number: int) -> list[QTextLayout.FormatRange]:
        """The letters of a block, and the signs of the edits in it."""
        start = self._page.document_start(number)
        found = [_format_range(0, qt_length(self._page.shown(number)), self._letters_of(number))]
        for mark in (self._marks[k] for k in self._marks_of.get(number, ())):
            inner = Sign.REMOVED if mark.sign is Sign.AWAY else Sign.ADDED
            for span, sign in ((mark.span, mark.sign), *((span, inner) for span in mark.inside)):
                letters = sign_format(sign, self._themes)
                ranges = self._page.ranges_in(number, span)
                found += [_format_range(first - start, last - first, letters) for first, last in ranges]
        return found

    def _letters_of(self, number: int) -> QTextCharFormat:
        block = self._page.blocks[number]
        if look(block) not in self._letters:
            self._letters[look(block)] = char_format(block, self._scale, self._themes)
        return self._letters[look(block)]

    def _marks_by_block(self) -> dict[int, list[int]]:
        found: dict[int, list[int]] = {}
        for number, mark in enumerate(self._marks if self._page.blocks else ()):
            last = self._page.block_at(max(mark.span.start, mark.span.end - 1))
            for block in range(self._page.block_at(mark.span.start), last + 1):
                found.setdefault(block, []).append(number)
        return found


def _format_range(start: int, length: int, letters: QTextCharFormat) -> QTextLayout.FormatRange:
    found = QTextLayout.FormatRange()
    found.start, found.length, found.format = start, length, letters
    return found
