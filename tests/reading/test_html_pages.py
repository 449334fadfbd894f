"""Saved pages of several layouts, from a wire page with linked data to one without so much as a title."""

# ruff: noqa: E501 - the pages under test are written as they are saved, one line a line

import json
from collections.abc import Callable

import pytest

from workbench.model import DatePrecision
from workbench.reading.model import ReadArticle, Reading

Read = Callable[..., Reading]
Zones = Callable[[Reading, ReadArticle, str], list[str]]

PARAGRAPHS = (
    "The bridge over the Lenn at Marrow was closed on Monday after the river tore away part of its second pier, the mayor said.",
    "“We heard it go at four in the morning,” said Ilse Brandt, who keeps the toll house. Nobody was on the bridge at the time.",
    "Engineers from the province will look at the damage on Wednesday, when the water is expected to have fallen below the piers.",
    "The ferry at Lower Lenn will run through the night until then, its owners said. They want double the fare after midnight.",
)
BODY = "\n\n".join(PARAGRAPHS)
STORY = "".join(f"<p>{paragraph}</p>\n" for paragraph in PARAGRAPHS)
HEADLINE = "Bridge at Marrow closed after river tears away pier"

WIRE = f"""<!DOCTYPE html><html lang="en-GB"><head><meta charset="utf-8"><title>{HEADLINE} | Lampnik</title>
<link rel="canonical" href="https://lampnik.example/2019/bridge"><meta property="og:site_name" content="Lampnik">
<script type="application/ld+json">{
    json.dumps(
        {
            "@context": "https://schema.org",
            "@graph": [
                {"@type": "WebSite", "name": "Lampnik"},
                {
                    "@type": ["NewsArticle"],
                    "headline": HEADLINE,
                    "datePublished": "2019-05-03T08:15:00+02:00",
                    "dateModified": "2019-05-04T10:00:00+02:00",
                    "author": [{"@type": "Person", "name": "Anna Berg"}, {"name": "Jo Li"}],
                    "publisher": {"@type": "Organization", "name": "Lampnik News Agency"},
                    "mainEntityOfPage": {"@id": "https://lampnik.example/2019/bridge"},
                },
            ],
        }
    )
}</script></head>
<body><header><a href="/">Lampnik</a></header><nav><ul><li><a href="/n">News</a></li><li><a href="/s">Sport</a></li></ul></nav>
<main><article><h1>{HEADLINE}</h1><p class="dek">Ferry to run all night while engineers wait for the water to fall</p>
<div class="article-meta"><span class="author">Anna Berg</span> <time datetime="2019-05-03T08:15">3 May 2019</time></div>
<figure><img src="bridge.jpg"><figcaption>The bridge on Monday. Photo: Jo Li</figcaption></figure>
{STORY}
<aside class="newsletter-signup"><p>Get our morning letter, with all the news of the river, in your inbox every day.</p></aside>
</article></main>
<section class="related"><h2>More on this</h2><p><a href="/1">Mill sends its people home</a></p><p><a href="/2">Province keeps silent</a></p></section>
<footer><p>© 2020 Lampnik. All rights reserved.</p></footer></body></html>"""


def only(reading: Reading) -> ReadArticle:
    """The one article of a reading."""
    (article,) = reading.articles
    return article


def test_a_wire_page_with_linked_data(read: Read, zone_text: Zones) -> None:
    reading = read(WIRE, "wire.html")
    article = only(reading)
    assert article.title == HEADLINE
    assert article.outlet == "Lampnik News Agency"
    assert article.byline == "Anna Berg"
    assert (article.published.iso, article.published.precision) == ("2019-05-03T08:15", DatePrecision.TIME)
    assert "2019-05-03T08:15:00+02:00" in article.published.evidence
    assert article.url == "https://lampnik.example/2019/bridge"
    assert article.language == "en"
    assert zone_text(reading, article, "body") == [BODY]
    assert zone_text(reading, article, "caption") == ["The bridge on Monday. Photo: Jo Li"]
    assert "morning letter" in "".join(zone_text(reading, article, "furniture"))


def test_a_blog_page_with_comments(read: Read, zone_text: Zones) -> None:
    reading = read(
        f"""<html><head><title>River Notes » {HEADLINE}</title></head><body class="single no-comments-yet">
        <div id="header"><a href="/">River Notes</a><p class="tagline">Written by the water, for the people by the water.</p></div>
        <div id="sidebar"><h3>Archive</h3><ul><li><a href=1>May 2019</a><li><a href=2>April 2019</a></ul></div>
        <div class="post"><h2 class="entry-title"><a href="/p/1">{HEADLINE}</a></h2><p class="postmeta">Posted on May 3, 2019 by admin</p>
        <p class="comment-count">2 Comments</p>
        {STORY}<div class="sharedaddy"><h3>Share this:</h3><ul><li><a href=t>Twitter</a></ul></div></div>
        <div id="comments"><h3>2 comments</h3><ol class="commentlist"><li><b>Hermes</b> May 9, 2021<p>I crossed it every single day for thirty years and nobody
        ever looked at that pier, not once.</p></li><li><b>Anna</b><p>Shame.</p></li></ol></div></body></html>""",
        "blog.html",
    )
    article = only(reading)
    assert article.title == HEADLINE
    assert article.outlet == "River Notes"
    assert article.byline == ""
    assert article.published.iso == "2019-05-03"
    assert zone_text(reading, article, "body") == [BODY]
    assert "thirty years" in zone_text(reading, article, "comments")[0]


