"""What a report says, ready to be set: one frozen tree that PDF, HTML and CSV share.

Texts are as they stand in the articles; how a page shows white space, control characters and colours is the
affair of the format that is written.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from workbench.amendments import Amended
from workbench.figures.model import Conflict
from workbench.findings import Findings
from workbench.model import Code, Label, LabelKind, PublicationDate, Source, Target, outlet_name
from workbench.rulings import Verdict
from workbench.settings import DEFAULTS, Settings
from workbench.spans import Span


class RunKind(StrEnum):
    """What a run of a witness's text is, seen from the base."""

    EQUAL = "equal"
    REMOVED = "removed"
    """Words of the base that the witness does not have."""
    ADDED = "added"
    """Words of the witness that the base does not have."""
    MOVED = "moved"
    """Words that both have, in different places; shown where the witness has them."""
    MOVED_AWAY = "moved-away"
    """The same words, shown where the base has them."""
    STYLE = "style"
    """A difference of typography, capitals or spacing alone, as the witness has it."""


def sides(labels: Iterable[Label]) -> tuple[RunKind, RunKind]:
    """How the base's words of an edit with these labels are shown, and how the witness's."""
    kinds = {label.kind for label in labels}
    if LabelKind.MOVED in kinds:
        return RunKind.MOVED_AWAY, RunKind.MOVED
    if kinds == {LabelKind.STYLE}:
        return RunKind.STYLE, RunKind.STYLE
    return RunKind.REMOVED, RunKind.ADDED


@dataclass(frozen=True, slots=True)
class TextRun:
    """A stretch of text of one kind."""

    text: str
    kind: RunKind = RunKind.EQUAL

    @property
    def away(self) -> bool:
        """Whether the witness does not have these words here."""
        return self.kind in (RunKind.REMOVED, RunKind.MOVED_AWAY)


@dataclass(frozen=True, slots=True)
class Reference:
    """Where a passage stands, so that anyone can check it: `span` is in code points of the decoded source file."""

    source: Source
    article_id: int
    title: str
    outlet: str
    republisher: str
    byline: str
    published: PublicationDate
    url: str
    language: str
    span: Span


def outlet_key(place: Reference) -> str:
    """What is the same for the articles of one outlet: the Post and The Post are one, and so are all unknown ones."""
    return outlet_name(place.outlet)


def outlets(places: Iterable[Reference]) -> int:
    """How many outlets there are."""
    return len(set(map(outlet_key, places)))


@dataclass(frozen=True, slots=True)
class Remark:
    """What a person put on one target: codes, a note or both.

    `text` is what the target covers in the witness, `base_text` what it covers in the base; `where` and
    `base_where` say in which files.
    """

    target: Target
    codes: tuple[Code, ...]
    note: str
    created: datetime
    text: str
    base_text: str
    where: Reference
    base_where: Reference | None = None


@dataclass(frozen=True, slots=True)
class ReportEdit:
    """One difference between base and witness; the spans are in code points of the decoded source files."""

    number: int
    base_text: str
    text: str
    base_span: Span
    span: Span
    labels: tuple[Label, ...]
    remark: Remark | None = None
    verdict: Verdict | None = None
    """What a person said of the labels."""
    reviewed: bool = False

    @property
    def style(self) -> bool:
        """Whether nothing but typography differs."""
        return sides(self.labels)[1] is RunKind.STYLE


@dataclass(frozen=True, slots=True)
class Count:
    """How often a word (a label, mostly) was found."""

    word: str
    number: int


@dataclass(frozen=True, slots=True)
class ReportFrame:
    """What an outlet put around a passage, in sentences; those that say nothing are empty.

    `altered` are edits inside quotation marks without a sign of it, `cut` those that a reader can see or that shorten.
    """

    cites: str
    stands: str
    headline: tuple[str, ...]
    altered: tuple[str, ...]
    cut: tuple[str, ...]
    descent: str


