"""What is put into the text of an article where it is shown, and the way between the two. No widgets here.

Positions of the article's own text are called own, positions of the text as it is shown are called shown.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from itertools import accumulate, pairwise
from typing import NamedTuple

from workbench.spans import Span


class Put(NamedTuple):
    """Something put in: before which own position, and how long it is, in code points."""

    position: int
    length: int


class Inlay:
    """Stretches put into an article's text, in the order in which they stand; nothing unless they are given."""

    def __init__(self, puts: Iterable[Put] = ()) -> None:
        puts = tuple(puts)
        self._positions = [put.position for put in puts]
        self._lengths = [0, *accumulate(put.length for put in puts)]
        self._starts = [position + before for position, before in zip(self._positions, self._lengths, strict=False)]

    def __bool__(self) -> bool:
        """Whether anything is put in."""
        return bool(self._positions)

    def before(self, position: int) -> int:
        """Where an own position is shown, before all that is put in there."""
        return position + self._lengths[bisect_left(self._positions, position)]

    def after(self, position: int) -> int:
        """Where an own position is shown, behind all that is put in there."""
        return position + self._lengths[bisect_right(self._positions, position)]

    def put(self, number: int) -> Span:
        """Where something put in is shown, by its number in their order."""
        start = self._starts[number]
        return Span(start, start + self._lengths[number + 1] - self._lengths[number])

    def own(self, position: int) -> int:
        """The own position that is shown at a position; within something put in the one before which it stands."""
        number = bisect_right(self._starts, position) - 1
        if number < 0:
            return position
        return max(self._positions[number], position - self._lengths[number + 1])

    def own_span(self, span: Span) -> Span:
        """What of a stretch as it is shown is the article's own; an empty one where nothing is."""
        return Span(self.own(span.start), self.own(span.end))

    def shown(self, span: Span) -> tuple[Span, ...]:
        """The stretches that show an own one, without what is put in between them; one at least."""
        inner = self._positions[bisect_right(self._positions, span.start) : bisect_left(self._positions, span.end)]
        edges = dict.fromkeys((span.start, *inner, span.end))
        if len(edges) == 1:
            return (Span(self.after(span.start), self.after(span.start)),)
        return tuple(Span(self.after(start), self.before(end)) for start, end in pairwise(edges))

    def own_text(self, shown: str) -> str:
        """The article's own text, of the text as it is shown."""
        if not self:
            return shown
        pieces, reached = [], 0
        for number in range(len(self._positions)):
            put = self.put(number)
            pieces.append(shown[reached : put.start])
            reached = put.end
        return "".join((*pieces, shown[reached:]))
