"""What people decide of edits, witnesses and figures, and how a case is read: each method is one step."""

from uuid import uuid4

from workbench.amendments import Changing
from workbench.amendments_told import changes_between, summary_of
from workbench.decider import Decider, now
from workbench.model import BaseChoice, Code, Derivation, Dismissal, Family, Note, Tag, Target, Witness
from workbench.settings import Settings
from workbench.snapshot import Snapshot


class Deciding(Decider):
    """Tags, notes, bases, where passages are from, figures set aside, settings and word lists."""

    def change_settings(self, settings: Settings) -> Snapshot:
        """Set how passages are found, from the next alignment on; the families of before are out of date until then."""
        before = self.snapshot().settings
        return self.snapshot() if settings == before else self._do("Change settings", (before, settings))

    def change_words(self, change: Changing) -> Snapshot:
        """Change the word lists that labels come from, in one step; raises `UserError` when it makes no sense."""
        before = self.snapshot().words
        changes = changes_between(before, change(before))
        return self._do(summary_of(changes), *changes) if changes else self.snapshot()

    def toggle_tag(self, target: Target, code: Code) -> Snapshot:
        """Put a code on a target, or take it away when it is there."""
        for tag in self.snapshot().tags_on(target):
            if tag.code_id == code.id:
                return self._do(f"Remove tag “{code.name}”", (tag, None))
        return self._do(f"Tag “{code.name}”", (None, Tag(uuid4().hex, code.id, target, now())))

    def set_note(self, target: Target, text: str) -> Snapshot:
        """Write the note of a target; an empty text removes it."""
        before = self.snapshot().note_on(target)
        text = text.strip()
        if text == (before.text if before else ""):
            return self.snapshot()
        after = Note(target, text, now()) if text else None
        return self._do("Remove note" if not after else "Edit note" if before else "Write note", (before, after))

    def choose_base(self, family: Family, witness: Witness) -> Snapshot:
        """Make a witness the base of its family; one that is the base by itself is the person's choice from then on."""
        before = self.snapshot().choices_in(family)
        if before == (BaseChoice(witness.place),):
            return self.snapshot()
        return self._do("Choose base", *((choice, None) for choice in before), (None, BaseChoice(witness.place)))

    def say_source(self, witness: Witness, parent: Witness | None) -> Snapshot:
        """Say from which other witness of its family a passage is, or that it is from none of them."""
        before = self._said_of(witness)
        after = Derivation(witness.place, parent.place if parent else None)
        return self.snapshot() if before == after else self._do("Say where a passage is from", (before, after))

    def leave_source_open(self, witness: Witness) -> Snapshot:
        """Take back what was said of where a passage is from."""
        before = self._said_of(witness)
        return self._do("Leave open where a passage is from", (before, None)) if before else self.snapshot()

    def _said_of(self, witness: Witness) -> Derivation | None:
        return next((said for said in self.snapshot().derivations if said.place == witness.place), None)

    def toggle_dismissal(self, key: str) -> Snapshot:
        """Set a pair of conflicting figures aside, or bring it back."""
        if key in self.snapshot().dismissals:
            return self._do("Bring figures back", (Dismissal(key), None))
        return self._do("Set figures aside", (None, Dismissal(key)))
