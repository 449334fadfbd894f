from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.ui.by_hand import comparison
from ui.desktop.sides.anchors import anchors
from ui.desktop.sides.page import Page, set_off
from ui.desktop.utf16 import displayed, qt_length
from workbench.model import Zone, ZoneKind
from workbench.spans import Span

TEXTS = st.text(st.sampled_from("ab ,.“”😀\n\r\t\u2029"), max_size=60)


def document(page: Page) -> str:
    """What a document holds, in UTF-16 units, blocks divided by one."""
    return "\n".join(displayed(block.span.of(page.text)) for block in page.blocks)


def unit_slice(text: str, start: int, end: int) -> str:
    raw = text.encode("utf-16-le")
    return raw[2 * start : 2 * end].decode("utf-16-le")


@st.composite
def cut_texts(draw: st.DrawFn) -> tuple[str, Span, list[int]]:
    text = draw(TEXTS)
    start, end = sorted(draw(st.tuples(st.integers(0, len(text)), st.integers(0, len(text)))))
    return text, Span(start, end), draw(st.lists(st.integers(0, len(text)), max_size=4))


@given(cut_texts())
def test_blocks_hold_all_that_is_not_white_space_once_and_in_order(case: tuple[str, Span, list[int]]) -> None:
    text, passage, cuts = case
    page = Page(text, (), passage, cuts)
    shown = "".join(block.span.of(text) for block in page.blocks)
    assert "".join(shown.split()) == "".join(text.split())
    assert all(a.span.end <= b.span.start for a, b in pairwise(page.blocks))


@given(cut_texts())
def test_every_character_shown_stands_where_the_page_says(case: tuple[str, Span, list[int]]) -> None:
    text, passage, cuts = case
    page = Page(text, (), passage, cuts)
    held = document(page)
    for block in page.blocks:
        for position in range(block.span.start, block.span.end):
            at = page.to_document(position)
            assert unit_slice(held, at, at + qt_length(text[position])) == displayed(text[position])
            assert page.from_document(at) == position


@given(cut_texts())
def test_ranges_cover_a_span_and_nothing_else(case: tuple[str, Span, list[int]]) -> None:
    text, passage, cuts = case
    page = Page(text, (), Span(0, 0), cuts)
    held = document(page)
    shown = "".join(unit_slice(held, start, end) for start, end in page.ranges(passage))
    assert "".join(shown.split()) == "".join(passage.of(displayed(text)).split())


def test_a_passage_in_the_middle_of_a_paragraph_is_a_block_of_its_own() -> None:
    text = "Before it. The passage. After it.\nNext."
    page = Page(text, (), Span(11, 23))
    assert [(block.span.of(text), block.passage, block.continued) for block in page.blocks] == [
        ("Before it.", False, False),
        ("The passage.", True, True),
        ("After it.", False, True),
        ("Next.", False, False),
    ]


def test_blocks_know_their_zone() -> None:
    text = "Headline\n\nBody text\n\nDonate now"
    zones = (
        Zone(ZoneKind.HEADLINE, Span(0, 8)),
        Zone(ZoneKind.BODY, Span(10, 19)),
        Zone(ZoneKind.FURNITURE, Span(21, 31)),
    )
    kinds = [block.kind for block in Page(text, zones, Span(0, 0)).blocks]
    assert kinds == [ZoneKind.HEADLINE, ZoneKind.BODY, ZoneKind.FURNITURE]


@pytest.mark.parametrize(
    ("text", "passage", "expected"),
    [
        ("He said: “It is so,” and left.", "It is so", "“It is so,”"),
        ('He said: "It is so." He left.', "It is so", '"It is so."'),
        ("the workers' wages fell.", "wages fell", "wages fell."),
        ("(It is so)", "It is so", "(It is so)"),
        ("well-known words", "known", "known"),
    ],
)
def test_a_passage_is_set_off_with_its_marks(text: str, passage: str, expected: str) -> None:
    start = text.index(passage)
    assert set_off(text, Span(start, start + len(passage))).of(text) == expected


def test_paragraphs_of_a_passage_are_anchored_to_each_other() -> None:
    base = "One two three four five.\n\nSix seven eight nine ten.\n\nEleven twelve."
    witness = "Lead.\n\nOne two three big four five.\n\nSix seven nine ten.\n\nEleven twelve."
    passages = Span(0, len(base)), Span(7, len(witness))
    found = [(base[a.base :][:6], witness[a.witness :][:6]) for a in anchors(comparison(base, witness, passages))]
    assert found == [("One tw", "One tw"), ("Six se", "Six se"), ("Eleven", "Eleven"), ("", "")]


def test_a_paragraph_that_one_side_lacks_is_anchored_to_the_word_where_it_begins() -> None:
    base, witness = "One two three four.\n\nFive six seven eight.", "One two three four. Five six seven eight."
    found = [(base[a.base :][:4], witness[a.witness :][:4]) for a in anchors(comparison(base, witness))]
    assert ("Five", "Five") in found


@given(TEXTS, TEXTS)
def test_anchors_rise_on_both_sides(base: str, witness: str) -> None:
    found = anchors(comparison(f"a {base} b", f"a {witness} b"))
    assert found
    assert all(a.base < b.base and a.witness < b.witness for a, b in pairwise(found))
