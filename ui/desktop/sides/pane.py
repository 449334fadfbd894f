"""One article as it is read: whole, as plain text, its passage set off and its edits marked."""

from collections.abc import Sequence

from PySide6.QtCore import QMimeData, QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QTextCursor
from PySide6.QtWidgets import QTextEdit, QWidget

from ui.desktop.sides.dressing import Dressing
from ui.desktop.sides.geometry import Geometry
from ui.desktop.sides.lazy_text import LazyText
from ui.desktop.sides.page import Page
from ui.desktop.sides.pane_paint import Mark, PanePainter
from ui.desktop.sides.pane_spans import PaneSpan
from ui.desktop.theme import Themes
from workbench.spans import Span

__all__ = ["Mark", "Pane"]

_READ = 0.3
"""How far down a stretch stands that is brought into view."""


class Pane(LazyText):
    """Shows one article. Text goes in character by character, never as markup."""

    fold_asked = Signal(int)
    """A person wants to see what is folded into the block of that number."""

    def __init__(self, themes: Themes, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._themes = themes
        self._page = Page("", (), Span(0, 0))
        self._marks: tuple[Mark, ...] = ()
        self._spans: tuple[PaneSpan, ...] = ()
        self._shared: tuple[Span, ...] = ()
        self._current, self._scale = -1, 1.0
        self._dressing = Dressing(self._page, (), 1.0, themes)
        self._geometry = Geometry(self.blocks, self._page)

    # What is shown

    @property
    def page(self) -> Page:
        """The article as it is laid out."""
        return self._page

    def show_page(self, page: Page, passage: Span, marks: Sequence[Mark], scale: float) -> None:
        """Show an article with its edits, none of them current, the caret at the passage."""
        self._page, self._marks, self._scale = page, tuple(marks), scale
        self._current, self._spans, self._shared = -1, (), ()
        self._dressing = Dressing(page, self._marks, scale, self._themes)
        self._geometry = Geometry(self.blocks, page)
        self._holding = True
        self.setExtraSelections([])
        self.blocks.load((), self._dressing.formats)
        self.setPlainText("\n".join(page.shown(number) for number in range(len(page.blocks))))
        self.blocks.load(self._dressing.shapes(), self._dressing.formats, self._dressing.measure)
        place = page.to_document(passage.start)
        self.setTextCursor(self._cursor(place, place))
        self._holding = False
        self._kept = (0, 0.0)
        self.settler(False)

    def set_current(self, number: int) -> None:
        """Make a mark the current one, -1 for none."""
        self._current = number
        selections = []
        if 0 <= number < len(self._marks):
            for start, end in self._page.ranges(self._marks[number].span):
                selection = QTextEdit.ExtraSelection()
                selection.cursor = self._cursor(start, end)
                selection.format.setBackground(self._themes.colour("current_ground"))
                selections.append(selection)
        self.setExtraSelections(selections)
        self.viewport().update()

    def show_spans(self, spans: Sequence[PaneSpan]) -> None:
        """Mark stretches of the article beneath the text, until others are shown or another article is."""
        self._spans = tuple(spans)
        self.viewport().update()

    def show_shared(self, spans: Sequence[Span]) -> None:
        """Mark the passages of other families at the margin."""
        self._shared = tuple(spans)
        self.viewport().update()

    # Caret and selection, in code points of the article's text

    def caret_position(self) -> int:
        """Where the caret stands, in code points of the article's text."""
        return self._page.from_document(self.textCursor().position())

    def set_caret(self, position: int) -> None:
        """Put the caret before a character of the article's text, in view."""
        place = self._page.to_document(position)
        self.setTextCursor(self._cursor(place, place))
        self.ensureCursorVisible()

    def selection(self) -> Span:
        """The stretch of the article's text that is selected; an empty one where the caret stands."""
        cursor = self.textCursor()
        return self._page.span_between(cursor.selectionStart(), cursor.selectionEnd())

    def reveal(self, span: Span) -> None:
        """Select a stretch of the article's text and bring it into view, a third down."""
        self._holding = True
        self.setTextCursor(self._cursor(self._page.to_document(span.start), self._page.to_document(span.end)))
        self._holding = False
        self.look_at(span.start)

    def look_at(self, position: int, share: float = _READ) -> None:
        """Scroll to where a position of the text stands at a share of the height of the pane."""
        rects = self._geometry.rects(Span(position, position))
        if rects:
            self.scroll_to(rects[0].top() - share * self.room)

    def eye_position(self) -> int:
        """Where the block begins that one looks at."""
        return self._page.blocks[self.eye_block()].span.start if self._page.blocks else 0

    # Where things stand, in pixels of the document

    @property
    def places(self) -> Geometry:
        """Where stretches of the text stand."""
        return self._geometry

    def text_top(self, position: int) -> float:
        """The height at which the block that begins at a position of the text, or the next one, begins."""
        number = self._page.block_from(position)
        tops = self.blocks.tops
        return tops[number if number is not None else -1] if tops else 0.0

    def mark_rect(self, number: int) -> QRectF:
        """Where a mark stands in the document; empty when there is none of that number."""
        if not 0 <= number < len(self._marks):
            return QRectF()
        rects = self._geometry.rects(self._marks[number].span)
        whole = rects[0] if rects else QRectF()
        for rect in rects[1:]:
            whole = whole.united(rect)
        return whole

    def marks_between(self, top: float, bottom: float) -> list[int]:
        """The marks in the blocks that show between two heights."""
        return self._dressing.marks_in(self.blocks.numbers_between(top, bottom))

    def _cursor(self, start: int, end: int) -> QTextCursor:
        cursor = QTextCursor(self.document())
        cursor.setPosition(start)
        cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        return cursor

    # What a person does

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Return unfolds what the caret stands on."""
        number = self.textCursor().blockNumber()
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self._is_folded(number):
            self.fold_asked.emit(number)
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click unfolds what it falls on."""
        super().mouseReleaseEvent(event)
        number = self.cursorForPosition(event.position().toPoint()).blockNumber()
        if not self.textCursor().hasSelection() and self._is_folded(number):
            self.fold_asked.emit(number)

    def _is_folded(self, number: int) -> bool:
        return number < len(self._page.blocks) and bool(self._page.blocks[number].folded)

    def createMimeDataFromSelection(self) -> QMimeData:
        """Copy what the article says, to the letter."""
        copied = QMimeData()
        copied.setText(self.selection().of(self._page.text))
        return copied

    # Painting

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint grounds below the text, and places, tags and the box of the current edit above it."""
        top = self.offset
        shown = QRectF(event.rect()).translated(0, top)
        around = PanePainter(self.blocks, self._page, self._themes, self._scale, self.viewport().width())
        painter = self._painter(top)
        around.grounds(painter, shown)
        around.margins(painter, self._shared, shown)
        painter.end()
        super().paintEvent(event)
        painter = self._painter(top)
        around.tags(painter, self._spans, QRectF(0, top, self.viewport().width(), self.room))
        around.places(painter, self._marks, self.marks_between(shown.top(), shown.bottom()), self._current)
        if 0 <= self._current < len(self._marks):
            around.current(painter, self._marks[self._current])
        painter.end()

    def _painter(self, top: int) -> QPainter:
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.translate(0, -top)
        return painter
