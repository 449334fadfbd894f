"""Cases made by hand, for what needs no file."""

from datetime import UTC, datetime
from pathlib import Path

from ui.desktop.case.casework import CaseState
from workbench.comparing.compare import compare_places
from workbench.comparison import Comparison
from workbench.model import Article, DatePrecision, Family, Place, PublicationDate, Source, Witness, Zone, ZoneKind
from workbench.snapshot import Snapshot
from workbench.spans import Span


def article(number: int, text: str, outlet: str = "", iso: str = "2019-03-12", title: str = "") -> Article:
    precision = {10: DatePrecision.DAY, 7: DatePrecision.MONTH, 4: DatePrecision.YEAR, 16: DatePrecision.TIME}
    published = PublicationDate(iso, precision[len(iso)], iso) if iso else PublicationDate()
    zones = (Zone(ZoneKind.BODY, Span(0, len(text))),)
    return Article(
        number, number, Span(0, len(text)), title or f"Title {number}", outlet or f"Outlet {number}", "", "", published,
        "", "en", zones,
    )  # fmt: skip


def source(number: int) -> Source:
    return Source(number, f"page-{number}.txt", "", "ab" * 32, "text/plain", "utf-8", datetime(2020, 1, 1, tzinfo=UTC))


def comparison(base: str, witness: str, passages: tuple[Span, Span] | None = None) -> Comparison:
    """Two texts compared, whole or only their passages."""
    one, other = passages or (Span(0, len(base)), Span(0, len(witness)))
    first, second = Witness(1, Place(1, one)), Witness(2, Place(2, other))
    both = Family(1, (first, second))
    return Comparison(both, first, second, base, witness, compare_places(base, one, witness, other))


def snapshot_of(found: Comparison) -> Snapshot:
    articles = article(1, found.base_text), article(2, found.witness_text, iso="2019-03-14")
    return Snapshot((source(1), source(2)), articles, (found.family,), aligned=True)


def family(number: int, *, boilerplate: bool = False) -> Family:
    """A family of the beginnings of articles 1 and 2."""
    places = (Place(k, Span(0, 5)) for k in (1, 2))
    return Family(number, tuple(Witness(number * 10 + k, place) for k, place in enumerate(places)), boilerplate)


def state(articles: int, *families: Family, aligned: bool = True) -> CaseState:
    """A case open with so many articles."""
    numbers = range(1, articles + 1)
    snapshot = Snapshot(
        tuple(source(k) for k in numbers), tuple(article(k, "some text") for k in numbers), families, aligned=aligned
    )
    return CaseState(Path("a.variorum"), snapshot, dict.fromkeys(numbers, "some text"), False)
