"""Keeping two panes level: the blocks that belong together begin at the same height, whatever wraps where."""

from collections.abc import Iterator, Sequence

from ui.desktop.sides.anchors import Anchor
from ui.desktop.sides.pane import Pane

_CLOSE = 0.5
_SHARE = 0.25
"""How much of a pane may stay empty above a text, so that what leads up to the passage is level too."""

Blocks = tuple[int, int]


def level(base: Pane, witness: Pane, pairs: Sequence[Blocks]) -> bool:
    """Push blocks down until the blocks of every pair stand level; returns whether that moved any.

    Heights are pixels of the document, those of blocks that nobody has looked at estimates. What the two passages
    begin with is brought level by scrolling; by room above it only where a little is enough.
    """
    ours, theirs = base.blocks.natural_tops, witness.blocks.natural_tops
    spacing = _spacing([(ours[one], theirs[other]) for one, other in pairs])
    room = spacing[0] if spacing and max(spacing[0]) <= _SHARE * base.viewport().height() else (0.0, 0.0)
    pushed = zip(pairs[1:], spacing[1:], strict=True)
    pushes = [(one, other, by) for (one, other), by in pushed]
    moved = base.blocks.push({one: by[0] for one, _, by in pushes if by[0] > _CLOSE}, room[0])
    moved |= witness.blocks.push({other: by[1] for _, other, by in pushes if by[1] > _CLOSE}, room[1])
    return moved


def blocks_apart(base: Pane, witness: Pane, anchors: Sequence[Anchor]) -> Iterator[Blocks]:
    """The numbers of the blocks that begin at an anchor on both sides, each block once."""
    last: tuple[int | None, int | None] = (None, None)
    for anchor in anchors:
        one, other = base.page.block_from(anchor.base), witness.page.block_from(anchor.witness)
        if one is not None and other is not None and one != last[0] and other != last[1]:
            last = one, other
            yield one, other


def _spacing(tops: Sequence[tuple[float, float]]) -> list[tuple[float, float]]:
    """How far each pair has to be pushed down on either side, given where they would stand by themselves."""
    found, base_pushed, witness_pushed = [], 0.0, 0.0
    for base, witness in tops:
        lag = (witness + witness_pushed) - (base + base_pushed)
        found.append((max(0.0, lag), max(0.0, -lag)))
        base_pushed += max(0.0, lag)
        witness_pushed += max(0.0, -lag)
    return found
