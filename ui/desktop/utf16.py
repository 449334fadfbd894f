"""The one place where code points, in which the program counts, meet the UTF-16 units in which Qt counts."""

from bisect import bisect_left

_LAST_BMP = 0xFFFF

# Characters that a QTextDocument takes as structure of its own; each gives way to one of the same width.
_STRUCTURE = dict.fromkeys((*range(32), 127, 133, 8232, 8233, 64976, 64977, 65532), " ")


def displayed(text: str) -> str:
    """`text` as a document may hold it, code point for code point: control characters become spaces."""
    return text.translate(_STRUCTURE)


class Utf16Map:
    """Positions of one text in both counts.

    Code points beyond U+FFFF take two units; nothing else differs, so the map is the sorted list of where they stand.
    """

    def __init__(self, text: str) -> None:
        self._wide = [k for k, char in enumerate(text) if ord(char) > _LAST_BMP] if not text.isascii() else []
        self._wide_units = [position + k for k, position in enumerate(self._wide)]

    def to_qt(self, position: int) -> int:
        """The UTF-16 offset of the code point at `position`."""
        return position + bisect_left(self._wide, position)

    def from_qt(self, units: int) -> int:
        """The code point that stands at, or holds, the UTF-16 offset `units`."""
        return units - bisect_left(self._wide_units, units)


def qt_length(text: str) -> int:
    """How many UTF-16 units `text` takes."""
    return len(text) + sum(ord(char) > _LAST_BMP for char in text) if not text.isascii() else len(text)
