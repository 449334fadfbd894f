"""Between the cells of a collation and the edits of a comparison: which lies in which."""

from ui.desktop.collation.table import CollationTable
from ui.desktop.signs import bare_span
from workbench.comparison import Comparison
from workbench.model import Edit
from workbench.spans import Span


def span_of_cell(table: CollationTable, comparison: Comparison, row: int, column: int) -> Span:
    """Where a cell stands in the text of its article."""
    return _span(table, table.rows[row].witnesses[0], column, comparison.witness.place.span.start)


def edit_at(table: CollationTable, comparison: Comparison, row: int, column: int) -> int:
    """The number of the edit that shares most with a cell, seen from either side; -1 where there is none."""
    shares = [_shared(edit, table, comparison, row, column) for edit in comparison.edits]
    best = max(range(len(shares)), key=lambda number: shares[number], default=-1)
    return best if best >= 0 and shares[best] else -1


def column_of_edit(table: CollationTable, comparison: Comparison, edit: Edit, row: int) -> int:
    """The first of the columns that share most with an edit; -1 where none does."""
    shares = [_shared(edit, table, comparison, row, column) for column in range(len(table.columns))]
    best = max(range(len(shares)), key=lambda number: shares[number], default=-1)
    return best if best >= 0 and shares[best] else -1


def _shared(edit: Edit, table: CollationTable, comparison: Comparison, row: int, column: int) -> int:
    """How many characters an edit and a cell have in common, on both sides."""
    mine = span_of_cell(table, comparison, row, column)
    base = _span(table, table.rows[0].witnesses[0], column, comparison.base.place.span.start)
    return bare_span(comparison.witness_text, edit.witness).overlap(mine) + bare_span(
        comparison.base_text, edit.base
    ).overlap(base)


def _span(table: CollationTable, witness: int, column: int, start: int) -> Span:
    """A cell's words, in offsets of the article in which the witness begins at `start`."""
    collation = table.collation
    span = bare_span(collation.texts[witness], collation.columns[table.numbers[column]].spans[witness])
    return Span(span.start + start, span.end + start)
