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
from workbench.engine.equals import changes
from workbench.engine.runs import Runs
from workbench.engine.searching import FEW_BITS, STEM_PATTERNS, TIERS, TOGETHER, Pairs, Search, Threads, joined
from workbench.engine.tokens import Ints, Longs

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
    ngrams, triples = _sought(archive, each)
    a, b, length = _distinct_runs(ngrams, archive, each)
    reach = np.full(len(triples.a), max(map(max, STEM_PATTERNS)) + 1, np.int32)
    return Seeds(*(np.append(x, y).astype(np.int64) for x, y in ((a, triples.a), (b, triples.b), (length, reach))))


def _sought(archive: Archive, each: Threads) -> tuple[Pairs, Pairs]:
    """All pairs of n-grams and all pairs of triples."""
    search = Search(archive, each)
    first, *longer = TIERS
    ngrams = search.of_tier(first)
    # Where few articles are new there are so few that all patterns can be looked for in one go.
    together = [STEM_PATTERNS] if search.few else [(pattern,) for pattern in STEM_PATTERNS]
    triples = joined([pairs for patterns in together for pairs in search.of_triples(patterns)])
    for tier in longer:
        ngrams = joined([ngrams, search.of_tier(tier)])
    return ngrams, triples


def _distinct_runs(pairs: Pairs, archive: Archive, each: Threads) -> tuple[Ints, Ints, Ints]:
    """The longest runs of equal words through pairs of places, without repeats, in order."""
    a, b, length = _runs_through(pairs, archive, each)
    pair = a.astype(np.int64) << 32 | b
    order = np.argsort(pair, kind="stable")
    kept = order.compress(changes(pair.take(order)))
    return a.take(kept), b.take(kept), length.take(kept)


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
