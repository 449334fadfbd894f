from tests.engine.test_pairs import topical
from workbench.engine.bags import Bags
from workbench.engine.clusters import passages
from workbench.engine.likeness import alike
from workbench.engine.sentences import Sentences


def clusters(a: list[str], b: list[str]) -> list[tuple[int, int, int, int]]:
    bags = Bags(Sentences(" ".join(a), " ".join(b)))
    return [tuple(region) for region in passages(bags, *alike(bags))]


def test_alike_sentences_near_one_another_are_one_passage_and_far_ones_are_two() -> None:
    ours, others = topical(1, 8), topical(2, 20)
    near = [*others[:4], *ours[:3], *others[4:6], *ours[3:6], *others[6:9]]
    assert clusters(ours[:6], near) == [(0, 5, 4, 11)]
    far = [*others[:4], *ours[:3], *others[4:14], *ours[3:6], *others[14:]]
    assert clusters(ours[:6], far) == [(0, 2, 4, 6), (3, 5, 17, 19)]


def test_a_sentence_that_comes_back_again_and_again_is_not_the_whole_stretch_it_comes_back_in() -> None:
    (sentence,), others = topical(1, 1), topical(2, 12)
    b = [sentence, *others[:3], sentence, *others[3:6], sentence]
    assert clusters([sentence, *topical(3, 4)], b) == [(0, 0, 0, 0), (0, 0, 4, 4), (0, 0, 8, 8)]


def test_nothing_alike_makes_no_passage() -> None:
    assert clusters(topical(1, 3), topical(2, 3)) == []
