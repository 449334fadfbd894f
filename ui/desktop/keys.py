"""The keys in force as the window has them: kept from one start to the next, and told to everything that shows them."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QSettings, Signal
from PySide6.QtGui import QKeySequence

from ui.actions import Action
from ui.actions.keymap import KeyMap, restored_keymap

_KEPT = "keys"


class Keys(QObject):
    """Which keys stand for which actions."""

    changed = Signal()
    """A key stands for something else."""

    def __init__(self, settings: QSettings, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._settings = settings
        self._map = restored_keymap(settings.value(_KEPT))

    @property
    def map(self) -> KeyMap:
        """The keys in force."""
        return self._map

    @property
    def actions(self) -> tuple[Action, ...]:
        """Every action with the keys that stand for it."""
        return self._map.actions

    def change(self, change: Callable[[KeyMap], KeyMap]) -> None:
        """Use other keys, now and from now on; raises `UserError`, and changes nothing, when a key is taken."""
        changed = change(self._map)
        if changed != self._map:
            self._map = changed
            self._settings.setValue(_KEPT, changed.kept())
            self.changed.emit()

    def shown(self, action_id: str) -> str:
        """The first key of an action as this system writes it; empty when it has none."""
        keys = self._map.keys_of(action_id)
        return shown_key(keys[0]) if keys else ""


def shown_key(key: str) -> str:
    """A key as this system writes it."""
    if " … " in key:
        return " … ".join(shown_key(part) for part in key.split(" … "))
    return QKeySequence(key).toString(QKeySequence.SequenceFormat.NativeText)
