"""How far two rows of words agree from a place on, told in a few steps however far it is.

Sums of hashes over the whole row, each times a power, give the hash of any run of words (Karp and Rabin 1987); the
length is found by doubling and halving.
"""

import numpy as np

from workbench.engine.tokens import Flags, Hashes, Ints, Longs, Words, mix, powers

_BASE = np.uint64(0x9E3779B97F4A7C15)
_LOW_BITS = 12
_SHORT_STEPS = 6


class Runs:
    """The words of a row, with the stretches that no run may cross."""

    def __init__(self, word: Words, stretch: Ints, turns: Longs) -> None:
        self._word, self._stretch, self._turns = word, stretch, turns
        self._low = powers(_BASE, 1 << _LOW_BITS)
        self._high = powers(_power(_BASE, 1 << _LOW_BITS), (len(word) >> _LOW_BITS) + 2)
        self._sums = np.zeros(len(word) + 1, np.uint64)
        step = 1 << 20
        for low in range(0, len(word), step):
            piece = slice(low, min(low + step, len(word)))
            terms = mix(word[piece].astype(np.uint64)) * self._power_of(np.arange(piece.start, piece.stop))
            np.cumsum(terms, out=self._sums[piece.start + 1 : piece.stop + 1])
            self._sums[piece.start + 1 : piece.stop + 1] += self._sums[piece.start]

    def _power_of(self, exponents: Longs) -> Hashes:
        powers: Hashes = self._low[exponents & ((1 << _LOW_BITS) - 1)] * self._high[exponents >> _LOW_BITS]
        return powers

    def maximal(self, a: Longs, b: Longs) -> tuple[Longs, Longs, Longs]:
        """The longest runs of equal words through pairs of places: where they begin, and their lengths.

        `a` stands before `b` in every pair.
        """
        room = np.minimum(a - self._turns[self._stretch[a]], b - self._turns[self._stretch[b]])
        back = self._agreeing(a, b, room, backwards=True)
        ends = np.minimum(self._turns[self._stretch[a] + 1] - a, self._turns[self._stretch[b] + 1] - b)
        ahead = self._agreeing(a, b, ends, backwards=False)
        return a - back, b - back, back + ahead

    def _agreeing(self, a: Longs, b: Longs, room: Longs, *, backwards: bool) -> Longs:
        """How many words agree from each pair of places on, no more than `room`."""
        length = np.zeros(len(a), np.int64)
        active = np.arange(len(a))
        # Most runs are short: a few single steps settle them.
        for _ in range(_SHORT_STEPS):
            going = length[active] < room[active]
            active = active[going]
            step = length[active]
            x, y = (a[active] - step - 1, b[active] - step - 1) if backwards else (a[active] + step, b[active] + step)
            active = active[self._word[x] == self._word[y]]
            length[active] += 1
        if not len(active):
            return length
        # `size` doubles as long as some go on, then halves.
        size, sizes = _SHORT_STEPS, list[int]()
        limit = int(room[active].max())
        while size < limit:
            sizes.append(size)
            size *= 2
        for size in [*sizes, *reversed(sizes), *(1 << k for k in range(_SHORT_STEPS.bit_length(), -1, -1))]:
            fits = active[length[active] + size <= room[active]]
            grown = fits[self._equal(a[fits], b[fits], length[fits], size, backwards=backwards)]
            length[grown] += size
        return length

    def _equal(self, a: Longs, b: Longs, known: Longs, size: int, *, backwards: bool) -> Flags:
        """Whether the next `size` words beyond the `known` ones agree."""
        x, y = (a - known - size, b - known - size) if backwards else (a + known, b + known)
        first = (self._sums[x + size] - self._sums[x]) * self._power_of(y - x)
        same: Flags = first == self._sums[y + size] - self._sums[y]
        return same


def _power(base: np.uint64, exponent: int) -> np.uint64:
    return np.uint64(pow(int(base), exponent, 1 << 64))
