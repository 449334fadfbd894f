"""Corrections laid over families found: they stand whatever is found, and touch nothing that they do not mean."""

from collections.abc import Collection

from hypothesis import given
from hypothesis import strategies as st

from workbench.by_hand import Reshaped, difference
from workbench.correcting import corrected
from workbench.model import Correction, Family, Place, Witness
from workbench.parting import TextsOf
from workbench.spans import Span


def place(article: int, start: int = 100, length: int = 50) -> Place:
    return Place(article, Span(start, start + length))


def family(number: int, *places: Place, boilerplate: bool = False) -> Family:
    return Family(number, tuple(Witness(100 * number + k, one) for k, one in enumerate(places)), boilerplate)


def correction(
    number: int, places: tuple[Place, ...], *out: Place, settled: tuple[Place, ...] = (), boilerplate: bool = False
) -> Correction:
    return Correction(number, places, (*places, *settled, *out), boilerplate)


SAID = "The old mill by the weir is to be sold in spring. "
OTHERWISE = "Nobody by the weir knew who is to buy the old mill. "


def texts_of(articles: Collection[int]) -> dict[int, str]:
    """All articles say the same, again and again; so no part of a family is nearer to any passage than another."""
    return dict.fromkeys(articles, SAID * 30)


def shapes(found: list[Family], *corrections: Correction, texts_of: TextsOf = texts_of) -> list[set[Place]]:
    families = corrected(found, corrections, texts_of).families
    ids = [witness.id for one in families for witness in one.witnesses]
    assert len(ids) == len(set(ids)), "no two witnesses have one number"
    assert all(len(one.witnesses) > 1 for one in families)
    return [{witness.place for witness in one.witnesses} for one in families]


A, B, C, D, E, F = (place(number) for number in range(1, 7))
FAR = place(1, 900)


def test_without_corrections_families_are_as_found() -> None:
    found = [family(1, A, B), family(2, C, D)]
    assert corrected(found, [], texts_of) == (tuple(found), {})


def test_what_was_joined_takes_the_place_of_both_and_grows_by_both() -> None:
    joined = correction(7, (A, B, C, D))
    assert shapes([family(1, A, B), family(2, C, D)], joined) == [{A, B, C, D}]
    assert shapes([family(1, A, B, E), family(2, C, D, F)], joined) == [{A, B, C, D, E, F}]


def test_what_was_joined_stays_whole_however_many_come_to_one_part() -> None:
    pairs = [(place(10), place(11)), (place(20), place(21)), (place(30), place(31))]
    joined = correction(7, tuple(one for pair in pairs for one in pair))
    many = tuple(place(number) for number in range(50, 70))
    found = [family(1, *pairs[0], *many), family(2, *pairs[1]), family(3, *pairs[2])]
    assert shapes(found, joined) == [{*joined.places, *many}]


def test_what_was_split_stays_split_and_of_parts_that_say_the_same_the_larger_one_grows() -> None:
    one, two = correction(7, (A, B, E), C, D), correction(8, (C, D), A, B, E)
    assert shapes([family(1, A, B, C, D, E)], one, two) == [{A, B, E}, {C, D}]
    assert shapes([family(1, A, B, C, D, E, F)], one, two) == [{A, B, E, F}, {C, D}]


def saying(**words: str) -> TextsOf:
    """The articles of the passages A to F say `SAID`, those that are named what is given."""
    texts = dict.fromkeys(range(1, 30), SAID * 30)
    texts |= {"ABCDEF".index(name) + 1: " " * 100 + text.ljust(900) for name, text in words.items()}
    return lambda articles: {number: texts[number] for number in articles}


