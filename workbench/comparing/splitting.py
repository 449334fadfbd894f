"""Rewordings cut where both sides have a joint: a verb of saying, a finite verb, an abbreviation."""

from workbench.comparing.joints import at_joint, ending_hedge, names_from
from workbench.comparing.kinds import CONTENT, is_finite, reporting_verbs, token_kind, weight
from workbench.comparing.lemmas import lemma
from workbench.comparing.lexicon import word_list
from workbench.comparing.pieces import Piece
from workbench.comparing.tokens import Tokens

LONG = 7
"""A source of this many tokens and its verb are recast as a whole."""


SOURCE = 4
"""Up to this many tokens of a source stand for each other, apart from the verb of saying that ends both clauses."""


def split(a: Tokens, b: Tokens, piece: Piece) -> list[Piece]:
    """The piece, or the parts a person would tell apart in it."""
    if not piece.two_sided or (piece.kind and piece.kind != "name"):
        return [piece]
    return (
        _at_abbreviation(a, b, piece)
        or _at_hedge(a, b, piece)
        or _at_names(a, b, piece)
        or _at_saying(a, b, piece)
        or _at_clause(a, b, piece)
        or _at_finite_verb(a, b, piece)
        or [part for half in at_joint(a, b, piece) for part in split(a, b, half)]
        or [piece]
    )


def _at_hedge(a: Tokens, b: Tokens, piece: Piece) -> list[Piece]:
    """A rewording and the hedge after it that one side only has: "shed about" beside "axed", before a figure."""
    ours, theirs = ending_hedge(a, piece.a0, piece.a1), ending_hedge(b, piece.b0, piece.b1)
    if bool(ours) == bool(theirs):
        return []
    x, y = piece.a1 - ours, piece.b1 - theirs
    return [*split(a, b, Piece(piece.a0, x, piece.b0, y)), Piece(x, piece.a1, y, piece.b1)]


def _at_names(a: Tokens, b: Tokens, piece: Piece) -> list[Piece]:
    """A verb or preposition and the name after it on both sides: "approached Belize" beside "slammed into Honduras"."""
    x, y = names_from(a, piece.a0, piece.a1), names_from(b, piece.b0, piece.b1)
    if not (piece.a0 < x < piece.a1 and piece.b0 < y < piece.b1) or max(x - piece.a0, y - piece.b0) > SOURCE:
        return []
    if not (_is_plain(a, piece.a0, x) and _is_plain(b, piece.b0, y)):
        return []
    return [*split(a, b, Piece(piece.a0, x, piece.b0, y)), Piece(x, piece.a1, y, piece.b1)]


def _is_plain(side: Tokens, start: int, end: int) -> bool:
    """Whether a stretch is words without a name, that end in a verb or preposition and so need an object."""
    last = side.keys[end - 1]
    if any(not side.words[index] or side.shown(index)[:1].isupper() for index in range(start + 1, end)):
        return False
    return is_finite(last) or last in word_list("function", "prepositions") or last.endswith("ing")


def _at_abbreviation(a: Tokens, b: Tokens, piece: Piece) -> list[Piece]:
    """The name apart from what follows it: "EU fined" beside "European Union did not fine"."""
    if piece.a1 - piece.a0 == 1 or piece.b1 - piece.b0 == 1:
        return []
    long = spelled_out(a.shown(piece.a0), b, piece.b0, piece.b1)
    if long and piece.b0 + long < piece.b1:
        return [_variant(piece, 1, long), *split(a, b, Piece(piece.a0 + 1, piece.a1, piece.b0 + long, piece.b1))]
    long = spelled_out(b.shown(piece.b0), a, piece.a0, piece.a1)
    if long and piece.a0 + long < piece.a1:
        return [_variant(piece, long, 1), *split(a, b, Piece(piece.a0 + long, piece.a1, piece.b0 + 1, piece.b1))]
    return []


def _variant(piece: Piece, count_a: int, count_b: int) -> Piece:
    return Piece(piece.a0, piece.a0 + count_a, piece.b0, piece.b0 + count_b, "variant")


