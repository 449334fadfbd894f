"""Keeping two panes level: the blocks that belong together begin at the same height, whatever wraps where."""

from collections.abc import Iterator, Sequence

from ui.desktop.page import Anchor
from ui.desktop.pane import Pane

_CLOSE = 0.5


def level(base: Pane, witness: Pane, anchors: Sequence[Anchor]) -> None:
    """Push blocks down until every pair of anchors stands level, and make both sides equally long.

    Heights are pixels of the document. Spacing given before counts for nothing: it is taken out first, so that the
    outcome depends on the widths alone.
    """
    pairs = list(_blocks_apart(base, witness, anchors))
    base.set_room()
    witness.set_room()
    for anchor in pairs[1:]:
        base.set_spacing(anchor.base, 0.0)
        witness.set_spacing(anchor.witness, 0.0)
    spacing = _spacing([(base.text_top(a.base), witness.text_top(a.witness)) for a in pairs])
    for anchor, (one, other) in zip(pairs[1:], spacing[1:], strict=True):
        if one > _CLOSE:
            base.set_spacing(anchor.base, one)
        if other > _CLOSE:
            witness.set_spacing(anchor.witness, other)
    above = spacing[0] if spacing else (0.0, 0.0)
    _give_room(base, witness, above)


def _blocks_apart(base: Pane, witness: Pane, anchors: Sequence[Anchor]) -> Iterator[Anchor]:
    """The anchors that begin a block on both sides, each block once."""
    last: tuple[int | None, int | None] = (None, None)
    for anchor in anchors:
        blocks = base.page.block_from(anchor.base), witness.page.block_from(anchor.witness)
        if None not in blocks and blocks[0] != last[0] and blocks[1] != last[1]:
            last = blocks
            yield anchor


def _spacing(tops: Sequence[tuple[float, float]]) -> list[tuple[float, float]]:
    """How far each pair has to be pushed down on either side, given where they would stand by themselves."""
    found, base_pushed, witness_pushed = [], 0.0, 0.0
    for base, witness in tops:
        lag = (witness + witness_pushed) - (base + base_pushed)
        found.append((max(0.0, lag), max(0.0, -lag)))
        base_pushed += max(0.0, lag)
        witness_pushed += max(0.0, -lag)
    return found


def _give_room(base: Pane, witness: Pane, above: tuple[float, float]) -> None:
    """Room above the text, so that what leads up to the passage stays with it, and below, so that both end together."""
    heights = base.text_height() + above[0], witness.text_height() + above[1]
    base.set_room(above=above[0], below=max(0.0, heights[1] - heights[0]))
    witness.set_room(above=above[1], below=max(0.0, heights[0] - heights[1]))
