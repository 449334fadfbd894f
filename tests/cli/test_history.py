"""The history of a case on the command line."""

import csv
import io
from collections.abc import Callable
from pathlib import Path

import pytest

from db.casefile import open_case
from tests.cli.conftest import Outcome
from workbench.model import Target
from workbench.session import Session

Variorum = Callable[..., Outcome]


@pytest.fixture
def decided(case: Path) -> Path:
    """A case with a tag, a note and a decision that was taken back."""
    session = Session(open_case(case))
    family = session.snapshot().families[0]
    target = Target(session.snapshot().others(family)[0].place)
    session.toggle_tag(target, session.snapshot().codes[0])
    session.set_note(target, "=cmd()|a note\nof two lines \u202e")
    session.choose_base(family, session.snapshot().others(family)[0])
    session.undo()
    session.close()
    return case


def test_every_step_is_told_newest_first(variorum: Variorum, decided: Path) -> None:
    told = variorum("history", decided)
    assert told.status == 0
    assert told.out.startswith("3 steps in ice.variorum.\n\n")
    text = " ".join(told.out.split())
    assert " undone: Chose the base on “" in text
    assert text.index("Chose the base") < text.index("Wrote the note") < text.index("Tagged “")
    assert "Wrote the note “=cmd()|a note of two lines" in text
    assert "\u202e" not in told.out
    assert variorum("history", decided, "--most", 1).out.count("  ") < told.out.count("  ")


def test_the_table_is_for_spreadsheets(variorum: Variorum, decided: Path, folder: Path) -> None:
    assert variorum("history", decided, "--csv", "-o", "log.csv").out == "Wrote log.csv.\n"
    rows = list(csv.DictReader(io.StringIO((folder / "log.csv").read_text("utf-8-sig"))))
    assert [row["state"] for row in rows] == ["undone", "done", "done"]
    assert [row["step"] for row in rows] == ["3", "2", "1"]
    assert all(row["time_utc"].endswith("+00:00") for row in rows)
    assert variorum("history", decided, "--csv").out.lstrip("\ufeff").startswith("step,time_utc")


def test_a_case_without_decisions_says_so(variorum: Variorum, case: Path) -> None:
    assert variorum("history", case).out == "Nothing was decided in ice.variorum yet.\n"


def test_what_cannot_be_is_one_sentence(variorum: Variorum, case: Path, folder: Path) -> None:
    assert "There is no case" in variorum("history", folder / "none.variorum").sentence
    assert "is the case itself" in variorum("history", case, "-o", case).sentence