def spelled_out(short: str, side: Tokens, start: int, end: int) -> int:
    """How many tokens from `start` on spell out the abbreviation `short`, small words skipped; 0 if they do not."""
    letters = short.replace(".", "")
    if not (2 <= len(letters) <= 6 and letters.isupper()):
        return 0
    matched = 0
    for index in range(start, end):
        if side.shown(index)[:1].lower() == letters[matched].lower() and side.keys[index] not in (
            "of",
            "the",
            "and",
            "for",
        ):
            matched += 1
            if matched == len(letters):
                return index + 1 - start
        elif side.keys[index] not in ("of", "the", "and", "for", "&", "de", "la", "on", "in"):
            return 0
    return 0


def _at_saying(a: Tokens, b: Tokens, piece: Piece) -> list[Piece]:
    """Source, verb of saying and what follows, where both sides have all they need for it."""
    x, y = _verb_of_saying(a, piece.a0, piece.a1), _verb_of_saying(b, piece.b0, piece.b1)
    if x is None or y is None or (piece.a1 - piece.a0 == piece.b1 - piece.b0 == 1):
        return []
    if lemma(a.keys[x]) == lemma(b.keys[y]):
        return []
    if "ing" in (a.keys[x][-3:], b.keys[y][-3:]) and a.keys[x][-3:] != b.keys[y][-3:]:  # "they stress", "conceding"
        return []
    before = Piece(piece.a0, _without_auxiliaries(a, piece.a0, x), piece.b0, _without_auxiliaries(b, piece.b0, y))
    verb_a1 = x + 1 + _particle(a, x + 1, piece.a1)
    verb_b1 = y + 1 + _particle(b, y + 1, piece.b1)
    verb = Piece(before.a1, verb_a1, before.b1, verb_b1, "report")
    after = Piece(verb_a1, piece.a1, verb_b1, piece.b1)
    if (
        _lopsided(before)
        or is_recast_source(a, b, before, piece)
        or "citing" in (*a.keys[x : piece.a1], *b.keys[y : piece.b1])
    ):
        return []
    if _lopsided(after) and not (
        (after.a1 > after.a0 and a.keys[after.a0] == ",") or (after.b1 > after.b0 and b.keys[after.b0] == ",")
    ):
        return []
    return [part for part in (before, verb, after) if part.a1 > part.a0 or part.b1 > part.b0]


def _verb_of_saying(side: Tokens, start: int, end: int) -> int | None:
    found = [
        index for index in range(start, end) if token_kind(side.keys[index]) == "report" and is_finite(side.keys[index])
    ]
    return found[0] if len(found) == 1 else None


def _without_auxiliaries(side: Tokens, start: int, end: int) -> int:
    while end > start and side.keys[end - 1] in word_list("function", "auxiliaries"):
        end -= 1
    return end


def _particle(side: Tokens, start: int, end: int) -> int:
    return int(start < end and side.keys[start] == "as")


def _lopsided(piece: Piece) -> bool:
    return (piece.a1 > piece.a0) != (piece.b1 > piece.b0)


def is_recast_source(a: Tokens, b: Tokens, source: Piece, clause: Piece) -> bool:
    """Whether a source and what follows are recast as a whole: impersonal, or long and set off by commas."""
    if not source.two_sided:
        return False
    if "it" in (a.keys[source.a0], b.keys[source.b0]):
        return True
    longest = max(source.a1 - source.a0, source.b1 - source.b0)
    if longest <= SOURCE and _ends_in_saying(a, clause.a1) and _ends_in_saying(b, clause.b1):
        return False
    return longest > LONG or (longest >= 2 and _set_off(a, source.a0, clause.a1) and _set_off(b, source.b0, clause.b1))


def _ends_in_saying(side: Tokens, end: int) -> bool:
    return token_kind(side.keys[end - 1]) == "report"


def _set_off(side: Tokens, start: int, end: int) -> bool:
    """Whether a stretch stands between marks, as a parenthetical clause does."""
    after = side.keys[end] if end < len(side) else "."
    return start > 0 and side.keys[start - 1] == "," and not after[0].isalnum()


