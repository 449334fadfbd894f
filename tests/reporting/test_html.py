"""The HTML report."""

import re

import pytest
from lxml import html

from tests.reporting.cases import LANTERN, MOMENT, POST, WIRE, CaseMaker
from workbench.model import Place, Target
from workbench.reporting.html import html_of
from workbench.reporting.model import RunKind
from workbench.reporting.report import build_report
from workbench.spans import Span

SCRIPT = '<script>alert("x")</script> & <b>bold</b> {{ 7 * 7 }} {% raw %} <img src=x onerror=alert(1)>'


def source(maker: CaseMaker) -> str:
    return html_of(build_report(maker.store, made=MOMENT)).decode("utf-8")


def page(maker: CaseMaker) -> html.HtmlElement:
    return html.document_fromstring(source(maker))


def test_edits_are_deletions_and_insertions_for_a_reader_and_for_a_machine(quay: CaseMaker) -> None:
    report = build_report(quay.store)
    runs = [run for witness in report.families[0].witnesses for run in witness.runs]
    passages = page(quay).xpath("//p[@class='text']")
    marked = {"del": {RunKind.REMOVED, RunKind.MOVED_AWAY}, "ins": {RunKind.ADDED}}
    for tag, kinds in marked.items():
        shown = [element.text_content() for passage in passages for element in passage.iter(tag)]
        assert shown
        assert shown == [run.text.strip() for run in runs if run.kind in kinds]


def test_a_witness_reads_as_it_stands_when_deletions_are_left_out(quay: CaseMaker) -> None:
    report = build_report(quay.store)
    for passage, witness in zip(page(quay).xpath("//p[@class='text']"), report.families[0].witnesses, strict=True):
        for deleted in passage.xpath(".//del"):
            deleted.drop_tree()
        assert "".join(passage.text_content().split()) == "".join(witness.text.split())


@pytest.mark.parametrize("place", ["passage", "title", "outlet", "url", "note", "name"])
def test_markup_in_a_case_is_text(maker: CaseMaker, place: str) -> None:
    said = {key: SCRIPT if key == place else "plain" for key in ("passage", "title", "outlet", "url", "note", "name")}
    places = tuple(
        maker.article(
            f"{said['passage']} {end}",
            said["outlet"],
            title=said["title"],
            url=said["url"],
            name=f"{said['name']}{end}",
        )
        for end in ("said.", "told.")
    )
    maker.families(places)
    maker.note(Target(places[0]), said["note"])
    document = page(maker)
    assert SCRIPT in document.text_content()
    assert not document.xpath("//script | //img | //b//b | //*[@onerror]")


def test_nothing_is_fetched_and_nothing_leads_out(quay: CaseMaker) -> None:
    text = source(quay)
    document = html.document_fromstring(text)
    assert "https://tessera.example/2031/quay?id=7" in document.text_content()
    links = [link for _, _, link, _ in document.iterlinks()]
    assert links
    assert all(link.startswith("#") for link in links)
    assert not re.search(r"@import|url\(|<link|<script|<iframe|<object", text)
    assert "default-src 'none'" in document.xpath("//meta[@http-equiv]/@content")[0]


def test_every_link_of_the_contents_leads_somewhere(quay: CaseMaker) -> None:
    quay.note(Target(Place(1, Span(0, 3))), "elsewhere")
    donate = tuple(quay.article("Support our work with a donation today.", outlet) for outlet in ("A", "B"))
    quay.families((quay.place(WIRE), quay.place(LANTERN)), boilerplate=(donate,))
    document = page(quay)
    targets = [link[1:] for link in document.xpath("//nav//a/@href")]
    assert targets == ["family-1", "coverage", "boilerplate", "remarks", "method", "sources"]
    assert [document.get_element_by_id(target) is not None for target in targets] == [True] * 6


def test_it_follows_the_light_or_dark_of_the_reader(quay: CaseMaker) -> None:
    text = source(quay)
    assert "prefers-color-scheme: dark" in text
    assert set(re.findall(r"var\(--(\w+)\)", text)) <= set(re.findall(r"--(\w+): #", text))


def test_it_says_what_the_pdf_says(quay: CaseMaker) -> None:
    code = quay.store.codes()[0]
    quay.tag(Target(quay.place(POST)), code)
    text = " ".join(page(quay).text_content().split())
    for words in (
        "Made 9 May 2031, 14:30 UTC", "How to read this report", "BASE", "date unknown: the page states none",
        code.name, "Every edit, with the program’s label and reason", "Where each passage stands",
        *(found.sha256 for found in quay.store.sources()),
    ):  # fmt: skip
        assert words in text


def test_text_that_runs_from_right_to_left_is_told_so(maker: CaseMaker) -> None:
    maker.families(tuple(maker.article(f"قال الوزير {end}", "A", language="ar") for end in ("اليوم", "أمس")))
    passages = page(maker).xpath("//p[@class='text']")
    assert [(passage.get("dir"), passage.get("lang")) for passage in passages] == [("rtl", "ar")] * 2


def test_control_characters_are_shown_as_a_sign(maker: CaseMaker) -> None:
    maker.families(tuple(maker.article(f"a\x00b\x1b {end}", "A") for end in ("said.", "told.")))
    text = source(maker)
    assert "a\ufffdb\ufffd" in text
    assert not re.search(r"[\x00-\x08\x0b-\x1f]", text)


def test_paragraphs_of_a_passage_stay_apart(maker: CaseMaker) -> None:
    maker.families(tuple(maker.article(f"One\nline.\n\nTwo {end}", "A") for end in ("said.", "told.")))
    assert page(maker).xpath("//p[@class='text']")[0].text_content() == "One line.\nTwo said."


def test_an_empty_case_and_a_stale_one_say_so(quay: CaseMaker) -> None:
    quay.families()
    assert "No two articles of this case share a passage" in source(quay)
    quay.article("New.")
    assert "Articles were imported, or settings changed, after" in source(quay)
