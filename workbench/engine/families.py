"""Families: all passages that any of many articles share."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial

import numpy as np

from workbench.engine.alignments import Aligner
from workbench.engine.borders import Borders
from workbench.engine.chains import Chains, chain
from workbench.engine.furniture import without_furniture
from workbench.engine.grouping import Gathering, Grouper, Links
from workbench.engine.merging import merged
from workbench.engine.seeds import Field, find_seeds
from workbench.engine.tokens import Corpus, Flags, Longs
from workbench.engine.uniting import united
from workbench.engine.weights import stop_flags, token_weights
from workbench.engine.workers import align_all
from workbench.model import Place, Zone, ZoneKind
from workbench.ports import FoundFamily
from workbench.progress import ProgressReport, silent

_LEFT_OUT = (ZoneKind.COMMENTS, ZoneKind.BYLINE)
_CHUNK = 2_000
"""Chains handed to a process, and aligned between two looks at the cancel button."""
_SELDOM = 50


@dataclass(frozen=True, slots=True)
class EngineArticle:
    """An article as the engine takes it. Without zones all of the text is body."""

    id: int
    text: str
    zones: tuple[Zone, ...] = ()


def find_families(
    articles: Sequence[EngineArticle], report: ProgressReport = silent, jobs: int = 1
) -> list[FoundFamily]:
    """The families of all passages that two or more of the articles share, largest first.

    The result does not depend on the order of the articles nor on `jobs`, the number of processes. Raises `Cancelled`
    when `report` does.
    """
    ordered = sorted(articles, key=lambda article: (article.text, article.id))
    report("Reading words", 0, 1)
    corpus = Corpus([article.text for article in ordered])
    if len(corpus) == 0:
        return []
    stretch, usable = _stretches(ordered, corpus)
    stop = stop_flags(corpus)
    weights = token_weights(corpus, stop)
    content = ~stop[corpus.word]
    field = Field(corpus, usable, stretch, content, np.arange(len(ordered), dtype=np.int64))
    chains = chain(find_seeds(field, partial(report, "Looking for seeds")), stretch)
    aligner = Aligner(corpus, weights, content & ~corpus.name, stretch)
    aligned = align_all(aligner, list(_chunks(chains, stretch)), report, jobs)
    grouper = Grouper(corpus, weights, Links(aligned, corpus))
    borders = Borders(corpus, ordered, stretch, content)
    gathered = merged(grouper.gather_all(_seldom("Grouping", report)), grouper, _seldom("Merging", report))
    grouped = united(
        _settled(gathered, borders, _seldom("Finding borders", report)), corpus, _seldom("Uniting", report)
    )
    return sorted(
        (_family(gathering, ordered, borders) for gathering in grouped),
        key=lambda family: (family.boilerplate, -len(family.places), family.places),
    )


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


def _stretches(articles: Sequence[EngineArticle], corpus: Corpus) -> tuple[Longs, Flags]:
    """For every token the number of its stretch, which no passage may cross, and whether it takes part.

    A stretch is a run of zones of one kind (a caption between two paragraphs of the body does not end it).
    """
    kind = np.zeros(len(corpus), np.int64)
    for doc, article in enumerate(articles):
        first, last = corpus.tokens_of(doc)
        for zone in article.zones:
            low, high = np.searchsorted(corpus.start[first:last], [zone.span.start, zone.span.end])
            kind[first + low : first + high] = _group(zone.kind)
    new = np.ones(len(corpus), np.bool_)
    new[1:] = (corpus.doc[1:] != corpus.doc[:-1]) | (kind[1:] != kind[:-1])
    usable = ~np.isin(kind, [_group(zone_kind) for zone_kind in _LEFT_OUT])
    return (np.cumsum(new) - 1).astype(np.int64), usable


def _group(kind: ZoneKind) -> int:
    return 0 if kind in (ZoneKind.BODY, ZoneKind.CAPTION) else 1 + list(ZoneKind).index(kind)


def _chunks(chains: Chains, stretch: Longs) -> Iterator[Chains]:
    """Groups of chains; those of the same two articles stay together."""
    pair = stretch[chains.a_start] * (int(stretch.max(initial=0)) + 1) + stretch[chains.b_start]
    new = np.flatnonzero(np.concatenate(([True], pair[1:] != pair[:-1]))) if len(chains) else np.zeros(0, np.int64)
    start = 0
    for end in [*new[1:].tolist(), len(chains)] if len(chains) else []:
        if end - start >= _CHUNK or end == len(chains):
            yield chains[start:end]
            start = end


def _family(gathering: Gathering, articles: Sequence[EngineArticle], borders: Borders) -> FoundFamily:
    witnesses, boilerplate = without_furniture(
        [(articles[doc], borders.span(stretch)) for doc, stretch in gathering.members]
    )
    return FoundFamily(tuple(sorted(Place(article.id, span) for article, span in witnesses)), boilerplate)
