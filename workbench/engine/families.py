"""Families: all passages that any of many articles share."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property, partial

import numpy as np

from workbench.collecting import collect_later
from workbench.engine.alignments import LEAST_SCORE, Aligner
from workbench.engine.archive import Archive
from workbench.engine.arrays import Flags
from workbench.engine.articles import EngineArticle, Row
from workbench.engine.assembling import ENOUGH, Assembler, Component, by_processes, one_by_one
from workbench.engine.chains import chain
from workbench.engine.columns import columns_of
from workbench.engine.components import Components
from workbench.engine.found import NOTHING_FOUND, Found
from workbench.engine.links import Links
from workbench.engine.passages import Passages
from workbench.engine.repeats import without_repeats
from workbench.engine.seeds import find_seeds
from workbench.engine.sharing import has_room_for
from workbench.engine.trimmed import with_trimmed
from workbench.ports import FoundFamily
from workbench.progress import ProgressReport, silent

__all__ = ["NOTHING_KNOWN", "EngineArticle", "Known", "find_families", "known_of"]

_GROUPING = "Grouping"


@dataclass(frozen=True)
class Known:
    """All that the engine knows of some articles: it need not look for it again when more articles come.

    `rows` are those of the archive, one an article; `passages` all that two of the articles share, in token numbers.
    """

    rows: tuple[Row, ...]
    passages: Passages
    found: Found

    @property
    def families(self) -> list[FoundFamily]:
        """The families, largest first and boilerplate last, without those that say nothing new."""
        return without_repeats(with_trimmed(self.found.in_order()).in_order()).families()


NOTHING_KNOWN = Known((), Passages.joined([]), NOTHING_FOUND)


def find_families(
    articles: Sequence[EngineArticle],
    report: ProgressReport = silent,
    jobs: int = 1,
    least_score: float = LEAST_SCORE,
) -> list[FoundFamily]:
    """The families of all passages that two or more of the articles share, largest first.

    The result does not depend on the order of the articles nor on `jobs`, the number of processes and of threads.
    Raises `Cancelled` when `report` does.
    """
    ordered = sorted(articles, key=lambda article: (article.text, article.id))
    return known_of(ordered, report=report, jobs=jobs, least_score=least_score).families


def known_of(
    articles: Sequence[EngineArticle],
    known: Known = NOTHING_KNOWN,
    report: ProgressReport = silent,
    jobs: int = 1,
    least_score: float = LEAST_SCORE,
) -> Known:
    """What the articles share, when `known` is what the first of them do, found with the same `least_score`.

    The result is the same however the articles came, one by one or all at once, as long as their order is the same.
    Raises `Cancelled` when `report` does.
    """
    archive = Archive(articles, known.rows, partial(report, "Reading words"), jobs)
    seeds = find_seeds(archive, partial(report, "Looking for seeds"), jobs)
    chains = chain(seeds, archive.stretch, partial(report, "Joining seeds"), jobs)
    del seeds
    fresh = Aligner(archive, least_score).align(chains, report, jobs)
    del chains
    passages = Passages.joined([known.passages, fresh])
    rows = (*known.rows, *(archive.row(doc) for doc in range(archive.fresh, len(articles))))
    # Without what was made of its arrays on the way here.
    components = _Components(Archive.of(archive.columns, articles), passages, len(fresh), least_score)
    del archive
    with collect_later():
        found = Found.joined([components.untouched(known.found), components.assembled(articles, report, jobs)])
    return Known(rows, passages, found)


class _Components:
    """The components of the passages of an archive, of which the last `fresh` are new."""

    def __init__(self, archive: Archive, passages: Passages, fresh: int, least_score: float) -> None:
        self._archive, self._passages, self._least_score = archive, passages, least_score
        self._components = Components(passages)
        self._touched = self._touched_by(fresh)

    @cached_property
    def _links(self) -> Links:
        return Links(self._passages, self._archive)

    def _touched_by(self, fresh: int) -> Flags:
        """The components that the newest passages belong to, or reach over a stretch of."""
        touched = np.zeros(len(self._components), np.bool_)
        if fresh == len(self._passages):
            touched[:] = True
        elif fresh:
            new = np.arange(len(self._passages) - fresh, len(self._passages))
            met = self._links.met_by(np.append(new, new + len(self._passages)))
            touched[self._components.number[met % len(self._passages)]] = True
        return touched

    def untouched(self, found: Found) -> Found:
        """Those of the families found before that stay as they are."""
        return found.some(~self._touched[self._components.holding(found.root)]) if len(found) else found

    def assembled(self, articles: Sequence[EngineArticle], report: ProgressReport, jobs: int = 1) -> Found:
        """The families of the components that were touched, by `jobs` processes where there is enough to do."""
        members, roots = self._components.members(), self._components.root.tolist()
        wanted = [Component(roots[k], members[k]) for k in np.flatnonzero(self._touched).tolist()]
        step = partial(report, _GROUPING)
        if jobs > 1 and sum(len(passages) for _, passages in wanted) >= ENOUGH:
            columns = columns_of(articles) | self._archive.columns | self._passages.columns
            if has_room_for(columns):
                return by_processes(columns, self._least_score, wanted, step, jobs)
        assembler = Assembler(self._archive, articles, self._links, self._least_score)
        return one_by_one(assembler, wanted, step)
