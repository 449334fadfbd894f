"""What a token is worth in an alignment, and which unequal tokens belong together as an edit of their own."""

from functools import lru_cache

from workbench.comparing.lexicon import word_list
from workbench.comparing.tokens import Tokens
from workbench.comparing.variants import same_but_for_spelling, same_name

CONTENT, FUNCTION, MARK = 1.2, 0.3, 0.2
VARIANT, SAME_KIND = 2.0, 1.4


@lru_cache(maxsize=50_000)
def weight(key: str) -> float:
    """What it is worth to keep a folded token aligned: a word of meaning 1.2, a function word 0.3, a mark 0.2."""
    if not any(character.isalnum() for character in key):
        return MARK
    return FUNCTION if key in word_list("function") else CONTENT


def kinship(a: Tokens, i: int, b: Tokens, j: int) -> float:
    """What it is worth to set token `i` against token `j`, which differ, as one edit; 0 for strangers."""
    if not (a.words[i] and b.words[j]):
        return 0.0
    return _kinship(a.shown(i), b.shown(j), a.keys[i], b.keys[j])


@lru_cache(maxsize=50_000)
def _kinship(shown_a: str, shown_b: str, a: str, b: str) -> float:
    if same_but_for_spelling(a, b):
        return VARIANT
    kind = token_kind(a)
    if kind and kind == token_kind(b):
        return SAME_KIND
    if shown_a[0].isupper() and shown_b[0].isupper() and same_name(a, b):
        return VARIANT
    if "-" in a and "-" in b and compound_variant(shown_a, shown_b):
        return VARIANT
    return 0.0


@lru_cache(maxsize=50_000)
def token_kind(key: str) -> str:
    """The closed class a folded word belongs to, empty for none."""
    if key[-1].isdigit() or any(character.isdigit() for character in key):
        return "figure"
    return ""


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
