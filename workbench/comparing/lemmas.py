"""Lemmas of English words, cached: a text repeats its words."""

from functools import lru_cache

import simplemma


@lru_cache(maxsize=50_000)
def lemma(word: str) -> str:
    """The dictionary form of a folded word; the word itself where it has none."""
    return str(simplemma.lemmatize(word, "en")).lower() if word.isalpha() else word


def lemmas(words: list[str]) -> list[str]:
    """The dictionary forms of folded words."""
    return [lemma(word) for word in words]
