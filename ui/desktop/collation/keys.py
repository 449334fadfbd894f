"""The keys of the collation, in one table: the view obeys it, the sheet and the README show it."""

from dataclasses import dataclass

from ui.actions import KeyRow, Menu


@dataclass(frozen=True, slots=True)
class ViewKey:
    """A pair of keys that act while the collation has the focus; `move` and `way` say how."""

    text: str
    keys: tuple[str, ...]
    move: str
    ways: tuple[int, ...]


KEYS: tuple[ViewKey, ...] = (
    ViewKey("Next or previous place where the witnesses differ", ("Right", "Left"), "variant", (1, -1)),
    ViewKey("Next or previous column, shared text too", ("Ctrl+Right", "Ctrl+Left"), "column", (1, -1)),
    ViewKey("Next or previous witness", ("Down", "Up"), "witness", (1, -1)),
    ViewKey("First or last place where the witnesses differ", ("Home", "End"), "end_variant", (-1, 1)),
    ViewKey("First or last column", ("Ctrl+Home", "Ctrl+End"), "end_column", (-1, 1)),
    ViewKey("Next or previous band", ("PgDown", "PgUp"), "band", (1, -1)),
    ViewKey("Side by side with the base, at this place", ("Return",), "open", (0,)),
    ViewKey("Back to side by side", ("Esc",), "leave", (0,)),
)
"""Every key of the view. In a text that runs from right to left, Left goes on and Right goes back."""

MOVES = {key: (entry.move, way) for entry in KEYS for key, way in zip(entry.keys, entry.ways, strict=True)}
"""Move and way by key, in Qt's portable text."""


def collation_key_rows() -> list[KeyRow]:
    """The keys for the sheet."""
    return [KeyRow(Menu.VIEW, entry.text, entry.keys) for entry in KEYS]


def collation_key_table() -> str:
    """The keys as a Markdown table, for the README."""
    rows = (f"| {entry.text} | {', '.join(f'`{key}`' for key in entry.keys)} |" for entry in KEYS)
    return "\n".join(("| in the collation | keys |", "| --- | --- |", *rows)) + "\n"
