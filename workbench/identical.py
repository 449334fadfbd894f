"""The same edit at other places: the same words left out and put in, to the letter; white space alone is folded.

Nothing is ever taken for the same that only resembles it: a number, a name or a negation is a word like any other.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import chain

from workbench.comparing.lexicon import Lexicon
from workbench.comparison import Comparison, comparison_of
from workbench.model import Edit, Family, Place, Target, Witness
from workbench.progress import ProgressReport, silent
from workbench.snapshot import Snapshot, target_of
from workbench.spans import Span
from workbench.text.lines import one_line

Words = tuple[str, str]
"""What an edit takes out of the base and what it puts in."""
EditSpans = Iterable[tuple[Span, Span]]
KnownEdits = Callable[[Place, Place], EditSpans | None]
"""The edits between a base and a witness as spans, as far as they are known already."""

LOOKING = "Going through the families"
_CONTEXT = 8
"""So many words are shown on either side."""


@dataclass(frozen=True, slots=True)
class Twin:
    """An edit that is the same as another one; `before` and `after` are the words around it in its witness."""

    family: Family
    base: Witness
    witness: Witness
    edit: Edit
    target: Target
    before: str
    after: str


def words_of(base: str, witness: str) -> Words:
    """Two sides of an edit on one line each; where both are white space alone, as they are."""
    folded = one_line(base), one_line(witness)
    return folded if any(folded) else (base, witness)


def twins_in(comparison: Comparison, words: Words, but: Target | None = None) -> Iterator[Twin]:
    """The edits of a witness that have these words, but for the one on that target."""
    base, witness = comparison.base.place, comparison.witness.place
    for edit in comparison.edits:
        sides = edit.base.of(comparison.base_text), edit.witness.of(comparison.witness_text)
        target = target_of(edit, base, witness)
        if target != but and words_of(*sides) == words:
            around = _around(comparison.witness_text, edit.witness)
            yield Twin(comparison.family, comparison.base, comparison.witness, edit, target, *around)


def _around(text: str, span: Span) -> tuple[str, str]:
    before = text[max(0, span.start - 40 * _CONTEXT) : span.start].split()[-_CONTEXT:]
    after = text[span.end : span.end + 40 * _CONTEXT].split()[:_CONTEXT]
    return " ".join(before), " ".join(after)


def twins_elsewhere(
    snapshot: Snapshot,
    families: Iterable[Family],
    texts: Mapping[int, str],
    words: Words,
    known: KnownEdits = lambda _base, _witness: None,
    report: ProgressReport = silent,
) -> tuple[Twin, ...]:
    """The edits of some families that have these words; raises `Cancelled` when `report` does.

    A pair of passages is compared only where its edits may have them.
    """
    wanted = list(families)
    found: list[Twin] = []
    for done, family in enumerate(wanted):
        report(LOOKING, done, len(wanted))
        found.extend(_twins_of(snapshot, family, texts, words, known))
    report(LOOKING, len(wanted), len(wanted))
    return tuple(found)


def standing(snapshot: Snapshot, twins: Iterable[Twin]) -> list[Twin]:
    """Those that are edits still: their family is what it was when they were found, and so is its base."""
    found = list(twins)
    families = {twin.family.id: twin.family for twin in found}
    held = {n for n, family in families.items() if snapshot.family.get(n) == family}
    bases = {number: snapshot.base(families[number]) for number in held}
    return [twin for twin in found if bases.get(twin.family.id) == twin.base]


def _twins_of(
    snapshot: Snapshot, family: Family, texts: Mapping[int, str], words: Words, known: KnownEdits
) -> Iterator[Twin]:
    base = snapshot.base(family)
    may = (witness for witness in snapshot.others(family) if _may_have(base, witness, texts, words, known))
    compared = (_compared(family, base, witness, texts, snapshot.words.lexicon) for witness in may)
    return chain.from_iterable(twins_in(comparison, words) for comparison in compared)


def _compared(
    family: Family, base: Witness, witness: Witness, texts: Mapping[int, str], lexicon: Lexicon
) -> Comparison:
    return comparison_of(family, base, witness, texts, lexicon)


def _may_have(base: Witness, witness: Witness, texts: Mapping[int, str], words: Words, known: KnownEdits) -> bool:
    """Whether there can be an edit with these words: known edits say it, else the words that both sides have."""
    sides = texts[base.place.article_id], texts[witness.place.article_id]
    edits = known(base.place, witness.place)
    if edits is not None:
        return any(words_of(old.of(sides[0]), new.of(sides[1])) == words for old, new in edits)
    passages = base.place.span.of(sides[0]), witness.place.span.of(sides[1])
    return all(word in passage for said, passage in zip(words, passages, strict=True) for word in said.split())
