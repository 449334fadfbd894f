"""What differs between two renderings of a passage: edits with their labels."""

from collections.abc import Callable

from workbench.comparing.cleanup import cleaned
from workbench.comparing.labels import LONGEST, TOO_DIFFERENT, labelled
from workbench.comparing.lexicon import Lexicon, lexicon_in_force
from workbench.comparing.pieces import Piece, find_pieces
from workbench.comparing.spans import place
from workbench.comparing.tokens import Tokens, tokens
from workbench.model import Edit
from workbench.spans import Span

COMMON = 0.1
"""Two long sides that keep less than this share of the shorter one in its order may be too different to compare."""
SHARED_RUNS = 0.02
"""... and are, if less than this share of their runs of `RUN` tokens stand on both sides, in whatever order."""
RUN = 4

Look = Callable[[], None]


def _go_on() -> None:
    pass


def compare(base: str, witness: str, lexicon: Lexicon | None = None, look: Look = _go_on) -> tuple[Edit, ...]:
    """The edits that make the witness out of the base, sorted, without overlaps, in offsets of the two strings.

    Outside the edits both sides are the same, character for character. No edit begins or ends inside a word (a
    compound may be cut at its hyphens). Swapping the sides swaps the spans of the edits. `lexicon` are the word lists
    that labels come from, and to some degree where edits begin and end; those in force unless given. `look` is called
    again and again, several times a second however long the sides are; what it raises, `Cancelled` above all, goes
    through. Sides that have next to nothing in common are one edit, which `too_different` knows.
    """
    if base == witness:
        return ()
    base_tokens, witness_tokens = tokens(base, look), tokens(witness, look)
    with (lexicon or lexicon_in_force()).in_force():
        spans = edit_spans(base_tokens, witness_tokens, look)
        return labelled(base_tokens, witness_tokens, spans, look)


def edit_spans(base: Tokens, witness: Tokens, look: Look = _go_on) -> list[tuple[Span, Span]]:
    """Where base and witness differ, without labels. Computed in one canonical direction, so that it is symmetrical."""
    if (len(base.text), base.text) > (len(witness.text), witness.text):
        return [(ours, theirs) for theirs, ours in edit_spans(witness, base, look)]
    pieces = find_pieces(base, witness, look)
    if _too_little_in_common(base, witness, pieces):
        pieces = [Piece(0, len(base), 0, len(witness))]
    else:
        pieces = cleaned(base, witness, pieces, look)
    look()
    return place(base, witness, pieces)


def _too_little_in_common(a: Tokens, b: Tokens, pieces: list[Piece]) -> bool:
    """Whether two long sides have neither tokens in one order in common nor runs of tokens in any."""
    shorter = min(len(a), len(b))
    kept = len(a) - sum(piece.a1 - piece.a0 for piece in pieces)
    if shorter <= LONGEST or kept >= COMMON * shorter:
        return False
    ours, theirs = (set(zip(*(side.keys[k:] for k in range(RUN)), strict=False)) for side in (a, b))
    return len(ours & theirs) < SHARED_RUNS * min(len(ours), len(theirs))


def too_different(edits: tuple[Edit, ...]) -> bool:
    """Whether a comparison says no more than that its sides are too different to be compared word by word."""
    return len(edits) == 1 and any(label.reason == TOO_DIFFERENT for label in edits[0].labels)


def compare_places(
    base_text: str,
    base_span: Span,
    witness_text: str,
    witness_span: Span,
    lexicon: Lexicon | None = None,
    look: Look = _go_on,
) -> tuple[Edit, ...]:
    """The edits between two passages, in offsets of the full texts the passages stand in; the rest as for `compare`."""
    edits = compare(base_span.of(base_text), witness_span.of(witness_text), lexicon, look)
    return placed(edits, base_span, witness_span)


def placed(edits: tuple[Edit, ...], base_span: Span, witness_span: Span) -> tuple[Edit, ...]:
    """Edits between two passages in offsets of the full texts that the passages stand in."""
    starts = base_span.start, witness_span.start
    return tuple(Edit(edit.base.shifted(starts[0]), edit.witness.shifted(starts[1]), edit.labels) for edit in edits)
