"""A panel beside what one works on: it grows with the window, until a person moves the border."""

from dataclasses import dataclass

from PySide6.QtCore import QSettings, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSplitter, QWidget


@dataclass(frozen=True, slots=True)
class Share:
    """How wide a panel is: `width` where there are `of` pixels for both, and so much of each pixel more or fewer."""

    width: int
    of: int
    growth: float
    most: int

    def at(self, whole: int) -> int:
        """The width of the panel where there are `whole` pixels for both."""
        return min(self.most, round(self.width + self.growth * (whole - self.of)))


LISTS = Share(304, 1280, 0.12, 420)
MARGIN = Share(292, 976, 0.16, 420)
"""What stands at the right of the middle; what lies at the left of the middle is no part of the whole."""


class Sided(QSplitter):
    """Two widgets beside each other, of which `panel` is as wide as its share says."""

    def __init__(self, share: Share, panel: QWidget, *widgets: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal)
        self.setChildrenCollapsible(False)
        self.setHandleWidth(1)
        self._share, self._first, self._moved = share, widgets[0] is panel, False
        for number, widget in enumerate(widgets):
            self.addWidget(widget)
            self.setStretchFactor(number, int(widget is not panel))
        self.splitterMoved.connect(self._keep_border)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share out another width."""
        super().resizeEvent(event)
        if not self._moved:
            panel = self._share.at(self.width())
            rest = max(1, self.width() - panel)
            self.setSizes([panel, rest] if self._first else [rest, panel])

    def keep(self, settings: QSettings, name: str) -> None:
        """Remember the border where a person moved it."""
        if self._moved:
            settings.setValue(name, self.saveState())

    def take_back(self, settings: QSettings, name: str) -> None:
        """Put the border where a person had moved it."""
        state = settings.value(name)
        self._moved = state is not None and self.restoreState(state)

    def _keep_border(self) -> None:
        self._moved = True
