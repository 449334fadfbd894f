"""The figures of a headline beside those of a passage: what is counted must be the same."""

from workbench.comparing.lexicon import word_list
from workbench.comparing.numbers import Quantity, quantities, same_quantity
from workbench.framing.claims import Claim
from workbench.framing.model import Aspect, HeadlineDifference
from workbench.spans import Span

_REACH, _REACH_BELOW = 4, 8


def figures_differ(above: Claim, below: Claim) -> HeadlineDifference | None:
    """The first figure of a headline that the passage gives otherwise: another value, or another bound."""
    for ours in quantities(above.tokens.keys):
        same = [q for q in quantities(below.tokens.keys) if same_quantity(ours, q)]
        counted = [q for q in quantities(below.tokens.keys) if _counts_same(above, ours, below, q)]
        if same:
            return _bounds_differ(above, ours, below, same[0]) if counted and same[0] in counted else None
        if counted:
            theirs = counted[0]
            x, y = above.said(ours.start, ours.end), below.said(theirs.start, theirs.end)
            reason = f"the headline says {x}, the passage {y}"
            return HeadlineDifference(
                Aspect.NUMBER, above.place(ours.start, ours.end), below.place(theirs.start, theirs.end), reason
            )
    return None


def _counts_same(above: Claim, ours: Quantity, below: Claim, theirs: Quantity) -> bool:
    """Whether a word for the same follows both figures."""
    mine = above.weighty((ours.end, min(len(above.tokens), ours.end + _REACH)))
    return bool(mine & below.weighty((theirs.end, min(len(below.tokens), theirs.end + _REACH_BELOW))))


def _bounds_differ(above: Claim, ours: Quantity, below: Claim, theirs: Quantity) -> HeadlineDifference | None:
    first, second = _bound(above, ours), _bound(below, theirs)
    if first == second:
        return None
    mine = above.place(ours.start - len(first.split()), ours.end)
    other = below.place(theirs.start - len(second.split()), theirs.end)
    reason = f"the headline says {_said(above, mine)}, the passage {_said(below, other)}"
    return HeadlineDifference(Aspect.NUMBER, mine, other, reason)


def _said(claim: Claim, span: Span) -> str:
    return f"“{' '.join(span.shifted(0).of(' ' * claim.start + claim.tokens.text).split())}”"


def _bound(claim: Claim, quantity: Quantity) -> str:
    """The bound or approximation right before a figure, folded."""
    listed = word_list("certainty", "bounds", "approximators")
    for length in (4, 3, 2, 1):
        start = quantity.start - length
        phrase = " ".join(claim.tokens.keys[start : quantity.start]) if start >= 0 else ""
        if phrase in listed:
            return phrase
    return ""
