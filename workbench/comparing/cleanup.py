"""Pieces joined, cut and moved until they read as a person would name them.

Each step takes all the pieces of a comparison and gives new ones; none changes what lies outside the pieces but for
taking agreement in or sliding over it.
"""

from collections.abc import Callable
from collections.abc import Set as AbstractSet

from workbench.comparing.crossing import is_turned_round, moves_apart, uncrossed
from workbench.comparing.kinds import CONTENT, LINK, PAUSE, is_clause_link, is_finite, token_kind, weight
from workbench.comparing.lemmas import lemma
from workbench.comparing.lexicon import word_list
from workbench.comparing.numbers import has_number
from workbench.comparing.pieces import Piece
from workbench.comparing.quotes import quoted_together
from workbench.comparing.sliding import slid
from workbench.comparing.splitting import is_recast_source, split, with_particles
from workbench.comparing.tokens import Tokens

SLIGHT = 0.34
"""Agreement is slight when it is worth less than this share of the smaller difference beside it."""

Joins = Callable[[Tokens, Tokens, Piece, Piece], bool]


def cleaned(a: Tokens, b: Tokens, pieces: list[Piece], look: Callable[[], None] = lambda: None) -> list[Piece]:
    """The pieces as a person would name them; `look` is called between the steps."""
    pieces = [_plain_if_same_lemma(a, b, piece) for piece in uncrossed(a, b, pieces)]
    pieces = with_case(a, b, pieces)
    for joins in (_is_torn, _goes_with_figure, _is_one_name, _is_verdict, is_turned_round, _is_slight):
        look()
        pieces = _joined(a, b, pieces, joins)
    parts: list[Piece] = []
    for piece in moves_apart(a, b, pieces):
        look()
        parts += split(a, b, piece)
    pieces = with_particles(a, b, parts)
    for joins in (_is_inflected, _is_verb_phrase):
        look()
        pieces = _joined(a, b, pieces, joins)
    pieces = quoted_together(a, b, pieces)
    pieces = [piece for piece in pieces if piece.kind != "case"]
    return slid(a, b, pieces)


def _joined(a: Tokens, b: Tokens, pieces: list[Piece], joins: Joins) -> list[Piece]:
    """Neighbours that `joins` accepts made one; what is joined is a rewording, unless both were of one kind."""
    done: list[Piece] = []
    for piece in pieces:
        whole = piece
        while done and joins(a, b, done[-1], whole):
            whole = _one_of(done.pop(), whole, joins is not _is_torn)
        done.append(whole)
    return done


def _one_of(left: Piece, right: Piece, keep_kind: bool) -> Piece:
    kind = left.kind or right.kind if keep_kind else ""
    return Piece(left.a0, right.a1, left.b0, right.b1, "" if kind in ("case", "name") else kind)


def _touch(left: Piece, right: Piece) -> bool:
    return left.a1 == right.a0 and left.b1 == right.b0


def _plain_if_same_lemma(a: Tokens, b: Tokens, piece: Piece) -> Piece:
    """Two forms of one verb are no pair of verbs: "ruled" beside "did not rule"."""
    if piece.kind == "report" and lemma(a.keys[piece.a0]) == lemma(b.keys[piece.b0]):
        return piece._replace(kind="")
    return piece


def with_case(a: Tokens, b: Tokens, pieces: list[Piece]) -> list[Piece]:
    """The pieces and, among them, each token beside one that differs in case only: it may be part of a rewording."""
    found: list[Piece] = []
    i = j = 0
    for piece in [*pieces, Piece(len(a), len(a), len(b), len(b))]:
        run = [
            Piece(i + k, i + k + 1, j + k, j + k + 1, "case")
            for k in range(piece.a0 - i)
            if _case_differs(a, i + k, b, j + k)
        ]
        found += [*run, piece]
        i, j = piece.a1, piece.b1
    return found[:-1]


def _case_differs(a: Tokens, i: int, b: Tokens, j: int) -> bool:
    shown_a, shown_b = a.shown(i), b.shown(j)
    return shown_a != shown_b and shown_a[:1].isupper() != shown_b[:1].isupper()


