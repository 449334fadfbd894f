"""Figures of a large case, compared in a process of its own: the same as of a small one, by the same word lists."""

import pytest

from tests.figures.stories import PAIRS, both
from workbench.amendments import Amended
from workbench.figures import large
from workbench.figures.conflicts import conflicting_figures
from workbench.progress import silent

STRIKE = both(PAIRS[0])


def test_a_large_case_gives_the_same_conflicts_as_a_small_one(monkeypatch: pytest.MonkeyPatch) -> None:
    small = large.figures_in(STRIKE, Amended(), silent)
    monkeypatch.setattr(large, "_LARGE", 0)
    stages = set()
    found = large.figures_in(STRIKE, Amended(), lambda stage, _done, _total: stages.add(stage))
    assert found == small == tuple(conflicting_figures(STRIKE))
    assert found
    assert stages
