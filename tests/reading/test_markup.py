"""HTML to visible text: what is seen, how it is broken into blocks, and that every character leads back to the file."""

# ruff: noqa: E501 - the pages under test are written as they are saved, one line a line

import html

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from workbench.reading.blocks import Role
from workbench.reading.markup import Page, read_markup
from workbench.reading.tokens import Close, Open, Raw, Text, tokens
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


@given(
    st.lists(
        st.sampled_from(["<p>", "<div class='a'>", "</div>", "<b>", "</p>", "<td>", "</table>", "x ", "<!--c-->"]),
        max_size=60,
    )
)
def test_nothing_of_a_tag_ever_shows(pieces: list[str]) -> None:
    assert not set("<>/='") & set(read_markup("".join(pieces)).text)


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("<p>One</p><p>Two</p>", "One\n\nTwo"),
        ("<p>One<p>Two", "One\n\nTwo"),
        ("One<br>Two", "One\nTwo"),
        ("One<br><br>\n Two", "One\n\nTwo"),
        ("<h1>Title</h1>Text <b>bold</b>, <i>it</i>alic", "Title\n\nText bold, italic"),
        ("<ul><li>One<li>Two</ul>Three", "One\nTwo\n\nThree"),
        ("<table><tr><td>A</td><td>1</td></tr><tr><td>B<td>2</table>", "A\n1\nB\n2"),
        ("<div><div>One</div></div><div>Two</div>", "One\n\nTwo"),
        ("  One \n\t two  <b> three</b> <i> four</i>", "One two three four"),
        ("caf&eacute; &amp; bar &lt;1&gt; &#8220;q&#x201D;", "café & bar <1> “q”"),
        ("A&nbsp;B &nbsp; C", "A\xa0B \xa0 C"),
        ("&unknown; &amp &copy2016 &#xZZ; AT&T", "&unknown; & ©2016 &#xZZ; AT&T"),
        ("&#0;&#xD800;&#x110000;&#999999999999999999999999;", "����"),
        ("&#150; &#147;", "– “"),
        ("<pre>one\n  two\r\n\r\nthree</pre>", "one\n  two\n\nthree"),
        ("One<hr>Two", "One\n\nTwo"),
        ("5 < 6 and 7 > 6", "5 < 6 and 7 > 6"),
        ("One<!-- hidden <p>not</p> -->Two", "OneTwo"),
        ("One<!-->Two<!--->Three", "OneTwoThree"),
        ("One<![CDATA[ two ]]>Three", "OneThree"),
        ("<?xml version='1.0'?><!DOCTYPE html [<!ENTITY x 'y'>]>One", "]>One"),
        ("<p title='a > b'>One</p>", "One"),
        ('<p title="unclosed>One</p><p>Two</p>', "One\n\nTwo"),
        ("<P CLASS=X>One</P >Two", "One\n\nTwo"),
        ("<b><p>One</b>Two</p>Three", "OneTwo\n\nThree"),
        ("<td>One</div>Two</td>Three", "OneTwo\nThree"),
        ("<title>Title</title><p>One", "One"),
    ],
)
def test_visible_text(source: str, text: str) -> None:
    assert check_offsets(source).text == text


@pytest.mark.parametrize(
    "hidden",
    [
        "<script>var a = '<p>no</p>';</script>",
        "<style>p { color: red }</style>",
        "<noscript><img src=x>Turn on scripts</noscript>",
        "<template><p>no</p></template>",
        "<div hidden>no <p>no</div>",
        '<div style="color:red; display : none">no</div>',
        "<span style='visibility:hidden'>no</span>",
        "<span class='sr-only'>no</span>",
        "<span class='screen-reader-text other'>no</span>",
        "<svg><title>no</title><text>no</text></svg>",
        "<select><option>no<option>no</select>",
        "<button>no</button>",
        "<textarea>no <b>no</b></textarea>",
        "<iframe src=x>no</iframe>",
        "<object>no</object>",
        "<dialog>no</dialog>",
        "<!-- no -->",
    ],
)
def test_what_no_reader_sees_is_left_out(hidden: str) -> None:
    assert read_markup(f"<p>One</p>{hidden}<p>Two</p>").text == "One\n\nTwo"


def test_a_page_hidden_until_its_script_has_run_is_still_read() -> None:
    assert read_markup("<body style='visibility:hidden'><p>Text</p></body>").text == "Text"


def test_a_head_that_is_never_closed_does_not_swallow_the_page() -> None:
    assert read_markup("<head><title>T</title><meta charset=utf-8><p>Text").text == "Text"


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


