"""What the workbench needs from the case file. `db` provides it; `main` brings the two together."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import datetime
from pathlib import Path
from typing import NamedTuple, Protocol, TypeVar

from workbench.model import Article, BaseChoice, Code, Family, Note, Place, Source, Tag
from workbench.progress import ProgressReport, silent
from workbench.reading.model import Reading
from workbench.settings import Settings
from workbench.spans import OffsetMap
from workbench.steps import Record, Step

R = TypeVar("R", bound=Record)


class FoundFamily(NamedTuple):
    """A family as the engine finds it, before the case gives it a number."""

    places: tuple[Place, ...]
    boilerplate: bool


class Remembered(NamedTuple):
    """What the engine knows of the first articles of a case, as the case file keeps it.

    `key` says by which engine and settings it was found, `rows` has a part for each article, by its id, in their order.
    """

    key: str
    rows: Mapping[int, bytes]
    content: bytes


class HistoryEntry(NamedTuple):
    """One decision in the log of a case; `undone` when it was taken back and can be done again.

    `id` grows from step to step and is never used again.
    """

    at: datetime
    step: Step
    undone: bool
    id: int


class HistoryEnds(NamedTuple):
    """Between which steps a case stands: the newest done and the next to do again, by id (0 for none) and summary."""

    newest: int
    undo: str
    next: int
    redo: str


class CaseStore(Protocol):
    """One open case file. Every writing method is one transaction: it happens whole or not at all.

    Lives on the thread that opened it. Raises `UserError` when the file cannot be read or written.
    """

    @property
    def path(self) -> Path:
        """Where the case file stands."""

    @property
    def read_only(self) -> bool:
        """Whether the case can be looked at but not changed."""

    def close(self) -> None:
        """Let go of the file; nothing is beside it afterwards."""

    def loss(self) -> str:
        """Look where the file is; why nothing can be written to it, in one sentence, empty while it stands as it was.

        A case that was opened for looking only has no loss while it is there.
        """

    def save_copy(self, target: Path, report: ProgressReport = silent) -> None:
        """Write the whole case into a new file; raises `UserError` when a file is there, `Cancelled` when stopped."""

    def revision(self) -> int:
        """A number that differs whenever another window has changed the case since it was asked for last."""

    def sources(self) -> tuple[Source, ...]:
        """Every source, in the order of import."""

    def source_bytes(self, source_id: int) -> bytes:
        """The bytes of a source as they were imported."""

    def offset_map(self, source_id: int) -> OffsetMap:
        """The way from the readable text of a source back to its decoded file."""

    def articles(self) -> tuple[Article, ...]:
        """Every article, in the order of import and of their place in the source."""

    def texts(self, article_ids: Collection[int] | None = None) -> Mapping[int, str]:
        """The text of the articles asked for (of all with `None`), by id."""

    def add_reading(self, reading: Reading) -> Source | None:
        """Add a source and its articles; `None`, and nothing changed, when a source of the same bytes is there."""

    def families(self) -> tuple[Family, ...]:
        """Every family, as the last alignment left them."""

    def replace_families(
        self,
        found: Sequence[FoundFamily],
        article_ids: Collection[int] | None = None,
        settings: Settings | None = None,
        remembered: Remembered | None = None,
    ) -> None:
        """Put the result of aligning the articles `article_ids` with `settings` in the place of the families before.

        The case is aligned then only if these are all its articles and its settings by now; `None` says that they are.
        `remembered` is kept for the next alignment.
        """

    def remembered(self) -> Remembered | None:
        """What was kept for the next alignment, if anything was."""

    def aligned(self) -> bool:
        """Whether the families are those of the articles and the settings now in the case."""

    def settings(self) -> Settings:
        """How passages are to be found; a step changes it."""

    def records(self, kind: type[R]) -> tuple[R, ...]:
        """All that people decided of one kind, in its order; a step changes it."""

    def codes(self) -> tuple[Code, ...]:
        """The codebook, in the order of its digits."""

    def tags(self) -> tuple[Tag, ...]:
        """Every tag, oldest first."""

    def notes(self) -> tuple[Note, ...]:
        """Every note, oldest first."""

    def base_choices(self) -> tuple[BaseChoice, ...]:
        """The witnesses a person chose as base."""

    def do(self, step: Step) -> None:
        """Carry out a step and write it to the history; steps that were undone can no longer be done again."""

    def undo(self, expected: int | None = None) -> Step | None:
        """Take back the newest step that is not undone and return it; `None` when there is none.

        With `expected`, raises `UserError`, and changes nothing, when the step has another id than this; 0 is that of
        no step.
        """

    def redo(self, expected: int | None = None) -> Step | None:
        """Do the step again that was undone last and return it; `None` when there is none.

        `expected` is as in `undo`.
        """

    def history_ends(self) -> HistoryEnds:
        """Between which steps the case stands."""

    def history(self) -> tuple[HistoryEntry, ...]:
        """Every step, oldest first, with those that can be done again last."""

    def history_page(self, before: int | None = None, most: int = 500) -> tuple[HistoryEntry, ...]:
        """At most `most` steps, newest first; only those older than the step `before`, where one is given."""

    def history_size(self) -> int:
        """How many steps there are in the history, undone ones too."""

    def wind(self, to: int, newest: int, report: ProgressReport = silent) -> int:
        """Take back all steps after the step `to`, or do the undone ones again up to it; returns how many.

        Raises `UserError`, and changes nothing, when the newest step that is not undone has another id than `newest`.
        """


class OpenCase(Protocol):
    """How a case file is opened; `main` passes `db`'s way in."""

    def __call__(self, path: Path, *, create: bool = False) -> CaseStore:
        """Open the case at `path`, or make an empty one there when `create` is set and no file is.

        Raises `UserError` for a file that is not a case, is newer than this program or cannot be read.
        """


class SearchTerm(NamedTuple):
    """One thing that is sought: words that stand side by side.

    The last word may be the beginning of a longer one unless it is meant as a `whole`; with `excluded` it must not be
    there.
    """

    text: str
    whole: bool = False
    excluded: bool = False


class IndexEntry(NamedTuple):
    """Some texts that are found together under a number."""

    number: int
    texts: tuple[str, ...]


class PassageIndex(Protocol):
    """Finds what is sought in many texts, whatever is typed. Used by one thread at a time."""

    def put(self, entries: Iterable[IndexEntry]) -> None:
        """Add entries, each under a number that was never used before; words side by side stand in one text."""

    def drop(self, numbers: Collection[int]) -> None:
        """Find these entries no more."""

    def find(self, term: SearchTerm) -> frozenset[int] | None:
        """The entries that hold what is sought, whether it is excluded or not; `None` when there is no word in it."""

    def close(self) -> None:
        """Give back the memory."""


class MakeIndex(Protocol):
    """How an empty index is made; `main` passes `db`'s way."""

    def __call__(self) -> PassageIndex:
        """An empty index."""
