import pytest

from tests.ui.by_hand import article, source
from ui.desktop.wording import (
    count,
    date_range,
    date_words,
    edit_words,
    label_words,
    listed,
    outlet_words,
    shortened,
    source_words,
    spoken_edit,
    visible,
)
from workbench.model import DatePrecision, Edit, Label, LabelKind, PublicationDate
from workbench.spans import Span


@pytest.mark.parametrize(
    ("iso", "precision", "words"),
    [
        ("2016-10-12T08:15", DatePrecision.TIME, "12 Oct 2016, 08:15"),
        ("2016-10-12", DatePrecision.DAY, "12 Oct 2016"),
        ("2016-10", DatePrecision.MONTH, "October 2016 (month only)"),
        ("2016", DatePrecision.YEAR, "2016 (year only)"),
        ("", DatePrecision.UNKNOWN, "date unknown"),
        ("2016-10-12T08:15:59+02:00", DatePrecision.TIME, "12 Oct 2016, 08:15"),
        ("sometime", DatePrecision.DAY, "sometime"),
    ],
)
def test_a_date_is_said_as_exactly_as_it_is_known(iso: str, precision: DatePrecision, words: str) -> None:
    assert date_words(PublicationDate(iso, precision)) == words


@pytest.mark.parametrize(
    ("dates", "words"),
    [
        (["2016-10-12", "2016-10-20"], "12 – 20 Oct 2016"),
        (["2016-09-30", "2016-10-02"], "30 Sep – 2 Oct 2016"),
        (["2015-12-30", "2016-01-02"], "30 Dec 2015 – 2 Jan 2016"),
        (["2016-10-12", "2016-10-12"], "12 Oct 2016"),
        (["2016-10-12", ""], "12 Oct 2016"),
        (["2016", "2017"], "2016 – 2017"),
        (["", ""], "dates unknown"),
        ([""], "date unknown"),
    ],
)
def test_a_range_of_dates_says_nothing_twice(dates: list[str], words: str) -> None:
    assert date_range(article(k, "text", iso=iso) for k, iso in enumerate(dates)) == words


def test_an_edit_can_be_spoken() -> None:
    base, witness = "about 12 people", "about 20 people"
    edit = Edit(Span(6, 8), Span(6, 8), (Label(LabelKind.NUMBER),))
    assert spoken_edit(4, 12, edit, base, witness) == "Edit 4 of 12: number, “12” to “20”"


def test_what_was_left_out_and_put_in_is_said() -> None:
    assert edit_words(Edit(Span(0, 5), Span(0, 0)), "about", "") == "“about” left out"
    assert edit_words(Edit(Span(0, 0), Span(0, 5)), "", "about") == "“about” put in"


def test_a_move_is_said_as_a_move() -> None:
    moved = (Label(LabelKind.MOVED),)
    assert edit_words(Edit(Span(0, 5), Span(0, 0), moved), "today", "") == "“today” moved away"
    assert edit_words(Edit(Span(0, 0), Span(0, 5), moved), "", "today") == "“today” moved here"


def test_white_space_is_said_in_words() -> None:
    edit = Edit(Span(0, 1), Span(0, 2), (Label(LabelKind.STYLE),))
    assert edit_words(edit, "\u00a0", "\n\n") == "a no-break space to a line break"
    assert [visible(text) for text in (" ", "\n", "\u00a0", "a b")] == [
        "(space)",
        "(line break)",
        "(no-break space)",
        "a b",
    ]


def test_labels_have_short_words() -> None:
    assert label_words((Label(LabelKind.REPORT_VERB), Label(LabelKind.LOADED))) == "verb of saying, loaded word"


def test_counts_and_lists_read_as_people_write_them() -> None:
    assert [count(1, "edit"), count(1200, "edit"), count(2, "family", "families")] == [
        "1 edit",
        "1,200 edits",
        "2 families",
    ]
    assert listed(["A", "B", "A", "C", "D", "E"]) == "A, B, C and 2 more"
    assert listed(["A"]) == "A"


def test_a_long_line_is_cut_with_an_ellipsis() -> None:
    assert shortened("a  b\nc", 10) == "a b c"
    assert shortened("abcdefghij", 5) == "abcd…"


def test_an_outlet_is_told_from_who_carried_it() -> None:
    from dataclasses import replace

    wire = article(1, "text", outlet="Tessera")
    assert outlet_words(wire) == "Tessera"
    assert outlet_words(replace(wire, republisher="Daily Lantern")) == "Tessera, carried by Daily Lantern"
    assert outlet_words(replace(wire, republisher="tessera")) == "Tessera"
    assert outlet_words(replace(wire, outlet="")) == "Outlet unknown"


def test_a_source_is_named_with_its_hash() -> None:
    assert source_words(source(3)) == "page-3.txt · SHA-256 abababababab…"
