"""One open case and all that can be done with it. Every change to a case goes through here."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import NamedTuple
from uuid import uuid4

from workbench.amendments import Amended, Changing
from workbench.amendments_told import changes_between, summary_of
from workbench.comparison import Comparison, comparison_of
from workbench.engine.families import EngineArticle, Known, known_of
from workbench.engine.remembering import recalled, remembered
from workbench.errors import UserError
from workbench.keeping import kept
from workbench.model import (
    BaseChoice,
    Change,
    Code,
    Derivation,
    Dismissal,
    Family,
    Note,
    Record,
    Step,
    Tag,
    Target,
    Witness,
)
from workbench.ports import CaseStore
from workbench.progress import ProgressReport, silent, standing_at
from workbench.reading.files import read_file, text_files
from workbench.settings import LEAST_WORDS, Settings
from workbench.sifting import chosen
from workbench.snapshot import Snapshot


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


@dataclass(frozen=True)
class EngineWork:
    """The articles of a case, how passages are to be found in them, and what is known of them already."""

    articles: tuple[EngineArticle, ...]
    settings: Settings
    known: Known

    def done(self, report: ProgressReport = silent, jobs: int = 1) -> Known:
        """What is known of all of them; raises `Cancelled` when `report` does."""
        return known_of(self.articles, self.known, report, jobs, self.settings.sensitivity.least_score)


class _Ends(NamedTuple):
    """The ids of the steps between which a case stands: the newest done and the next to do again, 0 for none."""

    newest: int
    next: int


_NOWHERE = _Ends(-1, -1)
"""Where a case stood that is not as it was: no step has these ids."""


class Session:
    """An open case. Lives on the thread that opened its store; what it returns may go anywhere."""

    def __init__(self, store: CaseStore) -> None:
        self._store = store
        self._snapshot: Snapshot | None = None
        self._revision = 0
        self._ends: _Ends | None = None

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
        if self._snapshot is None or revision != self._revision:
            self._revision = revision
            history = self._store.history()
            done = [entry for entry in history if not entry.undone]
            undone = [entry for entry in history if entry.undone]
            self._ends = _Ends(done[-1].id if done else 0, undone[0].id if undone else 0)
            self._snapshot = Snapshot(
                self._store.sources(),
                self._store.articles(),
                self._store.families(),
                self._store.codes(),
                self._store.tags(),
                self._store.notes(),
                self._store.base_choices(),
                self._store.aligned(),
                undo_summary=done[-1].step.summary if done else "",
                redo_summary=undone[0].step.summary if undone else "",
                settings=self._store.settings(),
                words=Amended(self._store.amendments()),
                derivations=self._store.derivations(),
                dismissals=frozenset(dismissed.key for dismissed in self._store.dismissals()),
            )
        return self._snapshot

    # Importing and aligning

    def import_paths(self, paths: Iterable[Path], report: ProgressReport = silent) -> ImportResult:
        """Read files and folders into the case; a file that cannot be read is refused, the others go in.

        Raises `UserError` when there is nothing to read at all, `Cancelled` when a person stops it; what was
        imported before stays.
        """
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
                self._snapshot = None
            added, known = (added + 1, known) if source else (added, known + 1)
        report("Reading", len(files), len(files))
        return ImportResult(added, known, tuple(refused))

    def engine_work(self) -> EngineWork:
        """What there is to do to find the families anew; free of the store, so that another thread may do it."""
        snapshot = self.snapshot()
        articles = sorted(snapshot.articles, key=lambda article: article.id)
        ids = [article.id for article in articles]
        texts = self._store.texts(ids)
        known = recalled(self._store.remembered(), ids, snapshot.settings.sensitivity.least_score)
        return EngineWork(
            tuple(EngineArticle(article.id, texts[article.id], article.zones) for article in articles),
            snapshot.settings,
            known,
        )

    def align(self, report: ProgressReport = silent, jobs: int = 1) -> Snapshot:
        """Find the families of the case with its settings, by `jobs` processes, and keep them.

        What is known from the alignment before is not looked for again.
        """
        work = self.engine_work()
        return self.keep(work, work.done(report, jobs))

    def keep(self, work: EngineWork, known: Known) -> Snapshot:
        """Put into the case what its settings leave of the families that some work found.

        Families that a person has decided anything about keep their witnesses, also where the decision was taken back
        and can be made again. The case is aligned if it has no other articles and no other settings by now.
        """
        snapshot, settings = self.snapshot(), work.settings
        found = known.families
        long = settings.shortest > LEAST_WORDS  # else no text is looked into
        texts = {article.id: article.text for article in work.articles} if long else {}
        wanted = chosen(found, snapshot.article, texts, settings)
        families = kept(wanted, snapshot.families, self._ever_decided())
        ids = [article.id for article in work.articles]
        self._store.replace_families(families, ids, settings, remembered(known, ids, settings.sensitivity.least_score))
        return self._changed()

    def _ever_decided(self) -> Iterator[Record]:
        """What stands, and what undo or redo can bring back."""
        snapshot = self.snapshot()
        yield from snapshot.tags
        yield from snapshot.notes
        yield from snapshot.base_choices
        yield from snapshot.derivations
        for entry in self._store.history():
            yield from (record for change in entry.step.changes for record in (change.before, change.after) if record)

    def change_settings(self, settings: Settings) -> Snapshot:
        """Set how passages are found, from the next alignment on; the families of before are out of date until then."""
        before = self.snapshot().settings
        return self.snapshot() if settings == before else self._do("Change settings", (before, settings))

    def change_words(self, change: Changing) -> Snapshot:
        """Change the word lists that labels come from, in one step; raises `UserError` when it makes no sense."""
        before = self.snapshot().words
        changes = changes_between(before, change(before))
        return self._do(summary_of(changes), *changes) if changes else self.snapshot()

    # Looking

    def comparison(self, family: Family, base: Witness, witness: Witness) -> Comparison:
        """Two witnesses of a family side by side."""
        texts = self._store.texts({base.place.article_id, witness.place.article_id})
        return comparison_of(family, base, witness, texts, self.snapshot().words.lexicon)

    # Deciding

    def toggle_tag(self, target: Target, code: Code) -> Snapshot:
        """Put a code on a target, or take it away when it is there."""
        for tag in self.snapshot().tags_on(target):
            if tag.code_id == code.id:
                return self._do(f"Remove tag “{code.name}”", (tag, None))
        return self._do(f"Tag “{code.name}”", (None, Tag(uuid4().hex, code.id, target, _now())))

    def set_note(self, target: Target, text: str) -> Snapshot:
        """Write the note of a target; an empty text removes it."""
        before = self.snapshot().note_on(target)
        text = text.strip()
        if text == (before.text if before else ""):
            return self.snapshot()
        after = Note(target, text, _now()) if text else None
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

    def undo(self, seen: Snapshot | None = None) -> Snapshot:
        """Take back the newest decision, which must be the one that the person saw.

        `seen` is the snapshot before the person's eyes, `None` the one that this session made last. Raises `UserError`,
        and takes nothing back, when another window decided something since then; `snapshot` shows it.
        """
        self._store.undo(self._expected(seen).newest)
        return self._changed()

    def redo(self, seen: Snapshot | None = None) -> Snapshot:
        """Do the decision again that was taken back last; see `undo`."""
        self._store.redo(self._expected(seen).next)
        return self._changed()

    def _expected(self, seen: Snapshot | None) -> _Ends:
        """Between which steps the case stood when the person saw it."""
        last = self._ends
        now = self.snapshot()
        ends = self._ends or _NOWHERE
        if seen is None:
            return last or ends
        return ends if _decided(seen) == _decided(now) else _NOWHERE

    def _do(self, summary: str, *changes: tuple[Record | None, Record | None]) -> Snapshot:
        self._store.do(Step(summary, tuple(Change(before, after) for before, after in changes)))
        return self._changed()

    def _changed(self) -> Snapshot:
        self._snapshot = None
        return self.snapshot()


def _decided(snapshot: Snapshot) -> tuple[object, ...]:
    """All that people decided in a case, and what can be taken back and done again."""
    decisions = snapshot.codes, snapshot.tags, snapshot.notes, snapshot.base_choices, snapshot.settings, snapshot.words
    said = snapshot.derivations, snapshot.dismissals
    return *decisions, *said, snapshot.undo_summary, snapshot.redo_summary


def _now() -> datetime:
    return datetime.now(UTC)
