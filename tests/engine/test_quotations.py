import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.engine.quotations import outermost, quotations

FOUND = {
    "straight marks": ('He said "the ice is thin" twice.', ["the ice is thin"]),
    "curly marks": ("He said “the ice is thin” twice.", ["the ice is thin"]),
    "German marks": ("Er sagte „das Eis ist dünn“ und »das Boot ist leck«.", ["das Eis ist dünn", "das Boot ist leck"]),
    "French marks with spaces": ("Il a dit « la glace est mince » hier.", [" la glace est mince "]),
    "one inside another": ("“I asked, ‘Is it you?’” she said.", ["Is it you?", "I asked, ‘Is it you?’"]),
    "one inside another, straight": ("\"I asked, 'Is it you?'\" she said.", ["Is it you?", "I asked, 'Is it you?'"]),
    "dashes at the marks": ("the port—“our lifeline”—is shut", ["our lifeline"]),
    "apostrophes": ("the crews' ships' logs don't say 'em, “we can’t sail” they said", ["we can’t sail"]),
    "a year cut short": ("“Since the ’90s it’s been so,” he said.", ["Since the ’90s it’s been so,"]),
    "single marks": ("'The ice is thin,' he said.", ["The ice is thin,"]),
    "never closed": ("He said “the ice is thin. She said “no, it is thick” to us.", ["no, it is thick"]),
    "a paragraph for each mark": ("“The ice is thin.\n\n“The boat leaks,” he said.", ["The boat leaks,"]),
    "nothing inside": ("\"\" “ ” '' and no more", []),
    "no partner": ('5" of snow and 3’ of ice”', []),
}


@pytest.mark.parametrize(("text", "expected"), FOUND.values(), ids=FOUND.keys())
def test_quotations_are_what_stands_between_two_marks_that_belong_together(text: str, expected: list[str]) -> None:
    assert [text[found.start : found.end] for found in quotations(text)] == expected


@pytest.mark.parametrize(
    ("text", "closed"),
    [
        ("“The ice is thin,” he said.", True),
        ("“The ice is thin”, he said.", True),
        ("“Is it you?” she asked.", True),
        ("“I asked, ‘Is it you?’” she said.", True),
        ("The “ice cap” is thin.", False),
    ],
)
def test_a_comma_or_stop_at_the_mark_says_that_the_writers_own_words_follow(text: str, closed: bool) -> None:
    assert quotations(text)[-1].closed is closed


def test_quotations_inside_no_other_are_told_from_those_inside() -> None:
    text = "“I asked, ‘Is it you?’ and ‘Who?’” she said, and “no” he said."
    assert [text[q.start : q.end] for q in outermost(quotations(text))] == ["I asked, ‘Is it you?’ and ‘Who?’", "no"]


@given(st.text(alphabet="ab .,\n\"'“”‘’„«»—", max_size=60))
def test_quotations_stand_between_marks_and_one_beside_or_inside_the_other(text: str) -> None:
    found = quotations(text)
    assert [q.end for q in found] == sorted(q.end for q in found)
    for one in found:
        assert 0 < one.start < one.end < len(text)
        assert all(text[place] in "\"'“”‘’„«»" for place in (one.start - 1, one.end))
        assert all(one.end <= two.start or two.start <= one.start for two in found if two.end >= one.end)
