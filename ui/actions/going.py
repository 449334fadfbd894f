"""Going from one edit, witness, family, list or panel to another."""

from ui.actions.model import Action, Enabled, Menu

GOING: tuple[Action, ...] = (
    Action(
        "previous_edit", "Previous edit", Menu.GO, Enabled.WITNESS, ("Alt+Up", "F7"), "previous", True, label="Edit"
    ),
    Action("next_edit", "Next edit", Menu.GO, Enabled.WITNESS, ("Alt+Down", "F8"), "next", toolbar=True),
    Action("next_unreviewed", "Next edit not reviewed", Menu.GO, Enabled.WITNESS, ("Ctrl+Space", "Shift+F8")),
    Action("first_edit", "First edit", Menu.GO, Enabled.WITNESS, ("Alt+Home",)),
    Action("last_edit", "Last edit", Menu.GO, Enabled.WITNESS, ("Alt+End",)),
    Action(
        "previous_witness",
        "Previous witness",
        Menu.GO,
        Enabled.WITNESS,
        ("Alt+Left",),
        "left",
        toolbar=True,
        label="Witness",
        starts_group=True,
    ),
    Action("next_witness", "Next witness", Menu.GO, Enabled.WITNESS, ("Alt+Right",), "right", toolbar=True),
    Action("previous_family", "Previous family", Menu.GO, Enabled.FAMILIES, ("Ctrl+Up",), starts_group=True),
    Action("next_family", "Next family", Menu.GO, Enabled.FAMILIES, ("Ctrl+Down",)),
    Action("explain", "Why this family was found…", Menu.GO, Enabled.WITNESS, ("Ctrl+Shift+W",)),
    Action("frame", "Frame of the witness", Menu.GO, Enabled.WITNESS, ("Ctrl+Shift+R",)),
    Action("read", "Read the article, or go back", Menu.GO, Enabled.READABLE, ("R",), starts_group=True),
    Action("previous_marked", "Previous place with a tag or note", Menu.GO, Enabled.TEXT, ("Alt+PgUp",)),
    Action("next_marked", "Next place with a tag or note", Menu.GO, Enabled.TEXT, ("Alt+PgDown",)),
    Action(
        "filter",
        "Search the list, or find in the text",
        Menu.FIND,
        Enabled.CASE,
        ("Ctrl+F",),
        "filter",
    ),
    Action("find_next", "Find next", Menu.FIND, Enabled.FINDING, ("F3",)),
    Action("find_previous", "Find previous", Menu.FIND, Enabled.FINDING, ("Shift+F3",)),
    Action("filters", "Filters…", Menu.FIND, Enabled.CASE, ("Alt+F3",), starts_group=True),
    Action("clear_filters", "Clear search and filters", Menu.FIND, Enabled.CASE, ("Alt+Shift+F3",)),
    Action("sort", "Sort the list…", Menu.FIND, Enabled.CASE, ("Ctrl+F3",)),
    Action("turn", "Turn the order of the list", Menu.FIND, Enabled.CASE, ("Ctrl+Shift+F3",)),
    Action("families", "List the families", Menu.FIND, Enabled.CASE, ("Ctrl+Shift+F",), starts_group=True),
    Action("articles", "List the articles", Menu.FIND, Enabled.CASE, ("Ctrl+Shift+A",)),
    Action("figures", "List figures that conflict", Menu.FIND, Enabled.CASE, ("Ctrl+Shift+G",)),
    Action("unplaced", "List other tags and notes", Menu.FIND, Enabled.UNPLACED, ("Ctrl+Shift+O",)),
    Action("next_panel", "Next panel", Menu.GO, Enabled.ALWAYS, ("F6",), starts_group=True),
    Action("previous_panel", "Previous panel", Menu.GO, Enabled.ALWAYS, ("Shift+F6",)),
)
