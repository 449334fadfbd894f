"""Which passages have to do with each other: those of comparable size that meet, directly or by way of others.

Families are sought in one component at a time, so that only the components a new article touches are grouped anew.
A quotation inside a copied story is of another size than the copy, and is grouped apart from it.
"""

from collections.abc import Iterator

import numpy as np

from workbench.engine.arrays import Longs
from workbench.engine.passages import Passages

COMPARABLE = 0.6
"""Two passages are comparable where they meet when they share so much of the longer one."""


class Components:
    """The components of some passages; `number` is that of the component of each passage."""

    def __init__(self, passages: Passages) -> None:
        count = len(passages)
        start, end = np.append(passages.a_start, passages.b_start), np.append(passages.a_end, passages.b_end)
        order = np.lexsort((end, start))
        new = np.ones(len(order), np.bool_)
        new[1:] = (np.diff(start[order]) != 0) | (np.diff(end[order]) != 0)
        # A node of the graph is a stretch of an article, on however many passages it stands.
        node = np.empty(len(order), np.int64)
        node[order] = np.cumsum(new) - 1
        edges = [(node[:count], node[count:]), *meeting_pairs(start[order][new], end[order][new], COMPARABLE)]
        first, second = (np.concatenate(side) for side in zip(*edges, strict=True))
        self._node = node[:count], node[count:]
        self._keys = _keys(start[order][new], end[order][new])
        label = _connected(first, second, int(new.sum()))
        roots, self._number_of_node = np.unique(label, return_inverse=True)
        self.root: Longs = self._keys[roots]
        """For each component what tells it from all others: the key of its first stretch."""
        self.number: Longs = self._number_of_node[self._node[0]]

    def __len__(self) -> int:
        return len(self.root)

    def holding(self, keys: Longs) -> Longs:
        """The numbers of the components in which some stretches are, known by their keys."""
        return self._number_of_node[np.searchsorted(self._keys, keys)]

    def members(self) -> list[Longs]:
        """The passages of every component."""
        order = np.argsort(self.number, kind="stable")
        return np.split(order, np.searchsorted(self.number[order], np.arange(1, len(self))))


def _keys(start: Longs, end: Longs) -> Longs:
    """One number for every stretch; stretches in order have rising numbers."""
    return (start << np.int64(31)) | (end - start)


def meeting_pairs(start: Longs, end: Longs, share: float) -> Iterator[tuple[Longs, Longs]]:
    """The pairs of stretches that share so much of the longer one, as positions; sorted by their start they must be."""
    length = end - start
    late = np.arange(len(start))
    lag = 0
    while len(late):
        lag += 1
        late = late[late >= lag]
        ahead = start[late] - start[late - lag]
        # An earlier stretch beyond this reach is too long, or ends too soon.
        late = late[ahead <= (1 / share - 1) * length[late]]
        early = late - lag
        shared = np.minimum(end[early], end[late]) - start[late]
        found = shared >= share * np.maximum(length[early], length[late])
        yield early[found], late[found]


def _connected(first: Longs, second: Longs, count: int) -> Longs:
    """The least node of the component of every node of a graph, with edges from `first` to `second`.

    Labels hook onto smaller ones and jump to the label of their label (Shiloach and Vishkin 1982).
    """
    label = np.arange(count)
    while True:
        low = np.minimum(label[first], label[second])
        before = label.copy()
        np.minimum.at(label, label[first], low)
        np.minimum.at(label, label[second], low)
        while True:
            further = label[label]
            if (further == label).all():
                break
            label = further
        if (label == before).all():
            return label
