"""A case as it stands at one moment, whole and unchanging, with the look-ups every view needs."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from workbench.amendments import Amended
from workbench.by_hand import ByHand
from workbench.codebook_tree import CodeTree
from workbench.model import (
    Article,
    BaseChoice,
    Code,
    Correction,
    Derivation,
    Edit,
    Family,
    Note,
    Place,
    Review,
    Ruling,
    Source,
    Tag,
    Target,
    Witness,
)
from workbench.settings import DEFAULTS, Settings
from workbench.spans import Span

EditEnds = tuple[int, int, int, int]
"""Where an edit stands: start and end in the text of the base, start and end in that of the witness."""


@dataclass(frozen=True)
class Snapshot:
    """Everything of a case but the texts. A new one is made for every change; views keep the newest."""

    sources: tuple[Source, ...] = ()
    articles: tuple[Article, ...] = ()
    families: tuple[Family, ...] = ()
    codes: tuple[Code, ...] = ()
    tags: tuple[Tag, ...] = ()
    notes: tuple[Note, ...] = ()
    base_choices: tuple[BaseChoice, ...] = ()
    aligned: bool = False
    undo_summary: str = ""
    redo_summary: str = ""
    settings: Settings = DEFAULTS
    words: Amended = Amended()  # noqa: RUF009 - it never changes
    derivations: tuple[Derivation, ...] = ()
    dismissals: frozenset[str] = frozenset()
    """The keys of the pairs of figures that were set aside."""
    reviews: tuple[Review, ...] = ()
    rulings: tuple[Ruling, ...] = ()
    corrections: tuple[Correction, ...] = ()
    """What people say are families; `families` has them in already."""
    by_hand: Mapping[int, ByHand] = field(default_factory=dict)
    """The families that people made or changed, by their id."""

    @property
    def dismissed(self) -> tuple[Correction, ...]:
        """The families that people dismissed, oldest first; the passages of each are those it settled."""
        return tuple(correction for correction in self.corrections if not correction.places)

    @cached_property
    def source(self) -> Mapping[int, Source]:
        """Sources by id."""
        return {source.id: source for source in self.sources}

    @cached_property
    def article(self) -> Mapping[int, Article]:
        """Articles by id."""
        return {article.id: article for article in self.articles}

    @cached_property
    def family(self) -> Mapping[int, Family]:
        """Families by id."""
        return {family.id: family for family in self.families}

    @cached_property
    def witness(self) -> Mapping[int, Witness]:
        """Witnesses by id."""
        return {witness.id: witness for family in self.families for witness in family.witnesses}

    @cached_property
    def families_of_article(self) -> Mapping[int, Sequence[Family]]:
        """The families that each article has a passage of, by the article's id."""
        found: dict[int, list[Family]] = {}
        for family in self.families:
            for article_id in dict.fromkeys(witness.place.article_id for witness in family.witnesses):
                found.setdefault(article_id, []).append(family)
        return found

    @cached_property
    def code(self) -> Mapping[str, Code]:
        """Codes by id."""
        return {code.id: code for code in self.codes}

    @cached_property
    def code_tree(self) -> CodeTree:
        """Which code stands under which."""
        return CodeTree(self.codes)

    @cached_property
    def _note(self) -> Mapping[Target, Note]:
        return {note.target: note for note in self.notes}

    @cached_property
    def _tags(self) -> Mapping[Target, tuple[Tag, ...]]:
        found: dict[Target, tuple[Tag, ...]] = {}
        for tag in self.tags:
            found[tag.target] = (*found.get(tag.target, ()), tag)
        return found

    @cached_property
    def reviewed(self) -> frozenset[Target]:
        """The edits that a person is done with."""
        return frozenset(review.target for review in self.reviews)

    @cached_property
    def reviewed_between(self) -> Mapping[tuple[int, int], frozenset[EditEnds]]:
        """Where the edits stand that a person is done with, by the articles of base and witness."""
        return _between(self.reviewed)

    @cached_property
    def remarked_between(self) -> Mapping[tuple[int, int], frozenset[EditEnds]]:
        """The edits that hold a tag or a note, in the same manner."""
        return _between(self.remarked)

    @cached_property
    def remarked(self) -> frozenset[Target]:
        """What holds a tag or a note."""
        return frozenset(self._tags.keys() | self._note.keys())

    @cached_property
    def ruled(self) -> frozenset[Target]:
        """The edits whose labels a person spoke about."""
        return frozenset(self._ruling)

    @cached_property
    def _ruling(self) -> Mapping[Target, Ruling]:
        return {ruling.target: ruling for ruling in self.rulings}

    @cached_property
    def _judged(self) -> Mapping[int, Sequence[Target]]:
        """The edits that a person decided about, by the article of their base."""
        found: dict[int, list[Target]] = {}
        for target in self.remarked | self.reviewed | self.ruled:
            if target.base:
                found.setdefault(target.base.article_id, []).append(target)
        return found

    @cached_property
    def overrides(self) -> Mapping[Place, Place | None]:
        """What a person said of where passages are from, by their places."""
        return {said.place: said.parent for said in self.derivations}

    @cached_property
    def _chosen(self) -> frozenset[Place]:
        return frozenset(choice.place for choice in self.base_choices)

    def tags_on(self, target: Target) -> tuple[Tag, ...]:
        """The tags of a target, oldest first."""
        return self._tags.get(target, ())

    def codes_on(self, target: Target) -> tuple[Code, ...]:
        """The codes that were put on a target, oldest first."""
        return tuple(self.code[tag.code_id] for tag in self.tags_on(target) if tag.code_id in self.code)

    def note_on(self, target: Target) -> Note | None:
        """The note of a target."""
        return self._note.get(target)

    def ruling_on(self, target: Target) -> Ruling | None:
        """What a person says of the labels of an edit."""
        return self._ruling.get(target)

    def base(self, family: Family) -> Witness:
        """The base of a family: the person's choice, else the one against which the person has judged most edits.

        Where there is neither, the earliest dated witness, of those the one imported first: so the same article is the
        base wherever two undated articles meet, and no tag loses its edit when an earlier article comes in.
        """
        chosen = [(held, witness) for witness in family.witnesses if (held := self._held_by_choice(witness.place))]
        if chosen:
            return max(chosen, key=lambda pair: pair[0])[1]
        return min(family.witnesses, key=lambda witness: (-self._judged_against(witness, family), *self._rank(witness)))

    def choices_in(self, family: Family) -> tuple[BaseChoice, ...]:
        """The choices of a base that hold for this family, also where a new alignment moved a border a little."""
        return tuple(
            choice
            for choice in self.base_choices
            if any(same_passage(choice.place, witness.place) for witness in family.witnesses)
        )

    def _held_by_choice(self, place: Place) -> int:
        """How many characters of a place a person chose as base; 0 when it was not chosen."""
        return max(
            (place.span.overlap(chosen.span) for chosen in self._chosen if same_passage(chosen, place)), default=0
        )

    def _judged_against(self, base: Witness, family: Family) -> int:
        """On how many edits between a witness as base and the others of the family there are tags or notes."""
        return sum(
            base.place.span.contains(target.base.span)
            and any(w is not base and w.place.holds(target.place) for w in family.witnesses)
            for target in self._judged.get(base.place.article_id, ())
            if target.base
        )

    def _rank(self, witness: Witness) -> tuple[str, Place]:
        return self._rank_in_time(witness), witness.place

    def _rank_in_time(self, witness: Witness) -> str:
        """Sorts by date: a coarse date comes after the exact ones it covers, an unknown one last.

        “October 2016” does not say that it was before the 12th; `~` follows every sign that a date is written with.
        """
        return self.article[witness.place.article_id].published.iso + "~"

    def others(self, family: Family) -> tuple[Witness, ...]:
        """The witnesses that are compared with the base, dated ones first, in order of date."""
        base = self.base(family)
        rest = (witness for witness in family.witnesses if witness.id != base.id)
        return tuple(sorted(rest, key=lambda w: (self._rank_in_time(w), w.place)))


def ends_of_edit(base: Span, witness: Span) -> EditEnds:
    """Where an edit stands, in numbers that are quick to compare."""
    return base.start, base.end, witness.start, witness.end


def _between(targets: Iterable[Target]) -> Mapping[tuple[int, int], frozenset[EditEnds]]:
    found: dict[tuple[int, int], set[EditEnds]] = {}
    for target in targets:
        if target.base:
            pair = target.base.article_id, target.place.article_id
            found.setdefault(pair, set()).add(ends_of_edit(target.base.span, target.place.span))
    return {pair: frozenset(ends) for pair, ends in found.items()}


def same_passage(chosen: Place, place: Place) -> bool:
    """Whether a place chosen before is this one still: the same article, and most of both."""
    shared = chosen.span.overlap(place.span)
    return chosen.article_id == place.article_id and 2 * shared > max(len(chosen.span), len(place.span))


def target_of(edit: Edit, base: Place, witness: Place) -> Target:
    """What a tag on an edit between two witnesses is put on; `edit` is in offsets of the two articles' texts."""
    return Target(Place(witness.article_id, edit.witness), Place(base.article_id, edit.base))
