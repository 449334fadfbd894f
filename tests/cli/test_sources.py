"""Where witnesses may come from, on the command line."""

from pathlib import Path

import pytest

from db.casefile import open_case
from workbench.session import Session

PASSAGE = (
    "“The old lighthouse at Fennick Bay will be dark from the first of May, since nobody is left who could tend the "
    "lamp and no money is there for a new one,”"
)


@pytest.fixture
def lamp(variorum, folder: Path) -> Path:
    """A case of three articles; the last names the first for what it quotes."""
    pages = folder / "lamp"
    pages.mkdir()
    for name, head, tail in (
        (
            "a.txt",
            "No light at Fennick Bay\n\nPolar Wire, 1 April 2024\n\nThe bay is quiet in April.",
            "the keeper told Polar Wire.",
        ),
        (
            "b.txt",
            "Sailors fear the dark\n\nEvening Packet, 2 April 2024\n\nNobody had expected it.",
            "the keeper told Polar Wire.",
        ),
    ):
        (pages / name).write_text(f"{head}\n\n{PASSAGE} {tail}\n", "utf-8")
    assert variorum("import", "lamp.variorum", pages).status == 0
    return folder / "lamp.variorum"


def test_it_tells_of_every_family_where_its_witnesses_may_come_from(variorum, lamp: Path) -> None:
    variorum("align", lamp)
    outcome = variorum("sources", lamp)
    assert (outcome.status, outcome.err) == (0, "")
    told = " ".join(outcome.out.split())
    assert told.startswith("Family 1: “")
    assert "At most 1 independent source." in told
    assert told.index("1 Apr 2024 – Polar Wire: ") < told.index("2 Apr 2024 – Evening Packet: ")
    assert "2 Apr 2024 – Evening Packet: probably derived from Polar Wire, because it names" in told
    assert max(map(len, outcome.out.splitlines())) <= 100


def test_one_family_is_told_of_by_its_number(variorum, lamp: Path) -> None:
    variorum("align", lamp)
    assert variorum("sources", lamp, 1).out == variorum("sources", lamp).out


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        ((2,), "There is no family 2; the case has 1 family, numbered from 1."),
        ((0,), "There is no family 0;"),
        (("one",), "'one' is not a valid integer"),
    ],
)
def test_a_number_that_is_no_family_is_refused(variorum, lamp: Path, arguments, sentence: str) -> None:
    variorum("align", lamp)
    assert sentence in variorum("sources", lamp, *arguments).sentence


def test_a_case_without_families_says_what_looks_for_them(variorum, lamp: Path) -> None:
    assert variorum("sources", lamp).sentence == "The case has no families; “align” looks for them."


def test_what_a_person_said_goes_before_what_the_program_finds(variorum, lamp: Path) -> None:
    variorum("align", lamp)
    session = Session(open_case(lamp))
    family = session.snapshot().families[0]
    session.say_source(family.witnesses[1], None)
    session.close()
    told = " ".join(variorum("sources", lamp, 1).out.split())
    assert "Evening Packet: probably derived" not in told
    assert "Evening Packet: a person decided that it derives from no witness here." in told
