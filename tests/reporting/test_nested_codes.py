"""A code that stands under another is named with it wherever a report names it."""

import csv
import io
import json

import pytest

from tests.reporting.cases import MOMENT, POST, CaseMaker
from workbench.model import Target
from workbench.reporting.html import html_of
from workbench.reporting.interchange import json_of
from workbench.reporting.report import build_report
from workbench.reporting.table import csv_of
from workbench.session import Session

PATH = "Loaded word / Slur"


@pytest.fixture
def nested(quay: CaseMaker) -> CaseMaker:
    """A case with a tag whose code stands under “Loaded word”."""
    session = Session(quay.store)
    session.add_code("Slur", session.snapshot().code["loaded"])
    quay.tag(Target(quay.place(POST)), next(code for code in quay.store.codes() if code.name == "Slur"))
    return quay


def test_the_table_says_its_path(nested: CaseMaker) -> None:
    text = csv_of(build_report(nested.store)).decode("utf-8-sig")
    assert [row["tags"] for row in csv.DictReader(io.StringIO(text, newline="")) if row["tags"]] == [PATH]


def test_the_json_says_its_path(nested: CaseMaker) -> None:
    case = json.loads(json_of(nested.store, build_report(nested.store)))
    assert [tag["code"] for tag in case["tags"]] == [PATH]


def test_the_report_says_its_path_where_codes_are_counted_and_where_they_stand(nested: CaseMaker) -> None:
    report = build_report(nested.store, made=MOMENT)
    assert [count.word for count in report.codes] == [PATH]
    assert html_of(report).decode().count(PATH) >= 2
