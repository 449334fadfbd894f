"""The CSV export."""

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.reporting.cases import LANTERN, POST, WIRE, CaseMaker
from workbench.model import Place, Target
from workbench.reporting.report import build_report
from workbench.reporting.table import COLUMNS, csv_of, safe
from workbench.spans import Span


def rows(maker: CaseMaker) -> list[dict[str, str]]:
    text = csv_of(build_report(maker.store)).decode("utf-8-sig")
    return list(csv.DictReader(io.StringIO(text, newline="")))


def test_it_begins_with_a_byte_order_mark_and_the_columns(quay: CaseMaker) -> None:
    content = csv_of(build_report(quay.store))
    assert content.startswith(b"\xef\xbb\xbfrow,family,")
    assert tuple(rows(quay)[0]) == COLUMNS


def test_every_edit_has_one_row(quay: CaseMaker) -> None:
    found = rows(quay)
    assert [row["row"] for row in found] == ["edit"] * build_report(quay.store).edits


def test_spans_lead_to_the_words_in_the_files(quay: CaseMaker) -> None:
    files = {source.name: quay.store.source_bytes(source.id).decode() for source in quay.store.sources()}
    for row in rows(quay):
        for side in ("base", "witness"):
            words = files[row[f"{side}_file"]][int(row[f"{side}_start"]) : int(row[f"{side}_end"])]
            assert words == row[f"{side}_text"].removeprefix("'")


def test_rows_name_outlet_date_and_labels(quay: CaseMaker) -> None:
    found = next(row for row in rows(quay) if "reportedly" in row["witness_text"])
    assert (found["witness_outlet"], found["witness_date"]) == ("Northern Post", "")
    assert found["labels"]
    assert len(found["witness_sha256"]) == 64


def test_tags_and_notes_stand_beside_their_edit(quay: CaseMaker) -> None:
    found = next(row for row in rows(quay) if "reportedly" in row["witness_text"])
    articles = {article.title: article for article in quay.store.articles()}
    assert len(articles) == 1
    by_file = {source.name: source.id for source in quay.store.sources()}
    article = {article.source_id: article.id for article in quay.store.articles()}

    def place(side: str) -> Place:
        span = Span(int(found[f"{side}_start"]), int(found[f"{side}_end"]))
        return Place(article[by_file[found[f"{side}_file"]]], span)

    target = Target(place("witness"), place("base"))
    first, second, *_ = quay.store.codes()
    quay.tag(target, first)
    quay.tag(target, second)
    quay.note(target, "Who?\nWhen?")
    tagged = [row for row in rows(quay) if row["tags"]]
    assert [(row["row"], row["tags"], row["note"]) for row in tagged] == [
        ("edit", f"{first.name}; {second.name}", "Who?\nWhen?")
    ]


def test_tags_on_passages_and_elsewhere_have_rows_of_their_own(quay: CaseMaker) -> None:
    quay.note(Target(quay.place(POST)), "the whole passage")
    quay.note(Target(Place(1, Span(0, 5))), "the headline")
    notes = {row["note"]: (row["row"], row["family"], row["witness_text"]) for row in rows(quay) if row["note"]}
    assert notes == {"the whole passage": ("passage", "1", POST), "the headline": ("remark", "", "Crane")}


def test_boilerplate_is_marked_as_such(quay: CaseMaker) -> None:
    quay.families(boilerplate=((quay.place(WIRE), quay.place(LANTERN)),))
    assert {(row["family"], row["boilerplate"]) for row in rows(quay)} == {("boilerplate 1", "yes")}


@pytest.mark.parametrize("start", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "  =1", "＝1"])
def test_no_cell_is_taken_for_a_formula(start: str) -> None:
    assert safe(start) == f"'{start}"


@pytest.mark.parametrize("cell", ["", "plain", "1 = 1", "a-b", "“=”", "12"])
def test_harmless_cells_stay_as_they_are(cell: str) -> None:
    assert safe(cell) == cell


@given(st.text())
def test_no_text_begins_a_formula(text: str) -> None:
    assert not safe(text).lstrip(" ").startswith(("=", "+", "-", "@", "\t", "\r"))


def test_a_formula_in_an_article_does_not_reach_the_spreadsheet(maker: CaseMaker) -> None:
    places = [
        maker.article(f'=HYPERLINK("http://x.example","{end}")', '=cmd|" /C calc"!A0', title="@x") for end in ("a", "b")
    ]
    maker.families(tuple(places))
    maker.note(Target(places[0]), "-2+3")
    for row in rows(maker):
        assert not any(cell.startswith(("=", "+", "-", "@")) for cell in row.values())
