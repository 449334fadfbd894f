"""What an extractor thinks is content: asked only where it is safe to ask, and believed only in part."""

# ruff: noqa: E501 - the pages under test are written as they are saved, one line a line

import pytest

from workbench.reading.extractor import Opinion, ask, mark_main
from workbench.reading.markup import read_markup

PARAGRAPHS = [
    "The bridge over the Lenn at Marrow was closed on Monday after the river tore away part of its second pier, the mayor said.",
    "Nobody was on the bridge at the time, but the keeper of the toll house heard it go at about four o’clock in the morning.",
    "Engineers from the province will look at the damage on Wednesday, when the water is expected to have fallen a little.",
]
PAGE = (
    "<html><head><title>Bridge closed</title><meta property='og:site_name' content='Lamp'></head><body><nav><a href=/>Home</a></nav>"
    f"<article><h1>Bridge closed</h1>{''.join(f'<p>{one}</p>' for one in PARAGRAPHS)}</article><footer>Copyright 2015 Lamp</footer></body></html>"
)


def test_it_finds_the_paragraphs_and_makes_up_no_date_from_a_copyright() -> None:
    opinion = ask(PAGE, 6, 20)
    assert set(PARAGRAPHS) <= set(opinion.paragraphs)
    assert opinion.site == "Lamp"
    assert opinion.published.iso == ""


@pytest.mark.parametrize(("depth", "elements"), [(201, 300), (100_000, 100_000), (6, 20_000)])
def test_it_is_not_asked_about_pages_nested_too_deep_or_of_too_many_elements(depth: int, elements: int) -> None:
    assert ask(PAGE, depth, elements) == Opinion()


def test_it_is_not_asked_about_pages_too_large() -> None:
    assert ask(PAGE + " " * 2_000_000, 6, 20) == Opinion()


@pytest.mark.parametrize(
    "source",
    ["", " ", "<", "<p>", "<!-- -->", "text only", "<html></html>", "\x01", "<?xml version='1.0' encoding='x'?><a/>"],
)
def test_a_page_it_makes_nothing_of_is_no_error(source: str) -> None:
    assert ask(source, 1, 1).paragraphs in ((), (source.strip(),))


def test_its_paragraphs_are_found_again_among_the_blocks() -> None:
    blocks = mark_main(read_markup(PAGE).blocks, ask(PAGE, 6, 20))
    found = {block.raw: block.main for block in blocks}
    assert all(found[one] for one in PARAGRAPHS)
    assert found["Home"] is False
    assert found["Copyright 2015 Lamp"] is False


def test_lines_of_one_paragraph_are_found_too() -> None:
    blocks = read_markup("<p>" + "<br>".join(PARAGRAPHS) + "</p>").blocks
    assert [block.main for block in mark_main(blocks, Opinion((" ".join(PARAGRAPHS),)))] == [True, True, True]


def test_without_an_opinion_blocks_stay_as_they_are() -> None:
    blocks = read_markup(PAGE).blocks
    assert mark_main(blocks, Opinion()) == blocks
    assert mark_main(blocks, Opinion(("Something quite different stands here, of another page.",))) == blocks
