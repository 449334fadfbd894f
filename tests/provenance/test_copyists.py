"""Descent that is known: how often the parent named is the true one."""

import random
from dataclasses import replace

import pytest

from tests.provenance.copyists import Habits, Story, story
from workbench.provenance.provenance import provenance_of


def tried(habits: Habits, count: int = 60) -> tuple[int, int, int]:
    """Right, wrong and left open over so many stories; a parent with the very words of the true one is wrong."""
    right = wrong = left = 0
    for seed in range(count):
        made = story(seed, habits)
        for descent in provenance_of(made.family, made.articles, made.texts).descents:
            if descent.parent is None:
                left += 1
            elif descent.parent == made.parents[descent.place]:
                right += 1
            else:
                wrong += 1
    return right, wrong, left


@pytest.mark.parametrize(
    ("habits", "least"),
    [
        (Habits(), 0.15),
        (Habits(lost=0.0), 0.2),
        (Habits(edits=5.0), 0.15),
        (Habits(edits=1.2), 0.15),
        (Habits(naming=0.0, lost=0.0, undated=0.0, coarse=0.0), 0.08),
    ],
)
def test_a_wrong_parent_is_rare_and_some_are_named(habits: Habits, least: float) -> None:
    right, wrong, left = tried(habits)
    assert wrong <= 0.05 * (right + wrong)
    assert right >= least * (right + wrong + left)


def shuffled(made: Story, seed: int) -> Story:
    witnesses = list(made.family.witnesses)
    random.Random(seed).shuffle(witnesses)
    return replace(made, family=replace(made.family, witnesses=tuple(witnesses)))


@pytest.mark.parametrize("seed", range(8))
def test_the_order_of_witnesses_does_not_matter(seed: int) -> None:
    made = story(seed)
    again = shuffled(made, seed)
    first = provenance_of(made.family, made.articles, made.texts)
    assert provenance_of(again.family, again.articles, again.texts) == first
