"""Whoever reads a report or its data sees which families a person made, changed or dismissed."""

import json
from collections.abc import Callable

import fastjsonschema
import pytest

from tests.reporting.cases import CaseMaker
from tests.reporting.pdfs import read_pdf
from workbench.model import Family
from workbench.reporting.html import html_of
from workbench.reporting.interchange import json_of
from workbench.reporting.page import page_of
from workbench.reporting.pdf import pdf_of
from workbench.reporting.report import build_report
from workbench.reporting.table import csv_of
from workbench.resources import RESOURCES
from workbench.session import Session
from workbench.spans import Span

holds = fastjsonschema.compile(json.loads((RESOURCES / "report" / "export.schema.json").read_text(encoding="utf-8")))
Act = Callable[[Session, Family], object]


def told(maker: CaseMaker) -> tuple[str, str]:
    """What the first family's section says of it, and what the methods say."""
    page = page_of(build_report(maker.store))
    (methods,) = (part["text"] for part in page["method"] if part["title"] == "What was corrected by hand")
    return page["families"][0]["by_hand"] if page["families"] else "", methods


def test_families_as_found_are_said_to_be_so(quay: CaseMaker) -> None:
    assert told(quay) == ("", "No family was made, changed or dismissed by hand: they are as the program found them.")


@pytest.mark.parametrize(
    ("act", "said"),
    [
        (lambda s, f: s.take_out(f, f.witnesses[3]), "not in this family by hand: Northern Post."),
        (
            lambda s, f: s.reshape(
                f, f.witnesses[1], Span(f.witnesses[1].place.span.start, f.witnesses[1].place.span.end - 9)
            ),
            "borders moved by hand: Harbour Courier.",
        ),
        (lambda s, f: s.split(f, f.witnesses[2:]), "not in this family by hand: Daily Lantern, Northern Post."),
    ],
)
def test_a_section_says_what_was_done_and_what_was_found(quay: CaseMaker, act: Act, said: str) -> None:
    session = Session(quay.store)
    act(session, session.snapshot().families[0])
    section, methods = told(quay)
    assert section.startswith("Corrected by hand on ")
    assert ": the program had found a family of 4 witnesses here; " in section
    assert section.endswith(said)
    assert "changed by hand." in methods
    report = build_report(quay.store)
    assert section in html_of(report).decode()
    assert section in csv_of(report).decode("utf-8-sig")
    assert said.rstrip(".") in " ".join(read_pdf(pdf_of(report)).text.split())
    assert page_of(report)["families"][0]["because"].startswith("What they share: ")


def test_what_was_dismissed_is_listed(quay: CaseMaker) -> None:
    session = Session(quay.store)
    session.dismiss(session.snapshot().families[0])
    _, methods = told(quay)
    assert methods.startswith("1 family was dismissed by hand. Dismissed, and therefore not shown: “")
    assert methods.endswith("” (4 witnesses).")
    case = json.loads(json_of(quay.store, build_report(quay.store)))
    holds(case)
    assert (case["families"], len(case["dismissed"][0])) == ([], 4)


def test_the_data_says_what_was_found_in_its_place(quay: CaseMaker) -> None:
    session = Session(quay.store)
    assert json.loads(json_of(quay.store, build_report(quay.store)))["families"][0]["by_hand"] is None
    session.take_out(session.snapshot().families[0], session.snapshot().families[0].witnesses[3])
    case = json.loads(json_of(quay.store, build_report(quay.store)))
    holds(case)
    (family,) = case["families"]
    assert [step["what"] for step in family["by_hand"]["steps"]] == ["Take a witness out"]
    assert [len(found) for found in family["by_hand"]["found"]] == [4]
    assert len(family["witnesses"]) == 3
    assert family["by_hand"]["told"].startswith("Corrected by hand on ")


def test_boilerplate_marked_by_hand_says_so(quay: CaseMaker) -> None:
    session = Session(quay.store)
    session.mark_boilerplate(session.snapshot().families[0], True)
    report = build_report(quay.store)
    assert page_of(report)["boilerplate"][0]["by_hand"].endswith("; marked as boilerplate by hand.")
    assert "marked as boilerplate by hand" in html_of(report).decode()
