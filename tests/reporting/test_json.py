"""The JSON export, held to its schema."""

import json
from typing import Any

import fastjsonschema
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.reporting.cases import MOMENT, POST, WIRE, CaseMaker
from workbench.model import DatePrecision, LabelKind, Place, PublicationDate, Target, Zone, ZoneKind
from workbench.reading.model import ReadArticle
from workbench.reporting.interchange import json_of, written
from workbench.reporting.report import build_report
from workbench.resources import RESOURCES
from workbench.spans import OffsetMap, Run, Span

SCHEMA: dict[str, Any] = json.loads((RESOURCES / "report" / "export.schema.json").read_text(encoding="utf-8"))
holds = fastjsonschema.compile(SCHEMA)


def exported(maker: CaseMaker) -> dict[str, Any]:
    content = json_of(maker.store, build_report(maker.store))
    case: dict[str, Any] = json.loads(content.decode("utf-8"))
    holds(case)
    return case


def test_the_schema_knows_every_label_and_precision() -> None:
    definitions = SCHEMA["definitions"]
    assert definitions["labels"]["items"]["enum"] == [kind.value for kind in LabelKind]
    assert definitions["article"]["properties"]["precision"]["enum"] == [kind.value for kind in DatePrecision]


def test_the_schema_refuses_what_is_not_an_export(quay: CaseMaker) -> None:
    case = exported(quay)
    for broken in (case | {"variorum": 2}, case | {"extra": 1}, {}, case | {"families": [{"id": 1}]}):
        with pytest.raises(fastjsonschema.JsonSchemaException):
            holds(broken)


def test_it_has_the_keys_of_version_1(quay: CaseMaker) -> None:
    quay.note(Target(quay.place(POST)), "x")
    case = exported(quay)
    assert list(case) == [
        "variorum", "settings", "word_lists", "sources", "articles", "families", "dismissed", "conflicts", "tags",
        "rulings",
    ]  # fmt: skip
    assert case["variorum"] == 1
    assert list(case["sources"][0]) == ["id", "name", "sha256"]
    assert list(case["articles"][0]) == [
        "id", "source", "title", "outlet", "byline", "published", "precision", "url", "body"
    ]  # fmt: skip
    assert list(case["families"][0])[:4] == ["id", "boilerplate", "witnesses", "edits"]
    assert list(case["families"][0]["witnesses"][0])[:4] == ["id", "article", "span", "text"]
    assert list(case["families"][0]["edits"][0]) == [
        "base_witness", "witness", "base", "span", "labels", "ruling", "reviewed"
    ]  # fmt: skip


def test_sources_articles_and_dates_are_as_in_the_case(quay: CaseMaker) -> None:
    case = exported(quay)
    assert [source["sha256"] for source in case["sources"]] == [source.sha256 for source in quay.store.sources()]
    assert [(article["outlet"], article["published"], article["precision"]) for article in case["articles"]] == [
        ("Tessera News Agency", "2031-05-02T08:15", "time"),
        ("Harbour Courier", "2031-05-02", "day"),
        ("Daily Lantern", "2031-05", "month"),
        ("Northern Post", None, "unknown"),
    ]


def test_spans_lead_to_the_text_in_the_decoded_files(quay: CaseMaker) -> None:
    case = exported(quay)
    files = {source.id: quay.store.source_bytes(source.id).decode() for source in quay.store.sources()}
    text = {article["id"]: files[article["source"]] for article in case["articles"]}
    for article in case["articles"]:
        [[start, end]] = article["body"]
        assert text[article["id"]][start:end].startswith("It was a quiet morning")
    for family in case["families"]:
        witness = {found["id"]: found for found in family["witnesses"]}
        for found in family["witnesses"]:
            assert text[found["article"]][slice(*found["span"])] == found["text"]
        for edit in family["edits"]:
            for side, span in (("base_witness", "base"), ("witness", "span")):
                start, end = witness[edit[side]]["span"]
                assert start <= edit[span][0] <= edit[span][1] <= end
            assert edit["base_witness"] != edit["witness"]
            assert edit["labels"]


def test_spans_of_a_page_with_markup_are_those_of_the_file(maker: CaseMaker) -> None:
    # "Tom &amp; Ann" read from <p>…</p>: the readable text is shorter than the file.
    runs = (Run(0, 4, 3, 4), Run(4, 1, 7, 5), Run(5, 4, 12, 4))
    for number in range(2):
        article = ReadArticle(
            Span(0, 9), "", f"Outlet {number}", "", "", PublicationDate(), "", "en", (Zone(ZoneKind.BODY, Span(0, 9)),)
        )
        maker.read("Tom & Ann", (article,), offsets=OffsetMap(runs))
    maker.families((Place(1, Span(4, 9)), Place(2, Span(0, 9))))
    case = exported(maker)
    assert case["articles"][0]["body"] == [[3, 16]]
    assert [(found["span"], found["text"]) for found in case["families"][0]["witnesses"]] == [
        ([7, 16], "& Ann"), ([3, 16], "Tom & Ann"),
    ]  # fmt: skip


def test_tags_name_their_code_note_and_place(quay: CaseMaker) -> None:
    code = quay.store.codes()[0]
    target = Target(quay.place(POST))
    quay.tag(target, code)
    quay.note(target, "Ask the desk.")
    [tag] = exported(quay)["tags"]
    witness = exported(quay)["families"][0]["witnesses"][3]
    assert tag == {
        "code": code.name, "note": "Ask the desk.", "witness": witness["id"], "article": witness["article"],
        "span": witness["span"], "base": None, "created": MOMENT.isoformat(),
    }  # fmt: skip


def test_a_tag_on_an_edit_names_both_sides(quay: CaseMaker) -> None:
    quay.tag(Target(Place(4, Span(70, 80)), Place(1, Span(71, 71))), quay.store.codes()[0])
    [tag] = exported(quay)["tags"]
    assert (tag["span"], tag["base"]) == ([70, 80], {"article": 1, "span": [71, 71]})


def test_notes_without_a_tag_and_tags_outside_families_are_there(quay: CaseMaker) -> None:
    quay.note(Target(Place(2, Span(0, 5))), "headline")
    quay.tag(Target(Place(1, Span(0, 5))), quay.store.codes()[0])
    tags = exported(quay)["tags"]
    assert [(tag["code"], tag["note"], tag["witness"]) for tag in tags] == [
        (quay.store.codes()[0].name, "", None),
        (None, "headline", None),
    ]


def test_boilerplate_and_empty_cases_hold_to_the_schema(maker: CaseMaker) -> None:
    assert exported(maker)["families"] == []
    places = tuple(maker.article(f"{WIRE}{end}") for end in ("", " Still."))
    maker.families(boilerplate=(places,))
    assert [family["boilerplate"] for family in exported(maker)["families"]] == [True]


@given(st.text(st.characters(exclude_categories=["Cs"]), min_size=1))
def test_any_text_comes_back_as_it_was(text: str) -> None:
    # What closes up spans must never touch a text that looks like one.
    case = {"text": text, "span": [3, 4], "looks": f"[\n 1,\n 2\n]{text}"}
    assert json.loads(written(case)) == case


def test_a_file_name_that_is_no_unicode_gives_valid_json() -> None:
    assert json.loads(written({"name": "page-\udce9.txt"})) == {"name": "page-\ufffd.txt"}
