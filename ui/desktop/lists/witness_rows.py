"""The witnesses of a family as the bar shows them, made before anything is painted."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

from ui.desktop.case.reviewed import NOTHING, Reviewed
from ui.desktop.signs import Piece, Sign, base_rendering, rendering
from ui.desktop.wording import ALTERED_QUOTE, article_words, count, shortened
from workbench.by_hand import difference
from workbench.comparison import Comparison
from workbench.model import Article, Code, LabelKind, Target
from workbench.snapshot import Snapshot

if TYPE_CHECKING:
    from workbench.framing.model import AlteredQuotation

_LONG = 420
_MANY = 5
_KEEP, _KEEP_OF_MANY = 6, 4


@dataclass(frozen=True, slots=True)
class WitnessRow:
    """A witness as the bar shows it. `number` counts the witnesses after the base from 0; the base has -1.

    `edits` counts those that are more than style, `quiet` those that are not.
    """

    number: int
    article: Article
    pieces: tuple[Piece, ...]
    edits: int
    quiet: int
    codes: tuple[Code, ...]
    note: str
    title: str
    """The headline, where the family has more than one article of the outlet; else empty."""
    current_edit: int = -1
    hidden: int = 0
    """How many edits of style are hidden."""
    altered: int = 0
    """How many places were altered inside quotation marks."""
    by_hand: str = ""
    """What a person did to it: moved its borders, put it in; empty where nothing."""

    reviewed: Reviewed = NOTHING
    labels: tuple[tuple[LabelKind, int], ...] = ()
    """The kinds of its edits with their number, the most frequent first; style is none."""

    @property
    def is_base(self) -> bool:
        """Whether the others are compared with this one."""
        return self.number < 0

    @property
    def did(self) -> str:
        """What the outlet did, in words."""
        if self.is_base:
            return "the base, which the others are compared with"
        if self.edits:
            return count(self.edits, "edit") + (f" + {self.quiet:,} of style" if self.quiet else "")
        if self.quiet:
            return f"{count(self.quiet, 'edit')} of style"
        return "same words" if self.hidden else "word for word"

    @property
    def marked(self) -> str:
        """What is gravest of what the outlet did, in words; empty where nothing is."""
        return ALTERED_QUOTE if self.altered else ""

    @property
    def spoken(self) -> str:
        """The row in words, the edits named."""
        said = {Sign.ADDED: "put in", Sign.REMOVED: "left out", Sign.MOVED: "moved here", Sign.AWAY: "moved away"}
        parts = [f"{said[p.sign]} “{shortened(p.text, 60)}”" for p in self.pieces if p.sign in said]
        parts += [f"tagged {code.name}" for code in self.codes] + ([f"note: {self.note}"] if self.note else [])
        headline = f", “{self.title}”" if self.title else ""
        grave = f", {self.marked} in {count(self.altered, 'place')}" if self.altered else ""
        hand = f", {self.by_hand}" if self.by_hand else ""
        done = f", {self.reviewed.words} places reviewed" if self.reviewed.total else ""
        return f"{article_words(self.article)}{headline}: {self.did}{grave}{hand}{done}. {'; '.join(parts)}"


class Rendering(NamedTuple):
    """What there is to say of a witness by its text and its edits alone, whatever is current or marked."""

    pieces: tuple[Piece, ...]
    edits: int = 0
    quiet: int = 0
    labels: tuple[tuple[LabelKind, int], ...] = ()


def renderings(comparisons: Sequence[Comparison]) -> tuple[Rendering, ...]:
    """The base and the other witnesses of a family, which has some."""
    base, text = comparisons[0].base, comparisons[0].base_text
    long, many = len(base.place.span) > _LONG, len(comparisons) > _MANY
    keep = _KEEP_OF_MANY if many else _KEEP if long else 0
    pieces = base_rendering(text, base.place.span, 4 * _KEEP if long else 0)
    return Rendering(pieces), *(_rendering(comparison, keep) for comparison in comparisons)


def _rendering(comparison: Comparison, keep: int) -> Rendering:
    edits = sum(not each.is_style_only for each in comparison.edits)
    return Rendering(rendering(comparison, keep), edits, len(comparison.edits) - edits, _kinds(comparison))


def witness_rows(
    snapshot: Snapshot,
    comparisons: Sequence[Comparison],
    at: int,
    edit: int,
    altered: Mapping[int, Sequence["AlteredQuotation"]] = MappingProxyType({}),
    rendered: Sequence[Rendering] = (),
) -> list[WitnessRow]:
    """The base and the other witnesses of a family; edit number `edit` of witness `at` is the current one.

    `altered` has the altered quotations by the ids of the witnesses, as far as they are known; `rendered` are the
    `renderings` of these comparisons, if they were made before.
    """
    if not comparisons:
        return []
    base = comparisons[0].base
    first, *others = rendered or renderings(comparisons)
    articles = [snapshot.article[w.place.article_id] for w in (base, *(other.witness for other in comparisons))]
    outlets = Counter(article.outlet for article in articles)
    titles = [article.title if outlets[article.outlet] > 1 else "" for article in articles]
    rows = [WitnessRow(-1, articles[0], first.pieces, 0, 0, *_marks(snapshot, Target(base.place)), titles[0])]
    for number, (comparison, told) in enumerate(zip(comparisons, others, strict=True)):
        marks = _marks(snapshot, Target(comparison.witness.place))
        article, title, current = articles[number + 1], titles[number + 1], edit if number == at else -1
        grave = sum(one.is_altered for one in altered.get(comparison.witness.id, ()))
        row = WitnessRow(number, article, told.pieces, told.edits, told.quiet, *marks, title, current)
        rows.append(replace(row, altered=grave, labels=told.labels))
    return rows


def _kinds(comparison: Comparison) -> tuple[tuple[LabelKind, int], ...]:
    kinds = Counter(label.kind for edit in comparison.edits if not edit.is_style_only for label in edit.labels)
    del kinds[LabelKind.STYLE]
    return tuple(kinds.most_common())


def hand_words(snapshot: Snapshot, comparisons: Sequence[Comparison]) -> Mapping[int, str]:
    """What a person did to the witnesses of a family, by their rows."""
    made = snapshot.by_hand.get(comparisons[0].family.id) if comparisons else None
    if made is None:
        return {}
    differs = difference(comparisons[0].family, made.found)
    said = dict.fromkeys((one.now for one in differs.reshaped), "borders by hand")
    said |= dict.fromkeys(differs.added, "added by hand") if made.found else {}
    places = [comparisons[0].base.place, *(one.witness.place for one in comparisons)]
    return {number: said[place] for number, place in enumerate(places) if place in said}


def _marks(snapshot: Snapshot, target: Target) -> tuple[tuple[Code, ...], str]:
    note = snapshot.note_on(target)
    return snapshot.codes_on(target), note.text if note else ""
