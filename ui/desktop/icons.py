"""Icons: drawings in resources/icons with `currentColor`, painted in whatever colour is asked for."""

from functools import cache

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from workbench.model import LabelKind
from workbench.resources import RESOURCES

_SIZES = (16, 18, 24, 32, 36, 48)


def label_icon(kind: LabelKind) -> str:
    """The name of the icon of a label."""
    return f"label-{kind.value}"


@cache
def _renderer(name: str, colour: str) -> QSvgRenderer:
    drawing = (RESOURCES / "icons" / f"{name}.svg").read_text("utf-8")
    return QSvgRenderer(QByteArray(drawing.replace("currentColor", colour).encode()))


def paint_icon(painter: QPainter, name: str, area: QRectF, colour: QColor) -> None:
    """Paint an icon into `area`."""
    _renderer(name, colour.name()).render(painter, area)


def _pixmap(name: str, colour: QColor, size: int) -> QPixmap:
    pixmap = QPixmap(QSize(size, size))
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    paint_icon(painter, name, QRectF(0, 0, size, size), colour)
    painter.end()
    return pixmap


def icon(name: str, colour: QColor, disabled: QColor) -> QIcon:
    """An icon for menus and buttons, in sizes up to what a screen of double density needs."""
    found = QIcon()
    for size in _SIZES:
        found.addPixmap(_pixmap(name, colour, size))
        found.addPixmap(_pixmap(name, disabled, size), QIcon.Mode.Disabled)
    return found
