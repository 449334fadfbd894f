"""What the painted rows have in common: grounds, chips, tag swatches, wrapped text with signs."""

from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from dataclasses import replace

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen, QTextCharFormat, QTextLayout, QTextOption
from PySide6.QtWidgets import QAbstractItemView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from ui.desktop import fonts
from ui.desktop.icons import paint_icon
from ui.desktop.sides.formats import sign_format
from ui.desktop.signs import Piece
from ui.desktop.theme import Themes
from ui.desktop.utf16 import Utf16Map, displayed, qt_length
from workbench.model import Code

Index = QModelIndex | QPersistentModelIndex

_NARROWEST, _CHIP_ICON = 3.0, 12.0
_LAID = 100
"""So many texts that were laid out are kept at most; a view asks for one half a dozen times before it paints it."""
LEADING = 1.1
"""The distance of two lines of a painted text, in lines."""


def paint_selected(painter: QPainter, option: QStyleOptionViewItem, themes: Themes, edge_at: int | None = None) -> None:
    """The ground of a line that is selected, and its edge: where the line begins, or at the edge of the view."""
    if option.state & QStyle.StateFlag.State_Selected:
        painter.fillRect(option.rect, themes.colour("selected"))
        left = option.rect.left() if edge_at is None else edge_at
        edge = QRect(left, option.rect.top(), 3, option.rect.height())
        painter.fillRect(edge, themes.colour("selected_edge"))


