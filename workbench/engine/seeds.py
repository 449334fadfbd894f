"""Seeds: the places where two articles have a few words in common.

Seeds come in tiers, since no single cap on frequency serves: word 4-grams that are rare, longer ones that may be
frequent (viral quotes), and sorted triples of content stems, which survive rewording. Equal hashes are joined by
sorting.

Every place is paired with earlier places only, by rules that look at earlier places only. So what was found does not
change when articles are added after the others, and only the seeds of the new ones are to be sought.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from workbench.engine.archive import SHORT, STOP, TURN, USABLE, Archive
from workbench.engine.runs import Runs
from workbench.engine.tokens import Flags, Hashes, Longs, Words, mix

_BASE = np.uint64(0x9E3779B97F4A7C15)
_STEM_PATTERNS = ((0, 1, 2), (0, 1, 3), (0, 2, 3))
_STEM_REACH = 9
"""How many tokens a triple of stems may span."""


class Tier(NamedTuple):
    """Word n-grams of `length`; of equal ones only the first `cap` places bring articles together."""

    length: int
    cap: int
    content: bool
    """Whether one of the words must be a content word."""


NO_CAP = 1 << 40
TIERS = (Tier(4, 60, content=True), Tier(6, 3000, content=True), Tier(8, NO_CAP, content=False))
TRIPLE_CAP = 25
ALL_PAIRS = 12
"""So many equal seeds are paired each with each, those that come after them each with the first `HUBS`."""
HUBS = 6
VIRAL, FEW_HUBS = 100, 2
"""Those beyond so many are paired with the first two: what stands there is a copy of everything before."""
MOST_IN_ONE_TEXT = 4
"""Of a seed that one text repeats over and over only the first places count."""
_UNRANKED = np.uint16(0xFFFF)
_FILTER_BITS = 22


@dataclass(frozen=True)
class Seeds:
    """Pairs of token numbers, `a` in an earlier text than `b`, where about `length` tokens agree."""

    a: Longs
    b: Longs
    length: Longs


class _Places(NamedTuple):
    """Places where equal seeds stand, at least two of each: token numbers, equal seeds together and in order.

    `rank` says how many equal ones come before.
    """

    at: Longs
    rank: Longs


Pairs = tuple[Longs, Longs]
Ranks = npt.NDArray[np.uint16]
_NO_PAIRS: Pairs = (np.zeros(0, np.int64), np.zeros(0, np.int64))


def find_seeds(archive: Archive, step: Callable[[int, int], None]) -> Seeds:
    """All seeds between the articles from `archive.fresh` on and all articles before each of them.

    `step` is told how many of how many searches are done.
    """
    search = _Search(archive)
    ngrams, triples = list[Pairs](), list[Pairs]()
    searches = len(TIERS) + len(_STEM_PATTERNS)
    for done, tier in enumerate(TIERS):
        step(done, searches)
        ngrams += search.of_tier(tier)
    for done, pattern in enumerate(_STEM_PATTERNS, len(TIERS)):
        step(done, searches)
        triples += search.of_triples(pattern)
    runs = Runs(archive.word, archive.stretch, archive.turns)
    a, b, length = _distinct(*runs.maximal(*_joined(ngrams)))
    near_a, near_b = _joined(triples)
    reach = np.full(len(near_a), max(map(max, _STEM_PATTERNS)) + 1, np.int64)
    return Seeds(np.append(a, near_a), np.append(b, near_b), np.append(length, reach))


class _Search:
    """Goes through the tiers, from short seeds to long ones; each looks only where the one before left something."""

    def __init__(self, archive: Archive) -> None:
        self._archive, self._word, self._stretch = archive, archive.word, archive.stretch
        self._since = int(archive.first[archive.fresh])
        self._position_bits = np.uint64(max(1, len(archive).bit_length()))
        content = ~archive.has(STOP)
        self._apt = content & archive.has(USABLE) & ~archive.has(SHORT)
        # Of n-grams of the length reached: which lie in one stretch of usable text, and which have a content word.
        self._whole, self._telling, self._length = archive.has(USABLE), content, 1
        if self._since:
            self._whole &= _among(archive.word, archive.word[self._since :])
        self._unseeded = np.ones(len(archive), np.bool_)
        self._first_rank, self._first_wanted = np.full(len(archive), _UNRANKED, np.uint16), self._unseeded

    def of_tier(self, tier: Tier) -> Iterator[Pairs]:
        """The first pair of places of every run of pairs that a tier brings together."""
        self._lengthen(tier.length)
        at = np.flatnonzero(self._whole)
        places = self._ranked(self._ngrams(at, tier.length), at)
        rank = np.full(len(self._archive), _UNRANKED, np.uint16)
        rank[at] = 0
        rank[places.at] = np.minimum(places.rank, int(_UNRANKED) - 1)
        wanted = self._unseeded & self._telling if tier.content else self._unseeded
        for a, b in self._paired(places, tier.cap, wanted):
            before = self._brought_together(a - 1, b - 1, rank, tier.cap, wanted)
            yield a[~before], b[~before]
        if self._length == TIERS[0].length:
            self._first_rank, self._first_wanted = rank, wanted
        self._unseeded = self._unseeded & ~(wanted & (rank < min(tier.cap, int(_UNRANKED))))
        # A longer n-gram can only repeat where the shorter ones inside it do.
        self._whole[:] = False
        self._whole[places.at] = True

    def of_triples(self, pattern: tuple[int, int, int]) -> Iterator[Pairs]:
        """Seeds of three content stems near one another, in any order, where no run of words was found already."""
        stem, at = self._archive.stem, np.flatnonzero(self._apt)
        count = len(at) - pattern[2]
        if count <= 0:
            return
        first, last = at[:count], at[pattern[2] :]
        near = (self._stretch[first] == self._stretch[last]) & (last - first <= _STEM_REACH)
        if self._since:
            known = _among(stem[at], stem[self._since :])
            near &= np.logical_and.reduce([known[k : k + count] for k in pattern])
        near = np.flatnonzero(near)
        x, y, z = (stem[at[near + k]].astype(np.uint64) for k in pattern)
        low, high = np.minimum(np.minimum(x, y), z), np.maximum(np.maximum(x, y), z)
        middle = x + y + z - low - high
        distinct = (low != middle) & (middle != high)
        hashes = mix((low[distinct] * _BASE + middle[distinct]) * _BASE + high[distinct])
        places = self._ranked(hashes, first[near[distinct]])
        for a, b in self._paired(places, TRIPLE_CAP, np.ones(len(self._archive), np.bool_)):
            known = self._brought_together(a, b, self._first_rank, TIERS[0].cap, self._first_wanted)
            known &= self._agree(a, b, TIERS[0].length)
            yield a[~known], b[~known]

    def _lengthen(self, length: int) -> None:
        """Go on to longer n-grams; each is two shorter ones."""
        turn = self._archive.has(TURN)
        while self._length < length:
            step = min(self._length, length - self._length)
            self._whole[:-step] &= self._whole[step:]
            self._whole[-step:] = False
            self._telling[:-step] |= self._telling[step:]
            self._length += step
        for k in range(1, length):
            self._whole[:-k] &= ~turn[k:]

    def _ngrams(self, at: Longs, length: int) -> Hashes:
        hashes = np.zeros(len(at), np.uint64)
        for k in range(length):
            hashes *= _BASE
            hashes += self._word[at + k]
            hashes += np.uint64(1)
        return mix(hashes)

    def _ranked(self, hashes: Hashes, at: Longs) -> _Places:
        """The places whose seeds stand at more than one place."""
        bits = self._position_bits
        keys = (hashes >> bits << bits) | at.astype(np.uint64)
        keys.sort()
        seed = keys >> bits
        same = seed[1:] == seed[:-1]
        if not same.any():
            return _Places(_NO_PAIRS[0], _NO_PAIRS[0])
        several = np.append(same, False) | np.insert(same, 0, False)
        if not several.any():
            return _Places(np.zeros(0, np.int64), np.zeros(0, np.int64))
        seed = seed[several]
        at = (keys[several] & ((np.uint64(1) << bits) - np.uint64(1))).astype(np.int64)
        doc = self._archive.doc_of(at)
        kept = _within(np.insert((seed[1:] != seed[:-1]) | (doc[1:] != doc[:-1]), 0, True)) < MOST_IN_ONE_TEXT
        seed, at = seed[kept], at[kept]
        return _Places(at, _within(np.insert(seed[1:] != seed[:-1], 0, True)))

    def _paired(self, places: _Places, cap: int, wanted: Flags) -> Iterator[Pairs]:
        """Each place that is wanted, with the earlier places it is paired with, of other articles."""
        able = np.flatnonzero((places.rank > 0) & (places.rank < cap) & (places.at >= self._since))
        able = able[wanted[places.at[able]]]
        for partner in range(ALL_PAIRS - 1):
            rank = places.rank[able]
            able = able[partner < _partners(rank)]
            if not len(able):
                return
            a, b = places.at[able - places.rank[able] + partner], places.at[able]
            apart = self._archive.doc_of(a) != self._archive.doc_of(b)
            yield a[apart], b[apart]

    def _brought_together(self, a: Longs, b: Longs, rank: Ranks, cap: int, wanted: Flags) -> Flags:
        """Whether n-grams that are equal if their first words are were paired with each other."""
        inside = a >= 0
        a, b = np.maximum(a, 0), np.maximum(b, 0)
        first, second = rank[a], rank[b]
        paired = (first < _partners(second)) & (second < min(cap, int(_UNRANKED)))
        found: Flags = inside & paired & wanted[b] & (self._word[a] == self._word[b])
        return found

    def _agree(self, a: Longs, b: Longs, length: int) -> Flags:
        """Whether the words at pairs of places are the same."""
        last = len(self._word) - 1
        same = np.ones(len(a), np.bool_)
        for k in range(1, length):
            same &= self._word[np.minimum(a + k, last)] == self._word[np.minimum(b + k, last)]
        return same


def _partners(rank: Longs | Ranks) -> Longs:
    """With how many of the first equal seeds one is paired, by how many equal ones come before it."""
    few = np.where(rank < VIRAL, HUBS, FEW_HUBS)
    return np.where(rank < ALL_PAIRS, rank, few).astype(np.int64)


def _among(hashes: Words, wanted: Words) -> Flags:
    """Which hashes are, in all likelihood, among some others."""
    table = np.zeros(1 << _FILTER_BITS, np.bool_)
    shift = np.uint32(32 - _FILTER_BITS)
    table[wanted >> shift] = True
    found: Flags = table[hashes >> shift]
    return found


def _within(new: Flags) -> Longs:
    """For rows of groups, `new` where one begins: the number of each entry within its group."""
    starts = np.flatnonzero(new)
    return np.arange(len(new)) - np.repeat(starts, np.diff(np.append(starts, len(new))))


def _joined(pairs: list[Pairs]) -> Pairs:
    return np.concatenate([a for a, _ in [_NO_PAIRS, *pairs]]), np.concatenate([b for _, b in [_NO_PAIRS, *pairs]])


def in_order(first: Longs, second: Longs) -> Longs:
    """The order of pairs of numbers, by the first and then by the second; the first are not negative."""
    if not len(first):
        return np.zeros(0, np.int64)
    least = int(second.min())
    room = int(second.max()) - least + 1
    if (int(first.max()) + 1) * room >= 1 << 63:
        return np.lexsort((second, first))
    # One sort of one number takes a third of the time.
    return np.argsort(first * room + (second - least), kind="stable")


def _distinct(a: Longs, b: Longs, length: Longs) -> tuple[Longs, Longs, Longs]:
    """Runs without repeats."""
    order = in_order(a, b)
    a, b, length = a[order], b[order], length[order]
    new = np.insert((a[1:] != a[:-1]) | (b[1:] != b[:-1]), 0, True)[: len(a)]
    return a[new], b[new], length[new]
