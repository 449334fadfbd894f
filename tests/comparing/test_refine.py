"""The priced alignment of short stretches."""

from hypothesis import given
from hypothesis import strategies as st

from workbench.comparing.refine import OPENING, refine

Row = dict[int, tuple[float, bool]]


def _worths(a: str, b: str, prices: dict[str, float]) -> list[Row]:
    return [{j: (prices.get(x, 1.0), True) for j, y in enumerate(b) if x == y} for x in a]


def _aligned(a: str, b: str, prices: dict[str, float] | None = None) -> str:
    return "".join(a[i] for i, _, same in refine(_worths(a, b, prices or {}), len(b)) if same)


def test_equal_stretches_are_aligned_whole() -> None:
    assert _aligned("abcde", "abcde") == "abcde"


def test_a_cheap_token_between_differences_is_not_worth_an_edit() -> None:
    assert _aligned("xxtyy", "zztww", {"t": OPENING - 0.1}) == ""


def test_a_dear_token_between_differences_is_kept() -> None:
    assert _aligned("xxtyy", "zztww", {"t": OPENING + 0.1}) == "t"


def test_cheap_tokens_at_the_border_of_an_edit_stay_outside() -> None:
    assert _aligned("txxt", "tzzzt", {"t": 0.1}) == "tt"


def test_dear_tokens_win_over_many_cheap_ones() -> None:
    assert _aligned("Nttt", "tttN", {"N": 3.0, "t": 0.2}) == "N"


def test_two_tokens_of_one_kind_are_a_pair_when_that_pays() -> None:
    worths: list[Row] = [{0: (1.0, True)}, {1: (OPENING + 0.4, False)}, {2: (1.0, True)}]
    assert refine(worths, 3) == [(0, 0, True), (1, 1, False), (2, 2, True)]


def test_empty_sides_have_no_pairs() -> None:
    assert refine([], 0) == []
    assert refine([{}, {}], 0) == []
    assert refine([], 3) == []


@given(st.text(alphabet="abct", max_size=12), st.text(alphabet="abct", max_size=12))
def test_pairs_rise_on_both_sides_and_are_of_equal_tokens(a: str, b: str) -> None:
    last = (-1, -1)
    for i, j, same in refine(_worths(a, b, {"t": 0.3}), len(b)):
        assert same
        assert a[i] == b[j]
        assert i > last[0]
        assert j > last[1]
        last = (i, j)


@given(st.text(alphabet="abt", max_size=8), st.text(alphabet="abt", max_size=8))
def test_no_alignment_is_dearer(a: str, b: str) -> None:
    """Against trying every alignment there is."""
    prices = {"t": 0.3, "a": 0.7, "b": 1.2}
    found = [(i, j) for i, j, _ in refine(_worths(a, b, prices), len(b))]
    assert abs(_value(a, b, found, prices) - _best(a, b, 0, 0, False, prices)) < 1e-9


def _value(a: str, b: str, pairs: list[tuple[int, int]], prices: dict[str, float]) -> float:
    total, after = 0.0, (0, 0)
    paired = True
    for i, j in [*pairs, (len(a), len(b))]:
        gap = (i, j) != after
        total -= OPENING if gap else 0.0
        if i < len(a):
            total += prices[a[i]] + (0.04 if not gap and paired else 0.0)
        after = (i + 1, j + 1)
    return total


def _best(a: str, b: str, i: int, j: int, in_edit: bool, prices: dict[str, float]) -> float:
    if i == len(a) and j == len(b):
        return 0.0
    choices = []
    if i < len(a) and j < len(b) and a[i] == b[j]:
        choices.append(prices[a[i]] + (0.0 if in_edit else 0.04) + _best(a, b, i + 1, j + 1, False, prices))
    opening = 0.0 if in_edit else OPENING
    if i < len(a):
        choices.append(_best(a, b, i + 1, j, True, prices) - opening)
    if j < len(b):
        choices.append(_best(a, b, i, j + 1, True, prices) - opening)
    return max(choices)
