"""The report of the first corpus: the quote that four of its articles carry."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from db.casefile import open_case
from tests.reporting.pdfs import read_pdf
from workbench.ports import CaseStore
from workbench.reporting.interchange import json_of
from workbench.reporting.pdf import pdf_of
from workbench.reporting.report import Report, build_report
from workbench.session import Session


@pytest.fixture(scope="module")
def seeds(shared: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[CaseStore]:
    """The case of the seeds, aligned."""
    session = Session(open_case(tmp_path_factory.mktemp("seeds") / "seeds.variorum", create=True))
    session.import_paths([shared / "seeds"])
    session.align()
    yield session.store
    session.close()


@pytest.fixture(scope="module")
def report(seeds: CaseStore) -> Report:
    """The report on them."""
    return build_report(seeds)


@pytest.fixture(scope="module")
def gold(shared: Path) -> dict[str, Any]:
    """The gold file of the seeds."""
    loaded: dict[str, Any] = json.loads((shared / "gold" / "seed_public.json").read_text(encoding="utf-8"))
    return loaded


def gold_spans(gold: dict[str, Any]) -> set[tuple[str, int, int]]:
    """File name, start and end of each witness of the gold family."""
    return {(gold["files"][article[:3]], start, end) for article, start, end in gold["families"][0]["witnesses"]}


def test_the_first_family_of_the_report_is_the_quote(report: Report, gold: dict[str, Any]) -> None:
    first = report.families[0]
    expected = sorted(gold_spans(gold))
    found = sorted((w.where.source.name, w.where.span.start, w.where.span.end) for w in first.witnesses)
    assert [name for name, *_ in found] == [name for name, *_ in expected]
    for (_, start, end), (_, gold_start, gold_end) in zip(found, expected, strict=True):
        assert abs(start - gold_start) <= 15
        assert abs(end - gold_end) <= 15


def test_one_page_shows_what_each_outlet_did_with_the_quote(report: Report) -> None:
    pdf = read_pdf(pdf_of(report))
    page = next(page for page in pdf.pages if "BASE" in page)
    assert pdf.accessible
    for witness in report.families[0].witnesses:
        assert witness.where.outlet in page
        for edit in witness.edits:
            assert " ".join(edit.base_text.split()) in page
            assert " ".join(edit.text.split()) in page
    assert " ".join(report.families[0].base.text.split()) in page


def test_the_json_leads_back_to_the_words_of_the_files(seeds: CaseStore, report: Report, shared: Path) -> None:
    case = json.loads(json_of(seeds, report))
    assert len(case["articles"]) == 8
    names = {source["id"]: source["name"] for source in case["sources"]}
    text = {a["id"]: (shared / "seeds" / names[a["source"]]).read_bytes().decode("utf-8") for a in case["articles"]}
    for family in case["families"]:
        for witness in family["witnesses"]:
            assert text[witness["article"]][slice(*witness["span"])] == witness["text"]
