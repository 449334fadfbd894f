"""How passages are found, shown and set on the command line."""

import json
from pathlib import Path

import pytest

from db.casefile import open_case
from workbench.settings import Sensitivity, Settings


def settings_of(case: Path) -> Settings:
    store = open_case(case)
    try:
        return store.settings()
    finally:
        store.close()


def test_the_settings_are_a_table_of_plain_words(variorum, case: Path) -> None:
    before = case.read_bytes()
    outcome = variorum("settings", case)
    assert outcome.status == 0
    for words in ("Sensitivity", "balanced", "6 words", "any dates", "Boilerplate", "Same outlet"):
        assert words in outcome.out
    assert "*" not in outcome.out
    assert "“align”" not in outcome.out
    assert case.read_bytes() == before


def test_they_are_set_by_options_and_the_rest_stays(variorum, case: Path) -> None:
    outcome = variorum("settings", case, "--sensitivity", "sensitive", "--shortest", 8, "--no-boilerplate")
    assert outcome.status == 0
    assert "sensitive *" in outcome.out
    assert "* not the default" in outcome.out
    assert outcome.out.endswith(
        "The families in the case are not those of these settings and articles; “align” finds them.\n"
    )
    variorum("settings", case, "--different-outlets", "--days", 30)
    assert settings_of(case) == Settings(Sensitivity.SENSITIVE, 8, boilerplate=False, same_outlet=False, days=30)
    variorum("settings", case, "--days", "any", "--same-outlet")
    assert settings_of(case) == Settings(Sensitivity.SENSITIVE, 8, boilerplate=False)
    variorum("settings", case, "--defaults", "--days", 3)
    assert settings_of(case) == Settings(days=3)


@pytest.mark.parametrize(
    ("options", "sentence"),
    [
        (("--shortest", 2), "The shortest passage cannot have 2 words; choose a number from 6 to 1,000."),
        (("--days", -1), "The dates of a family cannot be kept -1 days apart"),
        (("--days", "soon"), "“soon” is neither a number of days nor “any”"),
        (("--sensitivity", "extreme"), "'extreme' is not one of 'careful', 'balanced', 'sensitive'"),
        (("--shortest", "long"), "'long' is not a valid integer"),
    ],
)
def test_what_makes_no_sense_is_told_in_a_sentence_and_changes_nothing(variorum, case: Path, options, sentence) -> None:
    assert sentence in variorum("settings", case, "--no-boilerplate", *options).sentence
    assert settings_of(case) == Settings()


def test_settings_of_no_case_are_refused(variorum, folder: Path) -> None:
    assert "There is no case" in variorum("settings", "none.variorum", "--days", 3).sentence
    assert list(folder.iterdir()) == []


def test_aligning_says_which_settings_are_at_work_when_they_are_special(variorum, case: Path) -> None:
    variorum("settings", case, "--shortest", 100, "--sensitivity", "careful")
    assert variorum("align", case, "--jobs", 1).out.splitlines() == [
        "Settings of the case: sensitivity: careful; shortest passage: 100 words.",
        "Found 0 families in 3 articles.",
    ]


def test_a_window_of_dates_parts_what_was_published_on_different_days(variorum, case: Path) -> None:
    variorum("settings", case, "--days", 0)
    assert variorum("align", case, "--jobs", 1).out.endswith("Found 0 families in 3 articles.\n")
    variorum("settings", case, "--days", 1)
    assert variorum("align", case, "--jobs", 1).out.endswith("Found 1 family in 3 articles.\n")


def test_export_aligns_again_after_a_change_and_tells_the_settings(variorum, case: Path, folder: Path) -> None:
    variorum("settings", case, "--shortest", 12)
    outcome = variorum("export", case, "-o", "ice.json")
    assert outcome.out.splitlines()[0].endswith("or change of settings, so that is done first.")
    exported = json.loads((folder / "ice.json").read_text("utf-8"))["settings"]
    assert exported == {
        "sensitivity": "balanced",
        "shortest": 12,
        "boilerplate": True,
        "same_outlet": True,
        "days": None,
    }


def test_compare_takes_the_settings_too_and_keeps_them(variorum, stories: Path, folder: Path) -> None:
    refused = variorum("compare", stories, "-o", "ice.json", "--shortest", 3)
    assert "cannot have 3 words" in refused.sentence
    assert [path.name for path in folder.iterdir()] == ["pages"]
    outcome = variorum("compare", stories, "-o", "ice.json", "--shortest", 100)
    assert "Found 0 families" in outcome.out
    again = variorum("compare", stories, "-o", "ice.json")
    assert "Found" not in again.out
    assert settings_of(folder / "ice.variorum") == Settings(shortest=100)
    assert "Found 1 family" in variorum("compare", stories, "-o", "ice.json", "--shortest", 6).out
