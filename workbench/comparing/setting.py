"""From columns of tokens to spans of each text: who owns the white space between columns, where long text is cut."""

from collections import Counter
from collections.abc import Hashable, Sequence
from itertools import pairwise

from workbench.comparing.joining import STAGE
from workbench.comparing.kinds import is_clause_link
from workbench.comparing.profile import Place
from workbench.comparing.settling import Run
from workbench.comparing.tokens import Tokens, tokens
from workbench.progress import ProgressReport
from workbench.spans import Span
from workbench.text.sentences import sentences

LONGEST = 20
"""Shared text of more words than this is cut where a sentence or a clause ends."""
LONG = 10
"""Shared text of more words than this is cut where a sentence ends."""
SHORTEST = 2
"""No part that is cut off has fewer words than this."""

SENTENCE = 3
"""How good a place the beginning of a sentence is to cut."""

Row = tuple[Span, ...]
"""The span of each text in one column."""
Held = dict[int, tuple[int, int]]
"""The tokens, from and to, of each text that has any in a column."""
Spaced = tuple[Hashable, Hashable]
"""What is read, and the white space around it."""


def rows_of(
    columns: Sequence[Run], places: Sequence[Place], sides: Sequence[Tokens], report: ProgressReport
) -> list[Row]:
    """The spans of all texts in each column. Together the spans of a text cover it without gaps or overlaps."""
    held = [_held(column, places) for column in columns]
    spacing = _Spacing(held, sides)
    reached = (0,) * len(sides)
    rows = []
    for number in range(len(held)):
        if not number % 64:
            report(STAGE, len(sides), len(sides))
        ends = spacing.ends(number, reached)
        rows.append(tuple(map(Span, reached, ends)))
        reached = ends
    return rows


def _held(column: Run, places: Sequence[Place]) -> Held:
    held: Held = {}
    for place in places[column.start : column.end]:
        for witness, token in place.cells.items():
            held[witness] = (held[witness][0] if witness in held else token, token + 1)
    return held


def _following(held: Sequence[Held], count: int) -> list[dict[int, int]]:
    """For each column and text in it, the next column that the text has anything in; -1 for none."""
    following: list[dict[int, int]] = []
    after = [-1] * count
    for number in range(len(held) - 1, -1, -1):
        following.append({witness: after[witness] for witness in held[number]})
        for witness in held[number]:
            after[witness] = number
    return following[::-1]


class _Spacing:
    """Walks over the columns from left to right and gives the white space after each to it or to the next one."""

    def __init__(self, held: Sequence[Held], sides: Sequence[Tokens]) -> None:
        self._held, self._sides = held, sides
        self._following = _following(held, len(sides))
        self._leads: list[Counter[Spaced]] = [Counter() for _ in held]
        self._lead = [side.gaps[0] for side in sides]
        self._led: set[int] = set()

    def ends(self, number: int, reached: tuple[int, ...]) -> tuple[int, ...]:
        """Where each text ends in a column."""
        right = self._better_right(number)
        ends = list(reached)
        for witness, (_, end) in self._held[number].items():
            side, following = self._sides[witness], self._following[number][witness]
            goes_on = right and following >= 0
            ends[witness] = side.ends[end - 1] if goes_on else _start(side, end)
            self._lead[witness] = side.gaps[end] if goes_on else ""
            if following >= 0:
                self._leads[following][self._said(following, witness), self._lead[witness]] += 1
                self._led |= {following} if self._lead[witness] else set()
        return tuple(ends)

    def _said(self, number: int, witness: int) -> Hashable:
        start, end = self._held[number][witness]
        return tuple(self._sides[witness].keys[start:end])

    def _better_right(self, number: int) -> bool:
        """Whether more columns read the same when the white space after a column goes to the next one."""
        gaps = {self._sides[witness].gaps[end] for witness, (_, end) in self._held[number].items()}
        if len(gaps) == 1 and self._led.isdisjoint(self._following[number].values()):
            return False
        left: Counter[Spaced] = Counter()
        cut: Counter[Spaced] = Counter()
        after: dict[int, tuple[Counter[Spaced], Counter[Spaced]]] = {}
        for witness, (_, end) in self._held[number].items():
            following, gap = self._following[number][witness], self._sides[witness].gaps[end]
            said, lead = self._said(number, witness), self._lead[witness]
            left[said, (lead, gap)] += 1
            cut[said, (lead, gap if following < 0 else "")] += 1
            if following >= 0:
                known = self._leads[following]
                without, having = after.setdefault(following, (known.copy(), known.copy()))
                without[self._said(following, witness), ""] += 1
                having[self._said(following, witness), gap] += 1
        kept = _odd(left) + sum(_odd(without) for without, _ in after.values())
        return _odd(cut) + sum(_odd(having) for _, having in after.values()) < kept


