"""What is known of a block of text before its lines are broken."""

from dataclasses import dataclass
from unicodedata import bidirectional

LINE_HEIGHT = 1.14
"""How far one line stands below the other, by the height of its letters."""
NARROWEST = 40.0
"""No text is laid out narrower than this, in pixels."""


@dataclass(frozen=True, slots=True)
class Shape:
    """What is known of a block before it is laid out: its room, and how wide and high its letters are on average."""

    gap: float
    indent: float
    letters: int
    letter_width: float
    line_height: float

    def estimate(self, width: float) -> float:
        """About how high it will be."""
        lines = int(self.letters * self.letter_width / max(NARROWEST, width - self.indent) + 0.6)
        return max(1, lines) * self.line_height * LINE_HEIGHT


def is_right_to_left(text: str) -> bool:
    """Whether the first letter of a text that has a direction is written from right to left."""
    if text.isascii():
        return False
    return next((kind != "L" for char in text if (kind := bidirectional(char)) in ("L", "R", "AL")), False)
