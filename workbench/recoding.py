"""How people change the codebook: each method is one step, and each code is given as the person saw it."""

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING
from uuid import uuid4

from workbench.codebook import DEEPEST, MOST_CODES, checked_colour, checked_description, checked_name, free_colour
from workbench.codebook_changes import Orphans, deleted, doomed_with, merged, taken
from workbench.codebook_tree import CodeTree
from workbench.decider import Decider
from workbench.errors import UserError
from workbench.model import Code
from workbench.snapshot import Snapshot
from workbench.steps import RecordChange
from workbench.text.sentence_parts import counted

if TYPE_CHECKING:
    from workbench.codebook_import import ForeignCode

NO_DIGIT = -1


class Recoding(Decider):
    """Codes added, changed, moved, merged, deleted and brought in from a file.

    Whatever is to be changed must be as the person saw it, else another window was quicker and `UserError` says so.
    """

    def add_code(self, name: str, under: Code | None = None, *, colour: str = "", description: str = "") -> Snapshot:
        """Put a new code into the codebook, at the top or under another, in a colour that is free."""
        name, tree = checked_name(name), self._tree()
        parent = self._now(under).id if under else ""
        if tree.named(name, parent):
            raise taken(tree, name, parent)
        if len(tree.code) >= MOST_CODES:
            raise UserError(f"A codebook has {MOST_CODES:,} codes at most: merge or delete some first.")
        shade = checked_colour(colour) if colour else free_colour(one.colour for one in tree.code.values())
        code = Code(str(uuid4()), name, shade, NO_DIGIT, checked_description(description), parent)
        return self._put(f"Add code “{name}”", (None, code))

    def rename_code(self, code: Code, name: str) -> Snapshot:
        """Give a code another name, which no code beside it may have."""
        before, name, tree = self._now(code, "name", "parent"), checked_name(name), self._tree()
        twin = tree.named(name, tree.parent_id(before))
        if twin and twin.id != code.id:
            raise taken(tree, name, tree.parent_id(before))
        return self._recode(f"Rename code “{before.name}” to “{name}”", before, replace(before, name=name))

    def recolour_code(self, code: Code, colour: str) -> Snapshot:
        """Give a code another colour, `#rrggbb`."""
        before = self._now(code, "colour")
        return self._recode(f"Colour code “{before.name}”", before, replace(before, colour=checked_colour(colour)))

    def describe_code(self, code: Code, text: str) -> Snapshot:
        """Say what a code is for."""
        before = self._now(code, "description")
        after = replace(before, description=checked_description(text))
        return self._recode(f"Describe code “{before.name}”", before, after)

    def set_digit(self, code: Code, digit: int) -> Snapshot:
        """Give a code its key, 0 to 9 or -1 for none; a code that had it gets this one's key in return."""
        if digit not in range(NO_DIGIT, 10):
            raise UserError("The key of a code is one digit, 0 to 9, or none.")
        before = self._now(code, "digit")
        if digit == before.digit:
            return self.snapshot()
        what = f"Key {digit} for code “{before.name}”" if digit >= 0 else f"No key for code “{before.name}”"
        holders = [one for one in self.snapshot().codes if digit >= 0 and one.digit == digit]
        swapped = ((one, replace(one, digit=before.digit)) for one in holders)
        return self._do(what, *swapped, (before, replace(before, digit=digit)))

    def move_code(self, code: Code, under: Code | None) -> Snapshot:
        """Put a code, with all that stand under it, under another or, with `None`, at the top."""
        before, tree = self._now(code, "parent"), self._tree()
        parent = self._now(under, "parent") if under else None
        if parent and tree.holds(before, parent):
            raise UserError(f"“{before.name}” cannot stand under itself: move “{parent.name}” elsewhere first.")
        parent_id = parent.id if parent else ""
        twin = tree.named(before.name, parent_id)
        if twin and twin.id != before.id:
            raise taken(tree, before.name, parent_id)
        after = replace(before, parent=parent_id)
        return self._put(f"Move code “{before.name}”", (before, after)) if after != before else self.snapshot()

    def merge_code(self, code: Code, into: Code) -> Snapshot:
        """Let one code become another: its tags are the other's then, and what stands under it moves along."""
        tree = self._tree()
        code, into = self._now(code, "name", "parent"), self._now(into, "name", "parent")
        if tree.holds(code, into):
            words = "with itself" if code.id == into.id else f"into “{into.name}”, which stands under it"
            raise UserError(f"“{code.name}” cannot be merged {words}: choose another code.")
        changes = merged(tree, self.snapshot().tags, code, into)
        return self._put(f"Merge code “{code.name}” into “{into.name}”", *changes)

    def delete_code(self, code: Code, orphans: Orphans = Orphans.MOVE_UP, *, tags: int | None = None) -> Snapshot:
        """Take a code out of the codebook with its tags, of which the person saw so many."""
        tree, code = self._tree(), self._now(code, "name", "parent")
        doomed = doomed_with(tree, code, orphans)
        if tags is not None and tags != sum(tag.code_id in doomed for tag in self.snapshot().tags):
            raise _stale()
        more = f" and {len(doomed) - 1} under it" if len(doomed) > 1 else ""
        return self._do(f"Delete code “{code.name}”{more}", *deleted(tree, self.snapshot().tags, code, orphans))

    def import_codebook(self, codes: Sequence["ForeignCode"], seen: Sequence[Code] | None = None) -> Snapshot:
        """Add the codes of a file and update those that are there; `seen` is the codebook that the person saw."""
        from workbench.codebook_import import brought_in

        before = self.snapshot().codes
        if seen is not None and tuple(seen) != before:
            raise _stale()
        result = brought_in(before, codes)
        was = {code.id: code for code in before}
        changes = ((was.get(code.id), code) for code in result.codes if code != was.get(code.id))
        number = result.added + result.updated
        return self._do(f"Import {counted(number, 'code')}", *changes) if number else self.snapshot()

    def _put(self, summary: str, *changes: RecordChange) -> Snapshot:
        """Carry out changes after which codes may stand deeper than before."""
        codes = dict(self.snapshot().code)
        for before, after in changes:
            if isinstance(before, Code):
                del codes[before.id]
            if isinstance(after, Code):
                codes[after.id] = after
        if CodeTree(codes.values()).depth > max(DEEPEST, self._tree().depth):
            raise UserError(f"Codes cannot stand more than {DEEPEST} levels deep: choose a place further up.")
        return self._do(summary, *changes)

    def _tree(self) -> CodeTree:
        return self.snapshot().code_tree

    def _now(self, code: Code, *seen: str) -> Code:
        """A code as it is now; raises `UserError` when it is gone, or is not what was seen of it."""
        found = self.snapshot().code.get(code.id)
        if found is None or any(getattr(found, part) != getattr(code, part) for part in seen):
            raise _stale()
        return found

    def _recode(self, summary: str, before: Code, after: Code) -> Snapshot:
        return self._do(summary, (before, after)) if before != after else self.snapshot()


def _stale() -> UserError:
    return UserError("Another window changed the codebook meanwhile: look at it and try again.")
