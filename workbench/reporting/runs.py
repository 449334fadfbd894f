"""A witness's text with the edits against its base put in place."""

from collections.abc import Iterator, Sequence

from workbench.model import Edit
from workbench.reporting.model import RunKind, TextRun, sides
from workbench.spans import Span


def runs_of(base_text: str, witness_text: str, witness: Span, edits: Sequence[Edit]) -> tuple[TextRun, ...]:
    """The passage `witness` of `witness_text` as runs: what is equal, removed, added, moved or mere style.

    `edits` are in offsets of the two texts. Joining the runs that are not `away` gives the passage, character for
    character, whatever the edits are: one that reaches out of the passage or into another is cut to fit.
    """
    return tuple(run for run in _runs(base_text, witness_text, witness, edits) if run.text)


def _runs(base_text: str, witness_text: str, witness: Span, edits: Sequence[Edit]) -> Iterator[TextRun]:
    reached = witness.start
    for edit in sorted(edits, key=lambda edit: (edit.witness, edit.base)):
        start = max(reached, min(edit.witness.start, witness.end))
        end = max(start, min(edit.witness.end, witness.end))
        yield TextRun(witness_text[reached:start])
        yield from _edited(edit, edit.base.of(base_text), witness_text[start:end])
        reached = end
    yield TextRun(witness_text[reached : witness.end])


def _edited(edit: Edit, base: str, witness: str) -> Iterator[TextRun]:
    """Both sides of an edit; of a difference of style the witness's alone, unless it has nothing there."""
    away, here = sides(edit.labels)
    if here is not RunKind.STYLE:
        yield TextRun(base, away)
    elif not witness:
        yield TextRun(base, RunKind.REMOVED)
    yield TextRun(witness, here)
