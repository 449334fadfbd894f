"""The gutter between the two sides: ribbons from each passage and each edit to where it stands on the other side."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import Enum

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QBrush, QColor, QLinearGradient, QPainter, QPainterPath, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.desktop.sides.pane import Pane
from ui.desktop.spoken import Role, speak_as
from ui.desktop.theme import Themes
from workbench.spans import Span

WIDTH = 40
_FAR = 1.5
"""Beyond so many views above and below what shows, ends of ribbons are guessed and not laid out."""
_LEAST = 2.0
_HEAD = 4.5


class Kind(Enum):
    """What a ribbon joins, in the order in which ribbons are painted."""

    SHARED = "shared"
    PASSAGE = "passage"
    EDIT = "edit"
    MOVE = "move"


_STRENGTH = {Kind.SHARED: (18, 80), Kind.PASSAGE: (26, 190), Kind.EDIT: (58, 130), Kind.MOVE: (70, 220)}
"""How opaque the ground and the edges of ribbons are, of 255."""


@dataclass(frozen=True, slots=True)
class Ribbon:
    """Two places that belong together; `colours` are names of the theme, one for each side.

    `edits` are the numbers of those that it stands for.
    """

    base: Span
    witness: Span
    kind: Kind
    colours: tuple[str, str]
    edits: tuple[int, ...] = ()


Ends = tuple[tuple[float, float], tuple[float, float]]


class Ribbons(QWidget):
    """Paints the ribbons that touch what shows. It tells nothing that the list of edits does not: it takes no focus."""

    def __init__(self, base: Pane, witness: Pane, themes: Themes) -> None:
        super().__init__()
        self._panes, self._themes = (base, witness), themes
        self._ribbons: tuple[Ribbon, ...] = ()
        self._near: tuple[tuple[list[int], list[Ribbon]], ...] = ()
        self._current = -1
        self.setObjectName("ribbons")
        self.setFixedWidth(WIDTH)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        what = "Join what belongs together. The list of edits says the same in words."
        speak_as(self, Role.Graphic, "Ribbons between the sides", what)
        for pane in self._panes:
            pane.moved.connect(self.update)

    def sizeHint(self) -> QSize:
        """As wide as ribbons need."""
        return QSize(WIDTH, 100)

    def show_ribbons(self, ribbons: Sequence[Ribbon]) -> None:
        """Show others."""
        self._ribbons, self._current = tuple(ribbons), -1
        edits = [ribbon for ribbon in ribbons if ribbon.kind is Kind.EDIT]
        sides = (sorted(edits, key=lambda r: r.base.start), sorted(edits, key=lambda r: r.witness.start))
        starts = [r.base.start for r in sides[0]], [r.witness.start for r in sides[1]]
        self._near = tuple(zip(starts, sides, strict=True))
        self.update()

    def set_current(self, number: int) -> None:
        """Emphasise the ribbon of an edit; -1 for none."""
        self._current = number
        self.update()

    def shown(self) -> list[tuple[Ribbon, Ends]]:
        """The ribbons that can be seen and where they end, in pixels of the gutter; the current edit's last."""
        found = []
        for ribbon in self._candidates():
            ends = self._end(0, ribbon.base), self._end(1, ribbon.witness)
            if min(ends[0][0], ends[1][0]) < self.height() and max(ends[0][1], ends[1][1]) > 0:
                found.append((ribbon, ends))
        return sorted(found, key=lambda pair: self._current in pair[0].edits)

    def _candidates(self) -> Iterator[Ribbon]:
        """All but the edits of which neither side is near what shows."""
        for kind in (Kind.SHARED, Kind.PASSAGE):
            yield from (ribbon for ribbon in self._ribbons if ribbon.kind is kind)
        near: dict[int, Ribbon] = {}
        for pane, (starts, ribbons) in zip(self._panes, self._near, strict=False):
            numbers = pane.blocks.numbers_between(pane.offset, pane.offset + pane.room)
            if len(numbers):
                blocks = pane.page.blocks
                first = bisect_left(starts, blocks[numbers[0]].span.start)
                last = bisect_left(starts, blocks[numbers[-1]].span.end)
                near.update((id(ribbon), ribbon) for ribbon in ribbons[max(0, first - 1) : last + 1])
        yield from near.values()
        yield from (ribbon for ribbon in self._ribbons if ribbon.kind is Kind.MOVE)

    def _end(self, side: int, span: Span) -> tuple[float, float]:
        """Where a ribbon ends on a side: exactly where it is near what shows."""
        pane = self._panes[side]
        down = self.mapFromGlobal(pane.viewport().mapToGlobal(QPointF(0, 0))).y() - pane.offset
        top, bottom = pane.places.extent(span)
        if self._is_near(pane, top):
            first = pane.places.place(span.start)
            top, bottom = first.top(), max(first.bottom(), bottom)
        if len(span) and self._is_near(pane, bottom):
            bottom = max(pane.places.place(span.end).bottom(), top)
        return top + down, bottom + down

    def _is_near(self, pane: Pane, y: float) -> bool:
        far = _FAR * pane.room
        return bool(pane.page.blocks) and pane.offset - far < y < pane.offset + pane.room + far

    # Painting

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the gutter: a head as the sides have, and the ribbons below it."""
        top = float(self.mapFromGlobal(self._panes[0].mapToGlobal(QPointF(0, 0))).y())
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._themes.colour("window"))
        painter.fillRect(QRectF(0, 0, self.width(), top), self._themes.colour("panel"))
        painter.fillRect(QRectF(0, top - 1, self.width(), 1), self._themes.colour("rule"))
        painter.setClipRect(QRectF(0, top, self.width(), self.height() - top))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for ribbon, ends in self.shown():
            self._paint(painter, ribbon, ends)
        painter.end()

    def _paint(self, painter: QPainter, ribbon: Ribbon, ends: Ends) -> None:
        current = self._current in ribbon.edits
        path = _band(_at_least(ends[0], _LEAST), _at_least(ends[1], _LEAST), self.width())
        ground, edge = _STRENGTH[ribbon.kind]
        painter.fillPath(path, self._brush(ribbon, 255 if current else ground, current=current, ground=True))
        painter.setPen(QPen(self._brush(ribbon, 255 if current else edge, current=current), 2.0 if current else 1.0))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        if ribbon.kind in (Kind.PASSAGE, Kind.SHARED):
            painter.drawPath(_curve(ends[0][0], ends[1][0], self.width()))
            painter.drawPath(_curve(ends[0][1], ends[1][1], self.width()))
        else:
            painter.drawPath(path)
        if ribbon.kind is Kind.MOVE:
            self._paint_head(painter, ends, self._themes.colour("current_edge" if current else ribbon.colours[1]))

    def _paint_head(self, painter: QPainter, ends: Ends, colour: QColor) -> None:
        """The head of an arrow: what moved came from the base and went to where the witness has it."""
        y, x = sum(ends[1]) / 2, self.width() - 1.0
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour)
        painter.drawPolygon(QPolygonF([QPointF(x, y), QPointF(x - 8, y - _HEAD), QPointF(x - 8, y + _HEAD)]))

    def _brush(self, ribbon: Ribbon, alpha: int, *, current: bool, ground: bool = False) -> QBrush:
        """From the colour of the base's side to that of the witness's; the current edit has its own."""
        if current:
            return QBrush(self._themes.colour("current_ground" if ground else "current_edge"))
        shades = QLinearGradient(0, 0, self.width(), 0)
        for place, name in zip((0.25, 0.75), ribbon.colours, strict=True):
            colour = self._themes.colour(name)
            colour.setAlpha(alpha)
            shades.setColorAt(place, colour)
        return QBrush(shades)


def _at_least(end: tuple[float, float], least: float) -> tuple[float, float]:
    middle = (end[0] + end[1]) / 2
    return (end[0], end[1]) if end[1] - end[0] >= least else (middle - least / 2, middle + least / 2)


def _curve(left: float, right: float, width: float) -> QPainterPath:
    path = QPainterPath(QPointF(0, left))
    path.cubicTo(QPointF(width / 2, left), QPointF(width / 2, right), QPointF(width, right))
    return path


def _band(left: tuple[float, float], right: tuple[float, float], width: float) -> QPainterPath:
    path = _curve(left[0], right[0], width)
    path.lineTo(QPointF(width, right[1]))
    path.cubicTo(QPointF(width / 2, right[1]), QPointF(width / 2, left[1]), QPointF(0, left[1]))
    path.closeSubpath()
    return path
