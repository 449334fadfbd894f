"""The list of articles: how much of each is shared, searched, filtered and sorted."""

from ui.desktop.case.casework import Casework
from ui.desktop.case.studies import Studies
from ui.desktop.lists.articles_listed import ArticlesListed
from ui.desktop.lists.list_cards import ArticleCard
from ui.desktop.lists.models import KeyedRows
from ui.desktop.lists.rows import ArticleRow, article_row
from ui.desktop.lists.searched_list import SearchedList
from ui.desktop.theme import Themes
from workbench.model import Article


class ArticleList(SearchedList):
    """The articles of the case."""

    def __init__(self, case: Casework, studies: Studies, themes: Themes) -> None:
        self._articles = ArticlesListed(case, studies)
        rows: KeyedRows[ArticleRow] = KeyedRows(
            lambda key: article_row(case.snapshot, key, studies.coverages),
            lambda row: row.spoken,
            tip=lambda row: row.told,
        )
        super().__init__(self._articles, rows, ArticleCard, themes)
        rows.setParent(self)
        self._case = case
        self._shown: tuple[Article, ...] = ()
        studies.coverage_changed.connect(self.refresh)
        case.leaving.connect(self.field.clear)

    def follow(self) -> None:
        """The case changed: look again where it has other articles."""
        if self._case.snapshot.articles is not self._shown:
            self.refresh()

    def refresh(self) -> None:
        """Take all rows anew."""
        self._shown = self._case.snapshot.articles
        self.filtered.renew()
        self.search()

    def search(self) -> None:
        """Look for the words of the query in titles, outlets, dates, bylines and names of files."""
        self.take_hits(self._articles.hits(self.query.terms))
