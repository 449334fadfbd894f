"""Edits of known kind, as newsrooms make them, for planted quotations."""

import random
import re
from collections.abc import Callable
from dataclasses import dataclass

from rapidfuzz.distance import Levenshtein

_TENSES = (
    ("is", "was"), ("are", "were"), ("has", "had"), ("have", "had"), ("will", "would"), ("can", "could"),
    ("do", "did"), ("does", "did"), ("may", "might"), ("says", "said"), ("say", "said"), ("make", "made"),
    ("go", "went"), ("take", "took"), ("get", "got"), ("come", "came"), ("give", "gave"), ("think", "thought"),
)  # fmt: skip
_TENSE = {word: other for now, then in _TENSES for word, other in ((now, then), (then, now))}
_NUMBERS = (
    "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "twelve", "twenty", "thirty", "fifty",
    "hundred", "thousand", "million",
)  # fmt: skip
NEW_WORDS = (
    "reportedly", "largely", "critics", "deliberately", "again", "openly", "harbour", "sudden", "disputed",
    "public", "quietly", "promise", "former", "fragile", "border", "council", "minister", "costly", "gradually",
    "claim", "national", "alleged", "remains", "unlikely", "agreement", "winter",
)  # fmt: skip
_TAIL = re.compile(r"\W*$")


@dataclass(frozen=True)
class Rendering:
    """A quotation as one article has it: the kind of edit, and the edit distance over letters, 0 to 1."""

    text: str
    kind: str
    distance: float


def _replace(rng: random.Random, words: list[str]) -> list[str] | None:
    at = rng.randrange(len(words))
    return [*words[:at], rng.choice(NEW_WORDS) + _tail(words[at]), *words[at + 1 :]]


def _tense(rng: random.Random, words: list[str]) -> list[str] | None:
    places = [at for at, word in enumerate(words) if word.lower() in _TENSE]
    if not places:
        return None
    at = rng.choice(places)
    return [*words[:at], _TENSE[words[at].lower()], *words[at + 1 :]]


def _number(rng: random.Random, words: list[str]) -> list[str] | None:
    places = [at for at, word in enumerate(words) if word[0].isdigit() or word.lower() in _NUMBERS]
    if not places:
        return None
    at = rng.choice(places)
    new = str(rng.randint(2, 99)) if words[at][0].isdigit() else rng.choice(_NUMBERS)
    return [*words[:at], new + _tail(words[at]), *words[at + 1 :]]


def _drop(rng: random.Random, words: list[str]) -> list[str] | None:
    at = rng.randrange(1, len(words) - 1)
    return [*words[:at], *words[at + 1 :]]


def _insert(rng: random.Random, words: list[str]) -> list[str] | None:
    at = rng.randrange(1, len(words))
    return [*words[:at], rng.choice(NEW_WORDS), *words[at:]]


def _trim(rng: random.Random, words: list[str]) -> list[str] | None:
    cut = max(1, round(len(words) * rng.uniform(0.08, 0.3)))
    return words[cut:] if rng.random() < 0.5 else words[:-cut]


def _swap(rng: random.Random, words: list[str]) -> list[str] | None:
    """The two clauses about a comma, or the two halves, in the other order."""
    commas = [at for at, word in enumerate(words[:-3], 1) if word.endswith(",") and at >= 3]
    at = rng.choice(commas) if commas else len(words) // 2
    return [*words[at:], *words[:at]] if len(words) >= 12 else None


def _tail(word: str) -> str:
    found = _TAIL.search(word)
    return found.group() if found else ""


_EDITS: dict[str, Callable[[random.Random, list[str]], list[str] | None]] = {
    "replaced": _replace,
    "tense": _tense,
    "number": _number,
    "dropped": _drop,
    "inserted": _insert,
    "trimmed": _trim,
    "swapped": _swap,
}
_SMALL = ("replaced", "tense", "number", "dropped", "inserted")
KINDS = ("exact", *_EDITS, "several <= .10", "several <= .20")


def distance(a: str, b: str) -> float:
    """Edit distance over letters and digits alone, divided by the longer length, 0 to 1."""
    return Levenshtein.normalized_distance(*("".join(filter(str.isalnum, text.lower())) for text in (a, b)))


def render(rng: random.Random, quote: str, kind: str) -> Rendering:
    """The quotation with an edit of `kind` (one of `KINDS`), or of another kind where this one does not apply."""
    if kind == "exact":
        return Rendering(quote, kind, 0.0)
    if kind.startswith("several"):
        return _several(rng, quote, kind)
    words = _EDITS[kind](rng, quote.split())
    if words is None or " ".join(words) == quote:
        return render(rng, quote, rng.choice(("replaced", "dropped", "inserted")))
    text = " ".join(words)
    return Rendering(text, kind, distance(quote, text))


def _several(rng: random.Random, quote: str, kind: str) -> Rendering:
    """Small edits one after the other, until the distance is in the class: up to .10, or above .10 and up to .20."""
    low, high = (0.0, 0.1) if kind.endswith(".10") else (0.1, 0.2)
    best = Rendering(quote, "exact", 0.0)
    for _ in range(12):
        words = best.text.split()
        edited = _EDITS[rng.choice(_SMALL)](rng, words)
        text = " ".join(edited or words)
        if 0 < (far := distance(quote, text)) <= high:
            best = Rendering(text, kind, far)
        if best.distance > low and rng.random() < 0.5:
            break
    return (
        best
        if best.distance > low
        else Rendering(best.text, "exact" if best.distance == 0 else KINDS[-2], best.distance)
    )
