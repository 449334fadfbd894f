"""Where an insertion may stand: it can slide over words it begins or ends with, and one place reads best."""

from workbench.comparing.kinds import is_clause_link
from workbench.comparing.lexicon import word_list
from workbench.comparing.pieces import Piece
from workbench.comparing.tokens import Tokens

FARTHEST = 40
_STOPS = frozenset((".", "!", "?", "...", "…"))
_PAUSES = frozenset((",", ";", ":", "-", "--"))


def slid(a: Tokens, b: Tokens, pieces: list[Piece]) -> list[Piece]:
    """Every one-sided piece at the place that reads best, as far as the pieces beside it leave room."""
    done: list[Piece] = []
    for k, piece in enumerate(pieces):
        left = done[-1] if done else Piece(0, 0, 0, 0)
        right = pieces[k + 1] if k + 1 < len(pieces) else Piece(len(a), len(a), len(b), len(b))
        if piece.two_sided:
            done.append(piece)
        elif piece.a1 > piece.a0:
            by = _best_slide(a, piece.a0, piece.a1, left.a1, right.a0)
            done.append(Piece(piece.a0 + by, piece.a1 + by, piece.b0 + by, piece.b1 + by, piece.kind))
        else:
            by = _best_slide(b, piece.b0, piece.b1, left.b1, right.b0)
            done.append(Piece(piece.a0 + by, piece.a1 + by, piece.b0 + by, piece.b1 + by, piece.kind))
    return done


def _best_slide(side: Tokens, start: int, end: int, lowest: int, highest: int) -> int:
    """How far tokens `start` to `end` should slide to the right, negative to the left; 0 where that is as good."""
    keys = side.keys
    slides = [0]
    by = 0
    while start + by > lowest and by > -FARTHEST and keys[start + by - 1] == keys[end + by - 1]:
        by -= 1
        slides.append(by)
    by = 0
    while end + by < highest and by < FARTHEST and keys[start + by] == keys[end + by]:
        by += 1
        slides.append(by)
    return max(slides, key=lambda slide: (_worth(side, start + slide, end + slide), -abs(slide), slide))


def _worth(side: Tokens, start: int, end: int) -> float:
    """How well tokens `start` to `end` read as a unit: clauses with their commas, phrases with their first word."""
    keys = side.keys
    first, last = keys[start], keys[end - 1]
    before = keys[start - 1] if start else "."
    after = keys[end] if end < len(keys) else "."
    worth = 0.0
    if before in _STOPS and last in _STOPS:
        worth += 4.0
    if first in _PAUSES:
        worth += 2.0 if after in _PAUSES or after in _STOPS or last in _PAUSES else 1.0
    elif last in _PAUSES:
        worth += 1.5 if before in _STOPS else -1.0
    if first in word_list("function", "prepositions") or is_clause_link(first):
        worth += 0.6
    if first in word_list("function", "articles"):
        worth += 0.4
    if last in word_list("function", "articles") or last in word_list("function", "prepositions"):
        worth -= 0.6
    if first in _STOPS or (last not in _STOPS and before in _STOPS and start and first in _STOPS):
        worth -= 1.0
    return worth
