"""What an agreement between two witnesses weighs, and how much of it each pair has.

Only shared innovations show kinship (Lachmann's shared errors), and only those that two people hardly make by chance: a
figure, a misspelling, words put in. To leave out three words, or to write "will" for "could", comes about by itself. A
witness that has what its supposed parent lost, as others have it, did not get it from there.
"""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

import numpy as np
import numpy.typing as npt
from rapidfuzz.distance import DamerauLevenshtein

from workbench.comparing.lemmas import lemma
from workbench.comparing.lexicon import classes, word_list
from workbench.comparing.numbers import has_number
from workbench.progress import ProgressReport
from workbench.provenance.readings import KEPT, NOWHERE, Site, Table, Words

Floats = npt.NDArray[np.float32]
Bools = npt.NDArray[np.bool_]
_BLOCK = 512
"""Traits that are multiplied at once."""
MOST_STATES = 24
"""Of a site with more states than this, only those that several witnesses have are weighed."""
_LITTLE, _WORD, _FIGURE, _MISSPELLING = 0.25, 0.7, 1.5, 1.6


class Trait(NamedTuple):
    """A state of a site against another state: what it weighs to agree in it."""

    site: int
    state: int
    against: int
    weight: float


@dataclass(frozen=True)
class Weights:
    """For each pair of witnesses (row, column), by what is known of time.

    `shared`: what both read alike against older witnesses. `undone`: what the row has as others have it, and the column
    has not, so that the row did not get it from there. `differing`: in how many sites they differ.
    """

    shared: Floats
    undone: Floats
    differing: Floats


def weights_of(table: Table, before: Bools, report: ProgressReport) -> Weights:
    """Weigh all pairs; `before[a, b]`: witness a surely came before b. Raises `Cancelled` when `report` does."""
    count = len(table.states)
    shared, undone = (np.zeros((count, count), dtype=np.float32) for _ in range(2))
    differing = np.zeros((count, count), dtype=np.float32)
    rows: list[tuple[Bools, Bools, float]] = []
    alike: list[tuple[Bools, float]] = []
    for k, site in enumerate(table.sites):
        if k % 64 == 0:
            report("Weighing agreements", k, len(table.sites))
        column = table.states[:, k]
        derived = set()
        for trait in _traits(site, k, column):
            has, has_other = _equal(column, trait.state), _equal(column, trait.against)
            witnessed = _has_elder(has, before)
            if trait.weight and witnessed.any():
                rows.append((witnessed, has_other, trait.weight))
            if trait.state not in derived and _is_derived(has, has_other, before):
                derived.add(trait.state)
                alike.append((has, trait.weight))
            rows_full = len(rows) >= _BLOCK
            if rows_full:
                undone += _product(rows)
                rows = []
        if len(alike) >= _BLOCK:
            shared += _product([(has, has, weight) for has, weight in alike])
            alike = []
        differing += _differing(column) if count <= 64 else 0
    undone += _product(rows) if rows else 0
    shared += _product([(has, has, weight) for has, weight in alike]) if alike else 0
    return Weights(shared, undone, differing)


def _equal(column: npt.NDArray[np.int32], state: int) -> Bools:
    equal: Bools = np.asarray(column == state)
    return equal


def _differing(column: npt.NDArray[np.int32]) -> Floats:
    comparable = (column != NOWHERE)[:, None] & (column != NOWHERE)[None, :]
    result: Floats = (comparable & (column[:, None] != column[None, :])).astype(np.float32)
    return result


def _product(rows: list[tuple[Bools, Bools, float]]) -> Floats:
    left = np.array([row[0] for row in rows], dtype=np.float32)
    right = np.array([row[1] * row[2] for row in rows], dtype=np.float32)
    product: Floats = left.T @ right
    return product


def _traits(site: Site, number: int, column: npt.NDArray[np.int32]) -> Iterator[Trait]:
    """Each state of a site against each other one that occurs."""
    counts = Counter(int(state) for state in column if state != NOWHERE)
    states = sorted(counts)
    if len(states) > MOST_STATES:
        states = [state for state in states if counts[state] > 1 or state == KEPT][:MOST_STATES]
    for state in states:
        for against in states:
            if state != against and counts[state] > 1:
                yield Trait(number, state, against, weight(site, state, against))


def _has_elder(has: Bools, before: Bools) -> Bools:
    """Of those that have a state, the ones for which another has it that surely is no copy of theirs: an older one."""
    return has & _later_than(has, before)


def _later_than(some: Bools, before: Bools) -> Bools:
    """The witnesses that surely came after one of some."""
    later: Bools = np.asarray((before & some[:, None]).any(axis=0))
    return later


def _is_derived(has: Bools, has_other: Bools, before: Bools) -> bool:
    """Whether a state is an innovation: it is the rarer one, and an older witness reads otherwise, if any is older."""
    if _later_than(has_other, before)[has].all():
        return True
    count = int(has.sum())
    return not _later_than(has, before)[has_other].any() and 1 < count < has_other.sum() / 2


def weight(site: Site, state: int, against: int) -> float:
    """What it weighs that two witnesses both have `state` where others have `against`."""
    ours, theirs = site.words_of(state), site.words_of(against)
    return weight_of(ours, theirs, site.at_end)


@cache
def weight_of(ours: Words, theirs: Words, at_end: bool = False) -> float:
    """What the words `ours` weigh where others have `theirs`: 0.25 for what anybody does, from 1 on for the odd."""
    left = Counter(ours) - Counter(theirs)
    if not left:
        dropped = len(theirs) - len(ours)
        return _LITTLE if dropped < 6 or at_end else 0.5 if dropped < 10 else 0.9
    if len(ours) == len(theirs) == 1:
        return _one_word(ours[0], theirs[0])
    figures = sum(has_number(word) for word in left)
    content = sum(_is_content(word) for word in left)
    return min(3.0, max(_LITTLE, _FIGURE * min(1, figures) + _WORD * content))


def _one_word(ours: str, theirs: str) -> float:
    if has_number(ours) or has_number(theirs):
        return _FIGURE
    if lemma(ours) == lemma(theirs):
        return _LITTLE
    if min(len(ours), len(theirs)) >= 4 and DamerauLevenshtein.distance(ours, theirs, score_cutoff=2) <= 2:
        return _MISSPELLING
    return _WORD if _is_content(ours) else _LITTLE


@cache
def _is_content(word: str) -> bool:
    """Whether a word is one that an editor does not put in by habit: none of grammar, of saying or of certainty."""
    habitual = word_list("function") | word_list("certainty", "hedges", "boosters", "modals", "bounds", "approximators")
    return word not in habitual and lemma(word) not in classes("reporting") and any(map(str.isalnum, word))


def figures(words: Words) -> frozenset[str]:
    """The figures among the words of a passage."""
    return frozenset(word for word in words if has_number(word))
