"""The editor of the codebook: a window beside the work, which follows the case and takes back whatever it did."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.desktop.case.casework import Casework
from ui.desktop.choosing import Chooser
from ui.desktop.codebook.chooser import CodeChooser, code_choices
from ui.desktop.codebook.model import CodeTreeModel, tag_count
from ui.desktop.codebook.parts import CodebookControls
from ui.desktop.keys import ActionKeys, named_above
from ui.desktop.sheet import Sheet
from ui.desktop.theme import Themes
from workbench.codebook_changes import Orphans, doomed_with
from workbench.codebook_files import kind_of, left_out, read_codebook, written
from workbench.codebook_import import brought_in, told
from workbench.errors import UserError
from workbench.model import Code
from workbench.recoding import NO_DIGIT
from workbench.reporting.atomic import write_whole
from workbench.session import Session
from workbench.snapshot import Snapshot

_WIDTH, _HEIGHT = 860, 640
_TITLE = "Codebook"


class CodebookWindow(Sheet):
    """Everything by keys from the tree; Escape closes, all is kept as it is done."""

    def __init__(self, case: Casework, themes: Themes, parent: QWidget) -> None:
        super().__init__(_TITLE, parent)
        self._case, self._themes, self._choose = case, themes, Chooser(self)
        if case.state:
            self._choose.follow(case.state.path)
        self._new_under: Code | None = None
        self._awaited = ""  # the name of a code that is to be current when it is there
        self._to_delete: Code | None = None
        self.model = CodeTreeModel(self)
        self.controls = CodebookControls(self.model, themes)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.controls)
        self._connect()
        self.fit(_WIDTH, _HEIGHT)
        self.refresh()
        self.controls.view.setFocus()

    def _connect(self) -> None:
        controls, form = self.controls, self.controls.form
        self.model.renamed.connect(self.rename)
        controls.view.asked.connect(self._asked)
        controls.view.digit_asked.connect(self._toggle_digit)
        controls.view.selectionModel().currentChanged.connect(lambda *_: self._show_current())
        controls.new.named.connect(self._add)
        controls.new.left.connect(self._to_tree)
        controls.question.answered.connect(self._delete_as_answered)
        form.renamed.connect(self.rename)
        form.described.connect(lambda code, text: self._decide(lambda one: one.describe_code(code, text)))
        form.recoloured.connect(lambda code, colour: self._decide(lambda one: one.recolour_code(code, colour)))
        form.keyed.connect(self.give_digit)
        form.finished.connect(self._to_tree)
        controls.undo.clicked.connect(self._undo)
        controls.bring.clicked.connect(lambda: self._choose.codebook_to_read(self.bring_in))
        controls.write.clicked.connect(lambda: self._choose.codebook_to_write(self.write))
        controls.done.clicked.connect(self.accept)
        ActionKeys("undo", self._undo, self)
        ActionKeys("redo", lambda: self._decide(lambda session: session.redo(), "Done again."), self)
        self._case.changed.connect(self.refresh)
        self._case.opening_changed.connect(self.refresh)
        self._case.leaving.connect(self.reject)
        self._themes.changed.connect(controls.view.viewport().update)
        self._case.refused.connect(self._refused)  # a method of its own: it is let go with the window

    # What is shown

    @property
    def code(self) -> Code | None:
        """The current code."""
        return self.model.code(self.controls.view.currentIndex())

    def refresh(self) -> None:
        """Show the codebook as it is by now; the current code stays current, and what was closed stays closed."""
        view, number = self.controls.view, self._line()
        before = self.code.id if self.code else ""
        closed = [code_id for code_id in self.model.tree.code if self._is_closed(code_id)]
        self.model.show_codes(self._case.snapshot, editable=self._case.writable)
        view.expandAll()
        for code_id in closed:
            view.collapse(self.model.find(code_id))
        if not self.code or self.code.id != before or self._awaited:
            self._make_current(before, number)
        self._show_current()
        for button in (self.controls.bring, self.controls.undo):
            button.setEnabled(self._case.writable)
        self.controls.undo.setEnabled(self._case.writable and bool(self._case.snapshot.undo_summary))
        self.controls.undo.setToolTip(self._case.snapshot.undo_summary)
        if not self._case.writable and not self.controls.message.text():
            self.tell("This case can be looked at but not changed.")

    def _is_closed(self, code_id: str) -> bool:
        index = self.model.find(code_id)
        return bool(self.model.rowCount(index)) and not self.controls.view.isExpanded(index)

    def _line(self) -> int:
        walked = [code.id for code, _ in self.model.tree.walk()]
        return walked.index(self.code.id) if self.code else 0

    def _make_current(self, before: str, number: int) -> None:
        """The code that was just made, else the one that was current, else the one in its line."""
        walked = [code.id for code, _ in self.model.tree.walk()]
        fresh = [code.id for code in self.model.tree.code.values() if code.id == self._awaited_id()]
        if fresh:
            self._awaited = ""
        wanted = fresh or [one for one in (before,) if one in walked] or walked[min(number, len(walked) - 1) :][:1]
        self.controls.view.setCurrentIndex(self.model.find(wanted[0]) if wanted else QModelIndex())

    def _awaited_id(self) -> str:
        parent = self._new_under.id if self._new_under else ""
        found = self.model.tree.named(self._awaited, parent) if self._awaited else None
        return found.id if found else ""

    def _show_current(self) -> None:
        code = self.code
        tags = self.model.tags_of(code) if code else 0
        self.controls.form.show_code(code, self.model.tree, tags, editable=self._case.writable)

    def tell(self, sentence: str, *, wrong: bool = False) -> None:
        """Say what was done, or what is wrong."""
        message = self.controls.message
        message.setText(sentence)
        message.setObjectName("wrong" if wrong else "hint")
        message.style().polish(message)  # by the rules for its name
        self.controls.view.setAccessibleDescription(sentence)

    def _refused(self, sentence: str) -> None:
        self.tell(sentence, wrong=True)

    def _to_tree(self) -> None:
        self.controls.view.setFocus(Qt.FocusReason.OtherFocusReason)

    # What can be done

    def _decide(self, decision: Callable[[Session], Snapshot], done: str = "") -> None:
        if self._case.writable:
            self.tell(done)
            self._case.decide(decision)

    def _asked(self, what: str) -> None:
        """Do what a key of the tree asks for."""
        code = self.code
        if not self._case.writable:
            self.tell("This case can be looked at but not changed.", wrong=True)
        elif what in ("beside", "under"):
            self._ask_name(code, under=what == "under")
        elif code is not None:
            act = {"delete": self.delete, "merge": self._merge, "indent": self._indent, "outdent": self._outdent}
            act[what](code)

    def _ask_name(self, code: Code | None, *, under: bool) -> None:
        tree = self.model.tree
        self._new_under = code if under or code is None else tree.code.get(tree.parent_id(code))
        self.controls.new.ask(f"under “{self._new_under.name}”" if self._new_under else "at the top")

    def _add(self, name: str) -> None:
        parent = self._new_under
        if parent and parent.id not in self.model.tree.code:
            self.tell(f"“{parent.name}” is no longer there.", wrong=True)
            return
        self._awaited = name.strip()
        self.controls.new.field.clear()
        self._decide(lambda session: session.add_code(name, parent), f"“{name.strip()}” is in the codebook now.")

    def rename(self, code: Code, name: str) -> None:
        """Give a code another name."""
        self._decide(lambda session: session.rename_code(code, name))

    def give_digit(self, code: Code, digit: int) -> None:
        """Give a code its key; a code that had it takes this one's."""
        holder = next((one for one in self.model.tree.code.values() if one.digit == digit >= 0), None)
        swapped = f"key {code.digit}" if code.digit >= 0 else "no key"
        more = f" “{holder.name}” has {swapped} now." if holder and holder.id != code.id else ""
        said = f"Key {digit} is “{code.name}” now.{more}" if digit >= 0 else f"“{code.name}” has no key now."
        self._decide(lambda session: session.set_digit(code, digit), said)

    def _toggle_digit(self, digit: int) -> None:
        if self.code is not None:
            self.give_digit(self.code, NO_DIGIT if self.code.digit == digit else digit)

    def _indent(self, code: Code) -> None:
        beside = self.model.tree.under(self.model.tree.parent_id(code))
        number = beside.index(code)
        if number == 0:
            self.tell(f"There is no code before “{code.name}” that it could stand under.")
        else:
            self._move(code, beside[number - 1])

    def _outdent(self, code: Code) -> None:
        above = self.model.tree.above(code)
        if above:
            self._move(code, above[-2] if len(above) > 1 else None)
        else:
            self.tell(f"“{code.name}” stands at the top already.")

    def _move(self, code: Code, under: Code | None) -> None:
        where = f"under “{under.name}”" if under else "at the top"
        self._decide(lambda session: session.move_code(code, under), f"“{code.name}” stands {where} now.")

    def _merge(self, code: Code) -> None:
        """Ask which code this one becomes."""
        snapshot, tree = self._case.snapshot, self.model.tree
        others = [one for one, _ in tree.walk() if not tree.holds(code, one)]
        if not others:
            self.tell(f"There is no other code to merge “{code.name}” into.")
            return

        def take(into: Code) -> None:
            done = f"“{code.name}” is “{into.name}” now, with {tag_count(self.model.tags_of(code))}."
            self._decide(lambda session: session.merge_code(code, into), done)

        tags = self.model.tags_of
        shown = code_choices(snapshot, others, take, lambda one: tag_count(tags(one)) if tags(one) else "")
        CodeChooser(f"Merge “{code.name}” into…", shown, self._themes, self).show()

    def delete(self, code: Code) -> None:
        """Delete a code; ask first what becomes of those under it."""
        if not self.model.tree.under(code.id):
            self._delete(code, Orphans.MOVE_UP)
            return
        self._to_delete = code
        whole = doomed_with(self.model.tree, code, Orphans.DELETE)
        below = "A code stands under it" if len(whole) == 2 else f"{len(whole) - 1} codes stand under it"
        self.controls.question.ask(f"Delete “{code.name}” with {tag_count(self.model.tags_of(code))}? {below}.")

    def _delete_as_answered(self, answer: str) -> None:
        code, self._to_delete = self._to_delete, None
        if code is not None and answer:
            self._delete(code, Orphans.DELETE if answer == "too" else Orphans.MOVE_UP)
        self._to_tree()

    def _delete(self, code: Code, orphans: Orphans) -> None:
        tags = sum(self.model.tags_of(self.model.tree.code[one]) for one in doomed_with(self.model.tree, code, orphans))
        undo = named_above(self, "undo")
        lost = f" and {tag_count(tags)} are gone; {undo} brings them" if tags else f" is gone; {undo} brings it"
        done = f"“{code.name}”{lost} back."
        self._decide(lambda session: session.delete_code(code, orphans, tags=tags), done)

    def _undo(self) -> None:
        if self._case.snapshot.undo_summary:
            self._decide(lambda session: session.undo(), f"Taken back: {self._case.snapshot.undo_summary}.")

    def bring_in(self, path: Path) -> None:
        """Bring in the codes of a file."""
        seen = self._case.snapshot.codes
        try:
            foreign = read_codebook(path)
            said = told(brought_in(seen, foreign.codes), foreign.remarks)
        except UserError as error:
            self.tell(str(error), wrong=True)
            return
        self._decide(lambda session: session.import_codebook(foreign.codes, seen), said)

    def write(self, path: Path) -> None:
        """Write the codebook into a file."""
        codes = self._case.snapshot.codes
        try:
            kind = kind_of(path)
            write_whole(path, written(codes, kind))
        except UserError as error:
            self.tell(str(error), wrong=True)
        else:
            self.tell(f"Wrote “{path.name}”. {left_out(codes, kind)}".strip())

    def done(self, result: int) -> None:
        """Keep what was typed before the window goes."""
        self.controls.form.save()
        super().done(result)
