"""Every character of the visible text of a page leads back to its place in the file."""

import html

from hypothesis import example, given, settings
from hypothesis import strategies as st

from tests.reading.markup_pieces import PIECES, check_offsets
from workbench.spans import Span


@given(st.lists(PIECES, max_size=40).map("".join))
@example("<p>a\nb</p>")
@example("<pre>a\r\nb\n</pre>")
@example("x&lt;y &amp;&amp; z")
@example("<p>one<br><br>two")
@example("&#10;a&#32;&#32;b")
@settings(max_examples=300)
def test_every_copied_run_is_the_slice_of_the_file_and_every_place_leads_back(source: str) -> None:
    check_offsets(source)


@given(
    st.lists(st.text(st.characters(exclude_categories=("Cc", "Cs", "Zl", "Zp")), min_size=1), min_size=1, max_size=8)
)
def test_escaped_paragraphs_come_back_as_they_were(paragraphs: list[str]) -> None:
    wanted = [" ".join(paragraph.split(" ")).strip(" ") for paragraph in paragraphs]
    wanted = [" ".join(part for part in paragraph.split(" ") if part) for paragraph in wanted]
    source = "".join(f"<p>{html.escape(paragraph)}</p>\n" for paragraph in paragraphs)
    assert check_offsets(source).text == "\n\n".join(paragraph for paragraph in wanted if paragraph)


def test_a_span_of_the_text_leads_to_its_place_in_the_file_around_entities_and_tags() -> None:
    source = "<p>He said:\n  &ldquo;We are <b>ready</b>&rdquo;.</p>\n<p>Then he left.</p>"
    page = check_offsets(source)
    start = page.text.index("“We")
    span = page.offsets.to_file(Span(start, start + len("“We are ready”")))
    assert span.of(source) == "&ldquo;We are <b>ready</b>&rdquo;"


def test_offsets_count_code_points_where_emoji_stand_before() -> None:
    source = "<p>😀😀 &amp; 👩‍👩‍👧</p><p>After</p>"
    page = check_offsets(source)
    start = page.text.index("After")
    assert page.offsets.to_file(Span(start, start + 5)).of(source) == "After"


def test_windows_line_ends_in_the_file_count_as_two_characters() -> None:
    source = "<p>One\r\ntwo</p>\r\n<p>Three</p>"
    page = check_offsets(source)
    assert page.text == "One two\n\nThree"
    assert page.offsets.to_file(Span(4, 7)).of(source) == "two"
