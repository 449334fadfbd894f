"""The keys in force: those of the table, but for what a person gave other keys. A key never stands for two actions."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property

from ui.actions.keys import apart, normal_key
from ui.actions.model import Action, Menu
from ui.actions.table import ACTIONS, action
from workbench.errors import UserError

RESERVED: Mapping[str, str] = {
    normal_key(key): why
    for keys, why in (
        (("Tab", "Shift+Tab", "Backtab"), "moves the focus"),
        (("Up", "Down", "Left", "Right", "Home", "End", "PgUp", "PgDown"), "moves in lists and texts"),
        (("Return", "Enter"), "opens what is chosen"),
        (
            ("Ctrl+Left", "Ctrl+Right", "Ctrl+Home", "Ctrl+End"),
            "moves by words in texts and by columns in the collation",
        ),
        (("Shift+Left", "Shift+Right", "Shift+Up", "Shift+Down", "Shift+Home", "Shift+End"), "selects text"),
        (("[", "]"), "chooses the end that moves while a passage or a stretch is marked"),
        (("Ctrl+C", "Ctrl+V", "Ctrl+X", "Ctrl+A"), "copies, pastes and selects text"),
        (("Alt+F4",), "closes the window"),
        *(((f"Alt+{menu.letter}",), f"opens the menu “{menu.value}”") for menu in Menu),
    )
    for key in keys
}
"""Keys that views, lists, text fields and the system need, by what they do there."""
_LEAVING = (normal_key("Esc"), "dismiss")
"""Escape leaves whatever is open; only the action of that name may have it, which leaves what is told."""


@dataclass(frozen=True)
class KeyMap:
    """What a person gave other keys: those keys by the id of the action. Never changes; each method makes a new one."""

    own: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    @cached_property
    def actions(self) -> tuple[Action, ...]:
        """Every action with the keys that stand for it."""
        return tuple(replace(entry, keys=self.own[entry.id]) if entry.id in self.own else entry for entry in ACTIONS)

    @cached_property
    def _keys(self) -> Mapping[str, tuple[str, ...]]:
        return {entry.id: entry.keys for entry in self.actions}

    def keys_of(self, action_id: str) -> tuple[str, ...]:
        """The keys that stand for an action, in Qt's portable text."""
        return self._keys[action_id]

    def holder(self, key: str, action_id: str) -> Action | None:
        """Which other action has a key that may be taken at the same moment."""
        wanted, mine = normal_key(key), action(action_id)
        for entry in self.actions:
            held = wanted in map(normal_key, entry.keys)
            if held and entry.id != action_id and not apart(entry.enabled, mine.enabled):
                return entry
        return None

    def with_key(self, action_id: str, key: str) -> "KeyMap":
        """Let a key stand for an action too, first of its keys.

        Raises `UserError` of one sentence when the key has another meaning already.
        """
        reason = RESERVED.get(normal_key(key))
        if normal_key(key) == _LEAVING[0] and action_id != _LEAVING[1]:
            reason = "leaves what is open"
        if reason:
            raise UserError(f"“{key}” {reason} and cannot be given to anything else.")
        holder = self.holder(key, action_id)
        if holder:
            raise UserError(f"“{key}” stands for “{holder.plain_text}” already; take it away there first.")
        others = (held for held in self.keys_of(action_id) if normal_key(held) != normal_key(key))
        return self.giving(action_id, (key, *others))

    def without_keys(self, action_id: str) -> "KeyMap":
        """Let no key stand for an action; menus and the list of commands still have it."""
        return self.giving(action_id, ())

    def with_defaults(self, action_id: str) -> "KeyMap":
        """Give an action the keys of the table again; raises `UserError` when another action has one of them."""
        default = action(action_id).keys
        for key in default:
            holder = self.holder(key, action_id)
            if holder:
                raise UserError(f"“{key}” stands for “{holder.plain_text}” by now; take it away there first.")
        return self.giving(action_id, default)

    def giving(self, action_id: str, keys: tuple[str, ...]) -> "KeyMap":
        """Let these keys, whoever else has them, stand for an action."""
        rest = {known: held for known, held in self.own.items() if known != action_id}
        return KeyMap(rest if keys == action(action_id).keys else {**rest, action_id: keys})

    def kept(self) -> str:
        """The map as JSON, to be kept from one start to the next."""
        return json.dumps(self.own, ensure_ascii=False, sort_keys=True)


def restored_keymap(kept: object) -> KeyMap:
    """The map that `KeyMap.kept` made, without what this version cannot read; no two actions share a key in it."""
    try:
        found = json.loads(kept) if isinstance(kept, str) else {}
    except ValueError:
        return KeyMap()
    known = {entry.id for entry in ACTIONS}
    keymap = KeyMap()
    for action_id, keys in found.items() if isinstance(found, dict) else ():
        if action_id in known and isinstance(keys, list) and all(isinstance(key, str) and key for key in keys):
            free = tuple(key for key in keys if normal_key(key) not in RESERVED)  # an older version let it be given
            keymap = keymap.giving(action_id, free) if free or not keys else keymap
    return _without_collisions(keymap)


def _without_collisions(keymap: KeyMap) -> KeyMap:
    """A later version may have given a key away that a person uses: the person's choice stands, the other goes."""
    for action_id in tuple(keymap.own):
        for key in keymap.keys_of(action_id):
            while holder := keymap.holder(key, action_id):
                left = tuple(held for held in holder.keys if normal_key(held) != normal_key(key))
                keymap = keymap.giving(holder.id, left)
    return keymap
