"""What a person decides: tags, notes, the base, and taking all of it back."""

from collections.abc import Iterator

from ui.actions.model import Action, Enabled, Menu

_DIGITS = "1234567890"


def _digits() -> Iterator[Action]:
    for digit in _DIGITS:
        yield Action(
            f"tag_edit_{digit}",
            f"Tag the edit with code {digit}",
            Menu.DECIDE,
            Enabled.TAGGABLE,
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


DECIDING: tuple[Action, ...] = (
    Action("undo", "Undo", Menu.DECIDE, Enabled.UNDO, ("Ctrl+Z",), "undo", toolbar=True),
    Action("redo", "Redo", Menu.DECIDE, Enabled.REDO, ("Ctrl+Shift+Z", "Ctrl+Y"), "redo", toolbar=True),
    Action("take_back", "Take back the last decision", Menu.DECIDE, Enabled.UNDO, ("Backspace",)),
    Action("history", "History…", Menu.DECIDE, Enabled.CASE, ("Ctrl+Shift+H",)),
    Action("note", "Write a note on the edit", Menu.DECIDE, Enabled.TAGGABLE, ("N",), "note", starts_group=True),
    Action(
        "note_witness", "Write a note on the whole witness", Menu.DECIDE, Enabled.MARKABLE, ("Ctrl+Shift+N",), "note"
    ),
    Action("base", "Make this witness the base", Menu.DECIDE, Enabled.MARKABLE, ("B",), "base"),
    Action("mark", "Mark a stretch of the text", Menu.DECIDE, Enabled.SPANS, ("M",)),
    Action("set_aside", "Set a pair of figures aside, or bring it back", Menu.DECIDE, Enabled.FIGURES, ("X",)),
    Action("origin", "Where it comes from…", Menu.DECIDE, Enabled.MARKABLE, ("P",)),
    *_digits(),
    Action("tag_with", "Tag the edit with…", Menu.DECIDE, Enabled.TAGGABLE, ("T",)),
    Action("tag_witness_with", "Tag the whole witness with…", Menu.DECIDE, Enabled.MARKABLE, ("Ctrl+T",)),
)
