import math
import random

import pytest

from tests.engine.test_pairs import shuffled, topical
from workbench.engine import likeness
from workbench.engine.bags import Bags
from workbench.engine.likeness import alike
from workbench.engine.scripts import breadth
from workbench.engine.sentences import Region, Sentences


def bags_of(a: str, b: str) -> Bags:
    return Bags(Sentences(a, b))


def pairs_of(bags: Bags) -> list[tuple[int, int]]:
    first, second = alike(bags)
    return list(zip(first.tolist(), second.tolist(), strict=True))


def test_the_renderings_of_the_same_sentences_are_alike_and_others_are_not() -> None:
    ours = topical(1, 12)
    theirs = [*topical(2, 5), *(shuffled(sentence, 7) for sentence in ours[3:6]), *topical(3, 5)]
    assert pairs_of(bags_of(" ".join(ours), " ".join(theirs))) == [(3, 5), (4, 6), (5, 7)]


@pytest.mark.parametrize("seed", range(4))
def test_rare_stems_propose_nearly_all_that_is_alike(seed: int, monkeypatch: pytest.MonkeyPatch) -> None:
    rng = random.Random(seed)
    ours = topical(seed, 60)
    theirs = [shuffled(rng.choice(ours), k) if k % 3 else topical(seed + 100 + k, 1)[0] for k in range(80)]
    bags = bags_of(" ".join(ours), " ".join(theirs))
    every = pairs_of(bags)
    monkeypatch.setattr(likeness, "_MOST_WORK", 6_000)
    by_rare_stems = pairs_of(bags)
    assert len(every) > 40
    assert set(by_rare_stems) <= set(every)
    assert len(by_rare_stems) >= 0.9 * len(every)


def test_likeness_is_the_cosine_of_the_stems_by_rarity() -> None:
    ours, theirs = topical(4, 15), [shuffled(sentence) for sentence in topical(4, 25)[5:]]
    bags = bags_of(" ".join(ours), " ".join(theirs))
    counts = bags.sentences.counts
    by_hand = [(i, j) for i in range(counts[0]) for j in range(counts[1]) if are_alike(bags, i, j)]
    assert len(by_hand) >= 10
    assert pairs_of(bags) == by_hand


def are_alike(bags: Bags, i: int, j: int) -> bool:
    """Two sentences compared by the book."""
    one, other = (
        dict(zip(bags.stem[e].tolist(), bags.weight[e].tolist(), strict=True))
        for e in (bags.entries(0, i, i), bags.entries(1, j, j))
    )
    common = one.keys() & other.keys()
    norms = math.sqrt(sum(w * w for w in one.values()) * sum(w * w for w in other.values()))
    dice = 2 * len(common) / (len(one) + len(other))
    return sum(one[s] * other[s] for s in common) > likeness.LEAST_COSINE * norms and dice > likeness.LEAST_DICE


def test_of_too_many_alike_sentences_the_most_alike_count(monkeypatch: pytest.MonkeyPatch) -> None:
    ours = topical(1, 20)
    exact, vague = ours[:5], [shuffled(sentence) for sentence in ours[5:10]]
    bags = bags_of(" ".join(ours), " ".join([*vague, *exact]))
    monkeypatch.setattr(likeness, "_MOST_ALIKE", 5)
    assert pairs_of(bags) == [(k, k + 5) for k in range(5)]


def test_two_renderings_of_one_sentence_are_fully_alike_and_strangers_hardly() -> None:
    ours, theirs = topical(1, 6), topical(2, 6)
    bags = bags_of(" ".join([*ours, *theirs]), " ".join([*theirs, *ours]))
    assert bags.likeness(Region(0, 5, 6, 11)) == pytest.approx(1)
    assert bags.likeness(Region(0, 5, 0, 5)) < 0.2


def test_breadth_counts_what_characters_say_and_not_how_many_they_are() -> None:
    assert breadth("harbour") == 7
    assert breadth("гавань") == 6
    assert breadth("港务局 said") == 3 * 4 + 5
    assert breadth("항구") == 2 * 2
    assert breadth("ท่าเรือ") == 7
    assert breadth("𠀀") == 4
