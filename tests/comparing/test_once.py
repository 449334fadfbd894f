"""What was compared once is not compared again, and says the same wherever its passages stand."""

import pytest

from workbench.amendments import Amended
from workbench.comparing import once
from workbench.comparing.compare import compare, compare_places
from workbench.comparing.lexicon import SHIPPED
from workbench.comparing.once import CompareOnce
from workbench.errors import Cancelled
from workbench.spans import Span

OURS, THEIRS = "Some 40 barges left on Monday.", "Some 50 barges sailed on Monday."


@pytest.fixture
def made(monkeypatch: pytest.MonkeyPatch) -> list[tuple[str, str]]:
    """The passages that were compared indeed."""
    pairs: list[tuple[str, str]] = []

    def counted(base: str, witness: str, *more: object) -> object:
        pairs.append((base, witness))
        return compare(base, witness, *more)

    monkeypatch.setattr(once, "compare", counted)
    return pairs


def test_it_says_what_a_comparison_says_wherever_the_passages_stand(made: list[tuple[str, str]]) -> None:
    compare_once = CompareOnce(SHIPPED)
    for before, after in (("", ""), ("It rained. ", " So it was."), ("Then: ", "")):
        ours, theirs = f"{before}{OURS}{after}", f"{after}{THEIRS}{before}"
        spans = Span(len(before), len(before) + len(OURS)), Span(len(after), len(after) + len(THEIRS))
        assert compare_once(ours, spans[0], theirs, spans[1]) == compare_places(ours, spans[0], theirs, spans[1])
    assert made == [(OURS, THEIRS)]


def test_the_other_way_round_is_another_comparison(made: list[tuple[str, str]]) -> None:
    compare_once, whole = CompareOnce(SHIPPED), (Span(0, len(OURS)), Span(0, len(THEIRS)))
    compare_once(OURS, whole[0], THEIRS, whole[1])
    compare_once(THEIRS, whole[1], OURS, whole[0])
    assert len(made) == 2


def test_what_was_stopped_is_not_taken_for_compared(made: list[tuple[str, str]]) -> None:
    def stop() -> None:
        raise Cancelled

    compare_once, whole = CompareOnce(SHIPPED), (Span(0, len(OURS)), Span(0, len(THEIRS)))
    with pytest.raises(Cancelled):
        compare_once(OURS, whole[0], THEIRS, whole[1], look=stop)
    assert compare_once(OURS, whole[0], THEIRS, whole[1]) == compare(OURS, THEIRS)
    assert len(made) == 2


def test_its_own_word_lists_count_and_no_others_in_force() -> None:
    own = Amended().add("hedges", "frobly").lexicon
    ours, theirs = "The bridge was shut by the wind.", "The bridge was frobly shut by the wind."
    whole = Span(0, len(ours)), Span(0, len(theirs))
    found = CompareOnce(own)(ours, whole[0], theirs, whole[1])
    assert found == compare(ours, theirs, own)
    with own.in_force():
        assert CompareOnce(SHIPPED)(ours, whole[0], theirs, whole[1]) == compare(ours, theirs, SHIPPED) != found
