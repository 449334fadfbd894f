"""How much a shared word proves: a content word much, a stop word little, a name something between.

The weights depend on nothing but the text that a word stands in. So two articles share what they share whatever else
is in the case, and what was found stays found when more is imported.
"""

from collections.abc import Sequence
from functools import cache, lru_cache
from itertools import pairwise
from typing import NamedTuple

import justext
import numpy as np
import numpy.typing as npt

from workbench.engine.arrays import Flags, Longs, Words
from workbench.engine.tokens import Corpus

Weights = npt.NDArray[np.float32]

UNITS = 20
"""Weights are counted in twentieths, to be whole numbers."""
CONTENT_WEIGHT, LONG_WEIGHT = 1.1, 1.3
"""Long words are rarer (Zipf's law of abbreviation)."""
STOP_WEIGHT = 0.3
ALONE_WEIGHT = 0.35
"""Characters of languages written without spaces: two make a word in Chinese, in Thai even more."""
NAME_WEIGHT = 0.55
"""Unrelated stories share the names of their time."""
_SAMPLE = 96
"""The language of an article is told by so many of its tokens, evenly spread."""
_TEXTS_TOGETHER = 256
_FIRST_AFTER_LATIN, _MANY = "\u0370", 0.15
_TABLE_BITS = 24
_LANGUAGE_BITS = 8
_SIZE_DISCOUNT = 0.08
"""The power of its size that a list's matches are divided by: a list of thousands matches a little of everything."""


class _Lists(NamedTuple):
    """The stop words of many languages: every word with a language that lists it, sorted by word."""

    word: Words
    language: npt.NDArray[np.int64]
    sizes: npt.NDArray[np.int64]


@cache
def _lists() -> _Lists:
    """The frequent words of a hundred languages (justext's lists), the languages in the order of their names.

    A background list and not the case decides: in a topical case "Russia" is as frequent as "the".
    """
    names = sorted(justext.get_stoplists() - {"Simple_English"})
    listed = Corpus([" ".join(_in_own_script([*filter(str.isalpha, justext.get_stoplist(name))])) for name in names])
    pairs = np.unique(listed.word.astype(np.int64) << _LANGUAGE_BITS | listed.doc)
    word, language = (pairs >> _LANGUAGE_BITS).astype(np.uint32), pairs & ((1 << _LANGUAGE_BITS) - 1)
    return _Lists(word, language, np.bincount(language, minlength=len(names)))


def _in_own_script(words: Sequence[str]) -> Sequence[str]:
    """The words of a list; where many are in another script than the Latin one, only those."""
    others = [word for word in words if word[0] >= _FIRST_AFTER_LATIN]
    return others if len(others) > _MANY * len(words) else words


@lru_cache(maxsize=4)
def _table(language: int) -> Flags:
    """For the upper bits of a word's hash whether it is a stop word of a language."""
    lists = _lists()
    table = np.zeros(1 << _TABLE_BITS, np.bool_)
    table[lists.word[lists.language == language] >> np.uint32(32 - _TABLE_BITS)] = True
    return table


def stop_flags(word: Words, first: Longs) -> Flags:
    """For every token of a row of texts whether it is a stop word of the language that its text begins in.

    `first` has the number of the first token of every text, and the number of tokens as last entry.
    """
    stop = np.zeros(len(word), np.bool_)
    languages = _languages(word, first)
    for start, end in _runs(languages):
        low, high = int(first[start]), int(first[end])
        stop[low:high] = _table(int(languages[start]))[word[low:high] >> np.uint32(32 - _TABLE_BITS)]
    return stop


def _languages(word: Words, first: Longs) -> npt.NDArray[np.int64]:
    """For each text the number of the language most of whose stop words are among its words."""
    sizes = np.diff(first)
    sampled = np.minimum(sizes, _SAMPLE)
    begin = np.concatenate((np.zeros(1, np.int64), np.cumsum(sampled)))
    text = np.repeat(np.arange(len(sizes)), sampled)
    within = np.arange(len(text)) - begin[text]
    sample = word[first[text] + within * sizes[text] // np.maximum(sampled[text], 1)]
    seen, number = np.unique(sample, return_inverse=True)
    lists = _lists()
    low, high = np.searchsorted(lists.word, seen), np.searchsorted(lists.word, seen, side="right")
    found = np.zeros(len(sizes), np.int64)
    # Piece by piece, since a word may be in the lists of dozens of languages.
    for piece in range(0, len(sizes), _TEXTS_TOGETHER):
        texts = slice(piece, min(piece + _TEXTS_TOGETHER, len(sizes)))
        here = slice(int(begin[texts.start]), int(begin[texts.stop]))
        listed = (high - low)[number[here]]
        ahead = np.cumsum(listed) - listed
        where = np.repeat(low[number[here]] - ahead, listed) + np.arange(int(listed.sum()))
        cells = np.repeat((text[here] - piece) * len(lists.sizes), listed) + lists.language[where]
        counts = np.bincount(cells, minlength=(texts.stop - piece) * len(lists.sizes))
        likely = counts.reshape(-1, len(lists.sizes)) / lists.sizes**_SIZE_DISCOUNT
        found[texts] = likely.argmax(1)
    return found


def _runs(values: npt.NDArray[np.int64]) -> Sequence[tuple[int, int]]:
    """Where runs of equal values begin and end."""
    cuts = [0, *(np.flatnonzero(np.diff(values)) + 1).tolist(), len(values)] if len(values) else [0]
    return list(pairwise(cuts))


def token_weights(stop: Flags, name: Flags, long: Flags, alone: Flags) -> Weights:
    """The weight of every token, by whether it is a stop word, a name, a long word, a character that stands alone."""
    content = np.where(alone, ALONE_WEIGHT, np.where(long, LONG_WEIGHT, CONTENT_WEIGHT))
    return np.where(stop, STOP_WEIGHT, np.where(name, NAME_WEIGHT, content)).astype(np.float32)
