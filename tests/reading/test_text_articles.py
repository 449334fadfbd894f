"""Articles in plain text: headline, credits, story, captions, furniture and comments, by the conventions of news pages."""

# ruff: noqa: E501 - the pages under test are written as they are saved, one line a line

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.model import DatePrecision, ZoneKind
from workbench.reading.articles import find_articles
from workbench.reading.blocks import text_blocks
from workbench.reading.facts import PageFacts
from workbench.reading.model import ReadArticle, Reading

Read = Callable[..., Reading]
Zones = Callable[[Reading, ReadArticle, str], list[str]]

FIRST = "The bridge over the Lenn at Marrow was closed on Monday after the river tore away part of its second pier, the mayor said."
SECOND = "“We heard it go at four in the morning,” said Ilse Brandt, who keeps the toll house. Nobody was on the bridge at the time."
THIRD = "Engineers from the province will look at the damage on Wednesday, when the water is expected to have fallen."
BODY = f"{FIRST}\n\n{SECOND}\n\n{THIRD}"

REPUBLISHED = f"""

Bridge at Marrow Closed After River Tears Away Pier

By [Lenn Valley Letter](#)

Global Echo, November 14, 2018
[Lenn Valley Letter](#)

Region: [North](#), [River towns](#)
Theme: [Bridges](#)

{BODY}

If you like what we write and are able to, please support our work: PayPal: letter@lenn.example

The original source of this article is [Lenn Valley Letter](#)
Copyright © [Lenn Valley Letter](#), Ilse Brandt, 2016

[Comment on Global Echo Articles on our message board](#)

[Become a Friend of the Global Echo](#)

Articles by: [Lenn Valley Letter](#)

Disclaimer: What stands here is for its author to answer for. Global Echo has checked none of it and is not to be blamed for mistakes.
"""


def only(reading: Reading) -> ReadArticle:
    """The one article of a reading."""
    (article,) = reading.articles
    return article


def test_a_republished_story_has_an_outlet_and_a_republisher(read: Read, zone_text: Zones) -> None:
    reading = read(REPUBLISHED)
    article = only(reading)
    assert article.title == "Bridge at Marrow Closed After River Tears Away Pier"
    assert (article.outlet, article.republisher) == ("Lenn Valley Letter", "Global Echo")
    assert article.published.iso == "2018-11-14"
    assert article.published.evidence == "Global Echo, November 14, 2018"
    assert zone_text(reading, article, "body") == [BODY]
    assert article.language == "en"


def test_the_same_story_with_windows_line_ends_has_the_same_parts(read: Read, zone_text: Zones) -> None:
    reading = read(REPUBLISHED.replace("\n", "\r\n"))
    article = only(reading)
    assert article.title == "Bridge at Marrow Closed After River Tears Away Pier"
    assert zone_text(reading, article, "body") == [BODY.replace("\n", "\r\n")]


def test_offsets_count_code_points_where_emoji_stand_before(read: Read, zone_text: Zones) -> None:
    reading = read(f"🌊🌉 Bridge at Marrow Closed 🚧\n\nBy Anna Berg\nNovember 14, 2018\n\n{BODY} 👩‍🚒\n")
    article = only(reading)
    assert article.title == "🌊🌉 Bridge at Marrow Closed 🚧"
    assert zone_text(reading, article, "body")[0].startswith("The bridge over")
    assert article.span.of(reading.text) == reading.text.strip()