class CardDelegate(QStyledItemDelegate):
    """A delegate that paints its rows on the theme's grounds; focus is a ring, the current row has a bar."""

    def __init__(self, themes: Themes, parent: QWidget) -> None:
        super().__init__(parent)
        self.themes = themes
        self.scale = 1.0
        self._view = parent
        self._laid: dict[tuple[Hashable, ...], QTextLayout] = {}

    def row_width(self, option: QStyleOptionViewItem) -> float:
        """How wide a row is: the view without its scroll bar."""
        view = self._view.viewport() if isinstance(self._view, QAbstractItemView) else self._view
        return float(option.rect.width() if option.rect.width() > 0 else view.width())

    def laid(self, words: Hashable, width: float, lay_out: Callable[[], QTextLayout]) -> QTextLayout:
        """Words as they were laid out for this width before, or laid out now; the same words are laid out once."""
        key = words, width, self.scale, fonts.interface_scale(), self.themes.theme.name, fonts.chosen_font()
        known = self._laid.get(key)
        if known is None:
            if len(self._laid) >= _LAID:
                self._laid.clear()
            known = self._laid[key] = lay_out()
        return known

    def paint_ground(self, painter: QPainter, option: QStyleOptionViewItem, *, ring: bool = True) -> None:
        """The ground of a row, its lower rule, and how it is selected and focused."""
        painter.setLayoutDirection(Qt.LayoutDirection.LeftToRight)  # a card is laid out so, whatever the window is
        area = QRectF(option.rect)
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        hovered = bool(option.state & QStyle.StateFlag.State_MouseOver)
        painter.fillRect(area, self.colour("selected" if selected else "hover" if hovered else "page"))
        painter.fillRect(QRectF(area.left(), area.bottom() - 1, area.width(), 1), self.colour("rule"))
        if selected:
            painter.fillRect(QRectF(area.left(), area.top(), 4, area.height() - 1), self.colour("selected_edge"))
        if ring and selected and option.state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(self.colour("focus"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(area.adjusted(1, 1, -1, -2))

    def colour(self, name: str) -> QColor:
        """A colour of the theme in use."""
        return self.themes.colour(name)

    def line(
        self, painter: QPainter, area: QRectF, text: str, colour: str, font: QFont, *, right: bool = False
    ) -> float:
        """One line of text, cut with an ellipsis where it is too long; returns how wide it came out."""
        metrics = QFontMetricsF(font)
        shown = metrics.elidedText(displayed(text), Qt.TextElideMode.ElideRight, area.width())
        painter.setFont(font)
        painter.setPen(self.colour(colour))
        side = Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
        painter.drawText(area, side | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine, shown)
        return metrics.horizontalAdvance(shown)


def chip(painter: QPainter, at: QPointF, text: str, themes: Themes, *, ground: str, ink: str, icon: str = "") -> float:
    """A word in a small rounded field, an icon before it, its upper left corner `at`; returns how wide it is."""
    font = fonts.interface_font(0.86)
    metrics, icon_size = QFontMetricsF(font), _CHIP_ICON * fonts.interface_scale()
    left = icon_size + 6 if icon else 6.0
    area = QRectF(at.x(), at.y(), metrics.horizontalAdvance(text) + left + 6, chip_height())
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(themes.colour(ground))
    painter.drawRoundedRect(area, 3, 3)
    if icon:
        top = area.center().y() - icon_size / 2
        paint_icon(painter, icon, QRectF(area.left() + 3, top, icon_size, icon_size), themes.colour(ink))
    painter.setPen(themes.colour(ink))
    painter.setFont(font)
    painter.drawText(area.adjusted(left, 0, 0, 0), Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, text)
    return area.width()


def chip_width(text: str, *, icon: bool = False) -> float:
    """How wide a chip will be."""
    beside = _CHIP_ICON * fonts.interface_scale() + 12 if icon else 12
    return QFontMetricsF(fonts.interface_font(0.86)).horizontalAdvance(text) + beside


def chip_height() -> float:
    """How high a chip is."""
    return QFontMetricsF(fonts.interface_font(0.86)).height() + 2


def code_chips(painter: QPainter, at: QPointF, width: float, codes: Iterable[Code], themes: Themes) -> float:
    """The names of codes with a swatch of their colour, as many as there is room for; returns how wide they are."""
    x, font = at.x(), fonts.interface_font(0.86)
    metrics = QFontMetricsF(font)
    painter.setFont(font)
    for code in codes:
        needed = metrics.horizontalAdvance(code.name) + 22
        if x + needed > at.x() + width:
            painter.setPen(themes.colour("muted"))
            painter.drawText(QPointF(x, at.y() + metrics.ascent() + 1), "…")
            return x + metrics.horizontalAdvance("…") + 6 - at.x()
        area = QRectF(x, at.y(), needed, metrics.height() + 2)
        painter.setPen(QPen(themes.colour("strong_rule"), 1))
        painter.setBrush(themes.colour("page"))
        painter.drawRoundedRect(area.adjusted(0.5, 0.5, -0.5, -0.5), 3, 3)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(code.colour))
        painter.drawRoundedRect(QRectF(x + 4, area.center().y() - 4, 8, 8), 2, 2)
        painter.setPen(themes.colour("text"))
        painter.drawText(
            area.adjusted(16, 0, 0, 0), Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, code.name
        )
        x += needed + 4
    return x - at.x()


def wrapped(text: str, font: QFont, width: float, most: int) -> QTextLayout:
    """Plain text laid out in at most `most` lines, the last one ending in an ellipsis when there is more."""
    layout = lay_out(QTextLayout(displayed(text), font), width, most)
    if not is_cut(layout):
        return layout
    units = Utf16Map(layout.text())
    last = units.from_qt(layout.lineAt(layout.lineCount() - 1).textStart())
    rest = QFontMetricsF(font).elidedText(layout.text()[last:], Qt.TextElideMode.ElideRight, width)
    return lay_out(QTextLayout(layout.text()[:last] + rest, font), width, most)


def pieces_layout(
    pieces: Sequence[Piece], font: QFont, width: float, most: int, themes: Themes, current: int = -1
) -> QTextLayout:
    """A rendering with its signs laid out in at most `most` lines; the pieces of edit `current` are set off."""
    shown = list(_first(pieces, int(most * width / _NARROWEST)))
    layout = QTextLayout("".join(displayed(piece.text) for piece in shown), font)
    formats, position = [], 0
    for piece in shown:
        length = qt_length(piece.text)
        letters = sign_format(piece.sign, themes)
        if piece.edit >= 0 and piece.edit == current:
            letters = QTextCharFormat(letters)
            letters.setBackground(themes.colour("current_ground"))
        formats.append(_format_range(position, length, letters))
        position += length
    layout.setFormats(formats)
    return lay_out(layout, width, most)


def _first(pieces: Sequence[Piece], characters: int) -> Iterator[Piece]:
    """As many pieces as can be seen: laying out a long passage for its first lines would take long."""
    for piece in pieces:
        if characters <= 0:
            return
        yield replace(piece, text=piece.text[:characters])
        characters -= len(piece.text)


def _format_range(start: int, length: int, letters: QTextCharFormat) -> QTextLayout.FormatRange:
    found = QTextLayout.FormatRange()
    found.start, found.length, found.format = start, length, letters
    return found


def lay_out(layout: QTextLayout, width: float, most: int) -> QTextLayout:
    """Break a text into lines of `width`, at most `most` of them."""
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    layout.setCacheEnabled(True)
    leading, y = QFontMetricsF(layout.font()).lineSpacing() * LEADING, 0.0
    layout.beginLayout()
    for _ in range(most):
        line = layout.createLine()
        if not line.isValid():
            break
        line.setLineWidth(max(10.0, width))
        line.setPosition(QPointF(0, y))
        y += leading
    layout.endLayout()
    return layout


def layout_height(layout: QTextLayout) -> float:
    """How high a laid out text is."""
    return layout.lineCount() * QFontMetricsF(layout.font()).lineSpacing() * LEADING


def is_cut(layout: QTextLayout) -> bool:
    """Whether text is left that did not fit the lines."""
    last = layout.lineAt(layout.lineCount() - 1) if layout.lineCount() else None
    return last is not None and last.textStart() + last.textLength() < qt_length(layout.text())


def size(width: float, height: float) -> QSize:
    """A size in whole pixels, rounded up."""
    return QSize(int(width), int(height + 0.999))