def _start(side: Tokens, index: int) -> int:
    return side.starts[index] if index < len(side) else len(side.text)


def _odd(spaced: Counter[Spaced]) -> int:
    """How many have other white space than most of those that read the same."""
    most: dict[Hashable, int] = {}
    for (said, _), count in spaced.items():
        most[said] = max(most.get(said, 0), count)
    return spaced.total() - sum(most.values())


def cut_long(row: Row, texts: Sequence[str]) -> list[Row]:
    """A column in parts where it is long text that two texts at least share, character for character.

    What only one of them has is one addition, however long.
    """
    if max(map(len, row)) <= LONG:
        return [row]
    said = [span.of(text) for span, text in zip(row, texts, strict=True) if len(span)]
    if len(set(said)) != 1 or (len(said) == 1 < len(row)):
        return [row]
    bounds = [0, *_cuts(said[0]), max(map(len, row))]
    return [
        tuple(Span(min(span.start + start, span.end), min(span.start + end, span.end)) for span in row)
        for start, end in pairwise(bounds)
    ]


def _cuts(text: str) -> list[int]:
    """Where a long text is cut: after sentences, then after clauses, in code points."""
    side = tokens(text)
    if len(side) <= LONG:
        return []
    worths = _worths(side)
    cuts: list[int] = []
    waiting = [(0, len(side))]
    while waiting:
        first, last = waiting.pop()
        cut = _best_cut(worths, first, last)
        if cut:
            cuts.append(cut)
            waiting += [(first, cut), (cut, last)]
    return [side.starts[index] for index in sorted(cuts)]


def _best_cut(worths: Sequence[int], first: int, last: int) -> int:
    """The token before which a stretch is best cut, nearest to its middle; 0 where none is good or none needed."""
    if last - first <= LONG:
        return 0
    middle = (first + last) / 2
    inside = range(first + SHORTEST, last - SHORTEST + 1)
    best = max(inside, key=lambda index: (worths[index], -abs(index - middle), -index))
    return best if worths[best] >= (SENTENCE if last - first <= LONGEST else 1) else 0


def _worths(side: Tokens) -> list[int]:
    """How good a place each token is to begin a part: a paragraph 4, a sentence 3, a clause 2 or 1, any other 0."""
    begins = {sentence.start for sentence in sentences(side.text)}
    return [0] + [_worth(side, index, begins) for index in range(1, len(side))]


def _worth(side: Tokens, index: int, begins: set[int]) -> int:
    gap, before = side.gaps[index], side.keys[index - 1]
    if "\n" in gap:
        return SENTENCE + 1
    if side.starts[index] in begins:
        return SENTENCE
    if before in _PAUSES or (before in _CLOSING and gap):
        return 2 if side.words[index] else 0
    return 1 if is_clause_link(side.keys[index]) and side.words[index] else 0


_PAUSES = frozenset((",", ";", ":", "，", "；", "：", "、", "،"))
_CLOSING = frozenset(('"', ")"))
