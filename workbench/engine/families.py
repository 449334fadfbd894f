"""Families: all passages that any of many articles share."""

import gc
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from typing import NamedTuple

import numpy as np

from workbench.engine.alignments import LEAST_SCORE, Aligner
from workbench.engine.archive import Archive, EngineArticle, Row
from workbench.engine.borders import Borders
from workbench.engine.chains import chain
from workbench.engine.components import Components
from workbench.engine.furniture import without_furniture
from workbench.engine.grouping import Gathering, Grouper, Links
from workbench.engine.hearsay import Hearsay
from workbench.engine.merging import merged
from workbench.engine.passages import Passages
from workbench.engine.repeats import without_repeats
from workbench.engine.seeds import find_seeds
from workbench.engine.stock import is_stock
from workbench.engine.tokens import Flags, Longs
from workbench.engine.trimmed import Roomy, with_trimmed
from workbench.engine.uniting import united
from workbench.model import Place
from workbench.ports import FoundFamily
from workbench.progress import ProgressReport, silent
from workbench.spans import Span

__all__ = ["NOTHING_KNOWN", "EngineArticle", "Known", "Rooted", "find_families", "known_of"]

_GROUPING = "Grouping"


class Rooted(NamedTuple):
    """A family and the root of the component of passages that it was found in.

    `rooms` has for each of its places the sentences that it stands in, from border to border.
    """

    root: int
    family: FoundFamily
    rooms: tuple[Span, ...]


@dataclass(frozen=True)
class Known:
    """All that the engine knows of some articles: it need not look for it again when more articles come.

    `rows` are those of the archive, one an article; `passages` all that two of the articles share, in token numbers.
    """

    rows: tuple[Row, ...]
    passages: Passages
    rooted: tuple[Rooted, ...]

    @property
    def families(self) -> list[FoundFamily]:
        """The families, largest first and boilerplate last, without those that say nothing new."""
        in_order = sorted(self.rooted, key=lambda rooted: _largest_first(rooted.family))
        united_families = with_trimmed([Roomy(rooted.family, rooted.rooms) for rooted in in_order])
        return without_repeats(sorted(united_families, key=_largest_first))


def _largest_first(family: FoundFamily) -> tuple[bool, int, int, list[Span], tuple[Place, ...]]:
    """Of families with as many places the longer first, whatever the numbers of their articles."""
    spans = sorted(place.span for place in family.places)
    return family.boilerplate, -len(spans), -sum(map(len, spans)), spans, family.places


NOTHING_KNOWN = Known((), Passages.joined([]), ())


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
    report("Reading words", 0, 1)
    archive = Archive(articles, known.rows)
    chains = chain(find_seeds(archive, partial(report, "Looking for seeds")), archive.stretch)
    fresh = Aligner(archive, least_score).align(chains, report, jobs)
    passages = Passages.joined([known.passages, fresh])
    families = _Families(archive, articles, passages, fresh=len(fresh), least_score=least_score)
    rows = (*known.rows, *(archive.row(doc) for doc in range(archive.fresh, len(articles))))
    with _no_collection():
        return Known(rows, passages, (*families.untouched(known.rooted), *families.found(report)))


@contextmanager
def _no_collection() -> Iterator[None]:
    """Put off Python's search for garbage in cycles: grouping leaves none, and makes so many objects to look through.

    It takes a sixth of the time otherwise.
    """
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


class _Families:
    """Groups the passages of an archive, of which the last `fresh` are new."""

    def __init__(
        self, archive: Archive, articles: Sequence[EngineArticle], passages: Passages, fresh: int, least_score: float
    ) -> None:
        self._archive, self._articles, self._passages = archive, articles, passages
        self._least_score = least_score
        self._components = Components(passages)
        self._links = Links(passages, archive)
        self._touched = self._touched_by(fresh)

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

    def untouched(self, rooted: Sequence[Rooted]) -> list[Rooted]:
        """Those of the families found before that stay as they are."""
        if not rooted:
            return []
        where = self._components.holding(np.array([one.root for one in rooted], np.int64))
        return [one for one, touched in zip(rooted, self._touched[where].tolist(), strict=True) if not touched]

    def found(self, report: ProgressReport) -> list[Rooted]:
        """The families of the components that were touched."""
        grouper, borders = Grouper(self._archive, self._links), Borders(self._archive, self._articles)
        hearsay = Hearsay(self._archive, grouper, self._links, self._least_score)
        members, roots = self._components.members(), self._components.root.tolist()
        wanted = np.flatnonzero(self._touched).tolist()
        self._links.plain(np.flatnonzero(self._touched[self._components.number]))
        total, done, rooted = sum(len(members[number]) for number in wanted), 0, []
        for number in wanted:
            look = partial(report, _GROUPING, done, total)
            gathered = _grouped(members[number], grouper, hearsay, borders, self._archive, look)
            telling = (each for each in gathered if not _says_nothing(each, self._articles, borders))
            rooted += [self._rooted(roots[number], each, borders) for each in telling]
            done += len(members[number])
        return rooted

    def _rooted(self, root: int, gathering: Gathering, borders: Borders) -> Rooted:
        witnesses = [(self._articles[doc], borders.span(doc, stretch)) for doc, stretch in gathering.members]
        kept, boilerplate = without_furniture(witnesses)
        rooms = {
            Place(self._articles[doc].id, borders.span(doc, stretch)): borders.room(doc, stretch)
            for doc, stretch in gathering.members
        }
        places = tuple(sorted(Place(article.id, span) for article, span in kept))
        return Rooted(root, FoundFamily(places, boilerplate), tuple(rooms[place] for place in places))


def _grouped(
    passages: Longs,
    grouper: Grouper,
    hearsay: Hearsay,
    borders: Borders,
    archive: Archive,
    look: Callable[[], None],
) -> list[Gathering]:
    """The families of one component; `look` is called again and again, and may raise `Cancelled`."""
    settled = []
    gathered = merged(grouper.gathered(passages, look), grouper, look)
    for gathering in hearsay.followed(gathered, passages, look):
        look()
        settled.append(borders.settled(gathering))
    return united(settled, archive, look)


def _says_nothing(gathering: Gathering, articles: Sequence[EngineArticle], borders: Borders) -> bool:
    """Whether the text that a family renders is a stock phrase: so its model says, and what another makes of it."""
    return all(is_stock(borders.span(doc, stretch).of(articles[doc].text)) for doc, stretch in gathering.members[:2])
