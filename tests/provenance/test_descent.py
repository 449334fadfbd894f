"""What is said of where a witness comes from, and what is left open."""

import pytest

from tests.provenance.pages import Desk
from workbench.errors import Cancelled
from workbench.model import Family, Place, Witness
from workbench.provenance.model import ReasonKind, Strength
from workbench.provenance.provenance import provenance_of
from workbench.provenance.weighing import weight_of
from workbench.spans import Span

TEXT = (
    "at least 3,400 crates of untested serum will be shipped from the Halden works to the southern depot before the "
    "auditors arrive, and the ferry could be stopped for up to nine days"
)
ODD = TEXT.replace("3,400 crates of untested serum", "4,900 crates of murky untested serum")


def test_a_witness_that_names_another_probably_has_it_from_there() -> None:
    desk = Desk()
    wire = desk.page("Tessera News Agency", f"A source said that |{TEXT}|.", "2021-05-03")
    copy = desk.page("Amber Gazette", f"According to Tessera, |{TEXT}|.", "2021-05-04")
    found = desk.descent(copy)
    assert (found.parent, found.strength) == (wire, Strength.STRONG)
    assert {ReasonKind.CREDIT, ReasonKind.DATE} <= {reason.kind for reason in found.reasons}
    assert found.statement.startswith(
        "Amber Gazette: probably derived from Tessera News Agency, because it names Tessera"
    )


def test_an_outlet_outside_the_family_is_named_as_such() -> None:
    desk = Desk()
    copy = desk.page("Amber Gazette", f"According to Reuters, |{TEXT}|.", "2021-05-04")
    desk.page("Basalt Herald", f"It is said that |{TEXT}|.", "2021-05-03")
    found = desk.descent(copy)
    assert (found.parent, found.outside) == (None, "Reuters")


def test_a_text_that_another_site_carries_comes_from_the_outlet_that_wrote_it() -> None:
    desk = Desk()
    first = desk.page("Amber Gazette", f"It is said that |{TEXT}|.")
    carried = desk.page("Amber Gazette", f"It is said that |{TEXT}|.", republisher="Tern Reader")
    found = desk.descent(carried)
    assert found.parent == first
    assert "Tern Reader carries a text of Amber Gazette" in found.statement
    assert desk.descent(first).parent is None


def test_the_same_words_on_a_later_day_do_not_tell_who_copied_whom() -> None:
    desk = Desk()
    first = desk.page("Amber Gazette", f"It is said that |{TEXT}|.", "2021-05-03")
    second = desk.page("Basalt Herald", f"It is said that |{TEXT}|.", "2021-05-04")
    for place in (first, second):
        found = desk.descent(place)
        assert (found.parent, found.strength) == (None, Strength.NONE)
        assert "can’t tell" in found.statement


def test_an_odd_edit_that_two_share_makes_the_earlier_the_likely_parent() -> None:
    desk = Desk()
    desk.page("Amber Gazette", f"It is said that |{TEXT}|.", "2021-05-03")
    odd = desk.page("Basalt Herald", f"It is said that |{ODD}|.", "2021-05-04")
    copy = desk.page("Cobalt Tribune", f"It is said that |{ODD.replace('could', 'will')}|.", "2021-05-05")
    found = desk.descent(copy)
    assert found.parent == odd
    shared = [reason for reason in found.reasons if reason.kind is ReasonKind.SHARED_EDIT]
    assert any("4,900" in reason.text for reason in shared)
    told = [place.span.of(desk.texts[place.article_id]) for reason in shared for place in reason.places]
    assert "4,900" in told


def test_what_anybody_might_write_ties_nobody_together() -> None:
    desk = Desk()
    desk.page("Amber Gazette", f"It is said that |{TEXT}|.", "2021-05-03")
    desk.page("Basalt Herald", f"It is said that |{TEXT.replace('could', 'will')}|.", "2021-05-04")
    copy = desk.page("Cobalt Tribune", f"It is said that |{TEXT.replace('could', 'will')}|.", "2021-05-05")
    assert desk.descent(copy).parent is None


def test_a_text_that_lost_something_is_not_the_source_of_one_that_has_it() -> None:
    desk = Desk()
    desk.page("Amber Gazette", f"It is said that |{TEXT}|.", "2021-05-03")
    cut = ODD.replace(" from the Halden works to the southern depot", "")
    short = desk.page("Basalt Herald", f"It is said that |{cut}|.", "2021-05-04")
    full = desk.page("Cobalt Tribune", f"It is said that |{ODD}|.", "2021-05-04")
    assert desk.descent(full).parent != short
    found = desk.descent(short)
    assert found.parent == full
    assert any(reason.kind is ReasonKind.AGAINST for reason in found.reasons), "the dates leave it open"


