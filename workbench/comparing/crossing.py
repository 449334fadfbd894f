"""Phrases that changed places over a short stretch: which of the two is said to have moved; wordings turned round."""

from workbench.comparing.kinds import CONTENT, weight
from workbench.comparing.lemmas import lemma
from workbench.comparing.lexicon import word_list
from workbench.comparing.pieces import Piece
from workbench.comparing.tokens import Tokens

REACH = 30
"""How many tokens a phrase may have jumped over to be turned into one that stayed."""
TURNED = 4
"""Up to this many tokens may stay in the middle of a wording that was turned round."""


def uncrossed(a: Tokens, b: Tokens, pieces: list[Piece]) -> list[Piece]:
    """The pieces with the adjunct moved, not the subject: "Speaking later, X said" beside "X, speaking later, said"."""
    done: list[Piece] = []
    for piece in pieces:
        if done:
            turned = _turned_over(a, b, done[-1], piece) or _mirrored(
                _turned_over(b, a, _mirror(done[-1]), _mirror(piece))
            )
            if turned:
                done[-1:] = turned
                continue
        done.append(piece)
    return done


def _mirror(piece: Piece) -> Piece:
    return Piece(piece.b0, piece.b1, piece.a0, piece.a1, piece.kind)


def _mirrored(pieces: list[Piece]) -> list[Piece]:
    return [_mirror(piece) for piece in pieces]


def _turned_over(a: Tokens, b: Tokens, left: Piece, right: Piece) -> list[Piece]:
    """`left` put into `b`, dropped from `a` after a shared phrase: let that phrase be what moved, if an adjunct."""
    if left.a1 > left.a0 or right.b1 > right.b0 or left.kind or right.kind:
        return []
    count = right.a1 - right.a0
    jumped = right.a0 - left.a1
    same = count >= 2 and a.keys[right.a0 : right.a1] == b.keys[left.b0 : left.b0 + count]
    if not same or left.b1 - left.b0 - count > 1 or not 2 <= jumped <= REACH or not _is_adjunct(a, left.a1, right.a0):
        return []
    moved = Piece(left.a1, right.a0, left.b0, left.b0)
    landed = Piece(right.a1, right.a1, left.b0 + count, right.b0)
    return [moved, landed]


def _is_adjunct(side: Tokens, start: int, end: int) -> bool:
    """Whether a phrase is set off by a comma and begins as an adjunct does."""
    first = side.keys[start]
    begins = first.endswith("ing") or first in word_list("function", "prepositions") or side.keys[end - 1] == ","
    return begins and "," in side.keys[start:end][-1:] and side.keys[start] not in word_list("function", "articles")


def moves_apart(a: Tokens, b: Tokens, pieces: list[Piece]) -> list[Piece]:
    """Rewordings without the phrase that they begin or end with, where the other side has it alone elsewhere."""
    put_in = {_phrase(b, piece.b0, piece.b1) for piece in pieces if piece.a1 == piece.a0}
    dropped = {_phrase(a, piece.a0, piece.a1) for piece in pieces if piece.b1 == piece.b0}
    parts: list[Piece] = []
    for piece in pieces:
        cut: list[Piece] = []
        if piece.two_sided and not piece.kind:
            cut = _cut_off(a, piece, put_in) or _mirrored(_cut_off(b, _mirror(piece), dropped))
        parts += cut or [piece]
    return parts


def _phrase(side: Tokens, start: int, end: int) -> tuple[str, ...]:
    return tuple(key for key in side.keys[start:end] if key != ",")


def _cut_off(a: Tokens, piece: Piece, elsewhere: set[tuple[str, ...]]) -> list[Piece]:
    """The piece in two where its side in `a` ends or begins with one of the phrases; empty where it does not."""
    for count in range(2, min(REACH, piece.a1 - piece.a0)):
        if tuple(a.keys[piece.a1 - count : piece.a1]) in elsewhere:
            cut = piece.a1 - count
            return [piece._replace(a1=cut), Piece(cut, piece.a1, piece.b1, piece.b1)]
        if tuple(a.keys[piece.a0 : piece.a0 + count]) in elsewhere:
            cut = piece.a0 + count
            return [Piece(piece.a0, cut, piece.b0, piece.b0), piece._replace(a0=cut)]
    return []


def is_turned_round(a: Tokens, b: Tokens, left: Piece, right: Piece) -> bool:
    """Whether two one-sided pieces are one wording turned round: "told X" and "X was told by"."""
    if left.kind or right.kind or left.two_sided or right.two_sided:
        return False
    if (left.a1 > left.a0) == (right.a1 > right.a0):
        return False
    between = a.keys[left.a1 : right.a0]
    if not 0 < len(between) <= TURNED or any(not key[0].isalnum() for key in between):
        return False
    ours, theirs = (_content(a, piece.a0, piece.a1) | _content(b, piece.b0, piece.b1) for piece in (left, right))
    if len(between) == 1:
        return weight(between[0]) >= CONTENT and _all_words(a, b, left) and _all_words(a, b, right)
    moved = [*a.keys[left.a0 : left.a1], *b.keys[left.b0 : left.b1]] == [
        *a.keys[right.a0 : right.a1],
        *b.keys[right.b0 : right.b1],
    ]
    adjunct = {a.keys[left.a0] if left.a1 > left.a0 else b.keys[left.b0]} <= word_list("function", "prepositions")
    return bool(ours & theirs) and (not moved or (len(ours) == 1 and not adjunct))


def _content(side: Tokens, start: int, end: int) -> set[str]:
    return {lemma(key) for key in side.keys[start:end] if weight(key) >= CONTENT}


def _all_words(a: Tokens, b: Tokens, piece: Piece) -> bool:
    return all([*a.words[piece.a0 : piece.a1], *b.words[piece.b0 : piece.b1]])
