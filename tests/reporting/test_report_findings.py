"""What was found beyond the edits stands in the report: who is cited, what was altered, whose it may be, which figures
conflict."""

import json

import pytest

from tests.reporting.cases import CaseMaker
from workbench.model import Derivation, Dismissal
from workbench.reporting.html import html_of
from workbench.reporting.interchange import json_of
from workbench.reporting.model import Report, ReportFrame
from workbench.reporting.report import build_report

SAID = "The barges will leave Velm before the inspectors arrive at the lock"
ALTERED = "The barges will flee Velm before the inspectors arrive at the lock"

TOLL = "The flood killed {} people in Velm."


@pytest.fixture
def barges(maker: CaseMaker) -> CaseMaker:
    """Three outlets with a quotation, one of which altered it, and two death tolls."""
    told = (
        ("Courier", "2031-05-02", f"“{SAID},” a source in the port told the Courier. {TOLL.format(62)}"),
        ("Lantern", "2031-05-03", f"The Courier cited a source as saying: “{ALTERED}.” {TOLL.format(83)}"),
        ("Post", "2031-05-04", f"{SAID}."),
    )  # fmt: skip
    for outlet, published, text in told:
        maker.article(text, outlet, published, title=f"News of the {outlet}", before="")
    quoted = (ALTERED if outlet == "Lantern" else SAID for outlet, _, _ in told)
    articles = maker.store.articles()
    places = [maker.within(article.id, passage) for article, passage in zip(articles, quoted, strict=True)]
    maker.families(tuple(places))
    return maker


def frames(report: Report) -> list[ReportFrame]:
    return [witness.frame for witness in report.families[0].witnesses if witness.frame]


def test_who_is_cited_is_told_in_the_outlets_words(barges: CaseMaker) -> None:
    courier, lantern, post = frames(build_report(barges.store))
    assert "“a source in the port told the Courier” after it, in quotation marks" in courier.cites
    assert "“The Courier cited a source as saying” before it" in lantern.cites
    assert "the source is not named" in lantern.cites
    assert post.cites == "Nobody is cited: the outlet says it in its own voice."
    assert courier.stands.endswith("paragraph 1 of 1.")


def test_an_edit_inside_quotation_marks_is_told_as_the_gravest(barges: CaseMaker) -> None:
    courier, lantern, post = frames(build_report(barges.store))
    assert lantern.altered == ("“leave” became “flee”",)
    assert courier.altered == post.altered == ()


def test_what_became_of_the_passage_and_whose_it_may_be_is_told_in_sentences(barges: CaseMaker) -> None:
    (family,) = build_report(barges.store).families
    assert family.finding
    assert any("Lantern" in told and "“flee”" in told for told in family.finding.summary)
    lantern = frames(build_report(barges.store))[1]
    assert "probably derived from Courier" in lantern.descent


def test_what_a_person_says_of_where_a_passage_is_from_goes_before(barges: CaseMaker) -> None:
    _, lantern, post = (witness.place for witness in barges.store.families()[0].witnesses)
    barges.put(Derivation(lantern, post))
    assert "Post" in frames(build_report(barges.store))[1].descent


def test_figures_that_conflict_are_listed_until_they_are_set_aside(barges: CaseMaker) -> None:
    report = build_report(barges.store)
    (conflict,) = report.conflicts
    assert {side.figure for side in conflict.sides} == {"62", "83"}
    assert all(side.before.endswith("killed ") for side in conflict.sides)
    barges.put(Dismissal(report.figures[0].key))
    again = build_report(barges.store)
    assert (again.conflicts, again.dismissed) == ((), 1)


def test_how_much_of_an_article_is_shared_is_counted(barges: CaseMaker) -> None:
    coverage = {one.where.outlet: one for one in build_report(barges.store).coverage}
    assert coverage["Post"].shared == len(SAID.split())
    assert 0 < coverage["Courier"].share < 1


def test_the_page_and_the_data_have_all_of_it(barges: CaseMaker) -> None:
    report = build_report(barges.store)
    page = html_of(report).decode()
    for words in ("Altered inside quotation marks", "Figures that conflict", "Where each passage may come from"):
        assert words in page
    case = json.loads(json_of(barges.store, report))
    lantern = case["families"][0]["witnesses"][1]
    assert lantern["altered"] == [
        {"alteration": "altered", "reason": "“leave” became “flee” inside the quotation marks, without a sign of it"}
    ]
    assert [link["text"] for link in lantern["frame"]["attribution"]["chain"]] == ["The Courier", "a source"]
    assert lantern["descent"]["parent"] == case["families"][0]["witnesses"][0]["id"]
    assert [side["figure"] for side in case["conflicts"][0]["sides"]] == ["62", "83"]
