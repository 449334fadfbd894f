"""Which figures are worth comparing: those of one kind whose contexts have rare words in common.

An inverted index over kind, unit, thing counted and words of the context. A word that too many figures have in common
finds nothing alone, two such words together may; so that work grows with the articles and not with their square.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from functools import partial
from itertools import combinations
from math import log

from workbench.figures.amounts import Fit, fit
from workbench.figures.lexicon import is_weak, listed, persons, things
from workbench.figures.mentions import Mention
from workbench.figures.model import FigureKind
from workbench.figures.moments import same_time
from workbench.progress import ProgressReport, silent

_CROWD = 40
"""The most figures that are all compared with each other because of one word, or one pair of words."""
_RAREST = 10
_PRIOR = 200
"""Articles that a case is taken to hold besides its own: in a small case no word is common because all have it."""
_UNIQUE = 3
_STEP = 1000

Pair = tuple[Mention, Mention]


class Rarity:
    """How much a word of the context says, from 0 (all articles have it) to 1 (three articles or fewer)."""

    def __init__(self, mentions: Iterable[Mention], articles: int) -> None:
        having: defaultdict[str, set[int]] = defaultdict(set)
        for mention in mentions:
            for form in mention.context:
                having[form].add(mention.place.article_id)
        self._all = articles + _PRIOR
        self._of = {form: self._rarity(len(ids)) for form, ids in having.items()}

    def of(self, form: str) -> float:
        """The rarity of a word of the context of some figure."""
        return self._of.get(form, 1.0)

    def _rarity(self, count: int) -> float:
        return max(0.0, log(self._all / max(_UNIQUE, count)) / log(self._all / _UNIQUE))


def candidates(mentions: Sequence[Mention], rarity: Rarity, report: ProgressReport = silent) -> Iterator[Pair]:
    """The pairs of figures that differ, of one kind, in different articles, with rare words in common; each once."""
    buckets: defaultdict[tuple[str, ...], list[Mention]] = defaultdict(list)
    for mention in mentions:
        for key in _bucket_keys(mention):
            buckets[key].append(mention)
    done, total = 0, sum(map(len, buckets.values()))
    for key in sorted(buckets):
        report("Comparing figures", done, total)
        tick = partial(report, "Comparing figures", done, total)
        done += len(buckets[key])
        yield from _within(buckets[key], rarity, tick)


def _bucket_keys(mention: Mention) -> list[tuple[str, ...]]:
    """What two figures must have in common at least to be compared at all: one key, or none."""
    kind = (mention.kind.value, mention.unit)
    if mention.kind is FigureKind.COUNT and not mention.unit:
        return [(*kind, thing_class(mention))]
    if mention.kind is FigureKind.AGE:
        return [(*kind, mention.thing.form)] if mention.thing else []
    if mention.kind is FigureKind.DATE or mention.unit == "times":
        predicate = mention.predicate
        return [(*kind, predicate.event or predicate.form)] if predicate else []
    return [kind]


def thing_class(mention: Mention) -> str:
    """The widest class of what is counted: all people are one, for outlets write one for another."""
    if mention.thing is None:
        return "person"
    form = mention.thing.form
    if form in persons() or form in listed("events", "things", "anyone"):
        return "person"
    return str(things().get(form, form))


def _within(bucket: list[Mention], rarity: Rarity, tick: Callable[[], None]) -> Iterator[Pair]:
    """The pairs of one bucket, each once; `tick` is called again and again, that a person may stop it."""
    numbers = {id(mention): number for number, mention in enumerate(bucket)}
    seen: set[int] = set()  # of both numbers in one, as there are millions of pairs
    counts = Counter(form for mention in bucket for form in mention.context)
    postings: defaultdict[tuple[str, ...], list[Mention]] = defaultdict(list)
    for number, mention in enumerate(bucket):
        if number % _STEP == 0:
            tick()
        shared = [form for form in mention.context if counts[form] > 1 and not is_weak(form)]
        shared.sort(key=lambda form: (-_telling(mention, form, rarity), form))
        rare = shared[:_RAREST]
        for form in rare:
            if counts[form] <= _CROWD:
                postings[(form,)].append(mention)
        crowded = sorted(form for form in rare if counts[form] > _CROWD)
        for both in combinations(crowded, 2):
            postings[both].append(mention)
    looked = 0
    for listing in postings.values():
        for a, b in combinations(_spread(listing), 2):
            looked += 1
            if looked % _STEP == 0:
                tick()
            pair = numbers[id(a)] * len(bucket) + numbers[id(b)]
            if pair not in seen and a.place.article_id != b.place.article_id and differ(a, b):
                seen.add(pair)
                yield a, b


def _spread(listing: list[Mention]) -> list[Mention]:
    """A crowd cut down so that every different figure is still in it: the rare one is the one that is looked for."""
    if len(listing) <= _CROWD:
        return listing
    alike: defaultdict[Hashable, list[Mention]] = defaultdict(list)
    for mention in listing:
        alike[mention.amount if mention.moment is None else mention.moment.days].append(mention)
    most = max(1, _CROWD // len(alike))
    return [mention for group in alike.values() for mention in group[:most]][:_CROWD]


def _telling(mention: Mention, form: str, rarity: Rarity) -> float:
    """How much a word tells of the event: the words of the sentence itself before those around it."""
    shared = mention.context[form]
    return rarity.of(form) * shared.weight * (2 if shared.near else 1)


def differ(a: Mention, b: Mention) -> bool:
    """Whether two figures of one kind exclude each other, or are at best one the other rounded."""
    if a.moment and b.moment:
        return same_time((a.moment,), (b.moment,)) is False
    return fit(a.amount, b.amount) is not Fit.SAME
