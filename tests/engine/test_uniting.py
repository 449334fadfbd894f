from collections.abc import Sequence

from tests.engine.places import Texts
from workbench.engine.grouping import Gathering
from workbench.engine.uniting import united

WHOLE = "The ferry to Velm will not sail before the ice has left the upper lake, the owner of both boats told the town"
HALF = "The ferry to Velm will not sail before the ice has left the upper lake"
THIRD = "The ferry to Velm will not sail before"
AFTER = "Nobody had expected it so late in the year, and the mill has no flour left at all"


def families(texts: Texts, *found: Gathering) -> list[list[str]]:
    told = united(found, texts.archive, lambda: None)
    return [texts.told(gathering) for gathering in told]


def test_a_sentence_is_united_with_its_trimmed_renderings() -> None:
    texts = Texts(f"{WHOLE}.", f"So: {WHOLE}.", f"{HALF}. Nothing else is known here.")
    whole, trimmed = texts.family(WHOLE, WHOLE, ""), texts.family(HALF, HALF, HALF)
    assert families(texts, trimmed, whole) == [[WHOLE, WHOLE, HALF]]


def test_a_sentence_inside_a_longer_passage_stays_a_family_of_its_own() -> None:
    both = f"{WHOLE}. {AFTER}"
    texts = Texts(f"{both}.", f"Well. {both}.", f"{WHOLE}. And so on.")
    told = families(texts, texts.family(both, both), texts.family(WHOLE, WHOLE, WHOLE))
    assert sorted(told, key=len) == [[both, both], [WHOLE, WHOLE, WHOLE]]


def test_less_than_half_of_a_sentence_is_another_text() -> None:
    less = f"{THIRD} the ice"
    texts = Texts(f"{WHOLE}.", f"So: {WHOLE}.", f"{less}. Nothing else.")
    told = families(texts, texts.family(WHOLE, WHOLE), texts.family(less, less, less))
    assert sorted(map(len, told)) == [2, 3]


def test_no_chain_of_ever_shorter_renderings_is_united() -> None:
    texts = Texts(f"{WHOLE}.", f"So: {WHOLE}.", f"{HALF}. Well.", f"Now {HALF}. Well.", f"{THIRD}. Well.")
    found = (
        texts.family(WHOLE, WHOLE),
        texts.family(HALF, HALF, HALF, HALF),
        texts.family(THIRD, THIRD, THIRD, THIRD, THIRD),
    )
    for told in families(texts, *found):
        assert not {WHOLE, THIRD} <= set(told)


def test_a_family_whose_passage_stands_elsewhere_in_most_articles_is_not_united() -> None:
    texts = Texts(f"{WHOLE}.", f"So: {WHOLE}.", f"Hm: {WHOLE}.", f"{HALF}. Well.", f"Now {HALF}. Well.")
    told = families(texts, texts.family(WHOLE, WHOLE, WHOLE), texts.family(HALF, "", "", HALF, HALF))
    assert sorted(map(len, told)) == [3, 3]


def test_a_place_that_lies_half_in_a_witness_keeps_two_families_apart() -> None:
    texts = Texts(f"{WHOLE}.", f"So: {WHOLE}.", f"Hm: {WHOLE}.")
    across = "upper lake, the owner of both boats told the town"
    part = Gathering([*((doc, texts.place(doc, HALF)) for doc in (0, 1)), (2, texts.place(2, across))])
    long = Gathering([*((doc, texts.place(doc, WHOLE)) for doc in (0, 1)), (2, texts.place(2, HALF))])
    assert len(families(texts, long, part)) == 2


def test_of_two_families_with_the_same_places_the_larger_one_is_kept() -> None:
    texts = Texts(*(f"{k} {WHOLE}." for k in "abc"))
    shorter = WHOLE.removeprefix("The ").removesuffix(" town")
    assert families(texts, texts.family(shorter, shorter), texts.family(WHOLE, WHOLE, WHOLE)) == [[WHOLE] * 3]


def test_a_place_that_only_the_smaller_family_has_is_taken_along() -> None:
    edited = WHOLE.replace("will not", "may not")
    texts = Texts(*(f"{k} {WHOLE}." for k in "abcdef"), f"g {edited}.")
    larger, smaller = texts.family(*[WHOLE] * 6), texts.family(*[""] * 2, *[WHOLE] * 4, edited)
    assert families(texts, larger, smaller) == [[*[WHOLE] * 6, edited]]


def test_a_place_unlike_the_larger_family_keeps_the_smaller_one() -> None:
    texts = Texts(*(f"{k} {WHOLE}." for k in "abcdef"), f"g {AFTER}.")
    larger, smaller = texts.family(*[WHOLE] * 6), texts.family(*[""] * 2, *[WHOLE] * 4, AFTER)
    assert len(families(texts, larger, smaller)) == 2


def test_the_result_does_not_depend_on_the_order_of_the_families() -> None:
    texts = Texts(f"{WHOLE}.", f"So: {WHOLE}.", f"{HALF}. Well.", f"Now {HALF}. Well.", f"{THIRD}. Well.")
    makers = ((WHOLE, WHOLE), (HALF, HALF, HALF, HALF), (THIRD,) * 5)

    def result(order: Sequence[int]) -> list[list[str]]:
        return sorted(map(sorted, families(texts, *(texts.family(*makers[k]) for k in order))))

    assert result((0, 1, 2)) == result((2, 1, 0)) == result((1, 2, 0))


def test_progress_is_told_for_every_family() -> None:
    texts = Texts(f"{WHOLE}.", f"So: {WHOLE}. {AFTER}.", f"{AFTER}.")
    steps: list[None] = []
    found = [texts.family(WHOLE, WHOLE), texts.family("", AFTER, AFTER)]
    united(found, texts.archive, lambda: steps.append(None))
    assert len(steps) == 2
