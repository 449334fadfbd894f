"""What a searched list takes from a case: what can be asked of it, in which orders it stands, what a query leaves."""

from abc import ABC, abstractmethod
from collections.abc import Callable, Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from functools import partial
from typing import NamedTuple

from ui.desktop.lists.query import Operator, Query, first_day, meant_by
from ui.desktop.wording import OUTLET_UNKNOWN
from workbench.model import Article, DatePrecision
from workbench.ports import SearchTerm
from workbench.text.folding import plain

Ids = AbstractSet[int]
_Finder = tuple[Callable[[], tuple[Ids, str]], bool]
_BOUNDS = ("before", "after")


class Order(NamedTuple):
    """An order of a list: how it is told, and which words stand for its two directions."""

    name: str
    told: str
    ways: tuple[str, str]


class Listing(NamedTuple):
    """What is listed: the keys in order, what is in force in words, and what made no sense, in a sentence each."""

    keys: list[int]
    told: tuple[str, ...]
    problems: tuple[str, ...]


class Nonsense(ValueError):
    """A value that an operator cannot take; says so in a sentence."""


class Catalogue(ABC):
    """The things of one list: families, or articles."""

    name = ""
    orders: Sequence[Order] = ()
    operators: Sequence[str] = ()

    def __init__(self) -> None:
        self._facts: dict[int, tuple[Article, str, str, str]] = {}

    @abstractmethod
    def articles(self) -> Mapping[int, Article]:
        """The articles of the case."""

    @abstractmethod
    def of_articles(self, articles: Ids) -> Ids:
        """The things listed that have one of some articles."""

    @abstractmethod
    def holding(self, operator: Operator, value: str) -> tuple[Ids, str]:
        """The things of which the operator holds, and how that is told; raises `Nonsense`."""

    @abstractmethod
    def values(self, operator: str) -> Sequence[str]:
        """The values that an operator can take, as far as they can be counted."""

    @abstractmethod
    def ordered(self, kept: Ids | None, order: Order, *, turned: bool) -> list[int]:
        """Things in an order; all that are listed without a search where `kept` is `None`."""

    @abstractmethod
    def narrowed(self, query: Query, kept: Ids | None) -> Ids | None:
        """What is left where some things are out of sight of themselves."""

    def listing(self, query: Query, hits: Ids | None, order: Order, *, turned: bool) -> Listing:
        """What a query leaves, in order. `hits` are the things in which its words were found, `None` without words."""
        kept, told, problems = hits, [], []
        for find, excluded in self._finders(query):
            try:
                found, words = find()
            except Nonsense as problem:
                problems.append(str(problem))
                continue
            told.append(f"not {words}" if excluded else words)
            kept = self._met(kept, found, excluded=excluded)
        for term in query.terms:
            if meant := meant_by(term, self.operators):
                typed = term.text.partition(":")[0]
                problems.append(f"“{typed}:” is looked for as a word: what filters is called “{meant}:”.")
        kept = self.narrowed(query, kept)
        return Listing(self.ordered(kept, order, turned=turned), tuple(told), tuple(problems))

    def _finders(self, query: Query) -> list[_Finder]:
        """What looks for the things of each operator, and whether these are excluded; bounds in time go together."""
        bounds = [one for one in query.operators if one.name in _BOUNDS and not one.excluded]
        rest = [one for one in query.operators if one not in bounds]
        found: list[_Finder] = [(partial(self._in_time, bounds), False)] if bounds else []
        return [*found, *((partial(self._any, one), one.excluded) for one in rest)]

    def _met(self, kept: Ids | None, found: Ids, *, excluded: bool) -> Ids:
        if excluded:
            return (self.everything() if kept is None else kept) - found
        return found if kept is None else kept & found

    @abstractmethod
    def everything(self) -> Ids:
        """All things, in sight or not."""

    def _any(self, operator: Operator) -> tuple[Ids, str]:
        if operator.name not in self.operators:
            raise Nonsense(f"“{operator.name}:” says nothing about {self.name}.")
        if operator.name in _BOUNDS:
            return self._in_time([operator])
        found = [self.holding(operator, value) for value in operator.values]
        return frozenset().union(*(ids for ids, _ in found)), " or ".join(words for _, words in found)

    # Outlets and dates, which families have through their articles

    def _in_time(self, bounds: Sequence[Operator]) -> tuple[Ids, str]:
        """An article of a month or year may be of any day of it."""
        days = {one: [first_day(value) for value in one.values] for one in bounds}
        for one in bounds:
            if None in days[one]:
                raise Nonsense(f"“{one.name}:” takes a day, a month or a year: 2016-10-12, 2016-10 or 2016.")
        after = max((max(filter(None, days[one])) for one in bounds if one.name == "after"), default="")
        before = min((min(filter(None, days[one])) for one in bounds if one.name == "before"), default="~")
        if after >= before:
            raise Nonsense(f"No day is both before {before} and not before {after}.")
        found = {
            key for key, (_, _, first, last) in self._known().items() if first and first < before and last >= after
        }
        words = [f"from {after}"] * bool(after) + [f"before {before}"] * (before != "~")
        return self.of_articles(found), " ".join(words)

    def by_outlet(self, value: str) -> tuple[Ids, str]:
        """The things of outlets whose name has that in it, from the beginning of a word."""
        sought = plain(value)
        names = {name for _, name, _, _ in self._known().values() if f" {sought}" in f" {name}"}
        if not names:
            raise Nonsense(f"No outlet of this case is called “{value}”.")
        chosen = {sought} if sought in names else names
        found = {key: article for key, (article, name, _, _) in self._known().items() if name in chosen}
        told = {article.outlet or OUTLET_UNKNOWN for article in found.values()}
        return self.of_articles(frozenset(found)), f"outlet {told.pop() if len(told) == 1 else value}"

    def outlets(self) -> Sequence[str]:
        """The outlets of the case by their names."""
        return sorted({article.outlet or OUTLET_UNKNOWN for article in self.articles().values()}, key=plain)

    def _known(self) -> Mapping[int, tuple[Article, str, str, str]]:
        """Each article with its outlet in plain letters, its first and its last possible day."""
        articles = self.articles()
        if len(articles) != len(self._facts) or any(
            key not in self._facts or self._facts[key][0] is not one for key, one in articles.items()
        ):
            self._facts = {
                key: (one, plain(one.outlet or OUTLET_UNKNOWN), *days_of(one)) for key, one in articles.items()
            }
        return self._facts


def days_of(article: Article) -> tuple[str, str]:
    """The first and the last day on which an article may have been published; empty where nobody knows."""
    published = article.published
    if published.precision is DatePrecision.UNKNOWN or not published.iso:
        return "", ""
    iso = published.iso[:10]
    return iso + "-01-01"[len(iso) - 4 :], iso + "-12-31"[len(iso) - 4 :]


def in_order(
    keys: Iterable[int], by: Callable[[int], object], *, turned: bool, unknown: Callable[[int], bool]
) -> list[int]:
    """Keys sorted by something; those of which it is not known stand last whichever way it is turned."""
    known: list[int] = []
    rest: list[int] = []
    for key in keys:
        (rest if unknown(key) else known).append(key)
    return [*sorted(known, key=by, reverse=turned), *rest]  # type: ignore[arg-type]


def words_in(text: str, terms: Iterable[SearchTerm]) -> bool:
    """Whether a text in plain letters has what is sought; for the few words that one line holds."""
    return all((plain(term.text) in text) != term.excluded for term in terms)
