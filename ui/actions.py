"""Everything a person can do, in one table: menus, toolbar, command palette, shortcut sheet, key table come from it."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import Enum, StrEnum
from itertools import combinations, groupby


class Menu(StrEnum):
    """The menus, in their order."""

    FILE = "File"
    CASE = "Case"
    DECIDE = "Decide"
    GO = "Go"
    VIEW = "View"
    HELP = "Help"


class Enabled(Enum):
    """When an action can be taken."""

    ALWAYS = "always"
    CASE = "a case is open"
    WRITABLE = "a case is open that can be changed"
    ARTICLES = "the case has two articles or more"
    FAMILIES = "families are listed"
    UNPLACED = "tags or notes fit no family any more"
    WITNESS = "a witness is compared"
    MARKABLE = "a witness is compared in a case that can be changed"
    COLLATED = "the collation of all witnesses is shown"
    EDIT = "an edit is current in a case that can be changed"
    FIGURES = "a pair of figures is shown in a case that can be changed"
    UNDO = "a decision can be taken back"
    REDO = "a decision can be done again"
    RUNNING = "work is running that can be stopped"
    EXPORTED = "a report was written"
    TOLD = "a message is shown"


@dataclass(frozen=True, slots=True)
class Action:
    """One thing to do: `id` names it in code, `keys` are in Qt's portable text.

    `short` is the word beside the icon in the toolbar, `label` one before it; actions of one `series` share a line.
    """

    id: str
    text: str
    menu: Menu
    enabled: Enabled
    keys: tuple[str, ...] = ()
    icon: str = ""
    toolbar: bool = False
    short: str = ""
    label: str = ""
    series: str = ""
    starts_group: bool = False
    checkable: bool = False

    @property
    def single_letter(self) -> bool:
        """Whether a key without Ctrl or Alt triggers it; such keys act only when no text field has the focus."""
        return any(len(key) == 1 or key in ("Backspace", "Space") for key in self.keys)

    @property
    def plain_text(self) -> str:
        """The text without its ellipsis."""
        return self.text.removesuffix("…")


_DIGITS = "1234567890"


def _digits() -> Iterator[Action]:
    for digit in _DIGITS:
        yield Action(
            f"tag_edit_{digit}",
            f"Tag the edit with code {digit}",
            Menu.DECIDE,
            Enabled.EDIT,
            (digit,),
            series="Put a code of the codebook on the current edit, or take it away",
        )
    for digit in _DIGITS:
        yield Action(
            f"tag_witness_{digit}",
            f"Tag the whole witness with code {digit}",
            Menu.DECIDE,
            Enabled.MARKABLE,
            (f"Ctrl+{digit}",),
            series="Put a code on the whole witness, or take it away",
            starts_group=digit == "1",
        )


ACTIONS: tuple[Action, ...] = (
    Action("new_case", "New case…", Menu.FILE, Enabled.ALWAYS, ("Ctrl+N",), "new"),
    Action("open_case", "Open case…", Menu.FILE, Enabled.ALWAYS, ("Ctrl+O",), "open", True, "Open"),
    Action(
        "export", "Export report…", Menu.FILE, Enabled.CASE, ("Ctrl+E",), "export", True, "Export", starts_group=True
    ),
    Action("open_export", "Open the exported report", Menu.FILE, Enabled.EXPORTED, ("Ctrl+Shift+E",)),
    Action("quit", "Quit", Menu.FILE, Enabled.ALWAYS, ("Ctrl+Q",), starts_group=True),
    Action("import_files", "Import files…", Menu.CASE, Enabled.WRITABLE, ("Ctrl+I",), "import", True, "Import"),
    Action("import_folder", "Import a folder…", Menu.CASE, Enabled.WRITABLE, ("Ctrl+Shift+I",), "folder"),
    Action(
        "align",
        "Find shared passages",
        Menu.CASE,
        Enabled.ARTICLES,
        ("Ctrl+R",),
        "align",
        True,
        "Find passages",
        starts_group=True,
    ),
    Action("settings", "How passages are found…", Menu.CASE, Enabled.WRITABLE, ("Ctrl+,",)),
    Action("words", "Word lists…", Menu.CASE, Enabled.CASE, ("Ctrl+Shift+L",)),
    Action("stop", "Stop the running work", Menu.CASE, Enabled.RUNNING, ("Ctrl+.",), "stop"),
    Action("undo", "Undo", Menu.DECIDE, Enabled.UNDO, ("Ctrl+Z",), "undo", toolbar=True),
    Action("redo", "Redo", Menu.DECIDE, Enabled.REDO, ("Ctrl+Shift+Z", "Ctrl+Y"), "redo", toolbar=True),
    Action("take_back", "Take back the last decision", Menu.DECIDE, Enabled.UNDO, ("Backspace",)),
    Action("note", "Write a note on the edit", Menu.DECIDE, Enabled.EDIT, ("N",), "note", starts_group=True),
    Action(
        "note_witness", "Write a note on the whole witness", Menu.DECIDE, Enabled.MARKABLE, ("Ctrl+Shift+N",), "note"
    ),
    Action("base", "Make this witness the base", Menu.DECIDE, Enabled.MARKABLE, ("B",), "base"),
    Action("set_aside", "Set a pair of figures aside, or bring it back", Menu.DECIDE, Enabled.FIGURES, ("X",)),
    Action("origin", "Where it comes from…", Menu.DECIDE, Enabled.MARKABLE, ("P",)),
    *_digits(),
    Action(
        "previous_edit", "Previous edit", Menu.GO, Enabled.WITNESS, ("Alt+Up", "F7"), "previous", True, label="Edit"
    ),
    Action("next_edit", "Next edit", Menu.GO, Enabled.WITNESS, ("Alt+Down", "F8"), "next", toolbar=True),
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
    Action("filter", "Filter the list", Menu.GO, Enabled.CASE, ("Ctrl+F",), "filter", starts_group=True),
    Action("families", "List the families", Menu.GO, Enabled.CASE, ("Ctrl+Shift+F",)),
    Action("articles", "List the articles", Menu.GO, Enabled.CASE, ("Ctrl+Shift+A",)),
    Action("figures", "List figures that conflict", Menu.GO, Enabled.CASE, ("Ctrl+Shift+G",)),
    Action("unplaced", "List other tags and notes", Menu.GO, Enabled.UNPLACED, ("Ctrl+Shift+O",)),
    Action("next_panel", "Next panel", Menu.GO, Enabled.ALWAYS, ("F6",), starts_group=True),
    Action("previous_panel", "Previous panel", Menu.GO, Enabled.ALWAYS, ("Shift+F6",)),
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
    Action(
        "collation",
        "Collation of all witnesses",
        Menu.VIEW,
        Enabled.WITNESS,
        ("Ctrl+Shift+C",),
        starts_group=True,
        checkable=True,
    ),
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
    Action("zoom_in", "Larger text", Menu.VIEW, Enabled.ALWAYS, ("Ctrl++", "Ctrl+="), starts_group=True),
    Action("zoom_out", "Smaller text", Menu.VIEW, Enabled.ALWAYS, ("Ctrl+-",)),
    Action("zoom_reset", "Normal text size", Menu.VIEW, Enabled.ALWAYS, ("Alt+0",)),
    Action("theme_system", "Colours of the system", Menu.VIEW, Enabled.ALWAYS, starts_group=True, checkable=True),
    Action("theme_light", "Light colours", Menu.VIEW, Enabled.ALWAYS, checkable=True),
    Action("theme_dark", "Dark colours", Menu.VIEW, Enabled.ALWAYS, checkable=True),
    Action("palette", "All commands…", Menu.HELP, Enabled.ALWAYS, ("Ctrl+K",), "command", True, "Commands"),
    Action("sheet", "Keys at a glance…", Menu.HELP, Enabled.ALWAYS, ("F1",), "keyboard", True, "Keys"),
)
"""Every action, in the order of the menus."""


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


def collisions(actions: Iterable[Action] = ACTIONS) -> list[Collision]:
    """Every pair of actions that share a key."""
    return [
        Collision(key, first, second)
        for first, second in combinations(tuple(actions), 2)
        for key in sorted({normal_key(k) for k in first.keys} & {normal_key(k) for k in second.keys})
    ]


@dataclass(frozen=True, slots=True)
class KeyRow:
    """A line of the shortcut sheet: what it does, with which keys."""

    menu: Menu
    text: str
    keys: tuple[str, ...]


def key_rows(actions: Iterable[Action] = ACTIONS) -> list[KeyRow]:
    """The shortcut sheet: every action that has a key; actions of one series share a line."""
    rows = []
    for (series, _), grouped in groupby(
        actions, key=lambda action: (action.series, "" if action.series else action.id)
    ):
        group = list(grouped)
        first, last = group[0], group[-1]
        if series:
            rows.append(KeyRow(first.menu, series, (f"{first.keys[0]} … {group[-2].keys[0]}", last.keys[0])))
        elif first.keys:
            rows.append(KeyRow(first.menu, first.plain_text, first.keys))
    return rows


def key_table() -> str:
    """The shortcut sheet as a Markdown table, for the README."""
    lines = ["| what | keys |", "| --- | --- |"]
    for row in key_rows():
        keys = ", ".join(f"`{key}`" if " … " not in key else f"`{key.replace(' … ', '` … `')}`" for key in row.keys)
        lines.append(f"| {row.text} | {keys} |")
    return "\n".join(lines) + "\n"


def action(action_id: str) -> Action:
    """The action of that id; `KeyError` when there is none."""
    return _BY_ID[action_id]


_BY_ID = {entry.id: entry for entry in ACTIONS}
