"""Looking for words in a text without regard to case, accents and the shape of quotes. No widgets here."""

import re

from workbench.spans import Span
from workbench.text.folding import bare, is_diacritic

MOST = 10_000
"""So many matches are found at most."""


def matches(text: str, wanted: str) -> list[Span]:
    """Where `wanted` stands in `text`, in order, without overlaps.

    Letters that are folded alike are the same, marks that decorate a letter do not count, and white space stands for
    any other. Nothing is found of what is white space alone.
    """
    letters = [char for char in bare(wanted.strip()) if not is_diacritic(char)]
    if not letters:
        return []
    marks = "".join(re.escape(char) for char in sorted(set(text)) if is_diacritic(char))
    between = f"[{marks}]*" if marks else ""
    pattern = between.join(r"\s" if char.isspace() else re.escape(char) for char in letters) + between
    pattern = re.sub(r"(?:\\s)+", lambda _: r"\s+", pattern)
    found = re.finditer(pattern, bare(text))
    return [Span(*match.span()) for match, _ in zip(found, range(MOST), strict=False)]


def first_from(found: list[Span], position: int) -> int:
    """The number of the first match at a position or after it; the first of all where there is none; -1 of none."""
    if not found:
        return -1
    return next((number for number, span in enumerate(found) if span.end > position), 0)
