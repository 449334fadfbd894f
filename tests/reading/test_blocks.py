"""Lines and paragraphs of plain text."""

import textwrap

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.reading.blocks import Block, line_spans, stripped, text_blocks
from workbench.spans import Span


def test_each_line_is_a_block_and_blank_lines_part_paragraphs() -> None:
    blocks = text_blocks("One\n  Two \n\n\nThree\r\nFour\r\n \r\nFive\rSix")
    assert [block.raw for block in blocks] == ["One", "Two", "Three", "Four", "Five", "Six"]
    assert [block.paragraph for block in blocks] == [0, 0, 1, 1, 2, 2]


def test_a_text_of_nothing_but_white_space_has_no_blocks() -> None:
    assert text_blocks(" \n\t\r\n\xa0") == []


def test_paragraphs_wrapped_by_hand_are_one_block_each_and_short_lines_stay_apart() -> None:
    sentence = (
        "The bridge over the Lenn at Marrow was closed on Monday after the river tore away part of its second pier. "
    )
    paragraphs = [textwrap.fill(sentence * count, 66) for count in (3, 2, 4)]
    text = "\n\n".join(["A Title of\nTwo Lines", "Anna Berg\nThe Lamp", *paragraphs])
    blocks = text_blocks(text)
    assert [block.raw for block in blocks] == ["A Title of", "Two Lines", "Anna Berg", "The Lamp", *paragraphs]
    assert "\n" not in blocks[-1].plain


def test_a_text_with_long_lines_is_not_taken_for_wrapped() -> None:
    long = "word " * 60
    text = "\n\n".join([f"{long}\n{'word ' * 18}\n{'word ' * 18}"] * 5)
    assert len(text_blocks(text)) == 15


@pytest.mark.parametrize(
    ("raw", "plain"),
    [
        ("By [Lamp Post](#)", "By Lamp Post"),
        ("![a bridge](bridge.jpg) over", "a bridge over"),
        ("<u>Lamp</u> **Post**", "Lamp Post"),
        ("via: <http://lamp.example/x>", "via: http://lamp.example/x"),
        ("## A *title* ##", "A *title*"),
        ("5 < 6 > 4", "5 < 6 > 4"),
        ("two\xa0 words", "two words"),
        ("[not a link] (really)", "[not a link] (really)"),
    ],
)
def test_light_markup_is_left_out_of_what_a_person_reads(raw: str, plain: str) -> None:
    assert Block(Span(0, len(raw)), raw, 0).plain == plain


def test_headings_of_markdown_have_their_level() -> None:
    assert [block.level for block in text_blocks("# One\n\ntext\n\n### Three #\n\n#hashtag", markdown=True)] == [
        1,
        0,
        3,
        0,
    ]


@pytest.mark.parametrize(
    ("line", "ends"),
    [
        ("He left.", True),
        ("“He left.”", True),
        ("He left!’)", True),
        ("‘Do not leave’", False),
        ("He left,", False),
        ("他走了。", True),
        ("What…", True),
    ],
)
def test_whether_a_line_ends_like_a_sentence(line: str, ends: bool) -> None:
    assert Block(Span(0, len(line)), line, 0).ends_sentence is ends


def test_capitals_tell_titles_from_prose() -> None:
    assert Block(Span(0, 1), "Bridge at Marrow Closed After Flood", 0).capitals == 1
    assert Block(Span(0, 1), "The bridge was closed after some rain", 0).capitals < 0.3


@given(st.text())
def test_blocks_are_the_visible_text_in_order(text: str) -> None:
    reached = 0
    for block in text_blocks(text):
        assert not text[reached : block.span.start].strip()
        assert block.span.of(text) == block.raw
        assert block.raw == block.raw.strip()
        assert block.raw
        reached = block.span.end
    assert not text[reached:].strip()


@given(st.text(), st.integers(0, 20), st.integers(0, 20))
def test_stripped_spans_hold_what_strip_leaves(text: str, start: int, length: int) -> None:
    end = min(len(text), start + length)
    start = min(start, end)
    assert stripped(text, start, end).of(text) == text[start:end].strip()


@given(st.text())
def test_lines_are_never_blank(text: str) -> None:
    assert all(span.of(text).strip() for span in line_spans(text))
