"""What the templates are filled with."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.reporting.cases import LANTERN, POST, WIRE, CaseMaker
from workbench.comparing.compare import compare
from workbench.model import LabelKind, Place, Target
from workbench.reporting.model import RunKind, TextRun
from workbench.reporting.page import direction, page_of, shown_runs
from workbench.reporting.report import build_report
from workbench.reporting.runs import runs_of
from workbench.reporting.wording import blank
from workbench.resources import read_toml
from workbench.spans import Span

EQUAL, REMOVED, ADDED = RunKind.EQUAL, RunKind.REMOVED, RunKind.ADDED
phrases = st.lists(
    st.sampled_from(["the", "ez-Zor", "(quay)", "will", "1,200", "“now”", "said,", "\n\n", " on"]), max_size=10
)


def shown(*runs: tuple[str, RunKind]) -> list[tuple[str, RunKind]]:
    return [(run.text, run.kind) for run in shown_runs(TextRun(text, kind) for text, kind in runs)]


def test_removed_words_never_touch_the_words_beside_them() -> None:
    assert shown(("it ", EQUAL), ("said", REMOVED), ("admitted", ADDED), (" so", EQUAL)) == [
        ("it ", EQUAL), ("said", REMOVED), (" ", EQUAL), ("admitted", ADDED), (" so", EQUAL),
    ]  # fmt: skip
    assert shown(("a", EQUAL), ("b", REMOVED), ("c", EQUAL)) == [
        ("a", EQUAL), (" ", EQUAL), ("b", REMOVED), (" ", EQUAL), ("c", EQUAL),
    ]  # fmt: skip


@pytest.mark.parametrize(("before", "after"), [("ez-", "Zor"), ("(", "the"), ("“", "the"), ("said", ","), ("now", "”")])
def test_no_space_comes_between_words_and_their_punctuation(before: str, after: str) -> None:
    assert (" ", EQUAL) not in shown((before, EQUAL), (after, REMOVED))


def test_white_space_around_marked_words_is_not_marked() -> None:
    assert shown(("he", EQUAL), (" reportedly ", ADDED), ("said", EQUAL)) == [
        ("he", EQUAL), (" ", EQUAL), ("reportedly", ADDED), (" ", EQUAL), ("said", EQUAL),
    ]  # fmt: skip


def test_removed_white_space_is_not_shown_and_added_white_space_is_not_marked() -> None:
    assert shown(("a", EQUAL), (" ", REMOVED), ("\n\n", ADDED), ("b", EQUAL)) == [
        ("a", EQUAL), ("\n", EQUAL), ("b", EQUAL),
    ]  # fmt: skip


@given(phrases, phrases)
def test_shown_runs_read_as_the_witness_and_hold_no_double_spaces(base: list[str], witness: list[str]) -> None:
    theirs = " ".join(witness)
    runs = shown_runs(runs_of(" ".join(base), theirs, Span(0, len(theirs)), compare(" ".join(base), theirs)))
    assert "".join("".join(run.text for run in runs if not run.away).split()) == "".join(theirs.split())
    assert "  " not in "".join(run.text for run in runs)


@pytest.mark.parametrize(
    ("text", "expected"),
    [("the quay", "ltr"), ("“1,200” عمال said", "rtl"), ("שלום", "rtl"), ("12 %", "ltr"), ("", "ltr"), ("码头", "ltr")],
)
def test_direction_is_that_of_the_first_letter(text: str, expected: str) -> None:
    assert direction(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [("", "nothing"), (" ", "a space"), ("\r\n", "a line break"), ("\u00a0", "a no-break space"), ("  ", "spaces")],
)
def test_sides_without_words_are_named(text: str, expected: str) -> None:
    assert blank(text) == expected


def test_every_label_and_every_kind_of_run_has_its_words() -> None:
    words = read_toml("report/words.toml")
    assert set(words["labels"]) == {kind.value for kind in LabelKind}
    assert list(words["runs"]) == [kind.value for kind in RunKind]


def test_a_witness_says_in_one_line_what_was_done_to_it(maker: CaseMaker) -> None:
    texts = (WIRE, WIRE, WIRE.replace("“", '"').replace("”", '"'), POST)
    outlets = ("Base", "Same", "Straight", "Short")
    places = [
        maker.article(text, name, f"2031-05-0{n}") for n, (text, name) in enumerate(zip(texts, outlets, strict=True), 1)
    ]
    maker.families(tuple(places))
    [family] = page_of(build_report(maker.store))["families"]
    said = {witness["outlet"]: witness["summary"] for witness in family["witnesses"]}
    assert said["Base"] == "the others are compared with this one"
    assert said["Same"] == "the same, character for character"
    assert said["Straight"] == "the same words, 2 differences of style"
    assert "edits: " in said["Short"]


def test_a_family_tells_its_time_and_how_many_are_undated(quay: CaseMaker) -> None:
    [family] = page_of(build_report(quay.store))["families"]
    assert family["facts"].startswith("4 witnesses · 4 outlets · ")
    assert family["facts"].endswith(" · 2 May 2031 to May 2031, 1 undated")


def test_many_outlets_of_boilerplate_are_cut_short(maker: CaseMaker) -> None:
    places = tuple(maker.article("Support our work today.", f"Outlet {n}") for n in range(9))
    maker.families(boilerplate=(places,))
    [family] = page_of(build_report(maker.store))["boilerplate"]
    assert family["outlets"] == "Outlet 0, Outlet 1, Outlet 2, Outlet 3, Outlet 4, Outlet 5 and 3 more"
    assert family["witnesses"] == "9 witnesses"


def test_a_remark_says_where_both_its_sides_stand(quay: CaseMaker) -> None:
    quay.families((quay.place(WIRE), quay.place(LANTERN)))
    quay.note(Target(Place(3, Span(70, 75)), Place(1, Span(70, 70))), "x")
    [family] = page_of(build_report(quay.store))["families"]
    [remark] = family["remarks"]
    assert remark["base"] == {"text": "", "blank": "nothing"}
    assert remark["places"] == [
        "Daily Lantern, May 2031; page-03.txt, characters 70 to 75",
        "Tessera News Agency, 2 May 2031, 08:15; page-01.txt, characters 70 to 70",
    ]
