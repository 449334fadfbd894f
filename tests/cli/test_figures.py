"""Figures that conflict, on the command line."""

import re
from pathlib import Path

import pytest

PAGES = {
    "wire.txt": (
        "Ferry runs aground off Ostrel\n\nPolar Wire, 5 January 2024\n\n"
        "The ferry Ilmar ran aground near Ostrel on Friday. Fourteen passengers were injured when the ferry Ilmar "
        "struck the rocks near Ostrel, the coast guard said.\n"
    ),
    "packet.txt": (
        "Night of fear on the Ilmar\n\nEvening Packet, 6 January 2024\n\n"
        "Twenty-three passengers were injured when the ferry Ilmar struck the rocks near Ostrel, according to the "
        "hospital there. The coast guard spoke of bad weather.\n"
    ),
    "post.txt": (
        "What we know of the Ilmar\n\nNorthern Post, 7 January 2024\n\n"
        "Fourteen passengers were injured when the ferry Ilmar struck the rocks near Ostrel, the coast guard said.\n"
    ),
}


@pytest.fixture
def ferry(variorum, folder: Path) -> Path:
    """A case of three articles, one of which counts the injured differently."""
    pages = folder / "ferry"
    pages.mkdir()
    for name, text in PAGES.items():
        (pages / name).write_text(text, "utf-8")
    assert variorum("import", "ferry.variorum", pages).status == 0
    return folder / "ferry.variorum"


def key_in(out: str) -> str:
    found = re.search(r"key ([0-9a-f]{16})", out)
    assert found
    return found[1]


def report_of(variorum, case: Path) -> str:
    assert variorum("export", case, "-o", "report.html").status == 0
    return (case.parent / "report.html").read_text("utf-8")


def test_it_lists_a_pair_with_both_sentences_its_score_and_its_key(variorum, ferry: Path) -> None:
    outcome = variorum("figures", ferry)
    assert (outcome.status, outcome.err) == (0, "")
    told = " ".join(outcome.out.split())
    assert told.startswith("1 pair of figures conflicts. Only English is read for figures. 1. Fourteen against twenty-")
    assert re.search(r"Score 0\.\d\d, key [0-9a-f]{16}", told)
    assert "Northern Post, 7 Jan 2024: Fourteen passengers were injured when the ferry" in told
    assert "“Fourteen” also in Polar Wire." in told
    assert "Evening Packet, 6 Jan 2024: Twenty-three passengers were injured" in told
    assert "Both count “passengers”. Both tell of “injured”. Both name " in told
    assert max(map(len, outcome.out.splitlines())) <= 100


def test_a_pair_that_is_set_aside_is_out_of_list_and_report_until_it_is_brought_back(variorum, ferry: Path) -> None:
    before = variorum("figures", ferry).out
    key = key_in(before)
    assert variorum("figures", ferry, "--set-aside", key).out.startswith("Set aside: Fourteen against twenty-three")
    assert " ".join(variorum("figures", ferry).out.split()) == (
        "0 pairs of figures conflict; 1 more is set aside. Only English is read for figures."
    )
    every = variorum("figures", ferry, "--all").out
    assert f"key {key}, set aside\n" in every
    assert key_in(every) == key
    assert "Fourteen against twenty-three" not in report_of(variorum, ferry)
    assert variorum("figures", ferry, "--bring-back", key).out == f"Brought back: {key}.\n"
    assert variorum("figures", ferry).out == before
    assert "Fourteen against twenty-three" in report_of(variorum, ferry)


def test_setting_aside_twice_is_no_bringing_back(variorum, ferry: Path) -> None:
    key = key_in(variorum("figures", ferry).out)
    variorum("figures", ferry, "--set-aside", key)
    again = variorum("figures", ferry, "--set-aside", key)
    assert (again.status, again.out[:22]) == (0, "Was set aside already:")
    assert "1 more is set aside" in variorum("figures", ferry).out


def test_the_beginning_of_a_key_is_enough_and_three_characters_are_not(variorum, ferry: Path) -> None:
    key = key_in(variorum("figures", ferry).out)
    assert f"no pair of conflicting figures with the key “{key[:3]}”" in (
        variorum("figures", ferry, "--set-aside", key[:3]).sentence
    )
    assert variorum("figures", ferry, "--set-aside", key[:4].upper()).status == 0
    assert variorum("figures", ferry, "--bring-back", key[:4]).status == 0


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (("--set-aside", "ffff0000"), "There is no pair of conflicting figures with the key “ffff0000”"),
        (("--bring-back", "ffff0000"), "There is no pair that was set aside with the key “ffff0000”"),
        (("--set-aside", ""), "There is no pair of conflicting figures with the key “”"),
        (("--set-aside", "a", "--bring-back", "a"), "“--set-aside” and “--bring-back” exclude each other"),
    ],
)
def test_a_key_that_is_none_is_refused_in_a_sentence(variorum, ferry: Path, arguments, sentence: str) -> None:
    assert sentence in variorum("figures", ferry, *arguments).sentence
    assert "set aside" not in variorum("figures", ferry).out


def test_where_nothing_conflicts_it_says_why_nothing_is_listed(variorum, case: Path) -> None:
    outcome = variorum("figures", case)
    assert outcome.status == 0
    assert re.match(r"No two of the 3 articles in English give different figures|1 pair", outcome.out)


def test_one_article_alone_has_nothing_to_conflict_with(variorum, folder: Path) -> None:
    (folder / "one.txt").write_text(PAGES["wire.txt"], "utf-8")
    variorum("import", "one.variorum", "one.txt")
    assert variorum("figures", "one.variorum").out == (
        "Figures are compared between articles, and this case has 1 article.\n"
    )


def test_a_case_that_is_not_there_is_refused(variorum, folder: Path) -> None:
    assert "none.variorum" in variorum("figures", "none.variorum").sentence
    assert not (folder / "none.variorum").exists()
