"""What a careful reader would say of the seeds: the quote that went round, and the passages beside it."""

from tests.provenance.reading import Case

FIRST, LATER, SUN, ACTIVIST = "RT News 2016-10-12", "RT News 2016-10-20", "The Sun 2016-10-13", "True Activist"


def test_the_quote_comes_from_the_agency_by_one_road_and_from_a_tabloid_by_another(seeds: Case) -> None:
    family = seeds.family("More than 9,000")
    assert seeds.descents(family) == [
        (FIRST, "", "RIA Novosti"),
        (LATER, FIRST, ""),
        (SUN, "", "Daily Star"),
        (ACTIVIST, FIRST, ""),
    ]
    assert seeds.groups(family) == [[FIRST, LATER, ACTIVIST], [SUN]]


def test_the_order_in_time_leaves_the_undated_page_apart(seeds: Case) -> None:
    found = seeds.provenance(seeds.family("More than 9,000"))
    assert [seeds.told(one.place) for one in found.dated] == [FIRST, SUN, LATER]
    assert [seeds.told(one.place) for one in found.undated] == [ACTIVIST]


def test_what_the_activists_took_over_besides_comes_from_the_same_article(seeds: Case) -> None:
    for words in ("Washington must somehow", "General Intelligence Directorate", "uninhabited buildings"):
        assert (ACTIVIST, FIRST, "") in seeds.descents(seeds.family(words))


def test_two_texts_of_one_outlet_and_one_day_are_left_open_and_count_once(seeds: Case) -> None:
    for words in ("destroyed on sight", "up to 1 million civilians"):
        family = seeds.family(words)
        assert seeds.descents(family) == [(LATER, "", ""), (LATER, "", "")]
        assert seeds.provenance(family).independent_sources == 1
