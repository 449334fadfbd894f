"""From places of single tokens to columns as an editor would set them.

Where to part two columns is priced as `compare` prices edits, over all pairs of renderings: each column in which two of
them differ costs an edit, and each word that they share inside such a column is agreement hidden. The cheapest division
is found by dynamic programming between the words that all agree on.
"""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from workbench.comparing.kinds import KIN, kin, weight
from workbench.comparing.nearness import STAGE
from workbench.comparing.profile import Place
from workbench.comparing.refine import OPENING
from workbench.comparing.tokens import Tokens
from workbench.progress import ProgressReport

SAMPLE = 64
"""Of more different renderings than this only so many, evenly drawn, are priced."""
WINDOW = 32
"""Up to this many runs of places can make one column."""
MARGIN = 6
"""So many places before its first word and after its last a rendering lacks what the others read, as anywhere else."""
STYLE = 0.25
"""What a difference of typography costs, as a share of the cost of an edit."""

ROUNDS = 4
"""So often at most all neighbours are looked at whether they should change places."""

Floats = NDArray[np.float64]
Flags = NDArray[np.bool_]


class Run(NamedTuple):
    """Places `start` to `end` that the same renderings fill, reading the same."""

    start: int
    end: int


class _Priced(NamedTuple):
    """A run seen by each pair of renderings: whether they differ, whether that is an edit, what they share there.

    `apart` is a difference, also one that is no edit: where one of the two has not begun yet, or has ended.
    `kindred` is what it is worth that they read two words of one kind, `filled` whether one of them reads anything.
    """

    edited: Flags
    apart: Flags
    styled: Flags
    shared: Floats
    kindred: Floats
    filled: NDArray[np.int64]


def settled(places: Sequence[Place], sides: Sequence[Tokens]) -> list[Place]:
    """The places with what stands for one another side by side.

    Neighbours that no rendering has both of may change places. One comes to stand beside the other neighbour when it is
    an alternative to that for more pairs of renderings: "the chemical" goes from behind "(AN)" to "ammonium nitrate".
    """
    runs = [(run, frozenset(places[run.start].cells)) for run in _runs(places, sides)]
    for _ in range(ROUNDS):
        before = list(runs)
        for k in range(len(runs) - 1):
            _swap(runs, k)
        if runs == before:
            break
    return [place for run, _ in runs for place in places[run.start : run.end]]


def _swap(runs: list[tuple[Run, frozenset[int]]], k: int) -> None:
    """Run `k` and the one after it the other way round where that brings more alternatives together."""
    (_, left), (_, right) = runs[k], runs[k + 1]
    if not left.isdisjoint(right):
        return
    before = runs[k - 1][1] if k else frozenset()
    after = runs[k + 2][1] if k + 2 < len(runs) else frozenset()
    kept = _alternatives(before, left) + _alternatives(right, after)
    turned = _alternatives(before, right) + _alternatives(left, after)
    if turned > kept:
        runs[k], runs[k + 1] = runs[k + 1], runs[k]


def _alternatives(left: frozenset[int], right: frozenset[int]) -> int:
    """For how many pairs of renderings two runs stand for one another."""
    return len(left) * len(right) if left.isdisjoint(right) else 0


def column_bounds(places: Sequence[Place], sides: Sequence[Tokens], report: ProgressReport) -> list[Run]:
    """The places, in order and without gaps, as columns."""
    runs = list(_runs(places, sides))
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


def _runs(places: Sequence[Place], sides: Sequence[Tokens]) -> Iterator[Run]:
    """Neighbouring places that the same renderings fill with one token each, all in the same letters."""
    start = 0
    for index in range(1, len(places) + 1):
        if index < len(places) and places[index].cells.keys() == places[start].cells.keys():
            if _plain(places[index], sides) and (index > start + 1 or _plain(places[start], sides)):
                continue
        yield Run(start, index)
        start = index


def _plain(place: Place, sides: Sequence[Tokens]) -> bool:
    cells = iter(place.cells.items())
    first = _shown(sides, *next(cells))
    return all(_shown(sides, *cell) == first for cell in cells)


def _shown(sides: Sequence[Tokens], witness: int, token: int) -> str:
    return sides[witness].shown(token)


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

    def priced(self, run: Run) -> _Priced:
        """The run as each pair sees it."""
        keys, shown = self._numbers(run)
        one, other = keys[self._one], keys[self._other]
        differs = one != other
        beyond = (self._last + MARGIN < run.start) | (self._first - MARGIN >= run.end)
        outside = beyond[self._one] | beyond[self._other]
        styled = ~differs & (shown[self._one] != shown[self._other])
        shared = np.where(~differs & (one >= 0) & ~styled, self._worth(run), 0.0)
        kindred = self._kindred(run, one, other) if keys.max(initial=-1) > 0 else np.zeros(len(one))
        filled = ((one >= 0) | (other >= 0)).astype(np.int64)
        return _Priced(differs & ~outside, differs, styled, shared, kindred, filled)

    def _numbers(self, run: Run) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
        """For each rendering the number of its token, folded and as it stands; -1 for none."""
        keys = np.full(len(self.drawn), -1)
        shown = np.full(len(self.drawn), -1)
        known: dict[str, int] = {}
        forms: dict[str, int] = {}
        cells = self._places[run.start].cells
        for witness in self.drawn:
            if witness in cells:
                side, token = self._sides[witness], cells[witness]
                keys[self._row[witness]] = known.setdefault(side.keys[token], len(known))
                shown[self._row[witness]] = forms.setdefault(side.shown(token), len(forms))
        return keys, shown

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
    columns = _cheapest([pricing.priced(run) for run in seen], report)
    bounds = [Run(seen[start].start, seen[end - 1].end) for start, end in columns]
    return _with_unseen(runs, bounds)


def _cheapest(runs: list[_Priced], report: ProgressReport) -> list[tuple[int, int]]:
    """The division that costs least, with the fewest columns among equals."""
    best: list[tuple[float, int]] = [(0.0, 0)] + [(float("inf"), 0)] * len(runs)
    back = [0] * (len(runs) + 1)
    for start in range(len(runs)):
        if not start % 16:
            report(STAGE, 1, 1)
        cost, columns = best[start]
        for end, price in _prices(runs, start):
            value = (round(cost + price, 6), columns + 1)
            if value < best[end]:
                best[end], back[end] = value, start
    found = []
    end = len(runs)
    while end:
        found.append((back[end], end))
        end = back[end]
    return found[::-1]


def _prices(runs: list[_Priced], start: int) -> Iterator[tuple[int, float]]:
    """What each column costs that begins at a run: the run where it ends, and its price."""
    whole = _Priced(*(column.copy() for column in runs[start]))
    yield start + 1, OPENING * float(whole.edited.sum() + STYLE * whole.styled.sum())
    for end in range(start + 1, min(len(runs), start + WINDOW)):
        for column, more in zip(whole[:3], runs[end][:3], strict=True):
            column |= more
        for column, more in zip(whole[3:], runs[end][3:], strict=True):
            column += more
        hidden = float(whole.shared[whole.apart].sum() + whole.kindred[whole.filled > 1].sum())
        styled = whole.styled & ~whole.apart
        style = STYLE * (OPENING * float(styled.sum()) + float(whole.shared[styled].sum()))
        yield end + 1, OPENING * float(whole.edited.sum()) + hidden + style


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
