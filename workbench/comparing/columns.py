"""From places of single tokens to columns as an editor would set them.

Where to part two columns is priced as `compare` prices edits, over all pairs of renderings: each column in which two of
them differ costs an edit, and each word that they share inside such a column is agreement hidden. The cheapest division
is found by dynamic programming between the words that all agree on.
"""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from workbench.comparing.joining import STAGE
from workbench.comparing.kinds import KIN, kin, weight
from workbench.comparing.profile import Place
from workbench.comparing.refine import OPENING
from workbench.comparing.settling import Run, runs_of
from workbench.comparing.tokens import Tokens
from workbench.progress import ProgressReport

SAMPLE = 64
"""Of more different renderings than this only so many, evenly drawn, are priced."""
WINDOW = 32
"""Up to this many runs of places can make one column."""
MARGIN = 6
"""So many places before its first word and after its last a rendering lacks what the others read, as anywhere else."""
MOST_RUNS = 150
"""In a longer stretch without agreement neighbours that one rendering each has alone are taken together at once."""
STYLE = 0.25
"""What a difference of typography costs, as a share of the cost of an edit."""

COLUMN = 1e-6
"""What a column costs, so that of two divisions that cost the same the one with fewer columns is taken."""

Floats = NDArray[np.float64]
Flags = NDArray[np.bool_]


class _Priced(NamedTuple):
    """A run seen by each pair of renderings: whether they differ, whether that is an edit, what they share there.

    `apart` is 1 for a difference, also one that is no edit: where one of the two has not begun yet, or has ended.
    `kindred` is what it is worth that they read two words of one kind, `filled` whether one of them reads anything.
    """

    edited: Flags
    apart: Floats
    shared: Floats
    filled: Floats
    styled: Flags
    kindred: Floats


def column_bounds(places: Sequence[Place], sides: Sequence[Tokens], report: ProgressReport) -> list[Run]:
    """The places, in order and without gaps, as columns."""
    runs = list(runs_of(places, sides))
    pricing = _Pricing(places, sides)
    columns: list[Run] = []
    waiting: list[Run] = []
    for done, run in enumerate(runs):
        if not done % 64:
            report(STAGE, len(sides), len(sides))
        if _all_agree(places, sides, run):
            columns += [*_divided(waiting, pricing, report), run]
            waiting = []
        else:
            waiting.append(run)
    return columns + _divided(waiting, pricing, report)


def _all_agree(places: Sequence[Place], sides: Sequence[Tokens], run: Run) -> bool:
    """Whether all renderings read the same there, and enough to part what stands on both sides."""
    cells = places[run.start].cells
    if len(cells) < len(sides):
        return False
    keys = {sides[witness].keys[token] for witness, token in cells.items()}
    witness, token = next(iter(cells.items()))
    worth = sum(weight(sides[witness].keys[token + step]) for step in range(run.end - run.start))
    return len(keys) == 1 and worth > OPENING