def opens_sentence(side: Tokens, index: int) -> bool:
    """Whether a token is the first of a sentence, quotation marks aside."""
    while index and side.keys[index - 1] in ('"', "'", "("):
        index -= 1
    return index == 0 or side.keys[index - 1] in (".", "!", "?", ":", "...") or "\n" in side.gaps[index]


def _is_torn(a: Tokens, b: Tokens, left: Piece, right: Piece) -> bool:
    """Neighbours without a token between them, of which one is part of a name or differs in case inside a rewording."""
    if not _touch(left, right) or "case" not in (left.kind, right.kind):
        return False
    case, other = (left, right) if left.kind == "case" else (right, left)
    initial = opens_sentence(a, case.a0) if a.shown(case.a0)[:1].isupper() else opens_sentence(b, case.b0)
    return other.kind in ("", "name", "case") and (other.two_sided or not initial)


def _goes_with_figure(a: Tokens, b: Tokens, left: Piece, right: Piece) -> bool:
    """A figure and a unit or an article that only one side writes out: "31 percent" beside "31%"."""
    if not _touch(left, right):
        return False
    if left.kind == right.kind == "date":
        return True
    if left.kind == right.kind == "figure" and right.two_sided:
        return all(key in _PARTS for key in (a.keys[right.a0], b.keys[right.b0]))
    if left.kind == "figure" and not right.two_sided:
        return _all_in(a, b, right, word_list("numbers", "units", "value"))
    if left.kind == "figure" and not right.kind:
        units = word_list("numbers", "units") | word_list("time", "units")
        words = [*a.keys[right.a0 : right.a1], *b.keys[right.b0 : right.b1]]
        return all(key in units or has_number(key) for key in words)
    if right.kind == "figure" and not left.two_sided:
        words = [*a.keys[left.a0 : left.a1], *b.keys[left.b0 : left.b1]]
        return all(key in ("a", "an", "half") or has_number(key) for key in words)
    return False


_PARTS = word_list("numbers", "fraction") | word_list("numbers", "units")


_VERDICTS = frozenset(
    ("found", "ruled", "declared", "deemed", "judged", "pronounced", "made", "put", "set", "pleaded", "turned")
)


def _is_verdict(a: Tokens, b: Tokens, left: Piece, right: Piece) -> bool:
    """A verb that only one side needs before its opposite: "cleared" and "found guilty"."""
    words = [*a.keys[left.a0 : left.a1], *b.keys[left.b0 : left.b1]]
    return _touch(left, right) and right.kind == "antonym" and not left.two_sided and set(words) <= _VERDICTS


def _all_in(a: Tokens, b: Tokens, piece: Piece, words: AbstractSet[str]) -> bool:
    return all(key in words for key in [*a.keys[piece.a0 : piece.a1], *b.keys[piece.b0 : piece.b1]])


def _is_one_name(a: Tokens, b: Tokens, left: Piece, right: Piece) -> bool:
    """Parts of one name, given name and surname in two spellings, or a name and the rewording around it."""
    if not _touch(left, right):
        return False
    kinds = {left.kind, right.kind}
    if kinds == {"variant"}:
        return a.shown(left.a0)[:1].isupper() and a.shown(right.a0)[:1].isupper()
    if left.kind == "name" and not right.kind and _begins_adjunct(a, b, right):
        return False
    return kinds <= {"name", ""}


def _begins_adjunct(a: Tokens, b: Tokens, piece: Piece) -> bool:
    """Whether a preposition, a word of time or a figure begins both sides, or the only one: no name goes on so."""
    firsts = [*a.keys[piece.a0 : piece.a1][:1], *b.keys[piece.b0 : piece.b1][:1]]
    openers = word_list("function", "prepositions") - {"of"}
    return all(key in openers or key in word_list("time") or has_number(key) for key in firsts)


