"""What the list of families can be asked for, and in which orders it stands."""

from collections.abc import Callable, Mapping, Sequence

from ui.desktop.case.family_book import FamilyBook
from ui.desktop.lists.listing import Catalogue, Ids, Nonsense, Order, in_order
from ui.desktop.lists.query import Operator, Query
from ui.desktop.wording import LABEL_WORDS, OUTLET_UNKNOWN
from workbench.model import Article, Family, LabelKind
from workbench.text.folding import plain

MATTERING = frozenset({LabelKind.NUMBER, LabelKind.NAME, LabelKind.NEGATION, LabelKind.DATE, LabelKind.QUOTE})
"""The labels of edits that change what is said."""

_TOLD = {"partly": "partly reviewed", "unreviewed": "not reviewed"}
_MOST, _NAMES = ("most first", "fewest first"), ("A to Z", "Z to A")
WITNESSES = Order("witnesses", "Witnesses", _MOST)
DATE = Order("date", "First published", ("earliest first", "latest first"))
EDITED = Order("edited", "How much was edited", ("most first", "least first"))
LABELS = Order("labels", "Labels that matter", _MOST)
OUTLET = Order("outlet", "Outlet", _NAMES)
REVIEW = Order("review", "Not reviewed first", ("least reviewed first", "most reviewed first"))


