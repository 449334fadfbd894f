"""Articles in plain text: headline, story, captions, furniture and comments, by the conventions of news pages."""

# ruff: noqa: E501 - the pages under test are written as they are saved, one line a line

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.reading.stories import BODY, FIRST, SECOND, THIRD, Read, Zones, only
from workbench.model import DatePrecision, ZoneKind
from workbench.reading.articles import find_articles
from workbench.reading.blocks import text_blocks
from workbench.reading.facts import PageFacts


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
