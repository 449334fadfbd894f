"""The codebook on the command line: shown, brought in, written."""

from pathlib import Path

import pytest

from db.casefile import open_case
from tests.codebook.books import BOOK, shape
from workbench.codebook import default_codes
from workbench.codebook_files import written
from workbench.model import Code


@pytest.fixture
def empty(variorum, stories: Path, folder: Path) -> Path:
    """A case that is not aligned, which the codebook does not ask for."""
    assert variorum("import", "ice.variorum", stories).status == 0
    return folder / "ice.variorum"


def codes_of(case: Path) -> tuple[Code, ...]:
    store = open_case(case)
    try:
        return store.codes()
    finally:
        store.close()


def test_it_is_shown_with_what_stands_under_what(variorum, empty: Path) -> None:
    Path("more.csv").write_text("name,parent\nSlur,Loaded word\n", "utf-8")
    variorum("codebook", empty, "--import", "more.csv")
    lines = variorum("codebook", empty).out.splitlines()
    assert lines[0].split() == ["Code", "Key", "Tags", "Means"]
    at = next(number for number, line in enumerate(lines) if line.startswith("Loaded word"))
    assert lines[at + 1].startswith("  Slur ")
    assert len(lines) == len(default_codes()) + 3


@pytest.mark.parametrize(("kind", "said"), [("qdc", "3 codes added, 1 changed"), ("csv", "4 codes added, 0 changed")])
def test_a_codebook_goes_from_case_to_case(variorum, empty: Path, stories: Path, kind: str, said: str) -> None:
    Path(f"ours.{kind}").write_bytes(written(BOOK, kind))
    outcome = variorum("codebook", empty, "--import", f"ours.{kind}", "--export", f"both.{kind}")
    assert outcome.out.startswith(said), "only .qdc knows that “Loaded word” is the one of every new case, and moves it"
    assert f"codes to both.{kind}." in outcome.out
    variorum("import", "other.variorum", stories)
    variorum("codebook", "other.variorum", "--import", f"both.{kind}")
    assert shape(codes_of(Path("other.variorum")), keys=False) == shape(codes_of(empty), keys=False)


def test_what_is_not_kept_is_said(variorum, empty: Path) -> None:
    Path("a.csv").write_text("name,digit\nTides,1\n", "utf-8")
    assert variorum("codebook", empty, "--import", "a.csv").out == (
        "1 code added, 0 changed; not kept as it stood in the file: 1 key left out, as another code has it.\n"
    )
    assert "9 keys stayed behind" in variorum("codebook", empty, "--export", "a.qdc").out


def test_an_import_is_one_step(variorum, empty: Path) -> None:
    Path("a.csv").write_text("name\nTides\nEbb\n", "utf-8")
    variorum("codebook", empty, "--import", "a.csv")
    store = open_case(empty)
    assert store.history()[-1].step.summary == "Import 2 codes"
    store.undo()
    assert store.codes() == default_codes()
    store.close()


def test_it_goes_to_standard_output_as_csv(variorum, empty: Path) -> None:
    outcome = variorum("codebook", empty, "--export", "-")
    assert outcome.out.removeprefix("\ufeff").splitlines()[0] == "name,parent,digit,colour,description"


@pytest.mark.parametrize(
    ("arguments", "why"),
    [
        (("--import", "none.qdc"), "cannot be read"),
        (("--import", "bad.qdc"), "not sound XML"),
        (("--import", "laughs.qdc"), "declares a document type"),
        (("--import", "a.txt"), "ending .qdc or .csv"),
        (("--export", "a.pdf"), "ending .qdc or .csv"),
        (("--export", "missing/a.qdc"), "does not exist"),
        (("--export", "a.csv", "--import", "a.csv"), "one of the files to read"),
    ],
)
def test_bad_input_gets_one_sentence_and_changes_nothing(variorum, empty: Path, arguments, why: str) -> None:
    Path("bad.qdc").write_text("<CodeBook", "utf-8")
    Path("laughs.qdc").write_text('<!DOCTYPE x [<!ENTITY a "aa">]><CodeBook/>', "utf-8")
    Path("a.csv").write_text("name\nTides\n", "utf-8")
    before = empty.read_bytes()
    assert why in variorum("codebook", empty, *arguments).sentence
    assert empty.read_bytes() == before
