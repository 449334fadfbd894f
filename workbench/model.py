"""The things a case is made of. Small frozen records; they cross every border of the program.

The words are those of textual scholarship: a *family* is the set of passages that render the same text,
each of its members is a *witness*, and the witness the others are compared with is the *base*.
"""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from workbench.spans import Span


class ZoneKind(StrEnum):
    """What a stretch of an article is."""

    HEADLINE = "headline"
    BYLINE = "byline"
    """Who wrote it, for whom, when: outlet lines, author lines, dates, section names under the headline."""
    BODY = "body"
    CAPTION = "caption"
    FURNITURE = "furniture"
    """Page furniture: donation lines, licences, disclaimers, menus, sharing links."""
    COMMENTS = "comments"


@dataclass(frozen=True, slots=True)
class Zone:
    """A stretch of an article's text and what it is."""

    kind: ZoneKind
    span: Span


class DatePrecision(StrEnum):
    """How exactly the page states when it was published."""

    TIME = "time"
    DAY = "day"
    MONTH = "month"
    YEAR = "year"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class PublicationDate:
    """When an article was published, as far as the page states it.

    `iso` is an ISO 8601 date cut to its precision (`2016-10-12T08:15`, `2016-10-12`, `2016-10`, `2016`), empty when
    unknown; `evidence` quotes what the page says.
    """

    iso: str = ""
    precision: DatePrecision = DatePrecision.UNKNOWN
    evidence: str = ""


@dataclass(frozen=True, slots=True)
class Source:
    """What was imported; its bytes are kept in the case and never change.

    `origin` is the path it was read from, `media_type` is `text/plain` or `text/html`, `imported` is UTC.
    """

    id: int
    name: str
    origin: str
    sha256: str
    media_type: str
    encoding: str
    imported: datetime


@dataclass(frozen=True, slots=True)
class Article:
    """One story by one outlet: `span` of the readable text of its source.

    The article's text is that stretch, headline, furniture and all; `zones` say what is what, sorted,
    without overlaps, in offsets of the article's text; what no zone covers is white space.
    `republisher` is the site that carried the story when it is not the outlet that wrote it.
    """

    id: int
    source_id: int
    span: Span
    title: str
    outlet: str
    republisher: str
    byline: str
    published: PublicationDate
    url: str
    language: str
    zones: tuple[Zone, ...]

    @property
    def body(self) -> tuple[Span, ...]:
        """The stretches of the story itself, in offsets of the article's text."""
        return tuple(zone.span for zone in self.zones if zone.kind is ZoneKind.BODY)


def outlet_name(outlet: str) -> str:
    """What is the same for one outlet however its name is written: the Post and The Post are one."""
    return outlet.casefold().removeprefix("the ")


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """A span of one article, in offsets of the article's text. Articles never change, so a place never moves."""

    article_id: int
    span: Span

    def holds(self, other: "Place") -> bool:
        """Whether another place lies wholly inside."""
        return self.article_id == other.article_id and self.span.contains(other.span)


@dataclass(frozen=True, slots=True)
class Witness:
    """One member of a family: one article's rendering of the shared text."""

    id: int
    place: Place


@dataclass(frozen=True, slots=True)
class Family:
    """Two or more passages that render the same text, in the order of their articles."""

    id: int
    witnesses: tuple[Witness, ...]
    boilerplate: bool = False

    @property
    def characters(self) -> int:
        """How many characters its witnesses have together."""
        return sum(len(witness.place.span) for witness in self.witnesses)

    @property
    def by_hand(self) -> bool:
        """Whether a person made or corrected it: its number is negative then."""
        return self.id < 0


class LabelKind(StrEnum):
    """What the program says of an edit."""

    NUMBER = "number"
    DATE = "date"
    NAME = "name"
    SPELLING = "spelling"
    NAMING = "naming"
    LOADED = "loaded"
    REPORT_VERB = "report-verb"
    ATTRIBUTION = "attribution"
    CERTAINTY = "certainty"
    NEGATION = "negation"
    QUOTE = "quote"
    ADDED = "added"
    OMITTED = "omitted"
    MOVED = "moved"
    WORDING = "wording"
    STYLE = "style"


@dataclass(frozen=True, slots=True)
class Label:
    """A kind of edit, the reason in words a person can check, and how sure the program is (0 to 1)."""

    kind: LabelKind
    reason: str = ""
    confidence: float = 1.0


@dataclass(frozen=True, slots=True)
class Edit:
    """One difference between base and witness: a span on each side (one may be empty), with one to three labels."""

    base: Span
    witness: Span
    labels: tuple[Label, ...] = ()

    @property
    def is_style_only(self) -> bool:
        """Whether it changes quotation marks, dashes, spaces, case or notation only, and may be hidden for that."""
        return bool(self.labels) and all(label.kind is LabelKind.STYLE for label in self.labels)


@dataclass(frozen=True, slots=True)
class Target:
    """What a tag or a note is put on.

    With `base` it is an edit, the difference between two places; without, it is a passage or any span of an article.
    """

    place: Place
    base: Place | None = None


@dataclass(frozen=True, slots=True)
class Code:
    """One entry of the codebook; `digit` (1 to 9, then 0) is its key, -1 when it has none. `colour` is `#rrggbb`.

    `parent` is the id of the code it stands under, empty for one that stands at the top.
    """

    id: str
    name: str
    colour: str
    digit: int = -1
    description: str = ""
    parent: str = ""


@dataclass(frozen=True, slots=True)
class Tag:
    """A code put on a target by a person; `created` is UTC."""

    id: str
    code_id: str
    target: Target
    created: datetime


@dataclass(frozen=True, slots=True)
class Note:
    """What a person wrote about a target. A target has one note at most; `changed` is UTC."""

    target: Target
    text: str
    changed: datetime


@dataclass(frozen=True, slots=True)
class BaseChoice:
    """A person's choice of the base of whichever family has a witness at `place`."""

    place: Place


@dataclass(frozen=True, slots=True)
class Derivation:
    """A person's word on where the passage at `place` is from: from another one or, without `parent`, from none."""

    place: Place
    parent: Place | None = None


@dataclass(frozen=True, slots=True)
class Dismissal:
    """A person set a pair of conflicting figures aside; `key` tells the pair from all others."""

    key: str


@dataclass(frozen=True, slots=True)
class Review:
    """A person has looked at an edit and is done with it; `at` is UTC.

    The target of a witness that has no edits is the whole of both passages.
    """

    target: Target
    at: datetime


@dataclass(frozen=True, slots=True)
class Ruling:
    """A person's word on the labels that the program gave an edit.

    `said` is what the program said then, `labels` what the person says: the same when accepted, none when rejected.
    """

    target: Target
    said: tuple[LabelKind, ...]
    labels: tuple[LabelKind, ...]


@dataclass(frozen=True, slots=True)
class Correction:
    """A person's word on which passages are a family, whatever the engine finds: joined, split, added, moved.

    `places` are its witnesses, none where it says that a family is dismissed. `settled` are all passages that the
    person has decided about, those that were taken out among them; what the engine finds of them is no family beside
    this one. `number` tells corrections apart, grows and is never used again.
    """

    number: int
    places: tuple[Place, ...]
    settled: tuple[Place, ...]
    boilerplate: bool = False
