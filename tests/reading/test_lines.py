"""The kind of a line, judged by itself."""

import pytest

from workbench.reading.blocks import Block, Role, text_blocks
from workbench.reading.lines import Kind, dateline, has_masthead, is_date_line, kind_of, kinds_of, size, stated_dateline
from workbench.spans import Span


def block(line: str, **more: object) -> Block:
    """A block of one line."""
    return Block(Span(0, len(line)), line, 0, **more)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("07:15 GMT +212 April 2019", Kind.CLOCK),
        ("Printed on 3 May 2019", Kind.CLOCK),
        ("By Anna Berg", Kind.BYLINE),
        ("By Anna Berg, staff writer", Kind.BYLINE),
        ("Anna Berg / The Lamp", Kind.BYLINE),
        ("Anna Berg, river correspondent", Kind.BYLINE),
        ("Anna Berg, Associated Press", Kind.BYLINE),
        ("Posted by Anna Berg", Kind.BYLINE),
        ("May 3, 2019", Kind.DATE),
        ("Daily Lamp, May 3, 2019", Kind.DATE),
        ("May 3rd, 2019 - by admin", Kind.DATE),
        ("The Lamp | Friday, May 3, 2019, 11:30 a.m.", Kind.DATE),
        ("Region: North, River towns", Kind.SECTION),
        ("Theme: Bridges", Kind.SECTION),
        ("5 min read", Kind.SECTION),
        ("All comments", Kind.COMMENTS_START),
        ("12 Comments", Kind.COMMENTS_START),
        ("Leave a Reply", Kind.COMMENTS_START),
        ("Kommentare", Kind.COMMENTS_START),
        ("© LP Photo/ Jo Li via LP, File", Kind.CAPTION),
        ("Credit – Lenn Pictures", Kind.CAPTION),
        ("Photo: Jo Li", Kind.CAPTION),
        ("FILE - In this May 3, 2019 file photo, the bridge stands.", Kind.CAPTION),
        ("In this undated photo released by the town, the bridge stands", Kind.CAPTION),
        ("The bridge on Monday. (Jo Li/Pool Photo via LP, File)", Kind.CAPTION),
        ("Image copyright Getty Images", Kind.CAPTION),
        ("The map on the left shows the town before the flood.", Kind.CAPTION),
        ("marrowbridge", Kind.PICTURE_NAME),
        ("bridge-at-marrow-2.jpg", Kind.PICTURE_NAME),
        ("The original source of this article is Lamp Post", Kind.END),
        ("Copyright © Lamp Post, 2019", Kind.END),
        ("© 2019 Lamp Post. All rights reserved.", Kind.END),
        ("Disclaimer: the author alone answers for what is said here.", Kind.END),
        ("This article (A Title) is licensed for free printing.", Kind.END),
        ("Popular on Bright Lamp", Kind.END),
        ("Reposted for study and comment under Article 14 of the Press Act.", Kind.END),
        ("The views expressed in this article are those of the author alone.", Kind.END),
        ("Please consider making a donation to keep us going.", Kind.FURNITURE),
        ("Share this article", Kind.FURNITURE),
        ("Get short URL", Kind.FURNITURE),
        ("READ MORE: Ferry to run all night", Kind.FURNITURE),
        ("https://lamp.example/a", Kind.FURNITURE),
        ("Sign up for our newsletter", Kind.FURNITURE),
        ("1,204", Kind.FURNITURE),
        ("bridges, Lenn, Marrow, floods", Kind.SHORT),
        ("Bridges, Lenn, Marrow, Floods", Kind.FURNITURE),
        ("MARROW (Lampnik) — The bridge was closed on Monday, the mayor said.", Kind.DATELINE),
        ("(May 3, 2019) — The bridge was closed on Monday, the mayor said.", Kind.DATELINE),
        ("The bridge over the Lenn was closed on Monday.", Kind.PROSE),
        ("“We heard it go at four in the morning,” she said.", Kind.PROSE),
        ("The council of the town said in a statement:", Kind.PROSE),
        ("Bridge at Marrow Closed After Flood", Kind.TITLE),
        ("Will the Bridge at Marrow Ever Open Again?", Kind.TITLE),
        ("‘They Heard It Go at Four in the Morning’:", Kind.TITLE),
        ("River Towns", Kind.SHORT),
        ("Video: The bridge falls into the river", Kind.TITLE),
    ],
)
def test_the_kind_of_a_line(line: str, kind: Kind) -> None:
    assert kind_of(block(line)) is kind


@pytest.mark.parametrize(
    "line",
    [
        "By the time the police came, the bridge had gone and nobody could say when.",
        "Report on the state of bridges shows decay",
        "Weather forces ferry to turn back",
        "Source of the Lenn found after a century",
        "Comments by the mayor anger the council",
        "Photo finish decides the race on the river",
        "Follow the money: who paid for the bridge",
        "Discussion over the bridge turns sour as mayor walks out of meeting with council and engineers",
    ],
)
def test_headlines_and_sentences_are_not_taken_for_furniture(line: str) -> None:
    assert kind_of(block(line)) in (Kind.TITLE, Kind.PROSE)


