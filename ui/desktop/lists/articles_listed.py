"""What the list of articles can be asked for, and in which orders it stands."""

from collections.abc import Callable, Mapping, Sequence

from ui.desktop.case.casework import Casework
from ui.desktop.case.studies import Shared, Studies
from ui.desktop.lists.listing import Catalogue, Ids, Nonsense, Order, in_order, words_in
from ui.desktop.lists.query import Operator, Query
from ui.desktop.lists.rows import article_row
from workbench.model import Article
from workbench.ports import SearchTerm
from workbench.text.folding import plain

IMPORT = Order("import", "As imported", ("first to last", "last to first"))
DATE = Order("date", "Date", ("earliest first", "latest first"))
OUTLET = Order("outlet", "Outlet", ("A to Z", "Z to A"))
SHARE = Order("share", "How much is shared", ("most first", "least first"))


class ArticlesListed(Catalogue):
    """The articles of a case."""

    name = "articles"
    orders = (IMPORT, DATE, OUTLET, SHARE)
    operators = ("outlet", "before", "after", "is")

    def __init__(self, case: Casework, studies: Studies) -> None:
        super().__init__()
        self._case, self._studies = case, studies
        self._words: dict[int, tuple[Article, str]] = {}
        self._is: Mapping[str, Callable[[Shared], bool]] = {
            "shared": lambda shared: bool(shared.coverage.passages),
            "unshared": lambda shared: not shared.coverage.passages,
        }

    def articles(self) -> Mapping[int, Article]:
        """The articles of the case."""
        return self._case.snapshot.article

    def of_articles(self, articles: Ids) -> Ids:
        """The articles themselves."""
        return articles

    def everything(self) -> Ids:
        """All articles."""
        return set(self.articles())

    def values(self, operator: str) -> Sequence[str]:
        """The values that an operator can take, as far as they can be counted."""
        return self.outlets() if operator == "outlet" else list(self._is) if operator == "is" else ()

    def holding(self, operator: Operator, value: str) -> tuple[Ids, str]:
        """The articles of which an operator holds, and how that is told."""
        if operator.name == "outlet":
            return self.by_outlet(value)
        wanted = self._is.get(value.casefold())
        if wanted is None:
            raise Nonsense(f"“is:” takes shared or unshared, not “{value}”.")
        return {key for key, shared in self._studies.coverages.items() if wanted(shared)}, value.casefold()

    def hits(self, terms: Sequence[SearchTerm]) -> Ids | None:
        """The articles whose title, outlet, date, byline and file have what is sought; `None` where nothing is."""
        return {key for key in self.articles() if words_in(self._line(key), terms)} if terms else None

    def _line(self, key: int) -> str:
        article, known = self.articles()[key], self._words.get(key)
        if known is None or known[0] is not article:
            words = " \n ".join(article_row(self._case.snapshot, key, {}).searched)
            known = self._words[key] = (article, plain(words))
        return known[1]

    def narrowed(self, _query: Query, kept: Ids | None) -> Ids | None:
        """No article is out of sight of itself."""
        return kept

    def ordered(self, kept: Ids | None, order: Order, *, turned: bool) -> list[int]:
        """Articles in an order, those that are equal in it as they were imported."""
        listed = [article.id for article in self._case.snapshot.articles if kept is None or article.id in kept]
        if order is IMPORT:
            return listed[::-1] if turned else listed
        if order is SHARE:
            shared = self._studies.coverages
            return in_order(
                listed, lambda key: -shared[key].coverage.share, turned=turned, unknown=lambda key: key not in shared
            )
        articles = self.articles()
        if order is DATE:
            dates = {key: articles[key].published.iso for key in listed}
            return in_order(listed, lambda key: dates[key] + "~", turned=turned, unknown=lambda key: not dates[key])
        names = {key: plain(articles[key].outlet) for key in listed}
        return in_order(listed, lambda key: names[key], turned=turned, unknown=lambda key: not names[key])
