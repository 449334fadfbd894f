"""Which keys stand for which actions: the shortcut sheet, the table of the README, and keys that collide."""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import combinations, groupby

from ui.actions.model import Action, Enabled, Menu
from ui.actions.table import ACTIONS, action


@dataclass(frozen=True, slots=True)
class Collision:
    """Two actions that want the same key."""

    key: str
    first: Action
    second: Action


def normal_key(key: str) -> str:
    """One spelling for a key: modifiers sorted, all in small letters (`Shift+Ctrl+Z` -> `ctrl+shift+z`)."""
    *modifiers, last = key[:-1].lower().split("+") if key.endswith("+") else key.lower().split("+")
    if key.endswith("+"):
        modifiers, last = [part for part in (*modifiers, last) if part], "+"
    return "+".join((*sorted(modifiers), last))


_APART = frozenset({Enabled.EDIT, Enabled.TAGGABLE, Enabled.MARKABLE, Enabled.WITNESS})
"""None of these holds while a pair of figures is shown: the same key may mean one thing here and another there."""


def apart(first: Enabled, second: Enabled) -> bool:
    """Whether two actions can never be taken at the same moment."""
    return (first is Enabled.FIGURES and second in _APART) or (second is Enabled.FIGURES and first in _APART)


def collisions(actions: Iterable[Action] = ACTIONS) -> list[Collision]:
    """Every pair of actions that share a key and may both be there to be taken."""
    return [
        Collision(key, first, second)
        for first, second in combinations(tuple(actions), 2)
        if not apart(first.enabled, second.enabled)
        for key in sorted({normal_key(k) for k in first.keys} & {normal_key(k) for k in second.keys})
    ]


@dataclass(frozen=True, slots=True)
class KeyRow:
    """A line of the shortcut sheet: what it does, with which keys."""

    menu: Menu
    text: str
    keys: tuple[str, ...]


def key_rows(actions: Iterable[Action] = ACTIONS) -> list[KeyRow]:
    """The shortcut sheet: every action that has a key; actions of one series share a line unless one has other keys."""
    rows = []
    for (series, _), grouped in groupby(actions, key=lambda entry: (entry.series, "" if entry.series else entry.id)):
        group = list(grouped)
        first, last = group[0], group[-1]
        if series and all(entry.keys == action(entry.id).keys for entry in group):
            rows.append(KeyRow(first.menu, series, (f"{first.keys[0]} … {group[-2].keys[0]}", last.keys[0])))
        else:
            rows += (KeyRow(entry.menu, entry.plain_text, entry.keys) for entry in group if entry.keys)
    return rows


def key_table() -> str:
    """The shortcut sheet as a Markdown table, for the README."""
    lines = ["| what | keys |", "| --- | --- |"]
    for row in key_rows():
        keys = ", ".join(f"`{key}`" if " … " not in key else f"`{key.replace(' … ', '` … `')}`" for key in row.keys)
        lines.append(f"| {row.text} | {keys} |")
    return "\n".join(lines) + "\n"
