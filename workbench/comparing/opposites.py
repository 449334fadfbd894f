"""Words that say the opposite of each other: listed pairs, two poles of one scale, pairs that the form gives away."""

import re
from functools import lru_cache

from workbench.comparing.lexicon import by_lexicon, groups, pairs, word_list


@by_lexicon(maxsize=100_000)
def opposite(a: str, b: str) -> bool:
    """Whether two folded words or phrases, best as lemmas, turn what is said round."""
    if (a, b) in pairs("polarity", "antonyms") or negated_form(a, b) or _paired_form(a, b):
        return True
    if (a, b) in pairs("polarity", "alike"):
        return False
    return bool(_pole("positive", a) & _pole("negative", b) or _pole("negative", a) & _pole("positive", b))


@by_lexicon(maxsize=50_000)
def scales(word: str) -> tuple[str, ...]:
    """Names for what two opposites have in common, so that they can be looked up; two opposites share one at least."""
    shared = [" ".join(sorted((word, other))) for other in _antonyms().get(word, ())]
    shared += [f"scale {number}" for number in _pole("positive", word) | _pole("negative", word)]
    return (*shared, *(f"tail {stem}" for _, _, stem in _prefixed(word)))


def _pole(side: str, word: str) -> frozenset[int]:
    return groups("polarity", side).get(word, frozenset())


@by_lexicon(maxsize=1)
def _antonyms() -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for word, other in pairs("polarity", "antonyms"):
        found.setdefault(word, []).append(other)
    return found


_ADJECTIVES = re.compile(r"(?:able|ible|al|ant|ent|ive|ate|ct|ful|ous|ar|ed|ly)$")


@by_lexicon(maxsize=50_000)
def negated_form(a: str, b: str) -> bool:
    """Whether one folded word is the other with a negating prefix: "lawful" and "unlawful"."""
    short, long = sorted((a, b), key=len)
    if not 4 <= len(short) < len(long) <= len(short) + 4 or not long.endswith(short):
        return False
    if long in word_list("polarity", "no_negations") or short in word_list("polarity", "no_negations"):
        return False
    prefix = long[: -len(short)]
    if prefix == "dis":
        return len(short) >= 5
    if len(short) < 5 and prefix != "un":
        return False
    return prefix in ("un", "non", "non-", "de-") or (
        prefix in ("in", "im", "ir", "il") and _ADJECTIVES.search(short) is not None
    )


_SCALES = (
    ("over", "under"), ("up", "down"), ("pro-", "anti-"), ("en", "dis"), ("in", "out"), ("pre-", "post-"),
    ("hyper", "hypo"), ("well-", "ill-"), ("long-", "short-"), ("high-", "low-"), ("left-", "right-"),
)  # fmt: skip
_FORMS = (("ful", "less"),)


@lru_cache(maxsize=50_000)
def _prefixed(word: str) -> tuple[tuple[int, int, str], ...]:
    """The scales whose prefix a word begins with: number of the scale, end of it, the stem."""
    return tuple(
        (number, end, word[len(prefix) :])
        for number, prefixes in enumerate(_SCALES)
        for end, prefix in enumerate(prefixes)
        if word.startswith(prefix) and len(word) - len(prefix) >= 4
    )


def _paired_form(a: str, b: str) -> bool:
    """Whether two words are one stem with the prefixes or endings of two poles: "upgrade" and "downgrade"."""
    if a in word_list("polarity", "no_negations") or b in word_list("polarity", "no_negations"):
        return False
    for number, end, stem in _prefixed(a):
        if (number, 1 - end, stem) in _prefixed(b):
            return True
    return any(
        len(x) > len(ending) + 2 and x.endswith(ending) and y == x.removesuffix(ending) + other
        for ending, other in _FORMS
        for x, y in ((a, b), (b, a))
    )
