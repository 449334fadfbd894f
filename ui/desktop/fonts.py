"""Fonts: those in resources/fonts where they are, else what the system has."""

from PySide6.QtGui import QFont, QFontDatabase
from PySide6.QtWidgets import QApplication

from workbench.resources import RESOURCES

INTERFACE_FAMILIES = ["Noto Sans", "Segoe UI", "SF Pro Text", "DejaVu Sans"]
READING_FAMILIES = ["Noto Serif", "Georgia", "DejaVu Serif"]
INTERFACE_SIZE = 9.5
READING_SIZE = 11.0
_ADDED = "variorum_fonts"


def add_fonts(app: QApplication) -> None:
    """Make the program's own fonts known, once, and use them for the interface."""
    if app.property(_ADDED):
        return
    for path in sorted((RESOURCES / "fonts").rglob("*.[to]tf")):
        QFontDatabase.addApplicationFont(str(path))
    app.setFont(interface_font())
    app.setProperty(_ADDED, True)


def interface_font(scale: float = 1.0, *, bold: bool = False) -> QFont:
    """The font of lists, buttons and headers."""
    return _font(INTERFACE_FAMILIES, INTERFACE_SIZE * scale, bold=bold)


def reading_font(scale: float = 1.0, *, bold: bool = False) -> QFont:
    """The font of article text."""
    return _font(READING_FAMILIES, READING_SIZE * scale, bold=bold)


def _font(families: list[str], size: float, *, bold: bool) -> QFont:
    font = QFont(families)
    font.setPointSizeF(size)
    if bold:
        font.setWeight(QFont.Weight.DemiBold)
    return font