def test_captions_names_of_pictures_and_a_licence_are_no_part_of_the_story(read: Read, zone_text: Zones) -> None:
    reading = read(
        "Bridge at Marrow Closed After River Tears Away Pier\n\nmarrowbridge\nCredit – Lenn Pictures\n\n"
        f"{FIRST}\n\nrivermap\nThe map on the left shows the Lenn (blue) before the dam was built. The town lies in the bend.\n\n{SECOND}\n\n{THIRD}\n\n"
        "Tell us what you think, and please like this story or share it with a friend!\n\n\n"
        "This article (Bridge at Marrow Closed) may be printed again by anybody under a Creative Commons "
        "licence that names the author and BrightLamp.com\n\nPopular on Bright Lamp"
    )
    article = only(reading)
    assert article.outlet == "Bright Lamp"
    assert article.published.precision is DatePrecision.UNKNOWN
    assert zone_text(reading, article, "body") == [FIRST, f"{SECOND}\n\n{THIRD}"]
    captions = zone_text(reading, article, "caption")
    assert captions[0] == "marrowbridge\nCredit – Lenn Pictures"
    assert captions[1].startswith("rivermap\nThe map on the left")
    assert "Creative Commons" in zone_text(reading, article, "furniture")[-1]


def test_a_page_with_a_clock_a_picture_line_tags_and_comments(read: Read, zone_text: Zones) -> None:
    reading = read(
        "07:15 GMT +212 April 2019\n    In this undated photo from the town of Marrow, the old bridge stands over the Lenn\n\n"
        "    Bridge at Marrow Closed After River Tears Away Pier\n\n    © LP Photo/ Town of Marrow via LP, File\n    River Towns\n    Get short URL\n\n"
        f"    {FIRST}\n\n    {SECOND}\n\n    {THIRD}\n\n"
        "    bridges, Lenn, Marrow, floods, Lower Lenn\n    Community standardsDiscussion\n    Comment via FacebookComment via Lampnik\n\n"
        "    All comments\n\n    • avatar\n      I crossed it every day for thirty years and nobody ever looked at that pier.\n"
        "    • Hermes\n      Bridge at Marrow Closed After River Tears Away Pier? They closed the ferry too.\n    Show new comments (0)\n"
    )
    article = only(reading)
    assert article.title == "Bridge at Marrow Closed After River Tears Away Pier"
    assert article.outlet == "Lampnik"
    assert article.published.precision is DatePrecision.UNKNOWN
    assert zone_text(reading, article, "body") == [f"{FIRST}\n\n    {SECOND}\n\n    {THIRD}"]
    assert len(zone_text(reading, article, "caption")) == 2
    (comments,) = zone_text(reading, article, "comments")
    assert comments.startswith("All comments")
    assert comments.endswith("Show new comments (0)")
    assert "07:15 GMT" in zone_text(reading, article, "furniture")[0]


@pytest.mark.parametrize(
    ("dateline", "iso", "outlet"),
    [
        ("MARROW (November 6, 2018) — ", "2018-11-06", ""),
        ("(November, 6, 2018) — ", "2018-11-06", ""),
        ("MARROW, Nov. 6 (Lampnik) — ", "", "Lampnik"),
        ("MARROW, October 12. /LAMP/. ", "", "LAMP"),
        ("MARROW (Lampnik) — ", "", "Lampnik"),
        ("MARROW — ", "", ""),
    ],
)
def test_datelines_give_date_and_agency(read: Read, zone_text: Zones, dateline: str, iso: str, outlet: str) -> None:
    reading = read(f"Bridge at Marrow Closed After Flood\n\n{dateline}{BODY}\n")
    article = only(reading)
    assert (article.published.iso, article.outlet) == (iso, outlet)
    assert zone_text(reading, article, "body")[0].startswith(dateline)


@pytest.mark.parametrize(
    ("credits", "iso"),
    [
        ("By Anna Berg\n21 October 2016", "2016-10-21"),
        ("Published: 21 October 2016 | Updated: 23 October 2016", "2016-10-21"),
        ("Updated: 23 October 2016", ""),
        ("By Anna Berg", ""),
        ("The Monthly Lamp, October 2016", "2016-10"),
        ("Posted on November 14, 2018 by Anna Berg", "2018-11-14"),
        ("Daily Lamp – 2018-11-14 21:47:05", "2018-11-14T21:47"),
    ],
)
def test_the_date_is_the_one_in_the_credits(read: Read, credits: str, iso: str) -> None:
    article = only(read(f"Bridge at Marrow Closed After Flood\n\n{credits}\n\n{BODY}\n\n© 2017 Daily Lamp\n"))
    assert article.published.iso == iso


