"""What people put on an article, shown with its text: lines beneath stretches, bars beside passages, caps of codes."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRect, QRectF
from PySide6.QtGui import QColor, QPainter, QPen

from ui.desktop.codebook.caps import CAP, paint_cap
from ui.desktop.icons import paint_icon
from ui.desktop.sides.article_layout import MARGIN
from ui.desktop.sides.geometry import Geometry
from ui.desktop.theme import Themes
from workbench.model import Code
from workbench.spans import Span

_THIN, _THICK = 1.5, 3.0
_LEFT = MARGIN * 0.6
_BAR, _EDGE = 3, 1
_SIGN = 13.0
"""How wide and high the sign of a code is, and that of a note: they stand in the margin at the right."""
_NEAR = 100.0
"""So many pixels beyond what can be seen places are exact: further away nothing need be laid out."""


@dataclass(frozen=True, slots=True)
class PaneSpan:
    """A stretch of the text, in code points and in one piece or more, and the colour it is marked with.

    A strong one has thicker lines; a whole passage has none, but a bar beside it. `codes` have their caps in the margin
    at the right, a note without a code has its sign there.
    """

    pieces: tuple[Span, ...]
    colour: QColor
    strong: bool = False
    passage: bool = False
    codes: tuple[Code, ...] = ()
    noted: bool = False

    @property
    def whole(self) -> Span:
        """From where it begins to where it ends."""
        return Span(self.pieces[0].start, self.pieces[-1].end)


class SpanPainter:
    """Paints such stretches in pixels of the document; `width` is that of the pane."""

    def __init__(self, geometry: Geometry, themes: Themes, width: float) -> None:
        self._geometry, self._themes, self._width = geometry, themes, width

    def paint(self, painter: QPainter, spans: Iterable[PaneSpan], shown: QRectF) -> None:
        """Paint what of some stretches can be seen, the signs of codes and notes above all bars."""
        near = shown.adjusted(0, -_NEAR, 0, _NEAR)
        signs = dict[tuple[int, Code | None], float]()
        for span in spans:
            top, bottom = self._geometry.extent(span.whole)
            if top >= near.bottom() or bottom <= near.top():
                continue
            line = self._paint_bar(painter, span, near) if span.passage else self._paint_lines(painter, span)
            if line is not None:
                wanted = (*span.codes, *((None,) if span.noted else ()))
                signs |= {(round(line.top()), sign): line.center().y() for sign in wanted}
        self._paint_signs(painter, signs)

    def _paint_signs(self, painter: QPainter, signs: Mapping[tuple[int, Code | None], float]) -> None:
        """Paint each sign beside its line, those of one line below one another; a line has each of them once."""
        reached = float("-inf")
        for (_, sign), middle in signs.items():
            top = round(max(middle - _SIGN / 2, reached + 1))  # letters are sharp on whole pixels
            reached = top + _SIGN
            self._paint_sign(painter, top, sign)

    def _paint_lines(self, painter: QPainter, span: PaneSpan) -> QRectF | None:
        """A line under each line of a stretch, and a mark at the left margin; where its first line is."""
        lines = [rect for piece in span.pieces for rect in self._geometry.rects(piece)]
        if not lines:
            return None
        thick = _THICK if span.strong else _THIN
        painter.setPen(QPen(span.colour, thick))
        for rect in lines:
            low = rect.bottom() + (0.5 if span.strong else 0.0)
            painter.drawLine(QPointF(rect.left(), low), QPointF(rect.right(), low))
        top, bottom = lines[0].top(), lines[-1].bottom()
        painter.fillRect(QRectF(_LEFT, top, thick, bottom - top), span.colour)
        return lines[0]

    def _paint_bar(self, painter: QPainter, span: PaneSpan, near: QRectF) -> QRectF | None:
        """A bar at the right edge beside a passage; where its first line is, while that is near."""
        whole = span.whole
        top, bottom = self._geometry.extent(whole)
        first = self._geometry.rects(Span(whole.start, whole.start + 1)) if top > near.top() else []
        last = self._geometry.rects(Span(whole.end - 1, whole.end)) if bottom < near.bottom() else []
        top = first[0].top() if first else max(top, near.top())
        bottom = last[-1].bottom() if last else min(bottom, near.bottom())
        painter.fillRect(QRect(int(self._width) - _BAR - _EDGE, int(top), _BAR, int(bottom - top)), span.colour)
        return first[0] if first else None

    def _paint_sign(self, painter: QPainter, top: float, code: Code | None) -> None:
        """The cap of a code, or the sign of a note."""
        area = QRectF(self._width - _BAR - _EDGE - _SIGN, top, _SIGN, _SIGN)
        if code is None:
            paint_icon(painter, "note", area.adjusted(1, 1, -1, -1), self._themes.colour("notice"))
            return
        painter.save()
        painter.translate(area.topLeft())
        painter.scale(_SIGN / CAP, _SIGN / CAP)
        paint_cap(painter, 0, 0, code, self._themes)
        painter.restore()
