"""All that speaks for and against each pair of witnesses being copy and exemplar, as tables of numbers.

Row: the supposed copy. Column: the supposed exemplar.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np
import numpy.typing as npt

from workbench.comparing.compare import compare_places
from workbench.comparing.once import ComparePlaces
from workbench.model import Article, Family, Witness, outlet_name
from workbench.progress import ProgressReport
from workbench.provenance.credits import Named, Outlets, credits_of, outlets_in
from workbench.provenance.dating import order_of
from workbench.provenance.model import Credit
from workbench.provenance.readings import Table, table_of
from workbench.provenance.weighing import Bools, Floats, Weights, weights_of

Ints = npt.NDArray[np.int64]

NAMED, NAMED_BY_BOTH, NAMED_ELSEWHERE = 3.0, 2.0, 0.8
NAMED_BY_OTHERS, NAMED_BY_ANOTHER, FIRST_OF_ALL = 1.2, 0.4, 0.8
WORDS_OF_AN_OUTLET = 15
"""That many words in common between two articles of one outlet weigh 1; more than one and a half times that, 1.5."""
MOST_OF_OUTLET = 1.5
PASSAGE, MOST_OF_PASSAGES = 0.5, 1.5
ROOT_FROM = 4
"""In how many witnesses at least one that is the first and has nothing of its own is taken for the origin."""


@dataclass(frozen=True)
class Evidence:
    """The tables, by the numbers of `witnesses`; `outside[c]` are the outlets that c names and that are no witness.

    `dated_before[a, b]` says that by their dates a came before b, `before` that by dates or credits; `near` that the
    row names the column for the passage, `elsewhere` for something else, `both` that both name a third; `by_others` how
    many others name the column; `passages` how many other passages their articles share; `first` who has nothing of its
    own and came before all others; `alike` how many different words two passages have in common.
    """

    witnesses: tuple[Witness, ...]
    articles: Mapping[int, Article]
    dated_before: Bools
    before: Bools
    table: Table
    weights: Weights
    credits: tuple[tuple[Credit, ...], ...]
    outside: tuple[tuple[str, ...], ...]
    near: Bools
    elsewhere: Bools
    both: Bools
    by_others: Ints
    same_outlet: Floats
    passages: Ints
    first: Bools
    alike: Floats

    @cached_property
    def support(self) -> Floats:
        """What speaks for each pair."""
        named = np.where(self.near, NAMED, np.where(self.both, NAMED_BY_BOTH, 0.0))
        unnamed = (named == 0) & self.before.T
        some_named = (self.near.any(axis=1) | np.array([bool(row) for row in self.outside], dtype=bool))[:, None]
        others = np.select([self.by_others >= 2, self.by_others == 1], [NAMED_BY_OTHERS, NAMED_BY_ANOTHER], 0.0)
        unsaid = unnamed & ~some_named
        support: Floats = (
            named
            + np.where(unnamed & self.elsewhere, NAMED_ELSEWHERE, 0.0)
            + np.where(unsaid, others + np.where(self.first[None, :], FIRST_OF_ALL, 0.0), 0.0)
            + np.where(self._may_follow, self.same_outlet, 0.0)
            + np.minimum(MOST_OF_PASSAGES, PASSAGE * self.passages) * (named + self.same_outlet > 0)
            + self.weights.shared
        )
        return support

    @property
    def _may_follow(self) -> Bools:
        """Pairs whose direction is not open: the exemplar came before, or the copy lost something it has."""
        may: Bools = self.before.T | ((self.weights.undone.T >= 1.0) & ~self.before)
        return may


def evidence_of(
    family: Family,
    articles: Mapping[int, Article],
    texts: Mapping[int, str],
    families: Iterable[Family],
    report: ProgressReport,
    compare: ComparePlaces = compare_places,
) -> Evidence:
    """Gather what there is to know of a family; raises `Cancelled` when `report` does."""
    witnesses = tuple(sorted(family.witnesses, key=lambda witness: (witness.place, witness.id)))
    before = order_of([articles[witness.place.article_id].published for witness in witnesses])
    outlets = Outlets(articles[witness.place.article_id].outlet for witness in witnesses)
    named = _all_credits(witnesses, articles, texts, outlets, report)
    near, outside = _named(witnesses, articles, outlets, named, True)
    elsewhere, _ = _named(witnesses, articles, outlets, named, False)
    order = _ordered_by_credits(before, near)
    table = table_of(
        [witness.place for witness in witnesses],
        [witness.place.span.of(texts[witness.place.article_id]) for witness in witnesses],
        report,
        compare,
    )
    weights = weights_of(table, order, report)
    alike = _alike(table)
    return Evidence(
        witnesses,
        articles,
        before,
        order,
        table,
        weights,
        named,
        outside,
        near & ~order,
        elsewhere & ~order,
        _named_by_both(named, outlets) & ~order & ~near,
        _by_others(near),
        _of_one_outlet(witnesses, articles, alike),
        _shared_passages(witnesses, families),
        _first(order, weights),
        alike,
    )


def _all_credits(
    witnesses: Sequence[Witness],
    articles: Mapping[int, Article],
    texts: Mapping[int, str],
    outlets: Outlets,
    report: ProgressReport,
) -> tuple[tuple[Credit, ...], ...]:
    named: dict[int, list[Named]] = {}
    found = []
    for done, witness in enumerate(witnesses):
        report("Reading credits", done, len(witnesses))
        number = witness.place.article_id
        if number not in named:
            named[number] = outlets_in(texts[number], outlets)
        found.append(credits_of(articles[number], texts[number], witness.place.span, named[number]))
    return tuple(found)


def _named(
    witnesses: Sequence[Witness],
    articles: Mapping[int, Article],
    outlets: Outlets,
    credits: Sequence[Sequence[Credit]],
    near: bool,
) -> tuple[Bools, tuple[tuple[str, ...], ...]]:
    """Which witnesses each one names, near the passage or elsewhere, and whom it names that is no witness."""
    held: dict[str, list[int]] = {}
    for k, witness in enumerate(witnesses):
        held.setdefault(articles[witness.place.article_id].outlet, []).append(k)
    table = np.zeros((len(witnesses), len(witnesses)), dtype=bool)
    outside = []
    for k, row in enumerate(credits):
        names = dict.fromkeys(credit.outlet for credit in row if credit.near is near)
        for name in names:
            table[k, [other for outlet in outlets.named(name) for other in held[outlet]]] = True
        outside.append(tuple(name for name in names if not outlets.named(name)))
        carried = articles[witnesses[k].place.article_id]
        if near and carried.republisher.strip() and carried.outlet.strip():
            first = (other for other in held[carried.outlet] if not _republished(articles, witnesses[other]))
            table[k, list(first)] = True
    np.fill_diagonal(table, False)
    return table, tuple(outside)


def _republished(articles: Mapping[int, Article], witness: Witness) -> bool:
    """Whether a site that did not write it carries the article."""
    return bool(articles[witness.place.article_id].republisher.strip())


def _ordered_by_credits(before: Bools, near: Bools) -> Bools:
    """Whoever is the only one named for the passage came before the one who names it, where no date says otherwise."""
    order = before.copy()
    for copy, row in enumerate(near):
        (named,) = np.nonzero(row)
        if len(named) == 1 and not before[copy, named[0]] and not near[named[0], copy]:
            order[named[0], copy] = True
    return order


def _named_by_both(credits: Sequence[Sequence[Credit]], outlets: Outlets) -> Bools:
    """Pairs that name one and the same outlet for the passage."""
    keys = [{_key(credit.outlet, outlets) for credit in row if credit.near} for row in credits]
    every = {key: k for k, key in enumerate(sorted({key for row in keys for key in row}))}
    table = np.zeros((len(keys), max(1, len(every))), dtype=np.float32)
    for k, row in enumerate(keys):
        table[k, [every[key] for key in row]] = 1
    both: Bools = table @ table.T > 0
    np.fill_diagonal(both, False)
    return both


def _key(name: str, outlets: Outlets) -> str:
    """One key for the names of one outlet: that of the witness meant, if it is only one."""
    meant: Collection[str] = outlets.named(name)
    return outlet_name(min(meant) if meant else name)


def _by_others(near: Bools) -> Ints:
    """For each pair how many others name the exemplar for the passage."""
    named: Ints = near.sum(axis=0)
    others: Ints = named[None, :] - near.astype(np.int64)
    return others


def _of_one_outlet(witnesses: Sequence[Witness], articles: Mapping[int, Article], alike: Floats) -> Floats:
    """For each pair of one outlet what it weighs, by the number of words that they have in common."""
    keys = [outlet_name(articles[witness.place.article_id].outlet) for witness in witnesses]
    number = {key: k for k, key in enumerate(dict.fromkeys(keys))}
    column = np.array([number[key] if key else -1 - k for k, key in enumerate(keys)], dtype=int)
    same = column[:, None] == column[None, :]
    np.fill_diagonal(same, False)
    weighed: Floats = np.where(same, np.minimum(MOST_OF_OUTLET, alike / WORDS_OF_AN_OUTLET), 0).astype(np.float32)
    return weighed


def _alike(table: Table) -> Floats:
    """For each pair how many words they have in common, whatever their order, at least as far as counted up."""
    vocabulary: dict[str, int] = {}
    for row in table.words:
        for word in row:
            vocabulary.setdefault(word, len(vocabulary))
    counts = np.zeros((len(table.words), len(table.words)), dtype=np.float32)
    has = np.zeros((len(table.words), min(_BLOCK, max(1, len(vocabulary)))), dtype=np.float32)
    for first in range(0, len(vocabulary), _BLOCK):
        has[:] = 0
        for k, row in enumerate(table.words):
            inside = [number - first for word in set(row) if first <= (number := vocabulary[word]) < first + _BLOCK]
            has[k, inside] = 1
        counts += has @ has.T
    return counts


_BLOCK = 2_048


def _shared_passages(witnesses: Sequence[Witness], families: Iterable[Family]) -> Ints:
    """For each pair in how many other families both articles have a witness, but for page furniture."""
    rows: dict[int, list[int]] = {}
    for k, witness in enumerate(witnesses):
        rows.setdefault(witness.place.article_id, []).append(k)
    columns = []
    own = {witness.place for witness in witnesses}
    for other in families:
        if other.boilerplate or any(witness.place in own for witness in other.witnesses):
            continue
        held = {w.place.article_id for w in other.witnesses if w.place.article_id in rows}
        if len(held) > 1:
            column = np.zeros(len(witnesses), dtype=np.float32)
            column[[k for article in held for k in rows[article]]] = 1
            columns.append(column)
    table = np.array(columns, dtype=np.float32).reshape(len(columns), len(witnesses))
    count: Ints = (table.T @ table).astype(np.int64)
    np.fill_diagonal(count, 0)
    return count


def _first(before: Bools, weights: Weights) -> Bools:
    """The witness that surely came before all others, and has nothing that they have otherwise; in a family of some."""
    count = len(before)
    first: Bools = (before.sum(axis=1) == count - 1) & (weights.undone.max(axis=0, initial=0) < 1.0)
    return first & (count >= ROOT_FROM)
