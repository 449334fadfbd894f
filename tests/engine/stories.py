"""Texts for the engine's tests: a quotation, its renderings, and stories of unrelated words around them."""

import random

QUOTE = (
    "More than 340 tankers will be rerouted from the southern terminal to the old refinery docks "
    "before the ice closes the strait, which means the pipeline contract is void"
)
_SYLLABLES = [
    "ba",
    "be",
    "bi",
    "bo",
    "da",
    "de",
    "di",
    "do",
    "fa",
    "fe",
    "fi",
    "fo",
    "ga",
    "ge",
    "gi",
    "go",
    "la",
    "le",
    "li",
    "lo",
    "ma",
    "me",
    "mi",
    "mo",
    "na",
    "ne",
    "ni",
    "no",
    "ra",
    "re",
    "ri",
    "ro",
    "sa",
    "se",
]


def filler(seed: int, sentences: int = 8) -> str:
    """Sentences of invented words that no two seeds share."""
    rng = random.Random(seed)
    told = []
    for _ in range(sentences):
        invented = ["".join(rng.choices(_SYLLABLES, k=4)) for _ in range(rng.randint(8, 16))]
        told.append(" ".join(invented).capitalize() + ".")
    return " ".join(told)


def story(seed: int, passage: str) -> str:
    """A story of three paragraphs with a passage in the middle one."""
    return f"{filler(seed)}\n\n{filler(seed + 1000, 2)} {passage} {filler(seed + 2000, 2)}\n\n{filler(seed + 3000)}"
