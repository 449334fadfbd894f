"""The keys in force as the window has them: kept from one start to the next, and told to everything that shows them."""

import re
from collections.abc import Callable

from PySide6.QtCore import QObject, QSettings, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QAbstractButton, QWidget

from ui.actions import Action, action
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

    def named(self, action_id: str) -> str:
        """The first key of an action, or its words where it has none, to stand in a sentence."""
        return self.shown(action_id) or f"“{action(action_id).plain_text}”"

    def filled(self, sentence: str) -> str:
        """A sentence with the keys of the actions whose ids stand in braces in it."""
        return re.sub(r"{(\w+)}", lambda found: self.named(found[1]), sentence)

    def write(self, sentence: str, show: Callable[[str], object]) -> None:
        """Have such a sentence shown, now and whenever a key stands for something else."""
        self.changed.connect(lambda: show(self.filled(sentence)))
        show(self.filled(sentence))

    def write_on(self, button: QAbstractButton, words: str, spoken: str, action_id: str) -> None:
        """Let a button say the key of its action, now and whenever that is another one."""

        def write() -> None:
            key = self.shown(action_id)
            button.setText(f"{words}   {key}" if key else words)
            button.setAccessibleName(f"{spoken}, key {key}" if key else spoken)

        self.changed.connect(write)
        write()


class ActionKeys(QShortcut):
    """The keys of an action in a dialog, where those of the window do not reach; they follow the keys in force."""

    def __init__(self, action_id: str, run: Callable[[], object], dialog: QWidget) -> None:
        super().__init__(dialog)
        self._id, self._keys = action_id, _keys_above(dialog)
        self.activated.connect(run)
        if self._keys is not None:
            self._keys.changed.connect(self.follow)
        self.follow()

    def follow(self) -> None:
        """Act on the keys in force."""
        keymap = self._keys.map if self._keys is not None else KeyMap()
        self.setKeys([QKeySequence(key) for key in keymap.keys_of(self._id)])


def named_above(widget: QObject, action_id: str) -> str:
    """The first key of an action in the window that a dialog belongs to, or the words of the action."""
    keys = _keys_above(widget)
    return keys.named(action_id) if keys is not None else f"“{action(action_id).plain_text}”"


def _keys_above(widget: QObject | None) -> Keys | None:
    while widget is not None:
        keys = widget.findChild(Keys, options=Qt.FindChildOption.FindDirectChildrenOnly)
        if isinstance(keys, Keys):
            return keys
        widget = widget.parent()
    return None


def shown_key(key: str) -> str:
    """A key as this system writes it."""
    if " … " in key:
        return " … ".join(shown_key(part) for part in key.split(" … "))
    return QKeySequence(key).toString(QKeySequence.SequenceFormat.NativeText)
