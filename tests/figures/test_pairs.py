"""Pairs of articles made up for the purpose: which figures conflict, which do not, and why."""

from typing import Any

import pytest

from tests.figures.stories import PAIRS, both
from workbench.figures.conflicts import conflicting_figures


def test_there_are_enough_pairs_of_both_sorts() -> None:
    assert len(PAIRS) >= 50
    assert sum(bool(pair["conflict"]) for pair in PAIRS) >= 15
    assert sum(not pair["conflict"] for pair in PAIRS) >= 20


@pytest.mark.parametrize("pair", PAIRS, ids=lambda pair: pair["why"])
def test_a_pair_conflicts_where_it_should_and_nowhere_else(pair: dict[str, Any]) -> None:
    found = conflicting_figures(both(pair))
    assert [str(conflict.kind) for conflict in found] == ([pair["conflict"]] if pair["conflict"] else [])
    for conflict in found:
        assert sorted((conflict.left.figure, conflict.right.figure)) == sorted(pair["figures"])


@pytest.mark.parametrize("pair", [pair for pair in PAIRS if pair["conflict"]], ids=lambda pair: pair["why"])
def test_both_articles_the_other_way_round_are_the_same_conflict(pair: dict[str, Any]) -> None:
    assert conflicting_figures(both(pair)[::-1]) == conflicting_figures(both(pair))
