"""The collation as a person reads it: rows of witnesses, the base first, and in every column how each reads.

No widgets here. Another base makes another table of the same columns; nothing is aligned again.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from typing import TYPE_CHECKING
from unicodedata import bidirectional

from ui.desktop.collation.kinds import Kind
from ui.desktop.wording import OUTLET_UNKNOWN, count, listed, short_date
from workbench.model import Article, Family, Witness
from workbench.snapshot import Snapshot
from workbench.text.lines import one_line

if TYPE_CHECKING:
    from workbench.comparing.collation import Collation, Column, Standing


@cache
def _kinds() -> Mapping["Standing", Kind]:
    from workbench.comparing.collation import Standing

    return {
        Standing.EQUAL: Kind.SAME,
        Standing.STYLE: Kind.STYLE,
        Standing.DIFFERS: Kind.DIFFERS,
        Standing.ABSENT: Kind.LACKS,
        Standing.ADDED: Kind.ADDS,
    }


_UNMARKED = frozenset({Kind.SAME, Kind.BLANK})
_UNMARKED_WITHOUT_STYLE = _UNMARKED | {Kind.STYLE}


@dataclass(frozen=True, slots=True)
class CollationRow:
    """Witnesses that read the same from end to end; the base stands alone.

    `witnesses` are numbers of the collation, `numbers` those among the witnesses compared with the base, -1 for the
    base itself. `articles` are theirs, in the same order.
    """

    witnesses: tuple[int, ...]
    numbers: tuple[int, ...]
    articles: tuple[Article, ...]

    @property
    def is_base(self) -> bool:
        """Whether the others are compared with this one."""
        return self.numbers[0] < 0

    @property
    def outlet(self) -> str:
        """The outlet of the first."""
        return self.articles[0].outlet or OUTLET_UNKNOWN

    @property
    def date(self) -> str:
        """The date of the first."""
        return short_date(self.articles[0].published).partition(",")[0]

    @property
    def detail(self) -> str:
        """What stands beside the outlet: how many others read the same, or the date."""
        return self.more or self.date

    @property
    def more(self) -> str:
        """How many others read the same: `and 11 others`; empty for one alone."""
        return f"and {count(len(self.articles) - 1, 'other')}" if len(self.articles) > 1 else ""

    @property
    def name(self) -> str:
        """Who reads so: `RT News and 11 others`."""
        return f"{self.outlet} {self.more}".strip()

    @property
    def everyone(self) -> str:
        """All of its witnesses with their dates, a line each."""
        named = [f"{article.outlet or OUTLET_UNKNOWN}, {short_date(article.published)}" for article in self.articles]
        shown, rest = named[:12], len(named) - 12
        return "\n".join((*shown, f"and {rest} more") if rest > 0 else shown)


@dataclass(frozen=True, slots=True)
class Cell:
    """What a row reads in a column; `agree` counts the witnesses that read so, but for style, itself among them."""

    text: str
    kind: Kind
    agree: int


@dataclass(frozen=True)
class CollationColumn:
    """A column with a cell for every row.

    `flows` where most rows share one text and the others have nothing, so that it may go on in the next band. `spaced`
    when white space follows it.
    """

    cells: tuple[Cell, ...]
    heat: float
    readings: tuple[tuple[str, tuple[int, ...]], ...]
    """What is read, and the rows that read it, the base's reading first."""
    flows: bool
    spaced: bool

    @property
    def text(self) -> str:
        """What is shared in a column that flows."""
        return next((text for text, _ in self.readings if text), "")

    @cached_property
    def kinds(self) -> frozenset[Kind]:
        """Every kind of reading in it."""
        return frozenset(cell.kind for cell in self.cells)

    def is_variant(self, *, style: bool) -> bool:
        """Whether any row differs from the base; by style alone counts only with `style`."""
        return not self.kinds <= (_UNMARKED if style else _UNMARKED_WITHOUT_STYLE)


