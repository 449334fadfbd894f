"""Where two long sequences of tokens agree: rare runs anchor first, what lies between by longest common subsequence.

Works from coarse to fine so that long or hostile input costs little: common ends, runs that stand once on each side
(patience diff, after Bram Cohen), then the bit-parallel common subsequence of rapidfuzz.
"""

from bisect import bisect_left
from collections.abc import Callable, Hashable, Sequence
from typing import NamedTuple

from rapidfuzz.distance import Indel

DIRECT = 4_000_000
"""Up to this many cells the common subsequence is computed at once, about 1 ms."""
UTMOST = 400_000_000
"""Above this many cells without an anchor, two stretches count as wholly different (50 MB of bits)."""
ANCHOR_LENGTHS = (12, 5, 2, 1)


class Block(NamedTuple):
    """`length` tokens that are the same, from `a` on one side and from `b` on the other."""

    a: int
    b: int
    length: int


def matching_blocks(
    a: Sequence[Hashable], b: Sequence[Hashable], look: Callable[[], None] = lambda: None
) -> list[Block]:
    """The runs in which `a` and `b` agree, in order, as long as can be, without empty ones.

    `look` is called before every stretch; what it raises goes through.
    """
    known: dict[Hashable, int] = {}
    ids_a = [known.setdefault(key, len(known)) for key in a]
    ids_b = [known.setdefault(key, len(known)) for key in b]
    return _joined(_blocks(ids_a, ids_b, look))


def _blocks(a: list[int], b: list[int], look: Callable[[], None]) -> list[Block]:
    """The blocks of two whole sequences, worked off a stack of stretches that are still to be compared."""
    done: list[Block] = []
    waiting = [(0, len(a), 0, len(b), 0)]
    while waiting:
        look()
        a0, a1, b0, b1, level = waiting.pop()
        head = _common_head(a, a0, a1, b, b0, b1)
        tail = _common_tail(a, a0 + head, a1, b, b0 + head, b1)
        done += [Block(a0, b0, head), Block(a1 - tail, b1 - tail, tail)]
        a0, a1, b0, b1 = a0 + head, a1 - tail, b0 + head, b1 - tail
        cells = (a1 - a0) * (b1 - b0)
        if not cells:
            continue
        if cells <= DIRECT or (level >= len(ANCHOR_LENGTHS) and cells <= UTMOST):
            done += _subsequence(a, a0, a1, b, b0, b1)
        elif level < len(ANCHOR_LENGTHS):
            anchors = _anchors(a, a0, a1, b, b0, b1, ANCHOR_LENGTHS[level], look)
            done += anchors
            waiting += _between(anchors, a0, a1, b0, b1, level + 1)
    return sorted(block for block in done if block.length)


def _common_head(a: list[int], a0: int, a1: int, b: list[int], b0: int, b1: int) -> int:
    length = 0
    for x, y in zip(range(a0, a1), range(b0, b1), strict=False):
        if a[x] != b[y]:
            break
        length += 1
    return length


def _common_tail(a: list[int], a0: int, a1: int, b: list[int], b0: int, b1: int) -> int:
    length = 0
    for x, y in zip(range(a1 - 1, a0 - 1, -1), range(b1 - 1, b0 - 1, -1), strict=False):
        if a[x] != b[y]:
            break
        length += 1
    return length


def _subsequence(a: list[int], a0: int, a1: int, b: list[int], b0: int, b1: int) -> list[Block]:
    found = Indel.opcodes(a[a0:a1], b[b0:b1])
    return [
        Block(a0 + code.src_start, b0 + code.dest_start, code.src_end - code.src_start)
        for code in found
        if code.tag == "equal"
    ]


def _anchors(
    a: list[int], a0: int, a1: int, b: list[int], b0: int, b1: int, length: int, look: Callable[[], None]
) -> list[Block]:
    """Runs of `length` tokens that stand exactly once on each side, the longest chain of them that keeps the order."""
    once_a = _single_runs(a, a0, a1, length)
    look()
    once_b = _single_runs(b, b0, b1, length)
    look()
    shared = sorted((place, once_b[run]) for run, place in once_a.items() if run in once_b)
    return _joined([Block(x, y, length) for x, y in _rising(shared)])


def _single_runs(ids: list[int], start: int, end: int, length: int) -> dict[tuple[int, ...], int]:
    places: dict[tuple[int, ...], int] = {}
    for place, run in enumerate(zip(*(ids[start + k : end] for k in range(length)), strict=False), start):
        places[run] = -1 if run in places else place
    return {run: place for run, place in places.items() if place >= 0}


def _rising(pairs: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """The longest chain of pairs that rises on both sides (patience sorting); `pairs` rise on the first."""
    tops: list[int] = []
    chain: list[int] = []
    before = [-1] * len(pairs)
    for k, (_, y) in enumerate(pairs):
        pile = bisect_left(tops, y)
        before[k] = chain[pile - 1] if pile else -1
        tops[pile : pile + 1] = [y]
        chain[pile : pile + 1] = [k]
    result: list[tuple[int, int]] = []
    k = chain[-1] if chain else -1
    while k >= 0:
        result.append(pairs[k])
        k = before[k]
    return result[::-1]


def _between(
    anchors: list[Block], a0: int, a1: int, b0: int, b1: int, level: int
) -> list[tuple[int, int, int, int, int]]:
    """The stretches before, between and after the anchors; where there are none, the whole at the next level."""
    gaps = []
    for block in [*anchors, Block(a1, b1, 0)]:
        gaps.append((a0, block.a, b0, block.b, level))
        a0, b0 = block.a + block.length, block.b + block.length
    return gaps


def _joined(blocks: list[Block]) -> list[Block]:
    """Blocks that touch or overlap on the same diagonal as one; others are cut so that none overlap."""
    joined: list[Block] = []
    for block in sorted(blocks):
        if joined:
            last = joined[-1]
            if block.a - block.b == last.a - last.b and block.a <= last.a + last.length:
                joined[-1] = Block(last.a, last.b, max(last.length, block.a + block.length - last.a))
                continue
            over = max(last.a + last.length - block.a, last.b + last.length - block.b, 0)
            if over < block.length:
                joined.append(Block(block.a + over, block.b + over, block.length - over))
        elif block.length:
            joined.append(block)
    return joined
