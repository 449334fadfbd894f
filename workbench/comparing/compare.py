"""What differs between two renderings of a passage: edits with their labels."""

from workbench.comparing.cleanup import cleaned
from workbench.comparing.labels import labelled
from workbench.comparing.lexicon import SHIPPED, Lexicon
from workbench.comparing.pieces import find_pieces
from workbench.comparing.spans import place
from workbench.comparing.tokens import Tokens, tokens
from workbench.model import Edit
from workbench.spans import Span


def compare(base: str, witness: str, lexicon: Lexicon = SHIPPED) -> tuple[Edit, ...]:
    """The edits that make the witness out of the base, sorted, without overlaps, in offsets of the two strings.

    Outside the edits both sides are the same, character for character. No edit begins or ends inside a word (a
    compound may be cut at its hyphens). Swapping the sides swaps the spans of the edits. `lexicon` are the word lists
    that labels come from, and to some degree where edits begin and end.
    """
    if base == witness:
        return ()
    base_tokens, witness_tokens = tokens(base), tokens(witness)
    with lexicon.in_force():
        return labelled(base_tokens, witness_tokens, edit_spans(base_tokens, witness_tokens))


def edit_spans(base: Tokens, witness: Tokens) -> list[tuple[Span, Span]]:
    """Where base and witness differ, without labels. Computed in one canonical direction, so that it is symmetrical."""
    if (len(base.text), base.text) <= (len(witness.text), witness.text):
        return place(base, witness, cleaned(base, witness, find_pieces(base, witness)))
    return [(ours, theirs) for theirs, ours in edit_spans(witness, base)]


def compare_places(
    base_text: str, base_span: Span, witness_text: str, witness_span: Span, lexicon: Lexicon = SHIPPED
) -> tuple[Edit, ...]:
    """The edits between two passages, in offsets of the full texts the passages stand in."""
    edits = compare(base_span.of(base_text), witness_span.of(witness_text), lexicon)
    return tuple(
        Edit(edit.base.shifted(base_span.start), edit.witness.shifted(witness_span.start), edit.labels)
        for edit in edits
    )
