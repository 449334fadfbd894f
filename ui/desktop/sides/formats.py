"""How text is written: the parts of an article apart from each other, and the signs of edits by colour and by line."""

from collections.abc import Sequence

from PySide6.QtGui import QTextCharFormat

from ui.desktop import fonts
from ui.desktop.sides.page import Block
from ui.desktop.signs import Sign
from ui.desktop.theme import Themes
from workbench.model import ZoneKind

PARAGRAPH_GAP = 11.0
"""The room between two paragraphs at normal size, in pixels."""

APART = frozenset({ZoneKind.FURNITURE, ZoneKind.COMMENTS})
"""What is no part of the story."""

_TIGHT = APART | {ZoneKind.HEADLINE, ZoneKind.BYLINE}
_QUIET = APART | {ZoneKind.BYLINE, ZoneKind.CAPTION}

_UNDERLINES = {
    Sign.ADDED: QTextCharFormat.UnderlineStyle.SingleUnderline,
    Sign.MOVED: QTextCharFormat.UnderlineStyle.WaveUnderline,
    Sign.STYLE: QTextCharFormat.UnderlineStyle.DotLine,
}


def gap_before(blocks: Sequence[Block], number: int, scale: float) -> float:
    """The room above a block of an article, in pixels."""
    block = blocks[number]
    gap = 0.0 if block.continued or not number else PARAGRAPH_GAP * scale
    if number and block.kind in _TIGHT and blocks[number - 1].kind is block.kind:
        gap *= 0.3
    if number and blocks[number - 1].passage != block.passage:
        gap = max(gap, PARAGRAPH_GAP * scale * 1.2)
    return gap


def indent(block: Block) -> float:
    """How far a block stands in from the margin, in pixels."""
    return 14.0 if block.kind in APART and not block.folded else 0.0


def look(block: Block) -> tuple[ZoneKind, bool, bool]:
    """What the letters of a block depend on: blocks that look alike have the same."""
    return block.kind, block.passage, bool(block.folded)


def char_format(block: Block, scale: float, themes: Themes) -> QTextCharFormat:
    """The letters of a block of an article."""
    letters, quiet = QTextCharFormat(), block.kind in _QUIET
    if block.folded:
        letters.setFont(fonts.interface_font(scale))
        letters.setForeground(themes.colour("accent"))
        return letters
    if block.kind is ZoneKind.HEADLINE:
        letters.setFont(fonts.reading_font(scale * 1.22, bold=True))
    elif quiet:
        letters.setFont(fonts.interface_font(scale))
    else:
        letters.setFont(fonts.reading_font(scale))
    if block.kind is ZoneKind.CAPTION:
        letters.setFontItalic(True)
    name = block.kind.value if quiet or block.kind is ZoneKind.HEADLINE else "outside"
    letters.setForeground(themes.colour("text" if block.passage else name))
    return letters


def sign_format(sign: Sign, themes: Themes) -> QTextCharFormat:
    """How a sign is written: by colour and by line. The same object each time, which is not to be changed."""
    known = _sign_formats.get((sign, themes.theme.name))
    if known is None:
        known = _sign_formats[sign, themes.theme.name] = _sign_format(sign, themes)
    return known


_sign_formats: dict[tuple[Sign, str], QTextCharFormat] = {}


def _sign_format(sign: Sign, themes: Themes) -> QTextCharFormat:
    letters = QTextCharFormat()
    if sign in (Sign.SAME, Sign.GAP):
        return letters
    if sign is Sign.FRAME:
        letters.setForeground(themes.colour("muted"))
        return letters
    colour = themes.colour(sign.colour)
    letters.setForeground(colour)
    letters.setBackground(themes.colour(f"{sign.colour}_ground"))
    if sign in (Sign.REMOVED, Sign.AWAY):
        letters.setFontStrikeOut(True)
    else:
        letters.setUnderlineColor(colour)
        letters.setUnderlineStyle(_UNDERLINES[sign])
    return letters
