"""Texts of others as they may be shown: what Qt takes for markup, for a key or for a placeholder is none in them."""

import re
from html import escape

from ui.desktop.utf16 import displayed
from workbench.text.lines import beginning

_TURNING = dict.fromkeys((0x202A, 0x202B, 0x202C, 0x202D, 0x202E, 0x2066, 0x2067, 0x2068, 0x2069))
"""Signs that would turn round what stands after them, in words of ours too."""
_MARKUP = re.compile("<|&lt;")
_LONG_WORD = re.compile(r"\S{60,}")
_PIECE = re.compile(".{1,30}")
_BREAK = "\u200b"
_LONGEST = 80


def plain(text: str) -> str:
    """A text on one line among words of ours: nothing in it breaks the line or turns the rest round."""
    return displayed(text).translate(_TURNING)


def breakable(text: str) -> str:
    """A text in which a word that is longer than any line may be broken."""
    return _LONG_WORD.sub(lambda word: _BREAK.join(_PIECE.findall(word[0])), text)


def caption(text: str) -> str:
    """The words of a button or a menu: an ampersand is an ampersand and no key, and there is an end to it."""
    return beginning(plain(text), _LONGEST).replace("&", "&&")


def uncaptioned(text: str) -> str:
    """The words of a button or a menu as they are read."""
    return text.replace("&&", "&")


def tip(text: str) -> str:
    """A tool tip: Qt takes what looks like markup for markup, and lets a long word run over the whole screen."""
    if not _MARKUP.search(text) and not _LONG_WORD.search(text):
        return text
    lines = "<br>".join(escape(breakable(plain(line))) for line in text.splitlines())
    return f'<p style="white-space: pre-wrap">{lines}</p>'


def title(text: str) -> str:
    """A name in the title of a window, where Qt takes [*] for a placeholder."""
    return plain(text).replace("[*]", "[*][*]")
