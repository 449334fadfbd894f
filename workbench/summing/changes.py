"""The edits of a family against its base, with what a sentence needs of each."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from workbench.comparing.compare import compare_places
from workbench.comparing.kinds import reporting_verbs
from workbench.comparing.lemmas import lemma
from workbench.comparing.lexicon import classes
from workbench.comparing.once import ComparePlaces
from workbench.model import Article, Family, LabelKind, Place, Witness
from workbench.progress import ProgressReport
from workbench.provenance.dating import came_before
from workbench.spans import Span
from workbench.summing.phrasing import GRAVITY, unbroken
from workbench.text.folding import fold
from workbench.text.surroundings import rest_of_sentence
from workbench.text.words import words


@dataclass(frozen=True, slots=True)
class Change:
    """One edit: its kinds, the words on both sides, and where they stand."""

    kinds: tuple[LabelKind, ...]
    before: str
    after: str
    base: Place
    witness: Place

    @property
    def gravity(self) -> int:
        """How early in a sentence it is told: 0 for the gravest kind."""
        return min((GRAVITY.index(kind) for kind in self.kinds), default=len(GRAVITY))

    @property
    def key(self) -> tuple[Span, str]:
        """The same for all who made this edit."""
        return self.base.span, " ".join(fold(self.after).split())


@dataclass(frozen=True, slots=True)
class Rendering:
    """What one witness has otherwise than the base; typography left out.

    `verb` is a verb of saying that differs around it, `later` says that the witness surely came after the base.
    """

    witness: Witness
    changes: tuple[Change, ...]
    verb: Change | None
    later: bool


def renderings(
    family: Family,
    base: Witness,
    articles: Mapping[int, Article],
    texts: Mapping[int, str],
    report: ProgressReport,
    compare: ComparePlaces = compare_places,
) -> tuple[Rendering, ...]:
    """The other witnesses in order of place, against the base; raises `Cancelled` when `report` does."""
    others = sorted((one for one in family.witnesses if one.place != base.place), key=lambda one: one.place)
    found = []
    for done, witness in enumerate(others):
        report("Summing up", done, len(others))
        changes = tuple(_changes(base.place, witness.place, texts, compare))
        dates = (articles[one.place.article_id].published for one in (base, witness))
        found.append(Rendering(witness, changes, _verb(base, witness, texts), came_before(*dates)))
    return tuple(found)


def _changes(base: Place, witness: Place, texts: Mapping[int, str], compare: ComparePlaces) -> Iterator[Change]:
    ours, theirs = texts[base.article_id], texts[witness.article_id]
    for edit in compare(ours, base.span, theirs, witness.span):
        kinds = tuple(label.kind for label in edit.labels)
        if kinds and set(kinds) != {LabelKind.STYLE}:
            before, after = edit.base.of(ours), edit.witness.of(theirs)
            if unbroken(before).split() == unbroken(after).split():
                continue
            places = Place(base.article_id, edit.base), Place(witness.article_id, edit.witness)
            yield Change(kinds, before, after, *places)


def _verb(base: Witness, witness: Witness, texts: Mapping[int, str]) -> Change | None:
    """The verbs by which the two lead the passage in or out, where one of them takes a side that the other does not."""
    ours, theirs = (_saying(one.place, texts) for one in (base, witness))
    if ours is None or theirs is None:
        return None
    before, after = (place.span.of(texts[place.article_id]) for place in (ours, theirs))
    stances = [classes("reporting").get(lemma(fold(verb))) for verb in (before, after)]
    if stances[0] == stances[1] or lemma(fold(before)) == lemma(fold(after)):
        return None
    return Change((LabelKind.REPORT_VERB,), before, after, ours, theirs)


def _saying(place: Place, texts: Mapping[int, str]) -> Place | None:
    """The verb of saying that leads a passage out, or else in: close to it, and no passive."""
    text = texts[place.article_id]
    before, after = rest_of_sentence(text, place.span)
    is_closed = _CLOSED.match(after.of(text)) is not None
    row = words(after.of(text))[:_CLOSE] if is_closed else []
    for stretch, near in ((after, row), (before, words(before.of(text))[-_CLOSE:][::-1])):
        for word in near:
            if lemma(fold(word.text)) in reporting_verbs() and not word.text[0].isupper():
                verb = Place(place.article_id, Span(word.start, word.end).shifted(stretch.start))
                return None if _PASSIVE.search(text[: verb.span.start][-20:]) else verb
    return None


_CLOSE = 8
"""In so many words after a quotation, or before a passage, its verb of saying stands."""
_CLOSED = re.compile(r"[\s,.!?…]*[”’\"»“]")
_PASSIVE = re.compile(r"\b(?:is|are|was|were|been|being|be)\s+(?:\w+ly\s+)?$")
