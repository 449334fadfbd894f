"""The open case as the window has it: every look and every change goes through here, to the store's lane and back."""

import os
from collections.abc import Callable, Iterable, Mapping
from contextlib import ExitStack, suppress
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject, Signal, SignalInstance

from ui.desktop.case.case_state import CaseState, glance, read_state
from ui.desktop.case.counting import COUNTING, Counting
from ui.desktop.case.digest import PairDigest, PairKey, compared
from ui.desktop.case.family_book import FamilyBook
from ui.desktop.case.lanes import Job, Lane, Lanes
from ui.desktop.case.reviewed import Listed
from workbench.comparison import Comparison
from workbench.errors import Cancelled, UserError
from workbench.model import Family
from workbench.ports import OpenCase
from workbench.progress import ProgressReport
from workbench.reporting.export import export_case
from workbench.session import ImportResult, Session
from workbench.settings import Settings
from workbench.snapshot import Snapshot

if TYPE_CHECKING:
    from workbench.alignment import EngineWork
    from workbench.engine.families import Known

_JOBS = os.cpu_count() or 1
T = TypeVar("T")
Look = Callable[[Snapshot, Mapping[int, str], ProgressReport], T]


class Casework(QObject):
    """Opens a case, imports, aligns, compares, decides, exports. The session itself stays on the store's lane."""

    opening_changed = Signal()
    """`opening` is different from before."""
    leaving = Signal()
    """The case shown makes room for another one, which is open already; nothing can be written to it any more."""
    opened = Signal()
    """Another case is open."""
    changed = Signal()
    """The case changed; `state` is new."""
    decided = Signal(str)
    """A decision was carried out; with the sentence that refused the one before, if that was refused."""
    digested = Signal()
    """More of `digests` is known."""
    imported = Signal(object)
    """An import is over: its `ImportResult`."""
    aligned = Signal()
    """An alignment is over and kept."""
    exported = Signal(object)
    """A report was written: its `Path`."""

    def __init__(self, lanes: Lanes, open_case: OpenCase, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._lanes = lanes
        self._open_case = open_case
        self._session: Session | None = None  # of the case that is open; belongs to the store's lane
        self._shown: Session | None = None  # of the case that `state` is about; here only to be told from others
        self._imports: set[Job] = set()
        self._openings: set[Job] = set()
        self._refusal = ""
        self.state: CaseState | None = None
        self.book = FamilyBook()
        self._counting = Counting(lanes, self.book, self)
        self._counting.counted.connect(self.digested)
        self.before_leaving: Callable[[], None] = lambda: None
        """Called on the store's lane before another case is opened; raises `UserError` where this one must stay."""
        lanes.ended.connect(self._after_job)

    @property
    def snapshot(self) -> Snapshot:
        """The case as it stands, an empty one while none is open."""
        return self.state.snapshot if self.state else Snapshot()

    @property
    def opening(self) -> bool:
        """Whether another case is about to take the place of this one."""
        return bool(self._openings)

    @property
    def writable(self) -> bool:
        """Whether a case is open that can be changed, and stays open."""
        return self.state is not None and not self.state.read_only and not self.opening

    @property
    def texts(self) -> Mapping[int, str]:
        """The texts of the articles by id."""
        return self.state.texts if self.state else {}

    @property
    def digests(self) -> Mapping[PairKey, PairDigest]:
        """What is known of the edits of each comparison by now."""
        return self.book.digests

    def list_edits(self, listed: Listed) -> None:
        """Count as reviewed what a person lists, from now on."""
        self.book.list_edits(listed)
        self._counting.go_on()

    @property
    def refused(self) -> SignalInstance:
        """Says in one sentence why a decision was refused, or what else could not be done."""
        return self._lanes.refused

    # Opening and closing

    def open(self, path: Path, *, create: bool = False, then: Callable[[], None] = lambda: None) -> None:
        """Open a case, or make it; the one before is closed when that worked, and kept when not."""

        def work(_: ProgressReport) -> tuple[Session, CaseState]:
            self.before_leaving()
            session = Session(self._open_case(path, create=create))
            with ExitStack() as unless_read:
                unless_read.callback(session.close)
                state = read_state(session)
                unless_read.pop_all()
            before, self._session = self._session, session
            if before:
                with suppress(UserError):  # what was decided there is written; the new case is open in any event
                    before.close()
            return session, state

        self._openings.add(self._lanes.submit(Lane.STORE, work, lambda found: self._show(found[0], found[1], then)))
        self.opening_changed.emit()

    def _show(self, session: Session, state: CaseState, then: Callable[[], None]) -> None:
        """Leave the case before for one that is open now."""
        for topic in ("align", COUNTING, "compare", "ahead", "behind", "findings", "collate"):
            self._lanes.outdate(topic)
        self.leaving.emit()
        self._shown, self.state = session, state
        self.book.forget()
        self.opened.emit()
        self._take(state)
        then()

    def close(self) -> None:
        """Finish what is to be written, close the case and end the lanes."""
        self._lanes.close(lambda: self._session.close() if self._session else None)

    # Importing, aligning, exporting

    def import_paths(self, paths: Iterable[Path]) -> None:
        """Read files and folders into the case, then find the shared passages anew when anything was added."""
        wanted = list(paths)
        work = self._with_session(lambda session, report: session.import_paths(wanted, report))
        self._imports.add(self._lanes.submit(Lane.STORE, work, self._imported, title="Importing"))

    def _imported(self, result: ImportResult) -> None:
        self.imported.emit(result)
        if result.added:
            self.align()

    def align(self) -> None:
        """Find the families of the articles now in the case; kept only if case and articles are still the same then."""
        title, asked = "Finding shared passages", self._shown

        def compute(work: "EngineWork") -> None:
            self._lanes.submit(
                Lane.COMPUTE,
                lambda report: work.done(report, _JOBS),
                lambda known: self._keep(asked, work, known),
                topic="align",
                title=title,
            )

        ask = self._with_session(lambda session, _: session.engine_work())
        self._lanes.submit(Lane.STORE, ask, compute, topic="align", title=title)

    def change_settings(self, settings: Settings) -> None:
        """Set how passages are found, and find them anew where that changes anything."""
        if settings != self.snapshot.settings:
            self.decide(lambda session: session.change_settings(settings))
            if len(self.snapshot.articles) > 1:
                self.align()

    def _keep(self, asked: Session | None, work: "EngineWork", known: "Known") -> None:
        def keep(session: Session, _: ProgressReport) -> CaseState:
            if {article.id for article in session.snapshot().articles} != {article.id for article in work.articles}:
                raise Cancelled
            session.keep(work, known)
            return read_state(session)

        def done(state: CaseState) -> None:
            self._take(state)
            self.aligned.emit()

        if asked is self._shown:
            self._lanes.submit(Lane.STORE, self._with_session(keep), done, topic="keep")

    def export(self, path: Path, kind: str) -> None:
        """Write the report: `kind` is pdf, html, json or csv."""

        def work(session: Session, report: ProgressReport) -> Path:
            export_case(session.store, path, kind, report)
            return path

        self._lanes.submit(Lane.STORE, self._with_session(work), self.exported.emit, title="Writing the report")

    # Looking and deciding

    def look(self, find: Look[T], then: Callable[[T], None], topic: str = "compare", lane: Lane = Lane.LOOK) -> Job:
        """Find something out about the case as it stands; a later look of the same topic makes this one stale.

        All that takes is known here, so that it never waits for the case file, which an import keeps busy.
        """
        snapshot, texts = self.snapshot, self.texts
        return self._lanes.submit(lane, lambda report: find(snapshot, texts, report), then, topic=topic)

    def stop_looking(self) -> None:
        """Leave it at what is known of the family that was looked at last."""
        self._lanes.outdate("compare")

    def compare(self, family: Family, then: Callable[[tuple[Comparison, ...]], None]) -> None:
        """Compare every witness of a family with its base; what is compared ahead gives way."""
        for topic in ("ahead", "behind", "findings"):
            self._lanes.outdate(topic)
        self.look(lambda snapshot, texts, report: compared(snapshot, family, texts, report), then)

    def ask(
        self,
        work: Callable[[Session, ProgressReport], T],
        then: Callable[[T], None],
        *,
        topic: str = "",
        title: str = "",
    ) -> Job:
        """Have something done with the case file; a later one of the same topic makes this one stale."""
        return self._lanes.submit(Lane.STORE, self._with_session(work), then, topic=topic, title=title)

    def decide(self, decision: Callable[[Session], Snapshot], then: Callable[[], None] = lambda: None) -> Job:
        """Carry out a decision; it is in the case file when `changed` comes, and `then` is called after that.

        One that is refused, since another window changed the case, leaves the case on the screen as it is now, and
        calls nothing.
        """
        known = self.state

        def work(session: Session, _: ProgressReport) -> tuple[CaseState, str]:
            refusal = ""
            try:
                decision(session)
            except UserError as error:
                refusal = str(error)
            return read_state(session, known), refusal

        def done(result: tuple[CaseState, str]) -> None:
            state, refusal = result
            self._take(state)
            before, self._refusal = self._refusal, refusal
            if refusal:
                self._lanes.refused.emit(refusal)
            else:
                then()
                self.decided.emit(before)

        return self._lanes.submit(Lane.STORE, self._with_session(work), done)

    def look_again(self) -> None:
        """See what another window changed in the case, if anything."""
        known = self.state
        if known is None or self._lanes.busy(Lane.STORE):
            return

        def done(state: CaseState | None) -> None:
            if state is not None and self.state is known and state != known:
                self._take(state)

        self.ask(lambda session, _: glance(session, known), done)

    def _with_session(self, work: Callable[[Session, ProgressReport], T]) -> Callable[[ProgressReport], T]:
        """Work on the case that is shown now, or on none: the ids that a decision names mean others elsewhere."""
        asked = self._shown

        def run(report: ProgressReport) -> T:
            if asked is None or asked is not self._session:
                raise Cancelled
            return work(asked, report)

        return run

    def _take(self, state: CaseState) -> None:
        self.state = state
        self.book.take(state.snapshot, state.texts)
        self.changed.emit()
        self._counting.go_on()

    def _after_job(self, job: Job) -> None:
        """What a cancelled or failed import has read so far stays, so the window looks again in any case."""
        if job in self._openings:
            self._openings.remove(job)
            self.opening_changed.emit()
        if job in self._imports:
            self._imports.remove(job)
            self._lanes.submit(Lane.STORE, self._with_session(lambda session, _: read_state(session)), self._take)