@dataclass(frozen=True)
class CollationTable:
    """The whole of it. `total` counts witnesses, `columns` leave out those of white space alone.

    `numbers` has for each column its number in the collation, `leftward` says that the text runs from right to left.
    """

    collation: "Collation"
    rows: tuple[CollationRow, ...]
    columns: tuple[CollationColumn, ...]
    numbers: tuple[int, ...]
    total: int
    leftward: bool

    def row_of(self, number: int) -> int:
        """The row of the witness that is compared as that number; 0, the base, when there is none."""
        return next((k for k, row in enumerate(self.rows) if number in row.numbers), 0)

    def variants(self, *, style: bool) -> list[int]:
        """The columns in which the rows do not all read as the base."""
        return [number for number, column in enumerate(self.columns) if column.is_variant(style=style)]

    def spoken(self, row: int, column: int) -> str:
        """A cell in words, with how it stands to the base and how many witnesses agree."""
        cell = self.columns[column].cells[row]
        return f"{self.rows[row].name}: {self._reads(cell, self.columns[column].cells[0])}; {self._agreeing(cell)}"

    def _reads(self, cell: Cell, base: Cell) -> str:
        said = {
            Kind.SAME: f"“{cell.text}”, as in the base",
            Kind.BLANK: "nothing here, as in the base",
            Kind.STYLE: f"“{cell.text}”, in style other than “{base.text}” of the base",
            Kind.DIFFERS: f"“{cell.text}” where the base has “{base.text}”",
            Kind.LACKS: f"lacks “{base.text}” of the base",
            Kind.OUTSIDE: f"does not reach “{base.text}” of the base",
            Kind.ADDS: f"adds “{cell.text}” to the base",
            Kind.MOVED: f"“{cell.text}”, which the base has elsewhere",
            Kind.AWAY: f"has “{base.text}” of the base elsewhere",
        }
        return said[cell.kind]

    def _agreeing(self, cell: Cell) -> str:
        if cell.agree == self.total:
            return f"all {self.total} witnesses read so"
        if cell.agree == 1:
            return f"no other of {self.total} witnesses reads so"
        return f"{cell.agree} of {self.total} witnesses read so"

    def apparatus(self, column: int) -> str:
        """All readings of a column with those who have them, the base's first."""
        found = self.columns[column].readings
        if len(found) == 1:
            return f"All {self.total} witnesses: “{found[0][0]}”"
        outlets = Counter(name for _, rows in found for name in {outlet for outlet, _ in self._those(rows)})
        return "   ·   ".join(
            f"{f'“{text}”' if text else 'nothing'}: {self._who(rows, outlets)}" for text, rows in found
        )

    def _who(self, rows: Sequence[int], outlets: Mapping[str, int]) -> str:
        """The outlets of some rows; one that reads in two ways with what tells the two apart."""
        names = [outlet if outlets[outlet] < 2 else f"{outlet} ({apart})" for outlet, apart in self._those(rows)]
        return listed(dict.fromkeys(names), 4)

    def _those(self, rows: Sequence[int]) -> Iterator[tuple[str, str]]:
        """Every witness of some rows: its outlet, and whether it is the base or else its date."""
        for row in rows:
            for article in self.rows[row].articles:
                apart = "the base" if self.rows[row].is_base else short_date(article.published)
                yield article.outlet or OUTLET_UNKNOWN, apart


def collation_table(collation: "Collation", family: Family, snapshot: Snapshot) -> CollationTable:
    """The witnesses of a family in rows; the texts of `collation` are theirs, in their order."""
    base = snapshot.base(family)
    rows = tuple(_rows(collation, family, base, snapshot))
    numbers = [number for number, column in enumerate(collation.columns) if _has_words(column)]
    maker = _Columns(collation, family.witnesses.index(base), rows)
    columns = tuple(maker.column(number) for number in numbers)
    return CollationTable(
        collation, rows, columns, tuple(numbers), len(family.witnesses), _is_leftward(collation.texts)
    )


