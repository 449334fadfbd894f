"""Everything a person can do, in one table: menus, toolbar, command palette, shortcut sheet, key table come from it."""

from ui.actions.keys import Collision, KeyRow, apart, collisions, key_rows, key_table, normal_key
from ui.actions.model import Action, Enabled, Menu
from ui.actions.table import ACTIONS, action

__all__ = [
    "ACTIONS",
    "Action",
    "Collision",
    "Enabled",
    "KeyRow",
    "Menu",
    "action",
    "apart",
    "collisions",
    "key_rows",
    "key_table",
    "normal_key",
]
