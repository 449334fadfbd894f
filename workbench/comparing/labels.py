"""What kind of edit each one is, with the reason in words a person can check."""

from workbench.comparing.tokens import Tokens
from workbench.model import Edit, Label, LabelKind
from workbench.spans import Span


def labelled(base: Tokens, witness: Tokens, spans: list[tuple[Span, Span]]) -> tuple[Edit, ...]:
    """The edits at `spans` with their labels."""
    return tuple(Edit(ours, theirs, (_label(ours, theirs),)) for ours, theirs in spans)


def _label(base: Span, witness: Span) -> Label:
    if not len(base):
        return Label(LabelKind.ADDED, "only in the witness")
    if not len(witness):
        return Label(LabelKind.OMITTED, "only in the base")
    return Label(LabelKind.WORDING)
