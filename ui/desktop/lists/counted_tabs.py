"""Tabs that say how much is listed in each, as long as there is room for all of it."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QStyleOptionTab, QTabBar

_SIDES = 14
"""What a tab keeps free at both sides of its words, in pixels."""
_BEFORE_COUNT = "  "


class CountedTabs(QTabBar):
    """In a narrow window names without numbers: whole names help more than numbers that nobody can read.

    Who listens to the tabs hears the numbers at any width.
    """

    def whole_width(self) -> int:
        """How wide all tabs are together with their numbers."""
        shown = filter(self.isTabVisible, range(self.count()))
        return sum(self.fontMetrics().horizontalAdvance(self.tabText(number)) + _SIDES for number in shown)

    def initStyleOption(self, option: QStyleOptionTab, number: int) -> None:
        """Leave the number out where not all of them have room."""
        super().initStyleOption(option, number)
        if self.isVisible() and self.whole_width() > self.width():
            name, room = self.tabText(number).split(_BEFORE_COUNT)[0], option.rect.width() - _SIDES
            cut = 0 < room < self.fontMetrics().horizontalAdvance(name)
            option.text = self.fontMetrics().elidedText(name, Qt.TextElideMode.ElideRight, room) if cut else name
