"""What else two articles share, beside the passage that is compared: passages of other families."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from workbench.comparison import Comparison
from workbench.model import Family
from workbench.snapshot import Snapshot
from workbench.spans import Span


@dataclass(frozen=True, slots=True)
class Shared:
    """A passage of another family as it stands in the base's article and in the witness's."""

    base: Span
    witness: Span


def shared_passages(snapshot: Snapshot, comparison: Comparison) -> tuple[Shared, ...]:
    """The passages of other families that both articles have, sorted by where they stand in the base's.

    Where an article has several witnesses of a family, they are paired in their order.
    """
    base, witness = comparison.base.place.article_id, comparison.witness.place.article_id
    if base == witness:
        return ()
    found = []
    for family in snapshot.families_of_article.get(base, ()):
        if family.id != comparison.family.id and not family.boilerplate:
            pairs = zip(_spans(family, base), _spans(family, witness), strict=False)
            found += [Shared(ours, theirs) for ours, theirs in pairs]
    return tuple(sorted(found, key=lambda one: (one.base, one.witness)))


def _spans(family: Family, article_id: int) -> list[Span]:
    return sorted(witness.place.span for witness in family.witnesses if witness.place.article_id == article_id)


def other_passages(snapshot: Snapshot, article_id: int, family: Family) -> tuple[Span, ...]:
    """Where an article has passages of other families, whoever else has them."""
    families = (other for other in snapshot.families_of_article.get(article_id, ()) if other.id != family.id)
    return tuple(sorted({span for other in families if not other.boilerplate for span in _spans(other, article_id)}))


def in_order(passage: Shared, others: Iterable[Shared]) -> Sequence[Shared]:
    """The passage and those others that stand in the same order in both articles, longer ones first."""
    kept = [passage]
    for one in sorted(others, key=lambda one: (-len(one.base) - len(one.witness), one.base)):
        if all(_same_order(one, other) for other in kept):
            kept.append(one)
    return sorted(kept, key=lambda one: one.base)


def _same_order(one: Shared, other: Shared) -> bool:
    before = one.base.end <= other.base.start and one.witness.end <= other.witness.start
    return before or (other.base.end <= one.base.start and other.witness.end <= one.witness.start)
