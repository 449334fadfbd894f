"""The families nearest to one come first: those that say the same, then those of the same articles."""

from tests.ui.by_hand import article
from workbench.model import Family, Place, Witness
from workbench.nearby import families_nearby
from workbench.snapshot import Snapshot
from workbench.spans import Span

TEXTS = {
    1: "The harbour wall was rebuilt last spring. Nobody swims in winter.",
    2: "The harbour wall was built again last spring. Nobody swims in winter.",
    3: "They say the harbour wall was rebuilt in spring.",
    4: "A red kite flew over the market hall on Sunday.",
    5: "One red kite flew over the market hall on a Sunday.",
}


def place(number: int, start: int, end: int | None = None) -> Place:
    return Place(number, Span(start, len(TEXTS[number]) if end is None else end))


def family(number: int, *places: Place, boilerplate: bool = False) -> Family:
    witnesses = tuple(Witness(10 * number + k, one) for k, one in enumerate(places))
    return Family(number, witnesses, boilerplate)


def snapshot(*families: Family) -> Snapshot:
    return Snapshot((), tuple(article(number, text) for number, text in TEXTS.items()), families)


def test_the_same_words_come_before_the_same_articles_and_both_before_others() -> None:
    wall = family(1, place(1, 0, 41), place(2, 0, 45))
    same, beside = family(2, place(3, 0), place(4, 0, 5)), family(3, place(1, 42), place(2, 46))
    far = family(4, place(4, 0), place(5, 0))
    found = families_nearby(snapshot(wall, far, beside, same), wall, TEXTS)
    assert [near.family.id for near in found] == [3, 2, 4]
    assert [(near.articles, near.words > 0) for near in found] == [(2, False), (0, True), (0, False)]


def test_boilerplate_comes_last_for_what_is_none() -> None:
    wall, copy = family(1, place(1, 0), place(2, 0)), family(2, place(3, 0), place(1, 0), boilerplate=True)
    far = family(3, place(4, 0), place(5, 0))
    assert [near.family.id for near in families_nearby(snapshot(wall, copy, far), wall, TEXTS)] == [3, 2]
    assert [near.family.id for near in families_nearby(snapshot(wall, copy, far), copy, TEXTS)] == [1, 3]
