"""Makes real cases of invented stories."""

import hashlib
from datetime import UTC, datetime

from workbench.model import Code, DatePrecision, Note, Place, PublicationDate, Tag, Target, Zone, ZoneKind
from workbench.ports import CaseStore, FoundFamily
from workbench.reading.model import ReadArticle, Reading
from workbench.spans import OffsetMap, Span
from workbench.steps import Change, Record, Step

MOMENT = datetime(2031, 5, 9, 14, 30, tzinfo=UTC)
PRECISIONS = {0: DatePrecision.UNKNOWN, 4: DatePrecision.YEAR, 7: DatePrecision.MONTH, 10: DatePrecision.DAY}


class CaseMaker:
    """Puts articles, families, tags and notes into a case, each with one line."""

    def __init__(self, store: CaseStore) -> None:
        self.store = store

    def article(
        self,
        passage: str,
        outlet: str = "Harbour Courier",
        published: str = "",
        *,
        title: str = "Crane falls at the old quay",
        before: str = "It was a quiet morning at the harbour. ",
        after: str = " Work goes on.",
        url: str = "",
        language: str = "en",
        name: str = "",
    ) -> Place:
        """An article of a plain text file of its own; returns where `passage` stands in it."""
        text = f"{title}\n\n{before}{passage}{after}\n"
        body = Span(len(title) + 2, len(text) - 1)
        zones = (Zone(ZoneKind.HEADLINE, Span(0, len(title))), Zone(ZoneKind.BODY, body))
        date = PublicationDate(published, PRECISIONS.get(len(published), DatePrecision.TIME), published)
        article = ReadArticle(Span(0, len(text)), title, outlet, "", "By A. Writer", date, url, language, zones)
        self.read(text, (article,), name=name)
        return self.place(passage)

    def read(
        self, text: str, articles: tuple[ReadArticle, ...], *, name: str = "", offsets: OffsetMap | None = None
    ) -> None:
        """A source whose readable text is `text`."""
        content = text.encode("utf-8", "replace") + str(len(self.store.sources())).encode()
        name = name or f"page-{len(self.store.sources()) + 1:02}.txt"
        sha256 = hashlib.sha256(content).hexdigest()
        self.store.add_reading(
            Reading(name, name, content, sha256, "text/plain", "utf-8", text, offsets or OffsetMap(), articles)
        )

    def place(self, passage: str) -> Place:
        """Where `passage` stands in the newest article that has it."""
        for article_id, text in reversed(list(self.store.texts().items())):
            if passage in text:
                start = text.index(passage)
                return Place(article_id, Span(start, start + len(passage)))
        raise LookupError(passage)

    def within(self, article_id: int, passage: str) -> Place:
        """Where `passage` stands in an article."""
        start = self.store.texts()[article_id].index(passage)
        return Place(article_id, Span(start, start + len(passage)))

    def families(self, *places: tuple[Place, ...], boilerplate: tuple[tuple[Place, ...], ...] = ()) -> None:
        """The families of the case."""
        found = [FoundFamily(family, False) for family in places]
        self.store.replace_families([*found, *(FoundFamily(family, True) for family in boilerplate)])

    def put(self, *records: Record) -> None:
        """Decisions of a person."""
        self.store.do(Step("decide", tuple(Change(None, record) for record in records)))

    def tag(self, target: Target, code: Code) -> None:
        """Put a code on a target."""
        self.put(Tag(f"tag-{len(self.store.tags())}", code.id, target, MOMENT))

    def note(self, target: Target, text: str) -> None:
        """Write a note."""
        self.put(Note(target, text, MOMENT))


WIRE = (
    "“About 1,200 workers will be moved from the north quay to the container terminal to carry out repairs, "
    "which involves closing two berths,” a harbour source said."
)
COURIER = (
    "“About 1,200 workers will be moved from the north quay to the container terminal to carry out repairs, "
    "which involves closing two berths,” a harbour source admitted."
)
LANTERN = (
    "‘More than 2,000 dockers will be driven from the north quay to the container terminal to carry out repairs, "
    "which involves closing two berths,’ a harbour source said."
)
POST = "“About 1,200 workers will be moved to the container terminal,” a harbour source reportedly said."
