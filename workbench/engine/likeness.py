"""Which sentences of two documents are alike, by cosine and by Dice: all of them, however long the documents are."""

import numpy as np

from workbench.engine.bags import Bags, Floats
from workbench.engine.tokens import Flags, Longs

LEAST_COSINE = 0.30
LEAST_DICE = 0.30
_LARGEST_TABLE = 6_000_000
"""Cells of a table of sentences by stems, or by sentences: up to that all sentences are compared at once."""
_MOST_WORK = 50_000_000
"""In longer documents, how many stems of pairs of sentences may be compared; rare stems propose the pairs."""
_MOST_ALIKE = 50_000
"""Of more pairs than that, as between two tables of figures, only the most alike count."""
_CHUNK = 100_000


def alike(bags: Bags) -> tuple[Longs, Longs]:
    """The pairs of sentences that are alike, by their numbers in document a and in document b, in order."""
    shared = np.flatnonzero(bags.present_anywhere(0) & bags.present_anywhere(1))
    rows, (a_count, b_count) = len(bags.sentences), bags.sentences.counts
    small = max(rows * len(shared), a_count * b_count) <= _LARGEST_TABLE
    first, second, cosine = _by_table(bags, shared) if small else _by_candidates(bags)
    if len(cosine) > _MOST_ALIKE:
        best = np.sort(np.argpartition(-cosine, _MOST_ALIKE)[:_MOST_ALIKE])
        first, second = first[best], second[best]
    return first, second


def _norms(bags: Bags) -> tuple[Floats, Floats]:
    """The length of each sentence's bag as a vector, and how many different stems it has."""
    rows = len(bags.sentences)
    return np.sqrt(np.bincount(bags.row, bags.weight**2, rows)) + 1e-9, np.diff(bags.first).astype(np.float64)


def _by_table(bags: Bags, shared: Longs) -> tuple[Longs, Longs, Floats]:
    number = np.full(bags.kinds, -1)
    number[shared] = np.arange(len(shared))
    column = number[bags.stem]
    counted = column >= 0
    table = np.zeros((len(bags.sentences), len(shared)), np.float32)
    table[bags.row[counted], column[counted]] = bags.weight[counted]
    norm, size = (values.astype(np.float32) for values in _norms(bags))
    middle = bags.sentences.counts[0]
    cosine = table[:middle] @ table[middle:].T / np.outer(norm[:middle], norm[middle:])
    close = cosine > LEAST_COSINE
    table[bags.row[counted], column[counted]] = 1
    common = table[:middle] @ table[middle:].T
    close &= 2 * common > LEAST_DICE * (size[:middle, None] + size[None, middle:])
    a, b = np.nonzero(close)
    return a.astype(np.int64), b.astype(np.int64), cosine[a, b].astype(np.float64)


def _by_candidates(bags: Bags) -> tuple[Longs, Longs, Floats]:
    """Pairs that share a rare stem, less those that cannot be alike whatever they share besides, then compared."""
    middle = bags.sentences.counts[0]
    norm, size = _norms(bags)
    proposing = _proposing(bags)
    pairs, partial = _proposed(bags, proposing)
    rest = np.sqrt(np.bincount(bags.row, np.where(proposing[bags.stem], 0, bags.weight) ** 2, len(norm)))
    a, b = np.divmod(pairs, len(norm) - middle)
    b += middle
    # By Cauchy and Schwarz the other stems cannot add more than the product of what is left of either bag.
    possible = partial + rest[a] * rest[b] > LEAST_COSINE * norm[a] * norm[b]
    a, b = a[possible], b[possible]
    product, common = _compared(bags, a, b)
    cosine = product / (norm[a] * norm[b])
    close = (cosine > LEAST_COSINE) & (2 * common > LEAST_DICE * (size[a] + size[b]))
    return a[close], b[close] - middle, cosine[close]


def _proposing(bags: Bags) -> Flags:
    """The stems that stand in both documents, the rarest first, until they propose enough pairs."""
    a = np.bincount(bags.stem[bags.all_entries(0)], minlength=bags.kinds)
    b = np.bincount(bags.stem[bags.all_entries(1)], minlength=bags.kinds)
    pairs = a * b
    most = _MOST_WORK * len(bags.sentences) / max(1, len(bags.stem))
    order = np.argsort(pairs, kind="stable")
    chosen = np.zeros(bags.kinds, np.bool_)
    chosen[order[np.cumsum(pairs[order]) <= most]] = True
    return chosen & (pairs > 0)


def _proposed(bags: Bags, proposing: Flags) -> tuple[Longs, Floats]:
    """The pairs of sentences that share a proposing stem, each as one number, and the product of these stems."""
    middle = bags.sentences.counts[0]
    split = int(bags.first[middle])
    order = np.flatnonzero(proposing[bags.stem])
    order = order[np.argsort(bags.stem[order], kind="stable")]
    a, b = order[order < split], order[order >= split]
    low = np.searchsorted(bags.stem[b], bags.stem[a], "left")
    partners = np.searchsorted(bags.stem[b], bags.stem[a], "right") - low
    left = np.repeat(a, partners)
    right = b[np.arange(len(left)) + np.repeat(low - np.cumsum(partners) + partners, partners)]
    pairs = bags.row[left] * (len(bags.sentences) - middle) + bags.row[right] - middle
    products = bags.weight[left] * bags.weight[right]
    found, where = np.unique(pairs, return_inverse=True)
    return found.astype(np.int64), np.bincount(where, products, len(found)).astype(np.float64)


def _compared(bags: Bags, a: Longs, b: Longs) -> tuple[Floats, Floats]:
    """The product of the bags of each pair of sentences, and how many stems they share."""
    keys = bags.row * bags.kinds + bags.stem
    product, common = np.zeros(len(a)), np.zeros(len(a))
    for start in range(0, len(a), _CHUNK):
        piece = slice(start, start + _CHUNK)
        sizes = bags.first[a[piece] + 1] - bags.first[a[piece]]
        pair = np.repeat(np.arange(len(sizes)), sizes)
        entry = np.arange(len(pair)) + np.repeat(bags.first[a[piece]] - np.cumsum(sizes) + sizes, sizes)
        wanted = b[piece][pair] * bags.kinds + bags.stem[entry]
        at = np.minimum(np.searchsorted(keys, wanted), len(keys) - 1)
        hit = keys[at] == wanted
        product[piece] = np.bincount(pair, bags.weight[entry] * bags.weight[at] * hit, len(sizes))
        common[piece] = np.bincount(pair, hit, len(sizes))
    return product, common
