"""The keys while a stretch is marked: what each does, for the view, the shortcut sheet and the README."""

from typing import NamedTuple

from PySide6.QtCore import QKeyCombination, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence

from ui.actions import KeyRow, Menu, normal_key
from ui.actions.keymap import KeyMap
from ui.desktop.marking.steps import Border, Unit

_Key, _Mod = Qt.Key, Qt.KeyboardModifier
_PORTABLE = QKeySequence.SequenceFormat.PortableText


class Pressed(NamedTuple):
    """What a key asks for: a move by a unit, a border, a digit, a code by its name, a note, or the end.

    One that asks for nothing else wants the border that does not move now.
    """

    unit: Unit | None = None
    by: int = 0
    sideways: bool = False
    border: Border | None = None
    digit: int = -1
    note: bool = False
    by_name: bool = False
    leave: bool = False


_ARROWS = {
    (_Key.Key_Left, False): Pressed(Unit.WORD, -1, sideways=True),
    (_Key.Key_Right, False): Pressed(Unit.WORD, 1, sideways=True),
    (_Key.Key_Left, True): Pressed(Unit.CHARACTER, -1, sideways=True),
    (_Key.Key_Right, True): Pressed(Unit.CHARACTER, 1, sideways=True),
    (_Key.Key_Up, False): Pressed(Unit.SENTENCE, -1),
    (_Key.Key_Down, False): Pressed(Unit.SENTENCE, 1),
}
_SIDEWAYS = (_Key.Key_Left, _Key.Key_Right)
_LEAVE = (_Key.Key_Return, _Key.Key_Enter, _Key.Key_Escape)
_OTHER_BORDER = (_Key.Key_Tab, _Key.Key_Backtab)
_BORDERS = {"[": Pressed(border=Border.START), "]": Pressed(border=Border.END)}

_TAG = "Put a code on what is marked, or take it away"
_BY_NAME = "Put any code on what is marked, by its name"
_NOTE = "Write a note on what is marked"
MARKING_KEYS = (
    KeyRow(Menu.DECIDE, "Move the border by a word", ("Left", "Right")),
    KeyRow(Menu.DECIDE, "Move the border by a character", ("Shift+Left", "Shift+Right")),
    KeyRow(Menu.DECIDE, "Move the border by a sentence", ("Up", "Down")),
    KeyRow(Menu.DECIDE, "Move the start, or the end, from now on", ("[", "]")),
    KeyRow(Menu.DECIDE, "Move the other border from now on", ("Tab",)),
    KeyRow(Menu.DECIDE, _TAG, ("1 … 9", "0")),
    KeyRow(Menu.DECIDE, _BY_NAME, ("T",)),
    KeyRow(Menu.DECIDE, _NOTE, ("N",)),
    KeyRow(Menu.DECIDE, "Mark nothing any more", ("Esc", "Return")),
)
"""What the keys do while a stretch is marked, in the order of the shortcut sheet."""


def pressed(event: QKeyEvent, keymap: KeyMap) -> Pressed | None:
    """What a key asks for while a stretch is marked; `None` for one that is not about that.

    The keys that tag and annotate the edit tag and annotate what is marked, whichever they are by now.
    """
    decides = _deciding(event, keymap)
    if decides is not None:
        return decides
    if event.text() in _BORDERS:
        return _BORDERS[event.text()]  # some keyboards have the brackets behind AltGr
    held = event.modifiers() & ~(_Mod.KeypadModifier | _Mod.GroupSwitchModifier)
    if held & _Mod.ControlModifier and event.key() in _SIDEWAYS:  # so text fields go by words
        return _ARROWS[Qt.Key(event.key()), False]
    if held not in (_Mod.NoModifier, _Mod.ShiftModifier):
        return None
    shift, key = bool(held), Qt.Key(event.key())
    if (key, shift) in _ARROWS:
        return _ARROWS[key, shift]
    if key in _OTHER_BORDER:
        return Pressed()
    return None if shift else _plain(key)


def _plain(key: Qt.Key) -> Pressed | None:
    return Pressed(leave=True) if key in _LEAVE else None


_DECIDING = {
    **{f"tag_edit_{digit}": Pressed(digit=digit) for digit in range(10)},
    "tag_with": Pressed(by_name=True),
    "note": Pressed(note=True),
}


def _deciding(event: QKeyEvent, keymap: KeyMap) -> Pressed | None:
    held = event.modifiers() & ~(_Mod.KeypadModifier | _Mod.GroupSwitchModifier)
    key = normal_key(QKeySequence(QKeyCombination(held, _Key(event.key()))).toString(_PORTABLE))
    found = (asked for action_id, asked in _DECIDING.items() if key in map(normal_key, keymap.keys_of(action_id)))
    return next(found, None)


def marking_key_rows(keymap: KeyMap) -> list[KeyRow]:
    """What the keys in force do while a stretch is marked, in the order of the shortcut sheet."""
    digits = [keymap.keys_of(f"tag_edit_{digit}") for digit in (*range(1, 10), 0)]
    shipped = digits == [(str(digit),) for digit in (*range(1, 10), 0)]
    tagging = ("1 … 9", "0") if shipped else tuple(keys[0] for keys in digits if keys)
    of_actions = {_TAG: tagging, _BY_NAME: keymap.keys_of("tag_with"), _NOTE: keymap.keys_of("note")}
    rows = (KeyRow(row.menu, row.text, of_actions.get(row.text, row.keys)) for row in MARKING_KEYS)
    return [row for row in rows if row.keys]


def marking_key_table() -> str:
    """The keys as a table of the README."""
    rows = (f"| {row.text} | {', '.join(_coded(key) for key in row.keys)} |" for row in MARKING_KEYS)
    return "\n".join(("| while a stretch is marked | keys |", "| --- | --- |", *rows)) + "\n"


def _coded(key: str) -> str:
    return f"`{key.replace(' … ', '` … `')}`"
