"""Text made fit to be shown: no control characters, white space closed up, long words breakable.

Only what is shown passes through here; spans and JSON keep the text as it is.
"""

import re
import unicodedata
from collections.abc import Callable
from typing import Any

REPLACEMENT = "\ufffd"
"""What stands for a character that cannot be shown."""

BREAK = "\u200b"
"""Where a line may break without a sign; the PDF template turns it into a break without a character."""

# Control characters, lone surrogates, private use, unassigned.
_UNSHOWABLE = frozenset({"Cc", "Cs", "Co", "Cn"})
_SPACES = frozenset("\t\n\v\f\r\x85")
_OVERRIDES = frozenset("\u202d\u202e")  # they would turn the text after them round
_NEW_EMOJI = range(0x1F000, 0x1FB00)  # fonts know emoji sooner than Python does
_UNSEEN = re.compile(r"[\ufeff\u200b\u2060]")
_PARAGRAPH = re.compile(r"[ \t\r\f\v\x85]*(?:\n[ \t\r\f\v\x85]*){2,}|[ \t]*\u2029[ \t]*")
_SPACE = re.compile(r"[ \t\r\n\f\v\x85\u2028]+")
# Scripts whose letters stand alone: breaking a long word there never undoes a ligature.
_LONG_WORD = re.compile(r"[!-\u058f\u2010-\u2027\u2030-\u205e]{18,}")
_AFTER_SIGN = re.compile(r"(?<=[/?&=._\-#%:,;@+~|\\])(?=[^/?&=._\-#%:,;@+~|\\])")
_UNBROKEN = re.compile(rf"[^{BREAK}]{{26,}}")
_FOUR = re.compile(r".{1,4}")


def shown(text: str) -> str:
    """`text` without what no page can show; every such character becomes `REPLACEMENT`."""
    if text.isascii() and text.isprintable():
        return text
    bad = {ord(character): REPLACEMENT for character in set(text) if not _showable(character)}
    return _UNSEEN.sub("", text.translate(bad) if bad else text)


def _showable(character: str) -> bool:
    if character in _SPACES or ord(character) in _NEW_EMOJI:
        return True
    return unicodedata.category(character) not in _UNSHOWABLE and character not in _OVERRIDES


def flowing(text: str) -> str:
    """`text` with its line breaks and runs of spaces closed up; a blank line stays one line break.

    No-break spaces stay as they are.
    """
    return "\n".join(_SPACE.sub(" ", part) for part in _PARAGRAPH.split(text))


def breakable(text: str) -> str:
    """`text` with a `BREAK` wherever an address, a hash or another very long word may be broken."""
    return _LONG_WORD.sub(lambda word: _broken(word[0]), text)


def _broken(word: str) -> str:
    return _UNBROKEN.sub(lambda stretch: BREAK.join(_FOUR.findall(stretch[0])), _AFTER_SIGN.sub(BREAK, word))


def every_text(change: Callable[[str], str], data: Any) -> Any:
    """`data`, made of dicts, lists and plain values, with `change` done to each string in it but the keys."""
    if isinstance(data, str):
        return change(data)
    if isinstance(data, dict):
        return {key: every_text(change, value) for key, value in data.items()}
    if isinstance(data, list | tuple):
        return [every_text(change, value) for value in data]
    return data
