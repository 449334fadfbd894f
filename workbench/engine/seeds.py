"""Seeds: the places where two articles have a few words in common.

Seeds come in tiers, since no single cap on frequency serves: word 4-grams that are rare, longer ones that may be
frequent (viral quotes), and sorted triples of content stems, which survive rewording. Equal hashes are joined by
sorting.

Every place is paired with earlier places only, by rules that look at earlier places only. So what was found does not
change when articles are added after the others, and only the seeds of the new ones are to be sought.
"""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from workbench.engine.archive import Archive
from workbench.engine.arrays import Ints, Longs
from workbench.engine.equals import changes
from workbench.engine.runs import Runs
from workbench.engine.searching import FEW_BITS, STEM_PATTERNS, TIERS, TOGETHER, Pairs, Threads, pairs_of

__all__ = ["TIERS", "Seeds", "find_seeds", "in_order"]


@dataclass(frozen=True)
class Seeds:
    """Pairs of token numbers, `a` in an earlier text than `b`, where about `length` tokens agree."""

    a: Longs
    b: Longs
    length: Longs


def find_seeds(archive: Archive, step: Callable[[int, int], None], jobs: int = 1) -> Seeds:
    """All seeds between the articles from `archive.fresh` on and all articles before each of them.

    `step` is told how many of how many searches are done, again and again; it may raise to end the search. `jobs` is
    the number of threads.
    """
    each = Threads(step, jobs, len(TIERS) + len(STEM_PATTERNS) + 1)
    ngrams, triples = pairs_of(archive, each)
    a, b, length = _distinct_runs(ngrams, archive, each)
    reach = np.full(len(triples.a), max(map(max, STEM_PATTERNS)) + 1, np.int32)
    return Seeds(*(np.append(x, y).astype(np.int64) for x, y in ((a, triples.a), (b, triples.b), (length, reach))))


def _distinct_runs(pairs: Pairs, archive: Archive, each: Threads) -> tuple[Ints, Ints, Ints]:
    """The longest runs of equal words through pairs of places, without repeats, in order."""
    a, b, length = _runs_through(pairs, archive, each)

    def distinct(some: Longs) -> Longs:
        pair = a.take(some).astype(np.int64) << 32 | b.take(some)
        order = np.argsort(pair, kind="stable")
        return some.take(order.compress(changes(pair.take(order))))

    kept = np.concatenate([np.zeros(0, np.int64), *each(distinct, _parted(a, len(archive)))])
    return a.take(kept), b.take(kept), length.take(kept)


def _parted(values: Ints, limit: int) -> list[Longs]:
    """Which values lie in each of some ranges, in the order of the ranges; all are less than `limit`."""
    part = (values >> max(0, limit.bit_length() - 8)).astype(np.uint8)
    order = np.argsort(part, kind="stable")
    return [some for some in np.split(order, np.cumsum(np.bincount(part))) if len(some)]


def _runs_through(pairs: Pairs, archive: Archive, each: Threads) -> tuple[Ints, Ints, Ints]:
    """The longest runs of equal words through pairs of places, in the arrays of the pairs themselves."""
    runs = Runs(archive.word, archive.stretch, archive.turns)
    if len(pairs.a) > len(archive) >> FEW_BITS:
        runs.sum_up(each)
    length = np.zeros(len(pairs.a), np.int32)

    def lengthen(low: int) -> None:
        here = slice(low, low + TOGETHER)
        pairs.a[here], pairs.b[here], length[here] = runs.maximal(pairs.a[here], pairs.b[here])

    each(lengthen, range(0, len(length), TOGETHER))
    return pairs.a, pairs.b, length


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
