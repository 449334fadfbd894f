"""Pages that hold several stories, in text and in HTML; and pages that only look so."""

# ruff: noqa: E501 - the pages under test are written as they are saved, one line a line

from collections.abc import Callable

import pytest

from workbench.reading.model import ReadArticle, Reading

Read = Callable[..., Reading]
Zones = Callable[[Reading, ReadArticle, str], list[str]]

BRIDGE = (
    "The bridge over the Lenn at Marrow was closed on Monday after the river tore away part of its second pier, the mayor said.",
    "“We heard it go at four in the morning,” said Ilse Brandt, who keeps the toll house. Nobody was on the bridge at the time.",
)
FERRY = (
    "The ferry at Lower Lenn will run through the night until the bridge at Marrow is open again, its owners said on Tuesday.",
    "They want double the fare after midnight, which the town council called shameless. Talks go on, both sides said.",
)
MILL = (
    "The paper mill at Upper Lenn has sent half of its people home because lorries can no longer reach it from the north.",
    "It made forty tonnes a day before the flood. The works council asked the province for help, so far without an answer.",
)

DIGEST = f"""River Towns Count the Cost as Bridge at Marrow Stays Shut

November 9th, 2018 - by admin

Lamp News & Jon Berg / The Echo – 2018-11-09 21:47:05

‘We Heard It Go at Four in the Morning’
Bridge at Marrow Closed After Flood

Lamp News

(October 17, 2016) — {BRIDGE[0]}

{BRIDGE[1]}

Ferry To Run All Night
While Bridge Is Shut

Lamp News

(October 18, 2016) — {FERRY[0]}

{FERRY[1]}

Mill Sends Its People Home
As Lorries Cannot Reach It
And Province Keeps Silent

Town ‘left alone’ by the province, says works council
Jon Berg / The Echo

(October, 19, 2016) — {MILL[0]}

{MILL[1]}

Posted in accordance with Article 14 of the Press Act, for study and comment only."""


def heads(reading: Reading) -> list[tuple[str, str, str]]:
    """Title, outlet and date of every article."""
    return [(article.title, article.outlet, article.published.iso) for article in reading.articles]


def test_a_digest_in_text_yields_each_story_with_its_own_head(read: Read) -> None:
    assert heads(read(DIGEST)) == [
        ("‘We Heard It Go at Four in the Morning’ Bridge at Marrow Closed After Flood", "Lamp News", "2016-10-17"),
        ("Ferry To Run All Night While Bridge Is Shut", "Lamp News", "2016-10-18"),
        ("Mill Sends Its People Home As Lorries Cannot Reach It And Province Keeps Silent", "The Echo", "2016-10-19"),
    ]


def test_each_body_begins_with_its_dateline_and_ends_before_the_next_headline(read: Read, zone_text: Zones) -> None:
    reading = read(DIGEST)
    bodies = [zone_text(reading, article, "body") for article in reading.articles]
    assert bodies == [
        [f"(October 17, 2016) — {BRIDGE[0]}\n\n{BRIDGE[1]}"],
        [f"(October 18, 2016) — {FERRY[0]}\n\n{FERRY[1]}"],
        [f"(October, 19, 2016) — {MILL[0]}\n\n{MILL[1]}"],
    ]


def test_the_head_and_the_tail_of_the_page_belong_to_no_story(read: Read) -> None:
    reading = read(DIGEST)
    inside = "".join(article.span.of(reading.text) for article in reading.articles)
    assert "by admin" not in inside
    assert "Count the Cost" not in inside
    assert "Press Act" not in inside


def test_a_line_between_headline_and_byline_is_a_deck(read: Read, zone_text: Zones) -> None:
    reading = read(DIGEST)
    article = reading.articles[2]
    assert article.byline == "Jon Berg"
    assert "left alone" in zone_text(reading, article, "headline")[0]
    assert zone_text(reading, article, "byline") == ["Jon Berg / The Echo"]


def test_a_digest_with_windows_line_ends_is_the_same(read: Read) -> None:
    assert heads(read(DIGEST.replace("\n", "\r\n"))) == heads(read(DIGEST, "other.txt"))


def test_the_date_of_the_digest_is_not_lent_to_a_story_without_one(read: Read) -> None:
    text = DIGEST.replace("(October 18, 2016) — ", "LOWER LENN (Lampnik) — ")
    assert [date for _, _, date in heads(read(text))] == ["2016-10-17", "", "2016-10-19"]


@pytest.mark.parametrize(
    "byline", ["By Anna Berg\nMay 3, 2019", "Anna Berg / The Echo\nMay 3, 2019", "The Echo, May 3, 2019"]
)
def test_stories_without_datelines_are_told_by_their_bylines(read: Read, byline: str) -> None:
    stories = "\n\n".join(
        f"{title}\n\n{byline}\n\n{first}\n\n{second}"
        for title, (first, second) in (
            ("Bridge at Marrow Closed", BRIDGE),
            ("Ferry To Run All Night", FERRY),
            ("Mill Sends People Home", MILL),
        )
    )
    reading = read(f"Morning Round-Up\n\nMay 4, 2019\n\n{stories}\n")
    assert [(title, date) for title, _, date in heads(reading)] == [
        ("Bridge at Marrow Closed", "2019-05-03"),
        ("Ferry To Run All Night", "2019-05-03"),
        ("Mill Sends People Home", "2019-05-03"),
    ]


