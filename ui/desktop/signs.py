"""Which sign an edit gets on each side: removed, added, moved, style. The one rule for panes, bar and lists."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from enum import StrEnum

from workbench.comparison import Comparison
from workbench.model import Edit, LabelKind
from workbench.spans import Span
from workbench.text.lines import one_line
from workbench.text.surroundings import rest_of_sentence

_FRAME = 90
"""How many characters of a frame are shown on either side."""


class Sign(StrEnum):
    """How a stretch of text is marked; `AWAY` is what stands elsewhere on the other side, `MOVED` where it came to."""

    SAME = "same"
    ADDED = "added"
    REMOVED = "removed"
    MOVED = "moved"
    AWAY = "away"
    STYLE = "style"
    GAP = "gap"
    FRAME = "frame"
    """What the outlet put around the passage in the same sentence; no part of the rendering."""

    @property
    def colour(self) -> str:
        """The name of its colour in the theme."""
        return Sign.MOVED.value if self is Sign.AWAY else self.value


def edit_sign(edit: Edit) -> Sign:
    """The sign of an edit as a whole."""
    if any(label.kind is LabelKind.MOVED for label in edit.labels):
        return Sign.MOVED if len(edit.witness) else Sign.AWAY
    if edit.is_style_only:
        return Sign.STYLE
    return Sign.REMOVED if not len(edit.witness) else Sign.ADDED


def side_sign(edit: Edit, *, base: bool) -> Sign:
    """The sign of one side of an edit."""
    return on_side(edit_sign(edit), base=base)


def on_side(sign: Sign, *, base: bool) -> Sign:
    """The sign of one side of an edit that has a sign as a whole."""
    if sign in (Sign.MOVED, Sign.AWAY, Sign.STYLE):
        return sign
    return Sign.REMOVED if base else Sign.ADDED


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a rendering: its text, how it is marked, and the edit it belongs to (-1 for none)."""

    text: str
    sign: Sign
    edit: int = -1


def rendering(comparison: Comparison, keep: int = 0) -> tuple[Piece, ...]:
    """A witness in one line with its edits against the base: what was removed stands struck before what came instead.

    With `keep`, stretches without edits longer than twice that many words are shortened to `keep` words at each end.
    """
    text, pieces = comparison.witness_text, []
    place = comparison.witness.place.span
    reached = place.start
    for number, edit in sorted(enumerate(comparison.edits), key=lambda item: (item[1].witness, item[1].base)):
        if edit.witness.start > reached:
            pieces.append(Piece(text[reached : edit.witness.start], Sign.SAME))
        pieces.extend(_edit_pieces(number, edit, comparison))
        reached = max(reached, edit.witness.end)
    if reached < place.end:
        pieces.append(Piece(text[reached : place.end], Sign.SAME))
    return _framed(text, place, tuple(_shortened(_one_line(pieces), keep)))


def base_rendering(text: str, span: Span, keep: int = 0) -> tuple[Piece, ...]:
    """The base in one line."""
    return _framed(text, span, tuple(_shortened(_one_line([Piece(span.of(text), Sign.SAME)]), keep)))


def _framed(text: str, span: Span, pieces: tuple[Piece, ...]) -> tuple[Piece, ...]:
    """A rendering between the words of its frame: who is cited for it, and by which verb."""
    frame = rest_of_sentence(text, span)
    before = [Piece(frame.before.of(text), Sign.FRAME)] if len(frame.before) else []
    after = [Piece(frame.after.of(text), Sign.FRAME)] if len(frame.after) else []
    shown = [replace(piece, text=_end(piece.text.lstrip())) for piece in _one_line(before)]
    rest = [replace(piece, text=_beginning(piece.text.rstrip())) for piece in _one_line(after)]
    return (*shown, *pieces, *rest)


def _end(words: str) -> str:
    """The last words before a passage, with the space or quotation mark that leads to it."""
    return words if len(words) <= _FRAME else "… " + words[-_FRAME:].partition(" ")[2]


def _beginning(words: str) -> str:
    """The first words after a passage."""
    return words if len(words) <= _FRAME else words[:_FRAME].rpartition(" ")[0] + " …"


def _edit_pieces(number: int, edit: Edit, comparison: Comparison) -> Iterable[Piece]:
    before, after = edit.base.of(comparison.base_text), edit.witness.of(comparison.witness_text)
    sign = edit_sign(edit)
    if before and (sign not in (Sign.MOVED, Sign.STYLE) or not after):
        yield from _bare(before, side_sign(edit, base=True), number)
        if after and not before[-1].isspace() and not after[0].isspace():
            yield Piece("\u2009", Sign.GAP)
    if after:
        yield from _bare(after, side_sign(edit, base=False), number)


def _bare(text: str, sign: Sign, number: int) -> Iterable[Piece]:
    """A piece without the white space around it, which is no part of what a reader sees changed."""
    words = text.strip()
    if text[0].isspace():
        yield Piece(" ", Sign.GAP)
    if words:
        yield Piece(words, sign, number)
    if words and text[-1].isspace():
        yield Piece(" ", Sign.GAP)


def bare_span(text: str, span: Span) -> Span:
    """A span without the white space around it; one of white space alone stays."""
    words = span.of(text)
    if not words.strip() or not (words[0].isspace() or words[-1].isspace()):
        return span
    start = span.start + len(words) - len(words.lstrip())
    return Span(start, start + len(words.strip()))


def _one_line(pieces: list[Piece]) -> list[Piece]:
    """White space of every kind folded to single spaces, also across the borders of pieces."""
    folded = []
    for piece in pieces:
        if piece.sign is Sign.GAP:
            folded.append(piece)
            continue
        words = one_line(piece.text)
        lead = " " if piece.text[:1].isspace() and words else ""
        trail = " " if piece.text[-1:].isspace() else ""
        folded.append(Piece(lead + words + trail, piece.sign, piece.edit))
    return [piece for piece in folded if piece.text]


def _shortened(pieces: list[Piece], keep: int) -> Iterable[Piece]:
    for number, piece in enumerate(pieces):
        words = piece.text.split(" ")
        if not keep or piece.sign is not Sign.SAME or len(words) <= 2 * keep + 3:
            yield piece
            continue
        if number > 0:
            yield Piece(" ".join(words[:keep]) + " ", Sign.SAME)
        elif len(pieces) == 1:
            yield Piece(" ".join(words[: 2 * keep]) + " ", Sign.SAME)
        yield Piece("…", Sign.GAP)
        if number < len(pieces) - 1:
            yield Piece(" " + " ".join(words[-keep:]), Sign.SAME)