@dataclass(frozen=True, slots=True)
class ReportFinding:
    """What became of a passage as a whole: sentences, how many independent sources it has at most, and why so few."""

    summary: tuple[str, ...]
    sources: str
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ReportFigure:
    """One side of a pair of figures: where its sentence stands, the words before it, the figure, those after."""

    where: Reference
    before: str
    figure: str
    after: str


@dataclass(frozen=True, slots=True)
class ReportConflict:
    """Two articles that give different figures for what looks like the same event."""

    summary: str
    sides: tuple[ReportFigure, ReportFigure]
    agreements: tuple[str, ...]
    cautions: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ReportCoverage:
    """How much of one article's story stands in other articles too."""

    where: Reference
    words: int
    shared: int
    sentences: tuple[str, ...]

    @property
    def share(self) -> float:
        """The share of the story, 0 to 1."""
        return self.shared / self.words if self.words else 0.0


@dataclass(frozen=True, slots=True)
class ReportWitness:
    """One outlet's rendering: `runs` is its whole text with the edits against the base in place."""

    id: int
    base: bool
    where: Reference
    text: str
    runs: tuple[TextRun, ...]
    edits: tuple[ReportEdit, ...]
    labels: tuple[Count, ...]
    remark: Remark | None = None
    before: str = ""
    """The rest of its sentence before the passage: part of the frame, not of the rendering."""
    after: str = ""
    frame: ReportFrame | None = None

    @property
    def changed(self) -> int:
        """How many edits change more than typography."""
        return sum(not edit.style for edit in self.edits)


@dataclass(frozen=True, slots=True)
class ReportFamily:
    """A family, its base first; `remarks` lie in its passages but on no edit or witness that is shown."""

    id: int
    number: int
    boilerplate: bool
    witnesses: tuple[ReportWitness, ...]
    remarks: tuple[Remark, ...] = ()
    because: str = ""
    """Why the first of the other witnesses was found to render the same text."""
    finding: ReportFinding | None = None
    found: Findings | None = None
    by_hand: str = ""
    """That a person made or changed the family, and what the program had found, in a sentence."""

    @property
    def base(self) -> ReportWitness:
        """The witness that the others are compared with."""
        return self.witnesses[0]

    @property
    def outlets(self) -> int:
        """How many outlets carry the passage."""
        return outlets(witness.where for witness in self.witnesses)

    @property
    def changed(self) -> int:
        """How many edits of all witnesses change more than typography."""
        return sum(witness.changed for witness in self.witnesses)

    @property
    def edits(self) -> int:
        """How many edits there are in all."""
        return sum(len(witness.edits) for witness in self.witnesses)


@dataclass(frozen=True, slots=True)
class Report:
    """A case at one moment, as a person would lay it before someone else.

    `aligned` is false when articles were imported after the families were found. `remarks` are those that lie
    in no family that has a page of its own; nothing a person wrote is ever left out.
    """

    case: str
    made: datetime
    program: str
    aligned: bool
    sources: tuple[Source, ...]
    articles: tuple[Reference, ...]
    families: tuple[ReportFamily, ...]
    boilerplate: tuple[ReportFamily, ...]
    labels: tuple[Count, ...]
    codes: tuple[Count, ...]
    remarks: tuple[Remark, ...] = ()
    settings: Settings = DEFAULTS
    figures: tuple[Conflict, ...] = ()
    """All pairs of figures that conflict, also those that a person set aside."""
    conflicts: tuple[ReportConflict, ...] = ()
    dismissed: int = 0
    coverage: tuple[ReportCoverage, ...] = ()
    habits: tuple[tuple[str, tuple[str, ...]], ...] = ()
    """What each outlet did over the whole case: its name, and sentences."""
    words: Amended = Amended()  # noqa: RUF009 - it never changes
    by_hand: str = ""
    """What people made of the families found, in sentences."""

    @property
    def outlets(self) -> int:
        """How many outlets the articles are of."""
        return outlets(self.articles)

    @property
    def witnesses(self) -> int:
        """How many witnesses the families have, boilerplate apart."""
        return sum(len(family.witnesses) for family in self.families)

    @property
    def edits(self) -> int:
        """How many edits there are between bases and witnesses, boilerplate apart."""
        return sum(family.edits for family in self.families)
