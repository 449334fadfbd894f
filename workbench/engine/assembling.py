"""From the passages of a component to its families: gathered, merged, with borders settled, and judged."""

import gc
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial
from itertools import accumulate, pairwise
from typing import NamedTuple

import numpy as np

from workbench.engine.archive import Archive
from workbench.engine.arrays import Longs
from workbench.engine.articles import EngineArticle
from workbench.engine.borders import Borders
from workbench.engine.columns import ArticlesInColumns
from workbench.engine.found import Found, Places
from workbench.engine.furniture import without_furniture
from workbench.engine.gathering import Gathering
from workbench.engine.grouping import Grouper
from workbench.engine.hearsay import Hearsay
from workbench.engine.links import Links
from workbench.engine.merging import merged
from workbench.engine.passages import Passages
from workbench.engine.sharing import Array, Attached, Handle, shared
from workbench.engine.stock import is_stock
from workbench.engine.workers import mapped
from workbench.spans import Span

_TOGETHER = 2000
"""Passages grouped in one go, at least."""
ENOUGH = 50_000
"""A process takes a second to start: there must be so many passages."""


class Component(NamedTuple):
    """Passages that have to do with each other, by their numbers, and what tells them from all others."""

    root: int
    passages: Longs


Step = Callable[[int, int], None]
"""Is told how many of how many passages are done, and may raise to end it."""


def one_by_one(assembler: "Assembler", components: Sequence[Component], step: Step) -> Found:
    """The families of some components, made in this process."""
    batches = list(_batches(components))
    told = _telling(step, batches)
    return Found.joined([assembler.families(batch, partial(told, number)) for number, batch in enumerate(batches)])


def by_processes(
    columns: Mapping[str, Array], least_score: float, components: Sequence[Component], step: Step, jobs: int
) -> Found:
    """The same by `jobs` processes, which share the arrays of archive, articles and passages."""
    batches = list(_batches(components))
    with shared(columns) as handle:
        prepare = partial(_prepared, handle, least_score)
        return Found.joined(list(mapped(_families, batches, _telling(step, batches), jobs, prepare)))


def _telling(step: Step, batches: Sequence[Sequence[Component]]) -> Callable[[int], None]:
    """What tells how many passages are done, when so many batches are."""
    done = [0, *accumulate(sum(len(passages) for _, passages in batch) for batch in batches)]
    return lambda batch: step(done[batch], done[-1])


def _batches(components: Sequence[Component]) -> Iterator[list[Component]]:
    """Components, some together that are small."""
    batch, size = list[Component](), 0
    for component in components:
        batch.append(component)
        size += len(component.passages)
        if size >= _TOGETHER:
            yield batch
            batch, size = [], 0
    if batch:
        yield batch


class _Team(NamedTuple):
    """What another process makes families with, and the arrays that it looks at, which must not be let go."""

    assembler: "Assembler"
    attached: Attached


def _prepared(handle: Handle, least_score: float) -> _Team:
    # As in the process that waits: grouping leaves no garbage in cycles.
    gc.disable()
    attached = Attached(handle)
    articles = ArticlesInColumns(attached.arrays)
    archive = Archive.of(attached.arrays, articles)
    links = Links(Passages.of(attached.arrays), archive)
    return _Team(Assembler(archive, articles, links, least_score), attached)


def _families(team: _Team, batch: Sequence[Component]) -> Found:
    return team.assembler.families(batch, lambda: None)


class Assembler:
    """Makes families of the passages of one archive."""

    def __init__(self, archive: Archive, articles: Sequence[EngineArticle], links: Links, least_score: float) -> None:
        self._archive, self._articles, self._links = archive, articles, links
        self._ids = np.array([article.id for article in articles], np.int64)
        self._grouper, self._borders = Grouper(archive, links), Borders(archive, articles)
        self._hearsay = Hearsay(archive, self._grouper, links, least_score)

    def families(self, components: Sequence[Component], look: Callable[[], None]) -> Found:
        """The families of some components; `look` is called again and again, and may raise `Cancelled`."""
        self._links.plain(np.concatenate([passages for _, passages in components]))
        found = [(root, gathering) for root, passages in components for gathering in self._gathered(passages, look)]
        settled = self._borders.settled([gathering for _, gathering in found])
        roots = np.array([root for root, _ in found], np.int64)
        return self._judged(roots, settled.first, settled.doc, self._placed(settled.doc, settled.start, settled.end))

    def _gathered(self, passages: Longs, look: Callable[[], None]) -> Sequence[Gathering]:
        gathered = merged(self._grouper.gathered(passages, look), self._grouper, look)
        return self._hearsay.followed(gathered, passages, look)

    def _placed(self, docs: Longs, start: Longs, end: Longs) -> Places:
        """Stretches of tokens in code points, with the sentences they stand in."""
        room_start, room_end = self._archive.rooms(docs, start, end)
        passage, room = (self._archive.code_points(docs, *side) for side in ((start, end), (room_start, room_end)))
        return Places(self._ids[docs], *passage, *room)

    def _judged(self, roots: Longs, first: Longs, docs: Longs, places: Places) -> Found:
        """The families that say something of their own, without what is page furniture in them."""
        kept, boilerplate = np.ones(len(docs), np.bool_), np.zeros(len(roots), np.bool_)
        rows = list(zip(docs.tolist(), places.start.tolist(), places.end.tolist(), strict=True))
        for number, (low, high) in enumerate(pairwise(first.tolist())):
            witnesses = [(self._articles[doc], Span(start, end)) for doc, start, end in rows[low:high]]
            # What the text renders that a family gathers around, says its model, and what another makes of it.
            if all(is_stock(span.of(article.text)) for article, span in witnesses[:2]):
                kept[low:high] = False
            else:
                kept[low:high], boilerplate[number] = without_furniture(witnesses)
        family = np.repeat(np.arange(len(roots)), np.diff(first))
        order = np.lexsort((places.end, places.start, places.article, family))
        order = order[kept[order]]
        sizes = np.bincount(family[order], minlength=len(roots))
        some = sizes > 0
        ahead = np.append(0, np.cumsum(sizes[some]))
        return Found(roots[some], boilerplate[some], ahead, places.some(order))
