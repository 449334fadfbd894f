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
def test_long_documents_have_the_same_alike_sentences_as_short_ones(seed: int, monkeypatch: pytest.MonkeyPatch) -> None:
    rng = random.Random(seed)
    ours = topical(seed, 60)
    theirs = [shuffled(rng.choice(ours), k) if k % 3 else topical(seed + 100 + k, 1)[0] for k in range(80)]
    bags = bags_of(" ".join(ours), " ".join(theirs))
    by_table = pairs_of(bags)
    monkeypatch.setattr(likeness, "_LARGEST_TABLE", 0)
    by_candidates = pairs_of(bags)
    assert len(by_table) > 40
    assert by_candidates == by_table
    # Rare stems alone propose nearly all of them.
    monkeypatch.setattr(likeness, "_MOST_WORK", 6_000)
    few = pairs_of(bags)
    assert set(few) <= set(by_table)
    assert len(few) >= 0.9 * len(by_table)


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


def test_a_character_of_chinese_or_korean_is_as_broad_as_three_letters() -> None:
    assert breadth("harbour") == 7
    assert breadth("港务局 said") == 9 + 5
    assert breadth("항구") == 6
    assert breadth("𠀀") == 3
