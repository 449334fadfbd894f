"""All renderings of a passage set under each other token by token, one rendering after the other.

Partial order alignment (Lee, Grasso and Sharlow 2002) in the form of a list of places: equal tokens stand in one place,
and so do two words of one kind (a spelling, two figures). Each rendering is compared with the one there that it is
nearest to, as `compare` would; what those two do not share is then sought in the others that read something there.
"""

from collections.abc import Iterator, Sequence

from workbench.comparing.cleanup import cleaned
from workbench.comparing.kinds import weight, worths
from workbench.comparing.pieces import Piece, find_pieces
from workbench.comparing.refine import OPENING, refine
from workbench.comparing.tokens import Tokens

MOST_READINGS = 48
"""Up to this many different readings of a gap are searched for what a rendering has there."""
GAP_CELLS = 4_000
"""A larger stretch of two readings is not aligned with prices."""
WALK = 4_000
"""In a gap with more tokens than this nothing is sought."""


class Place:
    """One place of the list: for each rendering that has a token there, its number and that of the token."""

    __slots__ = ("cells", "next", "previous")

    def __init__(self) -> None:
        self.cells: dict[int, int] = {}
        self.next: Place = self
        self.previous: Place = self


class Profile:
    """The list of places, closed to a ring by an empty place."""

    def __init__(self, sides: Sequence[Tokens], first: int) -> None:
        self._sides = sides
        self._end = Place()
        self._at: dict[int, list[Place]] = {first: []}
        self._insert(first, 0, len(sides[first]), self._end)

    def places(self) -> Iterator[Place]:
        """The places in their order."""
        place = self._end.next
        while place is not self._end:
            yield place
            place = place.next

    def join(self, text: int, nearest: int) -> None:
        """Set rendering `text` in, guided by how it differs from `nearest`, which is there."""
        ours, theirs = self._sides[text], self._sides[nearest]
        self._at[text] = []
        i = j = 0
        for piece in [*differing(theirs, ours), Piece(len(theirs), len(theirs), len(ours), len(ours))]:
            for step in range(piece.a0 - i):
                self._put(text, j + step, self._at[nearest][i + step])
            if piece.b1 > piece.b0:
                self._set_piece(text, nearest, piece)
            i, j = piece.a1, piece.b1

    def _set_piece(self, text: int, nearest: int, piece: Piece) -> None:
        """The tokens of `text` in a piece: in places of other renderings, of a word of its kind, or new ones."""
        theirs = self._at[nearest]
        right = theirs[piece.a1] if piece.a1 < len(theirs) else self._end
        left = self._at[text][-1] if self._at[text] else self._end
        readings = self._readings(left, right, nearest)
        if piece.kind and piece.b1 - piece.b0 == piece.a1 - piece.a0 == 1:
            found = [reading for reading in readings if self._key(reading) == self._sides[text].keys[piece.b0]]
            self._put(text, piece.b0, self._at[found[0][0]][found[0][1]] if found else theirs[piece.a0])
        else:
            self._fill(text, piece.b0, piece.b1, right, readings)

    def _key(self, reading: tuple[int, int, int]) -> str:
        witness, start, end = reading
        return self._sides[witness].keys[start] if end == start + 1 else ""

    def _readings(self, left: Place, right: Place, nearest: int) -> list[tuple[int, int, int]]:
        """What the renderings read between two places, each reading once, most tokens first, but not `nearest`'s own.

        Each as the number of a rendering and its tokens from and to.
        """
        ends: dict[int, tuple[int, int]] = {}
        place, walked = left.next, 0
        while place is not right and walked <= WALK:
            for witness, token in place.cells.items():
                ends[witness] = (ends[witness][0] if witness in ends else token, token + 1)
            walked += len(place.cells)
            place = place.next
        if walked > WALK:
            return []
        own = self._said(nearest, *ends.get(nearest, (0, 0)))
        distinct: dict[tuple[str, ...], tuple[int, int, int]] = {}
        for witness in sorted(ends):
            said = self._said(witness, *ends[witness])
            if said != own:
                distinct.setdefault(said, (witness, *ends[witness]))
        return sorted(distinct.values(), key=lambda reading: (reading[1] - reading[2], reading[0]))[:MOST_READINGS]

    def _said(self, witness: int, start: int, end: int) -> tuple[str, ...]:
        return tuple(self._sides[witness].keys[start:end])

    def _fill(self, text: int, start: int, end: int, right: Place, readings: list[tuple[int, int, int]]) -> None:
        """Set tokens `start` to `end` of a rendering in the places before `right` that are still free."""
        best = self._likest(text, start, end, readings)
        if best is None:
            self._insert(text, start, end, right)
            return
        rest = [reading for reading in readings if reading is not best]
        pairs = self._pairs(text, start, end, best)
        if not pairs:
            self._fill(text, start, end, right, rest)
            return
        witness = best[0]
        for i, j in pairs:
            if i > start:
                self._fill(text, start, i, self._at[witness][j], self._between(text, self._at[witness][j], rest))
            self._put(text, i, self._at[witness][j])
            start = i + 1
        if end > start:
            self._fill(text, start, end, right, self._between(text, right, rest))

    def _between(self, text: int, right: Place, readings: list[tuple[int, int, int]]) -> list[tuple[int, int, int]]:
        """The readings cut to what stands between the last place of `text` and `right`."""
        if not readings:
            return []
        inside: dict[int, list[int]] = {}
        place = self._at[text][-1].next if self._at[text] else self._end.next
        while place is not right:
            for witness, token in place.cells.items():
                inside.setdefault(witness, []).append(token)
            place = place.next
        return [
            (witness, inside[witness][0], inside[witness][-1] + 1) for witness, _, _ in readings if witness in inside
        ]

    def _likest(
        self, text: int, start: int, end: int, readings: list[tuple[int, int, int]]
    ) -> tuple[int, int, int] | None:
        """The reading with the dearest words in common, none where it would not pay."""
        ours = set(self._sides[text].keys[start:end])
        best, most = None, OPENING
        for reading in readings:
            witness, t0, t1 = reading
            common = ours & set(self._sides[witness].keys[t0:t1])
            value = round(sum(sorted(map(weight, common))), 6)
            if value > most and (end - start) * (t1 - t0) <= GAP_CELLS:
                best, most = reading, value
        return best

    def _pairs(self, text: int, start: int, end: int, reading: tuple[int, int, int]) -> list[tuple[int, int]]:
        """The tokens of a rendering and of a reading that are the same or of one kind, in order."""
        witness, t0, t1 = reading
        ours, theirs = self._sides[text], self._sides[witness]
        if ours.keys[start:end] == theirs.keys[t0:t1]:
            return list(zip(range(start, end), range(t0, t1), strict=True))
        found = refine(worths(ours, start, end, theirs, t0, t1), t1 - t0)
        if not any(same for _, _, same in found):
            return []
        return [(start + i, t0 + j) for i, j, _ in found]

    def _put(self, text: int, token: int, place: Place) -> None:
        place.cells[text] = token
        self._at[text].append(place)

    def _insert(self, text: int, start: int, end: int, right: Place) -> None:
        """New places before `right` for tokens `start` to `end`."""
        for token in range(start, end):
            place = Place()
            place.previous, place.next = right.previous, right
            right.previous.next = place
            right.previous = place
            self._put(text, token, place)


def differing(a: Tokens, b: Tokens) -> list[Piece]:
    """The pieces in which two renderings differ as `compare` sees them, whichever of the two comes first."""
    if (len(a.text), a.text) <= (len(b.text), b.text):
        return cleaned(a, b, find_pieces(a, b))
    mirrored = cleaned(b, a, find_pieces(b, a))
    return [Piece(piece.b0, piece.b1, piece.a0, piece.a1, piece.kind) for piece in mirrored]