def test_a_page_laid_out_in_tables_with_font_tags(read: Read, zone_text: Zones) -> None:
    lines = "<br><br>\n".join(PARAGRAPHS)
    reading = read(
        f"""<HTML><HEAD><TITLE>The Marrow Echo</TITLE></HEAD><BODY BGCOLOR=white><TABLE><TR><TD><A HREF=1>Home</A><BR><A HREF=2>Town</A></TD>
        <TD><FONT SIZE=5><B>{HEADLINE}</B></FONT><BR><FONT SIZE=2>By Anna Berg<BR>3 May 2019</FONT><BR><BR>{lines}<BR><BR>
        <FONT SIZE=1>Copyright 2019 The Marrow Echo</FONT></TD></TR></TABLE></BODY></HTML>""",
        "old.htm",
    )
    article = only(reading)
    assert article.title == HEADLINE
    assert article.outlet == "The Marrow Echo"
    assert (article.byline, article.published.iso) == ("Anna Berg", "2019-05-03")
    assert zone_text(reading, article, "body") == [BODY]


def test_a_page_of_bare_divs_in_windows_1251(read: Read, zone_text: Zones) -> None:
    first = "Мост через реку закрыт с понедельника, сообщил мэр города журналистам на встрече в среду."
    second = "«Мы слышали, как он упал в четыре утра», — сказала хозяйка дома у моста, который стоит на берегу."
    reading = read(
        f'<html><head><meta charset="windows-1251"><title>Мост закрыт</title></head><body><div>Мост через реку закрыт</div><div>12 октября 2016</div>'
        f"<div>{first}</div><div>{second}</div></body></html>",
        "ru.html",
        "cp1251",
    )
    article = only(reading)
    assert reading.encoding == "cp1251"
    assert article.title == "Мост через реку закрыт"
    assert article.published.iso == "2016-10-12"
    assert article.language == "ru"
    assert zone_text(reading, article, "body") == [f"{first}\n\n{second}"]


def test_a_page_without_any_title_is_called_by_its_first_line_or_its_file(read: Read) -> None:
    assert only(read("<p>" + "</p><p>".join(PARAGRAPHS), "marrow.html")).title == PARAGRAPHS[0]
    assert only(read(f"<p>{PARAGRAPHS[0]} {PARAGRAPHS[1]}</p><p>{PARAGRAPHS[2]}", "marrow.html")).title == "marrow"


def test_a_short_page_of_which_an_extractor_makes_nothing_still_has_its_body(read: Read, zone_text: Zones) -> None:
    reading = read("<h1>Bridge closed</h1><p>The bridge at Marrow is closed, the mayor said.</p>", "short.html")
    assert only(reading).title == "Bridge closed"
    assert zone_text(reading, only(reading), "body") == ["The bridge at Marrow is closed, the mayor said."]


@pytest.mark.parametrize(
    ("head", "near", "iso"),
    [
        ('<meta property="article:published_time" content="2019-05-03T06:00:00Z">', "", "2019-05-03T06:00"),
        ('<meta name="DC.date.issued" content="2019-05-03">', "", "2019-05-03"),
        ('<meta property="article:modified_time" content="2020-01-01">', "", ""),
        ("", '<time datetime="2019-05-03">on Friday</time>', "2019-05-03"),
        ("", '<time itemprop="datePublished" datetime="2019-05-03T07:00">Friday</time>', "2019-05-03T07:00"),
        ("", "<p>3 May 2019</p>", "2019-05-03"),
        ("", "<p>Updated 3 May 2019</p>", ""),
        ("", "", ""),
    ],
)
def test_where_the_date_of_a_page_comes_from(read: Read, head: str, near: str, iso: str) -> None:
    page = f"<html><head>{head}</head><body><h1>{HEADLINE}</h1>{near}{STORY}<footer><p>© 2015 Lamp News</p></footer></body></html>"
    assert only(read(page, "page.html")).published.iso == iso


