"""How far one side is scrolled when the other is: what belongs together meets at the same height of the window.

No widgets here. Knots are pairs of heights, in pixels of the two documents, that belong together; between two knots
both sides are gone through in proportion. One looks at the line a third down; towards the ends of the texts, where a
side can be scrolled no further, at the line that both sides can still reach.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate, pairwise

Knot = tuple[float, float]

_EYE = 1 / 3
_LEAD = 0.5
"""How much of a view before and after what belongs together is scrolled evenly, if there is that much."""
_INNER, _OUTER = 0.5, 0.95
"""Which share is, at most, of what stands between two stretches, and at the ends of the texts."""
_PIXEL = 1


@dataclass(frozen=True, slots=True)
class Extent:
    """How high a document is, and how much of it shows."""

    whole: float
    room: float

    @property
    def most(self) -> float:
        """How far it can be scrolled."""
        return max(0.0, self.whole - self.room)


class ScrollMap:
    """The way from how far one side is scrolled to the other. `knots` rise on both sides."""

    def __init__(self, knots: Sequence[Knot], base: Extent, witness: Extent) -> None:
        self._most = base.most, witness.most
        self._eye = _EYE * min(base.room, witness.room)
        path = list(_rising([(0.0, 0.0), *knots, (base.whole, witness.whole)]))
        scrolled = [self._scrolled(place) for place in _with_bends(path, self._bends())]
        self._values: tuple[list[float], list[float]] = (
            list(accumulate((base for base, _ in scrolled), max)),
            list(accumulate((witness for _, witness in scrolled), max)),
        )

    def other(self, side: int, value: float, now: float) -> float:
        """How far the other side is to be scrolled when side 0 (base) or 1 (witness) is at `value`.

        Where all of a stretch will do, it is what is nearest to how far the other side is scrolled `now`.
        """
        ours, theirs = self._values[side], self._values[1 - side]
        value = ours[-1] if value > ours[-1] - _PIXEL else value  # a scroll bar rounds how far it goes
        first, last = bisect_left(ours, value), bisect_right(ours, value) - 1
        if first <= last:
            return min(max(now, theirs[first]), theirs[last])
        if first >= len(ours):
            return theirs[-1]
        if first == 0:
            return theirs[0]
        share = (value - ours[first - 1]) / (ours[first] - ours[first - 1])
        return theirs[first - 1] + share * (theirs[first] - theirs[first - 1])

    def _scrolled(self, place: Knot) -> Knot:
        """How far both sides are scrolled when one looks at a place: as near to a third down as both can."""
        (base, witness), (most, other_most) = place, self._most
        low, high = max(base - most, witness - other_most), min(base, witness)
        eye = (low + high) / 2 if low > high else min(max(self._eye, low), high)
        return min(max(0.0, base - eye), most), min(max(0.0, witness - eye), other_most)

    def _bends(self) -> tuple[list[float], list[float]]:
        """The heights at which a side begins and ceases to be scrolled: the way bends there."""
        base, witness = ([self._eye, most + self._eye] for most in self._most)
        return base, witness


def _rising(path: Sequence[Knot]) -> Iterator[Knot]:
    """The knots that rise on both sides; the last one always stays."""
    base, witness = -1.0, -1.0
    end, other_end = path[-1]
    for place in path[:-1]:
        if base < place[0] < end and witness < place[1] < other_end:
            base, witness = place
            yield place
    yield end, other_end


def _with_bends(path: Sequence[Knot], bends: tuple[list[float], list[float]]) -> Iterator[Knot]:
    """The knots and the places on the way between them where a side passes one of its bends."""
    yield path[0]
    for start, end in pairwise(path):
        shares = [
            (bend - start[side]) / (end[side] - start[side])
            for side in (0, 1)
            for bend in bends[side]
            if start[side] < bend < end[side]
        ]
        shares.sort()
        for share in shares:
            yield start[0] + share * (end[0] - start[0]), start[1] + share * (end[1] - start[1])
        yield end


def with_leads(stretches: Sequence[tuple[Knot, Knot]], base: Extent, witness: Extent) -> list[Knot]:
    """The knots of stretches that belong together, rising, with even scrolling a little before and after each."""
    knots: list[Knot] = []
    whole = base.whole, witness.whole
    edges = [((0.0, 0.0), (0.0, 0.0)), *stretches, (whole, whole)]
    for number, (before, (start, end), after) in enumerate(zip(edges, edges[1:], edges[2:], strict=False)):
        lead = _lead(before[1], start, base.room, _OUTER if number == 0 else _INNER)
        knots += [(start[0] - lead, start[1] - lead)] if lead > 1 else []
        knots += [start, end]
        lead = _lead(end, after[0], base.room, _OUTER if number == len(stretches) - 1 else _INNER)
        knots += [(end[0] + lead, end[1] + lead)] if lead > 1 else []
    return knots


def _lead(start: Knot, end: Knot, room: float, share: float) -> float:
    """How far is scrolled evenly of what stands between two stretches."""
    return min(_LEAD * room, share * min(end[0] - start[0], end[1] - start[1]))
