"""What a person decides about what is current, and how one moves: the actions that concern the case."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from ui.actions import ACTIONS
from ui.desktop.case.casework import Casework
from ui.desktop.case.whereabouts import Whereabouts
from ui.desktop.choosing import Chooser, report_kind_sentence
from ui.desktop.feature import Handlers
from ui.desktop.inspector.note_panel import NotePanel, Writing
from ui.desktop.message_bar import MessageBar
from workbench.errors import UserError
from workbench.model import Code, Target
from workbench.session import Session
from workbench.snapshot import Snapshot

_LOADING = "This family is still loading; decide when it is there."
_WAYS = {"next": 1, "previous": -1}


def moves(where: Whereabouts) -> Handlers:
    """Going from edit to edit, witness to witness, family to family."""
    steps = {"edit": where.step_edit, "witness": where.step_witness, "family": where.step_family}
    ways = {f"{way}_{what}": partial(go, by) for what, go in steps.items() for way, by in _WAYS.items()}
    return {**ways, "first_edit": where.first_edit, "last_edit": where.last_edit}


class Decisions:
    """Tags, notes, the choice of a base; and what takes a case in and out."""

    def __init__(
        self,
        case: Casework,
        where: Whereabouts,
        notes: NotePanel,
        choose: Chooser,
        problem: MessageBar,
        say: Callable[[str], None],
    ) -> None:
        self._case, self._where, self._notes, self._choose, self._problem = case, where, notes, choose, problem
        self._say = say

    def handlers(self) -> Handlers:
        """What to call for each of these actions."""
        case, choose = self._case, self._choose
        return {
            "export": self._export,
            "import_files": lambda: choose.files_to_import(case.import_paths),
            "import_folder": lambda: choose.folder_to_import(case.import_paths),
            "align": case.align,
            "note": lambda: self._notes.write(on_witness=False),
            "note_witness": lambda: self._notes.write(on_witness=True),
            "base": self._make_base,
            **{
                entry.id: partial(self._tag_by_digit, int(entry.id[-1]), on_witness="witness" in entry.id)
                for entry in ACTIONS
                if entry.series
            },
        }

    def tag_current(self, code: Code) -> None:
        """Put a code on the current edit, or on a witness that has none, or take it away."""
        target = self._where.taggable
        on_witness = target is not None and self._where.edit is None
        there = target is not None and any(tag.code_id == code.id for tag in self._case.snapshot.tags_on(target))
        told = f"“{code.name}” is {'off' if there else 'on'} the whole witness, as no edit of it is listed."
        self._tag(code, target, lambda: self._say(told) if on_witness else None)

    def write_note(self, target: Target, text: str) -> None:
        """Write the note of a target; an empty text removes it."""
        self.save_note(Writing(target, text))

    def save_note(self, writing: Writing) -> None:
        """Write a note, and let the one who wrote it know what came of it."""

        def write(session: Session) -> Snapshot:
            try:
                session.set_note(writing.target, writing.text)
                writing.saved = True
            except UserError:
                if not writing.again:
                    raise
            return session.snapshot()

        writing.job = self._case.decide(write)

    def _tag(self, code: Code, target: Target | None, then: Callable[[], None] = lambda: None) -> None:
        if target is not None:
            self._case.decide(lambda session: session.toggle_tag(target, code), then)
        elif self._where.loading:
            self._where.told.emit(_LOADING)

    def _tag_by_digit(self, digit: int, *, on_witness: bool) -> None:
        code = next((code for code in self._case.snapshot.codes if code.digit == digit), None)
        if code is not None and on_witness:
            self._tag(code, self._where.witness_target)
        elif code is not None:
            self.tag_current(code)

    def _make_base(self) -> None:
        comparison = self._where.comparison
        if comparison is not None:
            self._case.decide(lambda session: session.choose_base(comparison.family, comparison.witness))
        elif self._where.loading:
            self._where.told.emit(_LOADING)

    def _export(self) -> None:
        self._notes.save()
        name = self._case.state.path.stem if self._case.state else "report"
        self._choose.report_to_write(name, self._write_report)

    def _write_report(self, path: Path, kind: str) -> None:
        refusal = report_kind_sentence(kind)
        if refusal:
            self._problem.tell(refusal)
        else:
            self._case.export(path, kind)
