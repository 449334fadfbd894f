"""The report states by which word lists its labels came about, and its labels come about by them."""

import json

from tests.reporting.cases import CaseMaker
from tests.reporting.pdfs import read_pdf
from workbench.amendments import Amended, Amendment, Changing
from workbench.model import LabelKind
from workbench.reporting.html import html_of
from workbench.reporting.interchange import json_of
from workbench.reporting.page import page_of
from workbench.reporting.pdf import pdf_of
from workbench.reporting.report import build_report
from workbench.session import Session
from workbench.steps import Change, Step
from workbench.word_lists import lists_version


def change(maker: CaseMaker, changing: Changing) -> None:
    Session(maker.store).change_words(changing)


def statement(maker: CaseMaker) -> str:
    return {part["title"]: part["text"] for part in page_of(build_report(maker.store))["method"]}["Which word lists"]


def three_changes(words: Amended) -> Amended:
    return words.add("loaded-verbs", "driven").add("hedges", "to carry out").remove("hedges", "reportedly")


def kinds(maker: CaseMaker) -> set[LabelKind]:
    families = build_report(maker.store).families
    edits = (edit for family in families for witness in family.witnesses for edit in witness.edits)
    return {label.kind for edit in edits for label in edit.labels}


def test_lists_that_are_those_of_the_program_are_stated_as_such(quay: CaseMaker) -> None:
    assert ", unchanged." in statement(quay)
    assert lists_version().replace("+", " (") in statement(quay)


def test_every_change_is_stated(quay: CaseMaker) -> None:
    change(quay, three_changes)
    told = "with 2 additions: “to carry out” (hedges), “drive” (loaded-verbs); 1 removal: “reportedly” (hedges)."
    assert told in statement(quay)
    assert "“drive” (loaded-verbs)" in html_of(build_report(quay.store)).decode()
    assert "“drive” (loaded-verbs)" in read_pdf(pdf_of(build_report(quay.store))).text


def test_the_labels_of_the_report_are_made_by_the_lists_of_the_case(quay: CaseMaker) -> None:
    assert LabelKind.LOADED not in kinds(quay)
    assert "hedge “reportedly”" in html_of(build_report(quay.store)).decode()
    change(quay, three_changes)
    assert LabelKind.LOADED in kinds(quay)
    assert "hedge “reportedly”" not in html_of(build_report(quay.store)).decode()


def test_changes_made_against_other_lists_are_told(quay: CaseMaker) -> None:
    older = Amendment("hedges", "frobly", False, "0.0.9+00000000")
    quay.store.do(Step("Add", (Change(None, older),)))
    assert "(the changes were made against 0.0.9 (00000000))" in statement(quay)


def test_the_data_has_the_changes_with_the_lists_they_were_made_against(quay: CaseMaker) -> None:
    change(quay, three_changes)
    lists = json.loads(json_of(quay.store, build_report(quay.store)))["word_lists"]
    assert lists["version"] == lists_version()
    assert [(one["list"], one["entry"], one["change"]) for one in lists["changes"]] == [
        ("hedges", "reportedly", "removed"),
        ("hedges", "to carry out", "added"),
        ("loaded-verbs", "drive", "added"),
    ]
    assert {one["against"] for one in lists["changes"]} == {lists_version()}
