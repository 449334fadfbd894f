"""Spans of text and the map from readable text back to the file it came from.

Every offset is a Unicode code point, half open.
"""

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import NamedTuple, Self


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A stretch of text, `start` to `end` in code points, half open; it may be empty."""

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start <= self.end:
            raise ValueError(f"not a span: {self.start} to {self.end}")

    def __len__(self) -> int:
        return self.end - self.start

    def __bool__(self) -> bool:
        """Every span is true, the empty one too: test `len(span)` instead."""
        return True

    def of(self, text: str) -> str:
        """The stretch of `text` that the span covers."""
        return text[self.start : self.end]

    def shifted(self, by: int) -> Self:
        """The same stretch seen from an origin that lies `by` code points earlier."""
        return type(self)(self.start + by, self.end + by)

    def overlap(self, other: "Span") -> int:
        """How many code points two spans have in common."""
        return max(0, min(self.end, other.end) - max(self.start, other.start))

    def contains(self, other: "Span") -> bool:
        """Whether `other` lies wholly inside."""
        return self.start <= other.start and other.end <= self.end


class Run(NamedTuple):
    """`length` characters of readable text that stand for `file_length` characters of the file.

    A run of equal lengths is a copy, character for character; any other (an entity such as `&amp;`, a
    folded line break) is mapped as a whole.
    """

    text_start: int
    length: int
    file_start: int
    file_length: int


@dataclass(frozen=True)
class OffsetMap:
    """Readable text -> decoded file. Without runs the two are the same.

    Runs are sorted and do not overlap. Readable text between runs (a line break that the reader put
    between two paragraphs) has no place in the file; it maps to where the run before it ended.
    """

    runs: tuple[Run, ...] = ()
    _starts: tuple[int, ...] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "_starts", tuple(run.text_start for run in self.runs))

    def to_file(self, span: Span) -> Span:
        """The span of the file that `span` of the readable text was read from."""
        if not self.runs:
            return span
        if not len(span):
            point = self._start_of(span.start)
            return Span(point, point)
        start = self._start_of(span.start)
        return Span(start, max(start, self._end_of(span.end - 1)))

    def _start_of(self, position: int) -> int:
        """Where in the file the character at `position` begins."""
        k = bisect_right(self._starts, position) - 1
        if k < 0:
            return self.runs[0].file_start
        run = self.runs[k]
        into = position - run.text_start
        if into >= run.length:
            return self.runs[k + 1].file_start if k + 1 < len(self.runs) else run.file_start + run.file_length
        return run.file_start + (into if run.length == run.file_length else 0)

    def _end_of(self, position: int) -> int:
        """Where in the file the character at `position` ends."""
        k = bisect_right(self._starts, position) - 1
        if k < 0:
            return self.runs[0].file_start
        run = self.runs[k]
        into = position - run.text_start
        if into >= run.length or run.length != run.file_length:
            return run.file_start + run.file_length
        return run.file_start + into + 1


def covered(spans: Iterable[Span]) -> int:
    """How many code points a set of spans covers, overlaps counted once."""
    total, reached = 0, 0
    for span in sorted(spans):
        total += max(0, span.end - max(span.start, reached))
        reached = max(reached, span.end)
    return total
