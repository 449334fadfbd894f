"""What counts as found, and as false."""

from collections import defaultdict
from collections.abc import Sequence

from tests.benchmarks.generator import Planted
from tests.benchmarks.recall import Family, Recall, recall

PLANTED = [
    Planted("quote", 7, 0, (100, 200)),
    Planted("quote", 7, 1, (50, 150)),
    Planted("quote", 7, 2, (0, 90), "trimmed", 0.1),
    Planted("copy", 3, 4, (0, 900)),
]


def found_in(families: Sequence[Family], planted: Sequence[Planted] = PLANTED) -> Recall:
    """The recall of families in articles whose text is left out."""
    return recall(planted, families, defaultdict(str))


def test_a_rendering_is_found_only_together_with_another_one() -> None:
    found = found_in([[(0, (100, 200)), (1, (50, 150))], [(2, (0, 90)), (9, (0, 90))]])
    assert found.kinds["quote, exact"] == (2, 2)
    assert found.kinds["quote, trimmed"] == (0, 1)
    assert found.of("quote, trimmed") == 0


def test_a_witness_must_cover_most_of_the_rendering() -> None:
    assert found_in([[(0, (100, 165)), (1, (50, 150))]]).kinds["quote, exact"] == (0, 2)
    assert found_in([[(0, (100, 175)), (1, (50, 150))]]).kinds["quote, exact"] == (2, 2)


def test_a_copy_is_found_together_with_its_original() -> None:
    assert found_in([[(4, (0, 900)), (3, (0, 900))]]).of("copy, exact") == 1
    assert found_in([[(4, (0, 900)), (5, (0, 900))]]).of("copy, exact") == 0


def test_a_witness_without_a_planted_text_in_common_with_the_others_is_unplanned() -> None:
    found = found_in([[(0, (100, 200)), (1, (50, 150)), (8, (0, 100))], [(4, (0, 900)), (3, (0, 900))]])
    assert (found.families, found.witnesses, found.unplanned) == (2, 5, 1)


def test_an_unplanned_witness_is_false_when_its_text_stands_in_no_other_of_its_family() -> None:
    texts = {
        5: "The harbour master told the council of the ice.",
        6: "The harbour master told a council of the ice again.",
        7: "The ferry sails on Monday.",
    }
    family = [(article, (0, len(text))) for article, text in texts.items()]
    found = recall(PLANTED, [family], texts)
    assert (found.unplanned, found.false_witnesses) == (3, 1)
    found = recall(PLANTED, [family[:1], [*family[2:], (7, (4, 9))]], texts)
    assert (found.unplanned, found.false_witnesses) == (3, 2)


def test_a_witness_is_not_its_own_company() -> None:
    texts = {5: "The ferry sails on Monday.", 6: "Ice.", 7: "The ferry sails on Monday, too."}
    assert recall(PLANTED, [[(5, (0, 26)), (6, (0, 4))]], texts).false_witnesses == 2
    assert recall(PLANTED, [[(5, (0, 26)), (7, (0, 25))]], texts).false_witnesses == 0


def test_a_viral_quotation_split_over_families_has_the_share_of_its_largest() -> None:
    planted = [Planted("viral", 1, article, (0, 100)) for article in range(4)]
    halves = [[(0, (0, 100)), (1, (0, 100)), (2, (0, 100))], [(3, (0, 100)), (0, (0, 100))]]
    assert found_in(halves, planted).viral == (0.75, 0.75)
