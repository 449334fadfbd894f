"""Figures and days as sentences write them: by value, bound, unit and thing counted."""

from math import inf

import pytest

from tests.figures.stories import article
from workbench.figures.amounts import Fit, bounded, exactly, fit
from workbench.figures.mentions import Mention, mentions_of
from workbench.figures.model import FigureKind


def figures(text: str, day: str = "") -> list[Mention]:
    one, _ = article(1, text, day)
    return mentions_of(one, text)


@pytest.mark.parametrize(
    ("text", "told", "least", "most"),
    [
        ("They counted 62 soldiers.", "62", 62, 62),
        ("They counted twenty-one soldiers.", "twenty-one", 21, 21),
        ("They counted more than 60 soldiers.", "more than 60", 60, inf),
        ("They counted no fewer than 60 soldiers.", "no fewer than 60", 60, inf),
        ("They counted up to 500 soldiers.", "up to 500", 0, 500),
        ("They counted nearly 4,000 soldiers.", "nearly 4,000", 3400, 4000),
        ("They counted about 1.5 million soldiers.", "about 1.5 million", 1.35e6, 1.65e6),
        ("They counted between 300 and 400 soldiers.", "between 300 and 400", 300, 400),
        ("They counted 20-30 soldiers.", "20-30", 20, 30),
        ("They counted 200 or more soldiers.", "200 or more", 200, inf),
        ("They counted dozens of soldiers.", "dozens", 24, 150),
        ("They counted tens of thousands of soldiers.", "tens of thousands", 20_000, 100_000),
        ("They counted half a million soldiers.", "half a million", 500_000, 500_000),
    ],
)
def test_a_count_has_its_value_and_its_bound(text: str, told: str, least: float, most: float) -> None:
    (found,) = figures(text)
    assert found.text == told
    assert (found.amount.least, found.amount.most) == (pytest.approx(least), pytest.approx(most))
    assert found.thing
    assert found.thing.form == "soldier"


@pytest.mark.parametrize(
    ("text", "kind", "value"),
    [
        ("The bridge is 2 km long.", FigureKind.DISTANCE, 2000),
        ("The bridge is 2 miles long.", FigureKind.DISTANCE, 3218.688),
        ("They loaded 3,800 tonnes of nitrate.", FigureKind.WEIGHT, 3.8e6),
        ("They paid $9bn for it.", FigureKind.MONEY, 9e9),
        ("They paid 9 billion dollars for it.", FigureKind.MONEY, 9e9),
        ("It took 31 per cent of the vote.", FigureKind.PERCENT, 31),
        ("The talks lasted two hours.", FigureKind.DURATION, 7200),
        ("A two-hour meeting followed.", FigureKind.DURATION, 7200),
        ("The 78-year-old Edda Varn said so.", FigureKind.AGE, 78),
        ("Edda Varn, 78, said so.", FigureKind.AGE, 78),
    ],
)
def test_a_measure_is_read_in_the_first_unit_of_its_kind(text: str, kind: FigureKind, value: float) -> None:
    (found,) = figures(text)
    assert found.kind is kind
    assert found.amount.value == pytest.approx(value)


@pytest.mark.parametrize(
    "text",
    [
        "Article 9 obliges both states.",
        "They met in room 12 of the hall.",
        "The treaty of 1996 is old.",
        "It left at 6.10 and came at 22:40.",
        "They won 3-1 in the end.",
        "It happened two days ago.",
        "One of them stayed.",
        "The two leaders spoke.",
        "Flight MH17 fell.",
        "Call 0800 555 0199.",
        "In the last 24 hours nothing moved.",
    ],
)
def test_a_number_that_counts_nothing_is_no_figure(text: str) -> None:
    assert figures(text) == []


@pytest.mark.parametrize(
    ("text", "form", "event"),
    [
        ("The strike killed 62 soldiers.", "kill", "death"),
        ("In it, 62 soldiers were killed.", "kill", "death"),
        ("In it, 62 soldiers of the fourth division died.", "die", "death"),
        ("It left 62 soldiers wounded.", "wound", "injury"),
        ("The raid left 62 dead.", "dead", "death"),
        ("Police arrested 62 protesters.", "arrest", "arrest"),
    ],
)
def test_what_happened_is_found_on_either_side(text: str, form: str, event: str) -> None:
    (found,) = figures(text)
    assert found.predicate
    assert (found.predicate.form, found.predicate.event) == (form, event)


def test_dead_and_hurt_of_one_sentence_are_told_apart() -> None:
    found = figures("The collapse, in which 83 miners were killed and over 100 injured, was foreseen.")
    assert [(one.text, one.predicate and one.predicate.event) for one in found] == [
        ("83", "death"),
        ("over 100", "injury"),
    ]


@pytest.mark.parametrize(
    "text", ["They arrested another five men.", "They arrested five more men.", "They arrested five of the men."]
)
def test_a_part_is_known_as_one(text: str) -> None:
    assert all(found.part for found in figures(text))


@pytest.mark.parametrize(
    ("text", "day", "iso"),
    [
        ("The dam burst on Monday.", "2024-05-08", "2024-05-06"),
        ("The dam burst on 4 May.", "2024-05-08", "2024-05-04"),
        ("The dam burst on May 4th.", "2024-05-08", "2024-05-04"),
        ("The dam burst on 30 December.", "2024-01-02", "2023-12-30"),
        ("The dam burst on September 17, 2016.", "", "2016-09-17"),
        ("The dam will burst on Monday.", "2024-05-08", "2024-05-13"),
    ],
)
def test_a_day_is_told_by_the_date_of_the_article(text: str, day: str, iso: str) -> None:
    from datetime import date

    (found,) = figures(text, day)
    assert found.moment
    wanted = date.fromisoformat(iso).toordinal()
    assert any(first <= wanted <= last for first, last in found.moment.days)


@pytest.mark.parametrize(
    ("a", "b", "stand"),
    [
        (exactly(62), bounded(60, "at_least"), Fit.SAME),
        (exactly(3950), bounded(4000, "nearly"), Fit.SAME),
        (exactly(3950), exactly(4000), Fit.ROUNDED),
        (exactly(62), exactly(60), Fit.ROUNDED),
        (exactly(62), exactly(83), Fit.APART),
        (exactly(62), bounded(70, "at_least"), Fit.APART),
        (bounded(60, "at_most"), bounded(70, "at_least"), Fit.APART),
        (bounded(40, "about"), exactly(43), Fit.SAME),
        (exactly(4000), exactly(4600), Fit.APART),
        (exactly(0.5), exactly(5e14), Fit.APART),
    ],
)
def test_two_amounts_fit_or_are_apart(a: object, b: object, stand: Fit) -> None:
    assert fit(a, b) is stand  # type: ignore[arg-type]
    assert fit(b, a) is stand  # type: ignore[arg-type]
