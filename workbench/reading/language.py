"""A cheap guess at the language of a text, by the stop words in it."""

import pkgutil
import re
from collections import Counter
from functools import cache

from workbench.resources import read_toml

_WORD = re.compile(r"[^\W\d_]+")
_SAMPLE = 3000
_COMMONEST = 150
"""Words taken of each list: the lists are sorted by frequency and of very different lengths."""

MIN_SHARE = 0.15
MIN_WORDS = 12


@cache
def _stop_words(most: int | None) -> dict[str, frozenset[str]]:
    """Language code -> its `most` commonest stop words (all with `None`), lower case."""
    return {
        code: frozenset(_words_of_list(name)[:most])
        for name, code in read_toml("reading/languages.toml")["stoplists"].items()
    }


@cache
def _words_of_list(name: str) -> list[str]:
    """One of justext's stop-word lists, lower case."""
    data = pkgutil.get_data("justext", f"stoplists/{name}.txt") or b""
    return [word.lower() for word in data.decode("utf-8").split()]


def language_scores(text: str, most: int | None = _COMMONEST) -> list[tuple[float, str]]:
    """Share of the words that are among the `most` commonest of each language (0 to 1), best first."""
    words = Counter(word.lower() for word in _WORD.findall(text[: _SAMPLE * 8])[:_SAMPLE])
    total = sum(words.values())
    if not total:
        return []
    scores = [
        (sum(count for word, count in words.items() if word in stop) / total, code)
        for code, stop in _stop_words(most).items()
    ]
    return sorted(scores, reverse=True)


def guess_language(text: str) -> str:
    """The ISO 639-1 code of the language of `text`, or an empty string when it is too short or unlike any known."""
    if len(_WORD.findall(text[:_SAMPLE])) < MIN_WORDS:
        return ""
    scores = language_scores(text)
    share, code = scores[0]
    return code if share >= MIN_SHARE and share > scores[1][0] else ""