@pytest.mark.parametrize(
    "misleading",
    [
        "Printed on 3 May 2019",
        "Copyright © Daily Lamp, May 3, 2019",
        "Retrieved May 3, 2019",
        "Comments\n\nAnna 3 May 2019\nI saw it too, it was quite a sight to see.",
        "Page last updated May 3, 2019",
    ],
)
def test_other_dates_of_a_page_are_not_its_date(read: Read, misleading: str) -> None:
    text = f"Bridge at Marrow Closed After Flood\n\n{BODY}\n\nIt had stood since May 3, 1919, when the first train crossed it.\n\n{misleading}\n"
    assert only(read(text)).published.precision is DatePrecision.UNKNOWN


def test_a_date_below_the_story_counts_when_it_says_what_it_is(read: Read) -> None:
    article = only(read(f"Bridge at Marrow Closed After Flood\n\n{BODY}\n\nFirst published: 3 May 2019\n"))
    assert article.published.iso == "2019-05-03"


def test_a_calendar_above_the_name_of_the_paper_is_not_the_date_of_the_story(read: Read) -> None:
    article = only(
        read(f"Friday, 3 May 2019\n\nThe Daily Lamp\n\nBridge at Marrow Closed After Flood\n\nBy Anna Berg\n\n{BODY}\n")
    )
    assert article.title == "Bridge at Marrow Closed After Flood"
    assert article.published.precision is DatePrecision.UNKNOWN


def test_a_deck_belongs_to_the_headline(read: Read, zone_text: Zones) -> None:
    deck = "The mayor speaks of a near miss and asks the province for money."
    reading = read(f"Bridge at Marrow Closed After Flood\n\n{deck}\n\nBy Anna Berg\nNovember 14, 2018\n\n{BODY}\n")
    article = only(reading)
    assert zone_text(reading, article, "headline") == [f"Bridge at Marrow Closed After Flood\n\n{deck}"]
    assert zone_text(reading, article, "body") == [BODY]
    assert article.byline == "Anna Berg"


def test_a_headline_on_two_lines_is_joined(read: Read) -> None:
    article = only(read(f"Bridge at Marrow Closed\nAfter River Tears Away Pier\n\nBy Anna Berg\n\n{BODY}\n"))
    assert article.title == "Bridge at Marrow Closed After River Tears Away Pier"


def test_a_headline_that_ends_like_a_sentence_is_told_by_the_byline_below_it(read: Read, zone_text: Zones) -> None:
    reading = read(f"The bridge at Marrow is closed for good.\n\nBy Anna Berg\nMay 3, 2019\n\n{BODY}\n")
    assert only(reading).title == "The bridge at Marrow is closed for good."
    assert zone_text(reading, only(reading), "body") == [BODY]


def test_subheads_and_short_sentences_stay_in_the_story(read: Read, zone_text: Zones) -> None:
    reading = read(
        f"Bridge at Marrow Closed After Flood\n\n{FIRST}\n\nWhat Happens Next\n\n{SECOND}\n\nNobody was hurt.\n"
    )
    assert zone_text(reading, only(reading), "body") == [
        f"{FIRST}\n\nWhat Happens Next\n\n{SECOND}\n\nNobody was hurt."
    ]


def test_furniture_within_a_story_is_set_apart(read: Read, zone_text: Zones) -> None:
    reading = read(
        f"Bridge at Marrow Closed After Flood\n\n{FIRST}\n\nREAD MORE: Ferry to run all night\n\n{SECOND}\n\nAdvertisement\n\n{THIRD}\n"
    )
    article = only(reading)
    assert zone_text(reading, article, "body") == [FIRST, SECOND, THIRD]
    assert zone_text(reading, article, "furniture") == ["READ MORE: Ferry to run all night", "Advertisement"]


