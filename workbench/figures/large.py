"""Conflicting figures of a case of any size: a small one is compared here, a larger one in a process of its own."""

from collections.abc import Iterator, Sequence
from itertools import chain
from typing import TypeVar, cast

from workbench.amendments import Amended, Amendment
from workbench.apart import apart
from workbench.figures.conflicts import conflicting_figures
from workbench.figures.model import Conflict
from workbench.model import Article
from workbench.progress import ProgressReport

_LARGE = 300_000
"""Characters from which on comparing takes longer than beginning a process does."""
_AT_ONCE = 20
"""So many articles or conflicts are handed over at once."""

Told = tuple[Article, str]
T = TypeVar("T")


def figures_in(articles: Sequence[Told], words: Amended, report: ProgressReport) -> tuple[Conflict, ...]:
    """The figures that conflict, by the word lists of a case, best first; `Cancelled` comes from the report."""
    if sum(len(text) for _, text in articles) <= _LARGE:
        with words.lexicon.in_force():
            return tuple(conflicting_figures(articles, report))
    parts = chain([words.amendments], _batches(articles))
    return tuple(chain.from_iterable(apart(compare, parts, report)))


def compare(parts: Iterator[tuple[object, ...]], report: ProgressReport) -> Iterator[tuple[Conflict, ...]]:
    """In the other process: the word lists come first, then the articles."""
    words = Amended(cast("tuple[Amendment, ...]", next(parts)))
    articles = cast("list[Told]", list(chain.from_iterable(parts)))
    with words.lexicon.in_force():
        found = conflicting_figures(articles, report)
    yield from _batches(found)


def _batches(every: Sequence[T]) -> Iterator[tuple[T, ...]]:
    for start in range(0, len(every), _AT_ONCE):
        yield tuple(every[start : start + _AT_ONCE])
