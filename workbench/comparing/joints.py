"""Joints inside a rewording: a clause that one side only has, a figure, a small word that both sides share."""

from workbench.comparing.kinds import is_finite, reporting_verbs, token_kind
from workbench.comparing.lemmas import lemma
from workbench.comparing.lexicon import by_lexicon, word_list
from workbench.comparing.numbers import has_number, is_vague, quantities
from workbench.comparing.pieces import Piece
from workbench.comparing.tokens import Tokens

SHORT = 3
"""Up to this many tokens before and after a shared small word can stand for each other."""
LONGEST = 60
"""A rewording of more tokens than this is left whole."""
CLAUSE = 3
"""From this many tokens on, what stands between commas on one side only is a clause of its own."""

Pieces = list[Piece]


def at_joint(a: Tokens, b: Tokens, piece: Piece) -> Pieces:
    """The two parts of a two-sided piece on either side of its first joint; none where it has no joint."""
    if max(piece.a1 - piece.a0, piece.b1 - piece.b0) > LONGEST:
        return []
    return (
        _at_comma(a, b, piece)
        or [_mirror(part) for part in _at_comma(b, a, _mirror(piece))]
        or _at_modal(a, b, piece)
        or _at_figure(a, b, piece)
        or _at_quantity(a, b, piece)
        or _at_counted(a, b, piece)
        or _after_figure(a, b, piece)
        or _after_name(a, b, piece)
        or _at_saying(a, b, piece)
        or _at_shared_word(a, b, piece)
    )


def _mirror(piece: Piece) -> Piece:
    return Piece(piece.b0, piece.b1, piece.a0, piece.a1, piece.kind)


def _at_comma(a: Tokens, b: Tokens, piece: Piece) -> Pieces:
    """A clause with its comma that only `a` has, before or after a phrase that stands for all of the other side.

    "In an interview, Novak" beside "the minister"; "drug, which is cheap," beside "medicine".
    """
    commas = [index for index in range(piece.a0, piece.a1) if a.keys[index] == ","]
    if not commas or piece.b1 - piece.b0 > SHORT or not _MARKS.isdisjoint(a.keys[piece.a0 : piece.a1]):
        return []
    first, last = commas[0], commas[-1]
    if any(map(has_number, b.keys[piece.b0 : piece.b1])) and any(map(has_number, a.keys[piece.a0 : piece.a1])):
        return []  # a figure stands for a figure, on whichever side of the comma it is
    closed = first < last == piece.a1 - 1 or (first == last and a.keys[piece.a1 : piece.a1 + 1] in ([], ["."]))
    if 0 < first - piece.a0 <= SHORT and piece.a1 - first >= CLAUSE and closed:
        return [Piece(piece.a0, first, piece.b0, piece.b1), Piece(first, piece.a1, piece.b1, piece.b1)]
    if 0 < piece.a1 - last - 1 <= SHORT and last + 1 - piece.a0 >= CLAUSE:
        return [Piece(piece.a0, last + 1, piece.b0, piece.b0), Piece(last + 1, piece.a1, piece.b0, piece.b1)]
    return []


_MARKS = frozenset(('"', "(", ")"))


def _at_figure(a: Tokens, b: Tokens, piece: Piece) -> Pieces:
    """A hedge and then a figure on both sides: "about 250" beside "more than 300"; other recast phrases stay whole."""
    x, y = _only_figure(a, piece.a0, piece.a1), _only_figure(b, piece.b0, piece.b1)
    if x is None or y is None:
        return []
    hedges = " ".join(a.keys[piece.a0 : x]) in _HEDGES and " ".join(b.keys[piece.b0 : y]) in _HEDGES
    return _halves(piece, x, y) if hedges else []


_HEDGES = word_list("certainty", "bounds", "approximators")


def ending_hedge(side: Tokens, start: int, end: int) -> int:
    """How many tokens the hedge takes that a stretch ends in: a bound before a figure, "allegedly"; never the whole."""
    counted = end < len(side) and (has_number(side.keys[end]) or side.keys[end] in ("a", "an", "half"))
    for count in range(min(SHORT, end - start - 1), 0, -1):
        said = " ".join(side.keys[end - count : end])
        if (counted and said in _HEDGES) or said in _doubts():
            return count
    return 0


@by_lexicon(maxsize=1)
def _doubts() -> frozenset[str]:
    """The hedges that follow what they doubt: adverbs in -ly, "perhaps", "what may be"."""
    hedges = word_list("certainty", "hedges")
    adverbs = {hedge for hedge in hedges if hedge.endswith("ly") and " " not in hedge} - {"early", "unlikely"}
    return frozenset(adverbs | {hedge for hedge in hedges if hedge.startswith("what ")} | {"perhaps", "maybe"})


def names_from(side: Tokens, start: int, end: int) -> int:
    """Where the proper names begin that a stretch ends in; its end where it ends in none."""
    index = end
    while index > start and side.shown(index - 1)[:1].isupper() and side.keys[index - 1] not in _TIME:
        index -= 1
    return index


def _at_modal(a: Tokens, b: Tokens, piece: Piece) -> Pieces:
    """A modal at the head of both sides: "must halve" beside "should fall"."""
    both = token_kind(a.keys[piece.a0]) == token_kind(b.keys[piece.b0]) == "modal"
    if not both or piece.a1 - piece.a0 == 1 or piece.b1 - piece.b0 == 1 or a.keys[piece.a0] == b.keys[piece.b0]:
        return []
    return _halves(piece, piece.a0 + 1, piece.b0 + 1)


