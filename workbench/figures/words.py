"""The words of a sentence as figures need them: what each is, with its place in the article."""

import re
from functools import lru_cache
from typing import NamedTuple

from workbench.comparing.lemmas import is_common_word, lemma
from workbench.comparing.lexicon import by_lexicon, word_list
from workbench.comparing.tokens import Tokens, tokens
from workbench.figures.lexicon import listed, name_key, stop_words
from workbench.spans import Span

_PARTICLE = re.compile(r"[^\W\d_]{1,3}[-‑‐'’]")
"""What stands before the capital of a name: "ez-Zor", "al-Bab", "d'Este"."""
_SHORTEST = 2


class Words(NamedTuple):
    """A sentence cut into words; all lists run in step, `start` is where it begins in its article.

    `forms` are dictionary forms (of a name, what it is found by), `names` says which words are names.
    """

    tokens: Tokens
    start: int
    forms: list[str]
    names: list[bool]

    def span(self, first: int, last: int) -> Span:
        """The span of the words `first` to `last`, `last` included, in the article's text."""
        return Span(self.start + self.tokens.starts[first], self.start + self.tokens.ends[last])

    def shown(self, first: int, last: int) -> str:
        """These words as they stand."""
        return self.tokens.text[self.tokens.starts[first] : self.tokens.ends[last]]

    def key(self, index: int) -> str:
        """A folded word; empty beyond the ends."""
        keys = self.tokens.keys
        return keys[index] if 0 <= index < len(keys) else ""

    def is_word(self, index: int) -> bool:
        """Whether there is a word, not a mark, at an index."""
        words = self.tokens.words
        return 0 <= index < len(words) and words[index]

    def says_something(self, index: int) -> bool:
        """Whether a word carries meaning: no stop word, no mark, no number."""
        key = self.tokens.keys[index]
        return (
            self.tokens.words[index] and len(key) > _SHORTEST - 1 and key not in stop_words() and not key[0].isdigit()
        )


def words_of(text: str, span: Span) -> Words:
    """The words of the sentence at `span` of an article's text."""
    sentence = span.of(text)
    found = tokens(sentence)
    names = _names(found)
    forms = [name_key(key) if name else plain_form(key) for key, name in zip(found.keys, names, strict=True)]
    for index in range(len(forms) - 1, 0, -1):
        if names[index] and names[index - 1] and found.keys[index - 1] in listed("events", "names", "first_parts"):
            forms[index] = f"{forms[index - 1]} {forms[index]}"
    return Words(found, span.start, forms, names)


@by_lexicon(maxsize=50_000)
def plain_form(key: str) -> str:
    """The dictionary form of a folded word, without a possessive."""
    return lemma(key.removesuffix("'s").removesuffix("'"))


def is_verb(words: Words, index: int) -> bool:
    """Whether a word looks like a verb in the past, a participle or one of the listed forms."""
    if not words.is_word(index) or words.names[index]:
        return False
    key = words.key(index)
    if key in word_list("verbs", "finite"):
        return True
    if key in word_list("verbs", "adjectives"):
        return key in listed("events", "things", "outcomes")
    return len(key) > 4 and key.endswith(("ed", "ing")) and words.forms[index] != key


def is_plural(words: Words, index: int) -> bool:
    """Whether a word looks like the plural of a noun."""
    key = words.key(index)
    if key in listed("events", "things", "plurals"):
        return True
    return key.endswith("s") and not key.endswith(("ss", "'s", "us", "is")) and words.forms[index] != key


def _names(found: Tokens) -> list[bool]:
    """Which words are names: with a capital, and not only because a sentence or a headline gives them one."""
    capitals = [word and _has_capital(found.shown(index)) for index, word in enumerate(found.words)]
    long = [index for index, word in enumerate(found.words) if word and len(found.keys[index]) > 3]
    titled = len(long) > 4 and sum(capitals[index] for index in long) > 0.7 * len(long)
    first = True
    for index, word in enumerate(found.words):
        if not word:
            first = first or found.keys[index] in ('"', ":")
            continue
        if capitals[index] and (first or titled):
            capitals[index] = not _is_common(found.shown(index), found.keys[index])
        elif capitals[index] and found.keys[index] in stop_words():
            capitals[index] = found.keys[index] == "us"
        first = False
    return capitals


def _has_capital(shown: str) -> bool:
    particle = _PARTICLE.match(shown)
    return shown[:1].isupper() or bool(particle and shown[particle.end() :][:1].isupper())


@lru_cache(maxsize=50_000)
def _is_common(shown: str, key: str) -> bool:
    return key in stop_words() or is_common_word(shown) or (shown.isupper() and len(shown) > 4 and is_common_word(key))
