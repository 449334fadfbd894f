"""The bar of buttons below the menus."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QToolBar, QToolButton

_WORDED, _BARE = Qt.ToolButtonStyle.ToolButtonTextBesideIcon, Qt.ToolButtonStyle.ToolButtonIconOnly
_LETTERS = frozenset({QEvent.Type.FontChange, QEvent.Type.StyleChange})


class Tools(QToolBar):
    """Buttons with words beside their icons, as long as all of them fit; without, before any would be hidden."""

    def __init__(self, title: str) -> None:
        super().__init__(title)
        self._worded: list[QToolButton] = []
        self._bare = False
        self._needed = 0

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show words, or leave them out."""
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        """Letters of another size need another width."""
        super().changeEvent(event)
        if event.type() in _LETTERS and self._bare:
            self._show_words(True)
            self._fit()

    def _fit(self) -> None:
        if not self._bare:
            self._worded = [one for one in self.findChildren(QToolButton) if one.toolButtonStyle() is _WORDED]
            self._needed = self.sizeHint().width()
        fits = self._needed <= self.width()
        if fits is self._bare:
            self._show_words(fits)

    def _show_words(self, shown: bool) -> None:
        self._bare = not shown
        for button in self._worded:
            button.setToolButtonStyle(_WORDED if shown else _BARE)
