"""Finding the families of a case: what there is to do, free of the case file, and what is to be kept of the result."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from workbench.engine.families import EngineArticle, Known, known_of
from workbench.engine.remembering import recalled, remembered
from workbench.model import Article
from workbench.ports import FoundFamily, Remembered
from workbench.progress import ProgressReport, silent
from workbench.settings import LEAST_WORDS, Settings
from workbench.sifting import chosen


@dataclass(frozen=True)
class EngineWork:
    """The articles of a case, how passages are to be found in them, and what is known of them already."""

    articles: tuple[EngineArticle, ...]
    settings: Settings
    known: Known

    @property
    def ids(self) -> list[int]:
        """The articles by their ids, in the order in which the engine takes them."""
        return [article.id for article in self.articles]

    def done(self, report: ProgressReport = silent, jobs: int = 1) -> Known:
        """What is known of all of them; raises `Cancelled` when `report` does."""
        return known_of(self.articles, self.known, report, jobs, self.settings.sensitivity.least_score)

    def chosen(self, known: Known, articles: Mapping[int, Article]) -> list[FoundFamily]:
        """What the settings leave of the families that were found."""
        long = self.settings.shortest > LEAST_WORDS  # else no text is looked into
        texts = {article.id: article.text for article in self.articles} if long else {}
        return chosen(known.families, articles, texts, self.settings)

    def remembered(self, known: Known) -> Remembered | None:
        """What is kept for the next time, when only new articles are looked through."""
        return remembered(known, self.ids, self.settings.sensitivity.least_score)


def work_on(
    articles: Iterable[Article], texts: Mapping[int, str], settings: Settings, before: Remembered | None
) -> EngineWork:
    """What there is to do to find the families of these articles, some of which may be known from `before`."""
    ordered = sorted(articles, key=lambda article: article.id)
    known = recalled(before, [article.id for article in ordered], settings.sensitivity.least_score)
    wanted = (EngineArticle(article.id, texts[article.id], article.zones) for article in ordered)
    return EngineWork(tuple(wanted), settings, known)
