"""How far two rows of words agree from a place on, told in a few steps however far it is.

Sums of hashes over the whole row, each times a power, give the hash of any run of words (Karp and Rabin 1987); the
length is found by doubling and halving.
"""

from collections.abc import Callable, Iterable
from threading import Lock

import numpy as np

from workbench.engine.arrays import Flags, Hashes, Ints, Longs, Words, mix, powers

_BASE = np.uint64(0x9E3779B97F4A7C15)
_LOW_BITS = 12
_SHORT_STEPS = 6
_TOGETHER = 1 << 16
_STEP_COST = 1000
"""What a single step costs at least, in words to be summed."""


class Runs:
    """The words of a row, with the stretches that no run may cross."""

    def __init__(self, word: Words, stretch: Ints, turns: Longs) -> None:
        self._word, self._stretch, self._turns = word, stretch, turns
        self._low = powers(_BASE, 1 << _LOW_BITS)
        self._high = powers(_power(_BASE, 1 << _LOW_BITS), (len(word) >> _LOW_BITS) + 2)
        self._lock, self._ready = Lock(), np.zeros(0, np.uint64)

    def sum_up(self, each: Callable[[Callable[[int], None], Iterable[int]], object] | None = None) -> None:
        """Make the sums, for which there may be threads; few runs that are short do not need them."""
        sums = np.zeros(len(self._word) + 1, np.uint64)

        def sum_piece(low: int) -> None:
            high = min(low + _TOGETHER, len(self._word))
            terms = mix(self._word[low:high].astype(np.uint64))
            terms *= self._power_of(np.arange(low, high))
            np.cumsum(terms, out=sums[low + 1 : high + 1])

        pieces = range(0, len(self._word), _TOGETHER)
        if each:
            each(sum_piece, pieces)
        else:
            for low in pieces:
                sum_piece(low)
        for low in pieces[1:]:
            sums[low + 1 : low + _TOGETHER + 1] += sums[low]
        self._ready = sums

    @property
    def _sums(self) -> Hashes:
        with self._lock:
            if not len(self._ready):
                self.sum_up()
        return self._ready

    def _power_of(self, exponents: Longs) -> Hashes:
        powers: Hashes = self._low.take(exponents & ((1 << _LOW_BITS) - 1)) * self._high.take(exponents >> _LOW_BITS)
        return powers

    def maximal(self, a: Longs | Ints, b: Longs | Ints) -> tuple[Longs, Longs, Longs]:
        """The longest runs of equal words through pairs of places: where they begin, and their lengths.

        `a` stands before `b` in every pair.
        """
        a, b = a.astype(np.int64), b.astype(np.int64)
        a_stretch, b_stretch = self._stretch.take(a), self._stretch.take(b)
        room = np.minimum(a - self._turns.take(a_stretch), b - self._turns.take(b_stretch))
        back = self._agreeing(a, b, room, backwards=True)
        ends = np.minimum(self._turns.take(a_stretch + 1) - a, self._turns.take(b_stretch + 1) - b)
        ahead = self._agreeing(a, b, ends, backwards=False)
        return a - back, b - back, back + ahead

    def _agreeing(self, a: Longs, b: Longs, room: Longs, *, backwards: bool) -> Longs:
        """How many words agree from each pair of places on, no more than `room`."""
        length, active = np.zeros(len(a), np.int64), np.arange(len(a))
        x, y, left = (a - 1, b - 1, room) if backwards else (a.copy(), b.copy(), room)
        way, steps, spent = -1 if backwards else 1, 0, 0
        # Most runs are short: a few single steps settle them. Where no sums were made yet, more are cheaper.
        while steps < _SHORT_STEPS or (len(active) and not len(self._ready) and spent < len(self._word)):
            same = self._word.take(x, mode="clip") == self._word.take(y, mode="clip")
            same &= left > steps
            if not same.all():
                length[active.compress(~same)] = steps
                active, x, y, left = (row.compress(same) for row in (active, x, y, left))
            x += way
            y += way
            steps, spent = steps + 1, spent + len(active) + _STEP_COST
        length[active] = steps
        if len(active):
            self._leap(a, b, room, length, active, backwards=backwards)
        return length

    def _leap(self, a: Longs, b: Longs, room: Longs, length: Longs, active: Longs, *, backwards: bool) -> None:
        """Lengthen the runs that go on, by steps that double as long as they fit, then halve."""

        def grown(which: Longs, size: int) -> Flags:
            known = length.take(which)
            fits = known + size <= room.take(which)
            some = which.compress(fits)
            equal = self._equal(a.take(some), b.take(some), known.compress(fits), size, backwards=backwards)
            length[some.compress(equal)] += size
            fits[fits] = equal
            return fits

        size, limit, stopped = _SHORT_STEPS, int(room.take(active).max()), list[tuple[int, Longs]]()
        while len(active) and size < limit:
            going = grown(active, size)
            stopped.append((size, active.compress(~going)))
            active, size = active.compress(going), 2 * size
        # What did not fit is tried by halves: those that stopped at a size go on with all that are smaller.
        for size, late in reversed(stopped):
            grown(active, size)
            active = np.append(active, late)
        for size in (4, 2, 1):
            grown(active, size)

    def _equal(self, a: Longs, b: Longs, known: Longs, size: int, *, backwards: bool) -> Flags:
        """Whether the next `size` words beyond the `known` ones agree."""
        x, y = (a - known - size, b - known - size) if backwards else (a + known, b + known)
        sums = self._sums
        first = (sums.take(x + size) - sums.take(x)) * self._power_of(y - x)
        same: Flags = first == sums.take(y + size) - sums.take(y)
        return same


def _power(base: np.uint64, exponent: int) -> np.uint64:
    return np.uint64(pow(int(base), exponent, 1 << 64))