def test_what_is_new_joins_the_part_of_a_split_family_that_it_is_nearest_to() -> None:
    one, two = correction(7, (A, B, E), C, D), correction(8, (C, D), A, B, E)
    found = [family(1, A, B, C, D, E, F)]
    otherwise = {"C": OTHERWISE, "D": OTHERWISE.upper()}
    near_two = saying(**otherwise, F=OTHERWISE.replace("buy", "get"))
    assert shapes(found, one, two, texts_of=near_two) == [{A, B, E}, {C, D, F}]
    near_one = saying(**otherwise, F=SAID.replace("spring", "May"))
    assert shapes(found, one, two, texts_of=near_one) == [{A, B, E, F}, {C, D}]
    assert shapes(found, two, one, texts_of=near_two) == [{A, B, E}, {C, D, F}], "in whichever order they were made"


def test_one_near_witness_counts_for_more_than_many_that_are_halfway_alike() -> None:
    one, two = correction(7, (A, B, E), C, D), correction(8, (C, D), A, B, E)
    texts = saying(C=OTHERWISE, D="Something else altogether stands here.", F=OTHERWISE)
    assert shapes([family(1, A, B, C, D, E, F)], one, two, texts_of=texts) == [{A, B, E}, {C, D, F}]


def test_what_is_nearest_to_a_part_that_was_dismissed_stays_away_with_it() -> None:
    one, two = correction(7, (A, B), C, D), correction(8, (C, D), A, B)
    gone = correction(9, (), C, D)
    otherwise = {"C": OTHERWISE, "D": OTHERWISE}
    found = [family(1, A, B, C, D, E, F)]
    assert shapes(found, one, two, gone, texts_of=saying(**otherwise, F=OTHERWISE)) == [{A, B, E}]
    assert shapes(found, one, two, texts_of=saying(**otherwise, F=OTHERWISE)) == [{A, B, E}, {C, D, F}]


def test_texts_are_read_only_where_a_person_made_several_families_of_one() -> None:
    def never(_: Collection[int]) -> dict[int, str]:
        raise AssertionError("no text is needed")

    assert shapes([family(1, A, B, C)], correction(7, (A, B)), texts_of=never) == [{A, B, C}]
    one, two = correction(7, (A, B), C, D), correction(8, (C, D), A, B)
    assert shapes([family(1, A, B, C, D)], one, two, texts_of=never) == [{A, B}, {C, D}]


def test_a_witness_taken_out_never_comes_back_by_itself() -> None:
    without = correction(7, (A, B), C)
    assert shapes([family(1, A, B, C)], without) == [{A, B}]
    assert shapes([family(1, A, B, C, D)], without) == [{A, B, D}]
    assert shapes([family(1, A, C)], without) == [{A, B}]
    assert shapes([family(1, A, C, D, E, F)], without) == [{A, B, D, E, F}]


def test_a_witness_taken_out_may_stand_in_another_family() -> None:
    assert shapes([family(1, A, B, C), family(2, C, D)], correction(7, (A, B), C)) == [{A, B}, {C, D}]


def test_a_family_dismissed_stays_away_also_when_it_grows_or_shrinks() -> None:
    dismissed = correction(7, (), A, B, C)
    assert shapes([family(1, A, B, C), family(2, D, E)], dismissed) == [{D, E}]
    assert shapes([family(1, A, B, C, F), family(2, D, E)], dismissed) == [{D, E}]
    assert shapes([family(1, A, B), family(2, D, E)], dismissed) == [{D, E}]


def test_a_dismissal_covers_what_was_corrected_before_it_and_not_what_is_made_after_it() -> None:
    found, made = [family(1, A, B, C)], correction(7, (A, B), C)
    assert shapes(found, made, correction(8, (), A, B)) == []
    assert shapes(found, correction(8, (), A, B), correction(9, (A, B))) == [{A, B, C}]


def test_a_family_made_by_hand_takes_in_what_the_engine_later_finds_of_any_of_it() -> None:
    made = correction(7, (A, B))
    assert shapes([], made) == [{A, B}]
    assert shapes([family(1, A, C)], made) == [{A, B, C}]
    assert shapes([family(1, A, C), family(2, B, D)], made) == [{A, B, C, D}]


