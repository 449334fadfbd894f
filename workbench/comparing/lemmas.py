"""Lemmas of English words, cached: a text repeats its words."""

from functools import lru_cache

from workbench.comparing.lexicon import by_lexicon, classes, pairs, word_list
from workbench.resources import read_toml


@by_lexicon(maxsize=50_000)
def lemma(word: str) -> str:
    """The dictionary form of a folded word; the word itself where it has none."""
    irregular: dict[str, str] = read_toml("words/verbs.toml")["irregular"]
    if word in irregular:
        return irregular[word]
    if not word.isalpha():
        return word
    import simplemma

    found = str(simplemma.lemmatize(word, "en")).lower()
    return found if found in _listed_verbs() else _forms().get(word, found)


@by_lexicon(maxsize=1)
def _listed_verbs() -> frozenset[str]:
    """The verbs of the word lists, which the dictionary of the lemmatiser may not have in all their forms."""
    antonyms = {word for pair in pairs("polarity", "antonyms") for word in pair}
    antonyms |= word_list("polarity", "positive", "negative")
    verbs = frozenset(classes("reporting")) - word_list("reporting", "sense") | word_list("loaded", "verbs") | antonyms
    return frozenset(word for word in verbs if word.isalpha())


@by_lexicon(maxsize=1)
def _forms() -> dict[str, str]:
    """The regular past and participle of the listed verbs: "signalled" and "signaled" of "signal"."""
    forms: dict[str, str] = {}
    for verb in sorted(_listed_verbs()):
        stems = {verb.removesuffix("e")} if verb.endswith("e") else {verb, verb + verb[-1]}
        if verb.endswith("y"):
            forms.setdefault(verb[:-1] + "ied", verb)
        for stem in stems:
            forms.setdefault(f"{stem}ed", verb)
            forms.setdefault(f"{stem}ing", verb)
    return forms


def lemmas(words: list[str]) -> list[str]:
    """The dictionary forms of folded words."""
    return [lemma(word) for word in words]


@lru_cache(maxsize=20_000)
def is_common_word(shown: str) -> bool:
    """Whether the dictionary has a word that begins a sentence, and so has a capital, in small letters."""
    import simplemma

    return str(simplemma.lemmatize(shown, "en"))[:1].islower()
