"""Text that fits the terminal."""

from shutil import get_terminal_size
from textwrap import fill

_INDENT = "  "
_NARROWEST, _WIDEST = 40, 100


def paragraph(text: str, depth: int = 0) -> str:
    """A paragraph in lines that fit, `depth` steps to the right; what runs over stands one step further."""
    width = max(_NARROWEST, min(get_terminal_size((_WIDEST, 24)).columns, _WIDEST))
    first = depth * _INDENT
    rest = first + _INDENT if depth else first
    return fill(text, width, initial_indent=first, subsequent_indent=rest, break_on_hyphens=False)
