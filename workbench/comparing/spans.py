"""From pieces of tokens to spans of text: who owns the white space, and differences of typography.

An inserted phrase carries the space after it, at the end of a clause or sentence the space before it. White space that
differs where no word does is an edit of its own, and so is a token that differs in case or typography only.
"""

from workbench.comparing.kinds import compound_variant
from workbench.comparing.pieces import Piece
from workbench.comparing.tokens import Tokens
from workbench.spans import Span

Spans = tuple[Span, Span]


def place(a: Tokens, b: Tokens, pieces: list[Piece]) -> list[Spans]:
    """The spans of the pieces and of all that differs in typography between them, sorted, without overlaps."""
    placing = _Placing(a, b)
    end_a, end_b = len(a), len(b)
    i = j = 0
    ends = Piece(end_a, end_a, end_b, end_b)
    for piece, after in zip([*pieces, ends], [*pieces[1:], ends, ends], strict=False):
        placing.equal(i, j, piece.a0 - i)
        if piece.a1 > piece.a0 or piece.b1 > piece.b0:
            placing.differing(piece, (piece.a1, piece.b1) == (after.a0, after.b0) and after is not ends)
        i, j = piece.a1, piece.b1
    placing.gap(end_a, end_b)
    return placing.spans


class _Placing:
    """Walks over both sides at once and knows how far each text has been accounted for."""

    def __init__(self, a: Tokens, b: Tokens) -> None:
        self.spans: list[Spans] = []
        self._a, self._b = a, b
        self._done_a = self._done_b = 0

    def equal(self, i: int, j: int, count: int) -> None:
        """`count` tokens with the same keys: edits where their typography or the white space before them differs."""
        a, b = self._a, self._b
        if not count:
            return
        end_a, end_b = a.ends[i + count - 1], b.ends[j + count - 1]
        if a.text[self._done_a : end_a] == b.text[self._done_b : end_b]:
            self._done_a, self._done_b = end_a, end_b
            return
        for k in range(count):
            self.gap(i + k, j + k)
            if a.shown(i + k) != b.shown(j + k):
                self._add(a.starts[i + k], a.ends[i + k], b.starts[j + k], b.ends[j + k])
            self._done_a, self._done_b = a.ends[i + k], b.ends[j + k]

    def gap(self, i: int, j: int) -> None:
        """What is left of the white space before tokens `i` and `j`."""
        until_a, until_b = _start(self._a, i), _start(self._b, j)
        if self._a.text[self._done_a : until_a] != self._b.text[self._done_b : until_b]:
            self._add(self._done_a, until_a, self._done_b, until_b)
        self._done_a, self._done_b = until_a, until_b

    def differing(self, piece: Piece, followed: bool) -> None:
        """A piece with the white space that differs around it; what is after it is left to a piece that follows."""
        a0, a1 = self._done_a, _start(self._a, piece.a1)
        b0, b1 = self._done_b, _start(self._b, piece.b1)
        if piece.a1 == piece.a0:
            b0, b1, a0, a1 = self._one_sided(self._b, piece.b0, piece.b1, b0, b1, self._a.text[a0:a1], a0)
        elif piece.b1 == piece.b0:
            a0, a1, b0, b1 = self._one_sided(self._a, piece.a0, piece.a1, a0, a1, self._b.text[b0:b1], b0)
        else:
            a0, a1, b0, b1 = self._two_sided(piece, followed, a0, a1, b0, b1)
        self._add(a0, a1, b0, b1)

    def _two_sided(self, piece: Piece, followed: bool, a0: int, a1: int, b0: int, b1: int) -> tuple[int, int, int, int]:
        """The piece without the white space around it, where that is the same on both sides.

        A dash set off by spaces that became a comma takes the spaces on both sides of it.
        """
        a, b = self._a, self._b
        first_a, last_a, first_b, last_b = (
            a.starts[piece.a0],
            a.ends[piece.a1 - 1],
            b.starts[piece.b0],
            b.ends[piece.b1 - 1],
        )
        set_off = piece.kind == "pause" and a.text[a0:first_a] != b.text[b0:first_b]
        if a.text[a0:first_a] == b.text[b0:first_b]:
            a0, b0 = first_a, first_b
        if followed or (a.text[last_a:a1] == b.text[last_b:b1] and not set_off):
            a1, b1 = last_a, last_b
        cut = (
            compound_variant(a.text[a0:a1], b.text[b0:b1]) if piece.a1 - piece.a0 == piece.b1 - piece.b0 == 1 else None
        )
        before, after = cut or (0, 0)
        return a0 + before, a1 - after, b0 + before, b1 - after

    @staticmethod
    def _one_sided(
        full: Tokens, first: int, last: int, start: int, end: int, gap: str, at: int
    ) -> tuple[int, int, int, int]:
        """The bounds of tokens that the other side has not, and of the place there where they would be.

        `start` and `end` take in the white space around; `gap` is the other side's white space, which begins `at`.
        """
        before = full.text[start : full.starts[first]]
        after = full.text[full.ends[last - 1] : end]
        ends_sentence = full.keys[last - 1] in _SENTENCE_ENDS and bool(before)
        if before == gap and not (after == gap and ends_sentence):
            return full.starts[first], end, at + len(gap), at + len(gap)
        if after == gap:
            return start, full.ends[last - 1], at, at
        return start, end, at, at + len(gap)

    def _add(self, a0: int, a1: int, b0: int, b1: int) -> None:
        self.spans.append((Span(a0, a1), Span(b0, b1)))
        self._done_a, self._done_b = a1, b1


_SENTENCE_ENDS = frozenset((".", "!", "?", "..", "...", "…"))


def _start(side: Tokens, index: int) -> int:
    return side.starts[index] if index < len(side) else len(side.text)
