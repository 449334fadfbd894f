"""A marked stretch grows and shrinks by the words and sentences of the workbench, and never to nothing."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ui.desktop.marking.steps import Border, Steps, Unit
from workbench.spans import Span

TEXT = "Crews will rush through the wall. Lt. Gen. Orla Finch said “no”.\n\nNobody asked the 4,200 dockers 😀 why."


def span_of(words: str) -> Span:
    return Span(TEXT.index(words), TEXT.index(words) + len(words))


@pytest.mark.parametrize(
    ("before", "border", "unit", "by", "after"),
    [
        ("rush", Border.END, Unit.WORD, 1, "rush through"),
        ("rush through", Border.END, Unit.WORD, -1, "rush"),
        ("rush", Border.END, Unit.WORD, -1, "rush"),
        ("rush", Border.START, Unit.WORD, -1, "will rush"),
        ("will rush", Border.START, Unit.WORD, 1, "rush"),
        ("rush", Border.START, Unit.WORD, 1, "rush"),
        ("rush", Border.END, Unit.CHARACTER, -1, "rus"),
        ("rush", Border.START, Unit.CHARACTER, -1, " rush"),
        ("rush", Border.END, Unit.SENTENCE, 1, "rush through the wall."),
        ("Orla", Border.START, Unit.SENTENCE, -1, "Lt. Gen. Orla"),
        ("wall", Border.END, Unit.SENTENCE, 1, "wall."),
        ("wall.", Border.END, Unit.SENTENCE, 1, "wall. Lt. Gen. Orla Finch said “no”."),
        ("dockers", Border.END, Unit.WORD, 1, "dockers 😀 why"),
    ],
)
def test_a_border_moves(before: str, border: Border, unit: Unit, by: int, after: str) -> None:
    assert Steps(TEXT).moved(span_of(before), border, unit, by) == span_of(after)


@pytest.mark.parametrize(
    ("position", "word"),
    [(TEXT.index("rush"), "rush"), (TEXT.index("ush"), "rush"), (TEXT.index(" through"), "rush"), (len(TEXT), "why")],
)
def test_the_word_at_a_place(position: int, word: str) -> None:
    assert Steps(TEXT).word_at(position) == span_of(word)


def test_a_text_without_words_has_none() -> None:
    assert Steps(" … ").word_at(1) is None


def test_words_are_counted_as_the_workbench_counts_them() -> None:
    assert Steps(TEXT).words_in(span_of("rush through the wall.")) == 4
    assert Steps(TEXT).words_in(span_of("ush thr")) == 2
    assert Steps(TEXT).words_in(span_of("😀")) == 0


@pytest.mark.parametrize(
    "character",
    ["e\u0301", "\u0915\u093f", "👩\u200d🔧", "👍🏽", "🇮🇸", "\r\n", "각", "😀"],
    ids=["mark", "vowel sign", "joined", "shade of skin", "flag", "line break", "syllable", "emoji"],
)
def test_what_a_reader_sees_as_one_character_is_one_step(character: str) -> None:
    text = f"caf{character}s"
    grown = Steps(text).moved(Span(0, 3), Border.END, Unit.CHARACTER, 1)
    assert grown.of(text) == f"caf{character}"
    assert Steps(text).moved(grown, Border.END, Unit.CHARACTER, -1).of(text) == "caf"
    last = Span(len(text) - 1, len(text))
    assert Steps(text).moved(last, Border.START, Unit.CHARACTER, -1).of(text) == f"{character}s"


@given(
    st.text(alphabet="ab 😀é\u0301.\n“”-", max_size=40),
    st.data(),
    st.lists(st.tuples(st.sampled_from(Border), st.sampled_from(Unit), st.sampled_from((1, -1))), max_size=12),
)
def test_a_stretch_stays_in_its_text_and_keeps_a_character(
    text: str, data: st.DataObject, moves: list[tuple[Border, Unit, int]]
) -> None:
    if not text:
        return
    steps = Steps(text)
    start = data.draw(st.integers(0, len(text) - 1))
    span = Span(start, data.draw(st.integers(start + 1, len(text))))
    for border, unit, by in moves:
        after = steps.moved(span, border, unit, by)
        fixed = after.start == span.start if border is Border.END else after.end == span.end
        assert fixed
        assert 0 <= after.start < after.end <= len(text)
        span = after
