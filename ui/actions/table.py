"""Everything a person can do, in the order of the menus."""

from ui.actions.deciding import DECIDING
from ui.actions.filing import FILING
from ui.actions.going import GOING
from ui.actions.model import Action
from ui.actions.reshaping import RESHAPING
from ui.actions.reviewing import REVIEWING
from ui.actions.viewing import VIEWING

ACTIONS: tuple[Action, ...] = (*FILING, *DECIDING, *REVIEWING, *RESHAPING, *GOING, *VIEWING)
"""Every action, in the order of the menus."""


def action(action_id: str) -> Action:
    """The action of that id; `KeyError` when there is none."""
    return _BY_ID[action_id]


_BY_ID = {entry.id: entry for entry in ACTIONS}
