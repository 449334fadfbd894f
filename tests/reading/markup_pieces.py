"""Pieces of markup to make pages of, and what every page must hold."""

from hypothesis import strategies as st

from workbench.reading.markup import Page, read_markup
from workbench.spans import Span


def check_offsets(source: str) -> Page:
    """Read `source` and hold every promise of its offset map."""
    page = read_markup(source)
    reached, file_reached = 0, 0
    for run in page.offsets.runs:
        assert run.text_start >= reached
        assert run.file_start >= file_reached
        assert run.length > 0
        assert run.file_length > 0
        if run.length == run.file_length:
            copied = source[run.file_start : run.file_start + run.file_length]
            assert page.text[run.text_start : run.text_start + run.length] == copied
        reached, file_reached = run.text_start + run.length, run.file_start + run.file_length
    assert reached <= len(page.text)
    assert file_reached <= len(source)
    before = Span(0, 0)
    for position in range(len(page.text)):
        if not page.offsets.runs:
            break
        span = page.offsets.to_file(Span(position, position + 1))
        assert before.start <= span.start <= span.end <= len(source)
        before = span
    return page


PIECES = st.one_of(
    st.sampled_from(
        [
            "<p>",
            "</p>",
            "<div>",
            "</div>",
            "<b>",
            "</b>",
            "<br>",
            "<li>",
            "<ul>",
            "</ul>",
            "<table>",
            "<tr>",
            "<td>",
            "</table>",
            "<h1>",
            "</h1>",
            "<!--",
            "-->",
            "<script>",
            "</script>",
            "<style>",
            "</style>",
            "<pre>",
            "</pre>",
            "&amp;",
            "&lt;",
            "&nbsp;",
            "&#233;",
            "&#x1F600;",
            "&eacute",
            "&notit;",
            "&;",
            "&#;",
            "&#0;",
            "&#99999999999;",
            "&fjlig;",
            "<",
            ">",
            "</",
            "<!",
            "<?",
            "<![CDATA[",
            "]]>",
            "<a_href='x'>",
            "</a>",
            "<div_hidden>",
            "<article>",
            "</article>",
            "<title>",
            "</title>",
            "<textarea>",
            "</textarea>",
            "<p_class=byline>",
            "\r\n",
            "\n",
            "\t",
            "\x0c",
            "'",
            '"',
            "=",
            "/",
            "<svg>",
            "</svg>",
            "<template>",
            "</template>",
            "<!doctype_html>",
            "<html>",
            "<body>",
            "<head>",
            "</head>",
            "<time_datetime=2016-10-12>",
            "😀",
            "\x00",
        ]
    ).map(lambda piece: piece.replace("_", " ")),
    st.text(max_size=12),
    st.sampled_from([" ", "  ", "\n", "word", "two words", "\xa0", "é"]),
)
