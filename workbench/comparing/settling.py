"""Places of single tokens brought together: equal words that came to stand apart, alternatives side by side."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from workbench.comparing.joining import STAGE
from workbench.comparing.kinds import CONTENT, weight
from workbench.comparing.profile import Place
from workbench.comparing.tokens import Tokens
from workbench.progress import ProgressReport

ROUNDS = 4
"""So often at most all neighbours are looked at whether they should change places."""


class Run(NamedTuple):
    """Places `start` to `end` that the same renderings fill, reading the same."""

    start: int
    end: int


def united(places: Sequence[Place], sides: Sequence[Tokens]) -> list[Place]:
    """The places, with a word of meaning that stands in two of them in the one where most renderings have it.

    A rendering's word changes its place when nothing of that rendering stands between the two. It stays where few
    have the other: that would tear it from its phrase to go with a coincidence.
    """
    position: list[list[int]] = [[0] * len(side) for side in sides]
    for index, place in enumerate(places):
        for witness, token in place.cells.items():
            position[witness][token] = index
    last: dict[str, int] = {}
    for index, place in enumerate(places):
        key = _key(place, sides)
        other = last.get(key, index)
        if other != index and weight(key) >= CONTENT:
            small, large = sorted((other, index), key=lambda one: (len(places[one].cells), -one))
            if 2 * len(places[large].cells) > len(sides):
                _move(places, small, large, key, sides, position)
        last[key] = index if place.cells else other
    return [place for place in places if place.cells]


def _key(place: Place, sides: Sequence[Tokens]) -> str:
    """The word that most renderings have there."""
    keys = [sides[witness].keys[token] for witness, token in place.cells.items()]
    return max(sorted(set(keys)), key=keys.count)


def _move(
    places: Sequence[Place],
    origin: int,
    target: int,
    key: str,
    sides: Sequence[Tokens],
    position: Sequence[list[int]],
) -> None:
    """Put the words `key` of one place into another, where nothing of their rendering is between the two or there."""
    for witness, token in sorted(places[origin].cells.items()):
        own = position[witness]
        before = own[token - 1] if token else -1
        after = own[token + 1] if token + 1 < len(own) else len(places)
        if sides[witness].keys[token] == key and before < target < after:
            del places[origin].cells[witness]
            places[target].cells[witness] = token
            own[token] = target


def settled(places: Sequence[Place], sides: Sequence[Tokens], report: ProgressReport) -> list[Place]:
    """The places with what stands for one another side by side.

    Neighbours that no rendering has both of may change places. One comes to stand beside the other neighbour when it is
    an alternative to that for more pairs of renderings: "the chemical" goes from behind "(AN)" to "ammonium nitrate".
    """
    runs = [(run, frozenset(places[run.start].cells)) for run in runs_of(places, sides)]
    for _ in range(ROUNDS):
        report(STAGE, len(sides), len(sides))
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


def runs_of(places: Sequence[Place], sides: Sequence[Tokens]) -> Iterator[Run]:
    """All places in order; neighbours that the same renderings fill, each in the same letters, are one run."""
    start = 0
    for index in range(1, len(places) + 1):
        if index < len(places) and _goes_on(places[start], places[index], sides):
            continue
        yield Run(start, index)
        start = index


def _goes_on(first: Place, place: Place, sides: Sequence[Tokens]) -> bool:
    return first.cells.keys() == place.cells.keys() and _plain(place, sides) and _plain(first, sides)


def _plain(place: Place, sides: Sequence[Tokens]) -> bool:
    cells = iter(place.cells.items())
    first = _shown(sides, *next(cells))
    return all(_shown(sides, *cell) == first for cell in cells)


def _shown(sides: Sequence[Tokens], witness: int, token: int) -> str:
    return sides[witness].shown(token)
