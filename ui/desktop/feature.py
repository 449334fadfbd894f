"""A part of the window that brings actions of its own. The window joins them and knows no more of them."""

from collections.abc import Callable, Mapping
from functools import cached_property

from PySide6.QtCore import QObject, Signal

from ui.actions import Enabled

Handlers = Mapping[str, Callable[[], None]]
"""What to call for each action, by its id."""


class Feature(QObject):
    """Something one can do with the case; it says what its actions do, and when they can be taken."""

    can_changed = Signal()
    """`can` says something else than before."""

    def handlers(self) -> Handlers:
        """What to call for each of its actions."""
        return {}

    def can(self) -> Mapping[Enabled, bool]:
        """Which of its own conditions hold now; those of the window itself are not for it to say."""
        return {}


class LaterFeature(Feature):
    """A feature that is made when its action is taken for the first time, so that the window need not wait for it."""

    def __init__(self, action_id: str, make: Callable[[], Feature], parent: QObject) -> None:
        super().__init__(parent)
        self._action_id, self._make = action_id, make

    @cached_property
    def made(self) -> Feature:
        """The feature itself."""
        return self._make()

    def handlers(self) -> Handlers:
        """What to call for its action."""
        return {self._action_id: self._take}

    def _take(self) -> None:
        self.made.handlers()[self._action_id]()
