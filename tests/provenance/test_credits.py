"""Whom an article names for a passage, and whom it does not."""

import pytest

from tests.provenance.pages import Desk

PASSAGE = "the weir at Halden will be opened for nine days in spite of the ice"


def named(marked: str, outlet: str = "Amber Gazette", byline: str = "") -> list[tuple[str, bool]]:
    """The outlets that a page names, and whether for the passage."""
    desk = Desk()
    desk.page(outlet, marked, byline=byline)
    desk.page("Tessera News Agency", f"Engineers say that |{PASSAGE}|.")
    return [(credit.outlet, credit.near) for credit in desk.provenance().credits if credit.place.article_id == 1]


@pytest.mark.parametrize(
    ("marked", "outlet"),
    [
        (f"Tessera cited an anonymous engineer as saying that |{PASSAGE}|.", "Tessera"),
        (f"“|{PASSAGE}|,” an engineer told Tessera.", "Tessera"),
        (f"An engineer told Tessera on Friday: “|{PASSAGE}|.”", "Tessera"),
        (f"It is settled that |{PASSAGE}|, reports the Daily Star.", "Daily Star"),
        (f"According to Reuters, |{PASSAGE}|.", "Reuters"),
        (f"HALDEN (Reuters) - It is settled that |{PASSAGE}|.", "Reuters"),
        (f"The agency Holm Wire says that |{PASSAGE}|.", "Holm Wire"),
        (f"It is settled that |{PASSAGE}|. AFP contributed to this report.", "AFP"),
        (f"Thanks to the agency Tessera we know more.\n\n“|{PASSAGE}|,” a source said.", "Tessera"),
        (f"A Tessera report says that |{PASSAGE}|.", "Tessera"),
    ],
)
def test_an_outlet_that_is_named_for_the_passage_is_found(marked: str, outlet: str) -> None:
    assert (outlet, True) in named(marked)


def test_the_name_stands_at_its_place() -> None:
    desk = Desk()
    place = desk.page("Amber Gazette", f"According to Reuters, |{PASSAGE}|.")
    (credit,) = desk.provenance().credits
    assert credit.place.span.of(desk.texts[place.article_id]) == "Reuters"


def test_a_source_named_further_up_counts_where_the_sentence_takes_it_up() -> None:
    between = "Nobody in the town had heard of it. Boats lay idle for most of the day.\n\n" * 3
    assert ("Tessera", True) in named(f"An engineer told Tessera about it.\n\n{between}“|{PASSAGE}|,” the source said.")
    assert ("Tessera", False) in named(
        f"An engineer told Tessera about it.\n\n{between}“|{PASSAGE}|,” Ida Brandt said."
    )


def test_a_quotation_that_goes_on_belongs_to_who_was_told_before() -> None:
    marked = f"The engineer told The Star: “It is bad.\n\nOther things happened on that day.\n\n“And so |{PASSAGE}|.”"
    assert ("The Star", True) in named(marked) or ("Star", True) in named(marked)


def test_an_outlet_does_not_name_itself() -> None:
    assert named(f"“|{PASSAGE}|,” an engineer told the Gazette.") == []
    assert named(f"“|{PASSAGE}|,” an engineer told the Amber Gazette.") == []


def test_people_told_and_bodies_that_report_are_no_outlets() -> None:
    assert named(f"“|{PASSAGE}|,” Ida Brandt told reporters.") == []
    assert named(f"According to Ida Brandt, |{PASSAGE}|.") == []
    assert named(f"The River Commission reported that |{PASSAGE}|.") == []


def test_an_agency_in_the_byline_is_named_for_all_of_the_story() -> None:
    assert ("Reuters", True) in named(f"It is settled that |{PASSAGE}|.", byline="Ida Brandt, Reuters")


def test_this_newspaper_takes_up_nobody() -> None:
    between = "Nobody in the town had heard of it.\n\n" * 8
    marked = f"An engineer told Tessera about it.\n\n{between}So |{PASSAGE}|, as this newspaper has been shown."
    assert named(marked) == [("Tessera", False)]
