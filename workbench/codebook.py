"""The codebook that a new case starts with, the colours a code may be given, and what a code may be called."""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable
from functools import cache
from typing import NamedTuple

from workbench.errors import UserError
from workbench.model import Code
from workbench.resources import read_toml

LONGEST_NAME = 80
LONGEST_DESCRIPTION = 5_000
MOST_CODES = 1_000
"""A codebook of more codes is refused: nobody would find one in it."""
DEEPEST = 50
"""A codebook of more levels of codes is refused: other programs could not read it."""

_UNFIT = frozenset(("Cc", "Cs", "Zl", "Zp"))
"""Categories of characters that end a line, steer a terminal or are none."""
_NO_CHARACTERS = "\ufffe\uffff"
_COLOUR = re.compile(r"#([0-9a-f]{6}|[0-9a-f]{3})")


class NamedColour(NamedTuple):
    """A colour that the editor offers; `palette` says whose it is."""

    colour: str
    name: str
    palette: str


def check_number(number: int, file: str) -> None:
    """Raise `UserError` when a file has more codes than a codebook takes."""
    if number > MOST_CODES:
        raise UserError(f"“{file}” has {number:,} codes, and a codebook takes {MOST_CODES:,}: split the file.")


def default_codes() -> tuple[Code, ...]:
    """The codes of `resources/codebook.toml`, in the order of their digits."""
    return tuple(
        Code(code["id"], code["name"], code["colour"], code["digit"], code["description"])
        for code in read_toml("codebook.toml")["codes"]
    )


@cache
def named_colours() -> tuple[NamedColour, ...]:
    """The colours that everybody tells apart, palette by palette."""
    return tuple(
        NamedColour(one["colour"], one["name"], palette["name"])
        for palette in read_toml("codebook.toml")["palettes"]
        for one in palette["colours"]
    )


def free_colour(used: Iterable[str]) -> str:
    """The first colour that is not in use; the one used least when all are."""
    number = Counter(used)
    return min((one.colour for one in named_colours()), key=lambda colour: number[colour])


def same_name(name: str) -> str:
    """What is the same for names that differ in capitals only: two codes beside each other may not."""
    return unicodedata.normalize("NFC", unicodedata.normalize("NFC", name).casefold())


def fits_a_line(text: str) -> bool:
    """Whether a text has no line break in it and nothing that is no character."""
    return not any(unicodedata.category(c) in _UNFIT or c in _NO_CHARACTERS for c in text)


def checked_name(name: str) -> str:
    """The name without the spaces around it; raises `UserError` where a code cannot be called so."""
    name = name.strip()
    if not name:
        raise UserError("A code needs a name: type one.")
    if not fits_a_line(name):
        raise UserError("The name of a code is one line of text: leave out line breaks and control characters.")
    if len(name) > LONGEST_NAME:
        raise UserError(
            f"The name of a code has {LONGEST_NAME} characters at most, this one {len(name)}: "
            "shorten it and put the rest into the description."
        )
    return name


def checked_colour(colour: str) -> str:
    """A colour as `#rrggbb` in small letters; raises `UserError` for what is none."""
    wanted = colour.strip().lower()
    wanted = wanted if wanted.startswith("#") else f"#{wanted}"
    if not _COLOUR.fullmatch(wanted):
        raise UserError(f"“{colour.strip()[:20]}” is no colour: write it as #rrggbb, for example #cc6677.")
    return wanted if len(wanted) == 7 else "#" + "".join(2 * char for char in wanted[1:])


def checked_description(text: str) -> str:
    """A description with plain line breaks; raises `UserError` for one that is far too long."""
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    text = "".join(c for c in text if c in "\n\t" or fits_a_line(c)).strip()
    if len(text) > LONGEST_DESCRIPTION:
        raise UserError(
            f"A description has {LONGEST_DESCRIPTION:,} characters at most, this one {len(text):,}: shorten it."
        )
    return text
