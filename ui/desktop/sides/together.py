"""Two panes that keep level within the passage and are scrolled together along all that their articles share."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject

from ui.desktop.case.shared_passages import Shared
from ui.desktop.sides.anchors import Anchor
from ui.desktop.sides.geometry import BlockShare
from ui.desktop.sides.level import Blocks, blocks_apart, level
from ui.desktop.sides.pane import Pane
from ui.desktop.sides.scroll_map import Extent, Knot, ScrollMap, with_leads

_ROUNDS = 5
_DRIFT = 0.75
"""From this share of a view on that an edit stands lower on one side, scrolling makes up for it."""


class Together(QObject):
    """Settles both panes at once. Unlocked, each is scrolled on its own; the passage stays level all the same."""

    def __init__(self, base: Pane, witness: Pane, parent: QObject) -> None:
        super().__init__(parent)
        self._panes = base, witness
        self._anchors: tuple[Anchor, ...] = ()
        self._shared: tuple[Shared, ...] = ()
        self._pairs: list[Blocks] = []
        self._edits: dict[int, list[tuple[BlockShare, BlockShare]]] = {}
        self._leader, self._locked, self._settling = witness, True, False
        self._to_end = False
        self._map: ScrollMap | None = None
        self._mapped: object = None
        self._rooms: list[int] = []
        self._pages = base.page, witness.page
        base.settler = lambda scrolled: self._settle_after(base, scrolled)
        witness.settler = lambda scrolled: self._settle_after(witness, scrolled)

    @property
    def locked(self) -> bool:
        """Whether both sides are scrolled together."""
        return self._locked

    def lock(self, locked: bool, leader: Pane | None = None) -> None:
        """Scroll both sides together, beginning where `leader` is, or each on its own."""
        self._locked = locked
        self._settle(leader or self._leader)

    def hold(self) -> None:
        """Wait with settling while the panes are given other articles; `join` goes on."""
        self._settling = True

    def join(self, anchors: Sequence[Anchor], shared: Sequence[Shared], edits: Sequence[tuple[int, int]]) -> None:
        """Take on what belongs together: within the passage, the passages that rise on both sides, and edits.

        Of an edit it is where it begins in the two texts.
        """
        base, witness = self._panes
        self._anchors, self._shared = tuple(anchors), tuple(shared)
        self._pairs = list(blocks_apart(base, witness, anchors))
        self._edits = {}
        for one, other in edits:
            shares = base.places.block_share(one), witness.places.block_share(other)
            self._edits.setdefault(shares[0][0], []).append(shares)
        self._pages = base.page, witness.page
        self._mapped, self._settling = None, False
        self._settle(self._leader)

    def show(self, height: Callable[[], float], share: float) -> None:
        """Bring a height of the witness to a share of the view, the passage level beside it as near to that as can be.

        Heights may change while what shows is laid out: `height` is asked again.
        """
        for _ in range(2):
            y = height()
            eye = self._level_eye(y, share * self._panes[1].room)
            self._go_level(y - eye)
            self._panes[1].scroll_to(y - eye)

    def _level_eye(self, y: float, wanted: float) -> float:
        """How far down the view a height of the witness can stand, next to where it is `wanted`, with both level."""
        base, witness = (pane.blocks for pane in self._panes)
        if not self._locked or not self._pairs:
            return wanted
        one, other = self._pairs[0]
        sides = zip((y + base.tops[one] - witness.tops[other], y), self._panes, strict=True)
        ranges = [(at - max(0.0, pane.blocks.whole - pane.room), at) for at, pane in sides]
        low, high = max(low for low, _ in ranges), min(high for _, high in ranges)
        return wanted if low > high else min(max(wanted, low), high)

    def _go_level(self, to: float) -> None:
        """Scroll the base to where the passage is level when the witness is at `to`.

        At an end of the witness many places of the base will do; the base then stays where it is.
        """
        base, witness = self._panes
        if self._locked and self._pairs:
            one, other = self._pairs[0]
            base.follow(to + base.blocks.tops[one] - witness.blocks.tops[other])
            base.keep()

    def _keep_level(self) -> None:
        """After a resize: a passage that shows stays level where a side cannot be scrolled as before."""
        _, witness = self._panes
        rooms = [pane.room for pane in self._panes]
        if self._pairs and rooms != self._rooms:
            top = witness.blocks.tops[self._pairs[0][1]]
            if 0 <= top - witness.offset <= witness.room:
                self._leader = witness
                to = top - self._level_eye(top, top - witness.offset)
                self._go_level(to)
                witness.follow(to)
                witness.keep()
        self._rooms = rooms

    def _settle_after(self, pane: Pane, scrolled: bool) -> None:
        """Settle after a pane changed; who scrolls one to its end comes to the end of both."""
        self._to_end = scrolled and not pane.aimed and pane.offset >= pane.verticalScrollBar().maximum()
        self._settle(pane if scrolled else self._leader)
        self._to_end = False

    def _settle(self, leader: Pane) -> None:
        if self._settling:
            return
        if any(pane.page is not page for pane, page in zip(self._panes, self._pages, strict=True)):
            for pane in self._panes:
                pane.settle(False)  # other articles, of which nothing is known that belongs together
            return
        self._settling, self._leader = True, leader
        try:
            self._settle_both()
        finally:
            self._settling = False

    def _settle_both(self) -> None:
        base, witness = self._panes
        resized = self._rooms != [base.room, witness.room]
        for round_ in range(_ROUNDS):
            changed = base.lay_out_shown() | witness.lay_out_shown() | (resized and not round_)
            if changed or not round_:
                moved = level(base, witness, self._pairs) or changed
                self._follow(moved=moved)
            else:
                break
        for pane in self._panes:
            pane.after_settling()

    def _follow(self, *, moved: bool) -> None:
        """The other pane goes where the leader is."""
        leader, other = self._leader, self._panes[self._leader is self._panes[0]]
        if moved:
            self._leave_room()
            leader.resume()
            self._keep_level()
            leader, other = self._leader, self._panes[self._leader is self._panes[0]]
        if self._locked:
            now = other.blocks.whole if self._to_end else other.offset
            to = self._way().other(int(leader is self._panes[1]), leader.offset, now)
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
        passage, done = self._anchors[0], False
        found: list[tuple[Knot, Knot]] = []
        for one in self._shared:
            if one.base.start > passage.base and not done:
                found, done = found + self._inside(), True
            start = base.places.height_of(one.base.start), witness.places.height_of(one.witness.start)
            end = base.places.height_of(one.base.end), witness.places.height_of(one.witness.end)
            found.append((start, end))
        return found if done else found + self._inside()

    def _inside(self) -> list[tuple[Knot, Knot]]:
        """The passage: level it is where its paragraphs begin, and where edits drift apart they are met one by one."""
        ours, theirs = (pane.blocks for pane in self._panes)
        knots = [(ours.tops[one], theirs.tops[other]) for one, other in self._pairs]
        drift = _DRIFT * self._panes[0].room
        if knots:
            ahead = knots[0][0] - knots[0][1]
            places = (
                (ours.height_at(*one), theirs.height_at(*other))
                for block, shares in self._edits.items()
                if max(ours.height(block), theirs.height(shares[0][1][0])) > drift
                for one, other in shares
            )
            knots += [place for place in places if abs(place[0] - place[1] - ahead) > drift]
        knots.sort()
        return list(zip(knots, knots[1:] or knots, strict=False))

    def _leave_room(self) -> None:
        """Room below a side that could otherwise not be scrolled so far that its passage stands level."""
        base, witness = self._panes
        if not self._anchors or not base.blocks.tops or not witness.blocks.tops:
            return
        tops = base.text_top(self._anchors[0].base), witness.text_top(self._anchors[0].witness)
        for pane, ours, theirs in ((base, tops[0], tops[1]), (witness, tops[1], tops[0])):
            most = max(0.0, pane.blocks.whole - pane.blocks.below - pane.room)
            pane.blocks.leave_below(max(0.0, ours - most - theirs))
