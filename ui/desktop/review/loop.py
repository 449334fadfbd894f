"""Going through the edits: mark one as reviewed and go on to the next that is not, to the end of the case."""

from collections.abc import Callable, Iterable, Iterator

from PySide6.QtCore import QObject, Signal

from ui.desktop.case.casework import Casework
from ui.desktop.case.reviewed import targets_of
from ui.desktop.case.whereabouts import Whereabouts
from ui.desktop.feature import Feature, Handlers
from ui.desktop.review.tally import ReviewTally
from ui.desktop.wording import count
from workbench.comparison import Comparison
from workbench.model import Target

Stop = tuple[int, int]
"""Where one goes on: the numbers of a witness and of an edit of it; -1 for a witness without edits as a whole."""


class ReviewLoop(Feature):
    """Knows what is marked but not yet written, so that keys may come quicker than the case file takes them."""

    told = Signal(str)
    """Something to say of how far one is."""
    outdated = Signal(str)
    """What was told is not so any more, as one went on since."""
    went_on = Signal()
    """It went on to another edit."""

    def __init__(self, case: Casework, where: Whereabouts, tally: ReviewTally, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._case, self._where, self._tally = case, where, tally
        self._coming: set[Target] = set()  # marked, and on the way into the case
        self._seeking = False
        self._counted = ""  # what was told last of how much is left
        case.opened.connect(self._coming.clear)
        case.changed.connect(self._came)
        where.compared.connect(self._seek_on)

    def handlers(self) -> Handlers:
        """What to call for each of its actions."""
        return {
            "review": self.review,
            "take_back_review": self.take_back,
            "next_unreviewed": self.go_on,
            "review_witness": self.review_witness,
            "review_family": self.review_family,
        }

    def forget_coming(self) -> None:
        """What was marked was refused."""
        self._coming.clear()

    def review(self) -> None:
        """Mark what is current as reviewed and go on."""
        target = self.current_target
        if target is not None:
            self._mark(self._fresh([target]))
        self._go_on(back=True)

    def take_back(self) -> None:
        """Let what is current be reviewed again."""
        target = self.current_target
        if target is None or not self._is_done(target):
            self.told.emit("This is not marked as reviewed.")
            return
        self._coming.discard(target)
        self._case.decide(
            lambda session: session.take_back_review([target]),
            lambda: self.told.emit("Not marked as reviewed any more."),
        )

    def go_on(self) -> None:
        """Go on to the next edit that is not reviewed, and mark nothing."""
        self._go_on(back=False)

    def review_witness(self) -> None:
        """Mark all of the current witness."""
        comparison = self._where.comparison
        if comparison is not None:
            self._mark_all(targets_of(comparison), "witness")

    def review_family(self) -> None:
        """Mark all of the current family."""
        self._mark_all((target for one in self._where.comparisons for target in targets_of(one)), "family")

    def _mark_all(self, targets: Iterable[Target], of: str) -> None:
        fresh = self._fresh(targets)
        told = f"{count(len(fresh), 'place')} of this {of} marked as reviewed."
        if fresh:
            self._mark(fresh, lambda: self.told.emit(told))
        else:
            self.told.emit(f"All of this {of} is reviewed already.")

    @property
    def current_target(self) -> Target | None:
        """What a mark is put on: the current edit, or the whole of a witness that has none."""
        comparison = self._where.comparison
        if comparison is None:
            return None
        return self._where.edit_target if comparison.edits else targets_of(comparison)[0]

    # What is done

    def _fresh(self, targets: Iterable[Target]) -> list[Target]:
        return [target for target in targets if not self._is_done(target)]

    def _mark(self, fresh: Iterable[Target], then: Callable[[], None] = lambda: None) -> None:
        """Mark what is not marked yet."""
        wanted = list(fresh)
        if wanted and self._case.writable:
            self._coming.update(wanted)
            self._case.decide(lambda session: session.review(wanted), then)

    def _is_done(self, target: Target) -> bool:
        return target in self._coming or target in self._case.snapshot.reviewed

    def _came(self) -> None:
        self._coming -= self._case.snapshot.reviewed

    # Where to go on

    def _go_on(self, *, back: bool) -> None:
        """To the next one of the family, with `back` also before the current one; then to the next family."""
        self.outdated.emit(self._counted)
        here = self._where.number, self._where.edit_number
        left = list(_left(self._where.comparisons, self._is_done))
        later = [stop for stop in left if stop > here]
        if later:
            self._go_to(later[0])
        elif back and left:
            self._tell(f"{count(len(left), 'place')} of this family left, further up.")
            self._go_to(left[0])
        else:
            self._leave_family(done=not left)

    def _go_to(self, stop: Stop) -> None:
        number, edit = stop
        if number == self._where.number:
            self._where.go_to_edit(edit)
        else:
            self._where.go_to_witness(number, edit)
        self.went_on.emit()

    def _leave_family(self, *, done: bool) -> None:
        following = self._next_family()
        self._tell(self._farewell(done=done, last=following is None))
        if following is not None:
            self._seeking = True
            self._where.go_to_family(following, lambda found: next(_left(found, self._is_done), None))

    def _tell(self, sentence: str) -> None:
        """Say how much is left, which holds until one goes on."""
        self._counted = sentence
        self.told.emit(sentence)

    def _next_family(self) -> int | None:
        order, family = self._where.order, self._where.family
        at = order.index(family.id) if family and family.id in order else -1
        ring = (*order[at + 1 :], *order[: max(at, 0)])
        return next((number for number in ring if self._tally.may_have_left(number)), None)

    def _seek_on(self) -> None:
        """The family it went to is here; where nothing of it was left after all, go on."""
        if self._where.loading or not self._seeking:
            return
        self._seeking = False
        if next(_left(self._where.comparisons, self._is_done), None) is None:
            self._leave_family(done=True)
        else:
            self.went_on.emit()

    def _farewell(self, *, done: bool, last: bool) -> str:
        """How far one is, in a sentence."""
        order, family = self._where.order, self._where.family
        name = f"Family {order.index(family.id) + 1:,} of {len(order):,}" if family and family.id in order else "It"
        left = self._tally.case.left - len(self._coming)
        rest = f"{count(max(left, 0), 'place')} left" if self._tally.is_whole else "more are still being counted"
        if last and self._tally.is_whole and left <= 0:
            return "All places of the case are reviewed."
        if last:
            return f"{name} is {'done' if done else 'the last with places left'}; no other that is listed has any left."
        return f"{name} is done; {rest}." if done else f"On to another family; {rest}."


def _left(comparisons: Iterable[Comparison], is_done: Callable[[Target], bool]) -> Iterator[Stop]:
    """What is still to be reviewed in a family, in order."""
    for number, comparison in enumerate(comparisons):
        for edit, target in enumerate(targets_of(comparison)):
            if not is_done(target):
                yield number, edit if comparison.edits else -1
