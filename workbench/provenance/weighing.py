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
from workbench.comparing.lexicon import by_lexicon, classes, word_list
from workbench.comparing.numbers import has_number
from workbench.progress import ProgressReport
from workbench.provenance.readings import KEPT, NOWHERE, Site, Table, Words
from workbench.resources import read_toml

Floats = npt.NDArray[np.float32]
Bools = npt.NDArray[np.bool_]
_BLOCK = 512
"""Traits that are multiplied at once."""
MOST_STATES = 24
"""Of a site with more states than this, only those that several witnesses have are weighed."""
_LITTLE, _WORD, _FIGURE, _MISSPELLING = 0.25, 0.7, 1.5, 1.6


class Trait(NamedTuple):
    """A state of a site against another state: what it weighs to agree in it, and to have it in spite of the other."""

    state: int
    against: int
    weight: float
    undone: float


@dataclass(frozen=True)
class Weights:
    """For each pair of witnesses (row, column), by what is known of time.

    `shared`: what both read alike against older witnesses. `undone`: what the row has as older ones have it, and the
    column has not, so that the row did not get it from there. `derived`: the innovations, as site and state.
    """

    shared: Floats
    undone: Floats
    derived: frozenset[tuple[int, int]]


class _Sums:
    """Adds up weights of pairs, some hundred traits at a time."""

    def __init__(self, count: int) -> None:
        self._total: Floats = np.zeros((count, count), dtype=np.float32)
        self._rows: list[tuple[Bools, Bools]] = []
        self._weights: list[float] = []

    def add(self, rows: Bools, columns: Bools, weight: float) -> None:
        """Each of some witnesses and each of others have so much more."""
        self._rows.append((rows, columns))
        self._weights.append(weight)
        if len(self._rows) >= _BLOCK:
            self.total()

    def total(self) -> Floats:
        """All that was added."""
        if self._rows:
            left = np.array([row for row, _ in self._rows], dtype=np.float32)
            right = np.array([column for _, column in self._rows], dtype=np.float32)
            self._total += (left.T * np.array(self._weights, dtype=np.float32)) @ right
            self._rows, self._weights = [], []
        return self._total


def weights_of(table: Table, before: Bools, report: ProgressReport) -> Weights:
    """Weigh all pairs; `before[a, b]`: witness a surely came before b. Raises `Cancelled` when `report` does."""
    count = len(table.states)
    shared, undone = _Sums(count), _Sums(count)
    derived: set[tuple[int, int]] = set()
    for k, site in enumerate(table.sites):
        if k % 64 == 0:
            report("Weighing agreements", k, len(table.sites))
        column = table.states[:, k]
        for trait in _traits(site, column):
            has, has_other = _equal(column, trait.state), _equal(column, trait.against)
            witnessed = has & _after_one(has, before)
            if witnessed.any():
                undone.add(witnessed, has_other, trait.undone)
            if (k, trait.state) not in derived and _is_derived(has, has_other, before):
                derived.add((k, trait.state))
                shared.add(has, has, trait.weight)
    return Weights(shared.total(), undone.total(), frozenset(derived))


def _equal(column: npt.NDArray[np.int32], state: int) -> Bools:
    equal: Bools = np.asarray(column == state)
    return equal


def _traits(site: Site, column: npt.NDArray[np.int32]) -> Iterator[Trait]:
    """Each state of a site against each other one that occurs."""
    counts = Counter(int(state) for state in column if state != NOWHERE)
    states = sorted(counts)
    if len(states) > MOST_STATES:
        states = [state for state in states if counts[state] > 1 or state == KEPT][:MOST_STATES]
    for state in states:
        for against in states:
            if state != against and counts[state] > 1:
                yield Trait(state, against, weight(site, state, against), undone_weight(site, state, against))


def _after_one(some: Bools, before: Bools) -> Bools:
    """The witnesses that one of some came before."""
    later: Bools = np.asarray((before & some[:, None]).any(axis=0))
    return later


def _is_derived(has: Bools, has_other: Bools, before: Bools) -> bool:
    """Whether a state is an innovation: it is the rarer one, and an older witness reads otherwise, if any is older."""
    if _after_one(has_other, before)[has].all():
        return True
    count = int(has.sum())
    return not _after_one(has, before)[has_other].any() and 1 < count < has_other.sum() / 2


def weight(site: Site, state: int, against: int) -> float:
    """What it weighs that two witnesses both have `state` where others have `against`."""
    ours, theirs = site.words_of(state), site.words_of(against)
    return weight_of(ours, theirs, site.at_end)


def undone_weight(site: Site, state: int, against: int) -> float:
    """What it weighs against descent that a copy reads `state`, as others do, where its exemplar has `against`.

    Nobody finds words again that are lost; and it takes some chance to drop just the words that were put in.
    """
    ours, theirs = site.words_of(state), site.words_of(against)
    extra = sum(map(is_content, theirs))
    aside = "(" in site.shown[against]  # a gloss in brackets goes by itself
    if set(ours) <= set(theirs) and len(ours) < len(theirs) and extra and not (site.at_end or aside):
        return max(weight_of(ours, theirs), min(1.0, 0.35 * extra))
    return weight_of(ours, theirs, site.at_end)


@by_lexicon(maxsize=50_000)
def weight_of(ours: Words, theirs: Words, at_end: bool = False) -> float:
    """What the words `ours` weigh where others have `theirs`: 0.25 for what anybody does, from 1 on for the odd."""
    left = Counter(ours) - Counter(theirs)
    if not left:
        dropped = len(theirs) - len(ours)
        return _LITTLE if dropped < 6 or at_end else 0.5 if dropped < 10 else 0.9
    if len(ours) == len(theirs) == 1:
        return _one_word(ours[0], theirs[0])
    figures = sum(has_number(word) for word in left)
    content = sum(is_content(word) for word in left)
    return min(3.0, max(_LITTLE, _FIGURE * min(1, figures) + _WORD * content))


def _one_word(ours: str, theirs: str) -> float:
    if has_number(ours) or has_number(theirs):
        return _FIGURE
    if lemma(ours) == lemma(theirs):
        return _LITTLE
    if min(len(ours), len(theirs)) >= 4 and DamerauLevenshtein.distance(ours, theirs, score_cutoff=2) <= 2:
        return _MISSPELLING
    return _WORD if is_content(ours) else _LITTLE


@by_lexicon(maxsize=50_000)
def is_content(word: str) -> bool:
    """Whether a word is one that an editor does not put in by habit: none of grammar, of saying or of certainty."""
    habitual = word_list("function") | word_list("certainty", "hedges", "boosters", "modals", "bounds", "approximators")
    return word not in habitual and lemma(word) not in classes("reporting") and any(map(str.isalnum, word))


def figures(words: Words) -> frozenset[str]:
    """The figures among the words of a passage, in digits or in words; "million" and "first" are none."""
    return frozenset(word for word in words if _is_figure(word))


@cache
def _is_figure(word: str) -> bool:
    cardinals = read_toml("words/numbers.toml")["small"]
    return any(map(str.isdigit, word)) or all(part in cardinals for part in word.split("-"))
