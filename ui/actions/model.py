"""What an action is: a thing to do, its menu, when it can be taken, and its keys."""

from dataclasses import dataclass
from enum import Enum, StrEnum


class Menu(StrEnum):
    """The menus, in their order."""

    FILE = "File"
    CASE = "Case"
    DECIDE = "Decide"
    FAMILY = "Family"
    GO = "Go"
    FIND = "Find"
    VIEW = "View"
    HELP = "Help"

    @property
    def letter(self) -> str:
        """The letter that opens the menu, with Alt."""
        return {Menu.FAMILY: "a", Menu.FIND: "n"}.get(self, self.value[0])

    @property
    def marked(self) -> str:
        """Its name as Qt wants it, with a sign before that letter."""
        return self.value.replace(self.letter, f"&{self.letter}", 1)


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
    TAGGABLE = "an edit, or a witness that has none, is current in a case that can be changed"
    FIGURES = "a pair of figures is shown in a case that can be changed"
    VIEWED = "a family can be looked at in another view"
    READABLE = "an article can be read"
    TEXT = "the text of an article is shown"
    SPANS = "the text of an article is shown in a case that can be changed"
    FINDING = "something is looked for in a text"
    DISMISSED = "families were dismissed in a case that can be changed"
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
        return any(len(key) == 1 or key in ("Backspace", "Space", "Del", "Shift+Del") for key in self.keys)

    @property
    def plain_text(self) -> str:
        """The text without its ellipsis."""
        return self.text.removesuffix("…")
