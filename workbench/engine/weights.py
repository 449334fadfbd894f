"""How much a shared word proves: rare words much, stop words little."""

from functools import cache

import justext
import numpy as np
import numpy.typing as npt

from workbench.engine.tokens import Corpus, Flags, cut

Weights = npt.NDArray[np.float32]

_STOP_WEIGHT = 0.3
_HEAVIEST = 2.0
_NAME_DISCOUNT = 0.5
_REFERENCE_TOKENS = 250_000
"""Size of the corpus that the scores are calibrated on; a small case is weighed as if it were part of one as large."""
_SAMPLE = 200_000


@cache
def _stop_words() -> dict[str, frozenset[int]]:
    """Hashes of the frequent words of some hundred languages, by name of the language (justext's lists)."""
    lists = {}
    for language in sorted(justext.get_stoplists()):
        listed = " ".join(sorted(word for word in justext.get_stoplist(language) if word.isalpha()))
        lists[language] = frozenset(cut(listed).word.tolist())
    return lists


def stop_words(text: str) -> frozenset[int]:
    """Hashes of the stop words of the language that `text` is mostly written in.

    A background list and not the corpus decides: in a topical corpus "Russia" is as frequent as "the".
    """
    sample = cut(text[:_SAMPLE]).word
    seen, counts = np.unique(sample, return_counts=True)
    count_of = dict(zip(seen.tolist(), counts.tolist(), strict=True))
    return max(_stop_words().values(), key=lambda words: sum(count_of.get(word, 0) for word in words))


def stop_flags(corpus: Corpus) -> Flags:
    """For every word id of the corpus whether it is a stop word."""
    stops = stop_words("\n".join(text[: _SAMPLE // 20] for text in corpus.texts[:20]))
    return np.isin(corpus.word_hash, np.fromiter(stops, np.uint64, len(stops)))


def stem_weights(corpus: Corpus, stop: Flags) -> Weights:
    """The weight of every stem id: 0.3 for stop words, else 0 to 2 by rarity."""
    scale = max(1.0, _REFERENCE_TOKENS / max(1, len(corpus)))
    reference = max(_REFERENCE_TOKENS, len(corpus))
    frequency = corpus.stem_count * np.sqrt(scale)
    weights = np.clip(np.log(reference / np.maximum(frequency, 1)) / 6, 0.1, _HEAVIEST)
    stop_stems = np.zeros(len(corpus.stem_count), np.bool_)
    stop_stems[corpus.stem_of_word[np.flatnonzero(stop)]] = True
    return np.where(stop_stems, _STOP_WEIGHT, weights).astype(np.float32)


def token_weights(corpus: Corpus, stop: Flags) -> Weights:
    """The weight of every token: that of its stem, a half of it for names, which unrelated stories share too."""
    weights = stem_weights(corpus, stop)[corpus.stem]
    return np.where(corpus.name, weights * _NAME_DISCOUNT, weights).astype(np.float32)
