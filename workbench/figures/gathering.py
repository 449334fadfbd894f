"""Pairs of figures gathered into conflicts: the same two figures in many articles are one conflict, told once."""

from collections import defaultdict
from collections.abc import Hashable, Iterable, Sequence
from hashlib import sha256
from typing import NamedTuple

from workbench.figures.judging import Verdict
from workbench.figures.matching import thing_class
from workbench.figures.mentions import Mention
from workbench.figures.model import Conflict, Side
from workbench.figures.wording import agreements, summary
from workbench.model import Place


class Judged(NamedTuple):
    """Two figures, the smaller or earlier first, and the verdict on them."""

    left: Mention
    right: Mention
    verdict: Verdict


def ordered(a: Mention, b: Mention) -> tuple[Mention, Mention]:
    """Two figures, the smaller or earlier first."""
    return (a, b) if (_size(a), a.place) <= (_size(b), b.place) else (b, a)


def gathered(pairs: Iterable[Judged], copies: dict[tuple[str, int], list[Place]]) -> list[Conflict]:
    """One conflict for all pairs of the same two figures that hang together by their sentences, the best first.

    `copies` are the places at which the sentence of a figure stands, word for word, by `Mention.copy`.
    """
    alike: defaultdict[tuple[object, ...], list[Judged]] = defaultdict(list)
    for pair in pairs:
        left, right = pair.left, pair.right
        alike[(left.kind, left.unit, _size(left), _size(right))].append(pair)
    found = [_conflict(part, copies) for group in alike.values() for part in _hanging_together(group)]
    return sorted(found, key=lambda conflict: (-conflict.score, conflict.left.place, conflict.right.place))


def _size(mention: Mention) -> tuple[float, float]:
    return mention.amount.value, mention.amount.most


def _hanging_together(pairs: list[Judged]) -> list[list[Judged]]:
    """The pairs that have a figure in common, directly or by way of others, or count the same in the same event."""
    leader: dict[Hashable, Hashable] = {}

    def find(knot: Hashable) -> Hashable:
        while leader.setdefault(knot, knot) != knot:
            knot = leader[knot]
        return knot

    for pair in pairs:
        for knot in _knots(pair)[1:]:
            leader[find(knot)] = find(pair.left.place)
    parts: defaultdict[Hashable, list[Judged]] = defaultdict(list)
    for pair in pairs:
        parts[find(pair.left.place)].append(pair)
    return list(parts.values())


def _knots(pair: Judged) -> list[Hashable]:
    """What ties a pair to others: its two places, and what is counted in which event."""
    predicate = pair.left.predicate
    event = [(thing_class(pair.left), predicate.event)] if predicate and predicate.event else []
    return [pair.left.place, pair.right.place, *event]


def _conflict(pairs: Sequence[Judged], copies: dict[tuple[str, int], list[Place]]) -> Conflict:
    best = min(pairs, key=lambda pair: (-pair.verdict.score, pair.left.place, pair.right.place))
    lefts = _places([pair.left for pair in pairs], copies)
    rights = _places([pair.right for pair in pairs], copies)
    told = agreements(best.left, best.right, best.verdict)
    return Conflict(
        _key(best, lefts[0], rights[0]),
        best.left.kind,
        _side(best.left, lefts),
        _side(best.right, rights),
        told,
        best.verdict.score,
        summary(best.left, best.right),
        best.verdict.cautions,
    )


def _places(mentions: Iterable[Mention], copies: dict[tuple[str, int], list[Place]]) -> list[Place]:
    return sorted({place for mention in mentions for place in (mention.place, *copies.get(mention.copy, ()))})


def _side(mention: Mention, places: list[Place]) -> Side:
    """One side; of an article that says it twice only one place is told."""
    others = {place.article_id: place for place in reversed(places) if place.article_id != mention.place.article_id}
    return Side(
        mention.place,
        mention.setting.sentence,
        mention.text,
        mention.thing_told.text if mention.thing_told else "",
        mention.amount.least,
        mention.amount.most,
        tuple(sorted(others.values())),
    )


def _key(best: Judged, left: Place, right: Place) -> str:
    """By the kind, the two figures and the earliest article of each side: articles that come later change nothing."""
    told = (
        best.left.kind.value,
        best.left.unit,
        _size(best.left),
        _size(best.right),
        left.article_id,
        right.article_id,
    )
    return sha256(repr(told).encode()).hexdigest()[:16]