def _after_figure(a: Tokens, b: Tokens, piece: Piece) -> Pieces:
    """A figure at the head of both sides and what it counts, unless that is a unit: "60 cows" beside "70 sheep"."""
    if not (has_number(a.keys[piece.a0]) and has_number(b.keys[piece.b0])):
        return []
    if min(piece.a1 - piece.a0, piece.b1 - piece.b0) < 2 or max(piece.a1 - piece.a0, piece.b1 - piece.b0) > SHORT + 1:
        return []
    counted = [*a.keys[piece.a0 + 1 : piece.a1], *b.keys[piece.b0 + 1 : piece.b1]]
    if any(has_number(key) or key in _UNITS or not key[0].isalpha() for key in counted):
        return []
    return _halves(piece, piece.a0 + 1, piece.b0 + 1)


_UNITS = word_list("numbers", "units", "value") | word_list("time", "units")


def _after_name(a: Tokens, b: Tokens, piece: Piece) -> Pieces:
    """A name at the head of both sides and then a phrase of time: "Wales last month" beside "Kent in May"."""
    x, y = _name_end(a, piece.a0, piece.a1), _name_end(b, piece.b0, piece.b1)
    if not (piece.a0 < x < piece.a1 and piece.b0 < y < piece.b1):
        return []
    timed = all(not _TIME.isdisjoint(side.keys[start:end]) for side, start, end in ((a, x, piece.a1), (b, y, piece.b1)))
    return _halves(piece, x, y) if timed else []


_TIME = word_list("time")


def _name_end(side: Tokens, start: int, end: int) -> int:
    index = start
    while index < end and side.shown(index)[:1].isupper() and side.keys[index] not in _TIME:
        index += 1
    return index


def _at_saying(a: Tokens, b: Tokens, piece: Piece) -> Pieces:
    """A source and its verb, where the verb might be a noun: "scientists argue" beside "campaigners demand"."""
    longest = max(piece.a1 - piece.a0, piece.b1 - piece.b0)
    if min(piece.a1 - piece.a0, piece.b1 - piece.b0) < 2 or longest > SHORT + 1:
        return []
    x, y = piece.a1 - 1, piece.b1 - 1
    if not all(lemma(key) in reporting_verbs() for key in (a.keys[x], b.keys[y])):
        return []
    if (lemma(a.keys[x]) in _SHOWING) != (lemma(b.keys[y]) in _SHOWING):
        return []
    if a.keys[x].endswith("ing") != b.keys[y].endswith("ing"):
        return []
    nouns = {a.keys[x - 1], b.keys[y - 1]} & (_SHARED | word_list("function", "auxiliaries"))
    return [] if nouns else _halves(piece, x, y)


_SHOWING = frozenset(("show", "reveal", "indicate", "suggest"))
"""Verbs of papers and figures: beside a person who says, the whole clause is recast."""


def _halves(piece: Piece, x: int, y: int) -> Pieces:
    return [Piece(piece.a0, x, piece.b0, y), Piece(x, piece.a1, y, piece.b1)]


def _at_quantity(a: Tokens, b: Tokens, piece: Piece) -> Pieces:
    """A verb and the quantity after it on both sides: "climbed 2%" beside "rocketed two percent"."""
    x, y = _quantity_from(a, piece.a0, piece.a1), _quantity_from(b, piece.b0, piece.b1)
    if x is None or y is None or not all(map(is_finite, (a.keys[x - 1], b.keys[y - 1]))):
        return []
    return _halves(piece, x, y)


def _quantity_from(side: Tokens, start: int, end: int) -> int | None:
    """Where the quantity begins that a stretch ends in, if up to `SHORT` tokens stand before it."""
    found = quantities(side.keys[start:end])
    if len(found) != 1 or found[0].end != end - start or not 0 < found[0].start <= SHORT:
        return None
    return start + found[0].start


def _at_counted(a: Tokens, b: Tokens, piece: Piece) -> Pieces:
    """What is counted, at the end of both sides: "having seized eight settlements", "had taken several villages"."""
    x, y = piece.a1 - 2, piece.b1 - 2
    counts = all(has_number(key) or is_vague(key) for key in (a.keys[x], b.keys[y]))
    if x <= piece.a0 + 1 or y <= piece.b0 + 1 or not counts or a.keys[x] == b.keys[y]:
        return []
    rest = [*a.keys[piece.a0 : x], *b.keys[piece.b0 : y]]
    return [] if any(map(has_number, rest)) else _halves(piece, x, y)


def _only_figure(side: Tokens, start: int, end: int) -> int | None:
    found = [index for index in range(start, end) if has_number(side.keys[index])]
    plain = len(found) == 1 and not any(not side.words[index] for index in range(start, end))
    if not plain or token_kind(side.keys[found[0]]) != "figure":
        return None
    return found[0] - 2 if side.keys[max(start, found[0] - 2) : found[0]] == ["half", "a"] else found[0]


def _at_shared_word(a: Tokens, b: Tokens, piece: Piece) -> Pieces:
    """Two short phrases round an article or preposition that both sides have: "set the national", "broke the world"."""
    if max(piece.a1 - piece.a0, piece.b1 - piece.b0) > 2 * SHORT + 3:
        return []
    for x in range(piece.a0 + 1, piece.a1 - 1):
        if a.keys[x] not in _SHARED:
            continue
        for y in range(piece.b0 + 1, piece.b1 - 1):
            if a.keys[x] == b.keys[y] and _alike(x - piece.a0, y - piece.b0) and _alike(piece.a1 - x, piece.b1 - y):
                return [Piece(piece.a0, x, piece.b0, y), Piece(x + 1, piece.a1, y + 1, piece.b1)]
    return []


_SHARED = word_list("function", "articles", "prepositions") - {"to", "by"} | {"and", "or", "its", "his", "her", "their"}


def _alike(ours: int, theirs: int) -> bool:
    return max(ours, theirs) <= SHORT + 1 and abs(ours - theirs) <= 1
