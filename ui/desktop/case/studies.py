"""What is worked out of a case of itself, once its articles or families are new: conflicting figures, shared text."""

from collections.abc import Mapping, Sequence
from enum import Enum, auto
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject, Signal

from ui.desktop.case.casework import Casework
from ui.desktop.case.digest import Texts
from ui.desktop.case.lanes import Job, Lane, Lanes
from workbench.model import Family
from workbench.progress import ProgressReport
from workbench.provenance.naming import outlet_of
from workbench.snapshot import Snapshot

if TYPE_CHECKING:
    from workbench.figures.model import Conflict
    from workbench.summing.model import Coverage

COMPARING = "Comparing figures"
_MOST_UNASKED = 5_000_000
"""So many characters are searched for figures before anybody asks for them."""


class Standing(Enum):
    """How far the comparison of the figures is."""

    WAITING = auto()
    """There are articles whose figures are still to be compared."""
    RUNNING = auto()
    STOPPED = auto()
    """A person stopped it."""
    DONE = auto()


class Shared(NamedTuple):
    """How much of an article is shared text, and the outlets that it shares most with, most of it first."""

    coverage: "Coverage"
    outlets: tuple[str, ...]


class Studies(QObject):
    """Computes away from the GUI thread and keeps what it found while articles and families stay what they are."""

    figures_changed = Signal()
    """`conflicts` or `standing` is different from before."""
    coverage_changed = Signal()
    """`coverages` is different from before."""

    def __init__(self, lanes: Lanes, case: Casework, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._lanes, self._case = lanes, case
        self.conflicts: tuple[Conflict, ...] = ()
        self.coverages: Mapping[int, Shared] = {}
        self.standing = Standing.WAITING
        self._compared: object = None  # what the comparison rests on that was made, or is just being made
        self._families: tuple[Family, ...] = ()
        self._covered: tuple[int, ...] = ()
        self._job: Job | None = None
        case.leaving.connect(self._forget)
        case.changed.connect(self._follow)
        lanes.ended.connect(self._ended)

    def want_figures(self) -> None:
        """Compare the figures now, if that is still to be done: a person is looking for them."""
        snapshot, texts = self._case.snapshot, self._case.texts
        if self._case.state is None or self.standing in (Standing.RUNNING, Standing.DONE):
            return
        self._compared = _rests_on(snapshot)
        self._job = self._lanes.submit(
            Lane.ASIDE,
            lambda report: conflicts_in(snapshot, texts, report),
            self._found,
            topic="figures",
            title=COMPARING,
        )
        self._stand(Standing.RUNNING)

    def _found(self, conflicts: tuple["Conflict", ...]) -> None:
        self.conflicts = conflicts
        self._stand(Standing.DONE)

    def _stand(self, standing: Standing) -> None:
        self.standing = standing
        self.figures_changed.emit()

    def _ended(self, job: Job) -> None:
        """A comparison that was stopped or failed is over; the result of one that was not comes after this."""
        if job is self._job:
            self._job = None
            self._stand(Standing.STOPPED)

    # Following the case

    def _forget(self) -> None:
        for topic in ("figures", "coverage"):
            self._lanes.outdate(topic)
        self._job, self._compared = None, None
        self.conflicts, self.coverages, self._families, self._covered = (), {}, (), ()
        self._stand(Standing.WAITING)
        self.coverage_changed.emit()

    def _follow(self) -> None:
        """After a change: figures are compared once passages were found, as new articles often come in several goes.

        Those of a very large case are when somebody looks for them, as it takes minutes and hundreds of megabytes.
        """
        snapshot = self._case.snapshot
        if self._compared != _rests_on(snapshot):
            if self.standing is not Standing.WAITING:
                self._lanes.outdate("figures")
                self._job, self._compared = None, None
                self._stand(Standing.WAITING)
            if snapshot.aligned and sum(map(len, self._case.texts.values())) <= _MOST_UNASKED:
                self.want_figures()
        self._cover(snapshot)

    def _cover(self, snapshot: Snapshot) -> None:
        covered = tuple(article.id for article in snapshot.articles)
        if covered == self._covered and snapshot.families == self._families:
            return
        self._covered, self._families = covered, snapshot.families
        texts = self._case.texts
        self._lanes.submit(
            Lane.ASIDE, lambda report: shared_text(snapshot, texts, report), self._take_coverage, topic="coverage"
        )

    def _take_coverage(self, found: Mapping[int, Shared]) -> None:
        self.coverages = found
        self.coverage_changed.emit()


def conflicts_in(snapshot: Snapshot, texts: Texts, report: ProgressReport) -> tuple["Conflict", ...]:
    """The figures of a case that conflict, by its word lists; `Cancelled` comes from the report."""
    from workbench.figures.large import figures_in

    return figures_in([(one, texts[one.id]) for one in snapshot.articles], snapshot.words, report)


def _rests_on(snapshot: Snapshot) -> object:
    """What conflicts depend on; articles never change, so that their numbers say which they are."""
    return frozenset(snapshot.article), snapshot.words.lexicon


def shared_text(snapshot: Snapshot, texts: Texts, report: ProgressReport) -> Mapping[int, Shared]:
    """How much of each article is shared text, by the articles' ids; `Cancelled` comes from the report."""
    from workbench.summing.coverage import coverage_of

    found = {}
    for done, article in enumerate(snapshot.articles):
        report("Counting shared text", done, len(snapshot.articles))
        families = snapshot.families_of_article.get(article.id, ())
        coverage = coverage_of(article, families, snapshot.article, texts)
        found[article.id] = Shared(coverage, _outlets(coverage, snapshot))
    return found


def _outlets(coverage: "Coverage", snapshot: Snapshot) -> tuple[str, ...]:
    """The outlets that have most of an article's shared text, by words."""
    words: dict[str, int] = {}
    for passage in coverage.passages:
        for name in dict.fromkeys(outlet_of(snapshot.article[place.article_id]) for place in passage.others):
            words[name] = words.get(name, 0) + passage.words
    return tuple(_most_first(words))


def _most_first(words: Mapping[str, int]) -> Sequence[str]:
    return sorted(words, key=lambda name: -words[name])
