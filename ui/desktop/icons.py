"""Icons: drawings in resources/icons with `currentColor`, painted in whatever colour is asked for."""

from functools import cache

from PySide6.QtCore import QByteArray, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QIconEngine, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from workbench.model import LabelKind
from workbench.resources import RESOURCES


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


class _Drawing(QIconEngine):
    """Paints an icon when it is shown, in the size that is asked for."""

    def __init__(self, name: str, colour: QColor, disabled: QColor) -> None:
        super().__init__()
        self._name, self._colour, self._disabled = name, colour, disabled

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, state: QIcon.State) -> None:  # noqa: ARG002 - Qt hands it over
        """Paint the icon into `rect`."""
        paint_icon(painter, self._name, QRectF(rect), self._disabled if mode is QIcon.Mode.Disabled else self._colour)

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        """The icon on a transparent ground."""
        pixmap = QPixmap(size)
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        self.paint(painter, QRect(0, 0, size.width(), size.height()), mode, state)
        painter.end()
        return pixmap

    def clone(self) -> QIconEngine:
        """The same for another icon."""
        return _Drawing(self._name, self._colour, self._disabled)


def icon(name: str, colour: QColor, disabled: QColor) -> QIcon:
    """An icon for menus and buttons, sharp in every size."""
    return QIcon(_Drawing(name, colour, disabled))
