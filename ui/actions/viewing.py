"""How things are shown, and help."""

from ui.actions.model import Action, Enabled, Menu

VIEWING: tuple[Action, ...] = (
    Action("dismiss", "Dismiss the message", Menu.VIEW, Enabled.TOLD, ("Esc",)),
    Action(
        "boilerplate",
        "Show boilerplate",
        Menu.VIEW,
        Enabled.CASE,
        ("Ctrl+Shift+B",),
        starts_group=True,
        checkable=True,
    ),
    Action("white_space", "Show white-space edits", Menu.VIEW, Enabled.CASE, checkable=True),
    Action("hide_style", "Hide differences of style", Menu.VIEW, Enabled.CASE, ("Ctrl+Shift+Y",), checkable=True),
    Action("view_sides", "Side by side", Menu.VIEW, Enabled.VIEWED, ("Alt+1",), starts_group=True, checkable=True),
    Action("view_inline", "Edits in place", Menu.VIEW, Enabled.VIEWED, ("Alt+2",), checkable=True),
    Action(
        "collation", "Collation of all witnesses", Menu.VIEW, Enabled.VIEWED, ("Ctrl+Shift+C", "Alt+3"), checkable=True
    ),
    Action("view_timeline", "Timeline of the witnesses", Menu.VIEW, Enabled.VIEWED, ("Alt+4",), checkable=True),
    Action("collation_style", "Mark style in the collation", Menu.VIEW, Enabled.COLLATED, ("S",), checkable=True),
    Action(
        "collapse",
        "Collapse unchanged text",
        Menu.VIEW,
        Enabled.WITNESS,
        ("Ctrl+D",),
        starts_group=True,
        checkable=True,
    ),
    Action("lock", "Scroll both sides together", Menu.VIEW, Enabled.WITNESS, ("Ctrl+Shift+K",), checkable=True),
    Action("room", "Hide lists and witnesses", Menu.VIEW, Enabled.CASE, ("F11",), checkable=True),
    Action("font", "Font of the articles…", Menu.VIEW, Enabled.ALWAYS),
    Action("zoom_in", "Larger text", Menu.VIEW, Enabled.ALWAYS, ("Ctrl++", "Ctrl+="), starts_group=True),
    Action("zoom_out", "Smaller text", Menu.VIEW, Enabled.ALWAYS, ("Ctrl+-",)),
    Action("zoom_reset", "Normal text size", Menu.VIEW, Enabled.ALWAYS, ("Alt+0",)),
    Action("interface_larger", "Larger menus and lists", Menu.VIEW, Enabled.ALWAYS, ("Ctrl+Alt++", "Ctrl+Alt+=")),
    Action("interface_smaller", "Smaller menus and lists", Menu.VIEW, Enabled.ALWAYS, ("Ctrl+Alt+-",)),
    Action("interface_normal", "Normal menus and lists", Menu.VIEW, Enabled.ALWAYS, ("Ctrl+Alt+0",)),
    Action("theme_system", "Colours of the system", Menu.VIEW, Enabled.ALWAYS, starts_group=True, checkable=True),
    Action("theme_light", "Light colours", Menu.VIEW, Enabled.ALWAYS, checkable=True),
    Action("theme_dark", "Dark colours", Menu.VIEW, Enabled.ALWAYS, checkable=True),
    Action("guide", "First steps", Menu.HELP, Enabled.ALWAYS, ("Ctrl+F1",)),
    Action("palette", "All commands…", Menu.HELP, Enabled.ALWAYS, ("Ctrl+K",), "command", True, "Commands"),
    Action("sheet", "Keys at a glance…", Menu.HELP, Enabled.ALWAYS, ("F1",), "keyboard", True, "Keys"),
    Action("keys", "Change keys…", Menu.HELP, Enabled.ALWAYS, ("Shift+F1",)),
)
