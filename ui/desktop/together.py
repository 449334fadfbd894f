"""Two panes that keep level within the passage and are scrolled together along all that their articles share."""

from collections.abc import Sequence

from PySide6.QtCore import QObject

from ui.desktop.anchors import Anchor
from ui.desktop.level import blocks_apart, level
from ui.desktop.pane import Pane
from ui.desktop.scroll_map import Extent, Knot, ScrollMap, with_leads
from ui.desktop.shared_passages import Shared
from workbench.model import Edit

_ROUNDS = 5
_DRIFT = 0.25
"""From this share of a view on that an edit stands lower on one side, scrolling makes up for it."""


class Together(QObject):
    """Settles both panes at once. Unlocked, each is scrolled on its own; the passage stays level all the same."""

    def __init__(self, base: Pane, witness: Pane, parent: QObject) -> None:
        super().__init__(parent)
        self._panes = base, witness
        self._anchors: tuple[Anchor, ...] = ()
        self._shared: tuple[Shared, ...] = ()
        self._edits: tuple[Edit, ...] = ()
        self._leader, self._locked, self._settling = witness, True, False
        self._map: ScrollMap | None = None
        self._mapped: object = None
        base.settler = lambda scrolled: self._settle(base if scrolled else self._leader)
        witness.settler = lambda scrolled: self._settle(witness if scrolled else self._leader)

    @property
    def locked(self) -> bool:
        """Whether both sides are scrolled together."""
        return self._locked

    def lock(self, locked: bool, leader: Pane | None = None) -> None:  # noqa: FBT001 - says what it sets
        """Scroll both sides together, beginning where `leader` is, or each on its own."""
        self._locked = locked
        self._settle(leader or self._leader)

    def hold(self) -> None:
        """Wait with settling while the panes are given other articles; `join` goes on."""
        self._settling = True

    def join(self, anchors: Sequence[Anchor], shared: Sequence[Shared], edits: Sequence[Edit]) -> None:
        """Take on what belongs together: within the passage, the passages that rise on both sides, and edits."""
        self._anchors, self._shared, self._edits = tuple(anchors), tuple(shared), tuple(edits)
        self._mapped, self._settling = None, False
        self._settle(self._leader)

    def _settle(self, leader: Pane) -> None:
        if self._settling:
            return
        self._settling, self._leader = True, leader
        base, witness = self._panes
        for round_ in range(_ROUNDS):
            changed = base.lay_out_shown() | witness.lay_out_shown()
            if changed or not round_:
                moved = level(base, witness, self._anchors) or changed
                self._follow(moved=moved)
            else:
                break
        for pane in self._panes:
            pane.after_settling()
        self._settling = False

    def _follow(self, *, moved: bool) -> None:
        """The other pane goes where the leader is."""
        leader, other = self._leader, self._panes[self._leader is self._panes[0]]
        if moved:
            self._leave_room()
            leader.resume()
        if self._locked:
            to = self._way().other(int(leader is self._panes[1]), leader.offset, other.offset)
            if moved or round(to) != other.offset:
                other.follow(to)
                other.keep()
        elif moved:
            other.resume()

    # The way along which both are scrolled

    def _way(self) -> ScrollMap:
        extents = [Extent(pane.blocks.whole, pane.room) for pane in self._panes]
        state = [(pane.blocks.revision, pane.blocks.below, pane.room) for pane in self._panes]
        if self._map is None or self._mapped != state:
            self._map = ScrollMap(with_leads(self._stretches(), *extents), *extents)
            self._mapped = state
        return self._map

    def _stretches(self) -> list[tuple[Knot, Knot]]:
        base, witness = self._panes
        if not self._anchors:
            return []
        passage, found, done = self._anchors[0], [], False
        for one in self._shared:
            if one.base.start > passage.base and not done:
                found, done = found + self._inside(), True
            start = base.spots.height_of(one.base.start), witness.spots.height_of(one.witness.start)
            end = base.spots.height_of(one.base.end), witness.spots.height_of(one.witness.end)
            found.append((start, end))
        return found if done else found + self._inside()

    def _inside(self) -> list[tuple[Knot, Knot]]:
        """The passage: level it is where its paragraphs begin, and where edits drift apart they are met one by one."""
        base, witness = self._panes
        ours, theirs = base.blocks.tops, witness.blocks.tops
        knots = [(ours[one], theirs[other]) for one, other in blocks_apart(base, witness, self._anchors)]
        drift = _DRIFT * base.room
        for edit in self._edits:
            place = base.spots.height_of(edit.base.start), witness.spots.height_of(edit.witness.start)
            if knots and abs((place[0] - knots[0][0]) - (place[1] - knots[0][1])) > drift:
                knots.append(place)
        knots.sort()
        return list(zip(knots, knots[1:] or knots, strict=False))

    def _leave_room(self) -> None:
        """Room below a side that could otherwise not be scrolled so far that its passage stands level."""
        base, witness = self._panes
        if not self._anchors or not base.blocks.tops or not witness.blocks.tops:
            return
        tops = base.text_top(self._anchors[0].base), witness.text_top(self._anchors[0].witness)
        for pane, ours, theirs in ((base, *tops), (witness, *reversed(tops))):
            most = max(0.0, pane.blocks.whole - pane.blocks.below - pane.room)
            pane.blocks.leave_below(max(0.0, ours - most - theirs))
