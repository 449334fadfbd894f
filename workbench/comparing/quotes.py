"""Quotation marks that came or went: scare quotes belong to the words inside, marks round a sentence stand alone."""

from typing import NamedTuple

from workbench.comparing.kinds import is_finite
from workbench.comparing.pieces import Piece
from workbench.comparing.tokens import Tokens

SCARE_LENGTH = 8
"""Up to this many tokens between new marks are scare quotes or a snatch of speech, unless they are a whole sentence."""
RECAST = 0.3
"""From this share of changed tokens on, what stands between new marks was turned from speech into report."""


class _Marks(NamedTuple):
    """A pair of marks that one side only has: the pieces they stand in, and how many tokens lie between."""

    first: int
    last: int
    length: int


def quoted_together(a: Tokens, b: Tokens, pieces: list[Piece]) -> list[Piece]:
    """The pieces with each pair of marks that came or went in one, words and marks together, where they belong so."""
    pieces = _shifted_marks(a, b, pieces)
    for side in (0, 1):
        k = 0
        while k < len(pieces):
            marks = _marks_from(a, b, pieces, k, side)
            if marks:
                last = pieces[marks.last]
                before, opening = _apart(a, b, pieces[k], side)
                pieces = [
                    *pieces[:k],
                    *before,
                    Piece(opening.a0, last.a1, opening.b0, last.b1),
                    *pieces[marks.last + 1 :],
                ]
            k += 1
    return pieces


def _marks_from(a: Tokens, b: Tokens, pieces: list[Piece], first: int, side: int) -> _Marks | None:
    """The marks that open in piece `first` and close in a later one, if all that lies between belongs to them."""
    text = b if side else a
    opening = _mark(text, pieces[first], side)
    if opening is None or _other_has_mark(a, b, pieces[first], side):
        return None
    for last in range(first, len(pieces)):
        closing = _mark(text, pieces[last], side, after=opening)
        if closing is not None:
            marks = _Marks(first, last, closing - opening - 1)
            alone = _other_has_mark(a, b, pieces[last], side)
            return (
                marks
                if last > first and not alone and _belongs(text, opening, closing, pieces[first : last + 1], side)
                else None
            )
        end = pieces[last].b1 if side else pieces[last].a1
        if end - opening > 60:
            return None
    return None


def _shifted_marks(a: Tokens, b: Tokens, pieces: list[Piece]) -> list[Piece]:
    """Pieces with a closing mark that moved a few words as one with the words it closes, from the opening mark on."""
    done: list[Piece] = []
    for piece in pieces:
        last = done[-1] if done else None
        if last and _lone_mark(a, b, last) + _lone_mark(a, b, piece) == 0 and _lone_mark(a, b, piece):
            opening = _opening(a, last.a0)
            count = last.a0 - opening
            reaches = opening >= 0 and count <= SCARE_LENGTH and piece.a0 - last.a1 <= SCARE_LENGTH
            if reaches and (len(done) == 1 or done[-2].a1 <= opening):
                done[-1] = Piece(opening, piece.a1, last.b0 - count, piece.b1)
                continue
        done.append(piece)
    return done


def _lone_mark(a: Tokens, b: Tokens, piece: Piece) -> int:
    """-1 for a piece that is one mark dropped, 1 for one put in, 0 for any other."""
    ours, theirs = a.keys[piece.a0 : piece.a1], b.keys[piece.b0 : piece.b1]
    return (theirs == ['"'] and not ours) - (ours == ['"'] and not theirs)


def _opening(side: Tokens, index: int) -> int:
    """Where the quotation that a mark at `index` closes was opened; -1 where it opens one itself."""
    marks = [place for place in range(max(0, index - SCARE_LENGTH), index) if side.keys[place] == '"']
    return marks[-1] if marks else -1


def _apart(a: Tokens, b: Tokens, piece: Piece, side: int) -> tuple[list[Piece], Piece]:
    """A piece cut before the mark in it, where a predicate stands before: "may face" beside "faced" and a mark."""
    start = piece.b0 if side else piece.a0
    mark = _mark(b if side else a, piece, side)
    keys = (b if side else a).keys
    if mark is None or mark == start or not piece.two_sided or not any(is_finite(key) for key in keys[start:mark]):
        return [], piece
    if side:
        return [piece._replace(b1=mark, kind="")], Piece(piece.a1, piece.a1, mark, piece.b1)
    return [piece._replace(a1=mark, kind="")], Piece(mark, piece.a1, piece.b1, piece.b1)


def _mark(text: Tokens, piece: Piece, side: int, after: int = -1) -> int | None:
    start, end = (piece.b0, piece.b1) if side else (piece.a0, piece.a1)
    places = [index for index in range(start, end) if text.keys[index] == '"' and index > after]
    return places[0] if places else None


def _other_has_mark(a: Tokens, b: Tokens, piece: Piece, side: int) -> bool:
    keys = a.keys[piece.a0 : piece.a1] if side else b.keys[piece.b0 : piece.b1]
    return '"' in keys


def _belongs(text: Tokens, opening: int, closing: int, pieces: list[Piece], side: int) -> bool:
    inside = closing - opening - 1
    sentence = text.keys[closing - 1] in (",", ".", "!", "?", ";") and text.shown(opening + 1)[:1].isupper()
    spans = [(piece.b0, piece.b1) if side else (piece.a0, piece.a1) for piece in pieces]
    changed = sum(max(0, min(end, closing) - max(start, opening + 1)) for start, end in spans)
    if any(opening < place < closing and text.keys[place] == '"' for place in range(opening + 1, closing)):
        return False
    return (inside <= SCARE_LENGTH and not sentence) or changed >= RECAST * max(inside, 1)
