"""One alignment of all renderings of a passage: columns of shared and of differing text.

The columns depend on which texts there are and on nothing else: equal texts are set once, and all work is done in the
texts' own order. Of two texts the columns that differ are the edits of `compare`, character for character.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property

from workbench.comparing.columns import column_bounds
from workbench.comparing.compare import edit_spans
from workbench.comparing.joining import STAGE, joining_order
from workbench.comparing.profile import Profile
from workbench.comparing.readings import Reading, disagreement, readings_of
from workbench.comparing.setting import Row, cut_long, rows_of
from workbench.comparing.settling import settled, united
from workbench.comparing.tokens import Tokens, tokens
from workbench.comparing.transpositions import Crossing, transposed
from workbench.progress import ProgressReport, silent
from workbench.spans import Span


class Standing(StrEnum):
    """How a witness reads in a column, seen from the base."""

    EQUAL = "equal"
    STYLE = "style"
    """The same but for case, quotes, dashes and white space."""
    DIFFERS = "differs"
    ABSENT = "absent"
    """The base has words there, the witness none."""
    ADDED = "added"
    """The witness has words there, the base none."""


@dataclass(frozen=True, slots=True)
class Column:
    """What all witnesses have at one place.

    `spans` has one span for each witness, in code points of its text, empty where it has nothing, and then at the place
    where it would have it. `readings` are the different texts, the one that most witnesses have first. `disagreement`
    is the share of pairs of witnesses that read differently, 0 to 1; see `readings.disagreement`.
    """

    spans: tuple[Span, ...]
    readings: tuple[Reading, ...]
    disagreement: float

    @property
    def agrees(self) -> bool:
        """Whether all witnesses read the same but for style."""
        return len({reading.wording for reading in self.readings}) == 1

    @property
    def wordings(self) -> tuple[tuple[int, ...], ...]:
        """The witnesses in groups that read the same but for style, the largest reading first."""
        groups: dict[int, list[int]] = {}
        for reading in self.readings:
            groups.setdefault(reading.wording, []).extend(reading.witnesses)
        return tuple(tuple(sorted(group)) for group in groups.values())


@dataclass(frozen=True, slots=True)
class Move:
    """A phrase that some witnesses have in one column and others in another, edited on the way or not.

    `columns` are the numbers of the two columns, the earlier first; `earlier` and `later` the witnesses that have it
    there.
    """

    columns: tuple[int, int]
    earlier: tuple[int, ...]
    later: tuple[int, ...]


@dataclass(frozen=True)
class Collation:
    """All witnesses of a family, aligned. The spans of a witness, joined, are its text.

    `moves` are the phrases that changed their place, in the order of their columns.
    """

    texts: tuple[str, ...]
    columns: tuple[Column, ...]
    moves: tuple[Move, ...] = ()

    def text(self, column: int, witness: int) -> str:
        """What a witness reads in a column."""
        return self.columns[column].spans[witness].of(self.texts[witness])

    def against(self, base: int) -> tuple[tuple[Standing, ...], ...]:
        """For each column how every witness stands to the base in it, without aligning anything again."""
        return tuple(_standings(column, base, len(self.texts)) for column in self.columns)

    def without_style(self) -> "Collation":
        """The same with columns of typography joined to the shared text beside them, for when style is hidden."""
        groups: list[list[int]] = []
        for number, column in enumerate(self.columns):
            styled = groups and column.agrees and self.columns[groups[-1][-1]].agrees
            if styled and (len(column.readings) > 1 or any(len(self.columns[k].readings) > 1 for k in groups[-1])):
                groups[-1].append(number)
            else:
                groups.append([number])
        rows = [tuple(map(_whole, self.columns[group[0]].spans, self.columns[group[-1]].spans)) for group in groups]
        place = {number: k for k, group in enumerate(groups) for number in group}
        moves = (
            Move((place[move.columns[0]], place[move.columns[1]]), move.earlier, move.later) for move in self.moves
        )
        return Collation(self.texts, tuple(_column(row, self.texts) for row in rows), tuple(moves))

    @cached_property
    def moved(self) -> frozenset[tuple[int, int]]:
        """Each column and witness in it that is one half of a move."""
        halves = (
            (column, witness)
            for move in self.moves
            for column, witnesses in zip(move.columns, (move.earlier, move.later), strict=True)
            for witness in witnesses
        )
        return frozenset(halves)


def _whole(first: Span, last: Span) -> Span:
    return Span(first.start, last.end)


def _column(spans: tuple[Span, ...], texts: Sequence[str]) -> Column:
    readings = readings_of(spans, texts)
    return Column(spans, readings, disagreement(readings, spans, texts))


def _standings(column: Column, base: int, count: int) -> tuple[Standing, ...]:
    mine = next(reading for reading in column.readings if base in reading.witnesses)
    standings = [Standing.EQUAL] * count
    for reading in column.readings:
        standing = _standing(reading, mine)
        for witness in reading.witnesses:
            standings[witness] = standing
    return tuple(standings)


def _standing(reading: Reading, base: Reading) -> Standing:
    if reading is base:
        return Standing.EQUAL
    if reading.wording == base.wording:
        return Standing.STYLE
    if not reading.has_words:
        return Standing.ABSENT
    return Standing.DIFFERS if base.has_words else Standing.ADDED


def collate(texts: Sequence[str], report: ProgressReport = silent) -> Collation:
    """All texts in columns; raises `Cancelled` when `report` does.

    Another order of the texts gives the same columns with their rows in that order.
    """
    distinct = sorted(set(texts), key=lambda text: (len(text), text))
    row_of = {text: row for row, text in enumerate(distinct)}
    witnesses: list[list[int]] = [[] for _ in distinct]
    for witness, text in enumerate(texts):
        witnesses[row_of[text]].append(witness)
    rows = _rows(distinct, report)
    columns = []
    for number, row in enumerate(rows):
        if not number % 64:
            report(STAGE, len(distinct), len(distinct))
        columns.append(_column(tuple(row[row_of[text]] for text in texts), texts))
    moves = [_move(crossing, witnesses) for crossing in transposed(rows, distinct, report)]
    return Collation(tuple(texts), tuple(columns), tuple(moves))


def _move(crossing: Crossing, witnesses: Sequence[Sequence[int]]) -> Move:
    earlier, later = (
        tuple(sorted(witness for row in half for witness in witnesses[row]))
        for half in (crossing.earlier, crossing.later)
    )
    return Move(crossing.columns, earlier, later)


def _rows(distinct: list[str], report: ProgressReport) -> list[Row]:
    """The columns of different texts, in the order of their length, as rows of spans."""
    if not distinct or not any(distinct):
        return []
    report(STAGE, 0, len(distinct))
    if len(distinct) == 1:
        return cut_long((Span(0, len(distinct[0])),), distinct)
    sides = [tokens(text) for text in distinct]
    rows = _of_two(*sides) if len(sides) == 2 else _of_many(sides, report)
    return [part for row in rows for part in cut_long(row, distinct)]


def _of_two(one: Tokens, other: Tokens) -> list[Row]:
    """The edits between two texts and what is the same between them."""
    rows: list[Row] = []
    a = b = 0
    for ours, theirs in [
        *edit_spans(one, other),
        (Span(len(one.text), len(one.text)), Span(len(other.text), len(other.text))),
    ]:
        rows += [(Span(a, ours.start), Span(b, theirs.start)), (ours, theirs)]
        a, b = ours.end, theirs.end
    return [row for row in rows if any(map(len, row))]


def _of_many(sides: Sequence[Tokens], report: ProgressReport) -> list[Row]:
    first, order = joining_order(sides, report)
    profile = Profile(sides, first)
    for done, joining in enumerate(order, 1):
        report(STAGE, done, len(sides))
        profile.join(joining.text, joining.nearest)
    report(STAGE, len(sides), len(sides))
    places = united(list(profile.places()), sides)
    places = settled(places, sides, report)
    rows = rows_of(column_bounds(places, sides, report), places, sides, report)
    *before, last = rows or [tuple(Span(0, 0) for _ in sides)]
    ends = (Span(span.start, len(side.text)) for span, side in zip(last, sides, strict=True))
    return [*before, tuple(ends)]
