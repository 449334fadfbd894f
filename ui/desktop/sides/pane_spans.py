"""Stretches of an article that are marked beneath the text: tags on any span, and what a person is choosing."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QPainter, QPen

from workbench.spans import Span

_THIN, _THICK = 1.5, 3.0


@dataclass(frozen=True, slots=True)
class PaneSpan:
    """A stretch of the article's text, in code points, and the colour it is marked with; a strong one is thicker."""

    span: Span
    colour: QColor
    strong: bool = False


def paint_span(painter: QPainter, span: PaneSpan, lines: Sequence[QRectF], edge: float) -> None:
    """Paint a line under each line of a span, and a mark at the margin `edge`, in pixels of the document."""
    if not lines:
        return
    painter.setPen(QPen(span.colour, _THICK if span.strong else _THIN))
    for rect in lines:
        low = rect.bottom() + (0.5 if span.strong else 0.0)
        painter.drawLine(QPointF(rect.left(), low), QPointF(rect.right(), low))
    top, bottom = lines[0].top(), lines[-1].bottom()
    painter.fillRect(QRectF(edge, top, _THICK if span.strong else _THIN, bottom - top), span.colour)
