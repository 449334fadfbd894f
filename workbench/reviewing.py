"""What people say of the program's labels, and which edits they are done with: each method is one step."""

from collections.abc import Iterable
from itertools import chain

from workbench.applying import Given, changes_by
from workbench.decider import Decider, now
from workbench.model import Edit, LabelKind, Review, Ruling, Target
from workbench.snapshot import Snapshot


class Reviewing(Decider):
    """Edits looked at, and labels accepted, rejected or changed."""

    def review(self, targets: Iterable[Target]) -> Snapshot:
        """Mark edits, or witnesses without any, as looked at; those that are marked already stay as they are."""
        snapshot = self.snapshot()
        fresh = [target for target in dict.fromkeys(targets) if target not in snapshot.reviewed]
        what = "place" if len(fresh) == 1 else f"{len(fresh)} places"
        changes = ((None, Review(target, now())) for target in fresh)
        return self._do(f"Mark {what} as reviewed", *changes) if fresh else snapshot

    def take_back_review(self, targets: Iterable[Target]) -> Snapshot:
        """Let edits be looked at again."""
        wanted, snapshot = frozenset(targets), self.snapshot()
        marked = [review for review in snapshot.reviews if review.target in wanted]
        what = "place" if len(marked) == 1 else f"{len(marked)} places"
        return self._do(f"Mark {what} as not reviewed", *((review, None) for review in marked)) if marked else snapshot

    def rule(self, target: Target, said: Iterable[LabelKind], labels: Iterable[LabelKind] | None) -> Snapshot:
        """Say which labels an edit has where the program `said` others or the same; `None` takes that back."""
        before = self.snapshot().ruling_on(target)
        after = Ruling(target, tuple(said), tuple(labels)) if labels is not None else None
        return self._do(_ruled(after), (before, after)) if before != after else self.snapshot()

    def apply(self, edits: Iterable[tuple[Edit, Target]], given: Given) -> Snapshot:
        """Give what was decided of one edit to others, in one step."""
        snapshot, moment = self.snapshot(), now()
        wanted = {target: edit for edit, target in edits}
        changes = [changes_by(snapshot, edit, target, given, moment) for target, edit in wanted.items()]
        touched = sum(map(bool, changes))
        what = "1 edit" if touched == 1 else f"{touched} edits"
        return self._do(f"Apply to {what}", *chain.from_iterable(changes)) if touched else snapshot


def _ruled(after: Ruling | None) -> str:
    if after is None:
        return "Leave the labels to the program"
    if after.labels == after.said:
        return "Accept the labels"
    return "Change the labels" if after.labels else "Reject the labels"
