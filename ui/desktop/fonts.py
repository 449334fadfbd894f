"""Fonts: those in resources/fonts where they are, else what the system has."""

from dataclasses import dataclass

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


@dataclass(slots=True)
class _InUse:
    """What is in use in the whole program: its own fonts, the family chosen for article text, the size of the rest."""

    added: bool = False
    reading: str = ""
    scale: float = 1.0


_in_use = _InUse()


def add_fonts(app: QApplication) -> None:
    """Make the program's own fonts known, once, and use them for the interface."""
    if _in_use.added:
        return
    for path in sorted((RESOURCES / "fonts").rglob("*.[to]tf")):
        QFontDatabase.addApplicationFont(str(path))
    app.setFont(interface_font())
    _in_use.added = True


def interface_font(scale: float = 1.0, *, bold: bool = False) -> QFont:
    """The font of lists, buttons and headers, in the size that a person wants them in."""
    return _font(INTERFACE_FAMILIES, INTERFACE_SIZE * scale * interface_scale(), bold=bold)


def fitted_font(scale: float, *, bold: bool = False) -> QFont:
    """The font of a letter in a sign, which is as large as the sign and no larger."""
    return _font(INTERFACE_FAMILIES, INTERFACE_SIZE * scale, bold=bold)


def interface_scale() -> float:
    """How much larger than normal everything beside article text is written."""
    return _in_use.scale


def choose_interface_scale(app: QApplication, scale: float) -> None:
    """Write everything beside article text larger or smaller from now on."""
    if scale != interface_scale():
        _in_use.scale = scale
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
    return _in_use.reading


def choose_font(family: str) -> None:
    """Use a family for article text from now on, where the system has it; empty for the program's own."""
    _in_use.reading = family if family and family in QFontDatabase.families() else ""


def restore_font(settings: QSettings) -> None:
    """Use the font that was chosen before, as long as the system has it."""
    choose_font(str(settings.value(KEPT_FONT, "") or ""))


def _font(families: list[str], size: float, *, bold: bool) -> QFont:
    font = QFont(families)
    font.setPointSizeF(size)
    if bold:
        font.setWeight(QFont.Weight.DemiBold)
    return font
