"""From an alignment to the pieces in which two renderings differ."""

from collections.abc import Callable, Iterable
from typing import NamedTuple

from diff_match_patch import diff_match_patch

from workbench.comparing.align import Block, matching_blocks
from workbench.comparing.kinds import kin, weight, worths
from workbench.comparing.refine import Pair, refine
from workbench.comparing.tokens import Tokens

SOLID = 3.6
"""Aligned tokens of this weight in a row are beyond doubt and part two regions."""
MARGIN = 2
"""How many aligned tokens beside a region are aligned anew with it."""
REGION_CELLS = 3_000
"""The largest region that is aligned with prices at once."""
MOST_BLOCKS = 3_000
"""With more scattered agreement than this in one region, only the solid part of it counts."""
LONGEST_TIDIED = 1_000
"""More words than this in a row are whole passages, not mixed with their neighbours."""
TOGETHER = 200
"""So many differences are tidied at once."""
SPARSE = 0.1
"""Where two stretches far longer than `LONGEST_TIDIED` agree in less than this share, the agreement is chance."""
BUDGET = 150_000
"""How many cells in all are aligned with prices; beyond that the semantic clean-up alone has to do."""


class Piece(NamedTuple):
    """One difference in tokens: from `a0` to `a1` on one side, from `b0` to `b1` on the other.

    `kind` says what a single token on each side have in common ("figure", "variant" ...), which keeps them an edit
    of their own; it is empty for a rewording, an insertion, a deletion.
    """

    a0: int
    a1: int
    b0: int
    b1: int
    kind: str = ""

    @property
    def two_sided(self) -> bool:
        """Whether both sides have tokens."""
        return self.a1 > self.a0 and self.b1 > self.b0


def find_pieces(a: Tokens, b: Tokens, look: Callable[[], None] = lambda: None) -> list[Piece]:
    """The pieces in which the tokens differ, sorted, without overlaps; between them the keys are the same.

    `look` is called again and again; what it raises goes through.
    """
    pieces: list[Piece] = []
    budget = BUDGET
    for region in _regions(a, matching_blocks(a.keys, b.keys, look), len(b)):
        look()
        for part in [region] if _cells(region) <= REGION_CELLS else _coarse(a, b, region, look):
            if part.a1 - part.a0 == part.b1 - part.b0 == 1:
                pieces.append(part._replace(kind=kin(a, part.a0, b, part.b0)))
            elif part.two_sided and _cells(part) <= min(REGION_CELLS, budget):
                wide = _widened(part, a, b) if part == region else part
                budget -= _cells(wide)
                pieces += _priced(a, b, wide)
            else:
                pieces.append(part)
    return pieces


def _cells(piece: Piece) -> int:
    return (piece.a1 - piece.a0) * (piece.b1 - piece.b0)


def _regions(a: Tokens, blocks: list[Block], length_b: int) -> list[Piece]:
    """The stretches between solid blocks: the differences and the scattered agreement among them."""
    solid = [block for block in blocks if _is_solid(a, block)]
    regions = []
    a0 = b0 = 0
    for block in [*solid, Block(len(a), length_b, 0)]:
        if block.a > a0 or block.b > b0:
            regions.append(Piece(a0, block.a, b0, block.b))
        a0, b0 = block.a + block.length, block.b + block.length
    return regions


def _is_solid(a: Tokens, block: Block) -> bool:
    total = 0.0
    for index in range(block.a, block.a + block.length):
        total += weight(a.keys[index])
        if total >= SOLID:
            return True
    return False


