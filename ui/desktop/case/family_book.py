"""What the lists know of the families: looked up when it is asked for, kept while it holds.

After a change of the case only what the change touches is forgotten: a tag costs what its own families cost, however
many others there are. Lives on the GUI thread.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Any, NamedTuple

from ui.desktop.case.digest import Digest, PairDigest, PairKey, Texts, family_digest
from ui.desktop.case.marks import Marks, article_ids_of, difference, marks_of
from ui.desktop.case.reviewed import Listed, Reviewed, reviewed_among
from workbench.model import Family, Review, Witness
from workbench.snapshot import EditEnds, Snapshot, ends_of_edit

_AT_ONCE = 150
"""So many families are looked at in one go at most: what is longer would be felt."""


class News(NamedTuple):
    """What is different from before: families that are new or not what they were, or `everything`."""

    families: frozenset[int]
    everything: bool


@dataclass(frozen=True, slots=True)
class _Known:
    """What has been worked out of one family."""

    base: Witness
    pairs: tuple[PairKey, ...]


class FamilyBook:
    """The families of a case with their bases, edits and marks."""

    def __init__(self) -> None:
        self.snapshot = Snapshot()
        self.texts: Texts = {}
        self.digests: dict[PairKey, PairDigest] = {}
        self.listed = Listed()
        """Which edits are to be reviewed beside those that change words; `list_edits` sets it."""
        self._known: dict[int, _Known] = {}
        self._counted: dict[int, Digest] = {}
        self._marked: dict[int, Marks] = {}
        self._reviewed: dict[int, Reviewed] = {}
        self._done: dict[tuple[int, int], set[EditEnds]] = {}  # what is reviewed, kept step by step: there may be a lot
        self._of_article: dict[int, list[int]] = {}
        self._pending: dict[int, None] = {}  # families whose edits are still to be counted, in their order
        self._news: set[int] = set()
        self._everything = True

    # Following the case

    def take(self, snapshot: Snapshot, texts: Texts) -> None:
        """Follow the case after a change."""
        before, self.snapshot, self.texts = self.snapshot, snapshot, texts
        if snapshot.words.lexicon is not before.words.lexicon:
            self.digests.clear()  # the labels in them came from other word lists
            self._begin_anew()
        elif snapshot.articles != before.articles:
            self._begin_anew()
        else:
            gone = self._regroup(before) if snapshot.families is not before.families else set()
            self._look_again(before, gone)

    def forget(self) -> None:
        """Another case is open."""
        self.snapshot, self.texts = Snapshot(), {}
        self.digests.clear()
        self._begin_anew()

    def list_edits(self, listed: Listed) -> None:
        """Count as reviewed, and as still to be reviewed, what a person lists; takes a while like all counting."""
        if listed != self.listed:
            self.listed = listed
            self._reviewed.clear()
            self._pending = {family.id: None for family in self.snapshot.families}

    def _begin_anew(self) -> None:
        for known in (self._known, self._counted, self._marked, self._reviewed):
            known.clear()
        self._done = {articles: set(ends) for articles, ends in self.snapshot.reviewed_between.items()}
        self._arrange()
        self._mark(self._families_about(difference(Snapshot(), self.snapshot)))

    def _arrange(self) -> None:
        """Note which families there are, and which are in each article."""
        self._everything = True
        families = self.snapshot.families
        self._pending = dict.fromkeys(family.id for family in families if family.id not in self._counted)
        found: dict[int, list[int]] = defaultdict(list)
        for family in families:
            for article_id in {witness.place.article_id for witness in family.witnesses}:
                found[article_id].append(family.id)
        self._of_article = dict(found)

    def _regroup(self, before: Snapshot) -> set[int]:
        """Some families are others now; returns those that are, and have to be looked at."""
        now, was = self.snapshot.family, before.family
        other = {number for number in now.keys() | was.keys() if now.get(number) != was.get(number)}
        for number in other:
            for known in (self._known, self._counted, self._marked, self._reviewed):
                known.pop(number, None)
        self._arrange()
        return other & now.keys()

    def _look_again(self, before: Snapshot, others: Iterable[int]) -> None:
        """Look again at the families that decisions are about which were not there before, and at some others."""
        decisions = list(difference(before, self.snapshot))
        self._turn(one for one in decisions if isinstance(one, Review))
        touched = self._families_about(decisions).union(others)
        if self.snapshot.codes != before.codes:
            touched.update(self._marked)
        self._drop(touched)
        self._mark(touched)
        self._pending |= dict.fromkeys(number for number in touched if number not in self._counted)
        self._news |= touched

    def _turn(self, reviews: Iterable[Review]) -> None:
        """Take for reviewed what was not, and the reverse."""
        for target in (review.target for review in reviews):
            if target.base is not None:
                edit = ends_of_edit(target.base.span, target.place.span)
                ends = self._done.setdefault((target.base.article_id, target.place.article_id), set())
                (ends.add if target in self.snapshot.reviewed else ends.discard)(edit)

    def _families_about(self, decisions: Iterable[Any]) -> set[int]:
        return {number for article_id in set(article_ids_of(decisions)) for number in self.families_of(article_id)}

    def _drop(self, touched: Iterable[int]) -> None:
        """Forget of these families what a decision may have changed; the edits only where the base is another."""
        for number in touched:
            known = self._known.get(number)
            if known is not None and self.snapshot.base(self.family(number)) != known.base:
                del self._known[number]
                self._counted.pop(number, None)
            self._marked.pop(number, None)
            self._review(number)

    def _mark(self, numbers: Iterable[int]) -> None:
        self._marked.update(marks_of(self.snapshot, [self.family(number) for number in numbers]))

    def learn(self, found: Mapping[PairKey, PairDigest]) -> None:
        """More pairs have been compared."""
        self.digests.update(found)
        for number in list(islice(self._pending, len(found) + 1)):
            if not self._count(number):
                return

    def missing(self, most: int) -> list[PairKey]:
        """The next pairs to be compared, at most so many; none may be found where many are `counting` still."""
        lacking: list[PairKey] = []
        for number in list(islice(self._pending, _AT_ONCE)):
            if not self._count(number):
                lacking += [pair for pair in self.pairs(number) if pair not in self.digests]
            if len(lacking) >= most:
                break
        return lacking[:most]

    def _count(self, number: int) -> bool:
        """Put together what is known of a family's edits; whether all of it is."""
        pairs = self.pairs(number)
        digest = family_digest(pairs, self.digests) if pairs else Digest(0, 0.0, ())
        if digest is None:
            return False
        self._counted[number] = digest
        self._review(number)
        self._pending.pop(number, None)
        self._news.add(number)
        return True

    def _review(self, number: int) -> None:
        """Count what of a family is reviewed, where its edits are known."""
        found = None
        if number in self._counted:
            found = reviewed_among(self.snapshot, self.pairs(number), self.digests, self.listed, self._done)
        if found is None:
            self._reviewed.pop(number, None)
        else:
            self._reviewed[number] = found

    def drain(self) -> News:
        """What is different since this was asked last."""
        news = News(frozenset(self._news), self._everything)
        self._news, self._everything = set(), False
        return news

    # What is known

    @property
    def numbers(self) -> Sequence[int]:
        """The ids of all families."""
        return [family.id for family in self.snapshot.families]

    def family(self, number: int) -> Family:
        """The family of that id."""
        return self.snapshot.family[number]

    def families_of(self, article_id: int) -> Sequence[int]:
        """The ids of the families that have a passage of an article."""
        return self._of_article.get(article_id, ())

    def base(self, number: int) -> Witness:
        """The base of a family."""
        return self._of(number).base

    def pairs(self, number: int) -> tuple[PairKey, ...]:
        """The comparisons that a family consists of."""
        return self._of(number).pairs

    def digest(self, number: int) -> Digest | None:
        """How a family was edited; `None` while that is being counted."""
        return self._counted.get(number)

    def counted(self) -> Iterator[tuple[int, Digest]]:
        """The families whose edits have been counted."""
        return iter(self._counted.items())

    @property
    def counting(self) -> bool:
        """Whether the edits of some families are still being counted."""
        return bool(self._pending)

    def marks(self, number: int) -> Marks:
        """The tags and notes on a family and its edits."""
        return self._marked.get(number) or Marks()

    def marked(self) -> Iterator[tuple[int, Marks]]:
        """The families with tags or notes."""
        return iter(self._marked.items())

    def reviewed(self, number: int) -> Reviewed | None:
        """How many edits of a family a person has looked at; `None` while the edits are being counted."""
        return self._reviewed.get(number)

    def _of(self, number: int) -> _Known:
        known = self._known.get(number)
        if known is None:
            family = self.family(number)
            base = self.snapshot.base(family)
            pairs = tuple((base.place, w.place) for w in family.witnesses if w.place != base.place)
            known = self._known[number] = _Known(base, pairs)
        return known