@pytest.mark.parametrize(
    ("role", "kind"),
    [
        (Role.COMMENTS, Kind.COMMENT),
        (Role.CAPTION, Kind.CAPTION),
        (Role.FURNITURE, Kind.FURNITURE),
        (Role.BYLINE, Kind.PROSE),
    ],
)
def test_markup_outweighs_wording_but_a_sentence_is_no_byline(role: Role, kind: Kind) -> None:
    assert kind_of(block("The bridge over the Lenn was closed on Monday.", roles=frozenset({role}))) is kind


def test_markup_makes_a_byline_of_a_bare_name() -> None:
    assert kind_of(block("Anna Berg", roles=frozenset({Role.BYLINE}))) is Kind.BYLINE


def test_a_heading_is_a_title_whatever_its_length() -> None:
    assert kind_of(block("Closed", level=1)) is Kind.TITLE
    assert kind_of(block("The bridge over the Lenn was closed on Monday.", level=1)) is Kind.TITLE


def test_a_line_that_is_a_link_is_furniture_unless_it_is_a_sentence_or_a_heading() -> None:
    assert kind_of(block("Mill sends people home", linked=1.0)) is Kind.FURNITURE
    assert kind_of(block("The mill sent its people home on Monday.", linked=1.0)) is Kind.PROSE
    assert kind_of(block("Mill sends people home", linked=1.0, level=2)) is Kind.TITLE


def test_what_stands_under_the_counter_of_a_gallery_is_a_caption() -> None:
    lines = [
        "Image 1 of 2",
        "The bridge over the Lenn was closed on Monday.",
        "Photo: Jo Li",
        "The bridge over the Lenn was closed on Monday.",
    ]
    assert kinds_of(text_blocks("\n\n".join(lines))) == [Kind.FURNITURE, Kind.CAPTION, Kind.CAPTION, Kind.PROSE]


@pytest.mark.parametrize(
    ("line", "place", "date", "agency"),
    [
        ("(November 6, 2018) — The", None, "November 6, 2018", None),
        ("MARROW (November 6, 2018) — The", "MARROW", "November 6, 2018", None),
        ("OSLO, 3 May (Lampnik) — The", "OSLO", "3 May", "Lampnik"),
        ("NEW MARROW, Tarsenia, Nov. 6 (Lamp) - The", "NEW MARROW, Tarsenia", "Nov. 6", "Lamp"),
        ("GENEVA (LP) – The", "GENEVA", None, "LP"),
        ("MARROW, October 12. /LAMP/. The", "MARROW", "October 12", "LAMP"),
        ("MARROW — The", "MARROW", None, None),
        ("Marrow (LP) — The", "Marrow", None, "LP"),
    ],
)
def test_datelines(line: str, place: str | None, date: str | None, agency: str | None) -> None:
    found = dateline(line)
    assert found
    parts = found.groupdict()
    assert ((parts.get("place") or "").strip() or None, parts.get("date"), parts.get("agency")) == (place, date, agency)


@pytest.mark.parametrize(
    "line", ["The bridge (2016) — was closed", "He said so — and left", "A man - and a dog", "(see below) — the"]
)
def test_what_only_looks_like_a_dateline(line: str) -> None:
    assert not dateline(line)


def test_only_a_dateline_with_a_year_states_a_date() -> None:
    assert stated_dateline(block("(November 6, 2018) — The bridge is closed."))
    assert not stated_dateline(block("OSLO, 3 May (Lampnik) — The bridge is closed."))
    assert not stated_dateline(block("The bridge is closed."))


@pytest.mark.parametrize(
    ("line", "is_one"),
    [
        ("Lenn Valley Letter 19 October 2016", True),
        ("Published on May 3, 2019 by Anna Berg in News", True),
        ("The Battle of May 3, 2019 and What Came After", False),
        ("They met on May 3, 2019, and parted soon", False),
        ("No date here", False),
    ],
)
def test_lines_of_dates(line: str, is_one: bool) -> None:
    assert is_date_line(line) is is_one


def test_size_counts_two_characters_of_chinese_as_a_word() -> None:
    assert size(block("政府星期三宣布谈判将继续进行")) == 7
    assert size(block("Two words")) == 2


def test_a_masthead_is_a_name_above_the_number_of_an_issue() -> None:
    assert has_masthead(text_blocks("LENN LETTER\nNo. 12, May 2019\n"))
    assert not has_masthead(text_blocks("Bridge closed after flood\nMay 3, 2019\n"))
    assert not has_masthead(text_blocks("One line\n"))
