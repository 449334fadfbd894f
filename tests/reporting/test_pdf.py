"""The PDF, read back."""

import re

import pytest

from tests.reporting.cases import COURIER, LANTERN, MOMENT, POST, WIRE, CaseMaker
from tests.reporting.pdfs import ReadPdf, read_pdf
from workbench.errors import Cancelled
from workbench.model import Place, Target
from workbench.reporting.pdf import pdf_of
from workbench.reporting.report import build_report
from workbench.spans import Span

HOSTILE = [
    '#import "/etc/passwd" #panic() *bold* _emph_ $x^2$ @ref <label> = head - item / term: \\ \\u{41} `raw` // note',
    "#{ let x = 1 } [content] ] ) } #sys.inputs ~ -- --- ... 'single' \"double\" /* open",
    "control \x00\x01\x07\x1b[31m red \x7f \x9d bell",
    "emoji 😀 👨‍👩‍👧 🏴󠁧󠁢󠁥󠁮󠁧󠁿 flags 🇺🇳",
    "قال الوزير إن ١٢٠٠ عامل سينقلون غدا 1,200 من الرصيف",
    "אמר השר כי 1,200 עובדים יועברו",
    "部长表示，约一千二百名工人将从北码头转移到集装箱码头。",
    "मंत्री ने कहा कि मज़दूर जाएँगे",
    "left \u202eright-to-left override\u202c and \u2066isolate\u2069 \u200b\u200d\ufeff end",
    "unassigned \U0003fffd private \ue000 tag \U000e0041 variation \ufe0f",
    "word" * 400,
    "https://example.org/" + "very-long-segment/" * 40,
    "   \n\n\n   spaces   \u00a0\u2009\u3000  ",
]


def read(maker: CaseMaker) -> ReadPdf:
    return read_pdf(pdf_of(build_report(maker.store, made=MOMENT)))


def plain(text: str) -> str:
    return " ".join(text.split())


def test_every_witness_can_be_copied_out_word_for_word(quay: CaseMaker) -> None:
    quay.families((quay.place(WIRE), quay.place(COURIER)))
    text = read(quay).text
    assert WIRE in text
    assert COURIER.replace("admitted.", "said admitted.") in text  # what the base has, struck, stands before


def test_the_family_page_names_outlets_dates_and_the_base(quay: CaseMaker) -> None:
    page = next(page for page in read(quay).pages if page.startswith("harbour Comparison report Families"))
    for words in (
        "BASE", "Tessera News Agency 2 May 2031, 08:15", "Harbour Courier 2 May 2031", "Daily Lantern May 2031",
        "Northern Post", "date unknown: the page states none", "4 witnesses · 4 outlets",
    ):  # fmt: skip
        assert words in page, words


def test_it_opens_with_bookmarks_for_every_family(quay: CaseMaker) -> None:
    quay.families((quay.place(WIRE), quay.place(COURIER)), (quay.place(LANTERN), quay.place(POST)))
    levels, titles = zip(*read(quay).bookmarks, strict=True)
    assert levels == (0, 1, 1, 0, 0)
    assert (titles[0], *titles[3:]) == ("Families", "How to read this report", "Sources")
    assert all(re.match(r"[12]\u2002(“About|‘More)", title) for title in titles[1:3])


def test_it_names_the_case_its_language_and_when_it_was_made(quay: CaseMaker) -> None:
    pdf = read(quay)
    assert pdf.metadata["Title"] == "harbour – Comparison report"
    assert pdf.metadata["Author"].startswith("Variorum")
    assert pdf.metadata["CreationDate"].startswith("D:20310509143000")
    assert b"/Lang(en)" in pdf.content.replace(b" ", b"")
    assert "Made 9 May 2031, 14:30 UTC" in pdf.pages[0]


def test_it_is_tagged_and_accessible(quay: CaseMaker) -> None:
    code = quay.store.codes()[0]
    quay.tag(Target(quay.place(POST)), code)
    quay.tag(Target(Place(1, Span(0, 5))), code)
    donate = tuple(quay.article("Support our work with a donation today.", outlet) for outlet in ("A", "B"))
    quay.families(tuple(quay.place(text) for text in (WIRE, LANTERN, POST)), boilerplate=(donate,))
    pdf = read(quay)
    assert pdf.accessible
    assert b"/MarkInfo" in pdf.content
    assert b"/StructTreeRoot" in pdf.content


def test_the_title_page_counts_what_the_case_holds(quay: CaseMaker) -> None:
    assert (
        "4 4 4 1 4" in read(quay).pages[0]
        or "4 sources 4 articles 4 outlets 1 family 4 witnesses" in read(quay).pages[0]
    )


def test_pages_are_numbered_and_carry_the_name_of_the_case(quay: CaseMaker) -> None:
    pages = read(quay).pages
    for number, page in enumerate(pages, start=1):
        assert f"page {number} of {len(pages)}" in page
        assert page.startswith("harbour Comparison report" if number > 1 else "Comparison report")


