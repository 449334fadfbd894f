"""Word lists on the command line: shown, changed in one step, shared as files."""

import csv
import json
import tomllib
from pathlib import Path

import pytest

from db.casefile import open_case
from workbench.amendments import Amended, Amendment
from workbench.steps import Change, Step


def words_of(case: Path) -> list[tuple[str, str, bool]]:
    store = open_case(case)
    try:
        return [(one.list_id, one.entry, one.removed) for one in store.records(Amendment)]
    finally:
        store.close()


def labels(variorum, case: Path) -> list[str]:
    assert variorum("export", case, "-o", "out.json").status == 0
    families = json.loads(Path("out.json").read_text("utf-8"))["families"]
    return [label for family in families for edit in family["edits"] for label in edit["labels"]]


def test_a_case_without_changes_is_told_as_such_with_the_lists_there_are(variorum, case: Path) -> None:
    before = case.read_bytes()
    outcome = variorum("words", case)
    assert outcome.status == 0
    assert "unchanged in this case" in outcome.out.splitlines()[0]
    for list_id in ("reporting-claim", "hedges", "loaded-nouns", "naming-groups", "source-phrases"):
        assert list_id in outcome.out
    assert case.read_bytes() == before


def test_changes_are_made_in_one_step_and_listed(variorum, case: Path) -> None:
    outcome = variorum(
        "words", case, "--add", "loaded", "Zorbist", "--add", "naming-groups", "Zub = Old Kelp",
        "--remove", "hedges", "often", "--move", "reporting-neutral", "reporting-claim", "say",
    )  # fmt: skip
    assert outcome.out.splitlines()[0].endswith("with 3 added, 2 taken out:")
    for sign, entry, list_id in (("+", "Zorbist", "loaded-nouns"), ("−", "often", "hedges"), ("+", "say", "-claim")):
        assert any(line.startswith(sign) and entry in line and list_id in line for line in outcome.out.splitlines())
    store = open_case(case)
    assert store.history()[-1].step.summary == "Change the word lists (5 changes)"
    store.undo()
    store.close()
    assert words_of(case) == []


def test_labels_follow_the_lists(variorum, case: Path) -> None:
    assert "certainty" in labels(variorum, case)
    variorum(
        "words",
        case,
        "--add",
        "loaded-verbs",
        "strand",
        "--remove",
        "bounds",
        "more than",
        "--remove",
        "bounds",
        "at least",
    )
    assert "loaded" in labels(variorum, case)


def test_a_list_is_shown_with_its_signs_and_a_word_is_found(variorum, case: Path) -> None:
    variorum("words", case, "--add", "hedges", "frobly", "--remove", "hedges", "often")
    shown = variorum("words", case, "--list", "hedges").out.splitlines()
    assert any(line.startswith("+") and "frobly" in line for line in shown)
    assert any(line.startswith("−") and "often" in line for line in shown)
    assert any("perhaps" in line and "the program’s" in line for line in shown)
    assert variorum("words", case, "--list", "loaded").out.count("loaded-nouns") > 100
    found = variorum("words", case, "--find", "slammed").out
    assert "reporting-coloured" in found
    assert "Verbs of saying that paint the speaker" in found
    assert "stands in none of the lists" in variorum("words", case, "--find", "zorb").out


def test_lists_are_reset_one_by_one_or_all(variorum, case: Path) -> None:
    variorum("words", case, "--add", "hedges", "frobly", "--add", "loaded", "frobly")
    variorum("words", case, "--list", "hedges", "--reset")
    assert words_of(case) == [("loaded-adverbs", "frobly", False)]
    assert "unchanged" in variorum("words", case, "--reset").out
    assert words_of(case) == []


@pytest.mark.parametrize("kind", ["toml", "csv"])
def test_two_people_share_their_lists(variorum, case: Path, stories: Path, kind: str) -> None:
    variorum("words", case, "--add", "hedges", "frobly", "--remove", "hedges", "often")
    assert variorum("words", case, "--export", f"ours.{kind}").out == f"Wrote ours.{kind}.\n"
    text = Path(f"ours.{kind}").read_text("utf-8")
    assert tomllib.loads(text) if kind == "toml" else list(csv.reader(text.splitlines()))
    variorum("import", "other.variorum", stories)
    first = variorum("words", "other.variorum", "--import", f"ours.{kind}").out.splitlines()[0]
    assert first == "Read 2 entries: 2 changes, the rest was so already."
    assert words_of(Path("other.variorum")) == words_of(case)
    again = variorum("words", "other.variorum", "--import", f"ours.{kind}").out.splitlines()[0]
    assert again == "Read 2 entries: 0 changes, the rest was so already."


def test_whole_lists_are_written_and_read(variorum, case: Path) -> None:
    variorum("words", case, "--export", "modals.csv", "--whole", "--list", "modals")
    rows = list(csv.reader(Path("modals.csv").read_text("utf-8").splitlines()))
    assert rows[0] == ["list", "entry", "change"]
    assert ["modals", "shall", ""] in rows
    assert "0 changes" in variorum("words", case, "--import", "modals.csv").out


BAD: list[tuple[tuple[object, ...], str]] = [
    (("--add", "hegdes", "frobly"), "There is no word list “hegdes”"),
    (("--add", "loaded", "regime"), "“regime” is in “loaded-nouns” already."),
    (("--add", "hedges", "frob\nly"), "has a line break"),
    (("--remove", "hedges", "zorb"), "“zorb” is not in “hedges”."),
    (("--list", "nope"), "There is no word list “nope”"),
    (("--add", "hedges", "fine", "--remove", "hedges", "zorb"), "“zorb” is not in “hedges”."),
    (("--import", "none.csv"), "“none.csv” cannot be read"),
    (("--import", "huge.csv"), "far more than word lists are"),
    (("--import", "bad.csv"), "“bad.csv”, line 3: There is no word list “nope”"),
    (("--export", "lists.txt"), "give it the suffix .toml or .csv"),
    (("--whole",), "name a file with “--export”"),
    (("--find", " "), "Give a word or a phrase to find."),
    (("--add", "hedges"), "requires 2 arguments"),
]


@pytest.mark.parametrize(("options", "sentence"), BAD, ids=[sentence for _, sentence in BAD])
def test_bad_input_is_told_in_a_sentence_and_changes_nothing(variorum, case: Path, folder, options, sentence) -> None:
    (folder / "huge.csv").write_text("list,entry\n" + "hedges,word\n" * 100_000, "utf-8")
    (folder / "bad.csv").write_text("list,entry\nhedges,frobly\nnope,frobly\n", "utf-8")
    before = case.read_bytes()
    assert sentence in variorum("words", case, *options).sentence
    assert case.read_bytes() == before
    assert words_of(case) == []


def test_a_case_that_is_not_there_is_not_made(variorum, folder: Path) -> None:
    assert "There is no case" in variorum("words", "none.variorum", "--add", "hedges", "frobly").sentence
    assert list(folder.iterdir()) == []


def test_the_case_itself_is_never_written_over(variorum, case: Path) -> None:
    assert variorum("words", case, "--export", case).sentence
    assert words_of(case) == []


def test_lists_that_are_newer_than_the_changes_are_told_in_one_line(variorum, case: Path) -> None:
    store = open_case(case)
    store.do(Step("Add", (Change(None, Amendment("hedges", "frobly", False, "0.0.9+00000000")),)))
    store.close()
    assert Amended().amendments == ()
    lines = variorum("words", case).out.splitlines()
    assert "are newer than those that the changes of this case were made against (0.0.9 (00000000))" in lines[-1]
