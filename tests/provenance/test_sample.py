"""What a careful reader would say of the sample case, family by family."""

from tests.provenance.reading import Case
from workbench.provenance.model import Strength

WIRE = "Tessera News Agency 2024-03-02"


def test_the_quote_goes_back_to_the_agency_and_is_one_source(sample: Case) -> None:
    family = sample.family("ammonium nitrate")
    assert sample.descents(family) == [
        ("Daily Lantern 2024-03-03", "Daily Lantern 2024-03-03", ""),
        ("Daily Lantern 2024-03-03", WIRE, ""),
        ("Harbour Courier 2024-03-03", WIRE, ""),
        ("Kestrian Observer 2024-03-04", "The Kestrian Observer 2024-03-03", ""),
        ("Northern Post 2024-03-03", WIRE, ""),
        ("Osmer Shipping Letter 2024-03-04", WIRE, ""),
        ("Radio Velm 2024-03-04", WIRE, ""),
        (WIRE, "", ""),
        ("The Kestrian Observer 2024-03-03", WIRE, ""),
    ]
    assert sample.provenance(family).independent_sources == 1


def test_the_lantern_that_names_nobody_is_a_weaker_case_than_those_that_do(sample: Case) -> None:
    found = sample.provenance(sample.family("ammonium nitrate")).descents
    strengths = [one.strength for one in found if sample.told(one.place).startswith("Daily Lantern")]
    by_outlet = {sample.told(one.place): one.strength for one in found}
    assert by_outlet["Northern Post 2024-03-03"] is Strength.STRONG
    assert set(strengths) == {Strength.WEAK, Strength.FAIR}


def test_a_statement_to_all_and_a_man_who_speaks_to_several_are_left_open(sample: Case) -> None:
    for words in ("No decision has been taken", "The valve on tank six", "You can tie up a boat", "double pay"):
        family = sample.family(words)
        assert all((parent, outside) == ("", "") for _, parent, outside in sample.descents(family))


def test_whoever_has_another_figure_is_a_source_of_its_own(sample: Case) -> None:
    family = sample.family("Fourteen people were treated")
    assert sample.groups(family) == [
        ["Harbour Courier 2024-03-03", "Radio Velm 2024-03-04", WIRE],
        ["The Kestrian Observer 2024-03-03"],
    ]
    assert sample.provenance(family).independent_sources == 2


def test_a_statement_printed_four_times_is_one_source(sample: Case) -> None:
    assert sample.provenance(sample.family("No decision has been taken")).independent_sources == 1
    assert sample.provenance(sample.family("We learned of the transfer")).independent_sources == 1
