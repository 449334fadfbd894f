"""Lemmas of English words, cached: a text repeats its words."""

from functools import lru_cache

import simplemma

from workbench.resources import read_toml


@lru_cache(maxsize=50_000)
def lemma(word: str) -> str:
    """The dictionary form of a folded word; the word itself where it has none."""
    irregular: dict[str, str] = read_toml("words/verbs.toml")["irregular"]
    if word in irregular:
        return irregular[word]
    return str(simplemma.lemmatize(word, "en")).lower() if word.isalpha() else word


def lemmas(words: list[str]) -> list[str]:
    """The dictionary forms of folded words."""
    return [lemma(word) for word in words]


@lru_cache(maxsize=20_000)
def is_common_word(shown: str) -> bool:
    """Whether the dictionary has a word that begins a sentence, and so has a capital, in small letters."""
    return str(simplemma.lemmatize(shown, "en"))[:1].islower()
