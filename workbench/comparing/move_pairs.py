"""Which two edits of a comparison are the two halves of one move, and what was edited in it."""

from collections.abc import Sequence
from dataclasses import dataclass

from workbench.comparing.moves import edited_inside, moved
from workbench.comparing.tokens import tokens
from workbench.comparing.views import EditView, Phrase
from workbench.model import Edit, LabelKind
from workbench.spans import Span


@dataclass(frozen=True, slots=True)
class Move:
    """Edit `away` is where the phrase stands in the base, edit `here` where it stands in the witness.

    `dropped` and `put_in` are what was edited on the way, in offsets of the two texts; what stands in both is in one
    order.
    """

    away: int
    here: int
    dropped: tuple[Span, ...] = ()
    put_in: tuple[Span, ...] = ()


def move_pairs(edits: Sequence[Edit], base_text: str, witness_text: str) -> tuple[Move, ...]:
    """The moves among the edits of a comparison, by where they stand in the base."""
    numbers = [k for k, edit in enumerate(edits) if any(label.kind is LabelKind.MOVED for label in edit.labels)]
    views = [_view(edits[k], base_text, witness_text) for k in numbers]
    partners = moved(views)
    found = []
    for k, other in sorted(partners.items()):
        if len(views[k].base):
            away, here = numbers[k], numbers[other]
            inner = edited_inside(EditView(views[k].base, views[other].witness))
            dropped = [_span(part.base).shifted(edits[away].base.start) for part in inner if len(part.base)]
            put_in = [_span(part.witness).shifted(edits[here].witness.start) for part in inner if len(part.witness)]
            found.append(Move(away, here, tuple(dropped), tuple(put_in)))
    return tuple(found)


def _view(edit: Edit, base_text: str, witness_text: str) -> EditView:
    base, witness = edit.base.of(base_text), edit.witness.of(witness_text)
    return EditView(Phrase.at(tokens(base), Span(0, len(base))), Phrase.at(tokens(witness), Span(0, len(witness))))


def _span(phrase: Phrase) -> Span:
    """Where a phrase stands in the text of its side."""
    return Span(phrase.side.starts[phrase.start], phrase.side.ends[phrase.end - 1])
