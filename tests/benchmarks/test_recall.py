"""What counts as found, and as false."""

from tests.benchmarks.generator import Planted
from tests.benchmarks.recall import recall

PLANTED = [
    Planted("quote", 7, 0, (100, 200)),
    Planted("quote", 7, 1, (50, 150)),
    Planted("quote", 7, 2, (0, 90), "trimmed", 0.1),
    Planted("copy", 3, 4, (0, 900)),
]


def test_a_rendering_is_found_only_together_with_another_one() -> None:
    found = recall(PLANTED, [[(0, (100, 200)), (1, (50, 150))], [(2, (0, 90)), (9, (0, 90))]])
    assert found.kinds["quote, exact"] == (2, 2)
    assert found.kinds["quote, trimmed"] == (0, 1)
    assert found.of("quote, trimmed") == 0


def test_a_witness_must_cover_most_of_the_rendering() -> None:
    assert recall(PLANTED, [[(0, (100, 165)), (1, (50, 150))]]).kinds["quote, exact"] == (0, 2)
    assert recall(PLANTED, [[(0, (100, 175)), (1, (50, 150))]]).kinds["quote, exact"] == (2, 2)


def test_a_copy_is_found_together_with_its_original() -> None:
    assert recall(PLANTED, [[(4, (0, 900)), (3, (0, 900))]]).of("copy, exact") == 1
    assert recall(PLANTED, [[(4, (0, 900)), (5, (0, 900))]]).of("copy, exact") == 0


def test_a_witness_without_a_planted_text_in_common_with_the_others_is_false() -> None:
    found = recall(PLANTED, [[(0, (100, 200)), (1, (50, 150)), (8, (0, 100))], [(4, (0, 900)), (3, (0, 900))]])
    assert (found.families, found.witnesses, found.false_witnesses) == (2, 5, 1)


def test_a_viral_quotation_split_over_families_has_the_share_of_its_largest() -> None:
    planted = [Planted("viral", 1, article, (0, 100)) for article in range(4)]
    halves = [[(0, (0, 100)), (1, (0, 100)), (2, (0, 100))], [(3, (0, 100)), (0, (0, 100))]]
    assert recall(planted, halves).viral == (0.75, 0.75)
