"""Articles and families made by hand for a test. The texts are invented."""

from dataclasses import dataclass, field

from workbench.model import Article, DatePrecision, Family, Place, PublicationDate, Witness, Zone, ZoneKind
from workbench.provenance.model import Descent, Provenance
from workbench.provenance.provenance import provenance_of
from workbench.spans import Span

_PRECISIONS = {4: DatePrecision.YEAR, 7: DatePrecision.MONTH, 10: DatePrecision.DAY, 16: DatePrecision.TIME}


def dated(iso: str, evidence: str = "") -> PublicationDate:
    """A date with the precision that its length says; unknown when empty."""
    return PublicationDate(iso, _PRECISIONS[len(iso)], evidence) if iso else PublicationDate()


@dataclass
class Desk:
    """Collects pages; the passage of each stands between two bars: `He said: |…| on Friday.`"""

    articles: dict[int, Article] = field(default_factory=dict)
    texts: dict[int, str] = field(default_factory=dict)
    witnesses: list[Witness] = field(default_factory=list)

    def page(self, outlet: str, marked: str, iso: str = "", byline: str = "", republisher: str = "") -> Place:
        """Put in an article; the place of its passage."""
        number = len(self.articles) + 1
        start, end = marked.index("|"), marked.rindex("|") - 1
        text = byline + ("\n\n" if byline else "") + marked.replace("|", "")
        shift = len(text) - len(marked) + 2
        zones = [Zone(ZoneKind.BODY, Span(shift, len(text)))]
        if byline:
            zones.insert(0, Zone(ZoneKind.BYLINE, Span(0, len(byline))))
        span = Span(0, len(text))
        article = Article(
            number, number, span, f"Headline {number}", outlet, republisher, byline, dated(iso), "", "en", tuple(zones)
        )
        place = Place(number, Span(start + shift, end + shift))
        self.articles[number], self.texts[number] = article, text
        self.witnesses.append(Witness(number, place))
        return place

    @property
    def family(self) -> Family:
        return Family(1, tuple(self.witnesses))

    def provenance(self, **options: object) -> Provenance:
        return provenance_of(self.family, self.articles, self.texts, **options)  # type: ignore[arg-type]

    def descent(self, place: Place) -> Descent:
        found = self.provenance().descent_of(place)
        assert found is not None
        return found