class FamiliesListed(Catalogue):
    """The families of a case."""

    name = "families"
    orders = (WITNESSES, DATE, EDITED, LABELS, OUTLET, REVIEW)
    operators = ("outlet", "label", "tag", "before", "after", "is", "has")

    def __init__(self, book: FamilyBook) -> None:
        super().__init__()
        self._book = book
        self.boilerplate = False
        """Whether families of boilerplate are in sight."""
        self._families: Sequence[Family] = ()
        self._ranked: list[int] = []
        self._furniture: Ids = frozenset()
        self._firsts: dict[int, tuple[str, str]] = {}
        self._is: Mapping[str, Callable[[], Ids]] = {
            "reviewed": lambda: self._by_review(lambda done, total: 0 < total <= done),
            "unreviewed": lambda: self._by_review(lambda done, total: done == 0 < total),
            "partly": lambda: self._by_review(lambda done, total: 0 < done < total),
            "tagged": lambda: {key for key, marks in book.marked() if marks.codes},
            "boilerplate": lambda: self._furniture,
        }
        self._has: Mapping[str, Callable[[], Ids]] = {
            "note": lambda: {key for key, marks in book.marked() if marks.notes},
            "tag": self._is["tagged"],
            "correction": lambda: {family.id for family in self._families if family.by_hand},
        }

    def articles(self) -> Mapping[int, Article]:
        """The articles of the case."""
        return self._book.snapshot.article

    def of_articles(self, articles: Ids) -> Ids:
        """The families that have a passage of one of some articles."""
        return {key for article in articles for key in self._book.families_of(article)}

    def everything(self) -> Ids:
        """All families, in sight or not."""
        return set(self._ranks())

    def values(self, operator: str) -> Sequence[str]:
        """The values that an operator can take, as far as they can be counted."""
        if operator == "outlet":
            return self.outlets()
        found: dict[str, Sequence[str]] = {
            "label": [LABEL_WORDS[kind] for kind in LabelKind],
            "tag": [code.name for code in self._book.snapshot.codes],
            "is": list(self._is),
            "has": list(self._has),
        }
        return found.get(operator, ())

    def holding(self, operator: Operator, value: str) -> tuple[Ids, str]:
        """The families of which an operator holds, and how that is told."""
        if operator.name == "outlet":
            return self.by_outlet(value)
        if operator.name == "label":
            return self._by_label(value)
        return self._by_code(value) if operator.name == "tag" else self._by_state(operator.name, value)

    def _by_label(self, value: str) -> tuple[Ids, str]:
        sought = value.casefold().replace("-", " ")
        names = {kind: (LABEL_WORDS[kind], kind.value.replace("-", " ")) for kind in LabelKind}
        kinds = {kind for kind, words in names.items() if sought in words}
        kinds = kinds or {kind for kind, words in names.items() if any(word.startswith(sought) for word in words)}
        if not kinds:
            raise Nonsense(f"There is no label “{value}”: try number, name, date, quote, negation or certainty.")
        found = {key for key, digest in self._book.counted() if any(kind in kinds for kind, _ in digest.labels)}
        return found, "label " + " or ".join(sorted(LABEL_WORDS[kind] for kind in kinds))

    def _by_code(self, value: str) -> tuple[Ids, str]:
        codes = {code.id: code.name for code in self._book.snapshot.codes}
        sought = plain(value)
        chosen = {key for key, name in codes.items() if sought in (plain(name), key)}
        chosen = chosen or {key for key, name in codes.items() if f" {sought}" in f" {plain(name)}"}
        if not chosen:
            raise Nonsense(f"No code of the codebook is called “{value}”.")
        names = [f"“{name}”" for key, name in codes.items() if key in chosen]
        return {key for key, marks in self._book.marked() if chosen & set(marks.codes)}, "tag " + " or ".join(names)

    def _by_state(self, operator: str, value: str) -> tuple[Ids, str]:
        known = self._is if operator == "is" else self._has
        begun = [name for name in known if name.startswith(value.casefold())]
        if len(begun) != 1:
            names = list(known)
            raise Nonsense(f"“{operator}:” takes {', '.join(names[:-1])} or {names[-1]}, not “{value}”.")
        self._ranks()
        return known[begun[0]](), _TOLD.get(begun[0], begun[0]) if operator == "is" else f"with a {begun[0]}"

    def _by_review(self, wanted: Callable[[int, int], bool]) -> Ids:
        found = ((key, self._book.reviewed(key)) for key, _ in self._book.counted())
        return {key for key, reviewed in found if reviewed and wanted(*reviewed)}

    def narrowed(self, query: Query, kept: Ids | None) -> Ids | None:
        """Without boilerplate, unless it is in sight or asked for."""
        asked = any(one.name == "is" and "boilerplate".startswith(one.values[0].casefold()) for one in query.operators)
        if self.boilerplate or asked or kept is None:
            return kept
        self._ranks()
        return kept - self._furniture

    def ordered(self, kept: Ids | None, order: Order, *, turned: bool) -> list[int]:
        """Families in an order, those that are equal in it with most witnesses first; boilerplate last."""
        ranked = self._ranks()
        if kept is None:
            kept = set(ranked) if self.boilerplate else set(ranked) - self._furniture
        listed = [key for key in ranked if key in kept]
        if order is not WITNESSES:
            listed = self._sorted(listed, order, turned=turned)
        elif turned:
            listed = sorted(listed, key=lambda key: len(self._book.family(key).witnesses))
        if self._furniture.isdisjoint(listed):
            return listed
        return sorted(listed, key=lambda key: key in self._furniture)

    def _sorted(self, keys: list[int], order: Order, *, turned: bool) -> list[int]:
        book = self._book
        if order is DATE or order is OUTLET:
            firsts, part = self._first(), 0 if order is DATE else 1
            return in_order(keys, lambda k: firsts[k][part], turned=turned, unknown=lambda k: firsts[k][part] == "~")
        if order is REVIEW:
            return in_order(keys, self._share_reviewed, turned=turned, unknown=lambda k: book.reviewed(k) is None)
        weigh = self._share_edited if order is EDITED else self._mattering
        return in_order(keys, weigh, turned=turned, unknown=lambda k: book.digest(k) is None)

    def _share_edited(self, key: int) -> float:
        digest = self._book.digest(key)
        return -digest.share if digest else 0.0

    def _mattering(self, key: int) -> int:
        digest = self._book.digest(key)
        return -sum(number for kind, number in digest.labels if kind in MATTERING) if digest else 0

    def _share_reviewed(self, key: int) -> float:
        reviewed = self._book.reviewed(key)
        return reviewed.done / reviewed.total if reviewed and reviewed.total else 1.0

    def _first(self) -> dict[int, tuple[str, str]]:
        """The date at which each family was published first, coarse dates after exact ones, and the outlet of then."""
        if not self._firsts:
            rank = {
                key: ((one.published.iso + "~"), plain(one.outlet or OUTLET_UNKNOWN))
                for key, one in self.articles().items()
            }
            for family in self._families:
                self._firsts[family.id] = min(rank[witness.place.article_id] for witness in family.witnesses)
        return self._firsts

    def _ranks(self) -> list[int]:
        """All families, those with most witnesses first, the longer passage first, boilerplate last."""
        families = self._book.snapshot.families
        if self._families is not families:
            self._families, self._firsts = families, {}
            self._ranked = [family.id for family in sorted(families, key=_rank)]
            self._furniture = frozenset(family.id for family in families if family.boilerplate)
        return self._ranked


def _rank(family: Family) -> tuple[bool, int, int, int, int]:
    first = family.witnesses[0].place
    span = first.span
    return family.boilerplate, -len(family.witnesses), span.start - span.end, first.article_id, span.start
