"""One text with the edits of a witness in their places: what was removed stands before what came instead.

No widgets here. The text is the witness's article, whole, with what the base has more put in; all positions are of
this text, in code points.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, NamedTuple

from ui.desktop.sides.inlay import Inlay, Put
from ui.desktop.sides.page import set_off
from ui.desktop.signs import Sign, bare_span, edit_sign, side_sign
from workbench.comparison import Comparison
from workbench.model import Edit, Zone
from workbench.spans import Span

if TYPE_CHECKING:
    from workbench.comparing.move_pairs import Move

_THIN = "\u2009"


class Signed(NamedTuple):
    """A stretch of the text and its sign; `inside` is what was edited in it on its way to where it stands."""

    span: Span
    sign: Sign
    inside: tuple[Span, ...] = ()


@dataclass(frozen=True)
class InlineText:
    """`edits` has for each edit, by its number, the stretch that shows it; `signed` what of it is marked, and how.

    `moves` are those of the comparison, by the numbers of their two edits; `inlay` says what is not the witness's own.
    """

    text: str
    zones: tuple[Zone, ...]
    passage: Span
    edits: tuple[Span, ...]
    signed: tuple[Signed, ...]
    moves: tuple["Move", ...]
    inlay: Inlay


class _Put(NamedTuple):
    """What is put into the witness's text: where, the edit it belongs to, its words."""

    position: int
    number: int
    words: str


def inline_text(comparison: Comparison, zones: Sequence[Zone]) -> InlineText:
    """The witness's article with the edits of a comparison in place; `zones` are those of the article."""
    puts = sorted(put for number, edit in enumerate(comparison.edits) if (put := _put(number, edit, comparison)))
    inlay = Inlay(Put(put.position, len(put.words)) for put in puts)
    text = _with(comparison.witness_text, puts)
    passage = set_off(comparison.witness_text, comparison.witness.place.span)
    removed = {put.number: inlay.put(k) for k, put in enumerate(puts)}
    from workbench.comparing.move_pairs import move_pairs  # comparing comes in with the first comparison

    moves = move_pairs(comparison.edits, comparison.base_text, comparison.witness_text)
    inside = {**{move.away: move.dropped for move in moves}, **{move.here: move.put_in for move in moves}}
    spans, signed = [], list[Signed]()
    for number, edit in enumerate(comparison.edits):
        parts = list(_parts(text, edit, removed.get(number), inlay, inside.get(number, ())))
        signed += parts
        place = inlay.before(edit.witness.start)
        spans.append(Span(parts[0].span.start, parts[-1].span.end) if parts else Span(place, place))
    wide = tuple(replace(zone, span=Span(inlay.before(zone.span.start), inlay.after(zone.span.end))) for zone in zones)
    whole = Span(inlay.before(passage.start), inlay.after(passage.end))
    return InlineText(text, wide, whole, tuple(spans), tuple(signed), moves, inlay)


def _put(number: int, edit: Edit, comparison: Comparison) -> _Put | None:
    """What the base has in place of an edit; of style alone what the witness has is enough."""
    words, after = edit.base.of(comparison.base_text), edit.witness.of(comparison.witness_text)
    if not words or (after and edit_sign(edit) is Sign.STYLE):
        return None
    apart = after and not words[-1].isspace() and not after[0].isspace()
    return _Put(edit.witness.start, number, words + _THIN if apart else words)


def _with(text: str, puts: Sequence[_Put]) -> str:
    pieces, reached = [], 0
    for put in puts:
        pieces += [text[reached : put.position], put.words]
        reached = put.position
    return "".join((*pieces, text[reached:]))


def _parts(text: str, edit: Edit, removed: Span | None, inlay: Inlay, inside: Sequence[Span]) -> Iterator[Signed]:
    """What is marked of an edit; of one that is half of a move `inside` has what was edited in that half."""
    if removed is not None:
        sign = side_sign(edit, base=True)
        inner = tuple(span.shifted(removed.start - edit.base.start) for span in inside) if not len(edit.witness) else ()
        yield Signed(bare_span(text, removed), Sign.AWAY if sign is Sign.MOVED else sign, inner)
    if len(edit.witness):
        start = inlay.after(edit.witness.start)
        inner = tuple(span.shifted(start - edit.witness.start) for span in inside)
        span = Span(start, inlay.before(edit.witness.end))
        yield Signed(bare_span(text, span), side_sign(edit, base=False), inner)
