"""From an alignment to the pieces in which two renderings differ, cut and joined as a person would name them."""

from collections.abc import Iterable
from typing import NamedTuple

from diff_match_patch import diff_match_patch

from workbench.comparing.align import Block, matching_blocks
from workbench.comparing.kinds import CONTENT, kinship, weight
from workbench.comparing.refine import Pair, refine
from workbench.comparing.tokens import Tokens

SOLID = 3.0
"""Aligned tokens of this weight in a row are beyond doubt and part two regions."""
MARGIN = 2
"""How many aligned tokens beside a region are aligned anew with it."""
REGION_CELLS = 2_500
"""The largest region that is aligned with prices at once."""
BUDGET = 60_000
"""How many cells in all are aligned with prices; beyond that the semantic clean-up alone has to do."""


class Piece(NamedTuple):
    """One difference in tokens: from `a0` to `a1` on one side, from `b0` to `b1` on the other.

    `paired` when one token stands for one of the same kind, which keeps it an edit of its own.
    """

    a0: int
    a1: int
    b0: int
    b1: int
    paired: bool = False


def find_pieces(a: Tokens, b: Tokens) -> list[Piece]:
    """The pieces in which the tokens differ, sorted, without overlaps; what lies between has the same keys on both sides."""
    blocks = matching_blocks(a.keys, b.keys)
    pieces: list[Piece] = []
    budget = BUDGET
    for region in _regions(a, blocks, len(a), len(b)):
        cells = (region.a1 - region.a0) * (region.b1 - region.b0)
        if not cells or _is_plain(region):
            pieces.append(region)
            continue
        inner = [region] if cells <= REGION_CELLS else _coarse(a, b, region)
        for part in inner:
            cells = (part.a1 - part.a0) * (part.b1 - part.b0)
            if cells and cells <= min(REGION_CELLS, budget):
                budget -= cells
                pieces += _priced(a, b, _widened(part, region, a, b))
            else:
                pieces.append(part)
    return _sorted(pieces)


def _is_plain(region: Piece) -> bool:
    return region.a1 - region.a0 == region.b1 - region.b0 == 1


def _sorted(pieces: Iterable[Piece]) -> list[Piece]:
    return sorted(piece for piece in pieces if piece.a1 > piece.a0 or piece.b1 > piece.b0)


def _gaps(blocks: Iterable[Block], a0: int, a1: int, b0: int, b1: int) -> list[Piece]:
    """What lies between the blocks of a stretch."""
    gaps = []
    for block in [*blocks, Block(a1, b1, 0)]:
        if block.a > a0 or block.b > b0:
            gaps.append(Piece(a0, block.a, b0, block.b))
        a0, b0 = block.a + block.length, block.b + block.length
    return gaps


def _regions(a: Tokens, blocks: list[Block], length_a: int, length_b: int) -> list[Piece]:
    """The stretches between solid blocks: the differences and the scattered agreement among them."""
    solid = [block for block in blocks if _is_solid(a, block) or block.a == block.b == 0]
    if blocks and blocks[-1].a + blocks[-1].length == length_a and blocks[-1].b + blocks[-1].length == length_b:
        solid += [block for block in blocks[-1:] if block not in solid]
    return _gaps(solid, 0, length_a, 0, length_b)


def _is_solid(a: Tokens, block: Block) -> bool:
    total = 0.0
    for index in range(block.a, block.a + block.length):
        total += weight(a.keys[index])
        if total >= SOLID:
            return True
    return False


def _coarse(a: Tokens, b: Tokens, region: Piece) -> list[Piece]:
    """A region too large for prices: word-level differences after diff-match-patch's semantic clean-up.

    Words are encoded as single characters, so that no clean-up can split one.
    """
    letters: dict[str, str] = {}
    keys_a, keys_b = a.keys[region.a0 : region.a1], b.keys[region.b0 : region.b1]
    text_a, text_b = ("".join(letters.setdefault(key, _letter(len(letters))) for key in keys) for keys in (keys_a, keys_b))
    blocks = matching_blocks(keys_a, keys_b)
    differences: list[tuple[int, str]] = []
    done_a = done_b = 0
    for block in [*blocks, Block(len(text_a), len(text_b), 0)]:
        differences += [(-1, text_a[done_a : block.a]), (1, text_b[done_b : block.b])]
        done_a, done_b = block.a + block.length, block.b + block.length
        differences.append((0, text_a[block.a : done_a]))
    differences = [difference for difference in differences if difference[1]]
    diff_match_patch().diff_cleanupSemantic(differences)
    return _decoded(differences, region)


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


def _widened(part: Piece, region: Piece, a: Tokens, b: Tokens) -> Piece:
    """The part with a few aligned tokens on either side, where it is a whole region."""
    if part != region:
        return part
    a0, a1, b0, b1, _ = part
    for _ in range(MARGIN):
        if a0 and b0 and a.keys[a0 - 1] == b.keys[b0 - 1]:
            a0, b0 = a0 - 1, b0 - 1
        if a1 < len(a) and b1 < len(b) and a.keys[a1] == b.keys[b1]:
            a1, b1 = a1 + 1, b1 + 1
    return Piece(a0, a1, b0, b1)


def _priced(a: Tokens, b: Tokens, part: Piece) -> list[Piece]:
    """The pieces of a short stretch by the priced alignment, cleaned up."""
    pairs = refine(
        a.keys[part.a0 : part.a1],
        b.keys[part.b0 : part.b1],
        weight,
        lambda i, j: kinship(a, part.a0 + i, b, part.b0 + j),
    )
    shifted = [(part.a0 + i, part.b0 + j, same) for i, j, same in pairs]
    return _cleaned(a, _from_pairs(shifted, part))


def _from_pairs(pairs: list[Pair], part: Piece) -> list[Piece]:
    pieces: list[Piece] = []
    a0, b0 = part.a0, part.b0
    for i, j, same in [*pairs, (part.a1, part.b1, True)]:
        if i > a0 or j > b0:
            pieces.append(Piece(a0, i, b0, j))
        if not same:
            pieces.append(Piece(i, i + 1, j, j + 1, True))
        a0, b0 = i + 1, j + 1
    return pieces


def _cleaned(a: Tokens, pieces: list[Piece]) -> list[Piece]:
    """Pieces joined over agreement that is slight beside what differs on both sides of it."""
    joined: list[Piece] = []
    for piece in pieces:
        while joined and _belong_together(a, joined[-1], piece):
            last = joined.pop()
            piece = Piece(last.a0, piece.a1, last.b0, piece.b1)
        joined.append(piece)
    return joined


def _belong_together(a: Tokens, left: Piece, right: Piece) -> bool:
    if left.paired or right.paired or not (_is_rewording(left) and _is_rewording(right)):
        return False
    between = sum(weight(a.keys[index]) for index in range(left.a1, right.a0))
    slight = min(_size(left), _size(right)) * CONTENT * 0.4
    return 0 < between <= slight


def _is_rewording(piece: Piece) -> bool:
    return piece.a1 > piece.a0 and piece.b1 > piece.b0


def _size(piece: Piece) -> int:
    return max(piece.a1 - piece.a0, piece.b1 - piece.b0)
