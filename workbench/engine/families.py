"""Families: all passages that any of many articles share."""

from collections.abc import Callable, Sequence
from functools import partial

import numpy as np

from workbench.engine.alignments import LEAST_SCORE, Aligner
from workbench.engine.archive import Archive, EngineArticle
from workbench.engine.borders import Borders
from workbench.engine.chains import chain
from workbench.engine.components import roots_of
from workbench.engine.furniture import without_furniture
from workbench.engine.grouping import Gathering, Grouper, Links
from workbench.engine.merging import merged
from workbench.engine.seeds import find_seeds
from workbench.engine.uniting import united
from workbench.model import Place
from workbench.ports import FoundFamily
from workbench.progress import ProgressReport, silent

__all__ = ["EngineArticle", "find_families"]

_SELDOM = 50


def find_families(
    articles: Sequence[EngineArticle],
    report: ProgressReport = silent,
    jobs: int = 1,
    least_score: float = LEAST_SCORE,
) -> list[FoundFamily]:
    """The families of all passages that two or more of the articles share, largest first.

    The result does not depend on the order of the articles nor on `jobs`, the number of processes. Raises `Cancelled`
    when `report` does.
    """
    ordered = sorted(articles, key=lambda article: (article.text, article.id))
    report("Reading words", 0, 1)
    archive = Archive(ordered)
    chains = chain(find_seeds(archive, partial(report, "Looking for seeds")), archive.stretch)
    passages = Aligner(archive, least_score).align(chains, report, jobs)
    borders = Borders(archive, ordered)
    families = []
    grouper = Grouper(archive, Links(passages, archive))
    for done, piece in enumerate(_components(passages)):
        gathered = merged(grouper.gathered(piece), grouper)
        families += united([borders.settled(gathering) for gathering in gathered], archive)
    return sorted(
        (_family(gathering, ordered, borders) for gathering in families),
        key=lambda family: (family.boilerplate, -len(family.places), family.places),
    )


def _components(passages):
    root = roots_of(passages)
    order = np.argsort(root, kind="stable")
    return np.split(order, np.flatnonzero(np.diff(root[order])) + 1) if len(order) else []


def _seldom(stage: str, report: ProgressReport) -> Callable[[int, int], None]:
    """A report for steps that are too short to be reported each."""

    def step(done: int, total: int) -> None:
        if done % _SELDOM == 0:
            report(stage, done, total)

    return step


def _settled(gathered: Sequence[Gathering], borders: Borders, step: Callable[[int, int], None]) -> list[Gathering]:
    settled = []
    for done, gathering in enumerate(gathered):
        step(done, len(gathered))
        settled.append(borders.settled(gathering))
    return settled


def _family(gathering: Gathering, articles: Sequence[EngineArticle], borders: Borders) -> FoundFamily:
    witnesses, boilerplate = without_furniture(
        [(articles[doc], borders.span(doc, stretch)) for doc, stretch in gathering.members]
    )
    return FoundFamily(tuple(sorted(Place(article.id, span) for article, span in witnesses)), boilerplate)
