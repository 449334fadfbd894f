"""Colours of the window, from resources/themes, as palette and style sheet; light, dark or as the system has it."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from string import Template

from PySide6.QtCore import QObject, QSettings, Qt, Signal
from PySide6.QtGui import QColor, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication

from ui.desktop.fonts import choose_interface_scale, interface_scale
from workbench.resources import RESOURCES, read_toml


class Scheme(StrEnum):
    """Which colours a person wants."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"


@dataclass(frozen=True)
class Theme:
    """One set of colours, by the names that stand in the theme's file."""

    name: str
    colours: Mapping[str, str]

    def colour(self, name: str) -> QColor:
        """The colour of that name; `KeyError` when the theme lacks it."""
        return QColor(self.colours[name])

    def palette(self) -> QPalette:
        """The colours as Qt's own widgets take them."""
        palette = QPalette()
        for role, name in _ROLES.items():
            palette.setColor(role, self.colour(name))
        for role in (QPalette.ColorRole.Text, QPalette.ColorRole.WindowText, QPalette.ColorRole.ButtonText):
            palette.setColor(QPalette.ColorGroup.Disabled, role, self.colour("strong_rule"))
        return palette

    def style_sheet(self, scale: float = 1.0) -> str:
        """The style sheet of the window in these colours, its letters so much larger than normal."""
        icons = (RESOURCES / "icons").as_posix()
        sheet = Template((RESOURCES / "themes" / "desktop.qss").read_text("utf-8"))
        written = sheet.substitute(self.colours, icons=icons, scheme=self.name)
        return re.sub(r"font-size: ([\d.]+)pt", lambda found: f"font-size: {float(found[1]) * scale:.4g}pt", written)


INTERFACE_SCALES = (0.85, 1.0, 1.15, 1.3, 1.5)
"""How large the letters beside article text can be, where 1 is normal."""
_KEPT_SCALE = "interface_scale"
_Role = QPalette.ColorRole
_ROLES = {
    _Role.Window: "window",
    _Role.WindowText: "text",
    _Role.Base: "page",
    _Role.AlternateBase: "panel",
    _Role.Text: "text",
    _Role.Button: "panel",
    _Role.ButtonText: "text",
    _Role.BrightText: "on_accent",
    _Role.Highlight: "selected",
    _Role.HighlightedText: "text",
    _Role.ToolTipBase: "panel",
    _Role.ToolTipText: "text",
    _Role.PlaceholderText: "faint",
    _Role.Link: "accent",
    _Role.Mid: "rule",
    _Role.Dark: "strong_rule",
    _Role.Light: "page",
}


def load_theme(name: str) -> Theme:
    """The theme `light` or `dark`."""
    return Theme(name, read_toml(f"themes/{name}.toml")["colours"])


class Themes(QObject):
    """The theme in use. Views ask it for colours when they paint, and repaint on `changed`."""

    changed = Signal()

    def __init__(self, settings: QSettings, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._settings = settings
        stored = str(settings.value("scheme", Scheme.SYSTEM.value))
        self._scheme = Scheme(stored) if stored in list(Scheme) else Scheme.SYSTEM
        self._theme = load_theme(self._name())
        self._write_in(settings.value(_KEPT_SCALE))
        QGuiApplication.styleHints().colorSchemeChanged.connect(self._apply)

    @property
    def scheme(self) -> Scheme:
        """What the person wants."""
        return self._scheme

    @property
    def theme(self) -> Theme:
        """The colours in use."""
        return self._theme

    def colour(self, name: str) -> QColor:
        """A colour of the theme in use."""
        return self._theme.colour(name)

    def choose(self, scheme: Scheme) -> None:
        """Use a scheme, now and from now on."""
        self._scheme = scheme
        self._settings.setValue("scheme", scheme.value)
        self._apply()

    def scale_interface(self, steps: int) -> None:
        """Write everything beside article text so many steps larger or smaller, now and from now on; 0 is normal."""
        at = INTERFACE_SCALES.index(interface_scale()) + steps if steps else INTERFACE_SCALES.index(1.0)
        wanted = INTERFACE_SCALES[min(len(INTERFACE_SCALES) - 1, max(0, at))]
        app = QApplication.instance()
        if wanted != interface_scale() and isinstance(app, QApplication):
            self._settings.setValue(_KEPT_SCALE, wanted)
            self._write_in(wanted)
            self.apply_to(app)
            self.changed.emit()

    def _write_in(self, scale: object) -> None:
        """Use a size of letters; one that was kept and makes no sense is normal."""
        app = QApplication.instance()
        known = {str(one): one for one in INTERFACE_SCALES}
        if isinstance(app, QApplication):
            choose_interface_scale(app, known.get(str(scale), 1.0))

    def apply_to(self, app: QApplication) -> None:
        """Give the application the colours in use; a style sheet is costly to set, so only one that differs is."""
        sheet = self._theme.style_sheet(interface_scale())
        if app.styleSheet() == sheet:
            return
        app.setStyle("Fusion")
        app.setPalette(self._theme.palette())
        app.setStyleSheet(sheet)

    def _apply(self) -> None:
        name = self._name()
        if name == self._theme.name:
            return
        self._theme = load_theme(name)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            self.apply_to(app)
        self.changed.emit()

    def _name(self) -> str:
        if self._scheme is not Scheme.SYSTEM:
            return self._scheme.value
        dark = QGuiApplication.styleHints().colorScheme() is Qt.ColorScheme.Dark
        return "dark" if dark else "light"
