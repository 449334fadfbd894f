"""Choosing the font that articles are read in."""

from collections.abc import Iterator
from functools import partial

from PySide6.QtCore import QSettings
from PySide6.QtGui import QFontDatabase
from PySide6.QtWidgets import QWidget

from ui.desktop.fonts import KEPT_FONT, READING_FAMILIES, chosen_font, restore_font
from ui.desktop.picker import Choice, Picker
from ui.desktop.theme import Themes


class FontPicker(Picker):
    """Every font of the system that has letters of its own; the program's own comes first."""

    def __init__(self, themes: Themes, settings: QSettings, parent: QWidget) -> None:
        self._themes, self._settings = themes, settings
        super().__init__("Font of the articles", "Choose the font of the articles", self._choices(), parent)

    def _choices(self) -> Iterator[Choice]:
        now = chosen_font()
        yield Choice(READING_FAMILIES[0], partial(self._choose, ""), "as it came" if now else "in use")
        for family in QFontDatabase.families():
            if family != READING_FAMILIES[0] and not QFontDatabase.isPrivateFamily(family):
                yield Choice(family, partial(self._choose, family), "in use" if family == now else "")

    def _choose(self, family: str) -> None:
        self._settings.setValue(KEPT_FONT, family)
        restore_font(self._settings)
        self._themes.changed.emit()  # whatever paints text paints it anew
