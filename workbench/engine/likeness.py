"""Which sentences of two documents are alike, by cosine and by Dice: all of them, however long the documents are.

Stems that both documents have propose the pairs of sentences to compare. In long documents only the rarest do; the
pairs that cannot be alike whatever other stems they share are left out, and the others compared in full.
"""

import numpy as np

from workbench.engine.arrays import Flags, Longs
from workbench.engine.bags import Bags, Floats

LEAST_COSINE = 0.30
LEAST_DICE = 0.30
_MOST_WORK = 50_000_000
"""How many stems of proposed pairs may be compared, to bound time and memory."""
_MOST_ALIKE = 30_000
"""Of more pairs than that, as between two tables of figures, only the most alike count."""
_CHUNK = 100_000


def alike(bags: Bags) -> tuple[Longs, Longs]:
    """The pairs of sentences that are alike, by their numbers in document a and in document b, in order."""
    proposing, every = _proposing(bags)
    a, b, product, common = _proposed(bags, proposing)
    norm = np.sqrt(np.bincount(bags.row, bags.weight**2, len(bags.sentences))) + 1e-9
    size = np.diff(bags.first)
    if not every:
        rest = np.sqrt(np.bincount(bags.row, np.where(proposing[bags.stem], 0, bags.weight) ** 2, len(norm)))
        # By Cauchy and Schwarz the other stems cannot add more than the product of what is left of either bag.
        possible = product + rest[a] * rest[b] > LEAST_COSINE * norm[a] * norm[b]
        a, b = a[possible], b[possible]
        product, common = _compared(bags, a, b)
    cosine = product / (norm[a] * norm[b])
    close = np.flatnonzero((cosine > LEAST_COSINE) & (2 * common > LEAST_DICE * (size[a] + size[b])))
    if len(close) > _MOST_ALIKE:
        close = np.sort(close[np.argpartition(-cosine[close], _MOST_ALIKE)[:_MOST_ALIKE]])
    return a[close], b[close] - bags.sentences.counts[0]


def _proposing(bags: Bags) -> tuple[Flags, bool]:
    """The stems of both documents that propose pairs, the rarest first, and whether they are all there are."""
    a = np.bincount(bags.stem[bags.all_entries(0)], minlength=bags.kinds)
    b = np.bincount(bags.stem[bags.all_entries(1)], minlength=bags.kinds)
    pairs = a * b
    most = _MOST_WORK * len(bags.sentences) / max(1, len(bags.stem))
    order = np.argsort(pairs, kind="stable")
    chosen = np.zeros(bags.kinds, np.bool_)
    chosen[order[np.cumsum(pairs[order]) <= most]] = True
    return chosen & (pairs > 0), bool(chosen.all())


def _proposed(bags: Bags, proposing: Flags) -> tuple[Longs, Longs, Floats, Longs]:
    """The pairs of sentences that share a proposing stem, the product of their bags in these, and how many they share.

    The second sentence's number is counted on from document a's.
    """
    rows, split = len(bags.sentences), bags.all_entries(0).stop
    order = np.flatnonzero(proposing[bags.stem])
    order = order[np.argsort(bags.stem[order], kind="stable")]
    a, b = order[order < split], order[order >= split]
    low = np.searchsorted(bags.stem[b], bags.stem[a], "left")
    partners = np.searchsorted(bags.stem[b], bags.stem[a], "right") - low
    left = np.repeat(a, partners)
    right = b[np.arange(len(left)) + np.repeat(low - np.cumsum(partners) + partners, partners)]
    pairs, where = np.unique(bags.row[left] * rows + bags.row[right], return_inverse=True)
    product = np.bincount(where, bags.weight[left] * bags.weight[right], len(pairs)).astype(np.float64)
    first, second = np.divmod(pairs.astype(np.int64), rows)
    return first, second, product, np.bincount(where, minlength=len(pairs))


def _compared(bags: Bags, a: Longs, b: Longs) -> tuple[Floats, Longs]:
    """The product of the bags of each pair of sentences, and how many stems they share."""
    keys = bags.row * bags.kinds + bags.stem
    product, common = np.zeros(len(a)), np.zeros(len(a), np.int64)
    for start in range(0, len(a), _CHUNK):
        piece = slice(start, start + _CHUNK)
        sizes = bags.first[a[piece] + 1] - bags.first[a[piece]]
        pair = np.repeat(np.arange(len(sizes)), sizes)
        entry = np.arange(len(pair)) + np.repeat(bags.first[a[piece]] - np.cumsum(sizes) + sizes, sizes)
        wanted = b[piece][pair] * bags.kinds + bags.stem[entry]
        at = np.minimum(np.searchsorted(keys, wanted), len(keys) - 1)
        hit = keys[at] == wanted
        product[piece] = np.bincount(pair, bags.weight[entry] * bags.weight[at] * hit, len(sizes))
        common[piece] = np.bincount(pair[hit], minlength=len(sizes))
    return product, common
