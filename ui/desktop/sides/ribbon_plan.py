"""Which ribbons a comparison has."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from ui.desktop.case.shared_passages import Shared
from ui.desktop.sides.pane_paint import Mark
from ui.desktop.sides.ribbons import Kind, Ribbon
from ui.desktop.signs import Sign

if TYPE_CHECKING:
    from workbench.comparing.move_pairs import Move


def ribbons_of(
    passage: Shared, shared: Sequence[Shared], marks: tuple[Sequence[Mark], Sequence[Mark]], moves: Sequence["Move"]
) -> Iterator[Ribbon]:
    """Those of other families faint below, the passage, its edits, what moved on top.

    `marks` are those of the base and of the witness, one on each side for every edit.
    """
    for other in shared:
        yield Ribbon(other.base, other.witness, Kind.SHARED, ("strong_rule", "strong_rule"))
    yield Ribbon(passage.base, passage.witness, Kind.PASSAGE, ("passage_edge", "passage_edge"))
    halves = {number for move in moves for number in (move.away, move.here)}
    for number, (base, witness) in enumerate(zip(*marks, strict=True)):
        if number not in halves:
            yield Ribbon(base.span, witness.span, Kind.EDIT, _colours(base, witness), (number,))
    for move in moves:
        away, here = marks[0][move.away].span, marks[1][move.here].span
        yield Ribbon(away, here, Kind.MOVE, (Sign.MOVED.colour, Sign.MOVED.colour), (move.away, move.here))


def _colours(base: Mark, witness: Mark) -> tuple[str, str]:
    """The colours of the signs; where one side has nothing, that of the side that has."""
    one = base if len(base.span) else witness
    other = witness if len(witness.span) else base
    return one.sign.colour, other.sign.colour
