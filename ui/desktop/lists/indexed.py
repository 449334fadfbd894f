"""The families of a case in an index of words. Lives on the lane of the search and nowhere else."""

from collections.abc import Hashable, Iterator, Mapping, Sequence
from itertools import count, islice

from ui.desktop.case.digest import Texts
from ui.desktop.wording import OUTLET_UNKNOWN, date_words
from workbench.model import Family
from workbench.ports import IndexEntry, MakeIndex, PassageIndex, SearchTerm
from workbench.snapshot import Snapshot

Said = Mapping[int, tuple[str, ...]]
"""What the tags and notes of families say, by the families' ids."""


class IndexedFamilies:
    """Keeps an index in step with a case: what is the same as before is not read again.

    A family has an entry for what its articles say and, where it has tags or notes, another one for these.
    """

    def __init__(self, make_index: MakeIndex) -> None:
        self._make = make_index
        self._index: PassageIndex | None = None
        self._numbers = count(1)
        self._family: dict[int, int] = {}  # families by the numbers of their entries
        self._bodies: dict[Hashable, int] = {}  # entries by all that they are made of
        self._marks: dict[int, tuple[int, tuple[str, ...]]] = {}  # entries of marks, and what they say, by family
        self._todo: dict[int, tuple[str, ...] | None] = {}  # entries to be made, with what marks say
        self._snapshot = Snapshot()
        self._texts: Texts = {}

    def plan(self, snapshot: Snapshot, texts: Texts, said: Said) -> int:
        """Follow the case; returns how many entries are to be made by `fill`."""
        before, self._snapshot, self._texts = self._snapshot, snapshot, texts
        if snapshot.families is not before.families or snapshot.articles is not before.articles:
            self._plan_bodies({_content(family, snapshot): family.id for family in snapshot.families})
        self._plan_marks(said)
        return len(self._todo)

    def _plan_bodies(self, wanted: Mapping[Hashable, int]) -> None:
        gone = [content for content in self._bodies if content not in wanted]
        if len(gone) > len(wanted):
            self.close()  # until then what was dropped takes up memory
        else:
            self._drop([self._bodies.pop(content) for content in gone])
        for content, family in wanted.items():
            number = self._bodies.get(content)
            if number is None:
                number = self._bodies[content] = next(self._numbers)
                self._todo[number] = None
            self._family[number] = family

    def _plan_marks(self, said: Said) -> None:
        gone = [family for family, (_, words) in self._marks.items() if said.get(family) != words]
        self._drop([self._marks.pop(family)[0] for family in gone])
        for family, words in said.items():
            if family not in self._marks:
                number = next(self._numbers)
                self._marks[family], self._todo[number], self._family[number] = (number, words), words, family

    def _drop(self, numbers: Sequence[int]) -> None:
        for number in numbers:
            self._family.pop(number, None)
            self._todo.pop(number, None)
        if numbers and self._index is not None:
            self._index.drop(numbers)

    def fill(self, most: int) -> int:
        """Make entries, at most so many; returns how many are still to be made."""
        batch = []
        for number in list(islice(self._todo, most)):
            marks, family = self._todo.pop(number), self._family[number]
            batch.append(IndexEntry(number, tuple(self._texts_of(family)) if marks is None else marks))
        self._opened().put(batch)
        return len(self._todo)

    def find(self, terms: Sequence[SearchTerm]) -> frozenset[int] | None:
        """The families that have all that is sought; `None` when nothing is."""
        kept, everything = None, frozenset(self._snapshot.family)
        for term in terms:
            numbers = self._opened().find(term)
            if numbers is None:
                continue
            found = frozenset(self._family[number] for number in numbers if number in self._family)
            before = everything if kept is None else kept
            kept = before - found if term.excluded else before & found
        return kept

    def close(self) -> None:
        """Give back the memory."""
        if self._index is not None:
            self._index.close()
        self._index = None
        for known in (self._family, self._bodies, self._marks, self._todo):
            known.clear()

    def _opened(self) -> PassageIndex:
        if self._index is None:
            self._index = self._make()
        return self._index

    def _texts_of(self, number: int) -> Iterator[str]:
        """What every witness says, once where several say the same; outlets, titles, dates."""
        snapshot, witnesses = self._snapshot, self._snapshot.family[number].witnesses
        articles = [snapshot.article[witness.place.article_id] for witness in witnesses]
        yield from dict.fromkeys(w.place.span.of(self._texts.get(w.place.article_id, "")) for w in witnesses)
        yield from dict.fromkeys(article.outlet or OUTLET_UNKNOWN for article in articles)
        yield from dict.fromkeys(article.title for article in articles)
        yield from dict.fromkeys(article.published.iso for article in articles)
        yield from dict.fromkeys(date_words(article.published) for article in articles)


def _content(family: Family, snapshot: Snapshot) -> Hashable:
    """All that the entry of a family is made of. Articles never change their text."""
    articles = (snapshot.article[witness.place.article_id] for witness in family.witnesses)
    told = tuple((article.title, article.outlet, article.published.iso) for article in articles)
    return tuple((w.place.article_id, w.place.span.start, w.place.span.end) for w in family.witnesses), told
