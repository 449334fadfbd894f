"""What a person makes of families that the engine found: joined, split, extended, trimmed, added, dismissed."""

from ui.actions.model import Action, Enabled, Menu

RESHAPING: tuple[Action, ...] = (
    Action("reshape", "Extend or trim the passage", Menu.FAMILY, Enabled.MARKABLE, ("E",)),
    Action("take_out", "Take this witness out", Menu.FAMILY, Enabled.MARKABLE, ("Del",)),
    Action("join", "Join with another family…", Menu.FAMILY, Enabled.MARKABLE, ("Ctrl+J",), starts_group=True),
    Action("split", "Split off witnesses…", Menu.FAMILY, Enabled.MARKABLE, ("Ctrl+Shift+J",)),
    Action(
        "make_family", "Make a family of marked text…", Menu.FAMILY, Enabled.WRITABLE, ("Ctrl+M",), starts_group=True
    ),
    Action("add_to_family", "Add marked text to a family…", Menu.FAMILY, Enabled.MARKABLE, ("Ctrl+Shift+M",)),
    Action(
        "dismiss_family",
        "Dismiss this family",
        Menu.FAMILY,
        Enabled.MARKABLE,
        ("Shift+Del",),
        starts_group=True,
    ),
    Action("bring_back", "Dismissed families…", Menu.FAMILY, Enabled.DISMISSED),
    Action("mark_boilerplate", "This family is boilerplate, or is not", Menu.FAMILY, Enabled.MARKABLE),
)
