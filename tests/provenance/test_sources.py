"""How many independent sources a family has."""

from tests.provenance.pages import Desk
from tests.provenance.test_descent import TEXT

OTHER = "nearly five thousand boxes of a serum nobody has tested are to leave Halden by boat, so that no ferry may sail"


def test_copies_of_one_text_count_once_whoever_was_first() -> None:
    desk = Desk()
    for outlet in ("Amber Gazette", "Basalt Herald", "Cobalt Tribune"):
        desk.page(outlet, f"It is said that |{TEXT}|.")
    found = desk.provenance()
    assert found.independent_sources == 1
    assert "the words are nearly the same" in found.groups[0].reason


def test_two_texts_of_one_matter_in_other_words_are_two() -> None:
    desk = Desk()
    desk.page("Amber Gazette", f"It is said that |{TEXT}|.")
    desk.page("Basalt Herald", f"It is said that |{OTHER}|.")
    assert desk.provenance().independent_sources == 2


def test_whoever_names_one_agency_counts_once() -> None:
    desk = Desk()
    desk.page("Amber Gazette", f"According to Reuters, |{TEXT}|.")
    desk.page("Basalt Herald", f"It is said, Reuters reported, that |{OTHER}|.")
    found = desk.provenance()
    assert found.independent_sources == 1
    assert "Reuters" in found.groups[0].reason


def test_another_figure_is_not_a_copy_by_likeness_alone() -> None:
    desk = Desk()
    desk.page("Amber Gazette", f"It is said that |{TEXT}|.")
    desk.page("Basalt Herald", f"It is said that |{TEXT.replace('3,400', '5,100')}|.")
    assert desk.provenance().independent_sources == 2


def test_the_texts_of_one_outlet_are_one_source() -> None:
    desk = Desk()
    desk.page("The Amber Gazette", f"It is said that |{TEXT}|.")
    desk.page("Amber Gazette", f"It is said that |{OTHER}|.")
    assert desk.provenance().independent_sources == 1


def test_articles_that_name_no_outlet_are_not_taken_for_one() -> None:
    desk = Desk()
    desk.page("", f"It is said that |{TEXT}|.")
    desk.page("", f"It is said that |{OTHER}|.")
    assert desk.provenance().independent_sources == 2
