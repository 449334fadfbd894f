"""Settings have plain names, sane defaults, and refuse what makes no sense."""

import pytest

from workbench.errors import UserError
from workbench.settings import MOST_DAYS, MOST_WORDS, Sensitivity, Settings, differing, told


def test_the_defaults_leave_nothing_out() -> None:
    assert Settings() == Settings(Sensitivity.BALANCED, 6, boilerplate=True, same_outlet=True, days=None)
    assert differing(Settings()) == ""
    assert not any(one.changed for one in told(Settings()))


def test_what_is_more_sensitive_needs_less() -> None:
    scores = [one.least_score for one in (Sensitivity.CAREFUL, Sensitivity.BALANCED, Sensitivity.SENSITIVE)]
    assert scores == [8.5, 7.2, 6.0]


@pytest.mark.parametrize("shortest", [-1, 0, 5, MOST_WORDS + 1])
def test_a_shortest_passage_that_makes_no_sense_is_refused(shortest: int) -> None:
    with pytest.raises(
        UserError, match=r"^The shortest passage cannot have .* words; choose a number from 6 to 1,000\.$"
    ):
        Settings(shortest=shortest)


@pytest.mark.parametrize("days", [-1, MOST_DAYS + 1])
def test_a_window_that_makes_no_sense_is_refused(days: int) -> None:
    with pytest.raises(UserError, match=r"days apart; choose a number from 0 to 36,500, or none at all\.$"):
        Settings(days=days)


@pytest.mark.parametrize(
    ("settings", "line"),
    [
        (Settings(Sensitivity.CAREFUL), "sensitivity: careful"),
        (Settings(shortest=12), "shortest passage: 12 words"),
        (Settings(boilerplate=False), "boilerplate: left out"),
        (Settings(same_outlet=False, days=1), "same outlet: left out; window of dates: 1 day"),
        (Settings(days=0), "window of dates: the same day"),
        (Settings(days=1500), "window of dates: 1,500 days"),
    ],
)
def test_what_is_not_the_default_is_said_in_one_line(settings: Settings, line: str) -> None:
    assert differing(settings) == line


@pytest.mark.parametrize(
    "settings", [Settings(), Settings(Sensitivity.SENSITIVE, 9, False, False, 30), Settings(days=1)]
)
def test_every_setting_says_in_a_sentence_what_follows_from_it(settings: Settings) -> None:
    assert len(told(settings)) == 5
    assert len({one.name for one in told(settings)}) == 5
    for one in told(settings):
        assert one.meaning[0].isupper()
        assert one.meaning.endswith(".")
        assert one.meaning.count(".") == 1
