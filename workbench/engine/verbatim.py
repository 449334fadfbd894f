"""Passages that two documents share word for word, or nearly: five-grams joined by sorting, chained by diagonal."""

import numpy as np

from workbench.engine.arrays import Hashes, Longs
from workbench.engine.tokens import Corpus
from workbench.spans import Span

_LENGTH = 5
"""Words of an n-gram."""
_BASE = np.uint64(0x9E3779B97F4A7C15)
_MOST_PAIRS = 16
"""Of an n-gram that would pair more places than this, the k-th place of one text goes with the k-th of the other."""
_GAP = 60
_SLACK = 30
"""How many tokens may lie between two n-grams of a passage, and how many more on one side than on the other."""
_SHORTEST = 10
"""Tokens of a passage."""
_LEAST_DENSITY = 0.6
"""How much of a passage shared n-grams must cover for it to be a copy and not a rewording."""


def verbatim_passages(corpus: Corpus) -> list[tuple[Span, Span, float]]:
    """The passages of at least some words that both texts of a corpus of two have.

    Each comes with its density of shared five-grams, 0 to 1.
    """
    a, b, chain = _chained(*_shared(corpus))
    first = np.flatnonzero(np.diff(chain, prepend=-1))
    if not len(first):
        return []
    last = np.append(first[1:], len(a)) - 1
    a_low, a_high = a[first], a[last] + _LENGTH
    b_low, b_high = np.minimum.reduceat(b, first), np.maximum.reduceat(b, first) + _LENGTH
    places = np.add.reduceat((np.diff(a, prepend=-1) != 0) | (np.diff(chain, prepend=-1) != 0), first, dtype=np.int64)
    density = (places + _LENGTH - 1) / np.maximum(a_high - a_low, b_high - b_low)
    long_enough = np.minimum(a_high - a_low, b_high - b_low) >= _SHORTEST
    found = []
    for k in np.flatnonzero((density > _LEAST_DENSITY) & long_enough).tolist():
        at_a = Span(int(corpus.start[a_low[k]]), int(corpus.end[a_high[k] - 1]))
        at_b = Span(int(corpus.start[b_low[k]]), int(corpus.end[b_high[k] - 1]))
        found.append((at_a, at_b, min(1.0, float(density[k]))))
    return found


def _shared(corpus: Corpus) -> tuple[Longs, Longs]:
    """The places of equal n-grams, in the first text and in the second, as token numbers."""
    middle, end = corpus.tokens_of(1)
    word = np.unique(corpus.word, return_inverse=True)[1].astype(np.uint64) + np.uint64(1)
    a, b = _ngrams(word[:middle]), _ngrams(word[middle:end])
    kinds = np.unique(np.concatenate((a, b)), return_inverse=True)[1].astype(np.int64)
    a_kind, b_kind = kinds[: len(a)], kinds[len(a) :]
    size = int(kinds.max(initial=-1)) + 1
    a_count, b_count = np.bincount(a_kind, minlength=size), np.bincount(b_kind, minlength=size)
    every = a_count * b_count <= _MOST_PAIRS
    a_at, b_at = np.argsort(a_kind, kind="stable"), np.argsort(b_kind, kind="stable")
    b_first = np.cumsum(b_count) - b_count
    # How many places of b each place of a goes with, and the first of them.
    kind = a_kind[a_at]
    rank = np.arange(len(a_at)) - (np.cumsum(a_count) - a_count)[kind]
    partners = np.where(every[kind], b_count[kind], rank < b_count[kind])
    first = b_first[kind] + np.where(every[kind], 0, rank)
    at = np.repeat(first, partners) + _within(partners)
    return np.repeat(a_at, partners), middle + b_at[at]


def _within(counts: Longs) -> Longs:
    """0, 1, 2 ... for each count, one after the other."""
    return np.arange(int(counts.sum())) - np.repeat(np.cumsum(counts) - counts, counts)


def _ngrams(word: Hashes) -> Hashes:
    count = max(0, len(word) - _LENGTH + 1)
    hashes = np.zeros(count, np.uint64)
    for k in range(_LENGTH):
        hashes = hashes * _BASE + word[k : k + count]
    return hashes


def _chained(a: Longs, b: Longs) -> tuple[Longs, Longs, Longs]:
    """The pairs of places, each with its chain of near ones on about one diagonal, ordered by chain and then by `a`."""
    chain = np.zeros(len(a), np.int64)
    for _ in range(2):
        for position, reach in ((a - b, _SLACK), (a, _GAP)):
            order = np.lexsort((position, chain))
            steps = np.diff(position[order], prepend=0) > reach
            steps[1:] |= np.diff(chain[order]) > 0
            chain[order] = np.cumsum(steps)
    order = np.lexsort((a, chain))
    return a[order], b[order], chain[order]
