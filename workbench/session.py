"""One open case and all that can be done with it. Every change to a case goes through here."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from workbench.amendments import Amended, Amendment
from workbench.by_hand import ByHand, steps_by_correction
from workbench.comparison import Comparison, comparison_of
from workbench.correcting import Corrected, corrected
from workbench.deciding import Deciding
from workbench.errors import UserError
from workbench.keeping import kept
from workbench.model import (
    Article,
    BaseChoice,
    Code,
    Correction,
    Derivation,
    Dismissal,
    Family,
    Note,
    Review,
    Ruling,
    Source,
    Tag,
    Witness,
)
from workbench.ports import CaseStore
from workbench.progress import ProgressReport, silent, standing_at
from workbench.recoding import Recoding
from workbench.reshaping import Reshaping
from workbench.reviewing import Reviewing
from workbench.snapshot import Snapshot
from workbench.steps import Change, Record, RecordChange, Step

if TYPE_CHECKING:
    from workbench.alignment import EngineWork
    from workbench.engine.families import Known


@dataclass(frozen=True, slots=True)
class Refusal:
    """A file that was not imported, and why, in one sentence."""

    path: Path
    reason: str


@dataclass(frozen=True, slots=True)
class ImportResult:
    """What an import did: how many sources were new, how many were there already, what was refused."""

    added: int
    known: int
    refused: tuple[Refusal, ...]


class _Ends(NamedTuple):
    """The ids of the steps between which a case stands: the newest done and the next to do again, 0 for none."""

    newest: int
    next: int


_NOWHERE = _Ends(-1, -1)
"""Where a case stood that is not as it was: no step has these ids."""


class _Ground(NamedTuple):
    """What decisions leave as it is: sources, articles, and the families as the engine found them."""

    sources: tuple[Source, ...]
    articles: tuple[Article, ...]
    found: tuple[Family, ...]


class _Laid(NamedTuple):
    """What corrections make of the families found."""

    corrections: tuple[Correction, ...]
    families: tuple[Family, ...]
    by_hand: Mapping[int, ByHand]


class Session(Deciding, Reviewing, Recoding, Reshaping):
    """An open case. Lives on the thread that opened its store; what it returns may go anywhere."""

    def __init__(self, store: CaseStore) -> None:
        self._store = store
        self._snapshot: Snapshot | None = None
        self._ground: _Ground | None = None
        self._corrected: _Laid | None = None
        self._revision = 0
        self._before: Snapshot | None = None  # what the newest step was done to, while nothing else changed the case
        self._touched: AbstractSet[type[Record]] = frozenset()  # and what kinds of records it changed
        self._ends: _Ends | None = None
        self.turned: Step | None = None  # what undo took back last, or redo did again

    @property
    def store(self) -> CaseStore:
        """The case file."""
        return self._store

    def close(self) -> None:
        """Let go of the case file."""
        self._store.close()

    def snapshot(self) -> Snapshot:
        """The case as it stands, with what another window changed meanwhile."""
        revision = self._store.revision()
        if revision != self._revision:
            self._revision = revision
            self._forget()
        if self._snapshot is None:
            self._snapshot = self._read()
        return self._snapshot

    def _read(self) -> Snapshot:
        store, ground, old = self._store, self._standing(), self._before
        ends = store.history_ends()
        self._ends = _Ends(ends.newest, ends.next)
        laid = self._laid(store.records(Correction))
        return Snapshot(
            ground.sources,
            ground.articles,
            laid.families,
            old.codes if old and self._same(Code) else store.codes(),
            old.tags if old and self._same(Tag) else store.tags(),
            old.notes if old and self._same(Note) else store.notes(),
            old.base_choices if old and self._same(BaseChoice) else store.base_choices(),
            store.aligned(),
            undo_summary=ends.undo,
            redo_summary=ends.redo,
            settings=store.settings(),
            words=old.words if old and self._same(Amendment) else Amended(store.records(Amendment)),
            derivations=old.derivations if old and self._same(Derivation) else store.records(Derivation),
            dismissals=frozenset(dismissed.key for dismissed in store.records(Dismissal)),
            reviews=old.reviews if old and self._same(Review) else store.records(Review),
            rulings=old.rulings if old and self._same(Ruling) else store.records(Ruling),
            corrections=laid.corrections,
            by_hand=laid.by_hand,
        )

    def _same(self, kind: type[Record]) -> bool:
        """Whether the newest step left records of a kind as they were before it."""
        return kind not in self._touched

    def _standing(self) -> _Ground:
        """What decisions leave as it is; read again only after something else has changed it."""
        if self._ground is None:
            self._ground = _Ground(self._store.sources(), self._store.articles(), self._store.families())
        return self._ground

    def _laid(self, corrections: tuple[Correction, ...]) -> _Laid:
        """The families as people corrected them; reckoned again only when a correction changed."""
        if self._corrected is None or self._corrected.corrections != corrections:
            families, found = self._with(corrections)
            steps = steps_by_correction(self._store.history()) if found else {}
            of = {-one.number: one for one in corrections}
            by_hand = {number: ByHand(of[number], origin, steps.get(-number, ())) for number, origin in found.items()}
            self._corrected = _Laid(corrections, families, by_hand)
        return self._corrected

    def _with(self, corrections: Sequence[Correction]) -> Corrected:
        return corrected(self._standing().found, corrections, self._texts)

    def _texts(self, article_ids: Collection[int]) -> Mapping[int, str]:
        return self._store.texts(article_ids)

    def _forget(self) -> None:
        """Have the whole case read again: more than decisions has changed in it."""
        self._snapshot, self._ground, self._corrected, self._before = None, None, None, None

    # Importing and aligning

    def import_paths(self, paths: Iterable[Path], report: ProgressReport = silent) -> ImportResult:
        """Read files and folders into the case; a file that cannot be read is refused, the others go in.

        Raises `UserError` when there is nothing to read at all, `Cancelled` when a person stops it; what was
        imported before stays.
        """
        from workbench.reading.files import read_file, text_files

        files = text_files(paths)
        added, known, refused = 0, 0, []
        for done, path in enumerate(files):
            report("Reading", done, len(files))
            try:
                source = self._store.add_reading(read_file(path, standing_at(report, done, len(files))))
            except UserError as error:
                refused.append(Refusal(path, str(error)))
                continue
            finally:
                self._forget()
            added, known = (added + 1, known) if source else (added, known + 1)
        report("Reading", len(files), len(files))
        return ImportResult(added, known, tuple(refused))

    def engine_work(self) -> "EngineWork":
        """What there is to do to find the families anew; free of the store, so that another thread may do it."""
        from workbench.alignment import work_on  # a window opens without the engine

        snapshot = self.snapshot()
        return work_on(snapshot.articles, self._store.texts(), snapshot.settings, self._store.remembered())

    def align(self, report: ProgressReport = silent, jobs: int = 1) -> Snapshot:
        """Find the families of the case with its settings, by `jobs` processes, and keep them.

        What is known from the alignment before is not looked for again.
        """
        work = self.engine_work()
        return self.keep(work, work.done(report, jobs))

    def keep(self, work: "EngineWork", known: "Known") -> Snapshot:
        """Put into the case what its settings leave of the families that some work found.

        Families that a person has decided anything about keep their witnesses, also where the decision was taken back
        and can be made again. The case is aligned if it has no other articles and no other settings by now.
        """
        wanted = work.chosen(known, self.snapshot().article)
        families = kept(wanted, self._standing().found, self._ever_decided())
        self._store.replace_families(families, work.ids, work.settings, work.remembered(known))
        self._forget()
        return self.snapshot()

    def _ever_decided(self) -> Iterator[Record]:
        """What stands, and what undo or redo can bring back."""
        snapshot = self.snapshot()
        yield from snapshot.tags
        yield from snapshot.notes
        yield from snapshot.base_choices
        yield from snapshot.derivations
        yield from snapshot.reviews
        yield from snapshot.rulings
        yield from snapshot.corrections
        for entry in self._store.history():
            yield from (record for change in entry.step.changes for record in (change.before, change.after) if record)

    # Looking

    def comparison(self, family: Family, base: Witness, witness: Witness) -> Comparison:
        """Two witnesses of a family side by side."""
        texts = self._store.texts({base.place.article_id, witness.place.article_id})
        return comparison_of(family, base, witness, texts, self.snapshot().words.lexicon)

    # Taking back

    def undo(self, seen: Snapshot | None = None) -> Snapshot:
        """Take back the newest decision, which must be the one that the person saw.

        `seen` is the snapshot before the person's eyes, `None` the one that this session made last. Raises `UserError`,
        and takes nothing back, when another window decided something since then; `snapshot` shows it.
        """
        self.turned = self._store.undo(self._expected(seen).newest)
        return self._changed()

    def redo(self, seen: Snapshot | None = None) -> Snapshot:
        """Do the decision again that was taken back last; see `undo`."""
        self.turned = self._store.redo(self._expected(seen).next)
        return self._changed()

    def wind_to(self, step: int, newest: int, report: ProgressReport = silent) -> Snapshot:
        """Take back all after a step, or do again what was undone up to it; `newest` is the newest one a person saw."""
        self._store.wind(step, newest, report)
        return self._changed()

    def _expected(self, seen: Snapshot | None) -> _Ends:
        """Between which steps the case stood when the person saw it."""
        last = self._ends
        now = self.snapshot()
        ends = self._ends or _NOWHERE
        if seen is None:
            return last or ends
        return ends if _decided(seen) == _decided(now) else _NOWHERE

    def _do(self, summary: str, *changes: RecordChange) -> Snapshot:
        self._store.do(Step(summary, tuple(Change(before, after) for before, after in changes)))
        touched = frozenset(type(record) for change in changes for record in change if record is not None)
        return self._changed(self._snapshot, touched)

    def _changed(self, before: Snapshot | None = None, touched: AbstractSet[type[Record]] = frozenset()) -> Snapshot:
        """The case after a step; of what it did not touch nothing is read again where `before` is given."""
        self._before, self._touched, self._snapshot = before, touched, None
        try:
            return self.snapshot()
        finally:
            self._before = None


def _decided(snapshot: Snapshot) -> tuple[object, ...]:
    """All that people decided in a case, and what can be taken back and done again."""
    decisions = snapshot.codes, snapshot.tags, snapshot.notes, snapshot.base_choices, snapshot.settings, snapshot.words
    said = snapshot.derivations, snapshot.dismissals, snapshot.reviews, snapshot.rulings, snapshot.corrections
    return *decisions, *said, snapshot.undo_summary, snapshot.redo_summary