def test_an_early_mark_of_an_end_does_not_cut_the_story_off(read: Read, zone_text: Zones) -> None:
    reading = read(
        f"Bridge at Marrow Closed After Flood\n\n{SECOND}\n\nCopyright of the drawings: town of Marrow\n\n{FIRST}\n\n{THIRD}\n\n{FIRST}\n"
    )
    assert len(zone_text(reading, only(reading), "body")) == 2


def test_a_comment_count_in_the_head_begins_no_comments(read: Read, zone_text: Zones) -> None:
    reading = read(
        f"Bridge at Marrow Closed After Flood\n\nMay 3, 2019\n\n4 Comments\n\n{BODY}\n\n4 Comments\n\nAnna\nI saw it all from my window on the hill.\n"
    )
    article = only(reading)
    assert zone_text(reading, article, "body") == [BODY]
    assert zone_text(reading, article, "comments") == ["4 Comments\n\nAnna\nI saw it all from my window on the hill."]


def test_a_text_wrapped_by_hand_is_read_by_paragraphs(read: Read, zone_text: Zones) -> None:
    import textwrap

    wrapped = "\n\n".join(textwrap.fill(paragraph, 68) for paragraph in (FIRST, SECOND, THIRD, FIRST, SECOND))
    reading = read(f"BRIDGE AT MARROW CLOSED\n\nBy Anna Berg\n\n{wrapped}\n")
    article = only(reading)
    assert article.title == "BRIDGE AT MARROW CLOSED"
    assert zone_text(reading, article, "body") == [wrapped]


def test_markdown_headings_and_links_are_understood_and_left_in_the_text(read: Read, zone_text: Zones) -> None:
    reading = read(
        f"# Bridge at [Marrow](http://lenn.example) Closed\n\n*By Anna Berg*\n\n{BODY}\n\n## Related\n\n- one\n",
        "page.md",
    )
    article = only(reading)
    assert article.title == "Bridge at Marrow Closed"
    assert zone_text(reading, article, "headline")[0].startswith("# Bridge at [Marrow]")
    assert zone_text(reading, article, "body") == [BODY]


def test_a_masthead_names_the_outlet_and_not_the_story(read: Read) -> None:
    article = only(
        read(
            f"LENN VALLEY LETTER\nNo. 12 of 2019 - Friday 3 May 2019\n\nBRIDGE AT MARROW CLOSED, FERRY TO RUN ALL NIGHT\n\n{BODY}\n"
        )
    )
    assert article.title == "BRIDGE AT MARROW CLOSED, FERRY TO RUN ALL NIGHT"
    assert article.outlet == "LENN VALLEY LETTER"
    assert article.published.iso == "2019-05-03"


def test_an_address_under_the_headline_is_that_of_the_story(read: Read) -> None:
    article = only(read(f"Bridge at Marrow Closed After Flood\nhttps://lenn.example/2019/bridge\n\n{BODY}\n"))
    assert article.url == "https://lenn.example/2019/bridge"


@pytest.mark.parametrize("text", ["word", "one\ntwo\nthree", "12 34\n56", "- - -", "http://lenn.example/"])
def test_where_nothing_is_recognised_all_is_body(read: Read, zone_text: Zones, text: str) -> None:
    reading = read(text)
    article = only(reading)
    assert zone_text(reading, article, "body") == [text]
    assert article.title
    assert (article.outlet, article.byline, article.published.iso, article.language) == ("", "", "", "")


def test_a_story_without_a_headline_is_called_by_its_file(read: Read, zone_text: Zones) -> None:
    reading = read(f"{FIRST} {SECOND}\n\n{THIRD}\n", "marrow-bridge.txt")
    assert only(reading).title == "marrow-bridge"
    assert zone_text(reading, only(reading), "body") == [reading.text.strip()]


def test_the_language_is_told_or_left_open(read: Read) -> None:
    french = "Le pont de la ville est fermé depuis lundi, a déclaré le maire, qui a demandé de l’aide à la région et aux habitants."
    assert only(read(f"Le pont est fermé\n\n{french}\n")).language == "fr"
    assert only(read("Zxcv qwer asdf")).language == ""


