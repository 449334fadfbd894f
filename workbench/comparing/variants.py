"""Spelling variants of one word or name: accents, hyphens, British and American, transliteration.

Deliberately narrow: two names that may be different people or places are never called variants.
"""

import re
import unicodedata
from functools import lru_cache

from workbench.comparing.lexicon import groups, word_list

TOLERANCE = 0.2
"""The most two transliterations may differ, as a share of the longer one's letters."""

_PLAIN = str.maketrans({"ø": "o", "ł": "l", "đ": "d", "ß": "ss", "æ": "ae", "œ": "oe", "ı": "i", "ð": "d", "þ": "th"})
_JOINTS = re.compile(r"[\s'‑‐.-]+")
_BRITISH = (
    (re.compile(r"(?<=[a-z]{2})ou(?=r(s|ed|ing|able|ite|ites|ful|al|hood|hoods)?$)"), "o"),
    (re.compile(r"is(?=(e|ed|es|er|ers|ing|ation|ations)$)"), "iz"),
    (re.compile(r"ys(?=(e|ed|es|ing)$)"), "yz"),
    (re.compile(r"(?<=[tb])re(?=s?$)"), "er"),
    (re.compile(r"(?<=og)ue(?=s?$)"), ""),
    (re.compile(r"(?<=en)ce(?=s?$)"), "se"),
    (
        re.compile(r"(?:(?<=[aeiouy][^aeiouy][aeiou])|(?<=[aeiouy][^aeiouy]{2}[aeiou]))ll(?=(ed|ing|er|ers|or|ors)$)"),
        "l",
    ),
    (re.compile(r"[ao]e(?=[a-z]{3})"), "e"),
    (re.compile(r"mme(?=s?$)"), "m"),
)
_DIGRAPHS = (
    ("sch", "š"),
    ("shch", "š"),
    ("tch", "č"),
    ("kh", "h"),
    ("gh", "g"),
    ("zh", "ž"),
    ("dj", "ž"),
    ("sh", "š"),
    ("ch", "č"),
    ("ph", "f"),
    ("ck", "k"),
    ("ou", "u"),
    ("oo", "u"),
    ("ee", "i"),
    ("ts", "c"),
    ("tz", "c"),
)
_CLOSE = {
    frozenset(pair): price
    for price, pairs in {
        0.3: ("ou", "ie", "iy", "ey", "ij", "jy", "kq", "ck", "gq", "vw", "žj", "žz", "hg", "sc"),
        0.4: ("ae", "sz", "bv", "gk", "šs", "čc", "ao"),
    }.items()
    for pair in pairs
}
_VOWELS = frozenset("aeiouy")


@lru_cache(maxsize=50_000)
def unaccented(word: str) -> str:
    """The word without diacritics and with ligatures and crossed letters made plain."""
    decomposed = unicodedata.normalize("NFKD", word.translate(_PLAIN))
    return "".join(character for character in decomposed if not unicodedata.combining(character))


@lru_cache(maxsize=20_000)
def same_but_for_spelling(a: str, b: str) -> bool:
    """Whether two folded words or phrases are one written two ways: accents, hyphens, British endings."""
    plain_a, plain_b = (_JOINTS.sub("", unaccented(word)) for word in (a, b))
    if plain_a == plain_b:
        return bool(plain_a)
    if abs(len(a) - len(b)) > 3 and not (groups("spelling").get(a) and groups("spelling").get(b)):
        return False
    if min(len(plain_a), len(plain_b)) < 4:
        return False
    return bool(groups("spelling").get(a, frozenset()) & groups("spelling").get(b, frozenset())) or _american(
        plain_a
    ) == _american(plain_b)


@lru_cache(maxsize=50_000)
def _american(word: str) -> str:
    for pattern, replacement in _BRITISH:
        word = pattern.sub(replacement, word)
    return word


@lru_cache(maxsize=20_000)
def same_name(a: str, b: str) -> bool:
    """Whether two folded names are transliterations of one; figures and names known to be different never are."""
    if a == b or same_but_for_spelling(a, b):
        return True
    variants = groups("spelling")
    if variants.get(a, frozenset()) & variants.get(b, frozenset()):
        return True
    if min(len(a), len(b)) < 3 or not (a.isalpha() and b.isalpha()):
        return False
    distinct = word_list("names", "distinct")
    if (a in distinct and b in distinct) or is_demonym(*sorted((a, b), key=len)):
        return False
    first, second = _skeleton(a), _skeleton(b)
    longest = max(len(first), len(second))
    if abs(len(first) - len(second)) > 3 or _exchange(first[:1], second[:1]) > 1:
        return False
    return bool(longest) and _distance(first, second) < TOLERANCE * longest


_DEMONYM = re.compile(r"(?:i|n|an|ian|ean|ish|ese|ic|er|ite)s?")


def is_demonym(short: str, long: str) -> bool:
    """Whether the longer word is a people named after the shorter, a place: "Israel" and "Israeli"."""
    return any(
        len(stem) >= 4 and long.startswith(stem) and _DEMONYM.fullmatch(long[len(stem) :]) is not None
        for stem in (short, short[:-1] if short[-1:] in "aeoy" else short)
    )


@lru_cache(maxsize=20_000)
def _skeleton(name: str) -> str:
    plain = _JOINTS.sub("", unaccented(name))
    for letters, sound in _DIGRAPHS:
        plain = plain.replace(letters, sound)
    return re.sub(r"(.)\1+", r"\1", plain)


def _distance(a: str, b: str) -> float:
    """Weighted edit distance: letters that transliteration systems exchange are cheap, other consonants dear."""
    before = [0.0]
    for letter in b:
        before.append(before[-1] + _loss(letter))
    for x in a:
        row = [before[0] + _loss(x)]
        for j, y in enumerate(b, 1):
            row.append(min(before[j] + _loss(x), row[-1] + _loss(y), before[j - 1] + _exchange(x, y)))
        before = row
    return before[-1]


def _loss(letter: str) -> float:
    return 0.5 if letter in _VOWELS or letter == "h" else 1.5


def _exchange(x: str, y: str) -> float:
    return 0.0 if x == y else _CLOSE.get(frozenset((x, y)), 1.0 if x in _VOWELS and y in _VOWELS else 1.5)
