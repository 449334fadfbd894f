"""Who wrote an article in plain text, who carried it, and when, by the conventions of news pages."""

# ruff: noqa: E501 - the pages under test are written as they are saved, one line a line

import pytest

from tests.reading.stories import BODY, REPUBLISHED, Read, Zones, only
from workbench.model import DatePrecision


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


def test_the_owner_of_a_copyright_who_signs_is_the_author_and_not_the_outlet(read: Read) -> None:
    article = only(
        read(
            f"Bridge at Marrow Closed After Flood\n\nBy Anna Berg\n\n{BODY}\n\nCopyright © Anna Berg, 2016\n\nPopular on Bright Lamp\n"
        )
    )
    assert (article.outlet, article.republisher, article.byline) == ("Bright Lamp", "", "Anna Berg")
