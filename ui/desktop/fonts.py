"""Fonts: those in resources/fonts where they are, else what the system has."""

from PySide6.QtCore import QSettings
from PySide6.QtGui import QFont, QFontDatabase, QFontMetricsF
from PySide6.QtWidgets import QApplication

from workbench.resources import RESOURCES

INTERFACE_FAMILIES = ["Noto Sans", "Segoe UI", "SF Pro Text", "DejaVu Sans"]
READING_FAMILIES = ["Noto Serif", "Georgia", "DejaVu Serif"]
INTERFACE_SIZE = 9.5
READING_SIZE = 11.0
KEPT_FONT = "reading_font"
"""The setting that remembers the font of articles."""
LETTERS = 90
"""So many letters a line of text has at most: the eye loses its place in a longer one."""
_SAMPLE = "the rest of it was said in the same words"
_ADDED = "variorum_fonts"
_CHOSEN = "variorum_reading_font"
_SCALE = "variorum_interface_scale"


def add_fonts(app: QApplication) -> None:
    """Make the program's own fonts known, once, and use them for the interface."""
    if app.property(_ADDED):
        return
    for path in sorted((RESOURCES / "fonts").rglob("*.[to]tf")):
        QFontDatabase.addApplicationFont(str(path))
    app.setFont(interface_font())
    app.setProperty(_ADDED, True)


def interface_font(scale: float = 1.0, *, bold: bool = False) -> QFont:
    """The font of lists, buttons and headers, in the size that a person wants them in."""
    return _font(INTERFACE_FAMILIES, INTERFACE_SIZE * scale * interface_scale(), bold=bold)


def fitted_font(scale: float, *, bold: bool = False) -> QFont:
    """The font of a letter in a sign, which is as large as the sign and no larger."""
    return _font(INTERFACE_FAMILIES, INTERFACE_SIZE * scale, bold=bold)


def interface_scale() -> float:
    """How much larger than normal everything beside article text is written."""
    app = QApplication.instance()
    return float(app.property(_SCALE) or 1.0) if app else 1.0


def choose_interface_scale(app: QApplication, scale: float) -> None:
    """Write everything beside article text larger or smaller from now on."""
    if scale != interface_scale():
        app.setProperty(_SCALE, scale)
        app.setFont(interface_font())


def reading_font(scale: float = 1.0, *, bold: bool = False) -> QFont:
    """The font of article text."""
    families = [*filter(None, (chosen_font(),)), *READING_FAMILIES]
    return _font(families, READING_SIZE * scale, bold=bold)


def list_font(scale: float = 1.0, *, bold: bool = False) -> QFont:
    """The font of article text in lists, which grows with what stands beside it there."""
    return reading_font(scale * interface_scale(), bold=bold)


def measure(font: QFont) -> float:
    """How wide a line of text is at most that reads well, in pixels."""
    return QFontMetricsF(font).horizontalAdvance(_SAMPLE) / len(_SAMPLE) * LETTERS


def chosen_font() -> str:
    """The family that a person chose for article text; empty for the program's own."""
    app = QApplication.instance()
    return str(app.property(_CHOSEN) or "") if app else ""


def choose_font(app: QApplication, family: str) -> None:
    """Use a family for article text from now on, where the system has it; empty for the program's own."""
    app.setProperty(_CHOSEN, family if family and family in QFontDatabase.families() else "")


def restore_font(settings: QSettings) -> None:
    """Use the font that was chosen before, as long as the system has it."""
    app = QApplication.instance()
    if isinstance(app, QApplication):
        choose_font(app, str(settings.value(KEPT_FONT, "") or ""))


def _font(families: list[str], size: float, *, bold: bool) -> QFont:
    font = QFont(families)
    font.setPointSizeF(size)
    if bold:
        font.setWeight(QFont.Weight.DemiBold)
    return font