def test_a_family_that_has_one_witness_of_it_by_chance_stays_beside() -> None:
    made = correction(7, (A, B, C))
    other = family(2, A, D, E)
    assert shapes([family(1, A, B, C), other], made) == [{A, B, C}, {A, D, E}]


def test_a_passage_that_nearly_is_one_of_another_family_does_not_draw_that_one_in() -> None:
    near = place(1, 100, 40)
    assert shapes([family(1, A, B), family(2, near, D)], correction(7, (A, place(2, 100, 60)), B)) == [
        {A, place(2, 100, 60)},
        {near, D},
    ]


def test_a_passage_in_a_family_made_by_hand_does_not_join_another_one_too() -> None:
    found = [family(1, A, B, C), family(2, D, E, F)]
    one, two = correction(7, (A, B)), correction(8, (C, D, E, F))
    assert shapes(found, one, two) == [{C, D, E, F}, {A, B}]


def test_what_joins_never_overlaps_a_witness_or_what_was_taken_out() -> None:
    assert shapes([family(1, A, B, place(2, 140, 80), D)], correction(7, (A, B))) == [{A, B, D}]
    assert shapes([family(1, A, B, place(3, 140, 80), D)], correction(7, (A, B), C)) == [{A, B, D}]


def test_two_corrections_of_one_family_by_two_windows_both_stand() -> None:
    assert shapes([family(1, A, B, C)], correction(7, (A, B), C), correction(8, (A, C), B)) == [{A, B}, {A, C}]


def test_boilerplate_is_what_the_person_says_and_comes_last() -> None:
    found = [family(1, A, B, C), family(2, D, E)]
    families = corrected(found, [correction(7, (A, B, C), boilerplate=True)], texts_of).families
    assert [(len(one.witnesses), one.boilerplate) for one in families] == [(2, False), (3, True)]


def test_it_is_known_what_was_found_in_its_place() -> None:
    found = [family(1, A, B), family(2, C, D)]
    made = corrected(found, [correction(7, (A, B, C, D)), correction(9, (E, F))], texts_of)
    assert made.found == {-7: tuple(found), -9: ()}


def test_the_difference_names_every_passage_that_is_not_as_found() -> None:
    longer = place(2, 90, 80)
    told = difference(family(9, A, longer, E), [family(1, A, B, C), family(2, D, place(1, 900))])
    assert told.reshaped == (Reshaped(B, longer),)
    assert (told.added, told.taken_out) == ((E,), (C, D, FAR))
    assert difference(family(9, A, B), [family(1, A, B)]).nothing


spots = st.builds(place, st.integers(1, 5), st.sampled_from((100, 300)), st.sampled_from((40, 50)))
groups = st.lists(st.lists(spots, min_size=2, max_size=5, unique=True).map(tuple), max_size=5)


@given(groups, groups, groups)
def test_numbers_are_unique_and_what_a_person_says_stands_whatever_is_found(
    found: list[tuple[Place, ...]], said: list[tuple[Place, ...]], out: list[tuple[Place, ...]]
) -> None:
    corrections = [correction(10 + number, places) for number, places in enumerate(said)]
    corrections += [correction(40 + number, (), *places) for number, places in enumerate(out)]
    families = [family(number, *places) for number, places in enumerate(found, start=1)]
    made = corrected(families, corrections, texts_of).families
    shapes(families, *corrections)
    by_number = {one.id: {witness.place for witness in one.witnesses} for one in made}
    for one in corrections:
        dismissed = any(set(one.places) <= set(places) for places in out)
        assert dismissed == (-one.number not in by_number) if one.places else -one.number not in by_number
        assert set(one.places) <= by_number.get(-one.number, set(one.places))
    assert all(one in families for one in made if one.id > 0), "what nobody decided about is as found"
