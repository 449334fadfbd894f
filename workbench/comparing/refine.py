"""Word-level alignment of a short stretch with prices: opening an edit costs, meaningful words pay to stay aligned.

Gotoh's affine gaps (1982) turned to prose: a run of differing tokens of either side is one edit and costs the same
however long it is, so an isolated "the" is not worth tearing a rewording in two, while a name or a figure is.
"""

from collections.abc import Mapping, Sequence

OPENING = 0.5
"""The price of one more edit, in the currency of token weights."""
NEIGHBOUR = 0.04
"""What an aligned token is worth more when the one before it is aligned too."""

Worths = Sequence[Mapping[int, tuple[float, bool]]]
"""For each token of one side, those of the other it may stand against: what that is worth, whether they are equal."""
Pair = tuple[int, int, bool]
"""A token of each side that stand for each other, and whether they are the same."""

_NEVER = float("-inf")
_Table = list[list[float]]


def refine(worths: Worths, width: int) -> list[Pair]:
    """The dearest alignment of two stretches, in order; what is in no pair belongs to edits.

    `worths` has an entry for each token of the first, `width` is the number of tokens of the second.
    """
    aligned, edited = _tables(worths, width)
    return _walk_back(worths, aligned, edited)


def _tables(worths: Worths, width: int) -> tuple[_Table, _Table]:
    """Best values of every prefix of both sides, ending in a pair and ending in an edit."""
    aligned: _Table = [[0.0] + [_NEVER] * width]
    edited: _Table = [[_NEVER] + [-OPENING] * width]
    best: list[float] = [-OPENING] * (width + 1)
    for row_worths in worths:
        above, above_edited = aligned[-1], edited[-1]
        left = best[0]
        row, row_edited, row_best = [_NEVER] * (width + 1), [left], [left]
        worth_at = row_worths.get
        for j, up in enumerate(best[1:]):
            value = max(up, left)
            row_edited.append(value)
            worth = worth_at(j)
            if worth is not None:
                paired = row[j + 1] = _paired(worth, above[j], above_edited[j])
                value = max(value, paired - OPENING)
            row_best.append(value)
            left = value
        aligned.append(row)
        edited.append(row_edited)
        best = row_best
    return aligned, edited


def _paired(worth: tuple[float, bool], from_pair: float, from_edit: float) -> float:
    """The value of a pair: two tokens of one kind cost an edit, equal tokens in a row are worth a little more."""
    value, same = worth
    if same:
        return value + max(from_pair + NEIGHBOUR, from_edit)
    return value - OPENING + max(from_pair, from_edit)


def _walk_back(worths: Worths, aligned: _Table, edited: _Table) -> list[Pair]:
    pairs: list[Pair] = []
    i, j = len(aligned) - 1, len(aligned[0]) - 1
    in_pair = aligned[i][j] >= edited[i][j]
    while i or j:
        if in_pair:
            same = worths[i - 1][j - 1][1]
            i, j = i - 1, j - 1
            in_pair = aligned[i][j] + (NEIGHBOUR if same else 0.0) >= edited[i][j]
            pairs.append((i, j, same))
        else:
            value = edited[i][j]
            if i and max(edited[i - 1][j], aligned[i - 1][j] - OPENING) == value:
                i -= 1
            else:
                j -= 1
            in_pair = aligned[i][j] - OPENING == value
    return pairs[::-1]