@pytest.mark.parametrize(
    "piece",
    [
        "<div>", "<p>", "<b>", "<b><p>", "<table><td>", "<li>", "</div>", "<a ", '<a href="', "<a b='<a b=", '<a x=">" ', "<a x='>' ",
        "<!--", "<![", "<![CDATA[", "</", "<?", "<", "&", "&#", "&#x", "&#9999999999999999999999", "&amp", "<script>", "</script", "<title>",
        "<svg><title>", "<pre>\n", "<article></b>", "<h1></h2>", "<br>", " \n", "x<b>", "]]>", "<meta property=a content=b>", "<time datetime=2016>",
        "<!DOCTYPE html [<!ENTITY a '&a;&a;'>]>", "=", "<a =", "<div hidden>", "<form><table><tr>",
    ],
)  # fmt: skip
def test_hostile_repetition_is_read_to_its_end(piece: str) -> None:
    read_markup(piece * 20_000 + "<p>end")


def test_a_hundred_thousand_nested_elements_are_read() -> None:
    page = read_markup("<div>" * 100_000 + "deep" + "</div>" * 100_000 + "<p>after</p>")
    assert page.text == "deep\n\nafter"
    assert page.depth == 100_000


def test_a_giant_attribute_is_passed_over() -> None:
    page = read_markup(f"<p title='{'x' * 2_000_000}' class='{'a ' * 200_000}'>Text</p>")
    assert page.text == "Text"


def test_a_long_number_of_a_character_is_no_character() -> None:
    assert read_markup(f"a&#{'9' * 10_000};b").text == "a�b"


def test_entities_that_a_doctype_defines_mean_nothing() -> None:
    source = "<!DOCTYPE a [<!ENTITY lol 'lol'>]><p>&lol;</p>"
    assert "&lol;" in read_markup(source).text


def test_nul_characters_are_left_out() -> None:
    assert check_offsets("<p>a\x00b</p>").text == "ab"


def test_blocks_know_what_their_markup_says() -> None:
    page = read_markup(
        "<nav><a href=/>Home</a></nav><article><h2>Title</h2><p class='entry-meta'>By Ann</p><p>Text with <a href=x>a link</a>.</p>"
        "<figure><figcaption>A bridge</figcaption></figure></article><div id=comments><p>First!</p></div>"
    )
    found = {block.raw: block for block in page.blocks}
    assert found["Home"].roles == {Role.FURNITURE}
    assert found["Home"].linked == 1
    assert found["Title"].level == 2
    assert found["Title"].container == 1
    assert found["By Ann"].roles == {Role.BYLINE}
    assert found["Text with a link."].roles == frozenset()
    assert 0.3 < found["Text with a link."].linked < 0.5
    assert found["A bridge"].roles == {Role.CAPTION}
    assert found["First!"].roles == {Role.COMMENTS}
    assert found["First!"].container == 0


def test_a_class_of_the_whole_page_says_nothing_of_its_text() -> None:
    page = read_markup("<body class='comments sidebar'><main class='comments'><p>Text</p></main></body>")
    assert page.blocks[0].roles == frozenset()


def test_lines_of_one_paragraph_share_its_number() -> None:
    page = read_markup("<p>One<br>Two</p><p>Three</p>")
    numbers = [block.paragraph for block in page.blocks]
    assert numbers[0] == numbers[1] != numbers[2]


@given(st.lists(PIECES, max_size=40).map("".join))
def test_blocks_are_the_visible_text_and_nothing_else(source: str) -> None:
    page = read_markup(source)
    reached = 0
    for block in page.blocks:
        assert block.span.of(page.text) == block.raw
        assert block.raw == block.raw.strip()
        assert not page.text[reached : block.span.start].strip()
        reached = block.span.end
    assert not page.text[reached:].strip()


def test_the_head_of_a_page_is_noted() -> None:
    page = read_markup(
        "<html lang='en-GB'><head><title>A &amp; B</title><link rel='canonical' href='https://a.example/1'>"
        "<meta property='og:site_name' content='The Wire'><script type='application/ld+json'>{\"a\": 1}</script></head>"
        "<body><time datetime='2016-10-12' itemprop='datePublished'>12 Oct</time><div class=comments><time datetime='2020-01-01'>x</time></div>"
    )
    head = page.head
    assert (head.title, head.canonical, head.language) == ("A &amp; B", "https://a.example/1", "en-GB")
    assert ("og:site_name", "The Wire") in head.metas
    assert head.scripts == ['{"a": 1}']
    assert [(time.value, time.published) for time in head.times] == [("2016-10-12", True)]


def test_tokens_of_a_small_page() -> None:
    source = "<p a=1 b='2&amp;3' A=4>x</p><script>1<2</script>"
    found = list(tokens(source))
    assert [type(token) for token in found] == [Open, Text, Close, Open, Raw, Close]
    assert isinstance(found[0], Open)
    assert found[0].attributes == {"a": "1", "b": "2&3"}
    assert source[found[4].start : found[4].end] == "1<2"


@given(st.text(st.sampled_from("<>/!-ab ='\"&;[]?\n"), max_size=80))
def test_tokens_are_in_order_and_inside_the_file(source: str) -> None:
    reached = 0
    for token in tokens(source):
        assert reached <= token.start <= token.end <= len(source)
        reached = token.end