def test_a_digest_in_markdown_is_told_by_its_headings(read: Read) -> None:
    text = "# Morning Round-Up\n\n" + "\n\n".join(
        f"## {title}\n\n*The Echo, May {day}, 2019*\n\n{first}\n\n{second}"
        for day, (title, (first, second)) in enumerate(
            (("Bridge at Marrow Closed", BRIDGE), ("Ferry To Run All Night", FERRY)), 1
        )
    )
    assert heads(read(text, "page.md")) == [
        ("Bridge at Marrow Closed", "The Echo", "2019-05-01"),
        ("Ferry To Run All Night", "The Echo", "2019-05-02"),
    ]


HTML_DIGEST = f"""<!DOCTYPE html><html lang="en"><head><title>River Watch: the week</title><meta property="og:site_name" content="River Watch">
<meta property="article:published_time" content="2019-05-10T08:00:00Z"></head><body>
<nav><ul><li><a href="/">Home</a></li><li><a href="/a">Archive</a></li></ul></nav>
<h1>The week on the Lenn</h1><p class="meta">10 May 2019</p>
<h2>Bridge at Marrow Closed</h2><p class="byline">Lamp News, May 6, 2019</p><p>{BRIDGE[0]}</p><p>{BRIDGE[1]}</p>
<h2>Ferry To Run All Night</h2><p class="byline">By Jon Berg / The Echo</p><p>May 7, 2019</p><p>{FERRY[0]}</p><p>{FERRY[1]}</p>
<h2>Mill Sends Its People Home</h2><p class="byline">Lamp News, May 8, 2019</p><p>{MILL[0]}</p><h3>No answer</h3><p>{MILL[1]}</p>
<footer>© 2019 River Watch</footer></body></html>"""


def test_a_digest_in_html_is_told_by_its_headings(read: Read) -> None:
    reading = read(HTML_DIGEST, "digest.html")
    assert heads(reading) == [
        ("Bridge at Marrow Closed", "Lamp News", "2019-05-06"),
        ("Ferry To Run All Night", "The Echo", "2019-05-07"),
        ("Mill Sends Its People Home", "Lamp News", "2019-05-08"),
    ]
    assert {article.republisher for article in reading.articles} == {"River Watch"}


def test_a_subhead_stays_in_its_story(read: Read, zone_text: Zones) -> None:
    reading = read(HTML_DIGEST, "digest.html")
    assert zone_text(reading, reading.articles[2], "body") == [f"{MILL[0]}\n\nNo answer\n\n{MILL[1]}"]


def test_stories_of_a_digest_lead_back_to_the_file(read: Read) -> None:
    reading = read(HTML_DIGEST, "digest.html")
    source = reading.content.decode()
    for article in reading.articles:
        for zone in article.zones:
            span = reading.offsets.to_file(zone.span.shifted(article.span.start))
            assert zone.span.of(article.span.of(reading.text)).split("\n")[0] in span.of(source)


@pytest.mark.parametrize(
    "text",
    [
        # subheads without credits
        f"Bridge at Marrow Closed\n\nBy Anna Berg\nMay 3, 2019\n\n{BRIDGE[0]}\n\nWhat the Ferry Does\n\n{FERRY[0]}\n\nWhat the Mill Does\n\n{MILL[0]}\n",
        # a list of other stories with dates
        f"Bridge at Marrow Closed\n\nBy Anna Berg\nMay 3, 2019\n\n{BRIDGE[0]}\n\nFerry Runs Late Again\nMay 1, 2019\n\nMill Opens New Hall\nApril 3, 2019\n\n{BRIDGE[1]} {FERRY[0]}\n",
        # the headline said twice
        f"Bridge at Marrow Closed\n\nMay 3, 2019\n\n{BRIDGE[0]}\n\nBridge at Marrow Closed\n\nBy Anna Berg\n\n{BRIDGE[1]} {FERRY[0]} {MILL[1]}\n",
        # comments that look like stories
        f"Bridge at Marrow Closed\n\nBy Anna Berg\nMay 3, 2019\n\n{BRIDGE[0]}\n\n{BRIDGE[1]}\n\n2 comments\n\nWhat a Shame This Is\nMay 4, 2019\n{FERRY[0]} {FERRY[1]}\n",
        # a teaser below the story
        f"Bridge at Marrow Closed\n\nBy Anna Berg\nMay 3, 2019\n\n{BRIDGE[0]}\n\n{BRIDGE[1]}\n\nRelated stories\n\nFerry Runs Late Again\nMay 1, 2019\n\n{FERRY[0]} {FERRY[1]}\n",
    ],
)
def test_a_page_that_only_looks_like_a_digest_is_one_article(read: Read, text: str) -> None:
    assert len(read(text).articles) == 1


@pytest.mark.parametrize("gap", ["\n", "\n\n"])
def test_an_outlet_of_unknown_name_above_a_dateline_is_no_part_of_the_headline(read: Read, gap: str) -> None:
    text = DIGEST.replace("\n\nLamp News\n\n(", f"{gap}Lower Lenn Eye\n\n(")
    assert heads(read(text))[:2] == [
        ("‘We Heard It Go at Four in the Morning’ Bridge at Marrow Closed After Flood", "Lower Lenn Eye", "2016-10-17"),
        ("Ferry To Run All Night While Bridge Is Shut", "Lower Lenn Eye", "2016-10-18"),
    ]
