"""What a token is worth in an alignment, and which unequal tokens belong together as an edit of their own."""

from functools import lru_cache

from workbench.comparing.lemmas import lemma
from workbench.comparing.lexicon import by_lexicon, classes, word_list
from workbench.comparing.opposites import opposite, scales
from workbench.comparing.tokens import Tokens
from workbench.comparing.variants import same_but_for_spelling, same_name, unaccented

CONTENT, NAME = 1.2, 1.4
ARTICLE, INDEFINITE, FUNCTION, LINK = 0.4, 0.55, 0.65, 0.8
MARK, PAUSE, QUOTE = 0.4, 0.7, 0.3

KIN = {
    "variant": 1.7,
    "figure": 0.95,
    "report": 0.95,
    "date": 0.95,
    "antonym": 0.95,
    "modal": 0.8,
    "pause": 0.55,
    "name": 0.6,
}
"""What it is worth to set two different tokens of one kind against each other, before the price of an edit."""

_QUOTES = frozenset("\"'")
_PAUSES = frozenset((",", ";", ":", "-", "--", "(", ")"))


@lru_cache(maxsize=50_000)
def weight(key: str) -> float:
    """What it is worth to keep a folded token aligned; words of meaning are dear, articles and marks cheap."""
    if not any(character.isalnum() for character in key):
        return QUOTE if key in _QUOTES else PAUSE if key in _PAUSES else MARK
    if key in ("the", "of"):
        return ARTICLE
    if key in ("a", "an"):
        return INDEFINITE
    if key in word_list("function", "conjunctions"):
        return LINK
    return FUNCTION if key in word_list("function") else CONTENT


def worths(a: Tokens, a0: int, a1: int, b: Tokens, b0: int, b1: int) -> list[dict[int, tuple[float, bool]]]:
    """For each token of `a` in a stretch, the tokens of `b` it may be set against, counted from `b0`.

    Each with what that is worth, and whether the two are the same.
    """
    places: dict[str, list[int]] = {}
    for j in range(b0, b1):
        for trait in _traits(b.shown(j), b.keys[j]):
            places.setdefault(trait, []).append(j)
    rows = []
    for i in range(a0, a1):
        row: dict[int, tuple[float, bool]] = {}
        for trait in _traits(a.shown(i), a.keys[i]):
            for j in places.get(trait, ()):
                if a.keys[i] == b.keys[j]:
                    row[j - b0] = (weight(a.keys[i]), True)
                elif kind := kin(a, i, b, j):
                    row[j - b0] = (KIN[kind], False)
        rows.append(row)
    return rows


@by_lexicon(maxsize=50_000)
def _traits(shown: str, key: str) -> tuple[str, ...]:
    """What two tokens must share, one of these at least, to be the same or of one kind."""
    if not key[0].isalnum() and not token_kind(key):
        return (key,)
    traits = [f"kind {token_kind(key)}"] if token_kind(key) else []
    traits.append(f"letter {unaccented(key)[:1]}")
    if shown[0].isupper():
        traits.append("capital")
    traits += [f"tail {key[-4:]}"] if len(key) > 3 and key[0].isalpha() else []
    for word in {key, lemma(key)}:
        traits += scales(word)
    return tuple(traits)


def kin(a: Tokens, i: int, b: Tokens, j: int) -> str:
    """The kind that two different tokens have in common, a key of `KIN`; empty for strangers."""
    return _kin(a.shown(i), b.shown(j), a.keys[i], b.keys[j])


@by_lexicon(maxsize=100_000)
def _kin(shown_a: str, shown_b: str, a: str, b: str) -> str:
    kind = token_kind(a)
    if kind == "figure" and lemma(a) == lemma(b) and a.isalpha() and b.isalpha():  # "doubled" and "double"
        return ""
    if kind and kind == token_kind(b) and (kind != "report" or shown_a[0].isupper() == shown_b[0].isupper()):
        return kind
    if not (a[0].isalnum() and b[0].isalnum()):
        return "figure" if {kind, token_kind(b)} == {"figure"} else ""
    if same_but_for_spelling(a, b):
        return "variant"
    if opposite(lemma(a), lemma(b)) or opposite(a, b):
        return "antonym"
    if shown_a[0].isupper() and shown_b[0].isupper():
        return "variant" if same_name(a, b) or compound_variant(shown_a, shown_b) else "name"
    return "variant" if "-" in a and "-" in b and compound_variant(shown_a, shown_b) else ""


@by_lexicon(maxsize=50_000)
def token_kind(key: str) -> str:
    """The closed class a folded token belongs to, a key of `KIN`; empty for none."""
    if any(character.isdigit() for character in key):
        return "figure"
    if not key[0].isalnum():
        return "pause" if key in _PAUSES else ""
    if (
        key in word_list("time", "weekdays")
        or key in word_list("time", "months")
        or key in word_list("time", "day_parts")
    ):
        return "date"
    if key in classes("numbers"):
        return "figure" if key not in word_list("numbers", "units") else ""
    if key in _MODALS:
        return "modal"
    return "report" if lemma(key) in reporting_verbs() and key not in word_list("verbs", "nouns") else ""


_MODALS = frozenset(("may", "might", "could", "can", "would", "will", "should", "must", "shall", "cannot"))


@by_lexicon(maxsize=1)
def reporting_verbs() -> frozenset[str]:
    """The lemmas of the verbs of saying and thinking."""
    return frozenset(word for word, stance in classes("reporting").items() if stance != "sense")


@lru_cache(maxsize=10_000)
def compound_variant(a: str, b: str) -> tuple[int, int] | None:
    """Where two hyphenated names differ in one part only, which is a variant: characters before and after that part.

    "ez-Zor" and "ez-Zur" give (3, 0).
    """
    parts_a, parts_b = a.split("-"), b.split("-")
    if len(parts_a) != len(parts_b) or len(parts_a) < 2:
        return None
    different = [k for k, (x, y) in enumerate(zip(parts_a, parts_b, strict=True)) if x != y]
    if len(different) != 1:
        return None
    k = different[0]
    x, y = parts_a[k], parts_b[k]
    if not (x[:1].isupper() and y[:1].isupper() and same_name(x.lower(), y.lower())):
        return None
    return sum(map(len, parts_a[:k])) + k, sum(map(len, parts_a[k + 1 :])) + len(parts_a) - k - 1


def is_clause_link(key: str) -> bool:
    """Whether a folded token joins clauses: "and", "while", a comma."""
    return key in _PAUSES or key in word_list("function", "conjunctions")


@lru_cache(maxsize=20_000)
def is_finite(key: str) -> bool:
    """Whether a folded word looks like a finite verb in the past or a form of be and have."""
    if key in word_list("verbs", "finite"):
        return True
    return len(key) > 4 and key.endswith("ed") and key not in word_list("verbs", "adjectives") and "-" not in key
