"""Which places of base and witness belong together: there both sides stand level, and scrolling keeps them so."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate, pairwise

from ui.desktop.sides.page import set_off
from workbench.comparison import Comparison
from workbench.model import Edit, LabelKind
from workbench.spans import Span

_WORD = re.compile(r"\S+")


@dataclass(frozen=True, slots=True)
class Anchor:
    """A position in the base and one in the witness that are to stand at the same height."""

    base: int
    witness: int


def anchors(comparison: Comparison) -> tuple[Anchor, ...]:
    """Where base and witness keep level: the start of the passage, each paragraph within it, what follows it.

    In both texts they come one after the other; a paragraph break inside an edit has no counterpart and none here.
    """
    base = set_off(comparison.base_text, comparison.base.place.span)
    witness = set_off(comparison.witness_text, comparison.witness.place.span)
    found = {Anchor(base.start, witness.start), Anchor(base.end, witness.end)}
    edges = list(_edges(comparison))
    for edit, other in edges:
        if _begins_line(comparison.base_text, edit.start) and _begins_line(comparison.witness_text, other.start):
            found.add(Anchor(edit.start, other.start))
    for one, other in _equal_runs(edges):
        found.update(_paired_breaks(comparison.base_text, one, comparison.witness_text, other))
    return tuple(_rising(sorted(found, key=lambda anchor: (anchor.base, anchor.witness))))


def _edges(comparison: Comparison) -> Iterator[tuple[Span, Span]]:
    """The edits that keep their order on both sides, with the two ends of the passage."""
    base, witness = comparison.base.place.span, comparison.witness.place.span
    last = Span(base.start, base.start), Span(witness.start, witness.start)
    yield last
    for edit in sorted(comparison.edits, key=lambda edit: (edit.base, edit.witness)):
        if not _moved(edit) and edit.base.start >= last[0].end and edit.witness.start >= last[1].end:
            last = edit.base, edit.witness
            yield last
    yield Span(base.end, base.end), Span(witness.end, witness.end)


def _equal_runs(edges: Sequence[tuple[Span, Span]]) -> Iterator[tuple[Span, Span]]:
    """The stretches between the edits, on both sides."""
    for (one, other), (next_one, next_other) in pairwise(edges):
        if one.end <= next_one.start and other.end <= next_other.start:
            yield Span(one.end, next_one.start), Span(other.end, next_other.start)


def _begins_line(text: str, position: int) -> bool:
    while position > 0 and text[position - 1].isspace():
        position -= 1
        if text[position] == "\n":
            return True
    return False


def _moved(edit: Edit) -> bool:
    return any(label.kind is LabelKind.MOVED for label in edit.labels)


def _paired_breaks(text: str, run: Span, other_text: str, other: Span) -> Iterator[Anchor]:
    """Paragraph starts in one of two equal runs, and where their word stands in the other."""
    starts, other_starts = list(_paragraph_starts(text, run)), list(_paragraph_starts(other_text, other))
    if not starts and not other_starts:
        return
    ours, theirs = _Solid(text, run), _Solid(other_text, other)
    for start in starts:
        position = theirs.position(ours.before(start))
        if position is not None:
            yield Anchor(start, position)
    for start in other_starts:
        position = ours.position(theirs.before(start))
        if position is not None:
            yield Anchor(position, start)


class _Solid:
    """The characters of a stretch that are no white space, counted by words."""

    def __init__(self, text: str, span: Span) -> None:
        words = [match.span() for match in _WORD.finditer(text, span.start, span.end)]
        self._starts = [start for start, _ in words]
        self._counts = list(accumulate((end - start for start, end in words), initial=0))

    def before(self, position: int) -> int:
        """How many of them stand before the word that begins at `position`."""
        return self._counts[max(0, bisect_right(self._starts, position) - 1)]

    def position(self, number: int) -> int | None:
        """Where the one of that number stands."""
        if not 0 <= number < self._counts[-1]:
            return None
        word = bisect_right(self._counts, number) - 1
        return self._starts[word] + number - self._counts[word]


def _paragraph_starts(text: str, span: Span) -> Iterator[int]:
    """Where a line begins within a span; at its very start too, when only white space stands between."""
    before = span.start
    while before > 0 and text[before - 1].isspace():
        before -= 1
    position = text.find("\n", before, span.end)
    while position >= 0:
        while position < span.end and text[position].isspace():
            position += 1
        if span.start <= position < span.end:
            yield position
        position = text.find("\n", position + 1, span.end)


def _rising(found: Sequence[Anchor]) -> Iterator[Anchor]:
    last = Anchor(-1, -1)
    for anchor in found:
        if anchor.base > last.base and anchor.witness > last.witness:
            last = anchor
            yield anchor
