"""Phrases that stand elsewhere on the other side, edited or not."""

from rapidfuzz.distance import Indel

from workbench.comparing.views import EditView, Phrase

LIKE = 0.8
"""From this similarity on, two phrases are one that moved and was edited on the way."""
LONG, LENIENCE = 6, 0.15
"""Phrases of this many words and more may be that much less alike: chance does not make them so."""
FEWEST = 2
MOST = 2_000
"""More one-sided edits than this are not compared with each other."""


def moved(edits: list[EditView]) -> dict[int, int]:
    """For each edit that is one half of a move, the index of its other half."""
    dropped = [k for k, edit in enumerate(edits) if edit.base.words and not edit.witness.words]
    put_in = [k for k, edit in enumerate(edits) if edit.witness.words and not edit.base.words]
    if len(dropped) * len(put_in) > MOST:
        return _exactly(edits, dropped, put_in)
    likeness = [(_alike(edits[x].base, edits[y].witness), -abs(x - y), x, y) for x in dropped for y in put_in]
    partners: dict[int, int] = {}
    for value, _, x, y in sorted(likeness, reverse=True):
        if value >= LIKE and x not in partners and y not in partners:
            partners[x], partners[y] = y, x
    return partners


def _alike(a: Phrase, b: Phrase) -> float:
    if min(len(a.words), len(b.words)) < FEWEST:
        return 0.0
    like = float(Indel.normalized_similarity(a.words, b.words))
    return like + LENIENCE if like >= LIKE - LENIENCE and min(len(a.words), len(b.words)) >= LONG else like


def edited_inside(move: EditView) -> list[EditView]:
    """What was edited in a phrase that moved; the marks it is set off with are no edits."""
    ours, theirs = move.sides
    parts = []
    x = y = 0
    for block in Indel.opcodes(ours.keys, theirs.keys).as_matching_blocks():
        part = EditView(_part(ours, x, block.a), _part(theirs, y, block.b))
        if part.base.words or part.witness.words:
            parts.append(part)
        x, y = block.a + block.size, block.b + block.size
    return parts


def _part(phrase: Phrase, start: int, end: int) -> Phrase:
    """The tokens `start` to `end` of a phrase, counted from its beginning."""
    side, first, last = phrase.side, phrase.start + start, phrase.start + end
    exact = side.text[side.starts[first] : side.ends[last - 1]] if last > first else ""
    return Phrase(side, first, last, exact)


def _exactly(edits: list[EditView], dropped: list[int], put_in: list[int]) -> dict[int, int]:
    places = {edits[k].base.said: k for k in dropped if len(edits[k].base.words) >= FEWEST}
    partners: dict[int, int] = {}
    for k in put_in:
        other = places.pop(edits[k].witness.said, None)
        if other is not None:
            partners[k], partners[other] = other, k
    return partners