def test_dates_of_other_stories_and_of_comments_are_not_taken(read: Read) -> None:
    page = (
        f"<h1>{HEADLINE}</h1>{STORY}<ul class=related><li><a href=1>Mill opens</a> <time datetime='2012-01-01'>1 Jan 2012</time></li></ul>"
        "<div class=comments><p>Hermes <time datetime='2022-02-02'>2 February 2022</time></p><p>Well, there it goes, the old thing.</p></div>"
    )
    assert only(read(page, "page.html")).published.precision is DatePrecision.UNKNOWN


@pytest.mark.parametrize(
    "script",
    [
        "{broken",
        "[" * 5000,
        '{"@type": "NewsArticle", "headline": 3, "author": [[{}]], "publisher": [], "datePublished": {"a": 1}}',
        "null",
        '"x"',
        "",
    ],
)
def test_broken_linked_data_is_passed_over(read: Read, script: str) -> None:
    page = f"<script type='application/ld+json'>{script}</script><h1>{HEADLINE}</h1>{STORY}"
    article = only(read(page, "page.html"))
    assert article.title == HEADLINE
    assert article.published.precision is DatePrecision.UNKNOWN


def test_an_address_that_is_none_is_not_kept(read: Read) -> None:
    page = f"<link rel=canonical href='javascript:alert(1)'><meta property='og:url' content='/relative'><h1>{HEADLINE}</h1>{STORY}"
    assert only(read(page, "page.html")).url == ""


def test_text_outside_of_the_main_content_is_furniture(read: Read, zone_text: Zones) -> None:
    about = "River Notes has been written by volunteers since 1999. We meet on the first Monday of the month in the old toll house."
    page = f"<body><article><h1>{HEADLINE}</h1>{STORY}{STORY.replace('Marrow', 'Lenn')}</article><div class=widget><h4>Who we are</h4><p>{about}</p></div></body>"
    reading = read(page, "page.html")
    assert about not in "".join(zone_text(reading, only(reading), "body"))
    assert about in "".join(zone_text(reading, only(reading), "furniture"))


@pytest.mark.parametrize(
    "page",
    [
        "<p>" * 30_000 + PARAGRAPHS[0],
        "<div>" * 100_000 + PARAGRAPHS[0],
        f"<h1>{HEADLINE}" + STORY,
        f"<table><h1>{HEADLINE}</table></table></td>{STORY}</div></div></html></body><p>After all</p>",
        f"<!DOCTYPE html [<!ENTITY a 'aaaa'><!ENTITY b '&a;&a;&a;'>]><p>&b;</p>{STORY}",
        f"<p>{'&lt;' * 50_000}</p>{STORY}",
        f"<![CDATA[<p>no</p>]]><h1>{HEADLINE}</h1>{STORY}",
        f"<p title='{'x' * 500_000}'>{PARAGRAPHS[0]}</p>",
        "<p>" + "word " * 100_000 + "</p>",
        "<p>x</p>" * 20_000,
        f"<a href='{'a' * 5000}'>{PARAGRAPHS[0]}</a>" * 300,
        "<h1>" + "Title " * 20_000 + "</h1>",
        f"<p>{'(' * 20_000}</p><p>{'/' * 20_000}</p><p>{'1:' * 10_000}</p>{STORY}",
        "<p>" + ", ".join(["Name"] * 5000) + "</p>",
        "<p>By " + "Anna " * 5000 + "</p>",
    ],
)
def test_a_hostile_page_is_read_without_harm(read: Read, page: str) -> None:
    reading = read(page, "hostile.html")
    for article in reading.articles:
        assert article.span.end <= len(reading.text)
        assert reading.offsets.to_file(article.span).end <= len(page)


def test_nothing_of_a_page_is_fetched(read: Read, monkeypatch: pytest.MonkeyPatch) -> None:
    import socket

    def refuse(*_: object, **__: object) -> None:
        raise AssertionError("a page was about to be fetched")

    monkeypatch.setattr(socket, "socket", refuse)
    monkeypatch.setattr(socket, "getaddrinfo", refuse)
    read(
        WIRE.replace(
            "<body>", "<body><img src='http://lampnik.example/x.png'><iframe src='http://lampnik.example/y'></iframe>"
        ),
        "wire.html",
    )


@pytest.mark.parametrize("reference", ["&#xD800;", "&#xdfff", "&#55296;", "&#x110000;"])
def test_a_reference_to_half_a_character_is_read_as_browsers_do(read: Read, reference: str) -> None:
    reading = read(f"<title>Half {reference} title</title><p>The bridge {reference} is shut.</p>", "page.html")
    assert reading.text == "The bridge \ufffd is shut."
    assert reading.articles[0].title == "Half \ufffd title"


def test_escapes_of_a_programming_language_are_plain_text(read: Read) -> None:
    page = '<meta charset="raw_unicode_escape"><p>The caf\xe9 \\ud800 is shut.'
    assert read(page, "page.html", "latin-1").text == "The caf\xe9 \\ud800 is shut."
