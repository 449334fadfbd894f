"""How things are shown, and help: colours, sizes, fonts, panels, keys, commands."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QWidget

from ui.desktop.commands import Commands
from ui.desktop.feature import Feature, Handlers
from ui.desktop.guide import GuideBar
from ui.desktop.keys import Keys
from ui.desktop.theme import Scheme, Themes
from ui.desktop.workspace import Workspace


class Showing(Feature):
    """What changes nothing in the case. `commands` gives the actions of the window, which are made after this."""

    def __init__(
        self,
        workspace: Workspace,
        themes: Themes,
        settings: QSettings,
        keys: Keys,
        guide: GuideBar,
        commands: Callable[[], Commands],
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self._panels, self._themes, self._settings = workspace, themes, settings
        self._keys, self._guide, self._commands, self._window = keys, guide, commands, window

    def handlers(self) -> Handlers:
        """What to call for each of its actions."""
        panels = self._panels
        return {
            "frame": panels.inspector.show_frame,
            "collapse": lambda: panels.comparison.collapse(self._commands()["collapse"].isChecked()),
            "lock": lambda: panels.comparison.lock(self._commands()["lock"].isChecked()),
            "room": lambda: panels.make_room(self._commands()["room"].isChecked()),
            "zoom_in": partial(panels.zoom, 1),
            "zoom_out": partial(panels.zoom, -1),
            "zoom_reset": partial(panels.zoom, 0),
            "interface_larger": partial(self._themes.scale_interface, 1),
            "interface_smaller": partial(self._themes.scale_interface, -1),
            "interface_normal": partial(self._themes.scale_interface, 0),
            "next_panel": partial(panels.step_panel, 1),
            "previous_panel": partial(panels.step_panel, -1),
            "palette": self._show_palette,
            "sheet": self._show_sheet,
            "guide": self._guide.begin,
            "font": self._choose_font,
            "keys": self._change_keys,
            **{f"theme_{scheme.value}": partial(self._choose_scheme, scheme) for scheme in Scheme},
        }

    def _choose_scheme(self, scheme: Scheme) -> None:
        self._themes.choose(scheme)
        self.can_changed.emit()

    def _show_palette(self) -> None:
        from ui.desktop.overlays import CommandPalette

        CommandPalette(self._commands().all(), self._window).show()

    def _show_sheet(self) -> None:
        from ui.desktop.overlays import ShortcutSheet

        ShortcutSheet(self._keys.actions, self._window).show()

    def _choose_font(self) -> None:
        from ui.desktop.font_picker import FontPicker

        FontPicker(self._themes, self._settings, self._window).show()

    def _change_keys(self) -> None:
        from ui.desktop.keys_dialog import KeysDialog

        KeysDialog(self._keys, self._window).open()
