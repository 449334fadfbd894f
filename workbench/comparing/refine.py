"""Word-level alignment of a short stretch with prices: opening an edit costs, meaningful words pay to stay aligned.

Gotoh's affine gaps (1982) turned to prose: a run of differing tokens of either side is one edit and costs the same however long
it is, so an isolated "the" is not worth tearing a rewording in two, while a name or a figure is.
"""

from collections.abc import Callable, Sequence

OPENING = 0.5
"""The price of one more edit, in the currency of token weights."""
NEIGHBOUR = 0.04
"""What an aligned token is worth more when the one before it is aligned too."""

Pair = tuple[int, int, bool]
"""A token of each side that stand for each other, and whether they are the same."""


def refine(
    a: Sequence[str],
    b: Sequence[str],
    weight: Callable[[str], float],
    kinship: Callable[[int, int], float],
) -> list[Pair]:
    """The dearest alignment of `a` with `b`, in order; what is in no pair belongs to edits.

    `weight` prices an equal token; `kinship(i, j)` prices two unequal ones that belong together as an edit of
    their own (a figure for a figure), 0 for strangers.
    """
    aligned, edited, steps, origins = _tables(a, b, weight, kinship)
    return _walk_back(a, b, aligned[len(a)][len(b)] >= edited[len(a)][len(b)], steps, origins)


_Table = list[list[float]]
_NEVER = float("-inf")


def _tables(
    a: Sequence[str], b: Sequence[str], weight: Callable[[str], float], kinship: Callable[[int, int], float]
) -> tuple[_Table, _Table, list[bytearray], list[bytearray]]:
    """Best values ending aligned and ending in an edit; where each came from.

    `steps[i][j]` is 0 when the pair ending there was reached from an edit, 1 from a pair. `origins[i][j]` is the
    last move of the edit: 1 a token of `a` from an edit, 2 of `b` from an edit, 3 and 4 the same from a pair.
    """
    width = len(b) + 1
    weights = [weight(token) for token in a]
    aligned: _Table = [[_NEVER] * width]
    aligned[0][0] = 0.0
    edited: _Table = [[_NEVER] + [-OPENING] * (width - 1)]
    steps = [bytearray(width)]
    origins = [bytearray([0, 4] + [2] * (width - 2))[:width]]
    for i, token in enumerate(a, 1):
        above, above_edited = aligned[-1], edited[-1]
        row, row_edited = [_NEVER] * width, [_NEVER] * width
        step, origin = bytearray(width), bytearray(width)
        for j in range(width):
            best, move = above_edited[j], 1
            value = above[j] - OPENING
            if value > best:
                best, move = value, 3
            if j:
                value = row_edited[j - 1]
                if value > best:
                    best, move = value, 2
                value = row[j - 1] - OPENING
                if value > best:
                    best, move = value, 4
                same = token == b[j - 1]
                worth = weights[i - 1] if same else kinship(i - 1, j - 1)
                if worth:
                    from_pair, from_edit = above[j - 1], above_edited[j - 1]
                    if same:
                        from_pair += NEIGHBOUR
                    else:
                        worth -= OPENING
                    step[j] = from_pair >= from_edit
                    row[j] = worth + max(from_pair, from_edit)
            row_edited[j], origin[j] = best, move
        aligned.append(row)
        edited.append(row_edited)
        steps.append(step)
        origins.append(origin)
    return aligned, edited, steps, origins


def _walk_back(
    a: Sequence[str], b: Sequence[str], in_pair: bool, steps: list[bytearray], origins: list[bytearray]
) -> list[Pair]:
    pairs: list[Pair] = []
    i, j = len(a), len(b)
    while i or j:
        if in_pair:
            in_pair = bool(steps[i][j])
            i, j = i - 1, j - 1
            pairs.append((i, j, a[i] == b[j]))
        else:
            move = origins[i][j]
            in_pair = move >= 3
            if move in (1, 3):
                i -= 1
            else:
                j -= 1
    return pairs[::-1]