def with_particles(a: Tokens, b: Tokens, pieces: list[Piece]) -> list[Piece]:
    """The pieces with auxiliaries and particles beside their verb: "said" and "have conceded", "condemned as"."""
    done: list[Piece] = []
    for piece in pieces:
        last, rest = (done[-1] if done else None), piece
        if (
            last
            and piece.kind == "report"
            and last.two_sided
            and not last.kind
            and (last.a1, last.b1) == (piece.a0, piece.b0)
        ):
            x, y = _without_auxiliaries(a, last.a0, last.a1), _without_auxiliaries(b, last.b0, last.b1)
            if x > last.a0 and y > last.b0:
                done[-1] = last._replace(a1=x, b1=y)
                rest = piece._replace(a0=x, b0=y)
        if last and last.kind == "report" and piece.two_sided and (last.a1, last.b1) == (piece.a0, piece.b0):
            ours, theirs = _particle(a, piece.a0, piece.a1 - 1), _particle(b, piece.b0, piece.b1 - 1)
            if ours != theirs:
                done[-1] = Piece(last.a0, last.a1 + ours, last.b0, last.b1 + theirs, last.kind)
                rest = Piece(piece.a0 + ours, piece.a1, piece.b0 + theirs, piece.b1, piece.kind)
        done.append(rest)
    return done


def _at_clause(a: Tokens, b: Tokens, piece: Piece) -> list[Piece]:
    """Two phrases of which the second begins with a word that opens a clause or adjunct on both sides: "as", "with"."""
    x, y = _opener(a, piece.a0, piece.a1), _opener(b, piece.b0, piece.b1)
    if x is None or y is None:
        return []
    head, tail = Piece(piece.a0, x, piece.b0, y), Piece(x, piece.a1, y, piece.b1)
    return [*split(a, b, head), *split(a, b, tail)]


def _opener(side: Tokens, start: int, end: int) -> int | None:
    found = [index for index in range(start + 1, end - 1) if side.keys[index] in word_list("verbs", "openers")]
    return found[0] if len(found) == 1 else None


def _at_finite_verb(a: Tokens, b: Tokens, piece: Piece) -> list[Piece]:
    """Subject and predicate, where each side has exactly one finite verb and something before it."""
    x, y = _first_finite(a, piece.a0, piece.a1), _first_finite(b, piece.b0, piece.b1)
    if x is None or y is None or x == piece.a0 or y == piece.b0:
        return []
    if x - piece.a0 > LONG or y - piece.b0 > LONG or not (_is_subject(a, piece.a0) and _is_subject(b, piece.b0)):
        return []
    set_off = _set_off(a, piece.a0, piece.a1) and _set_off(b, piece.b0, piece.b1)
    if set_off and {lemma(a.keys[x]), lemma(b.keys[y])} & reporting_verbs():  # a source in parenthesis is recast whole
        return []
    if _crosses(a.keys[piece.a0 : x], b.keys[y : piece.b1]) or _crosses(b.keys[piece.b0 : y], a.keys[x : piece.a1]):
        return []
    return [Piece(piece.a0, x, piece.b0, y), Piece(x, piece.a1, y, piece.b1)]


def _crosses(subject: list[str], predicate: list[str]) -> bool:
    """Whether the subject of one side holds a word of meaning that the predicate of the other has."""
    return any(weight(key) >= CONTENT for key in set(subject) & set(predicate))


def _first_finite(side: Tokens, start: int, end: int) -> int | None:
    for index in range(start, end):
        if not side.words[index]:
            return None
        if is_finite(side.keys[index]) and (index > start or not side.keys[index].endswith("ed")):
            return index
    return None


def _is_subject(side: Tokens, start: int) -> bool:
    """Whether a phrase begins as a subject may: no preposition, no conjunction, no "it"."""
    key = side.keys[start]
    return (
        key not in ("it", "there")
        and key not in word_list("function", "prepositions")
        and key not in word_list("function", "conjunctions")
    )
