"""Families are replaced whole, keep their order, and know whether they are still true."""

import pytest

from tests.db.builders import place, reading
from workbench.errors import UserError
from workbench.model import Place
from workbench.ports import FoundFamily
from workbench.spans import Span

QUOTE = FoundFamily((place(18, 32, 1), place(18, 30, 2)), boilerplate=False)
FURNITURE = FoundFamily((place(71, 86, 1), place(75, 90, 2)), boilerplate=True)


def places(store) -> list[tuple[tuple[Place, ...], bool]]:
    return [(tuple(member.place for member in family.witnesses), family.boilerplate) for family in store.families()]


def test_families_come_back_in_the_order_they_were_found(filled) -> None:
    filled.replace_families([QUOTE, FURNITURE])
    assert places(filled) == [(QUOTE.places, False), (FURNITURE.places, True)]


def test_witnesses_stand_in_the_order_of_their_articles(filled) -> None:
    filled.replace_families([FoundFamily((place(5, 9, 2), place(40, 50, 1), place(1, 4, 1)), boilerplate=False)])
    assert places(filled)[0][0] == (place(1, 4, 1), place(40, 50, 1), place(5, 9, 2))


def test_a_new_alignment_takes_the_place_of_the_one_before(filled) -> None:
    filled.replace_families([QUOTE, FURNITURE])
    old = filled.families()
    filled.replace_families([QUOTE])
    (family,) = filled.families()
    assert family.id not in {before.id for before in old}
    assert family.witnesses[0].id not in {witness.id for before in old for witness in before.witnesses}
    assert places(filled) == [(QUOTE.places, False)]
    assert filled._db.execute("SELECT count(*) FROM witnesses").fetchone() == (2,)


def test_an_alignment_that_cannot_go_in_whole_leaves_the_one_before(filled) -> None:
    filled.replace_families([QUOTE])
    before = filled.families()
    with pytest.raises(UserError):
        filled.replace_families([FURNITURE, FoundFamily((place(), Place(99, Span(0, 5))), boilerplate=False)])
    assert filled.families() == before


def test_families_are_aligned_until_an_article_comes_in(filled) -> None:
    assert not filled.aligned()
    filled.replace_families([QUOTE])
    assert filled.aligned()
    filled.add_reading(reading("Another story.", name="other.txt"))
    assert not filled.aligned()
    assert places(filled) == [(QUOTE.places, False)]


def test_families_of_some_articles_are_kept_without_the_case_being_aligned(filled) -> None:
    filled.replace_families([QUOTE], article_ids=[1, 2])
    assert filled.aligned()
    filled.add_reading(reading("Another story.", name="other.txt"))
    filled.replace_families([FURNITURE], article_ids=[1, 2])
    assert places(filled) == [(FURNITURE.places, True)]
    assert not filled.aligned()
    filled.replace_families([FURNITURE], article_ids={3, 2, 1})
    assert filled.aligned()


def test_an_alignment_without_families_is_one_too(filled) -> None:
    filled.replace_families([])
    assert filled.families() == ()
    assert filled.aligned()


def test_a_case_without_articles_has_nothing_to_align(store) -> None:
    assert store.aligned()
    store.replace_families([])
    assert store.aligned()


def test_thousands_of_families_go_in_at_once(filled) -> None:
    filled.replace_families([QUOTE] * 5000)
    families = filled.families()
    assert len(families) == 5000
    assert all(len(family.witnesses) == 2 for family in families)


@pytest.mark.parametrize(("column", "damage"), [("family_id", "NULL"), ("start", "'x'"), ("id", "x'00'")])
def test_a_witness_that_no_case_can_hold_means_damage(filled, column: str, damage: str) -> None:
    """As in a file too large to be checked page by page when it is opened."""
    filled.replace_families([QUOTE])
    filled._db.executescript(
        "PRAGMA foreign_keys = OFF; ALTER TABLE witnesses RENAME TO before;"
        "CREATE TABLE witnesses (id, family_id, article_id, start, end); INSERT INTO witnesses SELECT * FROM before;"
        f"UPDATE witnesses SET {column} = {damage} WHERE article_id = 2"
    )
    with pytest.raises(UserError, match="damaged"):
        filled.families()