def _coarse(a: Tokens, b: Tokens, region: Piece, look: Callable[[], None]) -> list[Piece]:
    """A region too large for prices: word-level differences after diff-match-patch's semantic clean-up.

    Words are encoded as single characters, so that no clean-up can split one.
    """
    letters: dict[str, str] = {}
    keys_a, keys_b = a.keys[region.a0 : region.a1], b.keys[region.b0 : region.b1]
    text_a, text_b = (
        "".join(letters.setdefault(key, _letter(len(letters))) for key in keys) for keys in (keys_a, keys_b)
    )
    blocks = matching_blocks(keys_a, keys_b, look)
    agreed = sum(block.length for block in blocks)
    if agreed < SPARSE * (min(len(keys_a), len(keys_b)) - LONGEST_TIDIED):
        return [region]
    if len(blocks) > MOST_BLOCKS:
        blocks = [block for block in blocks if _is_solid(a, Block(block.a + region.a0, block.b, block.length))]
    differences: list[tuple[int, str]] = []
    done_a = done_b = 0
    for block in [*blocks, Block(len(text_a), len(text_b), 0)]:
        differences += [(-1, text_a[done_a : block.a]), (1, text_b[done_b : block.b])]
        done_a, done_b = block.a + block.length, block.b + block.length
        differences.append((0, text_a[block.a : done_a]))
    differences = [difference for difference in differences if difference[1]]
    return _decoded(_tidied(differences, look), region)


def _tidied(differences: list[tuple[int, str]], look: Callable[[], None]) -> list[tuple[int, str]]:
    """The differences after the semantic clean-up, a few at a time: its cost grows with the square of their number."""
    done: list[tuple[int, str]] = []
    some: list[tuple[int, str]] = []
    for difference in [*differences, (0, "")]:
        if difference[0] or (len(some) < TOGETHER and difference[1] and len(difference[1]) < LONGEST_TIDIED):
            some.append(difference)
        else:
            if sum(len(letters) for _, letters in some) <= TOGETHER * LONGEST_TIDIED:
                look()
                diff_match_patch().diff_cleanupSemantic(some)
            done += [*some, difference]
            some = []
    return done[:-1]


def _letter(number: int) -> str:
    """A character for a word, past the surrogates, which are none."""
    return chr(number + 0x100 if number < 0xD000 else number + 0x1100)


def _decoded(differences: list[tuple[int, str]], region: Piece) -> list[Piece]:
    pieces = []
    a0 = a1 = region.a0
    b0 = b1 = region.b0
    for operation, letters in [*differences, (0, "")]:
        if operation < 0:
            a1 += len(letters)
        elif operation > 0:
            b1 += len(letters)
        else:
            if a1 > a0 or b1 > b0:
                pieces.append(Piece(a0, a1, b0, b1))
            a0 = a1 = a1 + len(letters)
            b0 = b1 = b1 + len(letters)
    return pieces


def _widened(part: Piece, a: Tokens, b: Tokens) -> Piece:
    """The region with a few aligned tokens on either side."""
    a0, a1, b0, b1, kind = part
    for _ in range(MARGIN):
        if a0 and b0 and a.keys[a0 - 1] == b.keys[b0 - 1]:
            a0, b0 = a0 - 1, b0 - 1
        if a1 < len(a) and b1 < len(b) and a.keys[a1] == b.keys[b1]:
            a1, b1 = a1 + 1, b1 + 1
    return Piece(a0, a1, b0, b1, kind)


def _priced(a: Tokens, b: Tokens, part: Piece) -> list[Piece]:
    """The pieces of a short stretch by the priced alignment."""
    pairs = refine(worths(a, part.a0, part.a1, b, part.b0, part.b1), part.b1 - part.b0)
    return _from_pairs([(part.a0 + i, part.b0 + j, same) for i, j, same in pairs], part, a, b)


def _from_pairs(pairs: Iterable[Pair], part: Piece, a: Tokens, b: Tokens) -> list[Piece]:
    pieces: list[Piece] = []
    a0, b0 = part.a0, part.b0
    for i, j, same in [*pairs, (part.a1, part.b1, True)]:
        if i > a0 or j > b0:
            pieces.append(Piece(a0, i, b0, j))
        if not same:
            pieces.append(Piece(i, i + 1, j, j + 1, kin(a, i, b, j)))
        a0, b0 = i + 1, j + 1
    return pieces