class _Pricing:
    """Prices runs over all pairs of the renderings, or of so many of them as are drawn."""

    def __init__(self, places: Sequence[Place], sides: Sequence[Tokens]) -> None:
        self._places, self._sides = places, sides
        count = min(len(sides), SAMPLE)
        self.drawn = [k * len(sides) // count for k in range(count)]
        self._row = {witness: row for row, witness in enumerate(self.drawn)}
        self._one, self._other = np.triu_indices(count, 1)
        self._first = np.full(count, len(places))
        self._last = np.full(count, -1)
        for index, place in enumerate(places):
            for witness in place.cells.keys() & self._row.keys():
                row = self._row[witness]
                self._first[row] = min(self._first[row], index)
                self._last[row] = index

    def is_seen(self, run: Run) -> bool:
        """Whether one of the renderings drawn has something there."""
        return not self._row.keys().isdisjoint(self._places[run.start].cells)

    def alone(self, run: Run) -> int | None:
        """The only one that has something there, if there is but one."""
        cells = self._places[run.start].cells
        return next(iter(cells)) if len(cells) == 1 else None

    def priced(self, run: Run) -> _Priced:
        """The run as each pair sees it."""
        keys, shown = self._numbers(run)
        one, other = keys[self._one], keys[self._other]
        differs = one != other
        beyond = (self._last + MARGIN < run.start) | (self._first - MARGIN >= run.end)
        outside = beyond[self._one] | beyond[self._other]
        styled = ~differs & (shown[self._one] != shown[self._other])
        shared = np.where(~differs & (one >= 0), self._worth(run), 0.0)
        kindred = self._kindred(run, one, other) if keys.max(initial=-1) > 0 else np.zeros(len(one))
        filled = ((one >= 0) | (other >= 0)).astype(np.float64)
        return _Priced(differs & ~outside, differs.astype(np.float64), shared, filled, styled, kindred)

    def _numbers(self, run: Run) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
        """For each rendering the number of its token, folded and as it stands; -1 for none."""
        keys = [-1] * len(self.drawn)
        shown = [-1] * len(self.drawn)
        known: dict[str, int] = {}
        forms: dict[str, int] = {}
        for witness, token in self._places[run.start].cells.items():
            row = self._row.get(witness)
            if row is not None:
                side = self._sides[witness]
                keys[row] = known.setdefault(side.keys[token], len(known))
                shown[row] = forms.setdefault(side.shown(token), len(forms))
        return np.array(keys), np.array(shown)

    def _worth(self, run: Run) -> float:
        witness, token = next(iter(self._places[run.start].cells.items()))
        keys = self._sides[witness].keys[token : token + run.end - run.start]
        return sum(map(weight, keys))

    def _kindred(self, run: Run, one: NDArray[np.int64], other: NDArray[np.int64]) -> Floats:
        """What it is worth that two words of one kind stand against each other."""
        cells = self._places[run.start].cells
        examples: dict[str, tuple[int, int]] = {}
        for witness in self.drawn:
            if witness in cells:
                examples.setdefault(self._sides[witness].keys[cells[witness]], (witness, cells[witness]))
        values = np.zeros((len(examples) + 1, len(examples) + 1))
        for i, (witness, token) in enumerate(examples.values()):
            for j, (rival, its) in enumerate(examples.values()):
                kind = kin(self._sides[witness], token, self._sides[rival], its) if i != j else ""
                values[i, j] = KIN.get(kind, 0.0)
        return values[one, other]


def _divided(runs: list[Run], pricing: _Pricing, report: ProgressReport) -> list[Run]:
    """Neighbouring runs as the columns that cost least."""
    seen = [run for run in runs if pricing.is_seen(run)]
    clusters = list(_clusters(seen, pricing) if len(seen) > MOST_RUNS else _singly(seen, pricing))
    columns = _cheapest([priced for _, priced in clusters], report)
    bounds = [Run(clusters[start][0].start, clusters[end - 1][0].end) for start, end in columns]
    return _with_unseen(runs, bounds)


def _singly(runs: list[Run], pricing: _Pricing) -> Iterator[tuple[Run, _Priced]]:
    return ((run, pricing.priced(run)) for run in runs)


def _clusters(runs: list[Run], pricing: _Pricing) -> Iterator[tuple[Run, _Priced]]:
    """The runs with their prices; neighbours that one rendering each has alone stand for one another, so are one."""
    whole: Run | None = None
    prices: list[_Priced] = []
    alone: set[int] = set()
    for run in runs:
        witness = pricing.alone(run)
        if whole and (witness is None or witness in alone or not alone):
            yield whole, _joined(prices)
            whole, prices, alone = None, [], set()
        whole = Run(whole.start if whole else run.start, run.end)
        prices.append(pricing.priced(run))
        alone |= set() if witness is None else {witness}
    if whole:
        yield whole, _joined(prices)


def _joined(prices: list[_Priced]) -> _Priced:
    """Runs that no two renderings share anything in, as one."""
    edited, apart = prices[0].edited, prices[0].apart
    for run in prices[1:]:
        edited, apart = edited | run.edited, np.maximum(apart, run.apart)
    return prices[0]._replace(edited=edited, apart=apart)


def _cheapest(runs: list[_Priced], report: ProgressReport) -> list[tuple[int, int]]:
    """The division that costs least, with the fewest columns among equals."""
    best = [0.0]
    back = [0]
    for end in range(1, len(runs) + 1):
        if not end % 16:
            report(STAGE, 1, 1)
        least, start_of_least = float("inf"), 0
        for start, price, hidden in _prices(runs, end):
            cost = best[start] + COLUMN
            if cost + price < least:
                least, start_of_least = cost + price, start
            if cost + hidden > least:  # a longer column would cost more than this stretch on its own
                break
        best.append(least)
        back.append(start_of_least)
    found = []
    end = len(runs)
    while end:
        found.append((back[end], end))
        end = back[end]
    return found[::-1]


def _prices(runs: list[_Priced], end: int) -> Iterator[tuple[int, float, float]]:
    """What each column costs that ends before run `end`: where it begins, its price, how much of that is hidden."""
    last = runs[end - 1]
    edited, styled = last.edited.copy(), last.styled.copy()
    apart, shared, filled, kindred = (column.copy() for column in (last.apart, last.shared, last.filled, last.kindred))
    is_styled, has_kindred = bool(styled.any()), bool(kindred.any())
    yield end - 1, OPENING * (np.count_nonzero(edited) + STYLE * np.count_nonzero(styled)), 0.0
    for start in range(end - 2, max(-1, end - WINDOW - 1), -1):
        run = runs[start]
        edited |= run.edited
        np.maximum(apart, run.apart, out=apart)
        shared += run.shared
        filled += run.filled
        kindred += run.kindred
        hidden = float(shared @ apart)
        if has_kindred := has_kindred or bool(run.kindred.any()):
            hidden += float(kindred @ (filled > 1))
        price = OPENING * np.count_nonzero(edited) + hidden
        if is_styled := is_styled or bool(run.styled.any()):
            styled |= run.styled
            only = styled & (apart == 0)
            price += STYLE * (OPENING * np.count_nonzero(only) + float(shared @ only))
        yield start, price, hidden


def _with_unseen(runs: list[Run], columns: list[Run]) -> list[Run]:
    """The columns with what only renderings read that were not drawn: inside the column before or of its own."""
    whole: list[Run] = []
    reached = runs[0].start if runs else 0
    for column in columns:
        if column.start > reached:
            whole.append(Run(reached, column.start))
        whole.append(column)
        reached = column.end
    if runs and reached < runs[-1].end:
        whole.append(Run(reached, runs[-1].end))
    return whole