def test_every_edit_stands_in_the_table_with_its_labels(quay: CaseMaker) -> None:
    report = build_report(quay.store, made=MOMENT)
    text = read_pdf(pdf_of(report)).text
    table = text[text.index("Every edit") : text.index("Where each passage stands")]
    for witness in report.families[0].witnesses:
        for edit in witness.edits:
            for part in (edit.base_text, edit.text, *(label.kind.value.replace("-", " ") for label in edit.labels)):
                assert plain(part) in table


def test_tags_and_notes_are_printed(quay: CaseMaker) -> None:
    code = quay.store.codes()[0]
    quay.tag(Target(quay.place(POST)), code)
    quay.note(Target(quay.place(POST)), "Ask the desk.\nSecond line #1.")
    quay.note(Target(Place(1, Span(0, 5))), "The headline, too.")
    text = read(quay).text
    for words in (code.name, "Ask the desk.", "Second line #1.", "The headline, too.", "Other tags and notes"):
        assert words in text


def test_every_source_stands_with_its_whole_hash(quay: CaseMaker) -> None:
    appendix = "".join("".join(read(quay).pages[-2:]).split())
    for source in quay.store.sources():
        assert source.sha256 in appendix
        assert source.name in appendix


def test_every_witness_says_which_characters_of_which_file_it_is(quay: CaseMaker) -> None:
    report = build_report(quay.store)
    text = read(quay).text
    for witness in report.families[0].witnesses:
        assert f"characters {witness.where.span.start} to {witness.where.span.end}" in text
    assert "https://tessera.example/2031/quay?id=7" in text.replace(" ", "")


@pytest.mark.parametrize("hostile", HOSTILE, ids=range(len(HOSTILE)))
def test_hostile_text_is_shown_and_never_obeyed(maker: CaseMaker, hostile: str) -> None:
    hostile = hostile.encode("utf-8", "replace").decode()
    places = [
        maker.article(f"{hostile} {end}", f"Outlet {hostile[:30]}", title=hostile, url=hostile[:200])
        for end in ("is said.", "is told.")
    ]
    maker.families(tuple(places))
    maker.note(Target(places[1]), hostile)
    words = read(maker).text.replace(".", " ").split()
    assert words.count("told") >= 2
    assert words.count("said") >= 3


def test_markup_signs_are_printed_as_they_are(maker: CaseMaker) -> None:
    maker.families(tuple(maker.article(HOSTILE[0] + end, "A") for end in ("!", "?")))
    assert plain(HOSTILE[0]) in read(maker).text


def test_text_without_a_glyph_still_gives_a_tagged_pdf(maker: CaseMaker) -> None:
    maker.families(tuple(maker.article(f"no glyph \U0001f1e5 here{end}", "A") for end in ("!", "?")))
    pdf = read(maker)
    assert not pdf.accessible
    assert b"/StructTreeRoot" in pdf.content


def test_a_very_long_passage_runs_over_pages(maker: CaseMaker) -> None:
    words = [f"word{number}" for number in range(5000)]
    long = " ".join(words)
    maker.families((maker.article(long, "A", "2031-05-01"), maker.article(long.replace("word2500", "other"), "B")))
    pdf = read(maker)
    assert len(pdf.pages) > 20
    assert all(pdf.text.count(f"word{number} ") >= 2 for number in (0, 2499, 4999))
    assert pdf.text.count("other") >= 2


def test_sixty_witnesses_are_all_there(maker: CaseMaker) -> None:
    maker.families(tuple(maker.article(f"{WIRE} {n}", f"Outlet no. {n:02}", "2031-05-01") for n in range(60)))
    text = read(maker).text
    assert all(text.count(f"Outlet no. {n:02}") >= 2 for n in range(60))


def test_a_case_without_families_says_so(maker: CaseMaker) -> None:
    maker.article(WIRE)
    pdf = read(maker)
    assert "No two articles of this case share a passage" in pdf.text
    assert pdf.accessible


def test_an_empty_case_gives_a_report_too(maker: CaseMaker) -> None:
    assert len(read(maker).pages) >= 3


def test_boilerplate_is_listed_at_the_end(quay: CaseMaker) -> None:
    donate = tuple(quay.article("Support our work with a donation today.", outlet) for outlet in ("A", "B"))
    quay.families((quay.place(WIRE), quay.place(POST)), boilerplate=(donate,))
    pdf = read(quay)
    assert (0, "Boilerplate set apart") in pdf.bookmarks
    assert "Support our work with a donation today." in "".join(pdf.pages[-3:])


def test_setting_the_pages_can_be_cancelled(quay: CaseMaker, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("workbench.reporting.pdf.POLL", 0.0)

    def stop(stage: str, done: int, total: int) -> None:
        raise Cancelled

    with pytest.raises(Cancelled):
        pdf_of(build_report(quay.store), stop)