@given(
    st.lists(
        st.one_of(
            st.sampled_from(
                ["", " ", "By Anna Berg", "May 3, 2019", "All comments", "© 2016 Lamp", "Bridge Closed After Flood", FIRST, SECOND, "lampnews",
                 "(May 3, 2019) — " + FIRST, "Lamp News", "Photo: Anna Berg", "Share", "😀", "Image 1 of 3", "No. 3", "Tags: a, b", "a, B, C, D"]
            ),
            st.text(max_size=40),
        ),
        max_size=25,
    ),
    st.sampled_from(["\n", "\n\n", "\r\n", "\r\n\r\n"]),
)  # fmt: skip
def test_zones_are_sorted_apart_and_cover_all_that_is_visible(lines: list[str], ending: str) -> None:
    text = ending.join(lines)
    blocks = text_blocks(text)
    if not blocks:
        return
    articles = find_articles(blocks, PageFacts(), "name")
    assert articles
    article_end = 0
    for article in articles:
        assert article_end <= article.span.start <= article.span.end <= len(text)
        article_end = article.span.end
        own = article.span.of(text)
        reached = 0
        for zone in article.zones:
            assert len(zone.span)
            assert reached <= zone.span.start
            assert not own[reached : zone.span.start].strip()
            reached = zone.span.end
        assert not own[reached:].strip()
        assert any(zone.kind is ZoneKind.BODY for zone in article.zones)


def test_the_date_beside_the_outlet_is_that_of_the_story_and_not_that_of_its_carrier(read: Read) -> None:
    text = REPUBLISHED.replace("By [Lenn Valley Letter](#)", "By [Anna Berg](#)").replace(
        "2018\n[Lenn Valley Letter](#)", "2018\n[Lenn Valley Letter](#) 12 November 2018"
    )
    article = only(read(text))
    assert (article.outlet, article.republisher, article.byline) == ("Lenn Valley Letter", "Global Echo", "Anna Berg")
    assert article.published.iso == "2018-11-12"


def test_a_story_that_the_site_wrote_itself_has_no_republisher(read: Read) -> None:
    text = REPUBLISHED.replace("Lenn Valley Letter", "Global Echo").replace("By [Global Echo]", "By [Ilse Brandt]")
    article = only(read(text))
    assert (article.outlet, article.republisher, article.byline) == ("Global Echo", "", "Ilse Brandt")


def test_the_text_of_a_picture_above_the_headline_is_not_the_headline(read: Read, zone_text: Zones) -> None:
    for alt in ("People on the bank of the river at Marrow", "People stand on the bank of the river at Marrow."):
        reading = read(
            f"07:15 GMT +212 April 2019\n    {alt}\n\n    Bridge at Marrow Closed After River Tears Away Pier\n\n    © LP Photo/ Jo Li\n    River Towns\n"
            f"    Get short URL\n\n    MARROW (Lampnik) — {FIRST}\n\n    {SECOND}\n\n    Related:\n    Ferry To Run All Night\n    Mill Sends People Home\n"
            "    Tags:\n    bridges, Marrow\n    Community standardsDiscussion\n    Comment via FacebookComment via Lampnik\n"
        )
        article = only(reading)
        assert article.title == "Bridge at Marrow Closed After River Tears Away Pier"
        assert article.outlet == "Lampnik"
        assert zone_text(reading, article, "body") == [f"MARROW (Lampnik) — {FIRST}\n\n    {SECOND}"]


def test_the_owner_of_a_copyright_who_signs_is_the_author_and_not_the_outlet(read: Read) -> None:
    article = only(
        read(
            f"Bridge at Marrow Closed After Flood\n\nBy Anna Berg\n\n{BODY}\n\nCopyright © Anna Berg, 2016\n\nPopular on Bright Lamp\n"
        )
    )
    assert (article.outlet, article.republisher, article.byline) == ("Bright Lamp", "", "Anna Berg")
