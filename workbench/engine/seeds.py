"""Seeds: the places where two articles have a few words in common.

Seeds come in tiers, since no single cap on frequency serves: word 4-grams that are rare, longer ones that may be
frequent (viral quotes), and sorted triples of content stems, which survive rewording. Equal hashes are joined by
sorting.
"""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import NamedTuple

import numpy as np

from workbench.engine.tokens import Corpus, Flags, Hashes, Ints, Longs, mix

_BASE = np.uint64(0x9E3779B97F4A7C15)
_STEM_PATTERNS = ((0, 1, 2), (0, 1, 3), (0, 2, 3))
_STEM_REACH = 9
"""How many tokens a triple of stems may span."""


class Tier(NamedTuple):
    """Word n-grams of `length` that stand at no more than `cap` places."""

    length: int
    cap: int


NO_CAP = 1 << 40
TIERS = (Tier(4, 60), Tier(6, 600), Tier(8, NO_CAP))
TRIPLE_CAP = 25
ALL_PAIRS = 40
"""Up to so many equal seeds are paired each with each, beyond each with `HUBS` of them."""
HUBS = 12
VIRAL, FEW_HUBS = 3000, 2
"""Seeds at more places than this are paired with so few hubs: what stands there is a copy of everything else."""
MOST_IN_ONE_TEXT = 8
"""Of a seed that one text repeats over and over only the first places count."""


@dataclass(frozen=True)
class Seeds:
    """Pairs of token numbers, `a` in an earlier text than `b`, where `length` tokens agree."""

    a: Longs
    b: Longs
    length: Longs


_NO_SEEDS = Seeds(np.zeros(0, np.int64), np.zeros(0, np.int64), np.zeros(0, np.int64))


@dataclass(frozen=True)
class Field:
    """Where seeds are looked for.

    `usable` says for each token whether it takes part, `stretch` numbers the stretches no seed may cross, `content`
    says which tokens are no stop words. `rank` orders the texts by content: it chooses the hubs, whatever the order
    of texts.
    """

    corpus: Corpus
    usable: Flags
    stretch: Longs
    content: Flags
    rank: Longs

    @classmethod
    def whole(cls, corpus: Corpus) -> "Field":
        """All of a corpus, stop words and all."""
        every = np.ones(len(corpus), np.bool_)
        return cls(corpus, every, corpus.doc.astype(np.int64), every, np.arange(len(corpus.texts)))


def find_seeds(field: Field, step: Callable[[int, int], None]) -> Seeds:
    """All seeds between different texts, of all tiers; `step` is told how many of how many kinds are done."""
    searches = [partial(ngrams, field, tier) for tier in TIERS]
    searches += [partial(_triples, field, pattern) for pattern in _STEM_PATTERNS]
    found = []
    for done, search in enumerate(searches):
        step(done, len(searches))
        found.append(search())
    a, b, length = (np.concatenate([getattr(seeds, name) for seeds in found]) for name in ("a", "b", "length"))
    return Seeds(a, b, length)


def ngrams(field: Field, tier: Tier) -> Seeds:
    """The seeds of one tier; each has at least one content word."""
    corpus, n = field.corpus, tier.length
    count = len(corpus) - n + 1
    if count <= 0:
        return _NO_SEEDS
    hashes = np.zeros(count, np.uint64)
    for k in range(n):
        hashes = hashes * _BASE + corpus.word[k : k + count].astype(np.uint64) + np.uint64(1)
    content_before = np.concatenate((np.zeros(1, np.int64), np.cumsum(field.content, dtype=np.int64)))
    whole = (field.stretch[:count] == field.stretch[n - 1 :]) & field.usable[:count]
    at = np.flatnonzero(whole & (content_before[n:] > content_before[:count]))
    a, b = _join(field, mix(hashes[at]), at, tier.cap)
    return Seeds(a, b, np.full(len(a), n, np.int64))


def _triples(field: Field, pattern: tuple[int, int, int]) -> Seeds:
    """Seeds of three content stems near one another, in any order."""
    corpus = field.corpus
    at = np.flatnonzero(field.content & field.usable & (corpus.end - corpus.start > 2))
    count = len(at) - pattern[2]
    if count <= 0:
        return _NO_SEEDS
    first, last = at[:count], at[pattern[2] :]
    near = np.flatnonzero((field.stretch[first] == field.stretch[last]) & (last - first <= _STEM_REACH))
    stems = np.sort(np.stack([corpus.stem[at[near + k]] for k in pattern], axis=1), axis=1).astype(np.uint64)
    distinct = (stems[:, 0] != stems[:, 1]) & (stems[:, 1] != stems[:, 2])
    stems, near = stems[distinct], near[distinct]
    hashes = mix((stems[:, 0] * _BASE + stems[:, 1]) * _BASE + stems[:, 2])
    a, b = _join(field, hashes, at[near], TRIPLE_CAP)
    return Seeds(a, b, np.full(len(a), pattern[2] + 1, np.int64))


def _join(field: Field, hashes: Hashes, at: Longs, cap: int) -> tuple[Longs, Longs]:
    """Pairs of places in different texts that have the same hash, of hashes that stand at no more than `cap` places."""
    doc = field.corpus.doc
    order = np.lexsort((at, field.rank[doc[at]], hashes))
    hashes, at = _without_repetition(hashes[order], at[order], doc)
    starts = np.flatnonzero(np.concatenate((np.ones(min(1, len(hashes)), np.bool_), hashes[1:] != hashes[:-1])))
    sizes = np.diff(np.append(starts, len(hashes)))
    left, right = [np.zeros(0, np.int64)], [np.zeros(0, np.int64)]
    for size in np.unique(sizes[(sizes > 1) & (sizes <= cap)]).tolist():
        group = at[starts[sizes == size][:, None] + np.arange(size)]
        i, j = _pairing(size)
        left.append(group[:, i].ravel())
        right.append(group[:, j].ravel())
    a, b = np.concatenate(left), np.concatenate(right)
    apart = doc[a] != doc[b]
    a, b = a[apart], b[apart]
    return np.minimum(a, b), np.maximum(a, b)


def _without_repetition(hashes: Hashes, at: Longs, doc: Ints) -> tuple[Hashes, Longs]:
    """Sorted seeds without the places beyond the first few in one text."""
    if not len(hashes):
        return hashes, at
    new = np.ones(len(hashes), np.bool_)
    new[1:] = (hashes[1:] != hashes[:-1]) | (doc[at[1:]] != doc[at[:-1]])
    starts = np.flatnonzero(new)
    within = np.arange(len(hashes)) - np.repeat(starts, np.diff(np.append(starts, len(hashes))))
    kept = within < MOST_IN_ONE_TEXT
    return hashes[kept], at[kept]


def _pairing(size: int) -> tuple[Longs, Longs]:
    """Which members of a group of equal seeds are paired."""
    if size <= ALL_PAIRS:
        i, j = np.triu_indices(size, 1)
        return i.astype(np.int64), j.astype(np.int64)
    hubs = HUBS if size <= VIRAL else FEW_HUBS
    pairs = [(np.full(size - hub - 1, hub, np.int64), np.arange(hub + 1, size, dtype=np.int64)) for hub in range(hubs)]
    return np.concatenate([i for i, _ in pairs]), np.concatenate([j for _, j in pairs])
