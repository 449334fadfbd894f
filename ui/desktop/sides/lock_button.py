"""The sign between the two heads that says whether both sides scroll together."""

from PySide6.QtCore import QSize
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QToolButton, QWidget

from ui.desktop.icons import icon
from ui.desktop.theme import Themes

_SIDE, _TOP = 28, 12


class LockButton(QToolButton):
    """A closed lock while both sides scroll together, an open one while each scrolls alone."""

    def __init__(self, themes: Themes, gutter: QWidget, width: int) -> None:
        super().__init__(gutter)
        self._themes = themes
        self.setIconSize(QSize(18, 18))
        self.setGeometry((width - _SIDE) // 2, _TOP, _SIDE, _SIDE)
        self.setAccessibleName("Scroll both sides together")
        themes.changed.connect(self._draw)

    def follow(self, action: QAction) -> None:
        """Stand for an action that can be on or off."""
        self.setDefaultAction(action)
        action.toggled.connect(self._draw)
        self._draw()

    def _draw(self) -> None:
        action = self.defaultAction()
        if action is not None:
            locked = action.isChecked()
            ink = self._themes.colour("muted" if locked else "accent")
            action.setIcon(icon("locked" if locked else "unlocked", ink, self._themes.colour("strong_rule")))
