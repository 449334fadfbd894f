"""What is said of the frame of a passage. Every span is in code points of the article's text, half open."""

from dataclasses import dataclass
from enum import StrEnum

from workbench.model import Edit
from workbench.spans import Span


class Role(StrEnum):
    """What a link of the chain of citation is to the reader."""

    OUTLET = "outlet"
    AGENCY = "agency"
    SOURCE = "source"


class SourceKind(StrEnum):
    """What is cited."""

    PERSON = "person"
    ORGANISATION = "organisation"
    DOCUMENT = "document"
    UNKNOWN = "unknown"


class Voice(StrEnum):
    """Whose words a passage is given as."""

    CITED = "cited"
    OWN = "own"
    """The outlet says it itself and cites nobody."""
    UNKNOWN = "can't tell"


class Position(StrEnum):
    """Where the words that cite stand."""

    BEFORE = "before"
    INSIDE = "inside"
    AFTER = "after"


class Speech(StrEnum):
    """How a passage is given; `PARTIAL` where only some of it stands in quotation marks."""

    DIRECT = "direct"
    PARTIAL = "partial"
    INDIRECT = "indirect"


class QuotationKind(StrEnum):
    """What quotation marks stand for."""

    FULL = "full"
    """Whole sentences of somebody's speech."""
    PARTIAL = "partial"
    """Some of somebody's words in the outlet's sentence."""
    SCARE = "scare"
    """Words the outlet keeps at a distance, laid to nobody in the sentence."""
    NAME = "name"
    """The name of a thing: a title, a ship, a code name."""


@dataclass(frozen=True, slots=True)
class Quotation:
    """A stretch in quotation marks, marks included; `inner` is what stands between them.

    `continued` says that the speech goes on in a later paragraph, so that no closing mark stands here; `resumed` that
    it began in an earlier one.
    """

    span: Span
    inner: Span
    kind: QuotationKind
    continued: bool = False
    resumed: bool = False


@dataclass(frozen=True, slots=True)
class Saying:
    """The word or phrase by which something is said: "told", "quoted as saying", "according to".

    `stance` is the list of `resources/words/reporting.toml` that it stands in ("neutral", "claim", "admission" …),
    `meaning` what that implies, in words.
    """

    span: Span
    lemma: str
    stance: str
    meaning: str


@dataclass(frozen=True, slots=True)
class Cited:
    """A link of the chain of citation: the words that name it, as they stand.

    `antecedent` is where a pronoun, or "the source", was brought in; `saying` the verb of this link, where it has one;
    `carried` says that the link stands with the antecedent and not in the sentence of the passage.
    """

    span: Span
    role: Role
    kind: SourceKind
    named: bool
    antecedent: Span | None = None
    description: Span | None = None
    saying: Saying | None = None
    carried: bool = False


@dataclass(frozen=True, slots=True)
class Attribution:
    """To whom a passage, or most of it, is laid.

    `chain` goes from the outermost (the outlet that is repeated) to the origin; it is empty where the words cite nobody
    ("it was claimed"). `clause` is the attribution as it stands. `saying` is the word that brings in what is said, of
    the innermost link. `share` is the part of the passage (0 to 1) that is laid to it.
    """

    chain: tuple[Cited, ...]
    clause: Span
    saying: Saying
    position: Position
    speech: Speech
    share: float = 1.0

    @property
    def source(self) -> Cited | None:
        """The origin: the innermost of the chain."""
        return self.chain[-1] if self.chain else None

    @property
    def anonymous(self) -> bool:
        """Whether nobody is named as the origin."""
        return not self.chain or not self.chain[-1].named


class Part(StrEnum):
    """The part of an article that a passage stands in."""

    HEADLINE = "headline"
    LEAD = "lead"
    BODY = "body"
    CAPTION = "caption"
    BYLINE = "byline"
    FURNITURE = "furniture"
    COMMENTS = "comments"
    OUTSIDE = "outside"
    """In no zone of the article."""


@dataclass(frozen=True, slots=True)
class Standing:
    """Where in its article a passage begins: paragraph `paragraph` of `paragraphs` of the story (both 0 outside of it).

    `depth` is the share of the story's characters that stand before it, 0 at its beginning, 1 at its end.
    """

    part: Part
    paragraph: int
    paragraphs: int
    depth: float


class Aspect(StrEnum):
    """In what a headline differs from a passage."""

    CERTAINTY = "certainty"
    ACTOR = "actor"
    NUMBER = "number"


@dataclass(frozen=True, slots=True)
class HeadlineDifference:
    """One thing the headline says otherwise: the spans compared and why, in words a person can check.

    A span is empty where one of the two has nothing there.
    """

    aspect: Aspect
    headline: Span
    passage: Span
    reason: str


@dataclass(frozen=True, slots=True)
class Frame:
    """What an outlet put around a passage.

    `attribution` is the one that most of the passage is laid to, `others` those of the rest of it; `reason` says in
    words how it was read. `sentence` is the sentence or sentences that the passage stands in, `before` and `after` the
    ones around. `quotations` are those that the passage touches or that hold it.
    """

    voice: Voice
    reason: str
    attribution: Attribution | None
    others: tuple[Attribution, ...]
    sentence: Span
    before: Span | None
    after: Span | None
    standing: Standing
    headline: Span | None
    differences: tuple[HeadlineDifference, ...]
    quotations: tuple[Quotation, ...]


class Alteration(StrEnum):
    """How an edit inside quotation marks changes what was said."""

    ALTERED = "altered"
    CUT = "cut"
    """Words left out at the beginning or the end: what is left stands as it was."""
    MARKED = "marked"
    """Put in brackets or left out behind dots, so that a reader can see it."""


@dataclass(frozen=True, slots=True)
class AlteredQuotation:
    """An edit inside quotation marks on both sides, with the quotations and what was altered, in words."""

    edit: Edit
    base: Quotation
    witness: Quotation
    alteration: Alteration
    reason: str

    @property
    def is_altered(self) -> bool:
        """Whether words that are given as somebody's own were changed without a sign: the gravest edit of all."""
        return self.alteration is Alteration.ALTERED
