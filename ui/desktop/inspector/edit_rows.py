"""The edits of the current witness as rows: what each of them changed, and what a person made of it."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from ui.desktop.case.casework import Casework
from ui.desktop.case.whereabouts import Whereabouts
from ui.desktop.review.words import spoken_verdict
from ui.desktop.signs import Piece, Sign, edit_sign, side_sign
from ui.desktop.wording import ALTERED_QUOTE, shortened, spoken_edit, visible
from workbench.comparison import Comparison
from workbench.model import Code, Edit
from workbench.rulings import Verdict, verdict_on

if TYPE_CHECKING:
    from workbench.findings import Findings

_SIDE = 110


@dataclass(frozen=True, slots=True)
class EditRow:
    """An edit as the list shows it; `number` counts from 0."""

    number: int
    edit: Edit
    pieces: tuple[Piece, ...]
    codes: tuple[Code, ...]
    note: str
    spoken: str
    altered: bool = False
    """Whether it alters words inside quotation marks without a sign of it."""
    reviewed: bool = False
    verdict: Verdict | None = None
    """What a person said of its labels."""

    @property
    def marks(self) -> tuple[bool, bool, bool]:
        """Which lines there are below its words, as they make the row higher."""
        return bool(self.codes), bool(self.note), self.verdict is not None


def edit_rows(case: Casework, where: Whereabouts, found: "Findings | None" = None) -> list[EditRow]:
    """The edits of the current witness; those that alter a quotation are marked as far as it was `found`."""
    comparison, snapshot = where.comparison, case.snapshot
    if comparison is None:
        return []
    rows, total = [], len(comparison.edits)
    grave = (
        frozenset(one.edit for one in found.altered.get(comparison.witness.id, ()) if one.is_altered) if found else ()
    )
    for number, edit in enumerate(comparison.edits):
        target = where.target(number)
        tags = snapshot.tags_on(target) if target else ()
        codes = tuple(snapshot.code[tag.code_id] for tag in tags if tag.code_id in snapshot.code)
        note = snapshot.note_on(target) if target else None
        verdict = verdict_on(edit, snapshot.ruling_on(target)) if target else None
        row = EditRow(
            number, edit, _pieces(edit, comparison), codes, note.text if note else "", "", edit in grave,
            target in snapshot.reviewed, verdict,
        )  # fmt: skip
        said = spoken_edit(number + 1, total, edit, comparison.base_text, comparison.witness_text)
        rows.append(replace(row, spoken=", ".join((said, *_spoken_marks(row)))))
    return rows


def _spoken_marks(row: EditRow) -> Iterator[str]:
    """What was made of an edit, in words, the shortest first."""
    if row.altered:
        yield ALTERED_QUOTE
    if row.reviewed:
        yield "reviewed"
    yield from (f"tagged {code.name}" for code in row.codes)
    if row.verdict is not None:
        yield spoken_verdict(row.verdict)
    if row.note:
        yield f"note: {row.note}"


def _pieces(edit: Edit, comparison: Comparison) -> tuple[Piece, ...]:
    before = shortened(visible(edit.base.of(comparison.base_text)), _SIDE)
    after = shortened(visible(edit.witness.of(comparison.witness_text)), _SIDE)
    old, new = Piece(before, side_sign(edit, base=True)), Piece(after, side_sign(edit, base=False))
    if edit_sign(edit) in (Sign.MOVED, Sign.AWAY):
        arrow = Piece(" ⤳ ", Sign.SAME)
        return tuple(piece for piece in (old, arrow, new) if piece.text)
    return (old, Piece("  →  ", Sign.SAME), new) if before and after else (old,) if before else (new,)
