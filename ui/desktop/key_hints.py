"""Hints that name the key of an action: they follow the keys in force."""

from ui.desktop.keys import Keys
from ui.desktop.lists.list_panel import LIST_TIPS
from ui.desktop.message_bar import MessageBar
from ui.desktop.timeline.view import HINT as TIMELINE_HINT
from ui.desktop.workspace import Workspace


def name_keys(keys: Keys, problem: MessageBar, panels: Workspace) -> None:
    """Let every hint in the window that names the key of an action do so from now on."""
    find = panels.views.find_bar
    for button, words, spoken, action_id in (
        (problem.dismiss, "Dismiss", "Dismiss this message", "dismiss"),
        (find.previous, "Previous", "Previous match", "find_previous"),
        (find.next, "Next", "Next match", "find_next"),
    ):
        keys.write_on(button, words, spoken, action_id)
    keys.write(
        "{note} writes a note. It is saved as you type. Ctrl+Return goes on, Esc stays.",
        panels.notes.field.set_hint,
    )
    keys.write(TIMELINE_HINT, panels.timeline.legend.setText)
    for part in (panels.lists, panels.reader, panels.marking):
        part.filled = keys.filled
    panels.marking.keys = lambda: keys.map

    def name_style() -> None:
        key = keys.shown("collation_style")
        panels.collation.style_box.setText(f"Style ({key})" if key else "Style")

    def name_lists() -> None:
        for number, (action_id, words) in enumerate(LIST_TIPS.items()):
            key = keys.shown(action_id)
            panels.lists.setTabToolTip(number, f"{words} ({key})" if key else words)
        key = keys.shown("filter")
        for one in (panels.lists.families, panels.lists.articles, panels.lists.figures, panels.lists.unplaced):
            name = one.field.accessibleName()
            one.field.setPlaceholderText(f"{name}   {key}" if key else name)

    keys.changed.connect(name_style)
    keys.changed.connect(name_lists)
    name_lists()
    keys.changed.connect(panels.reader.refresh)
    name_style()