def test_without_dates_and_credits_an_odd_edit_has_no_direction() -> None:
    desk = Desk()
    places = [
        desk.page(outlet, f"It is said that |{text}|.")
        for outlet, text in (
            ("Amber Gazette", TEXT),
            ("Basalt Herald", ODD),
            ("Cobalt Tribune", ODD),
            ("Drift Post", TEXT),
        )
    ]
    assert [desk.descent(place).parent for place in places] == [None] * 4


def test_a_person_may_decide_otherwise_and_it_says_so() -> None:
    desk = Desk()
    wire = desk.page("Tessera News Agency", f"A source said that |{TEXT}|.", "2021-05-03")
    copy = desk.page("Amber Gazette", f"According to Tessera, |{TEXT}|.", "2021-05-04")
    other = desk.page("Basalt Herald", f"It is said that |{TEXT}|.", "2021-05-02")
    by_hand = desk.provenance(overrides={copy: other, other: None}).descent_of(copy)
    assert by_hand is not None
    assert (by_hand.parent, by_hand.strength) == (other, Strength.BY_HAND)
    assert "a person decided" in by_hand.statement
    alone = desk.provenance(overrides={copy: None})
    assert [group.places for group in alone.groups if copy in group.places] == [(copy,)]
    assert desk.descent(copy).parent == wire


def test_a_decision_holds_where_a_border_moved_a_little_and_falls_away_where_nothing_is() -> None:
    desk = Desk()
    wire = desk.page("Tessera News Agency", f"A source said that |{TEXT}|.", "2021-05-03")
    copy = desk.page("Amber Gazette", f"It is said that |{TEXT}|.", "2021-05-04")
    moved = Place(copy.article_id, Span(copy.span.start + 3, copy.span.end))
    nowhere = Place(99, Span(0, 9))
    found = desk.provenance(overrides={moved: wire, nowhere: copy}).descent_of(copy)
    assert found is not None
    assert found.parent == wire
    gone = desk.provenance(overrides={copy: nowhere}).descent_of(copy)
    assert gone is not None
    assert gone.strength is not Strength.BY_HAND


def test_a_guess_never_goes_in_a_circle_with_a_decision() -> None:
    desk = Desk()
    wire = desk.page("Tessera News Agency", f"A source said that |{TEXT}|.", "2021-05-03")
    copy = desk.page("Amber Gazette", f"According to Tessera, |{TEXT}|.", "2021-05-04")
    found = desk.provenance(overrides={wire: copy})
    assert {descent.place: descent.parent for descent in found.descents} == {wire: copy, copy: None}


def test_two_that_name_each_other_are_left_open() -> None:
    desk = Desk()
    one = desk.page("Amber Gazette", f"According to the Basalt Herald, |{TEXT}|.")
    two = desk.page("Basalt Herald", f"According to the Amber Gazette, |{TEXT}|.")
    parents = {descent.parent for descent in desk.provenance().descents}
    assert None in parents
    assert {one, two} >= parents - {None}


def test_nothing_is_ever_said_as_certain() -> None:
    desk = Desk()
    desk.page("Tessera News Agency", f"A source said that |{TEXT}|.", "2021-05-03")
    desk.page("Amber Gazette", f"According to Tessera, |{ODD}|.", "2021-05-04")
    desk.page("Basalt Herald", f"It is said that |{ODD}|.", "2021-05-05")
    desk.page("Cobalt Tribune", f"According to AFP, |{ODD}|.")
    for descent in desk.provenance().descents:
        assert "probably" in descent.statement or "can’t tell" in descent.statement
        assert not {"certainly", "definitely", "proves", "copied"} & set(descent.statement.split())


def test_work_can_be_cancelled() -> None:
    desk = Desk()
    desk.page("Amber Gazette", f"It is said that |{TEXT}|.")

    def cancel(*_: object) -> None:
        raise Cancelled

    with pytest.raises(Cancelled):
        desk.provenance(report=cancel)


def test_families_of_one_and_of_none_are_told_too() -> None:
    desk = Desk()
    place = desk.page("Amber Gazette", f"It is said that |{TEXT}|.")
    assert [descent.place for descent in desk.provenance().descents] == [place]
    assert provenance_of(Family(1, ()), {}, {}).independent_sources == 0
    twin = Family(1, (desk.witnesses[0], Witness(2, Place(1, Span(3, 40)))))
    assert len(provenance_of(twin, desk.articles, desk.texts).descents) == 2


@pytest.mark.parametrize(
    ("ours", "theirs", "is_odd"),
    [
        (("4,900",), ("3,400",), True),
        (("goverment",), ("government",), True),
        (("murky", "untested", "serum"), (), True),
        (("will",), ("could",), False),
        ((), ("up", "to"), False),
        (("closes",), ("closed",), False),
        (("admitted",), ("said",), False),
    ],
)
def test_an_edit_weighs_what_it_takes_to_make_it_twice(
    ours: tuple[str, ...], theirs: tuple[str, ...], is_odd: bool
) -> None:
    assert (weight_of(ours, theirs) >= 1.0) is is_odd
