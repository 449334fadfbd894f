"""One article as it is read: whole, as plain text, its passage set off and its edits marked."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import cast

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import (
    QBrush,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPen,
    QPolygonF,
    QTextBlockFormat,
    QTextCursor,
    QTextFrameFormat,
    QTextLine,
)
from PySide6.QtWidgets import QFrame, QTextEdit, QWidget

from ui.desktop.formats import PARAGRAPH_GAP, block_format, char_format, sign_format
from ui.desktop.page import Page
from ui.desktop.pane_spans import PaneSpan, paint_span
from ui.desktop.signs import Sign
from ui.desktop.theme import Themes
from ui.desktop.utf16 import displayed
from workbench.model import ZoneKind
from workbench.spans import Span

_MARGIN = 18
_BAR = 3.0


@dataclass(frozen=True, slots=True)
class Mark:
    """A stretch of the article that an edit touches; an empty one is where the other side has more."""

    span: Span
    sign: Sign


class Pane(QTextEdit):
    """Shows one article. Text goes in character by character, never as markup."""

    def __init__(self, themes: Themes, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._themes = themes
        self._page = Page("", (), Span(0, 0))
        self._passage = Span(0, 0)
        self._marks: tuple[Mark, ...] = ()
        self._spans: tuple[PaneSpan, ...] = ()
        self._current = -1
        self._scale = 1.0
        self._above, self._below = 0.0, 0.0
        self.setReadOnly(True)
        self.setAcceptRichText(False)
        self.setAcceptDrops(False)
        self.setUndoRedoEnabled(False)
        self.setTabChangesFocus(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.document().setDocumentMargin(0)

    @property
    def page(self) -> Page:
        """The article as it is laid out."""
        return self._page

    def show_page(self, page: Page, passage: Span, marks: Sequence[Mark], scale: float) -> None:
        """Show an article with its edits, none of them current."""
        self._page, self._passage, self._marks, self._scale = page, passage, tuple(marks), scale
        self._current, self._above, self._below, self._spans = -1, 0.0, 0.0, ()
        self.setExtraSelections([])
        self.document().clear()
        cursor = QTextCursor(self.document())
        cursor.beginEditBlock()
        for number, block in enumerate(page.blocks):
            layout, letters = self._block_format(number, 0.0), char_format(block, self._scale, self._themes)
            if number:
                cursor.insertBlock(layout, letters)
            else:
                cursor.setBlockFormat(layout)
                cursor.setBlockCharFormat(letters)
            cursor.insertText(displayed(block.span.of(page.text)), letters)
        for mark in marks:
            self._write_mark(cursor, mark)
        cursor.endEditBlock()
        cursor.setPosition(page.to_document(passage.start))
        self.setTextCursor(cursor)
        self._set_frame()

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

    def caret_position(self) -> int:
        """Where the caret stands, in code points of the article's text."""
        return self._page.from_document(self.textCursor().position())

    def set_caret(self, position: int) -> None:
        """Put the caret before a character of the article's text, in view."""
        self.setTextCursor(self._cursor(*[self._page.to_document(position)] * 2))
        self.ensureCursorVisible()

    # Keeping level with the other side

    def text_top(self, position: int) -> float:
        """The height, in the document, at which the block that begins at a position of the text begins."""
        number = self._page.block_from(position)
        block = self.document().lastBlock() if number is None else self.document().findBlockByNumber(number)
        self.document().documentLayout().blockBoundingRect(block)
        return block.layout().position().y()

    def text_height(self) -> float:
        """The height of the text, without what was added below it."""
        last = self.document().lastBlock()
        return self.document().documentLayout().blockBoundingRect(last).bottom()

    def set_spacing(self, position: int, extra: float) -> None:
        """Push the block that begins at a position of the text down by `extra`."""
        number = self._page.block_from(position)
        if number is not None:
            cursor = QTextCursor(self.document().findBlockByNumber(number))
            cursor.setBlockFormat(self._block_format(number, extra))

    def set_room(self, *, above: float = 0.0, below: float = 0.0) -> None:
        """Leave room above and below the text."""
        if abs(above - self._above) > 0.5 or abs(below - self._below) > 0.5:
            self._above, self._below = above, below
            self._set_frame()

    def mark_rect(self, number: int) -> QRectF:
        """Where a mark stands in the document; empty when there is none of that number."""
        if not 0 <= number < len(self._marks):
            return QRectF()
        rects = self._rects(self._marks[number].span)
        whole = rects[0] if rects else QRectF()
        for rect in rects[1:]:
            whole = whole.united(rect)
        return whole

    # Formats

    def _block_format(self, number: int, extra: float) -> QTextBlockFormat:
        return block_format(self._page.blocks, number, self._scale, extra)

    def _write_mark(self, cursor: QTextCursor, mark: Mark) -> None:
        letters = sign_format(mark.sign, self._themes)
        for start, end in self._page.ranges(mark.span):
            cursor.setPosition(start)
            cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
            cursor.mergeCharFormat(letters)

    def _set_frame(self) -> None:
        root, layout = self.document().rootFrame(), QTextFrameFormat()
        layout.setLeftMargin(_MARGIN)
        layout.setRightMargin(_MARGIN - 2)
        layout.setTopMargin(12 + self._above)
        layout.setBottomMargin(24 + self._below)
        root.setFrameFormat(layout)

    def _cursor(self, start: int, end: int) -> QTextCursor:
        cursor = QTextCursor(self.document())
        cursor.setPosition(start)
        cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        return cursor

    # Painting

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint grounds below the text and the box of the current edit above it."""
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.translate(0, -self.verticalScrollBar().value())
        shown = QRectF(event.rect()).translated(0, self.verticalScrollBar().value())
        self._paint_grounds(painter, shown)
        painter.end()
        super().paintEvent(event)
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.translate(0, -self.verticalScrollBar().value())
        for span in self._spans:
            paint_span(painter, span, self._rects(span.span), _MARGIN * 0.4)
        self._paint_places(painter)
        self._paint_current(painter)
        painter.end()

    def _paint_grounds(self, painter: QPainter, shown: QRectF) -> None:
        width, top, bottom = self.viewport().width(), None, 0.0
        for number, block in enumerate(self._page.blocks):
            if block.kind in (ZoneKind.FURNITURE, ZoneKind.COMMENTS):
                self._paint_quiet(painter, number, shown, block.kind)
            if block.passage:
                rect = self._block_rect(number)
                top, bottom = rect.top() if top is None else top, rect.bottom()
        if top is None:
            return
        pad = PARAGRAPH_GAP * self._scale * 0.45
        ground = QRectF(0, top - pad, width, bottom - top + 2 * pad)
        painter.fillRect(ground, self._themes.colour("passage_ground"))
        painter.fillRect(QRectF(0, ground.top(), _BAR, ground.height()), self._themes.colour("passage_edge"))

    def _paint_quiet(self, painter: QPainter, number: int, shown: QRectF, kind: ZoneKind) -> None:
        rect = self._block_rect(number)
        if not rect.intersects(shown):
            return
        area = QRectF(_MARGIN, rect.top() - 3, self.viewport().width() - 2 * _MARGIN + 6, rect.height() + 6)
        painter.fillRect(area, self._themes.colour("furniture_ground"))
        pen = QPen(self._themes.colour("strong_rule"), 1.5)
        pen.setStyle(Qt.PenStyle.DotLine if kind is ZoneKind.COMMENTS else Qt.PenStyle.SolidLine)
        painter.setPen(pen)
        painter.drawLine(QPointF(_MARGIN + 1, area.top()), QPointF(_MARGIN + 1, area.bottom()))

    def _paint_places(self, painter: QPainter) -> None:
        """A wedge where the other side has text that this one lacks."""
        for number, mark in enumerate(self._marks):
            if len(mark.span):
                continue
            rect = self._place_rect(mark.span.start)
            foot = QPointF(rect.left(), rect.bottom() - 1)
            name = "current_edge" if number == self._current else mark.sign.colour
            painter.setPen(QPen(self._themes.colour(name), 1.4))
            painter.setBrush(QBrush(self._themes.colour(name)))
            painter.drawPolygon(QPolygonF([foot, foot + QPointF(-3.5, 5), foot + QPointF(3.5, 5)]))
            painter.drawLine(QPointF(rect.left(), rect.top() + 2), foot)

    def _paint_current(self, painter: QPainter) -> None:
        if not 0 <= self._current < len(self._marks):
            return
        span = self._marks[self._current].span
        path = QPainterPath()
        for rect in self._rects(span):
            path.addRoundedRect(rect.adjusted(-1, 0, 1, 0) if len(span) else rect.adjusted(-5, -1, 5, 6), 3, 3)
        painter.setPen(QPen(self._themes.colour("current_edge"), 1.6))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPath(path.simplified())

    def _block_rect(self, number: int) -> QRectF:
        block = self.document().findBlockByNumber(number)
        rect = self.document().documentLayout().blockBoundingRect(block)
        top = block.layout().position().y()
        return QRectF(rect.left(), top, rect.width(), rect.bottom() - top)

    def _place_rect(self, position: int) -> QRectF:
        place = self._page.to_document(position)
        block = self.document().findBlock(place)
        self.document().documentLayout().blockBoundingRect(block)
        line = block.layout().lineForTextPosition(place - block.position())
        if not line.isValid():
            return QRectF(block.layout().position(), block.layout().position() + QPointF(0, 16))
        left = _x_of(line, place - block.position())
        return QRectF(left, line.y(), 0, line.height()).translated(block.layout().position())

    def _rects(self, span: Span) -> list[QRectF]:
        """The rectangles, one for each line, that a span covers; one without width for an empty span."""
        if not len(span):
            return [self._place_rect(span.start)]
        return [rect for start, end in self._page.ranges(span) for rect in self._line_rects(start, end)]

    def _line_rects(self, start: int, end: int) -> list[QRectF]:
        block = self.document().findBlock(start)
        self.document().documentLayout().blockBoundingRect(block)
        found, reached = [], start - block.position()
        while reached < end - block.position():
            line = block.layout().lineForTextPosition(reached)
            if not line.isValid():
                break
            until = min(end - block.position(), line.textStart() + line.textLength())
            left, right = _x_of(line, reached), _x_of(line, until)
            found.append(QRectF(left, line.y(), right - left, line.height()).translated(block.layout().position()))
            reached = until if until > reached else end
        return found


def _x_of(line: QTextLine, position: int) -> float:
    """Where in its line a character begins; Qt gives it with the position it corrected, or without."""
    x = cast("float | tuple[float, int]", line.cursorToX(position))
    return x[0] if isinstance(x, tuple) else x