def _is_slight(a: Tokens, b: Tokens, left: Piece, right: Piece) -> bool:
    """Whether a word that happens to stand on both sides is slight beside the rewordings around it."""
    if left.kind not in ("", "name") or right.kind not in ("", "name") or _touch(left, right):
        return False
    between = a.keys[left.a1 : right.a0]
    if between == ["to"] and not left.two_sided and right.two_sided:  # a purpose: "in a bid to win" beside "to gain"
        return True
    if set(between) <= _COINCIDENCES and left.two_sided != right.two_sided and max(_size(left), _size(right)) >= 3:
        return not _is_clause(a, b, right if left.two_sided else left)
    if between == ["to"] and left.two_sided and right.two_sided and max(_size(left), _size(right)) <= 2:
        return not left.kind and not right.kind and max(_size(left), _size(right)) == 2
    if _is_turned_to_clause(a, b, left, right):
        return True
    weights = [weight(key) for key in between]
    if max(weights) < CONTENT or any(value in (PAUSE, LINK) for value in weights):
        return False
    if any(token_kind(key) in ("date", "figure") for key in between):
        return False
    return sum(weights) / CONTENT <= SLIGHT * min(_size(left), _size(right))


def _is_turned_to_clause(a: Tokens, b: Tokens, left: Piece, right: Piece) -> bool:
    """Whether an adjunct became a clause about the same thing: "by the end of the year", "before the year is out"."""
    if not left.two_sided or right.two_sided or right.a0 - left.a1 > 2 or _is_clause(a, b, right):
        return False
    if not {a.keys[left.a0], b.keys[left.b0]} <= word_list("function", "prepositions"):
        return False
    verb = a.keys[right.a0] if right.a1 > right.a0 else b.keys[right.b0]
    return (
        _size(right) <= 3 and verb not in ("as", "is") and (is_finite(verb) or lemma(verb) + "s" == verb)
    ) or verb == "is"


def _is_inflected(a: Tokens, b: Tokens, left: Piece, right: Piece) -> bool:
    """Auxiliaries and the verb they change the form of: "but ruled" and "and did not rule"."""
    if not _touch(left, right) or not left.two_sided or _size(right) > 1 or not right.two_sided:
        return False
    if lemma(a.keys[right.a0]) != lemma(b.keys[right.b0]):
        return False
    helpers = word_list("function", "auxiliaries", "polarity")
    return a.keys[left.a1 - 1] in helpers or b.keys[left.b1 - 1] in helpers


_COINCIDENCES = frozenset(("a", "an", "the", "of"))


def _is_clause(a: Tokens, b: Tokens, piece: Piece) -> bool:
    """Whether a one-sided piece is set off by a comma, and so hangs together with nothing beside it."""
    keys = [*a.keys[piece.a0 : piece.a1], *b.keys[piece.b0 : piece.b1]]
    return "," in (keys[0], keys[-1])


def _size(piece: Piece) -> int:
    return max(piece.a1 - piece.a0, piece.b1 - piece.b0)


def _is_verb_phrase(a: Tokens, b: Tokens, left: Piece, right: Piece) -> bool:
    """A verb of saying with its auxiliaries or the person told, or with an impersonal or long-winded source."""
    if not _touch(left, right):
        return False
    if right.kind == "report" and left.kind in ("", "name"):
        participle = a.keys[right.a1 - 1].endswith("ing") != b.keys[right.b1 - 1].endswith("ing")
        if participle and _all_in(a, b, left, word_list("function", "conjunctions", "pronouns")):
            return True  # "although they stress" beside "while conceding"
        return is_recast_source(a, b, left, right) or _all_in(
            a, b, left, word_list("function", "auxiliaries", "polarity")
        )
    if left.kind == "report" and right.kind in ("", "name"):
        words = [*a.keys[right.a0 : right.a1], *b.keys[right.b0 : right.b1]]
        plain = not any(is_clause_link(key) for key in words) and len(words) <= 4
        return plain and bool(
            {lemma(a.keys[left.a1 - 1]), lemma(b.keys[left.b1 - 1])}
            & {"tell", "warn", "remind", "inform", "beg", "urge", "implore", "assure"}
        )
    return False
