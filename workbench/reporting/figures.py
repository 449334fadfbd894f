"""Conflicting figures, shared text and the habits of outlets, as the report tells them."""

from collections.abc import Iterable, Iterator

from workbench.comparing.once import ComparePlaces
from workbench.figures.conflicts import conflicting_figures
from workbench.figures.model import Conflict, Side
from workbench.figures.telling import agreement_lines
from workbench.findings_told import sentence
from workbench.model import Place
from workbench.progress import ProgressReport
from workbench.reporting.model import ReportConflict, ReportCoverage, ReportFigure
from workbench.reporting.places import Places
from workbench.snapshot import Snapshot
from workbench.spans import Span
from workbench.summing.coverage import coverage_of
from workbench.summing.outlets import outlet_summary


def conflicts_of(snapshot: Snapshot, places: Places, progress: ProgressReport) -> tuple[Conflict, ...]:
    """Pairs of figures that conflict, the likeliest first."""
    return tuple(conflicting_figures([(one, places.article_text(one.id)) for one in snapshot.articles], progress))


def conflicts_told(found: Iterable[Conflict], snapshot: Snapshot, places: Places) -> Iterator[ReportConflict]:
    """The same for a reader, without those that a person set aside."""
    return (_told(conflict, places) for conflict in found if conflict.key not in snapshot.dismissals)


def _told(conflict: Conflict, places: Places) -> ReportConflict:
    sides = _side(conflict.left, places), _side(conflict.right, places)
    return ReportConflict(sentence(conflict.summary), sides, agreement_lines(conflict), conflict.cautions)


def _side(side: Side, places: Places) -> ReportFigure:
    article, figure = side.place.article_id, side.place.span
    before, after = Span(side.sentence.start, figure.start), Span(figure.end, max(figure.end, side.sentence.end))
    text = places.article_text(article)
    where = places.reference(Place(article, side.sentence))
    return ReportFigure(where, before.of(text), figure.of(text), after.of(text))


def coverage_told(snapshot: Snapshot, places: Places) -> Iterator[ReportCoverage]:
    """How much of each article is shared text, in the order of the articles."""
    texts = {article.id: places.article_text(article.id) for article in snapshot.articles}
    families = snapshot.families_of_article
    for article in snapshot.articles:
        found = coverage_of(article, families.get(article.id, ()), snapshot.article, texts)
        where = places.reference(Place(article.id, Span(0, len(texts[article.id]))))
        yield ReportCoverage(where, found.words, found.shared, tuple(one.text for one in found.sentences))


def habits_told(
    snapshot: Snapshot, places: Places, progress: ProgressReport, compare: ComparePlaces
) -> Iterator[tuple[str, tuple[str, ...]]]:
    """What each outlet did over the whole case; `compare` is the way to compare two passages."""
    texts = {article.id: places.article_text(article.id) for article in snapshot.articles}
    bases = {family.id: snapshot.base(family) for family in snapshot.families}
    with snapshot.words.lexicon.in_force():
        found = outlet_summary(snapshot.families, bases, snapshot.article, texts, progress, compare)
    return ((summary.outlet, tuple(one.text for one in summary.sentences)) for summary in found)
