"""HTML to visible text: what is seen, how it is broken into blocks, and what its markup and its head say."""

# ruff: noqa: E501 - the pages under test are written as they are saved, one line a line

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.reading.markup_pieces import PIECES, check_offsets
from workbench.reading.blocks import Role
from workbench.reading.markup import read_markup


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
