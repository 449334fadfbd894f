"""The search for seeds, tier by tier: which places of an archive are paired with which."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from typing import NamedTuple, TypeVar

import numpy as np
import numpy.typing as npt

from workbench.engine.archive import Archive
from workbench.engine.arrays import Flags, Ints, Longs, Words, mix
from workbench.engine.articles import SHORT, STOP, TURN, USABLE, Marks
from workbench.engine.equals import (
    NO_KEYS,
    Keys,
    Places,
    Split,
    among,
    hashes_of_runs,
    keys_of,
    ranked,
    repeated,
    shards,
    split,
    table_of,
    windowed,
)
from workbench.engine.workers import threaded

_BASE = np.uint64(0x9E3779B97F4A7C15)
STEM_PATTERNS = ((0, 1, 2), (0, 1, 3), (0, 2, 3))
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
_UNRANKED = np.uint16(0xFFFF)
FEW_BITS = 6
"""One in 64: fewer new tokens, or pairs of places, are few."""
TOGETHER = 1 << 16
"""Tokens looked at in one go, so that the arrays stay in the cache of a processor."""


class Pairs(NamedTuple):
    """Pairs of places, and which of the earlier places of its seed the first one is."""

    a: Ints
    b: Ints
    partner: npt.NDArray[np.uint8]


Patterns = Sequence[tuple[int, int, int]]
Ranks = npt.NDArray[np.uint16]
Task = TypeVar("Task")
Result = TypeVar("Result")


class Threads:
    """Does the parts of one search after the other in threads, with an ear for the cancel button."""

    def __init__(self, step: Callable[[int, int], None], jobs: int, searches: int) -> None:
        self._step, self.jobs, self._searches, self.done = step, jobs, searches, 0

    def __call__(self, work: Callable[[Task], Result], tasks: Iterable[Task]) -> list[Result]:
        """The results of all tasks."""
        return list(threaded(work, tasks, lambda _: self._step(self.done, self._searches), self.jobs))


def pairs_of(archive: Archive, each: Threads) -> tuple[Pairs, Pairs]:
    """All pairs of n-grams and all pairs of triples."""
    search = _Search(archive, each)
    first, *longer = TIERS
    ngrams = search.of_tier(first)
    # Where few articles are new there are so few that all patterns can be looked for in one go.
    together = [STEM_PATTERNS] if search.few else [(pattern,) for pattern in STEM_PATTERNS]
    triples = _joined([pairs for patterns in together for pairs in search.of_triples(patterns)])
    for tier in longer:
        ngrams = _joined([ngrams, search.of_tier(tier)])
    return ngrams, triples


class _Search:
    """Goes through the tiers, from short seeds to long ones; each looks only where the one before left something."""

    def __init__(self, archive: Archive, each: Threads) -> None:
        self._archive, self._word, self._each = archive, archive.word, each
        self._since = int(archive.first[archive.fresh])
        self._position_bits = max(1, len(archive).bit_length())
        self._new_words, self._new_stems = (table_of(row[self._since :]) for row in (archive.word, archive.stem))
        # Of the tier at hand: which n-grams are to be paired, and how many equal ones come before each.
        self._wanted, self._rank = np.zeros(len(archive), np.bool_), np.full(len(archive), _UNRANKED, np.uint16)
        self._cap, self._length = 0, 0
        self._unseeded, self._repeated = np.ones(len(archive), np.bool_), np.zeros(0, np.bool_)
        self.few = 0 < len(archive) - self._since <= self._since >> FEW_BITS
        if self.few:
            # There is so little to do in each piece that threads would wait for one another.
            each.jobs = 1
        # One row of keys serves all searches: memory that many small arrays leave is not given back.
        self._room = np.empty(0 if self.few else len(archive), np.uint64)

    def of_tier(self, tier: Tier) -> Pairs:
        """The first pair of places of every run of pairs that a tier brings together."""
        splits = self._each(partial(self._ngrams, tier), self._pieces)
        self._cap, self._length = min(tier.cap, int(_UNRANKED)), tier.length
        # A longer n-gram can only repeat where the shorter ones inside it do.
        self._repeated = np.zeros(len(self._word), np.bool_)
        places = self._each(self._ranked_ngrams, shards(splits))
        pairs = _joined(self._each(partial(self._first_pairs, tier.cap), places))
        self._unseeded &= ~(self._wanted & (self._rank < self._cap))
        self._each.done += 1
        return pairs

    def of_triples(self, patterns: Patterns) -> Iterator[Pairs]:
        """Seeds of three content stems near one another, in any order, where no run of words was found already."""
        for splits in zip(*self._each(partial(self._triples, patterns), self._pieces), strict=True):
            pairs = _joined(self._each(self._triple_pairs, shards(splits)))
            order = np.argsort(pairs.partner, kind="stable")
            yield Pairs(pairs.a.take(order), pairs.b.take(order), pairs.partner.take(order))
            self._each.done += 1

    @property
    def _pieces(self) -> range:
        return range(0, len(self._word), TOGETHER)

    def _split(self, keys: Keys, low: int) -> Split:
        """Keys of a piece that begins at a token, parted; there are no more of them than tokens."""
        return split(keys, np.empty(len(keys), np.uint64) if self.few else self._room[low : low + len(keys)])

    def _ngrams(self, tier: Tier, low: int) -> Split:
        """The keys of the n-grams that begin in a piece of the archive."""
        high = max(low, min(low + TOGETHER, len(self._word) - tier.length + 1))
        here, reach, further = slice(low, high), slice(low, high + tier.length - 1), tier.length - self._length
        self._rank[low : low + TOGETHER] = _UNRANKED
        if high == low or (self._length and not self._repeated[here].any()):
            return self._split(NO_KEYS, low)
        marks = self._archive.marks[reach]
        if self._length:
            whole = self._repeated[here] & self._repeated[low + further : high + further]
        else:
            whole = self._whole(marks, self._word[reach], tier.length)
        at = np.flatnonzero(whole)
        self._rank[here][at] = 0
        self._wanted[here] = self._unseeded[here]
        if tier.content:
            self._wanted[here] &= windowed((marks & STOP) == 0, tier.length, np.logical_or)
        hashes = mix(hashes_of_runs(self._word[reach], at, tier.length))
        return self._split(keys_of(hashes, at + low, self._position_bits), low)

    def _whole(self, marks: Marks, word: Words, length: int) -> Flags:
        """Which n-grams lie in one stretch of usable text, and may stand in the new articles too."""
        usable = (marks & USABLE) != 0
        if self._since:
            usable &= among(word, self._new_words)
        whole = windowed(usable, length, np.logical_and)
        return whole & ~windowed((marks[1:] & TURN) != 0, length - 1, np.logical_or)

    def _triples(self, patterns: Patterns, low: int) -> list[Split]:
        """The keys of the triples whose first stem stands in a piece of the archive, for each pattern."""
        reach = slice(low, low + TOGETHER + _STEM_REACH)
        at = np.flatnonzero((self._archive.marks[reach] & (STOP | SHORT | USABLE)) == USABLE)
        stem = self._archive.stem[reach].take(at)
        known = among(stem, self._new_stems) if self._since else np.ones(len(at), np.bool_)
        splits = []
        for pattern in patterns:
            count = max(0, min(len(at) - pattern[2], int(np.searchsorted(at, TOGETHER))))
            near = at[pattern[2] : pattern[2] + count] - at[:count] <= _STEM_REACH
            for k in pattern:
                near &= known[k : k + count]
            first = np.flatnonzero(near)
            keys = self._triple_keys(
                [stem.take(first + k) for k in pattern], at.take(first) + low, at.take(first + pattern[2]) + low
            )
            splits.append(self._split(keys, low))
        return splits

    def _triple_keys(self, stems: Sequence[Words], first: Longs, last: Longs) -> Keys:
        x, y, z = stems
        low, high = np.minimum(np.minimum(x, y), z), np.maximum(np.maximum(x, y), z)
        middle = x ^ y ^ z ^ low ^ high
        stretch = self._archive.stretch
        kept = (low != middle) & (middle != high) & (stretch.take(first) == stretch.take(last))
        hashes = low.astype(np.uint64) * _BASE
        hashes += middle
        hashes *= _BASE
        hashes += high
        return keys_of(mix(hashes), first, self._position_bits).compress(kept)

    def _ranked(self, shard: Sequence[Keys]) -> Places:
        seed, at = repeated(shard, self._position_bits, self._since)
        return ranked(seed, at, self._archive.doc_of(at))

    def _ranked_ngrams(self, shard: Sequence[Keys]) -> Places:
        places = self._ranked(shard)
        self._rank[places.at] = np.minimum(places.rank, int(_UNRANKED) - 1)
        self._repeated[places.at] = True
        return places

    def _first_pairs(self, cap: int, places: Places) -> Pairs:
        pairs = self._paired(places, cap, self._wanted)
        return _some(pairs, ~self._brought_together(pairs.a - 1, pairs.b - 1))

    def _triple_pairs(self, shard: Sequence[Keys]) -> Pairs:
        pairs = self._paired(self._ranked(shard), TRIPLE_CAP)
        known = self._brought_together(pairs.a, pairs.b)
        known &= self._agree(pairs.a, pairs.b, self._length)
        return _some(pairs, ~known)

    def _paired(self, places: Places, cap: int, wanted: Flags | None = None) -> Pairs:
        """Each place that is wanted, with the earlier places it is paired with, of other articles."""
        able = np.flatnonzero((places.rank > 0) & (places.rank < cap) & (places.at >= self._since))
        if wanted is not None:
            able = able.compress(wanted.take(places.at.take(able)))
        found = [_NO_PAIRS]
        for partner in range(ALL_PAIRS - 1):
            rank = places.rank.take(able)
            going = partner < _partners(rank)
            able, rank = able.compress(going), rank.compress(going)
            if not len(able):
                break
            first = able - rank + partner
            apart = places.doc.take(first) != places.doc.take(able)
            a, b = places.at.take(first.compress(apart)), places.at.take(able.compress(apart))
            found.append(Pairs(a, b, np.full(len(a), partner, np.uint8)))
        return _joined(found)

    def _brought_together(self, a: Ints, b: Ints) -> Flags:
        """Whether n-grams of the tier at hand that are equal if their first words are were paired with each other."""
        inside = a >= 0
        a, b = np.maximum(a, 0), np.maximum(b, 0)
        first, second = self._rank.take(a), self._rank.take(b)
        paired = (first < _partners(second)) & (second < self._cap)
        found: Flags = inside & paired & self._wanted.take(b) & (self._word.take(a) == self._word.take(b))
        return found

    def _agree(self, a: Ints, b: Ints, length: int) -> Flags:
        """Whether the words at pairs of places are the same, from the second on."""
        same = np.ones(len(a), np.bool_)
        for k in range(1, length):
            same &= self._word.take(a + k, mode="clip") == self._word.take(b + k, mode="clip")
        return same


def _partners(rank: Ints | Ranks) -> Ints:
    """With how many of the first equal seeds one is paired, by how many equal ones come before it."""
    few = np.where(rank < VIRAL, np.int32(HUBS), np.int32(FEW_HUBS))
    return np.where(rank < ALL_PAIRS, rank.astype(np.int32), few)


_NO_PAIRS = Pairs(np.zeros(0, np.int32), np.zeros(0, np.int32), np.zeros(0, np.uint8))


def _joined(parts: Sequence[Pairs]) -> Pairs:
    """Many rows of pairs as one."""
    rows = [_NO_PAIRS, *parts]
    a, b, partner = ([row[k] for row in rows] for k in range(3))
    return Pairs(np.concatenate(a), np.concatenate(b), np.concatenate(partner))


def _some(pairs: Pairs, which: Flags) -> Pairs:
    return Pairs(*(column.compress(which) for column in pairs))
