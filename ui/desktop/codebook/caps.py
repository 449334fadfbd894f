"""How a code is drawn: a key cap with its digit, underlined in its colour."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPen, QPixmap

from ui.desktop import fonts
from ui.desktop.theme import Themes
from workbench.model import Code

CAP = 18
"""How wide and high a cap is, in pixels of the screen."""
ICON_WIDTH = 22
_DENSITY = 2


def paint_cap(painter: QPainter, left: float, top: float, code: Code, themes: Themes) -> None:
    """Paint the cap of a code; one without a digit is all colour."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.translate(left, top)
    painter.setPen(QPen(themes.colour("strong_rule"), 1))
    painter.setBrush(themes.colour("page"))
    painter.drawRoundedRect(QRectF(0.5, 0.5, 17, 17), 3, 3)
    painter.setPen(QPen(themes.colour("strong_rule"), 0.5))
    painter.setBrush(QColor(code.colour))
    keyless = code.digit < 0
    painter.drawRoundedRect(QRectF(4, 4, 10, 10) if keyless else QRectF(2.5, 12.5, 13, 3.5), 1, 1)
    painter.setPen(themes.colour("text"))
    painter.setFont(fonts.fitted_font(0.88, bold=True))
    painter.drawText(QRectF(0, 0, 18, 13), Qt.AlignmentFlag.AlignCenter, "" if keyless else str(code.digit))
    painter.restore()


def cap_icon(code: Code, themes: Themes) -> QIcon:
    """The cap as the icon of a button."""
    pixmap = QPixmap(ICON_WIDTH * _DENSITY, CAP * _DENSITY)
    pixmap.setDevicePixelRatio(_DENSITY)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    paint_cap(painter, 1, 0, code, themes)
    painter.end()
    return QIcon(pixmap)


def spoken_code(path: str, code: Code) -> str:
    """A code as a screen reader says it."""
    return f"{path}, key {code.digit}" if code.digit >= 0 else path
