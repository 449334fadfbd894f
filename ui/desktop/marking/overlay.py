"""What is drawn above a text without touching it: what is being marked, with its handles; matches; passages."""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from ui.desktop.marking.geometry import in_sight, line_rects, runs_leftward
from ui.desktop.marking.steps import Border
from ui.desktop.sides.pane import Pane
from ui.desktop.spoken import Role, speak_as
from ui.desktop.theme import Themes
from workbench.spans import Span

_KNOB = 5.0
_CHOSEN, _MATCH, _PASSAGE = 46, 70, 14
_EDGE = 3.0
_LANE, _ARC = 6.5, 13.0
"""Where in the margin the line of a move runs, and how high its arc rises."""


@dataclass(frozen=True, slots=True)
class Choice:
    """The stretch that is being marked, in one piece or around what is not marked in it, and the border that moves."""

    spans: tuple[Span, ...]
    border: Border


@dataclass(frozen=True, slots=True)
class Bracket:
    """A passage at the margin, with the sign that it has there and in the list beside the text."""

    span: Span
    sign: str
    current: bool = False


@dataclass(frozen=True, slots=True)
class Arrow:
    """From where a moved stretch was to where it stands, in the text."""

    away: Span
    here: Span
    current: bool = False


class SpanOverlay(QWidget):
    """A pane of glass above a text; the mouse goes through it, screen readers do not see it."""

    def __init__(self, pane: Pane, themes: Themes) -> None:
        super().__init__(pane)
        self._pane, self._themes = pane, themes
        self._choice: Choice | None = None
        self._matches: tuple[Span, ...] = ()
        self._match = -1
        self._brackets: tuple[Bracket, ...] = ()
        self._arrows: tuple[Arrow, ...] = ()
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        speak_as(self, Role.Graphic, "Marks over the text", "What is marked is said as it changes.")
        pane.viewport().installEventFilter(self)
        pane.moved.connect(self.update)
        themes.changed.connect(self.update)
        self._cover()

    def show_choice(self, choice: Choice | None) -> None:
        """Show what is being marked; nothing with `None`."""
        self._choice = choice
        self._renew()

    def show_matches(self, matches: Sequence[Span], current: int) -> None:
        """Show what was found, one of it current."""
        self._matches, self._match = tuple(matches), current
        self._renew()

    def show_brackets(self, brackets: Sequence[Bracket]) -> None:
        """Show passages at the margins."""
        self._brackets = tuple(brackets)
        self._renew()

    def show_arrows(self, arrows: Sequence[Arrow]) -> None:
        """Show from where to where stretches moved, at the left margin."""
        self._arrows = tuple(arrows)
        self._renew()

    def _renew(self) -> None:
        self.setVisible(bool(self._choice or self._matches or self._brackets or self._arrows))
        self._cover()
        self.raise_()
        self.update()

    def _cover(self) -> None:
        self.setGeometry(self._pane.viewport().geometry())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stay as large as the text."""
        if event.type() in (QEvent.Type.Resize, QEvent.Type.Move):
            self._cover()
        return super().eventFilter(watched, event)

    # Painting

    def paintEvent(self, _: QPaintEvent) -> None:
        """Paint what can be seen of all that is to be shown."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        shown = in_sight(self._pane)
        for bracket in self._brackets:
            if bracket.span.overlap(shown):
                self._paint_bracket(painter, bracket)
        first = bisect_left(self._matches, shown.start, key=lambda match: match.end)
        for number in range(first, bisect_left(self._matches, shown.end, key=lambda match: match.start)):
            self._paint_match(painter, self._matches[number], current=number == self._match)
        for arrow in self._arrows:
            self._paint_arrow(painter, arrow)
        if self._choice is not None:
            self._paint_choice(painter, self._choice)
        painter.end()

    def _wash(self, name: str, alpha: int) -> QColor:
        colour = self._themes.colour(name)
        colour.setAlpha(alpha)
        return colour

    def _paint_match(self, painter: QPainter, match: Span, *, current: bool) -> None:
        painter.setPen(QPen(self._themes.colour("current_edge"), 2.0 if current else 0.8))
        painter.setBrush(self._wash("current_ground" if not current else "focus", _MATCH if current else 40))
        for rect in line_rects(self._pane, match):
            painter.drawRoundedRect(rect.adjusted(-1, 0, 1, 0), 2, 2)

    def _paint_bracket(self, painter: QPainter, bracket: Bracket) -> None:
        rects = line_rects(self._pane, bracket.span)
        for rect in rects:
            painter.fillRect(rect, self._wash("passage_edge", _PASSAGE * (2 if bracket.current else 1)))
        if rects:
            edge = QRectF(0, rects[0].top(), _EDGE * (2 if bracket.current else 1), rects[-1].bottom() - rects[0].top())
            painter.fillRect(edge, self._ink("passage_edge"))

    def _paint_arrow(self, painter: QPainter, arrow: Arrow) -> None:
        """Within a line an arc above it, else a line along the margin; an arrowhead where the stretch came to."""
        ends = [next(iter(line_rects(self._pane, span)), None) for span in (arrow.away, arrow.here)]
        away, here = ends
        if away is None or here is None or max(away.bottom(), here.bottom()) < 0:
            return
        painter.setPen(QPen(self._ink("moved"), 2.2 if arrow.current else 1.3))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        if abs(away.center().y() - here.center().y()) < away.height() / 2:
            path = QPainterPath(QPointF(away.center().x(), away.top() + 2))
            tip, high = QPointF(here.center().x(), here.top() + 2), QPointF(0, _ARC)
            path.cubicTo(path.currentPosition() - high, tip - high, tip)
            painter.drawPath(path)
            head = [tip + QPointF(0, 1), tip + QPointF(-4, -6), tip + QPointF(4, -6)]
        else:
            start, end = away.center().y(), here.center().y()
            painter.drawPolyline([QPointF(14, start), QPointF(_LANE, start), QPointF(_LANE, end), QPointF(10, end)])
            head = [QPointF(16, end), QPointF(10, end - 4), QPointF(10, end + 4)]
        painter.setBrush(QBrush(self._ink("moved")))
        painter.drawPolygon(head)

    def _paint_choice(self, painter: QPainter, choice: Choice) -> None:
        rects = [rect for span in choice.spans for rect in line_rects(self._pane, span)]
        if not rects:
            return
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._wash("focus", _CHOSEN))
        for rect in rects:
            painter.drawRect(rect)
        leftward = runs_leftward(self._pane, choice.spans[0].start)
        for border, rect in ((Border.START, rects[0]), (Border.END, rects[-1])):
            at_left = (border is Border.START) is not leftward
            self._paint_handle(painter, rect, rect.left() if at_left else rect.right(), border, choice)

    def _paint_handle(self, painter: QPainter, at: QRectF, x: float, border: Border, choice: Choice) -> None:
        """A filled knob on a thick stem moves; the other border has an open square on a thin one."""
        active = border is choice.border
        painter.setPen(QPen(self._ink("focus"), 2.6 if active else 1.2))
        painter.drawLine(QPointF(x, at.top() + 1), QPointF(x, at.bottom()))
        knob = QPointF(x, at.bottom() + 2 if border is Border.END else at.top() - 1)
        painter.setBrush(self._ink("focus" if active else "page"))
        if active:
            painter.drawEllipse(knob, _KNOB, _KNOB)
        else:
            painter.drawRect(QRectF(knob.x() - 3, knob.y() - 3, 6, 6))

    def _ink(self, name: str) -> QColor:
        return self._themes.colour(name)
