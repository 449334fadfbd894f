"""Places of a case told in the offsets of the source files, with all that is needed to find them again."""

from functools import cache

from workbench.model import Place
from workbench.ports import CaseStore
from workbench.reporting.model import Reference
from workbench.snapshot import Snapshot
from workbench.spans import OffsetMap, Span


class Places:
    """The texts of a case, and the way from its places to its files."""

    def __init__(self, store: CaseStore, snapshot: Snapshot) -> None:
        self._snapshot = snapshot
        self._texts = store.texts()
        self._offsets = cache(store.offset_map)

    def article_text(self, article_id: int) -> str:
        """The whole text of an article."""
        return self._texts[article_id]

    def text(self, place: Place) -> str:
        """The text that stands at `place`."""
        return place.span.of(self._texts[place.article_id])

    def in_file(self, place: Place) -> Span:
        """Where `place` stands in its source, in code points of the decoded file."""
        article = self._snapshot.article[place.article_id]
        offsets: OffsetMap = self._offsets(article.source_id)
        return offsets.to_file(place.span.shifted(article.span.start))

    def reference(self, place: Place) -> Reference:
        """Where `place` stands, told in full."""
        article = self._snapshot.article[place.article_id]
        return Reference(
            self._snapshot.source[article.source_id],
            article.id,
            article.title,
            article.outlet,
            article.republisher,
            article.byline,
            article.published,
            article.url,
            article.language,
            self.in_file(place),
        )
