"""How a witness can read in a column of a collation, and by which sign that is marked."""

from enum import StrEnum

from ui.desktop.signs import Sign


class Kind(StrEnum):
    """How a witness reads in a column, seen from the base."""

    SAME = "same"
    BLANK = "blank"
    """Neither has anything there."""
    STYLE = "style"
    DIFFERS = "differs"
    LACKS = "lacks"
    OUTSIDE = "outside"
    """The witness has not begun there, or has ended."""
    ADDS = "adds"
    MOVED = "moved"
    """The base has it elsewhere."""
    AWAY = "away"
    """The witness has it elsewhere."""

    @property
    def sign(self) -> Sign:
        """The sign that marks it."""
        return _SIGNS[self]


_SIGNS = {
    Kind.SAME: Sign.SAME,
    Kind.BLANK: Sign.SAME,
    Kind.STYLE: Sign.STYLE,
    Kind.DIFFERS: Sign.ADDED,
    Kind.ADDS: Sign.ADDED,
    Kind.LACKS: Sign.REMOVED,
    Kind.OUTSIDE: Sign.REMOVED,
    Kind.MOVED: Sign.MOVED,
    Kind.AWAY: Sign.AWAY,
}