def _has_words(column: "Column") -> bool:
    return any(reading.has_words for reading in column.readings)


def _rows(collation: "Collation", family: Family, base: Witness, snapshot: Snapshot) -> Iterator[CollationRow]:
    place = {witness.id: number for number, witness in enumerate(family.witnesses)}
    article = {witness.id: snapshot.article[witness.place.article_id] for witness in family.witnesses}
    yield CollationRow((place[base.id],), (-1,), (article[base.id],))
    groups: dict[str, list[tuple[int, Witness]]] = {}
    for number, witness in enumerate(snapshot.others(family)):
        groups.setdefault(one_line(collation.texts[place[witness.id]]), []).append((number, witness))
    for group in groups.values():
        yield CollationRow(
            tuple(place[witness.id] for _, witness in group),
            tuple(number for number, _ in group),
            tuple(article[witness.id] for _, witness in group),
        )


class _Columns:
    """Makes the columns of a table, seen from one base."""

    def __init__(self, collation: "Collation", base: int, rows: Sequence[CollationRow]) -> None:
        self._collation, self._base, self._rows = collation, base, rows
        self._standings = collation.against(base)
        self._moved = _moved_against(collation, base)

    def column(self, number: int) -> CollationColumn:
        column = self._collation.columns[number]
        agree = {witness: len(group) for group in column.wordings for witness in group}
        base = one_line(self._collation.text(number, self._base))
        cells = []
        for row in self._rows:
            witness = row.witnesses[0]
            text = one_line(self._collation.text(number, witness))
            cells.append(Cell(text, self._kind(number, witness, text, base), agree[witness]))
        readings: dict[str, list[int]] = {}
        for k, cell in enumerate(cells):
            readings.setdefault(cell.text, []).append(k)
        told = tuple((text, tuple(those)) for text, those in readings.items())
        return CollationColumn(
            tuple(cells), column.disagreement, told, self._flows(readings), self._spaced(number, column)
        )

    def _flows(self, readings: dict[str, list[int]]) -> bool:
        having = [rows for text, rows in readings.items() if text]
        return len(having) == 1 and 2 * len(having[0]) > len(self._rows)

    def _spaced(self, number: int, column: "Column") -> bool:
        after = self._collation.columns[number + 1 : number + 2]
        ends = (span.of(text)[-1:] for span, text in zip(column.spans, self._collation.texts, strict=True))
        begins = (span.of(text)[:1] for c in after for span, text in zip(c.spans, self._collation.texts, strict=True))
        return any(char.isspace() for char in (*ends, *begins) if char)

    def _kind(self, number: int, witness: int, text: str, base: str) -> Kind:
        if text == base:
            return Kind.SAME if text else Kind.BLANK
        if (number, witness) in self._moved:
            return Kind.MOVED if text else Kind.AWAY
        kind = _kinds()[self._standings[number][witness]]
        return Kind.OUTSIDE if kind is Kind.LACKS and self._is_beyond(number, witness) else kind

    def _is_beyond(self, number: int, witness: int) -> bool:
        text, span = self._collation.texts[witness], self._collation.columns[number].spans[witness]
        return not text[: span.start].strip() or not text[span.end :].strip()


def _moved_against(collation: "Collation", base: int) -> frozenset[tuple[int, int]]:
    """Both columns of every phrase that a witness has elsewhere than the base."""
    found: set[tuple[int, int]] = set()
    for move in collation.moves:
        for here, there in ((move.earlier, move.later), (move.later, move.earlier)):
            if base in here:
                found.update((column, witness) for column in move.columns for witness in there)
    return frozenset(found)


def _is_leftward(texts: Iterable[str]) -> bool:
    """Whether most of the letters run from right to left."""
    ways = [bidirectional(char) for text in texts for char in text[:2000]]
    return sum(way in ("R", "AL") for way in ways) > ways.count("L")
