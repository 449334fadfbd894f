"""Keys that stand for nothing that can be done just now: who presses one is told why, and what helps."""

from collections.abc import Callable, Iterable

from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from ui.actions import Action, Enabled, normal_key
from ui.desktop.commands import Commands
from ui.desktop.idle_reasons import Reasons
from ui.desktop.keys import Keys


class IdleKeys:
    """Holds each key of the table as long as every action that it stands for is disabled or hidden.

    Escape is none of them: where there is no message to dismiss it leaves whatever else is open.
    """

    def __init__(
        self, owner: QWidget, commands: Commands, keys: Keys, reasons: Reasons, say: Callable[[str], None]
    ) -> None:
        self._owner, self._commands, self._keys, self._reasons, self._say = owner, commands, keys, reasons, say
        self._held: list[tuple[QShortcut, tuple[Action, ...]]] = []
        keys.changed.connect(self._make)
        self._make()

    def follow(self) -> None:
        """Hold the keys that do nothing now, and let go of those that do something."""
        for shortcut, actions in self._held:
            shortcut.setEnabled(not any(self._can_be_taken(entry) for entry in actions))

    def _can_be_taken(self, entry: Action) -> bool:
        made = self._commands[entry.id]
        return made.isVisible() and made.isEnabled()

    def _make(self) -> None:
        for shortcut, _ in self._held:
            shortcut.setEnabled(False)
            shortcut.deleteLater()
        self._held = [(self._shortcut(key, actions), actions) for key, actions in _holders(self._keys.actions)]
        self.follow()

    def _shortcut(self, key: str, actions: tuple[Action, ...]) -> QShortcut:
        shortcut = QShortcut(QKeySequence(key), self._owner)
        shortcut.setAutoRepeat(False)
        shortcut.activated.connect(lambda: self._tell(actions))
        return shortcut

    def _tell(self, actions: Iterable[Action]) -> None:
        """Of a key that means another thing where figures are shown, tell of what it means elsewhere."""
        entry = min(actions, key=lambda one: one.enabled is Enabled.FIGURES)
        self._say(self._keys.filled(self._reasons.why_not(entry)))


def _holders(actions: Iterable[Action]) -> Iterable[tuple[str, tuple[Action, ...]]]:
    """Each key that does nothing at times, with all actions that it stands for."""
    holders: dict[str, tuple[str, list[Action]]] = {}
    for entry in actions:
        for key in entry.keys:
            holders.setdefault(normal_key(key), (key, []))[1].append(entry)
    for key, held in holders.values():
        if not any(entry.enabled in (Enabled.ALWAYS, Enabled.TOLD) for entry in held):
            yield key, tuple(held)
