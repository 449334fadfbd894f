"""Which ribbons a comparison has."""

from collections.abc import Iterator, Sequence

from ui.desktop.ribbons import Kind, Ribbon
from ui.desktop.shared_passages import Shared
from ui.desktop.signs import Sign, bare_span, edit_sign, side_sign
from workbench.comparing.move_pairs import Move
from workbench.comparison import Comparison
from workbench.model import Edit


def ribbons_of(
    comparison: Comparison, passage: Shared, shared: Sequence[Shared], moves: Sequence[Move]
) -> Iterator[Ribbon]:
    """The ribbons of a comparison: other families faint below, the passage, its edits, what moved on top."""
    for other in shared:
        yield Ribbon(other.base, other.witness, Kind.SHARED, ("strong_rule", "strong_rule"))
    yield Ribbon(passage.base, passage.witness, Kind.PASSAGE, ("passage_edge", "passage_edge"))
    halves = {number for move in moves for number in (move.away, move.here)}
    for number, edit in enumerate(comparison.edits):
        if number not in halves:
            base, witness = bare_span(comparison.base_text, edit.base), bare_span(comparison.witness_text, edit.witness)
            yield Ribbon(base, witness, Kind.EDIT, _colours(edit), (number,))
    for move in moves:
        away, here = comparison.edits[move.away].base, comparison.edits[move.here].witness
        yield Ribbon(away, here, Kind.MOVE, (Sign.MOVED.colour, Sign.MOVED.colour), (move.away, move.here))


def _colours(edit: Edit) -> tuple[str, str]:
    """The colours of its signs; where one side has nothing, that of the side that has."""
    if len(edit.base) and len(edit.witness):
        return side_sign(edit, base=True).colour, side_sign(edit, base=False).colour
    return (edit_sign(edit).colour,) * 2
