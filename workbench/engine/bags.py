"""Sentences of two documents as weighted bags of stems (tf-isf, Sanchez-Perez et al. 2014), kept sparse."""

import numpy as np
import numpy.typing as npt

from workbench.engine.arrays import Flags, Hashes, Longs
from workbench.engine.scripts import compact
from workbench.engine.sentences import Region, Sentences
from workbench.engine.tokens import Corpus

_SHORTEST_STEM = 3
"""Characters; words shorter than that are mostly function words, in alphabets."""
_HEAVIEST, _SURPLUS = 3.0, 0.15
"""What sharing a stem proves is its rarity up to the first, and the second for any stem."""
_SMOOTHING = 4
"""Rarity is reckoned as if so many other sentences stood beside: in two short texts all shared words are frequent."""
_BASE = np.uint64(0x9E3779B97F4A7C15)

Floats = npt.NDArray[np.float64]


class Bags:
    """The stems of every sentence, document b's counted on from document a's.

    Entries `first[r]` to `first[r + 1]` are those of sentence r: `stem` a dense number, `count` how often it stands
    there, `weight` that times its rarity among all sentences.
    """

    def __init__(self, sentences: Sentences) -> None:
        self.sentences = sentences
        token, stem = _features(sentences.corpus, compact(sentences.corpus, sentences.texts))
        row = sentences.rows()[token]
        kinds = int(stem.max(initial=-1)) + 1
        cells, count = np.unique(row * kinds + stem, return_counts=True)
        self.row: Longs = cells // max(kinds, 1)
        self.stem: Longs = cells % max(kinds, 1)
        self.first: Longs = np.searchsorted(self.row, np.arange(len(sentences) + 1))
        self.frequency: Longs = np.bincount(self.stem, minlength=kinds)
        rarity = np.log((len(sentences) + _SMOOTHING) / np.maximum(self.frequency, 1))
        self.weight: Floats = count * rarity[self.stem]
        self.value: Floats = np.minimum(rarity, _HEAVIEST) + _SURPLUS
        """What sharing a stem proves, by stem."""

    @property
    def kinds(self) -> int:
        """How many different stems there are."""
        return len(self.value)

    def entries(self, side: int, first: int, last: int) -> slice:
        """The entries of the sentences `first` to `last` of document a (0) or b (1)."""
        origin = self.sentences.first_row[side]
        return slice(int(self.first[origin + first]), int(self.first[origin + last + 1]))

    def all_entries(self, side: int) -> slice:
        """The entries of a document."""
        return self.entries(side, 0, self.sentences.counts[side] - 1)

    def present(self, side: int, first: int, last: int) -> Flags:
        """For every stem whether the sentences `first` to `last` of one document have it."""
        found = np.zeros(self.kinds, np.bool_)
        found[self.stem[self.entries(side, first, last)]] = True
        return found

    def present_anywhere(self, side: int) -> Flags:
        """For every stem whether a document has it."""
        return self.present(side, 0, self.sentences.counts[side] - 1)

    def likeness(self, region: Region) -> float:
        """The cosine of the two sides of a passage, each taken as one bag, 0 to 1."""
        a, b = (self.entries(side, *region.side(side)) for side in (0, 1))
        # Numbered anew, since a passage has few of the stems of a long document.
        kinds, stem = np.unique(np.concatenate((self.stem[a], self.stem[b])), return_inverse=True)
        middle = a.stop - a.start
        one = np.bincount(stem[:middle], self.weight[a], len(kinds))
        other = np.bincount(stem[middle:], self.weight[b], len(kinds))
        return min(1.0, float((one * other).sum() / (np.linalg.norm(one) * np.linalg.norm(other) + 1e-9)))

    def shared(self, side: int, first: int, last: int, opposite: Flags) -> tuple[Floats, Floats]:
        """How much of their wording the sentences `first` to `last` of one document share with `opposite`.

        For each the value of its stems that `opposite` has, and of all its stems.
        """
        entries = self.entries(side, first, last)
        stem, row = self.stem[entries], self.row[entries] - self.sentences.first_row[side] - first
        value, count = self.value[stem], last - first + 1
        shared: Floats = np.bincount(row, value * opposite[stem], count).astype(np.float64)
        return shared, np.bincount(row, value, count).astype(np.float64)


def _features(corpus: Corpus, dense: Flags) -> tuple[Longs, Longs]:
    """The tokens that count, and a dense number for the stem of each.

    Where each character is a token (Chinese, Japanese, Thai) a character and its neighbour make a stem besides, since
    one character says little.
    """
    length = corpus.end - corpus.start
    stem: Hashes = corpus.stem.astype(np.uint64)
    single = np.flatnonzero(dense[:-1] & dense[1:] & (length[:-1] == 1))
    paired = single[(corpus.end[single] == corpus.start[single + 1]) & (corpus.doc[single] == corpus.doc[single + 1])]
    pair = (stem[paired] + np.uint64(1)) * _BASE + stem[paired + 1]
    token = np.flatnonzero((length >= _SHORTEST_STEM) | dense)
    kinds = np.unique(np.concatenate((stem[token], pair)), return_inverse=True)[1]
    return np.concatenate((token, paired)), kinds.astype(np.int64)
