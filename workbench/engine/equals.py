"""Places where equal seeds stand: equal hashes are joined by sorting, a shard of them at a time.

Equal hashes have equal upper bits, so they fall into the same shard; and shards in the order of their upper bits,
each of them sorted, are sorted as a whole. A shard fits into the cache of a processor, and threads share them.
"""

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np

from workbench.engine.arrays import Flags, Hashes, Ints, Longs, Words

MOST_IN_ONE_TEXT = 4
"""Of a seed that one text repeats over and over only the first places count."""
_SPLIT_BITS = 8
_FILTER_BITS = 20
_BASE = np.uint64(0x9E3779B97F4A7C15)
_SHARD = 1 << 17
"""Keys of a shard, about."""
_ROOMY = 2
"""So many slots, or up to twice as many, of a table for each key: few different keys share one."""

Keys = Hashes
NO_KEYS: Keys = np.zeros(0, np.uint64)


class Places(NamedTuple):
    """Places where equal seeds stand, at least two of each: token numbers, equal seeds together and in order.

    `rank` says how many equal ones come before, `doc` which article the place is in.
    """

    at: Ints
    rank: Ints
    doc: Ints


class Split(NamedTuple):
    """Keys parted by their upper bits, and where each part begins, with the number of keys as last entry."""

    keys: Keys
    bounds: Longs


def keys_of(hashes: Hashes, at: Longs, position_bits: int) -> Keys:
    """One number for a hash and the token where it stands: the upper bits of the hash, then the token's number."""
    bits = np.uint64(position_bits)
    keys: Keys = (hashes >> bits << bits) | at.astype(np.uint64)
    return keys


def split(keys: Keys, room: Keys) -> Split:
    """Part keys by their upper bits, into an array that has room for them."""
    part = (keys >> np.uint64(64 - _SPLIT_BITS)).astype(np.uint8)
    counts = np.bincount(part, minlength=1 << _SPLIT_BITS)
    np.take(keys, np.argsort(part, kind="stable"), out=room, mode="clip")
    return Split(room, np.append(0, np.cumsum(counts)))


def shards(splits: Sequence[Split]) -> list[list[Keys]]:
    """The keys of many splits, those of neighbouring parts together; the shards are in order."""
    total = sum(len(each.keys) for each in splits)
    parts = 1 << _SPLIT_BITS
    while parts > 1 and total * parts > _SHARD << _SPLIT_BITS:
        parts >>= 1
    return [
        [each.keys[each.bounds[first] : each.bounds[first + parts]] for each in splits]
        for first in range(0, 1 << _SPLIT_BITS, parts)
    ]


def repeated(shard: Sequence[Keys], position_bits: int, since: int) -> tuple[Hashes, Ints]:
    """The hashes of a shard that stand at more than one place, and their places, in order.

    Of those that do not stand at token `since` or after it, some or all are left out.
    """
    bits = np.uint64(position_bits)
    below = (np.uint64(1) << bits) - np.uint64(1)
    keys = _promising(np.concatenate([NO_KEYS, *shard]), below, since)
    keys.sort()
    seed = keys >> bits
    same = seed[1:] == seed[:-1]
    several = np.zeros(len(seed), np.bool_)
    several[1:] |= same
    several[:-1] |= same
    return seed.compress(several), (keys & below).compress(several).astype(np.int32)


def _promising(keys: Keys, below: np.uint64, since: int) -> Keys:
    """The keys without most of those whose hash is the only one of its kind, or not new: they need not be sorted."""
    if not len(keys):
        return keys
    bits = (_ROOMY * len(keys)).bit_length()
    slot = ((keys << np.uint64(_SPLIT_BITS)) >> np.uint64(64 - bits)).astype(np.int64)
    if since:
        table = np.zeros(1 << bits, np.bool_)
        table[slot.compress((keys & below) >= since)] = True
    else:
        table = np.bincount(slot, minlength=1 << bits) > 1
    return keys.compress(table.take(slot))


def ranked(seed: Hashes, at: Ints, doc: Ints) -> Places:
    """Places with their ranks, without those that repeat a seed in one article over and over."""
    new_seed = changes(seed)
    kept = within(new_seed | changes(doc)) < MOST_IN_ONE_TEXT
    at, doc, seed = at.compress(kept), doc.compress(kept), seed.compress(kept)
    return Places(at, within(changes(seed)), doc)


def changes(values: Hashes | Longs | Ints) -> Flags:
    """Where a row of values begins or has another value than right before."""
    new = np.ones(len(values), np.bool_)
    new[1:] = values[1:] != values[:-1]
    return new


def within(new: Flags) -> Ints:
    """For rows of groups, `new` where one begins: the number of each entry within its group."""
    starts = np.flatnonzero(new)
    sizes = np.diff(np.append(starts, len(new)))
    return np.arange(len(new), dtype=np.int32) - np.repeat(starts.astype(np.int32), sizes)


def windowed(flags: Flags, length: int, joined: np.ufunc) -> Flags:
    """For every run of `length` flags what they are, joined by and or or."""
    reached = 1
    while reached < length:
        further = min(reached, length - reached)
        flags = joined(flags[:-further], flags[further:])
        reached += further
    return flags


def hashes_of_runs(word: Words, at: Longs, length: int) -> Hashes:
    """The hashes of the runs of so many words from some places on."""
    terms = word.astype(np.uint64)
    terms += np.uint64(1)
    count = len(word) - length + 1
    sparse = len(at) < count >> 2
    hashes = terms.take(at) if sparse else terms[:count].copy()
    for k in range(1, length):
        hashes *= _BASE
        hashes += terms.take(at + k) if sparse else terms[k : k + count]
    return hashes if sparse else hashes.take(at)


def table_of(hashes: Words) -> Flags:
    """For the upper bits of a hash whether it may be one of some."""
    table = np.zeros(1 << _FILTER_BITS, np.bool_)
    table[hashes >> np.uint32(32 - _FILTER_BITS)] = True
    return table


def among(hashes: Words, table: Flags) -> Flags:
    """Which hashes are, in all likelihood, among those of a table."""
    found: Flags = table.take(hashes >> np.uint32(32 - _FILTER_BITS))
    return found
